"""Compare revisions of a post as a reader sees them."""

import re
from copy import replace
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from wod.errors import BadInput
from wod.language import words_of_all_languages
from wod.models import Line, Post
from wod.reading.html.page import read_lines

# Parameters of links that change with every response.
_VOLATILE = re.compile(r".*nonce|_|ver|token", re.IGNORECASE)


def same_to_reader(one: Post, other: Post) -> bool:
    """Return whether id, slug, publication, title and visible lines of two posts are equal.

    Invisible HTML, view counters, one-time parameters of links, the time of modification and the post's own link are
    ignored.
    """
    if (one.id, one.slug, one.published, one.title) != (other.id, other.slug, other.published, other.title):
        return False
    if one.content == other.content:
        return True
    try:
        return _seen(one) == _seen(other)
    except BadInput:  # a page that cannot be read is quarantined by the stage that reads it
        return False


def _seen(post: Post) -> list[Line]:
    return [
        replace(line, links=[replace(link, url=_lasting(link.url)) for link in line.links])
        for line in read_lines(post.content)
        if (line.text or line.links or line.struck or line.pictures) and not _counter().fullmatch(line.text)
    ]


@cache
def _counter() -> re.Pattern[str]:
    """Return a pattern for the view counters that plugins add to a post's text: `Post Views: 1,234`."""
    counters, counted = ("|".join(words_of_all_languages("wordpress", key)) for key in ("counters", "counted"))
    name, number = rf"(?:(?:{counted})\s+)?(?:{counters})", r"[\d.,\s]+"
    return re.compile(rf"{name}\s*:?\s*{number}|{number}{name}", re.IGNORECASE)


def _lasting(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _VOLATILE.fullmatch(name)
    ]
    return urlunsplit(parts._replace(query=urlencode(query)))
