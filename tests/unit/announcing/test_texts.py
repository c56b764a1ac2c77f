"""The texts of an announcement."""

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.weeks import sample_of, week_of
from wod.announcing.gsm7 import septets
from wod.announcing.items import items_of
from wod.announcing.news import NOTHING, news_of
from wod.announcing.sms import DayEntries, Entry, text_message
from wod.announcing.texts import Texts, link_to, texts_of
from wod.announcing.words import words_of
from wod.blog import load_blog
from wod.weeks import week_starting

MONDAY = date(2021, 3, 8)
SUNDAY_BEFORE = MONDAY - timedelta(days=1)
ENGLISH = words_of("en")
LINK = "https://d111111abcdef8.cloudfront.net"
SNATCH = ["A.", "8 sets of:", "Snatch x 2 reps @ 70-82% of 1-RM Snatch"]
SQUATS = ["B.", "5 sets of:", "Back Squat x 5 reps @ 72-77%"]
TEST = ["A.", "In 20 minutes, establish a 1-RM Clean & Jerk", "B.", "3 sets of:", "Ring Rows x 12 reps"]
DAYS = {"Monday": [*SNATCH, *SQUATS], "Tuesday": TEST}


def texts(
    days: dict[str, list[str]],
    *,
    before: dict[str, list[str]] | None = None,
    link: str = LINK,
    today: date = SUNDAY_BEFORE,
) -> Texts:
    """Return the texts about a week, or about an edit of it."""
    announced = news_of(NOTHING, week_of(MONDAY, before), today, ENGLISH)[1] if before else NOTHING
    records = week_of(MONDAY, days, version="2")
    news, _ = news_of(announced, records, today, ENGLISH)
    return texts_of(news, records, blog="Invictus", link=link, today=today, words=ENGLISH)


# Text messages


def test_a_week_is_said_day_by_day_with_the_link() -> None:
    """The lifts as lifters write them; everything fits, so no ellipsis."""
    assert (
        "Mon: Snatch 8x2 70-82%, BS 5x5 72-77%. Tue: C&J 1RM, Ring Rows 3x12. https://d111111abcdef8.cloudfront.net"
    ) == texts(DAYS).message


def test_without_a_page_there_is_no_link() -> None:
    """Nothing is in its place."""
    assert "Mon: Snatch 8x2 70-82%, BS 5x5 72-77%. Tue: C&J 1RM, Ring Rows 3x12." == texts(DAYS, link="").message


@pytest.mark.parametrize("site", [LINK, f"{LINK}/"])
def test_the_link_leads_to_the_week_or_to_the_day(site: str) -> None:
    """The link is to the week if the text is about several days, and to the day if it is about one."""
    records = week_of(MONDAY, DAYS)
    week = week_starting(MONDAY)
    several, announced = news_of(NOTHING, records, SUNDAY_BEFORE, ENGLISH)
    one, _ = news_of(announced, week_of(MONDAY, DAYS | {"Tuesday": SNATCH}, version="2"), SUNDAY_BEFORE, ENGLISH)
    assert f"{LINK}/weeks/2021-W10.html" == link_to(site, week, several)
    assert f"{LINK}/weeks/2021-W10.html#2021-03-09" == link_to(site, week, one)
    assert "" == link_to("", week, one)


def test_items_that_do_not_fit_are_left_out_whole_for_an_ellipsis() -> None:
    """Lifts with a load come first; the last days and what is not a lift wait for the page."""
    days = ("Monday", "Tuesday", "Friday", "Saturday")
    week = {day: [*SNATCH, *SQUATS, "C.", "3 sets of:", "Ring Rows x 12 reps"] for day in days}
    message = (
        "Mon: Snatch 8x2 70-82%, BS 5x5 72-77%. Tue: Snatch 8x2 70-82%, BS 5x5 72-77%. "
        "Fri: Snatch 8x2 70-82%, BS 5x5 72-77% ... https://d111111abcdef8.cloudfront.net"
    )
    assert message == texts(week).message


def test_a_weekday_of_a_later_week_has_its_date() -> None:
    """A weekday alone is one of the next seven days."""
    assert texts(DAYS, today=MONDAY - timedelta(days=7)).message.startswith("Mon 8 Mar: Snatch 8x2 70-82%")


def test_a_change_says_what_changed() -> None:
    """Items as they are and were, new ones, and removed ones."""
    after = {
        "Monday": [*SNATCH, "B.", "5 sets of:", "Back Squat x 5 reps @ 75-80%"],
        "Tuesday": [
            "A.",
            "In 20 minutes, establish a 1-RM Clean & Jerk",
            "B.",
            "3 sets of:",
            "Deadlift x 5 reps @ 80%",
        ],
        "Friday": SNATCH,
    }
    assert (
        "Changed. Mon: BS 5x5 75-80% (was 72-77%). Tue: DL 3x5 80% (new), no Ring Rows. Fri: new, Snatch 8x2 70-82%."
    ) == texts(after, before=DAYS, link="").message


def test_other_sets_are_said_with_what_they_were() -> None:
    """The text says `5x3` and not only the percent."""
    after = DAYS | {"Monday": [*SNATCH, "B.", "5 sets of:", "Back Squat x 3 reps @ 72-77%"]}
    assert "Changed. Mon: BS 5x3 72-77% (was 5x5 72-77%)." == texts(after, before=DAYS, link="").message


def test_another_percent_of_another_lift_is_said_with_its_lift() -> None:
    """The sets are the same, so only the load is repeated."""
    before, after = (["A.", "5 sets of:", f"Snatch Pull x 3 reps @ {percent}% of 1-RM Clean"] for percent in (95, 90))
    message = texts({"Monday": after}, before={"Monday": before}, link="").message
    assert "Changed. Mon: Snatch Pull 5x3 90% of Clean (was 95% of Clean)." == message


def test_a_day_that_is_gone_is_said() -> None:
    """A lifter need not come."""
    assert "Changed. Tue: no training." == texts({"Monday": DAYS["Monday"]}, before=DAYS, link="").message


def test_a_link_that_leaves_no_room_for_a_text_is_left_out() -> None:
    """A message has 160 characters, and the training is more important than the link."""
    address = f"https://training.example/{'x' * 110}.html"
    assert texts(DAYS, link="").message == texts(DAYS, link=address).message


def test_an_edit_of_notes_is_said() -> None:
    """The lifts are the same, and the page has the notes."""
    after = DAYS | {"Monday": [*DAYS["Monday"], "*Keep the bar close."]}
    assert "Changed. Mon: notes changed." == texts(after, before=DAYS, link="").message


def test_a_day_of_which_nothing_was_read_is_training() -> None:
    """It may be a picture."""
    assert "Mon: training." == texts({"Monday": ["See you at the track."]}, link="").message


def test_a_long_first_movement_does_not_silence_the_rest() -> None:
    """It is left out whole, and marked."""
    movement = " + ".join(["Hang Power Snatch", "Power Snatch", "Snatch Balance", "Overhead Squat"] * 2)
    week = {"Monday": ["A.", "5 sets of:", f"({movement}) x 1 rep @ 70%", *SQUATS]}
    assert "Mon: BS 5x5 72-77% ... https://d111111abcdef8.cloudfront.net" == texts(week).message


def test_a_movement_that_cannot_be_written_is_left_out() -> None:
    """Its numbers would stand for nothing."""
    entries = [Entry("深蹲 5x5", movement="深蹲"), Entry("BS 5x5", movement="BS")]
    assert "Mon: BS 5x5 ..." == text_message("", [DayEntries("Mon", entries)], "")


def test_a_spanish_blog_has_spanish_texts() -> None:
    """They use only the letters that a text message can have."""
    forja, words = load_blog("forja"), words_of("es")
    records = sample_of(forja, "lunes")
    news, _ = news_of(NOTHING, records, date(2024, 3, 11), words)
    made = texts_of(news, records, blog=forja.name, link="", today=date(2024, 3, 11), words=words)
    assert (
        "Lun: Sent. tras. 5x5 75%, Cargada colgada+envion 6x2 70%, Correr 3x400m, balanceos KB 3x21 24/16kg, "
        "dominadas 3x12."
    ) == made.message
    assert "Forja: Entrenamiento Lunes 11 de marzo" == made.subject


# Mails


def test_a_mail_is_complete() -> None:
    """It has the lifts of each day, the link, and then every line of the coach under its day."""
    mail = texts(DAYS | {"Monday": ["Row x 500 meters", *DAYS["Monday"]]}).mail
    assert [
        "Monday 8 March: Snatch 8x2 70-82%, Back Squat 5x5 72-77%",
        "Tuesday 9 March: Clean & Jerk 1RM, Ring Rows 3x12",
        LINK,
        "",
        "=== Monday 8 March | Monday ===",
        "",
        "Warm-up",
        "Row x 500 meters",
        "",
        "A.",
        "8 sets of:",
        "Snatch x 2 reps @ 70-82% of 1-RM Snatch",
        "",
        "B.",
        "5 sets of:",
        "Back Squat x 5 reps @ 72-77%",
    ] == mail.split("\n")[:16]
    assert mail.endswith("3 sets of:\nRing Rows x 12 reps")


def test_a_mail_has_the_titles_of_the_parts() -> None:
    """They are beside their letters; a movement without an amount is named alone."""
    mail = texts({"Monday": ["A. Strength", "Run", *SQUATS]}, link="").mail
    assert mail.startswith("Monday 8 March: Run, Back Squat 5x5 72-77%\n")
    assert "\n\nA. Strength\nRun\n\nB.\n5 sets of:\n" in mail


def test_a_mail_about_a_change_has_the_changed_days_only() -> None:
    """The change, and the day as it is now; the subject says that it is one."""
    after = DAYS | {"Monday": [*SNATCH, "B.", "5 sets of:", "Back Squat x 5 reps @ 75-80%"]}
    mail = texts(after, before=DAYS, link="").mail
    assert "Invictus: Changed Monday 8 March" == texts(after, before=DAYS).subject
    assert mail.startswith(
        "Changed:\nMonday 8 March: Back Squat 5x5 75-80% (was 72-77%)\n\n=== Monday 8 March | Monday ==="
    )
    assert "Ring Rows" not in mail


def test_a_mail_that_a_topic_would_refuse_ends_with_a_sentence() -> None:
    """Whole lines, and where the rest is."""
    note = f"“stay” {'tight and long ' * 20}over the bar"
    mail = texts({"Monday": [*SNATCH, *(f"*Note {number}: {note}" for number in range(700))]}).mail
    assert mail.endswith("over the bar\nThe rest is on the page and on the blog.")
    assert len(json.dumps(mail, ensure_ascii=False).encode()) < 160_000


def test_nothing_in_a_mail_steers_what_shows_it() -> None:
    """Characters that turn the direction of text or move a cursor are left out."""
    assert "*Keep it simple" in texts({"Monday": [*SNATCH, "*Keep \u202eit\u0007 simple"]}).mail


@pytest.mark.parametrize(
    ("blog", "days", "subject"),
    [
        ("Invictus", DAYS, "Invictus: Training 8-9 March"),
        ("Invictus", {"Monday": SNATCH}, "Invictus: Training Monday 8 March"),
        ("Forja Atlética", {"Monday": SNATCH}, "Forja Atletica: Training Monday 8 March"),
        ("x" * 90, {"Monday": SNATCH}, "Training Monday 8 March"),
        ("Two\nlines", {"Monday": SNATCH}, "Two lines: Training Monday 8 March"),
    ],
)
def test_a_subject_is_what_a_topic_takes(blog: str, days: dict[str, list[str]], subject: str) -> None:
    """Less than a hundred characters of ASCII on one line."""
    records = week_of(MONDAY, days)
    news, _ = news_of(NOTHING, records, SUNDAY_BEFORE, ENGLISH)
    assert subject == texts_of(news, records, blog=blog, link="", today=SUNDAY_BEFORE, words=ENGLISH).subject


def test_a_subject_across_months_has_both() -> None:
    """The first day that is announced, and the last."""
    assert "29 March - 2 April" == ENGLISH.days([date(2021, 4, 2), date(2021, 3, 29)])
    assert "29 de marzo - 2 de abril" == words_of("es").days([date(2021, 3, 29), date(2021, 4, 2)])


# Whatever a week says

NAMES = st.sampled_from(
    [
        "Snatch",
        "Hang Power Clean + Push Jerk",
        "Back Squat",
        "Strict Pull-Ups",
        "Power Clean with 3 second pause at knee",
    ]
)
AMOUNTS = st.sampled_from(["x 5 reps", "x 2-3 reps", "x 45 seconds", "x 400 meters", "x 8 reps each leg", "x max reps"])
LOADS = st.one_of(
    st.just(""),
    st.integers(40, 99).map(" @ {}%".format),
    st.integers(40, 99).map(" @ {}.5% of 1-RM Snatch".format),
    st.sampled_from(
        [" @ 60/40 kg", " @ 30X1", " @ RPE 8", " @ 75% of 10-RM Back Squat", " @ 10 lb more than last week"]
    ),
)
LINES = st.builds("{} {}{}".format, NAMES, AMOUNTS, LOADS)
TRAINING = st.lists(LINES, min_size=1, max_size=8).flatmap(
    lambda lines: st.integers(2, 9).map(lambda sets: ["A.", f"{sets} sets of:", *lines])
)
WEEKS = st.dictionaries(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]), TRAINING, min_size=1
)
LINKS = st.one_of(st.just(""), st.from_regex(r"https://[a-z]{3,110}(\.[a-z]{2,8}){1,2}", fullmatch=True))
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@given(WEEKS, LINKS)
def test_a_message_of_any_week_is_one_message_of_its_own_numbers(days: dict[str, list[str]], link: str) -> None:
    """It has at most 160 septets, with the link, and no number that the coach did not write."""
    message = texts(days, link=link).message
    assert septets(message) <= 160
    assert message.endswith(link) or septets(link) > 125
    training = message.removesuffix(link)
    assert set(NUMBER.findall(training)) <= set(NUMBER.findall(str(days)))


@given(WEEKS, WEEKS)
def test_a_message_of_any_change_is_one_message_of_both_weeks_numbers(
    before: dict[str, list[str]], after: dict[str, list[str]]
) -> None:
    """It has the earlier and the current amount."""
    if before == after:
        return
    message = texts(after, before=before, link="").message
    assert septets(message) <= 160
    assert set(NUMBER.findall(message)) <= set(NUMBER.findall(f"{before} {after}"))


@given(WEEKS)
def test_every_item_in_a_message_is_whole(days: dict[str, list[str]]) -> None:
    """The text between two marks is a whole item, with its amount."""
    records = week_of(MONDAY, days)
    whole = {ENGLISH.short_name(f"{one.name} {one.amount}") for record in records for one in items_of(record, ENGLISH)}
    sentences = re.sub(r"\.\.\.|\.( |$)|\b(Mon|Tue|Wed|Thu|Fri|Sat): ", ", ", texts(days, link="").message)
    assert {item.strip() for item in sentences.split(", ")} - {""} <= whole


ODD_ENTRIES = st.builds(Entry, st.text(max_size=80), st.integers(0, 2), st.none() | st.text(max_size=9))
ODD_DAYS = st.lists(
    st.builds(DayEntries, st.just("Mon 22 Mar"), st.lists(ODD_ENTRIES, max_size=9)), min_size=1, max_size=7
)


@given(ODD_DAYS, st.text(max_size=120))
def test_whatever_is_said_is_one_message(days: list[DayEntries], link: str) -> None:
    """Any text of any length, in any alphabet, fits."""
    assert septets(text_message("Changed", days, link)) <= 160


def test_a_message_may_fill_its_160_characters() -> None:
    """An entry that leaves no character free is still taken; one more character is too much."""
    fits = text_message("", [DayEntries("Mon", [Entry("Squat"), Entry("x" * 147)])], "")
    assert (160, f"Mon: Squat, {'x' * 147}.") == (septets(fits), fits)
    assert "Mon: Squat ..." == text_message("", [DayEntries("Mon", [Entry("Squat"), Entry("x" * 148)])], "")


@pytest.mark.parametrize(
    ("rank", "message"), [(0, "Mon: Squat ... Tue: Row ..."), (1, "Mon: Squat. Tue: Row ...")], ids=["first", "second"]
)
def test_an_ellipsis_stands_on_the_day_that_lacks_entries_of_the_first_rank(rank: int, message: str) -> None:
    """Later ranks are further detail; the ellipsis at the end of the message stands for all that is missing."""
    days = [DayEntries("Mon", [Entry("Squat"), Entry("x" * 148, rank)]), DayEntries("Tue", [Entry("Row")])]
    assert message == text_message("", days, "")
