"""Untrusted text on a terminal: no character is obeyed or hides another."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from wod_cli.main import app
from wod_cli.terminal.session_page import session_page
from wod_cli.terminal.text import all_visible, sanitised_json, visible

CONTROLS = "\x1b\x07\x7f\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\u206f\ufff9\U000e0041\U000e007f"
RECORD = {
    "date": "2021-03-08",
    "session": f"Monday{CONTROLS}",
    "warm_up": f"Row {CONTROLS}",
    "segment_a": f"Snatch{CONTROLS}",
    "segment_titles": {"a": f"Strength{CONTROLS}"},
    "prescriptions": [],
    "struck_out": [CONTROLS],
    "pictures": [CONTROLS],
}


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_character_is_shown_and_not_obeyed(control: str) -> None:
    """Control, direction, line separator and tag characters come as JSON writes them, in text and in JSON."""
    assert json.dumps(control)[1:-1] == visible(control)
    assert control not in sanitised_json({"text": control})
    assert {"text": control} == json.loads(sanitised_json({"text": control}))


def test_other_text_stays_as_it_is() -> None:
    """Line breaks, tabs, accents and joined emoji are text."""
    text = "Sentadilla – 5×5\n\t👩\u200d🦰 ½"
    assert text == visible(text)


def test_a_session_page_gives_no_orders() -> None:
    """The printed session has none of them, whatever the table holds."""
    console = Console(file=io.StringIO(), width=200, color_system=None)
    console.print(session_page(all_visible(RECORD)))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert not set(CONTROLS) & set(shown)
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
    assert not set(CONTROLS) & set(parsed.stdout)
    assert flag in json.loads(parsed.stdout)["segment_a"]
