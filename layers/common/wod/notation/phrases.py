"""The notation of coaches, which is written down in notation.toml: phrases of it are found in text, and give values.

A phrase is words in any case. `[…]` may be missing, `(a|b)` and `[a|b]` are either, `<name>` is a phrase of the table
`parts`, and a space is any run of spaces and punctuation, also none. `{name}` is a value, read as the table `VALUES`
here says. Times are seconds.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

LONGEST_LINE = 300
"""Characters. Nothing longer is notation: it is prose."""

_SPACE = r"[\s,;:.…()\[\]\"*-]*+"
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBER_OF = {name: number for number, name in enumerate(_NUMBERS.split())} | {"thirty": 30, "forty": 40, "fifty": 50}
_WORDS = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_NUMBER_WORD = rf"(?<![a-z])(?<!ty-)(?:{_WORDS})(?![a-z])(?!(?<=ty)-[a-z])"  # not half of `forty-five`
_COUNT = rf"(?:(?<![\d:])(?<!\d[./])\d{{1,4}}(?!\d|[:./]\d|\s?%)|{_NUMBER_WORD})"
_TO = r"\s?(?:-|to|or)\s?"
_RANGE = rf"{_COUNT}(?:{_TO}{_COUNT}(?!{_TO}\d)|\+(?!\s?\d))?(?!\s?\+\s?\d)"
_UNIT = r"(?:seconds?|secs?|s|minutes?|mintues?|minuets?|minuts?|mins?|hours?|hrs?)(?![a-z])"  # with slips
_CLOCK = r"(?<![\d:])\d{0,2}:[0-5]\d(?![\d:])"
_TIME = (
    rf"(?:{_CLOCK}(?:{_TO}{_CLOCK})?(?:[\s-]?{_UNIT})?"
    rf"|(?<![\d.:/])\d{{1,2}}\.5[\s-]?minutes?(?![a-z])"
    rf"|{_COUNT}{_TO}{_COUNT}[\s-]?{_UNIT}"
    rf"|{_COUNT}[\s-]?{_UNIT}(?:,?\s(?:and\s)?{_COUNT}[\s-]?(?:seconds?|secs?)(?![a-z]))?"
    rf"|(?<![a-z])(?:an?\s|other\s)?minute(?![a-z]))"
)
_DECIMAL = r"(?<![\d.])\d{1,3}(?:\.\d)?(?![\d.]*\d)"


class Span(NamedTuple):
    """From the least to the most; `most` is None where the text names no end (`3+`)."""

    least: float
    most: float | None


@dataclass(frozen=True)
class Found:
    """A phrase that was found: where it ends, and its values by their names."""

    end: int
    values: dict[str, Any]
    start: int = 0


def number(text: str) -> int:
    """A whole number in figures or words."""
    return _NUMBER_OF[text.lower()] if text.lower() in _NUMBER_OF else int(text)


def span(text: str) -> Span:
    """`3`, `3-5`, `three to five`, `3+`."""
    counts = [number(count) for count in re.findall(_COUNT, text, re.IGNORECASE | re.ASCII)]
    return Span(min(counts), None if text.endswith("+") else max(counts))


def seconds(text: str) -> Span:
    """`90 seconds`, `2:30`, `:40`, `15-20 seconds`, `1 minute and 30 seconds`, `minute`, `other minute`."""
    text = text.lower()
    if clocks := re.findall(r"(\d*):(\d\d)", text):
        times = [60 * int(minutes or 0) + int(rest) for minutes, rest in clocks]
        return Span(min(times), max(times))
    if half := re.match(r"(\d+)\.5", text):
        return Span(60 * int(half[1]) + 30, 60 * int(half[1]) + 30)
    counts = [number(count) for count in re.findall(_COUNT, text)]
    if not counts:
        return Span(120, 120) if "other" in text else Span(60, 60)
    units = [{"s": 1, "m": 60, "h": 3600}[unit[0]] for unit in re.findall(rf"(?<![a-z]){_UNIT}", text)]
    if len(units) == 2:
        together = sum(count * unit for count, unit in zip(counts, units, strict=True))
        return Span(together, together)
    return Span(min(counts) * units[0], max(counts) * units[0])


def _minutes(text: str) -> Span:
    least, most = span(text)
    return Span(60 * least, None if most is None else 60 * most)


def _interval(text: str) -> Span:
    """Of `E2MOM`, `E2:30MOM`, `E1.5MOM`."""
    minutes, _, rest = text.partition(":") if ":" in text else (text, "", "0")
    value = 60 * float(minutes) + int(rest)
    return Span(value, value)


def _percent(text: str) -> Span:
    figures = [float(figure) for figure in re.findall(r"\d+(?:\.\d)?", text)]
    return Span(min(figures), None if text.rstrip().endswith("+") else max(figures))


def _counts(text: str) -> list[int]:
    return [int(count) for count in re.findall(r"\d+", text)]


def _weights(text: str) -> list[float]:
    return [float(weight) for weight in re.findall(r"\d+(?:\.\d)?", text)]


def _tempo(text: str) -> str:
    return re.sub(r"[^\dX]", "", text.upper())


_WEIGHT = rf"{_DECIMAL}(?:\s?[/-]\s?{_DECIMAL})?"

VALUES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "number": (_COUNT, number),
    "first": (_COUNT, number),
    "last": (_COUNT, number),
    "rm": (_COUNT, number),
    "counted": (_COUNT, number),
    "sets": (_RANGE, span),
    "reps": (_RANGE, span),
    "calories": (_RANGE, span),
    "rpe": (rf"{_DECIMAL}(?:{_TO}{_DECIMAL})?", _percent),
    "minutes": (_RANGE, _minutes),
    "interval": (_TIME, seconds),
    "interval_in_minutes": (r"\d{1,2}(?::[0-5]\d|\.5)?", _interval),
    "interval_in_seconds": (r"\d{2,3}", lambda text: Span(int(text), int(text))),
    "total": (_TIME, seconds),
    "rest": (_TIME, seconds),
    "time": (_TIME, seconds),
    "off": (_TIME, seconds),
    "distance": (r"(?<![\d.])\d{1,5}(?:\.\d{1,2})?(?![\d:/])", float),
    "percent": (
        rf"{_DECIMAL}\s?%?\s?(?:(?:-|to)\s?{_DECIMAL}\s?)?%(?:\+|\s(?:and|or)\s(?:up|more|above|over)(?![a-z]))?",
        lambda text: _percent(re.sub(r"(?:and|or)\s\w+$", "+", text, flags=re.IGNORECASE)),
    ),
    "percents": (
        rf"{_DECIMAL}\s?%?(?:\s?[,/]\s?(?:then\s)?{_DECIMAL}\s?%?)+(?<=%)|{_DECIMAL}(?:%?-{_DECIMAL}){{2,}}%",
        _percent,
    ),
    "wave": (r"(?<![\d.:/])\d{1,3}(?:\s?[-,]\s?\d{1,3}){2,}(?![\d:/%])", _counts),
    "cluster": (r"(?<![\d.])\d{1,2}(?:\.\d{1,2}){1,7}(?![\d.])", _counts),
    "plus": (r"(?<![\d.])\d{1,2}(?:\s?\+\s?\d{1,2})+(?![\d.])", _counts),
    "weights": (_WEIGHT, _weights),
    "tempo": (r"(?<![\da-z])\d(?:[\dx]{3}|(?:[-/.][\dx]){3})(?![\da-z%])", _tempo),
    "tempo_with_x": (r"(?<![\da-z])\d(?=\d?[\dx]?x)(?:[\dx]{3}|(?:[-/.][\dx]){3})(?![\da-z%])", _tempo),
}
"""What a `{name}` of a phrase looks like, and how it is read. Patterns are for any case."""


@dataclass(frozen=True)
class _Phrase:
    pattern: re.Pattern[str]
    constants: dict[str, Any]


class Phrases:
    """The phrases of one table of notation.toml."""

    def __init__(self, phrases: list[_Phrase]) -> None:
        self._phrases = phrases

    def match(self, text: str, start: int = 0) -> Found | None:
        """The longest phrase that stands at this place; of equally long ones the one that is listed first."""
        best: Found | None = None
        for phrase in self._phrases:
            match = phrase.pattern.match(text, start)
            if match and (best is None or match.end() > best.end):
                best = _found(phrase, match)
        return best

    def search(self, text: str, start: int = 0) -> Found | None:
        """The first phrase from this place on; of several at one place the longest."""
        best: Found | None = None
        for phrase in self._phrases:
            match = phrase.pattern.search(text, start)
            if match and (best is None or (match.start(), -match.end()) < (best.start, -best.end)):
                best = _found(phrase, match)
        return best

    def cut_out(self, text: str) -> str:
        """The text without the first phrase in it."""
        found = self.search(text)
        return text[: found.start] + text[found.end :] if found else text

    def whole(self, text: str) -> Found | None:
        """The phrase that the text is, punctuation at its ends aside."""
        for phrase in self._phrases:
            match = phrase.pattern.match(text, skip_space(text, 0))
            if match and re.fullmatch(_SPACE, text[match.end() :]):
                return _found(phrase, match)
        return None


def skip_space(text: str, start: int) -> int:
    """The next place that is neither white space nor punctuation."""
    match = re.compile(_SPACE).match(text, start)
    return match.end() if match else start


@cache
def phrases(table: str) -> Phrases:
    """The phrases of a table of notation.toml."""
    notation = _notation()
    entries = [entry if isinstance(entry, dict) else {"says": entry} for entry in notation[table]["phrases"]]
    return Phrases(
        [
            _Phrase(
                re.compile(_pattern(entry["says"], notation["parts"]), re.IGNORECASE | re.ASCII),
                {name: value for name, value in entry.items() if name != "says"},
            )
            for entry in entries
        ]
    )


@cache
def words(table: str) -> frozenset[str]:
    """The words of a table of notation.toml."""
    return frozenset(_notation()[table]["words"].split())


@cache
def _notation() -> dict[str, Any]:
    return tomllib.loads(files("wod.notation").joinpath("notation.toml").read_text(encoding="utf-8"))


def _found(phrase: _Phrase, match: re.Match[str]) -> Found:
    values = {name: VALUES[name][1](text) for name, text in match.groupdict().items() if text is not None}
    return Found(match.end(), phrase.constants | values, match.start())


_TOKEN = re.compile(
    r"\{(?P<value>\w+)\}|<(?P<part>\w+)>|(?P<space>\s+)|(?P<mark>[\[\]()|])|(?P<word>[^\s{}<>\[\]()|]+)"
)


def _pattern(phrase: str, parts: dict[str, str]) -> str:
    return "".join(_pieces(phrase, parts))


def _pieces(phrase: str, parts: dict[str, str]) -> Iterator[str]:
    tokens = list(_TOKEN.finditer(phrase))
    for place, token in enumerate(tokens):
        kind, text = token.lastgroup, token[0]
        following = tokens[place + 1][0] if place + 1 < len(tokens) else ""
        if kind == "value":
            yield f"(?P<{token['value']}>{VALUES[token['value']][0]})"
        elif kind == "part":
            yield f"(?:{_pattern(parts[token['part']], parts)})"
        elif kind == "space":
            # What may be missing takes the space in front of it along.
            yield "" if following == "[" else _SPACE
        elif text == "[":
            yield f"(?:{_SPACE if place and tokens[place - 1].lastgroup == 'space' else ''}(?:"
        elif kind == "mark":
            yield {"(": "(?:", "]": "))?", ")": ")", "|": "|"}[text]
        else:
            # What touches a value, as in `e{interval_in_minutes}mom`, may touch it in the text too.
            glued_before = place > 0 and tokens[place - 1].lastgroup == "value"
            glued_behind = place + 1 < len(tokens) and tokens[place + 1].lastgroup == "value"
            yield _word(text, glued_before=glued_before, glued_behind=glued_behind)


def _word(text: str, *, glued_before: bool, glued_behind: bool) -> str:
    before = "(?<![a-z])" if text[0].isalpha() and not glued_before else ""
    behind = "(?![a-z])" if text[-1].isalpha() and not glued_behind else ""
    return before + re.escape(text) + behind
