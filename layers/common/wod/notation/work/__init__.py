"""Turn the words of a line with work into items: movement, amount, load, rhythm."""
