"""The page's arithmetic in the browser that lifters have."""

from tests.e2e.browser import chromium
from tests.unit.lifting.test_loads import TABLE, arguments, check
from wod.lifting.tables import SCRIPT
from wod_cli.site_server import files_in, serve_site

ANSWERS = """async (calls) => {
  const loads = await import("/loads.js");
  return calls.map(({ call, given }) => {
    try {
      return { gives: loads[call](...given) };
    } catch (error) {
      return { fails: error.message };
    }
  });
}"""


def test_a_browser_gives_what_was_worked_out_by_hand() -> None:
    """Each case of the table holds, in kilograms and pounds, under the site's own security policy."""
    calls = [{"call": case["call"], "given": list(arguments(case).values())} for case in TABLE["cases"]]
    with serve_site(files_in(SCRIPT.parent)) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}style.css")
        for case, answer in zip(TABLE["cases"], page.evaluate(ANSWERS, calls), strict=True):
            check(case, answer)
