"""The names of columns, which tables and lines such as `Sets: 5` share, and what a line says for them."""

from functools import cache

from wod.language import words_of_all_languages

_SAID = ("rest", "tempo", "rpe")  # `rest 90 s`, `RPE 8`


@cache
def meanings_of(*names: str) -> dict[str, str]:
    """Return the words of all languages for these columns, with the name that each stands for."""
    return {word: name for name in names for word in words_of_all_languages("columns", name)}


def sets_by_reps(sets: str, reps: str) -> str:
    """Return sets and repetitions as in running text: `5 x 3`, and `3-4 sets x 8`, as `3-4 x 8` may be reps by sets."""
    return f"{sets} x {reps}" if sets.isdigit() else f"{sets} sets x {reps}"


def said(name: str, value: str) -> str:
    """Return the value of a column, with the column's name if a value alone would not say what it is: `rest 2:00`."""
    return f"{name} {value}" if name in _SAID else value
