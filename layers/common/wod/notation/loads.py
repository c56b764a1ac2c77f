"""Take the phrases for loads and tempos: `@ 75% of 1-RM Snatch`, `95/65 lb`, `RPE 8`, `@ 30X1`."""

from copy import replace

from wod.notation.chunks import BELLS
from wod.notation.draft import Draft
from wod.notation.measures import exactly, span_of
from wod.notation.phrases import Found
from wod.notation.values import HEAVY, NO_LOAD, Conflict, Load, Span, Unread


def percent(draft: Draft, found: Found) -> None:
    """Take `@ 75-85%` or `up to 70%`; a percent of something other than a rep max is a load in words."""
    if draft.is_compared(found) or draft.of is None or draft.is_measured:
        if draft.is_separated and draft.item.amount.is_stated and "%" in draft.item.load.text:
            raise Conflict("load")  # `70% TM x 3, 80% TM x 3`
        draft.load_until_mark(found)
        return
    if draft.is_separated and draft.item.amount.is_stated and draft.item.load.text == HEAVY:
        raise Conflict("load")  # `heavy single; 90% x 2`
    span = span_of(found.values["percent"])
    if found.says["is"] == "percent at most":
        span = Span(None, span.most)
    draft.load(Load(percent=span).with_(draft.of))


def percents(draft: Draft, found: Found) -> None:
    """Take `65-75-85%`, one percent for each set."""
    token = found.values.get("percent_list") or found.values["percents"]
    if draft.is_compared(found) or draft.of is None:
        draft.load_until_mark(found)
        return
    spans = [exactly(item) for item in token.items]
    if token.most is None:
        spans[-1] = Span(token.items[-1], None)
    draft.load(Load(percents=tuple(spans)).with_(draft.of))


def rpe(draft: Draft, found: Found) -> None:
    """Take `RPE 7-8`."""
    draft.load(Load(rpe=span_of(found.values["rpe"])))


def weight(draft: Draft, found: Found) -> None:
    """Take `60/40 kg`; a second weight in another unit is the same load, `100 kg / 220 lb`."""
    token, stated = found.values["weight"], draft.item.load
    if draft.is_compared(found) or token.most is None:
        draft.load_until_mark(found)
    elif draft.is_in_brackets and stated.weight and _is_of_women(stated, span_of(token), token.unit):  # `65# (45#)`
        draft.item.load = replace(stated, weight_women=token.least)
    elif stated.weight and stated.weight_unit != token.unit and not stated.text:
        draft.load(Load(text=draft.written(found)))
    else:
        draft.load(Load(weight=span_of(token), weight_women=token.second, weight_unit=token.unit))


def _is_of_women(stated: Load, weight: Span, unit: str) -> bool:
    """Return whether a weight is the lighter one of a pair."""
    are_single = stated.weight_women is None and stated.weight_unit == unit and weight.least == weight.most
    return are_single and stated.weight is not None and (weight.least or 0) < (stated.weight.least or 0)


def weights(draft: Draft, found: Found) -> None:
    """Take `(135, 95 lb)`, which is a pair in brackets; other lists of weights are not read."""
    token = found.values["weights"]
    if len(token.items) != 2 or not draft.is_in_brackets or token.items[0] <= token.items[1] or token.most is None:
        raise Unread
    first, second = token.items
    draft.load(Load(weight=exactly(first), weight_women=second, weight_unit=token.unit))


def weight_of_each(draft: Draft, found: Found) -> None:
    """Take `M 135 lb / W 95 lb`."""
    men, women = found.values["men"], found.values["women"]
    if men.unit != women.unit or men.least != men.most or women.least != women.most or men.second or women.second:
        raise Unread
    draft.load(Load(weight=span_of(men), weight_women=women.least, weight_unit=men.unit))


def bare_load(draft: Draft, found: Found) -> None:
    """Take `@ 4010`, which is a tempo, or `@ 8`, which may be an RPE or a weight and is kept as written."""
    token = found.values["multiple"]
    if token.symbol == "{count}" and len(token.text) == 4 and token.text.isdigit():
        draft.manner(Load(tempo=token.text))
    elif draft.is_compared(found):
        draft.load_until_mark(found)
    elif draft.item.load.is_heavy or (draft.behind and draft.behind[0].is_load):
        raise Unread
    else:
        draft.load(Load(text=draft.written(found)))


def load_text(draft: Draft, found: Found) -> None:
    """Take `1.5 pood` or `24" box`, which have no field of their own, as a load in words."""
    draft.load(Load(text=draft.written(found)))


def height(draft: Draft, found: Found) -> None:
    """Take `@ 30"` behind a jump; behind anything else it may be seconds."""
    if not draft.is_high:
        raise Unread
    load_text(draft, found)


def plural_load(draft: Draft, found: Found) -> None:
    """Take `50s/35s`, the weights of a pair of dumbbells."""
    if not set(draft.item.name.lower().split()) & BELLS or found.values["times"].unit != "s":
        raise Unread
    load_text(draft, found)


def bare_bodyweight(draft: Draft, found: Found) -> None:
    """Take `1.5 BW`; a whole number in front of the line may as well be the reps, `4 BW Bench Press`."""
    multiple = found.values["multiple"].least
    if found.start == 0 and multiple is not None and multiple > 1 and multiple == int(multiple):
        raise Unread
    load_text(draft, found)


def difference(draft: Draft, found: Found) -> None:
    """Take `+5 lb` or `add 10 kg each set` as a load in words."""
    draft.load_until_mark(found)


def basis(draft: Draft, found: Found) -> None:
    """Take `Back Squat – % of 3RM` or `Clean Pull (of best Clean)`: the base of the percents on or below the line."""
    draft.manner(draft.of or NO_LOAD)


def tempo(draft: Draft, found: Found) -> None:
    """Take `@ 30X1`."""
    text = found.values["tempo"].text if "tempo" in found.values else draft.written(found)
    draft.manner(Load(tempo="".join(one for one in text.upper() if one.isdigit() or one in "XA")))
    draft.last = draft.last or "tempo"


def bare_tempo(draft: Draft, found: Found) -> None:
    """Take `2020` behind the name of a lift or below one; beside any other movement it may be a distance or a year."""
    if not draft.is_strength:
        raise Unread
    tempo(draft, found)


def figures(draft: Draft, found: Found) -> None:
    """Take `tempo 4010` or `3-1-1-0 tempo`."""
    text = "".join(one for one in found.values["figures"].text if one.isdigit())
    if not 3 <= len(text) <= 5:
        raise Unread
    draft.manner(Load(tempo=text))
