"""Divide the tokens of a line into chunks: phrases of the table `chunk`, words between them, marks, and remarks.

Every numeral must be part of a phrase, of the name of a movement, or of a remark.
"""

from dataclasses import dataclass

from wod.notation.grammar.marks import BRACKETS, CLOSING, OPENING, separates
from wod.notation.grammar.name_numbers import KINDS
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import Token
from wod.notation.values import NO_LOAD, Load, Unread
from wod.notation.work.chunk_phrases import ChunkPhrases
from wod.notation.work.percent_of import lift_after, percent_of
from wod.notation.work.remarks import Remarks

_PERCENTS = frozenset({"percent", "percent at most", "percent at least", "rising percent", "percents"})
_LOADS = frozenset(
    {
        *_PERCENTS,
        "rpe",
        "rpe at most",
        "rpe of each set",
        "weight",
        "tempo",
        "bare tempo",
        "bare load",
        "bare rpe",
        "bare bodyweight",
        "multiple of bodyweight",
        "load text",
        "load of rep max",
        "height",
    }
)
_SOFT = frozenset({"side", "rest", "total", "load text", "difference", "basis", "place in programme"})
_BESIDE_NAMES = KINDS | {"side", "manner", "single set"}
_MOST_WORDS_IN_QUOTES = 4


@dataclass(slots=True)
class Chunk:
    """Tokens from `start` up to, not including, `end`. Without `found` they are words or a mark."""

    start: int
    end: int
    found: Found | None = None
    is_mark: bool = False
    is_remark: bool = False
    """True if the rest of the line or of the bracket is a remark, with or without numbers."""
    has_numbers: bool = False
    """True for words with numbers that are part of a name: `with 2 second pause`."""
    of: Load | None = None
    """The lift and the rep max of a percent; None if it is of something else."""

    @property
    def kind(self) -> str:
        """Return the kind of a phrase, by notation.toml; empty for words and marks."""
        return str(self.found.says["is"]) if self.found else ""

    @property
    def is_load(self) -> bool:
        """Return whether it is a load or a tempo."""
        return self.found is not None and self.kind in _LOADS

    @property
    def is_firm(self) -> bool:
        """Return whether the words before it must be a movement."""
        return self.found is not None and self.kind not in _SOFT


class Chunker:
    """Divider of lines into chunks."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._stated_by = notation.phrases("chunk")
        self._phrases = ChunkPhrases(notation)
        self._remarks = Remarks(notation)

    def chunks(self, text: str, tokens: list[Token]) -> list[Chunk]:
        """Return the chunks of a line. Raise Unread if a numeral is left over."""
        chunks: list[Chunk] = []
        words: Chunk | None = None  # the open chunk of words
        states = is_named = False
        place = 0
        while place < len(tokens):
            found = self._phrases.match(tokens, place)
            if end := self._remarks.end(tokens, place, follows=bool(chunks) and not found, states=states):
                chunk = Chunk(place, end, is_remark=True)
            elif found and found.says["is"] not in KINDS:
                chunk, states = self._stated(text, tokens, found, follows_amount=states and is_named), True
            elif not found and separates(tokens, place) and not _quotes_a_name(tokens, place):
                if words and (end := self._end_of_aside(tokens, place)):
                    words.end = place = end
                    continue
                chunk = Chunk(place, place + 1, is_mark=True)
            else:
                end = found.end if found else self._end_of_word(tokens, place)
                if words is None:
                    words = Chunk(place, end)
                    chunks.append(words)
                words.end = place = end
                words.has_numbers = words.has_numbers or found is not None
                is_named = True
                continue
            chunks.append(chunk)
            words, place = None, chunk.end
        return chunks

    def _end_of_word(self, tokens: list[Token], place: int) -> int:
        if tokens[place].is_numeral:
            raise Unread
        return place + 1

    def _stated(self, text: str, tokens: list[Token], found: Found, *, follows_amount: bool) -> Chunk:
        """Return the chunk of a phrase; a percent includes the lift that it is of.

        `follows_amount`: a movement and an amount come before, so a lift directly after a percent is not a new one.
        """
        if found.says["is"] == "basis":
            start = next(place for place in range(found.start, found.end) if tokens[place].symbol != "@")
            of, end = percent_of(self._notation, text, tokens, start)
            if of is None or not of.is_stated:
                raise Unread
            return Chunk(found.start, end, found, of=of)
        if found.says["is"] == "difference" and tokens[found.end - 1].symbol == "{percent}":
            _, end = percent_of(self._notation, text, tokens, found.end)  # `building to 80% of 1RM`
            return Chunk(found.start, max(found.end, end), found)
        if found.says["is"] not in _PERCENTS:
            return Chunk(found.start, found.end, found)
        of, end = percent_of(self._notation, text, tokens, found.end)
        if follows_amount and end == found.end and of == NO_LOAD:
            of, end = lift_after(self._notation, text, tokens, end)
        return Chunk(found.start, max(found.end, end), found, of=of)

    def _end_of_aside(self, tokens: list[Token], place: int) -> int:
        """Return the place after a bracket that has only words, which may belong to a name; 0 for any other.

        `Press in Clean (Sots Press)`
        """
        if tokens[place].symbol not in OPENING or self._phrases.basis(tokens, place + 1):
            return 0
        if self._is_only_sides(tokens, place + 1):
            return 0
        loads = self._notation.words("loads_in_words")
        for end in range(place + 1, len(tokens)):
            symbol = tokens[end].symbol
            if symbol in CLOSING:
                return end + 1 if end > place + 1 else 0
            if symbol in BRACKETS or symbol == "@" or symbol in loads or self._states_something(tokens, end):
                return 0
        return 0

    def _is_only_sides(self, tokens: list[Token], place: int) -> bool:
        """Return whether a bracket is only `each side`."""
        found = self._stated_by.match(tokens, place)
        if found is None or found.says["is"] != "side":
            return False
        return found.end < len(tokens) and tokens[found.end].symbol in CLOSING

    def _states_something(self, tokens: list[Token], place: int) -> bool:
        if tokens[place].is_numeral:
            return True
        found = self._stated_by.match(tokens, place)
        return found is not None and found.says["is"] not in _BESIDE_NAMES


def _quotes_a_name(tokens: list[Token], place: int) -> bool:
    """Return whether a mark here quotes words of the name that goes on after them: `"No-Touch" Snatch`."""
    if tokens[place].symbol != '"':
        return False
    quotes = [other for other, token in enumerate(tokens) if token.symbol == '"']
    opening = quotes.index(place) // 2 * 2
    begin, end = (quotes[opening : opening + 2] * 2)[:2]
    words = tokens[begin + 1 : end]
    following = tokens[end + 1].text if end + 1 < len(tokens) else ""
    return 0 < len(words) <= _MOST_WORDS_IN_QUOTES and following[:1].isalpha() and not any(w.is_numeral for w in words)
