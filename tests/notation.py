"""The notation of the default blog, its reading of a segment, and what a test expects of it."""

from functools import cache
from typing import Any

import msgspec

from wod.blog import DEFAULT_BLOG, load_blog
from wod.models import Prescription
from wod.notation import composition
from wod.notation.composition import SegmentReading
from wod.notation.grammar.notation import notation_of

BLOG = load_blog(DEFAULT_BLOG)
NOTATION = notation_of(BLOG)
CATALOGUE = NOTATION.catalogue
APART = {"segment", "block", "line", "text", "remark", "canonical_movement", "family", "lift"}


def read_segment(segment: str, text: str) -> SegmentReading:
    """Return the reading of a segment with this notation."""
    return composition.read_segment(segment, text, NOTATION)


@cache
def read(text: str) -> SegmentReading:
    """Return the reading of a segment A, which no test changes: most look at it twice."""
    return read_segment("a", text)


def prescribed(text: str) -> list[dict[str, Any]]:
    """The stated values of each prescription of a segment, without its place and the catalogue's values."""
    plain = Prescription(segment="", block=0, movement="", canonical_movement=None, family=None, lift=None, text="")
    nothing = msgspec.to_builtins(plain)
    return [
        {
            name: value
            for name, value in msgspec.to_builtins(found).items()
            if value != nothing[name] and name not in APART
        }
        for found in read(text).prescriptions
    ]


def one(movement: str, **says: Any) -> dict[str, Any]:
    """The stated values of a prescription; `reps`, `percent`, `seconds` and `calories` are a number, or both ends of a
    range."""
    short = {
        "reps": ("reps_min", "reps_max"),
        "percent": ("percent_min", "percent_max"),
        "seconds": ("duration_seconds_min", "duration_seconds_max"),
        "calories": ("calories_min", "calories_max"),
    }
    fields: dict[str, Any] = {"movement": movement}
    for name, value in says.items():
        if name in short:
            ends = value if isinstance(value, tuple) else (value, value)
            fields |= {field: end for field, end in zip(short[name], ends, strict=True) if end is not None}
        elif name in ("kg", "lb"):
            men, women = value if isinstance(value, tuple) else (value, None)
            fields |= {"weight": men, "weight_unit": name} | ({"weight_women": women} if women else {})
        elif name in ("m", "ft", "yd", "mi"):
            fields |= {"distance": value, "distance_unit": name}
        else:
            fields[name] = value
    return fields


def parts(*movements: tuple[str, int]) -> list[dict[str, Any]]:
    """The parts of a complex: each movement with its repetitions."""
    return [{"movement": movement, "reps": reps} for movement, reps in movements]


def exact(text: str, *expected: dict[str, Any]) -> None:
    """The segment prescribes this and nothing else, and nothing in it is doubtful."""
    assert list(expected) == prescribed(text)
    assert [] == read(text).findings


def unread(text: str) -> None:
    """The segment prescribes nothing, and its only finding is a line that looks like training."""
    assert [] == prescribed(text)
    assert ["unread"] == [finding.rule for finding in read(text).findings]
