"""The content of the layers, as `sam build` makes them, and that builds are the same everywhere."""

import hashlib
import importlib.util
import marshal
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wod_cli import PROJECT

pytestmark = pytest.mark.timeout(900)

FOLDERS = {"CommonLayer": "common", "PandasLayer": "pandas", "SiteLayer": "site"}
LARGEST = {
    "CommonLayer": 37_000_000,
    "PandasLayer": 97_000_000,
    "SiteLayer": 4_700_000,
}  # bytes: a tenth more than what is needed today
LARGEST_FUNCTION = 250 * 1024 * 1024  # bytes: what Lambda takes, unzipped, of a function and its layers

RECIPES = ("CommonLayer", "SiteLayer")
"""A layer for each recipe of the Makefile: Pandas' is made as the site's is, and takes longest."""

UNCHECKED = 0b01  # in a .pyc: by hash, and the source is not looked at


@pytest.fixture(params=FOLDERS)
def layer(request: pytest.FixtureRequest, built: Path) -> Path:
    """A layer's folder of packages. It is named after the layer."""
    folder: Path = built / request.param / "python"
    return folder


def make_layer(name: str, folder: Path, artifacts: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Make a layer as `sam build` does, from the files of this folder, with the project's tools on the PATH."""
    settings["PATH"] = os.pathsep.join([settings.get("PATH", ""), str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(  # noqa: S603 - make, on our own file
        ["/usr/bin/env", "make", "--silent", "--makefile", folder / "Makefile", f"build-{name}"],
        cwd=folder,
        env={**os.environ, "ARTIFACTS_DIR": str(artifacts), **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, str]:
    """Return a digest of each file, by its path in the folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_layer_holds_packages_only(layer: Path) -> None:
    """A layer has the folder `python`, and in it neither tests nor commands of the machine that made it."""
    assert ["python"] == [entry.name for entry in layer.parent.iterdir()]
    assert [] == [path for path in layer.rglob("tests") if path.is_dir()]
    assert not (layer / "bin").exists()
    machine = str(Path(sys.prefix)).encode()
    assert [] == [path for path in layer.rglob("*") if path.is_file() and machine in path.read_bytes()]


def test_every_requirement_is_there_in_its_pinned_version(layer: Path) -> None:
    """The pinned packages are deployed, and nothing else."""
    requirements = (PROJECT / "layers" / FOLDERS[layer.parent.name] / "requirements.txt").read_text()
    pinned = re.findall(r"^([\w.-]+)==([\w.]+)", requirements, re.MULTILINE)
    assert {f"{name.replace('-', '_')}-{version}.dist-info" for name, version in pinned} == {
        path.name for path in layer.glob("*.dist-info")
    }


def test_native_code_is_for_the_machine_of_lambda(layer: Path) -> None:
    """Each library is one of Linux on x86-64, whichever machine made the layer."""
    libraries = [path for path in layer.rglob("*") if path.is_file() and ".so" in path.suffixes]
    assert libraries
    for library in libraries:
        head = library.read_bytes()[:20]
        assert (b"\x7fELF", 0x3E) == (head[:4], int.from_bytes(head[18:20], "little")), library.name


def test_every_module_has_byte_code_that_is_taken_without_a_look_at_its_source(layer: Path) -> None:
    """Lambda cannot write byte code, so that without it each cold start would compile. It is Python 3.13's alone, and
    names the place where Lambda has the source, for tracebacks."""
    wanted = {Path(importlib.util.cache_from_source(str(path))) for path in layer.rglob("*.py")}
    found = set(layer.rglob("__pycache__/*")) | set(layer.rglob("*.pyc"))
    assert wanted == found
    for path in found:
        code = path.read_bytes()
        assert importlib.util.MAGIC_NUMBER == code[:4]
        assert UNCHECKED == int.from_bytes(code[4:8], "little")
        source = Path(importlib.util.source_from_cache(str(path)))
        assert f"/opt/python/{source.relative_to(layer)}" == marshal.loads(code[16:]).co_filename  # noqa: S302 - ours


def test_botocore_describes_the_services_that_functions_call_and_no_others(built: Path) -> None:
    """A client of a service that is not described could not be made."""
    code = "".join(path.read_text() for path in (PROJECT / "layers" / "common" / "wod").rglob("*.py"))
    described = {path.name for path in (built / "CommonLayer/python/botocore/data").iterdir() if path.is_dir()}
    assert set(re.findall(r'\bclient\("([^"]+)"\)', code)) == described


def test_layers_are_as_small_as_they_should_be(built: Path) -> None:
    """A layer that has grown by more than a tenth has unintended content."""
    sizes = {name: sum(path.stat().st_size for path in (built / name).rglob("*") if path.is_file()) for name in FOLDERS}
    assert {} == {name: size for name, size in sizes.items() if size > LARGEST[name]}
    assert sum(sizes.values()) < LARGEST_FUNCTION


@pytest.mark.parametrize("layer", RECIPES, indirect=True)
def test_another_machine_makes_the_same_layer(layer: Path, tmp_path: Path) -> None:
    """Every byte is the same on a Mac with another Python in front, other habits, and another order of hashes."""
    elsewhere = tmp_path / "another machine"
    elsewhere.mkdir()
    (elsewhere / "python3").write_text("#!/bin/sh\necho 'this Python is not asked' >&2\nexit 1\n")
    (elsewhere / "python3").chmod(0o700)
    finished = make_layer(
        layer.parent.name,
        PROJECT / "layers" / FOLDERS[layer.parent.name],
        elsewhere / "artifacts",
        PATH=str(elsewhere),
        _PYTHON_HOST_PLATFORM="macosx-14.0-arm64",  # what pip takes for the platform
        PYTHONOPTIMIZE="2",
        PYTHONHASHSEED="7",
        TZ="Pacific/Auckland",
        LC_ALL="C",
    )
    assert 0 == finished.returncode, finished.stderr
    assert contents(layer) == contents(elsewhere / "artifacts" / "python")


@pytest.mark.parametrize("name", RECIPES)
def test_a_package_that_was_changed_stops_the_build(name: str, tmp_path: Path) -> None:
    """A wheel with another hash than the pinned one is not installed, and neither is one without."""
    folder = tmp_path / "layer"
    shutil.copytree(PROJECT / "layers" / FOLDERS[name], folder)
    pinned = "six==1.17.0" + (PROJECT / "layers/pandas/requirements.txt").read_text().partition("six==1.17.0")[2]
    for requirement in (re.sub("[0-9a-f]{64}", "0" * 64, pinned), "six==1.17.0\n"):
        (folder / "requirements.txt").write_text(requirement)
        finished = make_layer(name, folder, tmp_path / "artifacts")
        assert finished.returncode
        assert "hash" in finished.stderr.lower()
        assert not (tmp_path / "artifacts" / "python" / "six.py").exists()
