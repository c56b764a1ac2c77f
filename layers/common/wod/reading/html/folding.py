"""Put text on one line, without invisible characters."""

import re

# Invisible on the page: control characters, soft hyphens, zero-width spaces and joiners, direction marks. The joiner
# that makes one emoji out of several stays. `str.isprintable` is false for every one of them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb]|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)


def fold(text: str) -> str:
    """Return the text on one line: each run of white space becomes one space, and invisible characters are removed."""
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_UNSEEN.sub("", text).split())
