"""The sample events are what the stages would really get."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("make_events", ROOT / "events" / "make.py")
assert SPEC
assert SPEC.loader
MAKE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(MAKE)


def test_every_function_has_a_sample_event() -> None:
    """Each function can be tried with a sample event."""
    functions = {path.name for path in (ROOT / "functions").iterdir()}
    assert functions <= {path.stem for path in (ROOT / "events").glob("*.json")}


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "events").glob("*.json")))
def test_a_sample_event_is_what_the_stage_before_would_send(name: str) -> None:
    """A change of a message changes the sample with it; `make events` rewrites them."""
    assert MAKE.as_text(MAKE.sample_events()[name]) == (ROOT / "events" / f"{name}.json").read_text()
