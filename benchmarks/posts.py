"""Posts to measure with: one week of training, as the blog might have it in any week."""

import json
from datetime import date, timedelta
from pathlib import Path
from string import ascii_uppercase
from typing import Any

_WEEK = json.loads((Path(__file__).parents[1] / "events" / "posts" / "normal_week.json").read_bytes())
_LAST_MONDAY = date(2025, 12, 29)


def week(number: int, *, post: int = 0, edit: int = 0, is_short: bool = False) -> dict[str, Any]:
    """Return a post for the week this many weeks back.

    Several posts for a week differ in `post`. Each `edit` of a post changes the repetitions of a deadlift, and by that
    the week's totals. A short one has only a Monday.
    """
    monday = _LAST_MONDAY - timedelta(weeks=number)
    sunday, published = monday + timedelta(days=6), monday - timedelta(days=1)
    year, iso_week, _ = monday.isocalendar()
    slug = f"week-of-{monday}" + (f"-{post}" if post else "")
    modified = f"{published}T17:{edit:02}:00"
    content = _WEEK["content"]["rendered"].partition("<p><strong>Tuesday" if is_short else "no end")[0]
    if post:  # else an operator would be alerted that sessions of a day are the same
        content = content.replace("A.<br />", f"A.<br />\nFor the group of coach {ascii_uppercase[post]}.<br />")
    return {
        **_WEEK,
        "id": 1_000_000 - 100 * number + post,
        "slug": slug,
        "link": f"https://www.example.org/weightlifting/{slug}/",
        "title": {"rendered": f"{monday:%B} {monday.day} - {sunday:%B} {sunday.day}, {sunday.year}"},
        "date": f"{published}T17:00:00",
        "date_gmt": f"{published}T17:00:00",
        "modified": modified,
        "modified_gmt": modified,
        "content": {"rendered": content.replace("Deadlift x 8 reps", f"Deadlift x {8 + edit} reps")},
        # Not used by the chain: it locates the week.
        "monday": monday.isoformat(),
        "week_path": f"{year:04}/week_{iso_week:02}--{monday}__{sunday}",
    }
