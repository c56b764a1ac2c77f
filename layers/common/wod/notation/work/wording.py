"""Classify the words between the phrases of a line: the name of a movement, a load in words, or a remark."""

from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token, written
from wod.notation.values import Load, Unread
from wod.notation.work.chunks import Chunk
from wod.notation.work.draft import Draft
from wod.notation.work.draft_line import trimmed
from wod.notation.work.naming import Naming

_AFTER_AMOUNTS = frozenset({"side", "load", "each", "rep"})
_OF_LOADS = frozenset(
    {"{pair}", "{percent}", "{percents}", "{weight}", "{weights}", "{difference}", "load", "heavy", "rpe"}
)
_MOST_WORDS_OF_LOADS = 6
_MOST_WORDS_BEFORE_REPORTS = 3
_OF_CLOCKS = frozenset({"{time}", "minute"})
_AROUND_WORDS = " .,;:"


class Wording:
    """Classifier of the words of a line."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._names = names
        self._naming = Naming(notation, names)

    def words(self, draft: Draft, chunk: Chunk) -> None:
        """Take words outside phrases: the first that are not a load are the name, later ones a remark."""
        tokens = draft.tokens_of(chunk)
        if tokens[0].symbol == "@" or self._is_load(draft, tokens):
            self._load(draft, chunk, tokens)
        elif draft.item.name:
            self._after_name(draft, chunk, tokens)
        elif self._is_manner(draft, chunk, tokens):
            draft.remark(written(draft.text, tokens))
        else:
            self._naming.name(draft, tokens)

    def remark(self, draft: Draft, chunk: Chunk) -> None:
        """Take a remark with its numbers, as a load in words if it is about loads."""
        if not draft.item.name and not draft.item.amount.kinds:
            raise Unread
        tokens = draft.tokens_of(chunk)
        has_sets, is_waiting = self._has_sets(tokens), not draft.item.amount.is_stated
        goes_on = any(one.symbol == "then" for one in tokens)
        has_load = any(token.is_numeral and token.symbol in _OF_LOADS for token in tokens) and not draft.is_in_brackets
        if has_sets and (is_waiting or goes_on or has_load):
            raise Unread  # `work up to a heavy single, then 3x2 @ 80%`
        if is_waiting and goes_on and any(one.symbol in _OF_LOADS for one in tokens):
            raise Unread  # `warm up as needed, then as many repetitions as possible at 90%`
        if is_waiting and any(token.symbol == "{rm}" for token in tokens):
            raise Unread  # `Snatch: build to 1RM, no misses`
        if any(token.symbol == "+" for token in tokens) and self._names.mentioned(tokens):
            raise Unread  # `Snatch Deadlift, pause at the knee + Snatch`, whose remark would have a part of the complex
        if self._is_bound(tokens) and not draft.item.load.text:
            raise Unread  # `3 x 8 or less`, which has no field
        is_clock = any(one.symbol in _OF_CLOCKS for one in tokens) or (
            is_waiting and any(one.is_numeral for one in tokens[1:2])
        )
        if tokens[0].symbol == "every" and is_clock:
            raise Unread  # a clock that is not read: `every 90sx7`
        text = trimmed(written(draft.text, tokens))
        following = next((chunk for chunk in draft.after if not chunk.is_mark), None)
        is_manner = following is not None and following.is_load and not any(token.is_numeral for token in tokens)
        is_next_test = tokens[0].symbol == "then" and self._notation.phrases("test").search(tokens) is not None
        if self._is_report(tokens) or is_next_test:  # `3 Cleans. Then build to a heavy single`
            draft.remark(text)
        elif tokens[0].symbol != "or" and not is_manner and any(token.symbol in _OF_LOADS for token in tokens):
            draft.load(Load(text=text))
        else:
            draft.remark(text)

    def _is_report(self, tokens: list[Token]) -> bool:
        """Return whether a remark is about what somebody did: `I substituted with a 95 lb bar`."""
        reports = self._notation.words("reports")
        return any(token.text.lower() in reports for token in tokens[:_MOST_WORDS_BEFORE_REPORTS])

    def _is_bound(self, tokens: list[Token]) -> bool:
        """Return whether a remark is only the second half of a number: `or less`."""
        is_short = len(tokens) == 2 or (len(tokens) > 2 and not tokens[2].speaks)
        return is_short and tokens[0].symbol == "or" and tokens[1].symbol in self._notation.words("compared")

    def _has_sets(self, tokens: list[Token]) -> bool:
        found = (self._notation.phrases("chunk").match(tokens, place) for place in range(len(tokens)))
        return any(one and (one.says["is"] in ("sets by amount", "twice") or "series" in one.values) for one in found)

    # Loads

    def _is_load(self, draft: Draft, tokens: list[Token]) -> bool:
        """Return whether words are a load: `at a moderate weight`, `at bodyweight`; after an amount `same weight`."""
        if self._is_about_weight(draft, tokens):
            return True
        if tokens[0].symbol != "at" or draft.last not in ("amount", "name") or not draft.item.name:
            return False
        loads = self._notation.words("loads_in_words")
        return any(token.symbol in loads for token in tokens[1:])

    def _is_about_weight(self, draft: Draft, tokens: list[Token]) -> bool:
        """Return whether a few words directly after an amount are about the weight: `5x5 at a challenging weight`."""
        words = [token for token in tokens if token.speaks]
        return (
            draft.last == "amount"
            and 1 < len(words) <= _MOST_WORDS_OF_LOADS
            and any(token.symbol == "load" for token in words)
            and words[0].text.lower() not in self._notation.words("prose_after")
            and not self._mentions(draft, tokens)
        )

    def _load(self, draft: Draft, chunk: Chunk, tokens: list[Token]) -> None:
        start = tokens[0].end if tokens[0].symbol in ("@", "at") else tokens[0].start
        words = draft.text[start : tokens[-1].end].strip(_AROUND_WORDS)
        is_prose = self._names.is_prose(tokens) and not self._is_about_weight(draft, tokens)
        if not words or chunk.has_numbers or is_prose:
            raise Unread
        draft.load(Load(text=words))

    def _is_manner(self, draft: Draft, chunk: Chunk, tokens: list[Token]) -> bool:
        """Return whether words say how sets without a name are done: `5x5 across`, `5x5 (3 sec pause)`.

        `5x5 heavy Back Squat` has a name.
        """
        words = [token for token in tokens if token.speaks]
        if not words or not draft.item.amount.is_stated or draft.last not in ("amount", "load"):
            return False
        is_format = words[0].symbol == "for" and words[-1].symbol == "time"
        says_how = self._says_how(draft, words) or (chunk.has_numbers and draft.is_in_brackets)
        return not is_format and says_how and not self._mentions(draft, tokens)

    def _mentions(self, draft: Draft, tokens: list[Token]) -> bool:
        return self._names.mentions(written(draft.text, tokens))

    # After a name

    def _after_name(self, draft: Draft, chunk: Chunk, tokens: list[Token]) -> None:
        """Take words after a name and its amount: another movement, or a remark."""
        words = [token for token in tokens if token.speaks]
        if not words:
            return
        if any(token.symbol in ("x", "@", "%") for token in tokens):
            raise Unread
        if tokens[0].is_numeral and draft.is_separated and not draft.is_in_brackets and self._mentions(draft, tokens):
            draft.begin(self._naming.counted(draft, tokens), last="name")
            return
        other = None if draft.is_in_brackets else self._naming.other_movement(draft, chunk, tokens, words)
        if other:
            draft.begin(other, last="name")
            return
        if len(words) == 1 and (words[0].symbol in ("rep", "set") or self._notation.vocabulary.unit(words[0].text)):
            if draft.is_in_brackets and draft.last != "amount":
                return  # the score: `Push Press, 75 lb (Reps)`
            raise Unread  # the unit of a number that was misread
        if draft.is_in_brackets and len(words) == 1 and words[0].text.lower() in self._notation.words("own_weight"):
            draft.load(Load(text=words[0].text))
            return
        if not draft.is_separated and not draft.is_in_brackets and not self._says_how(draft, words):
            raise Unread
        if self._may_be_another(draft, chunk, words):
            raise Unread
        draft.remark(written(draft.text, tokens))

    def _may_be_another(self, draft: Draft, chunk: Chunk, words: list[Token]) -> bool:
        """Return whether words may name another movement: `5 rounds: 10 Cleans, Desk Dips`.

        With capitals they may name one that the catalogue lacks, because they end with one: `Desk Dips` may, and
        `Snatch Grip` is a manner. In brackets an amount is in front of it: `Front Squat 3 sets (then 30 s Plank)`.
        """
        if draft.is_in_brackets:
            return draft.tokens[chunk.start - 1].is_numeral and self._mentions(draft, words)
        ends = (name_of(written(draft.text, words[place:])) for place in range(len(words)))
        return all(word.text[0].isupper() for word in words) and any(map(self._notation.catalogue.find, ends))

    def _says_how(self, draft: Draft, words: list[Token]) -> bool:
        """Return whether words directly after an amount are a remark: `x 5 with 2 second pause`."""
        first = words[0].text.lower()
        if first in self._notation.words("conditions") and draft.last == "load":
            return True
        if first in self._notation.words("prose_after") or self._names.is_prose(words):
            return False
        return first in self._notation.words("after_amount") or words[0].symbol in _AFTER_AMOUNTS
