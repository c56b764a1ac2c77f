"""Load a blog's configuration: its address, its language, and the form of its posts."""

from collections.abc import Hashable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import msgspec
import rtoml
from msgspec import Meta, ValidationError

from wod.errors import BadInput, place_and_problem
from wod.language import LANGUAGES, Language, load_language, normalise
from wod.shape import Shape
from wod.thresholds import DEFAULT_THRESHOLDS, Thresholds

DEFAULT_BLOG = "invictus"

_BLOGS = Path(__file__).parent / "blogs"

type DateOrder = Literal["month-first", "day-first"]
type Undated = Literal["refuse", "publication day", "day after"]

_Names = tuple[Annotated[str, Meta(pattern=r"\w")], ...]


class Blog(Shape, eq=False, dict=True):
    """A training blog. Blogs are compared by identity, so that tables for one can be cached."""

    name: Annotated[str, Meta(min_length=1)]
    """For people."""
    url: Annotated[str, Meta(pattern=r"^https?://[\w.:\[\]-]+(?:/[^\s?#\\\x00-\x1f\x7f]*)?\Z")]
    """A host and at most a path."""
    language_name: str = msgspec.field(name="language")
    time_zone: str
    category: Annotated[int, Meta(ge=1)] | None = None
    """WordPress's number of the category to fetch; None for all posts."""
    date_order: DateOrder = "month-first"
    """The order in which `3/8` is read if both are possible."""
    post: Literal["week", "day", "either"] = "either"
    """The form of a post; `either` is decided post by post."""
    undated: Undated = "refuse"
    """The day of a post that does not name one."""
    day_numbers: _Names = ()
    """The weekdays of `Day 1`, `Day 2` …; without them such posts are refused."""
    part_names: _Names = ()
    warm_ups: _Names = ()
    levels: _Names = ()
    """Names of levels, in addition to those of the language."""
    counted_level: str | None = None
    """The level that the week's figures count; None for the first of the day."""
    session_time: Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")] | None = None
    """The start of sessions in the calendar, `18:00`; None for events of a whole day."""
    quality: Thresholds = DEFAULT_THRESHOLDS
    """The least percents of the rules of quality; a week below one raises an alert."""
    phrases: dict[str, Any] = msgspec.field(default_factory=dict)
    """Additions to the notation's phrases; `wod.notation` reads them."""
    movements: dict[str, Any] = msgspec.field(default_factory=dict)
    """Additions to the catalogue of movements; `wod.notation` reads them."""

    @cached_property
    def language(self) -> Language:
        """Return the language of the blog's posts."""
        return load_language(self.language_name)

    @cached_property
    def all_levels(self) -> frozenset[str]:
        """Return the names of the levels of the language and of this blog, normalised."""
        return self.language.words("headings", "levels") | {normalise(level) for level in self.levels}

    @cached_property
    def weekday_of_day(self) -> tuple[int, ...]:
        """Return the weekday of `Day 1`, of `Day 2` and so on; Monday is 0."""
        return tuple(self.language.weekdays[normalise(name)] for name in self.day_numbers)


def blog_names() -> list[str]:
    """Return the names of the blogs that come with the package."""
    return sorted(path.stem for path in _BLOGS.glob("*.toml"))


@cache
def load_blog(name_or_path: str) -> Blog:
    """Load a blog by its name in `wod/blogs/`, or from the path of a TOML file.

    Raise BadInput, which names the file and the key, if there is no such blog or it is not valid.
    """
    path = Path(name_or_path) if name_or_path.endswith(".toml") else _BLOGS / f"{name_or_path}.toml"
    if not name_or_path.endswith(".toml") and name_or_path not in blog_names():
        known = ", ".join(blog_names())
        raise BadInput(f"There is no blog {name_or_path[:80]!r}; use one of {known}, or the path of a .toml file.")
    try:
        blog = msgspec.convert(rtoml.loads(path.read_text(encoding="utf-8")), Blog)
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}; name a TOML file that describes a blog.") from None
    except ValidationError as error:
        place, problem = place_and_problem(error, Blog)
        key = f"the key `{place}`" if place else "the file"
        raise BadInput(f"{path}: {key} is wrong ({_lower(problem)}); correct the file.") from None
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, a number of thousands of digits, nested too deep
        raise BadInput(f"{path} is not TOML ({error}); correct the file.") from None
    for key, problem in chain(_problems(blog), _names_twice(blog)):
        raise BadInput(f"{path}: the key `{key}` is wrong ({problem}); correct the file.")
    return blog


def _problems(blog: Blog) -> Iterator[tuple[str, str]]:
    """Yield each wrong key, and its problem that the types of single keys do not exclude."""
    if blog.language_name not in LANGUAGES:
        yield "language", f"there is no language {blog.language_name!r}, only {', '.join(LANGUAGES)}"
        return
    if not _is_time_zone(blog.time_zone):
        yield "time_zone", f"{blog.time_zone!r} is not a time zone such as Europe/Madrid"
    for name in blog.day_numbers:
        if normalise(name) not in blog.language.weekdays:
            yield "day_numbers", f"{name!r} is not a weekday in {blog.language.name}"
    if blog.counted_level is not None and normalise(blog.counted_level) not in blog.all_levels:
        yield "counted_level", f"{blog.counted_level!r} is not one of the levels"


def _names_twice(blog: Blog) -> Iterator[tuple[str, str]]:
    """Yield each key with a name that is there twice, or is one of another kind too."""
    lists: dict[str, Sequence[Hashable]] = {"day_numbers": blog.weekday_of_day}
    lists |= {key: [normalise(name) for name in getattr(blog, key)] for key in ("part_names", "warm_ups", "levels")}
    for key, values in lists.items():
        for number, value in enumerate(values):
            if value in values[:number]:
                yield key, f"{getattr(blog, key)[number]!r} is there twice"
    for name in blog.warm_ups:
        if normalise(name) in lists["part_names"]:
            yield "warm_ups", f"{name!r} is in `part_names` too"


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return True


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
