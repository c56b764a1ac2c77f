"""Turn the HTML of a post into the lines that a reader of the page sees."""

import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from wod.errors import BadInput
from wod.models import Line
from wod.reading.html.drafts import MOST, LineDraft, LinkDraft, limit
from wod.reading.html.folding import fold
from wod.reading.html.leftovers import STRUCK_FROM, STRUCK_TO, without_leftovers
from wod.reading.html.markup import (
    BLOCK,
    BOLD,
    CELL,
    HIDDEN,
    KINDS,
    PLAYER,
    STRUCK,
    has_blocks,
    is_hidden,
    is_picture,
    letters_of_list,
    styled,
)
from wod.reading.html.tables import Table
from wod.reading.html.tabs import Tabs, without_tabs

_UNSAFE_SCHEME = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_BLANK_OR_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_GAP = "\x01"  # in place of struck-out text
_GAP_IN_A_WORD = re.compile(rf"(?<=\w){_GAP}+(?=\w)")  # `5<del>6</del>7` is not 57

_WITH_AN_END = frozenset({"pre", "ol", "ul", "table", "tr"})

_DEEPEST = 1000
"""Browsers stop nesting at 512. Without a limit the parser's time grows with the square of a page's depth."""


def harmless_url(address: str) -> str:
    """Return the address of a link on one line; empty if a click on it would run a program."""
    url = fold(address)
    return "" if _UNSAFE_SCHEME.match(_BLANK_OR_CONTROL.sub("", url)) else url


def read_lines(html: str) -> list[Line]:
    """Return the lines of the page in order, as a browser shows them: white space folded, nothing reworded.

    A row of a table is a line, unless the table has a day in each column, or a day or a part in each row: these names
    are headings above the lines that belong to them. Struck-out text is kept beside the text. A link belongs to the
    line in which it starts; an embedded player is a link without text. If a player or a picture stands alone, its line
    has no text either. Plain text without any block or `<br>` has its own line ends.

    Raise BadInput for elements nested more than 1000 deep, for more than 200000 elements or lines, for names of days
    in tabs apart from their panels, and for tables of days with cells that belong to no day. `html` has no lone
    surrogates.
    """
    page = _Page(line_ends_show=not has_blocks(html))
    html = html.replace("\x00", "")  # the parser, unlike a browser, would show it
    parser = etree.HTMLParser(target=cast(Any, page), huge_tree=True, encoding="utf-8")
    etree.fromstring(without_leftovers(html).encode(), parser)
    return [draft.line() for draft in page.lines]


class _Page:
    """Target of the parser: takes its events one after another, so that deep nesting causes no recursion."""

    def __init__(self, *, line_ends_show: bool) -> None:
        self.lines: list[LineDraft] = []
        self._texts = 0  # lines that have text
        self._elements = 0
        self._depth = 0
        self._not_shown = 0  # depth inside hidden elements
        self._pieces: list[str] = []
        self._struck: list[str] = []
        self._pictures: list[str] = []
        self._links: list[LinkDraft] = []
        self._plain = False  # True if the current line has text outside bold and headings
        self._open_link: LinkDraft | None = None
        self._state = 0  # BOLD and STRUCK, of the text to come
        self._states: list[int] = []
        self._strikes = 0  # open ones
        self._preformatted = int(line_ends_show)
        self._lists: list[Iterator[str]] = []  # letters that a browser draws before the next items
        self._tables: list[Table] = []
        self._tabs = Tabs()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST or self._depth > _DEEPEST:
            self._refuse_size()
        if tag == "br" and not self._not_shown:
            self._end_line()  # nothing else about it matters, and a page has hundreds
            return
        kind = KINDS.get(tag, 0)
        if self._not_shown or kind & HIDDEN or (attributes and is_hidden(attributes)):
            self._not_shown += 1
            if kind & PLAYER or tag == "source":
                self._embed(attributes.get("src", ""))
            return
        self._open(tag, kind, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._not_shown:
            self._not_shown -= 1
            return
        if tag == "br":
            return
        self._state = self._states.pop()
        if KINDS.get(tag, 0) & (BLOCK | CELL):
            self._end_line()
            if tag in _WITH_AN_END:
                self._end_block(tag)
        elif tag == "a":
            self._open_link = None
        if self._tabs.are_open:
            self._tabs.end(self._depth + 1)

    def data(self, text: str) -> None:
        if self._not_shown:
            return
        if not self._preformatted:
            if self._pieces or not text.isspace():
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
        """Take a comment. Two of them stand for the tags of struck-out text; the others are markup of the editor."""
        if text == STRUCK_FROM:
            self._strikes += 1
        elif text == STRUCK_TO and self._strikes:
            self._strikes -= 1

    def close(self) -> None:
        self._end_line()
        if any(draft.names for draft in self.lines):
            self.lines = without_tabs(self.lines)

    def _open(self, tag: str, kind: int, attributes: dict[str, str]) -> None:
        if attributes and (style := attributes.get("style")):
            kind = styled(tag, kind, style)
        if kind & (BLOCK | CELL):
            self._end_line(waits=tag == "figcaption")
        self._states.append(self._state)
        self._state |= kind & (BOLD | STRUCK)
        if attributes or self._tabs.are_open:
            self._tabs.start(self._depth, tag, attributes)
        if kind & (BLOCK | CELL):
            if tag != "p":
                self._start_block(tag, attributes)
        elif tag == "a":
            self._start_link(attributes.get("href", ""))
        elif tag == "img":
            self._add_picture(attributes)

    @property
    def _is_struck(self) -> bool:
        return self._strikes > 0 or bool(self._state & STRUCK)

    def _add(self, text: str) -> None:
        if self._strikes or self._state & STRUCK:
            self._struck.append(text)
            self._pieces.append(_GAP)
            if self._open_link:
                self._open_link.is_struck = True
            return
        self._pieces.append(text)
        if self._struck:
            self._struck.append(" ")
        if not self._plain and not self._state & BOLD:
            self._plain = text[-1:].isalnum() or bool(fold(text))
        if self._open_link:
            self._open_link.pieces.append(text)
        if self._tabs.open:
            self._tabs.open.pieces.append(text)

    def _add_picture(self, attributes: dict[str, str]) -> None:
        if is_picture(attributes) and not self._is_struck:
            self._pictures.append(fold(attributes.get("alt", "")))

    def _end_line(self, *, waits: bool = False) -> None:
        """End the current line. Pictures of a figure wait for its caption, and an open link waits for its text."""
        if self._open_link:
            self._open_link.pieces.append(" ")
        text = struck = ""
        if not self._pieces:
            if not self._links and not self._pictures:
                return
        else:
            text = "".join(self._pieces)
            if self._struck:
                text, struck = _GAP_IN_A_WORD.sub(" ", text), fold("".join(self._struck))
                self._struck = []
            text = fold(text)
            self._pieces = []
        waits = waits or not (self._links or self._pictures) or bool(self._links and self._open_link)
        if text or struck or not waits:
            self._add_line(text, struck)

    def _add_line(self, text: str, struck: str) -> None:
        if len(self.lines) >= MOST:
            limit("lines", len(self.lines) + 1)
        draft = LineDraft(text, text != "" and not self._plain, struck=struck)
        self.lines.append(draft)
        self._plain = False
        if text:
            self._texts += 1
        if self._links:
            draft.links, self._links = self._links, []
        if self._pictures:
            draft.pictures, self._pictures = self._pictures, []
        if self._tabs.line:
            draft.names, self._tabs.line = self._tabs.line, []

    def _start_block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "pre":
            self._preformatted += 1
        elif tag in ("ol", "ul"):
            self._lists.append(letters_of_list(tag, attributes))
        elif tag == "li":
            if self._lists and (letter := next(self._lists[-1], "")):
                self._add(f"{letter}. ")
        elif tag == "table":
            self._tables.append(Table())
        elif tag == "tr":
            if not self._tables or self._tables[-1].has_open_row:
                self._tables.append(Table(is_row=True))
            self._tables[-1].start_row()
        elif tag in ("td", "th") and self._tables and self._tables[-1].has_open_row:
            self._tables[-1].start_cell(len(self.lines), self._texts, attributes)

    def _end_block(self, tag: str) -> None:
        if tag == "pre":
            self._preformatted -= 1
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "table":
            self._end_table()
        elif tag == "tr":
            self._tables[-1].end_row(len(self.lines), self._texts)
            if self._tables[-1].is_row:
                self._end_table()

    def _end_table(self) -> None:
        edits = list(self._tables.pop().edits(self.lines))
        if not edits:
            return
        start = copied = edits[0].start
        new: list[LineDraft] = []
        for edit in edits:
            new += self.lines[copied : edit.start]
            new += edit.lines
            copied = edit.end
            self._texts += edit.more_texts
        new += self.lines[copied:]
        limit("lines", start + len(new))
        self.lines[start:] = new

    def _start_link(self, href: str) -> None:
        url = harmless_url(href)
        if url and not self._is_struck:
            self._open_link = LinkDraft(url)
            self._links.append(self._open_link)

    def _embed(self, src: str) -> None:
        url = fold(src)
        if url.lower().startswith(("http://", "https://", "//")) and not self._is_struck:
            self._links.append(LinkDraft(url))

    def _refuse_size(self) -> None:
        limit("elements", self._elements)
        raise BadInput(f"The post's HTML is nested more than {_DEEPEST} deep; repair the post's markup.")
