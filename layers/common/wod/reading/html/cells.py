"""Lay out the cells of a table: which lines each has, and which columns it is in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wod.errors import BadInput

_MOST_SPANNED = 1_000_000
"""Limit of columns and rows that the cells of one table may span together."""

_WIDEST, _TALLEST = 1000, 65_534  # the limits that browsers have


@dataclass(slots=True)
class Cell:
    """A cell with its size as the page states it; `column` is set when the table is laid out."""

    start: int
    """The place of its first line on the page."""
    texts: int
    """The number of lines with text before it on the page."""
    width: int
    height: int
    column: int = 0


@dataclass(slots=True)
class Row:
    """A row: its cells, the place of the first line after it, and the number of lines with text before that."""

    cells: list[Cell] = field(default_factory=list)
    end: int = 0
    texts: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """The lines of a cell by their places, and the number of those with text."""

    start: int
    end: int
    texts: int
    column: int
    width: int
    height: int


def cell_of(place: int, texts: int, attributes: dict[str, str]) -> Cell:
    """Return the cell that starts before the line `place`, after this many lines with text, as wide as it says."""
    width, height = (_span(attributes.get(name, "")) for name in ("colspan", "rowspan"))
    return Cell(place, texts, min(width or 1, _WIDEST), height or _TALLEST)


def contents(row: Row) -> Iterator[Content]:
    """Yield the lines of each cell of a row."""
    cells = row.cells
    for place, cell in enumerate(cells):
        following = cells[place + 1] if place + 1 < len(cells) else None
        end, texts = (following.start, following.texts) if following else (row.end, row.texts)
        yield Content(cell.start, end, texts - cell.texts, cell.column, cell.width, cell.height)


def placed(rows: list[Row], named: Callable[[list[Content]], str]) -> list[Row]:
    """Return the rows with the column of each cell set; cells of the rows above may reach down into a row.

    Raise BadInput if they span too many columns or rows; `named` gives the beginning of a row, for the message.
    """
    steps = 0
    reaching: dict[int, int] = {}  # by column, the number of rows that a cell above still reaches down
    for row in rows:
        column = 0
        new: dict[int, int] = {}
        for cell in row.cells:
            while column in reaching:
                column += 1
            cell.column = column
            if cell.height > 1:
                new.update(dict.fromkeys(range(column, column + cell.width), cell.height))
            column += cell.width
            steps += cell.width
        reaching = {place: left - 1 for place, left in (reaching | new).items() if left > 1}
        steps += len(reaching)
        if steps > _MOST_SPANNED:
            raise BadInput(
                f"The table that begins “{named([*contents(rows[0])])}” has cells that span too many "
                "columns or rows; repair its colspan and rowspan."
            )
    return rows


def _span(text: str) -> int:
    """Return the number of columns or rows; 1 if it is not a number, as in a browser. `rowspan=0` is all rows."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(int(text[:6]), _TALLEST)
