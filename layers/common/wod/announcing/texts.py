"""Write the announcement of a week: a text message, and a mail with a subject."""

import json
import unicodedata
from collections.abc import Sequence
from copy import replace
from dataclasses import dataclass
from datetime import date, timedelta

from wod.announcing.items import Item
from wod.announcing.news import DayNews, differences
from wod.announcing.sms import DayEntries, Entry, text_message
from wod.announcing.words import Words
from wod.figures.segments import is_training, segments_of
from wod.models import SessionRecord, Week
from wod.weeks import week_path

_LONGEST_SUBJECT = 99  # characters of ASCII
_LARGEST_MAIL = 150_000  # bytes of JSON: a topic takes 256 KiB, with the text message


@dataclass(frozen=True)
class Texts:
    """One announcement, as each protocol takes it."""

    subject: str
    mail: str
    message: str


def texts_of(
    news: list[DayNews], records: Sequence[SessionRecord], *, blog: str, link: str, today: date, words: Words
) -> Texts:
    """Return the texts about at least one piece of news.

    `records` are the week's in silver, because the mail contains the coach's lines too; `link` may be empty.
    """
    is_change = any(day.kind == "changed" for day in news)
    opening = words["changed"] if is_change else ""
    days = [_Day(day, words) for day in news]
    return Texts(
        subject=_subject(blog, words["changed" if is_change else "ready"], words.days([day.date for day in news])),
        mail=_mail(opening, days, records, link, words),
        message=text_message(opening, [day.shortly(today) for day in days], link),
    )


def link_to(site: str, week: Week, news: list[DayNews]) -> str:
    """Return the address of the page of some news: that of the week, at the day if it is only one. Empty if the site
    has no address."""
    if not site:
        return ""
    day = f"#{news[0].date}" if len(news) == 1 else ""
    return f"{site.rstrip('/')}/{week_path(week)}{day}"


class _Day:
    """The text about one day."""

    def __init__(self, news: DayNews, words: Words) -> None:
        self.date = news.date
        self._news = news
        self._words = words

    def shortly(self, today: date) -> DayEntries:
        """Return it for a text message, in which a weekday alone means one of the next seven days."""
        is_near = self.date < today + timedelta(days=7)
        label = self._words.weekday(self.date) if is_near else self._words.short_day(self.date)
        entries = [replace(entry, text=self._words.short_name(entry.text)) for entry in self._entries()]
        return DayEntries(label, entries)

    def fully(self) -> str:
        """Return it for a mail, on one line."""
        return f"{self._words.day(self.date)}: {', '.join(entry.text for entry in self._entries())}"

    def _entries(self) -> list[Entry]:
        before, after = self._news.before, self._news.after
        if after is None:
            return [Entry(self._words["no training"])]
        if before is not None:
            changed = [self._difference(was, now) for was, now in differences(before, after)]
            return changed or [Entry(self._words["notes"])]
        entries = [Entry(_said(item), item.rank, item.name) for item in after] or [Entry(self._words["training"])]
        return entries if self._news.kind == "ready" else [Entry(self._words["new"]), *entries]

    def _difference(self, was: Item | None, now: Item | None) -> Entry:
        if now is None:
            gone = was.name if was else ""
            return Entry(f"{self._words['without']} {gone}", was.rank if was else 0, gone)
        note = f"{self._words['was']} {_what_differs(was.amount, now.amount)}" if was else self._words["new"]
        return Entry(f"{_said(now)} ({note})", now.rank, now.name)


def _said(item: Item) -> str:
    return f"{item.name} {item.amount}".rstrip()


def _what_differs(was: str, now: str) -> str:
    """Return the earlier amount, without the sets and reps if these are the same: `72-77%` of `5x5 72-77%`."""
    count, _, load = was.partition(" ")
    return load if load and now.startswith(f"{count} ") else was


def _subject(blog: str, what: str, days: str) -> str:
    """Return a subject that a topic accepts: ASCII, and short. The name of the blog is left out if it is too long."""
    for text in (f"{blog}: {what} {days}", f"{what} {days}"):
        letters = unicodedata.normalize("NFKD", text)
        subject = " ".join(letters.encode("ascii", "ignore").decode().split())
        if len(subject) <= _LONGEST_SUBJECT:
            break
    return subject


def _mail(opening: str, days: list[_Day], records: Sequence[SessionRecord], link: str, words: Words) -> str:
    head = [*([f"{opening}:"] if opening else []), *(day.fully() for day in days), *([link] if link else [])]
    wanted = {day.date.isoformat() for day in days}
    sessions = [record for record in records if record.date in wanted and is_training(record)]
    lines = "\n\n".join(["\n".join(head), *(_session(record, words) for record in sessions)]).split("\n")
    return "\n".join(_that_fit([_visible(line) for line in lines], words["cut"]))


def _session(record: SessionRecord, words: Words) -> str:
    """Return a session in the coach's own words."""
    day = words.day(date.fromisoformat(record.date))
    parts = [f"=== {day} | {record.session} ==="]
    if record.warm_up:
        parts.append(f"{words['warm-up']}\n{record.warm_up}")
    for letter, text in sorted(segments_of(record).items()):
        title = record.segment_titles.get(letter, "")
        parts.append(f"{letter.upper()}. {title}".rstrip() + f"\n{text}")
    return "\n\n".join(parts)


def _that_fit(lines: list[str], cut: str) -> list[str]:
    """Return as many of the lines as a topic accepts, and a last one that says so if some are left out."""
    size = 0
    for place, line in enumerate(lines):
        size += len(json.dumps(line, ensure_ascii=False).encode())
        if size > _LARGEST_MAIL:
            return [*lines[:place], cut]
    return lines


def _visible(line: str) -> str:
    """Return the line without characters that control a terminal or hide text."""
    return "".join(character for character in line if unicodedata.category(character)[0] != "C")
