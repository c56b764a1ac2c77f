"""From a day to its session: the warm-up, and the segments that the coach has lettered."""

import re
from dataclasses import dataclass

from wod.models import Day, Session

_DASH = r"[-–—]+(?:$|\s+|(?=[A-Z]))"  # between a heading and its text; `-5 kg` and `:30` are text
# `A.` `A)` `A:` `(A)` `A1.` in front of the text or alone, in asterisks too. Without white space behind it only a word,
# a number or an opening mark may follow (`B.Back Squat`), so that `A.M.` and `E.g.` are prose, as `F. Y. I.` is.
_MARKER = re.compile(
    r"(?P<stars>\*{0,2})(?P<bracket>\()?(?P<letter>[A-Za-z])(?!\d:\d)(?P<number>\d?)"
    r"(?(bracket)\)[.:]*|\s?[.):]+)(?P=stars)"
    rf"(?=$|\s(?![A-Z]\.\s)|[A-Z][A-Za-z]|[\d(*“\"]|{_DASH})\s*(?:{_DASH})?"
)
# `A` alone, `A –`, `A - Back Squat`: certain only where that letter is the next one.
_WEAK_MARKER = re.compile(r"(?P<letter>[A-Za-z])(?P<number>\d?)(?:$|\s?[-–—]+(?:$|\s+))")
_ALWAYS_LETTERS = "abcdef"

_WARM_UP = re.compile(
    r"\W{0,3}(?:(?:suggested|recommended|general|specific|dynamic|optional|daily|today['’]s)\s+){0,2}"
    rf"warm[\s\-‐‑–]{{0,3}}ups?(?:[\s:*_.!)\]–—-]*$|\s*:[*_]*\s*(?:{_DASH})?|\s+[-–—]+\s+|\s*(?=\())",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Marked:
    letter: str
    text: str  # without the marker; whole where the marker tells one lift of a superset from another, `A1.`


def segment_day(day: Day) -> Session:
    """Divide a day at its letters: what stands before the first is the warm-up, each letter opens a segment.

    The letters are upper case; lower-case ones count only in a day that opens no segment otherwise. Warm-up headings
    and letters are left out; every other line is kept. A letter that comes twice goes on with its segment.
    """
    texts = [line.text for line in day.lines if line.text]
    segments = _divide(texts, upper=True)
    if len(segments) == 1:
        segments = _divide(texts, upper=False)
    return Session(
        weekday=day.weekday,
        session=day.session,
        warm_up=[rest for text in segments.pop("") if (rest := _without_warm_up_heading(text))],
        segments=segments,
        links=[link for line in day.lines for link in line.links],
    )


def opens_part(text: str) -> bool:
    """Whether the text is a warm-up heading or begins with one, or begins with the letter of a first segment."""
    marked = _marked(text, upper=True)
    return bool(_WARM_UP.match(text)) or (marked is not None and marked.letter == "a")


def _divide(texts: list[str], *, upper: bool) -> dict[str, list[str]]:
    """The lines of each letter; the lines before the first letter under an empty one."""
    segments: dict[str, list[str]] = {"": []}
    letter = ""
    for text in texts:
        marked = _marked(text, upper=upper, following=max(segments))
        if marked:
            letter, text = marked.letter, marked.text
            segments.setdefault(letter, [])
        if text:
            segments[letter].append(text)
    return segments


def _marked(text: str, *, upper: bool, following: str = "") -> _Marked | None:
    """The letter that the text opens a segment with, if it does; `following` is the last letter so far."""
    expected = chr(ord(following) + 1) if following else "a"
    if match := _MARKER.match(text):
        # far letters are other things: `(R)` and `(L)` are sides
        certain = match["letter"].lower() in _ALWAYS_LETTERS or match["letter"].lower() <= expected
    elif match := _WEAK_MARKER.match(text):
        certain = match["letter"].lower() == expected
    if not match or not certain or match["letter"].isupper() is not upper:
        return None
    return _Marked(match["letter"].lower(), text if match["number"] else text[match.end() :])


def _without_warm_up_heading(text: str) -> str:
    match = _WARM_UP.match(text)
    return text[match.end() :] if match else text
