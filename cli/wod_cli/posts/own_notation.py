"""Checks of the phrases and movements in a blog's file, before any post is read with them."""

import re
from collections.abc import Iterable, Iterator
from copy import replace
from importlib.resources import files
from typing import Any, get_args

import rtoml

from wod.blog import Blog
from wod.language import load_language, normalise
from wod.models import Family
from wod.notation.grammar.notation import notation_of
from wod.notation.grammar.phrase_grammar import Grammar
from wod.notation.text.vocabulary import Vocabulary

_SLOT = re.compile(r"\{(\w+)(?:=\d+)?\}")
_FAMILIES = get_args(Family.__value__)
_OF_MOVEMENTS = frozenset({"movements", "spellings", "abbreviations", "variants", "left_out"})
_OF_A_MOVEMENT = frozenset({"lift", "implied", "spellings", "alone"})


def problem_of(blog: Blog) -> str | None:
    """Return the wrong key of the file, and the reason; None if its phrases and movements are valid."""
    problem = next(_problems_of_phrases(blog.phrases), None) or next(_problems_of_movements(blog.movements), None)
    if problem:
        return problem
    try:
        notation_of(blog)
        return next(_names_taken(blog), None) if blog.movements else None
    except KeyError as error:
        return f"[movements.spellings]: there is no movement {error} to spell otherwise"
    except (AttributeError, TypeError, ValueError) as error:
        return f"[phrases] or [movements] have another form than notation.toml and movements.toml ({error})"


def _problems_of_phrases(own: dict[str, Any]) -> Iterator[str]:
    tables = rtoml.loads(files("wod.notation").joinpath("notation.toml").read_text(encoding="utf-8"))
    known = {name: table["phrases"] for name, table in tables.items() if "phrases" in table}
    grammar = Grammar(tables["parts"], tables["slots"], Vocabulary.of(load_language("en").tables))
    for name, phrases in own.items():
        if name not in known:
            yield f"[phrases]: there is no table {name!r}, only {', '.join(known)}"
        elif not isinstance(phrases, list):
            yield f"[phrases] {name}: it has to be a list of phrases"
        else:
            for phrase in phrases:
                yield from _problems_of_phrase(f"[phrases] {name}", phrase, known[name], grammar)


def _problems_of_phrase(key: str, phrase: Any, known: list[Any], grammar: Grammar) -> Iterator[str]:
    stated = {"says": phrase} if isinstance(phrase, str) else phrase
    if not isinstance(stated, dict) or not isinstance(stated.get("says"), str):
        yield f"{key}: {phrase!r} is neither a text nor a table with `says`"
        return
    says = stated["says"]
    try:
        if not grammar.row(says):
            yield f"{key}: the phrase {says!r} has no words"
            return
    except RecursionError:
        yield f"{key}: the phrase {says[:20]!r}… has too many brackets in one another"
        return
    except KeyError as error:
        yield f"{key}: the phrase {says!r} has a slot or part that notation.toml does not know, {error}"
        return
    except IndexError:
        yield f"{key}: the phrase {says!r} does not close a bracket"
        return
    except ValueError as error:
        yield f"{key}: {error}"
        return
    yield from _problems_of_what_it_says(key, stated, known)


def _problems_of_what_it_says(key: str, stated: dict[str, Any], known: list[Any]) -> Iterator[str]:
    says = stated["says"]
    tables = [other for other in known if isinstance(other, dict)]
    if others := stated.keys() - {key for table in tables for key in table} - {"says"}:
        yield f"{key}: the phrase {says!r} has {', '.join(sorted(others))}, which no phrase of its table has"
    kinds = {other["is"]: [] for other in tables if "is" in other}  # type: dict[str, list[set[str]]]
    for other in tables:
        if "is" in other:
            kinds[other["is"]].append(_slots_of(other))
    slots = {*_SLOT.findall(says), *stated} - {"says"}
    if not kinds:
        lacking = min((_slots_of(other) - slots for other in known), key=len)
    else:
        kind = stated.get("is")
        if kind not in kinds:
            yield f"{key}: the phrase {says!r} has to say what it `is`: one of {', '.join(kinds)}"
            return
        lacking = set.intersection(*kinds[kind]) - slots
    if lacking:
        yield f"{key}: the phrase {says!r} lacks {', '.join(f'{{{name}}}' for name in sorted(lacking))}"


def _slots_of(phrase: Any) -> set[str]:
    """Return what a phrase of notation.toml says, by its slots and its keys."""
    stated = {"says": phrase} if isinstance(phrase, str) else phrase
    return {*_SLOT.findall(stated["says"]), *stated} - {"says"}


def _problems_of_movements(own: dict[str, Any]) -> Iterator[str]:
    if unknown := own.keys() - _OF_MOVEMENTS:
        yield f"[movements]: there is no table {sorted(unknown)[0]!r}, only {', '.join(sorted(_OF_MOVEMENTS))}"
    for name, table in own.items():
        if not isinstance(table, dict):
            yield f"[movements.{name}]: it has to be a table"
    for family, movements in _entries_of(own, "movements"):
        yield from _problems_of_family(family, movements)
    for name, spellings in _entries_of(own, "spellings"):
        if not isinstance(spellings, list):
            yield f"[movements.spellings] {name!r}: it has to be a list of spellings"
    for name, text in _entries_of(own, "abbreviations"):
        if not isinstance(text, str):
            yield f"[movements.abbreviations] {name!r}: it has to be the text that it stands for"


def _problems_of_family(family: str, movements: Any) -> Iterator[str]:
    if family not in _FAMILIES:
        yield f"[movements.movements]: there is no family {family!r}, only {', '.join(_FAMILIES)}"
    if not isinstance(movements, dict):
        yield f"[movements.movements.{family}]: it has to be a table"
        return
    for name, fields in movements.items():
        if not isinstance(fields, dict) or fields.keys() - _OF_A_MOVEMENT:
            allowed = ", ".join(sorted(_OF_A_MOVEMENT))
            yield f"[movements.movements.{family}] {name!r}: it has to be a table of {allowed}, which may be empty"


def _names_taken(blog: Blog) -> Iterator[str]:
    """Yield each name that the file gives to one movement and that another one has, or that says nothing new."""
    catalogue = notation_of(replace(blog, movements={})).catalogue
    given: dict[str, str] = {}
    for key, movement, name in _names_given(blog.movements):
        has_it = catalogue.has_name(name) or given.get(normalise(name))
        if has_it == movement:
            yield f"{key} {movement!r}: {name!r} is its name already; leave it out"
        elif has_it:
            yield f"{key} {movement!r}: {name!r} is a name of {has_it!r}; give a name to one movement only"
        given[normalise(name)] = movement
    for word, text in _entries_of(blog.movements, "abbreviations"):
        if normalise(word) == normalise(text):
            yield f"[movements.abbreviations] {word!r}: it stands for itself; leave it out"


def _names_given(own: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the table, the movement and the name for each name that the file gives to a movement."""
    for family, movements in _entries_of(own, "movements"):
        for movement, fields in movements.items():
            for name in (movement, *fields.get("spellings", ())):
                yield f"[movements.movements.{family}]", movement, name
    for movement, names in _entries_of(own, "spellings"):
        for name in names:
            yield "[movements.spellings]", movement, name


def _entries_of(own: dict[str, Any], name: str) -> Iterable[tuple[str, Any]]:
    table = own.get(name)
    return table.items() if isinstance(table, dict) else ()
