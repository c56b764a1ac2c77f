"""The run lines of stages, and their rows."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.logs import captured_log, delivered
from wod.plumbing.run_log import store_delivered
from wod.runs import run_of

from .test_guarantees import Revision
from .world import BUCKET, World, real_client

SESSIONS = (("Monday", 2), ("Saturday", 1))
POST = Revision(7, 1, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", SESSIONS, False)
EDIT = Revision(7, 2, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", (("Monday", 3),), False)


@pytest.fixture
def new_runs(chain: World) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Return the run lines that stages have logged since the last call."""
    with captured_log() as log:

        def taken() -> list[dict[str, Any]]:
            lines = [json.loads(line) for line in log.getvalue().splitlines()]
            log.seek(0)
            log.truncate()
            return [line for line in lines if "outcome" in line]

        yield taken


def test_every_stage_says_what_it_made(chain: World, new_runs: Any) -> None:
    """Each says it in the log line with which it ends, from the fetched post to the text."""
    POST.arrive(chain)
    chain.settle()
    runs = new_runs()
    assert {
        "dump_post_to_bucket": {"posts": 1},
        "segment_days": {"sessions": 2},
        "save_sessions_to_bucket": {"weeks": 1, "sessions": 2},
        "load_sessions_to_table": {"items": 2},
    }.items() <= {run["stage"]: run["made"] for run in runs}.items()
    assert {"done"} == {run["outcome"] for run in runs if run["stage"] != "announce_week"}
    assert {"2020-W52"} == {run["week"] for run in runs if run["stage"] in ("load_sessions_to_table", "aggregate_week")}


def test_work_that_was_not_needed_says_why(chain: World, new_runs: Any) -> None:
    """A late old revision is not stored, and a past week is not announced."""
    EDIT.arrive(chain)
    chain.settle()
    new_runs()
    POST.arrive(chain)
    chain.settle()
    assert ["nothing stored: bronze has a newer revision"] == [run["message"] for run in new_runs()]


def test_a_result_that_is_superseded_says_so_instead_of_done(chain: World, new_runs: Any) -> None:
    """An edit was stored while the revision before it was on its way."""
    POST.arrive(chain)
    while chain.waiting[0].stage != "save_sessions_to_bucket":
        chain.finish(chain.start(chain.waiting.pop(0)))
    late = chain.waiting.pop(0)
    EDIT.arrive(chain)
    chain.settle()
    new_runs()
    chain.call(late.stage, [late.body])
    (run,) = new_runs()
    assert ("nothing stored: not the current revision", "nothing to do") == (run["message"], run["outcome"])


def test_bad_input_says_why_and_where_it_is(chain: World, new_runs: Any) -> None:
    """The row of a run leads to the object in quarantine, the second time too."""
    for _ in range(2):
        chain.drop("bronze/raw/bad.json", b"{}")
        chain.settle()
        (run,) = new_runs()
        (key,) = chain._objects("quarantine/")
        assert ("strip_post_html", "quarantined", key) == (run["stage"], run["outcome"], run["quarantine_key"])
        assert run["reason"]


@pytest.mark.parametrize("number", ["12", 12.5, True, 0, 2**64, [7]])
def test_a_post_with_a_bad_number_has_a_row_without_it(chain: World, new_runs: Any, number: object) -> None:
    """The row of the quarantined message is kept."""
    message = {"correlation_id": "c", "fetched_at": "2021-03-08T01:10:00", "post": {"id": number}}
    chain.call("dump_post_to_bucket", [json.dumps(message)])
    (run,) = new_runs()
    row = run_of("1", json.dumps(run))
    assert row is not None
    assert ("quarantined", None) == (row.outcome, row.post_id)


def test_each_failed_attempt_leaves_a_row_with_its_error(chain: World, new_runs: Any) -> None:
    """A message that comes again has a row for each time."""
    chain.clients["s3"].replaced["get_object"] = lambda **_: 1 / 0
    event = {"detail": {"bucket": {"name": BUCKET}, "object": {"key": "bronze/raw/a.json"}}}
    with pytest.raises(ZeroDivisionError):
        chain.call("strip_post_html", [json.dumps(event)])
    (run,) = new_runs()
    assert ("failed", "ZeroDivisionError: division by zero", 1) == (run["outcome"], run["error"], run["attempt"])
    assert {} == run["made"]


def test_a_delivery_is_kept_once(chain: World, new_runs: Any) -> None:
    """CloudWatch Logs may deliver it again: the same objects are there, in one version each."""
    POST.arrive(chain)
    chain.settle()
    runs = new_runs()
    chain.local.environment = {"BUCKET_NAME": BUCKET}
    for _ in range(2):
        store_delivered(delivered(json.dumps(line) for line in [*runs, {"message": "fetched"}]))
    rows = [json.loads(line) for body in chain._objects("runs/").values() for line in body.splitlines()]
    assert sorted(run["stage"] for run in runs) == sorted(row["stage"] for row in rows)
    versions = real_client("s3").list_object_versions(Bucket=BUCKET, Prefix="runs/")["Versions"]
    assert len(chain._objects("runs/")) == len(versions)


def test_a_trial_of_cloudwatch_logs_keeps_nothing(chain: World) -> None:
    """It sends a message to see whether the function is there."""
    chain.local.environment = {"BUCKET_NAME": BUCKET}
    store_delivered(delivered(['{"a": 1}'], kind="CONTROL_MESSAGE"))
    assert {} == chain._objects("runs/")
