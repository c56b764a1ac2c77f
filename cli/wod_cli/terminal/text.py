"""What strangers wrote, for a terminal: it gets text, and no orders.

The reader takes most of what nobody sees out of the lines of a post. Silver and the table may still hold anything.
"""

import json
import re
from typing import Any

from rich.text import Text

from wod.reading.folding import fold

# What a terminal obeys or hides: control characters, direction marks, line separators, tags, half characters.
_ORDERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with each order as JSON writes it, such as `\\u202e`; line breaks and tabs stay."""
    return text if text.isprintable() else _ORDERS.sub(lambda order: json.dumps(order[0])[1:-1], text)


def plain(text: str) -> Text:
    """Return the text on one line, without markup."""
    return Text(visible(fold(text)))


def plain_json(value: Any, **settings: Any) -> str:
    """Return the value as readable JSON that loses nothing."""
    return visible(json.dumps(value, ensure_ascii=False, **settings))


def counted(number: int, noun: str) -> str:
    """Return `1 post` or `2 posts`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def all_visible(value: Any) -> Any:
    """Return a value as JSON has it with all its texts visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: all_visible(inner) for name, inner in value.items()}
    return [all_visible(inner) for inner in value] if isinstance(value, list) else value
