"""Hold lines while the page is being read: a link may span several lines, and a table may move them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wod.errors import BadInput
from wod.models import Line, Link
from wod.reading.html.folding import fold

MOST = 200_000
"""Limit of elements, and of lines. A week has about 500; millions would exhaust the memory of a function."""


@dataclass(slots=True)
class LinkDraft:
    """A link, and the text in it so far."""

    url: str
    pieces: list[str] = field(default_factory=list)
    is_struck: bool = False

    @property
    def text(self) -> str:
        """Return the text so far, with each run of white space as one space."""
        return fold("".join(self.pieces))

    @property
    def is_all_struck(self) -> bool:
        """Return whether all its text is struck out."""
        return self.is_struck and not self.text

    def link(self) -> Link:
        """Return it as it is now."""
        return Link(text=self.text, url=self.url)


@dataclass(slots=True)
class TabName:
    """A possible name of a tab: its text, and the id of the panel that it opens."""

    panel: str = ""
    pieces: list[str] = field(default_factory=list)
    stands_at_panel: bool = False

    @property
    def text(self) -> str:
        """Return the text so far, with each run of white space as one space."""
        return fold("".join(self.pieces))


@dataclass(slots=True)
class LineDraft:
    """A line, and the names of tabs that start in it."""

    text: str
    heading: bool
    links: Sequence[LinkDraft] = ()
    struck: str = ""
    pictures: Sequence[str] = ()
    names: Sequence[TabName] = ()

    def line(self) -> Line:
        """Return it as it is now."""
        return Line(
            text=self.text,
            links=[link.link() for link in self.links if not link.is_all_struck],
            struck=self.struck,
            pictures=list(self.pictures),
            heading=self.heading,
        )


def joined(drafts: list[LineDraft]) -> LineDraft:
    """Return one line that holds all of these."""
    if len(drafts) == 1:
        return drafts[0]
    seen = [draft for draft in drafts if draft.text]
    return LineDraft(
        text=" ".join(draft.text for draft in seen),
        heading=bool(seen) and all(draft.heading for draft in seen),
        links=[link for draft in drafts for link in draft.links],
        struck=" ".join(draft.struck for draft in drafts if draft.struck),
        pictures=[picture for draft in drafts for picture in draft.pictures],
        names=[name for draft in drafts for name in draft.names],
    )


def limit(what: str, count: int) -> None:
    """Raise BadInput if the page has more elements or lines than any week of training."""
    if count > MOST:
        raise BadInput(f"The post's page has more than {MOST} {what}; divide the post into several, one per week.")
