"""From the HTML of a post to the lines that a reader of the page sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from string import ascii_lowercase, ascii_uppercase
from typing import Any, cast

from lxml import etree

from wod.errors import BadInput
from wod.models import Line, Link

_BLOCK_NAMES = (
    "address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul"
)
_NAMES_NOT_SHOWN = "audio canvas embed iframe noscript object script select style svg template textarea title video"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"b", "strong", "u", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_BY_WEIGHT = frozenset({"b", "strong", "span", "p", "div"})
_NOT_SHOWN = frozenset(_NAMES_NOT_SHOWN.split())
_PLAYERS = frozenset({"audio", "embed", "iframe", "video"})

_STARTS = {str(place + 1): place for place in range(len(ascii_uppercase))}

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEIGHT_STYLE = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-5]00)", re.IGNORECASE)
_LETTERS_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(upper|lower)-(?:alpha|latin)", re.IGNORECASE)
_ANY_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(_BLOCKS | _CELLS))})\b", re.IGNORECASE)
_UNSAFE_SCHEME = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_BLANK_OR_CONTROL = re.compile(r"[\x00-\x20\x7f]")

# Not seen on the page: control characters, soft hyphens, zero-width spaces and joiners, direction marks. The joiner
# that makes one emoji out of several stays.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb]|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)

_DEEPEST = 1000
"""Browsers stop nesting at 512. Without a limit a hostile page costs the parser the square of its depth."""

_MOST = 200_000
"""Elements, and lines. A week of training has some five hundred; a page of millions would fill a function's memory."""


def read_lines(html: str) -> list[Line]:
    """The lines of the page in order, as a browser shows them: white space folded, nothing reworded.

    A row of a table is a line. A link belongs to the line in which it starts; an embedded player is a link without
    text, and where it stands alone, its line has no text either. Plain text without any block or `<br>` has its own
    line ends. Raises BadInput for elements nested more than 1000 deep, and for more than 200000 elements or lines.
    `html` has no lone surrogates.
    """
    page = _Page(line_ends_show=not _ANY_BLOCK.search(html))
    html = html.replace("\x00", "")  # the parser would make a visible character of it, which no browser does
    parser = etree.HTMLParser(target=cast(Any, page), huge_tree=True, encoding="utf-8")
    etree.fromstring(html.encode(), parser)
    return [draft.line() for draft in page.lines]


def fold(text: str) -> str:
    """The text on one line: every run of white space, no-break spaces too, is one space; what is not seen is gone."""
    return " ".join(_UNSEEN.sub("", text).split())


@dataclass
class _LinkDraft:
    url: str
    pieces: list[str] = field(default_factory=list)


@dataclass
class _LineDraft:
    text: str
    heading: bool
    links: list[_LinkDraft]

    def line(self) -> Line:
        links = [Link(text=fold("".join(link.pieces)), url=link.url) for link in self.links]
        return Line(text=self.text, links=links, heading=self.heading)


class _Page:
    """Takes the parser's events one after another, so that no depth of nesting makes anything recurse."""

    def __init__(self, *, line_ends_show: bool) -> None:
        self.lines: list[_LineDraft] = []
        self._elements = 0
        self._pieces: list[str] = []
        self._links: list[_LinkDraft] = []
        self._plain = False  # whether the current line has text outside bold and headings
        self._open_link: _LinkDraft | None = None
        self._depth = 0
        self._not_shown = 0  # how deep inside what is not shown
        self._bold = [False]  # whether the text of each open element is bold or a heading
        self._preformatted = int(line_ends_show)
        self._lists: list[Iterator[str]] = []  # the letters that the browser draws in front of the items to come
        self._rows: list[list[int]] = []  # of each open row, the places of its cells' first lines

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        _limit("elements", self._elements)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadInput(f"The post's HTML is nested more than {_DEEPEST} deep; repair the post's markup.")
        if self._not_shown or tag in _NOT_SHOWN or _is_hidden(attributes):
            self._not_shown += 1
        if tag in _PLAYERS or (tag == "source" and self._not_shown):
            self._embed(attributes.get("src", ""))
        if self._not_shown:
            return
        if tag in _BLOCKS or tag in _CELLS:
            self._end_line()
            self._start_block(tag, attributes)
        elif tag == "a":
            self._start_link(attributes.get("href", ""))
        self._bold.append(self._bold[-1] or _is_bold(tag, attributes))

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._not_shown:
            self._not_shown -= 1
            return
        if tag in _BLOCKS or tag in _CELLS:
            self._end_line()
            self._end_block(tag)
        elif tag == "a":
            self._open_link = None
        self._bold.pop()

    def data(self, text: str) -> None:
        if self._not_shown:
            return
        if not self._preformatted:
            self._add(text)
            return
        first, *others = text.splitlines() or [""]
        self._add(first)
        for other in others:
            self._end_line()
            self._add(other)
        if text.endswith(("\n", "\r")):
            self._end_line()

    def comment(self, text: str) -> None:
        """Comments are not seen: the block editor's are markup."""

    def close(self) -> None:
        self._end_line()

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._plain = self._plain or (not self._bold[-1] and bool(fold(text)))
        if self._open_link:
            self._open_link.pieces.append(text)

    def _end_line(self) -> None:
        if self._open_link:
            self._open_link.pieces.append(" ")
        text = fold("".join(self._pieces))
        if not text and (not self._links or self._open_link):
            self._pieces = []  # a link that is open is waiting for its line
            return
        _limit("lines", len(self.lines))
        self.lines.append(_LineDraft(text, bool(text) and not self._plain, self._links))
        self._pieces, self._links, self._plain = [], [], False

    def _start_block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "pre":
            self._preformatted += 1
        elif tag in ("ol", "ul"):
            self._lists.append(iter(_letters(tag, attributes)))
        elif tag == "li" and self._lists and (letter := next(self._lists[-1], "")):
            self._add(f"{letter}. ")
        elif tag == "tr":
            self._rows.append([])
        elif tag in _CELLS and self._rows:
            self._rows[-1].append(len(self.lines))

    def _end_block(self, tag: str) -> None:
        if tag == "pre":
            self._preformatted -= 1
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "tr":
            self._join_cells(self._rows.pop())

    def _join_cells(self, places: list[int]) -> None:
        """A row is one line if each cell is at most one; else the cells follow one another."""
        cells = pairwise([*places, len(self.lines)])
        if not places or any(self._has_several_lines(start, end) for start, end in cells):
            return
        drafts = self.lines[places[0] :]
        seen = [draft for draft in drafts if draft.text]
        if len(drafts) > 1:
            self.lines[places[0] :] = [
                _LineDraft(
                    text=" ".join(draft.text for draft in seen),
                    heading=bool(seen) and all(draft.heading for draft in seen),
                    links=[link for draft in drafts for link in draft.links],
                )
            ]

    def _has_several_lines(self, start: int, end: int) -> bool:
        # no more is counted than needed, for tables may stand in tables
        return len(list(islice((place for place in range(start, end) if self.lines[place].text), 2))) > 1

    def _start_link(self, href: str) -> None:
        url = fold(href)
        if url and not _UNSAFE_SCHEME.match(_BLANK_OR_CONTROL.sub("", url)):
            self._open_link = _LinkDraft(url)
            self._links.append(self._open_link)

    def _embed(self, src: str) -> None:
        url = fold(src)
        if url.lower().startswith(("http://", "https://", "//")):
            self._links.append(_LinkDraft(url))


def _limit(what: str, count: int) -> None:
    if count > _MOST:
        raise BadInput(f"The post's page has more than {_MOST} {what}; divide the post into several, one a week.")


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDING_STYLE.search(attributes.get("style", "")))


def _is_bold(tag: str, attributes: dict[str, str]) -> bool:
    """By its tag or its style: editors wrap whole posts in `<b style="font-weight: normal">`."""
    weight = _WEIGHT_STYLE.search(attributes.get("style", ""))
    return bool(weight[1]) if weight and tag in _BY_WEIGHT else tag in _HEADINGS


def _letters(tag: str, attributes: dict[str, str]) -> str:
    """The letters of a list such as `<ol type="A" start="2">`; none of a list that has numbers or bullets."""
    style = _LETTERS_STYLE.search(attributes.get("style", ""))
    type_ = attributes.get("type", "")
    start = attributes.get("start", "1")
    if tag != "ol" or not (style or type_ in ("A", "a")) or start not in _STARTS:
        return ""
    is_upper = style[1].lower() == "upper" if style else type_ == "A"
    return (ascii_uppercase if is_upper else ascii_lowercase)[_STARTS[start] :]
