"""The published JSON Schemas: `python -m wod.schemas docs/schemas` writes them."""

import json
import sys
from pathlib import Path
from types import new_class
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct

from wod.changes import SessionInserted, SessionModified, SessionRemoved
from wod.figures.shapes import WeekFigures
from wod.lifting.lifter import Lifter
from wod.models import SessionRecord
from wod.runs import Run
from wod.shape import Shape

VERSIONS = {"gold.schema.json": 2}
"""The versions of schemas that no longer have version 1. Raise one for a change that breaks consumers of the last
release."""


def schemas() -> dict[str, dict[str, Any]]:
    """Return the models by file name: a line of silver, an object of gold, the `detail` of each event, a lifter's
    file, and a line of runs."""
    shapes: dict[str, type[Struct]] = {
        "silver.schema.json": SessionRecord,
        "gold.schema.json": WeekFigures,
        "session_inserted.schema.json": _detail(SessionInserted),
        "session_modified.schema.json": _detail(SessionModified),
        "session_removed.schema.json": _detail(SessionRemoved),
        "lifter.schema.json": Lifter,
        "runs.schema.json": Run,
    }
    return {name: _schema(shape, VERSIONS.get(name, 1)) for name, shape in shapes.items()}


def as_text(schema: dict[str, Any]) -> str:
    """Return the text of the schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(shape: type[Struct], version: int) -> dict[str, Any]:
    schema = _with_types(msgspec.json.schema(shape))
    whole = schema["$defs"].pop(shape.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "version": version,
        **whole,
        "$defs": schema["$defs"],
    }


def _with_types(part: Any) -> Any:
    """Return a part of a schema with the types of enumerations, which consumers generate code from."""
    if isinstance(part, list):
        return [_with_types(one) for one in part]
    if not isinstance(part, dict):
        return part
    part = {name: _with_types(inner) for name, inner in part.items()}
    if None in (values := part.get("enum", [])):
        del part["enum"]
        choices = {"type": "string", "enum": [value for value in values if value is not None]}
        return part | {"anyOf": [choices, {"type": "null"}]}
    names = {str: "string", int: "integer"}
    return {"type": names[type(values[0])]} | part if values else part


def _detail(change: type[Shape]) -> type[Struct]:
    """Return the change without its name, which is the event's `detail-type`; its sessions are records of silver."""
    fields = get_type_hints(change, include_extras=True)
    del fields["detail_type"]
    sessions = dict.fromkeys(fields.keys() & {"session", "old", "new"}, SessionRecord)
    namespace = {"__doc__": change.__doc__, "__annotations__": fields | sessions}
    return new_class(change.__name__, (Shape,), exec_body=lambda body: body.update(namespace))


if __name__ == "__main__":
    for name, schema in schemas().items():
        Path(sys.argv[1], name).write_text(as_text(schema), encoding="utf-8")
