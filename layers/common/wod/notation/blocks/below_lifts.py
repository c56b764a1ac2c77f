"""Settle what the sets and the clock between a lift and the lines below it are of, before the blocks are built."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from wod.notation.blocks.progress import Event
from wod.notation.blocks.scheme_pairs import leads_down
from wod.notation.elements import (
    SHORTEST_TEST,
    BlockLoad,
    Element,
    Heading,
    Lead,
    Movement,
    Rest,
    Scheme,
    SetLine,
    TabataPart,
    Test,
)
from wod.notation.grammar.catalogue import Catalogue
from wod.notation.grammar.lifts import is_short_name
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import tokenise
from wod.notation.text.vocabulary import Vocabulary
from wod.notation.values import MAX_REPS, Item, Rhythm


def settled_below_lifts(events: Sequence[Event], notation: Notation) -> list[Event]:
    """Return the events with the sets and clocks of tests, of lists of work and of complexes at their own places."""
    return _with_clocks_of_lists(_with_times_of_tests(_without_titles(events, notation.catalogue)), notation)


def _without_titles(events: Sequence[Event], catalogue: Catalogue) -> list[Event]:
    """Return the events without each lift that only titles the sets of other movements: `Snatch, 5 sets of:`.

    The sets are its own if the line below has only repetitions or loads, `3 @ 80%`, or is the only one and has a
    shorter name of the lift.
    """
    return [
        event
        for place, event in enumerate(events)
        if not (isinstance(event.element, Movement) and _is_title(event.element, events, place, catalogue))
    ]


def _is_title(movement: Movement, events: Sequence[Event], place: int, catalogue: Catalogue) -> bool:
    sets = events[place + 1] if place + 1 < len(events) else None
    if sets is None or not isinstance(sets.element, Scheme) or sets.line != events[place].line:
        return False
    below = list(islice((one for one in _work_below(events, place + 1) if not isinstance(one, Rest)), 2))
    match below:
        case [SetLine() | Test(), *_]:
            return False
        case [Movement(item=item)] if is_short_name(item, movement.item, catalogue):
            return False
    return movement.item.is_bare


def _with_times_of_tests(events: Sequence[Event]) -> list[Event]:
    """Return the events with each time between a lift and its test as that of the test: `15 minutes of:`."""
    settled: list[Event] = []
    for event in events:
        test, above = event.element, [one.element for one in settled[-2:]]
        if isinstance(test, Test) and (time := _time_between(above, test)):
            settled[-1] = replace(event, element=replace(test, item=replace(test.item, rhythm=time)))
        else:
            settled.append(event)
    return settled


def _time_between(above: Sequence[Element | None], test: Test) -> Rhythm | None:
    """Return the rhythm of a scheme that is only a time, between the bare name of a lift and its test."""
    match above:
        case [Movement(item=item), Scheme(rhythm=rhythm) as scheme]:
            is_time = scheme == Scheme(Rhythm(total=rhythm.total)) and not test.item.rhythm.is_stated
            return rhythm if rhythm.total and is_time and item.is_bare and not test.item.name else None
    return None


def _with_clocks_of_lists(events: Sequence[Event], notation: Notation) -> list[Event]:
    """Return the events with each AMRAP between a lift and a numbered list as the scheme of the list.

    `Front Squat 5x3`, `AMRAP 9 minutes`, `7 Dips`, `9 Curls`; one line is enough below `AMRAP in 9 minutes` or a colon.
    """
    settled = list(events)
    has_scheme = is_lifted = False
    for place, event in enumerate(events):
        match event.element:
            case Heading():
                has_scheme = False
            case Scheme() | TabataPart():
                has_scheme = True
            case Movement(item=item):
                is_lifted = bool(item.parts or item.rhythm.sets) or notation.catalogue.is_lift(item.name)
            case SetLine(item=item):
                total = None if has_scheme else _seconds_of_amrap(item, event.text, notation.vocabulary)
                is_above_one = item.rhythm.total is not None or leads_down(event.text)
                fewest = 1 if is_above_one else 2 if is_lifted else 0
                if total and fewest and _heads_a_list(events, place, total, fewest):
                    settled[place] = replace(event, element=Scheme(Rhythm(format="amrap", total=total)))
                    has_scheme = True
                is_lifted = True
    return settled


def _heads_a_list(events: Sequence[Event], place: int, total: int, fewest: int) -> bool:
    """Return whether at least so many numbered lines, or a ladder, are below an AMRAP that is not of the lift above.

    Without a colon a short one is of the lift, and so is one above a rest, or above other sets.
    """
    leads, below = leads_down(events[place].text), list(islice(_work_below(events, place), fewest))
    if not below or (total < SHORTEST_TEST and not leads):
        return False
    if isinstance(below[0], Scheme):
        return below[0].has_ladder  # `3-6-9-12...`
    numbered = [one for one in below if isinstance(one, Movement) and one.item.amount.is_stated]
    return len(numbered) == fewest and (leads or not any(one.item.rhythm.sets for one in numbered))


def _seconds_of_amrap(sets: Item, text: str, vocabulary: Vocabulary) -> int | None:
    """Return the seconds of a set line that is an AMRAP and no more: `AMRAP in 9 minutes`, `AMRAP 9 min`."""
    total, time = sets.rhythm.total, sets.amount.time
    if total and sets == Item(amount=MAX_REPS, rhythm=Rhythm(total=total)):
        return total
    if time is None or time.least != time.most or sets != Item(amount=replace(MAX_REPS, time=time)):
        return None
    says_amrap = any(token.symbol == "amrap" for token in tokenise(text, vocabulary))  # not `Max reps 9 min`
    return int(time.least or 0) if says_amrap else None


def _work_below(events: Sequence[Event], place: int) -> Iterator[Element]:
    """Yield the elements below a place up to the next heading, except loads and connectors."""
    for below in range(place + 1, len(events)):
        element = events[below].element
        if isinstance(element, Heading):
            return
        if element is not None and not isinstance(element, Lead | BlockLoad):
            yield element
