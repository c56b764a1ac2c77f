"""Turn the HTML of a post into the lines that a reader of the page sees."""
