"""The runs of a deployed stack, as `keep_runs` writes them into the bucket."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from wod.keys import RUNS_PREFIX
from wod.runs import Run, RunKey, read_key
from wod.shape import decode
from wod_cli.deployed.stack import Stack, at_once

STAGES = (
    "get_invictus_post",
    "dump_post_to_bucket",
    "strip_post_html",
    "group_post_by_day",
    "segment_days",
    "sessions_to_date_records",
    "clean_session_records",
    "save_sessions_to_bucket",
    "load_sessions_to_table",
    "aggregate_week",
    "render_week",
    "announce_week",
    "fan_out_session_changes",
)
"""The stages of the chain, in its order."""

_MOST_TRIED = 5


def runs_of(stack: Stack, is_wanted: Callable[[RunKey], bool]) -> list[Run]:
    """Return the runs of the last year under the keys that are wanted, in the order in which they started."""
    keys = [key for key in stack.keys(RUNS_PREFIX) if (run_key := read_key(key)) and is_wanted(run_key)]
    found = [run for runs in at_once(lambda key: _read(stack, key), keys) for run in runs]
    return sorted({run.id: run for run in found}.values(), key=lambda run: run.started)


def last_successes(stack: Stack, today: datetime) -> dict[str, str]:
    """Return the end of each stage's last run that was done, or had nothing to do. Stages without one are left out."""
    days = [f"{day:%Y}/{day:%Y-%m-%d}" for day in (today, today - timedelta(days=1))]
    found: dict[str, str] = {}
    for prefix in (*days, ""):  # those of the last two days are soon listed
        found |= _last_successes(stack, f"{RUNS_PREFIX}{prefix}", set(STAGES) - found.keys())
    return found


def _last_successes(stack: Stack, prefix: str, stages: Iterable[str]) -> dict[str, str]:
    by_stage: dict[str, list[tuple[datetime, str]]] = {stage: [] for stage in stages}
    for listed in stack.listed(prefix) if by_stage else ():
        run_key = read_key(listed["Key"])
        if run_key and run_key.stage in by_stage:
            by_stage[run_key.stage].append((listed["LastModified"].astimezone(UTC), listed["Key"]))
    found = {}
    for stage, keys in by_stage.items():
        for _, key in sorted(keys, reverse=True)[:_MOST_TRIED]:
            ends = [run.ended for run in _read(stack, key) if run.outcome in ("done", "nothing to do")]
            if ends:
                found[stage] = max(ends)
                break
    return found


def _read(stack: Stack, key: str) -> list[Run]:
    return [decode(line, Run) for line in stack.body(key).splitlines()]
