"""The embedded cloud: an emulator of AWS as a process of its own, on this machine's loopback only.

A cloud has a folder. The emulator holds a lock on a file there for as long as it lives; so a cloud that runs is told
from what a crash left behind, and a process that only got the same number is never stopped in its place.
"""

import fcntl
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

import boto3
from botocore.config import Config

from wod_cli import PROJECT
from wod_cli.embedded import guard
from wod_cli.errors import CommandError

LOCAL = PROJECT / ".cloud-state" / "local"
"""The folder of the cloud that `wod local` keeps running."""

USUAL_PORT = 4599
_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 15


@dataclass(frozen=True)
class Cloud:
    """An embedded cloud that runs, and the keys of its root user."""

    port: int
    pid: int
    access_key: str
    secret_key: str = field(repr=False)

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """The usual AWS settings with which boto3, sam and aws talk to it, as its root user."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": self.secret_key,
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def client(self, service: str, config: Config | None = None) -> Any:
        """A client of one of its services, whatever AWS settings and proxies this process has."""
        make: Any = boto3.client  # its types want the name of the service spelled out
        return make(
            service,
            endpoint_url=self.settings["AWS_ENDPOINT_URL"],
            aws_access_key_id=self.settings["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=self.settings["AWS_SECRET_ACCESS_KEY"],
            region_name=self.settings["AWS_DEFAULT_REGION"],
            config=Config(proxies={}).merge(config or Config()),
        )


def start(
    folder: Path,
    port: int = USUAL_PORT,
    settings: Mapping[str, str] | None = None,
    keys: tuple[str, str] | None = None,
) -> Cloud:
    """The cloud of this folder, started if it does not run yet, and answering. It outlives this process.

    Where the port is taken, or is 0, it listens on another. `settings` are the emulator's own, besides those that it
    always has. The keys of its root user are new with each start, unless they are given, and lie in the folder, which
    nobody else on this machine can read. Raises CommandError where it does not come up.
    """
    if cloud := running(folder):
        return cloud
    emulator = PROJECT / ".cloud" / "bin" / "python"
    if not (emulator.parent / "ministack").exists():
        raise CommandError("The embedded cloud is not installed: run `make setup`.")
    scratch = folder / "tmp"
    scratch.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    with _lock_file(folder).open("a+") as lock, log_file(folder).open("w") as log:
        if not _take(lock):
            raise CommandError(f"Another command starts the embedded cloud in {folder} right now: wait for it.")
        port = port if _is_free(port) else free_port()
        access_key, secret_key = keys or (f"LOCAL{secrets.token_hex(8).upper()}", secrets.token_urlsafe(30))
        process = subprocess.Popen(  # noqa: S603 - our own tool, and nothing that a person typed
            [emulator, Path(guard.__file__)],
            env={
                **_environment(emulator.parent, scratch, port),
                "AWS_ACCESS_KEY_ID": access_key,
                "AWS_SECRET_ACCESS_KEY": secret_key,
                **(settings or {}),
            },
            cwd=scratch,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=[lock.fileno()],
            start_new_session=True,
            umask=0o077,
        )
        cloud = Cloud(port, process.pid, access_key, secret_key)
        lock.truncate(0)
        lock.write(json.dumps(asdict(cloud)))
    threading.Thread(target=process.wait, daemon=True).start()  # nobody else would take note of its end
    try:
        _wait_until_it_answers(cloud, folder)
    except BaseException:
        stop(folder)
        raise
    return cloud


def running(folder: Path) -> Cloud | None:
    """The cloud of this folder, if it runs."""
    if not _lock_file(folder).exists():
        return None
    with _lock_file(folder).open("a+") as lock:
        if _take(lock):
            return None
        lock.seek(0)
        try:
            return Cloud(**json.load(lock))
        except (ValueError, TypeError):  # whoever starts it has not written it down yet
            return None


def stop(folder: Path) -> bool:
    """End the cloud of this folder with all its functions, and remove what it held; its log stays.

    False where none ran.
    """
    cloud = running(folder)
    if cloud:
        # The group is the emulator and its functions. It holds all in memory: there is nothing that it could save.
        with suppress(ProcessLookupError):
            os.killpg(cloud.pid, signal.SIGKILL)
        deadline = time.monotonic() + _SECONDS_TO_STOP
        while running(folder):
            if time.monotonic() > deadline:
                raise CommandError(f"The embedded cloud, process {cloud.pid}, does not end.")
            time.sleep(0.02)
    shutil.rmtree(folder / "tmp", ignore_errors=True)
    return cloud is not None


def log_file(folder: Path) -> Path:
    """Where the emulator of this folder writes its log."""
    return folder / "ministack.log"


def _lock_file(folder: Path) -> Path:
    return folder / "cloud.json"


def _take(lock: IO[str]) -> bool:
    """Lock the file; False where the emulator has it. The lock ends when all who have the file open are gone."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _environment(binaries: Path, scratch: Path, port: int) -> dict[str, str]:
    """What the emulator, and by that every function, sees: nothing of this shell."""
    return {
        "PATH": f"{binaries}{os.pathsep}{os.defpath}",
        "HOME": str(scratch),
        "TMPDIR": str(scratch),
        "STATE_DIR": str(scratch),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "AUTH": "true",
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
    }


def _wait_until_it_answers(cloud: Cloud, folder: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline and running(folder):
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            opener.open(f"{cloud.endpoint}/_ministack/health", timeout=5).close()
            return
        time.sleep(0.05)
    raise CommandError(f"The embedded cloud does not start; {log_file(folder)} says why.")


def _is_free(port: int) -> bool:
    if port == 0:
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port of this machine on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
