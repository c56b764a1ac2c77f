"""A real Chromium: one that is installed, else Playwright's own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "BROWSER_REQUIRED"
"""An environment variable: if it is set, a machine without a browser fails instead of skipping."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, without a window."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=_executable(playwright), args=["--no-sandbox"])
        yield launched
        launched.close()


def _executable(playwright: Playwright) -> str:
    installed = next((found for name in _NAMES if (found := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    if not installed and not Path(own).exists():
        reason = "There is no Chromium: install Debian's, or run `playwright install chromium`."
        pytest.fail(reason) if os.environ.get(REQUIRED) else pytest.skip(reason)
    return installed or own
