"""Find the headings of days, and read them: weekdays, dates, and the text after them."""

import re
from copy import replace
from datetime import date
from functools import cache

from wod.blog import Blog
from wod.language import first_words, foreign_words, normalise
from wod.models import REST_DAY, Line, StatedDate
from wod.reading.dates.named_dates import Named, read_dates
from wod.reading.days.heading_words import LONGEST, SHORT
from wod.reading.days.leads import FIGURES_AFTER, Lead, lead_of
from wod.reading.days.weekday_headings import Doubt, Heading, WeekdayHeadings
from wod.reading.parts.part_headings import MOST_WORDS_OF_TRAINING

_FIGURES_OF_A_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d")
_DAY_AND_MONTH = re.compile(r"\W*\d{1,2}/\d{1,2}\W*")
_DIRECTLY = re.compile(r"(?P<dot>[.,])?\s+(?=[^\W_])")
_AFTER_LEAD = re.compile(r"[.,]?(?:(?P<mark>\s*[:|–—]|\s+-|-(?=\s))[-:>\s]*|\s+)\**\s*(?=[^\W_(\[“\"])")
_AFTER_TITLE = re.compile(
    r"\.?\s*(?:(?P<bracket>\([^()]*\)|\[[^\[\]]*\])\s*[:|/–—-]*|[|/]|[:–—-]*\s*(?=[\"“]))\s*(?=[^\s])"
)
_BEFORE_DATE = re.compile(r"\s*[:|–—,]\s*|\s+-\s+")
_MARK = re.compile(r"\s*[:|–—]+\s*|\s+-\s+")
_SHORTEST_WITH_DATE = len("May 6")


class Headings(WeekdayHeadings):
    """Reader of the headings in one blog's posts."""

    def __init__(self, blog: Blog) -> None:
        super().__init__(blog)
        words = blog.language.words
        names = words("parts", "names", "name_words")
        self._beside_date = frozenset(word for name in names for word in first_words(name))
        self._foreign = foreign_words(blog.language_name)[0]
        foreign = frozenset(word for weekday in self._foreign for word in first_words(weekday)[:1])
        self._candidate_words = foreign.union(self.half_words, self._weekdays, self._months)

    def may_be_heading(self, line: Line) -> bool:
        """Return whether the line may be a heading of any kind; a fast filter that rejects nearly all lines."""
        if not self._candidate_words.isdisjoint(first_words(line.text)):
            return True
        text = line.text
        if line.heading or text[-1:] == ":":
            has_figures = _FIGURES_OF_A_DATE.search(text) or _DAY_AND_MONTH.fullmatch(text)
            return len(text) <= LONGEST and has_figures is not None
        return _FIGURES_OF_A_DATE.match(text) is not None or _DAY_AND_MONTH.fullmatch(text) is not None

    def heading(self, line: Line, published: date) -> Heading | None:
        """Return the heading that the line is or begins with; figures are a date only if they fit `published`."""
        first = next(iter(self._tokens(line.text.lstrip("*"))), None)
        lead = lead_of(line.text, first, published, self._blog) if first and first.text not in self._plurals else None
        heading = (self._after_lead(line, lead) if lead else None) or self.of_weekday(line)
        if lead and not (heading and (heading.rest or heading.doubt is Doubt.NONE)):
            heading = self._after_title(line, lead) or heading
        if heading is None:
            heading = self._date_alone(line, published) or self._of_list(line, lead) or self._of_dates(line, published)
        if heading is None:
            heading = self._of_numbered_day(line, published)
        return self._with_date(heading, line, published) if heading and not heading.stated else heading

    def is_foreign(self, line: Line) -> bool:
        """Return whether the line begins with a weekday of a language other than the blog's."""
        first, _, after = line.text.strip(" *").partition(" ")
        is_weekday = normalise(first).strip(" :.,*-–—(") in self._foreign
        return is_weekday and not after[:1].isalpha() and len(line.text.split()) <= SHORT  # not `Mardi Gras`

    def _after_lead(self, line: Line, lead: Lead) -> Heading | None:
        """Return the heading of a line with text directly after its date: `Mon 5/6 Snatch 5x2`, `Mon 5/6 Class`."""
        match = _DIRECTLY.match(line.text, lead.end)
        if match is None or not (lead.has_date or match["dot"]):
            return None
        own = line.text[match.end() :]
        heading = self.of_weekday(replace(line, text=f"{lead.weekday} {own}"))
        if heading is None:
            is_title = len(line.text.split()) <= SHORT and own[-1] not in ".?,;" and self.is_title(own)
            if not (is_title and FIGURES_AFTER.match(line.text, len(lead.weekday))):
                return None
            return replace(_of_lead(lead), name=line.text, own=own)
        if not heading.rest:
            return None
        if heading.is_rest_day:
            return heading
        is_sure = heading.doubt is Doubt.PROSE and lead.agrees
        return replace(heading, name=lead.name, doubt=Doubt.WORDS if is_sure else heading.doubt)

    def _after_title(self, line: Line, lead: Lead) -> Heading | None:
        """Return the heading before training after a bracket, a bar or a quoted name: `MON (light) – Snatch 5x2`."""
        match = _AFTER_TITLE.match(line.text, lead.end)
        if match is None or len(line.text.split()) > MOST_WORDS_OF_TRAINING:
            return None
        own = line.text[match.end() :]
        if self.begins_with_weekday(own) or not (self.prescribes_training(own) or self._parts.is_work(own)):
            return None
        name = lead.name + (f" {match['bracket']}" if match["bracket"] else "")
        return replace(_of_lead(lead), name=name, rest=own)

    def _of_list(self, line: Line, lead: Lead | None) -> Heading | None:
        """Return the heading before the training of a day in a list of them: `Tue: Front Squat, heavy`."""
        match = _AFTER_LEAD.match(line.text, lead.end) if lead else None
        if lead is None or match is None:
            return None
        own = line.text[match.end() :]
        if self.begins_with_weekday(own):
            return None
        begins = own[:1].isdigit() or own[:1].isupper() or match["mark"]
        if not (begins or self._continues_with_training(own)):
            return None
        is_sentence = len(own.split()) > MOST_WORDS_OF_TRAINING or own.endswith((".", "?", "!"))
        if is_sentence and not (lead.has_date or self.prescribes_training(own)):
            return None
        return replace(_of_lead(lead), rest=own, doubt=Doubt.LIST)

    def _of_numbered_day(self, line: Line, published: date) -> Heading | None:
        """Return the heading of a numbered day that ends with its date: `Day 1 – May 6`, `Day 2: Run, Tue, May 7`."""
        text = line.text.rstrip(" *:–—-")
        if self.titled_day(text) is None:
            return None
        dates = (self._date_alone(Line(text=text[match.end() :]), published) for match in _BEFORE_DATE.finditer(text))
        found = next((one for one in dates if one), None)
        return replace(found, name=text.strip(" *")) if found else None

    def _continues_with_training(self, own: str) -> bool:
        """Return whether small words after a weekday are training: `Tue easy run 45 min`, and not `Sat for 5 min`."""
        return self._small.isdisjoint(first_words(own)[:1]) and self.prescribes_training(own)

    def _of_dates(self, line: Line, published: date) -> Heading | None:
        """Return the heading before the training of a day in a list of dates: `May 6 – Snatch 5x2`, `May 7: Rest`."""
        match = _MARK.search(line.text)
        alone = self._date_alone(Line(text=line.text[: match.start()]), published) if match else None
        if match is None or alone is None:
            return None
        own = line.text[match.end() :]
        if self.is_rest(own):
            return replace(alone, name=REST_DAY, is_rest_day=True, doubt=Doubt.PAIR)
        is_work = own[:1].isalpha() and self.prescribes_training(own) and len(own.split()) <= MOST_WORDS_OF_TRAINING
        return replace(alone, rest=own, doubt=Doubt.PAIR) if is_work else None

    def _date_alone(self, line: Line, published: date) -> Heading | None:
        """Return the heading of a line that is a date: `March 16, 2021`.

        It may be only `3/16`. A bold line, or one with a colon, may have words of a part's name: `WOD for 3/16/21:`.
        """
        text = line.text
        is_day_and_month = _DAY_AND_MONTH.fullmatch(text)
        if not (is_day_and_month or _SHORTEST_WITH_DATE <= len(text) <= LONGEST // 3):
            return None
        words = first_words(text)
        if self._months.isdisjoint(words) and not (is_day_and_month or _FIGURES_OF_A_DATE.search(text)):
            return None
        named = read_dates(text, published, self._blog).named
        if named is None or not named.is_one_day:
            return None
        beside = set(words) - set(first_words(named.text)) - self._weekdays.keys()
        if not (beside <= self._beside_date if line.heading or text.endswith(":") else not beside):
            return None
        if any(sign.isdigit() for sign in text.replace(named.text, "", 1)):
            return None
        weekdays = (named.weekday,) if named.weekday is not None else ()
        name = text.strip(" *:")
        doubt = Doubt.PAIR if is_day_and_month else Doubt.NONE
        return Heading(weekdays, name, day=name, doubt=doubt, stated=_stated(named))

    def _with_date(self, heading: Heading, line: Line, published: date) -> Heading:
        """Return the heading with the date beside its one weekday."""
        has_number = any(token.kind == "number" for token in self._known(self._tokens(line.text)))
        if len(heading.weekdays) != 1 or not has_number:
            return heading
        end = len(line.text) - len(heading.rest)
        named = read_dates(line.text[:end], published, self._blog).named
        return replace(heading, stated=_stated(named)) if named and named.is_one_day else heading


@cache
def headings_of(blog: Blog) -> Headings:
    """Return the reader of a blog's headings, which is built once."""
    return Headings(blog)


def _of_lead(lead: Lead) -> Heading:
    return Heading((lead.number,), lead.name, day=lead.weekday)


def _stated(named: Named) -> StatedDate:
    return StatedDate(month=named.start.month, day=named.start.day, year=named.start.year)
