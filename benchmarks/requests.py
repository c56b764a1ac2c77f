"""Measure the AWS requests of a post: write cli/wod_cli/costs/measured.toml, from which `wod cost` computes.

Warm functions, to the pages and the text, and one post with a week before it. Times are of this machine's processor,
without moto's; the model applies a function's share of a processor, and adds the waits for calls.
"""

from collections import Counter
from datetime import date

from benchmarks.chain import AFTER_GOLD, FAN_OUT, FETCHED_AT, STAGES, Measures, chain
from benchmarks.posts import week

from wod.week_file import read_week
from wod_cli import PROJECT

TARGET = PROJECT / "cli" / "wod_cli" / "costs" / "measured.toml"
_RUNS = 3


def main() -> None:
    """Measure, and write the file."""
    with chain([*STAGES, *AFTER_GOLD]) as made:
        made.fetched(week(_RUNS + 1), FETCHED_AT)
        made.take_measures()
        for number in range(_RUNS, 0, -1):  # all in one year
            made.fetched(week(number), FETCHED_AT)
        measures = made.take_measures()
        sessions = len(read_week(made.objects("silver/sessions/").popitem()[1]))
    TARGET.write_text(_written(measures, sessions), encoding="utf-8")


def _written(measures: Measures, sessions: int) -> str:
    # The model counts messages, and changes of sessions, on its own.
    runs = {stage: count for stage, count in measures.runs.items() if stage != FAN_OUT}
    calls: Counter[str] = Counter()
    for (stage, name), count in measures.calls.items():
        if stage != FAN_OUT and name != "sqs.SendMessage":
            calls[name] += count
    messages = sum(runs.values())
    lines = [
        "# The AWS requests of one post: `python -m benchmarks.requests` writes it; docs/cost.md says how.",
        f'measured = "{date.today()}"',
        f"sessions = {sessions}",
        f"messages = {messages / _RUNS:.1f}",
        f"message_kilobytes = {measures.message_bytes / messages / 1000:.1f}",
        f"stored_kilobytes = {measures.put_bytes / _RUNS / 1000:.1f}",
        "",
        "[calls]",
        *(f'"{name}" = {count / _RUNS:.1f}' for name, count in sorted(calls.items())),
        "",
        "[milliseconds]  # of an invocation",
        *(f"{name} = {1000 * measures.seconds[name] / count:.0f}" for name, count in sorted(runs.items())),
        "",
        "[invocations]",
        *(f"{name} = {count / _RUNS:.1f}" for name, count in sorted(runs.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
