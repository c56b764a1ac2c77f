"""From a line of a segment to what it says: a scheme, a movement, sets, a test, a rest, a connector; or a note.

A line is read by the phrases of notation.toml and the catalogue of movements. What they do not cover is prose or
unread, never guessed. Fields are named as in `Prescription`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from wod.movements import find_movement, mentions_movement
from wod.notation import LONGEST_LINE, Found, Span, phrases, skip_space, words

type LineKind = Literal["scheme", "movement", "set line", "test", "rest", "connector", "note", "unread"]

type Fields = dict[str, Any]


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
    """`Rest 60 seconds`. Without fields: as needed, or before something else."""

    fields: Fields


@dataclass(frozen=True)
class Connector:
    """`Followed by…`"""


type Element = Scheme | TabataPart | Movement | SetLine | Test | Rest | Connector


@dataclass(frozen=True)
class Context:
    """What stands above the line: whether a scheme is open, a movement, a tabata."""

    scheme: bool = False
    movement: bool = False
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
_BULLET = re.compile(r"[\s*•·‣▪◦●>~-]*(?:(?:\d{1,2}|[A-Z]\d)[.):]\s+(?=[A-Za-z(]))?")
_BREAK = re.compile(r"[\s:=,;.-]*")
_INTERVALS = ("interval", "interval_in_minutes", "interval_in_seconds")
_SEVERAL_SETS = re.compile(r"[,;&]\s*(?:and\s+)?(?=sets?\s*\d)", re.IGNORECASE)
# `Snatch x 3`, `Snatch x3`, `Snatch 5x3`, `Snatch: 5 sets x 3`, with the sets in front of the x.
_TIMES = re.compile(
    r"(?:(?<![\d.:/%+-])(?P<sets>\d{1,2}(?:\s?-\s?\d{1,2})?)\s?(?:sets?\s?)?)?(?:(?<=[\s\d)\]s])x|(?<=\s)X)(?=[\s\d:])\s*"
)
_TIMES_AGAIN = re.compile(r"\s*(?:reps?)?\s*x\s*(?=\d)", re.IGNORECASE)
_REST_IN_TAIL = re.compile(r"(?:[,;(-]|\bthen|\bwith)\s*(?=rest\s)", re.IGNORECASE)
_AT = re.compile(r"\s*(?:@|(?<=\s)at(?=\s+\d))\s*", re.IGNORECASE)
_PLUS = re.compile(r"\s*\+\s*")
_PART = re.compile(
    r"(?:(?P<before>\d{1,2})\s+(?!position|pos\b|count|second|sec\b))?(?P<name>.*?)(?:\s+x\s*(?P<behind>\d{1,2})(?:\s*reps?)?)?",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"\s*-?\s*(?:position|pos\b|count|point|way|part|stage|second|sec\b|rm\b|rep max)", re.IGNORECASE
)
_LOAD_IN_NAME = re.compile(
    r"\s*[(\[]\s*(?:@\s*)?(?:\d[\dX]{3}(?=\s*[)\]])|\d[\d.,/\s-]*(?:#|%|kgs?|lbs?|pounds?|rx|in|inch(?:es)?|[\"'])?\s*(?:/\s*\d[\d.]*\s*(?:lbs?|kgs?)?)?)\s*[)\]]",
    re.IGNORECASE,
)
_OPENS_NAME = re.compile(r"(?:then|and|perform|complete|accumulate|do|of|a|an|the)\s+(?=[A-Z\d(])", re.IGNORECASE)
_SMALL = words("title_small")
_TOKENS = re.compile(r"[^\W_]+(?:['/-][^\W_]+)*")
_NUMBERED = re.compile(r"(?:sets?|rounds?|minutes?|mins?|week|day|part|step)\s?#?\d", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!]\s+\S|[?!]|;")
_MOST_WORDS = 12
_SIDES = re.compile(
    r"(?<!\d)(?<!\d\s)(?:\b(?:each|per)\s|/)\s?(?:side|leg|arm|way|direction|hand|foot|knee|hip)s?\b", re.IGNORECASE
)


def read_line(text: str, above: Context) -> ReadLine:
    """What a line says, with what stands above it."""
    plain = text.translate(_PLAIN).strip()
    elements = _read(plain, above) if len(plain) <= LONGEST_LINE else []
    if elements:
        return ReadLine(text, _KINDS[type(elements[0])], elements)
    return ReadLine(text, "unread" if _looks_like_notation(plain) else "note")


def _read(plain: str, above: Context) -> list[Element]:
    line = plain[_BULLET.match(plain).end() :]  # type: ignore[union-attr]
    if phrases("connector").whole(line) or plain in ("+", "-then-"):
        return [Connector()]
    if not line:
        return []
    for reader in (_rest, _tabata, _set_lines, _test, _below_a_movement, _scheme, _in_a_rotation, _list_of_sets):
        if elements := reader(line, above):
            return elements
    movement = _movement(line, above)
    return [movement] if movement else []


# Rests


def _rest(line: str, above: Context) -> list[Element]:
    found = phrases("rest").match(line)
    if not found and (bracketed := re.fullmatch(r"[(\[]+(.*?)[)\]]+", line)):
        found = phrases("rest").match(bracketed[1])
    if not found:
        return []
    behind = line[found.end :]
    if "rest" not in found.values and re.search(r"\d", behind):
        return []
    if "rest" in found.values and _TIMES.search(behind):
        return []
    if phrases("rest_before").search(behind):
        return [Rest({})]
    return [Rest(_rest_fields(found.values))]


def _rest_fields(values: dict[str, Any]) -> Fields:
    if "rest" not in values:
        return {}
    least, most = values["rest"]
    return {"rest_seconds": int(least)} | ({"rest_seconds_max": int(most)} if most != least else {})


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
    movement = _named(name, above, firm=True)
    return [scheme, *parts, Movement(movement)] if movement else []


def _tabata_fields(values: dict[str, Any]) -> Fields:
    fields: Fields = {}
    if "time" in values:
        fields |= _times(values["time"])
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
        fields |= _rest_fields(tail.values)
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
        return [scheme, movement]
    if above.movement and (amount := _amount_alone(behind)):
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
        fields |= _sets(values["sets"])
    if "reps" in values:
        fields |= _least_and_most("reps", values["reps"])
    if "wave" in values:
        fields |= wave_fields(values["wave"])
    return fields


# Sets


def _set_lines(line: str, above: Context) -> list[Element]:
    elements: list[Element] = []
    for part in _SEVERAL_SETS.split(line):
        read = _set_line(part.strip(), above, "set_line")
        if not read:
            return []
        elements.append(read)
    return elements


def _set_line(line: str, above: Context, table: str) -> Element | None:
    found = phrases(table).match(line)
    if not found:
        return None
    first, last, end = found.values["first"], found.values.get("last"), found.end
    # `Sets 1-2`, `Sets 1 - 2`; but `Set 1 - 2 reps` has a dash in front of what is to be done
    through = re.compile(
        r"\s?-\s?(\d{1,2})(?![\d:%.])(?!\s*-\s*\d)(?!\s*(?:reps?\b|x\b))|(-)(\d{1,2})(?![\d:%.])"
    ).match(line, end)
    if last is None and through and not (line[:4].lower() in ("set ", "min ") and " " in through[0]):
        last, end = int(through[1] or through[3]), through.end()
    if last is None and (open_end := re.compile(r"\s?(?:\+|and\s(?:up|on)\b)").match(line, end)):
        end = open_end.end()
    else:
        last = first if last is None else last
    if last is not None and not 1 <= first <= last <= 100:
        return None
    sets: Fields = {"first_set": first, "last_set": last, "sets": None if last is None else last - first + 1}
    rest = line[_BREAK.match(line, end).end() :]  # type: ignore[union-attr]
    rest = re.sub(r"^(?:are|is|at(?=\s+[a-z])|perform|complete)\s+", "", rest, flags=re.IGNORECASE)
    if not rest:
        return SetLine(sets)
    if (amount := _amount_alone(rest)) is not None:
        return SetLine(amount | sets)
    if movement := _movement(rest, Context(scheme=True)):
        return Movement(movement.fields | sets)
    if not re.search(r"\d", rest) and not _is_prose_throughout(rest):
        return SetLine(sets)
    return None


def _is_prose_throughout(text: str) -> bool:
    return len(text.split()) > _MOST_WORDS


def _below_a_movement(line: str, above: Context) -> list[Element]:
    """`5 reps @ 75%`, `5x3 @ 80%`, `70% x 3, 75% x 3`, where the movement stands above."""
    if not above.movement or " = " in line or line[:1] in "([" or _is_prose(line):
        return []
    if items := _items(line, 0):
        return [SetLine(item) for item in items]
    if _counted_first(line, above):
        return []
    amount = _amount_alone(line)
    return [SetLine(amount)] if amount and not amount.keys() <= {"sets", "sets_max"} else []


def _is_prose(text: str) -> bool:
    """Whether a text has a word of prose, or is more than one sentence."""
    return bool(_SENTENCE.search(text)) or any(token.lower() in words("prose") for token in _TOKENS.findall(text))


def _amount_alone(text: str) -> Fields | None:
    """What a text asks for that names no movement; None where it is something else."""
    start = skip_space(text, 0)
    if times := re.compile(r"x\s*(?=\d)", re.IGNORECASE).match(text, start):
        start = times.end()
    if item := phrases("item").match(text, start):
        return _fields_of(item.values) | _tail(text[item.end :], 0)
    fields: Fields = {}
    if sets := phrases("sets_by_reps").match(text, start):
        fields, start = _sets(sets.values["sets"]), skip_space(text, sets.end)
    if amount := phrases("amount").match(text, start):
        behind = text[amount.end :]
        if not _ends_cleanly(behind):
            return None
        return fields | _fields_of(amount.values) | _tail(behind, 0)
    if load := phrases("load_alone").match(text, start):
        return fields | _tail(text, start) if _ends_cleanly(text[load.end :]) else None
    if phrases("load").match(text, start):
        return fields | _tail(text, start)
    return None


def _ends_cleanly(behind: str) -> bool:
    """Whether an amount is over here: nothing follows but loads, sides, or what stands behind a mark."""
    place = len(behind) - len(behind.lstrip())
    following = behind[place:]
    return (
        not following
        or following[0] in "@,;(:.*/["
        or following[:2] == "- "
        or bool(phrases("load").match(behind, place))
        or bool(phrases("each_side").match(behind, place))
        or bool(phrases("more_sets").match(behind, place))
        or bool(phrases("behind_amount").match(behind, place))
    )


def _items(text: str, start: int) -> list[Fields]:
    """`70% x 3, 75% x 3, 80% x 2 x 2`: two or more, each a set or sets of its own."""
    items: list[Fields] = []
    place = skip_space(text, start)
    while found := phrases("list_item").match(text, place):
        items.append({"sets": 1} | _fields_of(found.values))
        separator = re.compile(r"\s*(?:reps?)?\s*(?:[,;/&]|and|then|\s)\s*", re.IGNORECASE).match(text, found.end)
        if not separator:
            place = found.end
            break
        place = separator.end()
    finished = not text[place:].strip(" .,*") or text[place:].lstrip().startswith("(")
    return items if len(items) > 1 and finished else []


# Tests


def _test(line: str, above: Context) -> list[Element]:
    name = ""
    found = phrases("test").match(line)
    if (
        not found
        and (head := re.match(r"(?P<name>[^:]{3,60}?)\s*(?::|\s-)\s*(?=\S)", line))
        and _named(head["name"], above)
    ):
        found, name = phrases("test").match(line, head.end()), head["name"]
    if not found and (head := re.match(r"(?P<name>.{3,60}?)\s+(?=\d{1,2}[\s-]?rm\b)", line, re.IGNORECASE)):
        found, name = (phrases("test").match(line, head.end()), head["name"]) if _known(head["name"]) else (None, "")
    if not found:
        return []
    fields: Fields = {"rep_max_test": found.values["rm"]} if "rm" in found.values else {}
    if counted := found.values.get("counted"):
        fields |= {"reps_min": counted, "reps_max": counted}
    behind = line[found.end :]
    total = found.values.get("total")
    if total is None and "rest" not in behind.lower() and (cap := phrases("test_time").search(behind)):
        total = cap.values["total"]
    if total is not None and total.least == total.most:
        fields["total_seconds"] = int(total.least)
    for candidate in (name, *_names_of_test(behind)):
        if candidate and (movement := _named(candidate, Context(scheme=True), firm=True)):
            return [Test(fields | movement)]
    # Only what says what to do is a test without a movement: `1-RM` alone may be anything.
    says_what = not line[:1].isdigit() and not re.search(r"\d|%", phrases("test_time").cut_out(behind))
    return [Test(fields)] if says_what and "rep_max_test" in fields and _says_nothing_more(behind) else []


def _names_of_test(behind: str) -> list[str]:
    """What may be the movement of a test, with what stands in brackets behind it and without."""
    tail = phrases("test_tail").search(behind)
    name = (behind[: tail.start].strip(" :,-") or behind[tail.end :]) if tail else behind
    name = re.sub(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]", "", name)  # `(30 minutes to establish)`
    name = re.sub(r"^[\s:,-]*(?:(?:of|for|in|on)\s+)?(?:(?:the|your|a|an)\s+)?", "", name, flags=re.IGNORECASE)
    name = re.split(r"[.,;*:]|\s-\s", phrases("test_time").cut_out(name), maxsplit=1)[0].strip(" (")
    without = name if name.startswith("(") else re.split(r"\s[(\[]", name, maxsplit=1)[0]
    return [name, without]


def _says_nothing_more(behind: str) -> bool:
    rest = phrases("test_tail").search(behind)
    text = behind[: rest.start] + behind[rest.end :] if rest else behind
    return not re.sub(
        r"(?:(?:in|of|for|on)\s+)?(?:(?:the|your)\s+)?(?:complex|movement|lift|following)?\W*",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )


# Movements


def _in_a_rotation(line: str, above: Context) -> list[Element]:
    """`Minute 1: Row x 200 meters`, `Odd minutes – Push-Ups x 10`; and `Minutes 1-3 = 2 reps @ 70%`."""
    if isinstance(read := _set_line(line, above, "minute_line"), SetLine) and above.movement:
        return [read] if len(read.fields) > 3 else []
    found = phrases("station").match(line)
    if not found:
        return []
    behind = line[_BREAK.match(line, found.end).end() :]  # type: ignore[union-attr]
    movement = _movement(behind, Context(scheme=True))
    return [Movement(movement.fields, station=True)] if movement else []


def _movement(line: str, above: Context) -> Movement | None:
    line = line.strip()
    if not line or _opens_a_note(line):
        return None
    if opening := _OPENS_NAME.match(line):
        line = line[opening.end() :]
    if fields := _times_form(line, above):
        return Movement(fields)
    if line.endswith(".") and len(line.split()) > 5:  # a sentence
        return None
    for form in (_counted_first, _with_amount, _at_load, _alone):
        if fields := form(line, above):
            return Movement(fields)
    return None


def _times_form(line: str, above: Context) -> Fields | None:
    """`Snatch x 2 reps @ 75%`, `Snatch 5x3`, `(Clean + Jerk) x 1 rep`."""
    start = _end_of_bracket(line)
    times = _TIMES.search(line, start)
    if not times or times.start() == 0:
        return None
    # `Snatch Pull x 2 + Snatch x 1`: each part has its own
    if start == 0 and (plus := line.find(" + ", times.end())) > 0 and _TIMES.search(line, plus):
        return _summed(line, above)
    name = line[: times.start()]
    fields: Fields = _sets(_span(times["sets"])) if times["sets"] else {}
    amount = phrases("amount").match(line, skip_space(line, times.end()))
    if not amount:
        return None
    again = _TIMES_AGAIN.match(line, amount.end)
    if again and amount.values.keys() == {"reps"} and not fields:
        # `Snatch x 5 x 3`: sets by reps
        second = phrases("amount").match(line, again.end())
        if second:
            fields, amount = _sets(amount.values["reps"]), second
    named = _named(name, above, firm=True)
    if not named:
        return None
    return _checked(named | fields | _fields_of(amount.values), named) | _tail(line, amount.end)


def _summed(line: str, above: Context) -> Fields | None:
    at = _AT.search(line)
    named = _named(line[: at.start()] if at else line, above, firm=True)
    return named | _tail(line, at.start()) if named and at else named


def _counted_first(line: str, above: Context) -> Fields | None:
    """`5x3 Back Squat @ 80%`, `3 sets of 10 Push-Ups`, `10 Burpees`, `400m Run`, `Max Pull-Ups`."""
    fields: Fields = {}
    start = 0
    if sets := phrases("sets_by_reps").match(line):
        fields, start = _sets(sets.values["sets"]), skip_space(line, sets.end)
    amount = phrases("amount").match(line, start)
    if not amount or _NOT_COUNTED.match(line, amount.end):
        return None
    if not fields and re.match(r"\s*x\s", line[amount.end :]):
        return None
    between = re.compile(r"\s*(?P<each>each\s+)?(?:(?:reps?|of|in|an?)\s+)*", re.IGNORECASE).match(line, amount.end)
    name, end = _until_load(line, between.end() if between else amount.end)
    if between and between["each"]:
        fields["each_side"] = True
    if " + " in name and amount.values.keys() == {"reps"} and not fields:
        return None  # `2 Snatch Pulls + 1 Snatch`: the number is the first part's
    if _TIMES.search(name):
        return None
    named = _named(name, above, firm=above.scheme)
    if not named:
        return None
    return _checked(named | fields | _fields_of(amount.values), named) | _tail(line, end)


def _list_of_sets(line: str, above: Context) -> list[Element]:
    """`Snatch: 70% x 3, 75% x 3, 80% x 2 x 2`, `Back Squat, 80% x 2 x 3`."""
    if _opens_a_note(line):
        return []
    several = phrases("list_item").search(line)
    items = _items(line, several.start) if several else []
    found = several if items else phrases("item").search(line)
    if not found or found.start == 0 or _TIMES.search(line[: found.start] + " "):
        return []
    named = _named(line[: found.start], above, firm=True)
    if not named:
        return []
    if items:
        return [Movement(named), *(SetLine(item) for item in items)]
    return [Movement(named | _fields_of(found.values) | _tail(line, found.end))]


def _with_amount(line: str, above: Context) -> Fields | None:
    """`Row 500 meters`, `Plank Hold – 60 seconds`, `Back Squat – 5 reps @ 70%`, `Back Squat 5-4-3-2-1`."""
    for place in re.finditer(r"(?<=[\s(:-])(?=[\d:]|(?:one|two|three|four|five|max|amrap)\b)", line, re.IGNORECASE):
        fields: Fields = {}
        start = place.start()
        if sets := phrases("sets_by_reps").match(line, start):
            fields, start = _sets(sets.values["sets"]), skip_space(line, sets.end)
        amount = phrases("amount").match(line, start)
        if not amount or (amount.values.keys() == {"reps"} and not fields and not _says_reps(line, amount)):
            continue
        if not _ends_cleanly(line[amount.end :]):
            continue
        name = re.sub(r"[\s:,(-]*(?:\bfor)?[\s:,(-]*$", "", line[: place.start()], flags=re.IGNORECASE)
        if named := _named(name, above):
            return _checked(named | fields | _fields_of(amount.values), named) | _tail(line, amount.end)
    return None


def _says_reps(line: str, amount: Found) -> bool:
    return bool(re.search(r"[a-z]", line[amount.start : amount.end], re.IGNORECASE))


def _at_load(line: str, above: Context) -> Fields | None:
    """`Back Squat @ 75%`"""
    at = _AT.search(line, _end_of_bracket(line))
    if not at or at.start() == 0 or not phrases("load").match(line, skip_space(line, at.start())):
        return None
    named = _named(line[: at.start()], above)
    return named | _tail(line, at.start()) if named else None


def _alone(line: str, above: Context) -> Fields | None:
    """`Slow Pull Power Snatch`"""
    return _named(line, above)


def _end_of_bracket(line: str) -> int:
    """Where the bracket ends that the line opens with; 0 where it opens with none."""
    if line[:1] not in ("(", "["):
        return 0
    return max(line.find(")"), line.find("]")) + 1


def _until_load(line: str, start: int) -> tuple[str, int]:
    """The name that begins here, and where it ends: at a load, a bracket, a comma, or the end."""
    end = re.compile(r"\s*(?:@|[,;(:]|\s-\s|\bat\s+\d|(?:each|per)\s+\w+\s*$)|\s*[*.]*$", re.IGNORECASE).search(
        line, start
    )
    place = end.start() if end else len(line)
    return line[start:place].strip(), place


def _checked(fields: Fields, named: Fields) -> Fields:
    """`2+1` behind a complex: how often each of its movements is done in one repetition."""
    plus = fields.pop("_plus", None)
    if plus is None:
        return fields
    parts = named.get("complex")
    if parts and len(parts) == len(plus):
        parts = [part | {"reps": reps} for part, reps in zip(parts, plus, strict=True)]
        return fields | {"complex": parts, "reps_min": 1, "reps_max": 1}
    if parts is None and len(plus) == 2:
        return fields | {"cluster": plus, "reps_min": sum(plus), "reps_max": sum(plus)}
    return fields


# Names


def _named(name: str, above: Context, *, firm: bool = False) -> Fields | None:
    """The movement that a text names, with its parts if it is a complex; None where it is no name.

    `firm`: an amount stands behind it, so that words in capitals are taken for a movement that the catalogue lacks.
    """
    load = _LOAD_IN_NAME.search(name)
    loads = _loads(load[0], skip_space(load[0], 0)) if load else {}
    name = _LOAD_IN_NAME.sub("", name).strip(" :*,;=-").strip()
    name = re.sub(r"(?<![).])\.+$|…$", "", name).strip()
    name = _without_brackets(name)
    if not name or len(name) > LONGEST_LINE or _opens_a_note(name):
        return None
    pieces = _PLUS.split(name)
    if len(pieces) == 1:
        return {"movement": name} | loads if _is_name(name, above, firm=firm) else None
    parts: list[dict[str, Any]] = []
    counted_behind = False
    for piece in pieces:
        part = _PART.fullmatch(_without_brackets(piece.strip()))
        if not part or not _is_name(part["name"], above, firm=firm):
            return None
        parts.append({"movement": part["name"].strip(), "reps": int(part["before"] or part["behind"] or 1)})
        counted_behind = counted_behind or bool(part["behind"])
    # `Power Clean x 2 + Power Jerk x 1`: the reps are no part of the name
    name = " + ".join(part["movement"] for part in parts) if counted_behind else name
    return {"movement": name, "complex": parts} | loads


def _without_brackets(name: str) -> str:
    if name[:1] in ("(", "[") and name[-1:] in (")", "]") and not re.search(r"[()\[\]]", name[1:-1]):
        return name[1:-1].strip()
    return name


def _known(name: str) -> bool:
    return find_movement(name) is not None


def _is_name(name: str, above: Context, *, firm: bool) -> bool:
    tokens = _TOKENS.findall(name)
    letters = [token for token in tokens if token[0].isalpha()]
    if not letters or len(tokens) > _MOST_WORDS or _SENTENCE.search(name) or _NUMBERED.match(name):
        return False
    if _known(name):
        return True
    if any(token.lower() in words("prose") for token in tokens):
        return False
    titled = all(token[0].isupper() for token in letters if token.lower() not in _SMALL)
    if re.search(r"[%@=]", name):
        return False
    if firm:
        return (titled and (above.scheme or mentions_movement(name))) or (
            mentions_movement(name) and letters[0][0].isupper()
        )
    return above.scheme and titled and mentions_movement(name) and len(letters) > 1


def _opens_a_note(line: str) -> bool:
    first = _TOKENS.search(line)
    if not first or phrases("note").match(line):
        return True
    return first[0].lower() in words("note_openers") and not re.match(
        r"(?:perform|complete|do)\s+[\d(A-Z]", line, re.IGNORECASE
    )


# Amounts and loads


def _span(text: str) -> Span:
    figures = [int(figure) for figure in re.findall(r"\d+", text)]
    return Span(figures[0], figures[-1])


def _sets(span: Span) -> Fields:
    least, most = span
    return {"sets": int(least)} | ({"sets_max": int(most)} if most is not None and most != least else {})


def wave_fields(counts: list[int]) -> Fields:
    """`3-2-1-3-2-1`: the reps of each set. Nothing for none."""
    if not counts:
        return {}
    return {"reps_per_set": counts, "sets": len(counts)}


def _times(span: Span) -> Fields:
    return {
        "duration_seconds_min": int(span.least),
        "duration_seconds_max": None if span.most is None else int(span.most),
    }


def _fields_of(values: dict[str, Any]) -> Fields:
    """The values of a phrase under the names that they have in a prescription."""
    fields: Fields = {}
    for name, value in values.items():
        if name in _READERS:
            fields |= _READERS[name](value)
    if "distance" in values:
        fields |= {"distance": values["distance"], "distance_unit": values["unit"]}
    return fields


def _cluster(counts: list[int]) -> Fields:
    return {"cluster": counts, "reps_min": sum(counts), "reps_max": sum(counts)}


def _least_and_most(name: str, span: Span) -> Fields:
    return {f"{name}_min": int(span.least), f"{name}_max": None if span.most is None else int(span.most)}


_READERS: dict[str, Callable[[Any], Fields]] = {
    "sets": _sets,
    "reps": lambda span: _least_and_most("reps", span),
    "wave": wave_fields,
    "cluster": _cluster,
    "plus": lambda counts: {"_plus": counts},
    "time": _times,
    "calories": lambda span: _least_and_most("calories", span),
    "max_reps": lambda value: {"max_reps": value},
    "percent": lambda span: {"percent_min": span.least, "percent_max": span.most},
}


def _tail(line: str, start: int) -> Fields:
    """What stands behind an amount: sides, more sets, loads, a rest. What is none of these is left alone."""
    fields: Fields = {}
    tail = line[start:]
    place = skip_space(tail, 0)
    if (more := phrases("more_sets").match(tail, place)) or (more := phrases("more_sets").search(tail)):
        fields |= _sets(more.values["sets"])
    side = phrases("each_side").match(tail, place)
    if (side and (_ends_cleanly(tail[side.end :]))) or _SIDES.search(tail):
        fields["each_side"] = True
    fields |= _loads(tail, place)
    rest = _REST_IN_TAIL.search(tail)
    found = phrases("rest").match(tail, rest.end()) if rest else None
    if found:
        fields |= _rest_fields(found.values)
    return fields


def _loads(tail: str, place: int) -> Fields:
    """All loads of what stands behind an amount; of two of a kind the first."""
    fields: Fields = {}
    while True:
        found = phrases("load_alone").match(tail, place) or phrases("load").search(tail, place)
        if not found:
            break
        fields = _load_fields(found, tail) | fields
        place = skip_space(tail, found.end)
    for bracket in re.finditer(r"[(\[]", tail):
        if found := phrases("load_alone").match(tail, bracket.end()):
            fields = _load_fields(found, tail) | fields
    return fields


def _load_fields(found: Found, tail: str) -> Fields:
    values = found.values
    fields: Fields = {}
    span = values.get("percent") or values.get("percents")
    if span:
        fields |= {"percent_min": span.least, "percent_max": span.most} | _percent_of(tail, found.end)
    if "rpe" in values:
        fields |= {"rpe_min": values["rpe"].least, "rpe_max": values["rpe"].most}
    if "tempo" in values:
        fields["tempo"] = values["tempo"]
    if "tempo_with_x" in values:
        fields["tempo"] = values["tempo_with_x"]
    if "weights" in values:
        weights = values["weights"]
        fields |= {"weight": weights[0], "weight_unit": values["unit"]}
        if len(weights) > 1:
            fields["weight_women"] = weights[1]
    return fields


def _percent_of(tail: str, place: int) -> Fields:
    found = phrases("percent_of").match(tail, skip_space(tail, place))
    if not found:
        return {}
    fields: Fields = {"percent_of_rep_max": found.values["rm"]} if "rm" in found.values else {}
    lift = _lift(tail[skip_space(tail, found.end) :])
    return fields | ({"percent_of": lift} if lift else {})


def _looks_like_notation(plain: str) -> bool:
    """Whether a line that nothing recognised has the look of one that asks for something: it is not prose."""
    if len(plain) > LONGEST_LINE or not re.search(r"\d|@", plain) or plain[:1] in "*(" or "=" in plain:
        return False
    tokens = [token.lower() for token in _TOKENS.findall(plain)]
    prose = sum(token in words("prose") or token in _SMALL for token in tokens)
    return not _opens_a_note(plain) and len(tokens) <= _MOST_WORDS and 4 * prose <= len(tokens)


def _lift(text: str) -> str | None:
    """The longest name of a movement that the text begins with, as written."""
    text = re.split(r"[,;.()*]|\s-\s|\s@", text, maxsplit=1)[0].strip()
    tokens = list(re.finditer(r"[^\s]+", text))[:_MOST_WORDS]
    for count in range(len(tokens), 0, -1):
        name = text[: tokens[count - 1].end()]
        last = tokens[count - 1][0].lower()
        if (
            last not in _SMALL
            and last != "&"
            and _known(name)
            and mentions_movement(tokens[count - 1][0] if count == 1 else name)
        ):
            return name
    return None
