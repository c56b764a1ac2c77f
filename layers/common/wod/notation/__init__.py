"""From lines of training to prescriptions: pure functions, no AWS."""
