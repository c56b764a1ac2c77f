"""The output of fetches and drops, while the deployed chain works."""

import json
from datetime import date
from pathlib import Path

from tests.e2e.chain import Chain
from tests.e2e.posts import SQUATS, raw, week_post


def test_a_page_that_the_blog_has_not_is_one_sentence(chain: Chain) -> None:
    """The status is not zero, and there is no traceback."""
    result = chain.command("fetch", "--page", "9")
    assert (1, "") == (result.returncode, result.stdout)
    assert result.stderr.startswith("wod: There is no page 9 of 10 posts")
    assert 1 == len(result.stderr.splitlines())


def test_a_page_says_what_became_of_its_posts(chain: Chain) -> None:
    """The second time the only post of the blog is as it was."""
    chain.command("fetch", "--page", "1")
    result = chain.command("fetch", "--page", "1")
    assert result.stdout.startswith("unchanged: 2021/12/2021-12-26__")
    assert 1 == len(result.stdout.splitlines())


def test_a_backfill_ends_in_one_line(chain: Chain) -> None:
    """The blog has one post, and that is a week."""
    result = chain.command("fetch", "--all")
    assert (0, "1 post: 1 week\n") == (result.returncode, result.stdout)


def test_a_drop_waits_for_the_chain(chain: Chain, tmp_path: Path) -> None:
    """The post is in the table when the command ends; the file that is not a post never came into bronze."""
    monday = date(2018, 7, 2)
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_bytes(raw(week_post(monday, {"Monday": SQUATS})))
    bad.write_text(json.dumps(["no post"]))
    result = chain.command("drop", str(good), str(bad), "--wait")
    assert f"{good} → 2018-W27: 1 session, Monday 2 July 2018" in result.stdout.splitlines()
    assert (1, True) == (result.returncode, "bad.json was not dropped: " in result.stderr)
    assert ["Monday"] == [one["session"] for one in chain.sessions("2018-07-02")]
    assert [] == chain.keys("bronze/raw/dropped/bad")
