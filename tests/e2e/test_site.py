"""The site as a lifter uses it: a phone, a thumb, a bar, and one bar of reception."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.e2e.browser import application, chromium
from tests.e2e.posts import raw, week_post
from tests.sites import MONDAY, edited, site_of, stored_week, week_of
from wod.blog import load_blog
from wod.site.files import Files
from wod_cli import PROJECT
from wod_cli.site_server import serve_site

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SAMPLES = PROJECT / "events" / "posts"
MONDAYS = "#2021-03-08"


@dataclass
class Visit:
    """A phone at the site: its page, its requests, and the errors of the browser."""

    page: Page
    address: str
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Page:
        self.page.goto(f"{self.address}{path}")
        return self.page


type Open = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="module")
def files() -> Files:
    """The site of the sample week, whose last snatches the coach made lighter, and of the week before."""
    week = stored_week((SAMPLES / "normal_week.json").read_bytes())

    def lighter(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_b": record["segment_b"].replace("80-82%", "80-81%")}

    before = week_of({"Monday": ["A)", "Snatch 5x2 @ 70%"]}, MONDAY.replace(day=1))
    return site_of([[before], [week, edited(week, lighter, "2021-03-09T18:10:00")]])[1]


@pytest.fixture
def visit(browser: Browser, files: Files) -> Open:
    """Open the site in a browser of its own; at the end no other host got a request, and there was no error."""

    @contextmanager
    def opened(site: Files = files, within: Browser = browser, **options: Any) -> Iterator[Visit]:
        with serve_site(site.get) as address:
            context = within.new_context(**({"viewport": PHONE, "locale": "en-GB"} | options))
            made = Visit(context.new_page(), address)
            watch(context, made)
            yield made
            context.close()
        assert [] == made.complaints
        assert not [request.url for request in made.requests if not request.url.startswith((address, "blob:"))]

    return opened


def watch(context: BrowserContext, visit: Visit) -> None:
    """Note the page's requests and errors."""
    context.on("request", lambda request: visit.requests.append(request))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on(
        "console",
        lambda message: visit.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )


def enter_maxima(page: Page, unit: str, **weights: str) -> None:
    """Fill in the form of the first visit."""
    form = page.locator("#first-visit")
    form.get_by_label("Unit").select_option(unit)
    for lift, weight in weights.items():
        form.get_by_label(lift.replace("_", " ").replace("and", "&"), exact=True).fill(weight)
    form.get_by_role("button", name="Keep").click()


def rows(page: Page, segment: str) -> Locator:
    """The rows of a segment of the day that is shown."""
    return page.locator(f".day:visible .session:visible [id$='-{segment}'] .row")


def expect_texts(found: Locator, wanted: list[str]) -> None:
    """Wait until a reader sees these texts."""
    expect(found).to_have_text(wanted, use_inner_text=True)


def texts(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def discs(row: Locator) -> list[str]:
    return texts(row.locator(".disc.on"))


def test_kilograms_are_what_the_bar_can_be_loaded_with(visit: Open) -> None:
    """98 kg: 70 % are 68.6, loaded 67.5 with 20, 2.5 and 1.25 a side; 75 % are 73.5, loaded 72.5; of 78.4 to 80.4 only
    80 can be loaded. 72 to 77 % of 160 kg are 115.2 to 123.2, and 117.5 to 122.5 lie inside."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98", Back_Squat="160")
        snatch = rows(page, "b")
        expect_texts(snatch.locator(".weight"), ["67.5 kg", "72.5 kg", "80 kg"])
        assert [["20", "2.5", "1.25"], ["25", "1.25"], ["25", "5"]] == [discs(row) for row in snatch.all()]
        assert ["+2.5 a side", "+3.75 a side"] == [
            text for text in texts(snatch.locator(".plates span")) if "+" in text
        ]
        expect_texts(rows(page, "d").locator(".weight"), ["117.5–122.5 kg"])


def test_pounds_are_what_the_bar_can_be_loaded_with(visit: Open) -> None:
    """215 lb: 70 % are 150.5, loaded 150 with 45, 5 and 2.5 a side of a bar of 45; 75 % are 161.25, loaded 160; of 172
    to 176.3 only 175 can be loaded. Between 150 and 160 only a 5 comes off and a 10 goes on."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "lb", Snatch="215")
        snatch = rows(page, "b")
        expect_texts(snatch.locator(".weight"), ["150 lb", "160 lb", "175 lb"])
        assert [["45", "5", "2.5"], ["10"], ["45", "15", "5"]] == [discs(row) for row in snatch.all()]
        expect_texts(snatch.locator(".disc.off"), ["off 5"])


def test_the_exact_weight_is_one_tap_away(visit: Open) -> None:
    """A tap shows 70 % of 98 kg."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98")
        rows(page, "b").first.locator(".weight button").click()
        expect(rows(page, "b").first.locator(".exact")).to_have_text("exactly 68.6 kg")


def test_a_spanish_page_names_lifts_in_spanish(visit: Open) -> None:
    """It is there if a maximum is missing or estimated, and in the list of the lifter's own."""
    forja = load_blog("forja")
    week = stored_week((SAMPLES / "forja" / "lunes.json").read_bytes(), blog=forja)
    with visit(site_of([[week]], forja)[1], locale="es-ES") as made:
        page = made.open("#2024-03-11")
        page.get_by_role("button", name="Más tarde").click()
        squat = rows(page, "a")
        squat.get_by_role("button", name="falta tu máximo de Sentadilla trasera").click()
        squat.get_by_label("Sentadilla trasera (kg)").fill("122,5")
        squat.get_by_role("button", name="Guardar").click()
        estimate = "estimado de Sentadilla trasera 122,5 kg: escribe tu Cargada y envión"
        expect(rows(page, "b").get_by_role("button", name=estimate)).to_be_visible()
        page = made.open("mine.html")
        expect_texts(page.locator("#maxima-list h3"), ["Sentadilla trasera"])
        page.get_by_label("Levantamiento").select_option("Sentadilla frontal")


def test_a_missing_maximum_is_entered_where_it_is_missed(visit: Open) -> None:
    """The row names the lift, takes the weight, and shows what to load; a sentence says what is not a weight."""
    with visit() as made:
        page = made.open(MONDAYS)
        page.get_by_role("button", name="Later").click()
        squat = rows(page, "d")
        squat.get_by_role("button", name="needs your Back Squat maximum").click()
        field = squat.get_by_label("Back Squat (kg)")
        field.fill("heavy")
        squat.get_by_role("button", name="Keep").click()
        expect(squat.get_by_role("alert")).to_contain_text("heavy")
        field.fill("160kg")
        field.press("Enter")
        expect(squat.locator(".weight")).to_contain_text("117.5–122.5")


def test_an_estimate_looks_like_one(visit: Open) -> None:
    """65 % of a power snatch that is estimated as 80 % of a snatch of 100 kg: about 52 kg, loaded 52.5."""
    with visit() as made:
        page = made.open("#2021-03-11")
        enter_maxima(page, "kg", Snatch="100")
        row = rows(page, "a").first
        expect(row.locator(".weight")).to_have_text("~52.5 kg")
        expect(row.get_by_role("button", name="estimate from Snatch 100 kg")).to_be_visible()


def test_a_test_day_keeps_its_result(visit: Open) -> None:
    """The maximum has the date of the test, and counts from that day on."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98")
        page.goto(f"{made.address}#2021-03-12")
        row = rows(page, "a")
        row.get_by_role("button", name="enter your result").click()
        row.get_by_label("Snatch").fill("103")
        row.get_by_role("button", name="Keep").click()
        expect(row).to_contain_text("your result: 103 kg, 12 Mar 2021")
        page.goto(f"{made.address}mine.html")
        expect(page.locator("#maxima-list")).to_contain_text("103 kg")


def test_the_page_opens_at_today(visit: Open) -> None:
    """On a Thursday of the week it opens at that session, and after the week at its first one."""
    for now, day in (("2021-03-11T18:00:00", "Thu 11 Mar"), ("2021-06-01T18:00:00", "Mon 8 Mar")):
        with visit() as made:
            made.page.clock.set_fixed_time(now)
            made.open()
            expect_texts(made.page.locator(".day:visible h2"), [day])


def test_the_page_opens_at_today_in_an_older_week(visit: Open) -> None:
    """The newest week may be the next one already."""
    with visit() as made:
        made.page.clock.set_fixed_time("2021-03-03T18:00:00")
        made.open()
        made.page.wait_for_url("**/weeks/2021-W09.html#2021-03-03")
        expect_texts(made.page.locator(".day:visible h2"), ["Wed 3 Mar"])


def test_days_are_a_tap_a_key_or_a_swipe_away(visit: Open) -> None:
    """Dots, arrows and the arrow keys lead from day to day, and over the end of the week."""
    with visit(has_touch=True) as made:
        page = made.open(MONDAYS)
        shown = page.locator(".day:visible h2")
        page.get_by_role("link", name="Friday 12 March 2021: session").click()
        expect(shown).to_have_text("Fri 12 Mar")
        page.get_by_role("link", name="The day after").click()
        expect(shown).to_have_text("Sat 13 Mar")
        page.keyboard.press("ArrowLeft")
        expect(shown).to_have_text("Fri 12 Mar")
        swipe(page, 300, 60)
        expect(shown).to_have_text("Sat 13 Mar")
        page.goto(f"{made.address}{MONDAYS}")
        page.get_by_role("link", name="The day before").click()
        page.wait_for_url("**/weeks/2021-W09.html#2021-03-07")


def swipe(page: Page, start: int, end: int) -> None:
    """Move a finger across the page."""
    touch = "(x) => new Touch({ identifier: 1, target: document.querySelector('main'), clientX: x, clientY: 400 })"
    page.evaluate(
        f"""([start, end]) => {{
            const touch = {touch};
            const main = document.querySelector("main");
            main.dispatchEvent(new TouchEvent("touchstart", {{ touches: [touch(start)], bubbles: true }}));
            main.dispatchEvent(new TouchEvent("touchend", {{ changedTouches: [touch(end)], bubbles: true }}));
        }}""",
        [start, end],
    )


def test_the_clock_counts_the_sets(visit: Open) -> None:
    """`every 2:00 × 8`: ten seconds to walk to the bar, then two minutes a set, with the row of the set marked; a pause
    stops it, and a page that is loaded again goes on."""
    with visit() as made:
        page = made.page
        page.clock.install(time="2021-03-08T18:00:00")
        made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98")
        clock = page.locator("#clock")
        page.get_by_role("button", name="Start the clock of B").click()
        expect(clock.locator(".clock-what")).to_have_text("B · get ready")
        page.clock.run_for(11_000)
        expect(clock.locator(".clock-what")).to_have_text("B · set 1 of 8")
        expect(clock.locator(".clock-time")).to_have_text("1:59")
        expect(rows(page, "b").nth(0)).to_have_class(re.compile("now"))
        page.clock.run_for(6 * 60_000)
        expect(clock.locator(".clock-what")).to_have_text("B · set 4 of 8")
        expect(rows(page, "b").nth(1)).to_have_class(re.compile("now"))
        expect(clock.locator(".clock-next")).to_contain_text("72.5 kg")
        clock.get_by_role("button", name="Pause").click()
        page.clock.run_for(60_000)
        expect(clock.locator(".clock-time")).to_have_text("1:59")
        clock.get_by_role("button", name="Go on").click()
        page.reload()
        expect(clock.locator(".clock-what")).to_have_text("B · set 4 of 8")
        clock.get_by_role("button", name="Next").click()
        expect(clock.locator(".clock-what")).to_have_text("B · set 5 of 8")
        page.clock.run_for(8 * 60_000)
        expect(clock).to_be_hidden()


def test_rests_are_counted_down(visit: Open) -> None:
    """Three sets with 90 seconds of rest: each set lasts until the lifter says so."""
    with visit() as made:
        page = made.page
        page.clock.install(time="2021-03-08T18:00:00")
        made.open(MONDAYS)
        clock = page.locator("#clock")
        page.get_by_role("button", name="Start the clock of E").click()
        expect(clock.locator(".clock-what")).to_have_text("E · set 1 of 3")
        page.clock.run_for(47_000)
        expect(clock.locator(".clock-time")).to_have_text("0:47")
        clock.get_by_role("button", name="Next").click()
        expect(clock.locator(".clock-what")).to_have_text("E · rest")
        expect(clock.locator(".clock-time")).to_have_text("1:30")
        page.clock.run_for(91_000)
        expect(clock.locator(".clock-what")).to_have_text("E · set 2 of 3")


def test_the_clock_beeps(visit: Open) -> None:
    """Three short tones before the end and one at it; none if the lifter wants none."""
    counted = """() => {
        window.tones = 0;
        const make = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () { window.tones += 1; return make.call(this); };
    }"""
    with visit() as made:
        page = made.page
        page.clock.install(time="2021-03-08T18:00:00")
        made.open(MONDAYS)
        page.evaluate(counted)
        page.get_by_role("button", name="Start the clock of B").click()
        page.clock.run_for(11_000)
        assert 4 == page.evaluate("tones")
        page.goto(f"{made.address}mine.html")
        page.get_by_label("The clock beeps").uncheck()
        made.open(MONDAYS)
        page.evaluate(counted)
        page.clock.run_for(3 * 60_000)
        assert 0 == page.evaluate("tones")


def test_a_change_by_the_coach_is_marked(visit: Open) -> None:
    """It shows the text from before, and when it changed by the lifter's own clock; the day has a mark."""
    with visit(timezone_id="America/Los_Angeles") as made:
        page = made.open(MONDAYS)
        row = rows(page, "b").nth(2)
        expect(row.locator("del")).to_have_text("*Sets 7-8 = @ 80-82% of 1-RM Snatch")
        expect(row.locator("time")).to_have_text("Tue 9 Mar, 10:10")
        expect(page.locator(".dot.changed")).to_have_count(1)


def test_the_coachs_words_are_one_tap_away(visit: Open) -> None:
    """A tap shows all lines of a segment, as written."""
    with visit() as made:
        page = made.open(MONDAYS)
        words = page.locator(".day:visible [id$='-b'] .words")
        expect(words.get_by_text("Every 2 minutes, for 16 minutes (8 sets):")).to_be_hidden()
        words.get_by_text("The coach's words").click()
        expect(words.get_by_text("Every 2 minutes, for 16 minutes (8 sets):")).to_be_visible()


def test_it_works_offline_after_one_visit(visit: Open) -> None:
    """The week, the weights, the lists and the lifter's own page; also under the address without a file name."""
    with visit() as made:
        page = made.open()
        enter_maxima(page, "kg", Snatch="98")
        page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        page.context.set_offline(True)
        page.reload()
        made.open(MONDAYS)
        expect(rows(page, "b").first.locator(".weight")).to_have_text("67.5 kg")
        for path, text in (
            ("weeks.html", "8–14 March 2021"),
            ("lifts.html", "Back Squat"),
            ("mine.html", "98 kg"),
            ("weeks/2021-W09.html#2021-03-01", "Mon 1 Mar"),
        ):
            page.goto(f"{made.address}{path}")
            expect(page.locator("main")).to_contain_text(text)
        made.complaints.clear()  # Chromium says of each request that there is no network


def test_an_edit_is_seen_at_the_next_visit(visit: Open, files: Files) -> None:
    """The offline cache does not hide new content, if the network is not slower than its patience."""
    site = dict(files)
    site["sw.js"] = files["sw.js"].replace(b"PATIENCE = 2500", b"PATIENCE = 60000")  # this machine may be busy
    assert site["sw.js"] != files["sw.js"]
    with visit(site) as made:
        page = made.open(MONDAYS)
        page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        page.reload()
        site["index.html"] = files["index.html"].replace(b"Snatch Pull", b"Snatch Deadlift")
        page.reload()
        expect(page.locator(".day:visible")).to_contain_text("Snatch Deadlift")


def test_maxima_go_from_phone_to_phone_as_a_file(visit: Open, tmp_path: Any) -> None:
    """None of them is ever sent; any other file is refused with a sentence."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98", Clean_and_Jerk="125,5")
        page.goto(f"{made.address}mine.html")
        with page.expect_download() as download:
            page.get_by_role("button", name="Export").click()
        download.value.save_as(tmp_path / "maxima.json")
    maxima = json.loads((tmp_path / "maxima.json").read_text())["maxima"]
    assert [("Clean & Jerk", 125.5), ("Snatch", 98)] == [(one["lift"], one["weight"]) for one in maxima]
    (tmp_path / "other.json").write_text("{}")
    with visit() as made:
        page = made.open("mine.html")
        page.get_by_label("Import").set_input_files(tmp_path / "other.json")
        expect(page.locator("#file-problem")).to_contain_text("This is not a file of maxima")
        page.get_by_label("Import").set_input_files(tmp_path / "maxima.json")
        expect(page.locator("#maxima-list")).to_contain_text("125.5 kg")
        assert {"GET"} == {request.method for request in made.requests}


def test_bar_discs_and_unit_are_the_lifters(visit: Open) -> None:
    """A bar of 15 kg and no discs under 5: 68.6 kg can only be 65 with a 25 a side."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98")
        page.goto(f"{made.address}mine.html")
        page.get_by_label("Bar", exact=True).fill("15")
        page.get_by_label("Bar", exact=True).press("Tab")
        for size in ("2.5", "1.25"):
            page.locator("#discs").get_by_label(size, exact=True).uncheck()
        made.open(MONDAYS)
        first = rows(page, "b").first
        expect(first.locator(".weight")).to_have_text("65 kg")
        assert ["25"] == discs(first)


def test_the_lifters_amount_and_level_are_shown(visit: Open, spanish: Files) -> None:
    """The page shows the second of `43/30 kg`, and of the day's two levels Plata alone, in the blog's language."""
    with visit(spanish, locale="es-ES") as made:
        page = made.open("#2024-03-12")
        expect_texts(page.locator(".day:visible h3"), ["Oro", "Plata"])
        page.goto(f"{made.address}mine.html")
        page.get_by_label("De dos cantidades").select_option("second")
        page.get_by_label("Mi nivel").select_option("Plata")
        made.open("#2024-03-12")
        expect_texts(page.locator(".day:visible h3:visible"), ["Plata"])
        # Thrusters 30/20 kg: the empty bar
        expect(rows(page, "b").first).to_contain_text("barra vacía")
        expect(rows(page, "b").first.locator(".weight")).to_have_text("20 kg")


@pytest.fixture(scope="module")
def spanish() -> Files:
    """The site of a blog with a post for each day, in Spanish."""
    blog = load_blog("forja")
    posts = [path.read_bytes() for path in sorted((SAMPLES / "forja").glob("*.json")) if "editado" not in path.name]
    return site_of([[stored_week(*posts, blog=blog)]], blog)[1]


def test_an_error_is_in_the_language_of_the_page(visit: Open, spanish: Files, tmp_path: Any) -> None:
    """An invalid weight and an invalid file are refused in Spanish."""
    (tmp_path / "other.json").write_text("{}")
    with visit(spanish, locale="es-ES") as made:
        page = made.open("mine.html")
        page.get_by_label("Peso", exact=True).fill("mucho")
        page.get_by_role("button", name="Guardar").click()
        expect(page.locator("#add .problem")).to_contain_text("“mucho” no es un peso: escribe uno como 100kg")
        page.get_by_label("Importar").set_input_files(tmp_path / "other.json")
        expect(page.locator("#file-problem")).to_contain_text("No es un archivo de máximos (version está mal)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, scheme: str) -> None:
    """Contrast, names, roles and order are right, in light and in dark, with weights and all unfolded."""
    with visit(color_scheme=scheme) as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98")
        for path in (MONDAYS, "weeks.html", "lifts/snatch.html", "lifts.html", "mine.html", "404.html"):
            unfolded(made, path)
            found = Axe().run(page)
            assert 0 == found.violations_count, f"{path}: {found.generate_report()}"


def unfolded(visit: Visit, path: str) -> None:
    """Go to a page, and unfold all that unfolds."""
    visit.open(path)
    visit.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def test_colours_follow_the_phone_or_the_lifter(visit: Open) -> None:
    """Dark at night; light if the lifter wants it so."""
    with visit(color_scheme="dark") as made:
        page = made.open(MONDAYS)
        ground = "getComputedStyle(document.body).backgroundColor"
        assert "rgb(15, 17, 20)" == page.evaluate(ground)
        page.goto(f"{made.address}mine.html")
        page.get_by_label("Colours").select_option("light")
        assert "rgb(244, 244, 241)" == page.evaluate(ground)
        made.open(MONDAYS)
        assert "rgb(244, 244, 241)" == page.evaluate(ground)


def test_a_week_prints_on_one_sheet(visit: Open) -> None:
    """It prints with the weights filled in."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98", Back_Squat="160", Clean_and_Jerk="125")
        sheet = page.pdf(prefer_css_page_size=True)
        assert 1 == len(re.findall(rb"/Type\s*/Page\b(?!s)", sheet))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_is_wider_than_the_screen(visit: Open, size: dict[str, int]) -> None:
    """This holds from 360 to 1280 pixels, with weights and everything unfolded."""
    with visit(viewport=size) as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "lb", Snatch="215.5", Back_Squat="352.5")
        for path in (MONDAYS, "weeks.html", "lifts/snatch.html", "mine.html"):
            unfolded(made, path)
            assert size["width"] >= page.evaluate("document.documentElement.scrollWidth"), path


def test_a_thumb_hits_what_can_be_tapped(visit: Open) -> None:
    """Buttons, fields and links of a session are at least 48 pixels high; links within text may be less."""
    with visit() as made:
        page = made.open(MONDAYS)
        small = page.evaluate(
            """() => [...document.querySelectorAll("main :is(button, input, select, summary), .dot, a.step, .site a")]
                .filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 48)
                .map((one) => one.outerHTML)"""
        )
        assert [] == small


def test_nothing_moves_under_the_thumb(visit: Open) -> None:
    """Weights are there when the page is painted first, so nothing is moved by them."""
    with visit() as made:
        page = made.open(MONDAYS)
        enter_maxima(page, "kg", Snatch="98")
        page.add_init_script(
            """window.shifts = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) window.shifts += entry.value;
            }).observe({ type: "layout-shift", buffered: true });"""
        )
        page.reload()
        page.wait_for_load_state("networkidle")
        assert 0.01 > page.evaluate("shifts")


def test_the_first_view_is_light(browser: Browser, visit: Open) -> None:
    """It takes at most five requests and 100 kB, before the service worker fetches what it keeps."""
    with visit(service_workers="block") as made:
        session = made.page.context.new_cdp_session(made.page)
        session.send("Network.enable")
        received: list[float] = []
        session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        made.open()
        made.page.wait_for_load_state("networkidle")
        assert 5 >= len(made.requests)
        assert 100_000 > sum(received)
        made.complaints.clear()  # of the service worker that the test has blocked


def test_it_can_be_installed(browser: Browser, visit: Open) -> None:
    """Chromium has nothing against it, except that no browser of a test has a profile to install it in."""
    with application(browser) as chrome, visit(within=chrome) as made:
        page = made.open()
        page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        session = page.context.new_cdp_session(page)
        manifest = session.send("Page.getAppManifest")
        assert [] == manifest["errors"]
        assert "CrossFit Invictus Weightlifting" == json.loads(manifest["data"])["name"]
        errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert ["in-incognito"] == [error["errorId"] for error in errors]


HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"


def test_a_hostile_post_is_only_text(visit: Open) -> None:
    """Its title, headings, lines and links are shown, and nothing of them runs or is requested."""
    written = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    post = week_post(
        MONDAY,
        {
            "Monday": [
                f"Warm-Up: {written}",
                "A)",
                f'<a href="javascript:alert(1)">Snatch</a> x 2 reps @ 70% {written}',
                f'<a href="https://v.example/{written.replace(chr(34), "&quot;")}">{written}</a> x 3 reps',
                written,
            ]
        },
    )
    post["title"]["rendered"] += f" {written}"
    week = edited(stored_week(raw(post)), lambda record: record | {"session": HOSTILE}, "2021-03-01T08:00:00")
    _, site = site_of([[week]])
    with visit(site) as made:
        page = made.page
        unfolded(made, MONDAYS)
        expect(page.locator(".day:visible")).to_contain_text("<script>document.title='owned'</script>")
        assert "owned" != page.title()
        assert 0 == page.locator("main img, main script").count()
        assert not [link for link in page.locator("a").all() if "javascript" in str(link.get_attribute("href"))]


def test_the_policy_stops_what_a_page_would_let_in(visit: Open) -> None:
    """A script within a page does not run: the server's header and the page itself forbid it."""
    with visit() as made:
        page = made.open(MONDAYS)
        page.evaluate(
            "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)"
        )
        assert page.evaluate("window.ran === undefined")
        assert any("Content Security Policy" in complaint for complaint in made.complaints)
        made.complaints.clear()


def test_it_can_be_used_without_a_pointer(visit: Open) -> None:
    """The first tab stop leads to the training, and the clock starts and stops with the keyboard."""
    with visit() as made:
        page = made.open()
        page.keyboard.press("Tab")
        assert "Skip to the training" == page.evaluate("document.activeElement.textContent")
        page.get_by_role("button", name="Start the clock of B").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#clock")).to_be_visible()
        page.locator("#clock").get_by_role("button", name="Stop").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#clock")).to_be_hidden()
        assert "Start the clock of B" == page.evaluate("document.activeElement.textContent")


def test_without_script_all_of_the_week_is_there(visit: Open) -> None:
    """A browser that runs no script shows every day, with percents."""
    with visit(java_script_enabled=False) as made:
        page = made.open()
        assert 7 == len([day for day in page.locator(".day").all() if day.is_visible()])
        expect(page.locator(".percent").first).to_be_visible()
