"""Read the lift and the rep max of a percent: `of your 1-RM Snatch`, `of Clean & Jerk`, `of 3-RM`."""

from wod.notation.notation import Notation
from wod.notation.phrases import PUNCTUATION, Found
from wod.notation.tokens import Token, written
from wod.notation.values import NO_LOAD, Load

_LONGEST_LIFT = 8  # tokens
_NO_REP_MAX = frozenset({"bodyweight", "bw", "bwt", "body", "off"})
_BESTS = frozenset({"max", "pr", "pb"})
_NOT_IN_LIFTS = (PUNCTUATION - {"-", "'"}) | {"@", "x"}


def percent_of(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[Load | None, int]:
    """Return the lift and the rep max of the percent before this token, as a load, and the place behind them.

    The load is None if the percent is of something else, such as bodyweight.
    """
    found = notation.phrases("percent_of").match(tokens, start)
    if found is None:
        no_rep_max = start < len(tokens) and tokens[start].symbol in _NO_REP_MAX
        return (None if no_rep_max else NO_LOAD), start
    rep_max = _rep_max(found)
    lift, end = _lift(notation, text, tokens, found.end)
    if rep_max is None and lift:
        behind = notation.phrases("behind_lift").match(tokens, end)
        if behind:
            rep_max, end = _rep_max(behind), behind.end
    elif rep_max is None and tokens[start].symbol == "of":
        if not any(token.symbol in _BESTS for token in tokens[start : found.end + 1]):
            return None, found.end
        if end < len(tokens) and tokens[end].symbol in ("pr", "pb"):
            end += 1
    return Load(percent_of=lift or None, percent_of_rep_max=rep_max), end


def _rep_max(found: Found) -> int | None:
    return int(found.values["rm"].least) if "rm" in found.values else None


def _lift(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[str, int]:
    """Return the longest name of a movement at this place, as written, and the place behind it."""
    end = start
    while end < len(tokens) and end - start < _LONGEST_LIFT:
        if tokens[end].is_numeral or tokens[end].symbol in _NOT_IN_LIFTS:
            break
        end += 1
    no_ends = notation.words("no_lift_ends")
    while end > start:
        name = written(text, tokens[start:end])
        if tokens[end - 1].symbol not in no_ends and name[-1].isalpha() and notation.catalogue.find(name):
            return name, end
        end -= 1
    return "", start
