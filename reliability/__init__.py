"""Measures the guarantees: posts go through the whole chain while faults are injected, and are counted."""
