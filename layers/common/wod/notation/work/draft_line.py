"""The line of a draft: its tokens and chunks, and what is around the chunk that is being read."""

from collections.abc import Iterator

from wod.notation.grammar.marks import BRACKETS, OPENING, depth_of
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Found
from wod.notation.text.tokens import COUNTS, Token, written
from wod.notation.values import Load
from wod.notation.work.chunks import Chunk

_AROUND_REMARKS = " .,;:-*()[]@"
_BEFORE_LOADS = frozenset({":", "=", "of", "is"})
_AFTER_NAMES = frozenset({":", "-", "--"})
_TOKENS_OF_NAME = 6  # `strict toes-to-bar`
_TOKENS_OF_KIND = 4  # with the marks between them and the number
ENDS_OF_LOADS = BRACKETS | {",", ";", "--"}
"""The marks that end a load in words."""


def trimmed(text: str) -> str:
    """Return words without the marks around them; a sign and a decimal point belong to a number: `-10%`, `.8 BW`."""
    bare = text.strip(_AROUND_REMARKS)
    sign = text[: text.find(bare)][-1:] if bare[:1].isdigit() else ""
    return f"{sign}{bare}" if sign in ("-", ".") else bare


class DraftLine:
    """The tokens and chunks of a line, and the place of the current chunk."""

    def __init__(self, notation: Notation, text: str, tokens: list[Token], chunks: list[Chunk]) -> None:
        self.text = text
        self.tokens = tokens
        self._notation = notation
        self._chunks = chunks
        self._number = 0  # of the current chunk
        self._place = 0  # of the next unread token

    def chunks(self) -> Iterator[Chunk]:
        """Yield each chunk that was not read together with a previous one."""
        for number, chunk in enumerate(self._chunks):
            if chunk.start >= self._place:
                self._number, self._place = number, chunk.end
                yield chunk

    @property
    def after(self) -> list[Chunk]:
        """Return the chunks after the current one."""
        return self._chunks[self._number + 1 :]

    @property
    def of(self) -> Load | None:
        """Return the lift and the rep max of the current percent; None if it is of something else."""
        return self._chunks[self._number].of

    @property
    def is_in_brackets(self) -> bool:
        """Return whether a bracket is open, or one was closed without being opened."""
        return self._depth != 0

    @property
    def _depth(self) -> int:
        """Return the number of brackets that are open before the current chunk."""
        return sum(map(depth_of, self.tokens[: self._chunks[self._number].start]))

    def count_of(self, kind: str) -> int:
        """Return the number of phrases of a kind in the line."""
        return sum(chunk.kind == kind for chunk in self._chunks)

    def tokens_of(self, chunk: Chunk) -> list[Token]:
        """Return the tokens of a chunk."""
        return self.tokens[chunk.start : chunk.end]

    def written_of(self, chunk: Chunk) -> str:
        """Return the words of a chunk as written."""
        return trimmed(written(self.text, self.tokens_of(chunk)))

    def written(self, found: Found, end: int | None = None) -> str:
        """Return the words of a phrase as written, up to the token before `end`."""
        return trimmed(written(self.text, self.tokens[found.start : end or found.end]))

    def says(self, found: Found, symbol: str) -> bool:
        """Return whether this symbol is in a phrase."""
        return any(token.symbol == symbol for token in self.tokens[found.start : found.end])

    def ends_with(self, found: Found, symbol: str) -> bool:
        """Return whether a phrase ends with this symbol."""
        return self.tokens[found.end - 1].symbol == symbol

    def opens_next_set(self) -> bool:
        """Return whether the current chunk is the first in a bracket after a comma: `(70%/2)x2, (75%/2)x3`."""
        start = self._chunks[self._number].start
        before = [token.symbol for token in self.tokens[max(0, start - 2) : start]]
        return self._depth == 1 and len(before) == 2 and before[0] in ENDS_OF_LOADS and before[1] in OPENING

    def is_all_in_bracket(self) -> bool:
        """Return whether an open bracket holds all items of the line: `3x (400 m Run, 21 Swings)`."""
        opening = next((place for place, token in enumerate(self.tokens) if token.symbol in OPENING), None)
        return opening is not None and not any(chunk.end <= opening and not chunk.is_mark for chunk in self._chunks)

    @property
    def has_sides(self) -> bool:
        """Return whether the line names a movement that is done on one side at a time: `Side Plank`."""
        return any(token.text.lower() in self._notation.words("one_sided") for token in self.tokens)

    @property
    def has_distance(self) -> bool:
        """Return whether the line states a distance."""
        return any(chunk.found is not None and "distance" in chunk.found.values for chunk in self._chunks)

    def is_compared(self, found: Found) -> bool:
        """Return whether a number is relative to another: `5% more than last week`."""
        compared = self._notation.words("compared")
        return found.end < len(self.tokens) and self.tokens[found.end].text.lower() in compared

    def names_movement(self, chunk: Chunk) -> bool:
        """Return whether words name a movement."""
        return self._notation.catalogue.mentions(written(self.text, self.tokens_of(chunk)))

    def counts_a_kind_of_sets(self, found: Found) -> bool:
        """Return whether a number counts the sets of a kind directly before it: `Curl: dropset x 3`."""
        kinds = self._notation.phrases("counted_kinds")
        starts = range(max(0, found.start - _TOKENS_OF_KIND), found.start)
        ends = (one.end for place in starts if (one := kinds.match(self.tokens, place)))
        return any(not any(token.speaks for token in self.tokens[end : found.start]) for end in ends)

    def counts_movement(self, found: Found) -> bool:
        """Return whether a phrase ends with the repetitions of the movement after it: `add 5 push-ups`."""
        number, after = self.tokens[found.end - 1], self.tokens[found.end : found.end + _TOKENS_OF_NAME]
        is_bare = number.symbol in COUNTS and bool(after)
        return is_bare and self._notation.catalogue.mentions(written(self.text, after))

    def is_maximum_or_earlier(self, found: Found) -> bool:
        """Return whether a load is a maximum or an earlier one: `(max 200 kg)`, `200 kg PR`, `previous 75%`."""
        bests = self._notation.words("maxima") if "weight" in found.values else frozenset[str]()
        after = self.tokens[found.end : found.end + 2]
        ends = [not token.text[:1].isalnum() for token in after]  # unlike `60 kg max reps` and `max 24 kg Swings`
        if after and after[0].symbol in bests and all(ends[1:]):
            return self._is_plain(found.end)
        place = found.start - 1
        while place > 0 and self.tokens[place].symbol in _BEFORE_LOADS:
            place -= 1
        is_best = place >= 0 and self.tokens[place].symbol in bests | self._notation.words("earlier")
        return is_best and all(ends[:1]) and self._is_plain(place)

    def _is_plain(self, place: int) -> bool:
        """Return whether a token is in no phrase, unlike the `max` of `3 x max`."""
        return not any(chunk.found and chunk.start <= place < chunk.end for chunk in self._chunks)

    def name_before(self, found: Found) -> str:
        """Return the word before a load and its mark that can only be a name, `Anna: 40 kg`; empty if none is."""
        before = self.tokens[max(0, found.start - 3) : found.start]
        if len(before) < 3 or before[2].symbol not in _AFTER_NAMES or before[0].speaks or not before[1].text.isalpha():
            return ""
        name = before[1].text
        is_implement = before[1].symbol in self._notation.phrases("implement_load").starts
        return "" if is_implement or name.islower() or self._notation.knows(name) else name

    def has_words_in_bracket(self) -> bool:
        """Return whether the bracket around the current chunk has words that name no group: `(Tom: 140 kg)`."""
        if not self.is_in_brackets:
            return False
        place = self._chunks[self._number].start
        marks = [at for at, token in enumerate(self.tokens) if token.symbol in ENDS_OF_LOADS]
        start = max((at for at in marks if at < place), default=0)
        end = next((at for at in marks if at > place), len(self.tokens))
        plain = self._notation.words("people") | self._notation.words("fillers")
        words = (
            token.text.lower()
            for chunk in self._chunks
            if chunk.found is None and not chunk.is_mark and start <= chunk.start < end
            for token in self.tokens_of(chunk)
        )
        return any(word[:1].isalpha() and word not in plain for word in words)
