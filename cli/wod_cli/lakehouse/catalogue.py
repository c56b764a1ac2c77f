"""The tables of the lakehouse: `sessions` are silver's lines, `weeks` are gold's objects and `runs` the runs of stages,
as stored in the bucket; the others are views of them. Types come from the published schemas, never from data.

Athena (Trino) and DuckDB agree on the names, the types and the queries. They differ in how a list becomes rows and in
how a function is written that runs over a list, so that each has its own views.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wod_cli import PROJECT

QUERIES = PROJECT / "queries"
_SCHEMAS = PROJECT / "docs" / "schemas"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Dialect:
    """An engine's notation of types. `fields` writes a structure of named types."""

    scalars: dict[str, str]
    array: str
    mapping: str
    fields: Callable[[dict[str, str]], str]


HIVE = Dialect(
    {"string": "string", "integer": "bigint", "number": "double", "boolean": "boolean"},
    "array<{}>",
    "map<string,{}>",
    lambda types: "struct<" + ",".join(f"{name}:{kind}" for name, kind in types.items()) + ">",
)
"""The Glue Data Catalog's notation of a table's types."""

TRINO = Dialect(
    {"string": "varchar", "integer": "bigint", "number": "double", "boolean": "boolean"},
    "array({})",
    "map(varchar,{})",
    lambda types: "row(" + ",".join(f"{name} {kind}" for name, kind in types.items()) + ")",
)
"""Athena's notation of a view's types."""

DUCKDB = Dialect(
    {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"},
    "{}[]",
    "MAP(VARCHAR, {})",
    lambda types: "STRUCT(" + ", ".join(f'"{name}" {kind}' for name, kind in types.items()) + ")",
)


def columns(table: str, dialect: Dialect) -> dict[str, str]:
    """Return the columns of `sessions`, `weeks` or `runs` with their types, in order."""
    name = {"sessions": "silver", "weeks": "gold", "runs": "runs"}[table]
    schema = json.loads((_SCHEMAS / name).with_suffix(".schema.json").read_bytes())
    return {name: _type(kind, schema["$defs"], dialect) for name, kind in schema["properties"].items()}


def fields_of(name: str, dialect: Dialect) -> dict[str, str]:
    """Return the fields of a structure of silver, `Prescription` for one, with their types."""
    schema = json.loads((_SCHEMAS / "silver.schema.json").read_bytes())
    properties = schema["$defs"][name]["properties"]
    return {field: _type(kind, schema["$defs"], dialect) for field, kind in properties.items()}


def views(dialect: Dialect) -> dict[str, str]:
    """Return the SQL of each view, in an order in which they can be made."""
    return {
        "posts": _POSTS,
        "prescriptions": _prescriptions(dialect),
        "lines": _lines(dialect),
        "lifts_by_week": _lifts_by_week(dialect),
        "quality": _quality(dialect),
        "quality_rules": _quality_rules(dialect),
    }


def named_queries() -> dict[str, str]:
    """Return the SQL of each named query; its first line is a comment that describes its result."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(QUERIES.glob("*.sql"))}


def _type(schema: dict[str, Any], definitions: dict[str, Any], dialect: Dialect) -> str:
    if "$ref" in schema:
        return _type(definitions[schema["$ref"].rpartition("/")[2]], definitions, dialect)
    if "anyOf" in schema:
        (one,) = (kind for kind in schema["anyOf"] if kind.get("type") != "null")
        return _type(one, definitions, dialect)
    if "properties" in schema:
        return dialect.fields({name: _type(kind, definitions, dialect) for name, kind in schema["properties"].items()})
    if schema["type"] == "array":
        return dialect.array.format(_type(schema["items"], definitions, dialect))
    if schema["type"] == "object":
        return dialect.mapping.format(_type(schema["additionalProperties"], definitions, dialect))
    return dialect.scalars[schema["type"]]


def _rows_of(items: str, alias: str, fields: dict[str, str], dialect: Dialect) -> tuple[str, dict[str, str]]:
    """Return what joins the elements of a list as rows, and how each field of one is named then."""
    if dialect is TRINO:
        names = {field: f"{alias}.{field}" for field in fields}
        return f"CROSS JOIN UNNEST({items}) AS {alias} ({', '.join(fields)})", names
    return f"CROSS JOIN UNNEST({items}) AS {alias} ({alias})", {field: f"{alias}.{alias}.{field}" for field in fields}


_SESSION = """CAST(s.date AS date) AS date, s.session, s.counted, s.optional, s.level,
    s.source.post_id AS post_id"""

_POSTS = """SELECT s.source.post_id AS post_id, max(s.source.slug) AS slug, max(s.source.link) AS link,
    max(s.source.title) AS title, max(s.source.published) AS published, max(s.source.modified_gmt) AS modified_gmt,
    max(s.source.bronze_key) AS bronze_key, max(s.source.bronze_version_id) AS bronze_version_id,
    max(s.source.pipeline_version) AS pipeline_version, count(*) AS sessions,
    CAST(min(s.date) AS date) AS first_date, CAST(max(s.date) AS date) AS last_date
FROM sessions s
GROUP BY s.source.post_id"""


def _prescriptions(dialect: Dialect) -> str:
    fields = fields_of("Prescription", dialect)
    join, names = _rows_of("s.prescriptions", "p", fields, dialect)
    listed = ", ".join(f"{names[field]} AS {field}" for field in fields)
    each, sets, reps = names["reps_per_set"], names["sets"], names["reps_min"]
    total = f"reduce({each}, 0, (a, b) -> a + b, a -> a)" if dialect is TRINO else f"list_sum({each})"
    repetitions = f"coalesce({total}, coalesce({sets}, 1) * {reps})"
    return f"SELECT {_SESSION},\n    {listed}, {repetitions} AS repetitions\nFROM sessions s\n{join}"


def _lines(dialect: Dialect) -> str:
    join, names = _rows_of("s.lines", "l", {"segment": "", "line": "", "kind": ""}, dialect)
    text = "CASE " + names["segment"]
    text += "".join(f" WHEN '{letter}' THEN s.segment_{letter}" for letter in _LETTERS) + " END"
    if dialect is TRINO:
        text = f"element_at(split({text}, chr(10)), CAST({names['line']} AS integer) + 1)"
        finding = "element_at(filter(s.findings, f -> f.segment = {segment} AND f.line = {text}), 1)"
    else:
        text = f"string_split({text}, chr(10))[{names['line']} + 1]"
        finding = "list_filter(s.findings, lambda f: f.segment = {segment} AND f.line = {text})[1]"
    found = finding.format(segment=names["segment"], text=text)
    return f"""SELECT {_SESSION},
    {names["segment"]} AS segment, {names["line"]} AS line, {names["kind"]} AS kind, {text} AS text,
    {found}.rule AS finding, {found}.message AS message
FROM sessions s
{join}"""


_VOLUME = (
    "prescriptions",
    "tests",
    "sets",
    "sets_max",
    "reps_min",
    "reps_max",
    "mean_percent",
    "top_percent",
    "minutes",
)


def _lifts_by_week(dialect: Dialect) -> str:
    join, names = _rows_of("w.totals.lifts", "l", {"name": "", "volume": ""}, dialect)
    listed = ", ".join(f"{names['volume']}.{field} AS {field}" for field in _VOLUME)
    return f"""SELECT CAST(w.week.start_date AS date) AS week_start, w.week.year AS iso_year, w.week.week AS iso_week,
    {names["name"]} AS lift, {listed}
FROM weeks w
{join}"""


_OF_RULE = ("number", "rule", "kept", "total", "percent", "threshold", "below")


def _quality_rules(dialect: Dialect) -> str:
    join, names = _rows_of("w.quality.rules", "r", dict.fromkeys((*_OF_RULE, "lines"), ""), dialect)
    listed = ", ".join(f"{names[field]} AS {field}" for field in _OF_RULE)
    return f"""SELECT CAST(w.week.start_date AS date) AS week_start, w.week.year AS iso_year, w.week.week AS iso_week,
    {listed}
FROM weeks w
{join}"""


def _quality(dialect: Dialect) -> str:
    rules = ("unread", "note", "movement", "silent", "date")
    if dialect is TRINO:
        count = "cardinality(filter(w.quality.findings, f -> f.rule = '{}'))"
        below = "cardinality(filter(w.quality.rules, r -> r.below))"
    else:
        count = "len(list_filter(w.quality.findings, lambda f: f.rule = '{}'))"
        below = "len(list_filter(w.quality.rules, lambda r: r.below))"
    listed = ", ".join(f"{count.format(rule)} AS findings_{rule}" for rule in rules)
    return f"""SELECT CAST(w.week.start_date AS date) AS week_start, w.week.year AS iso_year, w.week.week AS iso_week,
    w.quality.lines AS lines, w.quality.read AS read_lines, w.quality.notes AS notes, w.quality.unread AS unread_lines,
    w.quality.doubtful AS doubtful, w.quality.percent_recognised AS percent_recognised, {listed},
    {below} AS rules_below
FROM weeks w"""
