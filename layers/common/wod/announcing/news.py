"""What is new to people in a week, given what they were told of it before."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wod.announcing.items import Item, items_of
from wod.announcing.words import Words
from wod.figures.segments import is_training, segments_of
from wod.models import Date, SessionRecord, Shape


class ToldDay(Shape):
    """A training day that people were told of."""

    date: Date
    posts: list[int]
    digest: Annotated[str, Field(description="Of what the coach wrote, to see whether it is another training")]
    items: Annotated[list[Item], Field(description="What is lifted, to say what has changed")]


class Told(Shape):
    """What people were told of a week: its days that were not over, and the raw version of each post by its id."""

    posts: dict[int, str]
    days: list[ToldDay]


NOTHING = Told(posts={}, days=[])
"""What people were told of a week that they have not heard of."""


@dataclass(frozen=True)
class DayNews:
    """A day that people have to be told of: what they think it is, and what it is. None for no training."""

    date: date
    before: list[Item] | None
    after: list[Item] | None
    kind: Literal["ready", "changed"]


def news_of(told: Told, records: Sequence[SessionRecord], today: date, words: Words) -> tuple[list[DayNews], Told]:
    """Return what people have to be told of a week, and what they have been told then.

    `records` are the week's in silver, and `today` is the lifters'. A day is news if it is not over and what the coach
    wrote for it is new, is another text, or is gone; unless its post is the very version that people were told of,
    because then only our reading has changed. A week without any training is no news: its post moved or was withdrawn,
    and its words are not kept.
    """
    training = [record for record in records if is_training(record)]
    if not training:
        return [], Told(posts=told.posts, days=[day.model_copy(update={"items": []}) for day in told.days])
    before = {date.fromisoformat(day.date): day for day in told.days}
    after = {date.fromisoformat(day.date): day for day in _days(training, words)}
    posts = {record.source.post_id: record.source.bronze_version_id for record in records}
    revised = {post for post in posts.keys() | told.posts.keys() if posts.get(post) != told.posts.get(post)}
    news = [
        DayNews(day, old.items if old else None, new.items if new else None, _kind(old, new, told))
        for day in sorted(before.keys() | after.keys())
        if day >= today and _differ(old := before.get(day), new := after.get(day)) and _posts(old, new) & revised
    ]
    return news, Told(posts=posts, days=[after[day] for day in sorted(after) if day >= today])


def differences(before: list[Item], after: list[Item]) -> list[tuple[Item | None, Item | None]]:
    """Return what each item was and is, without those that are the same; what is gone comes last."""
    was = dict(zip(_places(before), before, strict=True))
    now = dict(zip(_places(after), after, strict=True))
    pairs = [(was.get(place), now.get(place)) for place in now | was]
    return [(old, new) for old, new in pairs if (old and old.amount) != (new and new.amount)]


def _days(training: Sequence[SessionRecord], words: Words) -> list[ToldDay]:
    by_date: dict[str, list[SessionRecord]] = {}
    for record in training:
        by_date.setdefault(record.date, []).append(record)
    return [
        ToldDay(
            date=day,
            posts=sorted({record.source.post_id for record in records}),
            digest=_digest([line for record in records for line in _lines(record)]),
            items=[item for record in records for item in items_of(record, words)],
        )
        for day, records in by_date.items()
    ]


def _lines(record: SessionRecord) -> list[str]:
    """Return what the coach wrote for a session, whatever part of it we take each line for. The name of the session is
    left out, because it changes with other posts of the same day."""
    texts = [record.level or "", record.warm_up]
    for letter, text in sorted(segments_of(record).items()):
        texts += [record.segment_titles.get(letter, ""), text]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _differ(old: ToldDay | None, new: ToldDay | None) -> bool:
    return (old.digest if old else None) != (new.digest if new else None)


def _posts(*days: ToldDay | None) -> set[int]:
    return {post for day in days if day for post in day.posts}


def _kind(old: ToldDay | None, new: ToldDay | None, told: Told) -> Literal["ready", "changed"]:
    """Return "ready" for a day of a post that people have not heard of."""
    is_new = old is None and new is not None and not told.posts.keys() & set(new.posts)
    return "ready" if is_new else "changed"


def _places(items: list[Item]) -> list[tuple[str, int]]:
    """Return what tells each item from the others: its name, and its number if a day has the name several times."""
    times: Counter[str] = Counter()
    places = []
    for item in items:
        times[item.name] += 1
        places.append((item.name, times[item.name]))
    return places
