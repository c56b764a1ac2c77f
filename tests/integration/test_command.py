"""The `wod` command as a whole: what it loads, how it ends."""

import os
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import NoRegionError
from typer.testing import CliRunner

from wod_cli.deployed.stack import explain, find_stack
from wod_cli.embedded import cloud
from wod_cli.main import COMMANDS, app, loaded

WOD = Path(sys.executable).with_name("wod")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_beginning_of_its_help(name: str) -> None:
    """The list is written apart, as it loads no command."""
    assert (loaded(name).help or "").startswith(COMMANDS[name][1])


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_help_loads_no_client_and_no_notation(words: list[str]) -> None:
    """A person who looks for a command does not wait for them."""
    setup = "import atexit, sys; atexit.register(lambda: print(*sys.modules, sep='\\n', file=sys.stderr))"
    code = f"{setup}; from wod_cli.main import app; app({words!r}, standalone_mode=False)"
    shown = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    loaded_modules = shown.stderr.splitlines()
    assert "typer" in loaded_modules
    for module in ("boto3", "botocore", "wod.notation", "pandas"):
        assert module not in loaded_modules


@pytest.mark.parametrize("words", [["-h"], ["drop", "-h"], ["maxes", "-h"], ["quarantine", "-h"]])
def test_help_has_a_short_option(words: list[str]) -> None:
    """The command, a subcommand and a group have help."""
    shown = CliRunner().invoke(app, words)
    assert 0 == shown.exit_code
    assert "Usage:" in shown.stdout


def test_the_version_is_shown() -> None:
    """The version is that of pyproject.toml."""
    assert "wod 1.0.0\n" == CliRunner().invoke(app, ["--version"]).stdout


def test_an_unknown_command_is_refused() -> None:
    """The message has its name, and the status is 2."""
    shown = CliRunner().invoke(app, ["nonsense"])
    assert 2 == shown.exit_code
    assert "nonsense" in shown.output


def test_control_c_ends_a_command_in_silence() -> None:
    """The status is 130, whatever the command waits for: here its input."""
    command = subprocess.Popen(  # noqa: S603 - this project
        [WOD, "parse", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdin is not None
    command.stdin.write(b" " * 1_000_000)  # more than a pipe holds: what comes back from here has begun to read
    command.send_signal(signal.SIGINT)
    assert (b"", b"") == command.communicate(timeout=60)
    assert 130 == command.returncode


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_and_fits_80_columns(name: str) -> None:
    """Groups and commands have an example. Later paragraphs are not re-wrapped, so each of their lines has to fit."""
    for command in {loaded(name), *leaves(name)}:
        _, *paragraphs = command.help.split("\n\n")
        assert paragraphs[-1].startswith("Example: `"), command.name
        assert f"wod {name}" in paragraphs[-1]
        assert all(len(line) <= 78 for paragraph in paragraphs for line in paragraph.split("\n")), command.name


@pytest.mark.parametrize("words", [["parse"], ["quarantine", "retry"], ["maxes", "set"], ["cost"]])
def test_help_names_no_type_of_python(words: list[str]) -> None:
    """A person reads FILE, and not `<list[str]>`."""
    assert "<" not in CliRunner().invoke(app, [*words, "--help"]).stdout.replace("<=", "")


def leaves(name: str) -> list[Any]:
    """Return a command, or all those of a group."""
    command = loaded(name)
    return list(command.commands.values()) if hasattr(command, "commands") else [command]


def test_every_command_that_takes_a_stage_takes_a_programme() -> None:
    """Every command that uses a stack has options for its name, and reads both from the environment."""
    stages = {}
    for name in COMMANDS:
        for command in leaves(name):
            options = {parameter.name: parameter.envvar for parameter in command.params}
            if "stage" in options:
                stages[f"{name} {command.name}"] = (options["stage"], options.get("programme"))
    assert {("WOD_STAGE", "WOD_PROGRAMME")} == set(stages.values()), stages
    assert len(stages) > 15


class _OtherCloud(BaseHTTPRequestHandler):
    """Answers as an embedded cloud that did not make the caller's keys."""

    def do_POST(self) -> None:
        body = b"The request is not signed with a key of this cloud."
        self.send_response(403)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


def test_the_keys_of_an_earlier_cloud_are_one_sentence() -> None:
    """A shell keeps them when the embedded cloud was stopped and started."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _OtherCloud)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    settings = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "old",
        "AWS_SECRET_ACCESS_KEY": "old",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    try:
        result = subprocess.run(  # noqa: S603 - this project
            [WOD, "status"], env=os.environ | settings, capture_output=True, text=True, check=False
        )
    finally:
        server.shutdown()
        server.server_close()
    assert 1 == result.returncode
    hint = f'wod: {address} answers, but not as AWS: `eval "$(wod local up)"` points this shell at the embedded cloud.'
    assert hint == " ".join(result.stderr.split())


def test_without_a_region_the_hint_names_the_setting_that_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """boto3 reads AWS_DEFAULT_REGION, and not the AWS_REGION of other tools."""
    monkeypatch.setattr(cloud, "LOCAL", tmp_path)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    with pytest.raises(NoRegionError) as refused:
        find_stack("dev", client=boto3.Session().client)
    assert "Set AWS_PROFILE and AWS_DEFAULT_REGION" in explain(refused.value)
