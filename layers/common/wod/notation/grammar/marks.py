"""Find the marks that separate the words of a line, and the text in brackets."""

from collections.abc import Sequence

from wod.notation.grammar.phrases import PUNCTUATION
from wod.notation.text.tokens import COUNTS, Token

OPENING = frozenset({"(", "["})
CLOSING = frozenset({")", "]"})
BRACKETS = OPENING | CLOSING
STOPS = frozenset({".", "!", ";"})
"""The marks that end a sentence."""

_SEPARATORS = frozenset({",", ";", ":", ".", "--", "---", "|", "...", "…", "=", "•"})
_SEPARATORS_BESIDE_A_SPACE = frozenset({"-", "*", "~", "_", "'", '"'})


def skip(tokens: Sequence[Token], place: int = 0) -> int:
    """Return the next place that has no punctuation."""
    while place < len(tokens) and tokens[place].symbol in PUNCTUATION:
        place += 1
    return place


def has_more(tokens: Sequence[Token], place: int = 0) -> bool:
    """Return whether more than punctuation follows from this place on."""
    return skip(tokens, place) < len(tokens)


def first_of(tokens: Sequence[Token]) -> Token | None:
    """Return the first token that is not punctuation."""
    place = skip(tokens)
    return tokens[place] if place < len(tokens) else None


def separates(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a mark separates two things: a comma, ` - `, a bracket; not the hyphen of a word."""
    symbol = tokens[place].symbol
    if symbol == ".":
        return _has_space_after(tokens, place)
    if symbol in _SEPARATORS_BESIDE_A_SPACE:
        return _has_space_before(tokens, place) or _has_space_after(tokens, place) or _is_before_time(tokens, place)
    return symbol in _SEPARATORS or symbol in BRACKETS


def ends_name(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a name ends at this mark: it does in `Hold - 60 seconds`, not in `3- Position`."""
    symbol = tokens[place].symbol
    if symbol == "-":
        inside = 0 < place < len(tokens) - 1
        return inside and _has_space_before(tokens, place) and _has_space_after(tokens, place)
    return symbol in _SEPARATORS or symbol in BRACKETS


def _has_space_before(tokens: Sequence[Token], place: int) -> bool:
    return place == 0 or tokens[place - 1].end < tokens[place].start


def _has_space_after(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 == len(tokens) or tokens[place].end < tokens[place + 1].start


def _is_before_time(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a dash is between a number and a time that form no range: `3x10-90s`."""
    is_inside = tokens[place].symbol == "-" and 0 < place < len(tokens) - 1
    return is_inside and tokens[place - 1].is_numeral and tokens[place + 1].symbol == "{time}"


def depth_of(token: Token) -> int:
    """Return the change that this token makes to the number of open brackets."""
    return (token.symbol in OPENING) - (token.symbol in CLOSING)


def closing(tokens: Sequence[Token], opening: int) -> int | None:
    """Return the place of the bracket that closes the one at this place; None if it is not closed."""
    depth = 0
    for place in range(opening, len(tokens)):
        depth += depth_of(tokens[place])
        if depth == 0:
            return place
    return None


def is_enclosed(tokens: Sequence[Token]) -> bool:
    """Return whether one bracket, closed or not, encloses all tokens except marks after it."""
    if tokens[0].symbol not in OPENING:
        return False
    end = closing(tokens, 0)
    return end is None or not any(token.speaks for token in tokens[end:])


def is_list_in_brackets(tokens: Sequence[Token]) -> bool:
    """Return whether a line is `3 x (400 m Run, 21 Swings)`, whose sets apply to each movement."""
    return begins_with_times(tokens) and len(tokens) > 2 and is_enclosed(tokens[2:])


def begins_with_times(tokens: Sequence[Token]) -> bool:
    """Return whether a line begins with a number of times: `3 x`, `3-4 x`."""
    return len(tokens) > 1 and tokens[0].symbol in COUNTS and tokens[1].symbol == "x"


def end_of_bracket(tokens: Sequence[Token], inside: int) -> int:
    """Return the place of the bracket that closes around this place; the end of the line outside brackets."""
    depth = 0
    for place in range(inside, len(tokens)):
        depth += depth_of(tokens[place])
        if depth < 0:
            return place
    return len(tokens)


def outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens outside brackets, with the closing brackets."""
    depth, outside = 0, []
    for token in tokens:
        depth += depth_of(token)
        if depth == 0:
            outside.append(token)
    return outside
