"""Runs: the log line about the work of a stage, and the key under which it is kept."""

import json
from typing import Any

import msgspec
import pytest

from wod.runs import RunKey, digest_of, files_of, read_key, run_of

LINE = {
    "level": "INFO",
    "message": "done",
    "service": "invictus-weightlifting-dev",
    "function_request_id": "a-request",
    "correlation_id": "a-run",
    "post_id": 7,
    "stage": "segment_days",
    "outcome": "done",
    "arrived": "2021-03-08T01:20:11.000Z",
    "started": "2021-03-08T01:20:12.000Z",
    "ended": "2021-03-08T01:20:12.034Z",
    "duration_ms": 34,
    "attempt": 1,
    "made": {"sessions": 6},
}


def run(event_id: str = "1", **changed: Any) -> Any:
    return run_of(event_id, json.dumps({**LINE, **changed}))


def test_the_last_line_of_a_stage_is_a_run() -> None:
    """The fields of a row are taken; other fields of the line are left out."""
    row = run()
    assert ("1", "segment_days", "done", 7, {"sessions": 6}) == (row.id, row.stage, row.outcome, row.post_id, row.made)
    assert "a-request" == row.request_id
    assert "level" not in msgspec.to_builtins(row)


@pytest.mark.parametrize(
    "line",
    [
        "START RequestId: 1",
        json.dumps({"message": "announced to people", "text": 'an "outcome" of a post'}),
        json.dumps({"outcome": "done"}),
        json.dumps({**LINE, "outcome": "anything else"}),
        json.dumps(["outcome"]),
        "[" * 100_000,
    ],
    ids=["platform", "another line", "half a run", "unknown outcome", "list", "too deep"],
)
def test_any_other_line_is_not_a_run(line: str) -> None:
    """CloudWatch Logs hands over each line that has the word."""
    assert run_of("1", line) is None


def test_a_delivery_that_comes_twice_gives_the_same_object() -> None:
    """The key is made of the ids of the log events."""
    assert files_of([run("1"), run("2")]) == files_of([run("1"), run("2")])
    assert files_of([run("1")]).keys() != files_of([run("2")]).keys()


def test_runs_of_one_post_stage_and_day_are_together_and_no_others() -> None:
    """A key says what its runs are about, so that a post is found without reading all others."""
    files = files_of([run("1"), run("2"), run("3", post_id=8), run("4", ended="2021-03-09T00:00:00.000Z")])
    assert [2, 1, 1] == [len(body.splitlines()) for body in files.values()]


def test_each_run_of_an_object_is_a_line_of_json() -> None:
    """Athena and DuckDB read objects of this form."""
    (body,) = files_of([run("1"), run("2")]).values()
    assert [("1", 7), ("2", 7)] == [(one["id"], one["post_id"]) for one in map(json.loads, body.splitlines())]


def test_a_key_says_day_stage_post_and_what_it_is_about() -> None:
    """A run without a post is identified by its correlation id, and without that by its object."""
    (key,) = files_of([run()])
    assert key.startswith("runs/2021/2021-03-08--segment_days--7--")
    assert RunKey("2021-03-08", "segment_days", 7, digest_of("a-run"), digest_of("1")) == read_key(key)
    (key,) = files_of([run(post_id=None, correlation_id=None, object_key="bronze/raw/a.json")])
    found = read_key(key)
    assert found
    assert (None, digest_of("bronze/raw/a.json")) == (found.post_id, found.about)


def test_an_object_whose_key_is_not_of_runs_is_ignored() -> None:
    """Someone may put anything into the bucket."""
    assert read_key("runs/2021/notes.txt") is None
