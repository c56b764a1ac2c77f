"""Make the pictures of the README from the sample post: `make pictures`.

The page is that of the stage `render_week`, in a real Chromium; the terminal's is the output of `wod session`.
"""

import io
from datetime import date
from pathlib import Path

import msgspec
from playwright.sync_api import Page
from rich.console import Console
from rich.terminal_theme import MONOKAI
from tests.e2e.browser import chromium
from tests.sites import site_of, stored_week

from wod.lifting.lifter import Lifter, Maximum, defaults
from wod_cli import PROJECT
from wod_cli.site_server import serve_site
from wod_cli.terminal.session_page import session_page

HERE = Path(__file__).parent / "pictures"
SAMPLE = PROJECT / "events" / "posts" / "normal_week.json"
MAXIMA = {"Snatch": 100, "Back Squat": 140}

# Rich's own frame of a picture takes its font from another host.
_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" class="rich-terminal">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, monospace; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def main() -> None:
    """Write `page.png` and `session.svg`."""
    week = stored_week(SAMPLE.read_bytes())
    record = msgspec.to_builtins(week.records[0])
    lifter = Lifter(
        settings=defaults("kg"),
        maxima=[
            Maximum(lift=lift, reps=1, weight=weight, unit="kg", date=date(2021, 1, 1).isoformat())
            for lift, weight in MAXIMA.items()
        ],
    )
    console = Console(file=io.StringIO(), record=True, width=92)
    console.print(session_page(record, lifter))
    svg = console.export_svg(title="wod session 2021-03-08", theme=MONOKAI, code_format=_SVG, unique_id="session")
    (HERE / "session.svg").write_text(svg, encoding="utf-8")

    _, files = site_of([[week]])
    with serve_site(files.get) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 400, "height": 860}, device_scale_factor=2)
        page.goto(f"{address}weeks/2021-W10.html#2021-03-08")
        _enter_maxima(page)
        page.locator(".session:visible [id$='-b']").scroll_into_view_if_needed()
        page.screenshot(path=HERE / "page.png")


def _enter_maxima(page: Page) -> None:
    form = page.locator("#first-visit")
    form.get_by_label("Unit").select_option("kg")
    for lift, weight in MAXIMA.items():
        form.get_by_label(lift, exact=True).fill(str(weight))
    form.get_by_role("button", name="Keep").click()


if __name__ == "__main__":
    main()
