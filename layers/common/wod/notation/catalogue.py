"""The catalogue of movements, movements.toml: what a movement is, whatever a coach calls it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from wod.models import Family

type _Group = Literal["limbs", "manner", "equipment", "holds", "lifting", "places"]
type _Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|[+/]")
_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
# `3 second`, `3-5 sec`, `two count`, `3"`: how long a pause is, or how high a box
_MEASURE = re.compile(
    rf"(?<![\w.]){_NUMBER}(?:\s?(?:[-–]|to)\s?{_NUMBER})?(?:[\s-]*(?:seconds?|secs?|s|counts?|inch(?:es)?|cm)\b|\s?[\"”″])"
)
_MARKS = {"’": "'", "&": " and ", "w/o": "without ", "w/": "with ", "¼": " 1/4", "½": " 1/2"}
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MOST_WORDS = 14
_OF_A_BARBELL = ("snatch", "clean", "jerk", "clean and jerk")
_LIFTING = (*_OF_A_BARBELL, "pull", "press")


@dataclass(frozen=True)
class Movement:
    """A movement as the catalogue has it: the canonical name with variants and implement, and the lift that a percent
    would be of, where it has one."""

    name: str
    family: Family
    lift: str | None


@lru_cache(maxsize=4096)
def find_movement(written: str) -> Movement | None:
    """The movement that these words name and nothing else; None where the catalogue does not explain one of them.

    What stands in brackets is left out where it says something else than the movement.
    """
    return _find(written) or _find(_BRACKETED.sub(" ", written))


def find_complex(parts: list[str]) -> Movement | None:
    """What the catalogue makes of movements done one after another; None where it does not know one of them."""
    movements = [find_movement(part) for part in parts]
    known = [movement for movement in movements if movement]
    if not known or len(known) < len(movements):
        return None
    families: set[Family] = {movement.family for movement in known}
    if {"clean", "jerk"} <= families:
        families.add("clean and jerk")
    family = next(family for family in _catalogue().families_of_complexes if family in families)
    return Movement(" + ".join(movement.name for movement in known), family, _lift_of_complex(known, family))


def mentions_movement(text: str) -> bool:
    """Whether any movement of the catalogue is named in the text."""
    return next(_names_in(_words(text)[:_MOST_WORDS]), None) is not None


def _lift_of_complex(movements: list[Movement], family: Family) -> str | None:
    # A pull in front of a power snatch is done with what can be power snatched: the movements of the family decide.
    lifts = {movement.lift for movement in movements if movement.family == family}
    if not lifts:  # a clean and a jerk, each of a family of its own
        powered = all("Power " in movement.name for movement in movements if movement.family in ("clean", "jerk"))
        return "Power Clean & Power Jerk" if powered else "Clean & Jerk"
    return lifts.pop() if len(lifts) == 1 else None


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


@dataclass(frozen=True)
class _Catalogue:
    movements: dict[_Words, _Entry]
    alone: dict[str, _Entry]
    variants: dict[_Words, _Variant | None]  # None: left out of the canonical name
    linking: frozenset[str]
    families_of_complexes: list[Family]
    longest_name: int
    longest_variant: int


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("wod.notation").joinpath("movements.toml").read_text(encoding="utf-8"))


@cache
def _catalogue() -> _Catalogue:
    data = _data()
    movements: dict[_Words, _Entry] = {}
    alone: dict[str, _Entry] = {}
    for family, entries in data["movements"].items():
        for name, fields in entries.items():
            implied = frozenset([*fields.get("implied", []), *(["Barbell"] if "lift" in fields else [])])
            entry = _Entry(name, family, fields.get("lift"), implied)
            movements |= {_words(spelling): entry for spelling in (name, *fields.get("spellings", []))}
            alone |= {fields["alone"]: entry} if "alone" in fields else {}
    variants: dict[_Words, _Variant | None] = {_words(text): None for text in data["left_out"]["phrases"].split(",")}
    for group, names in data["variants"].items():
        for name, spellings in names.items():
            variant = _Variant(name, group, len(variants))
            variants |= {_words(spelling): variant for spelling in (name, *spellings)}
    return _Catalogue(
        movements,
        alone,
        variants,
        frozenset(data["left_out"]["linking"].split()),
        data["complexes"]["families"],
        max(map(len, movements)),
        max(map(len, variants)),
    )


def _find(written: str) -> Movement | None:
    found = _read(written)
    # In the order of the canonical name it may be a movement of its own: `Bench Press (incline)`.
    return found and (_read(found.name) or found)


def _read(written: str) -> Movement | None:
    if entry := _catalogue().alone.get(written.strip().lower()):
        return _movement(entry, [])
    words = _words(written)
    if len(words) > _MOST_WORDS:
        return None
    for entry, variants in _readings(words):
        if entry.family in _LIFTING or all(variant.group != "lifting" for variant in variants):
            return _movement(entry, variants)
    return None


def _readings(words: _Words) -> Iterator[tuple[_Entry, list[_Variant]]]:
    """Each movement that the words can name, with its variants; the longest name first, and last the name that is left
    when variants are taken out of its middle: `Snatch Segment Pull`."""
    for start, end, entry in _names_in(words):
        (before, unknown_before), (behind, unknown_behind) = _split(words[:start]), _split(words[end:])
        if not unknown_before and not unknown_behind:
            yield entry, before + behind
    variants, others = _split(words)
    if parted := _catalogue().movements.get(others):
        yield parted, variants


def _movement(entry: _Entry, found: list[_Variant]) -> Movement:
    variants = sorted({v for v in found if v.name not in entry.implied}, key=lambda variant: variant.place)
    front = [variant.name for variant in variants if variant.group != "places"]
    behind = [variant.name for variant in variants if variant.group == "places"]
    name = " ".join([*front, entry.name, *behind])
    # A dumbbell snatch is neither measured by the snatch nor training of it.
    if any(variant.group in ("limbs", "equipment") for variant in variants):
        return Movement(name, "accessory" if entry.family in _OF_A_BARBELL else entry.family, None)
    return Movement(name, entry.family, entry.lift)


def _names_in(words: _Words) -> Iterator[tuple[int, int, _Entry]]:
    """Where movements are named, the longest name first; of equally long ones the last, as the noun comes last."""
    catalogue = _catalogue()
    for length in range(min(catalogue.longest_name, len(words)), 0, -1):
        for start in range(len(words) - length, -1, -1):
            if entry := catalogue.movements.get(words[start : start + length]):
                yield start, start + length, entry


def _split(words: _Words) -> tuple[list[_Variant], _Words]:
    """The variants among these words, and the words that are neither a variant nor left out."""
    linking = _catalogue().linking
    variants: list[_Variant] = []
    others: list[str] = []
    place = 0
    while place < len(words):
        found = _variant_at(words, place) or (words[place] in linking and _variant_at(words, place + 1))
        if found:
            place, variant = found
            variants += [variant] if variant else []
        else:
            others.append(words[place])
            place += 1
    return variants, tuple(others)


def _variant_at(words: _Words, place: int) -> tuple[int, _Variant | None] | None:
    """The longest variant that stands here, and where it ends."""
    catalogue = _catalogue()
    for end in range(min(place + catalogue.longest_variant, len(words)), place, -1):
        if words[place:end] in catalogue.variants:
            return end, catalogue.variants[words[place:end]]
    return None


def _words(text: str) -> _Words:
    text = text.lower()
    for mark, meaning in _MARKS.items():
        text = text.replace(mark, meaning)
    words = (full for word in _WORD.findall(_MEASURE.sub(" ", text)) for full in _full(word))
    return tuple(word for word in words if word not in ("a", "an", "the"))


def _full(word: str) -> list[str]:
    abbreviations: dict[str, str] = _data()["abbreviations"]
    singular = _singular(word)
    return (abbreviations.get(word) or abbreviations.get(singular) or singular).split()


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if len(word) < 3 or word.endswith("ss"):
        return word
    for plural, singular in (("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ies", "y"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word
