"""Read the times of a hold, which has no repetitions, as one range: `Plank 3x20-90s`."""

from dataclasses import replace

from wod.notation.grammar.names import name_of
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token

_SETS_AND_REST = ["x", "{count}", "-", "{time}"]


def with_times_of_holds(notation: Notation, text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens with one range for what would be repetitions and a rest of another movement: `3x10-90s`."""
    symbols = [token.symbol for token in tokens]
    for place in range(2, len(tokens) - 2):
        if symbols[place - 1 : place + 3] != _SETS_AND_REST:
            continue
        count, dash, time = tokens[place : place + 3]
        names = (text[tokens[0].start : tokens[place - 2].start], text[time.end :])
        is_range = count.end == dash.start and dash.end == time.start and count.least < time.least
        if is_range and any(_has_times(notation, name_of(name), count.least) for name in names):
            times = replace(time, text=text[count.start : time.end], start=count.start, least=count.least)
            return [*tokens[:place], times, *tokens[place + 3 :]]
    return tokens


def _has_times(notation: Notation, name: str, count: float) -> bool:
    """Return whether a number of a movement is rather a time than repetitions."""
    found = notation.catalogue.find(name)
    return found is not None and not notation.has_repetitions(found.name, count)
