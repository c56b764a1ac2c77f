"""Read lines of training as prescriptions: pure functions, no AWS."""
