"""Keys of objects in the bucket."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.errors import BadInput
from wod.keys import (
    announced_key,
    bronze_key,
    check_prefix,
    gold_key,
    quality_alert_key,
    silver_key,
    week_of_key,
)
from wod.models import Post
from wod.weeks import week_starting


def post(slug: str, published: str = "2021-03-07T17:00:20") -> Post:
    return Post(id=7, slug=slug, link="", title="", published=published, modified_gmt=published, content="")


def test_a_raw_post_is_under_the_day_of_its_publication() -> None:
    """Year and two-digit month are folders, and the slug distinguishes posts of a day."""
    assert "bronze/raw/2021/03/2021-03-07__march-8-14-2021-2__raw.json" == bronze_key(post("march-8-14-2021-2"))


def test_an_encoded_slug_gives_a_key_without_percent_signs() -> None:
    """`%` would be decoded by some readers of keys and not by others."""
    assert "bronze/raw/2021/03/2021-03-07__caf.c3.a9__raw.json" == bronze_key(post("caf%c3%a9"))


SLUGS = st.lists(st.sampled_from(["a", "B", "2", "-", "_", "%2e", "%2F", "%c3"]), min_size=1).map("".join)


@given(SLUGS, SLUGS)
def test_different_slugs_have_different_keys(one: str, other: str) -> None:
    """Every key also stays in its folder."""
    assert (one == other) == (bronze_key(post(one)) == bronze_key(post(other)))
    assert 4 == bronze_key(post(one)).count("/")


def test_silver_and_gold_are_under_the_week() -> None:
    """The name says the ISO year and week of the Monday, and both ends."""
    week = week_starting(date(2021, 3, 8))
    assert "silver/sessions/2021/week_10--2021-03-08__2021-03-14.jsonl" == silver_key(week)
    assert "gold/aggregations/2021/week_10--2021-03-08__2021-03-14.json" == gold_key(week)


def test_announced_state_is_under_the_week() -> None:
    """The state of its texts, and the last alert about its quality."""
    week = week_starting(date(2021, 3, 8))
    assert "announced/weeks/2021/week_10--2021-03-08__2021-03-14.json" == announced_key(week)
    assert "announced/quality/2021/week_10--2021-03-08__2021-03-14.json" == quality_alert_key(week)


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("silver/sessions/a.jsonl", "The key 'silver/sessions/a.jsonl' is not under bronze/raw/. Look at what sent it"),
        ("bronze/raw", "The key 'bronze/raw' is not under bronze/raw/."),
        ("bronze/raw/a\x1b.json", r"The key 'bronze/raw/a\x1b.json' has a control character in it; drop the post"),
        ("bronze/raw/\x9f", r"The key 'bronze/raw/\x9f' has a control character in it"),
    ],
)
def test_a_stage_refuses_keys_that_it_may_not_read(key: str, problem: str) -> None:
    """Those of other stages, and those that policies and listings do not reliably support."""
    check_prefix("bronze/raw/2021/03/caf\u00e9.json", "bronze/raw/")
    with pytest.raises(BadInput) as refused:
        check_prefix(key, "bronze/raw/")
    assert str(refused.value).startswith(problem)


def test_the_year_of_a_week_is_that_of_iso_8601() -> None:
    """The week of December 30, 2024 is the first of 2025, with two digits."""
    assert "silver/sessions/2025/week_01--2024-12-30__2025-01-05.jsonl" == silver_key(week_starting(date(2024, 12, 30)))


@given(st.integers(0, 53 * 30).map(lambda weeks: date(2010, 1, 4) + timedelta(weeks=weeks)))
def test_a_key_says_its_week(monday: date) -> None:
    """Reading a key is the reverse of writing it."""
    week = week_starting(monday)
    assert [week, week] == [week_of_key(silver_key(week)), week_of_key(gold_key(week))]


@pytest.mark.parametrize(
    "key",
    [
        "bronze/raw/2021/03/2021-03-07__x__raw.json",
        "silver/sessions/2021/week_11--2021-03-08__2021-03-14.jsonl",
        "silver/sessions/2021/week_10--2021-03-09__2021-03-15.jsonl",
        "silver/sessions/2021/week_10--2021-02-30__2021-03-14.jsonl",
        "silver/sessions/2021/week_10--2021-03-08__2021-03-14.json",
        "silver/sessions/9999/week_52--9999-12-27__9999-12-31.jsonl",
        "silver/sessions/notes.jsonl",
        "",
    ],
)
def test_any_other_key_is_refused(key: str) -> None:
    """A file that someone put among the weeks is not taken for one."""
    with pytest.raises(BadInput, match="names no week"):
        week_of_key(key)
