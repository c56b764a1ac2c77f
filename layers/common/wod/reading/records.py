"""Turn the sessions of a post into silver records."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from wod.blog import Blog
from wod.errors import BadInput
from wod.models import (
    REST_DAY,
    SEGMENTS_ALWAYS_THERE,
    Finding,
    Line,
    Session,
    Source,
    Week,
)
from wod.notation.composition import SessionReading, read_session
from wod.notation.grammar.notation import notation_of
from wod.notation.misplaced import misplaced_in
from wod.reading.dates.dates import date_sessions, is_dated_by_setting
from wod.reading.dates.post_dates import dates_of_post
from wod.reading.parts.part_headings import part_headings_of

MOST_READ = 300_000
"""Limit of characters in the text of a post. Hostile text takes 14 µs of CPU per character, 4 s in all, and a function
has a third of a CPU for 30 s. A week of training has about 10,000 characters."""


def to_records(
    source: Source, sessions: list[Session], blog: Blog, preamble: Sequence[Line] = ()
) -> tuple[Week, list[dict[str, Any]]]:
    """Return the week of a post, and one record per session in the form of `SessionRecord`, ordered by date.

    Training in the preamble, the lines above the first day, is a finding of the first record. If one record has a
    segment after E, all have it. Date and name are the key of a record, so a repeated name gets ` [2]`, ` [3]` and so
    on. Raise BadInput if a session has no date, or if a function has not enough time for the text.
    """
    _check_work(sessions, preamble)
    dates = dates_of_post(source.title, source.slug, source.published, blog)
    week, days, findings = date_sessions(sessions, dates, blog)
    letters = sorted({*SEGMENTS_ALWAYS_THERE}.union(*(session.segments for session in sessions)))
    names, notation, headings = _Names(), notation_of(blog), part_headings_of(blog)
    records: list[dict[str, Any]] = []
    for place in sorted(range(len(sessions)), key=lambda place: days[place]):
        session, day = sessions[place], days[place]
        warm_ups = {
            letter: [headings.warm_ups.without(lines[0]), *lines[1:]]
            for letter, lines in session.segments.items()
            if headings.is_only_warm_up(lines)
        }
        found = [
            *findings[place],
            *([] if records else misplaced_in([line.text for line in preamble], "before the first day", notation)),
            *misplaced_in(session.warm_up, "rest day" if session.session == REST_DAY else "warm-up", notation),
        ]
        records.append(
            {
                "date": day.isoformat(),
                "session": names.free(day, session.session),
                **_texts(session, letters),
                "level": session.level,
                "counted": session.counted,
                "optional": session.optional,
                "dated_by_setting": is_dated_by_setting(session, dates),
                **_training(session, read_session(session.segments, notation, warm_ups), found),
                "struck_out": list(session.struck_out),
                "pictures": list(session.pictures),
                "links": [msgspec.to_builtins(link) for link in session.links],
                "source": msgspec.to_builtins(source),
            }
        )
    return week, records


def _check_work(sessions: list[Session], preamble: Sequence[Line]) -> None:
    parts = [lines for session in sessions for lines in (session.warm_up, *session.segments.values())]
    length = sum(len(line) for lines in parts for line in lines) + sum(len(line.text) for line in preamble)
    if length > MOST_READ:
        raise BadInput(
            f"The post's text has {length} characters, and in the time of a function no more than {MOST_READ} can be "
            "read; divide the post into several and drop them into bronze."
        )


class _Names:
    """The names of sessions in use on each date."""

    def __init__(self) -> None:
        self._taken: set[tuple[date, str]] = set()
        self._times: Counter[tuple[date, str]] = Counter()

    def free(self, day: date, session: str) -> str:
        name = session
        while (day, name) in self._taken:
            self._times[day, session] += 1
            name = f"{session} [{self._times[day, session] + 1}]"
        self._taken.add((day, name))
        return name


def _texts(session: Session, letters: list[str]) -> dict[str, Any]:
    """Return the lines of the warm-up and of the segment of each letter, and the titles of the segments."""
    return {
        "warm_up": "\n".join(session.warm_up),
        **{f"segment_{letter}": "\n".join(session.segments.get(letter, [])) for letter in letters},
        "segment_titles": dict(session.titles),
    }


def _training(session: Session, reading: SessionReading, findings: list[Finding]) -> dict[str, Any]:
    """Return what was read in a session, with the findings about its date and its text."""
    found = (*findings, *_silence(session, reading))
    return {
        "prescriptions": reading.prescriptions,
        "lines": reading.lines,
        "findings": [*(msgspec.to_builtins(finding) for finding in found), *reading.findings],
    }


def _silence(session: Session, reading: SessionReading) -> list[Finding]:
    """Return a finding for a training day without a prescription: it may be a picture, or have an unknown form."""
    if reading.prescriptions or session.session == REST_DAY:
        return []
    if reading.lines and not session.pictures and all(line["kind"] == "rest" for line in reading.lines):
        return []  # half a day without training: `AM`, `Rest`
    if session.pictures and not session.warm_up and not any(session.segments.values()):
        shown = "; ".join(text for text in session.pictures if text)
        return [Finding(rule="picture", line=shown, message="The day is a picture, which is not read.")]
    return [Finding(rule="silent", line=session.session, message="The day prescribes training, and nothing was read.")]
