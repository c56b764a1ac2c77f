"""The posts of a run, of every kind that the chain meets, and their expected results."""

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.e2e.posts import week_post

from wod.blog import DEFAULT_BLOG, load_blog
from wod.errors import BadInput
from wod.keys import BRONZE_PREFIX, bronze_key, silver_key, week_of_key
from wod.reading.cleaning import clean_records
from wod.reading.post import read_post
from wod.reading.whole_post import read_records
from wod.week_file import replace_post
from wod.weeks import weeks_away

type Weeks = dict[str, list[dict[str, Any]]]
"""Silver records by the keys of their weeks' files."""

# Per twenty posts. The two of a pair are for the same week, with sessions of the same names.
KINDS = (
    *("pair",) * 2,
    *("normal",) * 5,
    *("preamble",) * 2,
    *("edited",) * 2,
    *("moved", "renamed", "set back", "by hand", "by hand, edited"),
    *("no post", "no text", "no days", "no such dates"),
)

_FIRST_MONDAY = date(2015, 1, 5)
_FREE_MONDAY = date(2035, 1, 1)  # edits move posts into the weeks from here on
_DAYS = ("Monday", "Tuesday", "Wednesday (Session One)", "Wednesday (Session Two)", "Thursday", "Friday", "Saturday")
_LIFTS = ("Snatch", "Clean", "Jerk", "Back Squat", "Front Squat", "Snatch Pull", "Push Press")
_NO_TEXT = ("<html><title>Access denied</title></html>", "[]", '{"id": 7, "slug": "cut-o', "")


@dataclass(frozen=True)
class Post:
    """One post: `first` comes in the first wave, `later` in the second. It is a WordPress object, or text that is not
    one and is only a file. Posts that are not dropped by hand are on the blog. `old_copy` is dropped in the second
    wave."""

    id: int
    kind: str
    first: Any
    later: Any = None
    old_copy: Any = None

    @property
    def name(self) -> str:
        """Return the name of the post's file."""
        return f"post-{self.id}.json"

    @property
    def by_hand(self) -> bool:
        """Return whether the post is only a file that someone drops, and is not on the blog."""
        return self.kind.startswith("by hand") or isinstance(self.first, str)

    @property
    def newest(self) -> bytes:
        """The revision that counts in the end."""
        return raw(self.later or self.first)

    @property
    def weeks(self) -> set[str]:
        """The silver keys of the weeks that its revisions are for."""
        return set(self._weeks())

    @property
    def bronze_keys(self) -> set[str]:
        """The keys of its revisions."""
        return {_bronze_key(self.name, raw(revision)) for revision in self._revisions()}

    def _revisions(self) -> Iterator[Any]:
        yield from (revision for revision in (self.first, self.later) if revision is not None)

    def _weeks(self) -> Iterator[str]:
        for revision in self._revisions():
            with suppress(BadInput):
                body = raw(revision)
                yield silver_key(
                    read_records(body, _bronze_key(self.name, body), "-", "-", load_blog(DEFAULT_BLOG)).week
                )


@dataclass
class Expected:
    """The results of a clean run: the weeks, the lines before each post's first day, and the posts without sessions
    with the reason."""

    weeks: Weeks = field(default_factory=dict)
    preambles: dict[int, list[str]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)


def make(count: int, chance: random.Random) -> list[Post]:
    """Return this many posts in random order, with the kinds in the proportions of KINDS."""
    posts = [_make(KINDS[number % len(KINDS)], number, chance) for number in range(count)]
    chance.shuffle(posts)
    return posts


def expect(posts: list[Post]) -> Expected:
    """Return the expected results of these posts, according to the pure functions."""
    found = Expected()
    for post in posts:
        try:
            message = read_records(post.newest, _bronze_key(post.name, post.newest), "-", "-", load_blog(DEFAULT_BLOG))
        except BadInput as reason:
            found.refused[post.id] = str(reason)
            continue
        week = silver_key(message.week)
        found.weeks[week] = replace_post(found.weeks.get(week, []), post.id, clean_records(message.records))
        found.preambles[post.id] = [line.text for line in message.preamble]
    return found


def raw(revision: Any) -> bytes:
    """Return a revision as the bytes of its file."""
    return revision.encode() if isinstance(revision, str) else json.dumps(revision).encode()


def week_after(key: str) -> str:
    """Return the silver key of the week after this one."""
    return silver_key(weeks_away(week_of_key(key), 1))


def week_before(key: str) -> str:
    """Return the silver key of the week before this one."""
    return silver_key(weeks_away(week_of_key(key), -1))


def _bronze_key(name: str, body: bytes) -> str:
    try:
        return bronze_key(read_post(body))
    except BadInput:
        return f"{BRONZE_PREFIX}dropped/{name}"


def _make(kind: str, number: int, chance: random.Random) -> Post:
    post_id = 1000 + number
    if kind == "no text":
        return Post(post_id, kind, chance.choice(_NO_TEXT))
    # A pair has an even number and the odd one after it.
    monday = _FIRST_MONDAY + timedelta(weeks=number - (number % 2 if kind == "pair" else 0))
    first = _object(post_id, monday, _week(chance))
    later = old_copy = None
    if kind == "preamble":
        first["content"]["rendered"] = "<p>Three weeks to go. Keep the rest days.</p>\n" + first["content"]["rendered"]
    elif kind == "no post":
        first["content"] = {}
    elif kind == "no days":
        first["content"] = {"rendered": "<p>We have moved house, and train in the park.</p>"}
    elif kind == "no such dates":
        first["title"] = {"rendered": f"February 30-31, {2016 + number % 4}"}
    elif kind in ("edited", "by hand, edited"):
        later = _edit(_object(post_id, monday, _week(chance)))
    elif kind == "moved":
        later = _edit(_object(post_id, _FREE_MONDAY + timedelta(weeks=number), _week(chance)), place=first)
    elif kind == "renamed":
        later = _edit({**_object(post_id, monday, _week(chance)), "slug": f"renamed-{number}"})
    elif kind == "set back":
        first, old_copy = _edit(_object(post_id, monday, _week(chance))), first
    return Post(post_id, kind, first, later, old_copy)


def _object(post_id: int, monday: date, days: dict[str, list[str]]) -> dict[str, Any]:
    post = week_post(monday, days)
    return post | {"id": post_id, "slug": f"{post['slug']}-{post_id}", "categories": [213]}


def _edit(post: dict[str, Any], place: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the post as modified later, with the publication of `place` if that is given."""
    moment = "2019-06-01T00:00:00"
    published = {name: place[name] for name in ("date", "date_gmt", "slug", "link")} if place else {}
    return post | published | {"modified": moment, "modified_gmt": moment}


def _week(chance: random.Random) -> dict[str, list[str]]:
    days = sorted(chance.sample(_DAYS, chance.randint(2, len(_DAYS))), key=_DAYS.index)
    return {day: ["Warm-Up:", "Row x 500 meters", *_segments(chance)] for day in days}


def _segments(chance: random.Random) -> Iterator[str]:
    for letter in "ABC"[: chance.randint(1, 3)]:
        lift = chance.choice(_LIFTS)
        yield f"{letter}."
        yield f"Every 2 minutes, for {2 * chance.randint(3, 6)} minutes:"
        yield f"{lift} x {chance.randint(1, 5)} reps @ {chance.randint(60, 95)}% of 1-RM {lift}"
