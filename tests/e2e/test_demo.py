"""`wod demo` over a stack that is deployed already: all that it does behind the deploy, which `deployed` has done."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from tests.e2e.chain import Chain
from tests.e2e.posts import SQUATS, raw, week_post
from wod_cli.commands import demo
from wod_cli.embedded import cloud


def test_the_demonstration_follows_a_post_to_the_site_and_shows_its_week(
    chain: Chain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends as soon as nothing is missing, keeps the bucket, and says what to do next."""
    monkeypatch.setattr(demo, "_embedded_cloud", lambda: nullcontext(cloud.running(chain.folder)))
    monkeypatch.setattr(demo, "deploy", lambda *_: None)
    monkeypatch.setattr(demo, "PROJECT", chain.folder.parent)
    monkeypatch.setattr(demo, "FOLDER", chain.folder)
    monkeypatch.setattr(demo, "BUCKET_COPY", chain.folder / "bucket")
    monkeypatch.setenv("BLOG", "")  # the command sets it, and it is put back after the test
    post = tmp_path / "post.json"
    post.write_bytes(raw(week_post(date(2018, 12, 3), {"Monday": SQUATS})))

    demo.demo(post)

    shown = capsys.readouterr().out
    assert "Back Squat" in shown
    assert "wod open" in shown.partition("Next:")[2]
    assert (chain.folder / "bucket" / "site" / "weeks" / "2018-W49.html").exists()
