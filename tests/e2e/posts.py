"""Raw posts for the tests of the whole chain: one post a week, so that no test meets another's."""

import json
from datetime import date, timedelta
from typing import Any

from wod_cli import PROJECT

SQUATS = ["A.", "Every 2 minutes, for 10 minutes (5 sets):", "Back Squat x 5 reps @ 70% of 1-RM Back Squat"]
PULLS = ["Warm-Up:", "Row x 500 meters", "A)", "Clean Pull x 3 reps"]


def week_post(monday: date, days: dict[str, list[str]], modified: str = "2019-01-01T00:00:00") -> dict[str, Any]:
    """A post as WordPress has it, for the week of this Monday: each heading with the lines below it."""
    sunday = monday + timedelta(days=6)
    slug = f"week-of-{monday.isoformat()}"
    paragraphs = [
        f"<p><strong>{heading}</strong><br />\n{'<br />\n'.join(lines)}</p>" for heading, lines in days.items()
    ]
    return {
        "id": monday.toordinal(),
        "date": f"{monday - timedelta(days=1)}T17:00:00",
        "date_gmt": f"{monday - timedelta(days=1)}T17:00:00",
        "modified": modified,
        "modified_gmt": modified,
        "slug": slug,
        "link": f"https://www.example.org/{slug}/",
        "title": {"rendered": f"{monday:%B} {monday.day} &#8211; {sunday:%B} {sunday.day}, {sunday.year}"},
        "content": {"rendered": "\n".join(paragraphs)},
    }


def raw(post: Any) -> bytes:
    """The file that a person drops."""
    return json.dumps(post).encode()


def forja_post(name: str) -> dict[str, Any]:
    """A sample post of Forja, a blog with a post for each day, in Spanish."""
    post: dict[str, Any] = json.loads((PROJECT / "events" / "posts" / "forja" / f"{name}.json").read_bytes())
    return post
