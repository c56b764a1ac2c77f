"""A process that outlives the command that starts it.

It holds a lock on a file for as long as it lives, and the file has its details for other commands. So a running process
is distinguished from the leftovers of a crash, and another process with the same number is never stopped by mistake.
"""

import fcntl
import json
import os
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from wod_cli.errors import CommandError

_SECONDS_TO_STOP = 15


@contextmanager
def alone(file: Path, refusal: str) -> Iterator[None]:
    """Hold a file during the block. Raise CommandError with this refusal if another process holds it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as lock:
        if not _take(lock):
            raise CommandError(refusal)
        yield


def state_of(file: Path) -> Any:
    """Return the file's details of the process that holds it; None if there is none."""
    if not file.exists():
        return None
    with file.open("a+") as lock:
        if _take(lock):
            return None
        lock.seek(0)
        try:
            return json.load(lock)
        except ValueError:  # the starting command has not written it yet
            return None


def start(file: Path, command: Sequence[str | Path], log: Path, state: Callable[[int], Any], **process: Any) -> None:
    """Start a process that holds the file, as the leader of its own process group.

    `state` makes the file's content from the id of the process. Raise CommandError if another command starts it.
    """
    with file.open("a+") as lock:
        if not _take(lock):
            raise CommandError(f"Another command is starting the process of {file}; wait for it.")
        with log.open("w") as output:
            started = subprocess.Popen(  # noqa: S603 - the emulator or the sample blog
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[lock.fileno()],
                start_new_session=True,
                **process,
            )
        lock.truncate(0)
        lock.write(json.dumps(state(started.pid)))
    threading.Thread(target=started.wait, daemon=True).start()  # otherwise nothing would reap it


def wait_until_it_answers(file: Path, url: str, seconds: float, log: Path) -> None:
    """Return as soon as the process that holds the file answers at an address, with any response.

    Raise CommandError if it ends before, or has not answered by then.
    """
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and state_of(file) is not None:
        try:
            opener.open(url, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
        else:
            return
    raise CommandError(f"The process for {url} does not start; {log} says why.")


def stop(file: Path, pid: int) -> None:
    """Stop the process that holds the file, with all its group. Raise CommandError if it does not end."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    deadline = time.monotonic() + _SECONDS_TO_STOP
    while state_of(file) is not None:
        if time.monotonic() > deadline:
            raise CommandError(f"Process {pid}, named in {file}, does not end; kill it and try again.")
        time.sleep(0.02)


def _take(lock: IO[str]) -> bool:
    """Lock the file until every process that has it open has closed it. Return False if another process holds it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
