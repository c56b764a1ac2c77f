"""Commands for an operator: `wod quarantine`, `wod dead-letters` and `wod rebuild`."""

import json
import re
import shutil
from collections.abc import Callable
from copy import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import boto3
import msgspec
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from wod.messages import PostMessage
from wod_cli import PROJECT
from wod_cli.commands import dead_letters, quarantine
from wod_cli.deployed import redrive
from wod_cli.deployed.expected import expected_of
from wod_cli.deployed.queues import Queue, queues_of, rebuild_event
from wod_cli.deployed.stack import Stack
from wod_cli.errors import CommandError

from .operations import NEXT_WEEK, POST, PREFIX, STACK, arrive, bodies, deliver, objects, put, queue, rows, taken, wod
from .test_guarantees import Revision
from .world import BUCKET, World, real_client

pytestmark = pytest.mark.operated

SILVER_KEY = "silver/sessions/2020/week_52--2020-12-21__2020-12-27.jsonl"
GOLD_KEY = "gold/aggregations/2020/week_52--2020-12-21__2020-12-27.json"


def quarantined_broken_post(chain: World) -> str:
    """Drop what is not a post; the event that it was refused for."""
    chain.drop("bronze/raw/mine.json", b"<html>")
    event = chain.waiting[0].body
    chain.settle()
    return event


def test_quarantine_lists_what_was_refused(chain: World) -> None:
    """An object that is not a post is listed with the stage that refused it, the reason, and its key."""
    quarantined_broken_post(chain)
    (row,) = rows("quarantine", "--json")
    assert ("strip_post_html", "bronze/raw/mine.json") == (row["stage"], row["post"])
    assert "not JSON" in row["reason"]


def test_quarantine_fits_80_columns_with_each_reason_below_its_row(chain: World) -> None:
    """This holds for any name of a post."""
    chain.drop(f"bronze/raw/{'a-long-name-' * 8}.json", b"<html>")
    chain.settle()
    lines = wod("quarantine").stdout.splitlines()
    assert ["ID", "Stage", "Post", "Age"] == lines[0].split()
    assert any(line.startswith("  The file is not JSON") for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_quarantine_names_the_post_of_a_message(chain: World) -> None:
    """A post without days is listed by its slug, which its lineage has."""
    chain.drop("bronze/raw/b.json", json.dumps({**POST.post(), "content": {"rendered": "<p>We moved.</p>"}}).encode())
    chain.settle()
    assert ["a-week"] == [row["post"] for row in rows("quarantine", "list", "--json")]


def test_quarantine_shows_the_input_as_it_came(chain: World) -> None:
    """The output has the reason and the message byte for byte; the beginning of an ID names it."""
    event = quarantined_broken_post(chain)
    (row,) = rows("quarantine", "--json")
    shown = json.loads(wod("quarantine", "show", row["id"][:6]).stdout)
    assert (event, row["reason"]) == (shown["input"], shown["reason"])


def test_a_retry_sends_the_input_to_its_stage_and_empties_quarantine(chain: World) -> None:
    """The stage gets the very message that it refused, and quarantine is empty."""
    event = quarantined_broken_post(chain)
    assert 0 == wod("quarantine", "retry", "--all").exit_code
    assert [event] == bodies("strip-post-html")
    assert [] == chain.quarantine()


def test_a_retry_after_the_fix_goes_all_the_way(chain: World) -> None:
    """If the object was corrected meanwhile, a retry ends in silver."""
    quarantined_broken_post(chain)
    chain.s3.put_object(Bucket=BUCKET, Key="bronze/raw/mine.json", Body=json.dumps(POST.post()).encode())
    wod("quarantine", "retry", "--all")
    deliver(chain)
    assert [SILVER_KEY] == list(chain.silver())


def test_input_that_is_refused_again_is_in_quarantine_again(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A retry in vain loses nothing: the message is delivered only when quarantine has let it go."""
    quarantined_broken_post(chain)
    monkeypatch.setattr(quarantine, "_SECONDS_BEFORE_DELIVERY", 900)
    wod("quarantine", "retry", "--all")
    assert [] == bodies("strip-post-html")
    assert 1 == queue("strip-post-html").count()
    monkeypatch.setattr(quarantine, "_SECONDS_BEFORE_DELIVERY", 0)
    quarantined_broken_post(chain)
    wod("quarantine", "retry", "--all")
    deliver(chain)
    assert 1 == len(chain.quarantine())


def test_a_post_that_its_queue_refuses_stays_in_quarantine(chain: World) -> None:
    """A fetched post that is larger than a queue takes is not deleted by a retry, and the refusal is one sentence."""
    message = PostMessage(correlation_id="c", fetched_at="2021-03-08T01:10:00", post={"slug": "long", "x": "x" * 2**20})
    keep("get_invictus_post", msgspec.json.encode(message).decode())
    failed = wod("quarantine", "retry", "--all")
    assert isinstance(failed.exception, CommandError)
    assert ["long"] == [row["post"] for row in rows("quarantine", "--json")]


@pytest.mark.parametrize(
    ("body", "target"),
    [
        (
            json.dumps({"correlation_id": "c", "fetched_at": "2021-03-08T01:10:00", "post": {"id": 1}}),
            "dump-post-to-bucket",
        ),
        ('{"page": "first"}', "get-invictus-post"),
    ],
)
def test_a_retry_sends_input_of_the_fetch_to_the_queue_it_was_meant_for(chain: World, body: str, target: str) -> None:
    """A post goes to the stage that stores posts, and a request that could not be read to the fetch queue."""
    keep("get_invictus_post", body)
    wod("quarantine", "retry", "--all")
    assert [body] == bodies(target)


def keep(stage: str, body: str) -> None:
    kept = {"stage": stage, "reason": "too large", "source": None, "object": None, "input": body}
    real_client("s3").put_object(Bucket=BUCKET, Key=f"quarantine/{stage}/0123.json", Body=json.dumps(kept).encode())


def test_quarantine_is_discarded_after_a_question(chain: World) -> None:
    """No keeps it, yes removes it; and an older version of the object remains."""
    quarantined_broken_post(chain)
    (row,) = rows("quarantine", "--json")
    assert 1 == wod("quarantine", "discard", row["id"], answer="n\n").exit_code
    assert 1 == len(chain.quarantine())
    assert 0 == wod("quarantine", "discard", row["id"], answer="y\n").exit_code
    assert [] == chain.quarantine()
    assert 1 == len(chain.s3.list_object_versions(Bucket=BUCKET, Prefix="quarantine/")["Versions"])


@pytest.mark.parametrize("words", [("discard", "--yes"), ("retry",)])
def test_an_entry_that_is_gone_does_not_stop_the_others(chain: World, words: tuple[str, ...]) -> None:
    """The other one leaves quarantine, and the exit status 1 comes with the name of the one that is gone."""
    quarantined_broken_post(chain)
    (row,) = rows("quarantine", "--json")
    ended = wod("quarantine", *words, "5f0c31aa", row["id"])
    assert [] == chain.quarantine()
    assert "'5f0c31aa' is not in quarantine, or no longer" in str(ended.exception)


@pytest.mark.parametrize("arguments", [("retry",), ("retry", "nothing"), ("retry", "--all", "0123"), ("show", "zz")])
def test_a_retry_needs_ids_that_exist_or_all(chain: World, arguments: tuple[str, ...]) -> None:
    """An unknown ID, no ID at all, or an ID together with --all changes nothing."""
    quarantined_broken_post(chain)
    assert isinstance(wod("quarantine", *arguments).exception, CommandError)
    assert 1 == len(chain.quarantine())


def test_dead_letters_are_listed_by_queue(chain: World) -> None:
    """Each queue with dead letters has its stage, how many wait, and the posts that they are about."""
    event = json.dumps({"detail": {"object": {"key": "bronze/raw/a.json"}}})
    put("strip-post-html-dead-letters", event)
    put("strip-post-html-dead-letters", event)
    put("dump-post-to-bucket", "no dead letter")
    (row,) = rows("dead-letters", "--json")
    assert ("strip_post_html", 2, ["bronze/raw/a.json"]) == (row["stage"], row["count"], row["posts"])


def test_dead_letters_fit_80_columns_with_their_posts_below(chain: World) -> None:
    """The queue with the longest name, too."""
    put("sessions-to-date-records-dead-letters", json.dumps({"source": {"slug": "a-week"}}))
    _, row, posts = wod("dead-letters").stdout.splitlines()
    assert ["sessions-to-date-records-dead-letters", "sessions_to_date_records", "1"] == row.split()[:3]
    assert "  a-week" == posts.rstrip()
    assert len(row) <= 80


def test_looking_at_dead_letters_hides_none(chain: World) -> None:
    """Shown messages are visible to other consumers at once, and unchanged."""
    put("segment-days-dead-letters", "é ", why="é")
    (shown,) = rows("dead-letters", "show", "segment-days-dead-letters")
    assert ("é ", {"why": "é"}) == (shown["body"], shown["attributes"])
    assert ["é "] == bodies("segment-days-dead-letters")


@pytest.fixture
def no_message_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQS as an emulator has it."""

    def refuse(*_: Any, **__: Any) -> None:
        raise ClientError({"Error": {"Code": "InvalidAction", "Message": "what?"}}, "StartMessageMoveTask")

    def make(service: str, **options: Any) -> Any:
        of_service: Callable[..., Any] = boto3.client
        client = of_service(service, **options)
        if service == "sqs":
            client.start_message_move_task = refuse
        return client

    monkeypatch.setattr(dead_letters, "find_stack", lambda *_: Stack(STACK, {}, make))


@pytest.mark.usefixtures("chain", "no_message_move")
def test_a_retry_without_message_move_keeps_body_and_attributes() -> None:
    """If SQS cannot move messages they are received, sent and deleted, byte for byte."""
    for number in range(12):
        put("segment-days-dead-letters", f'{{"n":  {number}, "é": 1}} ', why="é")
    assert 0 == wod("dead-letters", "retry", "segment-days-dead-letters").exit_code
    found = taken("segment-days")
    assert {f'{{"n":  {number}, "é": 1}} ' for number in range(12)} == {message["Body"] for message in found}
    assert {"é"} == {message["MessageAttributes"]["why"]["StringValue"] for message in found}
    assert [] == bodies("segment-days-dead-letters")


def moving(tasks: list[dict[str, Any]]) -> tuple[Queue, Queue]:
    """Two queues of an SQS that starts a move and then reports its progress, one response per request."""
    client = boto3.client("sqs")
    stub = Stubber(client)
    arns = [f"arn:aws:sqs:us-east-1:1:{name}" for name in ("segment-days-dead-letters", "segment-days")]

    def answer_arn(index: int) -> None:
        stub.add_response("get_queue_attributes", {"Attributes": {"QueueArn": arns[index]}})

    answer_arn(0)
    answer_arn(1)
    wanted = {"SourceArn": arns[0], "DestinationArn": arns[1]}
    stub.add_response("start_message_move_task", {"TaskHandle": "t"}, wanted)
    for task in tasks:
        answer_arn(0)
        stub.add_response("list_message_move_tasks", {"Results": [task]}, {"SourceArn": arns[0], "MaxResults": 1})
    stub.activate()
    return Queue("segment-days-dead-letters", "a", client), Queue("segment-days", "b", client)


def test_a_retry_on_aws_waits_for_the_message_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQS moves the messages itself, and the command prints how many when it is done."""
    monkeypatch.setattr(redrive, "time", SimpleNamespace(sleep=lambda _: None))
    running = {"Status": "RUNNING", "ApproximateNumberOfMessagesMoved": 1, "ApproximateNumberOfMessagesToMove": 3}
    done = {"Status": "COMPLETED", "ApproximateNumberOfMessagesMoved": 3}
    assert 3 == redrive.move_back(*moving([running, done]))


def test_a_message_move_that_fails_says_why() -> None:
    """The reason that SQS gives reaches the operator."""
    failed = {"Status": "FAILED", "FailureReason": "AccessDenied", "ApproximateNumberOfMessagesMoved": 2}
    with pytest.raises(CommandError, match="failed after 2 messages: AccessDenied"):
        redrive.move_back(*moving([failed]))


def test_an_event_that_was_not_delivered_goes_to_its_target(chain: World) -> None:
    """EventBridge's dead letter names its target; a queue gets it; one whose rule is gone stays, with what to do."""
    put("event-delivery-dead-letters", "raw", TARGET_ARN=f"arn:aws:sqs:us-east-1:123456789012:{PREFIX}strip-post-html")
    gold = json.dumps({"detail": {"object": {"key": GOLD_KEY}}})
    put("event-delivery-dead-letters", gold, TARGET_ARN="arn:aws:sns:us-east-1:123456789012:topic")
    failed = wod("dead-letters", "retry", "event-delivery-dead-letters")
    assert GOLD_KEY in str(failed.exception)
    assert ["raw"] == bodies("strip-post-html")
    assert [gold] == bodies("event-delivery-dead-letters")


def test_a_text_that_was_not_published_is_published_as_its_rule_has_it(chain: World) -> None:
    """The dead letter is the event; the topic gets the text that the rule's target makes of it."""
    topic = real_client("sns").create_topic(Name=f"{PREFIX}notifications")["TopicArn"]
    heard = real_client("sqs").create_queue(QueueName="heard")["QueueUrl"]
    real_client("sns").subscribe(
        TopicArn=topic,
        Protocol="sqs",
        Endpoint="arn:aws:sqs:us-east-1:123456789012:heard",
        Attributes={"RawMessageDelivery": "true"},
    )
    events = real_client("events")
    rule = events.put_rule(Name=f"{PREFIX}week-in-gold", EventPattern='{"source": ["aws.s3"]}')["RuleArn"]
    text = {
        "InputPathsMap": {"key": "$.detail.object.key", "bucket": "$.detail.bucket.name"},
        "InputTemplate": '"A week is ready: s3://<bucket>/<key>"',
    }
    events.put_targets(Rule=f"{PREFIX}week-in-gold", Targets=[{"Id": "1", "Arn": topic, "InputTransformer": text}])
    put("event-delivery-dead-letters", rebuild_event(BUCKET, GOLD_KEY), TARGET_ARN=topic, RULE_ARN=rule)
    assert 0 == wod("dead-letters", "retry", "event-delivery-dead-letters").exit_code
    (message,) = real_client("sqs").receive_message(QueueUrl=heard)["Messages"]
    assert f'"A week is ready: s3://{BUCKET}/{GOLD_KEY}"' == message["Body"]
    assert [] == bodies("event-delivery-dead-letters")


def invoking(payload: str) -> Callable[[str], Any]:
    """Make clients; that of Lambda takes one asynchronous call with this payload, and nothing else."""
    functions = boto3.client("lambda")
    stub = Stubber(functions)
    wanted = {"FunctionName": f"{PREFIX}get-invictus-post", "InvocationType": "Event", "Payload": payload.encode()}
    stub.add_response("invoke", {"StatusCode": 202}, wanted)
    stub.activate()
    return {"lambda": functions, "sqs": real_client("sqs")}.__getitem__


def test_a_fetch_that_failed_is_started_again(chain: World) -> None:
    """Lambda's record of a failure has the request; the function gets the same one again."""
    put("get-invictus-post-failures", json.dumps({"version": "1.0", "requestPayload": {"page": 3}}))
    stack = Stack(STACK, {}, invoking('{"page": 3}'))
    queues = queues_of(stack)
    assert [] == redrive.retry_queue(stack, queues, queues["get-invictus-post-failures"])
    assert [] == bodies("get-invictus-post-failures")


@pytest.mark.parametrize("name", ["notification-dead-letters", "fan-out-session-changes-failures"])
def test_a_message_that_no_retry_fixes_stays_and_names_the_fix(chain: World, name: str) -> None:
    """A retry of these queues changes nothing, ends with status 1, and names the fix."""
    put(name, "{}")
    failed = wod("dead-letters", "retry", "--all")
    assert isinstance(failed.exception, CommandError)
    assert "discard" in str(failed.exception)
    assert ["{}"] == bodies(name)


def test_dead_letters_are_discarded_after_a_question(chain: World) -> None:
    """No keeps them, yes deletes them; a full name of a queue will do."""
    put("segment-days-dead-letters", "{}")
    name = f"{PREFIX}segment-days-dead-letters"
    assert 1 == wod("dead-letters", "discard", name, answer="n\n").exit_code
    assert 1 == queue("segment-days-dead-letters").count()
    assert 0 == wod("dead-letters", "discard", name, answer="y\n").exit_code
    assert 0 == queue("segment-days-dead-letters").count()


def test_a_dead_letter_that_comes_after_the_question_is_not_discarded(
    chain: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The confirmation covers the messages that were there, and no others."""
    put("segment-days-dead-letters", "known")

    def come(*_: Any, **__: Any) -> None:
        put("segment-days-dead-letters", "new")

    monkeypatch.setattr("typer.confirm", come)
    assert 0 == wod("dead-letters", "discard", "segment-days-dead-letters").exit_code
    assert ["new"] == bodies("segment-days-dead-letters")


def test_no_other_queue_can_be_emptied(chain: World) -> None:
    """A queue in which a stage's work waits is not a queue of dead letters."""
    put("segment-days", "{}")
    assert isinstance(wod("dead-letters", "discard", "segment-days", "--yes").exception, CommandError)
    assert ["{}"] == bodies("segment-days")


def test_a_check_finds_no_difference_in_the_output_of_the_chain(chain: World) -> None:
    """After a run of the chain over an edit, another week and what is not a post, --check finds and changes nothing."""
    renamed = Revision(7, 2, "a-week-2", "2020-12-20T08:00:00", "December 21-27, 2020", (("Monday", 3),), False)
    arrive(chain, POST, NEXT_WEEK, renamed)
    quarantined_broken_post(chain)
    before = chain.s3.list_object_versions(Bucket=BUCKET)["Versions"]
    checked = wod("rebuild", "--check")
    assert (0, "") == (checked.exit_code, checked.stdout)
    assert "Nothing differs: silver, the table and gold are as bronze gives them." in plainly(checked.stderr)
    assert before == chain.s3.list_object_versions(Bucket=BUCKET)["Versions"]


def test_a_post_that_is_under_two_keys_counts_once(chain: World) -> None:
    """If a post has two raw objects, the one that was modified last on the blog gives the sessions."""
    newer = Revision(7, 2, "a-week-2", "2020-12-20T08:00:00", "December 21-27, 2020", (("Tuesday", 3),), True)
    arrive(chain, newer, POST)
    assert (0, "") == ((checked := wod("rebuild", "--check")).exit_code, checked.stdout)
    expected = expected_of(objects("bronze/raw/"))
    assert ["2020-12-22"] == [record["date"] for record in expected.weeks[SILVER_KEY]]


def test_an_old_copy_that_was_dropped_over_a_newer_one_does_not_count(chain: World) -> None:
    """If an object has several versions, the one that was modified last on the blog gives the sessions."""
    newer = Revision(7, 2, "a-week", "2020-12-20T08:00:00", "December 21-27, 2020", (("Tuesday", 3),), True)
    arrive(chain, newer, POST)
    assert (0, "") == ((checked := wod("rebuild", "--check")).exit_code, checked.stdout)


def test_an_older_copy_of_an_unchanged_post_does_not_count(chain: World) -> None:
    """The blog confirmed the post at a later time than that of the copy, though bronze has only its first revision."""
    first = replace(POST, by_hand=False)
    arrive(chain, first, replace(first, modified=3))
    copy = replace(POST, modified=2, sessions=(("Tuesday", 3),))
    chain.drop("bronze/raw/copy.json", json.dumps(copy.post()).encode())
    chain.settle()
    assert (0, "") == ((checked := wod("rebuild", "--check")).exit_code, checked.stdout)


def test_check_says_what_differs_by_date_and_session(chain: World) -> None:
    """Each missing, extra or different session in silver, table and gold has a line, and the exit status is 1."""
    arrive(chain, POST, NEXT_WEEK)
    monday = chain.table.get_item(Key={"date": "2020-12-21", "session": "Monday"})["Item"]
    chain.table.put_item(Item={**monday, "segment_a": "something else"})
    chain.table.put_item(Item={**monday, "session": "Extra"})
    chain.table.delete_item(Key={"date": "2020-12-26", "session": "Saturday"})
    chain.s3.delete_object(Bucket=BUCKET, Key=GOLD_KEY)
    checked = wod("rebuild", "--check")
    assert [
        "table: 2020-12-21 Extra is extra",
        "table: 2020-12-21 Monday differs in segment_a",
        "table: 2020-12-26 Saturday is missing",
        f"gold: {GOLD_KEY} is missing",
    ] == checked.stdout.splitlines()
    assert isinstance(checked.exception, CommandError)


def test_rebuild_into_an_empty_stack(chain: World) -> None:
    """With nothing but bronze, all of silver, table and gold come again as they were."""
    arrive(chain, POST, NEXT_WEEK)
    before = chain.freeze()
    for prefix in ("silver/", "gold/"):
        for key in objects(prefix):
            chain.s3.delete_object(Bucket=BUCKET, Key=key)
    for item in chain.table.scan()["Items"]:
        chain.table.delete_item(Key={"date": item["date"], "session": item["session"]})
    assert (0, "") == ((rebuilt := wod("rebuild")).exit_code, rebuilt.stdout)
    assert before == chain.freeze()


def test_rebuild_mends_table_and_gold_where_silver_is_right(chain: World) -> None:
    """Right silver is not written again, but everything made from it is made again."""
    arrive(chain, POST)
    before = chain.freeze()
    chain.table.delete_item(Key={"date": "2020-12-26", "session": "Saturday"})
    chain.s3.put_object(Bucket=BUCKET, Key=GOLD_KEY, Body=b"{}")
    assert (0, "") == ((rebuilt := wod("rebuild")).exit_code, rebuilt.stdout)
    assert before == chain.freeze()


def test_rebuild_does_not_wait_for_the_blog(chain: World) -> None:
    """A fetch that waits to be tried again holds no rebuild up."""
    arrive(chain, POST)
    put("get-invictus-post", "{}")
    assert 0 == wod("rebuild").exit_code
    assert ["{}"] == bodies("get-invictus-post")


def test_rebuild_names_what_bronze_does_not_give_and_leaves_it(chain: World) -> None:
    """Sessions of a post whose raw object is gone stay where they are, and are named once, line by line."""
    arrive(chain, POST, NEXT_WEEK)
    chain.s3.delete_object(Bucket=BUCKET, Key=POST.key)
    rebuilt = wod("rebuild")
    assert [
        "session removed: 4, in 1 week",
        "  2020-12-21 Monday A: Every 2 minutes, for 10 minutes (5 sets):",
        "    - gone",
    ] == rebuilt.stdout.splitlines()[:3]
    assert "table:" not in rebuilt.stdout
    assert SILVER_KEY in chain.silver()


def test_rebuild_says_where_silver_cannot_be_read(chain: World) -> None:
    """A week's file that is damaged is named, with the reason, beside the sessions that it should have."""
    arrive(chain, POST)
    chain.s3.put_object(Bucket=BUCKET, Key=SILVER_KEY, Body=b"not JSON\n")
    lines = wod("rebuild", "--check").stdout.splitlines()
    assert "session added: 4, in 1 week" in lines
    assert [line for line in lines if line.startswith(f"silver: {SILVER_KEY} cannot be read: ")]


def test_check_waits_for_what_is_on_its_way(chain: World) -> None:
    """A post that the chain has not stored yet is not a difference."""
    POST.arrive(chain)
    put("strip-post-html", chain.waiting.pop().body)
    checked = wod("rebuild", "--check")
    assert (0, "") == (checked.exit_code, checked.stdout)
    assert SILVER_KEY in chain.silver()


def test_a_session_that_the_table_refused_is_not_missing(chain: World) -> None:
    """It is larger than an item may be, and in quarantine: no rebuild would bring it."""
    arrive(chain, POST)
    chain.table.delete_item(Key={"date": "2020-12-26", "session": "Saturday"})
    kept = {
        "stage": "load_sessions_to_table",
        "reason": "The table refuses 'Saturday' of 2020-12-26: Item size has exceeded the maximum allowed size.",
    }
    key = "quarantine/load_sessions_to_table/0.json"
    chain.s3.put_object(Bucket=BUCKET, Key=key, Body=json.dumps(kept).encode())
    checked = wod("rebuild", "--check")
    assert (0, "") == (checked.exit_code, checked.stdout)


@pytest.fixture
def other_parser(tmp_path: Path) -> Path:
    """A copy of the package in which a line of sets prescribes one repetition more."""
    copy = tmp_path / "common"
    shutil.copytree(PROJECT / "layers" / "common", copy, ignore=shutil.ignore_patterns("__pycache__"))
    with (copy / "wod" / "reading" / "records.py").open("a", encoding="utf-8") as records:
        records.write(
            "\n\n_read_as_before = read_session\n\n\n"
            "def read_session(*arguments):\n"
            "    reading = _read_as_before(*arguments)\n"
            "    for one in reading.prescriptions:\n"
            "        one['reps_min'] = one['reps_max'] = one['reps_min'] + 1\n"
            "    return reading\n"
        )
    return copy


def test_another_parser_is_judged_before_it_is_deployed(chain: World, other_parser: Path) -> None:
    """Each line that it reads otherwise is shown before and after; nothing is changed."""
    arrive(chain, POST)
    before = chain.s3.list_object_versions(Bucket=BUCKET)["Versions"]
    checked = wod("rebuild", "--check", "--with", str(other_parser))
    assert [
        "reps: 2, in 1 week",
        "  2020-12-21 Monday A: Snatch x 2 reps @ 75% of 1-RM Snatch",
        "    - Snatch: 5 x 2 @ 75% of 1-RM Snatch, every 2:00, in 10:00",
        "    + Snatch: 5 x 3 @ 75% of 1-RM Snatch, every 2:00, in 10:00",
        "  2020-12-26 Saturday A: Snatch x 1 reps @ 75% of 1-RM Snatch",
        "    - Snatch: 5 x 1 @ 75% of 1-RM Snatch, every 2:00, in 10:00",
        "    + Snatch: 5 x 2 @ 75% of 1-RM Snatch, every 2:00, in 10:00",
    ] == checked.stdout.splitlines()
    assert "2 of 4 lines differ" in str(checked.exception)
    assert before == chain.s3.list_object_versions(Bucket=BUCKET)["Versions"]


def read_by_an_earlier_parser(chain: World, *posts: Revision) -> None:
    """Posts arrive, and silver has a repetition more for each line of sets."""
    arrive(chain, *posts)
    for key in objects("silver/sessions/"):
        weeks = chain.s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        more = re.sub(rb'("reps_m(?:in|ax)": )([0-9]+)', lambda found: found[1] + b"%d" % (int(found[2]) + 1), weeks)
        chain.s3.put_object(Bucket=BUCKET, Key=key, Body=more)


@pytest.mark.parametrize(("threshold", "passes"), [("1", False), ("2", True), ("49%", False), ("50%", True)])
def test_a_threshold_decides_the_status(chain: World, threshold: str, passes: bool) -> None:
    """A threshold is a number of lines or a share of all lines; two of four differ here."""
    read_by_an_earlier_parser(chain, POST)
    checked = wod("rebuild", "--check", "--threshold", threshold)
    assert passes == (checked.exit_code == 0)


def test_differences_are_listed_by_week_and_post_and_as_json(chain: World) -> None:
    """Only the post that is named, by its week or by its slug, is compared."""
    read_by_an_earlier_parser(chain, POST, NEXT_WEEK)
    for choice in (("--week", "2020-W53"), ("--post", "the-next"), ("--post", "8")):
        found = rows("rebuild", "--check", "--json", *choice)
        assert [("reps", "2020-12-28"), ("reps", "2021-01-02")] == [(one["kind"], one["day"]) for one in found]
        assert ({"reps_max": 3, "reps_min": 3}, {"reps_max": 2, "reps_min": 2}) == (
            found[0]["before"],
            found[0]["after"],
        )


def plainly(text: str) -> str:
    """The text on one line, as a terminal breaks it."""
    return " ".join(text.split())


def test_a_check_of_a_part_counts_only_that_part(chain: World) -> None:
    """A session of one week is missing in the table; the other week and the other post are right, and say how much."""
    arrive(chain, POST, NEXT_WEEK)
    quarantined_broken_post(chain)
    chain.table.delete_item(Key={"date": "2020-12-26", "session": "Saturday"})
    for choice in (("--week", "2020-W53"), ("--post", "the-next")):
        checked = wod("rebuild", "--check", *choice)
        assert (0, "") == (checked.exit_code, checked.stdout)
        assert plainly(checked.stderr).startswith(
            "Bronze gives 2 sessions in 1 week, from 1 raw post. Nothing differs:"
        )
    for choice in (("--week", "2020-W52"), ("--post", "a-week")):
        checked = wod("rebuild", "--check", *choice)
        assert "table: 2020-12-26 Saturday is missing\n" == checked.stdout
        assert "0 of 4 lines differ and 1 difference in table" in str(checked.exception)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--week", "nope"), "'nope' is not a week"),
        (("--post", "nope"), "'nope' names no posts in bronze"),
        (("--post", "99"), "There is no post 99"),
    ],
)
def test_a_check_of_what_is_not_there_is_refused(chain: World, words: tuple[str, str], problem: str) -> None:
    """It is said before waiting for the chain, which has an undelivered message."""
    put("segment-days", "{}")
    assert problem in str(wod("rebuild", "--check", *words).exception)


def test_lineage_alone_is_counted_apart_and_fails_nothing(chain: World) -> None:
    """Sessions that another version of the pipeline has written say the same."""
    arrive(chain, POST)
    weeks = chain.s3.get_object(Bucket=BUCKET, Key=SILVER_KEY)["Body"].read()
    older = re.sub(rb'"pipeline_version": "[^"]*"', b'"pipeline_version": "0.9"', weeks)
    chain.s3.put_object(Bucket=BUCKET, Key=SILVER_KEY, Body=older)
    put("load-sessions-to-table", rebuild_event(BUCKET, SILVER_KEY))
    checked = wod("rebuild", "--check")
    assert ["lineage only: 2, in 1 week", "  pipeline_version"] == checked.stdout.splitlines()
    assert "Nothing differs but the lineage of 2 sessions" in plainly(checked.stderr)
    assert 0 == checked.exit_code


@pytest.mark.parametrize("words", [("--with", "."), ("--week", "this"), ("--threshold", "3"), ("--json",)])
def test_only_a_check_judges(words: tuple[str, ...]) -> None:
    """A rebuild itself takes none of these."""
    assert isinstance(wod("rebuild", *words).exception, CommandError)


def test_a_folder_without_a_parser_is_refused(chain: World, tmp_path: Path) -> None:
    """The sentence names the folder."""
    arrive(chain, POST)
    assert str(tmp_path) in str(wod("rebuild", "--check", "--with", str(tmp_path)).exception)
