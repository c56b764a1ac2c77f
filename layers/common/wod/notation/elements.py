"""What a line can say: a scheme, a movement, sets, a test, a rest, a connector; typed, with what stands above it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from wod.models import LineKind
from wod.notation.tokens import Token
from wod.notation.values import NO_AMOUNT, NO_PAUSE, NO_RHYTHM, Amount, Item, Load, Pause, Rhythm

ALL_SETS, LAST_SET = -2, -1
"""As the first set of a set line: `All sets at 90%`, `Last set = max reps`."""


@dataclass(frozen=True)
class Scheme:
    """How often, for how long, how many sets: `Every 2 minutes, for 16 minutes (8 sets):`"""

    rhythm: Rhythm = NO_RHYTHM
    amount: Amount = NO_AMOUNT
    rest: Pause = NO_PAUSE
    is_tabata: bool = False
    remark: str = ""
    """Who does it: `in teams of 2`."""
    follows: bool = False
    """Its line begins with `then`: the clock of the block before goes on."""


@dataclass(frozen=True)
class TabataPart:
    """`20 seconds on`, `10 seconds off`, `For a total of 8 rounds`, below a tabata."""

    scheme: Scheme


@dataclass(frozen=True)
class Movement:
    """`Front Squat x 3 reps @ 75-85%`. `station`: it stands in a rotation, `Minute 1: Row x 200 meters`; `number`: the
    number in front of it, if it has one."""

    item: Item
    station: bool = False
    number: int | None = None
    outside: bool = False
    """Once, in front of the rounds or behind them: `Buy-in: 1,000 m Row`."""


@dataclass(frozen=True)
class SetLine:
    """`*Sets 1-2 = 2 reps @ 75%`, or `5 reps @ 75%` below a movement."""

    item: Item


@dataclass(frozen=True)
class Test:
    """`In 20 minutes, establish a 1-RM Back Squat`. Without a movement it is the one above or below."""

    item: Item
    rep_max: int | None = None


@dataclass(frozen=True)
class Rest:
    """`Rest 60 seconds`. Without a time: as needed, or before something else. `station`: it has its turn in a
    rotation, `Minute 3: Rest`."""

    pause: Pause = NO_PAUSE
    station: bool = False


@dataclass(frozen=True)
class Connector:
    """`Followed by…`"""


@dataclass(frozen=True)
class BlockLoad:
    """`Perform all movements at 60-65% of your 1-RM Clean`: for the lines of the block that state no load."""

    load: Load


type Element = Scheme | TabataPart | Movement | SetLine | Test | Rest | Connector | BlockLoad

KINDS: dict[type, LineKind] = {
    Scheme: "scheme",
    TabataPart: "scheme",
    Movement: "movement",
    SetLine: "set line",
    Test: "test",
    Rest: "rest",
    Connector: "connector",
    BlockLoad: "set line",
}
"""The kind of a line that begins with an element."""


@dataclass(frozen=True)
class Context:
    """What stands above the line: whether a scheme is open, a movement, a movement that already says how often."""

    scheme: bool = False
    movement: bool = False
    amount: bool = False
    tabata: bool = False
    example: bool = False
    """The line above ends by announcing an example."""
    results: bool = False
    """Results of other people stand above."""


type Reader = Callable[[str, list[Token], Context], list[Element]]
"""Reads the tokens of a line with what stands above it. Returns nothing, or raises Unread, if it is something else."""


@dataclass(frozen=True)
class ReadLine:
    """A line, its kind, and what it says, in order. Notes and unread lines say nothing."""

    text: str
    kind: LineKind
    elements: list[Element] = field(default_factory=list)
    doubtful: bool = False
    """A note that looks like training."""
    announces: Literal["", "example", "results"] = ""
    """What the lines below a note are, if they are no training."""
