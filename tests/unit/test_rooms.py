"""The walls of the house: which room may import which, and which libraries come into which room.

The ground floor is the modules directly in `wod/` itself: shapes, keys, blogs, languages, files of weeks. Above it are
the rooms of pure code, then `plumbing`, which alone talks to AWS and to blogs, then the functions and the command.
"""

import ast
import sys
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

import pytest

from tests.sources import nodes_of

PROJECT = Path(__file__).parents[2]
WOD = PROJECT / "layers" / "common" / "wod"
GROUND = "ground floor"
PURE = {"notation", "reading", "figures", "lifting", "site", "announcing"}

MAY_IMPORT = {
    GROUND: set(),
    "notation": {GROUND},
    "reading": {GROUND, "notation"},
    "figures": {GROUND, "notation"},
    "lifting": {GROUND, "notation"},
    "site": {GROUND, "figures", "lifting"},
    "announcing": {GROUND, "figures"},
    "plumbing": {GROUND, *PURE},
    "schemas": {GROUND, "figures", "lifting"},
    "functions": {GROUND, *PURE, "plumbing"},
    "command": {GROUND, *PURE, "plumbing"},
}
"""By room, the other rooms. `schemas` is the program that writes the published schemas of several rooms."""

NOTATION = WOD / "notation"
MAY_IMPORT_IN_NOTATION = {
    "text": set(),
    "grammar": {"text"},
    "work": {"text", "grammar"},
    "prose": {"text", "grammar"},
    "readers": {"text", "grammar", "work", "prose"},
    "blocks": {"text", "grammar", "work"},
}
"""By room of `wod.notation`, the other rooms of it."""

TYPES_OF_NOTATION = {"values", "elements"}
"""The modules that its rooms share; the others outside of rooms put the rooms together."""

READING = WOD / "reading"
MAY_IMPORT_IN_READING = {
    "html": set(),
    "dates": set(),
    "parts": set(),
    "days": {"dates", "parts"},
}
"""By room of `wod.reading`, the other rooms of it."""

COMMAND = PROJECT / "cli" / "wod_cli"
MAY_IMPORT_IN_THE_COMMAND = {
    "": {"commands", "deployed", "terminal"},
    "commands": {"", "posts", "terminal", "lifter", "embedded", "deployed", "lakehouse", "costs"},
    "posts": {""},
    "terminal": {"", "lifter", "posts"},
    "lifter": {""},
    "embedded": {""},
    "deployed": {"", "posts", "terminal", "embedded"},
    "lakehouse": {""},
    "costs": {""},
    "testbed": {"", "posts", "embedded", "deployed"},
}
"""By room of `wod_cli`, the other rooms of it; its ground floor has no name."""

LIBRARIES = {
    GROUND: {"msgspec", "rtoml"},
    "notation": {"msgspec", "rtoml"},
    "reading": {"msgspec", "lxml", "pandas"},
    "figures": {"msgspec"},
    "lifting": {"msgspec", "rtoml"},
    "site": {"msgspec", "jinja2", "icalendar"},
    "announcing": {"msgspec"},
    "schemas": {"msgspec"},
}
"""By room, the libraries; the other rooms may import any."""


@cache
def room_of(file: Path) -> str:
    """Return the room that a file of the project is in."""
    if not file.is_relative_to(WOD):
        return "functions" if file.is_relative_to(PROJECT / "functions") else "command"
    first, *others = file.relative_to(WOD).parts
    if others:
        return first
    return "schemas" if first == "schemas.py" else GROUND


@cache
def room_of_module(name: str) -> str:
    """Return the room of a module of the project; empty for any other."""
    package, *others = name.split(".")
    if package != "wod":
        return "command" if package == "wod_cli" else ""
    first = others[0] if others else "__init__"
    return room_of(WOD / first / "__init__.py" if (WOD / first).is_dir() else WOD / f"{first}.py")


@cache
def imports() -> tuple[tuple[Path, str], ...]:
    """Return each file of layers, functions and command with each module that it imports, inside of functions too."""
    folders = (WOD, PROJECT / "functions", PROJECT / "cli")
    return tuple(
        (file, name) for folder in folders for file in sorted(folder.rglob("*.py")) for name in imported_by(file)
    )


def imported_by(file: Path) -> Iterator[str]:
    for node in nodes_of(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{file} imports relatively"
            # `from wod import plumbing` names a room as well
            yield from (f"wod.{alias.name}" for alias in node.names) if node.module == "wod" else [node.module]


def room_in_the_command(parts: tuple[str, ...]) -> str:
    """Return the room of a module of `wod_cli`, by the parts of its name below that."""
    return parts[0] if parts and (COMMAND / parts[0]).is_dir() else ""


def imports_in_the_command() -> Iterator[tuple[str, str, Path, str]]:
    """Yield the two rooms of each import from one room of `wod_cli` into another, with the file and the module."""
    for file, name in imports():
        if file.is_relative_to(COMMAND) and name.split(".")[0] == "wod_cli":
            room = room_in_the_command(file.relative_to(COMMAND).parts[:-1])
            other = room_in_the_command(tuple(name.split(".")[1:]))
            if room != other:
                yield room, other, file, name


def sentences(found: set[tuple[Path, str]]) -> list[str]:
    return sorted(f"{file.relative_to(PROJECT)} imports {name}" for file, name in found)


def test_every_room_has_its_walls() -> None:
    """A new folder in `wod/` has to say what it may import."""
    assert MAY_IMPORT.keys() == {room_of(file) for file, _ in imports()} | {GROUND}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_no_other_than_it_may(room: str) -> None:
    """Data flows one way: from the page to the notation, to the figures, to the site."""
    wrong = {
        (file, name)
        for file, name in imports()
        if room_of(file) == room and room_of_module(name) not in {"", room, *MAY_IMPORT[room]}
    }
    assert [] == sentences(wrong)


@pytest.mark.parametrize("room", LIBRARIES)
def test_a_pure_room_imports_no_library_that_talks_to_the_world(room: str) -> None:
    """No AWS, no HTTP, no logger: it gets values and returns values."""
    known = LIBRARIES[room] | {"wod"} | sys.stdlib_module_names
    wrong = {(file, name) for file, name in imports() if room_of(file) == room and name.split(".")[0] not in known}
    assert [] == sentences(wrong)


TALKING = {"socket", "http", "urllib.request", "subprocess", "ssl", "asyncio", "multiprocessing", "threading"}


def test_pure_rooms_start_nothing() -> None:
    """They start no process, no thread and no connection, by the standard library either."""
    wrong = {
        (file, name)
        for file, name in imports()
        if room_of(file) in {GROUND, *PURE} and (name in TALKING or name.split(".")[0] in TALKING)
    }
    assert [] == sentences(wrong)


def test_pure_rooms_read_no_environment() -> None:
    """Settings are arguments, which `plumbing` reads. Only the package itself looks whether it is on Lambda."""
    assert ["layers/common/wod/__init__.py imports os"] == sentences(
        {(file, name) for file, name in imports() if room_of(file) in {GROUND, *PURE} and name.split(".")[0] == "os"}
    )


def test_pandas_cleans_and_does_nothing_else() -> None:
    """Its layer is that of one function, and no other module may need it."""
    assert ["layers/common/wod/reading/cleaning.py imports pandas"] == sentences(
        {(file, name) for file, name in imports() if name.split(".")[0] == "pandas"}
    )


def test_days_and_parts_are_found_without_notation() -> None:
    """Finding days and parts does not depend on the notation of their lines; only the stage of records uses both."""
    assert {"records.py"} == {
        file.name for file, name in imports() if room_of(file) == "reading" and room_of_module(name) == "notation"
    }


def imports_beyond(walls: dict[str, set[str]], house: Path, shared: Set[str] = frozenset()) -> set[tuple[Path, str]]:
    """Return the imports from a room of a folder of `wod/` of modules in that folder that the room may not import."""
    return {
        (file, name)
        for file, name in imports()
        if name.startswith(f"wod.{house.name}.")
        for room, others in walls.items()
        if name.split(".")[2] not in {room, *others, *shared} and file.is_relative_to(house / room)
    }


def test_a_room_of_notation_imports_no_later_step() -> None:
    """A step knows the steps before it, and the types that all of them share."""
    assert [] == sentences(imports_beyond(MAY_IMPORT_IN_NOTATION, NOTATION, TYPES_OF_NOTATION))


def test_a_room_of_reading_imports_no_other_than_it_may() -> None:
    """Days are found by dates and parts of a day, which know nothing of days; and the page knows none of them."""
    assert [] == sentences(imports_beyond(MAY_IMPORT_IN_READING, READING))


@pytest.mark.parametrize(("house", "walls"), [(NOTATION, MAY_IMPORT_IN_NOTATION), (READING, MAY_IMPORT_IN_READING)])
def test_every_room_of_a_folder_has_its_walls(house: Path, walls: dict[str, set[str]]) -> None:
    """A new folder in `wod/notation/` or `wod/reading/` has to say what it may import."""
    assert walls.keys() == {file.parent.name for file in house.glob("*/__init__.py")}


def test_production_code_imports_no_tests() -> None:
    """It does not import the programs beside it either."""
    beside = {"tests", "events", "benchmarks", "reliability", "fuzz", "docs", "functions"}
    assert [] == sentences({(file, name) for file, name in imports() if name.split(".")[0] in beside})


def test_a_room_of_the_command_imports_no_other_than_it_may() -> None:
    """A command builds on rooms that know nothing of commands."""
    wrong = {
        (file, name)
        for room, other, file, name in imports_in_the_command()
        if other != "testbed" and other not in MAY_IMPORT_IN_THE_COMMAND[room]
    }
    assert [] == sentences(wrong)


def test_only_the_demonstration_uses_the_testbed() -> None:
    """The small WordPress, the inbox and the watch are for demo, tests and reliability, and for no other command."""
    assert {"demo.py"} == {file.name for _, other, file, _ in imports_in_the_command() if other == "testbed"}
