"""From the text of a line to its tokens: words, marks, and numerals, each numeral whole with its sign and its unit.

A numeral is one token, however it is written: `3`, `three`, `1 1/2`, `82,5%`, `1,000 m`, `2:30`, `60-65%`, `95/65 lb`,
`21-15-9`, `30X1`, `+5 lb`. What a phrase does not take of a line is therefore visible as a token that is left.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from wod.notation.vocabulary import Vocabulary

_PLAIN = str.maketrans("‐‑‒–—―−×✕’‘“”″′…\u00a0\t，：％＠", "-------xx''\"\"\"'…  ,:%@")

_ATOM = re.compile(
    r"""
      (?P<tempo>(?<![\w.\-])(?=[\dXA.\-]*[XA])(?:[\dXA]{4}|[\dXA]([.\-/])[\dXA]\2[\dXA]\2[\dXA])(?![\w%]|[.\-]\w))
    | (?P<each>(?<![^\W_])[eE](?P<each_value>\d{1,3}(?::[0-5]\d|\.5)?)
        (?:(?P<each_minutes>[mM]?[oO][mM]|[mM][oO][tT]?[mM])|(?P<each_seconds>[sS](?:[oO][tT]?[sS])?))(?![^\W_]))
    | (?P<clock>(?<![\d:.,])\d{0,3}:[0-5]\d(?::[0-5]\d)?(?!\d|:\d))
    | (?P<dots>(?<![\d.,])\d{1,2}(?:\.\d{1,2}){2,}(?![\d.]*\d))
    | (?P<mixed>(?<![\d.,/:-])\d{1,3}(?:\s+|-)(?:1/[23468]|2/3|3/[48]|[57]/8)(?![\d/])|\d*[¼½¾⅓⅔⅛])
    | (?P<thousands>(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d]|,\d))
    | (?P<decimal>(?<![\d.,])\d*\.\d+(?![\d]|[.,]\d)|(?<![\d.,])\d+,\d(?![\d]|[.,]\d))
    | (?P<integer>\d+(?:'[sS](?![^\W_]))?)
    | (?P<code>(?<![^\W_])[A-Za-z]{1,3}2[A-Za-z]{1,4}(?![^\W_]))
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<mark>\.\.\.+|--+|\S)
    """,
    re.VERBOSE,
)
_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_LARGEST = 100_000
_LONGEST_LIST = 30
_LEAST_LISTED = 15  # of percents and weights: what is less may be reps, `3, 76%`
_JOINS = {"-": "-", "/": "/", ",": ",", "+": "+", "…": "-", "...": "-", "to": "-", "or": "-", "&": ",", "and": ","}
_TENS = frozenset(range(20, 100, 10))
_RANGED = ("%", "time", "distance", "weight", "calories")


@dataclass(slots=True)
class Token:
    """A word, a mark or a numeral, from `start` to `end` of the line.

    `symbol` is what phrases match: of a word its entry in the vocabulary, of a mark the mark, of a numeral its kind in
    braces (`{count}`, `{range}`, `{time}` …). `least` and `most` are the ends of a numeral, `most` None for `5+`;
    times are seconds. `items` has the numbers of a list such as `21-15-9`, `second` the second of a pair (`95/65`).
    """

    symbol: str
    text: str
    start: int
    end: int
    least: float = 0
    most: float | None = 0
    items: tuple[float, ...] = ()
    second: float | None = None
    unit: str = ""

    @property
    def is_numeral(self) -> bool:
        return self.symbol[0] == "{" and len(self.symbol) > 1

    @property
    def speaks(self) -> bool:
        """Whether it is a word or a numeral, and no mark."""
        return self.text[0].isalnum() or self.is_numeral


def plain(text: str) -> str:
    """Return the text with one kind of dash, quotation mark and multiplication sign; no place changes."""
    return text.translate(_PLAIN)


def tokenise(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of a line that `plain` has been applied to."""
    return _Reader(text, vocabulary).tokens()


@dataclass(slots=True)
class _Atom:
    kind: str
    text: str
    start: int
    end: int
    value: float = 0


@cache
def _is_fraction(text: str) -> bool:
    above, below = text.split("/")
    return int(above) < int(below)


class _Reader:
    """Joins the atoms of a line to numerals."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._atoms = [self._atom(match) for match in _ATOM.finditer(text)]

    def tokens(self) -> list[Token]:
        tokens: list[Token] = []
        place = 0
        while place < len(self._atoms):
            atom = self._atoms[place]
            if atom.kind == "word":
                tokens.append(Token(self._vocabulary.word(atom.text), atom.text, atom.start, atom.end))
                place += 1
            elif atom.kind == "mark":
                signed = self._signed(place, tokens)
                if signed:
                    place, token = signed
                    tokens.append(token)
                else:
                    tokens.append(Token(self._vocabulary.word(atom.text), atom.text, atom.start, atom.end))
                    place += 1
            else:
                place, token = self._numeral(place, tokens[-1] if tokens else None)
                tokens.append(token)
        return tokens

    # Atoms

    def _atom(self, match: re.Match[str]) -> _Atom:
        kind, text = match.lastgroup or "", match[0]
        if kind == "code":  # `T2B`, `S2OH`
            return _Atom("word", text, match.start(), match.end())
        if kind == "word":
            number = self._vocabulary.number(text)
            if number is not None:
                return _Atom("named", text, match.start(), match.end(), number)
            return _Atom(kind, text, match.start(), match.end())
        if kind == "mark":
            return _Atom(kind, text, match.start(), match.end())
        return _Atom(kind, text, match.start(), match.end(), _VALUES[kind](text) if kind in _VALUES else 0)

    def _at(self, place: int) -> _Atom | None:
        return self._atoms[place] if 0 <= place < len(self._atoms) else None

    def _glued(self, place: int) -> bool:
        """Whether this atom touches the one before it."""
        return 0 < place < len(self._atoms) and self._atoms[place - 1].end == self._atoms[place].start

    def _token(self, symbol: str, first: int, end: int, **fields: object) -> Token:
        start, stop = self._atoms[first].start, self._atoms[end - 1].end
        return Token(symbol, self._text[start:stop], start, stop, **fields)  # type: ignore[arg-type]

    # Numerals

    def _signed(self, place: int, before: list[Token]) -> tuple[int, Token] | None:
        """`+5 lb`, `-10%`: a difference, where the sign touches the number and nothing in front of it."""
        if self._atoms[place].text not in ("+", "-", "±") or not before or not self._glued(place + 1):
            return None
        following = self._at(place + 1)
        if self._glued(place) and before[-1].symbol not in ("@", "(", "[", ",", ":", "=", ";"):
            return None
        if following is None or following.kind not in ("integer", "decimal", "mixed", "thousands"):
            return None
        end, token = self._numeral(place + 1, None)
        if token.symbol not in ("{percent}", "{weight}", "{count}", "{range}", "{decimal}", "{percents}"):
            return None
        following = self._at(end)
        if token.symbol not in ("{percent}", "{weight}", "{percents}") and following and following.kind == "word":
            if before and any(token.symbol == "+" for token in before):
                return None  # `1 Clean +1 Jerk`
        return end, self._token("{difference}", place, end, least=token.least, most=token.most)

    def _numeral(self, place: int, before: Token | None) -> tuple[int, Token]:
        atom = self._atoms[place]
        if atom.kind == "tempo":
            return place + 1, self._token("{tempo}", place, place + 1)
        if atom.kind == "each":
            return place + 1, self._token("{interval}", place, place + 1, least=atom.value, most=atom.value)
        if atom.kind == "dots":
            items = tuple(float(item) for item in atom.text.split("."))
            return place + 1, self._token("{cluster}", place, place + 1, items=items)
        return self._list(place, before)

    def _list(self, place: int, before: Token | None) -> tuple[int, Token]:
        """A number, or several that are joined: a range, a pair, a list, a sum."""
        first = place
        value, end = self._number(place)
        items, join, spaced = [value], "", False
        unit, end = self._unit(end, items, first)
        clock = self._atoms[place].kind == "clock"
        while len(items) < _LONGEST_LIST:
            found = self._join(end, join, before, spaced=spaced, clock=clock, unit=unit, items=items)
            if not found:
                break
            next_join, next_spaced, following = found
            value, after = self._number(following)
            next_unit, after = self._unit(after, [*items, value], first)
            if unit and next_unit and unit != next_unit:
                break
            if next_unit in ('"', "'", "in", "cm") and self._atoms[following - 1].kind == "word":  # `3x5 to 24"`
                break
            if unit == "%" and not next_unit and next_join != "-":  # `60%/2`, `70%, 3 @ 75%`
                break
            join, spaced = next_join, next_spaced
            items, unit, end = [*items, value], next_unit or unit, after
            clock = clock or self._atoms[following].kind == "clock"
        is_open = False
        mark = self._at(end)
        if mark and mark.text == "+" and self._glued(end) and not self._starts_number(end + 1):
            is_open, end = True, end + 1
            if not unit:
                unit, end = self._unit(end, items, first)
        return self._typed(first, end, items, join, unit, is_open=is_open, clock=clock)

    def _number(self, place: int) -> tuple[float, int]:
        """The value of the number at this place, and the place behind it: `twenty-five` and `1 1/2` are one."""
        atom = self._atoms[place]
        following, second = self._at(place + 1), self._at(place + 2)
        if atom.kind == "named" and atom.value in _TENS and following and following.text == "-" and second:
            if second.kind == "named" and second.value < 10:
                return atom.value + second.value, place + 3
        if atom.kind == "integer" and following and second:
            # `1/2 mile`; `5/3` is a pair
            fraction = f"{atom.text}/{second.text}"
            touching = self._glued(place + 1) and self._glued(place + 2)
            if following.text == "/" and touching and re.fullmatch(r"[1-7]/[2348]", fraction):
                after = self._at(place + 3)
                part_of_list = after is not None and after.text in ("/", "%", "#")
                if _is_fraction(fraction) and not part_of_list:
                    return int(atom.text) / int(second.text), place + 3
        if (
            atom.kind in ("integer", "named")
            and following
            and following.kind == "mixed"
            and not following.text[0].isdigit()
        ):
            return atom.value + following.value, place + 2  # `2 ½`
        return atom.value, place + 1

    def _starts_number(self, place: int) -> bool:
        atom = self._at(place)
        return atom is not None and atom.kind in ("integer", "named", "decimal", "thousands", "mixed", "clock")

    def _join(
        self, place: int, join: str, before: Token | None, *, spaced: bool, clock: bool, unit: str, items: list[float]
    ) -> tuple[str, bool, int] | None:
        """What joins the number in front of this place to the one behind: the join, whether it has spaces, and where
        the number is."""
        mark = self._at(place)
        if mark is None:
            return None
        following = place + 1
        text = mark.text.lower()
        if text == "," and (after := self._at(place + 1)) and after.text.lower() in ("and", "&"):
            following = place + 2
        kind = _JOINS.get(self._vocabulary.word(text) if mark.kind == "word" else text)
        if kind is None or not self._starts_number(following) or (join and kind != join and (join, kind) != ("-", ",")):
            return None
        if self._atoms[following].kind == "named" and kind != "-":
            return None
        has_space = not (self._glued(place) and self._glued(following))
        if (
            kind == "-"
            and mark.text == "-"
            and has_space
            and not self._spaced_dash(place, following, before, join, spaced, items)
        ):
            return None
        if kind == "+" and has_space and (self._glued(following) or not self._whole_sum(following)):
            return None
        if kind == "," and (has_space or text in ("&", "and")) and not self._listed(place, items, unit):
            bracketed = before is not None and before.symbol in ("(", "[") and len(items) == 1
            return ("/", has_space, following) if bracketed and self._closes(following) else None  # `(70, 53)`
        if kind == "," and len(items) == 1 and before and before.symbol in ("(", "[") and self._closes(following):
            return "/", has_space, following  # `(24,20)`
        if kind == "," and clock:
            return None
        return kind, has_space, following

    def _spaced_dash(
        self, place: int, following: int, before: Token | None, join: str, spaced: bool, items: list[float]
    ) -> bool:
        """Whether ` - ` between two numbers is a range or a list: `x 8 - 10`, `60 - 65%`, `5 - 5 - 5`.

        `Set 1 - 8 reps` has a separator there.
        """
        if self._glued(place) or self._glued(following):  # `5- 5`, `70 -75%`
            return before is None or before.symbol not in ("set", "minute", "station", "round", "#", "part")
        if join:
            return spaced
        value, end = self._number(following)
        after = self._at(end)
        if before is not None and before.symbol in ("set", "minute", "station", "round", "#", "part", "week", "day"):
            return False
        if after and after.text == "%":
            return (before is None or before.symbol != "x") and items[-1] >= 20
        if after and after.text == "-" and self._starts_number(end + 1) and not self._glued(end):
            return True
        unit = self._unit(end, items, place)[0]
        if (
            before is None
            or before.symbol not in ("x", "@", "of", "for", "rest", "rpe", "(", "[")
            or value <= items[-1]
        ):
            return False
        return (before.symbol in ("@", "(", "[") or unit in ("", "s", "min", "m", "cal")) and (
            after is None or after.text != "/"
        )

    def _closes(self, following: int) -> bool:
        """Whether a bracket closes behind the number at this place: `(70, 53)`, `(24, 20 kg)`."""
        value, end = self._number(following)
        _, end = self._unit(end, [value], following)
        after = self._at(end)
        return after is not None and after.text in (")", "]")

    def _whole_sum(self, following: int) -> bool:
        """Whether ` + ` joins numbers and no movements: `2 + 1`, and not `2 + 1 Clean`."""
        _, end = self._number(following)
        after = self._at(end)
        return after is None or after.kind == "mark"

    def _listed(self, place: int, items: list[float], unit: str) -> bool:
        """Whether numbers behind commas with spaces are a list: all that follows are numbers, three at least or with
        a percent sign or a weight at the end."""
        end, values = place, list(items)
        while len(values) < _LONGEST_LIST:
            after = self._at(end)
            if after is None or self._vocabulary.word(after.text.lower()) not in (",", "and", "&"):
                break
            step = end + 1
            nearby = self._at(step)
            if nearby and nearby.text.lower() in ("and", "&"):
                step += 1
            if not self._starts_number(step) or self._atoms[step].kind == "named":
                return False
            value, end = self._number(step)
            found, end = self._unit(end, [value], step)
            values.append(value)
            if (found or unit) and found not in ("%", "kg", "lb"):
                return False
            unit = unit or found
        after = self._at(end)
        if unit in ("%", "kg", "lb"):
            return min(values) >= _LEAST_LISTED and (after is None or after.text not in ("x", "X"))
        rep = after is not None and self._vocabulary.word(after.text) == "rep"
        return len(values) >= 3 and (
            rep or after is None or after.text in ("+", ")", "]", "@", ".", ";", "(") or after.kind == "mark"
        )

    # Units

    def _unit(self, place: int, items: list[float], first: int) -> tuple[str, int]:
        """The unit that stands at this place, and the place behind it; an empty one and the same place if none does."""
        atom = self._at(place)
        if atom is None:
            return "", place
        glued = self._glued(place)
        if atom.kind == "mark":
            if atom.text in ("%", "#"):
                after = self._at(place + 1)
                if atom.text == "#" and after and self._starts_number(place + 1) and self._glued(place + 1):
                    return "", place  # `#1`
                return ("%" if atom.text == "%" else "lb"), place + 1
            if atom.text == "+" and glued and (after := self._at(place + 1)) and after.text == "%":
                return "", place
            if atom.text in ('"', "'") and glued:
                if atom.text == "'" and (after := self._at(place + 1)) and after.text == "'" and self._glued(place + 1):
                    return '"', place + 2
                return atom.text, place + 1
            if atom.text == "-" and glued and self._glued(place + 1):
                following = self._at(place + 1)
                unit = self._vocabulary.unit(following.text) if following and following.kind == "word" else ""
                return (unit, place + 2) if unit and following.text.lower() != "in" else ("", place)
            return "", place
        if atom.kind != "word":
            return "", place
        if glued and atom.text.lower() in ("st", "nd", "rd", "th"):
            return "th", place + 1
        unit = self._vocabulary.unit(atom.text)
        if not unit:
            return "", place
        if unit == "in" and not self._inches(place, glued=glued):
            return "", place
        if unit == "rm" and atom.text.lower() != "rm":
            # `3 rep max`; `3 reps` is no rep max
            after = self._at(place + 1)
            skip = place + 2 if after and after.text == "-" else place + 1
            named = self._at(skip)
            if named is None or self._vocabulary.word(named.text) not in ("max", "maximum"):
                return "", place
            return "rm", skip + 1
        if len(atom.text) == 1 and not glued and atom.text not in ("m", "M", "k", "K", "s"):
            return "", place  # `5 c` is a letter
        dot, behind = self._at(place + 1), self._at(place + 2)
        if dot and dot.text == "." and self._glued(place + 1) and behind and len(atom.text) <= 4:
            if behind.text in ("/", ")", ",", "-") or behind.kind == "word":
                return unit, place + 2  # `75 lbs./55 lbs.`
        return unit, place + 1

    def _inches(self, place: int, *, glued: bool) -> bool:
        """`in` is a unit only where it touches the number or stands in front of a mark: `24in`, `(24 in)`."""
        if self._atoms[place].text.lower() != "in":
            return True
        after = self._at(place + 1)
        return glued or after is None or after.text in (")", ",", "/")

    # Types

    def _typed(
        self, first: int, end: int, items: list[float], join: str, unit: str, *, is_open: bool, clock: bool
    ) -> tuple[int, Token]:
        if any(item > _LARGEST for item in items):
            return end, self._token("{huge}", first, end)
        kind = _UNIT_KINDS.get(unit, unit)
        if clock:
            kind = "time" if unit in ("", "min", "s", "h") else "odd"
            unit = "s"
        factor = {"min": 60, "h": 3600}.get(unit, 1)
        values = tuple(item * factor for item in items)
        if kind == "time" and not clock and len(values) == 1 and unit in ("min", "h"):
            more = self._smaller_unit(end, unit)
            if more:
                extra, end = more
                values = (values[0] + extra,)
        symbol, fields = _shape(values, join, kind, unit, is_open=is_open)
        return end, self._token(symbol, first, end, **fields)

    def _smaller_unit(self, place: int, unit: str) -> tuple[float, int] | None:
        """The seconds of `1 minute and 30 seconds`, behind the minutes."""
        atom = self._at(place)
        if atom and (atom.text == "," or self._vocabulary.word(atom.text) == "and"):
            place += 1
        if not self._starts_number(place):
            return None
        value, end = self._number(place)
        smaller, after = self._unit(end, [value], place)
        if (unit, smaller) in (("min", "s"), ("h", "min")) and value < 60:
            return value * (60 if smaller == "min" else 1), after
        return None


def _shape(
    values: tuple[float, ...], join: str, kind: str, unit: str, *, is_open: bool
) -> tuple[str, dict[str, object]]:
    """The symbol and the fields of a numeral of these values."""
    least, most = values[0], values[-1]
    if not join:
        symbol = _SINGLE.get(kind, "{odd}")
        whole = all(value == int(value) for value in values)
        if symbol == "{count}" and not whole:
            symbol = "{decimal}"
        if symbol in ("{rm}", "{ordinal}") and not whole:
            symbol = "{odd}"
        if symbol == "{count}" and is_open:
            symbol = "{range}"
        elif is_open and symbol not in ("{percent}", "{time}", "{distance}", "{calories}", "{weight}"):
            symbol = "{odd}"
        return symbol, {"least": least, "most": None if is_open else least, "unit": unit}
    if join == "+":
        plus = kind == "" and not is_open and all(value == int(value) and value for value in values)
        return ("{plus}" if plus else "{odd}"), {"items": values}
    if join == "/" and len(values) == 2 and kind != "percent" and not is_open:
        symbol = _PAIRS.get(kind, "{odd}")
        return symbol, {"least": least, "most": least, "second": values[1], "items": values, "unit": unit}
    if join == "-" and len(values) == 2 and least < most and not is_open:
        symbol = "{range}" if kind == "" else _SINGLE.get(kind, "{odd}")
        if kind == "" and not all(value == int(value) for value in values):
            symbol = "{decimals}"
        return symbol, {"least": least, "most": most, "unit": unit}
    fields: dict[str, object] = {"items": values, "unit": unit, "least": min(values)}
    fields["most"] = None if is_open else max(values)
    return _LISTS.get(kind, "{odd}"), fields


_UNIT_KINDS = {
    "%": "percent",
    "s": "time",
    "min": "time",
    "h": "time",
    "m": "distance",
    "ft": "distance",
    "yd": "distance",
    "km": "distance",
    "mi": "distance",
    "in": "height",
    "cm": "height",
    "kg": "weight",
    "lb": "weight",
    "pood": "pood",
    "cal": "calories",
    '"': "second mark",
    "'": "minute mark",
}
_SINGLE = {
    "": "{count}",
    "percent": "{percent}",
    "time": "{time}",
    "distance": "{distance}",
    "weight": "{weight}",
    "pood": "{pood}",
    "calories": "{calories}",
    "height": "{height}",
    "second mark": "{seconds_or_inches}",
    "minute mark": "{minutes_or_feet}",
    "rm": "{rm}",
    "th": "{ordinal}",
}
_PAIRS = {
    "": "{pair}",
    "weight": "{weight}",
    "distance": "{distance}",
    "calories": "{calories}",
    "height": "{height}",
    "pood": "{pood}",
    "time": "{times}",
    "second mark": "{height}",
}
_LISTS = {
    "": "{series}",
    "percent": "{percents}",
    "weight": "{weights}",
    "time": "{times}",
    "distance": "{distances}",
    "calories": "{calorie_series}",
}


def _clock(text: str) -> float:
    parts = [int(part or 0) for part in text.split(":")]
    return sum(part * 60**power for power, part in enumerate(reversed(parts)))


def _mixed(text: str) -> float:
    if text[-1] in _FRACTIONS:
        return int(text[:-1] or 0) + _FRACTIONS[text[-1]]
    whole, fraction = re.split(r"\s+|-", text, maxsplit=1)
    above, below = fraction.split("/")
    return int(whole) + int(above) / int(below)


def _each(text: str) -> float:
    """`E2MOM`, `E2:30MOM`, `E1.5MOTM`, `E90S`, in seconds."""
    figures = re.match(r"[eE]([\d:.]+)", text)
    value = figures[1] if figures else "0"
    if text.lower().rstrip("o").endswith("s") and "m" not in text.lower():
        return float(value)
    minutes, _, seconds = value.partition(":")
    return 60 * float(minutes) + int(seconds or 0)


_VALUES: dict[str, Callable[[str], float]] = {
    "clock": _clock,
    "mixed": _mixed,
    "thousands": lambda text: float(text.replace(",", "")),
    "decimal": lambda text: float(text.replace(",", ".")),
    "integer": lambda text: float(text.rstrip("'sS")) if len(text) < 9 else float(_LARGEST + 1),
    "each": _each,
}
