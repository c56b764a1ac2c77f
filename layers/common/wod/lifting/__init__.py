"""What a lifter makes of a session: maxima, weights that can be loaded, discs.

Pure, and the page's loads.js does the same: `tests/cases/loads.json` has the cases that both pass.
"""
