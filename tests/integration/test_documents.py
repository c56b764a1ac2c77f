"""The README and docs/: what is generated is up to date, and links lead somewhere."""

import re
from pathlib import Path

import pytest
from docs import quality_trend
from docs.commands import DOCUMENT, document

PROJECT = Path(__file__).parents[2]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)")


def anchors_of(text: str) -> set[str]:
    """Return the anchors of a document's headings, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_reference_of_commands_is_what_the_command_says() -> None:
    """`make docs` rewrites it after a change."""
    assert document() == DOCUMENT.read_text(encoding="utf-8")


def test_the_picture_of_the_quality_trend_is_current() -> None:
    """`make docs` draws it."""
    assert quality_trend.sample_picture() == quality_trend.PICTURE.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_and_headings_of_the_project(path: Path) -> None:
    """A moved chapter takes its links along."""
    for target, anchor in LINK.findall(path.read_text(encoding="utf-8")):
        other = path.parent / target if target else path
        assert other.exists(), f"{path.name} links to {target}"
        if anchor:
            assert anchor in anchors_of(other.read_text(encoding="utf-8")), f"{path.name} links to {target}#{anchor}"
