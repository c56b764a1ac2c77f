"""From a raw post to its silver records."""

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod import PIPELINE_VERSION
from wod.blog import load_blog
from wod.errors import BadInput
from wod.models import Line, Link, Prescription, Session, SessionRecord, Source
from wod.reading.cleaning import clean_records
from wod.reading.records import MOST_READ, to_records
from wod.reading.whole_post import read_records

BLOG = load_blog("invictus")
ROOT = Path(__file__).parents[3]
SOURCE = Source(
    post_id=7,
    slug="march-8-14-2021",
    link="",
    title="March 8-14, 2021",
    published="2021-03-07T17:00:20",
    modified_gmt="2021-03-05T19:42:09",
    bronze_key="bronze/raw/2021/03/2021-03-07__march-8-14-2021__raw.json",
    bronze_version_id="v1",
    pipeline_version=PIPELINE_VERSION,
    correlation_id="c1",
)
BESIDE = [
    *("segment_titles", "level", "counted", "optional", "dated_by_setting"),
    *("prescriptions", "lines", "findings", "struck_out", "pictures"),
]
ALWAYS = ["date", "session", "warm_up", *(f"segment_{letter}" for letter in "abcde")]


def session(weekday: int, name: str, **segments: list[str]) -> Session:
    return Session(weekday=weekday, session=name, warm_up=["Row", "Run"], segments=segments, links=[])


def records_of(*sessions: Session) -> list[dict[str, Any]]:
    return to_records(SOURCE, list(sessions), BLOG)[1]


def sample(name: str) -> list[dict[str, Any]]:
    body = (ROOT / "events" / "posts" / f"{name}.json").read_bytes()
    return clean_records(read_records(body, "bronze/raw/x", "v1", "c1", BLOG).records)


def test_a_record_has_its_date_its_fields_in_order_and_its_lineage() -> None:
    """The date is the weekday's in the week, and the lines of a field are joined."""
    link = Link(text="Snatch", url="https://v.example/1")
    stated = Session(
        weekday=2, session="Wednesday", warm_up=["Row", "Run"], segments={"b": ["Snatch", "x 2"]}, links=[link]
    )
    [record] = records_of(stated)
    assert [*ALWAYS, *BESIDE, "links", "source"] == list(record)
    assert ["2021-03-10", "Wednesday", "Row\nRun", "", "Snatch\nx 2", "", "", ""] == [record[name] for name in ALWAYS]
    assert [{"text": "Snatch", "url": "https://v.example/1"}] == record["links"]
    assert msgspec.to_builtins(SOURCE) == record["source"]
    assert msgspec.convert(record, SessionRecord)


def test_a_prescription_has_all_fields_of_its_type() -> None:
    """A field that is new in the type is also written."""
    (record,) = records_of(session(0, "Monday", a=["Snatch 5x3 @ 80%"]))
    (prescription,) = record["prescriptions"]
    assert {*Prescription.__struct_fields__} == prescription.keys()


def test_records_are_in_the_order_of_the_dates() -> None:
    """Sessions of one day stay in the order of the page."""
    records = records_of(session(4, "Friday"), session(0, "Monday PM"), session(0, "Monday AM"))
    assert ["Monday PM", "Monday AM", "Friday"] == [record["session"] for record in records]


def test_sessions_with_the_same_date_and_name_are_numbered() -> None:
    """Date and session are the record's key, so the second of a kind says so."""
    records = records_of(*(session(weekday, "Monday") for weekday in (0, 0, 1, 0)))
    assert ["Monday", "Monday [2]", "Monday [3]", "Monday"] == [record["session"] for record in records]


@pytest.mark.parametrize("heading", ["Warm-Up", "Warm-Up – Hips and Shoulders", "Warm up: 10 minutes"])
def test_a_part_that_is_only_a_warm_up_prescribes_nothing(heading: str) -> None:
    """Its lines are kept, as notes."""
    [record] = records_of(session(0, "Monday", a=[heading, "Row 400 m", "12 Swings"], b=["Back Squat 5x5"]))
    assert record["segment_a"] == f"{heading}\nRow 400 m\n12 Swings"
    assert {"b"} == {prescription["segment"] for prescription in record["prescriptions"]}
    assert [] == record["findings"]
    assert {"note"} == {line["kind"] for line in record["lines"] if line["segment"] == "a"}


@pytest.mark.parametrize(
    "lines",
    [
        ["Warm up to a heavy single Snatch"],
        ["Warm-Up & Strength", "Back Squat 5x5"],
        ["Warm-Up", "Row 400 m", "Strength", "Back Squat 5x5"],
        ["Warm-Up: Back Squat 5x5 @ 70%"],
        ["Warm-Up", "Row 400 m", "EMOM 8: 3 Power Cleans"],
        ["Warm-Up & Back Squat", "5x5"],
        ["Warm-Up: Snatch", "5x2"],
        ["Warm-Up", "Row 400 m", "Snatch 5x2"],
    ],
)
def test_a_part_that_begins_with_a_warm_up_and_has_work_is_read(lines: list[str]) -> None:
    """A prescription or a finding says so."""
    [record] = records_of(session(0, "Monday", a=lines))
    assert record["prescriptions"] or record["findings"]


def doubts_of(*parts: Session, preamble: list[str] | None = None) -> list[str]:
    above = [Line(text=text) for text in preamble or []]
    records = to_records(SOURCE, list(parts), BLOG, above)[1]
    return [finding["line"] for record in records for finding in record["findings"] if finding["rule"] == "note"]


@pytest.mark.parametrize("sets", ["Back Squat 5x5", "Clean Pull 2 @ 90, 2 @ 95, 1 @ 100%"])
def test_sets_of_a_lift_on_a_day_of_rest_are_a_finding(sets: str) -> None:
    """The heading may be wrong; easy movement on such a day is none."""
    rest = Session(weekday=1, session="Rest Day", warm_up=["Row 20 minutes", sets], segments={}, links=[])
    assert [sets] == doubts_of(rest)


def test_sets_of_a_lift_in_a_warm_up_are_a_finding() -> None:
    """Loosening up is not one."""
    day = Session(
        weekday=1, session="Tuesday", warm_up=["2 rounds", "10 Air Squats", "5 Burpees", "Snatch 5x2"],
        segments={"a": ["Clean 5x1"]}, links=[],
    )  # fmt: skip
    assert ["Snatch 5x2"] == doubts_of(day)


@pytest.mark.parametrize(
    ("warm_up", "doubted"),
    [
        (["2 x 8 banded good mornings", "Back Squat 3x4 with an empty bar", "Snatch 2x6 (PVC)"], []),
        (["Barbell, light: Clean 2x4"], []),
        (["Back Squat 3x4 with a belt"], ["Back Squat 3x4 with a belt"]),
        (["Light Back Squat 3x4 @ 60%"], ["Light Back Squat 3x4 @ 60%"]),
        (["Squat 5x5 @ 75%"], ["Squat 5x5 @ 75%"]),
        (["Row 3x500 m @ 60%"], []),
        (["Band pull-aparts 2x10", "Front Squat 3x4"], ["Front Squat 3x4"]),
        (["3 rounds with an empty bar:", "5 Front Squats", "Front Squat 1RM"], ["Front Squat 1RM"]),
    ],
)
def test_sets_of_a_lift_with_an_empty_bar_or_a_band_are_not_a_finding_in_a_warm_up(
    warm_up: list[str], doubted: list[str]
) -> None:
    """Percents, tests and any other sets of the lift are a finding."""
    day = Session(weekday=1, session="Tuesday", warm_up=warm_up, segments={"a": ["Clean 5x1"]}, links=[])
    assert doubted == doubts_of(day)


@pytest.mark.parametrize(
    ("warm_up", "is_found"),
    [
        (["Accessory", "3 sets of:"], True),
        (["Accessory", "3 rounds:"], True),
        (["Accessory", "4 sets, rest 90s between"], True),
        (["AMRAP 12"], True),
        (["400 m Run", "Strength", "EMOM 12"], True),
        (["Every 2 minutes, for 10 minutes (5 sets):"], True),
        (["In 15 minutes:"], True),
        (["3 rounds:", "400 m Run", "10 Squats"], False),
        (["3 rounds: 400 m Run, 10 Squats"], False),
        (["10 Squats", "3 rounds"], False),
        (["10 Squats", "x 3"], False),
        (["Row easy"], False),
        ([], False),
    ],
)
def test_a_scheme_that_ends_a_warm_up_may_be_that_of_the_part_below(warm_up: list[str], is_found: bool) -> None:
    """It is a finding, unless movements are below it or directly above."""
    day = Session(weekday=0, session="Monday", warm_up=warm_up, segments={"a": ["A1. Bench x 8"]}, links=[])
    assert (warm_up[-1:] if is_found else []) == doubts_of(day)


def test_sets_of_a_lift_above_the_first_day_are_a_finding_of_its_record() -> None:
    """They may be a part whose day has no heading; words about the week are none."""
    monday = session(0, "Monday", a=["Clean 5x1"])
    above = ["Week 3 of 8", "Percents are of your best lifts: 70% is light.", "Row 10 minutes every day"]
    assert [] == doubts_of(monday, preamble=above)
    assert ["A. Snatch 5x2"] == doubts_of(monday, preamble=[*above, "A. Snatch 5x2"])


def test_letters_after_e_are_fields_of_all_records_of_the_post() -> None:
    """If one day has a segment F, the others have an empty one."""
    first, second = records_of(session(0, "Monday", f=["Sled"]), session(1, "Tuesday"))
    assert [*ALWAYS, "segment_f"] == list(first)[:9] == list(second)[:9]
    assert ("Sled", "") == (first["segment_f"], second["segment_f"])


@pytest.mark.parametrize(
    ("name", "sessions"),
    [
        (
            "normal_week",
            [
                ("2021-03-08", "Monday (Session One)", "abcde"),
                ("2021-03-09", "Tuesday (Session Two)", "abcd"),
                ("2021-03-10", "Rest Day", ""),
                ("2021-03-11", "Thursday (Session Three)", "abcd"),
                ("2021-03-12", "Friday (Session Four)", "abc"),
                ("2021-03-13", "Saturday (Session Five)", "abc"),
            ],
        ),
        (
            "edited",
            [
                ("2021-03-08", "Monday (Session One)", "abcde"),
                ("2021-03-09", "Tuesday (Session Two)", "abcd"),
                ("2021-03-10", "Rest Day", ""),
                ("2021-03-11", "Thursday (Session Three)", "abcd"),
                ("2021-03-12", "Friday (Session Four)", "abc"),
                ("2021-03-14", "Sunday (Optional Session)", "a"),
            ],
        ),
        (
            "across_years",
            [
                ("2021-12-27", "MONDAY – SESSION ONE", "abc"),
                ("2021-12-28", "TUESDAY – SESSION TWO", "abc"),
                ("2021-12-29", "Rest Day", ""),
                ("2021-12-30", "THURSDAY – SESSION THREE", "ab"),
                ("2021-12-31", "Rest Day", ""),
                ("2022-01-01", "SATURDAY – SESSION FOUR", "ab"),
                ("2022-01-02", "SUNDAY – SESSION FIVE", "ab"),
            ],
        ),
    ],
)
def test_the_sample_posts_give_their_days(name: str, sessions: list[tuple[str, str, str]]) -> None:
    """They give the dates, headings and letters of the posts in `events/posts`."""
    found = [
        (record["date"], record["session"], "".join(letter for letter in "abcde" if record[f"segment_{letter}"]))
        for record in sample(name)
    ]
    assert sessions == found


def test_block_editor_and_classic_markup_give_lines_alike() -> None:
    """Bold letters, list items and players of the block editor become text without markup."""
    monday, tuesday, _, thursday, *_ = sample("across_years")
    assert "Ski erg, 3 minutes\n10 Empty-bar Snatch Balances\n10 Empty-bar Strict Presses" == monday["warm_up"]
    assert (
        "Every 90 seconds, for 9 minutes (6 sets):\nHang Snatch x 2 reps @ 70-75% of 1-RM Snatch" == monday["segment_a"]
    )
    assert "5 minutes of anything that makes you sweat" == tuesday["warm_up"]
    assert ["https://videos.example.org/clean", "https://videos.example.org/embed/clean-pull"] == [
        link["url"] for link in thursday["links"]
    ]


def test_the_message_keeps_the_lines_before_the_first_day() -> None:
    """The note of the week is in the preamble, and in no record."""
    body = (ROOT / "events" / "posts" / "normal_week.json").read_bytes()
    message = read_records(body, "bronze/raw/x", "v1", "c1", BLOG)
    [note] = message.preamble
    assert note.text.startswith("Testing comes on Friday")
    assert note.text not in json.dumps(message.records)
    assert ("2021-03-08", 10, "bronze/raw/x") == (message.week.start_date, message.week.week, message.source.bronze_key)


DAYS = [
    "Monday",
    "TUESDAY – SESSION TWO",
    "Wednesday (Rest Day)",
    "Thursday:",
    "Friday (Session Four)",
    "Sunday – Rest",
]
HEADINGS = [*DAYS, "A.", "B)", "C:", "(D)"]
PROSE = st.text(alphabet="abcxyz 0123456789%@()+*:", max_size=15).map(
    lambda text: f"row {' '.join(text.split())}".strip()
)
MARKUP = st.sampled_from(
    ["<p>{}</p>", "{}<br />\n", "<h3>{}</h3>", "<ul><li>{}</li></ul>", "<p><b>{}</b></p>", "<div>{}</div>"]
)


@given(st.lists(st.tuples(MARKUP, PROSE | st.sampled_from(HEADINGS)), max_size=40))
def test_every_visible_line_is_conserved(page: list[tuple[str, str]]) -> None:
    """A line of a post is in exactly one field, or is a heading, or is before the first day."""
    html = "<p>Note</p><h2>Monday</h2>" + "".join(markup.format(text) for markup, text in page)
    post = {
        "id": 7,
        "slug": "march-8-14-2021",
        "date": "2021-03-07T17:00:20",
        "title": {"rendered": "March 8-14, 2021"},
        "content": {"rendered": html},
    }
    message = read_records(json.dumps(post), "k", "v", "c", BLOG)
    fields = [
        text
        for record in message.records
        for name, text in record.items()
        if re.fullmatch("warm_up|segment_[a-z]", name)
    ]
    kept = [line.text for line in message.preamble] + [line for field in fields for line in field.split("\n") if line]
    assert sorted(["Note", *(text for _, text in page if text not in HEADINGS)]) == sorted(
        line for line in kept if line not in HEADINGS
    )
    assert len(message.records) == len({(record["date"], record["session"]) for record in message.records})


def test_more_text_than_a_function_has_time_for_is_refused() -> None:
    """The reason says how much there is, and what to do; one character less is read. All text counts."""
    lines = ["x" * (MOST_READ // 10 - 1)] * 10
    day = session(0, "Monday", a=lines, b=["xxxx"])
    assert 1 == len(records_of(day))
    with pytest.raises(BadInput, match=f"has {MOST_READ + 1} characters, .* no more than {MOST_READ} can be read"):
        to_records(SOURCE, [day], BLOG, [Line(text="x")])


def test_a_line_that_is_longer_than_any_coach_writes_is_not_read() -> None:
    """Some rules of the notation cost more than the length of their line; so a long line stays text."""
    long = "Snatch x 3 reps @ 75% of 1-RM Snatch, " * 20
    [record] = records_of(session(0, "Monday", a=[long]))
    assert ([], long) == (record["prescriptions"], record["segment_a"])
