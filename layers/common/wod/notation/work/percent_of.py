"""Read the lift and the rep max of a percent: `of your 1-RM Snatch`, `(best Snatch)`, `(based on 3-RM)`."""

from wod.notation.grammar.marks import OPENING, closing, has_more, separates
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import PUNCTUATION, Found
from wod.notation.text.tokens import Token, written
from wod.notation.values import NO_LOAD, Load

_LONGEST_LIFT = 8  # tokens
_MARKS = frozenset({",", "-", "--"})
_SETS = frozenset({"{rm}", "set", "single", "double", "triple"})
_BEFORE_AMOUNTS = frozenset({"x", "for"})
_NOT_IN_LIFTS = (PUNCTUATION - {"-", "'"}) | {"@", "x"}


def percent_of(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[Load | None, int]:
    """Return the lift and the rep max of the percent before this token, as a load, and the place after them.

    They may be in brackets or after a mark. The load is None if the percent is of something else, such as
    bodyweight.
    """
    first = tokens[start].symbol if start < len(tokens) else ""
    end = closing(tokens, start) if first in OPENING else None
    if end is not None:
        return _in_brackets(notation, text, tokens, start, end)
    if first in _MARKS:
        if notation.phrases("basis").match(tokens, start + 1):
            return _after(notation, text, tokens, start + 1)
        load, end = _after(notation, text, tokens, start + 1)
        return (load, end) if load and load.percent_of else (NO_LOAD, start)  # `80%, best Snatch`
    if first == "from":
        return NO_LOAD, start  # `@ 75% from blocks`
    return _after(notation, text, tokens, start)


def _in_brackets(notation: Notation, text: str, tokens: list[Token], opening: int, end: int) -> tuple[Load | None, int]:
    """Return the base of a percent from the bracket after it, and the place after the bracket.

    A bracket that is about something else is left.
    """
    start, inside = opening + 1, tokens[:end]
    load, after = _after(notation, text, inside, start)
    if load is not None and after == end:
        return load, end + 1
    if load is None and after > start:
        return None, end + 1
    lift, after = _lift(notation, text, inside, start)
    best = notation.phrases("after_lift").match(inside, after)
    found = notation.catalogue.find(lift) if lift and (best.end if best else after) == end else None
    if found and (best or found.name == found.lift):  # `(Back Squat)`, `(Back Squat 1-RM)`
        return Load(percent_of=lift, percent_of_rep_max=_rep_max(best) if best else None), end + 1
    return (None, end + 1) if notation.phrases("basis").match(inside, start) else (NO_LOAD, opening)


def _after(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[Load | None, int]:
    """Return the base of a percent from the words from this token on, and the place after them."""
    found = notation.phrases("percent_of").match(tokens, start)
    if found is None:
        return (None if notation.phrases("no_rep_max").match(tokens, start) else NO_LOAD), start
    rep_max = _rep_max(found)
    lift, end = _lift(notation, text, tokens, found.end)
    if rep_max is None and lift:
        after = notation.phrases("after_lift").match(tokens, end)
        if after:
            rep_max, end = _rep_max(after), after.end
    if _says_when(notation, tokens, start, end):
        return None, end
    if rep_max is None and not lift:
        is_of = notation.phrases("basis").match(tokens, start) is not None
        maxima = notation.words("maxima")
        if not any(token.symbol in maxima for token in tokens[start : found.end + 1]):
            return (None, _end_of_other_base(tokens, found.end)) if is_of else (NO_LOAD, start)
        if end < len(tokens) and tokens[end].symbol in maxima:
            end += 1
    return Load(percent_of=lift or None, percent_of_rep_max=rep_max), end


def _says_when(notation: Notation, tokens: list[Token], start: int, end: int) -> bool:
    """Return whether words before or after a base say that it is of this day or another: `of today's 1-RM`,
    `of 1-RM from Monday`.
    """
    if any(token.text.lower() in notation.words("today") for token in tokens[start:end]):
        return True
    opening = end < len(tokens) and tokens[end].symbol in OPENING  # `of 1-RM (from today)`
    found = notation.phrases("another_time").match(tokens, end + opening)
    if found is None:
        return False
    after = tokens[found.end] if found.end < len(tokens) else None
    is_last = after is None or not after.speaks or after.is_numeral or after.symbol in _BEFORE_AMOUNTS
    return is_last or found.says.get("is") != "last"


def _end_of_other_base(tokens: list[Token], place: int) -> int:
    """Return the place after the sets or the rep max that no one has written down: `of last week's 5-RM`."""
    for other in range(place, min(place + _LONGEST_LIFT, len(tokens))):
        if tokens[other].symbol in _SETS:
            return other + 1
        if tokens[other].is_numeral or separates(tokens, other):
            break
    return place


def base_of_percents(notation: Notation, text: str, tokens: list[Token], start: int) -> Load | None:
    """Return the lift and the rep max of a line that is only about them: `All percentages are based on 1-RM Snatch`.

    Return None for any other line, and for a base that no one has written down.
    """
    found = notation.phrases("percents_of").match(tokens, start)
    if found is None:
        return None
    lift, best, end = _lift_with_best(notation, text, tokens, found.end)
    known = notation.catalogue.find(lift) if lift else None
    if known is None or known.lift is None or has_more(tokens, end) or _says_when(notation, tokens, start, end):
        return None
    return Load(percent_of=lift, percent_of_rep_max=_rep_max(found) or (_rep_max(best) if best else None))


def lift_after(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[Load, int]:
    """Return the lift of `@ 105% Snatch` or `@ 80% Snatch 1-RM`, before a mark, and the place after it."""
    if start >= len(tokens) or not tokens[start].speaks:
        return NO_LOAD, start
    lift, best, end = _lift_with_best(notation, text, tokens, start)
    found = notation.catalogue.find(lift) if lift and (end == len(tokens) or separates(tokens, end)) else None
    if found is None or not (best or found.name == found.lift):
        return NO_LOAD, start
    return Load(percent_of=lift, percent_of_rep_max=_rep_max(best) if best else None), end


def _rep_max(found: Found) -> int | None:
    return int(found.values["rm"].least) if "rm" in found.values else found.says.get("rm")


def _lift_with_best(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[str, Found | None, int]:
    """Return a lift at this place, the words for its best after it, `Snatch 1-RM`, and the place after both."""
    lift, end = _lift(notation, text, tokens, start)
    best = notation.phrases("after_lift").match(tokens, end) if lift else None
    return lift, best, best.end if best else end


def _lift(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[str, int]:
    """Return the longest name of a movement at this place, as written, and the place after it."""
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
