"""A blog's sample posts as a small WordPress on this machine's loopback, kept running beside the embedded cloud."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from wod_cli.embedded import background
from wod_cli.embedded.cloud import free_port

_SECONDS_TO_START = 30


def start(folder: Path, blog: str, posts: Mapping[str, bytes]) -> str:
    """Return the address of the blog, started with these posts if it does not run yet. It outlives this process.

    Raise CommandError if it does not come up.
    """
    if address := running(folder).get(blog):
        return address
    where = folder / f"blog-{blog}"
    shutil.rmtree(where, ignore_errors=True)
    where.mkdir(parents=True)
    for name, body in posts.items():
        (where / name).write_bytes(body)
    port, log = free_port(), folder / f"blog-{blog}.log"
    address = f"http://127.0.0.1:{port}"
    background.start(
        _lock_file(folder, blog),
        [sys.executable, "-m", "wod_cli.testbed.small_wordpress", where, "--port", str(port)],
        log,
        lambda pid: {"pid": pid, "address": address},
    )
    background.wait_until_it_answers(_lock_file(folder, blog), address, _SECONDS_TO_START, log)
    return address


def running(folder: Path) -> dict[str, str]:
    """Return the addresses of the sample blogs that run, by the names of their blogs."""
    states = {file: background.state_of(file) for file in sorted(folder.glob("blog-*.lock"))}
    return {file.stem.removeprefix("blog-"): state["address"] for file, state in states.items() if state}


def stop(folder: Path) -> list[str]:
    """End all sample blogs of the folder, and return their names."""
    names = list(running(folder))
    for name in names:
        file = _lock_file(folder, name)
        if state := background.state_of(file):
            background.stop(file, state["pid"])
    return names


def _lock_file(folder: Path, blog: str) -> Path:
    return folder / f"blog-{blog}.lock"
