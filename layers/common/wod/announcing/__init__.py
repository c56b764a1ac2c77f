"""Decide what is new to lifters in a week, and write the texts about it. Pure: no AWS, no clock."""
