"""The embedded cloud's guard: which requests it accepts, and the reasons of refusals."""

import asyncio
import subprocess
import sys
import threading
import zipfile
from collections.abc import MutableMapping
from pathlib import Path
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest

from wod_cli.embedded.guard import _Zipfile, follow_log, guarded, logged, refusal

KEY = "LOCAL0123456789ABCDEF"
SIGNED = {"Authorization": f"AWS4-HMAC-SHA256 Credential={KEY}/20210308/us-east-1/s3/aws4_request, Signature=0"}


def scope(path: str = "/", query: str = "", host: str = "127.0.0.1:4599", **headers: str) -> dict[str, Any]:
    named = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = [(name.lower().encode(), value.encode()) for name, value in named.items()]
    return {"type": "http", "path": path, "query_string": query.encode(), "headers": lines}


@pytest.mark.parametrize(
    "host", ["127.0.0.1:4599", "localhost", "LOCALHOST:1", "[::1]:4599", "a-bucket.localhost:4599"]
)
def test_a_signed_request_to_the_loopback_is_let_in(host: str) -> None:
    """It may have any name of the loopback, and the key of the root user or of a role, in the header or the address."""
    assert "" == refusal(scope(host=host, **SIGNED), KEY)
    assert "" == refusal(scope(host=host, query=f"X-Amz-Credential={KEY}%2F20210308%2Fus-east-1"), KEY)
    role = SIGNED["Authorization"].replace(KEY, "ASIA0123456789ABCDEF")
    assert "" == refusal(scope(host=host, Authorization=role), KEY)


@pytest.mark.parametrize(
    "page",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Access_Control_Request_Method": "PUT"},
    ],
)
def test_no_web_page_is_let_in(page: dict[str, str]) -> None:
    """No script, form or picture of a page is let in, even with the right key."""
    assert "web page" in refusal(scope(**SIGNED, **page), KEY)
    assert "web page" in refusal(scope("/_ministack/health", **page), KEY)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:4599",
        "127.0.0.1.evil.example",
        "",
        "10.0.0.1:4599",
        "localhost.evil",
        "localhost:1@evil",
        "a@localhost",
        "evil/.localhost",
        "0.0.0.0:1",
    ],
)
def test_a_name_that_only_leads_to_the_loopback_is_refused(host: str) -> None:
    """A page whose name was pointed at this machine after it was loaded."""
    assert "name of the loopback" in refusal(scope(host=host, **SIGNED), KEY)


@pytest.mark.parametrize(
    "authorization", ["", "AWS4-HMAC-SHA256 Credential=test/2021", "AWS4-HMAC-SHA256 Credential=000000000000/2021", KEY]
)
def test_nothing_goes_without_a_key_of_this_start(authorization: str) -> None:
    """Keys that everybody knows, and no key at all, are not enough."""
    named = {"Authorization": authorization} if authorization else {}
    assert "not signed" in refusal(scope(**named), KEY)
    assert "not signed" in refusal(scope(query="X-Amz-Credential=test%2F2021", **SIGNED), KEY)


@pytest.mark.parametrize("path", ["/_ministack/reset", "/_ministack/sqs/messages", "/_localstack/state", "/_aws/ses"])
def test_the_pages_of_the_emulator_are_closed(path: str) -> None:
    """It answers only its health check."""
    assert "closed" in refusal(scope(path, **SIGNED), KEY)
    assert "" == refusal(scope("/_ministack/health"), KEY)


@pytest.mark.parametrize(("headers", "status"), [({}, [403]), (SIGNED, [])])
def test_the_emulator_sees_only_what_is_let_in(headers: dict[str, str], status: list[int]) -> None:
    """A refused request gets 403 with the reason, and goes no further."""
    seen, sent = [], []

    async def emulator(*_: Any) -> None:
        seen.append("request")

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message.get("status", message.get("body")))

    asyncio.run(guarded(emulator, KEY)(scope(**headers), None, send))  # type: ignore[arg-type]
    assert status == [answer for answer in sent if isinstance(answer, int)]
    assert ["request"] * (not status) == seen


def test_a_layer_is_unpacked_once_and_code_each_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two functions with the same layer link to one place; each has its own code."""
    monkeypatch.setenv("STATE_DIR", str(tmp_path))
    for function in ("one", "two"):
        for name in ("layer_0", "code"):
            folder = tmp_path / function / name
            folder.mkdir(parents=True)
            with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as archive:
                archive.writestr(zipfile.ZipInfo("python/wod.py"), "READ = 1")
            with _Zipfile.ZipFile(folder.with_suffix(".zip")) as archive:
                archive.extractall(folder)
            assert "READ = 1" == (folder / "python" / "wod.py").read_text()
    assert (tmp_path / "one" / "layer_0").resolve() == (tmp_path / "two" / "layer_0").resolve()
    assert not (tmp_path / "one" / "code").is_symlink()


def test_nothing_of_a_layer_is_written_outside_its_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The emulator's own look at each name is left out."""
    state, there = tmp_path / "state", tmp_path / "functions" / "one" / "layer_0"
    monkeypatch.setenv("STATE_DIR", str(state))
    there.mkdir(parents=True)
    with zipfile.ZipFile(there.with_suffix(".zip"), "w") as archive:
        archive.writestr("../../../escaped", "")
        archive.writestr("/escaped", "")
    with _Zipfile.ZipFile(there.with_suffix(".zip")) as archive:
        assert not archive.namelist()
        archive.extractall(there)
    assert [there / "escaped"] == list(there.iterdir())
    assert [there.resolve() / "escaped"] == list(tmp_path.rglob("escaped"))


@pytest.mark.parametrize("ends", [False, True])
def test_the_log_of_a_run_is_all_that_was_written_before_its_response(ends: bool) -> None:
    """That holds however fast the response is read, and if the process ends with it."""
    program = (
        "import sys\n"
        "for number in range(5_000):\n"
        "    print('line', number, file=sys.stderr)\n"
        "print('done', flush=True)\n"
        "input()\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(  # noqa: S603 - this interpreter
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        worker = SimpleNamespace(_proc=process, _stderr_queue=Queue())
        worker._stderr_thread = threading.Thread(target=follow_log, args=(worker,))
        worker._stderr_thread.start()
        assert process.stdout
        assert "done\n" == process.stdout.readline()
        if ends:
            process.kill()
            worker._proc = None
        assert [f"line {number}" for number in range(5_000)] == logged(worker).splitlines()
        process.kill()
        worker._stderr_thread.join()
