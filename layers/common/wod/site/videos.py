"""Links of a post: those that show a movement, and those that may be followed."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from wod.models import Link, Prescription

_SPACE = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Video:
    """A link that is safe to follow: http or https, with a host."""

    text: str
    url: str


class Videos:
    """The links of a session. A link belongs to the movements that it names; the others are listed at the end."""

    def __init__(self, links: list[Link]) -> None:
        safe = [Video(link.text.strip() or link.url, link.url) for link in links if is_safe(link.url)]
        self._links = list(dict.fromkeys(safe))
        self._shown: set[Video] = set()

    def of(self, prescriptions: list[Prescription]) -> list[Video]:
        """Return the links to the movement of these prescriptions, or to the parts of a complex."""
        names = {_plain(prescriptions[0].movement), *(_plain(part.movement) for part in prescriptions[0].complex or ())}
        whole = f" {_plain(prescriptions[0].text)} "
        found = [link for link in self._links if _plain(link.text) in names]
        found = found or [link for link in self._links if _is_long(link) and f" {_plain(link.text)} " in whole]
        self._shown.update(found)
        return found

    def left_over(self) -> list[Video]:
        """Return the links without a movement."""
        return [link for link in self._links if link not in self._shown]


def is_safe(url: str) -> bool:
    """Return whether a link may be followed: an absolute http(s) address without credentials."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False


def _is_long(link: Video) -> bool:
    return len(_plain(link.text)) > len("here")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip().lower()
