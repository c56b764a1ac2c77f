"""The ways in which coaches write a movement line, and what a name is.

`Snatch x 2 reps @ 75%`, `Back Squat 5x3`, `10 Burpees`, `400m Run`, `Plank Hold – 60 seconds`, `Slow Pull Snatch`.
"""

import re
from typing import Any

from wod.notation.amounts import (
    Fields,
    ends_cleanly,
    fields_of,
    list_of_items,
    load_fields,
    sets_fields,
    tail_fields,
)
from wod.notation.catalogue import find_movement, mentions_movement
from wod.notation.phrases import LONGEST_LINE, Found, Span, phrases, skip_space, words

# `Snatch x 3`, `Snatch x3`, `Snatch 5x3`, `Snatch: 5 sets x 3`, with the sets in front of the x.
_TIMES = re.compile(
    r"(?:(?<![\d.:/%+-])(?P<sets>\d{1,2}(?:\s?-\s?\d{1,2})?)\s?(?:sets?\s?)?)?(?:(?<=[\s\d)\]s])x|(?<=\s)X)(?=[\s\d:(])\s*\(?"
)
_TIMES_AGAIN = re.compile(r"\s*(?:reps?)?\s*x\s*(?=\d)", re.IGNORECASE)
_TIMES_BEHIND = re.compile(r"(?<=\s)x\s*(?=[\d:])", re.IGNORECASE)
_AT = re.compile(r"\s*(?:@|(?<=\s)at(?=\s+\d))\s*", re.IGNORECASE)
_PLUS = re.compile(r"\s*\+\s*")
_PLUS_BEHIND = re.compile(r"\s*\((\d{1,2}(?:\s?\+\s?\d{1,2})+)\)$")
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
_NO_NAME = re.compile(r"^(?:sets?|rounds?|minutes?|mins?|week|day|part|step)\s?#?\d|\sx\s", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[%@=:,]")
_BRACKETED = re.compile(r"\([^()]*\)")
_SENTENCE = re.compile(r"[.?!]\s+\S|[?!]|;")
_DO = re.compile(r"(?:perform|complete|do)\s+[\d(A-Z]", re.IGNORECASE)
_MOST_WORDS = 12
_MOST_WORDS_BEFORE_A_STOP = 5  # what is longer and ends with a full stop is a sentence


def movement_fields(line: str, *, in_scheme: bool) -> Fields | None:
    """What a movement line asks for; None where it is none. Below a scheme more is taken for a name."""
    line = line.strip()
    if not line or opens_a_note(line):
        return None
    if opening := _OPENS_NAME.match(line):
        line = line[opening.end() :]
    if _end_of_bracket(line) == len(line):  # an aside, if it is more than a name
        return _alone(line, in_scheme=in_scheme)
    if fields := _times_form(line, in_scheme=in_scheme):
        return fields
    if line.endswith(".") and len(line.split()) > _MOST_WORDS_BEFORE_A_STOP:
        return None
    for form in (counted_first, _with_amount, _at_load, _alone):
        if fields := form(line, in_scheme=in_scheme):
            return fields
    return None


def _times_form(line: str, *, in_scheme: bool) -> Fields | None:
    """`Snatch x 2 reps @ 75%`, `Snatch 5x3`, `(Clean + Jerk) x 1 rep`."""
    start = _end_of_bracket(line)
    times = _TIMES.search(line, start)
    if not times or times.start() == 0:
        return None
    # `Snatch Pull x 2 + Snatch x 1`: each part has its own
    if start == 0 and (plus := line.find(" + ", times.end())) > 0 and _TIMES.search(line, plus):
        return _summed(line, in_scheme=in_scheme)
    name = line[: times.start()]
    fields: Fields = sets_fields(_span(times["sets"])) if times["sets"] else {}
    amount = phrases("amount").match(line, times.end())
    if not amount:
        return None
    again = _TIMES_AGAIN.match(line, amount.end)
    if again and amount.values.keys() == {"reps"} and not fields:
        # `Snatch x 5 x 3`: sets by reps
        second = phrases("amount").match(line, again.end())
        if second:
            fields, amount = sets_fields(amount.values["reps"]), second
    following = _TOKENS.match(line[amount.end :].lstrip())
    if following and following[0].lower() in words("prose_behind"):
        return None
    named = named_movement(name, in_scheme=in_scheme, firm=True)
    if not named:
        return None
    return named | fields | fields_of(amount.values) | tail_fields(line, amount.end)


def _summed(line: str, *, in_scheme: bool) -> Fields | None:
    at = _AT.search(line)
    named = named_movement(line[: at.start()] if at else line, in_scheme=in_scheme, firm=True)
    return named | tail_fields(line, at.start()) if named and at else named


def counted_first(line: str, *, in_scheme: bool) -> Fields | None:
    """`5x3 Back Squat @ 80%`, `3 sets of 10 Push-Ups`, `10 Burpees`, `400m Run`, `Max Pull-Ups`."""
    fields: Fields = {}
    start = 0
    if sets := phrases("sets_by_reps").match(line):
        fields, start = sets_fields(sets.values["sets"]), skip_space(line, sets.end)
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
    named = named_movement(name, in_scheme=in_scheme, firm=in_scheme)
    if not named:
        return None
    return named | fields | fields_of(amount.values) | tail_fields(line, end)


def movement_with_sets(line: str) -> tuple[Fields, list[Fields]] | None:
    """`Snatch: 70% x 3, 75% x 3, 80% x 2 x 2`: the movement, and each set or sets of it; None where it is none.

    A single `Back Squat, 80% x 2 x 3` is all in the movement.
    """
    if opens_a_note(line):
        return None
    several = phrases("list_item").search(line)
    items = list_of_items(line, several.start) if several else []
    found = several if items else phrases("item").search(line)
    if not found or found.start == 0 or _TIMES.search(line[: found.start] + " "):
        return None
    named = named_movement(line[: found.start], in_scheme=True, firm=True)
    if not named:
        return None
    return (named, items) if items else (named | fields_of(found.values) | tail_fields(line, found.end), [])


def _with_amount(line: str, *, in_scheme: bool) -> Fields | None:
    """`Row 500 meters`, `Plank Hold – 60 seconds`, `Back Squat – 5 reps @ 70%`, `Back Squat 5-4-3-2-1`."""
    for place in re.finditer(r"(?<=[\s(:-])(?=[\d:]|(?:one|two|three|four|five|max|amrap)\b)", line, re.IGNORECASE):
        fields: Fields = {}
        start = place.start()
        if sets := phrases("sets_by_reps").match(line, start):
            fields, start = sets_fields(sets.values["sets"]), skip_space(line, sets.end)
        amount = phrases("amount").match(line, start)
        if not amount or (amount.values.keys() == {"reps"} and not fields and not _says_reps(line, amount)):
            continue
        if not ends_cleanly(line[amount.end :]):
            continue
        name = re.sub(r"[\s:,(-]*(?:\bfor)?[\s:,(-]*$", "", line[: place.start()], flags=re.IGNORECASE)
        if named := named_movement(name, in_scheme=in_scheme):
            return named | fields | fields_of(amount.values) | tail_fields(line, amount.end)
    return None


def _says_reps(line: str, amount: Found) -> bool:
    return bool(re.search(r"[a-z]", line[amount.start : amount.end], re.IGNORECASE))


def _at_load(line: str, *, in_scheme: bool) -> Fields | None:
    """`Back Squat @ 75%`, `Bench Press @ 31X1 x 8 reps`"""
    at = _AT.search(line, _end_of_bracket(line))
    if not at or at.start() == 0 or not phrases("load").match(line, skip_space(line, at.start())):
        return None
    named = named_movement(line[: at.start()], in_scheme=in_scheme)
    if not named:
        return None
    times = _TIMES_BEHIND.search(line, at.end())
    amount = phrases("amount").match(line, times.end()) if times else None
    return named | (fields_of(amount.values) if amount else {}) | tail_fields(line, at.start())


def _alone(line: str, *, in_scheme: bool) -> Fields | None:
    """`Slow Pull Power Snatch`"""
    return named_movement(line, in_scheme=in_scheme)


def _end_of_bracket(line: str) -> int:
    """Where the bracket ends that the line opens with; 0 where it opens with none, or never closes it."""
    if line[:1] not in ("(", "["):
        return 0
    depth = 0
    for place, character in enumerate(line):
        depth += (character in "([") - (character in ")]")
        if depth == 0:
            return place + 1
    return 0


def _until_load(line: str, start: int) -> tuple[str, int]:
    """The name that begins here, and where it ends: at a load, a bracket, a comma, or the end."""
    end = re.compile(r"\s*(?:@|[,;(:]|\s-\s|\bat\s+\d|(?:each|per)\s+\w+\s*$)|\s*[*.]*$", re.IGNORECASE).search(
        line, start
    )
    place = end.start() if end else len(line)
    return line[start:place].strip(), place


# Names


def named_movement(name: str, *, in_scheme: bool, firm: bool = False) -> Fields | None:
    """The movement that a text names, with its parts if it is a complex; None where it is no name.

    `firm`: an amount stands behind it, so that words in capitals are taken for a movement that the catalogue lacks.
    """
    load = _LOAD_IN_NAME.search(name)
    loads = load_fields(load[0], skip_space(load[0], 0)) if load else {}
    name = _LOAD_IN_NAME.sub("", name).strip(" :*,;=-").rstrip(" ([")
    if plus := _PLUS_BEHIND.search(name):
        loads, name = loads | {"plus": [int(reps) for reps in plus[1].split("+")]}, name[: plus.start()]
    name = re.sub(r"(?<![).])\.+$|…$", "", name).strip()
    name = _without_open_brackets(_without_brackets(name))
    if not name or len(name) > LONGEST_LINE or opens_a_note(name):
        return None
    pieces = _PLUS.split(name)
    if len(pieces) == 1:
        return {"movement": name} | loads if _is_name(name, in_scheme=in_scheme, firm=firm) else None
    parts: list[dict[str, Any]] = []
    counted_behind = False
    for piece in pieces:
        part = _PART.fullmatch(_without_brackets(piece.strip()))
        if not part or not _is_name(part["name"], in_scheme=in_scheme, firm=firm):
            return None
        parts.append({"movement": part["name"].strip(), "reps": int(part["before"] or part["behind"] or 1)})
        counted_behind = counted_behind or bool(part["behind"])
    # `Power Clean x 2 + Power Jerk x 1`: the reps are no part of the name
    name = " + ".join(part["movement"] for part in parts) if counted_behind else name
    return {"movement": name, "complex": parts} | loads


def _without_brackets(name: str) -> str:
    return name[1:-1].strip() if _end_of_bracket(name) == len(name) > 0 else name


def _without_open_brackets(name: str) -> str:
    """The name without a bracket that was never closed, or never opened, at its ends."""
    if name.count("(") > name.count(")"):
        name = name.removeprefix("(")
    if name.count(")") > name.count("("):
        name = name.removesuffix(")")
    return name.strip()


def _is_name(name: str, *, in_scheme: bool, firm: bool) -> bool:
    tokens = _TOKENS.findall(name)
    letters = [token for token in tokens if token[0].isalpha()]
    if not letters or len(tokens) > _MOST_WORDS or _SENTENCE.search(name) or _NO_NAME.search(name):
        return False
    if find_movement(name):
        return True
    if any(token.lower() in words("prose") for token in tokens):
        return False
    titles = [token for token in letters if token.lower() not in _SMALL]
    titled = bool(titles) and all(token[0].isupper() for token in titles)
    if _NOT_IN_NAMES.search(_BRACKETED.sub("", name)):
        return False
    if any(token.lower() in words("no_name") for token in tokens):
        return False
    if not mentions_movement(name) and any(token.isdigit() for token in tokens):
        return False
    if firm:
        return (titled and (in_scheme or mentions_movement(name))) or (
            mentions_movement(name) and letters[0][0].isupper()
        )
    return in_scheme and titled and mentions_movement(name) and len(letters) > 1


def opens_a_note(line: str) -> bool:
    first = _TOKENS.search(line)
    if not first or phrases("note").match(line):
        return True
    if phrases("name_openers").match(line) or _DO.match(line):
        return False
    return first[0].lower() in words("note_openers")


def is_prose(text: str) -> bool:
    """Whether a text has a word of prose, or is more than one sentence."""
    return bool(_SENTENCE.search(text)) or any(token.lower() in words("prose") for token in _TOKENS.findall(text))


def _span(text: str) -> Span:
    figures = [int(figure) for figure in re.findall(r"\d+", text)]
    return Span(figures[0], figures[-1])
