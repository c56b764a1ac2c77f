"""Recognise lines that say what is below them: an example, advice, or the results of other people."""

from wod.notation.elements import Announced
from wod.notation.grammar.marks import has_more, skip
from wod.notation.grammar.notation import Notation
from wod.notation.grammar.phrases import Phrases
from wod.notation.prose.headings import Headings
from wod.notation.text.atoms import normalise_marks
from wod.notation.text.tokens import Token, tokenise

_LONGEST_HEADING = 40  # characters
_LONGEST_LINE_ALONE = 80  # characters
_LONGEST_ANNOUNCEMENT = 40  # characters
_MOST_WORDS_OF_HEADINGS = 3


class Announcements:
    """Recogniser of lines that announce what is below them."""

    def __init__(self, notation: Notation, headings: Headings) -> None:
        self._announcements = notation.phrases("announcement")
        self._of_several = notation.phrases("announcement_of_several")
        self._ratios = notation.phrases("ratios")
        self._advice = notation.phrases("advice")
        self._of_notes = notation.phrases("heading_of_notes")
        self._of_alternatives_below = notation.phrases("heading_of_alternatives")
        self._of_warm_up_sets = notation.phrases("heading_of_warm_up_sets")
        self._everyone = notation.phrases("everyone")
        self._level = notation.phrases("level")
        self._lower_level = notation.phrases("lower_level")
        self._headings_of_work = notation.phrases("heading")
        self._extras = notation.phrases("extra")
        self._conditions = notation.words("conditions")
        tables = ("absence", "alternatives", "levels", "people")
        self._of_alternatives = frozenset[str]().union(*map(notation.words, tables))
        self._of_work = notation.phrases("announcement_of_work")
        self._what_comes = notation.phrases("what_comes")
        self._of_more = notation.phrases("more_training")
        self._results = notation.words("results")
        self._vocabulary = notation.vocabulary
        self._headings = headings

    def announced_by(self, text: str) -> Announced:
        """Return what a line announces; empty for nothing."""
        if self._is_condition(text):
            return self._announced_by_condition(text)
        if {token.symbol for token in self._tokens(text) if token.speaks} == {"or"}:
            return "choice"
        if text.rstrip().endswith(":") and self._ends_with(self._ratios, text):
            return "ratios"
        if self._announces_example(text):
            return "examples" if self._ends_with(self._of_several, text) else "example"
        if self._is_alone(self._advice, text):
            return "advice"
        if self._is_alone(self._of_notes, text):
            return "notes"
        if self._is_alone(self._of_alternatives_below, text):
            return "alternatives"
        if self._is_alone(self._of_warm_up_sets, text):
            return "warm-up sets"
        return self.level(text) or ("results" if self._announces_results(text) else "")

    def level(self, text: str) -> Announced:
        """Return the kind of level that a line is the heading of: `Scaled:`, `Level 2`; empty for any other line."""
        if self._is_alone(self._lower_level, text):
            return "" if any(token.least == 1 for token in self._tokens(text) if token.is_numeral) else "lower level"
        return "level" if self._is_alone(self._level, text) else ""

    def announces_work(self, text: str) -> bool:
        """Return whether a line says that the work of the day is below it: `The workout will look like this:`."""
        return text.rstrip().endswith(":") and self._is_alone(self._of_work, text)

    def ends_advice(self, text: str) -> bool:
        """Return whether a line below advice or another level is a heading of work, so that training follows."""
        body = normalise_marks(text).strip(" *•-")
        return bool(body) and (
            self._is_alone(self._headings_of_work, text)
            or self._is_alone(self._extras, text)
            or self._is_alone(self._everyone, text)
            or self._headings.is_title(body, self._tokens(body))
        )

    def announces_more(self, text: str) -> bool:
        """Return whether a line says that more training is below it: `If you have time:`, `When finished:`."""
        return self._is_condition(text) and not self._announced_by_condition(text)

    def _is_condition(self, text: str) -> bool:
        first = text.lstrip(" *-•(").partition(" ")[0].lower()
        return text.rstrip(" )").endswith(":") and first in self._conditions

    def _announced_by_condition(self, text: str) -> Announced:
        """Return `example` for an alternative, `If you have no rack:`, and nothing for more training."""
        if self._ends_with(self._of_several, text):
            return "examples"
        if self._always_comes(text):
            return ""
        words = {token.text.lower() for token in self._tokens(text)}
        if words & self._of_alternatives:
            return "example"
        return "" if self._ends_with(self._of_more, text) else "condition"

    def _always_comes(self, text: str) -> bool:
        """Return whether a line is about what will happen for all: `When the clock starts, complete the following:`."""
        tokens = self._tokens(text)
        found = self._what_comes.match(tokens, skip(tokens))
        if found is None or tokens[found.end].speaks:
            return False
        return self._conditions.isdisjoint(token.text.lower() for token in tokens[found.end :])

    def _announces_example(self, text: str) -> bool:
        """Return whether a note announces an example or an alternative: `… such as:`.

        Also `For those who cannot run, substitutions are listed below:`
        """
        return text.rstrip().endswith(":") and self._ends_with(self._announcements, text)

    def _ends_with(self, phrases: Phrases, text: str) -> bool:
        """Return whether a line ends with one of these phrases."""
        tokens = self._tokens(text[-_LONGEST_ANNOUNCEMENT:])
        found = (phrases.match(tokens, place) for place in range(len(tokens)))
        return any(one and not has_more(tokens, one.end) for one in found)

    def _is_alone(self, phrases: Phrases, text: str) -> bool:
        """Return whether a line is only one of these phrases: `Scaling Options:`."""
        if len(text) > _LONGEST_LINE_ALONE:
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
