"""From a line of a segment to what it says: a scheme, a movement, sets, a test, a rest, a connector; or a note.

A line is read whole or not at all: a numeral that nothing takes makes the line unread, and nothing of it is guessed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from wod.models import LineKind
from wod.notation.items import Items
from wod.notation.measures import rhythm_of, seconds
from wod.notation.measures import seconds_span as rest_span
from wod.notation.names import Names, name_of
from wod.notation.notation import Notation
from wod.notation.percent_of import percent_of
from wod.notation.phrases import PUNCTUATION, Found
from wod.notation.tokens import Token, plain, tokenise
from wod.notation.values import (
    NO_AMOUNT,
    NO_PAUSE,
    NO_RHYTHM,
    Amount,
    Conflict,
    Item,
    Load,
    Pause,
    Rhythm,
    Span,
    Unread,
)

LONGEST_LINE = 300
"""Characters. Nothing longer is notation: it is prose."""

ALL_SETS, LAST_SET = -2, -1
"""As the first set of a set line: `All sets at 90%`, `Last set = max reps`."""


@dataclass(frozen=True)
class Scheme:
    """How often, for how long, how many sets: `Every 2 minutes, for 16 minutes (8 sets):`"""

    rhythm: Rhythm = NO_RHYTHM
    amount: Amount = NO_AMOUNT
    rest: Pause = NO_PAUSE
    is_tabata: bool = False
    remark: str = ""
    """Who does it: `in teams of 2`."""


@dataclass(frozen=True)
class TabataPart:
    """`20 seconds on`, `10 seconds off`, `For a total of 8 rounds`, below a tabata."""

    scheme: Scheme


@dataclass(frozen=True)
class Movement:
    """`Front Squat x 3 reps @ 75-85%`. `station`: it stands in a rotation, `Minute 1: Row x 200 meters`; `number`: the
    number in front of it, if it has one."""

    item: Item
    station: bool = False
    number: int | None = None
    outside: bool = False
    """Once, in front of the rounds or behind them: `Buy-in: 1,000 m Row`."""


@dataclass(frozen=True)
class SetLine:
    """`*Sets 1-2 = 2 reps @ 75%`, or `5 reps @ 75%` below a movement."""

    item: Item


@dataclass(frozen=True)
class Test:
    """`In 20 minutes, establish a 1-RM Back Squat`. Without a movement it is the one above or below."""

    item: Item
    rep_max: int | None = None


@dataclass(frozen=True)
class Rest:
    """`Rest 60 seconds`. Without a time: as needed, or before something else. `station`: it has its turn in a
    rotation, `Minute 3: Rest`."""

    pause: Pause = NO_PAUSE
    station: bool = False


@dataclass(frozen=True)
class Connector:
    """`Followed by…`"""


@dataclass(frozen=True)
class BlockLoad:
    """`Perform all movements at 60-65% of your 1-RM Clean`: for the lines of the block that state no load."""

    load: Load


type Element = Scheme | TabataPart | Movement | SetLine | Test | Rest | Connector | BlockLoad


@dataclass(frozen=True)
class Context:
    """What stands above the line: whether a scheme is open, a movement, a movement that already says how often."""

    scheme: bool = False
    movement: bool = False
    amount: bool = False
    tabata: bool = False
    example: bool = False
    """The line above ends by announcing an example."""
    results: bool = False
    """Results of other people stand above."""


@dataclass(frozen=True)
class ReadLine:
    """A line, its kind, and what it says, in order. Notes and unread lines say nothing."""

    text: str
    kind: LineKind
    elements: list[Element] = field(default_factory=list)
    doubtful: bool = False
    """A note that looks like training."""


type _Reader = Callable[[str, list[Token], Context], list[Element]]

_KINDS: dict[type, LineKind] = {
    Scheme: "scheme",
    TabataPart: "scheme",
    Movement: "movement",
    SetLine: "set line",
    Test: "test",
    Rest: "rest",
    Connector: "connector",
    BlockLoad: "set line",
}
_BULLET = re.compile(r"[\s*•·‣▪◦●>~|-]*(?:#{1,6}\s+)?[\s*]*")
# `A1.` `B2)` `1)` `2.` in front of what the line says
_LABEL = re.compile(r"(?:(?P<number>\d{1,2})|[A-Za-z]\d{0,2})(?:\)[.:]*|[.:]+(?!\d))\s*(?=[^\W_]|[(\[\"“@:+])")
_ANNOUNCEMENTS = ("such as", "example", "e.g.", "like this", "e.g", "for instance")
_OPENS_SETS = frozenset(
    {"@", "at", "x", "max", "heavy", "rpe", "tempo", "singles", "doubles", "triples", "up", "load", "amrap", "a"}
)
_SHORTEST_TEST = 180  # seconds
_MOST_REMEMBERED = 4096  # lines: coaches repeat themselves, `Rest 60 seconds`
_SAYS_TEST = frozenset({"{rm}", "heavy", "best", "max", "heaviest", "heavy-ish", "heavyish"})
_LONGEST_HEADING = 40  # characters
_MOST_WORDS = 12
_MOST_WORDS_BEHIND = 5  # the last number: what is longer is a clause of its own
_NUMBERS_OF_TRAINING = frozenset(
    [
        "{percent}",
        "{percents}",
        "{series}",
        "{plus}",
        "{cluster}",
        "{rm}",
        "{tempo}",
        "{interval}",
        "{difference}",
        "{odd}",
        "{times}",
        "{weights}",
    ]
)
_MOST_SETS = 100
_SET_BREAKS = frozenset({",", ";", "and"})


class LineReader:
    """Reads lines with a notation."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._names = Names(notation)
        self._items = Items(notation, self._names)
        self.read = lru_cache(maxsize=_MOST_REMEMBERED)(self._read)

    def _read(self, text: str, above: Context) -> ReadLine:
        """Return what a line says, with what stands above it."""
        if len(text) > LONGEST_LINE:
            return ReadLine(text, "note")
        if above.example or above.results:
            return ReadLine(text, "note")
        line = plain(text).replace("M.E.", "ME  ")
        start = _BULLET.match(line).end()  # type: ignore[union-attr]
        label = _LABEL.match(line, start)
        number = int(label["number"]) if label and label["number"] else None
        if label:
            start = label.end()
        body = line[start:].rstrip()
        if not body:
            return ReadLine(text, "connector" if line.strip() == "+" else "note")
        tokens = tokenise(body, self._notation.vocabulary)
        elements = self._elements(body, tokens, above, number) or self._sentences(body, tokens, above)
        if isinstance(elements[0] if elements else None, SetLine) and not above.movement:
            return ReadLine(text, "unread")  # sets of no movement
        if elements:
            return ReadLine(text, _KINDS[type(elements[0])], elements)
        return self._not_read(text, line, body, tokens)

    def _elements(self, body: str, tokens: list[Token], above: Context, number: int | None) -> list[Element]:
        found = self._notation.phrases("connector").match(tokens)
        if found and not _behind(tokens, found.end):
            return [Connector()]
        for reader in self._possible(tokens, above):
            try:
                elements = reader(body, tokens, above)
            except (Unread, Conflict):
                continue
            if elements:
                if number is not None and isinstance(elements[0], Movement):
                    elements[0] = replace(elements[0], number=number)
                return elements
        return []

    def _sentences(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """The rest of a line of several sentences: `Add weight as you see fit. Rest 2 minutes between sets.`"""
        stops = [
            place + 1
            for place, token in enumerate(tokens[:-1])
            if token.symbol in (".", "!", ";") and tokens[place + 1].start > token.end
        ]
        if not stops or not any(token.symbol == "rest" for token in tokens):
            return []
        elements: list[Element] = []
        for start, end in zip([0, *stops], [*stops, len(tokens)], strict=True):
            piece = tokens[start:end]
            try:
                found = self._rest(body, piece, above)
            except Unread:
                return []
            if not found and any(token.is_numeral for token in piece):
                return []
            elements += found
        return elements

    def _possible(self, tokens: list[Token], above: Context) -> Iterator[_Reader]:
        """The readers that the symbols of a line allow, in their order."""
        symbols = {token.symbol for token in tokens}
        first = tokens[min(_skip(tokens, 0), len(tokens) - 1)].symbol
        if "rest" in symbols:
            yield self._rest
        if above.tabata or "tabata" in symbols:
            yield self._tabata
        if first in self._notation.phrases("whole_block").starts:
            yield self._block_load
        if first in self._notation.phrases("set_line").starts:
            yield self._set_lines
        if symbols & _SAYS_TEST:
            yield self._test
        if above.movement:
            yield self._below_a_movement
        yield self._scheme
        if first in self._notation.phrases("station").starts or first in self._notation.phrases("minute_line").starts:
            yield self._in_a_rotation
        yield self._movement
        yield self._bare_amount

    def _not_read(self, text: str, line: str, body: str, tokens: list[Token]) -> ReadLine:
        """A note, or a line with the look of notation that nothing recognised."""
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if not numerals and "@" not in body:
            return ReadLine(text, "note")
        words = [token for token in tokens if token.text[0].isalpha()]
        starts = self._starts_as_notation(tokens)
        prose = self._prose(tokens)
        firm = starts or self._has_notation(tokens)
        behind = sum(token.text[0].isalpha() for token in tokens[numerals[-1] + 1 :]) if numerals else 0
        aside = self._is_enclosed(tokens) or ("=" in body and not starts and "@" not in body)
        if firm and not prose and not aside and len(words) <= _MOST_WORDS and behind <= _MOST_WORDS_BEHIND:
            if not self._opens_firmly(tokens):
                return ReadLine(text, "unread")
        small = sum(self._is_small(token) for token in words)
        sentence = 4 * small > len(words) or len(words) > _MOST_WORDS
        if self._names.opens_a_note(tokens) or sentence or aside or (line.lstrip()[:1] == "*" and not firm):
            training = 3 * prose <= len(words) and not aside and line.lstrip()[:1] != "*"
            doubtful = bool(training and not self._names.opens_a_note(tokens) and self._looks_like_training(tokens))
            return ReadLine(text, "note", doubtful=doubtful)
        return ReadLine(text, "unread")

    def _prose(self, tokens: list[Token]) -> int:
        """How many words of prose there are; `your` in `your 1-RM` and `as many as possible` are none."""
        words = self._notation.words("prose")
        many = any(token.symbol == "many" for token in tokens)
        best = any(token.symbol in ("{rm}", "best", "max") for token in tokens)
        return sum(
            token.text.lower() in words
            and not (many and token.symbol == "possible")
            and not (best and token.symbol == "a")
            for token in tokens
        )

    def _is_enclosed(self, tokens: list[Token]) -> bool:
        """Whether all of a line stands in brackets."""
        if tokens[0].symbol not in ("(", "["):
            return False
        depth = 0
        for place, token in enumerate(tokens):
            depth += (token.symbol in ("(", "[")) - (token.symbol in (")", "]"))
            if depth == 0:
                return place >= len(tokens) - 2
        return True

    def _starts_as_notation(self, tokens: list[Token]) -> bool:
        """Whether a line begins as a scheme, a set line or a test does."""
        start = _skip(tokens, 0)
        if start < len(tokens) and tokens[start].symbol in ("every", "emom", "amrap", "tabata", "set", "superset"):
            return True
        if any(token.symbol == "many" for token in tokens) and any(token.symbol == "as" for token in tokens):
            return True
        return any(
            (found := self._notation.phrases(table).match(tokens, start))
            and any(t.is_numeral for t in found.values.values())
            for table in ("scheme", "set_line", "test", "minute_line")
        )

    def _has_notation(self, tokens: list[Token]) -> bool:
        """Whether a line has numbers that only training has: percents, sets by reps, a rep max, a tempo."""
        for place, token in enumerate(tokens):
            if token.symbol in _NUMBERS_OF_TRAINING:
                return True
            following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
            if token.is_numeral and following in ("x", "rep", "set", "adjective"):
                return True
            if token.symbol in ("x", "rpe", "heavy") and following[:1] == "{":
                return True
        first = tokens[_skip(tokens, 0)] if _skip(tokens, 0) < len(tokens) else None
        return first is not None and first.is_numeral and self._names.mentions(_letters(tokens))

    def _opens_firmly(self, tokens: list[Token]) -> bool:
        """Whether a line begins as only notes do: `Goal: …`, `Scale to …`; not as tests do, `Build to a 3-RM`."""
        if not self._names.opens_a_note(tokens):
            return False
        first = next(token for token in tokens if token.speaks)
        tests = any(token.symbol in ("{rm}", "heavy", "establish") for token in tokens)
        soft = self._notation.words("soft_openers")
        if any(token.symbol == "many" for token in tokens):
            return False
        return first.text.lower() not in soft or (first.symbol in ("build", "establish") and not tests)

    def _is_small(self, token: Token) -> bool:
        word = token.text.lower()
        return word in self._notation.words("prose") or word in self._notation.words("title_small")

    def _looks_like_training(self, tokens: list[Token]) -> bool:
        """Whether sets by reps or a percent stand beside the name of a movement."""
        return self._has_notation(tokens) and self._names.mentions(_letters(tokens))

    # Rests

    def _rest(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        start = _skip(tokens, 0)
        found = self._notation.phrases("rest").match(tokens, start)
        if not found:
            return []
        behind = tokens[found.end :]
        then = next((place for place, token in enumerate(behind) if token.symbol == "then"), None)
        if then is not None and then <= 2:
            following = behind[then + 1 :]
            if following and self._notation.phrases("scheme").match(following):
                scheme = self._scheme(body, following, Context())
                return [Rest(_pause(found)), *scheme] if scheme else []
            if not _behind(following, 0):
                return [Rest()]
        if "rest" not in found.values and any(token.is_numeral for token in behind):
            return []
        if self._notation.phrases("rest_before").search(behind):
            return [Rest()]
        if any(token.is_numeral for token in behind) and not self._restated(behind):
            raise Unread
        return [Rest(_pause(found))]

    def _restated(self, behind: list[Token]) -> bool:
        """Whether what follows a rest is about the same rest: `and 30 seconds`, `between sets 1 and 2`."""
        return all(
            token.symbol
            in ("and", "set", "between", "after", "{time}", "each", "{count}", "{ordinal}", "x", "for", "rep")
            or not token.speaks
            for token in behind
        )

    # Schemes

    def _tabata(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        start = _skip(tokens, 0)
        if above.tabata:
            found = self._notation.phrases("tabata_part").match(tokens, start)
            if found and not _behind(tokens, found.end):
                return [TabataPart(_work_and_rest(found))]
        found = self._notation.phrases("tabata").match(tokens, start)
        if not found:
            return []
        rest = tokens[found.end :]
        parts: list[Element] = []
        for place in range(len(rest)):
            times = self._notation.phrases("tabata_part").match(rest, place)
            if (times and not _behind(rest, times.end) and "sets" in times.values | {}) or (
                times and "work" in times.values
            ):
                parts, rest = [TabataPart(_work_and_rest(times))], rest[:place]
                break
        scheme = Scheme(is_tabata=True)
        if not _behind(rest, 0):
            return [scheme, *parts]
        if any(token.is_numeral for token in rest):
            raise Unread
        name = name_of(body[rest[_skip(rest, 0)].start : rest[-1].end])
        if not self._names.is_name(name, in_scheme=True, firm=True):
            if all(
                self._names.is_name(name_of(piece), in_scheme=True, firm=True)
                for piece in re.split(r",|/|\band\b", name)
            ):
                pieces = [name_of(piece) for piece in re.split(r",|/|\band\b", name)]
                return [scheme, *parts, *(Movement(Item(name=piece)) for piece in pieces)]
            return []
        return [scheme, *parts, Movement(Item(name=name))]

    def _scheme(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        phrases = self._notation.phrases("scheme")
        start = _skip(tokens, 0)
        lead = self._notation.phrases("scheme_lead").match(tokens, start)
        found = phrases.match(tokens, _skip(tokens, lead.end)) if lead else None
        lead, found = (lead, found) if found else (None, phrases.match(tokens, start))
        found = self._without_count(found, tokens) if found else None
        if not found:
            return self._named_scheme(body, tokens, above) or self._scheme_in_a_sentence(body, tokens)
        scheme, end = _scheme_of(found), found.end
        if lead and "counted" in lead.values:
            scheme = replace(scheme, remark=body[tokens[lead.start].start : tokens[lead.end - 1].end])
        place = _skip(tokens, end)
        while tail := self._tail(tokens, place, scheme):
            scheme = _with_tail(scheme, tail)
            end, place = tail.end, _skip(tokens, tail.end)
        if place >= len(tokens):
            return [scheme]
        # One's own brackets belong to what follows: `Three sets of: (Clean + Jerk) x 1`.
        opening = place
        while opening > end and tokens[opening - 1].symbol in ("(", "["):
            opening -= 1
        behind = tokens[opening:]
        inside = Context(scheme=True)
        for reader in (self._test, self._rest, self._movement):
            try:
                if (elements := reader(body, behind, inside)) and not any(_contradicts(scheme, e) for e in elements):
                    return [scheme, *elements]
            except (Unread, Conflict):
                continue
        if above.movement and (items := self._nameless(body, behind)):
            sets = [SetLine(item) for item in items]
            return [] if any(_contradicts(scheme, one) for one in sets) else [scheme, *sets]
        if any(token.is_numeral for token in behind):
            raise Unread
        separated = opening > 0 and any(not token.speaks for token in tokens[end : place + 1])
        says_more = scheme.rhythm.is_stated and (separated or body.endswith(":"))
        if says_more and not self._names.is_prose(behind):
            return [scheme]
        return []

    def _tail(self, tokens: list[Token], place: int, scheme: Scheme) -> Found | None:
        more = self._notation.phrases("scheme").match(tokens, place)
        if more and tokens[place - 1].symbol in ("(", "[") and (again := rhythm_of(more)).is_stated:
            if again.over(scheme.rhythm) == scheme.rhythm:  # `EMOM 10 (every minute on the minute for 10 minutes)`
                return Found(more.start, more.end, {}, {})
        tail = self._notation.phrases("scheme_tail").match(tokens, place)
        if tail is None:
            tail = more if more and more.says.get("format") == "for time" and "sets" not in more.values else None
        return tail

    def _without_count(self, found: Found, tokens: list[Token]) -> Found | None:
        """The scheme without a number that is the first movement's: `EMOM: 7 Wall Balls`."""
        if "minutes" not in found.values:
            return found
        number = next(place for place in range(found.start, found.end) if tokens[place] is found.values["minutes"])
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        colon = number > 0 and tokens[number - 1].symbol == ":"
        if colon and following and following.text[0].isalpha() and following.symbol != "minute":
            return self._notation.phrases("scheme").match(tokens[: number - 1], found.start)
        return found

    def _scheme_in_a_sentence(self, body: str, tokens: list[Token]) -> list[Element]:
        """`Alternate with a partner until you have each completed 5 rounds:`"""
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if not body.endswith(":") or len(numerals) != 1 or tokens[numerals[0]].symbol != "{count}":
            return []
        behind = [token.symbol for token in tokens[numerals[0] + 1 :] if token.speaks]
        if behind[:1] != ["set"] or len(behind) > 2 or behind[1:] not in ([], ["of"], ["each"]):
            return []
        return [Scheme(Rhythm(sets=Span(tokens[numerals[0]].least, tokens[numerals[0]].least)))]

    def _bare_amount(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """`10 x 1` or `5 sets of 3` above its movement."""
        if above.movement:
            return []
        items = self._nameless(body, tokens)
        item = items[0] if len(items) == 1 else None
        if item and item.rhythm.sets and item.amount.reps and not item.load.is_stated and not item.remark:
            return [Scheme(item.rhythm, item.amount, item.rest)]
        return []

    def _named_scheme(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """`Metcon: AMRAP 12`, `"Grace": For time`: a name in front of the scheme, and nothing behind."""
        breaks = [place for place, token in enumerate(tokens) if token.symbol in (":", "-", "--")]
        if not breaks or breaks[0] > 5 or any(token.is_numeral for token in tokens[: breaks[0]]):
            return []
        head = body[tokens[0].start : tokens[breaks[0]].start]
        if self._notation.catalogue.find(name_of(head)) or self._names.opens_a_note(tokens):
            return []
        start = _skip(tokens, breaks[0])
        found = self._notation.phrases("scheme").match(tokens, start)
        if not found or not (found.says.get("format") or found.values.keys() & {"interval", "each", "sets"}):
            return []
        return self._scheme(body, tokens[start:], above)

    # Sets

    def _block_load(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        if not (found := self._notation.phrases("whole_block").match(tokens)):
            return []
        behind = tokens[found.end - 1 :] if tokens[found.end - 1].symbol in ("@", "at") else tokens[found.end :]
        items = self._nameless(body, behind)
        if len(items) != 1 or not items[0].load.is_heavy or items[0].amount.is_stated or items[0].remark:
            return []
        return [BlockLoad(items[0].load)]

    def _set_lines(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        elements: list[Element] = []
        phrases = self._notation.phrases("set_line")
        start = _skip(tokens, 0)
        if not phrases.match(tokens, start):
            return []
        breaks = [
            place
            for place in range(start + 1, len(tokens))
            if tokens[place - 1].symbol in _SET_BREAKS and phrases.match(tokens, place)
        ]
        for begin, end in zip([start, *breaks], [*breaks, len(tokens)], strict=True):
            elements += self._set_line(body, tokens[begin:end], phrases, above)
        return elements

    def _set_line(self, body: str, tokens: list[Token], phrases: Any, above: Context) -> list[Element]:
        found = phrases.match(tokens)
        if not found:
            raise Unread
        first, last = _which(found)
        if last is not None and first not in (LAST_SET, ALL_SETS) and not 1 <= first <= last <= _MOST_SETS:
            raise Unread
        place = found.end
        if self._goes_on(tokens, place, first, last):  # `Sets 1 - 2 = …`
            last, place = int(tokens[place + 1].least), place + 2
        if place < len(tokens) and tokens[place].symbol in ("and",) and tokens[place + 1 : place + 2]:
            place += 1 if tokens[place + 1].symbol in ("up", "on") else 0
        which = Rhythm(
            first_set=first,
            last_set=last,
            sets=None if last is None or first < 0 else Span(last - first + 1, last - first + 1),
        )
        rest = tokens[place:]
        while rest and (not rest[0].speaks and rest[0].symbol not in ("@", "(", "[", "#", "~")):
            rest = rest[1:]
        while rest and rest[0].symbol in ("are", "is", "perform"):
            rest = rest[1:]
        if not _behind(rest, 0):
            return [SetLine(Item(rhythm=which))]
        for named in (False, True):
            try:
                items = (self._items.read if named else self._items.read_any)(body, rest, in_scheme=True)
            except (Unread, Conflict):
                continue
            if len(items) == 1 and items[0].rhythm.sets and not named:
                raise Unread
            if any(item.name for item in items) != all(item.name for item in items) or (
                items[0].rhythm.sets and items[0].name
            ):
                raise Unread
            if not items[0].name and items[0].remark and self._names.is_prose(rest):
                raise Unread
            return [
                (Movement if item.name else SetLine)(
                    replace(item, rhythm=item.rhythm.over(which) if item.rhythm.is_stated else which)
                )
                for item in items
            ]
        if self._names.is_prose(rest) and any(token.is_numeral for token in rest):
            raise Unread
        loads = self._notation.phrases("chunk")
        at = next((place for place in range(len(rest)) if rest[place].symbol == "{percent}"), None)
        if at is not None and sum(token.is_numeral for token in rest) == 1:  # `Back down to 80%`
            of, _ = percent_of(self._notation, body, rest, at + 1)
            if of is not None and loads.match(rest, at):
                load = Load(percent=Span(rest[at].least, rest[at].most)).with_(of)
                return [SetLine(Item(rhythm=which, load=load))]
        if any(token.is_numeral for token in rest) or len(rest) > _MOST_WORDS:
            raise Unread
        return [SetLine(Item(rhythm=which, remark=body[rest[0].start : rest[-1].end]))]

    def _goes_on(self, tokens: list[Token], place: int, first: int, last: int | None) -> bool:
        """Whether ` - ` and a number go on with the sets that are named, and are no separator and an amount."""
        dash, number, after = (*tokens[place : place + 3], None, None, None)[:3]
        if not (dash and number and dash.symbol == "-" and number.symbol == "{count}" and last == first >= 1):
            return False
        return number.least > first and (after is None or after.symbol in ("=", ":", "@", "-", "at"))

    def _nameless(self, body: str, tokens: list[Token]) -> list[Item]:
        """What a text asks for that names no movement; nothing if it is something else."""
        try:
            items = self._items.read_any(body, tokens, in_scheme=True)
        except (Unread, Conflict):
            return []
        return [] if any(item.name for item in items) else items

    def _below_a_movement(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """`5 reps @ 75%`, `5x3 @ 80%`, `70% x 3, 75% x 3`, `3-3-3`, if the movement stands above."""
        if not above.movement or body[0] in "([" or any(token.symbol == "=" for token in tokens):
            bracketed = above.movement and body[0] in "([" and self._nameless(body, tokens)
            firm = bracketed and all(
                item.load.percents or (item.load.percent and not item.amount.kinds) for item in bracketed
            )
            return [SetLine(item) for item in bracketed] if firm and isinstance(bracketed, list) else []
        lead = self._notation.phrases("sets_lead").match(tokens, _skip(tokens, 0))
        tokens = tokens[_skip(tokens, lead.end) :] if lead else tokens
        first = tokens[_skip(tokens, 0)] if _skip(tokens, 0) < len(tokens) else None
        if first is None or not (first.is_numeral or first.symbol in _OPENS_SETS):
            return []
        items = self._nameless(body, tokens)
        if not items or self._names.is_prose(_outside_brackets(tokens)):
            return []
        loaded = all(item.load.is_stated for item in items)
        if above.amount and not loaded and not all(item.rhythm.sets for item in items):
            return []  # `5 seconds at the bottom` below `Back Squat x 5 reps` only says how
        remarks = any(item.remark for item in items)
        if remarks and not loaded and not all(item.rhythm.sets or item.amount.per_set for item in items):
            return []
        if not all(item.amount.is_stated or item.load.is_stated for item in items):
            return []
        return [SetLine(item) for item in items]

    # Tests

    def _test(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        phrases = self._notation.phrases("test")
        start = _skip(tokens, 0)
        found, name, before = phrases.match(tokens, start), "", start
        if not found or (found.end - found.start == 1 and "rm" in found.values and not self._opens(tokens, found)):
            named = self._test_behind_a_name(body, tokens, above, phrases)
            if named:
                found, name, before = named
        if not found or (before != start and not name):
            return []
        behind = tokens[found.end :]
        percent = any(token.symbol in ("{percent}", "{percents}", "x") for token in behind)
        if percent:
            return []
        fields = self._test_fields(found, behind)
        if fields is None:
            return []
        item, rep_max, behind = fields
        if name:
            if any(token.is_numeral for token in behind):
                raise Unread
            tail = self._notation.phrases("test_tail").match(behind, _skip(behind, 0))
            behind = behind[tail.end :] if tail else behind
            return [Test(replace(item, name=name), rep_max)] if not self._names.is_prose(behind) else []
        parted = self._test_movement(body, behind)
        if parted is not None:
            return [Test(replace(item, name=parted.name, parts=parted.parts), rep_max)]
        says_what = not tokens[start].is_numeral or "counted" in found.values or above.movement
        if any(token.is_numeral for token in behind):
            return []
        heavy = tokens[start].symbol in ("heavy", "a")
        nothing_more = not _behind(behind, 0) or self._is_about_nothing(behind)
        if (says_what or (heavy and above.movement)) and nothing_more:
            return [Test(item, rep_max)]
        return []

    def _opens(self, tokens: list[Token], found: Found) -> bool:
        return bool(_behind(tokens, found.end))

    def _test_behind_a_name(
        self, body: str, tokens: list[Token], above: Context, phrases: Any
    ) -> tuple[Found, str, int] | None:
        """`Snatch – build to a heavy triple`, `Front Squat 1 Rep Max`"""
        for place in range(1, min(len(tokens), 12)):
            if tokens[place - 1].is_numeral:
                return None
            found = phrases.match(tokens, place)
            if not found or ("rm" not in found.values and tokens[place - 1].speaks):
                continue
            first, last = _skip(tokens, 0), place - 1
            while last > first and tokens[last].symbol in ("to", "a", "for", "up"):
                last -= 1
            name = name_of(body[tokens[first].start : tokens[last].end])
            if self._names.is_name(name, in_scheme=above.scheme, firm=True):
                return found, name, place
        return None

    def _test_fields(self, found: Found, behind: list[Token]) -> tuple[Item, int | None, list[Token]] | None:
        rep_max = int(found.values["rm"].least) if "rm" in found.values else None
        counted = found.says.get("counted")
        if "counted" in found.values:
            counted = int(found.values["counted"].least)
        amount = Amount(reps=Span(counted, counted)) if counted else Amount()
        total = found.values.get("total")
        times = [place for place in range(len(behind)) if behind[place].symbol in ("{time}", "{minutes_or_feet}")]
        if total is None and len(times) == 1 and not any(token.symbol == "rest" for token in behind):
            place = times[0]
            if behind[place].least * (60 if behind[place].symbol == "{minutes_or_feet}" else 1) >= _SHORTEST_TEST:
                cap = next(
                    (
                        match
                        for start in range(max(0, place - 1), place + 1)
                        if (match := self._notation.phrases("test_time").match(behind, start))
                        and "total" in match.values
                    ),
                    None,
                )
                total = behind[place]
                start, end = (cap.start, cap.end) if cap else (place, place + 1)
                behind = [*behind[:start], *behind[end:]]
        if total is not None and total.least != total.most:
            return None
        rhythm = Rhythm(total=seconds(total)) if total is not None else Rhythm()
        if (rep_max is not None and not 1 <= rep_max <= 100) or (counted is not None and counted > 100):
            return None
        return Item(amount=amount, rhythm=rhythm), rep_max, behind

    def _test_movement(self, body: str, behind: list[Token]) -> Item | None:
        """The movement of a test: what stands behind it, without what is no part of the name."""
        tail = self._notation.phrases("test_tail").search(behind)
        if tail:
            behind = behind[: tail.start] if tail.start > 0 else behind[tail.end :]
        start = 0
        while start < len(behind) and (
            behind[start].symbol in ("of", "for", "in", "on", "a", "with", "to")
            or behind[start].symbol in PUNCTUATION - {"(", "["}
        ):
            start += 1
        behind = behind[start:]
        if not behind:
            return None
        try:
            items = self._items.read(body, behind, in_scheme=True)
        except (Unread, Conflict):
            items = []
        if len(items) == 1 and items[0].is_bare and (items[0].parts or self._firm(items[0].name)):
            return items[0]
        for end in range(len(behind) - 1, 0, -1):
            if behind[end].symbol in (".", ",", ";", "*", ":", "-", "(", "[") and not any(
                t.is_numeral for t in behind[end:]
            ):
                name = name_of(body[behind[0].start : behind[end - 1].end])
                if self._firm(name):
                    return Item(name=name)
        name = name_of(body[behind[0].start : behind[-1].end])
        return Item(name=name) if self._firm(name) else None

    def _firm(self, name: str) -> bool:
        return self._names.is_name(name, in_scheme=True, firm=True)

    def _is_about_nothing(self, tokens: list[Token]) -> bool:
        return all(
            token.symbol
            in (
                "in",
                "of",
                "for",
                "on",
                "a",
                "complex",
                "movement",
                "following",
                "day",
                "today",
                "only",
                "set",
                "rep",
                "single",
            )
            or not token.speaks
            for token in tokens
        )

    # Movements and stations

    def _in_a_rotation(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """`Minute 1: Row x 200 meters`, `Odd minutes – Push-Ups x 10`; and `Minutes 1-3 = 2 reps @ 70%`."""
        start = _skip(tokens, 0)
        station = self._notation.phrases("station").match(tokens, start)
        minutes = self._notation.phrases("minute_line").match(tokens, start)
        if minutes and (not station or minutes.end > station.end or _which(minutes)[0] != _which(minutes)[1]):
            elements = self._set_line(body, tokens[start:], self._notation.phrases("minute_line"), above)
            first, last = _which(minutes)
            if isinstance(elements[0], Movement) and first == last:
                return [replace(elements[0], item=replace(elements[0].item, rhythm=Rhythm()), station=True)]
            return elements if above.movement or isinstance(elements[0], Movement) else []
        if not station:
            return []
        behind = tokens[station.end :]
        while behind and not behind[0].speaks and behind[0].symbol not in ("(", "["):
            behind = behind[1:]
        if behind and behind[0].symbol == "rest":
            return [Rest(station=True)]
        if not behind:
            return []
        if minutes and above.movement:
            items = self._nameless(body, behind)
            if items and items[0].load.is_stated:
                return self._set_line(body, tokens[start:], self._notation.phrases("minute_line"), above)
        items = self._items.read(body, behind, in_scheme=True)
        return [Movement(item, station=True) for item in items]

    def announces_example(self, line: ReadLine) -> bool:
        """Whether a note ends by announcing an example: `… written behind the reps, such as:`."""
        if line.kind != "note" or not line.text.rstrip().endswith(":"):
            return False
        return plain(line.text).lower().rstrip(" :").endswith(_ANNOUNCEMENTS)

    def announces_results(self, line: ReadLine) -> bool:
        """Whether a line is the heading of other people's results."""
        if line.kind != "note" or len(line.text) > _LONGEST_HEADING:
            return False
        words = plain(line.text).lower().rstrip(" :").split()
        return 0 < len(words) <= 3 and words[-1] in self._notation.words("results")

    def _movement(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        outside = self._notation.phrases("outside").match(tokens, _skip(tokens, 0))
        if outside and _behind(tokens, outside.end):
            behind = tokens[_skip(tokens, outside.end) :]
            return [
                Movement(item, outside=True) for item in self._items.read(body, behind, in_scheme=True) if item.name
            ]
        if self._names.opens_a_note(tokens):
            return []
        start = _skip(tokens, 0)
        if (
            start
            and tokens[0].symbol in ("(", "[")
            and tokens[-1].symbol in (")", "]")
            and self._is_aside_of_amounts(tokens)
        ):
            return []
        if any(token.symbol == "=" for token in tokens):
            return []
        items = self._items.read(
            body, tokens[0:] if tokens[0].symbol in ("(", "[") else tokens[start:], in_scheme=above.scheme
        )
        if body.endswith(".") and len([token for token in tokens if token.speaks]) > 5:
            if not any(item.amount.is_stated for item in items):
                return []
        first, *others = items
        bare_heading = (
            body.endswith(":") and first.is_bare and not first.parts and not self._notation.catalogue.find(first.name)
        )
        if bare_heading:
            return []
        if others and not others[0].name:
            sets = [SetLine(item) for item in items]
            sets[0] = SetLine(replace(first, name="", parts=()))
            return [Movement(Item(name=first.name, parts=first.parts)), *sets]
        return [Movement(item) for item in items]

    def _is_aside_of_amounts(self, tokens: list[Token]) -> bool:
        """Whether a line is all in brackets and has numbers: `(Front Squat 3x5 @ 75% for the new folks.)`"""
        depth = 0
        for place, token in enumerate(tokens):
            depth += (token.symbol in ("(", "[")) - (token.symbol in (")", "]"))
            if depth == 0 and place < len(tokens) - 1:
                return False
        return any(token.is_numeral for token in tokens) and not any(token.symbol == "+" for token in tokens)


def _outside_brackets(tokens: list[Token]) -> list[Token]:
    depth, outside = 0, []
    for token in tokens:
        depth += (token.symbol in ("(", "[")) - (token.symbol in (")", "]"))
        if depth == 0:
            outside.append(token)
    return outside


def _letters(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens if token.text[0].isalpha())


def _skip(tokens: list[Token], place: int) -> int:
    """The next place that is no punctuation."""
    while place < len(tokens) and tokens[place].symbol in PUNCTUATION:
        place += 1
    return place


def _behind(tokens: list[Token], place: int) -> bool:
    """Whether more than punctuation follows."""
    return _skip(tokens, place) < len(tokens)


def _pause(found: Found) -> Pause:
    return Pause(rest=rest_span(found.values["rest"])) if "rest" in found.values else Pause()


def _which(found: Found) -> tuple[int, int | None]:
    """The first and the last set that a set line names; the last is None for `Sets 4+`."""
    if "first" in found.says:
        first = int(found.says["first"])
        return first, first
    if "place" in found.values:
        number = int(found.values["place"].least)
        return number, number
    if "which" in found.values:
        token = found.values["which"]
        if token.symbol == "{series}":
            items = [int(item) for item in token.items]
            if items != list(range(items[0], items[-1] + 1)):
                raise Unread
            return items[0], items[-1]
        return int(token.least), None if token.most is None else int(token.most)
    return int(found.values["first"].least), int(found.values["last"].least)


def _scheme_of(found: Found) -> Scheme:
    rhythm = rhythm_of(found)
    amount = Amount()
    if "reps" in found.values:
        amount = Amount(reps=Span(found.values["reps"].least, found.values["reps"].most))
    if "series" in found.values:
        items = found.values["series"].items
        if any(item != int(item) or item < 1 for item in items):
            raise Unread
        amount = Amount(per_set=tuple(int(item) for item in items))
    if "work" in found.values:
        return Scheme(rhythm, *_amount_and_rest(found))
    return Scheme(rhythm, amount)


def _with_tail(scheme: Scheme, tail: Found) -> Scheme:
    rhythm = rhythm_of(tail)
    if rhythm.sets and scheme.rhythm.sets:
        raise Unread
    if scheme.amount.per_set and rhythm.sets and rhythm.sets.least != len(scheme.amount.per_set):
        raise Unread
    pause = Pause(rest=rest_span(tail.values["rest"])) if "rest" in tail.values else Pause()
    amount = scheme.amount
    if "reps" in tail.values:
        amount = amount.with_(Amount(reps=Span(tail.values["reps"].least, tail.values["reps"].most)))
    if "series" in tail.values:
        amount = amount.with_(_scheme_of(tail).amount)
    return replace(scheme, rhythm=rhythm.over(scheme.rhythm), rest=scheme.rest.with_(pause), amount=amount)


def _contradicts(scheme: Scheme, element: Element) -> bool:
    """Whether a scheme and what follows on its line state the same thing twice."""
    if not isinstance(element, Movement | SetLine | Test):
        return False
    item, rhythm = element.item, scheme.rhythm
    twice = scheme.amount.is_stated and (item.amount.is_stated or isinstance(element, Test))
    return bool(
        twice
        or (rhythm.sets and item.rhythm.sets and item.rhythm.first_set is None)
        or (rhythm.total and item.rhythm.total)
        or (rhythm.interval and item.rhythm.interval)
    )


def _amount_and_rest(found: Found) -> tuple[Amount, Pause]:
    amount, pause = Amount(), Pause()
    if "work" in found.values:
        amount = Amount(time=rest_span(found.values["work"]))
    if "rest" in found.values:
        pause = Pause(rest=rest_span(found.values["rest"]))
    return amount, pause


def _work_and_rest(found: Found) -> Scheme:
    amount, pause = _amount_and_rest(found)
    sets = Span(found.values["sets"].least, found.values["sets"].most) if "sets" in found.values else None
    return Scheme(Rhythm(sets=sets), amount, pause)
