"""Write the alert about a week that is below its thresholds of quality."""

from collections.abc import Sequence

from wod.figures.shapes import QualityLine, QualityRule
from wod.models import Week


def alert_of(week: Week, below: Sequence[QualityRule], service: str) -> str:
    """Return the text about the rules that a week is below, with the lines concerned."""
    names = ", ".join(rule.rule for rule in below)
    lines = [f"{service}: the week {week.start_date} to {week.end_date} is below its threshold of {names}."]
    for rule in below:
        lines.append("")
        lines.append(
            f"Rule {rule.number}, {rule.rule}: {rule.percent:g} % ({rule.kept} of {rule.total}), "
            f"and not {rule.threshold:g} %. Look at"
        )
        lines += map(_said, rule.lines)
        if more := rule.total - rule.kept - len(rule.lines):
            lines.append(f"  and up to {more} more")
    lines += ["", "docs/quality.md says what each rule means; `wod sql weeks_below_quality` lists all weeks."]
    return "\n".join(lines)


def _said(line: QualityLine) -> str:
    return _plain(f"  {line.date} {line.session}: {line.text}" if line.session else f"  {line.date}: {line.text}")


def _plain(text: str) -> str:
    """Return untrusted text with a space for each character that a terminal obeys or hides."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
