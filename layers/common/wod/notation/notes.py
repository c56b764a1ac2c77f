"""Classify lines that no reader could read: as notes, or as unread lines of training."""

import re
from itertools import pairwise, takewhile
from typing import Literal

from wod.notation.atoms import normalise_marks
from wod.notation.elements import ReadLine
from wod.notation.marks import CLOSING, first_of, has_more, is_enclosed, outside_brackets, skip
from wod.notation.names import Names
from wod.notation.notation import Notation
from wod.notation.phrases import Phrases
from wod.notation.tokens import Token, tokenise

_LONGEST_HEADING = 40  # characters
_LONGEST_ANNOUNCEMENT = 40  # characters
_TITLE = re.compile(r'(?:[A-Za-z -]{1,30}: *)?"([^"@%]{0,40}[A-Z][a-z]{2}[^"@%]{0,40})"')  # `Metcon: "Jelly Belly"`
_MOST_WORDS_OF_HEADINGS = 3
_MOST_WORDS = 12
_MOST_WORDS_OF_SETS = 6  # a longer line with `5x5` may be about training
_MOST_WORDS_OF_NAMES = 4
_MOST_WORDS_BEHIND = 5  # the last number: more are a clause of its own
_MOST_WORDS_OF_UNKNOWN = 4  # headings
_UNMARKED = re.compile(r"[^.,;@()\"“”?]+")
_NO_HEADING = frozenset({"rest", "then", "max", "amrap", "set", "rep", "and", "or"})
_SCHEMES = ("scheme", "set_line", "test", "minute_line", "steps")
_NUMBERS_OF_TRAINING = frozenset(
    {
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
        "{uneven}",
        "{times}",
        "{weights}",
    }
)
_OF_SCHEMES = frozenset({"sets", "interval", "each", "total", "minutes"})
_COUNTED = frozenset({"x", "rep", "set", "adjective"})
_COUNTING = frozenset({"x", "rpe", "heavy"})
_SETS_BY_SETS = frozenset({"{series}", "{plus}", "{cluster}"})
_OF_SETS = frozenset({"work", "working", "top", "straight", "drop", "heavy"})
_OF_TESTS = frozenset({"{rm}", "heavy", "establish", "rpe", "single", "double", "triple"})
_OF_PEOPLE = frozenset({"{weight}", "{pood}", "{height}", "{pair}"})
_BESTS = frozenset({"{rm}", "best", "max"})


def _behind_week(tokens: list[Token]) -> list[Token]:
    """Return the tokens after the week of a programme: `Week 2: 5x4 @ 75%`."""
    is_week = len(tokens) > 2 and tokens[0].text.lower() in ("week", "wk") and tokens[1].is_numeral
    return tokens[2:] if is_week else tokens


class Notes:
    """Classifier of lines that no reader could read."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._schemes = [notation.phrases(table) for table in _SCHEMES]
        self._steps = notation.phrases("steps")
        self._headings = notation.phrases("heading")
        self._headings_of_work = [notation.phrases(table) for table in ("heading", "extra", "outside")]
        self._openers = notation.words("notation_openers")
        self._soft_openers = notation.words("soft_openers")
        self._prose = notation.words("prose")
        self._small = notation.words("prose") | notation.words("title_small")
        self._results = notation.words("results")
        self._people = notation.words("people")
        self._as_prescribed = notation.words("as_prescribed")
        self._of_groups = (
            notation.words("levels")
            | notation.words("people")
            | notation.words("of_groups")
            | notation.words("results")
        )
        self._no_names = self._small | self._of_groups | notation.words("loads_in_words")
        self._kinds_of_sets = notation.words("kinds_of_sets")
        self._alternatives = notation.words("alternatives")
        self._conditions = notation.words("conditions")
        self._announcements = notation.phrases("announcement")
        self._advice = notation.phrases("advice")
        self._vocabulary = notation.vocabulary
        self._names = names

    def note(self, text: str, *, doubtful: bool = False) -> ReadLine:
        """Return the line as a note."""
        if self._announces_example(text):
            return ReadLine(text, "note", doubtful=doubtful, announces="example")
        if self._is_alone(self._advice, text):
            return ReadLine(text, "note", doubtful=doubtful, announces="advice")
        if self._announces_results(text):
            return ReadLine(text, "note", doubtful=doubtful, announces="results")
        return ReadLine(text, "note", doubtful=doubtful)

    def not_read(self, text: str, body: str, tokens: list[Token]) -> ReadLine:
        """Return the line as a note, or as unread if it looks like notation."""
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if not numerals and "@" not in body:
            return self.note(text, doubtful=self._asks_for_most(tokens) or self._climbs(tokens))
        words = [token for token in tokens if token.text[0].isalpha()]
        starts = self._starts_as_notation(tokens)
        firm = starts or self._has_notation(tokens)
        prose = self.words_of_prose(_behind_week(tokens) if firm else tokens)
        equates = any(token.symbol == "=" for token in outside_brackets(tokens)) and not self._counts(tokens)
        defines = equates and not starts and "@" not in body
        has_load = any(token.symbol in ("{percent}", "{weight}") for token in tokens)
        aside = is_enclosed(tokens) or (defines and not (has_load and self._looks_like_training(tokens)))
        behind = sum(token.text[0].isalpha() for token in tokens[numerals[-1] + 1 :]) if numerals else 0
        is_short = len(words) <= _MOST_WORDS and behind <= _MOST_WORDS_BEHIND
        if firm and is_short and not prose and not aside and not self._opens_firmly(tokens):
            return self.unread(text, tokens)
        opens = self._names.opens_a_note(tokens)
        starred = normalise_marks(text).lstrip()[:1] == "*"
        announces = (starts and body.endswith(":")) or _is_amount_of_each(tokens) or self._follows_at_once(tokens)
        if announces or not (opens or aside or self._is_sentence(words) or (starred and not firm)):
            return self.unread(text, tokens)
        if self._is_for_people(tokens):
            return self.note(text, doubtful=True)
        if aside or starred:
            return self.note(text)
        if _starts_with_sets(tokens) or self._starts_with_sets_of_movement(tokens):
            return self.note(text, doubtful=True)
        if 3 * prose > len(words):
            return self.note(text, doubtful=len(words) <= _MOST_WORDS_OF_SETS and _has_sets(tokens))
        if len(words) <= _MOST_WORDS_OF_SETS and _has_sets(tokens):
            return self.note(text, doubtful=True)
        is_doubtful = (not prose and self._asks(tokens)) or (not opens and self._looks_like_training(tokens))
        is_doubtful = is_doubtful or (prose < 2 and len(words) <= _MOST_WORDS and _has_percent_and_sets(tokens))
        is_doubtful = is_doubtful or _has_weight_and_set(tokens) or (not prose and self._begins_with_amount(tokens))
        is_doubtful = is_doubtful or (not prose and _has_sets(tokens) and self._mentions_movement(tokens))
        return self.note(text, doubtful=is_doubtful)

    def _starts_with_sets_of_movement(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with a movement and its sets: `Back Squat 5x3, and tell us how it went`."""
        start = skip(tokens)
        named = [*takewhile(lambda token: token.speaks and not token.is_numeral, tokens[start:])]
        behind = tokens[start + len(named) :]
        if not 0 < len(named) <= _MOST_WORDS_OF_NAMES or not behind or self._names.opens_a_note(tokens):
            return False
        return _starts_with_sets(behind) and self._mentions_movement(named)

    def unread(self, text: str, tokens: list[Token]) -> ReadLine:
        """Return the line as unread, with its likely kind: a scheme or a movement."""
        start = skip(tokens)
        scheme = self._schemes[0].match(tokens, start)
        is_scheme = scheme and (scheme.says.get("format") or scheme.values.keys() & _OF_SCHEMES)
        if is_scheme or self._headings.match(tokens, start):
            return ReadLine(text, "unread", hides="scheme")
        if self._mentions_movement(tokens):
            return ReadLine(text, "unread", hides="movement")
        first = {token.symbol for token in tokens[start : start + 1]}
        of_group = any(token.text.lower() in self._of_groups for token in tokens)
        begins = "then" in first or (text.rstrip().endswith(":") and not of_group)
        return ReadLine(text, "unread", hides="scheme" if begins else "")

    def is_title(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line is a title in quotes: `"Jelly Belly"`, `"30 Savage"`, `Metcon: "Fran"`."""
        title = _TITLE.fullmatch(body)
        if title is None or self._names.mentions(title[1]):
            return False
        if any(token.symbol == "rest" or (token.is_numeral and token.symbol != "{count}") for token in tokens):
            return False  # `"Rest 60 seconds"`
        return self._schemes[0].match(tokens, skip(tokens)) is None

    def is_heading(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line is the heading of other work: `Dessert:`. Others lead to the next line: `First:`."""
        found = [one for table in self._headings_of_work if (one := table.match(tokens, skip(tokens)))]
        return any(
            not has_more(tokens, one.end) and (body.endswith(":") or one.says.get("is") == "once") for one in found
        )

    def unknown_heading(self, body: str, tokens: list[Token]) -> Literal["", "words", "title"]:
        """Return whether a short line without numbers may be the heading of other work, `Lift off`, or its title.

        It is about no movement, no rest and no people; a title begins like no note, and does not lead on with a colon.
        """
        words = [token for token in tokens if token.speaks]
        is_short = 0 < len(words) <= _MOST_WORDS_OF_UNKNOWN and _UNMARKED.fullmatch(body) is not None
        if not is_short or not words[0].text[0].isupper() or self._mentions_movement(tokens):
            return ""
        if any(
            token.is_numeral or token.symbol in _NO_HEADING or token.text.lower() in self._of_groups for token in words
        ):
            return ""
        titled = [token for token in words if token.text.lower() not in self._small]
        is_title = len(titled) > 1 and all(token.text[0].isupper() for token in titled) and not body.endswith(":")
        opens = self._names.opens_a_note(tokens) or self._names.is_prose(tokens)
        return "title" if is_title and not opens else "words"

    def may_be_a_name(self, body: str, tokens: list[Token]) -> bool:
        """Return whether a line is only a few unknown words, so that sets below it may be theirs: `Forearms`."""
        words = tokens[:-1] if body.endswith(":") else tokens
        if not body[0].isupper() or len(words) > _MOST_WORDS_OF_HEADINGS:
            return False
        if self._kinds_of_sets.issuperset(token.text.lower() for token in words):
            return False
        return all(token.text.isalpha() and self._is_unknown(token) for token in words)

    def _is_unknown(self, token: Token) -> bool:
        word = token.text.lower()
        meaning = self._vocabulary.meaning(word)
        is_known = word in self._vocabulary.words or meaning.entry != word or meaning.unit or meaning.number is not None
        return not (is_known or word in self._no_names)

    # Announcements

    def _announces_example(self, text: str) -> bool:
        """Return whether a note announces an example or an alternative: `… such as:`, `If you have no rack:`.

        Also `For those who cannot run, substitutions are listed below:`
        """
        if not text.rstrip().endswith(":"):
            return False
        if text.lstrip(" *-").partition(" ")[0].lower() in self._conditions:
            return True
        tokens = self._tokens(text[-_LONGEST_ANNOUNCEMENT:])
        found = (self._announcements.match(tokens, place) for place in range(len(tokens)))
        return any(one and not has_more(tokens, one.end) for one in found)

    def ends_advice(self, text: str) -> bool:
        """Return whether a line below advice is a heading of work or a title, so that training follows."""
        body = normalise_marks(text).strip(" *•-")
        return bool(body) and (self._is_alone(self._headings, text) or self.is_title(body, self._tokens(body)))

    def _is_alone(self, phrases: Phrases, text: str) -> bool:
        """Return whether a line is only one of these phrases: `Scaling Options:`."""
        if len(text) > _LONGEST_HEADING:
            return False
        tokens = self._tokens(text)
        found = phrases.match(tokens, skip(tokens))
        return found is not None and not has_more(tokens, found.end)

    def _tokens(self, text: str) -> list[Token]:
        return tokenise(normalise_marks(text), self._vocabulary)

    def _announces_results(self, text: str) -> bool:
        """Return whether a line is the heading of other people's results."""
        if len(text) > _LONGEST_HEADING:
            return False
        words = normalise_marks(text).lower().rstrip(" :").split()
        return 0 < len(words) <= _MOST_WORDS_OF_HEADINGS and words[-1] in self._results

    # Prose

    def words_of_prose(self, tokens: list[Token]) -> int:
        """Return the number of words of prose, without `your 1-RM` and `as many as possible`."""
        many = any(token.symbol == "many" for token in tokens)
        best = any(token.symbol in _BESTS for token in tokens)
        working = {id(token) for token, set_ in pairwise(tokens) if set_.symbol == "set"}  # `5 working sets`
        return sum(
            token.text.lower() in self._prose
            and id(token) not in working
            and not (many and token.symbol == "possible")
            and not (best and token.symbol == "a")
            for token in tokens
        )

    def _is_sentence(self, words: list[Token]) -> bool:
        small = sum(token.text.lower() in self._small for token in words)
        return 4 * small > len(words) or len(words) > _MOST_WORDS

    def _opens_firmly(self, tokens: list[Token]) -> bool:
        """Return whether a line begins like a note and not like training: `Goal: …`, not `Build to a 3-RM`."""
        if not self._names.opens_a_note(tokens) or any(token.symbol == "many" for token in tokens):
            return False
        first = next(token for token in tokens if token.speaks)
        if first.symbol in ("build", "establish"):
            return not any(token.symbol in _OF_TESTS for token in tokens)
        return first.text.lower() not in self._soft_openers

    # Notation

    def _starts_as_notation(self, tokens: list[Token]) -> bool:
        """Return whether a line begins like a scheme, a set line or a test."""
        start = skip(tokens)
        if start < len(tokens) and (tokens[start].symbol in self._openers or self._climbs(tokens)):
            return True
        if {"as", "many"} <= {token.symbol for token in tokens}:
            return True
        found = (phrases.match(tokens, start) for phrases in self._schemes)
        return any(
            one and ("counted" in one.says or any(token.is_numeral for token in one.values.values())) for one in found
        )

    def _has_notation(self, tokens: list[Token]) -> bool:
        """Return whether a line has numbers of training: percents, sets by reps, a rep max, a tempo."""
        for place, token in enumerate(tokens):
            following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
            if token.symbol in _NUMBERS_OF_TRAINING or (token.is_numeral and following in _COUNTED):
                return True
            if token.symbol in _COUNTING and following[:1] == "{":
                return True
        first = first_of(tokens)
        return first is not None and first.is_numeral and self._mentions_movement(tokens)

    def _counts(self, tokens: list[Token]) -> bool:
        """Return whether a line of work says how it is counted: `10 Lunges R+L=1`, not `1 Muscle-Up = 3 Pull-Ups`."""
        outside = [token for token in outside_brackets(tokens) if token.symbol not in CLOSING]
        first, last = first_of(tokens), outside[-1] if outside else tokens[-1]
        counts = last.is_numeral and len(outside) > 1 and outside[-2].symbol == "="
        return counts and first is not None and first.is_numeral and self._mentions_movement(tokens)

    def _asks(self, tokens: list[Token]) -> bool:
        """Return whether a note has an amount directly before a movement, and is not about an alternative.

        `In pairs: 100 Wall Balls`, and not `Scale to 5 Ring Rows`.
        """
        if tokens[skip(tokens)].text.lower() in self._alternatives:
            return False
        return any(
            token.is_numeral and self._names.mentions(" ".join(one.text for one in tokens[place + 1 : place + 3]))
            for place, token in enumerate(tokens[:-1])
        )

    def _asks_for_most(self, tokens: list[Token]) -> bool:
        """Return whether a line without numbers asks for as much as possible: `Max Burpees`, `C&J to max`."""
        speaking = [token for token in tokens if token.speaks]
        is_short = len(speaking) <= _MOST_WORDS_OF_SETS and self.words_of_prose(tokens) < 2
        symbols = [token.symbol for token in speaking]
        asks = symbols[:1] in (["max"], ["amrap"]) or symbols[-2:] == ["to", "max"]
        return asks and is_short and self._mentions_movement(tokens)

    def _climbs(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with a ladder whose steps nobody wrote: `Death by Pull-Ups`."""
        return self._steps.match(tokens, skip(tokens)) is not None

    def _begins_with_amount(self, tokens: list[Token]) -> bool:
        """Return whether a time or a distance is in front of a few words: `0:20 spiderman hold on bar or floor`."""
        spoken = [token for token in tokens if token.speaks]
        if not 1 < len(spoken) <= _MOST_WORDS_OF_SETS + 1 or spoken[0].symbol not in ("{time}", "{distance}"):
            return False
        return spoken[1].text.isalpha() and self._is_unknown(spoken[1])

    def _follows_at_once(self, tokens: list[Token]) -> bool:
        """Return whether a line is work without a rest before it: `(no rest) Squats for 60 seconds`."""
        spoken = [token.text.lower() for token in tokens if token.speaks]
        return spoken[:2] == ["no", "rest"] and self._mentions_movement(tokens)

    def _is_for_people(self, tokens: list[Token]) -> bool:
        """Return whether a note is only the loads of men and women: `Men: 100 kg, Women: 70 kg`, `Rx: 95/65`."""
        loads = sum(token.symbol in _OF_PEOPLE for token in tokens)
        people = sum(
            token.text.lower() in self._people or token.text.lower() in self._as_prescribed for token in tokens
        )
        is_pair = any(token.symbol == "{weight}" and token.second is not None for token in tokens)
        return loads > 0 and (people > 0 or is_pair) and loads + people == sum(token.speaks for token in tokens)

    def _looks_like_training(self, tokens: list[Token]) -> bool:
        """Return whether sets by reps or a percent are beside the name of a movement."""
        has_load = any(token.symbol == "{weight}" for token in tokens) and sum(one.is_numeral for one in tokens) > 1
        return (has_load or self._has_notation(tokens)) and self._mentions_movement(tokens)

    def _mentions_movement(self, tokens: list[Token]) -> bool:
        words = [token.text for token in tokens if token.text[0].isalpha() or token.symbol == "and"]
        return self._names.mentions(" ".join(words))


def _is_amount_of_each(tokens: list[Token]) -> bool:
    """Return whether a line is only an amount of each movement below it: `30 s each`."""
    spoken = [token for token in tokens if token.speaks]
    return len(spoken) == 2 and spoken[0].is_numeral and spoken[1].symbol == "each"


def _has_sets(tokens: list[Token]) -> bool:
    """Return whether sets by reps stand in a line: `5x5`."""
    return any(
        first.symbol == last.symbol == "{count}" and by.symbol == "x"
        for first, by, last in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _has_weight_and_set(tokens: list[Token]) -> bool:
    """Return whether a line has a weight and a set of it: `110 kg for a brutal set of 3`."""
    symbols = [token.symbol for token in tokens]
    counted = any(symbols[place : place + 3] == ["set", "of", "{count}"] for place in range(len(symbols)))
    return counted and "{weight}" in symbols


def _has_percent_and_sets(tokens: list[Token]) -> bool:
    """Return whether a percent and a number of sets are in a line: `Go to 90% and try 2 more sets of 5`."""
    counted = any(
        token.symbol == "{count}" and any(behind.symbol == "set" for behind in tokens[place + 1 : place + 3])
        for place, token in enumerate(tokens)
    )
    return counted and any(token.symbol == "{percent}" for token in tokens)


def _starts_with_sets(tokens: list[Token]) -> bool:
    """Return whether a line begins with sets: `5x5, and tell us how it went`, `5 working sets of 3, and …`."""
    start = skip(tokens)
    first, second, third = (*tokens[start : start + 3], *[tokens[-1]] * 3)[:3]
    if first.symbol in _SETS_BY_SETS:
        return True
    is_count = first.symbol in ("{count}", "{range}")
    by_reps = second.symbol == "x" and third.is_numeral
    return is_count and (by_reps or (second.symbol in _OF_SETS and third.symbol == "set"))
