"""The stage that writes the site: in any order of events, the site is that of gold."""

import json
import re
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.e2e.posts import raw, week_post
from wod.keys import SUMMARIES_KEY, silver_key
from wod.plumbing import objects, site_history
from wod.plumbing.objects import StoredObject, etag_of
from wod.site import pages
from wod.weeks import week_starting

from . import world as worlds
from .world import BUCKET, Delivery, Running, World, world

MONDAY = date(2021, 3, 8)
SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 70% of 1-RM Back Squat"]
PULLS = ["A.", "Deadlift x 3 reps @ 80%"]
STRIDE = 3
"""Calls between the places at which a function is stopped: there are some fifty."""


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The chain with the stage that renders."""
    monkeypatch.setitem(worlds.CONSUMERS, "gold/aggregations/", ["render_week"])
    with world() as made:
        yield made


def drop(chain: World, weeks: int, days: dict[str, list[str]], modified: str = "2021-03-01T08:00:00") -> None:
    """A post for the week that is this many weeks after the first."""
    monday = MONDAY + timedelta(weeks=weeks)
    chain.drop(f"bronze/raw/2021/03/{monday}__week__raw.json", raw(week_post(monday, days, modified)))


def until_gold(chain: World) -> list[Delivery]:
    """Let the chain come to rest before the site; the deliveries to the stage that renders."""
    held: list[Delivery] = []
    while chain.waiting:
        delivery = chain.waiting.pop(0)
        if delivery.stage == "render_week":
            held.append(delivery)
            continue
        chain.call(delivery.stage, [delivery.body])
    return held


def site(chain: World) -> dict[str, str]:
    """The text files of the site by their paths."""
    found = chain.s3.list_objects_v2(Bucket=BUCKET, Prefix="site/").get("Contents", [])
    return {
        one["Key"].removeprefix("site/"): chain.s3.get_object(Bucket=BUCKET, Key=one["Key"])["Body"].read().decode()
        for one in found
        if not one["Key"].endswith(".png")
    }


def etags(chain: World) -> dict[str, str]:
    """The files of the site by their paths, each as its ETag: two sites are the same if these are."""
    found = chain.s3.list_objects_v2(Bucket=BUCKET, Prefix="site/").get("Contents", [])
    return {one["Key"].removeprefix("site/"): one["ETag"] for one in found}


def versions(chain: World, prefix: str = "site/") -> dict[str, int]:
    """Return how often each object was written."""
    counted: dict[str, int] = {}
    for one in chain.s3.list_object_versions(Bucket=BUCKET, Prefix=prefix).get("Versions", []):
        counted[one["Key"]] = counted.get(one["Key"], 0) + 1
    return counted


def changed(chain: World, before: dict[str, int]) -> set[str]:
    """The paths that were written since."""
    return {key.removeprefix("site/") for key, times in versions(chain).items() if times != before.get(key)}


def test_a_post_becomes_a_site(chain: World) -> None:
    """The week, the first page, all weeks, the lift, the calendars, and the files that make it work offline."""
    drop(chain, 0, {"Monday": SQUATS})
    chain.settle()
    found = site(chain)
    assert {"index.html", "weeks.html", "weeks/2021.html", "weeks/2021-W10.html", "lifts.html"} <= set(found)
    assert {"lifts/back-squat.html", "calendar.ics", "calendar/2021.ics", "mine.html", "404.html"} <= set(found)
    assert {"sw.js", "manifest.webmanifest", "icon.svg"} <= set(found)
    assert "Back Squat" in found["index.html"]
    assert [] == chain.quarantine()


def test_files_are_sent_as_what_they_are(chain: World) -> None:
    """Pages are requested again each time; a file with a digest in its name never is."""
    drop(chain, 0, {"Monday": SQUATS})
    chain.settle()
    heads = {key: chain.s3.head_object(Bucket=BUCKET, Key=key) for key in versions(chain)}
    kinds = {key.rpartition(".")[2]: head["ContentType"].partition(";")[0] for key, head in heads.items()}
    assert {
        "html": "text/html",
        "css": "text/css",
        "js": "text/javascript",
        "ics": "text/calendar",
        "svg": "image/svg+xml",
        "png": "image/png",
        "webmanifest": "application/manifest+json",
    } == kinds
    assert "no-cache" == heads["site/index.html"]["CacheControl"]
    assert "no-cache" == heads["site/sw.js"]["CacheControl"]
    assert {"public, max-age=31536000, immutable"} == {
        head["CacheControl"] for key, head in heads.items() if key.endswith(".css")
    }


def test_a_second_delivery_writes_nothing(chain: World) -> None:
    """The same event again finds every page as it would write it."""
    drop(chain, 0, {"Monday": SQUATS})
    events = until_gold(chain)
    chain.waiting += events
    chain.settle()
    before = versions(chain) | versions(chain, "gold/site/")
    chain.waiting += events
    chain.settle()
    assert before == versions(chain) | versions(chain, "gold/site/")


def test_an_edit_writes_only_what_it_changes(chain: World) -> None:
    """The week, the first page, the lift and the calendars; pages of other lifts and other weeks stay."""
    drop(chain, 0, {"Monday": SQUATS})
    drop(chain, 1, {"Monday": PULLS})
    chain.settle()
    before = versions(chain)
    drop(chain, 1, {"Monday": ["A.", "Deadlift x 3 reps @ 82%"]}, "2021-03-16T18:10:00")
    chain.settle()
    assert {
        "index.html",
        "weeks/2021-W11.html",
        "lifts.html",
        "lifts/deadlift.html",
        "calendar.ics",
        "calendar/2021.ics",
        "sw.js",
    } == changed(chain, before)
    assert "<del>Deadlift x 3 reps @ 80%</del>" in site(chain)["index.html"]


def test_a_week_between_changes_the_pages_beside_it(chain: World) -> None:
    """Pages lead to the nearest week that is stored."""
    drop(chain, 0, {"Monday": SQUATS})
    drop(chain, 2, {"Monday": SQUATS})
    chain.settle()
    assert "weeks/2021-W12.html#2021-03-22" in site(chain)["weeks/2021-W10.html"]
    drop(chain, 1, {"Monday": PULLS})
    chain.settle()
    assert "weeks/2021-W11.html#2021-03-15" in site(chain)["weeks/2021-W10.html"]


def test_the_order_of_events_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weeks that come in any order, or twice, give the same site."""
    monkeypatch.setitem(worlds.CONSUMERS, "gold/aggregations/", ["render_week"])
    made = []
    for turn in (1, -1):
        with world() as chain:
            for weeks in (0, 1, 2)[::turn]:
                drop(chain, weeks, {"Monday": SQUATS, "Friday": PULLS})
            events = until_gold(chain)
            chain.waiting += [*events, *events][::turn]
            chain.settle()
            made.append(etags(chain))
    assert made[0] == made[1]


def years_of_pages(chain: World) -> dict[str, list[str]]:
    """The page of each year, with the years that it links to."""
    pages = {path: text for path, text in site(chain).items() if re.fullmatch(r"weeks/\d+\.html", path)}
    return {path: re.findall(r'href="\.\./weeks/(\d+)\.html"', text) for path, text in pages.items()}


def test_a_year_that_comes_or_goes_is_in_the_pages_of_all_years(chain: World) -> None:
    """This holds for one between two others, and for the pages of years whose history has not changed."""
    for weeks in (0, -110):
        drop(chain, weeks, {"Monday": SQUATS})
    chain.settle()
    assert {"weeks/2019.html": ["2021", "2019"], "weeks/2021.html": ["2021", "2019"]} == years_of_pages(chain)
    drop(chain, -30, {"Monday": PULLS})
    chain.settle()
    three = ["2021", "2020", "2019"]
    assert {f"weeks/{year}.html": three for year in three} == years_of_pages(chain)
    chain.drop("silver/sessions/2019/week_05--2019-01-28__2019-02-03.jsonl", b"")
    chain.settle()
    assert {"weeks/2020.html": ["2021", "2020"], "weeks/2021.html": ["2021", "2020"]} == years_of_pages(chain)
    assert "calendar/2019.ics" in site(chain)  # it cancels the sessions


def test_an_edit_of_an_old_week_reads_the_history_of_few_years(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function that has just started reads those of the week and of the weeks beside it, and the newest."""
    monkeypatch.setattr("wod.site.files.WEEKS_SUBSCRIBED", 1)
    for year in range(6):
        drop(chain, -53 * year, {"Monday": SQUATS})
    chain.settle()
    drop(chain, -53 * 3, {"Monday": PULLS}, "2021-03-16T18:10:00")
    events = until_gold(chain)
    site_history.forget()
    read = []

    def reading(key: str) -> StoredObject | None:
        read.append(key)
        return objects_read(key)

    objects_read = objects.read
    monkeypatch.setattr(objects, "read", reading)
    chain.waiting += events
    chain.settle()
    years = {key for key in read if key.startswith("gold/site/2")}
    assert {
        f"gold/site/{(MONDAY - timedelta(weeks=weeks)).year}.json" for weeks in (0, 2 * 53, 3 * 53, 4 * 53)
    } == years


@pytest.mark.parametrize("summaries", [b"{}", b'{"linked":[],"years":{}}', None])
def test_without_its_summaries_the_site_is_the_same(chain: World, summaries: bytes | None) -> None:
    """They may be gone, or of another release: all years are read once more."""
    for weeks in (0, -60, -120):
        drop(chain, weeks, {"Monday": SQUATS})
    events = until_gold(chain)
    chain.waiting += events
    chain.settle()
    found = etags(chain)
    chain.s3.delete_object(Bucket=BUCKET, Key=SUMMARIES_KEY)
    if summaries:
        chain.s3.put_object(Bucket=BUCKET, Key=SUMMARIES_KEY, Body=summaries)
    before = versions(chain)
    chain.waiting += events
    chain.settle()
    assert found == etags(chain)
    assert before == versions(chain)


def test_a_page_that_another_program_has_changed_is_made_again(chain: World) -> None:
    """The next week of any year makes the page of a year or of a lift, and one that was deleted."""
    for weeks in (0, -60):
        drop(chain, weeks, {"Monday": SQUATS})
    events = until_gold(chain)
    chain.waiting += events
    chain.settle()
    found = etags(chain)
    chain.s3.put_object(Bucket=BUCKET, Key="site/weeks/2020.html", Body=b"another")
    chain.s3.put_object(Bucket=BUCKET, Key="site/lifts/back-squat.html", Body=b"another")
    chain.s3.delete_object(Bucket=BUCKET, Key="site/weeks/2021.html")
    newest = next(event for event in events if "2021" in event.body)
    chain.waiting.append(newest)
    chain.settle()
    assert found == etags(chain)


def test_a_rebuild_makes_every_page_again(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release may have changed the pages; the weeks of each year make the page of that year."""
    for weeks in (0, -60, -120):
        drop(chain, weeks, {"Monday": SQUATS})
    events = until_gold(chain)
    chain.waiting += events
    chain.settle()
    monkeypatch.setattr(
        "wod.site.files.page", lambda *names, **values: pages.page(*names, **values) + b"<!-- of a new release -->"
    )
    chain.waiting += events
    chain.settle()
    old = [path for path, text in site(chain).items() if path.endswith(".html") and "of a new release" not in text]
    assert [] == old


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
def test_after_any_changes_the_site_is_that_of_its_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weeks of four years come, change, go and come back, in any order: the site is the one that is made of the same
    history if no page and no summary is there."""
    monkeypatch.setitem(worlds.CONSUMERS, "gold/aggregations/", ["render_week"])
    weeks = st.sampled_from((-120, -119, -63, -10, -9, 0))
    training = st.sampled_from(({"Monday": SQUATS}, {"Monday": PULLS, "Friday": SQUATS}, None))
    with world() as chain:

        @settings(max_examples=settings().max_examples // 4)
        @given(changes=st.lists(st.tuples(weeks, training), min_size=1, max_size=6))
        def changed_and_made_anew(changes: list[tuple[int, dict[str, list[str]] | None]]) -> None:
            empty(chain, "site/", "bronze/", "silver/", "gold/")
            events = {}
            for number, (week, days) in enumerate(changes):
                if days is not None:
                    drop(chain, week, days, f"2021-03-01T08:{number:02}:00")
                else:
                    monday = MONDAY + timedelta(weeks=week)
                    chain.drop(silver_key(week_starting(monday)), b"")
                for event in until_gold(chain):
                    chain.call(event.stage, [event.body])
                    events[event.body] = event  # of this week, or of the next, which is compared with it
            found = etags(chain)
            empty(chain, "site/", SUMMARIES_KEY)
            for event in events.values():
                chain.call(event.stage, [event.body])
            assert found == etags(chain)

        changed_and_made_anew()


def test_a_week_that_lost_its_sessions_leaves_the_site(chain: World) -> None:
    """Its page goes, calendars cancel its sessions, and nothing leads to it."""
    drop(chain, 0, {"Monday": SQUATS})
    drop(chain, 1, {"Monday": PULLS})
    chain.settle()
    key = "silver/sessions/2021/week_11--2021-03-15__2021-03-21.jsonl"
    chain.drop(key, b"")
    chain.settle()
    found = site(chain)
    assert "weeks/2021-W11.html" not in found
    assert "lifts/deadlift.html" not in found
    assert "STATUS:CANCELLED" in found["calendar.ics"]
    assert not [path for path, text in found.items() if path != "calendar.ics" and "2021-W11" in text]
    assert "Back Squat" in found["index.html"]


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
def test_two_weeks_rendered_at_once_lose_nothing(chain: World) -> None:
    """Two functions in step write the shared pages; the second one reads the history of the first."""
    drop(chain, 0, {"Monday": SQUATS})
    drop(chain, 1, {"Monday": PULLS})
    events = until_gold(chain)
    runnings = [chain.start(event) for event in {event.body: event for event in events}.values()]
    assert 2 == len(runnings)
    while not all(running.done for running in runnings):
        for running in runnings:
            if not running.done:
                chain.step(running)
    assert [None, None] == [running.died_of for running in runnings]
    found = etags(chain)
    chain.waiting += events
    chain.settle()
    assert found == etags(chain)
    assert {"weeks/2021-W10.html", "weeks/2021-W11.html", "lifts/deadlift.html", "lifts/back-squat.html"} <= set(found)


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
def test_weeks_rendered_at_once_give_the_site_of_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three functions take turns at every call, and one may die and be delivered again: weeks of two years, whose
    calendars differ and whose other pages are shared."""
    monkeypatch.setitem(worlds.CONSUMERS, "gold/aggregations/", ["render_week"])
    with world() as chain:
        for weeks in (-10, -9, 0):
            drop(chain, weeks, {"Monday": SQUATS, "Friday": PULLS})
        events = until_gold(chain)
        chain.waiting += events
        chain.settle()
        in_turn = etags(chain)
        assert {"calendar/2020.ics", "calendar/2021.ics", "weeks/2020-W53.html"} <= set(in_turn)

        @settings(max_examples=settings().max_examples // 4)
        @given(turns=st.lists(st.integers(0, 2), max_size=300), dies_after=st.none() | st.integers(0, 40))
        def rendered(turns: list[int], dies_after: int | None) -> None:
            empty(chain, "site/", "gold/site/")
            runnings = [chain.start(event) for event in events]
            for turn in turns:
                if not runnings[turn].done:
                    chain.step(runnings[turn])
            died = dies_after is not None and died_at(chain, runnings[0], dies_after)
            for running in reversed(runnings):
                chain.finish(running)
            if died:
                chain.waiting.append(events[0])
                chain.settle()
            assert in_turn == etags(chain)

        rendered()


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
def test_an_edit_that_is_taken_back_meanwhile_leaves_no_trace(chain: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second rendering finds shared pages as they have to be, while the first has yet to write its own over them:
    an old week, which is in no page that tells the two edits apart."""
    monkeypatch.setattr("wod.site.files.WEEKS_SUBSCRIBED", 1)
    monkeypatch.setattr("wod.site.files.WEEKS_AT_ONCE", 1)
    drop(chain, 0, {"Monday": SQUATS})
    drop(chain, 1, {"Monday": SQUATS})
    chain.settle()
    for found in overtaken(
        chain,
        lambda calls: drop(chain, 0, {"Monday": PULLS}, f"2021-03-09T18:{calls:02}:00"),
        lambda calls: drop(chain, 0, {"Monday": SQUATS}, f"2021-03-09T18:{calls:02}:30"),
    ):
        assert "lifts/deadlift.html" not in found


def test_a_week_that_comes_back_meanwhile_keeps_its_page(chain: World) -> None:
    """The function that renders its removal is slower than the one that renders its return."""
    key = "silver/sessions/2021/week_11--2021-03-15__2021-03-21.jsonl"
    drop(chain, 0, {"Monday": SQUATS})
    drop(chain, 1, {"Monday": SQUATS})
    chain.settle()
    body = chain.s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()
    for found in overtaken(chain, lambda _: chain.drop(key, b""), lambda _: chain.drop(key, body)):
        assert "weeks/2021-W11.html" in found


def overtaken(
    chain: World, change: Callable[[int], None], take_back: Callable[[int], None]
) -> Iterator[Collection[str]]:
    """Stop the rendering of a change after some calls, let that of its opposite run, and let the first end: the site's
    paths for each place to stop. A second delivery of the opposite never changes the site."""
    for calls in count(0, STRIDE):
        change(calls)
        first = chain.start(until_gold(chain)[0])
        for _ in range(calls):
            if not first.done:
                chain.step(first)
        if first.done:
            return
        take_back(calls)
        event = until_gold(chain)[0]
        chain.call(event.stage, [event.body])
        chain.finish(first)
        found = etags(chain)
        yield found
        chain.call(event.stage, [event.body])
        assert found == etags(chain)


def empty(chain: World, *prefixes: str) -> None:
    """Delete all objects with these prefixes."""
    for prefix in prefixes:
        found = chain.s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
        if found:
            chain.s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": one["Key"]} for one in found]})


def test_wherever_it_dies_the_next_delivery_completes_the_site(chain: World) -> None:
    """A function that dies before any of its calls leaves the old first page, or the new one whole."""
    drop(chain, 0, {"Monday": SQUATS})
    chain.settle()
    drop(chain, 0, {"Monday": PULLS}, "2021-03-09T18:10:00")
    events = until_gold(chain)
    old = site(chain)["index.html"]
    calls = 0
    while True:
        running = chain.start(events[0])
        died = died_at(chain, running, calls)
        first = chain.s3.get_object(Bucket=BUCKET, Key="site/index.html")["Body"].read().decode()
        assert first == old or "Deadlift" in first
        if not died:
            break
        calls += 7  # every seventh call: there are some eighty
    complete = etags(chain)
    chain.waiting += events
    chain.settle()
    assert complete == etags(chain)


def died_at(chain: World, running: Running, calls: int) -> bool:
    """Let the function make this many calls, and die before the next; False if it was done before."""
    for _ in range(calls):
        if running.done:
            return False
        chain.step(running)
    if running.done:
        return False
    chain.step(running, crash=True)
    return True


def test_an_object_of_another_prefix_is_refused(chain: World) -> None:
    """The event of an object that is not a week of gold goes to quarantine, and the site stays."""
    event: dict[str, Any] = {
        "detail": {"bucket": {"name": BUCKET}, "object": {"key": "gold/site/2021.json", "etag": ""}}
    }
    assert {"batchItemFailures": []} == chain.call("render_week", [json.dumps(event)])
    assert ["render_week"] == [kept["stage"] for kept in chain.quarantine()]
    assert {} == site(chain)


def test_a_page_is_compared_by_its_etag(chain: World) -> None:
    """S3's ETag of an object in one part, encrypted with S3's own key."""
    answer = chain.s3.put_object(Bucket=BUCKET, Key="site/x.html", Body=b"page")
    assert etag_of(b"page") == answer["ETag"]
