"""Find the kind of a numeral, from its numbers, their joint and their unit: a range, a pair, a list, a sum."""

from typing import NamedTuple

WEIGHTS = ("kg", "lb")

_KINDS = {
    "%": "percent",
    "s": "time",
    "min": "time",
    "h": "time",
    "m": "distance",
    "ft": "distance",
    "yd": "distance",
    "km": "distance",
    "mi": "distance",
    "in": "height",
    "cm": "height",
    "kg": "weight",
    "lb": "weight",
    "pood": "pood",
    "cal": "calories",
    '"': "second mark",
    "'": "minute mark",
}
_SINGLE = {
    "": "{count}",
    "percent": "{percent}",
    "time": "{time}",
    "distance": "{distance}",
    "weight": "{weight}",
    "pood": "{pood}",
    "calories": "{calories}",
    "height": "{height}",
    "second mark": "{seconds_or_inches}",
    "minute mark": "{minutes_or_feet}",
    "rm": "{rm}",
    "th": "{ordinal}",
}
_PAIRS = {
    "": "{pair}",
    "weight": "{weight}",
    "distance": "{distance}",
    "calories": "{calories}",
    "height": "{height}",
    "pood": "{pood}",
    "time": "{times}",
    "second mark": "{height}",
    "minute mark": "{feet}",
}
_LISTS = {
    "": "{series}",
    "percent": "{percents}",
    "weight": "{weights}",
    "time": "{times}",
    "distance": "{distances}",
    "calories": "{calorie_series}",
}
_MOST_TIMES = 4  # the largest ratio of the two numbers of a pair
_MAY_BE_OPEN = frozenset({"{percent}", "{time}", "{distance}", "{calories}", "{weight}"})  # `90+%`


class Numeral(NamedTuple):
    """The fields of a numeral's token, without its text and its place."""

    symbol: str
    least: float = 0
    most: float | None = 0
    items: tuple[float, ...] = ()
    second: float | None = None
    unit: str = ""


def kind_of(unit: str) -> str:
    """Return the quantity of a unit; a unit without one, such as `rm`, is its own kind."""
    return _KINDS.get(unit, unit)


def shape(values: tuple[float, ...], join: str, kind: str, unit: str, *, is_open: bool) -> Numeral:
    """Return the numeral of these values. `join` is the mark between them, `is_open` means a plus after them."""
    if not join:
        return _single(values[0], kind, unit, is_open=is_open)
    if join == "+":
        is_plus = kind == "" and not is_open and all(value and value == int(value) for value in values)
        return Numeral("{plus}" if is_plus else "{odd}", items=values)
    if join == "/" and not kind and len(values) > 2 and values[0] > _MOST_TIMES * (values[1] or 1):  # `60/3/2`
        return Numeral("{odd}", items=values)
    if len(values) == 2 and not is_open:
        first, second = values
        if join == "/" and not kind and first > _MOST_TIMES * second:  # `60/3`, a load and its reps
            return Numeral("{uneven}", first, first, values, second, unit)
        if join == "/" and kind != "percent":
            return Numeral(_PAIRS.get(kind, "{odd}"), first, first, values, second, unit)
        if join == "-" and first < second:
            return Numeral(_range(values, kind), first, second, unit=unit)
    return Numeral(_LISTS.get(kind, "{odd}"), min(values), None if is_open else max(values), values, unit=unit)


def _single(value: float, kind: str, unit: str, *, is_open: bool) -> Numeral:
    symbol = _SINGLE.get(kind, "{odd}")
    if value != int(value):
        symbol = {"{count}": "{decimal}", "{rm}": "{odd}", "{ordinal}": "{odd}"}.get(symbol, symbol)
    if not is_open:
        return Numeral(symbol, value, value, unit=unit)
    if symbol not in _MAY_BE_OPEN:
        symbol = "{range}" if symbol == "{count}" else "{odd}"
    return Numeral(symbol, value, None, unit=unit)


def _range(values: tuple[float, ...], kind: str) -> str:
    if kind:
        return _SINGLE.get(kind, "{odd}")
    return "{range}" if all(value == int(value) for value in values) else "{decimals}"
