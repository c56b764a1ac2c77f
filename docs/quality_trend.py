"""Draw quality_trend.svg beside this file: the percent of each rule of quality by year, by the query `quality_trend`.

Without a folder the data is an invented history, made of a sample post. With a folder, a copy of the bucket, it writes
the picture to standard output.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any

from wod.blog import DEFAULT_BLOG, load_blog
from wod.figures.week import aggregate_week
from wod.keys import GOLD_PREFIX, bronze_key, gold_key, silver_key
from wod.reading.cleaning import clean_records
from wod.reading.post import read_post
from wod.reading.whole_post import read_records
from wod.week_file import typed_records
from wod_cli import PROJECT
from wod_cli.lakehouse.catalogue import named_queries
from wod_cli.lakehouse.database import opened

PICTURE = Path(__file__).with_suffix(".svg")

_SAMPLE = PROJECT / "events" / "posts" / "normal_week.json"
_YEARS = range(2015, 2021)
_WEEKS = range(0, 48, 8)
# What is in the sample, and the notation of early years, which nothing reads. Each year the coach leaves one.
_EARLY = (
    ("Back Squat x 5 reps @ 72-77% of 1-RM Back Squat", "Back Squat 5r/4s &gt;&gt; lvl 7"),
    ("Ring Rows x 12 reps", "RR::12 / gear 3"),
    ("Hollow Hold x 30 seconds", "HH::30 / gear 2"),
    ("Snatch</a> x 2 reps", "Snatch</a> &gt;&gt; 2r lvl 6"),
    ("Rest 90 seconds", "R::90 / gear 1"),
)
_COLORS = ("#0b6e99", "#b3541e", "#4f7f2a", "#8a3d7c", "#9a7b00", "#444444")
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 760, 320, 48, 24, 170, 40


def bodies() -> Iterator[bytes]:
    """Yield the posts of the invented history."""
    sample = json.loads(_SAMPLE.read_bytes())
    for year in _YEARS:
        text = sample["content"]["rendered"]
        for modern, early in _EARLY[year - _YEARS.start :]:
            text = text.replace(modern, early)
        for week in _WEEKS:
            monday = date.fromisocalendar(year, week + 1, 1)
            yield json.dumps(
                sample
                | {
                    "id": int(f"{monday:%Y%m%d}"),
                    "date": f"{monday - timedelta(days=1)}T09:00:00",
                    "slug": f"week-of-{monday}",
                    "title": {"rendered": f"Week of {monday:%B} {monday.day}, {monday.year}"},
                    "content": {"rendered": text},
                }
            ).encode()


def write_gold(folder: Path) -> None:
    """Write the gold of the invented history as in the bucket."""
    blog = load_blog(DEFAULT_BLOG)
    for body in bodies():
        message = read_records(body, bronze_key(read_post(body)), "v1", "sample", blog)
        records = clean_records(message.records)
        figures = aggregate_week(message.week, typed_records(records), None, {}, silver_key(message.week), blog)
        path = folder / gold_key(message.week)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(figures), encoding="utf-8")


def rows_of(bucket: Path) -> list[dict[str, Any]]:
    """Return the result of the named query."""
    with opened(bucket) as database:
        answer = database.execute(named_queries()["quality_trend"])
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def picture(rows: list[dict[str, Any]]) -> str:
    """Return the SVG: a line for each rule that was ever below 100 %, and an empty dot for a year with weeks below."""
    years = sorted({row["iso_year"] for row in rows})
    ever_below = {row["rule"] for row in rows if row["percent"] is not None and row["percent"] < 100}
    least = min((row["percent"] for row in rows if row["percent"] is not None), default=0)
    floor = max(0, int(least // 10 * 10))

    def x(year: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (years.index(year) / max(1, len(years) - 1))

    def y(percent: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (100 - percent) / (100 - floor or 1)

    drawn = [
        f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}" stroke="#ddd"/>'
        f'<text x="{_LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick} %</text>'
        for tick in range(floor, 101, 10)
    ]
    drawn += [f'<text x="{x(year):.1f}" y="{_HEIGHT - 14}" text-anchor="middle">{year}</text>' for year in years]
    # Lines that end at nearly the same percent would have their names over each other.
    taken = float("-inf")
    lines = [[row for row in rows if row["rule"] == rule and row["percent"] is not None] for rule in ever_below]
    for place, line in enumerate(sorted(lines, key=lambda line: (-line[-1]["percent"], line[-1]["number"]))):
        color, last = _COLORS[place % len(_COLORS)], line[-1]
        points = " ".join(f"{x(row['iso_year']):.1f},{y(row['percent']):.1f}" for row in line)
        drawn.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>')
        drawn += [
            f'<circle cx="{x(row["iso_year"]):.1f}" cy="{y(row["percent"]):.1f}" r="4" stroke="{color}" '
            f'stroke-width="2" fill="{"#fff" if row["weeks_below"] else color}"/>'
            for row in line
        ]
        taken = max(y(last["percent"]) + 4, taken + 15)
        name = escape(f"{last['number']} {last['rule']}")
        drawn.append(f'<text x="{_WIDTH - _RIGHT + 12}" y="{taken:.1f}" fill="{color}">{name}</text>')
    drawn.append(f'<text x="{_LEFT}" y="12">Empty dot: a year with weeks below the threshold</text>')
    others = "; every other rule is kept by all" if len(ever_below) < len({row["rule"] for row in rows}) else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        'font-family="sans-serif" font-size="12">\n'
        f"<title>The percent of each rule of quality by year{others}</title>\n"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n' + "\n".join(drawn) + "\n</svg>\n"
    )


def sample_picture() -> str:
    """Return the picture of the invented history."""
    with tempfile.TemporaryDirectory() as folder:
        write_gold(Path(folder))
        return picture(rows_of(Path(folder)))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        bucket = Path(sys.argv[1]).resolve()
        if not (bucket / GOLD_PREFIX).is_dir():
            sys.exit(f"{sys.argv[1]} has no folder {GOLD_PREFIX}; name a copy of the bucket.")
        print(picture(rows_of(bucket)), end="")
    else:
        PICTURE.write_text(sample_picture(), encoding="utf-8")
