"""A stage around its own work: bad input, large input, infrastructure that fails."""

import json
from typing import Any

import msgspec
import pytest
from botocore.exceptions import ClientError

from wod.messages import LinesMessage, PostMessage
from wod.models import Line, Source
from wod.plumbing import sending

from .test_guarantees import Revision
from .world import BUCKET, World

POST = Revision(7, 1, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", (("Monday", 2), ("Saturday", 1)), True)
SILVER_KEY = "silver/sessions/2020/week_52--2020-12-21__2020-12-27.jsonl"


def test_a_raw_post_goes_all_the_way(chain: World) -> None:
    """A post that is dropped into bronze ends in silver, in the table and in gold."""
    POST.arrive(chain)
    chain.settle()
    assert ["2020-12-21", "2020-12-26"] == [record["date"] for record in chain.silver()[SILVER_KEY]]
    assert chain.silver()[SILVER_KEY] == chain.items()
    assert ["gold/aggregations/2020/week_52--2020-12-21__2020-12-27.json"] == list(chain.gold())


def test_a_post_that_comes_again_changes_nothing(chain: World) -> None:
    """A second delivery of an event writes nothing, so no stage is triggered."""
    POST.arrive(chain)
    event = chain.waiting[0]
    chain.settle()
    before = versions(chain)
    chain.waiting.append(event)
    chain.settle()
    assert before == versions(chain)


def test_a_post_that_is_dropped_again_goes_through(chain: World) -> None:
    """The same raw post has a new version, and silver says that it comes from that one."""
    POST.arrive(chain)
    chain.settle()
    before = versions(chain)
    POST.arrive(chain)
    chain.settle()
    after = versions(chain)
    assert before[SILVER_KEY] != after[SILVER_KEY]


def test_a_queue_that_is_asked_too_often_is_asked_again(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """botocore does not know SQS's old code for it."""
    throttled = ClientError({"Error": {"Code": "AWS.SimpleQueueService.RequestThrottled"}}, "SendMessage")
    answers: list[Exception | None] = [throttled, throttled, None]

    def send_message(**wanted: str) -> None:
        if answer := answers.pop(0):
            raise answer
        chain.sent(wanted["QueueUrl"], wanted["MessageBody"])

    monkeypatch.setattr(sending._send_message.retry, "sleep", lambda seconds: None)  # type: ignore[attr-defined]
    chain.clients["sqs"].replaced["send_message"] = send_message
    POST.arrive(chain)
    assert {"batchItemFailures": []} == chain.call("strip_post_html", [chain.waiting.pop().body])
    assert ["group_post_by_day"] == [delivery.stage for delivery in chain.waiting]
    assert [] == answers


def test_a_post_that_is_dropped_every_day_is_read_once(chain: World) -> None:
    """Versions that say the same are not read one by one, so that a year of them is not a load."""
    for _ in range(50):
        POST.arrive(chain)
    event = chain.waiting[-1]
    versions: list[str | None] = []

    def get_object(**wanted: Any) -> Any:
        versions.append(wanted.get("VersionId"))
        return chain.s3.get_object(**wanted)

    chain.clients["s3"].replaced["get_object"] = get_object
    running = chain.start(event)
    chain.finish(running)
    assert [None] * len(versions) == versions
    assert versions


def versions(chain: World) -> dict[str, int]:
    found = chain.s3.list_object_versions(Bucket=BUCKET)["Versions"]
    return {key: sum(version["Key"] == key for version in found) for key in {version["Key"] for version in found}}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html>", "not JSON"),
        (b"[]", "array"),
        (b"{}", "id"),
        (b"\xff\xfe\x00", "UTF-8"),
        (json.dumps({**POST.post(), "content": {"rendered": "<p>We moved house.</p>"}}).encode(), "day"),
        (json.dumps({**POST.post(), "title": {"rendered": "February 30-31, 2021"}}).encode(), "February"),
    ],
)
def test_input_that_can_never_succeed_is_quarantined_with_its_reason(chain: World, body: bytes, reason: str) -> None:
    """Input that no retry would fix is kept with a reason, once, and acknowledged; the object stays where it was
    dropped."""
    chain.drop("bronze/raw/mine.json", body)
    event = chain.waiting[0]
    chain.settle()
    chain.waiting.append(event)
    chain.settle()
    (kept,) = chain.quarantine()
    assert reason in kept["reason"]
    assert body == chain.s3.get_object(Bucket=BUCKET, Key="bronze/raw/mine.json")["Body"].read()


def test_a_broken_post_that_every_fetch_brings_again_is_quarantined_once(chain: World) -> None:
    """The schedule fetches every ten minutes, and one alert reports the blog's problem."""
    broken = {**POST.post(), "content": {}}
    for minute in ("10:00", "10:10"):
        message = PostMessage(correlation_id=f"c-{minute}", fetched_at=f"2020-12-21T{minute}:00", post=broken)
        chain.sent("dump_post_to_bucket", msgspec.json.encode(message).decode())
    chain.settle()
    (kept,) = chain.quarantine()
    assert "content" in kept["reason"]


def test_the_input_of_a_stage_is_kept_byte_for_byte(chain: World) -> None:
    """Quarantine holds the message as it came, with the stage that refused it."""
    body = '{"source": 1,  "lines": "é"}'
    chain.sent("group_post_by_day", body)
    chain.settle()
    (kept,) = chain.quarantine()
    assert (body, "group_post_by_day") == (kept["input"], kept["stage"])


def test_a_post_with_more_text_than_a_message_takes_is_quarantined_with_its_lineage(chain: World) -> None:
    """A message is never cut: the post is kept, with the size as the reason and the post's lineage."""
    long = {**POST.post(), "content": {"rendered": "<p>Monday</p>" + "<p>Row for 500 meters</p>" * 60_000}}
    chain.drop("bronze/raw/long.json", json.dumps(long).encode())
    chain.settle()
    (kept,) = chain.quarantine()
    assert "SQS takes 1048576" in kept["reason"]
    assert "bronze/raw/long.json" == kept["source"]["bronze_key"]


def test_a_message_that_may_succeed_later_stays_in_the_queue(chain: World) -> None:
    """A bucket that throttles is not bad input: the stage fails, and nothing is quarantined."""
    POST.arrive(chain)
    throttled = ClientError({"Error": {"Code": "SlowDown", "Message": "reduce your rate"}}, "GetObject")

    def refuse(**_: Any) -> None:
        raise throttled

    running = chain.start(chain.waiting.pop())
    chain.clients["s3"].replaced["get_object"] = refuse
    chain.finish(running)
    assert running.died_of is not None
    del chain.clients["s3"].replaced["get_object"]
    assert [] == chain.quarantine()


def test_one_failing_message_of_a_batch_holds_no_other_back(chain: World) -> None:
    """Only the message of a batch that failed is reported, so that only it is delivered again."""
    source = Source(
        post_id=7,
        slug="a-week",
        link="",
        title="December 21-27, 2020",
        published="2020-12-20T08:00:00",
        modified_gmt="2020-12-20T08:00:00",
        bronze_key="bronze/raw/a.json",
        bronze_version_id="1",
        pipeline_version="1",
        correlation_id="c",
    )
    good, failing = (
        msgspec.json.encode(LinesMessage(source=source, lines=[Line(text="Monday"), Line(text=text)])).decode()
        for text in ("A. Snatch x 2 reps", "B. Clean x 1 rep")
    )

    def refuse_some(**message: Any) -> None:
        if "Clean" in message["MessageBody"]:
            raise ClientError({"Error": {"Code": "InternalError", "Message": "try again"}}, "SendMessage")

    chain.clients["sqs"].replaced["send_message"] = refuse_some
    answer = chain.call("group_post_by_day", [good, failing])
    assert {"batchItemFailures": [{"itemIdentifier": "1"}]} == answer


@pytest.mark.parametrize("value", ["9" * 5000, "1e999", "-Infinity", "NaN", '"\\ud800"'])
@pytest.mark.parametrize("place", ['"views": %s', '"id": %s', '"title": {"rendered": %s}'])
def test_an_invalid_value_refuses_its_post_and_is_named(chain: World, value: str, place: str) -> None:
    """Fetched or dropped: the post is in quarantine or its value is not used, and nothing waits to be tried again."""
    post = json.dumps(POST.post())[:-1] + ", " + place % value + "}"
    chain.sent("dump_post_to_bucket", f'{{"correlation_id": "c", "fetched_at": "2020-12-21T10:00:00", "post": {post}}}')
    chain.drop("bronze/raw/mine.json", post.encode())
    chain.settle()
    refused = {kept["stage"]: kept["reason"] for kept in chain.quarantine()}
    assert set(refused) <= {"dump_post_to_bucket", "strip_post_html"}
    if "views" not in place:
        assert 2 == len(refused)
    assert all(reason.strip() for reason in refused.values())


def test_a_post_fills_quarantine_only_so_far(chain: World) -> None:
    """Forty bad edits of a post are thirty objects and ten alerts an hour; those of another post come besides."""
    for number in range(40):
        body = {**POST.post(), "content": {"rendered": f"<p>We moved house, {number}.</p>"}}
        chain.sent("dump_post_to_bucket", fetched(body, number))
        chain.settle()
    chain.sent("dump_post_to_bucket", fetched({**POST.post(), "id": 8, "slug": "b", "content": {}}, 1))
    chain.settle()
    keys = [found["Key"] for found in chain.s3.list_objects_v2(Bucket=BUCKET, Prefix="quarantine/")["Contents"]]
    of_the_post = [key for key in keys if "group_post_by_day" in key]
    assert (10, True) == (sum(key.endswith(".json") for key in of_the_post), len(of_the_post) <= 30)
    assert 1 == sum("dump_post_to_bucket" in key for key in keys)
    assert any("39" in kept["input"] for kept in chain.quarantine())


def fetched(post: dict[str, Any], second: int) -> str:
    post |= {"modified_gmt": f"2020-12-20T10:{second // 60:02}:{second % 60:02}"}
    return msgspec.json.encode(PostMessage(correlation_id="c", fetched_at="2020-12-21T10:00:00", post=post)).decode()
