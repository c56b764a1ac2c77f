"""Read lines of movements, and of the stations of a rotation: `Back Squat 5x3 @ 80%`, `Minute 1: Row x 200 meters`."""

from copy import replace
from itertools import pairwise

from wod.notation.elements import BlockLoad, Context, Element, Movement, Rest, SetLine
from wod.notation.grammar.marks import CLOSING, OPENING, has_more, is_enclosed, is_list_in_brackets, separates, skip
from wod.notation.grammar.measures import may_be_sets_in_brackets
from wod.notation.grammar.names import Names
from wod.notation.grammar.notation import Notation
from wod.notation.readers.set_lines import SetLines, ends_with_lift, which_sets
from wod.notation.readers.sets_below import are_sets_with_loads, without_work_up
from wod.notation.text.tokens import Token
from wod.notation.values import NO_LOAD, NO_RHYTHM, Item, Unread
from wod.notation.work.items import Items

_BEFORE_EQUALS = frozenset({"r", "l", "right", "left", "rest"})
_LEADS_ON = frozenset({"then", ",", ":", "...", "…", "and", ";", "-", "–"})
_LOADS = frozenset({"{weight}", "{percent}"})
_INTERVALS = frozenset({"{interval}", "{time}"})
_BEFORE_INTERVALS = frozenset({"every", "on"})
_LETTERS = "abcdef"
_MOST_WORDS_OF_BARE_NAMES = 5  # before a full stop


class MovementLines:
    """Reader of lines of movements."""

    def __init__(self, notation: Notation, names: Names, items: Items, set_lines: SetLines) -> None:
        self._notation = notation
        self._catalogue = notation.catalogue
        self._outside = notation.phrases("outside")
        self._stations = notation.phrases("station")
        self._turns = notation.phrases("odd_or_even")
        self._minutes = notation.phrases("minute_line")
        self._names = names
        self._items = items
        self._set_lines = set_lines

    def read(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the movements of a line; sets after the first are its set lines."""
        tokens = self._names.without_label(tokens)
        tokens = tokens if above.scheme else _without_then(tokens)  # in rounds what follows may be outside them
        start = skip(tokens)
        outside = self._outside.match(tokens, start)
        if outside and has_more(tokens, outside.end):
            items = self._items.read(body, tokens[skip(tokens, outside.end) :], in_scheme=True)
            if len({bool(item.rhythm.sets) for item in items}) > 1:
                return []  # `Buy-in: 1k Row, then 5 rounds of 10 Sit-Ups, 20 Lunges`
            is_outside = not (above.interval and outside.says.get("is") == "then")  # all in one interval
            return [Movement(item, outside=is_outside) for item in items if item.name and not item.is_bare]
        if above.scheme and (turn := self._in_turn(body, tokens[start:])):
            return turn
        if ordered := self._ordered(body, tokens[start:], above):
            return ordered
        tokens = without_work_up(self._notation, tokens)
        if self._names.opens_a_note(tokens) or _is_aside(tokens) or _has_unclear_number(tokens[start:]):
            return []
        begins_name = tokens[0].symbol in OPENING or tokens[0].symbol == '"'
        items = self._items.read(body, tokens if begins_name else tokens[start:], in_scheme=above.scheme)
        if above.movement and not above.amount and ends_with_lift(tokens, items):
            raise Unread  # the movement above at 80 % of its Snatch, or the Snatch
        if _equates(tokens) and not are_sets_with_loads(items):
            return []
        if self._is_sentence(body, tokens, items) or self._is_heading(body, items[0]):
            return []
        return self._movements(tokens, items)

    def _movements(self, tokens: list[Token], items: list[Item]) -> list[Element]:
        """Return the movements and the sets that the items of a line are."""
        first, *others = items
        if others and is_list_in_brackets(tokens):
            return [Movement(replace(item, rhythm=item.rhythm.over(first.rhythm))) for item in items]
        if others and not others[0].name:
            sets = [replace(first, name="", parts=()), *others]
            return [Movement(Item(name=first.name, parts=first.parts)), *map(SetLine, sets)]
        if (_ends_with_load(tokens) or self._are_joined_lifts(tokens, items)) and self._may_load_all(items):
            last = items[-1]
            items[-1] = replace(last, load=replace(NO_LOAD, tempo=last.load.tempo))
            return [*map(Movement, items), BlockLoad(last.load, unclear=True)]
        return [Movement(item) for item in items]

    def _are_joined_lifts(self, tokens: list[Token], items: list[Item]) -> bool:
        """Return whether a line joins lifts with a barbell, and nothing else: `5 Deadlifts and 5 Cleans @ 60 kg`."""
        is_joined = any(first.symbol == "and" and second.is_numeral for first, second in pairwise(tokens))
        return is_joined and all(self._catalogue.is_lift(item.name) for item in items)

    def _may_load_all(self, items: list[Item]) -> bool:
        """Return whether a load after a list of movements may belong to all: `10 Deadlifts, 10 Cleans, 60 kg`."""
        *others, last = items
        if not others or any(one.rhythm.sets or one.parts or not one.name for one in items):
            return False
        if any(one.load.is_heavy for one in others) or not (last.load.weight or last.load.percent):
            return False
        loaded, is_lift = self._catalogue.is_loaded, self._catalogue.is_lift
        if (of_last := loaded(last.name)) is False:
            return True  # `400 m Run, 10 Burpees, 20 lb vest`
        same = [one for one in others if of_last is None or is_lift(one.name) == is_lift(last.name)]
        return any(loaded(one.name) is not False for one in same)

    def _ordered(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return the known movement of `Complete 150 Wall Balls`, whose amount is directly after the verb."""
        if [token.symbol for token in tokens[:2]] not in (["perform", "{count}"], ["perform", "{distance}"]):
            return []
        try:
            items = self._items.read(body, tokens[1:], in_scheme=above.scheme)
        except Unread:
            return []
        if items[0].remark and items[0].load.is_stated:
            raise Unread  # `Complete 100 Squats – partner holds a bar 135/95`
        is_known = len(items) == 1 and items[0].amount.is_stated and self._catalogue.find(items[0].name)
        return [Movement(items[0])] if is_known else []

    def _is_sentence(self, body: str, tokens: list[Token], items: list[Item]) -> bool:
        if not body.endswith("."):
            return False
        is_long = sum(token.speaks for token in tokens) > _MOST_WORDS_OF_BARE_NAMES
        return is_long and not any(item.amount.is_stated for item in items)

    def _is_heading(self, body: str, item: Item) -> bool:
        is_bare = body.endswith(":") and item.is_bare and not item.parts
        return is_bare and not self._catalogue.find(item.name)

    def read_in_rotation(self, body: str, tokens: list[Token], above: Context) -> list[Element]:
        """Return `Minute 1: Row x 200 meters`, `Odd minutes – Push-Ups x 10`, and the sets `Minutes 1-3 = 2 reps`."""
        start = skip(tokens)
        if pieces := self._stations_of_one_line(tokens, start):
            return self._all_stations(body, pieces)
        station, minutes = self._stations.match(tokens, start), self._minutes.match(tokens, start)
        if minutes:
            first, last = which_sets(minutes)
            if not station or minutes.end > station.end or first != last:
                return self._in_minutes(body, tokens[start:], above, is_one=first == last)
        if not station:
            return []
        after = tokens[station.end :]
        while after and not after[0].speaks and after[0].symbol not in OPENING:
            after = after[1:]
        if not after:
            return []
        if after[0].symbol == "rest":
            return [Rest(station=True)]
        if minutes and above.movement:
            items = self._items.nameless(body, after)
            if items and items[0].load.is_stated:
                return self._set_lines.read_one(body, tokens[start:], self._minutes)
        return [Movement(item, station=True) for item in self._items.read(body, after, in_scheme=True)]

    def _in_turn(self, body: str, tokens: list[Token]) -> list[Element]:
        """Return the stations of `3 Cleans (odd), 10 Push-Ups (even)`; empty if no such word is behind a movement."""
        found = [self._turns.match(tokens, place) for place in range(1, len(tokens)) if not tokens[place - 1].speaks]
        turns = [turn for turn in found if turn is not None]
        if not turns:
            return []
        if has_more(tokens, turns[-1].end):
            raise Unread
        stations: list[Element] = []
        begin = 0
        for turn in turns:
            end = turn.start
            while end > begin and not tokens[end - 1].speaks:
                end -= 1
            items = self._items.read(body, tokens[skip(tokens, begin) : end], in_scheme=True)
            if len(items) != 1 or not items[0].name:
                raise Unread
            stations.append(Movement(items[0], station=True))
            begin = turn.end
            while begin < len(tokens) and tokens[begin].symbol in CLOSING:
                begin += 1
        return stations

    def _stations_of_one_line(self, tokens: list[Token], start: int) -> list[list[Token]]:
        """Return the tokens of each station of a line that has several; empty for any other line."""
        begins = [
            place
            for place in range(start, len(tokens))
            if (place == start or separates(tokens, place - 1)) and self._stations.match(tokens, place)
        ]
        if len(begins) < 2 or begins[0] != start:
            return _numbered(tokens, start)
        return [tokens[begin:end] for begin, end in pairwise([*begins, len(tokens)])]

    def _all_stations(self, body: str, pieces: list[list[Token]]) -> list[Element]:
        """Return the stations of one line: `Min 1 – 8 Burpees, min 2 – 10 Swings`. Raise Unread if one is not read."""
        elements: list[Element] = []
        for piece in pieces:
            found = self._station(body, piece)
            if len(found) != 1 or not isinstance(found[0], Movement | Rest) or not found[0].station:
                raise Unread
            elements += found
        return elements

    def _station(self, body: str, piece: list[Token]) -> list[Element]:
        """Return one station, with `Min 1` in front or without."""
        if self._stations.match(piece):
            return self.read_in_rotation(body, piece, Context(scheme=True))
        if piece[0].symbol == "rest":
            return [Rest(station=True)] if not has_more(piece, 1) else []
        return [Movement(item, station=True) for item in self._items.read(body, piece, in_scheme=True)]

    def _in_minutes(self, body: str, tokens: list[Token], above: Context, *, is_one: bool) -> list[Element]:
        """Return the sets of some minutes, or the movement of one minute."""
        if not (is_one or above.interval):
            raise Unread  # `Min 10-15: 50 Burpees` is a window
        elements = self._set_lines.read_one(body, tokens, self._minutes)
        first = elements[0]
        if not isinstance(first, Movement):
            return elements if above.movement else []
        return [replace(first, item=replace(first.item, rhythm=NO_RHYTHM), station=True)] if is_one else elements


def _without_then(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the word at the end that only leads to the next line: `Run 1 mile, then:`."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].symbol in _LEADS_ON:
        end -= 1
    is_cut = any(token.symbol == "then" for token in tokens[end:])
    return tokens[:end] if is_cut else tokens


def _numbered(tokens: list[Token], start: int) -> list[list[Token]]:
    """Return the tokens of each station of `1) 12 Burpees 2) 10 Swings`; empty for any other line."""
    numbers = [
        place
        for place in range(start, len(tokens) - 1)
        if tokens[place + 1].symbol == ")" and (tokens[place].symbol == "{count}" or len(tokens[place].text) == 1)
    ]
    counted = [_place_of(tokens[place]) for place in numbers]
    if len(numbers) < 2 or numbers[0] != start or counted != list(range(1, len(numbers) + 1)):
        return []
    pieces = [tokens[begin + 2 : end] for begin, end in pairwise([*numbers, len(tokens)])]
    return pieces if all(pieces) else []


def _place_of(token: Token) -> float:
    """Return the place that a number or a letter in front of a bracket names: 2 of `B)`; 0 of other marks."""
    return token.least if token.is_numeral else _LETTERS.find(token.text.lower()) + 1


def _ends_with_load(tokens: list[Token]) -> bool:
    """Return whether a line ends with a mark, and a load without a mark after it: `…, 60 kg`, `…, 20 lb vest`."""
    marks = [place for place, token in enumerate(tokens[:-1]) if token.symbol in (",", ";")]
    return (
        bool(marks)
        and tokens[marks[-1] + 1].symbol in _LOADS
        and sum(token.is_numeral for token in tokens[marks[-1] :]) == 1
    )


def _equates(tokens: list[Token]) -> bool:
    """Return whether a line has an equals sign that is not a remark, unlike `R+L = 1` and `rest = work`."""
    return any(token.symbol == "=" and before.symbol not in _BEFORE_EQUALS for before, token in pairwise(tokens))


def _has_unclear_number(tokens: list[Token]) -> bool:
    """Return whether a number after an interval may be sets or reps: `E2MOM (7) Snatch`, `Every 2:00 (7) Snatch`."""
    interval = next((place for place, token in enumerate(tokens[:3]) if token.symbol in _INTERVALS), None)
    if interval is None or (interval and tokens[0].symbol not in _BEFORE_INTERVALS):
        return False
    return may_be_sets_in_brackets(tokens[interval + 1 :])


def _is_aside(tokens: list[Token]) -> bool:
    """Return whether a line is all in brackets and has numbers: `(Front Squat 3x5 @ 75% for the new folks.)`"""
    if tokens[-1].symbol not in CLOSING or not is_enclosed(tokens):
        return False
    return any(token.is_numeral for token in tokens) and not any(token.symbol == "+" for token in tokens)
