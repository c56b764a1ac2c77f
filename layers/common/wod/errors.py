"""The one distinction of the whole chain: input that can never succeed, and every other error."""

import re
from typing import Any

from msgspec import ValidationError, inspect

_LONGEST_PLACE, _LONGEST_PROBLEM = 100, 300  # characters: names of fields may be untrusted


_FIELD = re.compile("Object (missing required|contains unknown) field `(.*)`", re.DOTALL)
_TYPES = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "null": "nothing",
    "object": "a table",
    "str": "text",
}
"""The names of types, as people call them."""
_NAMED_TYPES = re.compile("`((?:{0})(?: [|] (?:{0}))*)`".format("|".join(_TYPES)))


class BadInput(ValueError):
    """Input that no retry will fix: not JSON, not a post, no day in it, an impossible date.

    The message is one sentence for a person: what is wrong, where, and what to do. Every other exception means that the
    infrastructure or the code failed and that a later retry may help.
    """


class BadParts(BadInput):
    """Some parts of the input can never succeed, each for its own reason; the others have gone through.

    `parts` has, for each, the reason, and what is wrong with it whatever else the input holds.
    """

    def __init__(self, parts: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(reason for reason, _ in parts))
        self.parts = parts


def place_and_problem(error: ValidationError, shape: type) -> tuple[str, str]:
    """Describe the first problem of a value that should have this shape: its place, empty for the whole value, and the
    problem, without a full stop."""
    problem, *places = str(error).split(" - at ")  # `$.source`, or `key` in `$.posts`; the innermost is first
    place = ".".join(filter(None, (one.rpartition("`$")[2].strip("`.") for one in reversed(places))))
    if named := _FIELD.fullmatch(problem):
        place = f"{place}.{named[2]}".strip(".")
        problem = "It is missing" if named[1] == "missing required" else "There is no such field"
    elif choices := _choices(shape, place):
        problem = f"Choose one of {', '.join(choices)}"
    problem = problem.partition(" matching regex ")[0] + (" in another form" if " matching regex " in problem else "")
    problem = _NAMED_TYPES.sub(lambda found: " or ".join(_TYPES[name] for name in found[1].split(" | ")), problem)
    return place[:_LONGEST_PLACE], problem[:_LONGEST_PROBLEM]


def _choices(shape: type, place: str) -> list[str]:
    """Return the values that the field at this place can have, if they are names; else nothing."""
    found: list[Any] = [inspect.type_info(shape)]
    for name in place.split("."):
        fields = [field for one in found if isinstance(one, inspect.StructType) for field in one.fields]
        found = [
            kind for field in fields if field.encode_name == name.partition("[")[0] for kind in _within(field.type)
        ]
    return [str(value) for one in found if isinstance(one, inspect.LiteralType) for value in one.values]


def _within(kind: Any) -> list[Any]:
    """Return a type without its metadata, each type of a union, and the types of the items of a list."""
    if isinstance(kind, inspect.Metadata):
        return _within(kind.type)
    if isinstance(kind, inspect.UnionType):
        return [inner for one in kind.types for inner in _within(one)]
    return _within(kind.item_type) if isinstance(kind, inspect.ListType) else [kind]
