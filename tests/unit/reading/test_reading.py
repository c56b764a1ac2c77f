"""Whole posts, as different coaches and editors make them, are read as a careful reader reads them."""

import json
import re
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.blog import load_blog
from wod.errors import BadInput
from wod.models import SessionRecord
from wod.reading.cleaning import clean_records
from wod.reading.whole_post import read_records

DATES = {
    weekday: f"2021-03-{day:02}"
    for day, weekday in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), start=8
    )
}


def read(html: str, title: str = "March 8-14, 2021") -> tuple[list[str], list[dict[str, Any]]]:
    """The lines before the first day, and the records."""
    post = {
        "id": 7,
        "slug": "program",
        "date": "2021-03-07T17:00:20",
        "title": {"rendered": title},
        "content": {"rendered": html},
    }
    message = read_records(json.dumps(post), "k", "v", "c", load_blog("invictus"))
    return [line.text for line in message.preamble], clean_records(message.records)


def stated(record: dict[str, Any]) -> tuple[str, str, str, dict[str, str]]:
    """Date, session, warm-up and the segments that are not empty."""
    segments = {name[-1]: text for name, text in record.items() if re.fullmatch("segment_[a-z]", name)}
    return (
        record["date"],
        record["session"],
        record["warm_up"],
        {letter: text for letter, text in segments.items() if text},
    )


def days(html: str) -> list[tuple[str, str, str, dict[str, str]]]:
    return [stated(record) for record in read(html)[1]]


def test_block_editor_headings_with_the_session_in_a_heading_of_its_own() -> None:
    """Comments are markup; weekday and session are one heading."""
    html = """
    <!-- wp:heading --><h2>Monday</h2><!-- /wp:heading -->
    <!-- wp:heading {"level":3} --><h3>Session One</h3><!-- /wp:heading -->
    <!-- wp:paragraph --><p><strong>Warm-Up:</strong></p><!-- /wp:paragraph -->
    <!-- wp:list --><ul><li>Ski 3 minutes</li><li>8 Bar Lunges</li></ul><!-- /wp:list -->
    <!-- wp:heading {"level":4} --><h4>A. Power Snatch</h4><!-- /wp:heading -->
    <!-- wp:paragraph --><p>5 x 2 @ 72%</p><!-- /wp:paragraph -->
    <!-- wp:heading --><h2>Tuesday – Rest</h2><!-- /wp:heading -->
    """
    assert [
        (DATES["Monday"], "Monday Session One", "Ski 3 minutes\n8 Bar Lunges", {"a": "Power Snatch\n5 x 2 @ 72%"}),
        (DATES["Tuesday"], "Rest Day", "", {}),
    ] == days(html)


def test_one_paragraph_of_bold_words_and_breaks() -> None:
    """The visual lines count, however few elements they are in."""
    html = (
        "<p><strong>MONDAY<br />\nWARM-UP<br />\n</strong>Row<br />\n<strong>A.</strong><br />\nSnatch x 2<br />\n"
        "<strong>B</strong>. <a href='https://v.example/1'>Clean </a>x 2<br />\n<b>TUESDAY &#8211; OFF</b></p>"
    )
    assert [
        (DATES["Monday"], "MONDAY", "Row", {"a": "Snatch x 2", "b": "Clean x 2"}),
        (DATES["Tuesday"], "Rest Day", "", {}),
    ] == days(html)


def test_a_table_with_a_day_in_each_row() -> None:
    """The cell of the weekday is the heading, the cell beside it the day."""
    html = (
        "<table><thead><tr><th>Day</th><th>Work</th></tr></thead><tbody>"
        "<tr><td>Monday</td><td>Row<br>A. Snatch<br>B. Squat</td></tr>"
        "<tr><td>Tuesday</td><td>A. Clean</td></tr><tr><td>Wednesday</td><td>Rest</td></tr></tbody></table>"
    )
    assert ["Day Work"] == read(html)[0]
    assert [
        (DATES["Monday"], "Monday", "Row", {"a": "Snatch", "b": "Squat"}),
        (DATES["Tuesday"], "Tuesday", "", {"a": "Clean"}),
        (DATES["Wednesday"], "Rest Day", "", {}),
    ] == days(html)


@pytest.mark.parametrize("label", ["Day", ""])
def test_a_table_with_a_day_in_each_row_may_have_columns_for_morning_and_evening(label: str) -> None:
    """A rest in the morning is no day of rest, and a session without text is none."""
    html = (
        f"<table><tr><th>{label}</th><th>AM</th><th>PM</th></tr><tr><td>Monday</td><td>Rest</td><td>Squat 5x5</td></tr>"
        "<tr><td>Tuesday</td><td>Run 5 km</td><td>Clean 3x3</td></tr>"
        "<tr><td>Wednesday</td><td></td><td>Snatch 5x2</td></tr></table>"
    )
    assert [
        (DATES["Monday"], "Monday AM", "", {"a": "Rest"}),
        (DATES["Monday"], "Monday PM", "", {"a": "Squat 5x5"}),
        (DATES["Tuesday"], "Tuesday AM", "", {"a": "Run 5 km"}),
        (DATES["Tuesday"], "Tuesday PM", "", {"a": "Clean 3x3"}),
        (DATES["Wednesday"], "Wednesday PM", "", {"a": "Snatch 5x2"}),
    ] == days(html)


def test_a_table_with_a_day_in_each_row_may_have_a_column_for_each_part() -> None:
    """Columns of a movement's sets and repetitions are no parts."""
    row = "<tr><td>Monday</td><td>Squat 5x5</td><td>Run 5 km</td></tr></table>"
    parts = "<table><tr><th>Day</th><th>Strength</th><th>Conditioning</th></tr>"
    assert [(DATES["Monday"], "Monday", "", {"a": "Squat 5x5", "b": "Run 5 km"})] == days(parts + row)
    columns = "<table><tr><th>Day</th><th>Lift</th><th>Sets</th><th>Reps</th></tr>"
    sets = "<tr><td>Monday</td><td>Squat</td><td>5</td><td>3</td></tr></table>"
    assert [(DATES["Monday"], "Monday", "", {"a": "Squat 5 x 3"})] == days(columns + sets)


def test_a_table_of_percentages_stays_in_its_segment() -> None:
    """A row is a line."""
    html = (
        "<p>Monday</p><p>A. Squat</p><table><tr><th>Set</th><th>Load</th></tr><tr><td>1</td><td>70%</td></tr></table>"
    )
    assert [(DATES["Monday"], "Monday", "", {"a": "Squat\nSet Load\n1 70%"})] == days(html)


def test_two_sessions_of_a_day_have_letters_of_their_own() -> None:
    """Morning and evening are two records of one date."""
    html = (
        "<h3>Friday</h3><h4>AM Session</h4><p>A. Snatch</p><p>B. Squat</p><h4>PM Session</h4><p>A. Clean</p>"
        "<h3>Saturday AM</h3><p>A. Jerk</p><h3>Saturday PM</h3><p>A. Row</p>"
    )
    assert [
        (DATES["Friday"], "Friday AM Session", "", {"a": "Snatch", "b": "Squat"}),
        (DATES["Friday"], "Friday PM Session", "", {"a": "Clean"}),
        (DATES["Saturday"], "Saturday AM", "", {"a": "Jerk"}),
        (DATES["Saturday"], "Saturday PM", "", {"a": "Row"}),
    ] == days(html)


def test_letters_that_the_browser_draws() -> None:
    """A list that goes on after a paragraph goes on with its letters."""
    html = (
        '<h3>Monday</h3><ol type="A"><li>Snatch x 2<ul><li>Sets 1-2 @ 70%</li></ul></li></ol><p>Rest 2 minutes</p>'
        '<ol type="A" start="2"><li>Clean x 2</li></ol>'
    )
    assert [(DATES["Monday"], "Monday", "", {"a": "Snatch x 2\nSets 1-2 @ 70%\nRest 2 minutes", "b": "Clean x 2"})] == (
        days(html)
    )


def test_letters_of_every_kind_up_to_h() -> None:
    """They include a superset, a letter that is skipped, and letters after E."""
    html = (
        "<p><b>Monday</b></p><p>A1. Squat x 5<br>A2. Row x 8</p><p>B –<br>Plank</p><p>(D) Press</p><p>E)<br>Dips</p>"
        "<p>**F.**</p><p>Sled</p><p>G: Bike</p><p>H.Walk</p>"
    )
    [(*_, segments)] = days(html)
    assert {
        "a": "A1. Squat x 5\nA2. Row x 8",
        "b": "Plank",
        "d": "Press",
        "e": "Dips",
        "f": "Sled",
        "g": "Bike",
        "h": "Walk",
    } == segments


def test_prose_that_names_days_warm_ups_and_letters_stays_prose() -> None:
    """This holds before the first day, in the warm-up and in a segment."""
    prose = [
        "Friday is the big day.",
        "A good warm-up matters.",
        "Do this on Monday or Tuesday.",
        "Monday – Friday 6am to 8pm",
        "E.g. from the floor.",
        "F.Y.I. the bar is 20 kg.",
        "B is optional today.",
        "A 10 minute AMRAP of:",
        "Dead stop deadlift x 5",
        "Warm-up sets are not counted.",
    ]
    below = "".join(f"<p>{line}</p>" for line in prose)
    html = f"{below}<p>Wednesday (Session Three)</p>{below}<p>A.</p>{below}<p>B.</p><p>Squat</p>"
    text = "\n".join(prose)
    assert prose == read(html)[0]
    assert [(DATES["Wednesday"], "Wednesday (Session Three)", text, {"a": text, "b": "Squat"})] == days(html)


def test_announcements_and_a_list_of_the_week_in_front_and_videos_after() -> None:
    """Text before the days is kept apart; text after them belongs to the last."""
    html = (
        "<p><strong>Monday, March 8 &#8211; Sunday, March 14</strong></p><p>The Open starts on Friday!</p>"
        "<p>Monday: Snatch + Squat<br />Tuesday: Clean + Pull<br />Wednesday: Rest</p><p>Enjoy.</p>"
        "<p><strong>Monday (Session One)</strong></p><p>A. Snatch</p><p><strong>Tuesday (Session Two)</strong></p>"
        "<p>A. Clean</p><p><strong>Wednesday (Rest Day)</strong></p><p>Videos:</p>"
        "<ul><li><a href='https://v.example/1'>Snatch</a></li></ul>"
    )
    assert [
        "Monday, March 8 – Sunday, March 14",
        "The Open starts on Friday!",
        "Monday: Snatch + Squat",
        "Tuesday: Clean + Pull",
        "Wednesday: Rest",
        "Enjoy.",
    ] == read(html)[0]
    assert [
        (DATES["Monday"], "Monday (Session One)", "", {"a": "Snatch"}),
        (DATES["Tuesday"], "Tuesday (Session Two)", "", {"a": "Clean"}),
        (DATES["Wednesday"], "Rest Day", "Videos:\nSnatch", {}),
    ] == days(html)


def test_text_pasted_from_another_editor() -> None:
    """A bold element around everything makes no headings; no-break and zero-width characters are not seen."""
    html = (
        '<b style="font-weight:normal;"><p><span style="font-weight:700">Monday – heavy singles</span></p>'
        "<p>\u200b<span style='font-weight:400'>A.&nbsp;</span></p><p>&nbsp;</p>"
        "<p>Snatch\u00a0x\u00a01, don&#8217;t rush</p><p>Tuesday - easy if sore</p></b>"
    )
    assert [
        (DATES["Monday"], "Monday – heavy singles", "", {"a": "Snatch x 1, don’t rush\nTuesday - easy if sore"})
    ] == days(html)


def test_days_without_weekdays_are_refused() -> None:
    """`Day 1` says no date, and none is made up."""
    with pytest.raises(BadInput, match="weekdays"):
        read("<h3>Day 1</h3><p>A. Snatch</p><h3>Day 2</h3><p>A. Clean</p>")


# A line that a reader sees, in the element that holds it.
MARKUP = st.sampled_from(
    [
        "<p>{}</p>\n",
        "{}<br />\n",
        "<p><strong>{}</strong></p>",
        "<h3>{}</h3>",
        "<h4><strong>{}</strong></h4>",
        "<ul><li>{}</li></ul>",
        "<div><span>{}&nbsp;</span></div>",
        "<!-- wp:paragraph --><p>{}</p><!-- /wp:paragraph -->",
        "<table><tr><td>{}</td></tr></table>",
        "<blockquote><p>\u200b{}<br></p></blockquote>",
    ]
)
WARM_UP = st.sampled_from(["Suggested Warm-Up", "Warm-Up:", "WARM UP", "Warmup", "General Warm-Up:"])
MARKERS = st.sampled_from(["{}.", "{})", "{}:", "({})", "{}.)"])
PROSE = st.sampled_from(
    [
        "Snatch x 2 reps @ 70%",
        "A good warm-up matters, number",
        "Friday was the big day, number",
        "E.g. pause for",
        "B is optional for",
        "Do this on Monday, try",
        "Rest",
        "don’t rush rep",
        "*Sets 1-2 = @ 70%, then",
    ]
)
HEADINGS = {
    "{}": "{}",
    "{} (Session One)": "{} (Session One)",
    "{} – SESSION 2": "{} – SESSION 2",
    "{}, March {}th:": "{}, March {}th:",
    "Day 1 – {}": "Day 1 – {}",
    "{} AM": "{} AM",
    "{} (Rest Day)": "Rest Day",
    "{} - Off": "Rest Day",
}


@dataclass
class Page:
    """A generated page, with its expected reading."""

    html: str
    preamble: list[str]
    days: list[tuple[str, str, str, dict[str, str]]]


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Pages of some of the weekdays in their order; every line of prose is another."""
    count = iter(range(1000, 2000))
    html: list[str] = []

    def put(text: str) -> str:
        html.append(draw(MARKUP).format(text))
        return text

    def prose(most: int = 3) -> list[str]:
        return [put(f"{draw(PROSE)} {next(count)}") for _ in range(draw(st.integers(0, most)))]

    preamble = prose()
    days = []
    for weekday in sorted(draw(st.sets(st.sampled_from(list(DATES)), min_size=1)), key=list(DATES).index):
        heading = draw(st.sampled_from(list(HEADINGS)))
        day = int(DATES[weekday][-2:])
        put(heading.format(weekday, day))
        lettered = draw(st.integers(0, 8))
        if lettered and draw(st.booleans()):
            put(draw(WARM_UP))
        above = prose()
        marker = draw(MARKERS)
        segments = {}
        for letter in "ABCDEFGH"[:lettered]:
            first = f"{draw(PROSE)} {next(count)}" if draw(st.booleans()) else ""
            put(f"{marker.format(letter)} {first}".strip())
            segments[letter.lower()] = "\n".join([*([first] if first else []), *prose(2)])
        if not lettered and HEADINGS[heading] != "Rest Day":
            segments, above = {"a": "\n".join(above)}, []
        found = {letter: text for letter, text in segments.items() if text}
        days.append((DATES[weekday], HEADINGS[heading].format(weekday, day), "\n".join(above), found))
    return Page("".join(html), preamble, days)


@given(pages())
def test_a_page_is_read_back_as_it_was_made(page: Page) -> None:
    """Each visible line is once: in its field, as a heading, or before the first day, and in its order."""
    preamble, records = read(page.html)
    assert page.preamble == preamble
    assert page.days == [stated(record) for record in records]
    assert (preamble, records) == read(page.html)


MARKUP_AND_TEXT = (
    "<p>|</p>|<br>|<b>|</b>|<h3>|</h3>|<li>|<ol type=A>|<table>|<tr>|<td>|</table>|<a href=u>|</a>|<!--|-->|&nbsp;|\n|"
    "x|Monday|Thursday (Rest Day)|Session One|Sunday & Monday – Rest|Rest Day|AM|A.|B –|(C)|Warm-Up: |Mon – Sat|Friday:"
)
FRAGMENTS = st.sampled_from(MARKUP_AND_TEXT.split("|"))


@given(st.booleans(), st.lists(FRAGMENTS | st.text(max_size=5), max_size=40).map("".join), st.text(max_size=20))
def test_any_text_gives_valid_records_or_a_refusal(has_day: bool, html: str, title: str) -> None:
    """Nothing that a post says breaks the chain, and date and session are a key."""
    try:
        _, records = read("<p>Monday</p>" * has_day + html, title)
    except BadInput:
        return
    assert records
    assert len(records) == len({(record["date"], record["session"]) for record in records})
    for record in records:
        assert msgspec.convert(record, SessionRecord)
