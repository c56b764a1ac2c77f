"""From the tokens of a line to what it asks for: movements, each with its amount, its load and its sets.

The line is divided into chunks (the table `chunk` of notation.toml), names, and remarks. Every numeral has to be part of
a chunk, of a name or of a remark that says how; a line with a numeral that is left is not read.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from wod.models import Part
from wod.notation.names import Names, name_of
from wod.notation.notation import Notation
from wod.notation.phrases import PUNCTUATION, Found
from wod.notation.tokens import Token
from wod.notation.values import (
    NO_AMOUNT,
    NO_LOAD,
    NO_PAUSE,
    NO_RHYTHM,
    Amount,
    Conflict,
    Load,
    Pause,
    Rhythm,
    Span,
)

_SEPARATORS = frozenset({",", ";", ":", ".", "--", "---", "|", "...", "…", "=", "•"})
_JOINTS = frozenset({"and", "then", "+", "/", ",", ";"})
_FILLERS = frozenset(
    {"perform", "of", "a", "then", "and", "in", "for", "with", "to", "at", "on", "x", "rep", "set", "each", "from"}
)
_MOST_SETS = 30
_MOST_REPS = 1000
_MOST_PERCENT = 200
_LEAST_INTERVAL = 5
_LONGEST_HOLD = 120  # seconds: nobody snatches for so long, it is somebody's result
_LIFTED = frozenset({"snatch", "clean", "jerk", "clean and jerk", "press", "pull", "squat"})
_HELD = frozenset(
    [
        "plank",
        "hold",
        "hang",
        "sit",
        "support",
        "stretch",
        "bridge",
        "handstand",
        "rest",
        "wall",
        "row",
        "run",
        "bike",
        "ski",
        "airdyne",
        "erg",
        "hollow",
        "arch",
        "carry",
    ]
)
_HIGH = frozenset(["jump", "jumps", "box", "step", "steps"])
_LOAD_WORDS = frozenset(
    [
        "start",
        "starting",
        "begin",
        "beginning",
        "cap",
        "capped",
        "build",
        "building",
        "work",
        "working",
        "add",
        "adding",
        "increase",
        "increasing",
        "drop",
        "dropping",
        "up",
        "same",
        "heavier",
        "lighter",
        "heavy",
        "light",
        "moderate",
        "end",
        "ending",
        "finish",
        "finishing",
        "stay",
        "keep",
        "load",
        "loads",
        "max",
    ]
)


class Unread(Exception):
    """The tokens are no movement, or say something that no field takes."""


@dataclass(slots=True)
class Item:
    """One movement with what is asked of it; without a name what is asked of the movement above."""

    name: str = ""
    parts: tuple[Part, ...] = ()
    amount: Amount = NO_AMOUNT
    load: Load = NO_LOAD
    rhythm: Rhythm = NO_RHYTHM
    rest: Pause = NO_PAUSE
    each_side: bool = False
    remark: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it is the name alone."""
        heavy = self.load.is_heavy or self.load.tempo
        return not (self.amount.is_stated or heavy or self.rhythm.is_stated or self.rest.is_stated)


@dataclass(slots=True)
class _Chunk:
    """Tokens from `start` to before `end`: a mark, words, or a phrase."""

    start: int
    end: int
    found: Found | None = None
    is_mark: bool = False
    numbers: bool = False  # words with numbers that say how: `with 2 second pause`
    is_remark: bool = False  # the rest of the line says how, whatever numbers it has
    of: Load | None = None  # what a percent is of; None for what is no rep max

    @property
    def kind(self) -> str:
        return str(self.found.says["is"]) if self.found else ""


class Items:
    """Reads the items of a line."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._names = names
        self._chunks = notation.phrases("chunk")

    def read(self, text: str, tokens: list[Token], *, in_scheme: bool, named: bool = True) -> list[Item]:
        """Return the items of a line of movements; with `named` false also of a line that names none.

        Raise Unread if the line is something else.
        """
        has_plus = _has_plus(tokens)
        if has_plus:
            try:
                return [self._complex(text, tokens, in_scheme=in_scheme)]
            except (Unread, Conflict):
                pass
        chunks = self._chunked(text, tokens)
        drafts = _Line(self._notation, self._names, text, tokens, chunks, in_scheme=in_scheme).items()
        if named and not drafts[0].name:
            raise Unread
        if has_plus and not any(_is_measured(item) for item in drafts):
            raise Unread  # a complex of which a part was not understood
        return drafts

    # Chunks

    def _chunked(self, text: str, tokens: list[Token]) -> list[_Chunk]:
        chunks: list[_Chunk] = []
        place = 0
        words: _Chunk | None = None
        while place < len(tokens):
            found = self._phrase(tokens, place)
            aside = self._end_of_remark(tokens, place) if chunks and place and not found else 0
            if tokens[place].symbol == "or" and any(chunk.found for chunk in chunks) and place + 1 < len(tokens):
                aside = len(tokens)  # an alternative is no prescription
            elif tokens[place].symbol in ("(", "[") and any(chunk.found for chunk in chunks):
                aside = self._end_of_levels(tokens, place)
            if aside:
                chunks.append(_Chunk(place, aside, is_remark=True))
                words, place = None, aside
            elif found and found.says["is"] in ("name", "limb", "quarter"):
                words = self._extended(chunks, words, place, found.end)
                words.numbers = True
                place = found.end
            elif found:
                of, end = None, found.end
                if found.says["is"] in _PERCENTS:
                    of, behind = percent_of(self._notation, text, tokens, found.end)
                    end = max(end, behind) if of else end
                chunks.append(_Chunk(place, end, found, of=of))
                words, place = None, end
            elif self._separates(tokens, place):
                end = self._end_of_aside(tokens, place)
                if end and words:
                    words.end, place = end, end
                    continue
                chunks.append(_Chunk(place, place + 1, is_mark=True))
                words, place = None, place + 1
            elif tokens[place].is_numeral:
                raise Unread
            else:
                words = self._extended(chunks, words, place, place + 1)
                place += 1
        return chunks

    def _extended(self, chunks: list[_Chunk], words: _Chunk | None, start: int, end: int) -> _Chunk:
        if words is None:
            words = _Chunk(start, end)
            chunks.append(words)
        words.end = end
        return words

    def _phrase(self, tokens: list[Token], place: int) -> Found | None:
        if tempo := _tempo_with_small_x(tokens, place):
            return tempo
        found = self._chunks.match(tokens, place)
        if found and found.says["is"] in ("name", "limb", "quarter"):
            if any(self._breaks(tokens, between) for between in range(found.start, found.end)):
                return self._shorter(tokens, place)
            if found.says["is"] == "quarter" and not _QUARTER.fullmatch(tokens[place].text):
                return None
        if found and tokens[found.end - 1].symbol == "box" and found.end < len(tokens) and tokens[found.end].speaks:
            return Found(found.start, found.end - 1, found.says, found.values)  # `24" Box Jump`
        if found and found.says["is"] == "limb" and found.values["counted"].least > 2:
            return None if not tokens[place].is_numeral else Found(place, place + 1, _COUNT, {"reps": tokens[place]})
        return found

    def _shorter(self, tokens: list[Token], place: int) -> Found | None:
        """A phrase that ends before the next mark: in `Plank Hold - 60 seconds` the time is no part of the name."""
        end = next(other for other in range(place, len(tokens)) if self._breaks(tokens, other))
        return self._chunks.match(tokens[:end], place)

    def _end_of_remark(self, tokens: list[Token], place: int) -> int:
        """The place behind a remark that begins here, behind a mark: the rest of the line or of the bracket."""
        before = place - 1
        if not self._separates(tokens, before) and tokens[before].symbol != ".":
            return 0
        opener = tokens[place].text.lower()
        if opener == "then":
            opener = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
        if opener not in self._notation.words("remark_openers"):
            return 0
        depth = 0
        for end in range(place, len(tokens)):
            depth += (tokens[end].symbol in ("(", "[")) - (tokens[end].symbol in (")", "]"))
            if depth < 0:
                return end
        return len(tokens)

    def _end_of_levels(self, tokens: list[Token], place: int) -> int:
        """The place behind a bracket with the loads of several levels, or with a sentence: `(Rx 95/65, Scaled 75/55)`."""
        end = next((other for other in range(place, len(tokens)) if tokens[other].symbol in (")", "]")), 0)
        words = {token.text.lower() for token in tokens[place:end]}
        if not words:
            return 0
        sentence = not tokens[place + 1].is_numeral and len(words) > 3 and words & self._notation.words("prose")
        says_how = words & self._notation.words("levels") or sentence
        return end + 1 if end and says_how else 0

    def _breaks(self, tokens: list[Token], place: int) -> bool:
        """Whether no name goes on behind this mark: `3- Position` is one, `Hold - 60 seconds` is not."""
        token = tokens[place]
        if token.symbol == "-":
            before = place > 0 and tokens[place - 1].end < token.start
            return before and place + 1 < len(tokens) and tokens[place + 1].start > token.end
        return token.symbol in _SEPARATORS or token.symbol in "()[]"

    def _separates(self, tokens: list[Token], place: int) -> bool:
        """Whether a mark stands between two things: a comma, ` - `, a bracket; not the hyphen of a word."""
        token = tokens[place]
        if token.symbol in _SEPARATORS or token.symbol in "()[]":
            return token.symbol != "." or place + 1 == len(tokens) or tokens[place + 1].start > token.end
        if token.symbol in ("-", "*", "~", "_", "'", '"'):
            before = place == 0 or tokens[place - 1].end < token.start
            behind = place + 1 == len(tokens) or tokens[place + 1].start > token.end
            return before or behind
        return False

    def _end_of_aside(self, tokens: list[Token], place: int) -> int:
        """The place behind a bracket that has words alone, which may belong to a name: `Press in Clean (Sots Press)`."""
        if tokens[place].symbol not in ("(", "["):
            return 0
        for end in range(place + 1, len(tokens)):
            if tokens[end].symbol in (")", "]"):
                return end + 1 if end > place + 1 else 0
            if tokens[end].symbol in ("(", "[", "@") or self._starts_numbers(tokens, end):
                return 0
        return 0

    def _starts_numbers(self, tokens: list[Token], place: int) -> bool:
        found = self._chunks.match(tokens, place)
        return tokens[place].is_numeral or bool(found and found.says["is"] not in ("name", "limb", "side"))

    # Complexes

    def _complex(self, text: str, tokens: list[Token], *, in_scheme: bool) -> Item:
        """`Clean + 2 Front Squats + Jerk`, bracketed or not, with counts in front, in brackets or behind an x."""
        item, start = self._sets_in_front(tokens)
        opening = self._opening(tokens, start)
        if opening:
            inner_start, inner_end = start + 1, opening - 1
            tail = opening
        else:
            inner_start, inner_end = start, self._end_of_complex(tokens, start)
            tail = inner_end
        parts, counted_behind, end = self._parts(text, tokens[inner_start:inner_end], in_scheme=in_scheme)
        if len(parts) < 2:
            raise Unread
        if end < inner_end - inner_start:
            tail = inner_start + end
        first, last = tokens[inner_start], tokens[(inner_start + end if not opening else inner_end) - 1]
        name = " + ".join(part.movement for part in parts) if counted_behind else text[first.start : last.end]
        item.name, item.parts = name_of(name), tuple(parts)
        if tail < len(tokens):
            chunks = self._chunked(text, tokens[tail:])
            line = _Line(self._notation, self._names, text, tokens[tail:], chunks, in_scheme=in_scheme, item=item)
            items = line.items()
            if len(items) > 1:
                raise Unread
            item = items[0]
        else:
            _check(item)
        if item.amount.plus:
            item = _with_counts(item)
        return item

    def _sets_in_front(self, tokens: list[Token]) -> tuple[Item, int]:
        """`5 x (…)`, `3 sets of …`"""
        found = self._chunks.match(tokens, 0)
        if found and found.says["is"] == "sets":
            end = found.end + (1 if found.end < len(tokens) and tokens[found.end].symbol == "of" else 0)
            while end < len(tokens) and tokens[end].symbol in (":", "-", ","):
                end += 1
            return Item(rhythm=Rhythm(sets=_span(found.values["sets"]))), end
        if len(tokens) > 2 and tokens[0].symbol == "{count}" and tokens[1].symbol == "x":
            return Item(rhythm=Rhythm(sets=_span(tokens[0]))), 2
        start = 0
        while start < len(tokens) and tokens[start].symbol in ("perform", "of", "a", ":", "-"):
            start += 1
        return Item(), start

    def _opening(self, tokens: list[Token], start: int) -> int:
        """The place behind the bracket that opens here, if all of the complex is in it; or 0."""
        if start >= len(tokens) or tokens[start].symbol not in ("(", "["):
            return 0
        depth = 0
        for place in range(start, len(tokens)):
            depth += (tokens[place].symbol in ("(", "[")) - (tokens[place].symbol in (")", "]"))
            if depth == 0:
                has_plus = any(token.symbol == "+" for token in tokens[start:place])
                return place + 1 if has_plus and not any(t.symbol == "+" for t in tokens[place:]) else 0
        return 0

    def _end_of_complex(self, tokens: list[Token], start: int) -> int:
        """Where what is asked of the whole begins, behind the last plus."""
        last_plus = max(place for place, token in enumerate(tokens) if token.symbol == "+")
        counted = any(token.symbol == "x" for token in tokens[start:last_plus])
        for place in range(last_plus + 1, len(tokens)):
            symbol = tokens[place].symbol
            if symbol in ("@", ",", ";", ":", "--", "rest", "at"):
                return place
            if symbol == "x" and not counted:
                return place
            if symbol == "-" and self._separates(tokens, place):
                return place
            if symbol in ("(", "[") and place + 1 < len(tokens) and self._whole_bracket(tokens, place, start):
                return place
            if tokens[place].is_numeral and place > last_plus + 1:
                following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
                if symbol not in ("{count}", "{range}") or following in ("x", "set"):
                    return place
        return len(tokens)

    def _whole_bracket(self, tokens: list[Token], place: int, start: int) -> bool:
        """Whether a bracket is about the whole: `(4 sets @ 70%)`, `(2+1)`, and not the count of a part, `(2)`."""
        inside = tokens[place + 1]
        after = tokens[place + 2].symbol if place + 2 < len(tokens) else ""
        if inside.symbol == "{count}" and after in (")", "]", "rep"):
            earlier = any(
                tokens[other].symbol in ("(", "[") and tokens[other + 1].symbol == "{count}"
                for other in range(start, place)
            )
            return not earlier
        return (inside.is_numeral and inside.symbol != "{time}") or inside.symbol == "@"

    def _parts(self, text: str, tokens: list[Token], *, in_scheme: bool) -> tuple[list[Part], bool, int]:
        """The movements between the plus signs, whether their counts stand behind them, and where they end."""
        parts: list[Part] = []
        behind = False
        start = 0
        ends = [place for place, token in enumerate(tokens) if token.symbol == "+"]
        for end in [*ends, len(tokens)]:
            piece = [token for token in tokens[start:end] if token.symbol not in (";",)]
            start = end + 1
            count = 1
            if piece and piece[0].symbol == "{count}" and len(piece) > 1 and not _is_position(piece):
                count, piece = int(piece[0].least), piece[1:]
            while piece and piece[0].symbol in ("x", "a", "rep", "of", "then"):
                piece = piece[1:]
            if len(piece) > 2 and piece[-1].symbol == "rep":
                piece = piece[:-1]
            if len(piece) > 2 and piece[-2].symbol == "x" and piece[-1].symbol == "{count}":
                count, piece, behind = int(piece[-1].least), piece[:-2], True
            elif (
                len(piece) > 3
                and piece[-1].symbol in (")", "]")
                and piece[-2].symbol in ("{count}", "rep")
                and (bracket := _bracketed_count(piece))
            ):
                count, piece, behind = bracket[0], piece[: bracket[1]], True
            elif len(piece) > 1 and piece[-1].symbol == "{count}" and count == 1:
                raise Unread
            if not piece or not 1 <= count <= 50:
                raise Unread
            name = name_of(text[piece[0].start : piece[-1].end])
            if not self._names.is_name(name, in_scheme=in_scheme, firm=True):
                raise Unread
            parts.append(Part(movement=name, reps=count))
        return parts, behind, len(tokens)


def _bracketed_count(piece: list[Token]) -> tuple[int, int] | None:
    """The count of `(2)` or `(2 reps)` at the end, and where the bracket opens."""
    place = -3 if piece[-2].symbol == "{count}" else -4
    if len(piece) > -place and piece[place].symbol in ("(", "[") and piece[place + 1].symbol == "{count}":
        return int(piece[place + 1].least), len(piece) + place
    return None


def _is_position(piece: list[Token]) -> bool:
    """`3-Position Snatch`: the number is part of the name."""
    following = piece[1].symbol if piece[1].symbol != "-" or len(piece) < 3 else piece[2].symbol
    return following in ("position", "pos", "count", "second", "way", "stop", "part", "stage", "point", "arm", "side")


def _with_counts(item: Item) -> Item:
    """The item with what `2+1` says of its parts: how often each is done in one repetition of the whole."""
    plus = item.amount.plus
    if len(plus) != len(item.parts):
        raise Unread
    parts = tuple(part.model_copy(update={"reps": reps}) for part, reps in zip(item.parts, plus, strict=True))
    amount = replace(item.amount, plus=(), reps=item.amount.reps or Span(1, 1))
    return replace(item, parts=parts, amount=amount)


class _Line:
    """Takes the chunks of a line one after another."""

    def __init__(
        self,
        notation: Notation,
        names: Names,
        text: str,
        tokens: list[Token],
        chunks: list[_Chunk],
        *,
        in_scheme: bool,
        item: Item | None = None,
    ) -> None:
        self._notation = notation
        self._names = names
        self._text = text
        self._tokens = tokens
        self._chunks = chunks
        self._in_scheme = in_scheme
        self._item = item or Item()
        self._items = [self._item]
        self._separated = False
        self._depth = 0
        self._last = ""  # what the chunk before was: "amount", "load", "name", …
        self._count_in_front = False
        self._mark: Token | None = None
        self._place = 0  # of the token behind the last chunk that was taken

    def items(self) -> list[Item]:
        """Return the items. Raise Unread if the chunks do not fit together."""
        for number, chunk in enumerate(self._chunks):
            if chunk.start < self._place:
                continue  # taken together with one before
            self._place = chunk.end
            try:
                self._take(number, chunk)
            except Conflict:
                self._next_item(chunk)
                try:
                    self._take(number, chunk)
                except Conflict:
                    raise Unread from None
        self._settle_mark()
        named = [item for item in self._items if item.name]
        if len(self._items) > 1:
            if len(named) <= 1 and (not named or self._items[0].name):
                if not all(_is_a_set(item) for item in self._items):
                    raise Unread
                for item in self._items:
                    if not item.rhythm.sets:
                        item.rhythm = replace(item.rhythm, sets=Span(1, 1))
            elif len(named) < len(self._items) or len({item.amount.is_stated for item in self._items}) > 1:
                raise Unread
        for item in self._items:
            self._with_calories(item)
            _check(item)
            if not item.name and item.is_bare:
                raise Unread
            if item.name and not item.parts:
                self._check_named(item)
        return self._items

    def _with_calories(self, item: Item) -> None:
        """`15/12 Echo Bike Calories`: the number counts calories, and the last word is no part of the name."""
        *words, last = item.name.split() or [""]
        if not words or self._notation.vocabulary.unit(last) != "cal" or item.amount.kinds > 1:
            return
        amount = item.amount
        if amount.reps:
            item.amount = Amount(calories=amount.reps, calories_women=amount.reps_women)
            item.name = " ".join(words)

    def _check_named(self, item: Item) -> None:
        """Raise Unread for results and headings that look like a movement: `C&J – 9:10`, `Elite Division: 135/95 lb`."""
        found = self._notation.catalogue.find(item.name)
        amount = item.amount
        long = amount.time is not None and (amount.time.least or 0) >= _LONGEST_HOLD
        if found and found.lift and found.family in _LIFTED and long:
            raise Unread
        if not found and not self._names.mentions(item.name):
            if amount.time or not (amount.is_stated or item.rhythm.sets or item.is_bare):
                raise Unread

    def _take(self, number: int, chunk: _Chunk) -> None:
        if chunk.is_mark:
            symbol = self._tokens[chunk.start].symbol
            self._depth += (symbol in ("(", "[")) - (symbol in (")", "]"))
            self._separated = True
            return
        symbols = {token.symbol for token in self._tokens[chunk.start : chunk.end]}
        if (
            chunk.found is None
            and symbols <= {"and", "then", "/", "or"}
            and (self._item.name or self._item.amount.kinds)
        ):
            if number + 1 == len(self._chunks):
                raise Unread
            self._separated = True
            return
        if chunk.is_remark:
            self._aside(chunk)
        elif chunk.found is None:
            self._words(number, chunk)
        else:
            _TAKERS[chunk.kind](self, chunk.found, number)
        self._separated = False

    def _next_item(self, chunk: _Chunk) -> None:
        """Begin the next item of a list: `70% x 3, 75% x 3`, `1 mile Run, 100 Pull-Ups`."""
        item = self._item
        complete = item.amount.is_stated and bool(item.load.percent or item.load.weight or item.load.rpe)
        complete = complete or (bool(item.name) and item.amount.is_stated and self._counts_another(chunk))
        if not (self._separated or complete) or self._depth > 0 or item.is_bare or item.parts:
            raise Unread
        self._settle_mark()
        self._item = Item()
        self._items.append(self._item)
        self._last, self._count_in_front = "", False

    def _counts_another(self, chunk: _Chunk) -> bool:
        """Whether a count has a movement of its own behind it, in a line without marks: `800 m Run 21 Power Cleans`."""
        following = next((other for other in self._chunks if other.start >= chunk.end), None)
        if chunk.kind not in ("count", "amount", "pair") or following is None or following.found or following.is_mark:
            return False
        tokens = self._tokens[following.start : following.end]
        return self._notation.catalogue.find(name_of(self._text[tokens[0].start : tokens[-1].end])) is not None

    # Words

    def _words(self, number: int, chunk: _Chunk) -> None:
        tokens = self._tokens[chunk.start : chunk.end]
        if tokens[0].symbol == "@" or (
            tokens[0].symbol == "at" and self._last in ("amount", "name") and self._item.name
        ):
            if tokens[0].symbol == "@" or self._in_words(tokens[1:]):
                self._load_in_words(chunk)
                return
        if not self._item.name:
            self._name(number, chunk, tokens)
        else:
            self._remark(number, chunk, tokens)

    def _in_words(self, tokens: list[Token]) -> bool:
        """Whether words are a load: `at a moderate weight`, `at bodyweight`."""
        return any(
            token.symbol in ("load", "bodyweight", "bw", "heavy", "moderate", "light", "pace") for token in tokens
        )

    def _load_in_words(self, chunk: _Chunk) -> None:
        start, end = self._tokens[chunk.start].end, self._tokens[chunk.end - 1].end
        words = self._text[start:end].strip(" .,;:")
        if not words or chunk.numbers or self._names.is_prose(self._tokens[chunk.start : chunk.end]):
            raise Unread
        self._load(Load(text=words))

    def _name(self, number: int, chunk: _Chunk, tokens: list[Token]) -> None:
        while tokens and tokens[0].symbol in _FILLERS and len(tokens) > 1:
            tokens = tokens[1:]
        while len(tokens) > 1 and tokens[-1].symbol in (
            "for",
            "of",
            "in",
            "to",
            "a",
            "at",
            "with",
            "then",
            "and",
            "x",
            "/",
        ):
            tokens = tokens[:-1]
        if all(token.symbol in _FILLERS or not token.speaks for token in tokens):
            return
        if any(token.symbol in ("@", "=") for token in tokens):
            raise Unread
        if len(tokens) > 2 and tokens[-2].symbol == "for" and tokens[-1].symbol in ("load", "time", "quality", "rep"):
            tokens = tokens[:-2]
        if tokens[0].symbol == "max" and len(tokens) > 1 and not self._item.amount.is_stated:
            behind = name_of(self._text[tokens[1].start : tokens[-1].end])
            whole = self._notation.catalogue.find(name_of(self._text[tokens[0].start : tokens[-1].end]))
            if self._notation.catalogue.find(behind) and (not whole or "Max" not in whole.name):
                self._amount(Amount(max_reps=True))
                tokens = tokens[1:]
        text = self._text[tokens[0].start : tokens[-1].end]
        name = self._without_score(name_of(text))
        firm = self._item.amount.is_stated or any(
            other.found is not None and other.kind in _FIRM for other in self._chunks[number + 1 :]
        )
        names = self._several(tokens)
        if not names and self._names.is_name(name, in_scheme=self._in_scheme, firm=firm):
            if self._items[:-1] and not self._item.is_bare and self._last == "":
                raise Unread
            self._item.name, self._last = name, "name"
            return
        if not names:
            raise Unread
        first, *others = names
        self._item.name, self._last = first, "name"
        for other in others:
            self._items.append(replace(self._item, name=other))
        self._item = self._items[-1] if len(self._chunks) > number + 1 else self._item

    def _without_score(self, name: str) -> str:
        """The name without a bracket that says what is written down: `Back Squat (Weight)`."""
        bracket = re.search(r"\s*[(\[]([^()\[\]]*)[)\]]$", name)
        if bracket and bracket.start():
            words = re.findall(r"[a-z]+", bracket[1].lower())
            if words and all(word in self._notation.words("scores") for word in words):
                return name[: bracket.start()]
        return name

    def _several(self, tokens: list[Token]) -> list[str]:
        """The names of `Thrusters and Pull-Ups`; none if it is one movement, or one of them is none."""
        if self._notation.catalogue.find(self._text[tokens[0].start : tokens[-1].end]):
            return []
        names: list[str] = []
        start = 0
        joints = [place for place, token in enumerate(tokens) if token.symbol in _JOINTS and token.symbol != "/"]
        for end in [*joints, len(tokens)]:
            if end > start:
                name = name_of(self._text[tokens[start].start : tokens[end - 1].end])
                if not self._notation.catalogue.find(name):
                    return []
                names.append(name)
            start = end + 1
        return names if len(names) > 1 else []

    def _remark(self, number: int, chunk: _Chunk, tokens: list[Token]) -> None:
        """What stands behind a name and its amount, and is neither: it says how, or is another movement."""
        words = [token for token in tokens if token.speaks]
        if not words:
            return
        text = self._text[tokens[0].start : tokens[-1].end]
        first = words[0].text.lower()
        if any(token.symbol in ("x", "@", "%") for token in tokens):
            raise Unread
        if not self._depth and self._notation.catalogue.find(name_of(text)) and not chunk.numbers:
            joined = self._separated or first in ("and", "then")
            if not joined or self._item.is_bare:
                raise Unread
            self._settle_mark()
            self._item = Item(name=name_of(text))
            self._items.append(self._item)
            self._last = "name"
            return
        if len(words) == 1 and (words[0].symbol in ("rep", "set") or self._notation.vocabulary.unit(words[0].text)):
            raise Unread  # the unit of a number that was taken for something else
        if words[0].symbol in ("and", "then", "&") and len(words) > 1:
            name = name_of(self._text[words[1].start : tokens[-1].end])
            if self._notation.catalogue.find(name) and not self._depth:
                self._settle_mark()
                self._item = Item(name=name)
                self._items.append(self._item)
                self._last = "name"
                return
        if not self._separated and not self._depth:
            if first in ("if", "when", "unless") and self._last == "load":
                self._add_remark(text)
                return
            if first in self._notation.words("prose_behind"):
                raise Unread
            if first not in self._notation.words("behind_amount") and words[0].symbol not in (
                "side",
                "load",
                "each",
                "rep",
            ):
                raise Unread
            if self._names.is_prose(words):
                raise Unread
        self._add_remark(text)

    def _aside(self, chunk: _Chunk) -> None:
        """Take a remark with all its numbers: as a load in words if it is about loads."""
        if not self._item.name and not self._item.amount.kinds:
            raise Unread
        tokens = self._tokens[chunk.start : chunk.end]
        text = self._text[tokens[0].start : tokens[-1].end].strip(" .,;:-*()[]")
        if any(token.symbol in _OF_LOADS for token in tokens):
            self._load(Load(text=text))
        else:
            self._add_remark(text)

    def _add_remark(self, text: str) -> None:
        text = text.strip(" .,;:-*()[]")
        self._item.remark = f"{self._item.remark}; {text}" if self._item.remark else text
        self._last = "remark"

    # Phrases

    def _amount(self, amount: Amount) -> None:
        if self._item.amount.is_stated and amount.kinds + amount.max_reps and self._item.amount.kinds:
            raise Conflict("amount")
        self._item.amount = self._item.amount.with_(amount)
        self._last = "amount"

    def _sets(self, sets: Span) -> None:
        self._item.rhythm = self._item.rhythm.with_(Rhythm(sets=sets))

    def _load(self, load: Load) -> None:
        if load.text and self._item.load.text:
            load = replace(load, text=f"{self._item.load.text}; {load.text}")
            self._item.load = replace(self._item.load, text="")
        self._item.load = self._item.load.with_(load)
        self._last = "load"

    def _written(self, found: Found, end: int | None = None) -> str:
        """The words of a phrase as written, up to the token before `end`."""
        text = self._text[self._tokens[found.start].start : self._tokens[(end or found.end) - 1].end]
        return text.strip(" .,;:*-").lstrip("@ ").strip()

    def _compared(self, found: Found) -> bool:
        """Take a number that is more or less than another, `5% more than last week`, as a load in words."""
        following = self._tokens[found.end] if found.end < len(self._tokens) else None
        if following is None or following.text.lower() not in self._notation.words("compared"):
            return False
        self._load_until_mark(found)
        return True

    def _load_until_mark(self, found: Found) -> None:
        """Take a phrase and all words behind it, up to the next mark, as a load in words."""
        end = found.end
        while end < len(self._tokens) and not (
            self._tokens[end].symbol in (",", ";", "(", ")", "[", "]", "--")
            or (self._tokens[end].symbol == "-" and self._tokens[end].start > self._tokens[end - 1].end)
        ):
            if self._tokens[end].is_numeral and self._tokens[end].symbol not in ("{rm}", "{ordinal}"):
                raise Unread
            end += 1
        self._place = end
        self._load(Load(text=self._written(found, end)))

    def _settle_mark(self) -> None:
        """Say what `30"` and `7'` are: seconds and minutes of what is held, inches and feet of the others."""
        mark, self._mark = self._mark, None
        if mark is None:
            return
        if self._item.load.text:
            raise Unread
        words = set(self._item.name.lower().replace("-", " ").split())
        if self._item.amount.kinds:
            self._load(Load(text=mark.text))
        elif mark.symbol == "{seconds_or_inches}":
            if words & _HIGH:
                self._load(Load(text=mark.text))
                return
            self._amount(Amount(time=Span(mark.least, mark.most)))
        elif words & _HELD - {"carry"}:
            self._amount(Amount(time=Span(60 * mark.least, 60 * (mark.most or mark.least))))
        else:
            self._amount(Amount(distance=Span(mark.least, mark.most), distance_unit="ft"))


def _take_sets_by_amount(line: _Line, found: Found, number: int) -> None:
    values = found.values
    if line._item.amount.kinds or line._item.rhythm.sets:
        raise Conflict("amount")
    amount = line_amount(line, found)
    sets = _span(values["sets"])
    if sets.least != sets.most and amount and amount.reps and values["sets"].start < values["reps"].start:
        # `3-4 x 5` are three to four sets, `6-8 x 3` are three sets
        reps = amount.reps
        said = line._tokens[found.end - 1].symbol == "rep"
        if said and reps.least == reps.most:
            reps = Span(None, None)
        elif reps.least != reps.most or sets.least == reps.least or sets.most is None:
            raise Unread
        if reps.least is not None and (sets.least or 0) > reps.least:
            sets, amount = reps, Amount(reps=sets)
    line._sets(sets)
    if amount is not None:
        line._amount(amount)
    line._last = "amount"


def line_amount(line: _Line, found: Found) -> Amount | None:
    """The amount that a phrase states; None if it is a mark that needs the name to be understood."""
    values, says = found.values, found.says
    if "mark" in values:
        if line._mark is not None:
            raise Unread
        line._mark = values["mark"]
        return None
    return amount_of(values, says)


def amount_of(values: Any, says: Any) -> Amount:
    """Return the amount that the numerals of a phrase state."""
    if says.get("max_reps"):
        return Amount(max_reps=True, time=_span(values["time"]) if "time" in values else None)
    if "heavy" in says:
        return Amount(reps=Span(says["heavy"], says["heavy"]))
    if "reps" in values:
        return Amount(reps=_span(values["reps"]))
    if "pair" in values:
        first, second = values["pair"].items
        return Amount(reps=Span(first, first), reps_women=int(second))
    if "series" in values:
        token = values["series"]
        return Amount(per_set=_whole(token.items), open_end=token.most is None)
    if "plus" in values:
        return Amount(plus=_whole(values["plus"].items))
    if "pieces" in values:
        text = values["pieces"].text
        if not re.fullmatch(r"[1-9]\.[1-9]", text):
            raise Unread
        return Amount(cluster=(int(text[0]), int(text[2])))
    if "cluster" in values:
        return Amount(cluster=_whole(values["cluster"].items))
    if "time" in values:
        token = values["time"]
        return Amount(time=_span(token))
    if "distance" in values:
        token = values["distance"]
        return Amount(distance=_span(token), distance_women=token.second, distance_unit=token.unit)
    token = values["calories"]
    (second,) = _whole((token.second,)) if token.second is not None else (None,)
    return Amount(calories=_span(token), calories_women=second)


def _take_twice(line: _Line, found: Found, number: int) -> None:
    """`80% x 3 x 4` is reps by sets, `Snatch x 5 x 3` sets by reps."""
    if line._item.amount.kinds:
        raise Conflict("amount")
    second = found.values["second"]
    if "plus" in found.values:
        line._amount(Amount(plus=_whole(found.values["plus"].items)))
        line._sets(_span(second))
        return
    first = found.values["first"]
    heavy = line._last == "load" and (line._item.load.percent or line._item.load.weight)
    reps, sets = (first, second) if heavy else (second, first)
    line._sets(_span(sets))
    line._amount(Amount(reps=_span(reps)))


def _take_amount(line: _Line, found: Found, number: int) -> None:
    amount = line_amount(line, found)
    if "heavy" in found.says and found.end - found.start > 1 and not line._item.load.is_stated:
        line._load(Load(text="heavy"))
    if amount is None:
        if line._item.amount.kinds:
            mark, line._mark = line._mark, None
            line._load(Load(text=mark.text if mark else ""))
        return
    stated = line._item.amount
    if amount.per_set and stated.kinds and line._depth:  # `(185, 135, 155, 115)`
        line._load(Load(text=line._written(found)))
        return
    single = amount.reps is not None and amount.reps.least == amount.reps.most and found.says.get("times")
    measured = stated.time or stated.distance or stated.calories or (line._count_in_front and stated.reps)
    ends_with_rep = line._tokens[found.end - 1].symbol == "rep"
    if single and measured and not ends_with_rep and line._item.name and not line._item.rhythm.sets:
        line._sets(amount.reps or Span(1, 1))
        return
    if amount.plus and stated.kinds == 0 and not line._item.parts and line._item.name:
        line._amount(_sum_of_one(line, amount))
        return
    line._amount(amount)


def _sum_of_one(line: _Line, amount: Amount) -> Amount:
    """`2+1` behind one movement is a cluster; of a clean and jerk it is two cleans and a jerk, and no number."""
    return amount


def _take_count(line: _Line, found: Found, number: int) -> None:
    token = found.values["reps"]
    if line._item.amount.kinds:
        raise Conflict("amount")
    following = next((chunk for chunk in line._chunks[number + 1 :] if not chunk.is_mark), None)
    loaded = following is not None and following.found is not None and following.kind in _LOADS
    if line._item.name and not loaded:
        raise Unread
    if not line._item.name and following is None and not line._item.load.is_stated:
        raise Unread
    line._amount(Amount(reps=_span(token)))
    line._count_in_front = not line._item.name


def _take_percent_by_reps(line: _Line, found: Found, number: int) -> None:
    """`70%/3`"""
    line._load(Load(percent=_span(found.values["percent"])))
    line._amount(Amount(reps=_span(found.values["reps"])))


def _take_left_and_right(line: _Line, found: Found, number: int) -> None:
    """`3 x 6L/6R`"""
    reps = found.values["reps"]
    if reps.least != found.values["second"].least:
        raise Unread
    if "sets" in found.values:
        line._sets(_span(found.values["sets"]))
    line._amount(Amount(reps=_span(reps)))
    line._item.each_side = True


def _take_pair(line: _Line, found: Found, number: int) -> None:
    token = found.values["pair"]
    first, second = token.items
    times = line._tokens[found.start].symbol == "x" or line._tokens[found.end - 1].symbol == "rep"
    if line._item.amount.kinds or (line._item.name and not times):
        if not line._item.name or times:
            raise Conflict("amount")
        line._load(Load(text=line._written(found)))
        return
    if first == second:
        line._amount(Amount(reps=Span(first, first)))
        line._item.each_side = True
    else:
        line._amount(Amount(reps=Span(first, first), reps_women=int(second)))
    line._count_in_front = not line._item.name


def _take_sets(line: _Line, found: Found, number: int) -> None:
    if line._item.rhythm.sets:
        raise Conflict("sets")
    line._sets(_span(found.values["sets"]))


def _take_words(line: _Line, found: Found, number: int) -> None:
    line._add_remark(line._written(found))


def _take_of_each_side(line: _Line, found: Found, number: int) -> None:
    """`12 each leg`, and behind an amount, in brackets, how it is divided: `14 Reverse Lunges (7/side)`."""
    token, stated = found.values["reps"], line._item.amount.reps
    if stated is None:
        line._amount(Amount(reps=_span(token)))
        line._item.each_side = True
        line._count_in_front = not line._item.name
    elif line._depth and stated.least == stated.most == 2 * token.least:
        line._add_remark(line._written(found))
    else:
        raise Conflict("amount")


def _take_side(line: _Line, found: Found, number: int) -> None:
    # `(50 lbs each hand)`: the weight is each side's
    if line._last == "load":
        return
    line._item.each_side = True


def _take_percent(line: _Line, found: Found, number: int) -> None:
    token = found.values["percent"]
    if line._compared(found):
        return
    span = _span(token)
    if found.says["is"] == "percent at most":
        span = Span(None, span.most)
    of = line._chunks[number].of
    if of is None:
        line._load_until_mark(found)
        return
    line._load(Load(percent=span).with_(of))


def percent_of(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[Load | None, int]:
    """What a percent is of, as a load without the percent, and the token behind it; None for what is no rep max."""
    found = notation.phrases("percent_of").match(tokens, start)
    place = found.end if found else start
    rm = int(found.values["rm"].least) if found and "rm" in found.values else None
    lift, end = _lift(notation, text, tokens, place) if found else ("", place)
    if lift and rm is None:
        behind = notation.phrases("behind_lift").match(tokens, end)
        if behind:
            end = behind.end
            rm = int(behind.values["rm"].least) if "rm" in behind.values else None
    if not lift and rm is None and found and tokens[start].symbol == "of":
        named = any(token.symbol in ("max", "pr", "pb") for token in tokens[start : place + 1])
        if not named:
            return None, place
        if place < len(tokens) and tokens[place].symbol in ("pr", "pb"):
            place += 1
        end = place
    if found is None and start < len(tokens) and tokens[start].symbol in ("bodyweight", "bw", "bwt", "body", "off"):
        return None, start
    return Load(percent_of=lift or None, percent_of_rep_max=rm), max(end, place)


def _lift(notation: Notation, text: str, tokens: list[Token], start: int) -> tuple[str, int]:
    """The longest name of a movement that begins at this token, as written, and the token behind it."""
    end = start
    while end < len(tokens) and end - start < 8:
        token = tokens[end]
        if (
            token.is_numeral
            or (token.symbol in PUNCTUATION and token.symbol not in ("-", "'"))
            or token.symbol in ("@", "x")
        ):
            break
        end += 1
    while end > start:
        name = text[tokens[start].start : tokens[end - 1].end]
        small = tokens[end - 1].symbol in (
            "a",
            "and",
            "at",
            "for",
            "from",
            "if",
            "in",
            "of",
            "on",
            "or",
            "to",
            "with",
            "max",
        )
        if not small and name[-1].isalpha() and notation.catalogue.find(name):
            return name, end
        end -= 1
    return "", start


def _take_percents(line: _Line, found: Found, number: int) -> None:
    token = found.values.get("percent_list") or found.values["percents"]
    spans = [Span(item, item) for item in token.items]
    if token.most is None:
        spans[-1] = Span(token.items[-1], None)
    if line._compared(found):
        return
    of = line._chunks[number].of
    if of is None:
        raise Unread
    line._load(Load(percents=tuple(spans)).with_(of))


def _take_rpe(line: _Line, found: Found, number: int) -> None:
    line._load(Load(rpe=_span(found.values["rpe"])))


def _take_tempo(line: _Line, found: Found, number: int) -> None:
    text = found.values["tempo"].text if "tempo" in found.values else line._written(found)
    line._item.load = line._item.load.with_(Load(tempo=_tempo(text)))
    line._last = line._last or "tempo"


def _take_figures(line: _Line, found: Found, number: int) -> None:
    """`tempo 4010`, `3-1-1-0 tempo`"""
    figures = "".join(character for character in found.values["figures"].text if character.isdigit())
    if not 3 <= len(figures) <= 5:
        raise Unread
    line._item.load = line._item.load.with_(Load(tempo=figures))


def _take_weight(line: _Line, found: Found, number: int) -> None:
    token = found.values["weight"]
    if line._compared(found):
        return
    weight = Load(weight=_span(token), weight_women=token.second, weight_unit=token.unit)
    if token.most is None:
        line._load_until_mark(found)
        return
    earlier = line._item.load
    if earlier.weight and earlier.weight_unit != token.unit and not earlier.text:
        line._load(Load(text=line._written(found)))  # `100 kg / 220 lb`: one load in two units
        return
    line._load(weight)


def _take_weights(line: _Line, found: Found, number: int) -> None:
    """`(135, 95 lb)` is a pair in brackets; other lists of weights are not read."""
    token = found.values["weights"]
    if len(token.items) != 2 or not line._depth or token.items[0] <= token.items[1] or token.most is None:
        raise Unread
    first, second = token.items
    line._load(Load(weight=Span(first, first), weight_women=second, weight_unit=token.unit))


def _take_weight_of_each(line: _Line, found: Found, number: int) -> None:
    """`M 135 lb / W 95 lb`"""
    men, women = found.values["men"], found.values["women"]
    if men.unit != women.unit or men.least != men.most or women.least != women.most or men.second or women.second:
        raise Unread
    line._load(Load(weight=_span(men), weight_women=women.least, weight_unit=men.unit))


def _take_work_and_rest(line: _Line, found: Found, number: int) -> None:
    """`:40 on / :20 off x 6`"""
    line._amount(Amount(time=rest_span(found.values["work"])))
    line._item.rest = line._item.rest.with_(Pause(rest=rest_span(found.values["rest"])))
    if "sets" in found.values:
        line._sets(_span(found.values["sets"]))


def _take_bare_load(line: _Line, found: Found, number: int) -> None:
    """`@ 4010` is a tempo; `@ 8` may be an RPE or a weight, and stays as written."""
    token = found.values["multiple"]
    if token.symbol == "{count}" and len(token.text) == 4 and token.text.isdigit():
        line._item.load = line._item.load.with_(Load(tempo=token.text))
        return
    if line._compared(found):
        return
    if line._item.load.is_heavy or (number + 1 < len(line._chunks) and line._chunks[number + 1].kind in _LOADS):
        raise Unread
    line._load(Load(text=line._written(found)))


def _take_load_text(line: _Line, found: Found, number: int) -> None:
    line._load(Load(text=line._written(found)))


def _take_difference(line: _Line, found: Found, number: int) -> None:
    line._load_until_mark(found)


def _take_of_rep_max(line: _Line, found: Found, number: int) -> None:
    """`Back Squat – % of 3RM`: what the percents of the sets below are of."""
    line._item.load = line._item.load.with_(Load(percent_of_rep_max=int(found.values["rm"].least)))


def _take_rest(line: _Line, found: Found, number: int) -> None:
    if "rest" in found.values:
        line._item.rest = line._item.rest.with_(Pause(rest=rest_span(found.values["rest"])))
    line._last = "rest"


def _take_rhythm(line: _Line, found: Found, number: int) -> None:
    line._item.rhythm = line._item.rhythm.with_(rhythm_of(found))


def _take_total(line: _Line, found: Found, number: int) -> None:
    line._item.rhythm = line._item.rhythm.with_(Rhythm(total=seconds(found.values["total"])))


_TAKERS = {
    "sets by amount": _take_sets_by_amount,
    "twice": _take_twice,
    "amount": _take_amount,
    "count": _take_count,
    "pair": _take_pair,
    "percent by reps": _take_percent_by_reps,
    "left and right": _take_left_and_right,
    "sets": _take_sets,
    "side": _take_side,
    "words": _take_words,
    "of each side": _take_of_each_side,
    "percent": _take_percent,
    "percent at most": _take_percent,
    "percents": _take_percents,
    "rpe": _take_rpe,
    "tempo": _take_tempo,
    "figures": _take_figures,
    "weight": _take_weight,
    "weights": _take_weights,
    "weight of each": _take_weight_of_each,
    "work and rest": _take_work_and_rest,
    "bare load": _take_bare_load,
    "load text": _take_load_text,
    "difference": _take_difference,
    "of rep max": _take_of_rep_max,
    "rest": _take_rest,
    "rhythm": _take_rhythm,
    "total": _take_total,
}
_LOADS = frozenset({"percent", "percent at most", "percents", "rpe", "weight", "tempo", "bare load", "load text"})
_FIRM = frozenset(_TAKERS) - {"side", "rest", "total", "load text", "difference"}
_OF_LOADS = frozenset(
    {"{pair}", "{percent}", "{percents}", "{weight}", "{weights}", "{difference}", "load", "heavy", "rpe"}
)
_PERCENTS = frozenset({"percent", "percent at most", "percents"})
_QUARTER = re.compile(r"1[\s-]*1/4|1¼|1\.25")
_COUNT = {"is": "count"}


def _span(token: Token) -> Span:
    return Span(token.least, token.most)


def _whole(items: tuple[float, ...]) -> tuple[int, ...]:
    if any(item != int(item) or item < 1 for item in items):
        raise Unread
    return tuple(int(item) for item in items)


def seconds(token: Token) -> int:
    """Return the seconds of a time, of which `7'` is one in minutes. Raise Unread for a range."""
    value = token.least * (60 if token.symbol == "{minutes_or_feet}" else 1)
    if token.least != token.most or value != int(value):
        raise Unread
    return int(value)


def rest_span(token: Token) -> Span:
    """Return the least and the most seconds of a rest."""
    factor = 60 if token.symbol == "{minutes_or_feet}" else 1
    span = Span(token.least * factor, None if token.most is None else token.most * factor)
    if any(end != int(end) for end in span if end is not None):
        raise Unread
    return span


def rhythm_of(found: Found) -> Rhythm:
    """Return the rhythm that the phrase of a scheme states. Raise Unread if it is impossible."""
    values = found.values
    interval = found.says.get("interval")
    for name in ("interval", "each"):
        if name in values:
            interval = seconds(values[name])
    total = seconds(values["total"]) if "total" in values else None
    if "minutes" in values:
        total = int(values["minutes"].least) * 60
    if interval is not None and not _LEAST_INTERVAL <= interval <= 7200:
        raise Unread
    if total is not None and not 0 < total <= 24 * 3600:
        raise Unread
    sets = _span(values["sets"]) if "sets" in values else None
    if sets and not ((sets.least or 0) >= 1 and (sets.most or 0) <= 100):
        raise Unread
    return Rhythm(sets=sets, interval=interval, total=total, format=found.says.get("format"))


def _tempo(text: str) -> str:
    return "".join(character for character in text.upper() if character.isdigit() or character in "XA")


def _tempo_with_small_x(tokens: list[Token], place: int) -> Found | None:
    """`@ 30x1`, `tempo 20x0`: a tempo and no sets by reps, as it follows an at or the word."""
    token = tokens[place]
    if token.symbol not in ("@", "tempo") or place + 3 >= len(tokens):
        return None
    first, times, last = tokens[place + 1 : place + 4]
    glued = first.end == times.start and times.end == last.start
    if (
        glued
        and times.symbol == "x"
        and len(first.text) == 2
        and len(last.text) == 1
        and first.symbol == last.symbol == "{count}"
    ):
        return Found(place, place + 4, {"is": "tempo"}, {})
    return None


def _has_plus(tokens: list[Token]) -> bool:
    """Whether a plus stands between two things; `(Rx+)` has none."""
    for place, token in enumerate(tokens):
        if token.symbol == "+" and 0 < place < len(tokens) - 1:
            suffix = tokens[place - 1].end == token.start and tokens[place + 1].start > token.end
            if not suffix and tokens[place + 1].symbol not in (")", "]", ",", ":"):
                return True
    return False


def _is_measured(item: Item) -> bool:
    """Whether a movement is done for a time, a distance or calories, so that it is part of no complex."""
    return bool(item.amount.time or item.amount.distance or item.amount.calories)


def _is_a_set(item: Item) -> bool:
    """Whether an item of a list is a set or sets: it has an amount, and a load or how often."""
    return item.amount.is_stated and bool(item.load.is_heavy or item.rhythm.sets)


def _check(item: Item) -> None:
    """Raise Unread for values that no coach means: no reps, 900 %, thirty-one sets of one."""
    amount, load, sets = item.amount, item.load, item.rhythm.sets
    if load.percent and load.percents:
        raise Unread
    if amount.max_reps and amount.kinds > bool(amount.time):
        raise Unread
    for whole in (amount.reps, amount.time, amount.calories):
        if whole and any(end is not None and end != int(end) for end in whole):
            raise Unread
    counts = [amount.reps, amount.time, amount.distance, amount.calories]
    for span in counts:
        if span and (not span.least or span.least <= 0 or (span.most is not None and span.most < span.least)):
            raise Unread
    if amount.reps and (amount.reps.most or amount.reps.least or 0) > _MOST_REPS:
        raise Unread
    if any(count < 1 or count > _MOST_REPS for count in (*amount.per_set, *amount.cluster, *amount.plus)):
        raise Unread
    if amount.kinds > 1:
        raise Unread
    if sets and (not sets.least or sets.least < 1 or sets.most is None or sets.most > _MOST_SETS):
        raise Unread
    for percent in (load.percent, *load.percents):
        if percent and not all(1 <= end <= _MOST_PERCENT for end in percent if end is not None):
            raise Unread
    if load.rpe and not all(1 <= end <= 10 for end in load.rpe if end is not None):
        raise Unread
    if load.weight and not (load.weight.least or 0) > 0:
        raise Unread
