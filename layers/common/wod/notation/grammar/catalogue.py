"""Look up movements in the catalogue, movements.toml, by any name that a coach gives them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from wod.models import Family
from wod.notation.grammar.name_words import NameWords, Words
from wod.notation.text.vocabulary import Vocabulary

type _Group = Literal["limbs", "manner", "equipment", "holds", "lifting", "places"]

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MOST_WORDS = 14
OF_A_BARBELL = ("snatch", "clean", "jerk", "clean and jerk")
"""The families of lifts that are done with a barbell, unless a name says otherwise."""
_LIFTING = (*OF_A_BARBELL, "pull", "press")


@dataclass(frozen=True)
class Movement:
    """A movement of the catalogue: its canonical name with variants and implement, and the lift of its percents."""

    name: str
    family: Family
    lift: str | None


@dataclass(frozen=True)
class _Entry:
    name: str
    family: Family
    lift: str | None
    implied: frozenset[str]


@dataclass(frozen=True)
class _Variant:
    name: str
    group: _Group
    place: int


class Catalogue:
    """The movements of movements.toml, with those that a language and a blog add."""

    def __init__(self, vocabulary: Vocabulary, data: Mapping[str, Any], *additions: Mapping[str, Any]) -> None:
        joints = (rf"\b{word}\b" for word in vocabulary.spellings("and") if word.isalpha())
        self._joints = re.compile("|".join(["&", "/", *joints]), re.IGNORECASE)
        self._words = NameWords(vocabulary, data, *additions).of
        self._movements: dict[Words, _Entry] = {}
        self._alone: dict[str, _Entry] = {}
        entries: dict[str, _Entry] = {}
        for source in (data, *additions):
            for family, named in source.get("movements", {}).items():
                for name, fields in named.items():
                    entries[name] = self._add(name, family, fields)
            for name, spellings in source.get("spellings", {}).items():
                self._movements |= {self._words(spelling): entries[name] for spelling in spellings}
        self._variants: dict[Words, _Variant | None] = {}  # None: left out of the canonical name
        for source in (data, *additions):
            self._add_variants(source)
        self._linking = frozenset(
            word for source in (data, *additions) for word in source.get("left_out", {}).get("linking", "").split()
        )
        self._weights = {name: tuple(words.split()) for name, words in data["weights"].items()}
        self._families_of_complexes: list[Family] = data["complexes"]["families"]
        self._apart = frozenset(data["complexes"]["apart"])
        self._longest_name = max(map(len, self._movements))
        self._longest_variant = max(map(len, self._variants))
        self.find = lru_cache(maxsize=8192)(self._find_written)

    def _add(self, name: str, family: Family, fields: Mapping[str, Any]) -> _Entry:
        implied = frozenset([*fields.get("implied", []), *(["Barbell"] if "lift" in fields else [])])
        entry = _Entry(name, family, fields.get("lift"), implied)
        self._movements |= {self._words(spelling): entry for spelling in (name, *fields.get("spellings", []))}
        if "alone" in fields:
            self._alone[fields["alone"]] = entry
        return entry

    def _add_variants(self, source: Mapping[str, Any]) -> None:
        left_out = source.get("left_out", {}).get("phrases", "")
        self._variants |= {self._words(text): None for text in left_out.split(",") if text.strip()}
        known = {variant.name: variant for variant in self._variants.values() if variant}
        for group, names in source.get("variants", {}).items():
            for name, spellings in names.items():
                variant = known.get(name) or _Variant(name, group, len(self._variants))
                self._variants |= {self._words(spelling): variant for spelling in (name, *spellings)}

    def _find_written(self, written: str) -> Movement | None:
        """Return the movement that these words name; None if the catalogue does not explain each of them.

        A bracket that is not part of the name is ignored.
        """
        found = self._find(written)
        if found is None and ("(" in written or "[" in written):
            found = self._find(_BRACKETED.sub(" ", written))
        return found

    def is_lift(self, name: str) -> bool:
        """Return whether a name is a lift with a barbell, which percents refer to."""
        found = self.find(name) if name else None
        return found is not None and found.lift is not None

    def is_loaded(self, name: str) -> bool | None:
        """Return whether a movement always has a weight, or never; None if it may have one, or is not known."""
        found = self.find(name) if name else None
        if found is None:
            return None
        hyphened = f"-{found.name.lower().replace(' ', '-')}"
        if found.lift or not set(self._weights["implements"]).isdisjoint(hyphened.split("-")):
            return True
        if hyphened.endswith(tuple(f"-{end}" for end in self._weights["with"])):
            return True
        return False if hyphened.endswith(tuple(f"-{end}" for end in self._weights["without"])) else None

    def has_name(self, text: str) -> str | None:
        """Return the movement that has this text as one of its names; None if it would only be found by its parts."""
        entry = self._movements.get(self._words(text))
        return entry.name if entry else None

    @property
    def names(self) -> list[str]:
        """Return the names of the movements, without variants; those with a lift that percents are of come first."""
        entries = sorted(self._movements.values(), key=lambda entry: entry.lift is None)
        return list(dict.fromkeys(entry.name for entry in entries))

    def find_complex(self, parts: list[str]) -> Movement | None:
        """Return the movement that a complex is; None if one of its parts is not known."""
        movements = [self.find(part) for part in parts]
        known = [movement for movement in movements if movement]
        if not known or len(known) < len(movements):
            return None
        families: set[Family] = {movement.family for movement in known}
        if {"clean", "jerk"} <= families:
            families.add("clean and jerk")
        family = next(family for family in self._families_of_complexes if family in families)
        return Movement(" + ".join(movement.name for movement in known), family, _lift_of_complex(known, family))

    def are_one_complex(self, parts: list[str]) -> bool:
        """Return whether lifts belong to one snatch or one clean and jerk, also if no plus is between them.

        `Snatch, Clean & Jerk` and `Back Squat, Power Clean` are two lifts.
        """
        movements = [self.find(part) for part in parts]
        if any(movement is None or movement.lift is None or movement.lift in self._apart for movement in movements):
            return False
        families = {movement.family for movement in movements if movement}
        of_clean = families & {"clean", "jerk", "clean and jerk"}
        return bool(of_clean) is not ("snatch" in families)

    def movements_of(self, name: str) -> list[str]:
        """Return the two movements of a clean and jerk, as written if they are written out; empty for any other."""
        found = self.find(name)
        if found is None or found.family != "clean and jerk":
            return []
        for whole in (name, found.name):
            movements = [one.strip() for one in self._joints.split(whole)]
            if len(movements) == 2 and all(map(self.find, movements)):
                return movements
        return []

    def mentions(self, text: str) -> bool:
        """Return whether any movement is named in the text."""
        return next(self._names_in(self._words(text)[:_MOST_WORDS]), None) is not None

    def only_varies(self, text: str) -> bool:
        """Return whether all words are variants, implements and places, `Front` or `from Hip`, without a movement."""
        _, others = self._split(self._words(text))
        return not others

    def _find(self, written: str) -> Movement | None:
        found = self._read(written)
        # The canonical name may be a movement of its own: `Bench Press (incline)`.
        return found and (self._read(found.name) or found)

    def _read(self, written: str) -> Movement | None:
        if entry := self._alone.get(written.strip().lower()):
            return _movement(entry, [])
        words = self._words(written)
        if len(words) > _MOST_WORDS:
            return None
        for entry, variants in self._readings(words):
            if entry.family in _LIFTING or all(variant.group != "lifting" for variant in variants):
                return _movement(entry, variants)
        return None

    def _readings(self, words: Words) -> Iterator[tuple[_Entry, list[_Variant]]]:
        """Yield each movement that the words can name, with its variants, the longest name first.

        The last is the name without variants in its middle: `Snatch Segment Pull`.
        """
        for start, end, entry in self._names_in(words):
            (before, unknown_before), (after, unknown_after) = self._split(words[:start]), self._split(words[end:])
            if not unknown_before and not unknown_after:
                yield entry, before + after
        variants, others = self._split(words)
        if parted := self._movements.get(others):
            yield parted, variants

    def _names_in(self, words: Words) -> Iterator[tuple[int, int, _Entry]]:
        """Yield each name of a movement with its place; the longest first, of equally long ones the last: the noun."""
        for length in range(min(self._longest_name, len(words)), 0, -1):
            for start in range(len(words) - length, -1, -1):
                if entry := self._movements.get(words[start : start + length]):
                    yield start, start + length, entry

    def _split(self, words: Words) -> tuple[list[_Variant], Words]:
        """Return the variants among these words, and the words that are neither variants nor left out."""
        variants: list[_Variant] = []
        others: list[str] = []
        place = 0
        while place < len(words):
            found = self._variant_at(words, place) or (
                words[place] in self._linking and self._variant_at(words, place + 1)
            )
            if found:
                place, variant = found
                variants += [variant] if variant else []
            else:
                others.append(words[place])
                place += 1
        return variants, tuple(others)

    def _variant_at(self, words: Words, place: int) -> tuple[int, _Variant | None] | None:
        """Return the place after the longest variant that begins here, and the variant."""
        for end in range(min(place + self._longest_variant, len(words)), place, -1):
            if words[place:end] in self._variants:
                return end, self._variants[words[place:end]]
        return None


def _lift_of_complex(movements: list[Movement], family: Family) -> str | None:
    # A pull before a power snatch is done with the weight of the power snatch, so the movements of the family decide.
    lifts = {movement.lift for movement in movements if movement.family == family}
    if not lifts:  # a clean and a jerk, each of a family of its own
        powered = all("Power " in movement.name for movement in movements if movement.family in ("clean", "jerk"))
        return "Power Clean & Power Jerk" if powered else "Clean & Jerk"
    return lifts.pop() if len(lifts) == 1 else None


def _movement(entry: _Entry, found: list[_Variant]) -> Movement:
    variants = sorted({v for v in found if v.name not in entry.implied}, key=lambda variant: variant.place)
    front = [variant.name for variant in variants if variant.group != "places"]
    after = [variant.name for variant in variants if variant.group == "places"]
    name = " ".join([*front, entry.name, *after])
    # A dumbbell snatch is neither measured by the snatch nor does it train it.
    if any(variant.group in ("limbs", "equipment") for variant in variants):
        return Movement(name, "accessory" if entry.family in OF_A_BARBELL else entry.family, None)
    return Movement(name, entry.family, entry.lift)
