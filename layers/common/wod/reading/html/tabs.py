"""Find tabs: a list of names, apart from the panels that a click on them opens."""

import re
from collections.abc import Iterator
from itertools import chain

from wod.errors import BadInput
from wod.reading.html.drafts import LineDraft, TabName
from wod.reading.html.labels import names_day, names_level

_LIST_CLASS = re.compile(
    r"(?:^|[\s_-])tabs?[_-]*(?:nav|navigation|list|titles?|controls|links|labels|menu|heads?|headers?|headings?|buttons|ul)"
    r"(?![a-z])|(?:^|[\s_-])(?:nav|ui)[_-]?tabs?(?:[_-]?nav)?(?:\s|$)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\W_]+")
_LEAST = 2  # names in a list of tabs
_LONGEST = 40  # characters
_MOST_SHOWN = 7


class Tabs:
    """Finder of names of tabs, which follows the elements of a page."""

    def __init__(self) -> None:
        self.open: TabName | None = None
        self.line: list[TabName] = []
        """The names that start in the current line."""
        self.are_open = False
        """True if a name or a list of names is open, so that `end` has to be called."""
        self._open_depth = 0
        self._list_depths: list[int] = []
        self._last: TabName | None = None

    def start(self, depth: int, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if self._last and attributes.get("id", "") == self._last.panel != "":
            self._last.stands_at_panel = True
        panel = _panel(tag, attributes)
        if panel is not None or (self._list_depths and (tag == "li" or depth == self._list_depths[-1] + 1)):
            self._start_name(depth, panel or "")
        if "class" in attributes and _LIST_CLASS.search(attributes["class"]):
            self._list_depths.append(depth)
        self.are_open = bool(self._open_depth or self._list_depths)

    def end(self, depth: int) -> None:
        """Take the end of an element."""
        if self._open_depth == depth:
            self.open, self._open_depth = None, 0
        if self._list_depths and self._list_depths[-1] == depth:
            self._list_depths.pop()
        self.are_open = bool(self._open_depth or self._list_depths)

    def _start_name(self, depth: int, panel: str) -> None:
        outer = (
            self.open.panel if self.open else ""
        )  # `<div role="tab" aria-controls="m"><button>Monday</button></div>`
        self.open, self._open_depth = TabName(panel or outer), depth
        self._last = self.open
        self.line.append(self.open)


def without_tabs(lines: list[LineDraft]) -> list[LineDraft]:
    """Return the lines without lists of names that appear again above their panels.

    Raise BadInput if names of days or levels appear only apart from their panels, so that no one can match them.
    """
    ranges = list(_runs(lines))
    if not ranges:
        return lines
    beginnings = _beginnings(lines)
    dropped: set[int] = set()
    for start, end, names in ranges:
        missing = [name for name in names if beginnings.get(name.casefold(), -1) < end]
        if missing:
            raise BadInput(
                f"The names of the post's tabs ({', '.join(names[:_MOST_SHOWN])}) stand apart from their panels, and "
                f"no heading in the text says which panel is {missing[0]}'s; "
                "write each name as a heading directly above its text."
            )
        dropped.update(range(start, end))
    return [line for place, line in enumerate(lines) if place not in dropped]


def _runs(lines: list[LineDraft]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield each run of lines that are only names: its start, its end, and its names of days or levels."""
    start, run = 0, list[TabName]()
    for place, line in enumerate(chain(lines, [None])):
        names = line.names if line and line.names and _is_all_names(line) else []
        if names and not (run and run[-1].stands_at_panel):
            start = start if run else place
            run.extend(names)
            continue
        texts = [name.text for name in run]
        found = [text for text in texts if len(text) <= _LONGEST and (names_day(text) or names_level(text))]
        if len(found) >= _LEAST:
            yield start, place, found
        start, run = place, [*names]


def _is_all_names(line: LineDraft) -> bool:
    """Return whether the line is only names, with marks between them."""
    text = _MARKS.sub("", line.text)
    return bool(text) and text == _MARKS.sub("", "".join(name.text for name in line.names))


def _beginnings(lines: list[LineDraft]) -> dict[str, int]:
    """Return the last line that begins with these first words, by the words: those of each line."""
    found: dict[str, int] = {}
    for place, line in enumerate(lines):
        start = line.text[:_LONGEST].casefold()
        for match in re.finditer(r"[^\W_]+|\S", start):
            found[start[: match.end()]] = place
    return found


def _panel(tag: str, attributes: dict[str, str]) -> str | None:
    """Return the id of the panel that the element opens, or an empty text; None if it is not a tab."""
    href = attributes.get("href", "") if tag == "a" else ""
    if not href.startswith("#") and tag != "button" and attributes.get("role") != "tab":
        return None
    return attributes.get("aria-controls") or attributes.get("data-target", "").lstrip("#") or href[1:]
