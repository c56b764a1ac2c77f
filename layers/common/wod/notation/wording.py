"""Classify the words between the phrases of a line: the name of a movement, a load in words, or a remark."""

import re
from copy import replace

from wod.notation.chunks import Chunk
from wod.notation.draft import Draft
from wod.notation.draft_line import trimmed
from wod.notation.names import Names, name_of
from wod.notation.notation import Notation
from wod.notation.tokens import Token, written
from wod.notation.values import Amount, Item, Load, Rhythm, Unread

_JOINTS = frozenset({"and", "then", "+", ",", ";"})
_MEASURED = frozenset({"load", "time", "quality", "rep"})
_AFTER_AMOUNTS = frozenset({"side", "load", "each", "rep"})
_OF_LOADS = frozenset(
    {"{pair}", "{percent}", "{percents}", "{weight}", "{weights}", "{difference}", "load", "heavy", "rpe"}
)
_COUNTED_SETS = frozenset({"single", "double", "triple"})
_MOST_WORDS_OF_LOADS = 6
_MOST_WORDS_BEFORE_REPORTS = 3
_OF_CLOCKS = frozenset({"{time}", "minute"})
_SCORE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
_LETTERS = re.compile(r"[a-z]+")
_AROUND_WORDS = " .,;:"


class Wording:
    """Classifier of the words of a line."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._catalogue = notation.catalogue
        self._names = names

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
            self._name(draft, tokens)

    def remark(self, draft: Draft, chunk: Chunk) -> None:
        """Take a remark with its numbers, as a load in words if it is about loads."""
        if not draft.item.name and not draft.item.amount.kinds:
            raise Unread
        tokens = draft.tokens_of(chunk)
        has_sets, is_waiting = self._has_sets(tokens), not draft.item.amount.is_stated
        if has_sets and (is_waiting or any(one.symbol == "then" for one in tokens)):
            raise Unread  # `work up to a heavy single, then 3x2 @ 80%`
        if is_waiting and any(token.symbol == "{rm}" for token in tokens):
            raise Unread  # `Snatch: build to 1RM, no misses`
        if any(token.symbol == "+" for token in tokens) and self._names.mentioned(tokens):
            raise Unread  # `Snatch Deadlift, pause at the knee + Snatch`, whose remark would have a part of the complex
        if self._is_bound(tokens) and not draft.item.load.text:
            raise Unread  # `3 x 8 or less`, which has no field
        if tokens[0].symbol == "every" and any(token.symbol in _OF_CLOCKS for token in tokens):
            raise Unread  # a clock that is not read
        text = trimmed(written(draft.text, tokens))
        following = next((chunk for chunk in draft.after if not chunk.is_mark), None)
        is_manner = following is not None and following.is_load and not any(token.is_numeral for token in tokens)
        if self._is_report(tokens):
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

    # Names

    def _name(self, draft: Draft, tokens: list[Token]) -> None:
        amount = draft.item.amount
        if tokens[-1].symbol == "/" and draft.after and (amount.distance or amount.calories):
            raise Unread  # `400 m Run / 500 m Row`: one or the other
        tokens = self._without_edges(tokens)
        if all(token.symbol in self._notation.words("fillers") or not token.speaks for token in tokens):
            return
        if any(token.symbol in ("@", "=") for token in tokens):
            raise Unread
        tokens = self._without_measure(draft, tokens)
        if self._prescribes_heaviest(draft, tokens):
            draft.load(Load(text=written(draft.text, tokens[:1])))
            tokens = tokens[1:]
        elif self._prescribes_most(draft, tokens):
            draft.item.amount = replace(draft.item.amount, max_reps=True)
            tokens = tokens[1:]
        elif most := self._several_for_most(draft, tokens):
            draft.item.amount = replace(draft.item.amount, max_reps=True)
            draft.name(most)
            return
        tokens = self._without_manner(draft, tokens)
        draft.name(self._several(draft.text, tokens) or [self._one(draft, tokens)])

    def _without_manner(self, draft: Draft, tokens: list[Token]) -> list[Token]:
        """Return the tokens of a name without its last word if that is a remark: `Front Squat heavy 3-3-3`.

        Raise Unread for `Front Squat max 3 reps`.
        """
        manner, *others = reversed(tokens)
        if not others or not self._catalogue.find(name_of(written(draft.text, tokens[:-1]))):
            return tokens
        if manner.symbol == "max" and draft.after and self._catalogue.is_lift(name_of(written(draft.text, tokens))):
            raise Unread
        if manner.text.lower() not in self._notation.words("manner_of_names"):
            return tokens
        draft.remark(manner.text)
        return tokens[:-1]

    def _several_for_most(self, draft: Draft, tokens: list[Token]) -> list[str]:
        """Return the names of `Max Pull-Ups and Max Push-Ups`; empty for anything else."""
        if tokens[0].symbol != "max" or not self._has_no_count(draft):
            return []
        names = self._several(draft.text, [token for token in tokens if token.symbol != "max"])
        return [] if any(map(self._catalogue.is_lift, names)) else names  # `Max Deadlift and Bench Press`

    def _without_measure(self, draft: Draft, tokens: list[Token]) -> list[Token]:
        """Return the tokens without `for time` or `for load` at their end. The time counts for the whole line."""
        if len(tokens) < 3 or tokens[-2].symbol != "for" or tokens[-1].symbol not in _MEASURED:
            return tokens
        if tokens[-1].symbol == "time":
            for item in draft.items:
                item.rhythm = replace(item.rhythm, format="for time")
        return tokens[:-2]

    def _without_edges(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens without the small words around a name."""
        start, end = 0, len(tokens)
        while start < end - 1 and tokens[start].symbol in self._notation.words("fillers"):
            start += 1
        while start < end - 1 and tokens[end - 1].symbol in self._notation.words("name_ends"):
            end -= 1
        return tokens[start:end]

    def _prescribes_most(self, draft: Draft, tokens: list[Token]) -> bool:
        """Return whether the words mean as many reps as possible, `Max Pull-Ups`, and `Max` is not part of the name."""
        return self._has_no_count(draft) and self._is_most_of(draft, tokens)

    def _has_no_count(self, draft: Draft) -> bool:
        """Return whether the item has no amount but a time."""
        amount = draft.item.amount
        return replace(amount, max_reps=False) == Amount(time=amount.time)

    def _is_most_of(self, draft: Draft, tokens: list[Token]) -> bool:
        """Return whether the words are `max` and the name of a movement that does not begin with it."""
        if tokens[0].symbol != "max" or len(tokens) < 2:
            return False
        if not self._catalogue.find(name_of(written(draft.text, tokens[1:]))):
            return False
        whole = self._catalogue.find(name_of(written(draft.text, tokens)))
        return whole is None or "Max" not in whole.name

    def _prescribes_heaviest(self, draft: Draft, tokens: list[Token]) -> bool:
        """Return whether the words are the highest weight of a lift, `Max Deadlift`, and not many repetitions."""
        if draft.in_scheme or draft.item.amount.is_stated or tokens[0].symbol != "max" or len(tokens) < 2:
            return False
        name = name_of(written(draft.text, tokens[1:]))
        counts = name.lower().endswith("s") and not name.lower().endswith("ss")
        if counts or any(chunk.is_load for chunk in draft.after):  # `Max Deadlifts`, `Max Deadlift @ 100 kg`
            return False
        return self._catalogue.is_lift(name) and self._prescribes_most(draft, tokens)

    def _one(self, draft: Draft, tokens: list[Token]) -> str:
        """Return the words as a name. Raise Unread if they are not a name."""
        name = self._without_score(name_of(written(draft.text, tokens)))
        if tokens[-1].symbol in _COUNTED_SETS and not self._catalogue.find(name):
            raise Unread  # `Snatch triple @ 75% x 4`
        firm = draft.item.amount.is_stated or any(chunk.is_firm for chunk in draft.after)
        in_scheme = draft.in_scheme and not (firm and self._is_score_of(draft, name))
        if not self._names.is_name(name, in_scheme=in_scheme, firm=firm):
            raise Unread
        if len(draft.items) > 1 and not draft.item.is_bare and draft.last == "":
            raise Unread
        if len(draft.items) > 1 and draft.item.load.percent and draft.item.amount.is_stated and not draft.is_separated:
            raise Unread  # the lift that the percent is of: `Deadlift (3 sec down) 4x3 @ 110% C&J`
        return name

    def _is_score_of(self, draft: Draft, name: str) -> bool:
        """Return whether an unknown name may be a person's, as only a load or rounds follow: `Liz 95#, 5+12`."""
        if draft.item.amount.is_stated or self._names.mentions(name):
            return False
        amounts = [chunk.found for chunk in draft.after if chunk.is_firm and not chunk.is_load]
        return all(found is None or "plus" in found.values or found.says["is"] == "sets" for found in amounts)

    def _without_score(self, name: str) -> str:
        """Return the name without a bracket for the score: `Back Squat (Weight)`."""
        bracket = _SCORE.search(name)
        if bracket and bracket.start():
            words = _LETTERS.findall(bracket[1].lower())
            if words and self._notation.words("scores").issuperset(words):
                return name[: bracket.start()]
        return name

    def _several(self, text: str, tokens: list[Token]) -> list[str]:
        """Return the names of `Thrusters and Pull-Ups`; empty if it is one movement, or if one is unknown."""
        joints = [place for place, token in enumerate(tokens) if token.symbol in _JOINTS]
        if not joints or self._catalogue.find(written(text, tokens)):
            return []
        names: list[str] = []
        for start, end in zip([0, *(place + 1 for place in joints)], [*joints, len(tokens)], strict=True):
            if start < end:
                names.append(name_of(written(text, tokens[start:end])))
                if not self._catalogue.find(names[-1]):
                    return []
        return names if len(names) > 1 else []

    # After a name

    def _after_name(self, draft: Draft, chunk: Chunk, tokens: list[Token]) -> None:
        """Take words after a name and its amount: another movement, or a remark."""
        words = [token for token in tokens if token.speaks]
        if not words:
            return
        if any(token.symbol in ("x", "@", "%") for token in tokens):
            raise Unread
        other = None if draft.is_in_brackets else self._other_movement(draft, chunk, tokens, words)
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
        draft.remark(written(draft.text, tokens))

    def _other_movement(self, draft: Draft, chunk: Chunk, tokens: list[Token], words: list[Token]) -> Item | None:
        """Return the item of the movement at the beginning of the words; None if there is none."""
        is_joined = draft.is_separated or any(token.symbol in ("and", "then") for token in (tokens[0], words[0]))
        if len(words) > 1 and words[0].symbol in ("and", "then"):
            words = words[1:]
        is_most = self._is_most_of(draft, words)
        words = words[1:] if is_most else words
        last = self._without_measure(draft, words)[-1]
        name = name_of(draft.text[words[0].start : last.end])
        if chunk.has_numbers or not self._catalogue.find(name):
            return None
        if (draft.item.is_bare and not draft.in_scheme) or not is_joined:
            raise Unread
        return Item(name=name, amount=Amount(max_reps=is_most), rhythm=Rhythm(format=draft.item.rhythm.format))

    def _says_how(self, draft: Draft, words: list[Token]) -> bool:
        """Return whether words directly after an amount are a remark: `x 5 with 2 second pause`."""
        first = words[0].text.lower()
        if first in self._notation.words("conditions") and draft.last == "load":
            return True
        if first in self._notation.words("prose_after") or self._names.is_prose(words):
            return False
        return first in self._notation.words("after_amount") or words[0].symbol in _AFTER_AMOUNTS
