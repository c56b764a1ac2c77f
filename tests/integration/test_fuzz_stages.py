"""Any message of a queue is processed, or kept in quarantine unchanged with the reason; no stage hangs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wod.keys import bronze_key
from wod.reading.post import read_post
from wod.week_file import write_week

from ..odd import ODD, with_something_wrong
from .world import BUCKET, NEXT, World

EVENTS = Path(__file__).parents[2] / "events"
SILVER_KEY = "silver/sessions/2021/week_10--2021-03-08__2021-03-14.jsonl"
RAW_POST = (EVENTS / "posts" / "normal_week.json").read_bytes()


def message_of(stage: str) -> Any:
    """The message that a stage gets for the sample post."""
    return json.loads(json.loads((EVENTS / f"{stage}.json").read_bytes())["Records"][0]["body"])


def is_kept_or_processed(chain: World, stage: str, body: str) -> None:
    """Deliver it, and all that comes of it. Every stage acknowledges; what is refused is kept as it came, with a reason
    that a person can read."""
    assert {"batchItemFailures": []} == chain.call(stage, [body])
    refused = chain.quarantine()
    assert len(refused) + len(chain.waiting) <= 1 or NEXT[stage] is None
    assert [body] * len(refused) == [kept["input"] for kept in refused]
    chain.settle()
    for kept in chain.quarantine():
        assert kept["reason"].endswith(".")
        assert len(kept["reason"]) < 1000
    remove_all(chain, "quarantine/")


def remove_all(chain: World, prefix: str) -> None:
    found = chain.s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
    for each in found:
        chain.s3.delete_object(Bucket=BUCKET, Key=each["Key"])


FEW = settings(max_examples=settings().max_examples // 4)


@pytest.mark.parametrize("stage", NEXT)
def test_a_message_with_something_wrong_in_it(chain: World, stage: str) -> None:
    """Fields of the wrong type, missing, added, out of range: refused with the reason, or done as far as they go."""
    message = message_of(stage)
    prepare(chain, message)

    @FEW
    @given(with_something_wrong(message))
    def deliver(wrong: Any) -> None:
        is_kept_or_processed(chain, stage, json.dumps(wrong))

    deliver()


def prepare(chain: World, message: Any) -> None:
    """Have the sample post go all the way, so that a message about it is about something that is there."""
    key = bronze_key(read_post(RAW_POST))
    chain.drop(key, RAW_POST)
    version = chain.s3.head_object(Bucket=BUCKET, Key=key)["VersionId"]
    chain.settle()
    for made in [message, *message.get("records", [])]:
        if isinstance(made.get("source"), dict):
            made["source"]["bronze_version_id"] = version


@pytest.mark.parametrize("stage", NEXT)
def test_a_body_that_is_not_a_message(chain: World, stage: str) -> None:
    """Any text, and any JSON, is kept as it came."""

    @FEW
    @given(st.text() | ODD.map(json.dumps))
    def deliver(body: str) -> None:
        is_kept_or_processed(chain, stage, body)

    deliver()


# What was found so


def refusal(chain: World, stage: str, body: str) -> str:
    """The reason with which a stage keeps it."""
    assert {"batchItemFailures": []} == chain.call(stage, [body])
    (kept,) = chain.quarantine()
    assert body == kept["input"]
    return str(kept["reason"])


@pytest.mark.parametrize(
    ("stage", "place", "value", "reason"),
    [
        ("dump_post_to_bucket", "correlation_id", "é", "correlation_id.*printable ASCII"),
        ("dump_post_to_bucket", "correlation_id", "x" * 3000, "correlation_id.*printable ASCII"),
        ("dump_post_to_bucket", "fetched_at", "later", "fetched_at.*2021-03-14T09:00:00"),
        ("dump_post_to_bucket", "post.meta", float("nan"), "it is not JSON"),
        ("strip_post_html", "detail.object.key", "", "key.*1 to 1024 bytes"),
        ("strip_post_html", "detail.object.key", "é" * 600, "key.*1 to 1024 bytes"),
        ("sessions_to_date_records", "source.published", "yesterday", "published.*2021-03-14T09:00:00"),
        ("sessions_to_date_records", "source.published", "2021-02-30T10:00:00", "published"),
        ("sessions_to_date_records", "source.post_id", 10**40, "post_id"),
        ("save_sessions_to_bucket", "source.bronze_key", "", "bronze_key.*1 to 1024 bytes"),
        ("save_sessions_to_bucket", "source.bronze_key", "silver/x.json", "is not under bronze/raw/"),
        ("save_sessions_to_bucket", "week.week", 11, "do not belong together"),
        ("save_sessions_to_bucket", "week.year", 9999, "belong together|calendar|[Ww]eek"),
        ("save_sessions_to_bucket", "records.0.date", "2021-02-30", "2021-02-30, Monday.* at date"),
        ("save_sessions_to_bucket", "records.0.date", "2021-03-15", "not in the week of its message"),
        ("save_sessions_to_bucket", "records.0.source.post_id", 8, "of another post than its message"),
        ("save_sessions_to_bucket", "records.0.source.post_id", "8", "at source.post_id"),
        ("save_sessions_to_bucket", "records.0", {}, "The record of None, None, breaks the contract"),
    ],
)
def test_a_message_that_no_stage_would_send_is_refused(
    chain: World, stage: str, place: str, value: object, reason: str
) -> None:
    """Times and weeks in no calendar, keys and ids that no store takes, records of something else: the reason says
    which."""
    message = holder = message_of(stage)
    *way, last = (int(step) if step.isdigit() else step for step in place.split("."))
    for step in way:
        holder = holder[step]
    holder[last] = value
    assert re.search(reason, refusal(chain, stage, json.dumps(message)))


def test_a_record_that_is_there_twice_is_refused(chain: World) -> None:
    """The two would be one item of the table."""
    message = message_of("save_sessions_to_bucket")
    message["records"].append(message["records"][0])
    assert "is there twice" in refusal(chain, "save_sessions_to_bucket", json.dumps(message))


def test_a_field_with_an_endless_name_does_not_fill_the_reason(chain: World) -> None:
    """A reason is for people."""
    reason = refusal(chain, "segment_days", json.dumps({**message_of("segment_days"), "x" * 100_000: 1}))
    assert len(reason) < 400


def test_half_a_character_in_a_message_is_kept(chain: World) -> None:
    """A body that cannot even be written as UTF-8 is kept as well as it can be."""
    assert "not a DaysMessage" in refusal(chain, "segment_days", "half a \ud83d")


def test_characters_that_no_queue_takes_travel_in_another_form(chain: World) -> None:
    """SQS refuses U+FFFE and U+FFFF, which JSON can write as escapes: the text arrives whole."""
    message = message_of("group_post_by_day")
    text = "Monday \ufffe\uffff\x7f\x85\U0001f3cb"
    message["lines"] = [{"text": text, "links": [], "heading": True}]
    chain.call("group_post_by_day", [json.dumps(message)])
    (sent,) = chain.waiting
    assert re.fullmatch(r"[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", sent.body)
    assert text == json.loads(sent.body)["days"][0]["session"]


def test_a_number_that_the_table_cannot_hold_keeps_no_other_session_back(chain: World) -> None:
    """The session with it is named and the rest of the week is loaded."""
    records = message_of("save_sessions_to_bucket")["records"]
    records[0]["prescriptions"][0]["sets"] = 10**40
    chain.drop(SILVER_KEY, write_week(records))
    (event,) = (each for each in chain.waiting if each.stage == "load_sessions_to_table")
    assert "'Monday (Session One)' of 2021-03-08: A number of it does not fit" in refusal(
        chain, event.stage, event.body
    )
    assert [record["date"] for record in records[1:]] == [item["date"] for item in chain.items()]


def test_an_id_beside_an_object_that_no_header_takes_is_not_carried_on(chain: World) -> None:
    """A dropped post may have any metadata; it goes through, named by its version."""
    key = bronze_key(read_post(RAW_POST))
    chain.drop(key, RAW_POST)
    chain.s3.put_object(Bucket=BUCKET, Key=key, Body=RAW_POST, Metadata={"correlation-id": "x" * 1500})
    chain.settle()
    assert [] == chain.quarantine()
    assert 6 == len(chain.items())


def test_junk_where_a_post_lay_before_its_new_name_is_left_there(chain: World) -> None:
    """An edit that gives a post a new slug takes away its own old object, and nothing else."""
    fetched = message_of("dump_post_to_bucket")
    chain.call("dump_post_to_bucket", [json.dumps(fetched)])
    old = bronze_key(read_post(RAW_POST))
    chain.s3.put_object(Bucket=BUCKET, Key=old, Body=b"junk")
    fetched["fetched_at"] = "2021-03-09T10:05:00"
    fetched["post"] |= {"slug": "another-name", "modified_gmt": "2021-03-09T10:00:00"}
    chain.call("dump_post_to_bucket", [json.dumps(fetched)])
    assert [] == chain.quarantine()
    assert b"junk" == chain.s3.get_object(Bucket=BUCKET, Key=old)["Body"].read()
