"""`wod drop`: raw posts by hand, and their outcomes."""

import json
from pathlib import Path

import pytest

from wod_cli.commands import drop
from wod_cli.deployed.queues import rebuild_event

from .operations import NEXT_WEEK, POST, arrive, objects, put, stack, wod
from .test_guarantees import Revision
from .world import BUCKET, World

pytestmark = pytest.mark.operated


@pytest.fixture(autouse=True)
def _this_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drop, "find_stack", stack)


def a_file(folder: Path, post: Revision) -> str:
    path = folder / f"{post.slug}.json"
    path.write_text(json.dumps(post.post()))
    return str(path)


def test_a_drop_reports_the_result_of_each_file(chain: World, tmp_path: Path) -> None:
    """The week and the days of a post; the reason for one that is not a programme, which makes the exit status 1."""
    news = Revision(9, 1, "news", "2020-12-27T08:00:00", "We moved", (), True)
    files = [a_file(tmp_path, one) for one in (POST, news)]
    for one in (POST, news):
        put("strip-post-html", rebuild_event(BUCKET, one.key))
    result = wod("drop", *files, "--wait")
    assert [
        f"{files[0]} → s3://{BUCKET}/{POST.key}",
        f"{files[1]} → s3://{BUCKET}/{news.key}",
        f"{files[0]} → 2020-W52: 2 sessions, Monday 21 December 2020 to Saturday 26 December 2020",
        f"{files[1]} → no programme",
    ] == result.stdout.splitlines()[:4]
    assert result.stdout.splitlines()[4].startswith("  The post has no day: ")
    assert (1, "1 of 2 files is in quarantine: see `wod quarantine`.") == (
        result.exit_code,
        result.stderr.splitlines()[-1],
    )


def test_a_program_gets_an_object_for_each_file(chain: World, tmp_path: Path) -> None:
    """It has the key, the outcome, the week and the reason; a refused file has no key."""
    (tmp_path / "bad.json").write_text("<html>")
    file, bad = a_file(tmp_path, POST), str(tmp_path / "bad.json")
    put("strip-post-html", rebuild_event(BUCKET, POST.key))
    result = wod("drop", file, bad, "--wait", "--json")
    stored, refused = map(json.loads, result.stdout.splitlines())
    assert 1 == result.exit_code
    assert {"file": file, "key": POST.key, "outcome": "week", "week": "2020-W52", "reason": None} == stored
    assert (bad, None, "refused") == (refused["file"], refused["key"], refused["outcome"])
    assert "not JSON" in refused["reason"]


def test_a_drop_that_waits_names_each_stage_at_work_once(chain: World, tmp_path: Path) -> None:
    """Without a terminal they are lines on standard error, so that a minute of waiting is not silent."""
    put("strip-post-html", rebuild_event(BUCKET, POST.key))
    result = wod("drop", a_file(tmp_path, POST), "--wait")
    lines = [line for line in result.stderr.splitlines() if line.startswith("through the chain: ")]
    assert "through the chain: strip_post_html" == lines[0]
    assert len(set(lines)) == len(lines)


def test_an_older_copy_is_said_to_change_nothing(chain: World, tmp_path: Path) -> None:
    """Bronze has the post as it was modified later."""
    newer = Revision(7, 2, "a-week", POST.published, POST.week, (("Tuesday", 3),), True)
    arrive(chain, newer)
    file = a_file(tmp_path, POST)
    put("strip-post-html", rebuild_event(BUCKET, POST.key))
    result = wod("drop", file, "--wait")
    assert f"{file} → replaced" in result.stdout.splitlines()
    assert 0 == result.exit_code


def test_a_forgotten_post_is_said_to_stay_out(chain: World, tmp_path: Path) -> None:
    """It stays so until it has a later edit, or nothing is known of it; then it is a week again."""
    arrive(chain, POST)
    wod("forget", "7", "--yes")
    file = a_file(tmp_path, POST)
    put("strip-post-html", rebuild_event(BUCKET, POST.key))
    result = wod("drop", file, "--wait")
    assert 1 == result.exit_code
    assert [
        f"{file} → forgotten",
        "  Post 7 was forgotten: it comes back with a later edit, or if it is dropped or fetched after "
        "`wod forget 7 --bronze`.",
    ] == result.stdout.splitlines()[1:]
    wod("forget", "7", "--yes", "--bronze")
    put("strip-post-html", rebuild_event(BUCKET, POST.key))
    result = wod("drop", file, "--wait")
    assert 0 == result.exit_code
    assert f"{file} → 2020-W52" in result.stdout


@pytest.mark.parametrize("body", ["<html>", "[]", '{"id": 7}'])
def test_a_file_without_a_post_is_refused_and_the_others_are_dropped(chain: World, tmp_path: Path, body: str) -> None:
    """The file is named with the reason, nothing of it comes into bronze, and the status is 1."""
    (tmp_path / "bad.json").write_text(body)
    result = wod("drop", str(tmp_path / "bad.json"), a_file(tmp_path, NEXT_WEEK))
    assert (1, [NEXT_WEEK.key]) == (result.exit_code, objects("bronze/raw/"))
    assert result.stderr.startswith(f"{tmp_path / 'bad.json'} was not dropped: ")


def test_a_post_that_is_dated_ahead_is_refused(chain: World, tmp_path: Path) -> None:
    """The chain would put it into quarantine, because no later revision could ever replace it."""
    file = tmp_path / "ahead.json"
    file.write_text(json.dumps(POST.post() | {"modified_gmt": "2099-03-14T09:00:00"}))
    result = wod("drop", str(file))
    assert (1, []) == (result.exit_code, objects("bronze/raw/"))
    assert result.stderr.startswith(f"{file} was not dropped: The post is dated in the future: 2099-03-14T09:00:00")


def test_a_file_without_a_post_is_dropped_if_a_person_insists(chain: World, tmp_path: Path) -> None:
    """The chain sets it aside with the reason, which the command waits for."""
    (tmp_path / "bad.json").write_text("<html>")
    put("strip-post-html", rebuild_event(BUCKET, "bronze/raw/dropped/bad.json"))
    result = wod("drop", str(tmp_path / "bad.json"), "--anyway", "--wait")
    assert 1 == result.exit_code
    assert f"{tmp_path / 'bad.json'} → quarantine" in result.stdout.splitlines()
    assert "1 of 1 file is in quarantine: see `wod quarantine`.\n" in result.stderr
    assert "not JSON" in result.stdout
