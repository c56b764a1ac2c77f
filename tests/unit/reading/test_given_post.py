"""The real posts that are handed out beside the project, in `../shared/posts`, with the reading of a careful person.

They are not part of the project: where that folder is not there, there is nothing to compare, and no test here.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from wod.blog import load_blog
from wod.reading.cleaning import clean_records
from wod.reading.whole_post import read_records

EXPECTED = sorted((Path(__file__).parents[4] / "shared" / "posts").glob("*.expected.json"))
FIELDS = ("date", "session", "warm_up", *(f"segment_{letter}" for letter in "abcde"))


def read(path: Path) -> list[dict[str, Any]]:
    """The records of the post that the expected file is for."""
    body = path.with_name(path.name.replace(".expected.json", ".json")).read_bytes()
    return clean_records(read_records(body, "bronze/raw/x", "v1", "c1", load_blog("invictus")).records)


if EXPECTED:

    @pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name)
    def test_a_given_post_has_the_days_and_the_segments_that_a_reader_finds(path: Path) -> None:
        """It has the date, session, warm-up and segments, field by field, and no further segment."""
        expected = json.loads(path.read_text())
        assert [[day[field] for field in FIELDS] for day in expected] == [
            [record[field] for field in FIELDS] for record in read(path)
        ]
        assert {name for day in expected for name in day if name.startswith("segment_")} == {
            name for record in read(path) for name in record if name.startswith("segment_") and name != "segment_titles"
        }

    @pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name)
    def test_a_given_post_asks_for_what_a_reader_finds(path: Path) -> None:
        """Each prescription in every field that the reader filled in, in order, and no further one."""
        expected = [day["prescriptions"] for day in json.loads(path.read_text())]
        found = [
            [
                {field: asked[field] for field in wanted}
                for asked, wanted in zip(record["prescriptions"], day, strict=True)
            ]
            for record, day in zip(read(path), expected, strict=True)
        ]
        assert expected == found
