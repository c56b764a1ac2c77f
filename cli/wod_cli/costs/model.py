"""Compute the monthly cost of a stack from the template's resources, the measurements of a post, and list prices."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rtoml

_HERE = Path(__file__).parent
RESOURCES = _HERE / "resources.json"

WEEKS_OF_A_MONTH = 52 / 12
DAYS_OF_A_MONTH = 365 / 12
POLLS_OF_A_MONTH = 5 * 3 * 60 * 24 * DAYS_OF_A_MONTH
"""Lambda's polling requests for one empty queue: five pollers, each of which waits twenty seconds."""

FETCHES_OF_A_MONTH = 6 * 24 * DAYS_OF_A_MONTH
"""Scheduled fetches; each sends a request to the blog, reads the known posts, and ends."""

_FETCH_SECONDS = 1.0
_RUN_SECONDS = 0.05
"""Seconds of `keep_runs`, which writes one run in one call."""

_CALL_SECONDS = 0.02
"""Seconds that a function waits for one AWS call."""

_WHOLE_PROCESSOR = 1769  # MB
_COLD_SECONDS = 1.0
"""Seconds of a cold start; Lambda bills them like work."""

_LOG_KILOBYTES = 4
"""Of an invocation: Lambda's own lines, ours, and the metrics."""

_BILLED_AS_PUT = ("PutObject", "ListObjectsV2", "ListObjectVersions")
_BILLED_AS_GET = ("GetObject", "HeadObject")


@dataclass(frozen=True)
class Resources:
    """The resources with a price: number of alarms, and so on; `memory` is in MB by the name of the stage."""

    alarms: int
    dashboards: int
    keys: int
    polled_queues: int
    metrics: int
    memory: dict[str, int]


@dataclass(frozen=True)
class Line:
    """A line of the bill: a number of units, and how many of them are free."""

    what: str
    quantity: float
    free: float
    price: float

    @property
    def dollars(self) -> float:
        """Return the price of the units that are not free, in dollars."""
        return max(0.0, self.quantity - self.free) * self.price


def prices() -> dict[str, Any]:
    """Return the list prices, the free tier, and their date."""
    return rtoml.loads((_HERE / "prices.toml").read_text(encoding="utf-8"))


def measured() -> dict[str, Any]:
    """Return the measurements of a post."""
    return rtoml.loads((_HERE / "measured.toml").read_text(encoding="utf-8"))


def resources() -> Resources:
    """Return the resources with a price, as counted by `make docs`, because expanding the template takes seconds."""
    return Resources(**json.loads(RESOURCES.read_text(encoding="utf-8")))


def bill(posts: float, resources: Resources, *, stacks: int = 1, months: float = 1, cold: bool = True) -> list[Line]:
    """Return the lines of a bill for `posts` posts in all, and for this many stacks in this many months.

    `cold` adds a cold start of each function for each post, as when posts come days apart.
    """
    found, free = measured(), prices()["free"]
    calls, fixed = found["calls"], stacks * months
    # Each change of a session is an invocation by the stream.
    invocations = sum(found["invocations"].values()) + found["sessions"]
    fetches = FETCHES_OF_A_MONTH * fixed
    # Each of them, and the fetch of the post, logs a run, which is another invocation: `keep_runs` writes it.
    runs = posts * (invocations + 1)
    all_invocations = posts * invocations + runs + fetches
    seconds = posts * gb_seconds(resources, cold=cold) + (runs * _RUN_SECONDS + fetches * _FETCH_SECONDS) * 0.5
    sqs = POLLS_OF_A_MONTH * resources.polled_queues * fixed
    sqs += 3 * posts * found["messages"] * math.ceil(found["message_kilobytes"] / 64)
    quantities = {
        "alarm_month": ("alarms", resources.alarms * fixed),
        "dashboard_month": ("dashboards", resources.dashboards * fixed),
        "key_month": ("keys", resources.keys * fixed),
        "metric_month": ("custom metrics", resources.metrics * fixed),
        "sqs_request": ("requests to queues", sqs),
        "lambda_request": ("invocations", all_invocations),
        "lambda_gb_second_x86": ("GB-seconds", seconds),
        "s3_put": ("writes and lists of the bucket", posts * _calls(calls, _BILLED_AS_PUT) + runs),
        "s3_get": ("reads of the bucket", posts * _calls(calls, _BILLED_AS_GET) + fetches),
        "s3_gb_month": ("GB that the posts add to the bucket", posts * found["stored_kilobytes"] / 1e6),
        # An item has up to eight kilobytes, which count twice in a transaction; the stream's first readers are free.
        "dynamodb_write": ("writes of the table, of 1 kB", posts * found["sessions"] * 8 * 2),
        "dynamodb_read": ("reads of the table, of 4 kB", posts * found["sessions"] * 2),
        "sns_publish": ("publications", 2 * posts),
        "sns_mail": ("mails", posts),
        "event": ("events of the bus", posts * found["sessions"]),
        "trace": ("traces", all_invocations),
        "log_gb": ("GB of logs", all_invocations * _LOG_KILOBYTES / 1e6),
        "key_request": ("requests to keys", 4 * posts),
    }
    return [
        Line(what, quantity, free.get(name, free.get(name.removesuffix("_x86"), 0)) * months, prices()["prices"][name])
        for name, (what, quantity) in quantities.items()
    ]


def gb_seconds(resources: Resources, *, cold: bool) -> float:
    """Return the GB-seconds of one post: measured work on a share of a processor, calls, and starts."""
    found = measured()
    waiting = _CALL_SECONDS * sum(found["calls"].values()) / sum(found["invocations"].values())
    total = 0.0
    for stage, times in found["invocations"].items():
        memory = resources.memory[stage]
        share = min(1.0, memory / _WHOLE_PROCESSOR)
        seconds = found["milliseconds"][stage] / 1000 / share + waiting + (_COLD_SECONDS if cold else 0)
        total += times * seconds * memory / 1024
    return total


def total(lines: Iterable[Line]) -> float:
    """Return the sum in dollars."""
    return sum(line.dollars for line in lines)


def _calls(calls: dict[str, float], names: tuple[str, ...]) -> float:
    return sum(count for name, count in calls.items() if name.partition(".")[2] in names)
