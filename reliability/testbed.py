"""An embedded cloud for fault injection: its functions call AWS through a proxy that injects faults."""

import json
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.chain import Chain

from wod_cli import PROJECT
from wod_cli.deployed.queues import Queues, queues_of
from wod_cli.deployed.stack import find_stack
from wod_cli.embedded import cloud
from wod_cli.embedded.cloud import Cloud
from wod_cli.embedded.deploy import deploy
from wod_cli.errors import CommandError

FOLDER = PROJECT / ".cloud-state" / "reliability"

_PREFIX = "invictus-weightlifting-dev-"

# Just longer than a function may run, as SQS demands, so that failed messages are delivered again soon.
_SECONDS_HIDDEN = 40
_SECONDS_HIDDEN_FROM_FETCH = 130

_SECONDS_TO_START = 30
_SECONDS_TO_SAVE_STATE = 60


class Proxy:
    """microburst before an emulator. It has its own rules, none at first."""

    def __init__(self, upstream: str, port: int, log: Path) -> None:
        self._url = f"http://127.0.0.1:{port}/_microburst"
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        program = PROJECT / ".reliability" / "bin" / "microburst"
        if not program.exists():
            raise CommandError("The proxy is not installed: run `make reliability`.")
        with log.open("w") as output:
            self._process = subprocess.Popen(  # noqa: S603 - a program and arguments of this project
                [program, "--upstream", upstream, "--host", "127.0.0.1", "--port", str(port), "--no-resign"],
                env={"PATH": os.defpath},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self._wait_until_it_answers(log)
        except BaseException:
            self.stop()
            raise

    def inject(self, rules: list[dict[str, Any]]) -> None:
        """Replace the proxy's rules."""
        self._ask("rules", rules)

    def injected(self) -> dict[str, int]:
        """Return the number of faults injected into each service so far."""
        return {each["service"]: each["faulted"] for each in self._ask("stats")["by_service"] if each["faulted"]}

    def requests(self) -> int:
        """Return the number of requests so far."""
        seen: int = self._ask("health")["requests_seen"]
        return seen

    def stop(self) -> None:
        """Stop the proxy."""
        self._process.kill()
        self._process.wait()

    def _wait_until_it_answers(self, log: Path) -> None:
        deadline = time.monotonic() + _SECONDS_TO_START
        while time.monotonic() < deadline and self._process.poll() is None:
            with suppress(OSError):
                self.requests()
                return
            time.sleep(0.05)
        raise CommandError(f"The proxy does not start; {log} says why.")

    def _ask(self, what: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self._url}/{what}", data, {"Content-Type": "application/json"})  # noqa: S310 - http
        with self._opener.open(request, timeout=30) as answer:
            return json.load(answer)


@dataclass
class Testbed:
    """The stack, deployed behind a proxy that can inject faults."""

    chain: Chain
    queues: Queues
    proxy: Proxy
    folder: Path
    cloud: Cloud
    settings: dict[str, str]
    stops: int = 0

    def functions_at_work(self) -> dict[int, str]:
        """Return the functions at work by their processes, which are found as children of our emulator."""
        found = {child: _function_of(child) for child in _children(self.cloud.pid) if not _waits_for_work(child)}
        return {child: name.removeprefix(_PREFIX) for child, name in found.items() if name.startswith(_PREFIX)}

    def kill(self, process: int) -> None:
        """Kill a process if it still is a child of our emulator."""
        if (handle := _open(process)) is not None:
            with suppress(ProcessLookupError):
                if process in _children(self.cloud.pid):
                    signal.pidfd_send_signal(handle, signal.SIGKILL)
            os.close(handle)

    def stop_and_start(self) -> None:
        """Stop the emulator in an orderly way, so that it saves its state; kill its functions, whatever they are doing;
        start it again with its state."""
        workers = [handle for child in _children(self.cloud.pid) if (handle := _open(child)) is not None]
        os.kill(self.cloud.pid, signal.SIGTERM)
        deadline = time.monotonic() + _SECONDS_TO_SAVE_STATE
        while cloud.running(self.folder):
            if time.monotonic() > deadline:
                raise CommandError("The emulator does not stop.")
            time.sleep(0.05)
        for handle in workers:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(handle, signal.SIGKILL)
            os.close(handle)
        log = cloud.log_file(self.folder)
        log.rename(log.with_suffix(f".{self.stops}.log"))
        self.stops += 1
        keys = self.cloud.access_key, self.cloud.secret_key
        self.cloud = cloud.start(self.folder, port=self.cloud.port, settings=self.settings, keys=keys)
        if self.cloud.endpoint != self.chain.stack.client("s3").meta.endpoint_url:
            raise CommandError("The emulator's port was taken while it was down.")


@contextmanager
def prepared(folder: Path, blog: str) -> Iterator[Testbed]:
    """Yield a testbed with the stack deployed, pointed at this blog. All of it ends with the context."""
    cloud.stop(folder)
    log = cloud.log_file(folder)
    state = folder / "tmp" / "s3"
    port = cloud.free_port()
    # Not AWS_ENDPOINT_URL: the emulator would refuse the signature of a request that was signed for the proxy's host.
    # As an HTTP proxy it gets requests that are signed for the emulator, so that every role and policy holds.
    settings = {
        "HTTP_PROXY": f"http://127.0.0.1:{port}",
        "PERSIST_STATE": "1",
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(state),
    }
    try:
        running = cloud.start(folder, port=0, settings=settings)
        proxy = Proxy(running.endpoint, port, log.with_name("microburst.log"))
        try:
            deploy(running, folder, {"WordPressUrl": blog})
            stack = find_stack("dev", client=running.client)
            testbed = Testbed(Chain.of(stack, folder), queues_of(stack), proxy, folder, running, settings)
            for queue in testbed.queues.values():
                seconds = _SECONDS_HIDDEN_FROM_FETCH if queue.name == "get-invictus-post" else _SECONDS_HIDDEN
                queue.client.set_queue_attributes(QueueUrl=queue.url, Attributes={"VisibilityTimeout": str(seconds)})
            yield testbed
        finally:
            proxy.stop()
    finally:
        cloud.stop(folder)


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # The name of the program may have spaces and brackets; the parent is the second field after it.
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def _function_of(process: int) -> str:
    with suppress(OSError):
        variables = Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
        name = b"AWS_LAMBDA_FUNCTION_NAME="
        return next((one.removeprefix(name).decode() for one in variables if one.startswith(name)), "")
    return ""


def _waits_for_work(process: int) -> bool:
    """Return whether it reads its standard input, from which a function of the emulator gets its work."""
    with suppress(OSError):
        return Path(f"/proc/{process}/syscall").read_text().split()[:2] in (["0", "0x0"], ["63", "0x0"])
    return True


def _open(process: int) -> int | None:
    with suppress(ProcessLookupError):
        return os.pidfd_open(process)
    return None
