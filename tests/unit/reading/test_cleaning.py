"""The last look at the records."""

from copy import replace
from typing import Any

import msgspec
import pytest

from tests.figures import record as silver_record
from wod.errors import BadInput
from wod.models import Prescription
from wod.reading.cleaning import clean_records
from wod.reading.contract import check_record


def record(**changes: Any) -> dict[str, Any]:
    return silver_record("2021-03-08", session="Monday", warm_up="") | changes


def test_clean_records_stay_as_they_are() -> None:
    """A clean record is unchanged, value for value and type for type."""
    prescription = {
        "segment": "a",
        "block": 1,
        "movement": "Snatch",
        "sets": 8,
        "percent_min": 75,
        "text": "Snatch",
        "canonical_movement": "Snatch",
        "family": "snatch",
        "lift": "Snatch",
    }
    given = [record(segment_a="Snatch", prescriptions=[prescription], links=[{"text": "Snatch", "url": "u"}])]
    [cleaned] = clean_records(given)
    assert given == [cleaned]
    assert [int, int, type(None)] == [
        type(cleaned["prescriptions"][0].get(name)) for name in ("sets", "percent_min", "reps_min")
    ]
    assert int is type(cleaned["source"]["post_id"])


def test_white_space_and_empty_lines_go_and_words_stay() -> None:
    """The wording, capitals and marks included, is the coach's."""
    [cleaned] = clean_records(
        [record(session=" Monday\xa0 (Session  One)", segment_a="  Snatch \t x 2\n\n \n*Go FAST!!  ")]
    )
    assert ("Monday (Session One)", "Snatch x 2\n*Go FAST!!") == (cleaned["session"], cleaned["segment_a"])


def test_links_that_lead_nowhere_go() -> None:
    """The others keep their order, and their address as it is."""
    links = [
        {"text": " Hang  Snatch", "url": "https://v.example/?a=1 "},
        {"text": "x", "url": ""},
        {"text": "", "url": "b"},
    ]
    [cleaned] = clean_records([record(links=links)])
    assert [{"text": "Hang Snatch", "url": "https://v.example/?a=1 "}, {"text": "", "url": "b"}] == cleaned["links"]


def test_records_are_put_in_the_order_of_dates_and_columns() -> None:
    """Records in any order are sorted, and stable within a day."""
    late, first, second = record(date="2021-03-12"), record(session="PM"), record(session="AM")
    mixed = [dict(reversed(given.items())) for given in (late, first, second)]
    cleaned = clean_records(mixed)
    assert [first, second, late] == cleaned
    assert [list(record())] * 3 == [list(found) for found in cleaned]


def test_a_letter_after_e_is_a_column_of_all() -> None:
    """If one day has it, the others have it empty, and it comes after E."""
    first, second = clean_records([record(segment_f="Sled"), record(date="2021-03-09")])
    assert ("Sled", "") == (first["segment_f"], second["segment_f"])
    assert "segment_f" == list(second)[8]


def test_every_field_is_kept_in_its_place() -> None:
    """The level is before the text, and what was read and seen after it, whatever order they came in."""
    fields = {
        "segment_titles": {"a": "Strength"},
        "level": "Fitness",
        "counted": False,
        "optional": True,
        "lines": [{"segment": "a", "line": 0, "kind": "movement"}],
        "findings": [{"rule": "number", "segment": "a", "line": "Row", "message": "7 was not read."}],
        "struck_out": ["75%"],
        "pictures": [""],
    }
    [cleaned] = clean_records([record(segment_a="Row", segment_f="Run", **fields)])
    assert fields == {name: cleaned[name] for name in fields}
    assert [
        *("date", "session", "level", "counted", "optional", "warm_up"),
        *(f"segment_{letter}" for letter in "abcdef"),
        *("segment_titles", "prescriptions", "lines", "findings", "struck_out", "pictures", "links", "source"),
    ] == list(cleaned)


def test_a_day_without_a_level_has_none() -> None:
    """Null stays null beside a day that has a level, and no day gets a field that it does not have."""
    first, second, third = clean_records([record(level="Rx"), record(level=None), record()])
    assert ("Rx", None) == (first["level"], second["level"])
    assert "level" not in third


def test_numbered_lines_keep_their_numbers() -> None:
    """An empty line below a heading would move the lines that prescriptions name, so such a record is refused."""
    numbered = [{"segment": "a", "line": 0, "kind": "note"}, {"segment": "a", "line": 2, "kind": "movement"}]
    with pytest.raises(BadInput, match=r"2021-03-08, Monday, .*empty line"):
        clean_records([record(segment_a="Go\n\nRow", lines=numbered)])


def test_no_records_are_no_records() -> None:
    """An empty list is clean."""
    assert [] == clean_records([])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date": "8 March"}, "date"),
        ({"date": 20210308}, "date"),
        ({"session": "  "}, "session"),
        ({"warm_up": None}, "warm_up"),
        ({"segment_b": 5}, "segment_b"),
        ({"coach": "x"}, "coach"),
        ({"segment_ab": "x"}, "segment_ab"),
        ({"links": "none"}, "links"),
        ({"prescriptions": [{"segment": "a"}]}, "prescriptions.0"),
        ({"source": {}}, "source"),
    ],
)
def test_a_broken_contract_names_the_day_and_the_field(changes: dict[str, Any], field: str) -> None:
    """A record that would break its readers is not stored."""
    with pytest.raises(BadInput, match=field) as refusal:
        clean_records([record(date="2021-03-07"), record(**changes)])
    assert str(record(**changes)["date"]) in str(refusal.value)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_a_number_that_json_does_not_have_breaks_the_contract(value: str) -> None:
    """The sentence has the place of the number."""
    asked = Prescription(
        segment="a", block=1, movement="Row", canonical_movement=None, family=None, lift=None, text="Row"
    )
    prescriptions = [msgspec.to_builtins(replace(asked, weight=weight)) for weight in (60.0, float(value))]
    with pytest.raises(BadInput, match=rf"2021-03-08.*prescriptions\[1\]\.weight: {value} is not a number"):
        check_record(record(date="2021-03-08", prescriptions=prescriptions))


def test_a_missing_field_is_named() -> None:
    """A column that one record lacks is not filled in."""
    lacking = record(date="2021-03-09")
    del lacking["segment_c"]
    with pytest.raises(BadInput, match=r"2021-03-09.*segment_c"):
        clean_records([record(), lacking])
