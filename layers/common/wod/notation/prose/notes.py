"""Classify lines that no reader could read: as notes, or as unread lines of training."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from wod.notation.elements import Heading, ReadLine
from wod.notation.grammar.marks import is_enclosed, skip
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.prose.announcements import Announcements
from wod.notation.prose.headings import Headings
from wod.notation.prose.signs import (
    after_week,
    ends_with_sets,
    has_bare_count,
    has_load_for_reps,
    has_percent_and_sets,
    has_sets,
    has_weight_and_set,
    has_work_and_rest,
    is_amount_of_each,
    repeats,
)
from wod.notation.prose.traits import MOST_WORDS, MOST_WORDS_OF_SETS, Traits
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import Token

_MOST_WORDS_AFTER = 5  # the last number: more are a clause of its own
_OF_SCHEMES = frozenset({"sets", "interval", "each", "total", "minutes"})


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a line that no reader could read."""

    tokens: list[Token]
    words: list[Token]
    prose: int
    """How many of its words are words of prose."""
    firm: bool
    """True if it has or begins with notation."""
    opens: bool
    """True if it begins like a note."""
    opens_firmly: bool
    """True if it begins like a note and not like training."""
    aside: bool
    """True for a line in brackets, and for a definition."""
    starred: bool
    footnote: bool
    """True if an asterisk is before the first word: `*Score is reps`, and not `* Back Squat`."""
    announces: bool
    """True if training begins on it or directly below it."""
    sentence: bool

    @property
    def is_brief(self) -> bool:
        """Return whether it has few words, so that sets in it are hardly a sentence about sets."""
        return len(self.words) <= MOST_WORDS_OF_SETS


class Notes:
    """Classifier of lines that no reader could read."""

    def __init__(
        self, notation: Notation, names: Names, headings: Headings, announcements: Announcements, traits: Traits
    ) -> None:
        self._schemes = notation.phrases("scheme")
        self._headings_of_work = notation.phrases("heading")
        self._again = notation.words("again")
        self._names = names
        self._headings = headings
        self._announcements = announcements
        self._traits = traits

    def note(self, text: str, *, doubtful: bool = False) -> ReadLine:
        """Return the line as a note."""
        return ReadLine(text, "note", doubtful=doubtful, announces=self._announcements.announced_by(text))

    def not_read(self, text: str, body: str, tokens: list[Token], *, waits: bool = False) -> ReadLine:
        """Return the line as a note, or as unread if it looks like notation; `waits`: that above has no sets yet."""
        if "@" not in body and not any(token.is_numeral for token in tokens):
            return self.note(text, doubtful=self._traits.prescribes_most(tokens) or self._traits.climbs(tokens))
        if known := self._known(text, tokens):
            return known
        look = self._look(text, body, tokens)
        if _is_short_notation(look) or look.announces or not _is_like_a_note(look):
            return self.unread(text, tokens, waits=waits)
        rule = next((rule for rule in _RULES if rule.holds(self._traits, look)), None)
        return self.note(text, doubtful=rule is not None and rule.doubtful)

    def _look(self, text: str, body: str, tokens: list[Token]) -> Look:
        traits, words = self._traits, [token for token in tokens if token.text[0].isalpha()]
        starts = traits.starts_as_notation(tokens)
        firm = starts or traits.has_notation(tokens)
        mark = normalise_marks(text).lstrip()[:2]
        announces_below = starts and body.endswith(":")
        return Look(
            tokens=tokens,
            words=words,
            prose=traits.words_of_prose(after_week(tokens) if firm else tokens),
            firm=firm,
            opens=self._names.opens_a_note(tokens),
            opens_firmly=traits.opens_firmly(tokens),
            aside=is_enclosed(tokens) or (not starts and "@" not in body and traits.defines(tokens)),
            starred=mark[:1] == "*",
            footnote=mark[:1] == "*" and not mark[1:2].isspace(),
            announces=announces_below
            or is_amount_of_each(tokens)
            or traits.follows_at_once(tokens)
            or (body.endswith(":") and has_work_and_rest(tokens)),
            sentence=traits.is_sentence(words),
        )

    def _known(self, text: str, tokens: list[Token]) -> ReadLine | None:
        """Return a line whose words say what it is; None for any other."""
        if repeats(tokens, self._again):
            return ReadLine(text, "unread")
        is_note = self._names.is_only_a_note(tokens) or self._announcements.level(text)
        return self.note(text) if is_note else None

    def unread(self, text: str, tokens: list[Token], *, waits: bool) -> ReadLine:
        """Return the line as unread, with its likely kind: a scheme or a movement."""
        start = skip(tokens)
        scheme = self._schemes.match(tokens, start)
        is_scheme = scheme and (scheme.says.get("format") or scheme.values.keys() & _OF_SCHEMES)
        if is_scheme or self._headings_of_work.match(tokens, start):
            return ReadLine(text, "unread", hides="scheme")
        if self._headings.is_timed(tokens):
            return ReadLine(text, "unread", [Heading()])
        if self._names.mentioned(tokens):
            return ReadLine(text, "unread", hides="movement")
        first = {token.symbol for token in tokens[start : start + 1]}
        of_group = any(token.text.lower() in self._headings.of_groups for token in tokens)
        begins = "then" in first or (text.rstrip().endswith(":") and not of_group)
        may_be_name = self._headings.begins_with_unknown(tokens) and (not waits or has_bare_count(tokens))
        return ReadLine(text, "unread", hides="scheme" if begins else "movement" if may_be_name else "")


def _is_short_notation(look: Look) -> bool:
    """Return whether a line is notation with few words, none of which makes it a note."""
    numerals = [place for place, token in enumerate(look.tokens) if token.is_numeral]
    after = sum(token.text[0].isalpha() for token in look.tokens[numerals[-1] + 1 :]) if numerals else 0
    is_short = len(look.words) <= MOST_WORDS and after <= _MOST_WORDS_AFTER
    return look.firm and is_short and not look.prose and not look.aside and not look.opens_firmly


def _is_like_a_note(look: Look) -> bool:
    return look.opens or look.aside or look.sentence or (look.starred and not look.firm)


class _Rule(NamedTuple):
    """A condition of notes, and whether a note that meets it is doubtful because it looks like training."""

    doubtful: bool
    holds: Callable[[Traits, Look], bool]


# The first one that holds decides; a note that none is about is not doubtful.
_RULES = (
    # `Men: 100 kg, Women: 70 kg`
    _Rule(doubtful=True, holds=lambda traits, look: traits.is_for_people(look.tokens)),
    # `Rest 90s between A1 & A2`    `Target: 80%`
    _Rule(
        doubtful=True,
        holds=lambda traits, look: (
            not look.prose and (traits.is_rest(look.tokens) or traits.is_target_load(look.tokens))
        ),
    ),
    _Rule(doubtful=False, holds=lambda traits, look: look.aside or look.footnote),
    # `2nd attempt: 95%, rest 3 min`
    _Rule(doubtful=True, holds=lambda traits, look: traits.names_attempt(look.tokens)),
    # `Stay in the 70-75% range`
    _Rule(doubtful=True, holds=lambda traits, look: traits.is_kept_load(look.tokens)),
    # `3 x 8 or so of anything you like`    `Back Squat 5x3, and tell us how it went`
    _Rule(doubtful=True, holds=lambda traits, look: traits.starts_with_sets(look.tokens)),
    _Rule(doubtful=True, holds=lambda traits, look: look.is_brief and has_sets(look.tokens)),
    # `Partner Glute-Ham (done as a team to teach): 3x5`    `Snatch: 205 for 3, 255 for 3 singles`
    _Rule(doubtful=True, holds=lambda traits, look: ends_with_sets(look.tokens) or has_load_for_reps(look.tokens)),
    _Rule(doubtful=False, holds=lambda traits, look: 3 * look.prose > len(look.words)),
    # `In pairs: 100 Wall Balls`
    _Rule(doubtful=True, holds=lambda traits, look: not look.prose and traits.prescribes(look.tokens)),
    _Rule(doubtful=True, holds=lambda traits, look: not look.opens and traits.looks_like_training(look.tokens)),
    _Rule(
        doubtful=True,
        holds=lambda traits, look: (
            look.prose < 2 and len(look.words) <= MOST_WORDS and has_percent_and_sets(look.tokens)
        ),
    ),
    _Rule(doubtful=True, holds=lambda traits, look: has_weight_and_set(look.tokens)),
    # `0:20 spiderman hold on bar`
    _Rule(doubtful=True, holds=lambda traits, look: not look.prose and traits.begins_with_amount(look.tokens)),
    _Rule(doubtful=True, holds=lambda traits, look: not look.prose and traits.has_sets_of_movement(look.tokens)),
    # `Clean and Jerk Complex – Every 3 min for 15`
    _Rule(
        doubtful=True, holds=lambda traits, look: not look.prose and not look.opens and traits.has_interval(look.tokens)
    ),
    # `Circuit – 9 Dips, 8 Squats, 7 Rows`
    _Rule(doubtful=True, holds=lambda traits, look: look.prose < 2 and traits.lists_work(look.tokens)),
    # `Set 3: max reps (leave one or two)`
    _Rule(doubtful=True, holds=lambda traits, look: traits.names_set(look.tokens)),
)
