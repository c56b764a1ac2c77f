"""From the HTML of a post to its dated sessions: pure functions, no AWS."""
