"""Divide the lines of a post into days and sessions."""
