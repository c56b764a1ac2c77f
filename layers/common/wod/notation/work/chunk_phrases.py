"""Find the phrases of the table `chunk`, each without the words of a name beside it: `45 lb Plate Hop`."""

import re
from itertools import takewhile

from wod.notation.grammar.marks import CLOSING, OPENING, ends_name, separates
from wod.notation.grammar.name_numbers import KINDS, is_part_of_name
from wod.notation.grammar.name_words import is_plural
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import PUNCTUATION, Found
from wod.notation.text.tokens import Token
from wod.notation.work.checks import MOST_BODYWEIGHTS
from wod.notation.work.rests import rests_after_one_set
from wod.notation.work.tempos import tempo_in_figures

_LEAST_FIGURES = 100  # of a tempo
_MOST_LIMBS = 2
_RECOVERIES = frozenset({"recovery", "recovery of a run"})
_BEFORE_LOADS = frozenset({":", ",", "-", "--", ";"})
_JOINTS = frozenset({",", "and", "+", "/", "then"})
_MEASURED = frozenset({"{time}", "{distance}"})
_BEHIND_REPS = frozenset({"every", "emom", "{each}", "{interval}", "at", "x", "on"})
REPS_IN_WORDS = frozenset({"single", "double", "triple"})
"""Words for a set of one, two or three repetitions."""

_COUNT = {"is": "count"}
_LOAD_TEXT = {"is": "load text"}
_BASIS = {"is": "basis"}


class ChunkPhrases:
    """Finder of the phrases that chunks are made of."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._phrases = notation.phrases("chunk")
        self._bases = notation.phrases("basis")
        self._bells = notation.words("bells")
        self._implements = notation.words("bells") | notation.words("implements")
        self._limbs = notation.words("limbs")
        self._bars = notation.words("bars")
        self._lightest = self._bars | notation.words("own_weight")

    def match(self, tokens: list[Token], place: int) -> Found | None:
        """Return the phrase that begins at this token; None if none does."""
        if found := tempo_in_figures(tokens, place) or self._two_implements(tokens, place):
            return found
        if found := self._lightest_load(tokens, place):
            return found
        if place and tokens[place - 1].symbol in OPENING and (basis := self.basis(tokens, place)):
            return basis
        found = self._phrases.match(tokens, place)
        if found and (end := _end_within(found, tokens)):
            found = self._phrases.match(tokens[:end], place)
        if found is None or (tokens[place].symbol == "time" and place and tokens[place - 1].symbol == "for"):
            return None  # `for time (cap 10 min)` has no time cap
        found = self._in_name(found, tokens) if found.says["is"] in KINDS else self._without_name(found, tokens)
        return found if found and found.end > place else None  # `deficit` alone is left out before a name

    def _in_name(self, found: Found, tokens: list[Token]) -> Found | None:
        """Return a phrase with a number that is part of a name, or the count that the number is."""
        place = found.start
        if any(ends_name(tokens, between) for between in range(place, found.end)):
            return self._shorter(tokens, place)
        if is_part_of_name(found, tokens) and not self._counts_paused(tokens, place):
            return found
        return _count_at(place, tokens) if tokens[place].symbol == "{count}" else None

    def _counts_paused(self, tokens: list[Token], place: int) -> bool:
        """Return whether a number in front of a line counts a movement with a pause: `3 Pause Front Squats @ 70%`.

        In `3 pause Clean`, `3 Pause Snatch Pulls 4x2` and `2 Pause Cleans (knee, hip)` it may count the pauses.
        """
        manner = tokens[place + 1] if place == 0 and len(tokens) > 2 else None
        if manner is None or manner.text.lower() not in self._notation.words("manner_in_front"):
            return False
        is_joined = manner.start == tokens[0].end
        if tokens[0].symbol != "{count}" or is_joined or any(token.symbol == "x" for token in tokens):
            return False
        words = [*takewhile(lambda token: not token.is_numeral, tokens[1:])]
        end = next((end for end, word in enumerate(words, start=1) if is_plural(word.text)), 0)
        movement = self._notation.catalogue.find(" ".join(word.text for word in words[:end]))
        if not end or movement is None or _lists_words(tokens[end + 1 :]):
            return False
        last = re.split("[ -]", movement.name.lower())[-1]  # `straps` of `Clean w/ straps` is no movement
        return words[end - 1].text.lower().startswith(last)

    def basis(self, tokens: list[Token], place: int) -> Found | None:
        """Return what percents are of, in a bracket of its own: `Clean Pull (of best Clean) 4x3 @ 95%`."""
        found = self._bases.match(tokens, place)
        return Found(place, found.end, _BASIS, {}) if found else None

    def _shorter(self, tokens: list[Token], place: int) -> Found | None:
        """Return a phrase that ends before the next mark: in `Plank Hold - 60 seconds` the time is not in the name."""
        end = next(other for other in range(place, len(tokens)) if ends_name(tokens, other))
        return self._phrases.match(tokens[:end], place)

    def _without_name(self, found: Found, tokens: list[Token]) -> Found | None:
        """Return a phrase without the words that belong to the name after it."""
        place, end, kind = found.start, found.end, found.says["is"]
        if kind == "rest" and rests_after_one_set(self._notation, tokens, found):
            return None
        if kind == "figures" and tokens[place].symbol == "{count}" and tokens[place].least < _LEAST_FIGURES:
            return _count_at(place, tokens)  # `5 Tempo Back Squats`
        if end > place + 1 and self._counts_limbs(tokens, end - 1):  # `10 x 2 Hand Kettlebell Swings`
            return _count_at(place, tokens) if tokens[place].is_numeral else None
        if kind == "bare bodyweight" and found.values["multiple"].least > MOST_BODYWEIGHTS:
            return _count_at(place, tokens)  # `10 Bodyweight Squats`
        if _is_work_before_rest(found, tokens) or (kind in _RECOVERIES and not _is_recovery(found, tokens)):
            return self._phrases.match(tokens[: place + 1], place)  # `Run 10 min, 2 min walk`
        if (
            (kind == "manner" and not _is_manner(found, tokens))
            or (kind == "words apart" and not _is_apart(found, tokens))
            or (kind == "single set" and not self._counts_reps(found, tokens))
        ):
            return None  # `Touch and Go Snatch 5x2`, `Box Step Down 3x10`
        if tokens[end - 1].symbol == "adjective" and end - 1 > place:  # `5x3, slow, 80%`, `3 x 10 strict Pull-Ups`
            return Found(place, end - (2 if tokens[end - 2].symbol in PUNCTUATION else 1), found.says, found.values)
        if tokens[end - 1].symbol in self._implements and end < len(tokens) and _is_word(tokens[end]):
            is_of_sides = tokens[place].symbol == "{pair}" and len(set(tokens[place].items)) == 1
            if is_of_sides or kind == "words":
                return self._phrases.match(tokens[: end - 1], place)  # `10/10 Dumbbell Rows`, `with 12 DB Rows`
            return Found(place, end - 1, found.says, found.values)  # `24" Box Jump`, `45 lb Plate Hop`
        return found

    def _counts_reps(self, found: Found, tokens: list[Token]) -> bool:
        """Return whether `a triple` is behind a mark or a movement, and in front of a mark, a load, a clock or nothing.

        `Double Unders` is a name, `Jump Rope 3x50, single` says how, and `single, then double` has two sets.
        """
        before, after = tokens[: found.start], tokens[found.end :]
        if not before or any(token.is_numeral for token in before) or any(one.symbol in REPS_IN_WORDS for one in after):
            return False
        is_behind = separates(tokens, found.start - 1) or self._is_behind_a_movement(tokens, found.start)
        return is_behind and (not after or not after[0].speaks or after[0].symbol in _BEHIND_REPS)

    def _two_implements(self, tokens: list[Token], place: int) -> Found | None:
        """Return the load of two implements, `2x 50/35#` or `(2 x 22.5 kg)`, whose number counts nothing else."""
        if tokens[place].symbol != "{count}" or tokens[place].least != 2 or place + 2 >= len(tokens):
            return None
        times, weight = tokens[place + 1 : place + 3]
        if times.symbol != "x":
            return None
        is_pair = weight.symbol == "{weight}" and weight.second is not None
        is_in_brackets = place > 0 and tokens[place - 1].symbol in OPENING and weight.symbol in ("{weight}", "{pair}")
        names_bells = (
            len(tokens) > place + 3 and tokens[place + 3].symbol in self._bells and weight.symbol == "{weight}"
        )
        return Found(place, place + 3, _LOAD_TEXT, {}) if is_pair or is_in_brackets or names_bells else None

    def _lightest_load(self, tokens: list[Token], place: int) -> Found | None:
        """Return the bar alone or the body in front of repetitions, behind a mark or a movement: `Squat: bar x 10`.

        `Bar Muscle-Up x 5` and `Curls EZ bar x 12` have names.
        """
        following = [token.symbol for token in tokens[place + 1 : place + 3]]
        if not place or tokens[place].text.lower() not in self._lightest or following != ["x", "{count}"]:
            return None
        if tokens[place - 1].speaks:
            is_behind = self._is_behind_a_movement(tokens, place)
        else:
            is_behind = tokens[place - 1].symbol in _BEFORE_LOADS and separates(tokens, place - 1)
        return Found(place, place + 1, _LOAD_TEXT, {}) if is_behind else None

    def _is_behind_a_movement(self, tokens: list[Token], place: int) -> bool:
        """Return whether a word is directly behind the name of a movement, and is not part of it."""
        start = next((other + 1 for other in range(place - 1, -1, -1) if separates(tokens, other)), 0)
        name, word = " ".join(token.text for token in tokens[start:place]), tokens[place].text
        find = self._notation.catalogue.find
        return find(name) is not None and not (word.lower() in self._bars and find(f"{name} {word}"))

    def _counts_limbs(self, tokens: list[Token], place: int) -> bool:
        """Return whether a number counts the limbs in a name: `1-Arm Snatch`."""
        number = tokens[place]
        after = [token for token in tokens[place + 1 : place + 4] if token.symbol != "-"]
        if number.symbol != "{count}" or number.least > _MOST_LIMBS or len(after) < 2:
            return False
        return after[0].text.lower() in self._limbs and after[1].speaks


def _lists_words(tokens: list[Token]) -> bool:
    """Return whether words have a joint between them, `(knee, hip)`, so that they may be the places of pauses."""
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(one.symbol in _JOINTS and _is_word(before) and _is_word(after) for before, one, after in triples)


def _is_word(token: Token) -> bool:
    return token.speaks and not token.is_numeral


def _end_within(found: Found, tokens: list[Token]) -> int:
    """Return the end of the part of a phrase that is one by itself, if its other words are about something else; or 0.

    `2 at 100 kg / 3 at 105 kg`, `Row 2 km, target 7:30`, `60% x 3, 2 sets`
    """
    if found.says["is"] == "percent by reps":
        return _slash_with_spaces(found, tokens)
    if found.says["is"] == "sets after bracket":
        return _end_before_sets(found, tokens)
    return _end_before_target(found, tokens) if tokens[found.end - 1].symbol == "target" else 0


def _slash_with_spaces(found: Found, tokens: list[Token]) -> int:
    """Return the place of a slash after a weight that may begin the next set, `2 at 100 kg / 3 at 105 kg`; or 0."""
    slash = next(place for place in range(found.start, found.end) if tokens[place].symbol == "/")
    return slash if "weight" in found.values and tokens[slash].start > tokens[slash - 1].end else 0


def _end_before_target(found: Found, tokens: list[Token]) -> int:
    """Return the end of what is before a target that is a time or after a mark; 0 for `10 ft target`."""
    mark = next((place for place in range(found.start + 1, found.end) if not tokens[place].speaks), 0)
    is_time = found.end < len(tokens) and tokens[found.end].symbol == "{time}"
    return mark or (found.end - 1 if is_time else 0)


def _end_before_sets(found: Found, tokens: list[Token]) -> int:
    """Return the place of a number that does not follow a bracket, `60% x 3, 2 sets`; 0 for the sets of `(60%x3)2`."""
    place = next(place for place, token in enumerate(tokens) if token is found.values["sets"])
    return 0 if tokens[place - 1].symbol in CLOSING else place


def _is_manner(found: Found, tokens: list[Token]) -> bool:
    """Return whether words are behind an amount or a mark, and before a load, a mark or nothing: `5x2 paused @ 70%`."""
    before, after = tokens[found.start - 1 : found.start], tokens[found.end : found.end + 1]
    is_after = bool(before) and (before[0].is_numeral or before[0].symbol in ("rep", "set") or not before[0].speaks)
    states_amount = any(token.is_numeral for token in tokens[: found.start])  # unlike `Power Clean (touch and go) 5x2`
    return is_after and states_amount and (not after or not after[0].text[0].isalpha() or after[0].symbol == "at")


def _is_work_before_rest(found: Found, tokens: list[Token]) -> bool:
    """Return whether the time in front of `rest` is of the work, as the rest has its own: `Row 30 s, rest 15 s`."""
    ends = tokens[found.start], tokens[found.end - 1], *tokens[found.end : found.end + 1]
    return [token.symbol for token in ends] == ["{time}", "rest", "{time}"]


def _is_recovery(found: Found, tokens: list[Token]) -> bool:
    """Return whether a time or a distance is between sets, `Run 5 x 3 min, 2 min easy jog`, and is no work of its own.

    Without such sets it has to be called a recovery: `Row 500 m, 1 min recovery`, and not `Run 10 min, 2 min walk`.
    """
    before = tokens[: found.start]
    is_called = any(token.symbol == "recovery" for token in tokens[found.start : found.end])
    is_after_sets = any(
        first.is_numeral and times.symbol == "x" and measured.symbol in _MEASURED
        for first, times, measured in zip(before, before[1:], before[2:], strict=False)
    )
    is_apart = tokens[found.start].symbol in ("with", "and") or (bool(before) and not before[-1].speaks)
    return (is_apart or is_called) if is_after_sets else (is_apart and is_called)


def _is_apart(found: Found, tokens: list[Token]) -> bool:
    """Return whether a phrase is between marks, after other words: `10 Box Jumps, step down`."""
    is_after = found.start > 1 and not tokens[found.start - 1].speaks
    return is_after and (found.end == len(tokens) or not tokens[found.end].speaks)


def _count_at(place: int, tokens: list[Token]) -> Found:
    return Found(place, place + 1, _COUNT, {"reps": tokens[place]})
