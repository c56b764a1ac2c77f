"""What strangers wrote, for a terminal: it gets text, and no orders. Lines of a post come without; these may not."""

import json
import re
from typing import Any

from rich.text import Text

from wod.reading.page import fold

# Of what a terminal obeys JSON itself escapes only the older half.
_ORDERS = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> Text:
    """On one line, without markup."""
    return Text(fold(text))


def plain_json(value: Any, **settings: Any) -> str:
    """The value as JSON, readable, and as exact as any."""
    text = json.dumps(value, ensure_ascii=False, **settings)
    return _ORDERS.sub(lambda order: f"\\u{ord(order[0]):04x}", text)
