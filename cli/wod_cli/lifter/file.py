"""The lifter's own file, in the user's configuration folder: maxima by date, and settings."""

import os
import re
from copy import replace
from itertools import chain
from pathlib import Path

from platformdirs import user_config_path

from wod.blog import blog_names, load_blog
from wod.errors import BadInput
from wod.language import normalise
from wod.lifting.lifter import LARGEST, Lifter, Maximum, defaults, read_lifter, write_lifter
from wod.lifting.numbers import Weight, parse_weight
from wod.notation.grammar.notation import catalogue_of
from wod.plumbing.current_blog import current_blog
from wod_cli.errors import CommandError, meant

_ANY_DAY = "0001-01-01"

_GIVEN = re.compile(r"(?P<lift>[^=]+)=(?P<weight>.+)", re.DOTALL)


def lifter_path() -> Path:
    """Return the path of the file, whether or not it exists."""
    return user_config_path("wod", appauthor=False) / "lifter.json"


def load_lifter(unit: str | None = None) -> Lifter:
    """Return the lifter; default settings without a file.

    Raise CommandError if the file is damaged.
    """
    path = lifter_path()
    try:
        return read_lifter(path.read_bytes())
    except FileNotFoundError:
        return Lifter(settings=defaults("lb" if unit == "lb" else "kg"), maxima=[])
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
    except BadInput as error:
        raise CommandError(f"{path} is damaged; correct or remove it. {error}") from error


def save_lifter(lifter: Lifter) -> None:
    """Write the file atomically."""
    path = lifter_path()
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(write_lifter(lifter), encoding="utf-8")
        os.replace(beside, path)
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}.") from error


def with_given(lifter: Lifter, given: list[str]) -> Lifter:
    """Return the lifter with these 1-RM, `Snatch=100kg`, in place of the file's for the same lifts.

    Raise CommandError for any other text, and for a lift that the catalogue does not know.
    """
    maxima = lifter.maxima
    for text in given:
        match = _GIVEN.fullmatch(text.strip())
        if not match:
            raise CommandError(f"{text!r} is not a maximum: write a lift and its weight, as in 'Snatch=100kg'.")
        own = maximum_of(known_lift(match["lift"]), weight_of(match["weight"]), lifter, day=_ANY_DAY)
        maxima = [*(one for one in maxima if (one.lift, one.reps) != (own.lift, 1)), own]
    return replace(lifter, maxima=maxima)


def with_known_lifts(lifter: Lifter) -> Lifter:
    """Return the lifter with each lift under the catalogue's name.

    Raise CommandError, which states the place, for a lift that the catalogue does not know.
    """
    maxima = []
    for number, one in enumerate(lifter.maxima):
        try:
            maxima.append(replace(one, lift=known_lift(one.lift)))
        except CommandError as error:
            raise CommandError(f"maxima[{number}].lift: {error}") from None
    return replace(lifter, maxima=maxima)


def maximum_of(lift: str, weight: Weight, lifter: Lifter, *, day: str, reps: int = 1) -> Maximum:
    """Return a maximum of a day. Raise CommandError if no one can lift it."""
    unit = weight.unit or lifter.settings.unit
    if not weight.weight:
        raise CommandError(f"0 {unit} is not a maximum of {lift}: write what you lifted, as in 100kg.")
    try:
        return Maximum(lift=lift, reps=reps, weight=weight.weight, unit=unit, date=day)
    except ValueError as error:
        raise CommandError(
            f"{weight.weight:g} {unit} is not a maximum of {lift}: one has at most {LARGEST[unit]:g} {unit}."
        ) from error


def weight_of(text: str) -> Weight:
    """Return the weight that a person writes. Raise CommandError for other text."""
    try:
        return parse_weight(text)
    except BadInput as error:
        raise CommandError(str(error)) from error


def known_lift(name: str) -> str:
    """Return the catalogue's name of a lift, which may be written in the language of any blog.

    Raise CommandError, with similar names, if it has none.
    """
    blog = current_blog()
    for one in chain([blog], map(load_blog, blog_names())):
        if movement := catalogue_of(one).find(name):
            return movement.name
    hint = meant(name, catalogue_of(blog).names) or "write it as the posts do, such as Back Squat."
    raise CommandError(f"There is no lift {name.strip()[:80]!r}; {hint}")


def known_level(name: str) -> str:
    """Return the name of a level that a blog may give to a session, as it was written.

    Raise CommandError, with similar names, if no blog has such a level.
    """
    known: set[str] = set()
    word = normalise(name)
    for blog in map(load_blog, blog_names()):
        beside = blog.language.words("headings", "level_words")
        shorter = " ".join(one for one in word.split() if one not in beside)
        if {word, shorter} & blog.all_levels:
            return name
        known |= blog.all_levels
    hint = meant(word, known) or f"there are {', '.join(sorted(known))}."
    raise CommandError(f"No blog has a level {name[:80]!r}; {hint}")
