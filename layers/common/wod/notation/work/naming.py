"""Find the names of movements in the words of a line, and the little words in and around them: `Max Pull-Ups`."""

import re
from copy import replace

from wod.notation.grammar.measures import exactly
from wod.notation.grammar.names import Names, name_of
from wod.notation.grammar.notation import Notation
from wod.notation.text.tokens import Token, written
from wod.notation.values import Amount, Item, Load, Rhythm, Unread
from wod.notation.work.chunk_phrases import REPS_IN_WORDS
from wod.notation.work.chunks import Chunk
from wod.notation.work.draft import Draft

_JOINTS = frozenset({"and", "then", "+", ",", ";"})
_MEASURED = frozenset({"load", "time", "quality", "rep"})
_SCORE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
_LETTERS = re.compile(r"[a-z]+")


class Naming:
    """Reader of the names of movements."""

    def __init__(self, notation: Notation, names: Names) -> None:
        self._notation = notation
        self._catalogue = notation.catalogue
        self._names = names

    def name(self, draft: Draft, tokens: list[Token]) -> None:
        """Take the words of a name, with a load or an amount in front of it: `Max Deadlift`, `Max Pull-Ups`."""
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

    def other_movement(self, draft: Draft, chunk: Chunk, tokens: list[Token], words: list[Token]) -> Item | None:
        """Return the item of the movement at the beginning of the words; None if there is none."""
        is_joined = draft.is_separated or any(token.symbol in ("and", "then") for token in (tokens[0], words[0]))
        if len(words) > 1 and words[0].symbol in ("and", "then"):
            words = words[1:]
        is_most = self._is_most_of(draft, words)
        words = words[1:] if is_most else words
        last = self._without_for(self._without_measure(draft, words), draft)[-1]
        name = name_of(draft.text[words[0].start : last.end])
        if chunk.has_numbers or not self._catalogue.find(name):
            return None
        if (draft.item.is_bare and not draft.in_scheme) or not is_joined:
            raise Unread
        return Item(name=name, amount=Amount(max_reps=is_most), rhythm=Rhythm(format=draft.item.rhythm.format))

    def _without_for(self, words: list[Token], draft: Draft) -> list[Token]:
        """Return the words of a name without the one before its amount: `10 Burpees, Plank for 30 seconds`."""
        is_before_amount = bool(draft.after) and draft.after[0].kind == "amount"
        return words[:-1] if is_before_amount and len(words) > 1 and words[-1].symbol == "for" else words

    def counted(self, draft: Draft, tokens: list[Token]) -> Item:
        """Return the item of `3 pause Squats` after `10 Push-Ups,`. Raise Unread for `3 pause Clean`: three pauses."""
        number, *words = tokens
        name = name_of(written(draft.text, words)) if words else ""
        is_manner = bool(words) and words[0].text.lower() in self._notation.words("manner_in_front")
        is_counted = number.symbol == "{count}" and (number.least == 1 or name.lower().endswith("s"))
        if not (draft.has_count_in_front and is_manner and is_counted and self._catalogue.find(name)):
            raise Unread
        reps = Amount(reps=exactly(number.least))
        return Item(name=name, amount=reps, rhythm=Rhythm(format=draft.item.rhythm.format))

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
        if tokens[0].symbol != "max" or not self._waits_for_count(draft):
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
        return self._waits_for_count(draft) and self._is_most_of(draft, tokens)

    def _waits_for_count(self, draft: Draft) -> bool:
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
        if tokens[-1].symbol in REPS_IN_WORDS and not self._catalogue.find(name):
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
