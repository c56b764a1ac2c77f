"""From the sessions of a week to what they add up to: pure functions, no AWS."""
