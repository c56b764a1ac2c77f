"""Find what a percent is of, if another set says it: `70%` below `65% of 1-RM Snatch`, `85%` below a `daily max`."""

import re
from collections.abc import Sequence
from copy import replace
from functools import cache

from wod.language import any_of, normalise, words_of_all_languages
from wod.notation.grammar.measures import exactly
from wod.notation.text.tokens import MOST_PERCENT_LESS
from wod.notation.values import HEAVY, Item, Load, Span, Unread

_REPS_OF_HALF = 30  # by the formula of Epley, with which rep maxima are estimated


@cache
def _percent_in_words() -> re.Pattern[str]:
    about = any_of(words_of_all_languages("percents", "about"))
    return re.compile(rf"(?:{about} )*(\d+)[\d.,/-]*\+?%")


@cache
def _of_itself() -> re.Pattern[str]:
    body, effort = (any_of(words_of_all_languages("percents", key)) for key in ("of_the_body", "of_effort"))
    return re.compile(rf"%\s*{body}\b|\b{effort}\b")


class HeavySets:
    """The movements of a segment that have had a heavy set, which a percent below it may be of."""

    def __init__(self) -> None:
        self._heavy = set[str]()
        self._tested = set[str]()  # for anything but a 1-RM or a number of repetitions: `5-RM`, `daily max`

    def add(self, item: Item, *, is_test: bool, rep_max: int | None) -> None:
        """Add the movement of an item if that is a heavy set or a test."""
        if is_test or item.load.rpe or item.load.text == HEAVY:
            self._heavy.add(item.name)
        if is_test and rep_max != 1 and not item.amount.is_stated:
            self._tested.add(item.name)

    def may_be_meant_by(self, item: Item) -> bool:
        """Return whether the percent of an item may be of a heavy set above, and not of the 1-RM."""
        return item.name in self._tested or (item.name in self._heavy and _is_beyond_rep_max(item))


def is_in_words(load: Load) -> bool:
    """Return whether a load in words is a percent of something: `75% TM`, and not a difference, `-10%`."""
    found = _percent_in_words().match(normalise(load.text))
    return found is not None and int(found[1]) > MOST_PERCENT_LESS


def says_base(load: Load) -> bool:
    """Return whether a load has a percent, and says of what; `50% bodyweight` and `60% effort` say it only for it."""
    return bool(load.percent_of or load.percent_of_rep_max) or _is_of_no_rep_max(load)


def _is_of_no_rep_max(load: Load) -> bool:
    return is_in_words(load) and not _of_itself().search(normalise(load.text))


def with_base(item: Item, before: Load) -> Item:
    """Return an item whose percent is of what a load before it says.

    If that is not a rep max, `90% of today's single`, the percent is in words as well.
    """
    if not _does_not_say_of_what(item.load):
        return item
    if _is_of_no_rep_max(before):
        return in_words(item)
    of, rep_max = before.percent_of, before.percent_of_rep_max
    return replace(item, load=replace(item.load, percent_of=of, percent_of_rep_max=rep_max))


def share_base(items: Sequence[Item]) -> None:
    """Give the sets of one line the lift and the rep max of their percents: `70% x 3, 75% x 3 (of Back Squat)`.

    After a percent of no rep max, the others of the line are in words, too: `3x5 @ 60% effort, 3x3 @ 70%`.
    Raise Unread if only a later set says that they are of no rep max: `3 @ 75%, 3 @ 80% of training max`.
    """
    places = [place for place, item in enumerate(items) if is_in_words(item.load)]
    if places:
        if any(_does_not_say_of_what(item.load) for item in items[: places[0]]):
            raise Unread
        for item in items[places[0] + 1 :]:
            whole = in_words(item)
            item.load, item.rhythm = whole.load, whole.rhythm
        return
    loads = [item.load for item in items if item.load.percent]
    bases = {(load.percent_of, load.percent_of_rep_max) for load in loads} - {(None, None)}
    if len(bases) != 1:
        return
    of, rep_max = bases.pop()
    for item in items:
        if item.load.percent:
            item.load = replace(item.load, percent_of=of, percent_of_rep_max=rep_max)


def in_words(item: Item) -> Item:
    """Return an item with its percent in words, unless that says what it is of: `80% of 1-RM`."""
    load, rhythm = item.load, item.rhythm
    if not _does_not_say_of_what(load):
        return item
    percents = load.percents or ((load.percent,) if load.percent else ())
    if load.percents and not rhythm.sets and not item.amount.per_set:
        rhythm = replace(rhythm, sets=exactly(len(percents)))
    text = "; ".join(filter(None, (_written(percents), load.text)))
    return replace(item, load=replace(load, percent=None, percents=(), text=text), rhythm=rhythm)


def _written(percents: tuple[Span, ...]) -> str:
    numbers = [f"{end:g}" for span in percents for end in dict.fromkeys(span) if end is not None]
    least, most = percents[0].least, percents[-1].most
    return f"{'up to ' if least is None else ''}{'-'.join(numbers)}%{'+' if most is None else ''}"


def _does_not_say_of_what(load: Load) -> bool:
    return load.has_percent and not (load.percent_of or load.percent_of_rep_max)


def _is_beyond_rep_max(item: Item) -> bool:
    """Return whether no one does so many repetitions at this percent of a rep max: `2x10 @ 90%`."""
    percent, reps = item.load.percent, item.amount.reps
    if not percent or not percent.least or not reps or not reps.least:
        return False
    return reps.least > _REPS_OF_HALF * (100 / percent.least - 1) + 1
