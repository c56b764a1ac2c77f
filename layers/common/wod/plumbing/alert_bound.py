"""The bound of alerts: a flood of them would hide what an operator has to see."""

import time
from collections import Counter

MOST_ALERTS = 10
"""An hour, for each running copy of a function, of which there are two at most."""


class AlertsOfHour:
    """How many alerts of a kind this process has caused in the current hour."""

    def __init__(self) -> None:
        self._by_hour: Counter[int] = Counter()

    @property
    def are_enough(self) -> bool:
        """Whether this hour must have no more."""
        return self._by_hour[_hour()] >= MOST_ALERTS

    def add(self) -> None:
        """Count one more."""
        self._by_hour[_hour()] += 1

    def clear(self) -> None:
        """Forget all."""
        self._by_hour.clear()


def _hour() -> int:
    return int(time.time()) // 3600
