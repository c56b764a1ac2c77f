"""What is deployed has all that it imports: each function is imported with its folder and layers and nothing else."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest
from cfnlint.decode.cfn_yaml import loads

from wod_cli import PROJECT

pytestmark = pytest.mark.timeout(900)

# -I and -S leave the standard library only; -B leaves the build as it is.
IMPORT = "import sys; sys.path[:0] = sys.argv[1:]; import app"


def imports(function: Path, layers: list[Path]) -> subprocess.CompletedProcess[str]:
    """Import a built function's handler, with these layers."""
    paths = [str(path) for path in (function, *layers)]
    return subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-I", "-S", "-B", "-c", IMPORT, *paths], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def functions(built: Path) -> dict[str, list[str]]:
    """The layers of each built function, by their names in the template."""
    template = loads((built / "template.yaml").read_text())
    common = template["Globals"]["Function"]["Layers"]
    return {
        name: [layer["Ref"] for layer in [*common, *body["Properties"].get("Layers", [])]]
        for name, body in template["Resources"].items()
        if body["Type"] == "AWS::Serverless::Function"
    }


def test_every_function_finds_all_that_it_imports(built: Path, functions: dict[str, list[str]]) -> None:
    """No function leans on what happens to be installed beside it."""
    failed = {}
    for name, layers in functions.items():
        finished = imports(built / name, [built / layer / "python" for layer in layers])
        if finished.returncode:
            failed[name] = finished.stderr
    assert {} == failed
    assert 11 == len(functions)


def requirements() -> Iterator[tuple[str, str]]:
    for layer, folder in (("CommonLayer", "common"), ("PandasLayer", "pandas")):
        for line in (PROJECT / "layers" / folder / "requirements.in").read_text().splitlines():
            if line and not line.startswith("#"):
                yield layer, line


@pytest.mark.parametrize(("layer", "requirement"), list(requirements()))
def test_a_requirement_taken_out_of_a_layer_is_missed(
    built: Path, functions: dict[str, list[str]], layer: str, requirement: str, tmp_path: Path
) -> None:
    """Without any one of the requirements some function cannot be imported: the test above would say so."""
    whole = built / layer / "python"
    taken = top_level(whole, requirement)
    for entry in whole.iterdir():
        if entry.name not in taken:
            (tmp_path / entry.name).symlink_to(entry)

    users = {name: layers for name, layers in functions.items() if layer in layers}
    assert any(
        imports(built / name, [tmp_path if each == layer else built / each / "python" for each in layers]).returncode
        for name, layers in users.items()
    )


def top_level(layer: Path, distribution: str) -> set[str]:
    """What a distribution has put into a layer: the first part of each of its files' paths."""
    info = next(layer.glob(f"{distribution.replace('-', '_')}-*.dist-info"))
    return {Path(str(file)).parts[0] for file in PathDistribution(info).files or []}
