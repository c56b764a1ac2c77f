"""The rules of quality. The numbers were counted by hand, from docs/quality.md."""

import re
from copy import replace
from typing import Any

import msgspec
import pytest
from docs import quality_trend
from msgspec.structs import asdict

from tests.figures import MONDAY, SILVER_KEY, TUESDAY, WEDNESDAY, WEEK, ask, finding, lines, record
from tests.notation import BLOG
from wod.announcing.quality import alert_of
from wod.figures.shapes import QualityLine, QualityRule
from wod.figures.week import aggregate_week
from wod.thresholds import DEFAULT_THRESHOLDS, RULES, Thresholds
from wod.week_file import typed_records
from wod_cli import PROJECT

TRAINING: dict[str, Any] = {"segment_a": "Snatch x 1 rep", "lines": lines("a", "movement")}


def rules(*records: Any, **thresholds: float) -> dict[str, Any]:
    """The rules of a week, by name."""
    found = aggregate_week(
        WEEK, typed_records(list(records)), None, {}, SILVER_KEY, replace(BLOG, quality=Thresholds(**thresholds))
    )
    return {rule["rule"]: rule for rule in found["quality"]["rules"]}


def counted(rule: str, *records: Any) -> tuple[int, int]:
    """Return how many keep a rule, of how many."""
    found = rules(*records)[rule]
    return found["kept"], found["total"]


def test_a_good_day_keeps_all_rules() -> None:
    """One day of training, published before: it is one of the seven dates, and nothing else is amiss."""
    found = rules(record(MONDAY, ask(), **TRAINING))
    assert list(RULES) == list(found)
    assert list(range(1, 11)) == [rule["number"] for rule in found.values()]
    assert {"days_stated"} == {name for name, rule in found.items() if rule["kept"] < rule["total"]}
    assert not any(rule["below"] for rule in found.values())


def test_a_week_without_anything_is_below_no_threshold() -> None:
    """Its posts are gone, also for a blog that states all seven days: no rule has anything to count, or a percent."""
    found = rules(days_stated=100)
    assert {None} == {rule["percent"] for rule in found.values()}
    assert not any(rule["below"] for rule in found.values())


def test_days_that_no_post_states() -> None:
    """Training and rest are stated, five dates are not."""
    assert (2, 7) == counted("days_stated", record(MONDAY, ask()), record(TUESDAY, session="Rest Day"))


def test_days_without_prescriptions() -> None:
    """Tuesday prescribes nothing that was read; Wednesday is rest, and Monday's second session makes its day good."""
    found = counted(
        "days_read",
        record(MONDAY, session="One"),
        record(MONDAY, ask(), session="Two"),
        record(TUESDAY),
        record(WEDNESDAY, session="Rest Day"),
    )
    assert (1, 2) == found


def test_lines_that_are_not_read() -> None:
    """One of four is unread, and one note looks like training; the other note is prose."""
    text = "Snatch x 2 reps\nSnork 3 @ gear 7\n5 of those, please\nKeep it light."
    findings = [finding("unread", "a", "Snork 3 @ gear 7"), finding("note", "a", "5 of those, please")]
    week = record(
        MONDAY, ask(), segment_a=text, lines=lines("a", "movement", "unread", "note", "note"), findings=findings
    )
    assert (2, 4) == counted("lines_read", week)


def test_a_line_that_the_text_does_not_have_is_counted_without_text() -> None:
    """Silver may hold what another program wrote, and a week must still have its figures."""
    found = rules(record(MONDAY, ask(), segment_a="Snatch", lines=lines("a", "movement", "unread")), lines_read=100)
    assert (1, 2, [""]) == (
        found["lines_read"]["kept"],
        found["lines_read"]["total"],
        [line["text"] for line in found["lines_read"]["lines"]],
    )


def test_numbers_that_are_not_read() -> None:
    """Three are read (2, 77.5 and 1:30), two are on a line that is not; those of prose do not count."""
    text = "Snatch x 2 reps @ 77.5%\nRest 1:30\nSnork 3 @ gear 7\nIn 2021 we did more."
    findings = [finding("unread", "a", "Snork 3 @ gear 7")]
    kinds = lines("a", "movement", "rest", "unread", "note")
    assert (3, 5) == counted("numbers_read", record(MONDAY, ask(), segment_a=text, lines=kinds, findings=findings))


def test_movements_that_the_catalogue_does_not_know() -> None:
    """It knows a Snatch and a complex of a Clean, Front Squats and a Jerk, but no Harbour Hop."""
    clean = ask("Clean + 2 Front Squats + Jerk", ("Clean", 1), ("Front Squats", 2), ("Jerk", 1))
    assert (2, 3) == counted("movements_known", record(MONDAY, ask(), clean, ask("Harbour Hop")))


def test_lines_that_contradict_each_other() -> None:
    """One of two lines has a clock that its sets do not fill; notes and unread lines do not count."""
    text = "Every 2 minutes, for 15 minutes (8 sets):\nSnatch x 2 reps\nKeep it light.\nSnork 3 @ gear 7"
    findings = [finding("clock", "a", "Every 2 minutes, for 15 minutes (8 sets):")]
    kinds = lines("a", "scheme", "movement", "note", "unread")
    assert (1, 2) == counted("lines_consistent", record(MONDAY, ask(), segment_a=text, lines=kinds, findings=findings))


def test_dates_that_something_contradicts() -> None:
    """Monday's heading names another weekday."""
    doubtful = record(MONDAY, ask(), findings=[finding("weekday", "", "Tuesday")])
    assert (1, 2) == counted("dates_consistent", doubtful, record(TUESDAY, ask()))


def test_dates_that_the_setting_gave() -> None:
    """One of two posts names no day."""
    assert (1, 2) == counted("dates_stated", record(MONDAY, ask(), dated_by_setting=True), record(TUESDAY, ask()))


def test_a_session_that_is_there_twice() -> None:
    """Two posts have the same text for Monday; the same text on Tuesday is another training."""
    again = record(MONDAY, ask(), session="Session [second post]", post=2, **TRAINING)
    week = record(MONDAY, ask(), **TRAINING), again, record(TUESDAY, ask(), **TRAINING)
    assert (2, 3) == counted("sessions_distinct", *week)


def test_training_that_was_published_when_it_was_over() -> None:
    """The post of Wednesday's session came on Thursday."""
    late = record(WEDNESDAY, ask())
    late["source"] = late["source"] | {"published": "2021-06-10T08:00:00"}
    assert (1, 2) == counted("published_in_time", record(MONDAY, ask()), late)
    (line,) = rules(late, published_in_time=100)["published_in_time"]["lines"]
    assert "Its post was published at 2021-06-10T08:00:00." == line["text"]


def test_training_may_be_published_on_its_day() -> None:
    """Any hour of it is in time: the post of Wednesday's session came on Wednesday evening."""
    just_in_time = record(WEDNESDAY, ask())
    just_in_time["source"] = just_in_time["source"] | {"published": "2021-06-09T21:00:00"}
    assert (1, 1) == counted("published_in_time", just_in_time)


def test_a_week_below_a_threshold_names_its_lines() -> None:
    """Half is less than 51 % and no less than 50 %."""
    week = record(MONDAY, ask(), ask("Harbour Hop"))
    right = rules(week, movements_known=50)["movements_known"]
    assert (False, []) == (right["below"], right["lines"])
    found = rules(week, movements_known=51)["movements_known"]
    assert (True, 50.0, 51.0) == (found["below"], found["percent"], found["threshold"])
    assert [{"date": MONDAY, "session": "Session", "text": "Harbour Hop"}] == found["lines"]


def test_a_rule_about_days_or_sessions_says_what_is_wrong_with_each() -> None:
    """A date that no post states has no session; the others name theirs."""
    picture = record(TUESDAY, session="Heavy Day", segment_a="See the picture")
    twice = [record(MONDAY, ask(), session=name, **TRAINING) for name in ("One", "Two")]
    twice[1]["dated_by_setting"] = True
    found = rules(picture, *twice, days_stated=100, days_read=100, dates_stated=100, sessions_distinct=100)
    assert {
        "days_stated": [(f"2021-06-{day}", "", "No post says what this day is for.") for day in ("09", 10, 11, 12, 13)],
        "days_read": [(TUESDAY, "Heavy Day", "The day prescribes training, and nothing was read.")],
        "dates_stated": [(MONDAY, "Two", "The post names no day; the blog's setting does.")],
        "sessions_distinct": [(MONDAY, "Two", "Another session of the day has the same text.")],
    } == {
        name: [(line["date"], line["session"], line["text"]) for line in rule["lines"]]
        for name, rule in found.items()
        if rule["lines"]
    }


def test_a_week_just_below_a_threshold_is_below_it() -> None:
    """Fifty of a hundred and one are not a half."""
    week = record(MONDAY, *[ask()] * 50, *[ask("Harbour Hop")] * 51)
    assert rules(week, movements_known=50)["movements_known"]["below"]


def test_all_that_contradicts_a_date_is_on_its_line() -> None:
    """The sentences of all findings follow each other."""
    found = [finding("weekday", "", "Tuesday"), finding("date", "", "March 8")]
    (line,) = rules(record(MONDAY, ask(), findings=found), dates_consistent=100)["dates_consistent"]["lines"]
    assert f"{found[0]['message']} {found[1]['message']}" == line["text"]


def test_a_percent_is_rounded_down() -> None:
    """Two of three are 66.6 %."""
    week = record(MONDAY, ask(), ask("Snatch"), ask("Harbour Hop"))
    assert 66.6 == rules(week)["movements_known"]["percent"]


def test_a_flood_of_bad_lines_is_named_in_part() -> None:
    """Gold names twenty lines of a rule, and the alert says how many more there are."""
    week = record(MONDAY, *[ask(f"Harbour Hop {number}") for number in range(30)])
    found = rules(week)["movements_known"]
    assert 20 == len(found["lines"])
    assert "and up to 10 more" in alert_of(WEEK, [msgspec.convert(found, QualityRule)], "gym-dev")


def test_an_alert_says_what_where_and_what_is_the_matter() -> None:
    """Untrusted text stays on its line."""
    found = rules(record(MONDAY, ask("Harbour\nHop\x1b[31m"), session="Heavy Day"), movements_known=90)
    text = alert_of(WEEK, [msgspec.convert(found["movements_known"], QualityRule)], "gym-dev").split("\n")
    assert "gym-dev: the week 2021-06-07 to 2021-06-13 is below its threshold of movements_known." == text[0]
    assert "Rule 5, movements_known: 0 % (0 of 1), and not 90 %. Look at" == text[2]
    assert "  2021-06-07 Heavy Day: Harbour Hop [31m" == text[3]


def test_an_alert_is_complete() -> None:
    """A paragraph for each rule, and at the end where the rules are explained."""
    lines = [QualityLine(date=MONDAY, session="", text="no training"), QualityLine(date=MONDAY, session="A", text="x")]
    read = QualityRule(number=2, rule="days_read", threshold=80, kept=3, total=9, percent=33.3, below=True, lines=lines)
    stated = QualityRule(
        number=8, rule="dates_stated", threshold=50, kept=1, total=3, percent=33.3, below=True, lines=lines
    )
    assert (
        "gym-dev: the week 2021-06-07 to 2021-06-13 is below its threshold of days_read, dates_stated.\n"
        "\n"
        "Rule 2, days_read: 33.3 % (3 of 9), and not 80 %. Look at\n"
        "  2021-06-07: no training\n"
        "  2021-06-07 A: x\n"
        "  and up to 4 more\n"
        "\n"
        "Rule 8, dates_stated: 33.3 % (1 of 3), and not 50 %. Look at\n"
        "  2021-06-07: no training\n"
        "  2021-06-07 A: x\n"
        "\n"
        "docs/quality.md says what each rule means; `wod sql weeks_below_quality` lists all weeks."
    ) == alert_of(WEEK, [read, stated], "gym-dev")


def test_the_document_has_each_rule_with_its_number_and_default() -> None:
    """They are in the order of the numbers."""
    document = (PROJECT / "docs" / "quality.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| \S.* \| (\d+) \|$", document, flags=re.MULTILINE)
    expected = [(str(number), name) for number, name in enumerate(RULES, start=1)]
    assert expected == [(number, name) for number, name, _ in rows]
    assert asdict(DEFAULT_THRESHOLDS) == {name: float(threshold) for _, name, threshold in rows}


@pytest.mark.parametrize("below", [0, 2])
def test_a_year_with_weeks_below_has_an_empty_dot(below: int) -> None:
    """Full otherwise, and a rule that all years keep has no line."""
    row = {"iso_year": 2020, "number": 3, "rule": "lines_read", "percent": 80.0, "weeks_below": below}
    good = {"iso_year": 2020, "number": 9, "rule": "sessions_distinct", "percent": 100.0, "weeks_below": 0}
    drawn = quality_trend.picture([row, good])
    assert bool(below) == ('fill="#fff"/>' in drawn.partition("<circle")[2])
    assert "3 lines_read" in drawn
    assert "sessions_distinct" not in drawn
