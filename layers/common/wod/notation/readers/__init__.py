"""Read each kind of line as elements: schemes, movements, sets, tests, tabatas."""
