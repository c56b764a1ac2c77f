"""Turn the HTML of a post into dated sessions: pure functions, no AWS."""
