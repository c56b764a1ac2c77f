"""The embedded cloud: an emulator of AWS as a separate process, on this machine's loopback only.

A cloud has a folder.
"""

import os
import secrets
import shutil
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from wod_cli import PROJECT
from wod_cli.embedded import background, guard
from wod_cli.errors import CommandError

LOCAL = PROJECT / ".cloud-state" / "local"
"""The folder of the cloud that `wod local` keeps running."""

USUAL_PORT = 4599
_SECONDS_TO_START = 60


@dataclass(frozen=True)
class Cloud:
    """An embedded cloud that runs, and the keys of its root user."""

    port: int
    pid: int
    access_key: str
    secret_key: str = field(repr=False)

    @property
    def endpoint(self) -> str:
        """Return the URL of the embedded cloud."""
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
        """Return a client of one of its services, independent of this process's AWS settings and proxies."""
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
    """Return the cloud of this folder, which is started if it is not running. It outlives this process.

    If the port is taken, or is 0, it listens on another. `settings` are the emulator's own, besides those that it
    always has. The keys of its root user are new with each start, unless they are given, and lie in the folder, which
    no one else on this machine can read. Raise CommandError if it does not come up.
    """
    if cloud := running(folder):
        return cloud
    emulator = PROJECT / ".cloud" / "bin" / "python"
    if not (emulator.parent / "ministack").exists():
        raise CommandError("The embedded cloud is not installed: run `make setup`.")
    scratch = folder / "tmp"
    scratch.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    port = port if _is_free(port) else free_port()
    access_key, secret_key = keys or (f"LOCAL{secrets.token_hex(8).upper()}", secrets.token_urlsafe(30))
    background.start(
        _lock_file(folder),
        [emulator, Path(guard.__file__)],
        log_file(folder),
        lambda pid: asdict(Cloud(port, pid, access_key, secret_key)),
        env={
            **_environment(emulator.parent, scratch, port),
            "AWS_ACCESS_KEY_ID": access_key,
            "AWS_SECRET_ACCESS_KEY": secret_key,
            **(settings or {}),
        },
        cwd=scratch,
        umask=0o077,
    )
    cloud = running(folder)
    if cloud is None:
        raise CommandError(f"The embedded cloud does not start; {log_file(folder)} says why.")
    try:
        background.wait_until_it_answers(
            _lock_file(folder), f"{cloud.endpoint}/_ministack/health", _SECONDS_TO_START, log_file(folder)
        )
    except BaseException:
        stop(folder)
        raise
    return cloud


def running(folder: Path) -> Cloud | None:
    """Return the cloud of this folder, if it runs."""
    state = background.state_of(_lock_file(folder))
    return Cloud(**state) if state else None


def stop(folder: Path) -> bool:
    """Stop the cloud of this folder with all its functions, and delete its state; its log stays.

    Return whether one ran.
    """
    cloud = running(folder)
    if cloud:
        # The group is the emulator and its functions. It holds all in memory: there is nothing that it could save.
        background.stop(_lock_file(folder), cloud.pid)
    shutil.rmtree(folder / "tmp", ignore_errors=True)
    return cloud is not None


def log_file(folder: Path) -> Path:
    """Return the path of the emulator's log of this folder."""
    return folder / "ministack.log"


def _lock_file(folder: Path) -> Path:
    return folder / "cloud.json"


def _environment(binaries: Path, scratch: Path, port: int) -> dict[str, str]:
    """Return the environment of the emulator, and so of every function; it contains nothing of this shell's."""
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
    """Return a port of this machine that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
