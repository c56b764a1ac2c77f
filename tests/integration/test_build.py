"""When the stack is built again before it is deployed into an embedded cloud."""

import os
from pathlib import Path

import pytest

from wod_cli.embedded import deploy


def test_only_a_change_of_a_source_is_a_reason_to_build_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is newer or gone is one; byte code is none, which tests write beside a build of other tests."""
    monkeypatch.setattr(deploy, "PROJECT", tmp_path)
    handler, module = tmp_path / "functions" / "a" / "app.py", tmp_path / "layers" / "common" / "wod.py"
    for file in (tmp_path / "template.yaml", handler, module):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    built = deploy._sources()

    (handler.parent / "__pycache__").mkdir()
    (handler.parent / "__pycache__" / "app.pyc").touch()
    assert built == deploy._sources()

    os.utime(handler, (0, 0))
    changed = deploy._sources()
    module.unlink()
    assert 3 == len({built, changed, deploy._sources()})
