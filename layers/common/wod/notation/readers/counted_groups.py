"""Find headings of groups that count up, `Superset (1)` and `Superset (2)`, whose numbers count no sets."""

import re
from collections.abc import Sequence

from wod.notation.grammar.notation import Notation
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.labels import start_of
from wod.notation.text.tokens import tokenise

_NUMBERED = re.compile(r"([^\W\d](?:[^\W\d]|[ -])*)[(\[](\d)[)\]]( ?:?)")


def with_groups(texts: Sequence[str], notation: Notation) -> list[str]:
    """Return lines with `Superset (2)` as `Superset 2` if `Superset (1)` is above."""
    meant = list(texts)
    reached: dict[str, int] = {}
    for place, text in enumerate(texts):
        line, start = text.rstrip(), start_of(text).place
        found = _NUMBERED.fullmatch(line, start)
        if not found or not _is_group(found[0], notation):
            continue
        name, number = found[1].strip().lower(), int(found[2])
        if number == reached.get(name, 0) + 1:
            reached[name] = number
            meant[place] = f"{line[:start]}{found[1]}{number}{found[3]}"
    return meant


def _is_group(text: str, notation: Notation) -> bool:
    heading = notation.phrases("heading").match(tokenise(normalise_marks(text), notation.vocabulary))
    return heading is not None and heading.says.get("is") == "group"
