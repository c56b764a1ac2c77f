"""Any file is read, or refused in one sentence. No reader crashes, hangs or fills the memory."""

import gzip
import json
from collections.abc import Callable
from copy import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notation import read
from wod.blog import load_blog
from wod.errors import BadInput
from wod.messages import RecordsMessage
from wod.models import DayHeading, SessionRecord, Week
from wod.reading.cleaning import clean_records
from wod.reading.contract import check_records
from wod.reading.dates.dates import date_sessions
from wod.reading.dates.post_dates import dates_of_post
from wod.reading.post import read_post
from wod.reading.whole_post import read_records
from wod.week_file import read_week, write_week

from ..odd import ODD, with_something_wrong

SAMPLE = Path(__file__).parents[2] / "events" / "posts" / "normal_week.json"
POST = json.loads(SAMPLE.read_bytes())
BLOG = load_blog("invictus")
KEY = "bronze/raw/2021/03/2021-03-07__a-week__raw.json"


def is_read_or_refused(body: bytes) -> None:
    """All the stages from the raw post to clean records."""
    try:
        message = read_records(body, KEY, "v", "c", BLOG)
        records = clean_records(message.records)
    except BadInput as refusal:
        is_a_sentence(refusal)
        return
    check_records(replace(message, records=records))
    assert records == read_week(write_week(records))
    assert message == msgspec.json.decode(msgspec.json.encode(message).decode(), type=RecordsMessage)


def is_a_sentence(refusal: BadInput) -> None:
    assert str(refusal).endswith(".")
    assert len(str(refusal)) < 600


# Raw objects


@given(st.binary() | st.text().map(str.encode) | ODD.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    """Noise, text and JSON of every kind that is not a post: one sentence says so."""
    with pytest.raises(BadInput) as refused:
        read_post(body)
    is_a_sentence(refused.value)


ENCODED: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "Latin-1": lambda text: text.encode("latin-1", "replace"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "with letters as they are": lambda text: json.dumps(json.loads(text), ensure_ascii=False).encode(),
    "cut off": lambda text: text.encode()[:-2],
    "two of them": lambda text: (text + text).encode(),
    "in a list": lambda text: f"[{text}]".encode(),
    "with a field twice": lambda text: text.replace("{", '{"id": 1, "content": {}, ', 1).encode(),
}


@given(with_something_wrong(POST), st.sampled_from(sorted(ENCODED)))
def test_a_post_with_something_wrong_in_it_is_read_or_refused(post: Any, encoding: str) -> None:
    """Fields may be missing, of the wrong type or out of range, and the whole may be in any encoding."""
    is_read_or_refused(ENCODED[encoding](json.dumps(post)))


@pytest.mark.parametrize("encoding", ["UTF-16", "gzip", "cut off", "two of them", "in a list"])
def test_a_post_that_is_wrapped_in_something_is_refused(encoding: str) -> None:
    """Only one post, as UTF-8 text, is a raw post."""
    with pytest.raises(BadInput):
        read_post(ENCODED[encoding](json.dumps(POST)))


# The page

MARKUP = (
    "<p>|</p>|<br>|<b>|</b>|<a href=u>|<a href='javascript:x'>|</a>|<table>|<tr>|<td>|</table>|<ol type=A start=26>|"
    "<li>|</ol>|<pre>|</pre>|<h3>|<!--|-->|<!-- wp:paragraph -->|<![CDATA[|]]>|<?php echo 1 ?>|<!DOCTYPE html>|"
    "<script>|</script>|<style>|<svg>|<iframe src=https://v/>|<p style='display:none'>|<p hidden|<html>|</body>|"
    "<textarea>|<plaintext>|<frameset>|<meta charset=utf-16>|<base href=//x>|&amp;|&nbsp;|&#0;|&#xD800;|&#x110000;|"
    "&#xFFFF;|&;|&#|&notanentity;|&amp;amp;|"
    "<s>|</s>|<del>|</del>|<strike style='x'>|<img alt='x'>|<img width=1>|<figcaption>|<td colspan=9 rowspan=0>|"
    "<td rowspan=2>|<th>Tuesday|<div role=tab>|</div>|<a href=#x>|<button>|<ul class=nav-tabs>|<div id=x>|"
    "[gallery ids=1]|[vc_row]|[/vc_row]|[embed]|[|]|<|>|</|\x00|\n|\r|\u2028|\u200d|\ufffe|\U0001f3cb|e\u0301"
)
TEXTS = (
    "Monday|Monday (Session One)|Rest Day|Thursday: Rest|A.|B. |Z)|(c)|A1.|Warm-Up:|Snatch x 3 @ 75%|"
    "Every 2 minutes, for 10 minutes (5 sets):|*Set 1-2 = 2"
)
PIECES = st.sampled_from([*MARKUP.split("|"), *TEXTS.split("|")])
PAGES = st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=60).map("".join)


@given(PAGES, PAGES)
def test_any_page_is_read_or_refused(content: str, title: str) -> None:
    """Markup that is nested, broken, hidden or missing, in the content and in the title."""
    post = {**POST, "content": {"rendered": content}, "title": {"rendered": title}}
    is_read_or_refused(json.dumps(post).encode())


# Segments

LINES = (
    "Every 2 minutes, for 10 minutes (5 sets):|Snatch x five reps @ 75-80% of 1-RM Snatch|*Sets 1-2 = 3 reps|"
    "Rest 60 seconds|In thirty minutes, build to a 1-RM Back Squat|Tabata Sit-Ups:|20 seconds on|Six sets of 3 + 1|"
    "60/40 kg|Run 5 km"
)
TWINS = [{ord("i"): "ı"}, {ord("s"): "ſ"}, {ord("k"): "\u212a"}, {ord("I"): "İ"}, {ord("5"): "٥"}, {ord("2"): "²"}]
MISSPELT = st.tuples(st.sampled_from(LINES.split("|")), st.sampled_from(TWINS)).map(
    lambda pair: pair[0].translate(pair[1])
)


@given(st.lists(MISSPELT | st.sampled_from(LINES.split("|")), max_size=6).map("\n".join))
def test_letters_that_look_like_others_are_read_or_left_alone(text: str) -> None:
    """A dotless i, a long s, a sign for Kelvin, digits of other scripts: none of them stops the reader."""
    assert text.split("\n") == [line.text for line in read(text).lines] or not text


# The week

IN_TITLES = (
    "December|Dec|Febuary|February|Sept.|21|27|28-3|30|31st|0|99|2020|0000|9999|20|-|–|to|through|,|/|.|12/21|12.27|x|"
    "5 Day|week"
)
TITLES = st.lists(st.sampled_from(IN_TITLES.split("|")) | st.text(max_size=3), max_size=9).map(" ".join)


MONDAY_AND_TUESDAY = [DayHeading(weekday=0, session="Monday"), DayHeading(weekday=1, session="Tuesday")]


@given(TITLES, TITLES, st.datetimes().map(lambda time: time.isoformat(timespec="seconds")))
def test_any_title_names_a_week_or_is_refused(title: str, slug: str, published: str) -> None:
    """Figures, months and dashes may be anything, and so may the publication."""
    try:
        week, _, _ = date_sessions(MONDAY_AND_TUESDAY, dates_of_post(title, slug, published, BLOG), BLOG)
    except BadInput as refusal:
        is_a_sentence(refusal)
        return
    assert week == msgspec.json.decode(msgspec.json.encode(week).decode(), type=Week)


# Silver

RECORDS = clean_records(read_records(SAMPLE.read_bytes(), KEY, "v", "c", BLOG).records)
WEEK = write_week(RECORDS).decode()


@given(st.binary() | st.text().map(str.encode) | with_something_wrong(RECORDS))
def test_any_week_file_is_read_or_refused(content: Any) -> None:
    """A record has the types of silver, whatever the file contains."""
    if not isinstance(content, bytes):
        lines = content if isinstance(content, list) else [content]
        content = "\n".join(json.dumps(line) for line in lines).encode()
    try:
        records = read_week(content)
    except BadInput as refusal:
        is_a_sentence(refusal)
        return
    for record in records:
        whole = msgspec.to_builtins(msgspec.convert(record, SessionRecord))
        assert states_the_same(record, whole)


def states_the_same(part: Any, whole: Any) -> bool:
    """Return whether each value of a part is that of the whole, which may have more fields."""
    if isinstance(part, dict):
        return all(name in whole and states_the_same(value, whole[name]) for name, value in part.items())
    if isinstance(part, list):
        return len(part) == len(whole) and all(map(states_the_same, part, whole))
    return bool(part == whole)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"post_id": ', '"post_id": 1.'),
        ('"warm_up": "', '"warm_up": "\\ud800'),
        ('"percent_min": ', '"percent_min": NaN, "percent_max": '),
        ('"date": "2021-03-08"', '"date": "2021-02-30"'),
        ('"modified_gmt": "2', '"modified_gmt": "x'),
    ],
)
def test_a_week_file_has_no_value_that_the_table_cannot_hold(right: str, wrong: str) -> None:
    """Numbers in another form, half characters, NaN and days in no calendar are refused with the line."""
    assert right in WEEK
    with pytest.raises(BadInput, match="Line 1 of the week's file is no"):
        read_week(WEEK.replace(right, wrong).encode())


@given(with_something_wrong(RECORDS))
def test_any_records_are_cleaned_or_refused(records: Any) -> None:
    """A cleaned record keeps the contract; a record that breaks it is refused with the day and the field."""
    given_records = [record for record in records if isinstance(record, dict)] if isinstance(records, list) else []
    try:
        cleaned = clean_records(given_records)
    except BadInput as refusal:
        is_a_sentence(refusal)
        return
    assert cleaned == clean_records(cleaned)
    assert cleaned == read_week(write_week(cleaned))
