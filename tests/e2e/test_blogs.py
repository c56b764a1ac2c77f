"""Another blog through the whole chain: one day per post, in Spanish, with named parts; only its TOML file is new."""

import pytest

from tests.e2e.chain import Chain, eventually
from tests.e2e.posts import forja_post
from wod_cli.deployed.fetching import fire_schedule
from wod_cli.testbed.small_wordpress import Post

pytestmark = pytest.mark.timeout(900)

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = DAYS = [f"2024-03-{day}" for day in (11, 12, 13, 14)]
WEEK = "week_11--2024-03-11__2024-03-17"


@pytest.fixture(scope="module")
def week(forja: Chain) -> Chain:
    """The stack after a fetch, when all sessions of the posts are in the table."""
    fire_schedule(forja.stack)
    eventually(lambda: len(forja.sessions(*DAYS)) == 5, "the table")
    return forja


def test_posts_of_single_days_grow_into_a_week(week: Chain) -> None:
    """Each post is a day by its title; rest days and levels are sessions; silver and gold are one week."""
    assert "forja" == week.stack.blog
    sessions = week.sessions(*DAYS)
    assert [
        (MONDAY, "Lunes, 11 de marzo de 2024"),
        (TUESDAY, "Oro"),
        (TUESDAY, "Plata"),
        (WEDNESDAY, "Rest Day"),
        (THURSDAY, "WOD 14-03-2024"),
    ] == [(session["date"], session["session"]) for session in sessions]
    assert {"a": "Técnica", "b": "Fuerza", "c": "Fragua", "d": "Accesorios"} == sessions[-1]["segment_titles"]
    gold = f"gold/aggregations/2024/{WEEK}.json"
    eventually(lambda: week.training(gold) == [MONDAY, TUESDAY, THURSDAY], "gold")
    assert [WEDNESDAY] == week.figures(gold)["days"]["rest"]
    assert [f"silver/sessions/2024/{WEEK}.jsonl"] == week.keys("silver/sessions/")


def test_spanish_prescriptions_are_read(week: Chain) -> None:
    """Movements have their canonical names, and numbers their units, in the table as in English."""
    prescriptions = {
        (session["session"], one["canonical_movement"]): one
        for session in week.sessions(MONDAY, TUESDAY, THURSDAY)
        for one in session["prescriptions"]
    }
    squat, deadlift = prescriptions["Lunes, 11 de marzo de 2024", "Back Squat"], prescriptions["Plata", "Deadlift"]
    assert (5, 5, 75, 120) == tuple(squat[name] for name in ("sets", "reps_min", "percent_min", "rest_seconds"))
    assert (4, 6, 60, "kg") == tuple(deadlift[name] for name in ("sets", "reps_min", "weight", "weight_unit"))
    assert 3 == prescriptions["WOD 14-03-2024", "Front Squat"]["rep_max_test"]
    assert "amrap" == prescriptions["WOD 14-03-2024", "Burpee"]["format"]


def test_an_edited_day_changes_its_session_and_no_other(week: Chain, forja_posts: list[Post]) -> None:
    """The next fetch brings the edit; what is struck out in it is kept beside the text and not read."""
    eventually(lambda: len(week.changes(TUESDAY)) == 2, "the first pass")
    forja_posts[1] = forja_post("martes_editado")
    fire_schedule(week.stack)

    changed = [("Session Inserted", "Oro"), ("Session Inserted", "Plata"), ("Session Modified", "Oro")]
    seen = eventually(lambda: found if len(found := week.changes(TUESDAY)) > 2 else None, "the change")
    assert changed == sorted(seen)
    gold, silver = week.sessions(TUESDAY)
    assert (["80%"], []) == (gold["struck_out"], silver["struck_out"])
    assert [82.5] == [one["percent_min"] for one in gold["prescriptions"] if one["canonical_movement"] == "Deadlift"]
    rest = [("Session Inserted", "Rest Day")]
    assert rest == eventually(lambda: week.changes(WEDNESDAY), "an event on the bus")
