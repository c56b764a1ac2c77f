"""From a line of a segment to what it says: a scheme, a movement, sets, a test, a rest, a connector; or a note.

A line is read by the phrases of notation.toml and the catalogue of movements. What they do not cover is prose or
unread, never guessed. Fields are named as in `Prescription`.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from wod.models import LineKind
from wod.notation.amounts import (
    Fields,
    amount_alone,
    duration_fields,
    list_of_items,
    reps_fields,
    rest_fields,
    sets_fields,
    tail_fields,
    wave_fields,
)
from wod.notation.movement_lines import (
    counted_first,
    is_prose,
    movement_fields,
    movement_with_sets,
    named_movement,
    opens_a_note,
)
from wod.notation.phrases import LONGEST_LINE, Found, Span, phrases, skip_space, words

ALL_SETS, LAST_SET = -2, -1
"""As the first set of a set line: `All sets at 90%`, `Last set = max reps`."""


@dataclass(frozen=True)
class Scheme:
    """How often, for how long, how many sets: `Every 2 minutes, for 16 minutes (8 sets):`"""

    fields: Fields
    is_tabata: bool = False


@dataclass(frozen=True)
class TabataPart:
    """`20 seconds on`, `10 seconds off`, `For a total of 8 rounds`, below a tabata."""

    fields: Fields


@dataclass(frozen=True)
class Movement:
    """`Front Squat x 3 reps @ 75-85%`. `station`: it stands in a rotation, `Minute 1: Row x 200 meters`."""

    fields: Fields
    station: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is the name alone."""
        return self.fields.keys() <= {"movement", "complex"}


@dataclass(frozen=True)
class SetLine:
    """`*Sets 1-2 = 2 reps @ 75%`, or `5 reps @ 75%` below a movement."""

    fields: Fields


@dataclass(frozen=True)
class Test:
    """`In 20 minutes, establish a 1-RM Back Squat`. Without a movement it is the one above or below."""

    fields: Fields


@dataclass(frozen=True)
class Rest:
    """`Rest 60 seconds`. Without fields: as needed, or before something else. `station`: it has its turn in a
    rotation, `Minute 3: Rest`."""

    fields: Fields
    station: bool = False


@dataclass(frozen=True)
class Connector:
    """`Followed by…`"""


type Element = Scheme | TabataPart | Movement | SetLine | Test | Rest | Connector


@dataclass(frozen=True)
class Context:
    """What stands above the line: whether a scheme is open, a movement, a movement that already says how often."""

    scheme: bool = False
    movement: bool = False
    amount: bool = False
    tabata: bool = False


@dataclass(frozen=True)
class ReadLine:
    """A line, its kind, and what it says, in order. Notes and unread lines say nothing."""

    text: str
    kind: LineKind
    elements: list[Element] = field(default_factory=list)


_KINDS: dict[type, LineKind] = {
    Scheme: "scheme",
    TabataPart: "scheme",
    Movement: "movement",
    SetLine: "set line",
    Test: "test",
    Rest: "rest",
    Connector: "connector",
}
_PLAIN = str.maketrans("‐‑‒–—―−×✕’‘“”\u00a0", "-------xx''\"\" ")
_BULLET = re.compile(r"^[\s*•·‣▪◦●>~-]*(?:(?:\d{1,2}|[A-Z]\d)[.):]\s+(?=[A-Za-z(]))?")
_BREAK = " :=,;.-"
_INTERVALS = ("interval", "interval_in_minutes", "interval_in_seconds")
_HEAD_OF_TEST = re.compile(r"(?P<name>[^:]{3,60}?)\s*(?::|\s-)\s*(?=\S)")
_HEAD_OF_REP_MAX = re.compile(r"(?P<name>.{3,60}?)\s+(?=\d{1,2}[\s-]?rm\b)", re.IGNORECASE)
_ABOUT_NOTHING = re.compile(
    r"(?:(?:in|of|for|on)\s+)?(?:(?:the|your)\s+)?(?:complex|movement|lift|following)?(?:\s*of)?\W*", re.IGNORECASE
)
_THROUGH = re.compile(
    r"\s?-\s?(\d{1,2})(?!\d|[:.]\d|%)(?!\s*-\s*\d)(?!\s*(?:reps?\b|x\b))|(-)(\d{1,2})(?!\d|[:.]\d|%)", re.IGNORECASE
)
_OPEN_END = re.compile(r"\s?(?:\+|and\s(?:up|on)\b)")
_SAYS_DO = re.compile(r"(?:are|is|at(?=\s+[a-z])|perform|complete)\s+", re.IGNORECASE)
_SAYS_WHAT_TO_DO = {"reps_min", "reps_per_set", "max_reps", "duration_seconds_min", "distance", "percent_min"}
_SHORTEST_TEST = 180  # seconds
_MOST_WORDS = 12
_MOST_WORDS_OF_AN_AMOUNT = 8
_MOST_SETS = 100
_SEVERAL_SETS = re.compile(r"[,;&]\s*(?:and\s+)?(?=sets?\s*\d)", re.IGNORECASE)
_TOKENS = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"[(\[]+(.*?)[)\]]+")


def read_line(text: str, above: Context) -> ReadLine:
    """What a line says, with what stands above it."""
    plain = text.translate(_PLAIN).strip()
    elements = _read(plain, above) if len(plain) <= LONGEST_LINE else []
    if elements:
        return ReadLine(text, _KINDS[type(elements[0])], elements)
    return ReadLine(text, "unread" if _looks_like_notation(plain) else "note")


def _looks_like_notation(plain: str) -> bool:
    """Whether a line that nothing recognised has the look of one that asks for something: it is not prose."""
    line = plain.lstrip("*• ")
    if phrases("set_line").match(line) and re.search(r"\d\s?%", line) and not is_prose(line):
        return True
    if len(plain) > LONGEST_LINE or not re.search(r"\d|@", plain) or plain[:1] in "*(" or "=" in plain:
        return False
    tokens = [token.lower() for token in _TOKENS.findall(plain)]
    prose = sum(token in words("prose") or token in words("title_small") for token in tokens)
    return not opens_a_note(plain) and len(tokens) <= _MOST_WORDS and 4 * prose <= len(tokens)


def _read(plain: str, above: Context) -> list[Element]:
    line = _BULLET.sub("", plain)
    if phrases("connector").whole(line) or plain in ("+", "-then-"):
        return [Connector()]
    if not line:
        return []
    for reader in (_rest, _tabata, _set_lines, _test, _below_a_movement, _scheme, _in_a_rotation, _movement):
        if elements := reader(line, above):
            return elements
    return []


# Rests


def _rest(line: str, above: Context) -> list[Element]:
    found = phrases("rest").match(line)
    if not found and (bracketed := _BRACKETED.fullmatch(line)):
        found = phrases("rest").match(bracketed[1])
    if not found:
        return []
    behind = line[found.end :]
    if "rest" not in found.values and re.search(r"\d", behind):
        return []
    if phrases("rest_before").search(behind):
        return [Rest({})]
    return [Rest(rest_fields(found.values))]


# Schemes


def _tabata(line: str, above: Context) -> list[Element]:
    if above.tabata and (found := phrases("tabata_part").whole(line)):
        return [TabataPart(_tabata_fields(found.values))]
    found = phrases("tabata").match(line)
    if not found:
        return []
    name = line[found.end :].strip(" :-.,")
    parts: list[Element] = []
    bracketed = re.search(r"[(\[]([^()\[\]]*)[)\]]$", name)
    if bracketed and (times := phrases("tabata_part").whole(bracketed[1])):
        name, parts = name[: bracketed.start()].strip(), [TabataPart(_tabata_fields(times.values))]
    scheme = Scheme({}, is_tabata=True)
    if not name:
        return [scheme, *parts]
    movement = named_movement(name, in_scheme=True, firm=True)
    return [scheme, *parts, Movement(movement)] if movement else []


def _tabata_fields(values: dict[str, Any]) -> Fields:
    fields: Fields = {}
    if "time" in values:
        fields |= duration_fields(values["time"])
    if "off" in values:
        fields["rest_seconds"] = int(values["off"].least)
    if "sets" in values:
        fields["sets"] = int(values["sets"].least)
    return fields


def _scheme(line: str, above: Context) -> list[Element]:
    lead = phrases("scheme_lead").match(line)
    found = (phrases("scheme").match(line, skip_space(line, lead.end)) if lead else None) or phrases("scheme").match(
        line, skip_space(line, 0) if line[:1] in "([" else 0
    )
    if not found:
        return []
    fields, end = _scheme_fields(found.values), found.end
    place = skip_space(line, end)
    while tail := phrases("scheme_tail").match(line, place):
        fields |= rest_fields(tail.values) | _scheme_fields(tail.values)
        end, place = tail.end, skip_space(line, tail.end)
        if tail.end <= tail.start:
            break
    behind = line[place:].strip()
    scheme = Scheme(fields)
    if not behind:
        return [scheme]
    # One's own brackets belong to what follows: `Three sets of: (Clean + Jerk) x 1`.
    opening = line[end:place]
    if "(" in opening and opening.count("(") > opening.count(")"):
        behind = line[end + opening.rindex("(") :].strip()
    inside = Context(scheme=True, movement=False)
    for reader in (_test, _rest):
        if elements := reader(behind, inside):
            return [scheme, *elements]
    if movement := _movement(behind, inside):
        return [scheme, *movement]
    if above.movement and (amount := amount_alone(behind)):
        return [scheme, SetLine(amount)]
    return [scheme] if line.endswith(":") and not re.search(r"\d", behind) else []


def _scheme_fields(values: dict[str, Any]) -> Fields:
    fields: Fields = {name: values[name] for name in ("format",) if name in values}
    interval = next((values[name] for name in _INTERVALS if name in values), None)
    if interval is not None:
        fields["interval_seconds"] = int(interval.least if isinstance(interval, Span) else interval)
    total = values.get("total", values.get("minutes"))
    if total is not None and total.least == total.most:
        fields["total_seconds"] = int(total.least)
    if "sets" in values:
        fields |= sets_fields(values["sets"])
    if "reps" in values:
        fields |= reps_fields(values["reps"])
    if "wave" in values:
        fields |= wave_fields(values["wave"])
    return fields


# Sets


def _set_lines(line: str, above: Context) -> list[Element]:
    elements: list[Element] = []
    for part in _SEVERAL_SETS.split(line):
        read = _set_line(part.strip(), "set_line")
        if not read:
            return []
        elements.append(read)
    return elements


def _set_line(line: str, table: str) -> Element | None:
    found = phrases(table).match(line)
    if not found:
        return None
    first, last, end = found.values["first"], found.values.get("last"), found.end
    # `Sets 1-2`, `Sets 1 - 2`; but `Set 1 - 2 reps` has a dash in front of what is to be done
    through = _THROUGH.match(line, end)
    if last is None and through and not (line[:4].lower() in ("set ", "min ") and " " in through[0]):
        last, end = int(through[1] or through[3]), through.end()
    if last is None and (open_end := _OPEN_END.match(line, end)):
        end = open_end.end()
    else:
        last = first if last is None else last
    if last is not None and first not in (LAST_SET, ALL_SETS) and not 1 <= first <= last <= _MOST_SETS:
        return None
    sets: Fields = {"first_set": first, "last_set": last, "sets": None if last is None else last - first + 1}
    rest = line[end:].lstrip(_BREAK)
    if do := _SAYS_DO.match(rest):
        rest = rest[do.end() :]
    return _in_these_sets(rest, sets)


def _in_these_sets(text: str, sets: Fields) -> Element | None:
    """What stands behind `Sets 1-2 =`; None where it is prose."""
    if not text:
        return SetLine(sets)
    if (amount := amount_alone(text)) is not None:
        return SetLine(amount | sets)
    if movement := movement_fields(text, in_scheme=True):
        return Movement(movement | sets)
    if len(text.split()) > _MOST_WORDS:
        return None
    if load := phrases("load_alone").search(text):  # `Back down to 80%`
        return None if is_prose(text) else SetLine(tail_fields(text, load.start) | sets)
    return None if re.search(r"\d", text) else SetLine(sets)


def _below_a_movement(line: str, above: Context) -> list[Element]:
    """`5 reps @ 75%`, `5x3 @ 80%`, `70% x 3, 75% x 3`, where the movement stands above."""
    if not above.movement or " = " in line or line[:1] in "([" or is_prose(line):
        return []
    if items := list_of_items(line, 0):
        return [SetLine(item) for item in items]
    if counted_first(line, in_scheme=above.scheme):
        return []
    says_load = "%" in line or "@" in line
    if not says_load and len(line.split()) > _MOST_WORDS_OF_AN_AMOUNT:
        return []
    if above.amount and not (says_load or phrases("sets_by_reps").match(line)):
        return []  # `5 seconds at the bottom` below `Back Squat x 5 reps` only says how
    amount = amount_alone(line)
    return [SetLine(amount)] if amount and amount.keys() & _SAYS_WHAT_TO_DO else []


# Tests


def _test(line: str, above: Context) -> list[Element]:
    found, name = phrases("test").match(line), ""
    if not found:
        for head in (_HEAD_OF_TEST, _HEAD_OF_REP_MAX):
            if (match := head.match(line)) and named_movement(match["name"], in_scheme=above.scheme):
                found, name = phrases("test").match(line, match.end()), match["name"]
                break
    if not found or (name and re.search(r"%|\bx\s?\d", line[found.end :])):
        return []
    behind = line[found.end :]
    fields = _test_fields(found.values, behind)
    for candidate in (name, *_names_of_test(behind)):
        if candidate and (movement := named_movement(candidate, in_scheme=True, firm=True)):
            return [Test(fields | movement)]
    # Only what says what to do is a test without a movement: `1-RM` alone may be anything.
    says_what = not line[:1].isdigit() and not re.search(r"\d|%", _without_time(behind))
    return [Test(fields)] if says_what and fields and _says_nothing_more(behind) else []


def _test_fields(values: dict[str, Any], behind: str) -> Fields:
    fields: Fields = {"rep_max_test": values["rm"]} if "rm" in values else {}
    if counted := values.get("counted"):
        fields |= {"reps_min": counted, "reps_max": counted}
    total = values.get("total")
    if total is None and (cap := _time_of_test(behind)):
        total = cap.values["total"]
    if total is not None and total.least == total.most:
        fields["total_seconds"] = int(total.least)
    return fields


def _time_of_test(behind: str) -> Found | None:
    """The time that a test has, where it stands behind it; what is shorter than minutes is a pause, or a rest."""
    found = None if "rest" in behind.lower() else phrases("test_time").search(behind)
    return found if found and found.values["total"].least >= _SHORTEST_TEST else None


def _without_time(behind: str) -> str:
    found = _time_of_test(behind)
    return behind[: found.start] + behind[found.end :] if found else behind


def _names_of_test(behind: str) -> list[str]:
    """What may be the movement of a test, with what stands in brackets behind it and without."""
    tail = phrases("test_tail").search(behind)
    name = (behind[: tail.start].strip(" :,-") or behind[tail.end :]) if tail else behind
    name = re.sub(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]", "", name)  # `(30 minutes to establish)`
    name = re.sub(r"^[\s:,-]*(?:(?:of|for|in|on)\s+)?(?:(?:the|your|a|an)\s+)?", "", name, flags=re.IGNORECASE)
    name = re.split(r"[.,;*:](?![^(]*\))|\s-\s", _without_time(name), maxsplit=1)[0].strip(" (")
    without = name if name.startswith("(") else re.split(r"\s[(\[]", name, maxsplit=1)[0]
    return [name, without]


def _says_nothing_more(behind: str) -> bool:
    return not _ABOUT_NOTHING.sub("", phrases("test_tail").cut_out(behind).strip())


# Movements and stations


def _in_a_rotation(line: str, above: Context) -> list[Element]:
    """`Minute 1: Row x 200 meters`, `Odd minutes – Push-Ups x 10`; and `Minutes 1-3 = 2 reps @ 70%`."""
    read = _set_line(line, "minute_line")
    if isinstance(read, SetLine) and above.movement and read.fields.keys() - {"first_set", "last_set", "sets"}:
        return [read]
    if isinstance(read, Movement) and read.fields["last_set"] != read.fields["first_set"]:
        return [read]
    found = phrases("station").match(line)
    if not found:
        return []
    behind = line[found.end :].lstrip(_BREAK)
    if _rest(behind, above):
        return [Rest({}, station=True)]
    movement = movement_fields(behind, in_scheme=True)
    return [Movement(movement, station=True)] if movement else []


def _movement(line: str, above: Context) -> list[Element]:
    if with_sets := movement_with_sets(line):
        movement, sets = with_sets
        return [Movement(movement), *map(SetLine, sets)]
    fields = movement_fields(line, in_scheme=above.scheme)
    return [Movement(fields)] if fields else []
