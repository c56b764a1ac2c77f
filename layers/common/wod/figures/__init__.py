"""Compute the figures of a week from its sessions: pure functions, no AWS."""
