"""Each function can be imported with only its folder and layers."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

import pytest

from wod_cli import PROJECT

pytestmark = pytest.mark.timeout(900)

# -I and -S leave the standard library only; -B leaves the build as it is.
IMPORT = "import sys; sys.path[:0] = sys.argv[1:]; import app; print(*{name.partition('.')[0] for name in sys.modules})"


class Function(NamedTuple):
    """A built function: its layers by their names in the template, and the names of its settings."""

    layers: list[str]
    settings: list[str]


def imports(folder: Path, layers: list[Path], settings: list[str]) -> subprocess.CompletedProcess[str]:
    """Import a built function's handler, with these layers, and with something in each of its settings. It prints all
    packages that were imported."""
    return subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-I", "-S", "-B", "-c", IMPORT, *map(str, (folder, *layers))],
        env=dict.fromkeys(settings, "given"),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def functions(built: Path) -> dict[str, Function]:
    """The built functions, by their names in the template."""
    from cfnlint.decode.cfn_yaml import loads  # takes a second to load, and each process would

    template = loads((built / "template.yaml").read_text())
    common = template["Globals"]["Function"]
    return {
        name: Function(
            [layer["Ref"] for each in (common, body["Properties"]) for layer in each.get("Layers", [])],
            [name for each in (common, body["Properties"]) for name in each["Environment"]["Variables"]],
        )
        for name, body in template["Resources"].items()
        if not name.startswith("Fn::ForEach::") and body["Type"] == "AWS::Serverless::Function"
    }


@pytest.fixture(scope="module")
def imported(built: Path, functions: dict[str, Function]) -> dict[str, subprocess.CompletedProcess[str]]:
    """The import of each function, with all of its layers."""
    return {
        name: imports(built / name, [built / layer / "python" for layer in function.layers], function.settings)
        for name, function in functions.items()
    }


def test_every_function_finds_all_that_it_imports(imported: dict[str, subprocess.CompletedProcess[str]]) -> None:
    """No function leans on what happens to be installed beside it."""
    assert {} == {name: finished.stderr for name, finished in imported.items() if finished.returncode}
    assert 14 == len(imported)


def requirements() -> Iterator[tuple[str, str]]:
    for layer, folder in (("CommonLayer", "common"), ("PandasLayer", "pandas"), ("SiteLayer", "site")):
        for line in (PROJECT / "layers" / folder / "requirements.in").read_text().splitlines():
            # Time zones are looked up when a blog is read, and imported by nothing.
            if line and not line.startswith("#") and line != "tzdata":
                yield layer, line


@pytest.mark.parametrize(("layer", "requirement"), list(requirements()))
def test_a_requirement_taken_out_of_a_layer_is_missed(
    built: Path,
    functions: dict[str, Function],
    imported: dict[str, subprocess.CompletedProcess[str]],
    layer: str,
    requirement: str,
    tmp_path: Path,
) -> None:
    """If one requirement is missing, some function cannot be imported."""
    taken = {Path(str(file)).parts[0] for file in files(requirement) or []}
    for entry in (built / layer / "python").iterdir():
        if entry.name not in taken:
            (tmp_path / entry.name).symlink_to(entry)

    packages = {name.removesuffix(".py") for name in taken}
    users = {
        name: function
        for name, function in functions.items()
        if layer in function.layers and not packages.isdisjoint(imported[name].stdout.split())
    }
    assert any(
        imports(
            built / name,
            [tmp_path if each == layer else built / each / "python" for each in function.layers],
            function.settings,
        ).returncode
        for name, function in users.items()
    )
