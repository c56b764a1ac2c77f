"""Limit alerts, because a flood of them would hide the important ones."""

import time
from collections import Counter

MOST_ALERTS = 10
"""The limit per hour for each running copy of a function; there are at most two copies."""


class AlertsOfHour:
    """The number of alerts of a kind that this process has caused in the current hour."""

    def __init__(self) -> None:
        self._by_hour: Counter[int] = Counter()

    @property
    def are_enough(self) -> bool:
        """Return whether this hour must have no more."""
        return self._by_hour[_hour()] >= MOST_ALERTS

    def add(self) -> None:
        """Count one more."""
        self._by_hour[_hour()] += 1

    def clear(self) -> None:
        """Forget all."""
        self._by_hour.clear()


def _hour() -> int:
    return int(time.time()) // 3600
