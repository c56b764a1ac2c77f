"""Find the headings of days, and read them: weekdays, date, rest, and the text after them."""

import re
from copy import replace
from dataclasses import dataclass
from datetime import date
from functools import cache

from wod.blog import Blog
from wod.language import first_words, foreign_words, normalise
from wod.models import REST_DAY, Line, StatedDate
from wod.reading.heading_words import LONGEST, SHORT, Token
from wod.reading.leads import FIGURES_BEHIND, Lead, lead_of
from wod.reading.named_dates import Named, read_dates
from wod.reading.numbered_headings import NumberedHeadings
from wod.reading.part_headings import MOST_WORDS_OF_TRAINING, part_headings_of

_JOINTS = frozenset("/&+")
_DASHES = frozenset("-‐‑–—―")
_SEPARATORS = _DASHES | frozenset(":([|/")
_FIGURES_OF_A_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d")
_DAY_AND_MONTH = re.compile(r"\W*\d{1,2}/\d{1,2}\W*")
_IN_FIGURES = re.compile(r"\d[-/.:]\d")  # `21-15-9` has no mark of its line
_DIRECTLY = re.compile(r"(?P<dot>[.,])?\s+(?=[^\W_])")
_BEHIND_LEAD = re.compile(r"[.,]?(?:(?P<mark>\s*[:|–—]|\s+-|-(?=\s))[-:>\s]*|\s+)\**\s*(?=[^\W_(\[“\"])")
_BEHIND_TITLE = re.compile(
    r"\.?\s*(?:(?P<bracket>\([^()]*\)|\[[^\[\]]*\])\s*[:|/–—-]*|[|/]|[:–—-]*\s*(?=[\"“]))\s*(?=[^\s])"
)
_SHORTEST_WITH_DATE = len("May 6")


@dataclass(frozen=True)
class Heading:
    """A line that may be the heading of days: their weekdays, its name, and the text that belongs below it."""

    weekdays: tuple[int, ...]
    name: str
    rest: str
    day: str
    """The weekday alone, as written."""
    is_rest_day: bool
    names_work: bool
    certain: bool
    stated: StatedDate | None = None
    own: str = ""
    """The part of the name after the weekday and a mark, if it may be the training of the day."""
    may_be_pair: bool = False
    """True for figures such as `3/16` alone, which may as well be repetitions or loads."""
    may_be_prose: bool = False
    """True if the line may as well be a sentence: the weekday has no mark after it, or words that are no title."""
    only_in_list: bool = False
    """True if the line is a heading only among others that have the training of their days on their lines too."""


class Headings(NumberedHeadings):
    """Reader of the headings in one blog's posts."""

    def __init__(self, blog: Blog) -> None:
        super().__init__(blog)
        words = blog.language.words
        self._parts = part_headings_of(blog)
        self._any_weekday = next(iter(self._weekdays))
        names = words("parts", "names", "name_words")
        self._beside_date = frozenset(word for name in names for word in first_words(name))
        self._foreign = foreign_words(blog.language_name)[0]
        foreign = frozenset(word for weekday in self._foreign for word in first_words(weekday)[:1])
        self._candidate_words = foreign.union(self.half_words, self._weekdays, self._months)
        rest = "|".join(sorted(self._rest))
        rest_days = "|".join(
            sorted(words("headings", "rest_days").union(blog.language.tables["headings"]["rest_days"]))
        )
        joints = "|".join(sorted(words("headings", "behind_rest")))
        # After the weekday of a rest day: `: Rest and recover`, ` (Thanksgiving) – Rest Day`.
        self._resting = re.compile(
            rf"\s*(?:[-‐‑–—:]\s*(?P<rest>(?:{rest})\s*(?:[,&+]|(?:{joints})\b)|.*\b(?:{rest_days})\W*$)"
            rf"|(?P<bracket>\(.*\b(?:{rest_days})\W*$))",
            re.IGNORECASE,
        )

    def may_be_heading(self, line: Line) -> bool:
        """Return whether the line may be a heading of any kind; a fast filter that rejects nearly all lines."""
        if not self._candidate_words.isdisjoint(first_words(line.text)):
            return True
        text = line.text
        if line.heading or text[-1:] == ":":
            has_figures = _FIGURES_OF_A_DATE.search(text) or _DAY_AND_MONTH.fullmatch(text)
            return len(text) <= LONGEST and has_figures is not None
        return _FIGURES_OF_A_DATE.match(text) is not None

    def heading(self, line: Line, published: date) -> Heading | None:
        """Return the heading that the line is or begins with; figures are a date only if they fit `published`."""
        lead = lead_of(line.text, self._tokens(line.text.lstrip("*"))[:1], published, self._blog)
        heading = (self._behind_lead(line, lead) if lead else None) or self._of_weekday(line)
        if lead and not (heading and (heading.rest or heading.certain)):
            heading = self._behind_title(line, lead) or heading
        if heading is None:
            heading = self._date_alone(line, published) or self._of_list(line, lead)
        return self._with_date(heading, line, published) if heading and not heading.stated else heading

    def is_foreign(self, line: Line) -> bool:
        """Return whether the line begins with a weekday of a language other than the blog's."""
        first, _, behind = line.text.strip(" *").partition(" ")
        is_weekday = normalise(first).strip(" :.,*-–—(") in self._foreign
        return is_weekday and not behind[:1].isalpha() and len(line.text.split()) <= SHORT  # not `Mardi Gras`

    def behind_rest(self, text: str) -> str | None:
        """Return the text after the rest in the second half of a heading, `Rest Day – enjoy!`; None if it is none."""
        if self._rest.isdisjoint(first_words(text)):
            return None
        whole = self._of_weekday(Line(text=f"{self._any_weekday}: {text}"))
        return whole.rest if whole and whole.is_rest_day else None

    def _behind_lead(self, line: Line, lead: Lead) -> Heading | None:
        """Return the heading of a line with text directly after its date: `Mon 5/6 Snatch 5x2`, `Mon 5/6 Class`."""
        match = _DIRECTLY.match(line.text, lead.end)
        if match is None or (lead.name == lead.weekday and not match["dot"]):
            return None
        own = line.text[match.end() :]
        heading = self._of_weekday(replace(line, text=f"{lead.weekday} {own}"))
        if heading is None:
            is_title = len(line.text.split()) <= SHORT and own[-1] not in ".?,;" and self.is_title(own)
            if not (is_title and FIGURES_BEHIND.match(line.text, len(lead.weekday))):
                return None
            return replace(self._lead_alone(lead), name=line.text, own=own)
        if not heading.rest:
            return None
        if heading.is_rest_day:
            return heading
        return replace(heading, name=lead.name, may_be_prose=heading.may_be_prose and not lead.agrees)

    def _behind_title(self, line: Line, lead: Lead) -> Heading | None:
        """Return the heading before training behind a bracket, a bar or a quoted name: `MON (light) – Snatch 5x2`."""
        match = _BEHIND_TITLE.match(line.text, lead.end)
        if match is None or len(line.text.split()) > MOST_WORDS_OF_TRAINING:
            return None
        own = line.text[match.end() :]
        if self._begins_with_weekday(own) or not (self.asks_for_training(own) or self._parts.is_work(own)):
            return None
        name = lead.name + (f" {match['bracket']}" if match["bracket"] else "")
        return replace(self._lead_alone(lead), name=name, rest=own)

    def _lead_alone(self, lead: Lead) -> Heading:
        return Heading(
            (lead.number,), lead.name, "", lead.weekday, is_rest_day=False, names_work=False, certain=False
        )  # fmt: skip

    def _of_list(self, line: Line, lead: Lead | None) -> Heading | None:
        """Return the heading before the training of a day in a list of them: `Tue: Front Squat, heavy`."""
        match = _BEHIND_LEAD.match(line.text, lead.end) if lead else None
        if lead is None or match is None:
            return None
        own = line.text[match.end() :]
        if not (own[:1].isdigit() or own[:1].isupper() or match["mark"]) or self._begins_with_weekday(own):
            return None
        is_sentence = len(own.split()) > MOST_WORDS_OF_TRAINING or own.endswith((".", "?", "!"))
        has_date = lead.name != lead.weekday
        if is_sentence and not (has_date or self.asks_for_training(own)):
            return None
        return replace(self._lead_alone(lead), rest=own, only_in_list=True)

    def _of_weekday(self, line: Line) -> Heading | None:
        """Return the heading that a weekday opens."""
        if self._weekdays.keys().isdisjoint(first_words(line.text)):
            return None
        tokens = self._tokens(line.text)
        known = self._known(tokens)
        if not self._weekday_leads(known):
            return None
        if len(known) == len(tokens):
            return (
                self._named(line, known, name=line.text, rest="", certain=True) if len(line.text) <= LONGEST else None
            )
        following = tokens[len(known)].start
        if self._parts.opens_part(line.text[following:]):
            return self._divided(line, known, following, certain=True)
        return self._likely(line, tokens, known)

    def _date_alone(self, line: Line, published: date) -> Heading | None:
        """Return the heading of a line that is a date: `March 16, 2021`.

        A bold line, or one with a colon, may also have words of a part's name, `WOD for 3/16/21:`, or be only `3/16`.
        """
        text = line.text
        is_day_and_month = line.heading and _DAY_AND_MONTH.fullmatch(text)
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
        return Heading(
            weekdays,
            name,
            "",
            name,
            is_rest_day=False,
            names_work=False,
            certain=True,
            stated=_stated(named),
            may_be_pair=bool(is_day_and_month),
        )

    def _with_date(self, heading: Heading, line: Line, published: date) -> Heading:
        """Return the heading with the date beside its one weekday."""
        has_number = any(token.kind == "number" for token in self._known(self._tokens(line.text)))
        if len(heading.weekdays) != 1 or not has_number:
            return heading
        end = len(line.text) - len(heading.rest)
        named = read_dates(line.text[:end], published, self._blog).named
        return replace(heading, stated=_stated(named)) if named and named.is_one_day else heading

    def _weekday_leads(self, known: list[Token]) -> bool:
        """Return whether a weekday comes first, or after a mark or a date: `Day 1 – Monday`, `Dec 21 Monday`."""
        place = next((place for place, token in enumerate(known) if token.weekday is not None), None)
        if place is None:
            return False
        before = known[:place]
        only_date = all(token.kind != "word" or token.text in self._months for token in before)
        return only_date or before[-1].kind == "mark"

    def _divided(self, line: Line, known: list[Token], following: int, *, certain: bool) -> Heading | None:
        """Return the heading before other text on its line."""
        name = line.text[:following].rstrip(" :([|/,;" + "".join(_DASHES))
        return self._named(line, known, name=name, rest=line.text[following:], certain=certain)

    def _likely(self, line: Line, tokens: list[Token], known: list[Token]) -> Heading | None:
        """Return a heading with words of its own: `Monday – Snatch Focus`, `Thursday (Rest Day): walk 30 minutes`."""
        first = next(place for place, token in enumerate(known) if token.weekday is not None)
        marks = [place for place, token in enumerate(known) if place > first and token.kind == "mark"]
        cut = max((place for place in marks if not _IN_FIGURES.match(line.text, known[place].start - 1)), default=None)
        few_words = len(line.text.split()) <= SHORT
        short = few_words and not line.text.endswith((".", "?", ",", ";"))
        if cut is None:
            if first == 0 and (unmarked := self._unmarked(line, tokens, known)):
                return unmarked
            title = line.heading and short and self.is_title(line.text)
            return self._named(line, known, name=line.text, rest="", certain=False) if title else None
        mark, head, behind_day = known[cut], known[: cut + 1], known[first + 1]
        own = line.text[mark.start + 1 :].strip()
        separates = mark.text in _SEPARATORS or not own[:1].islower()
        following = mark.start if mark.text in "([*" else line.text.index(own, mark.start + 1)
        if separates and self._says_rest(head):
            return self._divided(line, head, following, certain=False)
        if self._begins_with_weekday(own):
            return None  # `Monday – Friday 6am`
        if mark.text in _DASHES | {":"} and self.asks_for_training(own):
            return self._divided(line, head, following, certain=False)  # `Monday: Back Squat 5x5`
        if few_words and not self._works(tokens) and (resting := self._resting.match(line.text, behind_day.start)):
            return self._divided(line, tokens, resting.start(resting.lastgroup or 0), certain=False)
        titled = mark.text in _SEPARATORS and self.is_title(own)
        is_title = line.heading or titled or _is_bracketed(line, behind_day)
        if short and (is_title or (first == 0 and own and behind_day.text in _DASHES)):  # `Mon – light`
            heading = self._named(line, head, name=line.text, rest="", certain=False)
            own = own if mark.text in _DASHES | {":"} else ""
            return replace(heading, own=own, may_be_prose=not is_title) if heading else None
        return self._divided(line, head, following, certain=False) if separates and self._works(head) else None

    def _unmarked(self, line: Line, tokens: list[Token], known: list[Token]) -> Heading | None:
        """Return the heading of a short line with training directly after its weekday: `Tuesday 6 x 800 m`."""
        if len(line.text.split()) > MOST_WORDS_OF_TRAINING or line.text.endswith((".", "?", "!")):
            return None
        behind = tokens[1]
        is_date = behind.text in self._months or (behind.kind == "number" and not behind.text.isdigit())
        following = tokens[len(known)].start if is_date else behind.start
        own = line.text[following:].lstrip()
        begins = own[:1].isdigit() or own[:1].isupper()  # not `Sat at the bottom for 5 seconds`
        if not begins or not self.asks_for_training(own.replace("@", " ")):  # `Monday @ 9`
            return None
        heading = self._divided(line, tokens[:1], following, certain=False)
        return replace(heading, may_be_prose=True) if heading else None

    def _begins_with_weekday(self, text: str) -> bool:
        return any(token.weekday is not None for token in self._tokens(text)[:1])

    def _named(self, line: Line, known: list[Token], *, name: str, rest: str, certain: bool) -> Heading | None:
        """Return the heading; None if it names its weekdays as prose does."""
        weekdays = [(place, token) for place, token in enumerate(known) if token.weekday is not None]
        numbers = [token.weekday for _, token in weekdays if token.weekday is not None]
        is_rest_day, works = self._says_rest(known), self._works(known)
        if any(token.text.endswith("'s") for _, token in weekdays) and not works:
            return None
        if len(weekdays) > 1:
            (place, _), (next_place, _) = weekdays[:2]
            between = [token for token in known[place + 1 : next_place] if not self._is_of_date(token)]
            if len(between) == 1 and between[0].text in _DASHES | self._range:
                if not is_rest_day:
                    return None
                numbers = [number % 7 for number in range(numbers[0], numbers[0] + (numbers[1] - numbers[0]) % 7 + 1)]
            elif not (is_rest_day or works or line.heading or any(token.text in self._optional for token in known)):
                if rest or not all(token.weekday is not None or token.text in _JOINTS for token in known):
                    return None
                certain = False
        _, token = weekdays[0]
        day = line.text[token.start :][: len(token.text)]
        if is_rest_day and not certain and not rest:
            rest = line.text[token.start + len(day) :].strip()
        return Heading(
            weekdays=tuple(dict.fromkeys(numbers)),
            name=REST_DAY if is_rest_day else name,
            rest=rest,
            day=day,
            is_rest_day=is_rest_day,
            names_work=works,
            certain=certain,
        )

    def _is_of_date(self, token: Token) -> bool:
        return token.kind == "number" or token.text in self._months or token.text in ",.()/"


@cache
def headings_of(blog: Blog) -> Headings:
    """Return the reader of a blog's headings, which is built once."""
    return Headings(blog)


def _stated(named: Named) -> StatedDate:
    return StatedDate(month=named.start.month, day=named.start.day, year=named.start.year)


def _is_bracketed(line: Line, mark: Token) -> bool:
    return mark.text == "(" and line.text.find(")", mark.start) == len(line.text) - 1
