"""The tables of the lakehouse: their types, and SQL that both engines take."""

import json

import pytest
import sqlglot
from sqlglot import exp

from wod_cli.lakehouse import catalogue
from wod_cli.lakehouse import template as catalogue_template
from wod_cli.lakehouse.catalogue import DUCKDB, HIVE, TRINO


def test_types_come_from_the_published_schemas() -> None:
    """Each engine writes the same type in its own way."""
    assert "string" == catalogue.columns("sessions", HIVE)["date"]
    assert "map<string,string>" == catalogue.columns("sessions", HIVE)["segment_titles"]
    assert "MAP(VARCHAR, VARCHAR)" == catalogue.columns("sessions", DUCKDB)["segment_titles"]
    assert "array<struct<segment:string,line:bigint,kind:string>>" == catalogue.columns("sessions", HIVE)["lines"]
    assert "array(row(movement varchar,reps bigint))" == catalogue.fields_of("Prescription", TRINO)["complex"]
    assert 'STRUCT("movement" VARCHAR, "reps" BIGINT)[]' == catalogue.fields_of("Prescription", DUCKDB)["complex"]
    assert "double" == catalogue.fields_of("Prescription", HIVE)["percent_min"]


def test_a_post_with_more_parts_than_five_has_them_all_as_columns() -> None:
    """Silver adds a field for each further letter."""
    assert {"segment_a", "segment_f", "segment_z"} <= catalogue.columns("sessions", HIVE).keys()


@pytest.mark.parametrize("dialect", ["trino", "duckdb"])
@pytest.mark.parametrize("name", catalogue.named_queries())
def test_a_named_query_is_sql_of_both_engines(name: str, dialect: str) -> None:
    """One text serves Athena and DuckDB, and its first line says what it answers."""
    text = catalogue.named_queries()[name]
    assert text.startswith("-- ")
    assert 1 == len(sqlglot.parse(text, dialect=dialect))


@pytest.mark.parametrize(("dialect", "engine"), [("trino", TRINO), ("duckdb", DUCKDB)])
@pytest.mark.parametrize("name", catalogue.views(TRINO))
def test_a_view_is_sql_of_its_engine(name: str, dialect: str, engine: catalogue.Dialect) -> None:
    """Each engine has its own text, and both give the same columns."""
    mine = sqlglot.parse_one(catalogue.views(engine)[name], dialect=dialect)
    other = sqlglot.parse_one(catalogue.views(TRINO)[name], dialect="trino")
    assert isinstance(mine, exp.Query)
    assert isinstance(other, exp.Query)
    assert other.named_selects == mine.named_selects


def test_the_template_of_the_catalogue_is_current() -> None:
    """`make docs` writes it, after a change of a schema or of a query."""
    assert catalogue_template.as_text() == catalogue_template.TEMPLATE.read_text(encoding="utf-8")


def test_a_view_of_athena_is_what_trino_wants_to_know() -> None:
    """Its text and its columns, encoded as the catalogue wants them."""
    table = catalogue_template.template()["Resources"]["Quality"]["Properties"]["TableInput"]
    _, variables = table["ViewOriginalText"]["Fn::Sub"]
    view = json.loads(variables["Text"]["Fn::Base64"]["Fn::Sub"])
    assert catalogue.views(TRINO)["quality"] == view["originalSql"]
    assert {"name": "week_start", "type": "date"} == view["columns"][0]
    assert {"Name": "week_start", "Type": "date"} == table["StorageDescriptor"]["Columns"][0]
