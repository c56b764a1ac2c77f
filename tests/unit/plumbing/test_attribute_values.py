"""DynamoDB's typed JSON, and plain values."""

import math
from decimal import Decimal
from typing import Any

import pytest
from boto3.dynamodb.types import TypeSerializer
from hypothesis import given
from hypothesis import strategies as st

from wod.plumbing.attribute_values import image_of, item_of

ITEM = {
    "session": "Monday",
    "optional": False,
    "level": None,
    "prescriptions": [{"sets": 5, "percent_min": 72.5, "complex": [], "remark": ""}],
}
IMAGE = {
    "session": {"S": "Monday"},
    "optional": {"BOOL": False},
    "level": {"NULL": True},
    "prescriptions": {
        "L": [{"M": {"sets": {"N": "5"}, "percent_min": {"N": "72.5"}, "complex": {"L": []}, "remark": {"S": ""}}}]
    },
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(-1e9, 1e9).map(lambda x: round(x, 3))
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_each_kind_of_value_has_its_type() -> None:
    """Texts, numbers, truth values, nothing, lists and maps in maps, both ways."""
    assert IMAGE == image_of(ITEM)
    assert ITEM == item_of(IMAGE)


@given(st.dictionaries(st.text(), JSON))
def test_typed_json_is_that_of_boto3(item: dict[str, Any]) -> None:
    """Items come back the same; boto3 only has other numbers."""
    image = image_of(item)
    assert item == item_of(image)
    assert image == {name: TypeSerializer().serialize(_with_decimals(value)) for name, value in item.items()}


def _with_decimals(value: Any) -> Any:
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, list):
        return list(map(_with_decimals, value))
    return {name: _with_decimals(one) for name, one in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("number", [10**40, 1e-200, 1e300, math.inf, math.nan])
def test_a_number_that_dynamodb_cannot_hold_is_not_rounded(number: float) -> None:
    """It takes 38 digits, exponents up to 125, and nothing infinite."""
    with pytest.raises(ArithmeticError):
        image_of({"sets": number})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"N": "5.0"}, 5),
        ({"N": "1E+2"}, 100),
        ({"SS": ["a", "b"]}, {"a", "b"}),
        ({"NS": ["1"]}, {"1"}),
        ({"B": "AAEC"}, b"\x00\x01\x02"),
        ({"B": b"\x00"}, b"\x00"),
    ],
)
def test_values_that_only_other_programs_write_are_read(value: dict[str, Any], expected: object) -> None:
    """Whole numbers are int in any form, and what JSON does not have is neither lost nor text."""
    assert {"photo": expected} == item_of({"photo": value})


@pytest.mark.parametrize("value", [{"X": "x"}, {}, {"N": "one"}, {"N": "1" * 39}, {"N": "-Infinity"}, {"N": "NaN"}])
def test_what_is_not_a_value_of_dynamodb_is_an_error(value: dict[str, Any]) -> None:
    """A value of an unknown type, of none, or of a number that DynamoDB cannot have, is never read as another one."""
    with pytest.raises((KeyError, ValueError, ArithmeticError)):
        item_of({"photo": value})
