"""Text of strangers on a terminal: no character gives it an order or hides another."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from wod_cli.main import app
from wod_cli.terminal.session_page import session_page
from wod_cli.terminal.text import all_visible, plain_json, visible

ORDERS = "\x1b\x07\x7f\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufff9\U000e0041\U000e007f"
RECORD = {
    "date": "2021-03-08",
    "session": f"Monday{ORDERS}",
    "warm_up": f"Row {ORDERS}",
    "segment_a": f"Snatch{ORDERS}",
    "segment_titles": {"a": f"Strength{ORDERS}"},
    "prescriptions": [],
    "struck_out": [ORDERS],
    "pictures": [ORDERS],
}


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_is_shown_and_not_obeyed(order: str) -> None:
    """Control, direction, line separator and tag characters come as JSON writes them, in text and in JSON."""
    assert json.dumps(order)[1:-1] == visible(order)
    assert order not in plain_json({"text": order})
    assert {"text": order} == json.loads(plain_json({"text": order}))


def test_other_text_stays_as_it_is() -> None:
    """Line breaks, tabs, accents and joined emoji are text."""
    text = "Sentadilla – 5×5\n\t👩\u200d🦰 ½"
    assert text == visible(text)


def test_a_session_page_gives_no_orders() -> None:
    """Whatever the table holds, what is printed of a session has none of them."""
    console = Console(file=io.StringIO(), width=200, color_system=None)
    console.print(session_page(all_visible(RECORD)))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert not set(ORDERS) & set(shown)
    assert "Snatch\\u001b" in shown


def test_parse_prints_no_orders(tmp_path: Path) -> None:
    """A post's link and its lines come escaped, and are the same when they are read as JSON."""
    flag = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    post = {
        "id": 1,
        "slug": "a-week",
        "link": "https://example.org/\u202e",
        "date": "2021-03-07T00:00:00",
        "title": {"rendered": "March 8-14, 2021"},
        "content": {"rendered": f"<p><b>Monday</b></p><p>A. {flag}<br>Snatch x 3</p>"},
    }
    (tmp_path / "post.json").write_text(json.dumps(post))
    parsed = CliRunner().invoke(app, ["parse", str(tmp_path / "post.json")])
    assert 0 == parsed.exit_code
    assert not set(ORDERS) & set(parsed.stdout)
    assert flag in json.loads(parsed.stdout)["segment_a"]
