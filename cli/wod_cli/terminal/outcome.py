"""What became of a post, in a line; the reason why it is no week below it."""

from wod.models import Week


def became(name: str, week: Week | None, kind: str, reason: str, days: str = "") -> str:
    """Return `a-slug → 2021-W10, 8 to 14 March`, or `a-slug → quarantine` with the reason on a line of its own."""
    if week is None:
        return f"{name} → {kind}\n  {reason}" if reason else f"{name} → {kind}"
    return f"{name} → {which_week(week)}{f': {days}' if days else ''}"


def which_week(week: Week) -> str:
    """Return `2021-W10`, as `wod week` takes it."""
    return f"{week.year:04}-W{week.week:02}"
