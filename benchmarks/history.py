"""The history of a blog, made quickly: copies of what one post left.

That post goes through the chain. Its copies, under other ids and dates, are put into moto without a request. They
differ from real ones in the versions that they name, which nothing reads, because the measured posts are of later
weeks.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import boto3
from benchmarks.chain import BUCKET, FETCHED_AT, TABLE, Chain
from benchmarks.posts import week
from moto.backends import get_backend
from moto.core.models import DEFAULT_ACCOUNT_ID

from wod.keys import KEPT_PREFIX, SITE_PREFIX, SUMMARIES_KEY, kept_key

_PAGE_OF_A_WEEK = re.compile(rf"{SITE_PREFIX}weeks/\d{{4}}-W\d{{2}}\.html")


def stored(made: Chain, first: int, others: Iterable[int]) -> None:
    """Store a short post for the first of these weeks by the chain, and for the others by copying it."""
    post = week(first, is_short=True)
    made.fetched(post, FETCHED_AT)
    bucket = get_backend("s3")[DEFAULT_ACCOUNT_ID]["aws"]
    table = get_backend("dynamodb")[DEFAULT_ACCOUNT_ID]["us-east-1"]
    left = {key: body.decode() for key, body in made.objects("").items() if _is_of_a_week(key)}
    images = json.dumps(boto3.client("dynamodb").scan(TableName=TABLE)["Items"])
    years: defaultdict[int, list[Any]] = defaultdict(list)
    for copied in (_copier(post, week(number, is_short=True)) for number in others):
        for key, text in left.items():
            if key.startswith(KEPT_PREFIX):
                kept = json.loads(copied(text))["weeks"]
                years[kept[0]["week"]["year"]] += kept
            else:
                bucket.put_object(BUCKET, copied(key), copied(text).encode())
        for image in json.loads(copied(images)):
            table.put_item(TABLE, image)
    for year, weeks in years.items():
        weeks.sort(key=lambda one: one["week"]["week"])
        bucket.put_object(BUCKET, kept_key(year), json.dumps({"year": year, "weeks": weeks}).encode())
    made.skip_changes()


def _is_of_a_week(key: str) -> bool:
    """Return whether an object is not one that all weeks share."""
    return bool(_PAGE_OF_A_WEEK.fullmatch(key)) or not key.startswith((SITE_PREFIX, SUMMARIES_KEY))


def _copier(post: dict[str, Any], other: dict[str, Any]) -> Callable[[str], str]:
    """Return a function that turns the names of a post in a text into those of another."""
    names = dict(zip(_names(post), _names(other), strict=True))
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return lambda text: pattern.sub(lambda found: names[found[0]], text)


def _names(post: dict[str, Any]) -> list[str]:
    monday = date.fromisoformat(post["monday"])
    year, number, _ = monday.isocalendar()
    published = monday - timedelta(days=1)
    days = (monday, published, monday + timedelta(days=6))
    return [
        *map(date.isoformat, days),
        f"{published:%Y/%m}",
        *(str(post[name]) for name in ("id", "slug", "week_path")),
        post["title"]["rendered"],
        f"{year}-W{number:02}",
        f'"year": {year}, "week": {number}',
        f'"year":{year},"week":{number}',
    ]
