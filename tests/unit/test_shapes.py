"""The shapes of messages and records: their valid values, and the wording of a refusal."""

from copy import replace
from typing import Any, Literal

import msgspec
import pytest
from msgspec import ValidationError

from wod.errors import place_and_problem
from wod.lifting.lifter import Lifter, defaults
from wod.messages import KeyPassed, PostMessage
from wod.models import Line, Link, Week
from wod.shape import Shape, decode

KEY_PASSED = '{"bronze_key": "bronze/raw/a.json", "post_ids": [7], "correlation_id": "c"}'


class Sized(Shape):
    """A shape with a choice that may be null."""

    size: Literal["large", "small"] | None = None


def refusal(text: str | bytes) -> tuple[str, str]:
    with pytest.raises(ValidationError) as refused:
        decode(text, KeyPassed)
    return place_and_problem(refused.value, KeyPassed)


def test_json_of_a_shape_is_that_shape() -> None:
    """Each field has the value of its name."""
    expected = KeyPassed(bronze_key="bronze/raw/a.json", post_ids=[7], correlation_id="c")
    assert expected == decode(KEY_PASSED, KeyPassed)


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("[7]", '["7"]', "post_ids[0]", "Expected a whole number, got text"),
        ("[7]", "[true]", "post_ids[0]", "Expected a whole number, got true or false"),
        ("[7]", "[0]", "post_ids[0]", "Expected a whole number >= 1"),
        ("[7]", "[9223372036854775808]", "post_ids[0]", "Expected a whole number <= 9223372036854775807"),
        ("[7]", "7", "post_ids", "Expected a list, got a whole number"),
        ('"post_ids": [7], ', "", "post_ids", "It is missing"),
        ('"c"}', '"c", "more": 1}', "more", "There is no such field"),
        (
            '"c"}',
            '"é"}',
            "correlation_id",
            "it is stored in a header, which takes up to 1000 printable ASCII characters",
        ),
        ("bronze/raw/a.json", "a" * 1025, "bronze_key", "a key has 1 to 1024 bytes"),
    ],
)
def test_another_shape_is_refused_with_the_place(old: str, new: str, place: str, problem: str) -> None:
    """The problem is in the words of people, and text is never taken for a number."""
    assert (place, problem) == refusal(KEY_PASSED.replace(old, new))


@pytest.mark.parametrize(
    "text", ["", "{", "nothing", '{"post_ids": NaN}', KEY_PASSED + "}", b"\xff", '{"bronze_key": "\\ud800"}']
)
def test_text_that_is_not_json_is_refused(text: str | bytes) -> None:
    """The reason says so."""
    assert refusal(text)[1].startswith("it is not JSON")


@pytest.mark.parametrize(
    ("settings", "place", "choices"),
    [
        ({"unit": "st"}, "settings.unit", "kg, lb"),
        ({"pair": "third"}, "settings.pair", "first, second"),
        ({"pair": 2}, "settings.pair", "first, second"),
    ],
)
def test_a_value_that_is_not_one_of_several_is_refused_with_these(
    settings: dict[str, Any], place: str, choices: str
) -> None:
    """This holds at any depth of the value."""
    value = {"settings": msgspec.to_builtins(defaults("kg")) | settings, "maxima": []}
    with pytest.raises(ValidationError) as refused:
        msgspec.convert(value, Lifter)
    assert (place, f"Choose one of {choices}") == place_and_problem(refused.value, Lifter)


def test_choices_of_an_item_of_a_list_and_of_a_field_that_may_be_null_are_named() -> None:
    """The path leads through both."""
    maximum = {"lift": "Snatch", "reps": 1, "weight": 80, "unit": "st", "date": "2021-03-08"}
    with pytest.raises(ValidationError) as refused:
        msgspec.convert({"settings": msgspec.to_builtins(defaults("kg")), "maxima": [maximum]}, Lifter)
    assert ("maxima[0].unit", "Choose one of kg, lb") == place_and_problem(refused.value, Lifter)
    with pytest.raises(ValidationError) as refused:
        msgspec.convert({"size": "medium"}, Sized)
    assert ("size", "Choose one of large, small") == place_and_problem(refused.value, Sized)


def test_json_that_is_nested_without_end_is_refused() -> None:
    """It does not exhaust the stack."""
    with pytest.raises(ValidationError, match="nested too deeply"):
        decode('{"correlation_id": "c", "fetched_at": "2021-03-14T09:00:00", "post": ' + "[" * 100_000, PostMessage)


def test_a_field_that_nobody_knows_cannot_fill_a_log() -> None:
    """A name of a million characters is cut."""
    place, problem = refusal(KEY_PASSED.replace("post_ids", "x" * 1_000_000))
    assert len(place) <= 100
    assert len(problem) <= 300


def test_a_shape_cannot_be_changed() -> None:
    """A changed copy is another value."""
    line = Line(text="Back Squat")
    with pytest.raises(AttributeError):
        line.text = "Front Squat"  # type: ignore[misc]
    assert ("Back Squat", "Front Squat") == (line.text, replace(line, text="Front Squat").text)


def test_lists_of_two_shapes_are_two_lists() -> None:
    """A default is not shared."""
    one, other = Line(text="a"), Line(text="b")
    one.links.append(Link(text="a", url="https://example.org"))
    assert [] == other.links


def test_a_week_is_one_of_the_calendar() -> None:
    """2021-W10 begins on Monday, 8 March."""
    week = Week(year=2021, week=10, start_date="2021-03-08", end_date="2021-03-14")
    assert "2021-W10" == str(week)
    with pytest.raises(ValueError, match="do not belong together"):
        replace(week, week=11)
