"""The silver file of a week."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures import record as silver_record
from wod.errors import BadInput
from wod.week_file import read_week, replace_post, write_week


def record(post: int, day: str, session: str, warm_up: str = "") -> dict[str, Any]:
    return silver_record(f"2021-03-{day}", session=session, post=post, warm_up=warm_up)


def sessions(records: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    return [(found["source"]["post_id"], found["date"][-2:], found["session"]) for found in records]


def test_a_file_is_json_lines() -> None:
    """One record a line, letters as they are, and a newline at the end."""
    records = [record(1, "08", "Monday – Session One"), record(1, "09", "Tuesday\u2028", "Row\nRun")]
    body = write_week(records)
    assert 2 == body.count(b"\n")
    assert body.endswith(b"}\n")
    assert "Monday – Session One".encode() in body
    assert records == read_week(body)


def test_a_file_keeps_what_was_read_of_a_session() -> None:
    """Lines, findings, levels and what was struck out come back as they were written; older records have none."""
    read = record(1, "08", "Monday – Fitness") | {
        "segment_titles": {"a": "Strength"},
        "level": "Fitness",
        "counted": False,
        "optional": True,
        "lines": [{"segment": "a", "line": 0, "kind": "unread"}],
        "findings": [{"rule": "number", "segment": "a", "line": "Row 7", "message": "7 was not read."}],
        "struck_out": ["75%"],
        "pictures": [""],
    }
    assert [read, record(1, "09", "T")] == read_week(write_week([read, record(1, "09", "T")]))


def test_no_records_are_an_empty_file() -> None:
    """Reading an empty file gives no records."""
    assert b"" == write_week([])
    assert [] == read_week(b"")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "Line 2 .* not JSON"),
        (b"[]", "Line 2 .* not a session record"),
        (b"[" * 100_000, "Line 2"),
        (json.dumps(record(1, "08", "Monday") | {"warm_up": 5}).encode(), "Line 2 .* warm_up"),
        (b"\xff", "UTF-8"),
    ],
)
def test_a_line_that_is_not_a_record_is_refused(line: bytes, reason: str) -> None:
    """The sentence says which line, so that a person finds it."""
    with pytest.raises(BadInput, match=reason):
        read_week(write_week([record(1, "08", "Monday")]) + line + b"\n")


def test_a_post_takes_the_place_of_its_older_self() -> None:
    """Sessions that an edit removes disappear, and the other post's stay."""
    week = [record(1, "08", "Monday"), record(1, "13", "Saturday"), record(2, "09", "Other Tuesday")]
    edited = [record(1, "08", "Monday", "Row"), record(1, "14", "Sunday")]
    replaced = replace_post(week, 1, edited)
    assert [(1, "08", "Monday"), (2, "09", "Other Tuesday"), (1, "14", "Sunday")] == sessions(replaced)
    assert "Row" == replaced[0]["warm_up"]


def test_a_post_without_sessions_leaves_the_week() -> None:
    """None of it stays."""
    assert [(2, "08", "M")] == sessions(replace_post([record(1, "08", "Monday"), record(2, "08", "M")], 1, []))


def test_the_same_session_of_two_posts_is_distinguished_by_the_slug() -> None:
    """The higher post id gets the suffix, whichever came first."""
    one, other = [record(1, "10", "Rest Day")], [record(2, "10", "Rest Day"), record(2, "11", "Thursday")]
    expected = [(1, "10", "Rest Day"), (2, "10", "Rest Day [post-2]"), (2, "11", "Thursday")]
    assert expected == sessions(replace_post(replace_post([], 1, one), 2, other))
    assert expected == sessions(replace_post(replace_post([], 2, other), 1, one))


def test_sessions_of_one_day_are_in_the_order_of_their_pages() -> None:
    """The first of each post, then the second of each; of equally placed ones the lower post id comes first."""
    mine, yours = ([record(post, "10", f"{post}-{name}") for name in "cab"] for post in (1, 2))
    in_order = ["1-c", "2-c", "1-a", "2-a", "1-b", "2-b"]
    assert in_order == [found["session"] for found in replace_post(replace_post([], 1, mine), 2, yours)]
    assert in_order == [found["session"] for found in replace_post(replace_post([], 2, yours), 1, mine)]


def test_the_suffix_goes_when_the_other_post_goes() -> None:
    """It is computed each time."""
    both = replace_post([record(1, "10", "Rest Day")], 2, [record(2, "10", "Rest Day")])
    assert [(2, "10", "Rest Day")] == sessions(replace_post(both, 1, []))


def test_a_replacement_changes_neither_of_its_inputs() -> None:
    """The records that were read stay what they were."""
    one, other = [record(1, "10", "Rest Day")], [record(2, "10", "Rest Day")]
    replace_post(one, 2, other)
    assert [(1, "10", "Rest Day"), (2, "10", "Rest Day")] == sessions(one + other)


POSTS = st.dictionaries(
    st.integers(1, 5),
    st.lists(
        st.tuples(st.sampled_from(["08", "09", "10"]), st.sampled_from(["Rest Day", "Monday", "Monday [2]"])),
        unique=True,
        max_size=5,
    ).map(lambda days: sorted(days, key=lambda day: day[0])),
    max_size=5,
)


@given(POSTS, POSTS, st.data())
def test_the_week_does_not_depend_on_the_order_in_which_posts_came(
    older: dict[int, list[tuple[str, str]]], newer: dict[int, list[tuple[str, str]]], data: st.DataObject
) -> None:
    """The newest state of each post decides, in whatever order they come, and every key is there once."""
    final = {number: [record(number, *day) for day in days] for number, days in (older | newer).items()}
    clean: list[dict[str, Any]] = []
    for number in sorted(final):
        clean = replace_post(clean, number, final[number])

    mixed: list[dict[str, Any]] = []
    for number in data.draw(st.permutations(sorted(older))):
        mixed = replace_post(mixed, number, [record(number, *day) for day in older[number]])
    for number in data.draw(st.permutations(sorted(final))):
        mixed = read_week(write_week(replace_post(mixed, number, final[number])))

    assert clean == mixed
    assert len(mixed) == sum(map(len, final.values())) == len({(found["date"], found["session"]) for found in mixed})
    assert sorted(found["date"] for found in mixed) == [found["date"] for found in mixed]
