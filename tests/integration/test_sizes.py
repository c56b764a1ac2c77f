"""Pages that are long, deep, or made to be slow or large: they are read or refused, and fill no memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest

from tests.notation import NOTATION
from wod.errors import BadInput
from wod.notation.blocks.grouping import blocks_of
from wod.notation.elements import Context
from wod.notation.findings import findings_of_block, findings_of_prescriptions
from wod.notation.lines import line_reader_of
from wod.notation.prescriptions import prescriptions_of
from wod.reading.html.page import read_lines
from wod_cli import PROJECT

POST = json.loads((PROJECT / "events" / "posts" / "normal_week.json").read_bytes())


def texts(html: str) -> list[str]:
    return [line.text for line in read_lines(html)]


def test_a_page_nested_deeper_than_any_browser_nests_is_refused() -> None:
    """A hundred thousand tags inside each other neither crash nor hang the reader."""
    with pytest.raises(BadInput, match="nested"):
        read_lines("<b>" * 100_000 + "x")
    assert ["x"] == texts("<div>" * 900 + "x")


def test_three_megabytes_are_read_whole() -> None:
    """Size alone is not a reason to lose a line."""
    assert ["Snatch x 2 reps @ 70%"] * 100_000 == texts("<p>Snatch x 2 reps\n @ 70%</p>\n" * 100_000)


SLOW = {
    "tables that nobody closes": ("<table>" * 20_000, "nested"),
    "tables in tables": ("<table><tr><td>" * 20_000, "nested"),
    "cells": ("<table>" + ("<tr>" + "<td>x" * 99) * 950 + "</table>", ""),
    "cells that span a million": (
        "<table><tr><td>Mon<td>Tue" + "<tr><td rowspan=65000 colspan=1000>x" * 50_000,
        "begins “Mon Tue” has cells that span too many",
    ),
    "days in days": ("<table><tr><td>Mon<td>Tue<tr><td colspan=2>" * 240 + "x" + "</table>" * 240, "200000 lines"),
    "rows in rows": ("<table><tr><td>Mon<td>x<tr><td>" * 240 + "<br>y" * 50_000 + "</table>" * 240, ""),
    "brackets": ("<p>" + "[a" * 1_000_000, ""),
    "attributes of shortcodes": ("<p>[" + "a-" * 1_000_000 + "]", ""),
    "strikes": ("<s>5" * 900 + "<s " * 500_000, ""),
    "comments": ("<!--" * 700_000, ""),
    "entities": ("&amp;" + "a" * 2_000_000, ""),
    "tabs": ("<div role=tab>Monday</div>" * 90_000, "tabs"),
    "classes": ("<p hidden class='" + "tab" * 900_000 + "'>x", ""),
    "styles": ("<p style='" + "text-decoration: " * 150_000 + "'>x", ""),
}


@pytest.mark.parametrize("kind", SLOW)
def test_a_hostile_page_takes_no_longer_than_its_length(kind: str) -> None:
    """Megabytes made to be slow are read or refused; quadratic work would take an hour, and end in a timeout."""
    html, refused = SLOW[kind]
    with pytest.raises(BadInput, match=refused) if refused else nullcontext():
        read_lines(html)


@pytest.mark.parametrize(
    "runs",
    [
        [["Snatch"]],
        [["Snatch", "3 x 5 @ 80%"]],
        [["Snatch", "5 sets of 3", "Set 1: 70%"]],
        [["Snatch", "3 x 5, 2 x 3", "@ 75%"]],
        [["Snatch"], ["5 x 3"], ["@ 80%"]],
        [["EMOM 10:"], ["then", "Clean 10x1"]],
        [["Snatch x 1"], ["Rest"]],
        [["10 Cleans", "10 Swings", "60 kg"]],
        [["3 rounds:"], ["10 Cleans", "10 Swings", "60 kg"]],
        [["Every 2 minutes, for 10 minutes (5 sets):", "Snatch 5x3", "Clean"]],
    ],
)
def test_a_hostile_segment_takes_no_longer_than_its_lines(runs: list[list[str]]) -> None:
    """Twice as many repeats of each run of lines take twice as many steps to be read, and not four times as many."""
    reader, notation = line_reader_of(NOTATION), NOTATION
    read = [[reader.read(text, Context(movement=True)) for text in run] for run in runs]

    def taken_for(times: int) -> int:
        lines = [line for run in read for line in run * times]
        with steps() as taken:
            blocks = blocks_of(lines, notation)
            whole = [block for block in blocks if block.entries]
            prescriptions = list(prescriptions_of("a", whole, notation.catalogue))
            found = [finding for block in blocks for finding in findings_of_block("a", block)]
            found += findings_of_prescriptions("a", prescriptions)
        assert times <= sum(len(block.entries) for block in blocks) + len(blocks) <= 2 * len(lines)
        return len(taken)

    assert taken_for(400) < 2.2 * taken_for(200)


@contextmanager
def steps() -> Iterator[list[object]]:
    """Note each call and each turn of a loop of Python's."""
    watch, tool, taken = sys.monitoring, sys.monitoring.PROFILER_ID, list[object]()
    events = watch.events.PY_START | watch.events.PY_RESUME | watch.events.JUMP
    watch.use_tool_id(tool, "steps")
    for event in (watch.events.PY_START, watch.events.PY_RESUME, watch.events.JUMP):
        watch.register_callback(tool, event, lambda *_: taken.append(None))
    watch.set_events(tool, events)
    try:
        yield taken
    finally:
        watch.set_events(tool, 0)
        watch.free_tool_id(tool)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p class='" + "x " * 500_000 + "'>Monday", ["Monday"]),
        ("<p " + " ".join(f"a{number}=b" for number in range(100_000)) + ">Monday", ["Monday"]),
        ("<p>" + "&amp;" * 200_000, ["&" * 200_000]),
        ("<p>" + "<" * 200_000 + "p>Monday", None),
        ("<img src='data:image/png;base64," + "A" * 2_000_000 + "'>Monday", ["Monday"]),
        ("<!--" * 200_000 + "-->Monday", ["Monday"]),
        ("<script>" + "<p>Monday</p>" * 100_000, []),
    ],
    ids=["a long attribute", "attributes", "entities", "brackets", "an image in the page", "comments", "a script"],
)
def test_a_page_with_much_markup_is_read(html: str, lines: list[str] | None) -> None:
    """The size of markup says nothing of the page: its lines are found after it."""
    found = [line.text for line in read_lines(html)]
    assert lines is None or lines == found


@pytest.mark.parametrize("blank", ["<br> ", "<p> </p>", "<p>\u200d</p>", "<td> "])
def test_blank_lines_cost_nothing(blank: str) -> None:
    """A page of a hundred thousand blank lines is read as any."""
    assert ["Monday"] == [line.text for line in read_lines(blank * 100_000 + "<p>Monday")]


@pytest.mark.parametrize(
    ("html", "what"), [("<br>x", "elements"), ("<i>x</i>", "elements"), ("<a href=u>", "elements"), ("x\n", "lines")]
)
def test_a_page_of_hundreds_of_thousands_of_parts_is_refused(html: str, what: str) -> None:
    """No week of training has them, and a function's memory has an end."""
    with pytest.raises(BadInput, match=f"more than 200000 {what}; divide the post"):
        read_lines(html * 210_000)


LARGE = {
    "lists": b'{"x": [' + b"[]," * 2_700_000 + b"[]]}",
    "objects": b'{"x": [' + b"{}," * 2_700_000 + b"{}]}",
    "lines": json.dumps({**POST, "content": {"rendered": "<br>x" * 1_500_000}}).encode(),
    "text": json.dumps({**POST, "content": {"rendered": "Monday\n" * 900_000}}).encode(),
}


@pytest.mark.parametrize("kind", LARGE)
def test_the_largest_object_fits_into_the_memory_of_a_function(kind: str) -> None:
    """Eight megabytes of JSON that is made to be large in memory are refused within 400 MB, and not by running out."""
    program = (
        "import resource, sys\n"
        "from wod.blog import load_blog\n"
        "from wod.errors import BadInput\n"
        "from wod.reading.whole_post import read_records\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (400 * 2**20, 400 * 2**20))\n"
        "try:\n"
        "    read_records(sys.stdin.buffer.read(), 'bronze/raw/x.json', '', '', load_blog('invictus'))\n"
        "except BadInput as refusal:\n"
        "    print(refusal)\n"
    )
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, input=LARGE[kind], capture_output=True, check=False)  # noqa: S603 - this interpreter
    assert (0, b"") == (ended.returncode, ended.stderr)
    assert ended.stdout.startswith(b"The post")
