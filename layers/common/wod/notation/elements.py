"""Types for the elements of lines: a scheme, a movement, sets, a test, a rest, a heading; and for their context."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from wod.models import LineKind
from wod.notation.text.tokens import Token
from wod.notation.values import NO_AMOUNT, NO_PAUSE, NO_RHYTHM, Amount, Item, Load, Pause, Rhythm, one_remark

ALL_SETS, LAST_SET = -2, -1
"""As the first set of a set line: `All sets at 90%`, `Last set = max reps`."""

SHORTEST_TEST = 180
"""Seconds. A shorter time is of something else."""


@dataclass(frozen=True)
class Scheme:
    """Interval, total and sets for the movements below: `Every 2 minutes, for 16 minutes (8 sets):`"""

    rhythm: Rhythm = NO_RHYTHM
    amount: Amount = NO_AMOUNT
    rest: Pause = NO_PAUSE
    is_tabata: bool = False
    remark: str = ""
    """For example `in teams of 2`."""
    alternates: bool = False
    """True if its movements take turns, one in each interval."""
    follows: bool = False
    """True if its line begins with `then`, so that the clock of the previous block continues."""
    has_ladder: bool = False
    """True for the repetitions of a ladder of which not all is written, `2-4-6-8…`, which is the remark."""
    has_waves: bool = False
    """True for `3 waves of:`, each of which is several sets."""
    may_be_work: bool = False
    """True if an unknown movement may be before it: `Leg Day: 3 sets of 10 reps`, `Wobbles: 3 sets of 10 reps`."""
    is_of_above: bool = False
    """True for `x3` below movements, which are done three times."""


@dataclass(frozen=True)
class TabataPart:
    """`20 seconds on`, `10 seconds off`, `For a total of 8 rounds`, below a tabata."""

    scheme: Scheme


@dataclass(frozen=True)
class Movement:
    """`Front Squat x 3 reps @ 75-85%`. `station`: part of a rotation, `Minute 1: Row`; `number`: its label."""

    item: Item
    station: bool = False
    number: int | None = None
    turn: int | None = None
    """The place in a rotation that its label may name: its number, 2 of `B)`, or 2 of `M2:`."""
    outside: bool = False
    """True for work once, before or after the rounds: `Buy-in: 1,000 m Row`."""
    follows: bool = False
    """True if its line begins with `then`."""
    named: bool = False
    """True if the name of a part is in front of it: `Core: 50 Sit-Ups`."""


@dataclass(frozen=True)
class SetLine:
    """`*Sets 1-2 = 2 reps @ 75%`, or `5 reps @ 75%` below a movement."""

    item: Item
    follows: bool = False
    """True if its line begins with `then`."""


@dataclass(frozen=True)
class Test:
    """`In 20 minutes, establish a 1-RM Back Squat`. Without a movement it is the one above or below."""

    item: Item
    rep_max: int | None = None


@dataclass(frozen=True)
class Rest:
    """`Rest 60 seconds`. Without a time: as needed, or before something else. `station`: part of a rotation."""

    pause: Pause = NO_PAUSE
    station: bool = False
    remark: str = ""
    """For example `Rest 1:1`, as long as the work."""
    of_sets: bool = False
    """True for `Rest 2 minutes between sets`."""
    alone: bool = False
    """True for only `Rest`, which may be a turn of a rotation."""


@dataclass(frozen=True)
class Connector:
    """`Followed by…`, `then` or a plus, which say how the movement below belongs to the work above.

    `joins`: a plus, which may join two lifts to a complex.
    `then`: the movement below is after the rounds above.
    `may_join`: one of several `then`; the movement below may be part of the rounds above, and is read so.
    """

    joins: bool = False
    then: bool = False
    may_join: bool = False


@dataclass(frozen=True)
class Turn:
    """`Round 1`, `Sets 2-4` or `Minute 1:` on a line of its own, above its work.

    `rhythm`: the sets that it names. `station`: a minute, which names none, above the first movement of a station.
    """

    rhythm: Rhythm = NO_RHYTHM
    station: bool = False


@dataclass(frozen=True)
class Heading:
    """`Finisher:` or a title: the lines below do not belong to the scheme above."""

    work: str = ""
    """The heading of work for a part of the body, `Heavy Abs`, whose movement may be the lifter's choice."""
    window: float | None = None
    """The end of a window of a running clock in seconds, `0:00-10:00`; its work follows."""


@dataclass(frozen=True)
class UnknownLine:
    """A note below a scheme that may be a heading: short words, `After party`, or a title, `Wake Up`; or a sentence."""

    kind: Literal["words", "title", "sentence"]


@dataclass(frozen=True)
class BlockLoad:
    """`Perform all movements at 60-65% of your 1-RM Clean`: for the lines of the block that state no load.

    `barbell`: only for its lines of barbell movements, `Barbell: 135/95`.
    `unclear`: after a list of movements on one line, it may belong to the last one or to all.
    """

    load: Load
    barbell: bool = False
    unclear: bool = False


@dataclass(frozen=True)
class PercentBase:
    """`All percentages are based on your 1-RM Snatch`: for the percents beside it that name no lift.

    `of_all`: for those of the whole segment.
    """

    base: Load
    of_all: bool = False


Lead = Connector | Turn | Heading | UnknownLine | PercentBase
"""An element that states no work itself, and says how the lines above and below are meant."""

type Element = Scheme | TabataPart | Movement | SetLine | Test | Rest | BlockLoad | Lead


def with_remark(element: Element, text: str) -> Element:
    """Return a scheme, a movement or a test with a remark before its own; other elements have none."""
    match element:
        case Scheme():
            return replace(element, remark=one_remark(text, element.remark))
        case Movement(item=item) | Test(item=item):
            return replace(element, item=replace(item, remark=one_remark(text, item.remark)))
    return element


KINDS: dict[type, LineKind] = {
    Scheme: "scheme",
    TabataPart: "scheme",
    Movement: "movement",
    SetLine: "set line",
    Test: "test",
    Rest: "rest",
    Connector: "connector",
    Turn: "connector",
    Heading: "connector",
    UnknownLine: "connector",
    PercentBase: "note",
    BlockLoad: "set line",
}
"""The kind of a line that begins with an element."""


type Example = Literal[
    "", "example", "examples", "condition", "notes", "choice", "alternatives", "warm-up sets", "ratios"
]
type Below = Literal["", "results", "advice", "other level", "other sets", "other counts", "uncertain"]
type Hidden = Literal["", "scheme", "movement"]
type Announced = Example | Below | Literal["level", "lower level"]


@dataclass(frozen=True)
class Context:
    """The context of a line: whether the lines above have a scheme, a movement, and an amount for it."""

    scheme: bool = False
    movement: bool = False
    amount: bool = False
    counts: bool = False
    """True below a scheme with the repetitions of its movements, `21-15-9`."""
    tabata: bool = False
    lift: bool = False
    """True if the movement is a lift with a barbell, so that high numbers below it may be loads."""
    sets: bool = False
    """True if the movement has set lines above."""
    percent: bool = False
    """True if the sets above have a percent, so that further ones are of the same lift."""
    load: bool = False
    """True if the sets above have a load."""
    tempo: bool = False
    """True if `3X10` in the line is a tempo, because the movement has other sets beside it."""
    interval: bool = False
    """True below a scheme with an interval, whose minutes are sets."""
    window: float | None = None
    """The end of the window above, in seconds."""
    example: Example = ""
    """The kind of example or alternative that the line above announces or belongs to."""
    below: Below = ""
    """The kind of the heading above, if no training for the reader is below it: results, advice or another level.

    `other sets` and `other counts` are the kinds of work of another level. After a rest or a `then`, it is uncertain
    whose work follows.
    """


type Reader = Callable[[str, list[Token], Context], list[Element]]
"""Reader of the tokens of a line in its context. It returns no element, or raises Unread, for any other line."""


@dataclass(frozen=True)
class ReadLine:
    """A line with its kind and its elements, in order. Notes and unread lines have no training among them."""

    text: str
    kind: LineKind
    elements: list[Element] = field(default_factory=list)
    doubtful: bool = False
    """True for a note that looks like training."""
    hides: Hidden = ""
    """The likely kind of an unread line, or of a note: the lines below may belong to it, and not to the one above."""
    announces: Announced = ""
    """The kind of the lines below a note, if they are not training."""
    is_told: bool = False
    """True for a sentence about the work, `You will do 4 sets of 6 Back Squats`, which others may state as well."""
