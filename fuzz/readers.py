"""Coverage-guided fuzzing of the pure readers, by hand: `make fuzz`, or one of them alone with options of libFuzzer:

    .fuzz/bin/python fuzz/readers.py read_segment -max_total_time=600

A reader may return a result or raise BadInput. Any other exception, or more than ten seconds, ends the run, and the
input is stored in .fuzz as a file `…-crash-…` or `…-timeout-…`: give its name after the reader's to read it again.
Inputs that reached new code are stored in .fuzz/corpus, and the next run continues from there.
"""

import json
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "layers" / "common"))

with atheris.instrument_imports(include=["wod"]):
    from wod.blog import DEFAULT_BLOG, load_blog
    from wod.errors import BadInput
    from wod.models import Day, DayHeading, Line
    from wod.notation.composition import read_segment
    from wod.notation.grammar.notation import notation_of
    from wod.reading.dates.dates import date_sessions
    from wod.reading.dates.post_dates import dates_of_post
    from wod.reading.days.days import group_by_day
    from wod.reading.html.page import read_lines
    from wod.reading.parts.parts import segment_day
    from wod.reading.post import post_from, read_post, source_of
    from wod.reading.whole_post import read_records

POSTS = [file.read_text() for file in sorted((ROOT / "events" / "posts").glob("*.json"))]
PAGES = [json.loads(post)["content"]["rendered"] for post in POSTS if post.rstrip().endswith("}")]
TEXTS = ["\n".join(line.text for line in read_lines(page)) for page in PAGES]
BLOG = load_blog(DEFAULT_BLOG)
NOTATION = notation_of(BLOG)
SOURCE = source_of(
    post_from({**json.loads(POSTS[-1]), "title": {"rendered": "Program"}, "slug": "program"}), "x", "", ""
)
MONDAY_AND_TUESDAY = [DayHeading(weekday=0, session="Monday"), DayHeading(weekday=1, session="Tuesday")]
ODD = "\u200b\u00a0–×٣²½\ud7ff\uffff\U0001f3cb"
TWINS = str.maketrans("ski", "ſKı")
"""Letters that are equal if case is ignored, and differ in look-ups."""

TITLES = ["December 21-27, 2020", "Dec. 28, 2020 – January 3, 2021", "3/8 - 3/14/21", "5 Day: Febuary 1st through 7th"]


def post(data: bytes) -> None:
    """Read any bytes as a raw post."""
    read_post(data)


def page(data: bytes) -> None:
    """Read any text as HTML."""
    read_lines(text_of(data))


def days(data: bytes) -> None:
    """Read any text as the lines of a page; every other one is bold."""
    group_by_day(lines_of(data), SOURCE, BLOG)


def week(data: bytes) -> None:
    """Read any text as the title of a post; the first two bytes say when it was published."""
    number = int.from_bytes(data[:2])
    published = f"{number % 9999 + 1:04}-{number % 12 + 1:02}-{number % 28 + 1:02}T10:00:00"
    date_sessions(MONDAY_AND_TUESDAY, dates_of_post(text_of(data[2:]), "", published, BLOG), BLOG)


def session(data: bytes) -> None:
    """Read any text as the lines of a day."""
    segment_day(Day(weekday=0, session="Monday", lines=lines_of(data)), BLOG)


def segment(data: bytes) -> None:
    """Read any text as a segment."""
    read_segment("a", text_of(data), NOTATION)


def whole(data: bytes) -> None:
    """Read any text as the HTML of a post, through all stages."""
    made = {**json.loads(POSTS[-1]), "content": {"rendered": text_of(data)}}
    read_records(json.dumps(made), "bronze/raw/x.json", "", "", BLOG)


def text_of(data: bytes) -> str:
    """Return the text of the input, without bytes that are not UTF-8."""
    return data.decode("utf-8", "ignore")


def lines_of(data: bytes) -> list[Line]:
    """Return the lines of the input; every second one is a heading."""
    return [Line(text=text, heading=bool(number % 2)) for number, text in enumerate(text_of(data).split("\n"))]


def pieces(texts: list[str], separator: str) -> list[str]:
    """Return the texts in pieces of six lines or elements, because the fuzzer tries short input far more often."""
    parts = [text.split(separator) for text in texts]
    return [separator.join(part[place : place + 6]) for part in parts for place in range(0, len(part), 6)]


READERS: dict[str, tuple[Callable[[bytes], None], list[str]]] = {
    "read_post": (post, POSTS),
    "read_lines": (page, pieces(PAGES, "<")),
    "group_by_day": (days, pieces(TEXTS, "\n")),
    "date_sessions": (week, [f"xx{title}" for title in TITLES]),
    "segment_day": (session, pieces(TEXTS, "\n")),
    "read_segment": (segment, pieces(TEXTS, "\n")),
    "read_records": (whole, pieces(PAGES, "<")),
}
"""By the name of each reader, the function that feeds it and its first inputs."""


def main() -> None:
    """Fuzz the named reader; the sample posts are its first inputs."""
    name, *options = sys.argv[1:]
    read, seeds = READERS[name]
    made = ROOT / ".fuzz"
    corpus = made / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_text(seed)
    dictionary = made / f"{name}.dict"
    words = {word for seed in seeds for word in re.findall(r"\w+|[^\w\s]+", seed, re.ASCII)}
    words |= {word.translate(TWINS) for word in words} | set(ODD)
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in sorted(words)))

    def fed(data: bytes) -> None:
        with suppress(BadInput):
            read(data)

    files = [option for option in options if not option.startswith("-")]
    own = [f"-dict={dictionary}", f"-artifact_prefix={made}/{name}-", f"-max_len={2 * max(map(len, seeds))}"]
    atheris.Setup([sys.argv[0], *own, "-timeout=10", *options, *([] if files else [str(corpus)])], fed)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    """Return a word as an entry of a libFuzzer dictionary."""
    return "".join(rf"\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main()
