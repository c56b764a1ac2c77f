"""Keys of the objects in the bucket."""

import re
from contextlib import suppress
from datetime import date, timedelta

from wod.errors import BadInput
from wod.models import Post, Source, Week
from wod.weeks import week_starting

BRONZE_PREFIX = "bronze/raw/"
SILVER_PREFIX = "silver/sessions/"
GOLD_PREFIX = "gold/aggregations/"
RUNS_PREFIX = "runs/"
SITE_PREFIX = "site/"
KEPT_PREFIX = "gold/site/"
SUMMARIES_KEY = "gold/site_summaries/years.json"
"""The summaries of the years of the site's history, apart from them: an earlier release would take it for a year."""
SITE_HISTORY_PREFIX = "gold/site"
"""The prefix of both."""
BRONZE_LEDGERS = "bronze/posts/"
SILVER_LEDGERS = "silver/posts/"
FORGOTTEN_PREFIX = "bronze/forgotten/"
QUARANTINE_PREFIX = "quarantine/"
KNOWN_KEY = "bronze/blog/known.json"
"""The posts that were fetched from the blog."""
BACKFILL_KEY = "bronze/blog/backfill.json"
"""A note that a backfill was requested and its end not yet seen. Only an operator's command writes it."""

_WEEK_KEY = re.compile(
    rf"(?:{SILVER_PREFIX}|{GOLD_PREFIX})\d{{4}}/week_\d{{2}}--(\d{{4}}-\d{{2}}-\d{{2}})__\d{{4}}-\d{{2}}-\d{{2}}\.jsonl?",
    re.ASCII,
)

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def bronze_key(post: Post | Source) -> str:
    """Return `bronze/raw/2020/12/2020-12-20__some-slug__raw.json`, by the site-local day of publication.

    The percent signs of an encoded slug become dots: keys with percent signs are read in two ways, and no slug has a
    dot, so that different slugs keep different keys.
    """
    day = post.published[:10]
    year, month, _ = day.split("-")
    return f"{BRONZE_PREFIX}{year}/{month}/{day}__{post.slug.replace('%', '.')}__raw.json"


def silver_key(week: Week) -> str:
    """Return `silver/sessions/2020/week_52--2020-12-21__2020-12-27.jsonl`"""
    return f"{SILVER_PREFIX}{_week_path(week)}.jsonl"


def gold_key(week: Week) -> str:
    """Return `gold/aggregations/2020/week_52--2020-12-21__2020-12-27.json`"""
    return f"{GOLD_PREFIX}{_week_path(week)}.json"


def announced_key(week: Week) -> str:
    """Return `announced/weeks/2020/week_52--2020-12-21__2020-12-27.json`: the announced state of a week."""
    return f"announced/weeks/{_week_path(week)}.json"


def quality_alert_key(week: Week) -> str:
    """Return `announced/quality/2020/week_52--2020-12-21__2020-12-27.json`: the last alert about its quality."""
    return f"announced/quality/{_week_path(week)}.json"


def bronze_ledger(post_id: int) -> str:
    """Return `bronze/posts/7.json`: the place of a post in bronze, and its current revision."""
    return f"{BRONZE_LEDGERS}{post_id}.json"


def forgotten_key(post_id: int) -> str:
    """Return `bronze/forgotten/7.json`: a note that a post was forgotten. Only an operator writes it."""
    return f"{FORGOTTEN_PREFIX}{post_id}.json"


def silver_ledger(post_id: int) -> str:
    """Return `silver/posts/7.json`: the place of a post's sessions, and the lines before its first day."""
    return f"{SILVER_LEDGERS}{post_id}.json"


def quarantine_key(stage: str, name: str, ending: str) -> str:
    """Return `quarantine/segment_days/0123456789abcdef.json`"""
    return f"{QUARANTINE_PREFIX}{stage}/{name}{ending}"


def kept_key(year: int) -> str:
    """Return `gold/site/2020.json`: the site's history of the weeks of an ISO year."""
    return f"{KEPT_PREFIX}{year:04}.json"


def week_of_key(key: str) -> Week:
    """Return the week of a silver or gold key. Raise BadInput for any other."""
    match = _WEEK_KEY.fullmatch(key)
    if match:
        with suppress(ValueError):  # no real date
            day = date.fromisoformat(match[1])
            week = week_starting(day - timedelta(days=day.weekday()))
            if key in (silver_key(week), gold_key(week)):
                return week
    raise BadInput(
        f"The key {key[:200]!a} names no week; only the pipeline writes under {SILVER_PREFIX} and {GOLD_PREFIX}."
    )


def check_prefix(key: str, prefix: str) -> None:
    """Raise BadInput if the key is not under the prefix that a stage reads, or contains a control character.

    Policies and listings do not reliably support control characters.
    """
    if _CONTROL.search(key):
        raise BadInput(f"The key {key[:200]!a} has a control character in it; drop the post again under another name.")
    if not key.startswith(prefix):
        raise BadInput(f"The key {key[:200]!a} is not under {prefix}. Look at what sent it, or discard it.")


def _week_path(week: Week) -> str:
    return f"{week.year:04}/week_{week.week:02}--{week.start_date}__{week.end_date}"
