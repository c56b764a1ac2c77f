"""The schemas that others read, and the document that says what the figures are."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.compatibility import breaks
from tests.figures import MONDAY, ask, figures, record
from wod.changes import change_between
from wod.schemas import as_text
from wod.schemas import schemas as new_schemas

DOCS = Path(__file__).parents[2] / "docs"
SMALL_SCHEMA = {
    "type": "object",
    "properties": {"sets": {"type": "integer"}, "load": {"$ref": "#/$defs/Load"}},
    "required": ["sets"],
    "$defs": {"Load": {"type": "object", "properties": {"unit": {"type": "string", "enum": ["kg", "lb"]}}}},
}
NAMES = (
    "gold.schema.json",
    "lifter.schema.json",
    "runs.schema.json",
    "session_inserted.schema.json",
    "session_modified.schema.json",
    "session_removed.schema.json",
    "silver.schema.json",
)


schemas = cache(new_schemas)


def check(value: Any, name: str) -> None:
    """Validate a value against a published file."""
    Draft202012Validator(json.loads((DOCS / "schemas" / name).read_text(encoding="utf-8"))).validate(value)


def test_the_published_schemas_are_those_of_the_types() -> None:
    """Every file is up to date (`make docs` writes them), and there are no others."""
    published = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "schemas").iterdir()}
    assert {name: as_text(schema) for name, schema in schemas().items()} == published
    assert list(NAMES) == sorted(published)


@pytest.mark.parametrize("name", NAMES)
def test_a_published_schema_is_a_schema(name: str) -> None:
    """Each is JSON Schema 2020-12."""
    Draft202012Validator.check_schema(json.loads((DOCS / "schemas" / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "path", sorted((DOCS.parent / "tests" / "released_schemas").iterdir()), ids=lambda path: path.name
)
def test_a_schema_breaks_nobody_who_reads_by_the_last_release(path: Path) -> None:
    """No field is removed, has another type or is newly required, unless the schema has a higher version."""
    old, new = json.loads(path.read_text(encoding="utf-8")), schemas()[path.name]
    if new["version"] <= old.get("version", 1):
        assert [] == breaks(old, new)


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ({"properties": {"sets": {"type": "integer"}}}, ["load is removed"]),
        ({"properties": {"sets": {"type": "number"}, "load": {"$ref": "#/$defs/Load"}}}, ["sets has another type"]),
        ({"required": ["sets", "load"]}, ["load is newly required"]),
        ({"$defs": {"Load": {"type": "object", "properties": {}}}}, ["load.unit is removed"]),
        (
            {"$defs": {"Load": {"type": "object", "properties": {"unit": {"type": "string", "enum": ["kg"]}}}}},
            ["load.unit lost values: lb"],
        ),
        ({"$defs": {"Load": {"anyOf": [{"type": "object"}, {"type": "null"}]}}}, ["load has another type"]),
    ],
)
def test_a_change_that_breaks_readers_is_named(change: dict[str, Any], broken: list[str]) -> None:
    """A field that is gone, of another type or newly required, and a value that is gone, wherever they are."""
    assert broken == breaks(SMALL_SCHEMA, SMALL_SCHEMA | change)


def test_a_field_and_a_value_may_be_added() -> None:
    """Those who read by the old schema find what they know."""
    unit = {"type": "string", "enum": ["kg", "lb", "stone"]}
    added = {"type": "object", "properties": {"unit": unit, "women": {"type": "number"}}}
    assert [] == breaks(SMALL_SCHEMA, SMALL_SCHEMA | {"$defs": {"Load": added}})


def test_figures_keep_the_schema_of_gold() -> None:
    """The figures of a week, with a week before and without any record, match the schema."""
    session = record(MONDAY, ask(percent_min=70, percent_max=75), segment_a="Snatch x 1 rep @ 70-75%")
    check(figures(session, before=[session], preambles={1: ["Welcome."]}), "gold.schema.json")
    check(figures(), "gold.schema.json")


def test_a_record_keeps_the_schema_of_silver() -> None:
    """A sixth segment is allowed, an unknown field is not."""
    check(record(MONDAY, ask(), segment_f="Row"), "silver.schema.json")
    with pytest.raises(ValidationError):
        check(record(MONDAY) | {"segment_6": "Row"}, "silver.schema.json")
    with pytest.raises(ValidationError):
        check(record(MONDAY) | {"prescriptions": [{"movement": "Snatch"}]}, "silver.schema.json")


def test_the_detail_of_each_event_keeps_its_schema() -> None:
    """The events of a new, a changed and a removed session match the schemas."""
    old, new = record(MONDAY), record(MONDAY, ask(), segment_a="Snatch x 1 rep")
    for name, change in (
        ("session_inserted.schema.json", change_between(None, new)),
        ("session_modified.schema.json", change_between(old, new)),
        ("session_removed.schema.json", change_between(old, None)),
    ):
        assert change is not None
        detail = {name: value for name, value in msgspec.to_builtins(change).items() if name != "detail_type"}
        check(detail, name)
        with pytest.raises(ValidationError):
            check(detail | {"detail_type": change.detail_type}, name)


def test_every_figure_of_gold_is_defined_in_one_line() -> None:
    """docs/metrics.md has a section for each type of gold's schema, with one line for each field."""
    schema = schemas()["gold.schema.json"]
    types = {schema["title"]: schema, **schema["$defs"]}
    sections = re.split(r"^## (\w+)$", (DOCS / "metrics.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    defined = {
        title: re.findall(r"^\| `(\w+)` \| \S.* \|$", text, flags=re.MULTILINE)
        for title, text in zip(sections[1::2], sections[2::2], strict=True)
    }
    assert {title: list(shape["properties"]) for title, shape in types.items() if "properties" in shape} == defined
