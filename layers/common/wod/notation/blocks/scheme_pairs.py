"""Decide how a scheme and the one above it belong together: as one in two lines, as one clock, or not at all."""

from copy import replace

from wod.notation.blocks.progress import Event
from wod.notation.elements import Scheme
from wod.notation.grammar.measures import exactly
from wod.notation.values import NO_RHYTHM, Rhythm, one_remark


def goes_on(before: Scheme, scheme: Scheme) -> bool:
    """Return whether the clock of the previous block continues: `For time: 9-7-5 … 45-35-25 …`.

    An interval continues if as many sets follow: `E2MOM 16`, `3-3-3-3 Snatch Pulls`, `3-3-3-3 Clean Pulls`.
    """
    old, new = before.rhythm, scheme.rhythm
    if old.interval:
        return not new.is_stated and 0 < len(before.amount.per_set) == len(scheme.amount.per_set)
    if old == Rhythm(total=old.total) and new == Rhythm(format="amrap"):
        return scheme.follows  # `In 7 minutes`, `Run 800 m`, `then max rounds:`
    if old.format != "for time" or new.interval or new.total:
        return False
    return bool(scheme.amount.per_set) or scheme.follows


def is_above_its_work(scheme: Scheme, event: Event) -> bool:
    """Return whether a scheme leads down, so that it is not that of the work above, even if no work is read below:
    `Then, 3 rounds:`, `Some core`. If nothing may be work below it, the colon means nothing.
    """
    return leads_down(event.text) and not scheme.is_of_above and (scheme.follows or not event.is_last)


def leads_down(text: str) -> bool:
    """Return whether a line ends with a colon, so that it is about the lines below."""
    return text.rstrip(" *_").endswith(":")


def clock_of_turn(scheme: Scheme, turn: Rhythm) -> Rhythm | None:
    """Return the rhythm of some of the sets of a scheme, `Sets 1-3` of an EMOM; None if its clock does not go on.

    It goes on for sets of an interval, and for rounds that are only for time.
    """
    rhythm = scheme.rhythm
    if scheme.amount.is_stated or scheme.alternates:
        return None
    if rhythm == Rhythm(format="for time"):
        return replace(rhythm, sets=None if turn.sets == exactly(1) else turn.sets)
    if not rhythm.interval:
        return None
    known = exactly(rhythm.total // rhythm.interval) if rhythm.total else rhythm.sets
    is_one_of_them = known is None or (turn.last_set or 0) <= (known.least or 0)
    return replace(rhythm, sets=turn.sets) if is_one_of_them else None


def is_as_long(before: Scheme, scheme: Scheme) -> bool:
    """Return whether an AMRAP is as long as the one before it: both may be parts of each round above them."""
    old, new = before.rhythm, scheme.rhythm
    return old.format == new.format == "amrap" and old.total is not None and old.total == new.total and not new.sets


def is_other_work(above: Scheme, scheme: Scheme) -> bool:
    """Return whether two schemes without a movement between them are not a scheme in two lines: they contradict."""
    old, new = above.rhythm, scheme.rhythm
    pairs = ((old.sets, new.sets), (old.interval, new.interval), (old.total, new.total))
    if any(one and other and one != other for one, other in pairs):
        return True
    is_twice = above.amount.is_stated and scheme.amount.is_stated and above.amount != scheme.amount
    return is_twice or (above.amount.time is not None and new.format == "for time")


def only_clock(rhythm: Rhythm) -> Rhythm:
    """Return the format and the total that go on after the sets of a scheme; none after an interval, which is over."""
    return NO_RHYTHM if rhythm.interval else Rhythm(format=rhythm.format, total=rhythm.total)


def over(scheme: Scheme, other: Scheme) -> Scheme:
    """Return the scheme, completed by the other one."""
    return Scheme(
        scheme.rhythm.over(other.rhythm),
        scheme.amount if scheme.amount.is_stated else other.amount,
        scheme.rest.over(other.rest),
        other.is_tabata or scheme.is_tabata,
        one_remark(*dict.fromkeys((other.remark, scheme.remark))),
        scheme.alternates or other.alternates,
        scheme.follows,
        scheme.has_ladder or other.has_ladder,
        scheme.has_waves or other.has_waves,
        scheme.may_be_work,
    )
