"""Any event of a function is processed if possible, quarantined if it never can be, and otherwise reported as an
error."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wod.errors import BadInput
from wod.plumbing import bus

from ..odd import ODD, with_something_wrong
from .test_fan_out import HANDLER as FAN_OUT
from .test_fan_out import SETTINGS, Bus, record
from .test_fetch import Fetcher, a_fetcher, a_post
from .world import BUCKET, CONTEXT, HANDLERS, NEXT, World, sqs_record

EVENTS = Path(__file__).parents[2] / "events"
FEW = settings(max_examples=settings().max_examples // 4)


# Queues


@pytest.mark.parametrize("stage", NEXT)
def test_a_batch_of_good_bad_and_odd_messages(chain: World, stage: str) -> None:
    """Each message is looked at alone: the bad ones are kept, and none of them holds the good one up."""
    good = json.loads((EVENTS / f"{stage}.json").read_bytes())["Records"][0]["body"]
    assert {"batchItemFailures": []} == chain.call(stage, ["", "{}", good, "[" * 100_000, "\x00", good])
    assert ["", "[" * 100_000, "\x00", "{}"] == sorted((kept["input"] for kept in chain.quarantine()), key=_order)


def _order(text: str) -> tuple[int, str]:
    return ("", "[", "\x00", "{").index(text[:1]), text


def test_a_record_without_a_body_is_the_only_one_that_fails(chain: World) -> None:
    """There is nothing of it that could be kept: it stays in the queue, and the others go on."""
    good = json.loads((EVENTS / "segment_days.json").read_bytes())["Records"][0]["body"]
    chain.call("segment_days", [good])
    event = {"Records": [sqs_record("1", good), {"messageId": "2", "eventSource": "aws:sqs"}, sqs_record("3", good)]}
    assert {"batchItemFailures": [{"itemIdentifier": "2"}]} == HANDLERS["segment_days"](event, CONTEXT)
    assert 3 == len(chain.waiting)


# The bucket


KEYS = [
    "bronze/raw/",
    "bronze/raw/.json",
    "bronze/raw//x.json",
    "bronze/raw/a b+c%41é\u2028.json",
    "bronze/raw/%2e%2e/x.json",
    "bronze/raw/\U0001f3cb/raw/bronze/raw/",
    "bronze/raw/" + "x" * 1008 + ".json",
    "bronze/raw/&<>\"'.json",
]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_may_be_anything(chain: World, key: str) -> None:
    """A post is read from under any key that S3 has, and the lineage names it."""
    chain.drop(key, (EVENTS / "posts" / "normal_week.json").read_bytes())
    chain.settle()
    assert [] == chain.quarantine()
    assert {key} == {item["source"]["bronze_key"] for item in chain.items()}


@pytest.mark.parametrize("key", [*KEYS, "bronze/raw/../../x", "x"])
@pytest.mark.parametrize("stage", ["strip_post_html", "load_sessions_to_table", "aggregate_week"])
def test_an_event_of_a_gone_object_is_ignored(chain: World, stage: str, key: str) -> None:
    """An event may come after its object: there is nothing to do. A key under another stage's prefix is refused."""
    body = json.dumps({"detail": {"bucket": {"name": BUCKET}, "object": {"key": key}}})
    assert {"batchItemFailures": []} == chain.call(stage, [body])
    reads = "bronze/raw/" if stage == "strip_post_html" else "silver/sessions/"
    refused = [] if key.startswith(reads) else [f"is not under {reads}. Look at what sent it, or discard it."]
    assert refused == [kept["reason"][-len(refused[0]) :] for kept in chain.quarantine()]
    assert [] == chain.waiting


@pytest.mark.parametrize("body", [b"\x1f\x8b\x08\x00", b"junk", b"{}\n", b"[]\n", b"\xff", b"NaN"])
def test_an_invalid_silver_file_is_kept_by_both_readers(chain: World, body: bytes) -> None:
    """Neither the table nor the figures are made of it."""
    chain.drop("silver/sessions/2021/week_10--2021-03-08__2021-03-14.jsonl", body)
    chain.settle()
    assert {"load_sessions_to_table", "aggregate_week"} == {kept["stage"] for kept in chain.quarantine()}
    assert all(
        "of the week's file is" in kept["reason"] or "not UTF-8" in kept["reason"] for kept in chain.quarantine()
    )
    assert [] == chain.items()
    assert 0 == chain.s3.list_objects_v2(Bucket=BUCKET, Prefix="gold/")["KeyCount"]


# Invocations and messages of the function that fetches

WISH = {"posts_per_page": 20, "page": 1, "published_after": "2021-03-01T00:00:00", "newest_first": True}


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with a_fetcher([a_post(1)]) as made:
        yield made


@pytest.mark.filterwarnings("ignore:No application metrics")
def test_an_event_may_request_anything(fetcher: Fetcher) -> None:
    """A possible request is sent to the blog; an impossible one is refused in a sentence, and nothing is sent."""

    @FEW
    @given(st.fixed_dictionaries({"page": ODD}, optional={"posts_per_page": ODD, "newest_first": ODD, "x": ODD}))
    def invoke(event: dict[str, Any]) -> None:
        fetcher.chain.waiting.clear()
        try:
            fetcher.run(event)
        except BadInput as error:
            refusal = str(error)
        else:
            return
        assert refusal.endswith(".")
        assert [] == fetcher.chain.waiting

    invoke()


def test_a_fetch_message_may_ask_for_anything(fetcher: Fetcher) -> None:
    """It is done or kept; nothing that a message says makes it come again and again."""

    @FEW
    @given(with_something_wrong(WISH))
    def deliver(wish: Any) -> None:
        fetcher.chain.waiting.clear()
        assert {"batchItemFailures": []} == fetcher.run_message(wish)

    deliver()


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else []


@pytest.mark.parametrize(
    "odd", [nested(300), "half a \ud83d", "\uffff", 10**4000], ids=["nested", "half", "no XML", "large"]
)
def test_a_post_that_no_message_can_hold_holds_no_other_back(odd: object) -> None:
    """Half a character, or a value nested too deeply, is kept with the reason; what JSON can write goes on."""
    with a_fetcher([a_post(1), {**a_post(2), "type": odd}, a_post(3)]) as fetcher:
        fetcher.run_message({"page": 1})
        assert {1, 3} <= set(fetcher.sent())
        kept = [json.loads(each["input"])["post"] for each in fetcher.chain.quarantine()]
        sent = [json.loads(each.body)["post"] for each in fetcher.chain.waiting]
    assert [1, 2, 3] == sorted(post["id"] for post in kept + sent)
    assert [odd] == [post["type"] for post in kept + sent if "type" in post]


# The table's stream


@pytest.fixture
def listening() -> Iterator[Bus]:
    made = Bus()
    with patch.object(bus, "client", {"events": made}.__getitem__), patch.dict(os.environ, SETTINGS):
        yield made


def test_any_change_of_the_table_is_published_or_kept(chain: World, listening: Bus) -> None:
    """Items that somebody made by hand, of any shape, hold no other change up."""
    chain.local.environment = {"STAGE_NAME": "fan_out_session_changes", "BUCKET_NAME": BUCKET}

    @FEW
    @given(with_something_wrong(record(2, "Snatch", "Clean")["dynamodb"]))
    def change(odd: Any) -> None:
        listening.entries.clear()
        odd = {**(odd if isinstance(odd, dict) else {}), "SequenceNumber": "2"}
        FAN_OUT({"Records": [{"dynamodb": odd}, record(3, None, "Snatch")]}, CONTEXT)
        assert all(json.loads(entry["Detail"]) for entry in listening.entries)
        assert "Session Inserted" == listening.entries[-1]["DetailType"]

    change()


@pytest.mark.parametrize(
    "value", [{"N": "1E+125"}, {"N": "-0.5"}, {"NULL": True}, {"S": ""}, {"L": []}, {"BOOL": False}]
)
def test_a_session_made_by_hand_may_have_any_source(listening: Bus, value: dict[str, Any]) -> None:
    """The lineage is not needed to see the change."""
    odd = record(1, None, "Snatch")
    odd["dynamodb"]["NewImage"]["source"] = value
    FAN_OUT({"Records": [odd]}, CONTEXT)
    assert 1 == len(listening.entries)
