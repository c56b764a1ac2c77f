"""The installations of `make`, and their tool."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("version", "is_used"),
    [("VERSION", True), ("VERSION (1a2b 2026-01-01)", True), ("VERSION0", False), ("0.1.0", False)],
)
def test_a_uv_on_the_path_is_used_only_in_the_pinned_version(tmp_path: Path, version: str, is_used: bool) -> None:
    """Another version is left alone, and the pinned one is installed here."""
    pinned = re.search(r"^uv==([0-9.]+)", (ROOT / "requirements" / "uv.txt").read_text(), re.MULTILINE)
    assert pinned
    uv = tmp_path / "uv"
    uv.write_text(f'#!/bin/sh\necho "uv {version.replace("VERSION", pinned[1])}"\n')
    uv.chmod(0o700)
    shown = subprocess.run(  # noqa: S603 - make, on our own file
        ["/usr/bin/env", f"PATH={tmp_path}:/usr/bin:/bin", "make", "--print-data-base", "--dry-run", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    assert f"UV := {'uv' if is_used else '.uv/bin/uv'}" in shown.splitlines()


def test_every_pinned_install_takes_wheels_by_their_hashes() -> None:
    """No source distribution runs while it is built, and what was changed is not installed; layers too."""
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(r"^PINNED := .*--require-hashes --only-binary :all:", makefile, re.MULTILINE)
    installs = [line for line in makefile.splitlines() if "pip sync" in line or "requirements/uv.txt" in line]
    assert 6 <= len(installs)
    assert all("$(PINNED)" in line or line.startswith(".uv/bin/uv: req") or "sed" in line for line in installs)
    layers = (ROOT / "layers" / "Makefile").read_text().replace("\\\n", "")
    assert re.search(r"^INSTALL := .*--require-hashes\s+--only-binary :all:", layers, re.MULTILINE)
    assert 2 == layers.count("$(INSTALL) --requirement requirements.txt")
    for layer in ("common", "pandas", "site"):
        requirements = (ROOT / "layers" / layer / "requirements.txt").read_text()
        assert "\n--only-binary :all:\n" in requirements
        assert requirements.count("==") == len(re.findall(r"^\S+==\S+ \\$", requirements, re.MULTILINE))
