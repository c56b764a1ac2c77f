"""Types for the blocks of a segment: each scheme with its movements, sets and tests."""

from dataclasses import dataclass, field

from wod.notation.elements import Scheme
from wod.notation.grammar.measures import MINUTE, exactly
from wod.notation.values import NO_LOAD, Item, Load, Rhythm, Span

NO_SCHEME = Scheme()
MOST_ROWS = 100
"""Rows of a block that are looked at for each set line; a hostile segment has thousands."""


@dataclass
class Entry:
    """The item of a movement line or a set line. The set lines of one movement have the same group."""

    item: Item
    line: int
    text: str
    group: int
    station: bool = False
    number: int | None = None
    named: bool = False
    outside: bool = False
    is_test: bool = False
    may_be_outside: bool = False
    """True if it is below one of several `then`, so that it may not be part of the rounds above."""
    once: bool = False
    """True for work after rounds for time that is also before them, and is not part of them."""
    is_before_then: bool = False
    """True for a movement that other sets of it follow after a `then`."""
    lacks_unit: bool = False
    """True if its number may be seconds, metres or calories, as the movement has no repetitions: `Plank 3x60`."""
    rep_max: int | None = None
    written: Item | None = None
    """The item of a set line before its movement completes it; None for a movement line."""


@dataclass
class Block:
    """A scheme with the movements below it. `number` is its place in the segment, from 1; `text` the scheme's line."""

    number: int
    scheme: Scheme = NO_SCHEME
    is_stated: bool = False
    text: str = ""
    rounds: Span | None = None
    """The rounds on a line of their own above the scheme, which may be of the next one as well."""
    load: Load = NO_LOAD
    text_of_load: str = ""
    barbell: Load = NO_LOAD
    """The load of the barbell, for movements that are done with one."""
    resting_stations: int = 0
    may_rest_in_turn: bool = False
    """True if a rest below the movements of each minute may be a turn of its own."""
    has_station: bool = False
    """True if a movement of the block is a station."""
    has_number: bool = False
    """True if a movement of the block has a number in front."""
    has_gap: bool = False
    """True if the block has an unread line, which may be a station."""
    turns_of: Scheme | None = None
    """The whole scheme, if the block has only some of its sets, which its lines name: `Sets 1-3`."""
    shares_clock: bool = False
    """True if the clock of the block is also that of the one before it or after it."""
    is_after_rounds: bool = False
    """True if only a lone `then` ends the rounds above, so that the block may be one of them."""
    may_be_inside: bool = False
    """True if it is not certain that its work is outside the scheme above."""
    entries: list[Entry] = field(default_factory=list)
    is_above_heading: bool = False
    """True if the scheme, or that of a block before it, is directly above a heading."""
    title: str = ""
    """The line above its work that may be a heading, and is taken for one."""
    uncertain: list[Entry] = field(default_factory=list)
    """Lines that may or may not state their own sets, so that they give none."""
    unclear_loads: list[str] = field(default_factory=list)
    """Lines with a load that may belong to other movements than the one above, or to all, so that it gives none."""
    waiting_tests: list[str] = field(default_factory=list)
    """Lines of tests that have no movement."""
    improbable: list[Entry] = field(default_factory=list)
    """Lines with more sets or repetitions than anyone does, so that one of the numbers may be a weight."""

    def add(self, movement: Entry) -> None:
        """Add a movement, which may be a station or have a number."""
        self.entries.append(movement)
        self.has_station = self.has_station or movement.station
        self.has_number = self.has_number or movement.number is not None

    @property
    def has_rounds(self) -> bool:
        """Return whether the scheme states sets without an interval."""
        return self.scheme.rhythm.sets is not None and self.scheme.rhythm.interval is None

    @property
    def has_a_minute_each(self) -> bool:
        """Return whether movements that are not stations have a minute each time, and no number of sets: `EMOM 12`."""
        rhythm = self.scheme.rhythm
        has_work = bool(self.entries) and not self.has_station
        return has_work and rhythm.interval == MINUTE and rhythm.sets is None and rhythm.total is not None

    @property
    def stations(self) -> int:
        """Return the number of stations; the set lines of one movement are one station."""
        groups = {entry.group for entry in self.entries if entry.station}
        if not groups and (self.scheme.alternates or (self._is_numbered and not self.has_doubtful_stations)):
            groups = {entry.group for entry in self.entries}
        return len(groups) + self.resting_stations

    @property
    def _is_numbered(self) -> bool:
        """Return whether several lines of an interval have a number, or one beside a rest, so that they take turns."""
        numbered = sum(entry.number is not None for entry in self.entries)
        return self.scheme.rhythm.interval is not None and numbered > 0 and numbered + self.resting_stations > 1

    @property
    def has_doubtful_stations(self) -> bool:
        """Return whether no one knows how many lines take turns: a number is missing, or one may be a rest."""
        if self.may_rest_in_turn:
            return True
        stations = {entry.group for entry in self.entries if entry.station}
        if len(stations) == 1 and not self.resting_stations and not all(entry.station for entry in self.entries):
            return True
        if stations or self.scheme.alternates or not self._is_numbered:
            return False
        numbers = list({entry.group: entry.number for entry in reversed(self.entries)}.values())
        turns = range(1, len(numbers) + self.resting_stations + 1)
        return None in numbers or len({*numbers}) < len(numbers) or not {*numbers} <= {*turns}

    @property
    def scheduled_sets(self) -> Span | None:
        """Return the sets of a scheme with an interval, stated or by its total; movements may take turns in them."""
        rhythm = self.scheme.rhythm
        if self.has_doubtful_stations:
            return rhythm.sets
        if not rhythm.interval or rhythm.sets or not rhythm.total:
            return rhythm.sets if rhythm.interval else None
        return sets_of_clock(rhythm, max(self.stations, 1))

    def ends_with(self, entry: Entry) -> bool:
        """Return whether this entry is the last one, by identity."""
        return bool(self.entries) and self.entries[-1] is entry


def sets_of_clock(rhythm: Rhythm, stations: int = 1) -> Span | None:
    """Return how often each station comes in a total; None if there is no clock, or it does not divide the total."""
    turn = (rhythm.interval or 0) * stations
    return exactly(rhythm.total // turn) if turn and rhythm.total and rhythm.total % turn == 0 else None
