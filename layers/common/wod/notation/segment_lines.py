"""Read the lines of a segment, each in the context of the lines above it."""

from collections.abc import Iterator, Sequence
from copy import replace

from wod.notation.blocks.block import sets_of_clock
from wod.notation.elements import Context, Element, Example, Heading, Movement, ReadLine, Rest, Scheme, SetLine, Test
from wod.notation.grammar.lifts import is_lift
from wod.notation.grammar.movement_kinds import MovementKind
from wod.notation.grammar.notation import Notation
from wod.notation.lines import LineReader, line_reader_of
from wod.notation.readers.columns_below import COUNTED, Columns, columns_below, joined
from wod.notation.readers.counted_groups import with_groups
from wod.notation.readers.counted_labels import counted_by_labels, lacks_amount
from wod.notation.readers.set_ranges import named_sets
from wod.notation.readers.stations import with_stations
from wod.notation.text.capital_x import ends_with_sets_or_tempo, is_sets_or_tempo, last_sets_are_alike
from wod.notation.values import Item, Rhythm


def lines_in_context(texts: Sequence[str], notation: Notation) -> Iterator[tuple[ReadLine, Context]]:
    """Yield the reading of each line of a segment, and the context in which it was read."""
    above, reader = _Above(notation), line_reader_of(notation)
    meant, runs = with_groups(with_stations(texts, notation.vocabulary), notation), columns_below(texts)
    counted = counted_by_labels(texts)
    are_seconds = any(Rest(station=True) in reader.read(texts[labelled], Context()).elements for labelled in counted)
    place = 0
    while place < len(texts):
        columns = runs.get(place, [])
        if above.sets and (named := named_sets(meant, place, above.sets)):
            meant[place : place + len(named)] = named
        own = texts[place : place + max(len(columns), 1)]
        context = above.context
        if _has_tempo(meant, place, reader, context):
            context = replace(context, tempo=True)
        read = _read_columns(own, columns, reader, context) if columns else []
        read = read or [_read_one(meant[place], counted.get(place, ""), reader, context, are_seconds=are_seconds)]
        for line, text in zip(read, own, strict=False):
            yield line if line.text is text else replace(line, text=text), context
            above.add(line)
            place += 1


def _read_one(text: str, counted: str, reader: LineReader, above: Context, *, are_seconds: bool) -> ReadLine:
    """Return the reading of a line; `counted` is the line with its label as an amount, if it may be one.

    Beside `15: Rest` the 30 of `30: Burpees` are seconds: the line is unread.
    """
    read = reader.read(text, above)
    if not counted or not lacks_amount(read, above):
        return read
    return ReadLine(text, "unread", hides="movement") if are_seconds else reader.read(counted, above)


def _has_tempo(texts: Sequence[str], place: int, reader: LineReader, above: Context) -> bool:
    """Return whether `3X10` in a line is a tempo: its movement has other sets, above or on the next line."""
    is_alone = is_sets_or_tempo(texts[place])
    if not (is_alone or ends_with_sets_or_tempo(texts[place])):
        return False
    if is_alone and (above.sets or above.amount):
        return not last_sets_are_alike(texts[:place])
    below = texts[place + 1] if place + 1 < len(texts) else ""
    elements = reader.read(below, Context(movement=True, lift=True)).elements if below else []
    has_sets = any(isinstance(one, SetLine) and (one.item.rhythm.sets or one.item.amount.per_set) for one in elements)
    return has_sets and not last_sets_are_alike([below])


def _read_columns(texts: Sequence[str], columns: Columns, reader: LineReader, above: Context) -> list[ReadLine]:
    """Return the readings of `Sets: 5` and `Reps: 3` on lines of their own, with all elements on that of the reps.

    There are none if the lines belong to no movement. A line whose value is not known is unread, as all are if their
    sets and repetitions are not.
    """
    if above.movement and (above.amount or above.sets):
        return []  # a score, or the sets of another week
    read, values = ReadLine("", "unread"), [column for column in columns if column[0] in COUNTED]
    if whole := joined(values):
        read = reader.read(whole, above)
    if read.kind == "note":
        return []
    lines: list[ReadLine] = []
    for text, column in zip(texts, columns, strict=True):
        is_known = column[0] in COUNTED
        if read.elements and not is_known and (more := reader.read(joined([*values, column]), above)).elements:
            read, is_known = more, True
            values.append(column)
        lines.append(ReadLine(text, read.kind if is_known else "unread"))
    first = next(place for place, (name, _) in enumerate(columns) if name == "reps")
    lines[first] = replace(read, text=texts[first])
    return lines


class _Above:
    """Tracker of the context of the next line of a segment."""

    def __init__(self, notation: Notation) -> None:
        self.context = Context()
        self.sets: int | None = None
        """The sets of the scheme or the movement above; None if several movements have them, or they are not known."""
        self._notation = notation
        self._scheme_counts = False  # True if the scheme has reps
        self._is_heading = False  # True if the movement above is only a name, outside a scheme
        self._trains = False  # True if there is work above
        self._has_level = False  # True if the heading of a level is above

    def add(self, line: ReadLine) -> None:
        """Take the next line."""
        above = self.context
        example: Example = ""
        if (
            line.announces in ("examples", "notes", "ratios")
            or (line.announces in ("example", "condition") and not above.example)
            or (line.announces in ("choice", "alternatives", "warm-up sets") and above.movement)
        ):
            example = line.announces
        below = above.below
        match line.announces:
            case "results" | "advice" | "other sets" | "other counts" | "uncertain":
                below = line.announces
            case "level" | "lower level":
                if self._trains and (self._has_level or line.announces == "lower level"):
                    waits = above.movement and not (above.amount or above.sets or above.scheme)
                    below = "uncertain" if waits else "other level"  # `Back Squat`, `Beginner:`, `3x5`: no other sets
                self._has_level = True
            case _:
                pass
        if (example, below) != (above.example, above.below):
            self.context = replace(above, example=example, below=below)
        if line.hides:
            scheme = above.scheme or line.hides == "scheme"
            self.context = replace(self.context, scheme=scheme, movement=False, lift=False, amount=False, sets=False)
            self._scheme_counts = self._scheme_counts and line.hides != "scheme"
            self._is_heading = False
        for element in line.elements:
            self._add(element)

    def _is_lift(self, item: Item) -> bool:
        """Return whether the amounts below an item belong to a lift, and not the jumps of a jump squat."""
        return is_lift(item, self._notation.catalogue) and not MovementKind(self._notation, item.name).is_jumped

    def _add(self, element: Element) -> None:
        above = self.context
        self._trains = self._trains or isinstance(element, Movement | SetLine | Test)
        match element:
            case Scheme(rhythm=rhythm, amount=amount, is_tabata=is_tabata, has_ladder=has_ladder):
                self.sets = _sets_of(rhythm)
                self._scheme_counts = bool(amount.per_set or (amount.reps and not is_tabata) or has_ladder)
                movement = self._is_heading
                lift = movement and above.lift
                interval = bool(rhythm.interval) or (above.interval and not above.movement)
                self.context = Context(
                    scheme=True,
                    movement=movement,
                    counts=self._scheme_counts,
                    lift=lift,
                    tabata=is_tabata,
                    interval=interval,
                    window=above.window,
                    below=above.below,
                )
                self._is_heading = False
            case Movement(item=item):
                self.sets = _sets_of(item.rhythm) or (None if above.movement and above.scheme else self.sets)
                self._is_heading = item.is_bare and not above.scheme
                counts = item.amount.is_stated or self._scheme_counts
                lift, percent, load = self._is_lift(item), item.load.has_percent, item.load.is_heavy
                stated = (above.movement, above.amount, above.lift, above.percent, above.load, above.sets)
                if stated != (True, counts, lift, percent, load, False):
                    self.context = replace(
                        above, movement=True, amount=counts, lift=lift, percent=percent, load=load, sets=False
                    )
            case SetLine(item=item):
                self._is_heading = False
                counts, percent = above.amount or bool(item.amount.per_set), above.percent or item.load.has_percent
                load = above.load or item.load.is_heavy
                if (above.amount, above.percent, above.load, above.sets) != (counts, percent, load, True):
                    self.context = replace(above, amount=counts, percent=percent, load=load, sets=True)
            case Test(item=item):
                self._is_heading = False
                movement = bool(item.name) or above.movement
                lift = self._is_lift(item) if item.name else above.lift
                self.context = Context(scheme=True, movement=movement, lift=lift, window=above.window)
            case Heading(window=window):
                self._scheme_counts = self._is_heading = False
                self.sets = None
                self.context = Context(window=window)
            case _:
                pass


def _sets_of(rhythm: Rhythm) -> int | None:
    """Return the sets that a rhythm states, or that fill its time; None if they are not certain."""
    least, most = rhythm.sets or sets_of_clock(rhythm) or (None, None)
    return int(least) if least is not None and least == most else None
