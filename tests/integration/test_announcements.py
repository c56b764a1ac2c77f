"""When a week is announced to people, and when it is not: weeks of the calendar, on a real clock."""

import json
import re
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from botocore.exceptions import ReadTimeoutError

from tests.clocks import moments_of, monday_of
from tests.e2e.posts import PULLS, SQUATS, raw, week_post
from wod.announcing.gsm7 import septets
from wod.keys import announced_key, gold_key, silver_key
from wod.models import Week
from wod.weeks import week_starting

from .world import BUCKET, SITE_URL, Delivery, Running, World, real_client, world

# Here two functions share the metrics of one process, and one may find them flushed by the other.
pytestmark = pytest.mark.filterwarnings("ignore:No application metrics to publish")


GYM = ZoneInfo("America/Los_Angeles")
THIS_MONDAY = monday_of(datetime.now(GYM).date())
# If midnight on Sunday passes before a test runs, the week after next is still one to come.
MONDAY_TO_COME = THIS_MONDAY + timedelta(weeks=2)
LAST_MONDAY = THIS_MONDAY - timedelta(weeks=1)
WEEK_TO_COME = week_starting(MONDAY_TO_COME)
_DATE = re.compile(r"(?<=[a-z]) \d{1,2} [A-Za-z]{3}(?=:)")
DAYS = {"Monday": SQUATS, "Tuesday": PULLS}
EDITED = {"Monday": SQUATS, "Tuesday": SQUATS}
PAGE = f"{SITE_URL}/weeks/{WEEK_TO_COME.year}-W{WEEK_TO_COME.week:02}.html"
TUESDAY_ON_PAGE = f"{PAGE}#{MONDAY_TO_COME + timedelta(days=1)}"
TEXT_OF_WEEK = f"BS 5x5 70%. Tue: Clean Pull x3. {PAGE}"
TEXT_OF_EDIT = f"BS 5x5 70% (new), no Clean Pull. {TUESDAY_ON_PAGE}"


def drop(chain: World, monday: date, days: dict[str, list[str]], modified: str = "2019-01-01T00:00:00") -> None:
    """Someone drops the post of a week, or an edit of it."""
    chain.drop(f"bronze/raw/{monday}.json", raw(week_post(monday, days, modified)))


def edit(chain: World, monday: date, days: dict[str, list[str]]) -> None:
    drop(chain, monday, days, modified="2019-01-02T00:00:00")


def messages(chain: World) -> list[str]:
    """Return the text messages that people got, without the dates that weekdays have if they are far away."""
    return [_DATE.sub("", json.loads(one["Message"])["sms"]) for one in chain.announced]


def put_silver(chain: World, week: Week, records: list[dict[str, Any]]) -> None:
    """Write a week of silver as another version of the pipeline would, and let the chain take note."""
    chain.drop(silver_key(week), "".join(json.dumps(record) + "\n" for record in records).encode())
    chain.settle()


def silver(chain: World, week: Week) -> list[dict[str, Any]]:
    body = chain.s3.get_object(Bucket=BUCKET, Key=silver_key(week))["Body"].read()
    return [json.loads(line) for line in body.splitlines()]


def event(key: str) -> str:
    return json.dumps({"detail": {"bucket": {"name": BUCKET}, "object": {"key": key}}})


# Announced


def test_a_week_to_come_is_announced_once_in_each_protocols_own_text(chain: World) -> None:
    """A text message has one segment, a mail a subject and the coach's words, and neither has quotes around it."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()

    (request,) = chain.announced
    by_protocol = json.loads(request["Message"])
    assert ("json", chain.topic) == (request["MessageStructure"], request["TopicArn"])
    assert {"default", "sms", "email"} == by_protocol.keys()
    assert [f"Mon: {TEXT_OF_WEEK}"] == messages(chain)
    assert septets(by_protocol["sms"]) <= 160
    assert by_protocol["default"] == by_protocol["sms"]
    assert "Clean Pull x 3 reps" in by_protocol["email"].split("\n")
    assert request["Subject"].startswith("CrossFit Invictus Weightlifting: Training ")


@pytest.mark.parametrize(
    ("now", "announced"),
    [
        (datetime(2021, 3, 8, 0, 0, tzinfo=GYM), 4),
        (datetime(2021, 3, 10, 12, 0, tzinfo=GYM), 3),
        (datetime(2021, 3, 14, 23, 59, tzinfo=GYM), 1),  # in UTC it is Monday
    ],
    ids=["Monday", "Wednesday", "Sunday"],
)
def test_of_this_week_only_days_that_are_not_over_are_announced(
    chain: World, monkeypatch: pytest.MonkeyPatch, now: datetime, announced: int
) -> None:
    """Today and on: by Sunday, that is Sunday's session."""
    names = ("Monday", "Wednesday", "Friday", "Sunday")  # more would not fit into one text
    monkeypatch.setattr("wod.plumbing.announcements.datetime", moments_of(now))
    drop(chain, date(2021, 3, 8), dict.fromkeys(names, SQUATS))
    chain.settle()

    (message,) = messages(chain)
    assert [name[:3] for name in names[-announced:]] == [
        name[:3] for name in names if f"{name[:3]}: BS 5x5 70%" in message
    ]


def test_an_edit_of_a_day_to_come_is_announced_as_a_change(chain: World) -> None:
    """The day, what it is now, and what it is no more."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()
    edit(chain, MONDAY_TO_COME, EDITED)
    chain.settle()

    first, second = messages(chain)
    assert (f"Mon: {TEXT_OF_WEEK}", f"Changed. Tue: {TEXT_OF_EDIT}") == (first, second)


def test_each_post_of_a_day_is_announced_by_itself(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Spanish blog has one post per day."""
    monkeypatch.setenv("BLOG", "forja")
    for number, day in enumerate((MONDAY_TO_COME, MONDAY_TO_COME + timedelta(days=1)), start=1):
        post = {
            "id": number,
            "slug": f"dia-{number}",
            "link": "",
            "date": f"{day - timedelta(days=1)}T17:00:00",
            "date_gmt": f"{day - timedelta(days=1)}T17:00:00",
            "modified_gmt": "2019-01-01T00:00:00",
            "title": {"rendered": f"{day.day:02}/{day.month:02}/{day.year}"},
            "content": {"rendered": "<p><strong>Yunque</strong></p><p>Sentadilla trasera 5x5 al 75%</p>"},
        }
        chain.drop(f"bronze/raw/{number}.json", json.dumps(post).encode())
        chain.settle()

    assert [
        f"Lun: Sent. tras. 5x5 75%. {PAGE}#{MONDAY_TO_COME}",
        f"Mar: Sent. tras. 5x5 75%. {TUESDAY_ON_PAGE}",
    ] == messages(chain)


def test_days_that_come_in_one_burst_are_announced_together(chain: World) -> None:
    """The queue delivers a moment later, so the first of several events finds all days, and the others nothing new."""
    drop(chain, MONDAY_TO_COME, DAYS)
    first = waiting_announcement(chain)
    edit(chain, MONDAY_TO_COME, EDITED)
    chain.waiting = [first, waiting_announcement(chain)]
    chain.settle()

    (message,) = messages(chain)
    assert message.endswith(f"Tue: BS 5x5 70%. {PAGE}")


# Not announced


def test_a_backfill_announces_nothing(chain: World) -> None:
    """Twelve weeks that are over, and nothing is kept of them either."""
    for weeks in range(1, 13):
        drop(chain, THIS_MONDAY - timedelta(weeks=weeks), DAYS)
    chain.settle()

    assert 12 == len(chain.gold())
    assert ([], {}) == (chain.announced, chain._objects("announced/"))


@pytest.mark.parametrize("monday", [LAST_MONDAY, THIS_MONDAY - timedelta(weeks=52)])
def test_an_edit_of_a_past_week_announces_nothing(chain: World, monday: date) -> None:
    """Past training is not announced."""
    drop(chain, monday, DAYS)
    edit(chain, monday, EDITED)
    chain.settle()
    assert [] == chain.announced


def test_the_same_post_again_announces_nothing(chain: World) -> None:
    """It goes through under a new version, and its lineage is another."""
    for _ in range(3):
        drop(chain, MONDAY_TO_COME, DAYS)
        chain.settle()
    assert 1 == len(chain.announced)


def test_an_edit_that_changes_no_session_announces_nothing(chain: World) -> None:
    """Text before the first day, and the look of the page, are not training."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()
    post = week_post(MONDAY_TO_COME, DAYS, "2019-01-02T00:00:00")
    content = post["content"]["rendered"].replace("<p>", '<p class="lead">')
    post["content"] = {"rendered": f"<p>Three weeks to go.</p>\n{content}"}
    chain.drop(f"bronze/raw/{MONDAY_TO_COME}.json", raw(post))
    chain.settle()
    assert 1 == len(chain.announced)


def test_if_every_message_comes_twice_people_get_one_text(chain: World) -> None:
    """Delivery is at least once everywhere."""
    drop(chain, MONDAY_TO_COME, DAYS)
    while chain.waiting:
        delivery = chain.waiting.pop(0)
        for _ in range(2):
            chain.finish(chain.start(delivery))
    assert 1 == len(chain.announced)


def test_a_rebuild_announces_nothing(chain: World) -> None:
    """It sends all of bronze through again, and announces each week of silver as if it were new."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()
    chain.waiting = [
        Delivery("strip_post_html", event(f"bronze/raw/{MONDAY_TO_COME}.json")),
        Delivery("aggregate_week", event(silver_key(WEEK_TO_COME))),
        Delivery("announce_week", event(gold_key(WEEK_TO_COME))),
    ]
    chain.settle()
    assert 1 == len(chain.announced)


def test_a_rebuild_after_a_new_version_of_the_pipeline_announces_nothing(chain: World) -> None:
    """The old version read the first line of each segment as warm-up and other sets; the coach wrote nothing new."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()
    before = list(chain.announced)
    records = silver(chain, WEEK_TO_COME)
    older = [
        record
        | {"warm_up": record["segment_a"], "segment_a": "", "prescriptions": [], "lines": []}
        | {"source": record["source"] | {"pipeline_version": "0.9.0"}}
        for record in records[:1]
    ]
    put_silver(chain, WEEK_TO_COME, older)
    assert before == chain.announced

    chain.waiting = [Delivery("strip_post_html", event(f"bronze/raw/{MONDAY_TO_COME}.json"))]
    chain.settle()

    assert records == silver(chain, WEEK_TO_COME)
    assert before == chain.announced


def test_an_emptied_week_announces_nothing_and_neither_does_its_return(chain: World) -> None:
    """A post that is withdrawn by a slip, and published again as it was."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()
    records = silver(chain, WEEK_TO_COME)
    put_silver(chain, WEEK_TO_COME, [])
    put_silver(chain, WEEK_TO_COME, records)
    assert 1 == len(chain.announced)


def test_a_post_that_moves_to_another_week_is_announced_there_alone(chain: World) -> None:
    """The week that it leaves is emptied."""
    post = week_post(MONDAY_TO_COME, DAYS)
    chain.drop("bronze/raw/a.json", raw(post))
    chain.settle()
    moved = week_post(MONDAY_TO_COME + timedelta(weeks=1), DAYS, "2019-01-02T00:00:00") | {"id": post["id"]}
    chain.drop("bronze/raw/a.json", raw(moved))
    chain.settle()
    assert [False, False] == [message.startswith("Changed") for message in messages(chain)]


def test_a_week_after_an_edited_one_announces_nothing(chain: World) -> None:
    """Its figures are compared with those of the edited week, and so are written again."""
    drop(chain, MONDAY_TO_COME, DAYS)
    drop(chain, MONDAY_TO_COME + timedelta(weeks=1), DAYS)
    chain.settle()
    edit(chain, MONDAY_TO_COME, EDITED)
    chain.settle()
    assert [False, False, True] == [message.startswith("Changed") for message in messages(chain)]


# Crashes and two functions at once


def waiting_announcement(chain: World) -> Delivery:
    """Run the chain until nothing but an announcement waits, and return that."""
    while any(delivery.stage != "announce_week" for delivery in chain.waiting):
        chain.waiting.sort(key=lambda delivery: delivery.stage == "announce_week")
        chain.finish(chain.start(chain.waiting.pop(0)))
    announcement = chain.waiting[-1]
    chain.waiting = []
    return announcement


def steps(chain: World, running: Running, count: int) -> bool:
    """Let a function make this many calls; whether it stopped before its end."""
    for _ in range(count):
        if running.done:
            return False
        chain.step(running)
    return not running.done


def minutes_later(chain: World) -> None:
    """Let the time pass for which a queue hides a message: a claim ends before that."""
    for key, body in chain._objects("announced/").items():
        announced = json.loads(body)
        if announced["claimed_until"]:
            announced["claimed_until"] = "2021-03-08T00:00:00Z"
            chain.s3.put_object(Bucket=BUCKET, Key=key, Body=json.dumps(announced))


def deliver_until_acknowledged(chain: World, *failed: Running) -> None:
    """Deliver the messages of functions that failed or died again, as a queue does, until they are acknowledged."""
    waiting = [running.delivery for running in failed if running.died_of]
    while waiting:
        minutes_later(chain)
        running = chain.start(waiting.pop(0))
        chain.finish(running)
        if running.died_of:
            waiting.append(running.delivery)


def test_if_a_function_dies_anywhere_the_next_one_announces_the_week(chain: World) -> None:
    """It dies before any of its calls. People get the news twice only if it dies between publishing and writing."""
    drop(chain, MONDAY_TO_COME, DAYS)
    announcement = waiting_announcement(chain)
    calls, twice = 0, 0
    while True:
        chain.announced.clear()
        for key in chain._objects("announced/"):
            chain.s3.delete_object(Bucket=BUCKET, Key=key)
        running = chain.start(announcement)
        if not steps(chain, running, calls):
            break
        chain.step(running, crash=True)
        written = any(json.loads(body)["announced"]["days"] for body in chain._objects("announced/").values())
        published = len(chain.announced)
        deliver_until_acknowledged(chain, running)
        assert 1 + (published and not written) == len(chain.announced), calls
        twice += len(chain.announced) == 2
        calls += 1
    assert 1 == len(chain.announced)
    assert calls > 5
    assert 1 == twice


def test_two_deliveries_at_once_announce_a_week_once() -> None:
    """The order of their calls does not matter: each call is tried as the one where the other goes first."""
    first, stopped_first = 0, True
    while stopped_first:
        second, stopped_second = 0, True
        while stopped_second:
            with world() as chain:
                drop(chain, MONDAY_TO_COME, DAYS)
                announcement = waiting_announcement(chain)
                one = chain.start(announcement)
                stopped_first = steps(chain, one, first)
                other = chain.start(announcement)
                stopped_second = steps(chain, other, second)
                chain.finish(one)
                chain.finish(other)
                deliver_until_acknowledged(chain, one, other)
                assert 1 == len(chain.announced), (first, second)
            second += 3
        first += 1
    assert first > 5


def test_an_edit_while_the_week_is_announced_is_announced_after_it() -> None:
    """The first function may stop anywhere: people end with the edit, in one text or as a change of the first."""
    first, stopped = 0, True
    while stopped:
        with world() as chain:
            drop(chain, MONDAY_TO_COME, DAYS)
            one = chain.start(waiting_announcement(chain))
            stopped = steps(chain, one, first)
            edit(chain, MONDAY_TO_COME, EDITED)
            other = chain.start(waiting_announcement(chain))
            chain.finish(other)
            chain.finish(one)
            deliver_until_acknowledged(chain, one, other)
            whole, change = f"Tue: BS 5x5 70%. {PAGE}", TEXT_OF_EDIT
            endings = [[end for end in (TEXT_OF_WEEK, whole, change) if text.endswith(end)] for text in messages(chain)]
            assert endings in ([[whole]], [[TEXT_OF_WEEK], [change]]), (first, messages(chain))
        first += 1
    assert first > 5


def test_a_week_is_announced_when_the_topic_can_be_reached_again(chain: World) -> None:
    """The message stays in its queue, and no claim holds the next delivery up."""

    def unreachable(**call: Any) -> None:
        raise ReadTimeoutError(endpoint_url="https://sns")

    drop(chain, MONDAY_TO_COME, DAYS)
    announcement = waiting_announcement(chain)
    chain.clients["sns"].replaced["publish"] = unreachable
    running = chain.start(announcement)
    chain.finish(running)
    assert running.died_of
    del chain.clients["sns"].replaced["publish"]
    chain.finish(chain.start(announcement))
    assert 1 == len(chain.announced)


def test_a_claim_that_was_written_although_its_answer_was_lost_delays_and_does_not_silence(chain: World) -> None:
    """The function takes its own claim for another's, and its message comes again when the claim is over."""
    drop(chain, MONDAY_TO_COME, DAYS)
    announcement = waiting_announcement(chain)

    def lose_the_answer(**call: Any) -> Any:
        del chain.clients["s3"].replaced["put_object"]
        real_client("s3").put_object(**call)
        return real_client("s3").put_object(**call)

    chain.clients["s3"].replaced["put_object"] = lose_the_answer
    running = chain.start(announcement)
    chain.finish(running)
    assert [] == chain.announced
    deliver_until_acknowledged(chain, running)
    assert 1 == len(chain.announced)


def test_the_announced_state_fires_nothing(chain: World) -> None:
    """It is under its own prefix."""
    drop(chain, MONDAY_TO_COME, DAYS)
    chain.settle()
    assert [announced_key(WEEK_TO_COME)] == list(chain._objects("announced/"))
    assert [] == chain.waiting
