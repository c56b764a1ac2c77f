"""Work out which news of a week to announce, given what was announced of it before."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from copy import replace
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from wod.announcing.items import Item, items_of
from wod.announcing.words import Words
from wod.figures.segments import is_training, segments_of
from wod.models import SessionRecord
from wod.shape import Date, Shape


class AnnouncedDay(Shape):
    """A training day that was announced."""

    date: Date
    posts: list[int]
    digest: Annotated[str, Meta(description="Of what the coach wrote; it shows whether the training has changed")]
    items: Annotated[list[Item], Meta(description="The lifts, to say what has changed")]


class Announced(Shape):
    """The announced state of a week: its days that were not over, and the raw version of each post by its id."""

    posts: dict[int, str]
    days: list[AnnouncedDay]


NOTHING = Announced(posts={}, days=[])
"""The state of a week that has not been announced."""


@dataclass(frozen=True)
class DayNews:
    """A day to announce: its items as last announced, and as they are. None for no training."""

    date: date
    before: list[Item] | None
    after: list[Item] | None
    kind: Literal["ready", "changed"]


def news_of(
    announced: Announced, records: Sequence[SessionRecord], today: date, words: Words
) -> tuple[list[DayNews], Announced]:
    """Return the news of a week, and the announced state of the week after them.

    `records` are the week's in silver, and `today` is the date at the gym. A day is news if it is not over and the
    coach's text for it was added, changed or removed. It is not if its post is still the version that was announced,
    because then only our reading has changed. A week without any training is not news: its post moved or was withdrawn,
    and its words are not kept.
    """
    training = [record for record in records if is_training(record)]
    if not training:
        days = [replace(day, items=[]) for day in announced.days]
        return [], Announced(posts=announced.posts, days=days)
    before = {date.fromisoformat(day.date): day for day in announced.days}
    after = {date.fromisoformat(day.date): day for day in _days(training, words)}
    posts = {record.source.post_id: record.source.bronze_version_id for record in records}
    was = announced.posts
    revised = {post for post in posts.keys() | was.keys() if posts.get(post) != was.get(post)}
    news = [
        DayNews(day, old.items if old else None, new.items if new else None, _kind(old, new, announced))
        for day in sorted(before.keys() | after.keys())
        if day >= today and _differ(old := before.get(day), new := after.get(day)) and _posts(old, new) & revised
    ]
    return news, Announced(posts=posts, days=[after[day] for day in sorted(after) if day >= today])


def differences(before: list[Item], after: list[Item]) -> list[tuple[Item | None, Item | None]]:
    """Return each item that differs as (before, after), with None for no item; removed items come last."""
    was = dict(zip(_places(before), before, strict=True))
    now = dict(zip(_places(after), after, strict=True))
    pairs = [(was.get(place), now.get(place)) for place in now | was]
    return [(old, new) for old, new in pairs if (old and old.amount) != (new and new.amount)]


def _days(training: Sequence[SessionRecord], words: Words) -> list[AnnouncedDay]:
    by_date: dict[str, list[SessionRecord]] = {}
    for record in training:
        by_date.setdefault(record.date, []).append(record)
    return [
        AnnouncedDay(
            date=day,
            posts=sorted({record.source.post_id for record in records}),
            digest=_digest([line for record in records for line in _lines(record)]),
            items=[item for record in records for item in items_of(record, words)],
        )
        for day, records in by_date.items()
    ]


def _lines(record: SessionRecord) -> list[str]:
    """Return the coach's lines of a session, whatever part of it each was read as. The name of the session is left out,
    because it changes with other posts of the same day."""
    texts = [record.level or "", record.warm_up]
    for letter, text in sorted(segments_of(record).items()):
        texts += [record.segment_titles.get(letter, ""), text]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _differ(old: AnnouncedDay | None, new: AnnouncedDay | None) -> bool:
    return (old.digest if old else None) != (new.digest if new else None)


def _posts(*days: AnnouncedDay | None) -> set[int]:
    return {post for day in days if day for post in day.posts}


def _kind(old: AnnouncedDay | None, new: AnnouncedDay | None, announced: Announced) -> Literal["ready", "changed"]:
    """Return "ready" for a day of a post that has not been announced."""
    is_new = old is None and new is not None and not announced.posts.keys() & set(new.posts)
    return "ready" if is_new else "changed"


def _places(items: list[Item]) -> list[tuple[str, int]]:
    """Return a key for each item: its name, and its number among the items of that name."""
    times: Counter[str] = Counter()
    places = []
    for item in items:
        times[item.name] += 1
        places.append((item.name, times[item.name]))
    return places
