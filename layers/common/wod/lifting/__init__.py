"""Turn a session into a lifter's own: maxima, weights that can be loaded, discs.

Pure. The page's loads.js does the same, and both pass the cases of `tests/cases/loads.json`.
"""
