"""The published JSON Schemas: `python -m wod.schemas docs/schemas` writes them."""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel, create_model

from wod.changes import SessionInserted, SessionModified, SessionRemoved
from wod.figures.shapes import WeekFigures
from wod.lifting.lifter import Lifter
from wod.models import SessionRecord, Shape
from wod.runs import Run

VERSIONS = {"gold.schema.json": 2}
"""The versions of schemas that no longer have version 1. Raise one for a change that breaks consumers of the last
release."""


def schemas() -> dict[str, dict[str, Any]]:
    """The models by file name: a line of silver, an object of gold, the `detail` of each event of the bus, a lifter's
    file, and a line of runs."""
    shapes: dict[str, type[BaseModel]] = {
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


def _schema(shape: type[BaseModel], version: int) -> dict[str, Any]:
    schema = shape.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "version": version, **schema}


def _detail(change: type[Shape]) -> type[Shape]:
    """Return the change without its name, which is the event's `detail-type`; its sessions are records of silver."""
    fields: dict[str, Any] = {name: (field.annotation, ...) for name, field in change.model_fields.items()}
    del fields["detail_type"]
    sessions = dict.fromkeys(fields.keys() & {"session", "old", "new"}, (SessionRecord, ...))
    return create_model(change.__name__, __base__=Shape, __doc__=change.__doc__, **fields | sessions)


if __name__ == "__main__":
    for name, schema in schemas().items():
        Path(sys.argv[1], name).write_text(as_text(schema), encoding="utf-8")
