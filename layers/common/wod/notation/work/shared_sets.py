"""Tell whose sets are beside several movements on a line, and refuse `3 x 10 Squats, 12 Burpees`."""

from collections.abc import Sequence
from copy import replace

from wod.notation.grammar.marks import begins_with_times, is_list_in_brackets
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import COUNTS, Token
from wod.notation.values import Item, Unread

_MEASURES = frozenset({"{distance}", "{time}", "{calories}"})
_BEFORE_SETS = frozenset({",", ":", "(", "-", "--"})


def check_shared_sets(items: Sequence[Item], tokens: list[Token], start: int) -> None:
    """Raise Unread if sets in front of several movements, or behind them, may belong to all.

    They may in `3 x 10 Squats, 12 Burpees`, `5 x 1 Clean, 1 Jerk` and `8 Dips, 8 Rows x 3`. `start` is the place after
    an interval in front.
    """
    if len(items) > 1 and (_are_in_front(items, tokens[start:]) or _are_behind(items, tokens)):
        raise Unread


def _are_in_front(items: Sequence[Item], tokens: list[Token]) -> bool:
    first, *others = items
    if not begins_with_times(tokens) or is_list_in_brackets(tokens):
        return False
    if not first.rhythm.sets or any(token.symbol == "then" for token in tokens):
        return False
    return all(map(_is_without_sets, others))


def _are_behind(items: Sequence[Item], tokens: list[Token]) -> bool:
    *others, last = items
    is_named = bool(last.name and last.amount.is_stated and last.rhythm.sets)
    return is_named and all(map(_is_without_sets, others)) and _ends_with_times(tokens)


def _is_without_sets(item: Item) -> bool:
    """Return whether a movement has no sets of its own."""
    return bool(item.name) and not item.rhythm.sets


def _ends_with_times(tokens: list[Token]) -> bool:
    """Return whether `x 3` or `, 3 sets` is after words or a measure, and not after the number of `3 x 10`."""
    for place in range(1, len(tokens) - 1):
        before, first, second = tokens[place - 1 : place + 2]
        is_after_amount = not before.is_numeral or before.symbol in _MEASURES
        if first.symbol == "x" and second.symbol == "{count}" and is_after_amount:
            return True
        if first.symbol in COUNTS and second.symbol == "set" and before.symbol in _BEFORE_SETS:
            return place + 2 == len(tokens) or tokens[place + 2].symbol != "of"  # `5 sets of 3 Squats`
    return False


def with_commas(notation: Notation, tokens: list[Token]) -> list[Token]:
    """Return the tokens with a comma for `superset with` between two movements that both have sets."""
    phrases = notation.phrases("joint_of_superset")
    for place in range(1, len(tokens)):
        found = phrases.match(tokens, place)
        if found and _has_sets(tokens[:place]) and _has_sets(tokens[found.end :]):
            return [*tokens[:place], replace(tokens[place], symbol=","), *tokens[found.end :]]
    return tokens


def _has_sets(tokens: list[Token]) -> bool:
    """Return whether a name and sets are among the tokens: `Row 3x10`."""
    symbols = [token.symbol for token in tokens]
    has_sets = any(symbols[place : place + 2] == ["{count}", "x"] for place in range(len(symbols)))
    return has_sets and symbols[:1] not in (["{count}"], [])
