"""Sanitise untrusted text for a terminal: nothing in it is obeyed as a control sequence or markup.

The reader removes most invisible characters from the lines of a post, but silver and the table may hold anything.
"""

import json
import re
from typing import Any

from rich.text import Text

from wod.reading.html.folding import fold

# A terminal obeys or hides these: control characters, direction marks, line separators, tags, half characters.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with control characters escaped as in JSON, such as `\\u202e`; line breaks and tabs stay."""
    return text if text.isprintable() else _CONTROLS.sub(lambda control: json.dumps(control[0])[1:-1], text)


def sanitised(text: str) -> Text:
    """Return the text on one line, with controls escaped and no markup."""
    return Text(visible(fold(text)))


def sanitised_json(value: Any, **settings: Any) -> str:
    """Return the value as JSON with controls escaped, which loses nothing."""
    return visible(json.dumps(value, ensure_ascii=False, **settings))


def counted(number: int, noun: str) -> str:
    """Return `1 post` or `2 posts`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def all_visible(value: Any) -> Any:
    """Return a JSON value with controls escaped in all its texts."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: all_visible(inner) for name, inner in value.items()}
    return [all_visible(inner) for inner in value] if isinstance(value, list) else value
