"""Measure the guarantees: send posts through the whole chain while faults are injected, and count them."""
