"""Alerts about weeks that are below the blog's thresholds of quality: once for each version of a week, within bounds.

The object that notes an alert is written after the alert is published. If a function dies in between, the alert is
sent twice, and never lost.
"""

import json

import msgspec

from wod.announcing.quality import alert_of
from wod.figures.shapes import QualityRule, WeekFigures
from wod.keys import quality_alert_key
from wod.plumbing import objects
from wod.plumbing.alert_bound import AlertsOfHour
from wod.plumbing.aws import client
from wod.plumbing.settings import alerts_topic, service_name
from wod.plumbing.telemetry import logger
from wod.shape import decode

_BELOW = b'"below": true'
"""Only figures below a threshold contain this, because a quote inside a text is escaped."""

_alerts = AlertsOfHour()


def alert_operator(now: bytes, before: bytes | None) -> None:
    """Alert an operator if the figures of a week are below a threshold, unless these figures were alerted before.

    `now` and `before` are the week's object of gold as it is, and as it was when it was read. After ten alerts in an
    hour a week is noted as alerted, but appears only in the log. Raise Conflict if another function has alerted of the
    week meanwhile.
    """
    if _BELOW not in now and _BELOW not in (before or b""):
        return
    figures = decode(now, WeekFigures)
    below = [rule for rule in figures.quality.rules if rule.below]
    key = quality_alert_key(figures.week)
    held = objects.read(key)
    note = json.dumps({"alerted": _digest(below)}).encode()
    if held and held.body == note:
        return
    if below:
        _alert(figures, below)
    objects.write(key, note, over=held and held.etag)


def _alert(figures: WeekFigures, below: list[QualityRule]) -> None:
    rules = [rule.rule for rule in below]
    if _alerts.are_enough:
        logger.warning(
            "below its thresholds, and no alert: ten were sent this hour", week=figures.week.start_date, rules=rules
        )
        return
    text = alert_of(figures.week, below, service_name())
    client("sns").publish(
        TopicArn=alerts_topic(), Subject=f"Quality of the week of {figures.week.start_date}", Message=text
    )
    _alerts.add()
    logger.warning("below its thresholds", week=figures.week.start_date, rules=rules)


def _digest(below: list[QualityRule]) -> str:
    return objects.digest_of(json.dumps([msgspec.to_builtins(rule) for rule in below]).encode()) if below else ""
