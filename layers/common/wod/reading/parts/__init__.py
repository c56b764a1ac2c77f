"""Divide a day into its warm-up and its parts."""
