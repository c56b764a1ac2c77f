"""Commands in the README and in docs/ do what they are shown to do: each is run, and its output compared.

A block marked `console` is a terminal: lines after `$ ` are commands, the others their output, and a line `…` stands
for any number of lines. The stack has the sample post of a week.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.chain import Chain, eventually
from wod_cli import PROJECT
from wod_cli.embedded import cloud

SAMPLE = PROJECT / "events" / "posts" / "normal_week.json"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = [
    path for path in sorted([PROJECT / "README.md", *(PROJECT / "docs").glob("*.md")]) if BLOCK.search(path.read_text())
]


@pytest.fixture(scope="module")
def sample(chain: Chain) -> Chain:
    """The stack after the sample week went through."""
    chain.drop(SAMPLE.name, SAMPLE.read_bytes())
    eventually(lambda: chain.sessions("2021-03-13"), "the table")
    eventually(lambda: chain.site("weeks/2021-W10.html"), "the page of the week")
    return chain


def commands_of(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block with the lines that follow it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *output = part.rstrip("\n").replace("\\\n", "").split("\n")
        yield command, output


def matches(expected: list[str], seen: list[str]) -> bool:
    """Return whether the lines are the expected ones; `…` stands for any."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in seen)) is not None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_shows_what_its_commands_print(sample: Chain, path: Path, tmp_path: Path) -> None:
    """They run in the order of the document, for a lifter who has no maxima yet."""
    settings = (cloud.running(sample.folder) or pytest.fail("no cloud")).settings
    search = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = os.environ | settings | {"PATH": search, "XDG_CONFIG_HOME": str(tmp_path), "COLUMNS": "100"}
    for block in BLOCK.findall(path.read_text(encoding="utf-8")):
        for command, expected in commands_of(block):
            ran = subprocess.run(  # noqa: S602 - shell lines of our own documents
                command, shell=True, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
            )
            seen = (ran.stdout + ran.stderr).splitlines()
            assert matches(expected, seen), f"{path.name}: {command}\n" + "\n".join(seen)
