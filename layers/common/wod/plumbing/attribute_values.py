"""DynamoDB's typed JSON, `{"S": "Monday"}`, and plain values.

boto3 has this too, but takes twice as long for a session's thousand values, and a tenth of a cold start.
"""

from base64 import b64decode
from collections.abc import Callable
from decimal import Clamped, Context, Decimal, Inexact, InvalidOperation, Overflow, Rounded, Underflow
from typing import Any

type Image = dict[str, Any]
"""The attributes of an item in DynamoDB's typed JSON."""

type Item = dict[str, Any]
"""The attributes of an item as plain values."""

# DynamoDB's numbers: one that it cannot hold is an error, and is not rounded.
_NUMBERS = Context(
    Emin=-128, Emax=126, prec=38, traps=[Clamped, Inexact, InvalidOperation, Overflow, Rounded, Underflow]
)


def item_of(image: Image) -> Item:
    """Return an item with its numbers as in JSON, int or float, so that a fraction has a float's 17 digits. A set stays
    one and a binary value is bytes, neither of which JSON has. Raise KeyError, ValueError or ArithmeticError for what
    is not a value of DynamoDB."""
    return {name: _plain(value) for name, value in image.items()}


def image_of(item: Item) -> Image:
    """Return an item of JSON's values in typed JSON. Raise ArithmeticError for a number that DynamoDB cannot hold."""
    return {name: _typed(value) for name, value in item.items()}


def _plain(value: dict[str, Any]) -> Any:
    [(kind, content)] = value.items()
    return _READ[kind](content)


def _number(text: str) -> int | float:
    number = _decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)


def _decimal(text: str) -> Decimal:
    number = _NUMBERS.create_decimal(text)
    if not number.is_finite():
        raise InvalidOperation(f"{text} is not a number of DynamoDB")
    return number


_READ: dict[str, Callable[[Any], Any]] = {
    "S": lambda text: text,
    "N": _number,
    "BOOL": lambda truth: truth,
    "NULL": lambda _: None,
    "M": item_of,
    "L": lambda values: [_plain(value) for value in values],
    "SS": set,
    "NS": set,
    # Text in base64; a client of boto3 has decoded it.
    "B": lambda content: b64decode(content) if isinstance(content, str) else content,
    "BS": set,
}


def _typed(value: Any) -> dict[str, Any]:
    match value:
        case None:
            return {"NULL": True}
        case bool():
            return {"BOOL": value}
        case str():
            return {"S": value}
        case int() | float():
            return {"N": str(_decimal(str(value)))}
        case list():
            return {"L": [_typed(each) for each in value]}
        case _:
            return {"M": image_of(value)}
