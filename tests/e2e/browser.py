"""A real Chromium: one that is installed, else Playwright's own."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, expect, sync_playwright

_SHELL = "chromium-headless-shell"
_APPLICATIONS = ("chromium", "chromium-browser", "google-chrome")
# A busy machine may take longer than the usual five seconds.
expect.set_options(timeout=30_000)

REQUIRED = "BROWSER_REQUIRED"
"""An environment variable: if it is set, a machine without a browser fails instead of skipping."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, without a window. Its shell takes a third of the time, and does all but install a page."""
    with sync_playwright() as playwright, _launched(playwright.chromium, (_SHELL, *_APPLICATIONS)) as browser:
        yield browser


@contextmanager
def application(beside: Browser) -> Iterator[Browser]:
    """The whole application, without a window, beside a browser that runs."""
    with _launched(beside.browser_type, _APPLICATIONS) as browser:
        yield browser


@contextmanager
def _launched(kind: BrowserType, names: Sequence[str]) -> Iterator[Browser]:
    browser = kind.launch(executable_path=_executable(kind, names), args=["--no-sandbox"])
    yield browser
    browser.close()


def _executable(kind: BrowserType, names: Sequence[str]) -> str:
    installed = next((found for name in names if (found := shutil.which(name))), None)
    own = kind.executable_path
    if not installed and not Path(own).exists():
        reason = "There is no Chromium: install Debian's, or run `playwright install chromium`."
        pytest.fail(reason) if os.environ.get(REQUIRED) else pytest.skip(reason)
    return installed or own
