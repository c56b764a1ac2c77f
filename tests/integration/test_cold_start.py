"""Modules that a function does not load while it starts."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import gc
import wod
before = gc.isenabled()
from wod.plumbing.telemetry import instrumented
instrumented(lambda event, context: {})
print(before, gc.isenabled(), gc.get_freeze_count() > 10_000)
"""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"AWS_LAMBDA_FUNCTION_NAME": "dev-segment-days"}, "False True True"), ({}, "True True True")],
    ids=["in a function", "elsewhere"],
)
def test_garbage_is_looked_for_once_a_function_has_started(environment: dict[str, str], expected: str) -> None:
    """It is not while modules are imported, and what they loaded is never searched again. Other programs that import
    the package collect theirs all the time."""
    elsewhere = {name: value for name, value in os.environ.items() if name != "AWS_LAMBDA_FUNCTION_NAME"}
    ended = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", PROGRAM], env=elsewhere | environment, capture_output=True, text=True, check=True
    )
    assert expected == ended.stdout.strip()
