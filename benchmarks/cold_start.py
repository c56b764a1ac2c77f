"""How long each function takes to start, as it is deployed, and how much memory it has by then.

`make bench` runs it. A function starts in a new process that has its built folder and its layers, as Lambda does. The
floor is a function that imports boto3 and makes the clients that this function needs for a message that goes through;
the ratio to it says more than the times, for machines are noisy. All times are of the processor, the best of many runs,
in turns with the floors.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from wod_cli import PROJECT
from wod_cli.deploy import build
from wod_cli.template import expanded

RUNS = 15

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
}

MEASURE = """
import sys, time
sys.path[:0] = sys.argv[2:]
began = time.process_time()
exec(sys.argv[1])
import json, resource
print(json.dumps([(time.process_time() - began) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""

SETTINGS = {"AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}
NO_BLOG = "none"
"""As the blog: sessions_to_date_records makes no tables."""


@dataclass(frozen=True)
class Start:
    """A way to start: a program, where it finds its modules, and its environment."""

    program: str
    paths: tuple[Path, ...]
    settings: tuple[tuple[str, str], ...]

    def run(self) -> tuple[float, float]:
        """Start once; return milliseconds of the processor, and mebibytes at the most."""
        # -I and -S leave the standard library only; -B leaves the build as it is.
        finished = subprocess.run(  # noqa: S603 - this interpreter
            [sys.executable, "-I", "-S", "-B", "-c", MEASURE, self.program, *map(str, self.paths)],
            env=dict(self.settings),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        milliseconds, mebibytes = json.loads(finished.stdout)
        return milliseconds, mebibytes


@dataclass(frozen=True)
class Function:
    """A built function, and all that is measured of it."""

    name: str
    floor: Start
    imported: Start
    ready: Start
    with_tables: Start


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
    functions = built_functions()
    best = measured(
        {start for each in functions for start in (each.floor, each.imported, each.ready, each.with_tables)}
    )
    Console().print(table(functions, best))
    for each in functions:
        if each.name == "sessions_to_date_records":
            extra = best[each.with_tables][0] - best[each.imported][0]
            print(f"The tables of the notation, which {each.name} makes at its start, take another {extra:.0f} ms.")


def built_functions() -> list[Function]:
    """Return all functions, in the order of the template."""
    found = []
    built = PROJECT / ".aws-sam" / "build"
    for name, body in expanded()["Resources"].items():
        if body["Type"] != "AWS::Serverless::Function":
            continue
        properties = body["Properties"]
        folder = Path(properties["CodeUri"]).name
        layers = tuple(built / layer["Ref"] / "python" for layer in properties["Layers"])
        paths = (built / name, *layers)
        named = dict.fromkeys(properties["Environment"]["Variables"], "given") | SETTINGS
        named.pop("AWS_ENDPOINT_URL", None)  # as on AWS
        settings, with_blog = (tuple((named | {"BLOG": blog}).items()) for blog in (NO_BLOG, "invictus"))
        clients = CLIENTS[folder]
        found.append(
            Function(
                folder,
                floor=Start("import boto3; " + made("boto3.client", clients), layers[:1], tuple(SETTINGS.items())),
                imported=Start("import app", paths, settings),
                ready=Start(
                    f"import app; from wod.plumbing.aws import client; {made('client', clients)}", paths, settings
                ),
                with_tables=Start("import app", paths, with_blog),
            )
        )
    return found


def made(make: str, clients: tuple[str, ...]) -> str:
    """Return the program that makes these clients."""
    return "; ".join(f"{make}({service!r})" for service in clients)


def measured(starts: set[Start]) -> dict[Start, tuple[float, float]]:
    """Return the best of several runs of each, in turns, so that what else the machine does meets all of them."""
    runs: dict[Start, list[tuple[float, float]]] = {start: [] for start in starts}
    for _ in range(RUNS):
        for start, seen in runs.items():
            seen.append(start.run())
    return {
        start: (min(times), min(sizes)) for start, seen in runs.items() for times, sizes in [zip(*seen, strict=True)]
    }


def table(functions: list[Function], best: dict[Start, tuple[float, float]]) -> Table:
    """Return the table of all functions."""
    made = Table(title="Cold starts", caption=f"Milliseconds of the processor, best of {RUNS}; memory in MiB.")
    for column in ("function", "init", "with clients", "floor", "ratio", "memory"):
        made.add_column(column, justify="left" if column == "function" else "right")
    for each in functions:
        (init, _), (ready, memory), (floor, _) = best[each.imported], best[each.ready], best[each.floor]
        row = (f"{init:.0f}", f"{ready:.0f}", f"{floor:.0f}", f"{ready / floor:.2f}", f"{memory:.0f}")
        made.add_row(each.name, *row)
    return made


if __name__ == "__main__":
    main()
