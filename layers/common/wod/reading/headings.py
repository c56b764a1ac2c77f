"""Find the headings of days, and read them: weekdays, date, rest, and the text after them."""

import re
from copy import replace
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Literal

from wod.blog import Blog
from wod.language import first_words, foreign_words, normalise
from wod.models import REST_DAY, Line, StatedDate
from wod.reading.named_dates import Named, read_dates
from wod.reading.part_headings import MOST_WORDS_OF_TRAINING, part_headings_of

_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii"})
_JOINTS = frozenset("/&+")
_NO_HEADING_MARKS = frozenset("@%=+<>$?")
_DASHES = frozenset("-‐‑–—―")
_SEPARATORS = _DASHES | frozenset(":([|/")
_FIGURES_OF_A_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d")
_JOINS = re.compile("[ .-]")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_BEHIND_DAY = frozenset(":|(-–—")
_AROUND_TITLES = " *:|-–—"
_SHORT = 8  # words
_LONG = 200  # characters: no heading is longer
_SHORTEST_WITH_DATE = len("1/1/21")


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark of a line; words are normalised."""

    kind: Literal["number", "word", "mark"]
    text: str
    start: int
    weekday: int | None


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
    unmarked: bool = False
    """True if nothing divides the weekday from the training after it, so that the line may as well be a sentence."""


@dataclass(frozen=True)
class TitledDay:
    """A numbered day with other text on its line: its name, and the text that belongs below it."""

    name: str
    rest: str


class Headings:
    """Reader of the headings in one blog's posts."""

    def __init__(self, blog: Blog) -> None:
        language = blog.language
        words = language.words
        self._blog = blog
        self._parts = part_headings_of(blog)
        self._any_weekday = next(iter(language.weekdays))
        self._weekdays, self._months = language.weekdays, language.months.keys()
        self._rest = words("headings", "rest")
        self._work = _joined(words("headings", "work"))
        self._numbered = words("headings", "numbered")
        self._range = words("calendar", "to")
        self._optional = words("headings", "optional")
        self._small = words("headings", "small")
        self._halves = _joined(words("headings", "halves_of_day"))
        self.sessions = words("headings", "sessions")
        self.days = words("headings", "days")
        self._counts = words("headings", "counts", "ordinal_counts")
        last_words = frozenset(first_words(half)[-1] for half in words("headings", "halves_of_day"))  # of `A.M.` the M
        self.half_words = self.sessions | self.days | last_words
        """Every heading such as `Session 2` or `AM` has one of these words."""
        self._vocabulary = frozenset().union(
            self._rest, self._work, self._range, self._months, self._counts, self._halves, words("headings", "others"),
            words("calendar", "of"), self.sessions, self.days,
        )  # fmt: skip
        names = words("parts", "names", "name_words")
        self._beside_date = frozenset(word for name in names for word in first_words(name))
        self._foreign = foreign_words(blog.language_name)[0]
        foreign = frozenset(word for weekday in self._foreign for word in first_words(weekday)[:1])
        self._candidate_words = foreign.union(self.half_words, self._weekdays, self._months)
        joined = [half for half in words("headings", "halves_of_day") if "." in half]
        joined += [word for word in words("headings", "work") if _JOINS.search(word)]
        self._token = re.compile(
            r"(?P<number>\d+)(?:"
            + "|".join(language.tables["calendar"]["ordinals"])
            + r")?(?![^\W_])|(?P<word>"
            + "".join(f"(?:{re.escape(word)})(?![^\\W_])|" for word in sorted(joined))
            + r"[^\W_]+(?:['’][^\W_]+)*)|\S",
            re.IGNORECASE,
        )
        rest = "|".join(sorted(self._rest))
        rest_days = "|".join(sorted(words("headings", "rest_days").union(language.tables["headings"]["rest_days"])))
        joints = "|".join(sorted(words("headings", "behind_rest")))
        # After the weekday of a rest day: `: Rest and recover`, ` (Thanksgiving) – Rest Day`.
        self._resting = re.compile(
            rf"\s*(?:[-‐‑–—:]\s*(?P<rest>(?:{rest})\s*(?:[,&+]|(?:{joints})\b)|.*\b(?:{rest_days})\W*$)"
            rf"|(?P<bracket>\(.*\b(?:{rest_days})\W*$))",
            re.IGNORECASE,
        )

        sets = "|".join(sorted(words("headings", "sets")))
        self._training = re.compile(
            r"@|\d\s?(?:[x×%]|rm\b|kg|lbs?\b|m\b|km\b|k\b|mi(?:les?)?\b|yds?\b|cal|min|sec|rep|rft\b"
            rf"|(?:{sets})\b)|\d-\d{{1,2}}-\d|\b(?:emom|amrap|e\d)",
            re.IGNORECASE,
        )

    def asks_for_training(self, text: str) -> bool:
        """Return whether the text has marks of a line of training: `5x5`, `@ 75%`, `21-15-9`, `10 reps`."""
        return self._training.search(text) is not None

    def may_be_heading(self, line: Line) -> bool:
        """Return whether the line may be a heading of any kind; a fast filter that rejects nearly all lines."""
        if not self._candidate_words.isdisjoint(first_words(line.text)):
            return True
        text = line.text
        if line.heading or text[-1:] == ":":
            return len(text) <= _LONG and _FIGURES_OF_A_DATE.search(text) is not None
        return _FIGURES_OF_A_DATE.match(text) is not None

    def heading(self, line: Line, published: date) -> Heading | None:
        """Return the heading that the line is or begins with; figures are a date only if they fit `published`."""
        heading = self._of_weekday(line)
        return self._with_date(heading, line, published) if heading else self._date_alone(line, published)

    def is_foreign(self, line: Line) -> bool:
        """Return whether the line begins with a weekday of a language other than the blog's."""
        first, _, behind = line.text.strip(" *").partition(" ")
        is_weekday = normalise(first).strip(" :.,*-–—(") in self._foreign
        return is_weekday and not behind[:1].isalpha() and len(line.text.split()) <= _SHORT  # not `Mardi Gras`

    def _tokens(self, text: str) -> list[Token]:
        tokens = []
        for match in self._token.finditer(text[:_LONG]):
            if match["word"]:
                word = normalise(match[0])
                word = word if word.isalnum() else _JOINS.sub("", word)
                tokens.append(Token("word", word, match.start(), self._weekdays.get(word.removesuffix("'s"))))
            else:
                kind: Literal["number", "mark"] = "number" if match["number"] else "mark"
                tokens.append(Token(kind, match[0], match.start(), None))
        return tokens

    def _known(self, tokens: list[Token]) -> list[Token]:
        """Return the tokens up to the first that no heading has."""
        known: list[Token] = []
        for token in tokens:
            numeral = token.text in _ROMAN and bool(known) and known[-1].text in self._numbered
            if token.kind == "mark":
                if token.text in _NO_HEADING_MARKS:
                    break
            elif token.kind == "word" and token.weekday is None and token.text not in self._vocabulary and not numeral:
                break
            known.append(token)
        return known

    def says_only(self, text: str, counted: frozenset[str]) -> bool:
        """Return whether the line is only one of the counted words with its number, or the half of a day.

        `Session One`, `Session 2 (Optional)`, `AM Session`, `Evening`.
        """
        if len(text) > _LONG or not text:
            return False
        tokens = self._tokens(text)
        words = {token.text for token in tokens if token.kind == "word"}
        if len(tokens) > _SHORT or words & self._rest or self._known(tokens) != tokens:
            return False
        if any(token.weekday is not None for token in tokens):
            return False
        counts = self._tokens(_CLOCK.sub("", text))  # `Workout (20:00)` says how long it is
        has_number = any(token.kind == "number" for token in counts) or not words.isdisjoint(self._counts | _ROMAN)
        if not words.isdisjoint(counted) and has_number:
            return True
        return not words.isdisjoint(self._halves) and words <= self.sessions | self._halves

    def may_say_only(self, text: str) -> bool:
        """Return whether `says_only` may be true; a fast filter."""
        return len(text) <= _LONG and not self.half_words.isdisjoint(first_words(text))

    def titled_day(self, text: str) -> TitledDay | None:
        """Return `Day 1 – Back & Biceps`, or `Day 2: Squat 5x5`, whose training is the rest of its line."""
        if len(text) > _LONG or self.days.isdisjoint(first_words(text)[:1]):
            return None
        tokens = self._tokens(text)
        first = next((place for place, token in enumerate(tokens) if token.kind != "mark"), 0)
        day, number, mark = [*tokens[first : first + 3], *[None] * 3][:3]
        if day is None or number is None or mark is None or day.text not in self.days or mark.text not in _BEHIND_DAY:
            return None
        if number.kind != "number" and number.text not in self._counts:
            return None
        behind = text[mark.start :].strip(_AROUND_TITLES)
        if self.asks_for_training(behind):
            return TitledDay(text[: mark.start].strip(" *"), behind)
        return TitledDay(text.strip(" *:"), "") if len(behind.split()) <= _SHORT else None

    def number_of(self, text: str) -> int | None:
        """Return the number of a heading such as `Day 2` or `Session Two`; None if it has none."""
        order = [normalise(word) for word in self._blog.language.tables["headings"]["counts"]]
        ordinal = [normalise(word) for word in self._blog.language.tables["headings"]["ordinal_counts"]]
        for token in self._tokens(text):
            if token.kind == "number":
                return int(token.text)
            for names in (order, ordinal):
                if token.text in names:
                    return names.index(token.text) + 1
        return None

    def is_rest(self, text: str) -> bool:
        """Return whether the text is about rest and not about training: `Rest Day`, `Thursday – Off`."""
        tokens = self._tokens(text)
        return bool(tokens) and len(tokens) <= 2 * _SHORT and self._known(tokens) == tokens and self._says_rest(tokens)

    def behind_rest(self, text: str) -> str | None:
        """Return the text after the rest in the second half of a heading, `Rest Day – enjoy!`; None if it is none."""
        if self._rest.isdisjoint(first_words(text)):
            return None
        whole = self._of_weekday(Line(text=f"{self._any_weekday}: {text}"))
        return whole.rest if whole and whole.is_rest_day else None

    def is_optional(self, text: str) -> bool:
        return not self._optional.isdisjoint(first_words(text))

    def is_title(self, text: str) -> bool:
        """Return whether no word begins with a small letter, except words such as `of` and `the`."""
        words = [word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text) if normalise(word) not in self._small]
        return bool(words) and not any(word[0].islower() for word in words)

    def _of_weekday(self, line: Line) -> Heading | None:
        """Return the heading that a weekday opens."""
        if self._weekdays.keys().isdisjoint(first_words(line.text)):
            return None
        tokens = self._tokens(line.text)
        known = self._known(tokens)
        if not self._weekday_leads(known):
            return None
        if len(known) == len(tokens):
            return self._named(line, known, name=line.text, rest="", certain=True) if len(line.text) <= _LONG else None
        following = tokens[len(known)].start
        if self._parts.opens_part(line.text[following:]):
            return self._divided(line, known, following, certain=True)
        return self._likely(line, tokens, known)

    def _date_alone(self, line: Line, published: date) -> Heading | None:
        """Return the heading of a line that is a date: `March 16, 2021`.

        A bold line, or one with a colon, may also have words of a part's name: `WOD for 3/16/21:`.
        """
        text = line.text
        if not _SHORTEST_WITH_DATE <= len(text) <= _LONG // 3:
            return None
        words = first_words(text)
        if self._months.isdisjoint(words) and not _FIGURES_OF_A_DATE.search(text):
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
            weekdays, name, "", name, is_rest_day=False, names_work=False, certain=True, stated=_stated(named)
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
        cut = max((place for place, token in enumerate(known) if place > first and token.kind == "mark"), default=None)
        few_words = len(line.text.split()) <= _SHORT
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
        if short and (line.heading or titled or _is_bracketed(line, behind_day)):
            heading = self._named(line, head, name=line.text, rest="", certain=False)
            return replace(heading, own=own) if heading and mark.text in _DASHES | {":"} else heading
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
        return replace(heading, unmarked=True) if heading else None

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

    def _says_rest(self, known: list[Token]) -> bool:
        """Return whether the tokens mean rest, and not a pause such as `Rest 2:00`."""
        followed = zip_longest(known, known[1:])
        says = any(token.text in self._rest and not (after and after.kind == "number") for token, after in followed)
        return says and not self._works(known)

    def _works(self, known: list[Token]) -> bool:
        return any(token.text in self._work for token in known)


@cache
def headings_of(blog: Blog) -> Headings:
    """Return the reader of a blog's headings, which is built once."""
    return Headings(blog)


def _stated(named: Named) -> StatedDate:
    return StatedDate(month=named.start.month, day=named.start.day, year=named.start.year)


def _joined(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_JOINS.sub("", word) for word in words)


def _is_bracketed(line: Line, mark: Token) -> bool:
    return mark.text == "(" and line.text.find(")", mark.start) == len(line.text) - 1
