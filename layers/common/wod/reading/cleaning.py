"""The last look at records before they are stored: white space, empties, order, and the contract of the columns.

Imports pandas, as wod.gold does: only the functions that need it carry it.
"""

from typing import Any

import pandas as pd

from wod.reading.page import fold
from wod.reading.records import check_record

_FIRST = ["date", "session", "warm_up"]
_LAST = ["prescriptions", "links", "source"]


def clean_records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of a post with clean white space and no empty lines or links, ordered by date; never reworded.

    A letter after E that one day has is a column of all. Raises BadInput, which names the day and the field, where a
    record does not keep the contract of `SessionRecord`.
    """
    for record in records:
        check_record(record)
    if not records:
        return []
    frame = pd.DataFrame(records, dtype=object)
    segments = sorted(column for column in frame.columns if column.startswith("segment_"))
    for column in segments:
        frame[column] = frame[column].where(frame[column].notna(), "")
    for column in ["session", "warm_up", *segments]:
        frame[column] = frame[column].map(_clean_text).astype(object)
    frame["links"] = frame["links"].map(_clean_links)
    cleaned: list[dict[str, Any]] = (
        frame[[*_FIRST, *segments, *_LAST]].sort_values("date", kind="stable").to_dict("records")
    )
    for record in cleaned:
        check_record(record)  # a session of nothing but white space is empty by now
    return cleaned


def _clean_text(text: str) -> str:
    return "\n".join(line for line in map(fold, text.split("\n")) if line)


def _clean_links(links: list[dict[str, str]]) -> list[dict[str, str]]:
    return [link | {"text": fold(link["text"])} for link in links if link["url"]]
