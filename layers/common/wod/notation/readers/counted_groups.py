"""Find headings of groups that count up, `Superset (1)` and `Superset (2)`, whose numbers count no sets."""

import re
from collections.abc import Sequence

from wod.notation.grammar.notation import Notation
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import tokenise

_NUMBERED = re.compile(r"([^\W\d](?:[^\W\d]|[ -])*)[(\[](\d)[)\]]( ?:?)")


def with_groups(texts: Sequence[str], notation: Notation) -> list[str]:
    """Return lines with `Superset (2)` as `Superset 2` if `Superset (1)` is above."""
    meant, reached = list(texts), dict[str, int]()
    for place, text in enumerate(texts):
        found = _NUMBERED.fullmatch(text.strip())
        if not found or not _is_group(text, notation):
            continue
        name, number = found[1].strip().lower(), int(found[2])
        if number == reached.get(name, 0) + 1:
            reached[name] = number
            meant[place] = f"{found[1]}{number}{found[3]}"
    return meant


def _is_group(text: str, notation: Notation) -> bool:
    heading = notation.phrases("heading").match(tokenise(normalise_marks(text), notation.vocabulary))
    return heading is not None and heading.says.get("is") == "group"
