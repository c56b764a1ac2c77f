"""Read complexes, movements that are done one after another in one repetition: `Clean + 2 Front Squats + Jerk`."""

from copy import replace
from typing import Literal

from wod.models import Part
from wod.notation.grammar.marks import CLOSING, OPENING, closing, has_more, separates
from wod.notation.grammar.measures import exactly, span_of
from wod.notation.grammar.name_numbers import OF_ONE_REPETITION
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import COUNTS, Token, written
from wod.notation.values import Amount, Item, Rhythm, Unread

type _Counted = Literal["", "before", "after"]
"""The side of a movement that has its count; empty if it has none."""

_MOST_REPS = 50
_SIDES = ({"r", "l"}, {"right", "left"})  # `R+L = 1`
_ENDS = frozenset({"@", ",", ";", ":", "--", "rest", "at"})
_IN_FRONT = frozenset({"perform", "of", "a", ":", "-"})
_JOINTS = frozenset({"and", ",", "/", "then"})
_NO_NAMES = frozenset({"x", "set", "rep", "@", "{count}"})
_MOST_OF_PARTS = 3  # more are pieces of work, one after another
_BEFORE_PARTS = frozenset({"x", "a", "rep", "of", "then"})


def has_plus(tokens: list[Token]) -> bool:
    """Return whether a plus joins two things, unlike that of `(Rx+)`."""
    for place in range(1, len(tokens) - 1):
        if tokens[place].symbol == "+":
            before, token, after = tokens[place - 1 : place + 2]
            is_suffix = before.end == token.start and after.start > token.end
            is_of_sides = {before.symbol, after.symbol} in _SIDES
            if not is_suffix and not is_of_sides and after.symbol not in (*CLOSING, ",", ":"):
                return True
    return False


def counts_parts(item: Item) -> bool:
    """Return whether `2+1` counts the parts of a complex, and they have no other counts of their own."""
    counts = tuple(part.reps for part in item.parts)
    return counts == item.amount.plus or (len(counts) == len(item.amount.plus) and set(counts) == {1})


def with_counts(item: Item) -> Item:
    """Return the item with the numbers of `2+1` as the reps of its parts.

    Raise Unread if the numbers are not as many as the parts.
    """
    plus = item.amount.plus
    if len(plus) != len(item.parts):
        raise Unread
    parts = tuple(replace(part, reps=reps) for part, reps in zip(item.parts, plus, strict=True))
    amount = replace(item.amount, plus=(), reps=item.amount.reps or exactly(1))
    return replace(item, parts=parts, amount=amount)


def with_dotted_counts(item: Item) -> Item:
    """Return the item with the numbers of `2.1.1` as the reps of its parts, if they differ and are as many.

    `Clean + Jerk 1.1` is two of the whole, with a short rest between them.
    """
    cluster = item.amount.cluster
    if len(set(cluster)) < 2 or len(cluster) != len(item.parts) or item.is_counted:
        return item
    return with_counts(replace(item, amount=Amount(plus=cluster)))


def with_plus(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a list of counted movements with a plus for each `&`, comma, slash and `then` between them.

    A movement of `1 Clean & 1 Jerk x 5` has a low count in front and nothing else beside it; the counts may also be
    together behind the names: `Clean, Front Squat, Jerk 1+2+1`. The tokens of any other list stay as they are.
    """
    if names := _names_before_counts(tokens):
        return [replace(one, symbol="+") if one.symbol == "," else one for one in tokens[:names]] + tokens[names:]
    joints = [place for place in range(1, len(tokens) - 2) if _joins(tokens, place)]
    starts = [0, *(place + 1 for place in joints)]
    if not joints or not all(_is_plain(tokens[start:end]) for start, end in zip(starts, joints, strict=False)):
        return tokens
    return [replace(one, symbol="+") if place in joints else one for place, one in enumerate(tokens)]


def _names_before_counts(tokens: list[Token]) -> int:
    """Return the place of the counts in `Clean, Front Squat, Jerk 1+2+1`, which are as many as the names; or 0."""
    place = next((place for place, token in enumerate(tokens) if token.is_numeral), 0)
    if not place or tokens[place].symbol != "{plus}":
        return 0
    commas = sum(one.symbol == "," for one in tokens[:place])
    are_names = all(one.speaks or one.symbol in (",", *OPENING) for one in tokens[:place])
    return place if are_names and commas == len(tokens[place].items) - 1 else 0


def _joins(tokens: list[Token], place: int) -> bool:
    """Return whether a mark or a word between two movements is here, with a low count and a word after it."""
    if tokens[place].symbol not in _JOINTS or tokens[place + 1].symbol != "{count}":
        return False
    return 0 < tokens[place + 1].least <= _MOST_OF_PARTS and tokens[place + 2].symbol not in _NO_NAMES


def _is_plain(piece: list[Token]) -> bool:
    """Return whether a piece is a low count and words; in front of the first one may be sets: `5 x (1 Clean`."""
    opening = next((place for place, one in enumerate(piece) if one.symbol in OPENING), None)
    if opening is not None and [one.symbol for one in piece[:opening]] == ["{count}", "x"]:
        piece = piece[opening + 1 :]
    is_counted = len(piece) > 1 and piece[0].symbol == "{count}" and 0 < piece[0].least <= _MOST_OF_PARTS
    return is_counted and all(one.speaks and not one.is_numeral and one.symbol != "x" for one in piece[1:])


class Complexes:
    """Reader of complexes, with or without brackets; counts are before parts, in brackets or after an x."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._names = names

    def read(self, text: str, tokens: list[Token], *, in_scheme: bool) -> tuple[Item, int]:
        """Return a complex with the sets before it, and the place where the amount and the load of the whole begin.

        The tokens have a plus between two others. Raise Unread if the line is not a complex.
        """
        item, start = self._sets_in_front(tokens)
        bracket = _end_of_bracket(tokens, start)
        if bracket:
            start, end, tail = start + 1, bracket, bracket + 1
        else:
            end = tail = _end_of_parts(tokens, start)
        item.parts, counted = self._parts(text, tokens[start:end], in_scheme=in_scheme)
        if len(item.parts) < 2:
            raise Unread
        names = " + ".join(part.movement for part in item.parts)
        item.name = name_of(names if "after" in counted else written(text, tokens[start:end]))
        item.is_counted = bool(counted - {""})
        if _may_count_whole(tokens[:end], start, item.parts):
            raise Unread  # `5x3 Clean + Jerk`: three of the whole, or three cleans
        return item, tail

    def _sets_in_front(self, tokens: list[Token]) -> tuple[Item, int]:
        """Return the sets of `5 x (…)` or the reps of `1 rep of …`, and the place after them."""
        if tokens[0].symbol == "{count}" and tokens[1].symbol == "x":
            return Item(rhythm=Rhythm(sets=span_of(tokens[0]))), 2
        if [token.symbol for token in tokens[:3]] == ["{count}", "rep", "of"]:  # `1 rep of Snatch + Hang Snatch`
            return Item(amount=Amount(reps=exactly(tokens[0].least))), 3
        start = 0
        while tokens[start].symbol in _IN_FRONT:
            start += 1
        return Item(), start

    def _parts(self, text: str, tokens: list[Token], *, in_scheme: bool) -> tuple[tuple[Part, ...], set[_Counted]]:
        """Return the movements between the plus signs, and the side of their counts."""
        parts: list[Part] = []
        counted: set[_Counted] = set()
        start = 0
        for end in [*(place for place, token in enumerate(tokens) if token.symbol == "+"), len(tokens)]:
            piece = [token for token in tokens[start:end] if token.symbol != ";"]
            part, where = self._part(text, piece, in_scheme=in_scheme)
            parts.append(part)
            counted.add(where)
            start = end + 1
        return tuple(parts), counted

    def _part(self, text: str, piece: list[Token], *, in_scheme: bool) -> tuple[Part, _Counted]:
        count, is_counted_in_front = 1, False
        if len(piece) > 1 and piece[0].symbol == "{count}" and not self._is_part_of_name(piece):
            count, piece, is_counted_in_front = int(piece[0].least), piece[1:], True
        while piece and piece[0].symbol in _BEFORE_PARTS:
            piece = piece[1:]
        if len(piece) > 2 and piece[-1].symbol == "rep":
            piece = piece[:-1]
        counted = _count_after(piece)
        if counted and is_counted_in_front:
            raise Unread
        if counted:
            count, piece = int(counted[0].least), piece[: counted[1]]
        elif piece and piece[-1].symbol == "{count}" and not is_counted_in_front:
            raise Unread
        if not piece or not 1 <= count <= _MOST_REPS:
            raise Unread
        name = name_of(written(text, piece))
        if not self._names.is_name(name, in_scheme=in_scheme, firm=True):
            raise Unread
        return Part(movement=name, reps=count), "after" if counted else "before" if is_counted_in_front else ""

    def _is_part_of_name(self, piece: list[Token]) -> bool:
        """Return whether the number in front is part of the name: `3-Position Snatch`."""
        found = self._notation.phrases("number_in_name").match(piece)
        return found is not None and found.says["is"] in OF_ONE_REPETITION


def _may_count_whole(tokens: list[Token], start: int, parts: tuple[Part, ...]) -> bool:
    """Return whether the only count is after `x` or `sets of` or before `reps`, and its movement is not a plural."""
    counts = [place for place in range(start, len(tokens)) if tokens[place].symbol == "{count}"]
    if counts != [start] or tokens[start].least == 1 or parts[0].movement.lower().endswith("s"):
        return False
    return tokens[start + 1].symbol == "rep" or (start > 0 and tokens[start - 1].symbol in ("x", "of"))


def _count_after(piece: list[Token]) -> tuple[Token, int] | None:
    """Return the count of `x 2`, `(2)` or `(2 reps)` at the end, and the place where it begins."""
    if len(piece) > 2 and piece[-2].symbol == "x" and piece[-1].symbol == "{count}":
        return piece[-1], len(piece) - 2
    if len(piece) > 3 and piece[-1].symbol in CLOSING and piece[-2].symbol in ("{count}", "rep"):
        place = len(piece) - (3 if piece[-2].symbol == "{count}" else 4)
        if piece[place].symbol in OPENING and piece[place + 1].symbol == "{count}":
            return piece[place + 1], place
    return None


def _end_of_bracket(tokens: list[Token], start: int) -> int:
    """Return the place of the bracket that closes the one here, if it encloses the whole complex; 0 if not."""
    if start >= len(tokens) or tokens[start].symbol not in OPENING:
        return 0
    end = closing(tokens, start)
    if end is None or any(token.symbol == "+" for token in tokens[end:]):
        return 0
    return end if any(token.symbol == "+" for token in tokens[start:end]) else 0


def _end_of_parts(tokens: list[Token], start: int) -> int:
    """Return the place after the last plus where the amount and the load of the whole begin."""
    last_plus = max(place for place, token in enumerate(tokens) if token.symbol == "+")
    are_counted_after = any(token.symbol == "x" for token in tokens[start:last_plus])
    closed = 0  # the place after a bracket that belongs to the last part
    for place in range(last_plus + 1, len(tokens)):
        symbol = tokens[place].symbol
        if place < closed:
            continue
        if symbol in _ENDS or (symbol == "x" and not are_counted_after):
            return place
        if symbol in ("-", "*") and separates(tokens, place) and has_more(tokens, place):
            return place
        if symbol in OPENING and place + 1 < len(tokens):
            if _is_about_whole(tokens, place, start):
                return place
            closed = closing(tokens, place) or 0  # `Clean + Jerk (2 second pause in the dip)`
        if place > last_plus + 1 and tokens[place].is_numeral and _is_amount(tokens, place):
            return place
    return len(tokens)


def _is_amount(tokens: list[Token], place: int) -> bool:
    """Return whether a numeral is an amount, and not part of the last movement's name."""
    following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
    return tokens[place].symbol not in COUNTS or following in ("x", "set")


def _is_about_whole(tokens: list[Token], place: int, start: int) -> bool:
    """Return whether a bracket is about the whole: `(4 sets @ 70%)`, `(2+1)`, and not the count of a part, `(2)`."""
    inside = tokens[place + 1]
    after = tokens[place + 2].symbol if place + 2 < len(tokens) else ""
    if inside.symbol == "{count}" and (after in CLOSING or after == "rep"):
        return not any(
            tokens[other].symbol in OPENING and tokens[other + 1].symbol == "{count}" for other in range(start, place)
        )
    return inside.symbol == "@" or (inside.is_numeral and inside.symbol != "{time}")
