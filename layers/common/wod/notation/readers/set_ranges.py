"""Find lines that begin with bare numbers of the sets above them: `1-4: 2 reps @ 70%`, `5-8: 1 rep @ 77%`."""

import re
from collections.abc import Sequence

_FEWEST_LINES = 2
_LINE = re.compile(r"[\s*•]*(?P<first>\d{1,2})(?:\s?[-–—]\s?(?P<last>\d{1,2}))?\s*(?:=\s*|:\s+)(?P<work>\S.*)")


def named_sets(texts: Sequence[str], start: int, sets: int) -> list[str]:
    """Return the lines from `start` on with `1-4: 2 reps` as `Sets 1-4: 2 reps`, up to the first other line.

    There are none if their numbers do not count all sets, each once and in order, or if there is no range among them.
    """
    named: list[str] = []
    last, has_range = 0, False
    while start + len(named) < len(texts) and (line := _LINE.fullmatch(texts[start + len(named)])):
        first, previous = int(line["first"]), last
        last = int(line["last"] or first)
        if first != previous + 1 or last < first:
            return []
        has_range = has_range or last > first
        named.append(f"Sets {first}-{last}: {line['work']}" if last > first else f"Set {first}: {line['work']}")
    return named if has_range and len(named) >= _FEWEST_LINES and last == sets else []
