"""The demonstration's output about a stack while it works."""

import json
import time
from typing import Any

from wod_cli.testbed.watch import Watch

from .operations import PREFIX, stack
from .world import BUCKET, World, real_client

NOW = round(time.time() * 1000)


def logged(function: str, **entry: Any) -> None:
    """A stage's log group with one line in it."""
    logs, group = real_client("logs"), f"/aws/lambda/{PREFIX}{function}"
    logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName="one")
    event = {"timestamp": NOW, "message": json.dumps(entry)}
    logs.put_log_events(logGroupName=group, logStreamName="one", logEvents=[event])


def test_each_thing_is_shown_once(chain: World) -> None:
    """Each stage has a line with what it made, the files of the site have one line, and nothing repeats the lines."""
    logged("get-invictus-post", message="sent on", post_id=51820, made={"posts": 1})
    logged("segment-days", message="done", bronze_key="bronze/raw/2021/03/a-week.json", made={"sessions": 5})
    logged("keep-runs", message="kept")
    keys = ("bronze/raw/a.json", "runs/2021/one.jsonl", "site/index.html", "site/sw.js")
    for key in keys:
        chain.s3.put_object(Bucket=BUCKET, Key=key, Body=b"{}")
    watch = Watch(stack())
    first = [
        ("get_invictus_post", "sent on: post 51820: posts 1"),
        ("segment_days", "done: a-week.json: sessions 5"),
        ("s3", "bronze/raw/a.json"),
        ("s3", "site/: files 2"),
    ]
    assert first == [one for one in watch.news() if one[0] != "s3" or one[1].startswith(("bronze/raw", "runs", "site"))]
    assert [] == list(watch.news())
