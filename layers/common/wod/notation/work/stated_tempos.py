"""Take the phrases for tempos: `@ 30X1`, `2020`, `tempo 4010`."""

import re

from wod.notation.grammar.phrases import Found
from wod.notation.text.capital_x import SURE
from wod.notation.values import Load, Unread
from wod.notation.work.checks import MOST_REPS_OF_LIFTS
from wod.notation.work.draft import Draft

_AMOUNTS = frozenset({"amount", "amount of each", "count", "pair", "sets by amount", "sets by pair"})
_SECONDS = range(10)
_LOAD_OR_TEMPO = re.compile(r"[2-9]\dX[1-9]")
_SETS_OR_TEMPO = re.compile(r"@?\s?\dX\d\d|1\dX[1-9]|[2-5]\dX[3-9]|[6-9]\dX[1-9]")  # `Snatch 10X2`, `Press @ 3X10`
_SETS_AFTER_LOAD = re.compile(r"X[1-9]X[1-9]")


def tempo(draft: Draft, found: Found) -> None:
    """Take `@ 30X1`. Raise Unread if it may be sets by repetitions: `Snatch 10X2`."""
    if _may_be_sets(draft, found):
        raise Unread
    text = found.values["tempo"].text if "tempo" in found.values else draft.written(found).removeprefix("at ")
    draft.manner(Load(tempo="".join(one for one in text.upper() if one.isdigit() or one in "XA")))
    draft.last = draft.last or "tempo"


def _may_be_sets(draft: Draft, found: Found) -> bool:
    """Return whether a tempo may be sets or a load by repetitions: nothing else is an amount, or loads follow it.

    Beside the word it is none, nor if the lines around it have the sets.
    """
    if any(token.symbol == "tempo" or token.unit == SURE for token in draft.tokens):
        return False
    text = draft.text[draft.tokens[found.start].start : draft.tokens[found.end - 1].end]
    if _LOAD_OR_TEMPO.fullmatch(text) and draft.lists_loads:
        return True  # `Snatch 50X2, 60X2`
    before = draft.tokens[found.start - 1] if found.start else None
    if before and _SETS_AFTER_LOAD.fullmatch(text) and before.symbol == "{count}" and before.least > MOST_REPS_OF_LIFTS:
        return True  # `Snatch 155 X3X3`
    if draft.item.amount.is_stated or any(chunk.kind in _AMOUNTS for chunk in draft.after):
        return False
    is_loaded = before is not None and before.symbol in ("{percent}", "{weight}")
    return _SETS_OR_TEMPO.fullmatch(text) is not None or (is_loaded and _SETS_AFTER_LOAD.fullmatch(text) is not None)


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
