"""The lakehouse as tables: the catalogue that is deployed, and the named queries in the embedded cloud's Athena.

That runs DuckDB, which knows no view of the catalogue and takes columns from the data at hand: each query brings along
DuckDB's text of the views, and the columns of parts that no post here has.
"""

from datetime import date
from string import ascii_lowercase
from typing import Any

import pytest

from tests.e2e.chain import Chain, eventually
from tests.e2e.posts import SQUATS, raw, week_post
from wod.keys import RUNS_PREFIX
from wod_cli.lakehouse import catalogue

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def week(chain: Chain) -> Chain:
    """A week in silver and gold, and the runs that made it."""
    chain.drop("catalogue.json", raw(week_post(date(2017, 3, 6), {"Monday": SQUATS})))
    eventually(lambda: chain.keys("gold/aggregations/2017/"), "gold")
    eventually(lambda: chain.keys(RUNS_PREFIX), "a run")
    return chain


def answer(chain: Chain, query: str) -> list[list[str]]:
    """Run a query as a person would in the workgroup; its rows, with the names of the columns first."""
    athena = chain.stack.client("athena")
    run = athena.start_query_execution(
        QueryString=query,
        QueryExecutionContext={"Database": chain.stack.outputs["CatalogueDatabase"]},
        WorkGroup=chain.stack.outputs["AthenaWorkgroup"],
    )["QueryExecutionId"]

    def ended() -> dict[str, Any]:
        status: dict[str, Any] = athena.get_query_execution(QueryExecutionId=run)["QueryExecution"]["Status"]
        return status if status["State"] in ("SUCCEEDED", "FAILED") else {}

    status = eventually(ended, "an answer")
    assert "SUCCEEDED" == status["State"], status
    rows = athena.get_query_results(QueryExecutionId=run)["ResultSet"]["Rows"]
    return [[value.get("VarCharValue", "") for value in row["Data"]] for row in rows]


def test_the_catalogue_has_every_table(week: Chain) -> None:
    """Silver and gold are tables, the others are views of them."""
    database = week.stack.outputs["CatalogueDatabase"]
    assert "invictus_weightlifting_dev" == database
    listed = week.stack.client("glue").get_tables(DatabaseName=database)["TableList"]
    kinds = {table["Name"]: table["TableType"] for table in listed}
    views = dict.fromkeys(catalogue.views(catalogue.TRINO), "VIRTUAL_VIEW")
    tables = dict.fromkeys(("sessions", "weeks", "runs"), "EXTERNAL_TABLE")
    assert {**tables, **views} == kinds


def test_the_session_of_a_post_is_a_row(week: Chain) -> None:
    """The tables read the prefixes that the chain writes."""
    assert [["session"], ["Monday"]] == answer(week, "SELECT session FROM sessions WHERE date = '2017-03-06'")


@pytest.mark.parametrize("name", catalogue.named_queries())
def test_a_named_query_runs(week: Chain, name: str) -> None:
    """It runs over what the chain wrote."""
    missing = ", ".join(f"CAST(NULL AS varchar) AS segment_{letter}" for letter in ascii_lowercase[5:])
    sessions = f"SELECT *, {missing} FROM {week.stack.outputs['CatalogueDatabase']}.sessions"  # noqa: S608 - names of our own stack
    views = {"sessions": sessions, **catalogue.views(catalogue.DUCKDB)}
    listed = ", ".join(f"{view} AS ({text})" for view, text in views.items())
    assert answer(week, f"WITH {listed} {catalogue.named_queries()[name]}")
