"""Records of silver as tests make them, and the figures of their week."""

from datetime import date
from typing import Any

import msgspec

from tests.notation import BLOG, CATALOGUE, read_segment
from wod.figures.week import aggregate_week
from wod.models import Part, Prescription, SessionRecord
from wod.week_file import typed_records
from wod.weeks import week_starting

WEEK = week_starting(date(2021, 6, 7))
MONDAY, TUESDAY, WEDNESDAY = "2021-06-07", "2021-06-08", "2021-06-09"
SILVER_KEY = "silver/sessions/2021/week_23--2021-06-07__2021-06-13.jsonl"
CLEAN_COMPLEX = ("Clean", 1), ("Front Squats", 2), ("Jerk", 1)
ZONES = ("under 60", "60-69", "70-79", "80-89", "90 and over", "not stated")


def ask(movement: str = "Snatch", *parts: tuple[str, int], **fields: Any) -> dict[str, Any]:
    """A prescription as silver has it: one set of one rep unless it says otherwise, of a complex if it has parts."""
    known = CATALOGUE.find_complex([name for name, _ in parts]) if parts else CATALOGUE.find(movement)
    stated: dict[str, Any] = {
        "segment": "a",
        "block": 1,
        "movement": movement,
        "canonical_movement": known.name if known else None,
        "family": known.family if known else None,
        "lift": known.lift if known else None,
        "complex": [Part(movement=name, reps=number) for name, number in parts] or None,
        "sets": 1,
        "reps_min": 1,
        "reps_max": 1,
        "text": movement,
    }
    whole: dict[str, Any] = msgspec.to_builtins(msgspec.convert({**stated, **fields}, Prescription))
    return whole


def attempt(movement: str, rep_max: int = 1, **fields: Any) -> dict[str, Any]:
    """A k-RM test as silver has it."""
    return ask(movement, sets=None, **reps(None, None), rep_max_test=rep_max, **fields)


def load(*bounds: float | None) -> dict[str, Any]:
    """A percent: from, to."""
    return {"percent_min": bounds[0], "percent_max": bounds[-1]}


def reps(fewest: int | None, most: int | None) -> dict[str, Any]:
    return {"reps_min": fewest, "reps_max": most}


def record(
    day: str, *prescriptions: dict[str, Any], session: str = "Session", post: int = 1, **fields: Any
) -> dict[str, Any]:
    """Return a record of silver."""
    made = {
        "date": day,
        "session": session,
        "warm_up": "Row",
        **{f"segment_{letter}": "" for letter in "abcde"},
        "prescriptions": list(prescriptions),
        "links": [],
        "source": {
            "post_id": post,
            "slug": f"post-{post}",
            "link": "https://example.com",
            "title": "June 7-13, 2021",
            "published": "2021-06-06T08:00:00",
            "modified_gmt": "2021-06-06T15:00:00",
            "bronze_key": f"bronze/raw/2021/06/2021-06-06__post-{post}__raw.json",
            "bronze_version_id": f"v{post}",
            "pipeline_version": "1.0.0",
            "correlation_id": f"c{post}",
        },
        **fields,
    }
    msgspec.convert(made, SessionRecord)
    return made


def figures(*records: Any, before: list[Any] | None = None, preambles: dict[int, list[str]] | None = None) -> Any:
    return aggregate_week(
        WEEK, typed_records(list(records)), typed_records(before or []), preambles or {}, SILVER_KEY, BLOG
    )


def volume(*prescriptions: dict[str, Any]) -> Any:
    """The volume of a week of these prescriptions alone."""
    return figures(record(MONDAY, *prescriptions))["totals"]["volume"]


def lines(segment: str, *kinds: str) -> list[dict[str, Any]]:
    """The kinds of the lines of a segment as silver has them."""
    return [{"segment": segment, "line": number, "kind": kind} for number, kind in enumerate(kinds)]


def finding(rule: str, segment: str, line: str) -> dict[str, Any]:
    return {"rule": rule, "segment": segment, "line": line, "message": f"Look at {line}"}


def named(volumes: list[Any], figure: str) -> dict[str, Any]:
    """One figure of each family, lift or movement."""
    return {each["name"]: each["volume"][figure] for each in volumes}


def zones(volume: Any) -> dict[str, tuple[int, int]]:
    """The zones that have repetitions."""
    found = {each["zone"]: (each["reps_min"], each["reps_max"]) for each in volume["zones"]}
    return {zone: bounds for zone, bounds in found.items() if bounds != (0, 0)}


def read(day: str, session: str, **segments: Any) -> Any:
    """A record with what was read of its text."""
    readings = {name[-1]: read_segment(name[-1], text) for name, text in segments.items()}
    return record(
        day,
        *(msgspec.to_builtins(asked) for reading in readings.values() for asked in reading.prescriptions),
        session=session,
        lines=[
            each
            for letter, reading in readings.items()
            for each in lines(letter, *(line.kind for line in reading.lines))
        ],
        findings=[msgspec.to_builtins(found) for reading in readings.values() for found in reading.findings],
        **segments,
    )


SMALL_WEEK = [
    read(
        MONDAY,
        "Monday",
        segment_a="""Every 2 minutes, for 10 minutes (5 sets):
Snatch x 2 reps
*Sets 1-2 = @ 70% of 1-RM Snatch
*Sets 3-5 = @ 75-80% of 1-RM Snatch""",
        segment_b="""Three sets of:
Back Squat x 5 reps @ 80% of 1-RM Back Squat
Rest 2 minutes
Push-Ups x 10-12 reps
Rest 60 seconds""",
    ),
    read(TUESDAY, "Rest Day"),
    read(
        WEDNESDAY,
        "Wednesday",
        segment_a="In 20 minutes, establish a 1-RM Clean & Jerk",
        segment_b="""Every 90 seconds, for 6 minutes (4 sets):
(Clean + 2 Jerks) x 1 rep @ 85-95% of 1-RM Clean and Jerk
Stop at the first miss.""",
    ),
]

DOUBTFUL: dict[str, Any] = {
    "segment_a": """Every 2 minutes, for 15 minutes (8 sets):
Snatch x 2 reps @ 75% of 1-RM Snatch
Stay over the bar.""",
    "segment_b": """Three sets of:
Zercher Yoke Waltz x 5 reps
Rest 90 seconds
?? 4 // 4 @@""",
    "lines": [
        *lines("a", "scheme", "movement", "note"),
        *lines("b", "scheme", "movement", "rest", "unread"),
    ],
    "findings": [
        finding("clock", "a", "Every 2 minutes, for 15 minutes (8 sets):"),
        finding("unread", "b", "?? 4 // 4 @@"),
        finding("movement", "b", "Zercher Yoke Waltz x 5 reps"),
    ],
}
"""Segments whose clock is a minute short, with an unknown movement and an unreadable line."""
