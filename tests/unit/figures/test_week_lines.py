"""The lines of a week: how many were recognised, and what is doubtful.

The numbers were worked out with a pencil, from docs/metrics.md.
"""

from typing import Any

from tests.figures import DOUBTFUL, MONDAY, TUESDAY, ask, figures, finding, lines, record


def test_each_line_of_the_segments_is_counted_as_what_it_is() -> None:
    """Five of seven lines are notation, one is prose and one is unread: 85.7 percent are recognised."""
    quality = figures(record(MONDAY, warm_up="Row x 500 meters", **DOUBTFUL))["quality"]
    assert (7, 5, 1, 1, 0, 85.7) == tuple(
        quality[name] for name in ("lines", "read", "notes", "unread", "doubtful", "percent_recognised")
    )
    assert {"scheme": 2, "movement": 2, "set line": 0, "test": 0, "rest": 1, "connector": 0} == {
        each["kind"]: each["lines"] for each in quality["kinds"]
    }


def test_a_line_with_a_number_left_over_is_not_recognised() -> None:
    """One of four lines has a numeral in no field, though it was read, and one note looks like training: half."""
    quality = figures(
        record(
            MONDAY,
            segment_a="Snatch x 2 reps 7\nSnatch x 2 reps\nGo 5 by 5\nRest",
            lines=lines("a", "movement", "movement", "note", "rest"),
            findings=[
                finding("number", "a", "Snatch x 2 reps 7"),
                finding("note", "a", "Go 5 by 5"),
                finding("movement", "a", "Snatch x 2 reps"),
            ],
        )
    )["quality"]
    assert (3, 1, 0, 2, 50.0) == tuple(
        quality[name] for name in ("read", "notes", "unread", "doubtful", "percent_recognised")
    )


def test_a_line_is_doubtful_once() -> None:
    """Two findings of one line, or a finding of an unread line, do not take it away twice."""
    quality = figures(
        record(
            MONDAY,
            segment_a="Row 7 8\n? 9\nRest",
            lines=lines("a", "movement", "unread", "rest"),
            findings=[
                finding("number", "a", "Row 7 8"),
                finding("number", "a", "Row 7 8"),
                finding("unread", "a", "? 9"),
            ],
        )
    )["quality"]
    assert (1, 1, 33.3) == tuple(quality[name] for name in ("unread", "doubtful", "percent_recognised"))


def test_a_finding_is_of_the_line_in_its_own_segment_and_session() -> None:
    """The same words elsewhere are not doubtful because of it."""
    row: dict[str, Any] = {
        "segment_a": "Row 7",
        "segment_b": "Row 7",
        "lines": [*lines("a", "movement"), *lines("b", "movement")],
    }
    quality = figures(
        record(MONDAY, session="AM", **row, findings=[finding("number", "b", "Row 7")]),
        record(MONDAY, session="PM", **row),
    )["quality"]
    assert (4, 1, 75.0) == tuple(quality[name] for name in ("lines", "doubtful", "percent_recognised"))


def test_a_hundred_percent_are_every_line() -> None:
    """One line of 3000 that was not read is 99.9 percent, however the rest is rounded."""
    text, kinds = "\n".join(["Row"] * 3000), ["movement"] * 2999
    for last, percent in (("movement", 100.0), ("unread", 99.9)):
        found = figures(record(MONDAY, segment_a=text, lines=lines("a", *kinds, last)))
        assert percent == found["quality"]["percent_recognised"]


def test_a_week_without_segments_has_no_share_of_lines() -> None:
    """Nothing was read, and nothing was left unread."""
    quality = figures(record(MONDAY, session="Rest Day"))["quality"]
    assert (0, 0, None, []) == tuple(quality[name] for name in ("lines", "unread", "percent_recognised", "findings"))


def test_lines_that_silver_does_not_know_are_not_counted() -> None:
    """An older record has a text and no kinds of its lines: the share is of the other's two lines."""
    text = {name: DOUBTFUL[name] for name in ("segment_a", "segment_b")}
    before = record(MONDAY, ask(sets=2), **text)
    other = record(TUESDAY, segment_a="Row\n??", lines=lines("a", "movement", "unread"))
    assert (2, 1, 50.0, []) == tuple(
        figures(before, other)["quality"][name] for name in ("lines", "unread", "percent_recognised", "findings")
    )
    alone = figures(before)
    assert (0, None, 2) == (
        alone["quality"]["lines"],
        alone["quality"]["percent_recognised"],
        alone["totals"]["volume"]["sets"],
    )


def test_a_kind_of_a_line_that_is_not_there_is_counted_all_the_same() -> None:
    """Silver that somebody made by hand stops no week."""
    found = figures(record(MONDAY, segment_a="Row", lines=lines("z", "movement", "unread")))
    assert (2, 1) == (found["quality"]["lines"], found["quality"]["unread"])


def test_struck_out_texts_and_pictures_are_counted() -> None:
    """Over all sessions of the week, those of levels that are not counted too."""
    quality = figures(
        record(MONDAY, struck_out=["75%", "80%"], pictures=["The board"]),
        record(TUESDAY, pictures=["", ""], level="Fitness", counted=False),
    )["quality"]
    assert (2, 3) == (quality["struck_out"], quality["pictures"])


def test_titles_of_parts_are_not_a_segment() -> None:
    """`segment_titles` names parts and has no text of its own."""
    found = figures(record(MONDAY, segment_a="Row", segment_titles={"a": "Strength", "b": "Metcon"}))
    assert (1, 1) == (found["totals"]["segments"], found["sessions"][0]["segments"])


def test_a_finding_says_where_it_is() -> None:
    """Each finding has the rule, the line and its place; the days come in their order, and a day's own has no
    segment."""
    silent = {"rule": "silent", "message": "Nothing was read of this day."}
    found = figures(
        record(TUESDAY, session="PM", findings=[silent, finding("sets", "f", "*Sets 1-7")]),
        record(MONDAY, session="AM", **DOUBTFUL),
    )
    assert [
        (MONDAY, "AM", "a", "clock", "Every 2 minutes, for 15 minutes (8 sets):"),
        (MONDAY, "AM", "b", "unread", "?? 4 // 4 @@"),
        (MONDAY, "AM", "b", "movement", "Zercher Yoke Waltz x 5 reps"),
        (TUESDAY, "PM", "", "silent", ""),
        (TUESDAY, "PM", "f", "sets", "*Sets 1-7"),
    ] == [
        (each["date"], each["session"], each["segment"], each["rule"], each["line"])
        for each in found["quality"]["findings"]
    ]
    assert all(each["message"] for each in found["quality"]["findings"])


def test_lines_in_front_of_the_first_day_are_kept_by_post() -> None:
    """Each line once, the posts by their id; a post that begins with its Monday has none."""
    found = figures(record(MONDAY), preambles={9: ["Masters", "Bring shoes."], 5: [], 3: ["Welcome."]})
    assert [
        {"post_id": 3, "lines": ["Welcome."]},
        {"post_id": 9, "lines": ["Masters", "Bring shoes."]},
    ] == found["quality"]["preambles"]
