"""The tables of tables.toml: bars, discs and their colours, and how lifts and repetitions relate.

`python -m wod.lifting.tables` writes them into the page's loads.js.
"""

import json
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import rtoml

from wod.shape import Shape

type Unit = Literal["kg", "lb"]

SCRIPT = Path(__file__).parent.parent / "site" / "static" / "loads.js"

_TABLES = Path(__file__).parent / "tables.toml"
_BEGIN, _END = "/* begin of tables.toml */\n", "\n/* end of tables.toml */"


class Gym(Shape):
    """A bar, and discs in sufficient number."""

    bar: float
    plates: list[float]


class Relative(Shape):
    """A lift that another can be estimated from."""

    of: str
    percent: int
    source: str


class Tables(Shape):
    """The tables, by unit, by repetitions and by lift."""

    gyms: dict[Unit, Gym]
    colours: dict[Unit, dict[str, str]]
    percent_of_1rm: dict[int, int]
    estimates: dict[str, list[Relative]]


@cache
def tables() -> Tables:
    """Return the tables."""
    return msgspec.convert(rtoml.loads(_TABLES.read_text(encoding="utf-8")), Tables, str_keys=True)


def with_tables(script: str) -> str:
    """Return the script with new tables between the two comments that name them."""
    before, begin, rest = script.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not end:
        raise ValueError("the script has no place for the tables")
    shown = msgspec.to_builtins(tables())
    for relatives in shown["estimates"].values():
        for relative in relatives:
            del relative["source"]  # for readers of the tables
    as_json = json.dumps(shown, ensure_ascii=False)
    return f"{before}{begin}export const TABLES = {as_json};{end}{after}"


if __name__ == "__main__":
    SCRIPT.write_text(with_tables(SCRIPT.read_text(encoding="utf-8")), encoding="utf-8")
