"""Runs in the deployed chain: what stages log is kept, and `wod trace` and `wod status` show it."""

import json
from datetime import date

import pytest

from tests.e2e.chain import Chain, eventually
from tests.e2e.posts import SQUATS, raw, week_post
from wod_cli.deployed.runs import STAGES, runs_of

FROM_BRONZE_ON = set(STAGES[2:])

pytestmark = pytest.mark.timeout(900)


def test_every_stage_leaves_a_run_of_a_post_and_trace_shows_them(chain: Chain) -> None:
    """They go from bronze to the bus under one correlation id; none waits, and the week is at the keys of the tree."""
    key = chain.drop("runs.json", raw(post := week_post(date(2018, 8, 6), {"Monday": SQUATS})))
    correlation_id = chain.version(key)

    def kept() -> bool:
        runs = [run for run in runs_of(chain.stack, lambda _: True) if run.correlation_id == correlation_id]
        return {run.stage for run in runs} >= FROM_BRONZE_ON

    eventually(kept, "a run of every stage")
    shown = chain.command("trace", str(post["id"]), "--logs", "--json")
    assert 0 == shown.returncode, shown.stderr
    found = json.loads(shown.stdout)
    assert {"done", "nothing to do"} == {run["outcome"] for run in found["runs"]}
    assert ["2018-08-06 Monday"] == found["made"]["table"]
    assert "site/weeks/2018-W32.html" in [page["key"] for page in found["made"]["site"]]
    assert [] == found["waiting"] + found["quarantine"]
    assert {"done", "no text: the week is over"} <= {line["message"] for line in found["logs"]}


def test_status_says_when_each_stage_was_done_last(chain: Chain) -> None:
    """It also says whether the schedule is on, which these tests have enabled."""
    chain.drop("status.json", raw(week_post(date(2018, 8, 13), {"Monday": SQUATS})))

    def all_done() -> bool:
        state = json.loads(chain.command("status", "--json").stdout)
        assert "enabled" == state["schedule"]
        return {one["stage"] for one in state["stages"] if one["last_success"]} >= FROM_BRONZE_ON

    eventually(all_done, "a success of every stage")


def test_the_dashboard_is_deployed(chain: Chain) -> None:
    """Its text has the names of this stack filled in."""
    dashboard = chain.stack.client("cloudwatch").get_dashboard(DashboardName="invictus-weightlifting-dev-us-east-1")
    widgets = json.loads(dashboard["DashboardBody"])["widgets"]
    assert 7 == len(widgets)
    assert "invictus-weightlifting-dev" in str(widgets)
    assert "${" not in str(widgets)
