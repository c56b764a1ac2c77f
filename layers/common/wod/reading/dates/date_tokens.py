"""Divide a text into the tokens of dates, and describe the neighbours of each token."""

import re
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from wod.blog import Blog
from wod.language import foreign_words, load_language, normalise, words_of_all_languages

_SAME_MONTH, _LIKE_A_MONTH = 0.85, 0.765  # of the letters
_LONGEST_MOVEMENT = 4  # tokens
_SHORTEST_MISSPELT = len("august")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))


class Token(NamedTuple):
    """A word, a number or a mark; words are normalised."""

    kind: str  # `word`, `number`, `triple`, `pair`, `iso`, `short_year`, `mark`, `other`
    text: str
    start: int
    end: int


class DateText:
    """The tokens of a text; a place is the place of a token."""

    def __init__(self, text: str, published: date, blog: Blog) -> None:
        language = blog.language
        self.unread: list[str] = []
        self._end_of_unread = 0  # a place
        self._text = text.translate(_DASHES)
        self._tokens = _tokens(self._text, _pattern(blog.language_name))
        self._published, self._order = published, blog.date_order
        self._language, self._language_name = language, blog.language_name
        articles = language.words("calendar", "articles")
        self._before_dates = articles.union(",.(-:|/")
        self._article = re.compile(rf" (?:{'|'.join(articles)})$")
        self._after_days = words_of_all_languages("calendar", "of").union(".-")  # `7 de marzo` in an English post
        self._of, self._to = language.words("calendar", "of"), language.words("calendar", "to", "and")
        self._counted = language.words("calendar", "counted")
        self._teams = language.words("calendar", "teams")
        self._movements = language.words("headings", "movements")
        self._sessions = language.words("headings", "sessions")
        self._per_week = language.words("calendar", "per_week")
        self._part_names = language.words("parts", "names")
        self._week_of = tuple(language.words("calendar", "week_of"))
        self._last_week = tuple(language.words("calendar", "last_week"))
        self._week_ending = tuple(language.words("calendar", "week_ending"))

    def weekday(self) -> int | None:
        """Return the only weekday of the text, in full or short at its beginning; None if it has none or several."""
        weekdays, full = self._language.weekdays, self._language.full_weekdays
        found = {
            weekdays[token.text]
            for place, token in enumerate(self._tokens)
            if token.kind == "word"
            and token.text in weekdays
            and (token.text in full or (place == 0 and self._kind(1) in ("", "mark", "triple", "pair")))
        }
        return found.pop() if len(found) == 1 else None

    def _kind(self, place: int) -> str:
        return self._tokens[place].kind if 0 <= place < len(self._tokens) else ""

    def _text_of(self, place: int) -> str:
        return self._tokens[place].text if 0 <= place < len(self._tokens) else ""

    def _skip(self, place: int, marks: str, words: frozenset[str] = frozenset(), *, most: int) -> int:
        for _ in range(most):
            text = self._text_of(place)
            if not text or not (text in marks or (text in words and self._kind(place) == "word")):
                break
            place += 1
        return place

    def _after_to(self, place: int) -> int | None:
        """Return the place after a dash, `&`, `+` or a word such as `to` or `and`; None if there is none of them."""
        dot = self._text_of(place) == "." and self._kind(place - 1) == "pair"  # `15.03.–21.03.`
        after = self._skip(place + dot, "-&+", self._to, most=5)
        return after if after > place + dot and after < len(self._tokens) else None

    def _without_weekday(self, place: int) -> int:
        if self._kind(place) == "word" and self._text_of(place) in self._language.weekdays:
            return self._skip(place + 1, ",.", most=2)
        return place

    def _year(self, place: int) -> tuple[int | None, int]:
        """Return the year at the place, if there is one, and the place after it."""
        after = self._skip(place, ",-.", self._of, most=2)
        kind, text = self._kind(after), self._text_of(after)
        if kind == "short_year":
            return 2000 + int(text[1:]), after + 1
        marks = "".join(self._text_of(at) for at in range(place, after))
        if kind == "number" and len(text) == 4 and ("1900" < text < "2200" or "-" not in marks):
            return int(text), after + 1
        return None, place

    def _is_short_number(self, place: int) -> bool:
        return self._kind(place) == "number" and len(self._text_of(place)) <= 2

    def _is_day(self, place: int) -> bool:
        return self._is_short_number(place) and 1 <= int(self._tokens[place].text) <= 31

    def _is_counted(self, place: int) -> bool:
        """Return whether the number counts the word after it: `5 Day`, `2 x`, `3-week`."""
        after = self._skip(place + 1, "-", most=1)
        return self._text_of(after) in self._counted and self._kind(after) == "word"

    def _counts_beside_month(self, place: int) -> bool:
        """Return whether the number beside a month counts the word after it; `March 17 Workout` is a date."""
        return self._is_counted(place) and self._text_of(place + 1) not in self._sessions

    def _is_alone_after_colon(self, place: int) -> bool:
        """Return whether figures end the text after the word for a session: `Workout: 3/17`, not `WOD: 3/4 Cals`."""
        after_colon = self._text_of(place - 1) == ":" and self._text_of(place - 2) in self._sessions
        return after_colon and place + 1 == len(self._tokens)

    def _counts_before(self, place: int) -> bool:
        """Return whether the number is a place in a programme: `Cycle 2/3`, `Open 21.3`."""
        before = place - 1
        while self._text_of(before) in ("#", ".", ":") and before > 0:
            before -= 1
        return self._text_of(before) in self._counted

    def _counts_people(self, place: int) -> bool:
        """Return whether the number counts people: `Teams of 4`."""
        return self._text_of(place - 1) in self._of and self._text_of(place - 2) in self._teams

    def _counts_movement(self, place: int) -> bool:
        """Return whether the number and the next words are repetitions: `14 Back Squats`."""
        end = place + 1
        while end <= place + _LONGEST_MOVEMENT and (self._kind(end) == "word" or self._text_of(end) == "-"):
            if self._text_of(end) in self._movements:
                return True
            end += 1
        return False

    def _has_suffix(self, place: int) -> bool:
        """Return whether a number is an ordinal: `21st`."""
        return self._tokens[place].end - self._tokens[place].start > len(self._text_of(place))

    def _counts_days(self) -> bool:
        """Return whether the text is the title of a week: `5 Day Program`."""
        return any(
            token.text in self._per_week and token.kind == "word" and self._is_number_of_days(place)
            for place, token in enumerate(self._tokens)
        )

    def _is_number_of_days(self, place: int) -> bool:
        before = place - 2 if self._text_of(place - 1) == "-" else place - 1
        if self._kind(place + 1) == "number" or self._counts_before(before):  # `Week 3 Day 1`
            return False
        counts = self._language.words("headings", "counts")
        return self._kind(before) == "number" or self._text_of(before) in counts

    def _is_after(self, phrases: tuple[str, ...], place: int) -> bool:
        """Return whether one of the phrases is before a date, with or without its weekday: `week of Monday`."""
        while self._text_of(place - 1) in self._language.weekdays or (place > 1 and self._text_of(place - 1) == ","):
            place -= 1
        before = normalise(self._text[: self._tokens[place].start]).replace("-", " ").rstrip(" :,(")
        return self._article.sub("", " ".join(before.split())).endswith(phrases)

    def _month(self, place: int) -> int | None:
        """Return the month that the word names; a misspelt name counts if a day is beside it."""
        if self._kind(place) != "word":
            return None
        word = self._text_of(place)
        if word in self._language.months:
            return self._language.months[word]
        if len(word) < len("märz") or word in self._language.weekdays:
            return None
        before = self._skip_back(place)
        after = self._skip(place + 1, ".,", most=1)
        beside = [at for at in (before, after) if self._is_day(at) and not self._is_counted(at)]
        if not beside:
            return None
        month, is_like_one = _misspelt(word, self._language_name)
        if month is None and is_like_one:
            self._note(min(place, *beside), max(place, *beside) + 1)
        return month

    def _skip_back(self, place: int) -> int:
        before = place - 1
        while before > 0 and self._text_of(before) in self._after_days:
            before -= 1
        return before

    def _note(self, begin: int, end: int) -> None:
        """Keep tokens that look like a date but are none; no other date is read from them."""
        self.unread.append(self._text[self._tokens[begin].start : self._tokens[end - 1].end])
        self._end_of_unread = max(self._end_of_unread, end)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    of_language = load_language(language)
    ordinals = "|".join(of_language.tables["calendar"]["ordinals"])
    months = "|".join(sorted({re.escape(name[:3]) for name in of_language.full_months}))
    in_one_word = rf"(?:{months})[^\W\d_]*(?:\d\d|\d{{4}})(?![^\W_])"  # the month and the year of `8Mar21`
    return re.compile(
        r"(?P<iso>(?<!\d)\d{4}([-/.])\d{1,2}\2\d{1,2}(?!\d))"
        r"|(?P<triple>(?<![\d/.])\d{1,2}([/.])\d{1,2}\4(?:\d{4}|['’]?\d{2})(?![\d/%]))"
        r"|(?P<pair>(?<![\d/.])\d{1,2}[/.]\d{1,2}(?![\d/%]|\.\d))"
        rf"|(?P<number>\d++)(?:(?:{ordinals})?(?![^\W\d_])|(?={in_one_word}))"
        r"|(?P<short_year>['’]\d{2}(?!\d))"
        r"|(?P<other>\d++[^\W_]*)"
        r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
        r"|(?P<mark>\S)",
        re.IGNORECASE,
    )


def _tokens(text: str, pattern: re.Pattern[str]) -> list[Token]:
    tokens = []
    for match in pattern.finditer(text):
        kind = match.lastgroup or ""
        tokens.append(Token(kind, normalise(match[kind]).removesuffix("'s"), match.start(), match.end()))
    return tokens


@cache
def _misspelt(word: str, language_name: str) -> tuple[int | None, bool]:
    """Return the month that a misspelt word names, and whether the word is like a month of any language."""
    if word in foreign_words(language_name)[1]:
        return None, True
    if len(word) < _SHORTEST_MISSPELT:
        return None, False
    names = load_language(language_name).full_months
    likeness = {
        name: SequenceMatcher(None, word, name, autojunk=False).ratio()
        for name in names
        if len(name) >= _SHORTEST_MISSPELT and (name[:3] == word[:3] or name[-3:] == word[-3:])
    }
    best = max(likeness, key=lambda name: likeness[name], default=None)
    if best is None:
        return None, False
    return names[best] if likeness[best] >= _SAME_MONTH else None, likeness[best] >= _LIKE_A_MONTH
