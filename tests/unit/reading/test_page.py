"""The lines of a page are those that a reader sees."""

import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.errors import BadInput
from wod.models import Line, Link
from wod.reading.html.folding import fold
from wod.reading.html.page import read_lines


def texts(html: str) -> list[str]:
    return [line.text for line in read_lines(html)]


def headings(html: str) -> list[str]:
    return [line.text for line in read_lines(html) if line.heading]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Snatch x 2<br />\nRest<br>Row</p>\n<p>Jerk</p>", ["Snatch x 2", "Rest", "Row", "Jerk"]),
        ("<p>Back\nSquat\t x  5</p>", ["Back Squat x 5"]),
        ("<!-- wp:paragraph -->\n<p>Run</p>\n<!-- /wp:paragraph -->", ["Run"]),
        ("<h3>Monday</h3>Row<h4>A.</h4>", ["Monday", "Row", "A."]),
        ("<ul><li>Row</li><li>Run<ul><li>fast</li></ul></li></ul>", ["Row", "Run", "fast"]),
        ("<ol><li>Row</li><li>Run</li></ol>", ["Row", "Run"]),
        ("<blockquote><p>Go</p></blockquote><div>on<div>and</div>on</div>", ["Go", "on", "and", "on"]),
        ("Row<hr>Run", ["Row", "Run"]),
        ("<p>one<p>two<div>three", ["one", "two", "three"]),
        ("<p>a <b>b</i> c</p>", ["a b c"]),
        ("<figure><img src='x.png' alt='A lifter'><figcaption>Set up</figcaption></figure>", ["Set up"]),
        ("<p>don&#8217;t &amp; won&#x27;t &lt;3</p>", ["don’t & won't <3"]),
        ("<p>December 1<sup>st</sup></p>", ["December 1st"]),
        ("<p> </p><p>&nbsp;</p><p><br></p>", []),
        ("", []),
    ],
)
def test_a_visual_line_is_a_line(html: str, lines: list[str]) -> None:
    """Blocks and `<br>` end lines; white space in the source does not."""
    assert lines == texts(html)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<table><tr><td>Set 1</td><td>70%</td></tr><tr><td>Set 2<td>75%</table>", ["Set 1 70%", "Set 2 75%"]),
        ("<table><tr><td><p>Set 1</p></td><td><p>70%</p></td></tr></table>", ["Set 1 70%"]),
        ("<table><tr><td>Monday</td><td>A.<br>Squat</td></tr></table>after", ["Monday", "A.", "Squat", "after"]),
        ("<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</td></tr></table>", ["a", "b c", "d"]),
        (
            '<table><tr><td>Set 1<a href="v"><img></a><br><a href="w"><img></a></td><td>70%</td></tr></table>',
            ["Set 1 70%"],
        ),
        ("<td>a<td>b", ["a", "b"]),
    ],
)
def test_a_row_of_a_table_is_a_line(html: str, lines: list[str]) -> None:
    """The cells of a row are beside each other, unless one of them has several lines."""
    assert lines == texts(html)


def test_a_link_that_cuts_a_line_leaves_it_whole() -> None:
    """The space at the end of an anchor separates, and the link's own text has none."""
    [line] = read_lines('<p>(<a href="https://v.example/1">Front Squat </a>x 7) &amp; <a href="/2"><b>J</b>erk</a></p>')
    assert "(Front Squat x 7) & Jerk" == line.text
    assert [Link(text="Front Squat", url="https://v.example/1"), Link(text="Jerk", url="/2")] == line.links


def test_a_link_belongs_to_the_line_in_which_it_starts() -> None:
    """A link over two lines is the first one's, and one around a block is the block's."""
    first, second, third = read_lines("<p>Pull <a href=u>and<br>jerk</a></p><a href=v><p>Row</p></a>")
    assert [Link(text="and jerk", url="u")] == first.links
    assert [] == second.links
    assert [Link(text="Row", url="v")] == third.links


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " JavaScript:x", "java\nscript:x", "data:text/html,x", "", "  "]
)
def test_links_that_run_something_or_lead_nowhere_are_dropped(href: str) -> None:
    """The words stay; only the address is not kept."""
    [line] = read_lines(f'<p>see <a href="{href}">here</a></p>')
    assert ("see here", []) == (line.text, line.links)


@pytest.mark.parametrize(
    "html",
    [
        '<p><iframe src="https://v.example/embed/1" title="Video">Get a browser</iframe></p>',
        '<video><source src="https://v.example/embed/1"><a href="https://v.example/x">file</a></video>',
        '<p><a href="https://v.example/embed/1"><img src="x.png"></a></p>',
    ],
)
def test_a_player_is_a_link_without_words(html: str) -> None:
    """A demonstration that stands alone keeps its place between the lines around it."""
    before, player, after = read_lines(f"<p>Snatch</p>{html}<p>Rest</p>")
    assert ("Snatch", "", "Rest") == (before.text, player.text, after.text)
    assert [Link(text="", url="https://v.example/embed/1")] == player.links


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) 'x'</script>",
        "<style>p{}</style>",
        "<!-- x -->",
        "<noscript><p>x</p></noscript>",
        "<template>x</template>",
        '<p style="color:red; DISPLAY : none">x<br>x</p>',
        "<div hidden><p>x</p></div>",
        '<iframe src="about:blank"></iframe>',
        '<iframe src="javascript:x"></iframe>',
    ],
)
def test_hidden_elements_are_not_text(hidden: str) -> None:
    """Scripts, styles, comments and hidden elements are not on the page."""
    assert ["before", "after"] == texts(f"<p>before</p>{hidden}<p>after</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Back\xa0Squat",
        "Back&nbsp;&nbsp;Squat",
        "\u200bBack Squat\ufeff",
        "Ba&shy;ck Squ\u200dat",
        "Back\u2009Squat",
        "\u200eBack \x01Squat\x7f",
        "Back\x00 Squat",
    ],
)
def test_characters_that_nobody_sees_are_gone(text: str) -> None:
    """No-break and thin spaces are spaces; zero-width and control characters are nothing."""
    assert ["Back Squat"] == texts(f"<p>{text}</p>")


def test_an_emoji_of_several_keeps_its_joiner() -> None:
    """The joiner is part of the sign and not white space."""
    assert ["Go 👩\u200d🚀!"] == texts("<p>Go 👩\u200d🚀!</p>")


def test_the_numbers_of_old_windows_dashes_are_dashes() -> None:
    """Browsers show `&#150;` as the dash that its author meant."""
    assert ["Monday – Rest"] == texts("<p>Monday &#150; Rest</p>")


def test_plain_text_has_its_own_line_ends() -> None:
    """A text without any block or `<br>` was never set by WordPress, so its newlines show."""
    assert ["Monday", "A.", "Squat"] == texts("<b>Monday</b>\nA.\r\n\r\nSquat")


def test_preformatted_text_keeps_its_line_ends() -> None:
    """In `<pre>` newlines show, outside they do not."""
    assert ["A.", "Squat x 5", "a b"] == texts("<pre>A.\n  Squat   x 5</pre>a\nb")


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (
            '<ol type="A"><li>Squat<ul><li>note</li></ul></li><li>Clean</li></ol>',
            ["A. Squat", "note", "B. Clean"],
        ),
        ('<ol style="list-style-type: upper-alpha"><li>Squat</li></ol>', ["A. Squat"]),
        (
            '<ol type="A"><li>Squat</li></ol>Rest<ol type="A" start="2"><li>Row</li></ol>',
            ["A. Squat", "Rest", "B. Row"],
        ),
        ('<ol type="a"><li>Squat</li></ol>', ["a. Squat"]),
        ('<ol type="A" start="x"><li>Squat</li></ol><ol type="1"><li>Row</li></ol>', ["Squat", "Row"]),
    ],
)
def test_a_list_lettered_by_the_browser_shows_its_letters(html: str, lines: list[str]) -> None:
    """`<ol type="A">` draws the letters that are not in the text."""
    assert lines == texts(html)


@pytest.mark.parametrize(
    ("html", "heading"),
    [
        ("<p><strong>Monday</strong></p>", True),
        ("<p><b>Mon</b> <strong>day</strong></p>", True),
        ("<h3>Monday</h3>", True),
        ("<p><u>Monday</u></p>", True),
        ('<p><span style="font-weight: 700">Monday</span></p>', True),
        ('<h3><span style="font-weight: 400">Monday</span></h3>', True),
        ('<b style="font-weight:normal"><p>Monday</p></b>', False),
        ("<p><strong>Monday</strong> was heavy</p>", False),
        ("<p>Monday</p>", False),
    ],
)
def test_a_line_that_is_all_bold_may_be_a_heading(html: str, heading: bool) -> None:
    """Bold words inside a line make no heading of it."""
    assert [heading] == [line.heading for line in read_lines(html)]


# Struck-out text


@pytest.mark.parametrize(
    ("html", "text", "struck"),
    [
        ("<p>Squat x 3 @ <del>75%</del> 80%</p>", "Squat x 3 @ 80%", "75%"),
        ("<p>Bench x <s>5</s> 3</p>", "Bench x 3", "5"),
        ("<p><strike>Row &amp;\n Run</strike> Bike</p>", "Bike", "Row & Run"),
        ('<p>x <span style="color:red; text-decoration: line-through;">5</span> 3</p>', "x 3", "5"),
        ('<p>x <span style="TEXT-DECORATION-LINE:underline line-through">5</span> 3</p>', "x 3", "5"),
        ("<p>x <s>5</s> or <s>4</s> 3</p>", "x or 3", "5 4"),
        ("<p>x <s><b>5</b></s> <u>3</u></p>", "x 3", "5"),
        ("<p>5<del>6</del>7 reps</p>", "5 7 reps", "6"),
        ("<p>@ 8<del>5</del>%</p>", "@ 8%", "5"),
        ('<p style="text-decoration:underline">x 3</p>', "x 3", ""),
        ("<p><ins>x 3</ins></p>", "x 3", ""),
    ],
)
def test_struck_out_text_is_kept_beside_the_text(html: str, text: str, struck: str) -> None:
    """It is never part of the text, and never joins the words on its two sides into one."""
    [line] = read_lines(html)
    assert (text, struck) == (line.text, line.struck)


@pytest.mark.parametrize(
    "html",
    [
        "<p><s>A.<br>Squat</s></p>",
        "<s><p>A.</p><p>Squat</p></s>",
        "<p><s>A.</p><p>Squat</s></p>",
        "<p><del>A.</p><p>Squat</del></p>",
        '<div style="text-decoration: line-through"><p>A.</p><ul><li>Squat</li></ul></div>',
        '<p style="text-decoration:line-through">A.</p><ul><li style="text-decoration:line-through">Squat</ul>',
    ],
)
def test_a_strike_goes_on_over_lines_and_blocks(html: str) -> None:
    """Each line that is struck out as a whole is a line without text."""
    expected = [Line(text="", struck="A."), Line(text="", struck="Squat"), Line(text="Row")]
    assert expected == read_lines(f"{html}<p>Row</p>")


def test_a_del_without_its_end_ends_with_its_block() -> None:
    """As in a browser, a forgotten `</del>` does not strike out the rest of the post."""
    assert ["", "Squat"] == texts("<p><del>A.</p><p>Squat</p>")


@pytest.mark.parametrize("html", ["<h3><del>Monday</del></h3>", "<p><s><strong>Monday</strong></s></p>"])
def test_a_struck_out_heading_is_not_a_heading(html: str) -> None:
    """A day that the coach took back opens nothing."""
    assert [Line(text="", struck="Monday")] == read_lines(html)


def test_a_heading_stays_one_beside_struck_out_text() -> None:
    """Only the text that counts decides."""
    assert ["Monday"] == headings("<p><b>Monday</b> <s>(Session One)</s></p>")


def test_links_in_struck_out_text_are_dropped() -> None:
    """The video of a struck-out lift is not linked, whichever of the two tags is outside."""
    [line] = read_lines("<p><s><a href=u>Snatch</a></s> <a href=v><s>Clean</s></a> <a href=w>Jerk <s>x 5</s></a></p>")
    assert [Link(text="Jerk", url="w")] == line.links


def test_a_strike_in_a_comment_is_ignored() -> None:
    """Comments are not on the page, whatever tags are in them."""
    assert ["Row", "Run"] == texts("<p>Row</p><!-- <s>old</s> <del> --><p>Run</p>")


# Pictures


def pictures(html: str) -> list[tuple[str, list[str]]]:
    return [(line.text, line.pictures) for line in read_lines(html)]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ('<p>Row</p><p><img src="x" alt=" Back\nSquat &amp; Row "></p>', [("Row", []), ("", ["Back Squat & Row"])]),
        ('<p><img src="x"> Row <img alt="b"></p><p>Run</p>', [("Row", ["", "b"]), ("Run", [])]),
        ('<figure><img alt="a"></figure>Row', [("", ["a"]), ("Row", [])]),
        ('<figure><img alt="a"><figcaption>Set up</figcaption></figure>', [("Set up", ["a"])]),
        ("<ul><li><img alt=a></li><li><img alt=b></li></ul>", [("", ["a"]), ("", ["b"])]),
        ("<table><tr><td><img alt=a></td><td>Row</td></tr></table>", [("Row", ["a"])]),
        ('<picture><source srcset="x"><img alt="a"></picture>', [("", ["a"])]),
    ],
)
def test_a_picture_leaves_its_alternative_text(html: str, lines: list[tuple[str, list[str]]]) -> None:
    """It belongs to its line, or to its caption; a picture that stands alone is a line without text."""
    assert lines == pictures(html)


def test_a_picture_in_a_link_is_one_line_with_it() -> None:
    """There is one line, however the two are nested, with the address and the picture."""
    expected = [Line(text="", links=[Link(text="", url="v")], pictures=["a"])]
    assert expected == read_lines("<p><a href=v><img alt=a></a></p>")
    assert expected == read_lines("<a href=v><figure><img alt=a></figure></a>")


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://stats.example/p.gif" alt="" width="1" height="1">',
        '<img src="x" style="width:1px;height:1px">',
        '<img class="wp-smiley" alt=":)">',
        '<img class="emoji size" alt="💪">',
        '<img alt="a" style="display:none">',
        "<noscript><img alt=a></noscript>",
        "<s><img alt=a></s>",
    ],
)
def test_an_image_that_shows_no_picture_is_ignored(html: str) -> None:
    """Pixels that count readers, emoji, and what is hidden or struck out are not pictures."""
    assert [("Row", [])] == pictures(f"<p>Row</p>{html}")


def test_a_picture_that_loads_late_is_counted_once() -> None:
    """The copy for readers without JavaScript is the same picture."""
    lazy = '<img class="lazyload" data-src="x.jpg" alt="a"><noscript><img src="x.jpg" alt="a"></noscript>'
    assert [("", ["a"])] == pictures(f"<p>{lazy}</p>")


# Tables of days and parts


def table(*rows: str) -> str:
    """A table; the cells of a row are divided by `|`."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


DAYS_AS_COLUMNS = [
    table("Monday | Tue", "A. Snatch | A. Squat", "B. Pull<br>x 5 |"),
    "<table><thead><tr><th>Monday</th><th>Tue</th></tr></thead><tbody><tr><td>A. Snatch<br>B. Pull<br>x 5"
    "<td><p>A. Squat</p></table>",
    '<table><tr><td colspan="2">Monday</td><td>Tue</td></tr><tr><td>A. Snatch</td><td>B. Pull<br>x 5</td>'
    "<td>A. Squat</td></tr></table>",
    "<table><tr><td>Monday<td>Tue</tr><tr><td>A. Snatch<td rowspan=2>A. Squat</tr><tr><td>B. Pull<br>x 5</table>",
    "<table><tr><td>Monday<br>A. Snatch<br>B. Pull<br>x 5<td>Tue<br>A. Squat</table>",
    table('<img src="m.jpg"><br>Monday | Tue', "A. Snatch | A. Squat", "B. Pull<br>x 5 |"),
]


@pytest.mark.parametrize("html", DAYS_AS_COLUMNS)
def test_a_table_with_a_day_per_column_is_read_by_column(html: str) -> None:
    """Each day is a heading, with its own cells below it, whatever they span."""
    assert ["Monday", "A. Snatch", "B. Pull", "x 5", "Tue", "A. Squat"] == texts(html)


def test_the_days_of_columns_are_headings() -> None:
    """They open days, whether they are bold or not."""
    assert ["Monday", "Tue"] == headings(DAYS_AS_COLUMNS[0])


def test_rows_above_the_days_and_a_second_row_of_days() -> None:
    """A title stays in front, and each row of days begins new columns."""
    html = table("Week 3", "Mon | Tue", "a | b", "Wed 3/10 | Thu", "c | d")
    assert ["Week 3", "Mon", "a", "Tue", "b", "Wed 3/10", "c", "Thu", "d"] == texts(html)


def test_a_cell_over_several_days_belongs_to_each() -> None:
    """A warm-up that spans the columns is read on every day."""
    html = "<table><tr><td>Mon<td>Tue<td>Wed<tr><td colspan=2>Row 500 m<td>Rest</table>"
    assert ["Mon", "Row 500 m", "Tue", "Row 500 m", "Wed", "Rest"] == texts(html)


def test_a_cell_reaches_down_as_many_rows_as_it_says() -> None:
    """The rows below have their column again."""
    rows = "<tr><td>Mon<td>Tue<tr><td rowspan=3>Squat<td>Row<tr><td>Bike<tr><td>Ski<tr><td>Plank<td>Run"
    assert ["Mon", "Squat", "Plank", "Tue", "Row", "Bike", "Ski", "Run"] == texts(f"<table>{rows}</table>")


@pytest.mark.parametrize("width", ["", "two", "-2", "1.5", "²"])
def test_a_cell_whose_width_is_no_number_spans_one_column(width: str) -> None:
    """Browsers show it so."""
    html = f'<table><tr><td>Mon<td>Tue<tr><td colspan="{width}">Row 500 m<td>Rest</table>'
    assert ["Mon", "Row 500 m", "Tue", "Rest"] == texts(html)


def test_the_names_of_rows_stand_above_the_cells_of_each_day() -> None:
    """The name of a part is a heading in each day; a movement is read with the cell beside it."""
    html = table("| Mon | Tue", "Strength | Squat 5x5 | Bench 5x5", "Snatch | 70% x 2 |")
    assert ["Mon", "Strength", "Squat 5x5", "Snatch 70% x 2", "Tue", "Strength", "Bench 5x5"] == texts(html)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (table("Mon | Tue", "a | b | c"), "“c” is after the last day"),
        (table("Mon | Weekend | Tue", "a | b | c"), "“b” stands in a column without a day"),
        (table("Week | Mon | Tue", "Week 1 | a | b", "Week 2 | c | d"), "its rows are 2 weeks"),
    ],
)
def test_a_table_of_days_with_something_of_no_day_is_refused(html: str, reason: str) -> None:
    """No day gets another day's work; the sentence names the table and the cell."""
    with pytest.raises(BadInput, match=f"The table that begins .* {reason}; give each column its weekday"):
        read_lines(html)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (table("Monday | Snatch x 1", "Tuesday | Clean x 1"), ["Monday", "Snatch x 1", "Tuesday", "Clean x 1"]),
        (table("Monday | Snatch x 1 | Row 5 km"), ["Monday", "Snatch x 1", "Row 5 km"]),
        (table("Monday (Heavy) | A.<br>Squat | Row"), ["Monday (Heavy)", "A.", "Squat", "Row"]),
        (table("A | Back Squat 5x5", "Strength | Row"), ["A", "Back Squat 5x5", "Strength", "Row"]),
        (table("Warm-up: | Row", "Part 2 | Run", "AM | Bike"), ["Warm-up:", "Row", "Part 2", "Run", "AM", "Bike"]),
        (table("A | Back Squat | 5 x 5 | @ 75%"), ["A", "Back Squat 5 x 5 @ 75%"]),
        ("<table><tr><td rowspan=2>Monday<td>Snatch<tr><td>Clean<td>5x5</table>", ["Monday", "Snatch", "Clean 5x5"]),
    ],
)
def test_a_day_or_a_part_at_the_start_of_a_row_is_a_heading(html: str, lines: list[str]) -> None:
    """The other cells are lines below it; an amount in a cell of its own stays with its movement."""
    assert lines == texts(html)
    assert lines[0] in headings(html) or "<br>" in html


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<table><tr><th>Lift<th>Sets<tr><td>Snatch<td>5</table>", ["Lift Sets", "Snatch 5"]),
        (table("Row | 500 m", "Set 1 | 70%"), ["Row 500 m", "Set 1 70%"]),
        (table("Monday |"), ["Monday"]),
        (table("Monday"), ["Monday"]),
    ],
)
def test_other_rows_are_one_line_each(html: str, lines: list[str]) -> None:
    """Headers, and rows that begin with a movement or a set."""
    assert lines == texts(html)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (
            table("Exercise | Sets | Reps | Load | Rest", "Squat | 5 | 3 | 80% | 2 min", "Dip | 3-4 | AMRAP | | 90 s"),
            ["Exercise Sets Reps Load Rest", "Squat 5 x 3, 80%, rest 2 min", "Dip 3-4 sets x AMRAP, rest 90 s"],
        ),
        (
            table("Ejercicio | Series | Repeticiones", "Dominadas | 4 | 6"),
            ["Ejercicio Series Repeticiones", "Dominadas 4 x 6"],
        ),
        (
            table("Lift | Sets | Reps", "Squat | | 5", "Row | as needed | 5"),
            ["Lift Sets Reps", "Squat 5", "Row as needed 5"],
        ),
        (
            table("Lift | Sets x Reps | Intensity", "Clean | 5 x 2 | 75", "Row | 3 x 10 | easy", "Dip | |"),
            ["Lift Sets x Reps Intensity", "Clean 5 x 2, 75%", "Row 3 x 10, easy", "Dip"],
        ),
        (
            table("Lift | Sets x Reps | %", "Snatch | 3x2 | 80", "Clean | build to a max |"),
            ["Lift Sets x Reps %", "Snatch 3x2, 80%", "Clean: build to a max"],
        ),
        (
            table("Set # | Exercise | Sets | Reps", "1 | Front Squat | 4 | 6"),
            ["Set # Exercise Sets Reps", "1 Front Squat 4 6"],
        ),
        (
            table("Lift | Sets | Reps | Intensity", "Squat | 4 | 6 | 8", "Press | 4 | 6 | 75"),
            ["Lift Sets Reps Intensity", "Squat 4 x 6, 8", "Press 4 x 6, 75%"],
        ),
        (
            table("Lift | Sets | Reps | Load (kg) | Rest (sec)", "Squat | 5 | 3 | 80 | 120", "Dip | 3 | 8 | BW | 90"),
            ["Lift Sets Reps Load (kg) Rest (sec)", "Squat 5 x 3, 80 kg, rest 120 sec", "Dip 3 x 8, rest 90 sec, BW"],
        ),
        (
            table("Lift | Sets | Reps | RPE | Notes", "Squat | 5 | 3 | 8 | slow", "Row | 3 | 10 | easy |"),
            ["Lift Sets Reps RPE Notes", "Squat 5 x 3, rpe 8, slow", "Row 3 x 10, easy"],
        ),
        (
            table(
                "Lift | Sets | Reps | %", "Clean | 3 | 2 | 70", " | 2 | 1 | 80", '" | 1 | 1 | 85', "ditto | 1 | 1 | 90"
            ),
            ["Lift Sets Reps %", "Clean 3 x 2, 70%", "2 x 1, 80%", "1 x 1, 85%", "1 x 1, 90%"],
        ),
        (
            table("Lift | Sets | Reps", " | 3 | 2", "Clean | 3 | 2", "Total | | 6", " | 3 | 2"),
            ["Lift Sets Reps", "3 2", "Clean 3 x 2", "Total 6", "3 2"],
        ),
        (
            table("Day | Lift | Sets | Reps", "Monday | Snatch | 5 | 2", " | Squat | 5 | 5", "Tuesday | Row | 3 | 8"),
            ["Day Lift Sets Reps", "Monday", "Snatch 5 x 2", "Squat 5 x 5", "Tuesday", "Row 3 x 8"],
        ),
        (
            "<table><tr><td>Day<td>Lift<td>Sets<td>Reps<tr><td rowspan=2>Monday<td>Snatch<td>5<td>2<tr>"
            "<td>Squat<td>3<td>4</table>",
            ["Day Lift Sets Reps", "Monday", "Snatch 5 x 2", "Squat 3 x 4"],
        ),
        (
            table("Lift | Week 1 | Week 2", "Squat | 5x5 @ 70% | 5x4 @ 75%", "Row | 3x8 |"),
            ["Lift Week 1 Week 2", "Squat Week 1 5x5 @ 70%, Week 2 5x4 @ 75%", "Row Week 1 3x8"],
        ),
        (
            table("Set | Reps | %", "1 | 5 | 70%", "2. | 3 | 77,5-80", "3 | many | 85"),
            ["Set Reps %", "Set 1: 5 reps, 70%", "Set 2: 3 reps, 77,5-80%", "3 many 85"],
        ),
        (
            table("Lift | Load (kg) | Reps | Sets", "Squat | 95 | 4 | 6", "Jerk | 60/40 | 2 | 5", "Dip | BW | 8 | 3"),
            ["Lift Load (kg) Reps Sets", "Squat 6 x 4, 95 kg", "Jerk 5 x 2, 60/40 kg", "Dip 3 x 8, BW"],
        ),
        (
            table("Lift | % | RPE | Rest | Cues | Sets | Reps", "Clean | 72 | 7 | 3 min | 2 s pause | 4 | 2"),
            ["Lift % RPE Rest Cues Sets Reps", "Clean 4 x 2, 72%, rpe 7, rest 3 min, 2 s pause"],
        ),
        (
            table("Lift | Kg | Sets x Reps", "Press | 45 | 4/6", "Row | 50 | 3 x 8/side"),
            ["Lift Kg Sets x Reps", "Press 4 x 6, 45 kg", "Row 3 x 8/side, 50 kg"],
        ),
        (
            table(
                "Lift | Reps x Sets",
                "Press | 6 x 4",
                "Row | 8/8 x 3",
                "Dip | max × 2",
                "Pull | 6/4",
                "Jerk | 2 x 3 x 4",
            ),
            [
                "Lift Reps x Sets",
                "Press 4 x 6",
                "Row 3 x 8/8",
                "Dip 2 x max",
                "Pull 4 x 6",
                "Jerk reps x sets 2 x 3 x 4",
            ],
        ),
        (
            table("Lift | Last week | Sets | Reps | Max", "Jerk | 82 kg | 4 | 2 | 105 kg", " | 80 kg | 3 | 1 | high"),
            ["Lift Last week Sets Reps Max", "Jerk 4 x 2, Last week 82 kg, Max 105 kg", "3 x 1, Last week 80 kg, high"],
        ),
        (
            table("Lift | Sets | Reps | Sets | Reps", "Jerk | 4 | 2 | 3 | 1"),
            ["Lift Sets Reps Sets Reps", "Jerk 4 2 3 1"],
        ),
        (
            table("Lift | Week 1 | Week 2 | Notes", "Squat | 5x5 | 5x4 | slow"),
            ["Lift Week 1 Week 2 Notes", "Squat Week 1 5x5, Week 2 5x4, slow"],
        ),
        (
            table("Set | Sets | Reps", "1 | 3 | 8"),
            ["Set Sets Reps", "1 3 8"],
        ),
    ],
)
def test_sets_and_repetitions_in_columns_of_their_own_are_read_together(html: str, lines: list[str]) -> None:
    """The headings say which is which; a row without both stays as it is."""
    assert lines == texts(html)


def test_a_row_without_a_cell_of_a_day_is_kept() -> None:
    """It is of every day if it reaches below them, and of none if it is only the name of a row."""
    days = "<table><tr><td>Lift<td>Monday<td>Tuesday"
    row = "<tr><td>Row<td>4<td>6</table>"
    assert ["Lift", "Drink", "Monday", "Row 4", "Tuesday", "Row 6"] == texts(f"{days}<tr><td>Drink<td><td>{row}")
    assert ["Lift", "Monday", "Drink", "Row 4", "Tuesday", "Drink", "Row 6"] == texts(
        f"{days}<tr><td colspan=3>Drink{row}"
    )


HEADINGS = st.sampled_from(
    [
        "",
        "Lift",
        "Set",
        "Sets",
        "Reps",
        "Sets x Reps",
        "Reps x Sets",
        "%",
        "RPE",
        "Rest",
        "Tempo",
        "Notes",
        "Kg",
        "Max",
        "Load (lb)",
        "Last week",
        "Week 1",
        "Week 2",
        "Monday",
        "Tuesday",
    ]
)
CELLS = st.sampled_from(
    ["", "Squat", "Row 2", "5", "3", "75", "5 x 3", "4/6", "140 kg", "2 min", "slow", "A.", "Friday", "31X1"]
)


@given(st.lists(HEADINGS, min_size=2, max_size=6), st.lists(st.lists(CELLS, min_size=2, max_size=6), max_size=4))
def test_every_word_and_number_of_a_table_is_in_its_lines(header: list[str], rows: list[list[str]]) -> None:
    """Whatever its columns are, and as often as the cells have it; a table whose days are unclear is refused."""
    html = table(*(" | ".join(row) for row in [header, *rows]))
    with suppress(BadInput):
        lines = Counter(re.findall(r"\w+", " ".join(texts(html))))
        assert Counter(re.findall(r"\w+", " ".join(" ".join(row) for row in [header, *rows]))) <= lines


def test_struck_out_days_and_pictures_of_a_table_are_kept() -> None:
    """A column that is struck out is not a day, and what is struck out is in no day's text."""
    html = "<table><tr><td>Mon<td><s>Tue</s><td>Wed<tr><td>a<td><s>b</s><td><img alt=c></table>"
    assert [("Mon", ""), ("a", ""), ("", "Tue"), ("", "b"), ("Wed", ""), ("", "")] == [
        (line.text, line.struck) for line in read_lines(html)
    ]


# Tabs and accordions

PANELS = "<div id=m><p>Snatch</p></div><div id=t><p>Clean</p></div>"
TABS = [
    "<ul><li><a href='#m'>Monday</a></li><li><a href='#t'>Tuesday</a></li></ul>" + PANELS,
    "<div role=tablist><button role=tab>Monday</button><button role=tab>Tuesday</button></div>" + PANELS,
    "<div role=tablist><div role=tab><p>Monday</p></div><div role=tab><p>Tuesday</p></div></div>" + PANELS,
    "<p><button class=x>Monday</button> <button class=x>Tuesday</button></p>" + PANELS,
    "<div class='su-tabs-nav'><span>Monday</span><span>Tuesday</span></div>" + PANELS,
    "<ul class=tabs-nav><li>1. <a href='#m'>Monday</a></li><li>2. <a href='#t'>Tuesday</a></li></ul>" + PANELS,
    "<ul class='nav nav-tabs'><li>Monday</li><li>Tuesday</li></ul>" + PANELS,
    "<p><a href='#m'>Monday</a> | <a href='#t'>Tuesday</a></p>" + PANELS,
    "<ul><li><a href='#m'>Fitness</a></li><li><a href='#t'>Performance</a></li></ul>" + PANELS,
    "<table><tr><td><ul><li><a href='#m'>Monday</a><li><a href='#t'>Tuesday</a></ul></td></tr></table>" + PANELS,
]


@pytest.mark.parametrize("html", TABS)
def test_tabs_apart_from_their_panels_are_refused(html: str) -> None:
    """It is unknown which panel belongs to which tab; the sentence names the tabs and says what to do."""
    with pytest.raises(
        BadInput, match=r"tabs \((Monday, Tuesday|Fitness, Performance)\) stand apart .* write each name"
    ):
        read_lines(html)


def test_tabs_whose_panels_repeat_the_names_are_read_without_the_list() -> None:
    """A list of jump marks is navigation: the names are above their texts as well."""
    panels = "<h3 id=m>Monday</h3><p>Snatch</p><h3 id=t>Tuesday – light</h3><p>Clean</p>"
    lists = TABS[0].removesuffix(PANELS), TABS[5].removesuffix(PANELS)
    for tabs in lists:
        assert ["Monday", "Snatch", "Tuesday – light", "Clean"] == texts(tabs + panels)


@pytest.mark.parametrize(
    "html",
    [
        "<details><summary>Monday</summary><p>Snatch</p></details><details><summary>Tuesday</summary>Clean</details>",
        "<a href='#m'>Monday</a><div id=m>Snatch</div><a href='#t'>Tuesday</a><div id=t>Clean</div>",
        "<button>Monday</button><div>Snatch</div><button>Tuesday</button>"
        "<div style='display:none' role=region>Clean</div>",
        "<div role=tablist><h4 role=tab>Monday</h4><div role=tabpanel>Snatch</div><h4 role=tab>Tuesday</h4>"
        "<div role=tabpanel hidden>Clean</div></div>",
        "<h4 role=tab aria-controls=m>Monday</h4><div role=tabpanel id=m></div>Snatch"
        "<h4 role=tab aria-controls=t>Tuesday</h4><div role=tabpanel id=t>Clean</div>",
        "<div class=toggle-title>Monday</div><div class='toggle-content' style='display:none'>Snatch</div>"
        "<div class=toggle-title>Tuesday</div><div class='toggle-content' style='display:none'>Clean</div>",
    ],
)
def test_an_accordion_is_read_with_what_a_click_opens(html: str) -> None:
    """Each name is directly before its panel, and closed panels are part of the post."""
    assert ["Monday", "Snatch", "Tuesday", "Clean"] == texts(html)


@pytest.mark.parametrize("name", ["<a href='#m'>Monday</a>", "<p role=tab aria-controls=m><button>Monday</button></p>"])
def test_an_empty_panel_of_an_accordion_does_not_make_tabs_of_the_names(name: str) -> None:
    """A name whose panel follows is at it, though nothing is in the panel."""
    html = f"{name}<div id=m></div><a href='#t'>Tuesday</a><div id=t>Clean</div>"
    assert ["Monday", "Tuesday", "Clean"] == texts(html)


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><a href='#1'>Strength</a></li><li><a href='#2'>Metcon</a></li></ul><p>Snatch</p>",
        "<p>See <a href='#1'>Monday</a> and <a href='#2'>Tuesday</a> again</p>",
        "<p><a href='/m'>Monday</a><br><a href='/t'>Tuesday</a></p>",
        "<p><button>Monday</button></p>",
    ],
)
def test_other_lists_of_links_are_lines(html: str) -> None:
    """Only names of days or levels, two at least, that lead into the page itself make tabs."""
    words = [word for text in texts(html) for word in text.split()]
    assert re.sub("<[^>]*>", " ", html).split() == words


# What WordPress leaves


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>[vc_row][vc_column width=&#8221;1/2&#8243;]Monday[/vc_column][/vc_row]</p>", ["Monday"]),
        ("<p>[et_pb_text]A.[/et_pb_text][et_pb_text]B.[/et_pb_text]</p>", ["A.", "B."]),
        ("<p>[embed]https://v.example/x[/embed]</p>", ["https://v.example/x"]),
        ('<p>[caption id="a" width="3"]Set up[/caption]</p>', ["Set up"]),
        ("<p>Row</p>[/caption]", ["Row"]),
        ('<p>[contact-form-7 404 "Not Found"]</p><p>[tablepress id=1 /]</p>', []),
        ("<p>Snatch [hl]75%[/hl] x 3</p>", ["Snatch 75% x 3"]),
        ("<p>[button link=&#8220;x&#8221;]Sign up[/button]</p>", ["Sign up"]),
        ("<p>[b]Row[/b] [link=https://v.example]Run[/link]</p>", ["Row Run"]),
        ("<p>[playlist]</p>[audio src='x.mp3'][video]", []),
        ("[vc_row]\nMonday\nRow[/vc_row]", ["Monday", "Row"]),
    ],
)
def test_shortcodes_that_nobody_rendered_are_dropped(html: str, lines: list[str]) -> None:
    """A known name, a quoted attribute or a closing tag makes a shortcode; what it encloses stays."""
    assert lines == texts(html)


@pytest.mark.parametrize(
    "text",
    [
        "[Clean + Jerk] x 3",
        "[5 sets]",
        "[A]",
        "[x3]",
        "[a] Squat",
        "[row] x 500 m",
        "[video below]",
        "[see the gallery]",
        "[Row 500 m] [Gallery]",
        "[rest = 2:00]",
        "[@ 75%]",
        '[Box Jump 24"/20"]',
        "[optional",
        "x] [",
    ],
)
def test_training_in_brackets_stays(text: str) -> None:
    """Training in brackets is not a shortcode."""
    assert [text] == texts(f"<p>{text}</p>")


def test_shortcodes_make_no_plain_text_of_a_heading() -> None:
    """They are gone before it is decided."""
    assert ["Monday"] == headings("<p>[vc_column_text]<strong>Monday</strong>[/vc_column_text]</p>")


@pytest.mark.parametrize(
    "html", ['[gallery ids="1,2"]', "[gallery]", "[gallery ids=&#8221;1,2&#8243; /]", "[gallery a=b]"]
)
def test_a_gallery_that_nobody_rendered_is_a_picture(html: str) -> None:
    """The page shows it, and it has no text that says what it shows."""
    assert [("Row", []), ("", [""])] == pictures(f"<p>Row</p><p>{html}</p>")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Clean &amp;amp; Jerk", "Clean & Jerk"),
        ("Clean &#038;amp; Jerk", "Clean & Jerk"),
        ("80&amp;#8211;85%&amp;nbsp;", "80–85%"),
        ("80&amp;#x2013;85%", "80–85%"),
        ("&amp;lt;br&amp;gt;", "<br>"),
        ("&lt;br&gt;", "<br>"),
        ("R&amp;D; Q&amp;A", "R&D; Q&A"),
        ("&amp;nothing; &amp;#; &amp;#x;", "&nothing; &#; &#x;"),
        ("&amp;amp &amp; amp;", "&amp & amp;"),
        ("&amp;amp;amp;", "&amp;"),
    ],
)
def test_entities_that_were_encoded_twice_are_decoded_twice(html: str, text: str) -> None:
    """They have well-formed names or numbers that exist; markup that was encoded once stays text."""
    assert [text] == texts(f"<p>{html}</p>")


def test_an_encoded_space_after_a_heading_leaves_it_one() -> None:
    """A space is not plain text, however often it was encoded."""
    assert ["Monday"] == headings("<p><b>Monday</b>&amp;nbsp;</p>")


# Any page

MARKUP = (
    "<p>|</p>|<br>|<b>|</b>|<a href=u>|</a>|<table>|<tr>|<td>|</td>|</table>|<ul>|<ol type=A>|<li>|</ol>|<pre>|</pre>|"
    "<div>|</div>|<h3>|</h3>|<!--|-->|<iframe src=https://v/>|</iframe>|<script>|</script>|&amp;|&nbsp;|<|>|\n|Monday|A.|x|"
    "<s>|</s>|<del>|</del>|<img alt=y>|<figure>|<figcaption>|<td rowspan=2>|<td colspan=0>|Tuesday|<a href=#m>|"
    "<div class=tabs-nav>|[gallery]|[|]|amp;|<span style='text-decoration:line-through'>|</span>"
)
FRAGMENTS = st.sampled_from(MARKUP.split("|"))


@given(st.lists(FRAGMENTS | st.text(max_size=5), max_size=40))
def test_any_html_is_read(fragments: list[str]) -> None:
    """For any markup the lines are folded and none is empty, or one sentence refuses the page."""
    try:
        lines = read_lines("".join(fragments))
    except BadInput:
        return
    for line in lines:
        assert (fold(line.text), fold(line.struck)) == (line.text, line.struck)
        assert line.text or line.links or line.struck or line.pictures
        assert line.text or not line.heading


WORDS = st.text(alphabet="abcdefgh0123456789%@()+*", min_size=1, max_size=8)
INLINE = st.sampled_from(["{}", "<b>{}</b>", '<a href="u">{}</a>', "<em><span>{}</span></em>", "{}&nbsp;", "\n{} "])
BLOCKS = st.sampled_from(
    ["<p>{}</p>", "{}<br />", "<div>{}</div>", "<h3>{}</h3>", "<ul><li>{}</li></ul>", "<td>{}</td>"]
)


@given(st.lists(st.lists(st.tuples(WORDS, INLINE), min_size=1, max_size=4), max_size=10), st.data())
def test_every_visible_word_is_in_its_line(page: list[list[tuple[str, str]]], data: st.DataObject) -> None:
    """The words of each block, and no others, are its line, in the order of the page."""
    html = "<br>".join(
        data.draw(BLOCKS).format(" ".join(inline.format(word) for word, inline in block)) for block in page
    )
    assert [" ".join(word for word, _ in block) for block in page] == texts(html)


@given(st.text())
def test_folding_changes_no_visible_character(text: str) -> None:
    """Folding twice is folding once, and letters and digits stay as they are."""
    assert fold(text) == fold(fold(text))
    assert re.findall("[A-Za-z0-9]", text) == re.findall("[A-Za-z0-9]", fold(text))
