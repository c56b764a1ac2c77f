"""Clean records before they are stored: white space, empty values, order, and the contract of the columns.

Imports pandas: only the function that cleans carries it.
"""

import re
from typing import Any

import pandas as pd

from wod.errors import BadInput
from wod.models import SEGMENTS_ALWAYS_THERE
from wod.reading.contract import check_record
from wod.reading.html.folding import fold

_SEGMENT = re.compile("segment_[a-z]")
_FIRST = ["date", "session", "level", "counted", "optional", "dated_by_setting", "warm_up"]
_LAST = ["segment_titles", "prescriptions", "lines", "findings", "struck_out", "pictures", "links", "source"]


def clean_records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records of a post with clean white space and no empty lines or links, ordered by date; never reworded.

    If one day has a letter after E, all records get that column. Raise BadInput, which names the day, if a record
    breaks the contract of `SessionRecord`, and if a line is empty in a segment whose lines are numbered.
    """
    for record in records:
        check_record(record)
    if not records:
        return []
    cleaned = [_clean(record) for record in records]
    given: set[str] = set().union(*cleaned)
    segments = sorted(filter(_SEGMENT.fullmatch, given))
    columns = [column for column in (*_FIRST, *segments, *_LAST) if column in given]
    table = pd.DataFrame(cleaned, columns=columns, dtype=object)
    for column in segments:
        if column[-1] not in SEGMENTS_ALWAYS_THERE:
            table[column] = table[column].fillna("")
    rows = table.sort_values("date", kind="stable").to_numpy().tolist()
    # The table has NaN for a field that a record lacks, and NaN is the only value that is not equal to itself.
    return [{column: value for column, value in zip(columns, row, strict=True) if value == value} for row in rows]


def _clean(record: dict[str, Any]) -> dict[str, Any]:
    segments = {column: _clean_text(text) for column, text in record.items() if _SEGMENT.fullmatch(column)}
    if record.get("lines") and any(text.count("\n") < record[column].count("\n") for column, text in segments.items()):
        raise BadInput(
            f"The record of {record['date']}, {record['session'][:100]}, has an empty line in a segment, so that its "
            "line numbers would not hold; correct the stage that made it and drop the post again."
        )
    cleaned = {
        **record,
        **segments,
        "session": _clean_text(record["session"]),
        "warm_up": _clean_text(record["warm_up"]),
        "links": [link | {"text": fold(link["text"])} for link in record["links"] if link["url"]],
    }
    if not cleaned["session"]:
        check_record(cleaned)  # nothing else that cleaning does can break the contract
    return cleaned


def _clean_text(text: str) -> str:
    return "\n".join(line for line in map(fold, text.split("\n")) if line)
