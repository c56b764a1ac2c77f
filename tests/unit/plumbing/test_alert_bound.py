"""The limit of alerts in an hour."""

import time

import pytest

from wod.plumbing.alert_bound import MOST_ALERTS, AlertsOfHour


def test_an_hour_has_its_number_of_alerts_and_the_next_hour_has_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hours begin when the clock's do, not with the first alert."""
    alerts = AlertsOfHour()

    monkeypatch.setattr(time, "time", lambda: 7 * 3600 + 3599.0)
    for _ in range(MOST_ALERTS):
        assert not alerts.are_enough
        alerts.add()
    assert alerts.are_enough

    monkeypatch.setattr(time, "time", lambda: 8 * 3600.0)
    assert not alerts.are_enough
