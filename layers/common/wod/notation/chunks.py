"""Divide the tokens of a line into chunks: phrases of the table `chunk`, words between them, marks, and remarks.

Every numeral must be part of a phrase, of the name of a movement, or of a remark.
"""

import re
from dataclasses import dataclass

from wod.notation.marks import BRACKETS, CLOSING, OPENING, end_of_bracket, ends_name, separates
from wod.notation.name_numbers import KINDS, is_of_name
from wod.notation.notation import Notation
from wod.notation.percent_of import lift_behind, percent_of
from wod.notation.phrases import PUNCTUATION, Found
from wod.notation.tokens import Token
from wod.notation.values import NO_LOAD, Load, Unread

_PERCENTS = frozenset({"percent", "percent at most", "percents"})
_LOADS = frozenset(
    {
        "percent",
        "percent at most",
        "percents",
        "rpe",
        "weight",
        "tempo",
        "bare tempo",
        "bare load",
        "bare rpe",
        "bare bodyweight",
        "load text",
        "height",
    }
)
_SOFT = frozenset({"side", "rest", "total", "load text", "difference", "basis"})
_BESIDE_NAMES = KINDS | {"side"}
_MOST_WORDS_OF_LEVELS = 3  # a longer bracket is a sentence
BELLS = frozenset({"kb", "kbs", "kettlebell", "kettlebells", "db", "dbs", "dumbbell", "dumbbells"})
_IMPLEMENTS = BELLS | {"box", "ball", "vest", "plate"}
_MOST_WORDS_IN_QUOTES = 4
_MOST_WORDS_OF_MANNER = 6
_LEAST_FIGURES = 100  # of a tempo
_MOST_BODYWEIGHTS = 4  # that anyone lifts
_LIMBS = frozenset({"arm", "hand", "leg", "armed", "handed", "legged"})
_MOST_LIMBS = 2
_OF_LEVELS = frozenset({"{pair}", "{weight}", "{height}", "{pood}"})
_TEMPO = {"is": "tempo"}
_BARE = {"is": "bare tempo"}
_YEARS = range(2000, 2036)
_BARE_TEMPO = re.compile(r"(?!\d\d00)[1-6][0-6][0-6][0-6]")  # and no round number, which is a distance
_FOUR_FIGURES = re.compile(r"\d(?:-\d){3}")
_THREE_OR_FOUR_FIGURES = re.compile(r"\d(?:-\d){2,3}")
_COUNT = {"is": "count"}
_LOAD_TEXT = {"is": "load text"}
_BASIS = {"is": "basis"}
_MANNERED = frozenset({"{percent}", "{weight}"})


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
        self._phrases = notation.phrases("chunk")

    def chunks(self, text: str, tokens: list[Token]) -> list[Chunk]:
        """Return the chunks of a line. Raise Unread if a numeral is left over."""
        chunks: list[Chunk] = []
        words: Chunk | None = None  # the open chunk of words
        states = is_named = False
        place = 0
        while place < len(tokens):
            found = self._phrase(tokens, place)
            if end := self._end_of_remark(tokens, place, follows=bool(chunks) and not found, states=states):
                chunk = Chunk(place, end, is_remark=True)
            elif found and found.says["is"] not in KINDS:
                chunk, states = self._stated(text, tokens, found, is_behind=states and is_named), True
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

    # Phrases

    def _stated(self, text: str, tokens: list[Token], found: Found, *, is_behind: bool) -> Chunk:
        """Return the chunk of a phrase; a percent includes the lift that it is of.

        `is_behind`: a movement and an amount are in front, so a lift directly after a percent is no new one.
        """
        if found.says["is"] == "basis":
            start = next(place for place in range(found.start, found.end) if tokens[place].symbol != "@")
            of, end = percent_of(self._notation, text, tokens, start)
            if of is None or not of.is_stated:
                raise Unread
            return Chunk(found.start, end, found, of=of)
        if found.says["is"] not in _PERCENTS:
            return Chunk(found.start, found.end, found)
        of, end = percent_of(self._notation, text, tokens, found.end)
        if is_behind and end == found.end and of == NO_LOAD:
            of, end = lift_behind(self._notation, text, tokens, end)
        return Chunk(found.start, max(found.end, end), found, of=of)

    def _phrase(self, tokens: list[Token], place: int) -> Found | None:
        if found := _tempo_in_figures(tokens, place) or _two_implements(tokens, place):
            return found
        if place and tokens[place - 1].symbol in OPENING and (basis := self._basis(tokens, place)):
            return basis
        found = self._phrases.match(tokens, place)
        if found and found.says["is"] == "percent by reps" and (slash := _slash_with_spaces(found, tokens)):
            found = self._phrases.match(tokens[:slash], place)
        if found is None or (tokens[place].symbol == "time" and place and tokens[place - 1].symbol == "for"):
            return None  # `for time (cap 10 min)` has no time cap
        return self._in_name(found, tokens) if found.says["is"] in KINDS else _without_name(found, tokens)

    def _in_name(self, found: Found, tokens: list[Token]) -> Found | None:
        """Return a phrase with a number that is part of a name, or the count that the number is."""
        place = found.start
        if any(ends_name(tokens, between) for between in range(place, found.end)):
            return self._shorter(tokens, place)
        if is_of_name(found, tokens):
            return found
        return _count_at(place, tokens) if tokens[place].symbol == "{count}" else None

    def _basis(self, tokens: list[Token], place: int) -> Found | None:
        """Return what percents are of, in a bracket of its own: `Clean Pull (of best Clean) 4x3 @ 95%`."""
        found = self._notation.phrases("basis").match(tokens, place)
        return Found(place, found.end, _BASIS, {}) if found else None

    def _shorter(self, tokens: list[Token], place: int) -> Found | None:
        """Return a phrase that ends before the next mark: in `Plank Hold - 60 seconds` the time is not in the name."""
        end = next(other for other in range(place, len(tokens)) if ends_name(tokens, other))
        return self._phrases.match(tokens[:end], place)

    # Remarks

    def _end_of_remark(self, tokens: list[Token], place: int, *, follows: bool, states: bool) -> int:
        """Return the place after a remark that begins here; 0 if none does.

        `follows`: there are chunks before this place, and no phrase at it. `states`: one of them is a phrase.
        """
        symbol = tokens[place].symbol
        if states and symbol == "or" and place + 1 < len(tokens):
            return len(tokens)  # an alternative is not a prescription
        if states and symbol in OPENING:
            return self._end_of_levels(tokens, place)
        if states and self._lists_levels(tokens, place):
            return len(tokens)
        if not follows or not self._opens_remark(tokens, place):
            return 0
        return self._end_of_manner(tokens, place) or end_of_bracket(tokens, place)

    def _end_of_manner(self, tokens: list[Token], place: int) -> int:
        """Return the place of the load after words about the manner: `no touch and go, 80%`, `no belt @ 60%`."""
        if tokens[place].text.lower() not in self._notation.words("manner_openers"):
            return 0
        for other in range(place + 1, min(place + _MOST_WORDS_OF_MANNER, len(tokens) - 1)):
            token, behind = tokens[other], tokens[other + 1]
            if token.is_numeral:
                return 0
            is_load = behind.symbol == "@" or behind.symbol in _MANNERED
            if (token.symbol in (",", ";") and is_load) or (token.symbol == "@" and behind.is_numeral):
                return other
        return 0

    def _opens_remark(self, tokens: list[Token], place: int) -> bool:
        """Return whether a remark begins here, after a mark: `; start at 60%`."""
        if tokens[place - 1].symbol != "." and not separates(tokens, place - 1):
            return False
        opener = tokens[place].text.lower()
        if opener == "then":
            opener = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
        return opener in self._notation.words("remark_openers")

    def _end_of_levels(self, tokens: list[Token], place: int) -> int:
        """Return the place after a bracket with the loads of several levels or with a sentence; 0 for any other.

        `(Rx 95/65, Scaled 75/55)`
        """
        end = next((other for other in range(place, len(tokens)) if tokens[other].symbol in CLOSING), 0)
        words = {token.text.lower() for token in tokens[place:end]}
        if not words:
            return 0
        is_condition = tokens[place + 1].is_numeral and tokens[min(place + 2, end)].text.lower() == "if"
        if is_condition or words & self._notation.words("levels") or self._lists_loads(tokens[place + 1 : end]):
            return end + 1
        has_prose = len(words) > _MOST_WORDS_OF_LEVELS and bool(words & self._notation.words("prose"))
        return end + 1 if has_prose and not tokens[place + 1].is_numeral else 0

    def _lists_loads(self, tokens: list[Token]) -> bool:
        """Return whether tokens are loads with a name each: `Health: 15 lb/20 lb, Athletic: 20 lb/30 lb`."""
        loads = [place for place, token in enumerate(tokens) if token.symbol in _OF_LEVELS]
        if len(loads) < 2 or loads[0] == 0:
            return False
        names = [next((one.text for one in tokens[place - 1 :: -1] if one.symbol != ":"), "") for place in loads]
        people = self._notation.words("people")  # `M 135 lb / W 95 lb` is a pair
        return all(name[:1].isalpha() and name.lower() not in people for name in names)

    def _lists_levels(self, tokens: list[Token], place: int) -> bool:
        """Return whether loads of several levels begin here: `Rx 95/65, Scaled 75/55`, `95/65 Rx, 75/55 Scaled`."""
        levels = self._notation.words("levels")
        pair = tokens[place : place + 2]
        is_first = len(pair) == 2 and any(
            load.symbol in _OF_LEVELS and level.text.lower() in levels for load, level in (pair, pair[::-1])
        )
        return is_first and sum(token.text.lower() in levels for token in tokens[place:]) > 1

    def _end_of_aside(self, tokens: list[Token], place: int) -> int:
        """Return the place after a bracket that has only words, which may belong to a name; 0 for any other.

        `Press in Clean (Sots Press)`
        """
        if tokens[place].symbol not in OPENING or self._basis(tokens, place + 1):
            return 0
        if self._is_of_sides(tokens, place + 1):
            return 0
        loads = self._notation.words("loads_in_words")
        for end in range(place + 1, len(tokens)):
            symbol = tokens[end].symbol
            if symbol in CLOSING:
                return end + 1 if end > place + 1 else 0
            if symbol in BRACKETS or symbol == "@" or symbol in loads or self._states_something(tokens, end):
                return 0
        return 0

    def _is_of_sides(self, tokens: list[Token], place: int) -> bool:
        """Return whether a bracket is only `each side`."""
        found = self._phrases.match(tokens, place)
        if found is None or found.says["is"] != "side":
            return False
        return found.end < len(tokens) and tokens[found.end].symbol in CLOSING

    def _states_something(self, tokens: list[Token], place: int) -> bool:
        if tokens[place].is_numeral:
            return True
        found = self._phrases.match(tokens, place)
        return found is not None and found.says["is"] not in _BESIDE_NAMES


def _slash_with_spaces(found: Found, tokens: list[Token]) -> int:
    """Return the place of a slash after a weight that may begin the next set, `2 at 100 kg / 3 at 105 kg`; or 0."""
    slash = next(place for place in range(found.start, found.end) if tokens[place].symbol == "/")
    return slash if "weight" in found.values and tokens[slash].start > tokens[slash - 1].end else 0


def _count_at(place: int, tokens: list[Token]) -> Found:
    return Found(place, place + 1, _COUNT, {"reps": tokens[place]})


def _without_name(found: Found, tokens: list[Token]) -> Found | None:
    """Return a phrase without the words that belong to the name after it."""
    place, end, kind = found.start, found.end, found.says["is"]
    if kind == "figures" and tokens[place].symbol == "{count}" and tokens[place].least < _LEAST_FIGURES:
        return _count_at(place, tokens)  # `5 Tempo Back Squats`
    if end > place + 1 and _counts_limbs(tokens, end - 1):  # `10 x 2 Hand Kettlebell Swings`
        return _count_at(place, tokens) if tokens[place].is_numeral else None
    if kind == "bare bodyweight" and found.values["multiple"].least > _MOST_BODYWEIGHTS:
        return _count_at(place, tokens)  # `10 Bodyweight Squats`
    if tokens[end - 1].symbol == "adjective" and end - 1 > place:  # `5x3, slow, 80%`, `3 x 10 strict Pull-Ups`
        return Found(place, end - (2 if tokens[end - 2].symbol in PUNCTUATION else 1), found.says, found.values)
    if tokens[end - 1].symbol in _IMPLEMENTS and end < len(tokens) and tokens[end].speaks:
        return Found(place, end - 1, found.says, found.values)  # `24" Box Jump`, `45 lb Plate Hop`
    return found


def _tempo_in_figures(tokens: list[Token], place: int) -> Found | None:
    """Return `2020`, `@ 30x1`, `@ 3-1-1-0` or `Tempo RDL (4-1-1)`, which are tempos, and no numbers of sets."""
    token = tokens[place]
    if token.symbol in ("@", "tempo"):
        figures = tokens[place + 1] if place + 1 < len(tokens) else token
        if token.symbol == "@" and _FOUR_FIGURES.fullmatch(figures.text):
            return Found(place, place + 2, _TEMPO, {})
        return _tempo_with_small_x(tokens, place)
    if not token.is_numeral:
        return None
    if place and tokens[place - 1].symbol in OPENING and _THREE_OR_FOUR_FIGURES.fullmatch(token.text):
        is_of_tempo = any(before.symbol == "tempo" for before in tokens[:place]) and len(set(token.items)) > 1
        return Found(place, place + 1, _TEMPO, {}) if is_of_tempo else None
    is_bare = token.symbol == "{count}" and _BARE_TEMPO.fullmatch(token.text) is not None
    return Found(place, place + 1, _BARE, {}) if is_bare and _is_apart(tokens, place) else None


def _is_apart(tokens: list[Token], place: int) -> bool:
    """Return whether marks or numbers are beside four figures; beside those that may be a year, no word and no day."""
    following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
    if following not in ("", "@", *PUNCTUATION) and following[:1] != "{":
        return False
    if tokens[place].least not in _YEARS:
        return True
    if place == 0:
        return following in ("", "@")  # `2021: 3x5`
    before = tokens[place - 1]
    is_day = before.symbol == "," and place > 1 and tokens[place - 2].is_numeral  # `March 18, 2011`
    return not (before.text[0].isalpha() or is_day)


def _tempo_with_small_x(tokens: list[Token], place: int) -> Found | None:
    """Return `@ 30x1` or `tempo 20x0`, which after an `@` or the word is a tempo, and not sets by reps."""
    if tokens[place].symbol not in ("@", "tempo") or place + 3 >= len(tokens):
        return None
    first, times, last = tokens[place + 1 : place + 4]
    is_tempo = (
        times.symbol == "x"
        and first.symbol == last.symbol == "{count}"
        and (len(first.text), len(last.text)) == (2, 1)
        and (first.end, times.end) == (times.start, last.start)
    )
    return Found(place, place + 4, _TEMPO, {}) if is_tempo else None


def _two_implements(tokens: list[Token], place: int) -> Found | None:
    """Return the load of two implements, `2x 50/35#` or `(2 x 22.5 kg)`, whose number counts no reps and no sets."""
    count, times, weight = (*tokens[place : place + 3], *[tokens[place]] * 3)[:3]
    if (count.symbol, count.least, times.symbol) != ("{count}", 2, "x"):
        return None
    is_pair = weight.symbol == "{weight}" and weight.second is not None
    is_in_brackets = place > 0 and tokens[place - 1].symbol in OPENING and weight.symbol in ("{weight}", "{pair}")
    is_of_bells = len(tokens) > place + 3 and tokens[place + 3].symbol in BELLS and weight.symbol == "{weight}"
    return Found(place, place + 3, _LOAD_TEXT, {}) if is_pair or is_in_brackets or is_of_bells else None


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


def _counts_limbs(tokens: list[Token], place: int) -> bool:
    """Return whether a number is that of the limbs in a name: `1-Arm Snatch`."""
    number = tokens[place]
    behind = [token for token in tokens[place + 1 : place + 4] if token.symbol != "-"]
    if number.symbol != "{count}" or number.least > _MOST_LIMBS or len(behind) < 2:
        return False
    return behind[0].text.lower() in _LIMBS and behind[1].speaks
