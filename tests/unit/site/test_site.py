"""The files of the site: their content, and what they must never contain."""

import re
from copy import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rtoml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.notation import CATALOGUE
from tests.sites import MONDAY, edited, kept_of, session_of, site_of, stored_week, week_of
from wod.blog import load_blog
from wod.language import load_language
from wod.models import SessionRecord
from wod.notation.grammar.notation import notation_of
from wod.site import assets
from wod.site.files import Site, StoredWeek
from wod.site.headers import POLICY
from wod.site.kept_weeks import KeptYear
from wod.site.words import words_of
from wod.weeks import week_path

PROJECT = Path(__file__).parents[3]
ROOT = PROJECT / "layers" / "common" / "wod"
DAYS = {
    "Monday (Session One)": [
        "Warm-Up:",
        "Row x 500 meters",
        "A)",
        "Every 2 minutes, for 10 minutes (5 sets):",
        "Back Squat x 5 reps @ 70% of 1-RM Back Squat",
    ],
    "Tuesday (Rest Day)": [],
    "Friday": ["A)", "In 20 minutes, establish a 1-RM Snatch"],
}
WEEK = week_of(DAYS)
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
    "</title></head><svg/onload=alert(1)>",
    "</li></ol></section><h1>gone</h1>",
]


class Page(HTMLParser):
    """The elements of a page, the text in it, and what would run or be followed."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def pages(files: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(body) for path, body in files.items() if path.endswith(".html")}


def shape(page: Page) -> list[tuple[str, list[str]]]:
    """The elements with the names of their attributes."""
    return [(tag, sorted(attributes)) for tag, attributes in page.elements]


def with_text(record: SessionRecord, text: str) -> SessionRecord:
    """The session with this text in every place where a post's text can be."""
    changed: dict[str, Any] = msgspec.to_builtins(record)
    changed |= {"session": f"Monday {text}", "warm_up": text, "level": text, "segment_titles": {"a": text}}
    changed["segment_a"] = f"{changed['segment_a']}\n{text}"
    changed["lines"] += [{"segment": "a", "line": changed["segment_a"].count("\n"), "kind": "unread"}]
    changed["links"] = [
        {"text": text, "url": f"https://v.example/?{text}"},
        {"text": text, "url": f"javascript:{text}"},
    ]
    for prescription in changed["prescriptions"]:
        prescription |= {"movement": text, "text": text, "remark": text, "load_text": text, "percent_of": text}
    changed["source"] |= {"title": text, "slug": text, "link": f"https://blog.example/{text}"}
    return msgspec.convert(changed, SessionRecord)


def hostile_week(text: str) -> StoredWeek:
    return StoredWeek(WEEK.week, [with_text(record, text) for record in WEEK.records], WEEK.figures)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_post_cannot_add_an_element(text: str) -> None:
    """With any text, the pages consist of the elements of a harmless text."""
    harmless = pages(site_of([[hostile_week("harmless")]])[1])
    attacked = pages(site_of([[hostile_week(text)]])[1])
    assert {path: shape(page) for path, page in harmless.items()} == {
        path: shape(page) for path, page in attacked.items()
    }
    assert text in attacked["index.html"].text


@given(st.text(max_size=60).filter(str.strip))
@settings(max_examples=settings().max_examples // 4)
def test_no_text_adds_an_element(text: str) -> None:
    """That is true of any text."""
    text = text.replace("\n", " ").replace("\r", " ")
    harmless, attacked = (site_of([[hostile_week(each)]])[1]["index.html"] for each in ("harmless", f"x {text}"))
    assert shape(Page(harmless)) == shape(Page(attacked))


def test_every_link_can_be_followed_safely() -> None:
    """Links lead to pages of the site, or to http(s) without a referrer."""
    for page in pages(site_of([[hostile_week("javascript:alert(1)")]])[1]).values():
        for link in page.all("a"):
            if ":" in link["href"]:
                assert re.match("https?://", link["href"])
                assert "noreferrer" in link["rel"]


def test_no_page_has_a_script_or_style_of_its_own() -> None:
    """The policy can therefore forbid all inline code; only files of the site are loaded."""
    for path, page in pages(site_of([[WEEK]])[1]).items():
        assert POLICY in [meta.get("content") for meta in page.all("meta")], path
        assert [] == page.all("style")
        assert all(script["src"] and not script["src"].startswith(("http", "//")) for script in page.all("script"))
        attributes = {name for _, found in page.elements for name in found}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert "'unsafe" not in POLICY
    assert "default-src 'none'" in POLICY


def test_every_link_within_the_site_leads_somewhere() -> None:
    """Every link has an existing file and an existing place in it."""
    _, files = site_of([[week_of(DAYS, MONDAY - timedelta(weeks=1))], [WEEK]])
    found = pages(files)
    for path, page in found.items():
        for tag, name in (("a", "href"), ("link", "href"), ("script", "src")):
            for address in (attributes[name] for attributes in page.all(tag)):
                if ":" in address:
                    continue
                file, _, place = address.partition("#")
                parts = [*Path(path).parent.parts, *file.lstrip("/").split("/")] if file else Path(path).parts
                target = "/".join(part for part in parts if part != "..") if ".." not in parts else up(parts)
                assert target in files, f"{path}: {address}"
                if place:
                    assert place in [attributes.get("id") for _, attributes in found[target].elements], address


def up(parts: list[str] | tuple[str, ...]) -> str:
    """The path without the steps up in it."""
    made: list[str] = []
    for part in parts:
        if part == "..":
            made.pop()
        else:
            made.append(part)
    return "/".join(made)


def test_the_first_page_shows_the_newest_week() -> None:
    """It also knows the days of the weeks before, so that it opens at today in any of them."""
    before = week_of({"Monday": ["A)", "Deadlift x 3 reps @ 80%"]}, MONDAY - timedelta(weeks=1))
    first = Page(site_of([[before], [WEEK]])[1]["index.html"])
    assert "Back Squat" in first.text
    assert "Deadlift x 3" not in first.text
    assert '"weeks/2021-W09.html"' in first.all("body")[0]["data-weeks"]


def test_a_shared_link_says_what_is_lifted() -> None:
    """Title and description are the preview of a message."""
    page = Page(site_of([[WEEK]])[1]["weeks/2021-W10.html"])
    found_texts = {meta.get("property") or meta.get("name"): meta.get("content") for meta in page.all("meta")}
    assert "8–14 March 2021 · CrossFit Invictus Weightlifting" == found_texts["og:title"]
    assert "Mon: Back Squat 5×5 70 %. Fri: Snatch 1RM" == str(found_texts["og:description"]).replace("\u202f", " ")


def test_a_day_without_a_session_names_the_next() -> None:
    """An empty day says what to do."""
    text = " ".join(Page(site_of([[WEEK]])[1]["index.html"]).text.split())
    assert "No session this day. Next: Fri 12 Mar." in text


def test_a_change_by_the_coach_is_on_the_page() -> None:
    """The earlier text is struck out, with the time of the change."""

    def lighter(record: dict[str, Any]) -> dict[str, Any]:
        return record | {"segment_a": record["segment_a"].replace("70%", "65%")}

    _, files = site_of([[WEEK, edited(WEEK, lighter, "2021-03-09T18:10:00")]])
    text = files["index.html"].decode()
    assert "<del>Back Squat x 5 reps @ 70% of 1-RM Back Squat</del>" in text
    assert '<time datetime="2021-03-09T18:10:00Z">Tue 9 Mar 18:10 UTC</time>' in text


def test_a_site_without_a_week_says_so() -> None:
    """It has a first page and one of all weeks all the same, so that neither shows a week that is gone."""
    empty = Site(load_blog("invictus"), {}, lambda year: KeptYear(year=year, weeks=[]))
    files = empty.shared_files(None, [])
    assert b"No session yet." in files["index.html"]
    assert b"No session yet." in files["weeks.html"]


def test_pages_of_what_is_no_more_are_named() -> None:
    """Pages of years and lifts that are gone; never a file that other pages need."""
    site, files = site_of([[WEEK]])
    old = ["weeks/2019.html", "lifts/log-press.html", "calendar/2019.ics"]
    assert old == site.gone([*[path for path in files if "-W" not in path], *old, "style-00000000.css"])


def test_a_week_names_the_pages_of_its_year_that_are_no_more() -> None:
    """Its own if it has lost its sessions, and that of a week which the history does not have; another week that has
    lost its sessions names its own, and no year those of another."""
    other = week_of(DAYS, MONDAY + timedelta(weeks=1))
    site, files = site_of([[WEEK], [other, StoredWeek(other.week, [], None)]])
    unknown, gone = "weeks/2021-W01.html", week_path(other.week)
    paths = [*files, unknown, gone, "weeks/2020-W01.html"]
    assert [unknown] == site.gone_weeks(WEEK.week, paths)
    assert [unknown, gone] == site.gone_weeks(other.week, paths)


def test_only_the_pages_of_weeks_have_a_capital_w_in_their_path() -> None:
    """Lists of the bucket leave them out by it."""
    _, files = site_of([[WEEK]])
    assert ["weeks/2021-W10.html"] == [path for path in files if "W" in path]


def test_the_script_is_one_file() -> None:
    """Modules keep scopes of their own, and each is there once, before what imports it."""
    script = assets.bundle("week", {"words": words_of("en").script()})
    names = re.findall(r"^const \$(\w+) = ", script, re.MULTILINE)
    assert len(names) == len(set(names))
    assert {"words", "say", "loads", "store", "weights", "clock", "days", "week"} <= set(names)
    assert not re.search(r"^(?:import|export) ", script, re.MULTILINE)
    for name in re.findall(r"= \$(\w+);", script):
        assert script.index(f"const ${name} = (") < script.index(f"= ${name};")


def test_a_session_that_comes_goes_or_has_another_heading_is_marked() -> None:
    """It has the text from before, and when; a day without a session says what was taken out of it."""
    deadlifts, edit = ["A)", "Deadlift x 3 reps @ 80%"], "2021-03-09T18:10:00"
    before = week_of({"Monday": deadlifts, "Tuesday": deadlifts, "Friday": deadlifts})
    after = week_of({"Monday (AM)": deadlifts, "Friday": deadlifts, "Saturday": deadlifts}, modified=edit)
    page = site_of([[before, after]])[1]["weeks/2021-W10.html"].decode()
    days = dict(
        re.findall(r'<section class="day" id="([-\d]+)"(.*?)</section>', page.replace("\u202f", " "), re.DOTALL)
    )
    marks = {
        day: " ".join(re.sub(r"<(?!/?del)[^>]*>", "", mark).split())
        for day, text in days.items()
        for mark in re.findall(r'class="edit">(.*?)</(?:span|p)>', text, re.DOTALL)
    }
    when = "Tue 9 Mar 18:10 UTC"
    assert {
        "2021-03-08": f"changed {when}, was <del>Monday</del>",
        "2021-03-09": f"taken out {when}: <del>Deadlift 3 80 %</del>",
        "2021-03-13": f"changed {when}, new",
    } == marks
    assert 3 == page.count('changed" data-date')


def test_every_text_of_the_site_is_translated() -> None:
    """Each text of the templates, the script and the views is in the table of every other language."""
    quoted = r"""\(\s*(["'])(.*?)\1"""
    found_texts = {
        found[1]
        for call, files in (
            (r"\b_", ROOT.glob("site/templates/*.html")),
            (r"\bwords", ROOT.glob("site/*.py")),
            (r"\b(?:say|new Problem)", ROOT.glob("site/static/*.js")),
        )
        for file in files
        for found in re.findall(call + quoted, file.read_text(encoding="utf-8"))
    }
    table = rtoml.loads((ROOT / "languages" / "es.toml").read_text(encoding="utf-8"))["site"]
    assert found_texts == set(table)
    for english, other in table.items():
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", other)), english


def test_a_session_without_lines_of_its_kind_is_shown_as_written() -> None:
    """A record that was stored before lines had kinds hides nothing."""
    old = replace(session_of("A)", "Back Squat x 5 reps @ 70%"), lines=[])
    _, files = site_of([[StoredWeek(WEEK.week, [old], WEEK.figures)]])
    assert 2 <= files["index.html"].count(b"Back Squat x 5 reps @ 70%")
    assert kept_of(WEEK)


def test_a_spanish_page_has_decimal_commas_and_spanish_names_of_lifts() -> None:
    """They are in rows, titles and pictures; the name that maxima are kept under is in no text."""
    body = (PROJECT / "events" / "posts" / "forja" / "lunes.json").read_bytes().replace(b"5x5 al 75%", b"5x5 al 72,5%")
    forja = load_blog("forja")
    _, files = site_of([[stored_week(body, blog=forja)]], forja)
    texts = {path: page.text.replace("\u202f", " ") for path, page in pages(files).items()}
    week = texts["weeks/2024-W11.html"]
    assert "Sentadilla trasera 5×5 72,5 %" in week
    volumes = r"Cargada\s*6 · 70 %\s+Envión\s*6 · 70 %\s+Sentadilla trasera\s*5 · 72,5 %"
    assert re.search(rf"Series y porcentaje medio\s+{volumes}", week)
    assert "Cargada y envión" in texts["mine.html"]
    assert [] == [path for path, text in texts.items() if "72.5" in text or "Back Squat" in text]


def test_each_lift_has_a_name_in_every_language() -> None:
    """The notation of that language reads them as the same lift."""
    spanish = notation_of(load_blog("forja")).catalogue
    lifts = {one.lift for name in CATALOGUE.names if (one := CATALOGUE.find(name)) and one.lift}
    names = load_language("es").tables["lifts"]
    assert lifts == names.keys()
    read = {lift: spanish.find(name) for lift, name in names.items()}
    assert {lift: lift for lift in names} == {lift: found and found.lift for lift, found in read.items()}
