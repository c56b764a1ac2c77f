"""The programs in docs/, which is no package."""

import importlib.util
from functools import cache
from typing import Any

from wod_cli import PROJECT


@cache
def loaded(name: str) -> Any:
    """Return a program of docs/ as a module."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", PROJECT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
