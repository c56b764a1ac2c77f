"""`wod trace` and `wod status`: one post's path, and the state of the chain."""

import json
from collections.abc import Callable, Iterator
from copy import replace
from typing import Any

import msgspec
import pytest

from tests.logs import captured_log, delivered
from wod.messages import PostMessage
from wod.plumbing.run_log import store_delivered
from wod_cli.commands import status, trace

from .operations import POST, PREFIX, arrive, deliver, operated, put, rows, stack, wod
from .world import World, real_client

EDIT = replace(POST, modified=2, sessions=(("Monday", 3),))


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with operated(monkeypatch) as made:
        for command in (trace, status):
            monkeypatch.setattr(command, "find_stack", stack)
        monkeypatch.setattr(trace, "_log_lines", lambda *_: [])  # moto has no logs of these functions
        real_client("events").put_rule(
            Name=f"{PREFIX}get-invictus-post-schedule", ScheduleExpression="rate(10 minutes)", State="DISABLED"
        )
        yield made


@pytest.fixture
def keep(chain: World) -> Iterator[Callable[[], None]]:
    """Hands over what the stages have logged, as CloudWatch Logs does."""
    with captured_log() as log:
        yield lambda: store_delivered(delivered(line for line in log.getvalue().splitlines() if "outcome" in line))


def traced(*words: str) -> dict[str, Any]:
    (found,) = rows("trace", *words, "--json")
    return found


def test_an_edited_post_has_both_versions_and_the_runs_of_both(chain: World, keep: Callable[[], None]) -> None:
    """The newest counts, its sessions are in silver and the table, and the stages after silver are there too."""
    arrive(chain, POST, EDIT)
    keep()
    found = traced("7")
    assert [False, True] == [version["counts"] for version in found["bronze"]]
    stages = [run["stage"] for run in found["runs"]]
    assert [2, 2, 2] == [stages.count(name) for name in ("strip_post_html", "aggregate_week", "load_sessions_to_table")]
    assert ["2020-12-21 Monday"] == found["made"]["table"] == found["made"]["silver"]["sessions"]
    assert [found["bronze"][1]["version_id"]] == found["made"]["from_versions"]
    assert [] == found["waiting"] + found["quarantine"]


def test_a_post_is_found_by_its_slug_and_by_its_key(chain: World, keep: Callable[[], None]) -> None:
    """A post can be named by its id, slug or key."""
    arrive(chain, POST)
    keep()
    assert traced("7") == traced("a-week") == traced(POST.key)


def test_a_forgotten_post_says_so_and_keeps_its_path(chain: World, keep: Callable[[], None]) -> None:
    """No session is left; the runs before are still there, and those in which the sessions left."""
    arrive(chain, POST)
    wod("forget", "7", "--yes")
    deliver(chain)
    keep()
    found = traced("7")
    assert "2020-12-20T10:00:01" == found["forgotten_until"]
    assert {} == found["made"]
    assert [False] == [version["counts"] for version in found["bronze"]]
    left = [run["made"] for run in found["runs"] if run["stage"] == "load_sessions_to_table"]
    assert [{"items": 2}, {"items_removed": 2}] == left
    assert "forgotten up to" in wod("trace", "7").stdout


def test_a_quarantined_object_is_named_with_its_reason(chain: World, keep: Callable[[], None]) -> None:
    """A raw object that is not a post has no id: its key will do."""
    key = "bronze/raw/dropped/bad.json"
    chain.drop(key, b"{}")
    chain.settle()
    keep()
    found = traced(key)
    (kept,), (run,) = found["quarantine"], found["runs"]
    assert ("strip_post_html", "quarantined", kept["key"]) == (run["stage"], run["outcome"], run["quarantine_key"])


def test_a_quarantined_post_is_found_by_its_id_and_its_slug(chain: World, keep: Callable[[], None]) -> None:
    """Its bronze key is not the only thing that a person may have at hand; no ledger knows a dropped post that was
    refused."""
    refused = replace(POST, sessions=())
    chain.drop(refused.key, json.dumps(refused.post()).encode())
    chain.settle()
    keep()
    assert traced(refused.key) == traced("7") == traced("a-week")
    (kept,) = traced("7")["quarantine"]
    assert "strip_post_html" != kept["stage"]


def test_a_fetched_post_that_never_came_into_bronze_is_found(chain: World, keep: Callable[[], None]) -> None:
    """The quarantine has its id and its slug."""
    post = {**POST.post(), "modified_gmt": "2999-01-01T00:00:00"}
    message = PostMessage(correlation_id="c", fetched_at="2020-12-21T10:00:00", post=post)
    chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    chain.settle()
    keep()
    assert traced("7") == traced("a-week")
    assert ["dump_post_to_bucket"] == [kept["stage"] for kept in traced("7")["quarantine"]]


def test_a_post_that_is_dropped_again_after_it_was_forgotten_is_found(chain: World, keep: Callable[[], None]) -> None:
    """With --bronze nothing was known of it in between."""
    arrive(chain, POST)
    wod("forget", "7", "--yes", "--bronze")
    arrive(chain, POST)
    keep()
    assert ["2020-12-21 Monday", "2020-12-26 Saturday"] == traced("7")["made"]["table"]


def test_a_message_that_waits_is_where_it_waits(chain: World, keep: Callable[[], None]) -> None:
    """A stage that has not taken it up yet, and dead letters."""
    arrive(chain, POST)
    put("aggregate-week-dead-letters", json.dumps({"detail": {"object": {"key": POST.key}}}))
    chain.drop(EDIT.key, json.dumps(EDIT.post()).encode())
    chain.finish(chain.start(chain.waiting.pop(0)))
    keep()
    waiting = {one["queue"]: one["why"] for one in traced("7")["waiting"]}
    assert {"aggregate-week-dead-letters", "group-post-by-day"} == waiting.keys()


def test_a_day_goes_back_to_its_lines_and_the_version_behind_them(chain: World) -> None:
    """Each line has its number, its kind and its text."""
    arrive(chain, POST)
    found = traced("2020-12-21")
    (session,) = found["sessions"]
    assert (POST.key, 7) == (session["source"]["bronze_key"], session["source"]["post_id"])
    assert {"segment": "a", "line": 1, "kind": "movement", "text": "Snatch x 2 reps @ 75% of 1-RM Snatch"} == session[
        "lines"
    ][1]


def test_a_figure_of_gold_goes_back_to_the_lines_that_it_adds_up(chain: World) -> None:
    """Five sets of two and five of one are fifteen repetitions, of two lines."""
    arrive(chain, POST)
    found = traced("2020-W52", "--figure", "snatch")
    assert ("lifts", 15) == (found["figure"]["of"], found["figure"]["volume"]["reps_min"])
    assert [1, 1] == [len(session["lines"]) for session in found["sessions"]]
    assert "Snatch x 2 reps" in wod("trace", "2020-W52", "--figure", "Snatch").stdout


def test_status_counts_what_waits_and_what_failed(chain: World, keep: Callable[[], None]) -> None:
    """It counts by stage, and says when each last did something, what is in quarantine and if the schedule is on."""
    arrive(chain, POST)
    chain.drop("bronze/raw/dropped/bad.json", b"{}")
    chain.settle()
    keep()
    put("segment-days", "{}")
    put("segment-days-dead-letters", "{}")
    (state,) = rows("status", "--json")
    stages = {one["stage"]: one for one in state["stages"]}
    assert (1, 0, 1) == tuple(stages["segment_days"][name] for name in ("waiting", "in_flight", "failed"))
    assert stages["aggregate_week"]["last_success"]
    assert stages["get_invictus_post"]["last_success"] is None
    assert (1, "disabled", None) == (state["quarantine"], state["schedule"], state["newest_post"])


def test_status_fits_a_terminal_of_80_columns(chain: World) -> None:
    """This holds for standard output."""
    shown = wod("status").stdout
    assert "sessions_to_date_records" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_an_unknown_post_is_refused_in_a_sentence(chain: World) -> None:
    """A day without a session is refused in the same way."""
    assert "names no posts" in str(wod("trace", "nobody").exception)
    nobody = wod("trace", "777777")
    assert (1, "") == (nobody.exit_code, nobody.stdout)
    assert str(nobody.exception).startswith("There is no post 777777: ")
    assert "Silver has no session for 2020-12-22." == str(wod("trace", "2020-12-22").exception)
