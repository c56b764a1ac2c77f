"""A raw post as a person gives it to a command."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.e2e.posts import raw, week_post
from wod_cli.main import app

from .test_show import MONDAY


@pytest.mark.parametrize("command", ["parse", "lines", "check"])
def test_a_post_that_is_dated_ahead_is_refused_as_by_the_chain(tmp_path: Path, command: str) -> None:
    """The exit status is 1, and the sentence has the time that the post claims."""
    post = json.loads(raw(week_post(MONDAY, {"Monday": ["A.", "Back Squat", "5x5"]})))
    file = tmp_path / "post.json"
    file.write_text(json.dumps(post))
    assert 0 == CliRunner().invoke(app, [command, str(file)]).exit_code
    file.write_text(json.dumps(post | {"modified_gmt": "2099-03-14T09:00:00"}))
    refused = CliRunner().invoke(app, [command, str(file)])
    assert 1 == refused.exit_code
    assert "2099-03" in f"{refused.output} {refused.exception}"
