"""The last look at records before they are stored: white space, empties, order, and the contract of the columns.

The only module here that needs pandas.
"""

from typing import Any

import pandas as pd
from pydantic import ValidationError

from wod.errors import BadInput
from wod.models import SEGMENTS_ALWAYS_THERE, SessionRecord
from wod.page import fold

_FIRST = ["date", "session", "warm_up"]
_LAST = ["prescriptions", "links", "source"]


def clean_records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of a post with clean white space and no empty lines or links, ordered by date; never reworded.

    A letter after E that one day has is a column of all. Raises BadInput, which names the day and the field, where a
    record does not keep the contract of `SessionRecord`.
    """
    frame = pd.DataFrame(records, dtype=object)
    segments = sorted(column for column in frame.columns if column.startswith("segment_"))
    for column in segments:
        if column[-1] not in SEGMENTS_ALWAYS_THERE:
            frame[column] = frame[column].where(frame[column].notna(), "")
    for column in frame.columns.intersection(["session", "warm_up", *segments]):
        frame[column] = frame[column].map(_clean_text).astype(object)
    for column in frame.columns.intersection(["links"]):
        frame[column] = frame[column].map(_clean_links)
    others = frame.columns.difference([*_FIRST, *segments, *_LAST])
    frame = frame[[column for column in [*_FIRST, *segments, *others, *_LAST] if column in frame]]
    for record in frame.to_dict("records"):
        _check(record)
    return frame.sort_values("date", kind="stable").to_dict("records") if records else []


def _clean_text(text: Any) -> Any:
    return "\n".join(line for line in map(fold, text.split("\n")) if line) if isinstance(text, str) else text


def _clean_links(links: Any) -> Any:
    if not isinstance(links, list) or not all(isinstance(link, dict) for link in links):
        return links
    return [link | {"text": _clean_text(link.get("text"))} for link in links if link.get("url") != ""]


def _check(record: dict[str, Any]) -> None:
    try:
        SessionRecord.model_validate(record)
    except ValidationError as error:
        problem = error.errors()[0]
        field = ".".join(map(str, problem["loc"])) or problem["msg"]
        raise BadInput(
            f"The record of {record.get('date')}, {record.get('session')}, breaks the contract of silver at "
            f"{field}: {problem['msg']}; correct the stage that made it and drop the post again."
        ) from None
