"""Turn a line into tokens: words, marks and numerals, each numeral whole with its unit."""
