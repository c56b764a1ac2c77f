"""Find the phrases and the names of movements in the tokens of a line."""
