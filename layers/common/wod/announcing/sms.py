"""Write one text message of whole words and numbers: the most important entries that fit."""

from dataclasses import dataclass

from wod.announcing.gsm7 import LONGEST, septets, to_gsm7

_LONGEST_LINK = 125  # the longest `SiteUrl` of the template, with the path of a day
_MORE = "..."


@dataclass(frozen=True)
class Entry:
    """An entry about a day, included whole or not at all; entries of a lower rank come first.

    If the name of a movement has no letter of the alphabet, the entry is left out, because numbers alone mean nothing.
    """

    text: str
    rank: int = 0
    movement: str | None = None

    @property
    def is_sayable(self) -> bool:
        """Return whether the entry names no movement, or one with a letter that a text message can have."""
        return self.movement is None or any(map(str.isalpha, to_gsm7(self.movement)))


@dataclass(frozen=True)
class DayEntries:
    """The text of a day after its name."""

    label: str
    entries: list[Entry]


def text_message(opening: str, days: list[DayEntries], link: str) -> str:
    """Return one message of at most 160 septets: the opening, the days with as many entries as fit, and the link.

    Entries of a rank are taken if all of the ranks before are. An ellipsis says that there is more. A link of more than
    125 septets is left out.
    """
    link = to_gsm7(link)
    if septets(link) > _LONGEST_LINK:
        link = ""
    sayable = [entry for day in days for entry in day.entries if entry.is_sayable]
    taken: list[Entry] = []
    for rank in sorted({entry.rank for entry in sayable}):
        wanted = [entry for entry in sayable if entry.rank == rank]
        before = len(taken)
        for entry in wanted:
            if septets(_message(opening, days, [*taken, entry], link)) <= LONGEST:
                taken.append(entry)
        if len(taken) < before + len(wanted):
            break
    return _message(opening, days, taken, link)


def _message(opening: str, days: list[DayEntries], taken: list[Entry], link: str) -> str:
    of_days = [_day(day, taken) for day in days if _of(day, taken)] or [f"{days[0].label} {_MORE}"]
    if len(taken) < sum(len(day.entries) for day in days) and not of_days[-1].endswith(_MORE):
        of_days[-1] += f" {_MORE}"
    sentences = [text if text.endswith(_MORE) else f"{text}." for text in ([opening] if opening else []) + of_days]
    return " ".join(filter(None, [*map(to_gsm7, sentences), link]))


def _day(day: DayEntries, taken: list[Entry]) -> str:
    """Return the day with the entries that are taken; an ellipsis stands for those of the first rank that are not."""
    texts = _of(day, taken)
    is_all = len(texts) >= sum(entry.rank == 0 for entry in day.entries)
    return f"{day.label}: {', '.join(texts)}" + ("" if is_all else f" {_MORE}")


def _of(day: DayEntries, taken: list[Entry]) -> list[str]:
    return [entry.text for entry in day.entries if any(entry is one for one in taken)]
