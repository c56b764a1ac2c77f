"""The silver file of a week: JSON Lines, the records of all of its posts."""

from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

import msgspec
from msgspec import ValidationError

from wod.errors import BadInput, place_and_problem
from wod.models import SessionRecord

_RECORD = msgspec.json.Decoder(SessionRecord)


def read_week(body: bytes) -> list[dict[str, Any]]:
    """Return the records of a silver file as they are. Raise BadInput as `read_sessions` does."""
    return [msgspec.json.decode(line) for line, _ in _read(body)]


def read_sessions(body: bytes) -> list[SessionRecord]:
    """Return the records of a silver file. Raise BadInput, which names the line, for a line that is not a record."""
    return [record for _, record in _read(body)]


def typed_records(records: list[dict[str, Any]]) -> list[SessionRecord]:
    """Return records of silver as their type."""
    return msgspec.convert(records, list[SessionRecord])


def _read(body: bytes) -> Iterator[tuple[str, SessionRecord]]:
    """Yield each line with its record."""
    try:
        lines = body.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise BadInput(f"The week's file is not UTF-8 text (byte {error.start}); drop its posts again.") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield line, _RECORD.decode(line)
        except ValidationError as error:
            field = place_and_problem(error, SessionRecord)[0] or "all of it"
            raise BadInput(
                f"Line {number} of the week's file is not a session record: {field} is wrong; drop its posts again."
            ) from None
        except (ValueError, RecursionError):
            raise BadInput(f"Line {number} of the week's file is not JSON; drop its posts again.") from None


def texts_of(record: dict[str, Any]) -> dict[str, str]:
    """Return the text of each segment of a record that has one, by letter, in order."""
    texts = {letter: record.get(f"segment_{letter}") for letter in ascii_lowercase}
    return {letter: text for letter, text in texts.items() if text}


def write_week(records: list[dict[str, Any]]) -> bytes:
    """Return the file of these records, one per line; an empty file for no record."""
    # On one line, with a space after each colon and comma.
    return b"".join(msgspec.json.format(msgspec.json.encode(record), indent=0) + b"\n" for record in records)


def replace_post(records: list[dict[str, Any]], post_id: int, new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the week's records with `new` in place of all earlier records of this post; `new` may be empty.

    In the order of the dates, then of the post's page, then of the post ids. If posts have the same date and
    session, all but the lowest post id get ` [slug]` after the session; the suffix goes when the other post does. The
    result is the same in whatever order the posts came.
    """
    kept = [record for record in records if record["source"]["post_id"] != post_id]
    places: Counter[int] = Counter()
    placed = []
    for record in [*kept, *new]:
        post = record["source"]["post_id"]
        placed.append(((record["date"], places[post], post), record | {"session": _own_name(record)}))
        places[post] += 1
    week = [record for _, record in sorted(placed, key=lambda pair: pair[0])]
    taken: set[tuple[str, str]] = set()
    for record in sorted(week, key=lambda record: record["source"]["post_id"]):
        while (record["date"], record["session"]) in taken:
            record["session"] += _suffix(record)
        taken.add((record["date"], record["session"]))
    return week


def _suffix(record: dict[str, Any]) -> str:
    return f" [{record['source']['slug']}]"


def _own_name(record: dict[str, Any]) -> str:
    """Return the session without the suffixes that an earlier state of the file gave it."""
    name: str = record["session"]
    while name.endswith(_suffix(record)):
        name = name.removesuffix(_suffix(record))
    return name
