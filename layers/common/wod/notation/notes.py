"""Classify lines that no reader could read: as notes, or as unread lines of training."""

from itertools import pairwise, takewhile

from wod.notation.announcements import Announcements
from wod.notation.atoms import normalise_marks
from wod.notation.elements import ReadLine
from wod.notation.headings import Headings
from wod.notation.marks import CLOSING, first_of, is_enclosed, outside_brackets, skip
from wod.notation.names import Names
from wod.notation.notation import Notation
from wod.notation.signs import has_percent_and_sets, has_sets, has_weight_and_set, is_amount_of_each, starts_with_sets
from wod.notation.tokens import Token

_MOST_WORDS = 12
_MOST_WORDS_OF_SETS = 6  # a longer line with `5x5` may be about training
_MOST_WORDS_OF_NAMES = 4
_ENDS_OF_SENTENCES = frozenset({".", "!", "?"})
_MOST_WORDS_BEHIND = 5  # the last number: more are a clause of its own
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
        "{ladder}",
    }
)
_OF_SCHEMES = frozenset({"sets", "interval", "each", "total", "minutes"})
_LOADS_OF_TARGETS = frozenset({"{percent}", "{percents}", "{weight}", "rpe"})
_ENDS_OF_WORK = frozenset({",", ";", ".", "--"})
_COUNTED = frozenset({"x", "rep", "set", "adjective"})
_COUNTING = frozenset({"x", "rpe", "heavy"})
_OF_TESTS = frozenset({"{rm}", "heavy", "establish", "rpe", "single", "double", "triple"})
_MOST_WORDS_OF_REPEATS = 9
_BEHIND_SETS = frozenset({":", "=", "-", "@"})
_OF_PEOPLE = frozenset({"{weight}", "{pood}", "{height}", "{pair}"})
_BESTS = frozenset({"{rm}", "best", "max"})


def _behind_week(tokens: list[Token]) -> list[Token]:
    """Return the tokens after the week of a programme: `Week 2: 5x4 @ 75%`."""
    is_week = len(tokens) > 2 and tokens[0].symbol == "week" and tokens[1].is_numeral
    return tokens[2:] if is_week else tokens


class Notes:
    """Classifier of lines that no reader could read."""

    def __init__(self, notation: Notation, names: Names, headings: Headings, announcements: Announcements) -> None:
        self._schemes = [notation.phrases(table) for table in _SCHEMES]
        self._no_rest = notation.phrases("no_rest")
        self._steps = notation.phrases("steps")
        self._headings_of_work = notation.phrases("heading")
        self._openers = notation.words("notation_openers")
        self._soft_openers = notation.words("soft_openers")
        self._prose = notation.words("prose")
        self._small = notation.words("prose") | notation.words("title_small")
        self._targets = notation.words("targets")
        self._people = notation.words("people")
        self._as_prescribed = notation.words("as_prescribed")
        self._alternatives = notation.words("alternatives")
        self._again = notation.words("again")
        self._counted_sets = notation.words("counted_sets")
        self._names = names
        self._headings = headings
        self._announcements = announcements

    def note(self, text: str, *, doubtful: bool = False) -> ReadLine:
        """Return the line as a note."""
        return ReadLine(text, "note", doubtful=doubtful, announces=self._announcements.announced_by(text))

    def not_read(self, text: str, body: str, tokens: list[Token]) -> ReadLine:
        """Return the line as a note, or as unread if it looks like notation."""
        numerals = [place for place, token in enumerate(tokens) if token.is_numeral]
        if not numerals and "@" not in body:
            return self.note(text, doubtful=self._asks_for_most(tokens) or self._climbs(tokens))
        if known := self._known(text, tokens):
            return known
        words = [token for token in tokens if token.text[0].isalpha()]
        starts = self._starts_as_notation(tokens)
        firm = starts or self._has_notation(tokens)
        prose = self.words_of_prose(_behind_week(tokens) if firm else tokens)
        equates = any(token.symbol == "=" for token in outside_brackets(tokens)) and not self._counts(tokens)
        equates = equates and not self._has_penalty(tokens)
        defines = equates and not starts and "@" not in body
        has_load = any(token.symbol in ("{percent}", "{weight}") for token in tokens)
        aside = is_enclosed(tokens) or (defines and not (has_load and self._looks_like_training(tokens)))
        behind = sum(token.text[0].isalpha() for token in tokens[numerals[-1] + 1 :]) if numerals else 0
        is_short = len(words) <= _MOST_WORDS and behind <= _MOST_WORDS_BEHIND
        if firm and is_short and not prose and not aside and not self._opens_firmly(tokens):
            return self.unread(text, tokens)
        opens = self._names.opens_a_note(tokens)
        starred = normalise_marks(text).lstrip()[:1] == "*"
        announces = (starts and body.endswith(":")) or is_amount_of_each(tokens) or self._follows_at_once(tokens)
        if announces or not (opens or aside or self._is_sentence(words) or (starred and not firm)):
            return self.unread(text, tokens)
        is_rest_or_load = self._is_rest(tokens) or self._is_target_load(tokens)
        if self._is_for_people(tokens) or (is_rest_or_load and not prose):
            return self.note(text, doubtful=True)
        if aside or starred:
            return self.note(text)
        if starts_with_sets(tokens, self._counted_sets) or self._starts_with_sets_of_movement(tokens):
            return self.note(text, doubtful=True)
        if 3 * prose > len(words):
            return self.note(text, doubtful=len(words) <= _MOST_WORDS_OF_SETS and has_sets(tokens))
        if len(words) <= _MOST_WORDS_OF_SETS and has_sets(tokens):
            return self.note(text, doubtful=True)
        is_doubtful = (not prose and self._asks(tokens)) or (not opens and self._looks_like_training(tokens))
        is_doubtful = is_doubtful or (prose < 2 and len(words) <= _MOST_WORDS and has_percent_and_sets(tokens))
        is_doubtful = is_doubtful or has_weight_and_set(tokens) or (not prose and self._begins_with_amount(tokens))
        is_doubtful = is_doubtful or (not prose and has_sets(tokens) and self._names.mentioned(tokens))
        is_doubtful = is_doubtful or (prose < 2 and self._lists_work(tokens)) or self._names_set(tokens)
        return self.note(text, doubtful=is_doubtful)

    def _known(self, text: str, tokens: list[Token]) -> ReadLine | None:
        """Return a line whose words say what it is; None for any other."""
        if _repeats(tokens, self._again):
            return ReadLine(text, "unread")
        is_note = self._names.is_only_a_note(tokens) or self._announcements.level(text)
        return self.note(text) if is_note else None

    def _lists_work(self, tokens: list[Token]) -> bool:
        """Return whether a line has three or more movements with a count each: `Circuit – 9 Dips, 8 Squats, 7 Rows`."""
        counts = [place for place, token in enumerate(tokens) if token.symbol == "{count}"]
        ends = [*counts[1:], len(tokens)]
        return sum(self._names.mentioned(tokens[start:end]) for start, end in zip(counts, ends, strict=False)) > 2

    def _names_set(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with the number of a set and a mark: `Set 3: max reps (leave one or two)`."""
        found = self._schemes[_SCHEMES.index("set_line")].match(tokens, skip(tokens))
        return found is not None and found.end < len(tokens) and tokens[found.end].symbol in _BEHIND_SETS

    def _starts_with_sets_of_movement(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with a movement and its sets: `Back Squat 5x3, and tell us how it went`."""
        start = skip(tokens)
        named = [*takewhile(lambda token: token.speaks and not token.is_numeral, tokens[start:])]
        behind = tokens[start + len(named) :]
        if not 0 < len(named) <= _MOST_WORDS_OF_NAMES or not behind or self._names.opens_a_note(tokens):
            return False
        return starts_with_sets(behind, self._counted_sets) and self._names.mentioned(named)

    def unread(self, text: str, tokens: list[Token]) -> ReadLine:
        """Return the line as unread, with its likely kind: a scheme or a movement."""
        start = skip(tokens)
        scheme = self._schemes[0].match(tokens, start)
        is_scheme = scheme and (scheme.says.get("format") or scheme.values.keys() & _OF_SCHEMES)
        if is_scheme or self._headings_of_work.match(tokens, start):
            return ReadLine(text, "unread", hides="scheme")
        if self._names.mentioned(tokens):
            return ReadLine(text, "unread", hides="movement")
        first = {token.symbol for token in tokens[start : start + 1]}
        of_group = any(token.text.lower() in self._headings.of_groups for token in tokens)
        begins = "then" in first or (text.rstrip().endswith(":") and not of_group)
        return ReadLine(text, "unread", hides="scheme" if begins else "")

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
        return first is not None and first.is_numeral and self._names.mentioned(tokens)

    def _counts(self, tokens: list[Token]) -> bool:
        """Return whether a line of work says how it is counted: `10 Lunges R+L=1`, not `1 Muscle-Up = 3 Pull-Ups`."""
        outside = [token for token in outside_brackets(tokens) if token.symbol not in CLOSING]
        first, last = first_of(tokens), outside[-1] if outside else tokens[-1]
        counts = last.is_numeral and len(outside) > 1 and outside[-2].symbol == "="
        return counts and first is not None and first.is_numeral and self._names.mentioned(tokens)

    def _has_penalty(self, tokens: list[Token]) -> bool:
        """Return whether an equation is behind work and a comma: `100 Double Unders, each break = 5 Burpees`."""
        work = [*takewhile(lambda token: token.symbol not in _ENDS_OF_WORK, tokens)]
        first = first_of(work)
        behind = first_of(tokens[len(work) :])
        is_apart = behind is not None and not behind.is_numeral and all(token.symbol != "=" for token in work)
        return is_apart and first is not None and first.is_numeral and self._names.mentioned(work)

    def _is_target_load(self, tokens: list[Token]) -> bool:
        """Return whether a target is a load, which may be that of the sets above: `Target: 80%`."""
        first = first_of(tokens)
        has_load = any(token.symbol in _LOADS_OF_TARGETS for token in tokens)
        return first is not None and first.text.lower() in self._targets and has_load

    def _is_rest(self, tokens: list[Token]) -> bool:
        """Return whether a short line is a rest that was not read: `Rest 90s between A1 & A2`."""
        spoken = [token for token in tokens if token.speaks]
        return [token.symbol for token in spoken[:2]] == ["rest", "{time}"] and len(spoken) <= _MOST_WORDS

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
        return asks and is_short and self._names.mentioned(tokens)

    def _climbs(self, tokens: list[Token]) -> bool:
        """Return whether a line begins with a ladder whose steps nobody wrote: `Death by Pull-Ups`."""
        return self._steps.match(tokens, skip(tokens)) is not None

    def _begins_with_amount(self, tokens: list[Token]) -> bool:
        """Return whether an amount is in front of a few words: `0:20 spiderman hold on bar`, `10 knees to bar`."""
        spoken = [token for token in tokens if token.speaks]
        if len(spoken) < 2 or not spoken[1].text.isalpha() or tokens[-1].symbol in _ENDS_OF_SENTENCES:
            return False
        if spoken[0].symbol in ("{time}", "{distance}"):
            return len(spoken) <= _MOST_WORDS_OF_SETS + 1 and self._headings.is_unknown(spoken[1])
        counts_people = spoken[1].text.lower() in self._people or any(token.symbol == "each" for token in spoken)
        is_short = spoken[0].symbol == "{count}" and len(spoken) <= _MOST_WORDS_OF_SETS and not counts_people
        return is_short and not self._names.opens_a_note(tokens)

    def _follows_at_once(self, tokens: list[Token]) -> bool:
        """Return whether a line is work without a rest before it: `(no rest) Squats for 60 seconds`."""
        return self._no_rest.match(tokens, skip(tokens)) is not None and self._names.mentioned(tokens)

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
        return (has_load or self._has_notation(tokens)) and self._names.mentioned(tokens)


def _repeats(tokens: list[Token], again: frozenset[str]) -> bool:
    """Return whether a short line says how often the work above is done again: `Repeat 3 times`, `Repeat all x 5`.

    That is the number of rounds, or one less.
    """
    spoken = [token for token in tokens if token.speaks or token.symbol == "x"]
    if len(spoken) > _MOST_WORDS_OF_REPEATS or not spoken or spoken[0].symbol != "repeat":
        return False
    counts = [place for place, token in enumerate(spoken) if token.symbol in ("{count}", "{times}")]
    return any(
        spoken[place].symbol == "{times}"
        or spoken[place - 1].symbol == "x"
        or (place + 1 < len(spoken) and spoken[place + 1].text.lower() in again)
        for place in counts
    )
