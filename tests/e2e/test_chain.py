"""The whole chain, deployed as it is on AWS, in an embedded cloud that enforces every role and policy."""

import json
import urllib.error
import urllib.request
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from tests.clocks import monday_of
from tests.e2e.chain import Chain, eventually
from tests.e2e.conftest import SITE_URL
from tests.e2e.posts import PULLS, SQUATS, raw, week_post
from wod.weeks import week_path, week_starting
from wod_cli.deployed.queues import queues_of
from wod_cli.deployed.redrive import retry_queue
from wod_cli.deployed.replay import records_of
from wod_cli.embedded import cloud

FROM_BRONZE_ON = (
    "strip-post-html",
    "group-post-by-day",
    "segment-days",
    "sessions-to-date-records",
    "clean-session-records",
    "save-sessions-to-bucket",
    "load-sessions-to-table",
    "aggregate-week",
    "announce-week",
    "render-week",
    "fan-out-session-changes",
)
DAY = timedelta(days=1)
LONG_LINE = "Back Squat, " * 100
LINES_OF_3_MB = 3 * 1024 * 1024 // len(LONG_LINE)

pytestmark = pytest.mark.timeout(900)


def test_a_post_becomes_sessions_figures_and_events(chain: Chain) -> None:
    """A raw post in bronze reaches the table, gold, programs and the bus, by no other hand."""
    chain.drop("a.json", raw(week_post(date(2018, 3, 5), {"Monday": SQUATS, "Tuesday (Session Two)": PULLS})))

    gold = "gold/aggregations/2018/week_10--2018-03-05__2018-03-11.json"
    assert ["2018-03-05", "2018-03-06"] == eventually(lambda: chain.training(gold), "gold")
    days = ("2018-03-05", "2018-03-06")
    monday, tuesday = eventually(lambda: found if len(found := chain.sessions(*days)) == 2 else None, "the table")
    assert ("Monday", "", "\n".join(SQUATS[1:])) == (monday["session"], monday["warm_up"], monday["segment_a"])
    assert ("Row x 500 meters", "Clean Pull x 3 reps") == (tuesday["warm_up"], tuesday["segment_a"])
    page = eventually(lambda: chain.site("weeks/2018-W10.html"), "the page of the week")
    assert "Back Squat" in page
    eventually(lambda: [text for text in chain.notified() if gold in text], "a notification")
    inserted = [("Session Inserted", "Tuesday (Session Two)")]
    assert inserted == eventually(lambda: chain.changes("2018-03-06"), "an event on the bus")


def test_people_get_one_text_about_a_week_to_come_and_one_about_its_change(chain: Chain) -> None:
    """Each text is one message with the lifts and the link; a week that is over or a post that comes again has none."""
    today = datetime.now(ZoneInfo("America/Los_Angeles")).date()
    monday = monday_of(today) + timedelta(weeks=2)
    post = week_post(monday, {"Monday": SQUATS, "Tuesday": PULLS})
    edit = week_post(monday, {"Monday": SQUATS, "Tuesday": SQUATS}, modified="2019-01-02T00:00:00")
    over = chain.drop("over.json", raw(week_post(date(2018, 2, 5), {"Monday": SQUATS})))
    chain.drop("to_come.json", raw(post))
    eventually(chain.texts, "a text")
    again = chain.drop("to_come.json", raw(post))
    runs = [chain.version(over), chain.version(again)]
    for run in runs:
        eventually(partial(chain.ran, "announce-week", run), f"run {run}")
    chain.drop("to_come.json", raw(edit))
    eventually(lambda: chain.texts()[1:], "a text about the change")

    first, second = (f"{weekday} {day.day} {day:%b}" for weekday, day in (("Mon", monday), ("Tue", monday + DAY)))
    page = f"{SITE_URL}/{week_path(week_starting(monday))}"
    assert [
        f"{first}: BS 5x5 70%. {second}: Clean Pull x3. {page}",
        f"Changed. {second}: BS 5x5 70% (new), no Clean Pull. {page}#{monday + DAY}",
    ] == chain.texts()
    assert 2 == chain.emulator_log().count("SMS +12025550123")


def test_every_stage_logs_the_post_under_one_correlation_id(chain: Chain) -> None:
    """One id finds the outcome of a post in the logs of all functions; a dropped post's is its version."""
    key = chain.drop("a.json", raw(week_post(date(2018, 5, 7), {"Monday": SQUATS})))

    run = chain.version(key)
    for function in FROM_BRONZE_ON:
        eventually(partial(chain.ran, function, run), f"{function}'s line")


def test_a_post_dropped_again_goes_through_and_changes_no_session(chain: Chain) -> None:
    """The same post under a new version renews the lineage; no session changes, and no change is published."""
    body = raw(week_post(date(2018, 3, 12), {"Monday": SQUATS}))
    key = chain.drop("a.json", body)
    first = chain.version(key)
    stage = "fan-out-session-changes"
    eventually(lambda: chain.logged(stage, outcome="done", correlation_id=first), "the first pass")
    before = chain.sessions("2018-03-12")

    chain.drop("a.json", body)

    second = chain.version(key)
    eventually(lambda: chain.logged(stage, outcome="nothing to do", correlation_id=second), "the second pass")
    after = chain.sessions("2018-03-12")
    assert ([first], [second]) == tuple(
        [item.pop("source")["bronze_version_id"] for item in it] for it in (before, after)
    )
    assert before == after
    assert [("Session Inserted", "Monday")] == eventually(lambda: chain.changes("2018-03-12"), "an event on the bus")


def test_an_edit_changes_its_sessions_and_removes_those_that_are_gone(chain: Chain) -> None:
    """Sessions that the edit changes are changed, those that it leaves out are removed, and the bus gets both
    events."""
    monday, tuesday = "2018-03-19", "2018-03-20"
    chain.drop("a.json", raw(week_post(date(2018, 3, 19), {"Monday": SQUATS, "Tuesday": PULLS})))
    eventually(lambda: chain.changes(tuesday), "the first pass")

    chain.drop("a.json", raw(week_post(date(2018, 3, 19), {"Monday": PULLS}, modified="2019-01-02T00:00:00")))

    removed = [("Session Inserted", "Tuesday"), ("Session Removed", "Tuesday")]
    assert removed == eventually(lambda: len(seen := chain.changes(tuesday)) > 1 and seen, "the removal")
    changed = [("Session Inserted", "Monday"), ("Session Modified", "Monday")]
    assert changed == eventually(lambda: len(seen := chain.changes(monday)) > 1 and seen, "the change")
    assert ["Clean Pull x 3 reps"] == [item["segment_a"] for item in chain.sessions(monday, tuesday)]
    gold = "gold/aggregations/2018/week_12--2018-03-19__2018-03-25.json"
    eventually(lambda: chain.training(gold) == [monday], "figures without Tuesday")


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("no-days", raw(week_post(date(2018, 4, 2), {"How to warm up": ["Slowly."]})), "no day"),
        ("array", raw([week_post(date(2018, 4, 9), {"Monday": SQUATS})]), "array"),
        ("not-json", b"<html>Access denied</html>", "not JSON"),
        ("huge", raw(week_post(date(2018, 4, 16), {"Monday": [LONG_LINE] * LINES_OF_3_MB})), "SQS takes 1048576"),
    ],
)
def test_a_file_that_can_never_succeed_goes_to_quarantine_with_an_alert(
    chain: Chain, name: str, body: bytes, reason: str
) -> None:
    """A file that is not a programme, or too large, is kept with the reason, and the alert says where."""
    key = chain.drop(f"{name}.json", body)

    kept = eventually(lambda: chain.quarantined(key), "quarantine")
    assert reason in kept["reason"]
    eventually(lambda: [alert for alert in chain.alerted() if kept["place"] in alert], "an alert")


def test_an_item_that_no_event_can_say_goes_to_quarantine_and_the_stream_goes_on(chain: Chain) -> None:
    """A session with a picture, put into the table by hand, is kept; the next change is published."""
    chain.put_session("2018-05-14", "By hand", picture={"B": b"\x89PNG"})
    chain.put_session("2018-05-14", "Monday")

    assert [("Session Inserted", "Monday")] == eventually(lambda: chain.changes("2018-05-14"), "an event on the bus")
    (place,) = eventually(lambda: chain.keys("quarantine/fan_out_session_changes/"), "quarantine")
    kept = json.loads(chain.read(place) or b"")
    assert {"S": "By hand"} == json.loads(kept["input"])["dynamodb"]["Keys"]["session"]
    eventually(lambda: [alert for alert in chain.alerted() if place in alert], "an alert")


def test_a_change_for_which_the_function_fails_is_published_by_a_retry(chain: Chain) -> None:
    """It waits in the queue of failures and holds no later change up, and the stream still has it when it is wanted."""
    queues = queues_of(chain.stack)
    failures = queues["fan-out-session-changes-failures"]

    def is_given_up() -> bool:
        with failures.looked_at() as messages:
            return "2018-05-21" in str([records_of(chain.stack, message["Body"]) for message in messages])

    with chain.without_fan_out():
        chain.put_session("2018-05-21", "Monday")
        eventually(is_given_up, "the failure")
    chain.put_session("2018-05-22", "Tuesday")
    eventually(lambda: chain.changes("2018-05-22"), "the next change")
    assert [] == chain.changes("2018-05-21")

    assert [] == retry_queue(chain.stack, queues, failures)

    assert [("Session Inserted", "Monday")] == eventually(lambda: chain.changes("2018-05-21"), "the change")
    assert 0 == failures.count()


def test_every_alarm_reaches_who_listens_to_the_alerts(chain: Chain) -> None:
    """The alert names its alarm, under which the runbook says what to do."""
    watch = chain.stack.client("cloudwatch")
    pages = watch.get_paginator("describe_alarms").paginate(AlarmNamePrefix=chain.stack.prefix)
    names = {alarm["AlarmName"] for page in pages for alarm in page["MetricAlarms"]}
    assert "invictus-weightlifting-dev-quarantine" in names
    for name in names:
        watch.set_alarm_state(AlarmName=name, StateValue="ALARM", StateReason="An exercise.")
    eventually(lambda: all(f'"{name}"' in str(chain.alerted()) for name in names), "an alert of each alarm")


def test_objects_elsewhere_fire_nothing_and_the_chain_goes_on(chain: Chain) -> None:
    """A post below another prefix stays what it is; the next one in bronze goes through."""
    chain.put("notes/a.json", raw(week_post(date(2018, 4, 23), {"Monday": SQUATS})))
    chain.put("bronze/raw/a.txt", raw(week_post(date(2018, 4, 23), {"Monday": SQUATS})))

    chain.drop("a.json", raw(week_post(date(2018, 4, 30), {"Monday": SQUATS})))

    assert ["Monday"] == [item["session"] for item in eventually(lambda: chain.sessions("2018-04-30"), "the table")]
    assert [] == chain.sessions("2018-04-23")
    seen = {line.get("object_key") for line in chain.logged("strip-post-html")}
    assert not {"notes/a.json", "bronze/raw/a.txt"} & seen


def test_the_schedule_fetches_the_blogs_posts(chain: Chain) -> None:
    """The enabled rule fires the fetch, which reads the blog over HTTP; its post becomes sessions of both years."""
    eventually(lambda: chain.keys("bronze/raw/2021/12/"), "a raw post in bronze")
    eventually(lambda: chain.sessions("2021-12-27") and chain.sessions("2022-01-01"), "sessions of both years")


def test_no_stage_failed(chain: Chain) -> None:
    """During the other tests, no role was too narrow and nothing was retried."""
    prefix = f"/aws/lambda/{chain.stack.prefix}"
    pages = chain.stack.client("logs").get_paginator("describe_log_groups").paginate(logGroupNamePrefix=prefix)
    groups = [group["logGroupName"] for page in pages for group in page["logGroups"]]
    assert groups
    errors = {group: chain.logged(group.removeprefix(prefix), level="ERROR") for group in groups}
    assert {group: [] for group in errors} == errors
    assert "AccessDenied" not in json.dumps(errors)


def test_a_post_that_was_withdrawn_is_forgotten(chain: Chain) -> None:
    """Its sessions leave the table, and the removals are published; bronze keeps the post; with --bronze it goes,
    too."""
    post = week_post(date(2018, 6, 4), {"Monday": SQUATS})
    key = chain.drop("a.json", raw(post))
    eventually(lambda: chain.sessions("2018-06-04"), "the table")

    assert 0 == chain.command("forget", post["slug"], "--yes").returncode
    eventually(lambda: not chain.sessions("2018-06-04"), "an empty table")
    removed = ("Session Removed", "Monday")
    eventually(lambda: removed in chain.changes("2018-06-04"), "an event on the bus")
    assert chain.read(key)
    assert 0 == chain.command("forget", str(post["id"]), "--yes", "--bronze").returncode
    assert chain.read(key) is None


def test_a_slug_that_passes_to_another_post_takes_the_sessions_of_the_first_along(chain: Chain) -> None:
    """If a post was trashed and published again under its slug and day, only the living one has sessions."""
    post = week_post(date(2018, 6, 11), {"Monday": SQUATS})
    chain.drop("a.json", raw(post))
    eventually(lambda: chain.sessions("2018-06-11"), "the table")
    chain.drop("a.json", raw(post | {"id": post["id"] + 1_000_000}))

    def living() -> bool:
        return [post["id"] + 1_000_000] == [one["source"]["post_id"] for one in chain.sessions("2018-06-11")]

    eventually(living, "the living post alone")
    assert ["Monday"] == [one["session"] for one in chain.sessions("2018-06-11")]


def test_the_embedded_cloud_answers_no_web_page_and_nobody_without_its_keys(chain: Chain) -> None:
    """It answers neither a page with the right key, nor keys that everybody knows, nor the reset that needs none."""
    running = cloud.running(chain.folder) or pytest.fail("no cloud")

    def status(path: str, key: str = "", **headers: str) -> int:
        signed = {"Authorization": f"AWS4-HMAC-SHA256 Credential={key}/20180101/us-east-1/sqs/aws4_request"}
        request = urllib.request.Request(  # noqa: S310 - the embedded cloud
            f"{running.endpoint}{path}", b"Action=ListQueues", headers | (signed if key else {}), method="POST"
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            return int(opener.open(request, timeout=30).status)
        except urllib.error.HTTPError as error:
            return error.code

    assert 200 == status("/", running.access_key)
    assert 403 == status("/", running.access_key, Origin="https://evil.example")
    assert 403 == status("/", running.access_key, Host="evil.example")
    assert [403, 403, 403] == [status("/", key) for key in ("", "test", "000000000000")]
    assert 403 == status("/_ministack/reset", running.access_key)
    assert 0o700 == chain.folder.stat().st_mode & 0o777
