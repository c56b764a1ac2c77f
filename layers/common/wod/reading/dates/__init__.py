"""Find the dates that a post names, and give each session its date."""
