"""Turn the HTML of a post into dated sessions: pure functions, no AWS.

Each stage of the chain has its room, in this order: `html` makes lines of the page, `days` divides them into days and
sessions, `parts` divides a day into its warm-up and its parts, and `dates` finds the day of each. Beside them are the
post itself (`post`), the records (`records`, `cleaning` and their `contract`), the comparison of two revisions
(`sameness`), and all of it in one call (`whole_post`).
"""
