"""When alerts about weeks below the thresholds of quality are sent, and how often."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.e2e.posts import PULLS, SQUATS, raw, week_post
from wod.keys import quality_alert_key
from wod.weeks import week_starting

from .world import World

# Functions share the metrics of one process, and one may find them flushed by the other.
pytestmark = pytest.mark.filterwarnings("ignore:No application metrics to publish")

MONDAY = date(2021, 3, 8)
UNREAD = "Snork 3 glorps x 7 @ gear 5"
GOOD = {"Monday": SQUATS, "Tuesday": PULLS}
BAD = {"Monday": [*SQUATS, UNREAD], "Tuesday": PULLS}


def drop(
    chain: World, days: dict[str, list[str]], modified: str = "2019-01-01T00:00:00", monday: date = MONDAY
) -> None:
    """A post of a week, or an edit of it, goes through the chain."""
    chain.drop(f"bronze/raw/{monday}.json", raw(week_post(monday, days, modified)))
    chain.settle()


def aggregate_again(chain: World) -> Any:
    """The message of the week comes to the stage once more."""
    chain._announce("silver/sessions/2021/week_10--2021-03-08__2021-03-14.jsonl")
    chain.settle()


def test_a_good_week_alerts_nobody(chain: World) -> None:
    """A good week also leaves no state behind."""
    drop(chain, GOOD)
    assert ([], {}) == (chain.alerts, chain._objects("announced/quality/"))


def test_a_week_below_a_threshold_is_reported_once_with_the_lines(chain: World) -> None:
    """A repeated message sends no alert."""
    drop(chain, BAD)
    aggregate_again(chain)
    (alert,) = chain.alerts
    assert chain.alerts_topic == alert["TopicArn"]
    assert "Quality of the week of 2021-03-08" == alert["Subject"]
    assert "lines_read" in alert["Message"]
    assert UNREAD in alert["Message"]
    assert [] == chain.announced


def test_an_edit_that_leaves_the_same_lines_is_not_reported_again(chain: World) -> None:
    """Another day has changed."""
    drop(chain, BAD)
    drop(chain, BAD | {"Wednesday": ["Rest Day"]}, modified="2019-01-02T00:00:00")
    assert 1 == len(chain.alerts)


def test_a_finding_that_was_corrected_and_comes_back_is_reported_again(chain: World) -> None:
    """The coach corrects the line and takes that back."""
    drop(chain, BAD)
    drop(chain, GOOD, modified="2019-01-02T00:00:00")
    drop(chain, BAD, modified="2019-01-03T00:00:00")
    assert 2 == len(chain.alerts)


def test_an_alert_that_failed_is_sent_with_the_next_delivery(chain: World) -> None:
    """The figures are stored by then."""

    def fail(**_: Any) -> None:
        raise RuntimeError("the topic is down")

    chain.clients["sns"].replaced["publish"] = fail
    with pytest.raises(RuntimeError):
        drop(chain, BAD)
    chain.clients["sns"].replaced.clear()
    aggregate_again(chain)
    assert 1 == len(chain.alerts)


def test_an_hour_has_ten_alerts(chain: World) -> None:
    """The eleventh week is noted as alerted, so it sends no alert in the next hour either; the twelfth does."""
    for number in range(11):
        drop(chain, BAD, monday=MONDAY + timedelta(weeks=2 * number))
    assert 10 == len(chain.alerts)
    assert 11 == len(chain._objects("announced/quality/"))
    chain.hour += 1
    for number in (10, 11):
        drop(chain, BAD, monday=MONDAY + timedelta(weeks=2 * number))
    assert 11 == len(chain.alerts)


def test_the_thresholds_are_those_of_the_blog(chain: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """This one prescribes nothing."""
    path = tmp_path / "gym.toml"
    path.write_text(
        'name = "Gym"\nurl = "https://gym.example"\nlanguage = "en"\ntime_zone = "Europe/London"\n'
        "[quality]\nlines_read = 0\nnumbers_read = 0\n"
    )
    monkeypatch.setenv("BLOG", str(path))
    drop(chain, BAD)
    assert [] == chain.alerts


def test_where_it_is_noted() -> None:
    """It is beside the announced state."""
    assert "announced/quality/2021/week_10--2021-03-08__2021-03-14.json" == quality_alert_key(week_starting(MONDAY))
