"""Take the phrases for load, reps and sets at once: `70%/3`, `(60%x3)2`, `60/3x2`."""

from itertools import pairwise

from wod.notation.grammar.marks import CLOSING
from wod.notation.grammar.measures import exactly, span_of
from wod.notation.grammar.phrases import Found
from wod.notation.values import Amount, Conflict, Load, Span, Unread
from wod.notation.work.checks import MOST_REPS_OF_LIFTS, MOST_REPS_OF_LOADS
from wod.notation.work.draft import Draft

_LEAST_LOAD = 32  # without a unit; a lower number may be a day, `30/4`


def percent_by_reps(draft: Draft, found: Found) -> None:
    """Take `70%/3` or `70 kg/3x2`, load, reps and sets; in `70% / 3x2` these may be sets of the next item."""
    _check_sets_after_slash(draft, found)
    _load_reps_and_sets(draft, found)


def sets_after_bracket(draft: Draft, found: Found) -> None:
    """Take `(60%x3)2` or `(60% x 3) 2 sets`: percent or weight, reps, and the sets after the bracket.

    Raise Unread if the number may count something else: `(60% x 3)2 reps`.
    """
    sets = found.values["sets"]
    bracket = next(before for before, token in pairwise(draft.tokens) if token is sets)
    following = draft.tokens[found.end] if found.end < len(draft.tokens) else None
    is_last = bracket.end == sets.start and not (following and following.speaks)
    if not is_last and not draft.ends_with(found, "set"):
        raise Unread
    _load_reps_and_sets(draft, found)


def _load_reps_and_sets(draft: Draft, found: Found) -> None:
    if draft.item.amount.kinds:
        raise Conflict("amount")
    percent, weight = found.values.get("percent"), found.values.get("weight")
    if percent:
        draft.load(Load(percent=span_of(percent)))
    if weight:
        draft.load(Load(weight=span_of(weight), weight_women=weight.second, weight_unit=weight.unit))
    _reps_and_sets(draft, found, span_of(found.values["reps"]))


def load_by_reps(draft: Draft, found: Found) -> None:
    """Take `60/3x2` or `60/3, 70/2` of a lift, whose loads have no unit."""
    token = found.values["load_and_reps"]
    is_sure = "sets" in found.values or draft.count_of("load by reps") > 1
    if not (draft.names_a_lift and is_sure) or token.least < _LEAST_LOAD or (token.second or 0) > MOST_REPS_OF_LOADS:
        raise Unread
    _check_sets_after_slash(draft, found)
    if draft.item.amount.kinds:
        raise Conflict("amount")
    draft.load(Load(text=f"{token.least:g}"))
    _reps_and_sets(draft, found, exactly(token.second or 0))


def load_for_reps(draft: Draft, found: Found) -> None:
    """Take `225 for 5, 245 for 3` of a lift, whose loads have no unit. Raise Unread for `320 for 3 singles`."""
    load, reps = found.values["bare_load"], span_of(found.values["reps"])
    following = draft.tokens[found.end : found.end + 1]
    is_counted_on = bool(following) and following[0].speaks and not following[0].is_numeral
    if (
        not draft.names_a_lift
        or load.least <= MOST_REPS_OF_LIFTS
        or (reps.most or 0) > MOST_REPS_OF_LOADS
        or is_counted_on
    ):
        raise Unread
    if draft.item.amount.kinds:
        raise Conflict("amount")
    draft.load(Load(text=f"{load.least:g}"))
    draft.amount(Amount(reps=reps))


def _check_sets_after_slash(draft: Draft, found: Found) -> None:
    """Raise Unread if sets or another number are after a slash with spaces, or sets without an `x` or a bracket."""
    tokens = draft.tokens[found.start : found.end]
    slash = next((place for place, token in enumerate(tokens) if token.symbol == "/"), None)
    is_glued = slash is None or tokens[slash].end == tokens[slash + 1].start
    following = draft.tokens[found.end].symbol if found.end < len(draft.tokens) else ""
    if following == "x" or ("sets" in found.values and not is_glued):
        raise Unread
    if "sets" in found.values and not any(token.symbol in ("x", *CLOSING) for token in tokens):
        raise Unread


def _reps_and_sets(draft: Draft, found: Found, reps: Span) -> None:
    draft.amount(Amount(reps=reps))
    if "sets" in found.values:
        draft.sets(span_of(found.values["sets"]))
