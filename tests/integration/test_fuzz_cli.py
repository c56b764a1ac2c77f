"""Any file or argument of `wod` gives a result, or one sentence and exit status 1 or 2."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wod.plumbing.objects import LARGEST_OBJECT
from wod_cli.commands import drop
from wod_cli.deployed.stack import Stack
from wod_cli.main import main

from ..odd import with_something_wrong

SAMPLE = Path(__file__).parents[2] / "events" / "posts" / "normal_week.json"
POST = json.loads(SAMPLE.read_bytes())


class Ended(NamedTuple):
    """The end of a command."""

    status: int
    out: str
    err: str


type Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `wod` with arguments, and bytes on standard input; nothing but its own way out may end it."""

    def run(*arguments: object, stdin: bytes = b"") -> Ended:
        out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["wod", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as ended:
                main()
        out.flush()
        code = ended.value.code
        if isinstance(code, str):
            return Ended(1, out.buffer.getvalue().decode(), err.getvalue() + code)
        return Ended(int(code or 0), out.buffer.getvalue().decode(), err.getvalue())

    return run


def is_one_sentence(ended: Ended) -> None:
    assert 1 == ended.status
    assert 1 == len(ended.err.splitlines())
    assert ended.err.rstrip().endswith(".")
    assert len(ended.err) < 600
    assert "" == ended.out


def odd_path(folder: Path, kind: str) -> str:
    file = folder / "file.json"
    file.write_bytes(SAMPLE.read_bytes())
    loop = folder / "loop"
    loop.symlink_to(loop)
    return {
        "a folder": str(folder),
        "missing": str(folder / "missing.json"),
        "below a file": str(file / "x"),
        "a loop": str(loop),
        "a long name": str(folder / ("x" * 5000)),
        "no name": "",
        "a name that is not text": os.fsdecode(os.fsencode(folder) + b"/\xff.json"),
    }[kind]


PATHS = ("a folder", "missing", "below a file", "a loop", "a long name", "no name", "a name that is not text")


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("command", ["parse", "lines", "drop"])
def test_a_path_without_a_file_is_named_in_one_sentence(run: Run, tmp_path: Path, command: str, kind: str) -> None:
    """The sentence has what the system says of it."""
    ended = run(command, odd_path(tmp_path, kind))
    assert 1 == ended.status
    assert 1 == len(ended.err.splitlines())
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "body", [b"", b"\x00" * 1000, b"\xff\xfe", b"\x1f\x8b\x08\x00junk", b"[]", b"[" * 100_000, b"\n"]
)
@pytest.mark.parametrize("command", ["parse", "lines"])
def test_a_file_without_a_post_is_refused_in_one_sentence(run: Run, tmp_path: Path, command: str, body: bytes) -> None:
    """This holds for a file and for standard input."""
    file = tmp_path / "file.json"
    file.write_bytes(body)
    is_one_sentence(run(command, file))
    is_one_sentence(run(command, "-", stdin=body))


@pytest.mark.parametrize("command", ["parse", "lines"])
def test_a_file_without_end_is_not_read_to_its_end(run: Run, command: str) -> None:
    """No post is larger than what the chain reads, and no more is read of a file."""
    assert f"more than {LARGEST_OBJECT} bytes" in run(command, "/dev/zero").err


@pytest.mark.parametrize("command", ["parse", "lines"])
def test_a_post_with_something_wrong_in_it_is_shown_or_refused(run: Run, command: str) -> None:
    """Its sessions, or one sentence; with headings and lines that look like commands for the terminal as well."""

    @settings(max_examples=settings().max_examples // 4)
    @given(with_something_wrong(POST))
    def shown(post: Any) -> None:
        ended = run(command, "-", stdin=json.dumps(post).encode())
        if ended.status:
            is_one_sentence(ended)
        else:
            assert "" == ended.err

    shown()


@pytest.mark.parametrize("command", ["parse", "lines"])
@pytest.mark.parametrize("heading", ["Monday (Session One) [/]", "Monday [red]", "Monday [link=x]", "Monday \\["])
def test_a_heading_in_brackets_is_shown_as_it_is(run: Run, command: str, heading: str) -> None:
    """A coach's text is not markup for the terminal."""
    content = {"rendered": f"<h3>{heading}</h3><p>A.<br>Snatch x 3 [/b] reps</p>"}
    ended = run(command, "-", stdin=json.dumps({**POST, "content": content}).encode())
    assert (0, "") == (ended.status, ended.err)
    assert heading in ended.out.replace("\\\\", "\\")


@pytest.mark.parametrize(
    "when", ["", "x", "2021", "2021-W00", "2021-W54", "9999-W52", "0000-W01", "2021-02-30", "٢٠٢١-٠٣-٠٨", "\udcff", "-"]
)
def test_an_impossible_week_or_day_is_refused_in_one_sentence(run: Run, when: str) -> None:
    """The command looks for nothing first."""
    is_one_sentence(run("week", when))
    is_one_sentence(run("session", when))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("-")))
def test_any_other_text_is_neither_a_week_nor_a_day(run: Run, when: str) -> None:
    """Days and weeks by their names and numbers are all there is."""
    is_one_sentence(run("week", when))
    is_one_sentence(run("session", when))


@pytest.mark.parametrize("command", ["parse", "lines", "drop", "history", "no-such-command"])
def test_a_command_without_what_it_needs_says_how_it_is_used(run: Run, command: str) -> None:
    """Status 2, as of any command that is used wrongly."""
    ended = run(command)
    assert 2 == ended.status
    assert "Usage: wod" in ended.err


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("open", "--port", "99999"), "should be less than or equal to 65535"),
        (("status", "--stage", "a/b"), "a stage is dev, test, staging or prod"),
        (("local", "up", "--stage", "Dev"), "a stage is dev, test, staging or prod"),
        (("week", "--programme", "gym-dev"), "no stage after a hyphen"),
    ],
)
def test_a_value_that_no_option_has_is_refused(run: Run, words: tuple[str, ...], problem: str) -> None:
    """They are refused before a stack is looked for, with what is allowed."""
    ended = run(*words)
    assert 2 == ended.status
    assert problem in " ".join(ended.err.replace("│", " ").split())


def test_a_folder_without_the_sites_first_page_is_not_served(run: Run, tmp_path: Path) -> None:
    """The sentence says which folder to name, as there is no bucket behind it."""
    ended = run("open", tmp_path)
    is_one_sentence(ended)
    assert f"{tmp_path} has no index.html: name the folder `site`" in ended.err


def test_a_file_that_is_not_a_post_is_dropped_as_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With --anyway any file is stored under any name, and the chain says in quarantine what is wrong with it."""
    stored: dict[str, bytes] = {}

    def put_object(**call: Any) -> dict[str, str]:
        stored[call["Key"]] = call["Body"]
        return {}

    s3 = SimpleNamespace(put_object=put_object)
    stack = Stack("invictus-weightlifting-dev", {"BucketName": "lakehouse"}, lambda service: s3)
    monkeypatch.setattr(drop, "find_stack", lambda *_: stack)
    names = [os.fsdecode(name) for name in (b"junk.json", b"\xff.json", b"a b\n.json", b".json")]
    for name in names:
        (tmp_path / name).write_bytes(b"junk")
    ended = run("drop", "--anyway", *(tmp_path / name for name in names))
    assert (0, "") == (ended.status, ended.err)
    assert [b"junk"] * 4 == list(stored.values())
    assert all(key.isprintable() and key.startswith("bronze/raw/dropped/") for key in stored)
