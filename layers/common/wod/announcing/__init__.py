"""Decide which news of a week to announce to lifters, and write the texts. Pure: no AWS, no clock."""
