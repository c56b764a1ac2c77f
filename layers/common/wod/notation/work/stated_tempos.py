"""Take the phrases for tempos: `@ 30X1`, `2020`, `tempo 4010`."""

import re

from wod.notation.grammar.phrases import Found
from wod.notation.values import Load, Unread
from wod.notation.work.draft import Draft

_AMOUNTS = frozenset({"amount", "amount of each", "count", "pair", "sets by amount", "sets by pair"})
_SECONDS = range(10)
_BARE_TEMPO = re.compile(r"[2-5]\dX[1-9]")
_SETS_OR_TEMPO = re.compile(r"1\dX[1-9]|[2-5]\dX[3-9]|@\s?\dX\d\d")  # `Snatch 10X2`, `Snatch 50X3`, `Press @ 3X10`


def tempo(draft: Draft, found: Found) -> None:
    """Take `@ 30X1`. Raise Unread if it may be sets by repetitions: `Snatch 10X2`."""
    if _may_be_sets(draft, found):
        raise Unread
    text = found.values["tempo"].text if "tempo" in found.values else draft.written(found).removeprefix("at ")
    draft.manner(Load(tempo="".join(one for one in text.upper() if one.isdigit() or one in "XA")))
    draft.last = draft.last or "tempo"


def _may_be_sets(draft: Draft, found: Found) -> bool:
    """Return whether a tempo may be sets or a load by repetitions: nothing else is an amount, or loads follow it."""
    text = draft.text[draft.tokens[found.start].start : draft.tokens[found.end - 1].end]
    if _BARE_TEMPO.fullmatch(text) and draft.lists_loads:
        return True  # `Snatch 50X2, 60X2`
    if draft.item.amount.is_stated or any(chunk.kind in _AMOUNTS for chunk in draft.after):
        return False
    return _SETS_OR_TEMPO.fullmatch(text) is not None


def bare_tempo(draft: Draft, found: Found) -> None:
    """Take `2020` after the name of a lift or below one; beside any other movement it may be a distance or a year."""
    if not draft.movement.is_strength:
        raise Unread
    tempo(draft, found)


def figures(draft: Draft, found: Found) -> None:
    """Take `tempo 4010`, `3-1-1-0 tempo` or `3s-1s-1s tempo`; each of the times has one figure."""
    stated = found.values["figures"]
    if stated.symbol == "{times}" and not all(time in _SECONDS for time in stated.items):
        raise Unread  # `20s-10s-20s tempo`
    text = "".join(one for one in stated.text if one.isdigit())
    if not 3 <= len(text) <= 5:
        raise Unread
    draft.manner(Load(tempo=text))
