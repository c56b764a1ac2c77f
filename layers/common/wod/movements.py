"""The catalogue of movements, movements.toml: what a movement is, whatever a coach calls it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from wod.models import Family

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*|\d+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SINGULAR_IN_S = ("press", "cross", "pass", "toss")
_MOST_WORDS = 14


@dataclass(frozen=True)
class Movement:
    """A movement as the catalogue has it: the canonical name with variants and implement, and the lift that a percent
    would be of, where it has one."""

    name: str
    family: Family
    lift: str | None


@lru_cache(maxsize=4096)
def find_movement(written: str) -> Movement | None:
    """The movement that these words name and nothing else; None where the catalogue does not know one of them.

    What stands in brackets is left out where the rest is a name of its own.
    """
    return _find(_BRACKETED.sub(" ", written)) or _find(written)


def find_complex(parts: list[str]) -> Movement | None:
    """What the catalogue makes of movements done one after another; None where it does not know one of them."""
    movements = [find_movement(part) for part in parts]
    known = [movement for movement in movements if movement]
    if not known or len(known) < len(movements):
        return None
    families: set[Family] = {movement.family for movement in known}
    if {"clean", "jerk"} <= families:
        families.add("clean and jerk")
    lifts = {movement.lift for movement in known}
    family = next(family for family in _catalogue().families_of_complexes if family in families)
    lift = lifts.pop() if len(lifts) == 1 else "Clean & Jerk" if family == "clean and jerk" else None
    return Movement(" + ".join(movement.name for movement in known), family, lift)


def mentions_movement(text: str) -> bool:
    """Whether any movement of the catalogue is named in the text."""
    return _longest(_words(text)[:_MOST_WORDS], _catalogue().movements) is not None


@dataclass(frozen=True)
class _Variant:
    name: str
    place: int
    lifts: bool


type _Names[T] = dict[tuple[str, ...], T]


@dataclass(frozen=True)
class _Catalogue:
    movements: _Names[dict[str, Any]]
    variants: _Names[_Variant]
    equipment: _Names[str]
    small: frozenset[str]
    families_of_complexes: list[Family]


@cache
def _catalogue() -> _Catalogue:
    data = tomllib.loads(files("wod").joinpath("movements.toml").read_text(encoding="utf-8"))
    movements: _Names[dict[str, Any]] = {}
    for entry in data["movement"]:
        for spelling in (entry["name"], *entry.get("spellings", [])):
            movements[_words(spelling)] = entry
    variants: _Names[_Variant] = {}
    for place, entry in enumerate(data["variant"]):
        for spelling in (entry["name"], *entry.get("spellings", [])):
            variants[_words(spelling)] = _Variant(entry["name"], place, entry.get("lifts", False))
    equipment = {_words(spelling): name for name, others in data["equipment"].items() for spelling in (name, *others)}
    small = frozenset(word for name in data["small"]["words"].split() for word in _words(name))
    return _Catalogue(movements, variants, equipment, small, data["complex"]["families"])


def _find(written: str) -> Movement | None:
    words = _words(written)
    found = _longest(words, _catalogue().movements) if len(words) <= _MOST_WORDS else None
    if found is None:
        return None
    start, end, entry = found
    others = _others(words[:start]), _others(words[end:])
    if others[0] is None or others[1] is None:
        return None
    variants = sorted({*others[0][0], *others[1][0]}, key=lambda variant: variant.place)
    equipment = dict.fromkeys([*others[0][1], *others[1][1]])
    name = " ".join([*(v.name for v in variants if not v.lifts), *equipment, *(v.name for v in variants if v.lifts)])
    lift: str | None = entry.get("lift")
    # `Power Snatch` is a lift of its own, with a best of its own; a `Snatch Pull` is measured by the snatch.
    if lift == entry["name"]:
        lift = " ".join([*(v.name for v in variants if v.lifts), entry["name"]])
    return Movement(f"{name} {entry['name']}".strip(), entry["family"], lift)


def _others(words: tuple[str, ...]) -> tuple[list[_Variant], list[str]] | None:
    """The variants and implements among these words; None where one of the words is neither, and no small one."""
    catalogue = _catalogue()
    variants: list[_Variant] = []
    equipment: list[str] = []
    place = 0
    while place < len(words):
        for length in (4, 3, 2, 1):
            name = words[place : place + length]
            if variant := catalogue.variants.get(name):
                variants.append(variant)
            elif implement := catalogue.equipment.get(name):
                equipment.append(implement)
            elif length > 1 or not (name[0] in catalogue.small or name[0].isdigit()):
                continue
            place += len(name)
            break
        else:
            return None
    return variants, equipment


def _longest(words: tuple[str, ...], names: _Names[dict[str, Any]]) -> tuple[int, int, dict[str, Any]] | None:
    """Where the longest name stands; of equally long ones the last, as the noun comes last."""
    for length in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - length, -1, -1):
            if entry := names.get(words[start : start + length]):
                return start, start + length, entry
    return None


def _words(text: str) -> tuple[str, ...]:
    text = text.lower().replace("&", " and ").replace("’", "'")
    return tuple(_singular(word) for word in _WORD.findall(text))


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if len(word) < 3 or word in ("ohs", *_SINGULAR_IN_S) or word.endswith("ss"):
        return word
    for plural, singular in (("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ies", "y"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word
