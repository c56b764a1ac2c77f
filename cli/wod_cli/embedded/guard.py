"""The embedded cloud's guard. It runs with the interpreter of `.cloud`, in front of the emulator and in its process.

A web page in a browser of this machine can reach the loopback, and so can every user of the machine. So a request must
not come from a page, has to name the loopback, and has to be signed with a secret key: the root user's, which is new
with every start, or that of a function's role. The emulator's own pages, such as its reset and its inbox, are closed.

The emulator accepts any signature for most services, so the key id itself is the secret.
"""

import hashlib
import hmac
import os
import re
import secrets
import threading
import zipfile
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from select import select
from typing import Any
from urllib.parse import parse_qs

type Scope = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
type Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
type App = Callable[[Scope, Receive, Send], Awaitable[None]]

HEALTH = "/_ministack/health"
_OWN_PAGES = ("/_ministack", "/_localstack", "/_aws")
# The second is what Docker calls this machine in a container of `sam local invoke`.
_HOSTS = {"127.0.0.1", "localhost", "host.docker.internal", "[::1]"}
_PORT = re.compile(r":[0-9]+\Z")
_BELOW = re.compile(r"[a-z0-9.-]+\.localhost")  # buckets have names below the loopback's
_SIGNED = re.compile(r"AWS4-HMAC-SHA256 Credential=([A-Z0-9]+)/")
_OF_A_ROLE = re.compile("ASIA[A-Z0-9]{16,}")  # the emulator knows which of them there are
_SECONDS_TO_END = 5
# What browsers say of themselves, whatever a page does.
_OF_A_PAGE = (b"origin", b"sec-fetch-site", b"sec-fetch-mode", b"access-control-request-method")


def guarded(app: App, root_key: str) -> App:
    """Return the application behind a guard that accepts this key of its root user."""

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
        elif reason := refusal(scope, root_key):
            await _refuse(scope["type"], reason, send)
        else:
            await app(scope, receive, send)

    return door


def refusal(scope: Scope, root_key: str) -> str:
    """Return why a request is refused; empty if it is accepted."""
    headers: dict[bytes, list[bytes]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.lower(), []).append(value)
    if any(name in headers for name in _OF_A_PAGE):
        return "The embedded cloud takes no request of a web page."
    hosts = headers.get(b"host", [])
    if len(hosts) != 1 or not _is_this_machine(hosts[0].decode("latin-1")):
        return "The embedded cloud is reached by a name of the loopback only."
    if scope["path"] == HEALTH:
        return ""
    if scope["path"].startswith(_OWN_PAGES):
        return "The emulator's own pages are closed."
    key = _key_of(headers.get(b"authorization", []), scope.get("query_string", b"").decode("latin-1"))
    if not (hmac.compare_digest(key, root_key) or _OF_A_ROLE.fullmatch(key)):
        return "The request is not signed with a key of this cloud; `wod local up` prints them."
    return ""


def _key_of(authorization: list[bytes], query: str) -> str:
    """Return the id of the access key with which a request is signed; empty if it is not signed, or in two ways."""
    signed = [match[1] for line in authorization if (match := _SIGNED.match(line.decode("latin-1")))]
    presigned = [one.partition("/")[0] for one in parse_qs(query).get("X-Amz-Credential", [])]
    keys = {*signed, *presigned} if len(signed) == len(authorization) else set()
    return keys.pop() if len(keys) == 1 else ""


def _is_this_machine(host: str) -> bool:
    name = _PORT.sub("", host).lower()
    return name in _HOSTS or bool(_BELOW.fullmatch(name))


async def _refuse(kind: str, reason: str, send: Send) -> None:
    if kind == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": reason})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": reason.encode()})


def main() -> None:
    """Start the emulator behind the guard."""
    emulator: Any = import_module("ministack.app")  # only `.cloud` has it
    runtime: Any = import_module("ministack.core.lambda_runtime")
    # It makes the keys of a function's role of the function's name alone, so that anybody could.
    runtime.hashlib = _Salted(secrets.token_bytes(32))
    # It unpacks each layer once more for each function: 65,000 files, which a fresh disk writes and removes in minutes.
    runtime.zipfile = _Zipfile
    # It waits 5 ms for another line of a function's log. A later one, of a busy machine, it keeps until the next run.
    worker = runtime.Worker
    worker._read_stderr, worker._drain_stderr, worker._drain_stderr_bounded = follow_log, logged, logged
    emulator.app = guarded(emulator.app, os.environ["AWS_ACCESS_KEY_ID"])
    emulator.main()


_READING = threading.Lock()


def follow_log(worker: Any) -> None:
    """Read what a function logs while it runs, so that its pipe is never full."""
    pipe, lines = worker._proc.stderr, worker._stderr_queue
    os.set_blocking(pipe.fileno(), False)
    while select([pipe], [], []):
        with _READING:
            if not _read(pipe.fileno(), lines):
                return


def logged(worker: Any) -> str:
    """Return what a function has logged: all of it was written before its response, or before its process ended."""
    lines = worker._stderr_queue
    if worker._proc is None:
        worker._stderr_thread.join(_SECONDS_TO_END)
    else:
        with _READING:
            os.set_blocking(worker._proc.stderr.fileno(), False)
            _read(worker._proc.stderr.fileno(), lines)
    found = [lines.get_nowait() for _ in range(lines.qsize())]
    return b"".join(found).decode(errors="replace").rstrip("\n")


def _read(pipe: int, chunks: SimpleQueue[bytes]) -> bool:
    """Read all that is in a pipe, without waiting for more; return whether more may come."""
    with suppress(BlockingIOError):
        while chunk := os.read(pipe, 65536):
            chunks.put(chunk)
        return False
    return True


class _Salted:
    """The part of hashlib that the emulator makes keys with."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt

    def sha256(self, data: bytes) -> Any:
        """Return a digest that has hashlib's form and differs in every process."""
        return hashlib.sha256(self._salt + data)


class _Zipfile:
    """The part of zipfile that the emulator unpacks code and layers with."""

    BadZipFile = zipfile.BadZipFile
    LargeFileError = zipfile.LargeZipFile

    class ZipFile(zipfile.ZipFile):
        """An archive whose layers are each unpacked once, for all functions."""

        unpacking = threading.Lock()

        @property
        def _is_layer(self) -> bool:
            return Path(str(self.filename)).name.startswith("layer_")

        def namelist(self) -> list[str]:
            """Return the names of the members; none for a layer.

            The emulator looks up each on the disk, to see whether it leaves its folder, and zipfile lets none do so.
            """
            return [] if self._is_layer else super().namelist()

        def extractall(self, path: Any = None, members: Any = None, pwd: Any = None) -> None:
            """Unpack the archive at this path; for a layer, make the path a link to where it is unpacked once."""
            if not self._is_layer:
                super().extractall(path, members, pwd)
                return
            there = Path(path)
            digest = hashlib.sha256(Path(str(self.filename)).read_bytes()).hexdigest()
            shared = Path(os.environ["STATE_DIR"], "layers", digest)
            with self.unpacking:
                if not shared.exists():
                    unfinished = shared.with_suffix(".unfinished")
                    super().extractall(unfinished, super().namelist())
                    unfinished.rename(shared)
            there.rmdir()
            there.symlink_to(shared)


if __name__ == "__main__":
    main()
