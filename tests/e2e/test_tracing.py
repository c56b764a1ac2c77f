"""The trace of a post through the deployed chain, as a daemon of X-Ray beside the functions receives it."""

import json
from collections import defaultdict
from datetime import date
from urllib.parse import urlsplit

import pytest

from tests.daemon import Daemon
from tests.e2e.chain import Chain, eventually
from tests.e2e.posts import SQUATS, raw, week_post

FUNCTIONS = "invictus-weightlifting-dev-"
CALLS = {
    "strip_post_html": {"S3", "SQS"},
    "group_post_by_day": {"SQS"},
    "segment_days": {"SQS"},
    "sessions_to_date_records": {"SQS"},
    "clean_session_records": {"SQS"},
    "save_sessions_to_bucket": {"S3"},
    "load_sessions_to_table": {"S3", "DynamoDB"},
    "aggregate_week": {"S3"},
    "announce_week": {"S3"},
    "render_week": {"S3"},
    "fan_out_session_changes": {"EventBridge"},
}

pytestmark = pytest.mark.timeout(900)


def test_every_stage_traces_its_calls_under_the_posts_correlation_id(chain: Chain, daemon: Daemon) -> None:
    """From the raw post to the bus: each stage is a subsegment in a trace, and its calls are below it."""
    daemon.received()  # what other tests left could fill the socket, and what comes then would be lost
    key = chain.drop("traced.json", raw(week_post(date(2019, 3, 4), {"Monday": SQUATS})))
    correlation_id = chain.version(key)

    def called() -> dict[str, set[str]] | None:
        ours = [one for one in daemon.received() if one.get("annotations") == {"correlation_id": correlation_id}]
        stages = {one["id"]: one for one in ours if "namespace" not in one}
        found = defaultdict(set)
        for one in ours:
            if stage := stages.get(one["parent_id"]):
                assert stage["trace_id"] == one["trace_id"]
                found[stage["name"]].add(one["name"])
        return dict(found) if CALLS.keys() <= found.keys() else None

    assert eventually(called, "a subsegment of every stage") == CALLS


def test_the_fetch_traces_its_requests_to_the_blog(chain: Chain, daemon: Daemon) -> None:
    """The blog is a node of its own, beside AWS."""
    event, before = json.dumps({"posts_per_page": 1, "page": 1}).encode(), len(daemon.received())
    chain.stack.client("lambda").invoke(FunctionName=f"{FUNCTIONS}get-invictus-post", Payload=event)
    calls = [one for one in daemon.received()[before:] if one.get("namespace") == "remote"]
    assert {(200, "/wp-json/wp/v2/posts")} == {
        (one["http"]["response"]["status"], urlsplit(one["http"]["request"]["url"]).path) for one in calls
    }
