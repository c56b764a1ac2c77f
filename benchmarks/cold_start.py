"""Measure the start of each function, as deployed: its time, and its memory.

`make bench` runs it. A function starts in a new process that has its built folder and its layers, as in Lambda. The
floor is a function that imports boto3 and creates this function's clients for a successful message; the ratio to it
says more than the times, because machines are noisy. All times are processor time, the best of many runs, in turns with
the floors.
"""

import json
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from wod.blog import DEFAULT_BLOG
from wod_cli import PROJECT
from wod_cli.embedded.deploy import build
from wod_cli.template import expanded

RUNS = 12

CLIENTS = {
    "get_invictus_post": ("s3", "sqs"),
    "dump_post_to_bucket": ("s3", "sqs"),
    "strip_post_html": ("s3", "sqs"),
    "group_post_by_day": ("sqs",),
    "segment_days": ("sqs",),
    "sessions_to_date_records": ("sqs",),
    "clean_session_records": ("sqs",),
    "save_sessions_to_bucket": ("s3",),
    "load_sessions_to_table": ("s3", "dynamodb"),
    "aggregate_week": ("s3",),
    "announce_week": ("s3", "sns"),
    "render_week": ("s3",),
    "fan_out_session_changes": ("events",),
    "keep_runs": ("s3",),
}

MEASURE = r"""
import sys, time
sys.path[:0] = sys.argv[2:]
times = [time.process_time()]
for program in sys.argv[1].splitlines():
    exec(program)
    times.append(time.process_time())
import json, re
# Not ru_maxrss, which begins at the peak of the process that starts this one.
peak = re.search(r"VmHWM:\s+(\d+) kB", open("/proc/self/status").read())[1]
print(json.dumps([*times, int(peak) / 1024]))
"""
"""Each line of a program is timed."""

SETTINGS = {
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
    "AWS_LAMBDA_FUNCTION_NAME": "measured",
}
NO_BLOG = "none"
"""As the blog: sessions_to_date_records makes no tables."""


@dataclass(frozen=True)
class Start:
    """A way to start: a program, its module path, and its environment."""

    program: str
    paths: tuple[Path, ...]
    settings: tuple[tuple[str, str], ...]

    def run(self) -> "Started":
        """Start once in a new process."""
        # -I and -S leave the standard library only; -B leaves the build as it is.
        finished = subprocess.run(  # noqa: S603 - this interpreter
            [sys.executable, "-I", "-S", "-B", "-c", MEASURE, self.program, *map(str, self.paths)],
            env=dict(self.settings),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        began, *times, mebibytes = json.loads(finished.stdout)
        return Started((times[0] - began) * 1000, (times[-1] - began) * 1000, mebibytes)


class Started(NamedTuple):
    """Milliseconds of the processor until the first line of the program had run, and until all had; mebibytes."""

    init: float
    ready: float
    memory: float


@dataclass(frozen=True)
class Function:
    """A built function, and its programs: its floor, and itself, without and with a blog."""

    name: str
    floor: Start
    itself: Start
    with_tables: Start


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
    with tempfile.TemporaryDirectory() as boto3:
        for package in ("boto3", "s3transfer"):  # Lambda's runtime has them; the layer has only botocore
            (Path(boto3) / package).symlink_to(Path(sysconfig.get_path("purelib")) / package)
        show(built_functions(Path(boto3)))


def show(functions: list[Function]) -> None:
    """Measure these functions, and print the table."""
    tables = next(each for each in functions if each.name == "sessions_to_date_records")
    best = measured({*(start for each in functions for start in (each.floor, each.itself)), tables.with_tables})
    Console().print(table(functions, best))
    extra = best[tables.with_tables].init - best[tables.itself].init
    print(f"The tables of the notation, which {tables.name} makes in its init, take another {extra:.0f} ms.")


def built_functions(boto3: Path) -> list[Function]:
    """Return all functions, in the order of the template; `boto3` is the folder that has it, for their floors."""
    found = []
    built = PROJECT / ".aws-sam" / "build"
    for name, body in expanded()["Resources"].items():
        if body["Type"] != "AWS::Serverless::Function":
            continue
        properties = body["Properties"]
        folder = Path(properties["CodeUri"]).name
        paths = (built / name, *(built / layer["Ref"] / "python" for layer in properties["Layers"]))
        named = dict.fromkeys(properties["Environment"]["Variables"], "given") | SETTINGS
        named.pop("AWS_ENDPOINT_URL", None)  # as on AWS
        without, with_blog = (tuple((named | {"BLOG": blog}).items()) for blog in (NO_BLOG, DEFAULT_BLOG))
        ours = f"import app\nfrom wod.plumbing.aws import client; {made('client', CLIENTS[folder])}"
        floor = f"import boto3; {made('boto3.client', CLIENTS[folder])}"
        found.append(
            Function(
                folder,
                floor=Start(floor, (built / "CommonLayer" / "python", boto3), tuple(SETTINGS.items())),
                itself=Start(ours, paths, without),
                with_tables=Start(ours, paths, with_blog),
            )
        )
    return found


def made(make: str, clients: tuple[str, ...]) -> str:
    """Return the program that makes these clients."""
    return "; ".join(f"{make}({service!r})" for service in clients)


def measured(starts: set[Start]) -> dict[Start, Started]:
    """Return the best of several runs of each, in turns, so that other load on the machine affects all of them."""
    runs: dict[Start, list[Started]] = {start: [] for start in starts}
    for _ in range(RUNS):
        for start, seen in runs.items():
            seen.append(start.run())
    return {start: Started(*map(min, zip(*seen, strict=True))) for start, seen in runs.items()}


def table(functions: list[Function], best: dict[Start, Started]) -> Table:
    """Return the table of all functions."""
    shown = Table(title="Cold starts", caption=f"Milliseconds of the processor, best of {RUNS}; memory in MiB.")
    for column in ("function", "init", "with clients", "floor", "ratio", "memory", "floor's"):
        shown.add_column(column, justify="left" if column == "function" else "right")
    for each in functions:
        ours, floor = best[each.itself], best[each.floor]
        times = (f"{time:.0f}" for time in (ours.init, ours.ready, floor.ready))
        shown.add_row(each.name, *times, f"{ours.ready / floor.ready:.2f}", f"{ours.memory:.0f}", f"{floor.memory:.0f}")
    return shown


if __name__ == "__main__":
    main()
