"""The lines of a page are those that a reader sees."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wod.errors import BadInput
from wod.models import Link
from wod.reading.page import fold, read_lines


def texts(html: str) -> list[str]:
    return [line.text for line in read_lines(html)]


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
    """The cells of a row stand beside each other, unless one of them has several lines."""
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
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
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


def test_a_page_nested_deeper_than_any_browser_nests_is_refused() -> None:
    """A hundred thousand tags inside each other neither crash nor hang the reader."""
    with pytest.raises(BadInput, match="nested"):
        read_lines("<b>" * 100_000 + "x")
    assert ["x"] == texts("<div>" * 900 + "x")


def test_three_megabytes_are_read_whole() -> None:
    """Size alone is no reason to lose a line."""
    assert ["Snatch x 2 reps @ 70%"] * 100_000 == texts("<p>Snatch x 2 reps\n @ 70%</p>\n" * 100_000)


MARKUP = (
    "<p>|</p>|<br>|<b>|</b>|<a href=u>|</a>|<table>|<tr>|<td>|</td>|</table>|<ul>|<ol type=A>|<li>|</ol>|<pre>|</pre>|"
    "<div>|</div>|<h3>|</h3>|<!--|-->|<iframe src=https://v/>|</iframe>|<script>|</script>|&amp;|&nbsp;|<|>|\n|Monday|A.|x"
)
FRAGMENTS = st.sampled_from(MARKUP.split("|"))


@given(st.lists(FRAGMENTS | st.text(max_size=5), max_size=40))
def test_any_html_is_read(fragments: list[str]) -> None:
    """Whatever the markup, the lines are folded and none is empty of both text and links."""
    for line in read_lines("".join(fragments)):
        assert fold(line.text) == line.text
        assert line.text or line.links


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
