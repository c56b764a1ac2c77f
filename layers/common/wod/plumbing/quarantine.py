"""Quarantine: input that can never succeed, one object each, within bounds.

A flood of bad input is bounded twice: a stage keeps so many objects of one post, and after so many alerts in an hour
its objects have another ending, of which no rule makes an alert. `wod quarantine` lists both.
"""

import json
import time
from collections import Counter
from hashlib import sha256
from typing import Any

from wod.plumbing import objects
from wod.plumbing.objects import Conflict

MOST_OF_A_POST = 20
"""Objects, at each stage and with each ending. What comes after them takes the place of one of them."""

MOST_ALERTS = 10
"""An hour, for each running copy of a function, of which there are two at most."""

ALERTED, QUIET = ".json", ".quiet"

_alerts: Counter[int] = Counter()
"""How many this process has caused, by the hour."""


def keep(stage: str, about: str, digest: str, kept: dict[str, Any]) -> str | None:
    """Keep what is wrong with a post, or with whatever else it is about, and return its key.

    The digest tells one problem from another. None is returned of one that is kept already.
    """
    hour = int(time.time()) // 3600
    ending = ALERTED if _alerts[hour] < MOST_ALERTS else QUIET
    body, metadata = json.dumps(kept).encode(), {"digest": digest}
    key = ""
    for number in range(MOST_OF_A_POST):
        key = f"quarantine/{stage}/{_name(about, number)}{ending}"
        try:
            objects.write(key, body, over=None, metadata=metadata)
        except Conflict:
            held = objects.read(key)
            if held and held.metadata.get("digest") == digest:
                return None
            continue
        if ending == ALERTED:
            _alerts[hour] += 1
        return key
    key = f"quarantine/{stage}/{_name(about, int(digest, 16) % MOST_OF_A_POST)}{QUIET}"
    objects.overwrite(key, body, metadata)
    return key


def _name(about: str, number: int) -> str:
    return sha256(f"{about}\n{number}".encode(errors="backslashreplace")).hexdigest()[:32]
