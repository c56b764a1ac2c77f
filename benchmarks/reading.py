"""How long reading a post takes, from HTML to records with prescriptions, and how that grows with the post.

`make bench` runs it. The ratios say more than the times: what is linear has about the same time a kilobyte at every
length. A cleaned record and a written file are not part of it.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from wod.errors import BadInput
from wod.reading.records import read_records

POST = json.loads((Path(__file__).parents[1] / "events" / "posts" / "normal_week.json").read_bytes())
THREE_MB = 3 * 1024 * 1024
LENGTHS = (30_000, 300_000, THREE_MB)
HOSTILE = {
    "opening brackets": "(" * 290,
    "plus signs": "A + " * 72,
    "digits": "1" * 290,
    "dashed digits": "1-" * 145,
    "sets by reps": "5 x " * 72,
    "percents": "75% " * 72,
    "set lines": "Sets 1-2 " * 32,
    "tests": "1-RM " * 58,
    "stations": "Minute 1: " * 29,
    "one long line": "Snatch x 1 rep @ 75% of 1-RM Snatch " * 20_000,
}


def main() -> None:
    """Print both tables."""
    console = Console()
    content = POST["content"]["rendered"]
    once = milliseconds(content, best_of=20)
    console.print(f"One post of {len(content) / 1000:.1f} kB: {once:.1f} ms")

    growth = Table("Length", "Time", "A kilobyte", "Ratio to the first", title="The same week again and again")
    per_kilobyte = [milliseconds(repeated(content, length)) / length * 1000 for length in LENGTHS]
    for length, each in zip(LENGTHS, per_kilobyte, strict=True):
        growth.add_row(
            f"{length / 1e6:.2f} MB",
            f"{each * length / 1000:.0f} ms",
            f"{each:.2f} ms",
            f"{each / per_kilobyte[0]:.2f}",
        )
    console.print(growth)

    hostile = Table("Text", "300 kB", "3 MB", "Ratio of time to length", title="Hostile segments")
    for name, line in HOSTILE.items():
        short, long = (milliseconds(week_of(line, length)) for length in LENGTHS[1:])
        hostile.add_row(name, f"{short:.0f} ms", f"{long:.0f} ms", f"{long / short * LENGTHS[1] / LENGTHS[2]:.2f}")
    console.print(hostile)


def milliseconds(content: str, best_of: int = 1) -> float:
    """The best time of several to read a post with this content."""
    body = json.dumps({**POST, "content": {"rendered": content}}).encode()
    return min(timed(lambda: read(body)) for _ in range(best_of))


def read(body: bytes) -> Any:
    """The records, or the reason why there are none: a refusal takes its time too."""
    try:
        return read_records(body, "bronze/raw/post.json", "", "")
    except BadInput as error:
        return error


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def repeated(content: str, length: int) -> str:
    return content * max(1, round(length / len(content)))


def week_of(line: str, length: int) -> str:
    """A Monday with one segment that is nothing but this line."""
    lines = [line] * max(1, length // len(line)) if len(line) < length else [line * (length // len(line) + 1)]
    return "<p>Monday</p><p>A.</p>" + "".join(f"<p>{one}</p>" for one in lines)


if __name__ == "__main__":
    main()
