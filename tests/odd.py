"""Odd input, for tests of what is done with it: values of any kind, and valid input with something wrong in it."""

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

ODD_TEXTS = (
    "",
    " ",
    "0",
    "\x00",
    "\uffff\ufffe",
    "\ufeff",
    "ſıx İK",
    "é" * 600,
    "../../x",
    "x" * 3000,
    "a\r\nb",
    "9999-12-31",
    "2021-02-30",
    "0001-01-01T00:00:00",
    "9999-12-31T23:59:59",
    "٢٠٢٠-١٢-٢١",
    "February 30-31, 2021",
    "December 27, 9999 - January 2, 10000",
)
ODD_NUMBERS = (-1, 0, 7, 54, 2**31, 2**63, 10**40, -(10**400), 0.5, 1e308, float("nan"), float("inf"))
ODD = st.one_of(
    st.sampled_from(ODD_TEXTS),
    st.sampled_from(ODD_NUMBERS),
    st.none(),
    st.booleans(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(),
    st.just([]),
    st.just({}),
    st.lists(st.text(max_size=3) | st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=3),
)
"""Values that JSON text can have, and NaN, which Python writes too."""


@st.composite
def with_something_wrong(draw: st.DrawFn, value: Any) -> Any:
    """The value with one to three of its parts taken away, doubled, replaced, or with something beside them."""
    wrong = deepcopy(value)
    for _ in range(draw(st.integers(1, 3))):
        if not wrong or not isinstance(wrong, dict | list):
            return draw(ODD)
        holder, name = draw(_places(wrong))
        match draw(st.sampled_from(("replaced", "taken away", "beside", "doubled"))):
            case "replaced":
                holder[name] = draw(ODD)
            case "taken away":
                del holder[name]
            case "beside" if isinstance(holder, dict):
                holder[draw(st.text(max_size=5))] = draw(ODD)
            case "doubled" if isinstance(holder, list):
                holder.append(deepcopy(holder[name]))
            case _:
                holder[name] = [holder[name]]
    return wrong


@st.composite
def _places(draw: st.DrawFn, value: Any) -> tuple[Any, Any]:
    """A place in a JSON value that has any, as holder and name or number; each depth is as likely as the one below."""
    while True:
        name = draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value))))
        inner = value[name]
        if not inner or not isinstance(inner, dict | list) or draw(st.booleans()):
            return value, name
        value = inner
