"""Turn the cells of a table into lines: a day per column, a day or a part per row, or one line per row."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from copy import replace
from dataclasses import dataclass
from itertools import pairwise

from wod.errors import BadInput
from wod.reading.html.cells import Content, Row, cell_of, contents, placed
from wod.reading.html.columns import Column, columns_named, in_notation
from wod.reading.html.drafts import LineDraft, joined, limit
from wod.reading.html.labels import names_day, names_part, names_week

_DAYS_OF_A_HEADER = 2
_PARTS_OF_A_HEADER = 2
_LOOKED_AT = 3  # lines of a cell, to find its first text
_SHOWN = 60  # characters

# `5 x 5`, `@ 75%`, `3 sets` continue the cell before them: no word of five letters follows the number.
_AMOUNT = re.compile(r"[@x×~≈+(]{0,2}\s?\d(?!.*[^\W\d_]{5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines that replace those from `start` up to, not including, `end`; `more_texts` of them with text are added."""

    start: int
    end: int
    lines: list[LineDraft]
    more_texts: int


class Table:
    """A table that is being read: takes its cells in the order of the page, and gives the edits when it ends."""

    def __init__(self, *, is_row: bool = False) -> None:
        self.is_row = is_row
        """True if it is a row without a table around it."""
        self._rows: list[Row] = []
        self._is_open = False

    @property
    def has_open_row(self) -> bool:
        """Return whether a row has started and not ended."""
        return self._is_open

    def start_row(self) -> None:
        """Start a row, which is open until it ends."""
        self._rows.append(Row())
        self._is_open = True

    def start_cell(self, place: int, texts: int, attributes: dict[str, str]) -> None:
        """Start a cell in the last row, before the line `place` and after this many texts of the page."""
        self._rows[-1].cells.append(cell_of(place, texts, attributes))

    def end_row(self, place: int, texts: int) -> None:
        """End the open row, before the line `place` and after this many texts of the page."""
        self._rows[-1].end, self._rows[-1].texts = place, texts
        self._is_open = False

    def edits(self, lines: list[LineDraft]) -> Iterator[Edit]:
        """Yield the replacements for the table's lines, in order.

        Raise BadInput for a table of days whose cells do not all belong to a day.
        """
        reader = _Reader(lines)
        rows = [list(contents(row)) for row in self._rows if row.cells]
        headers = [place for place, row in enumerate(rows) if len(row) > 1 and reader.days_in(row) >= _DAYS_OF_A_HEADER]
        if headers or any(map(reader.columns_of, rows)) or any(map(reader.parts_of, rows)):
            rows = [list(contents(row)) for row in placed([row for row in self._rows if row.cells], reader.named)]
        first = headers[0] if headers else len(rows)
        yield from reader.row_by_row(rows[:first])
        for header, end in pairwise([*headers, len(rows)]):
            yield reader.column_by_column(rows[header], rows[header + 1 : end])


class _Reader:
    """Reader of the rows of one table."""

    def __init__(self, lines: list[LineDraft]) -> None:
        self._lines = lines

    def days_in(self, row: list[Content]) -> int:
        return sum(self._is_day(cell) for cell in row)

    def row_by_row(self, rows: list[list[Content]]) -> Iterator[Edit]:
        """Yield each row as one line, or as the lines of its cells below the day or the part in its first cell."""
        below = 0  # rows that still belong to the last day or part
        columns: dict[int, Column] = {}
        parts: dict[int, Content] = {}
        is_below_movement = False
        for row, following in zip(rows, [*rows[1:], []], strict=False):
            start, end = row[0].start, row[-1].end
            texts = sum(cell.texts for cell in row)
            label, *others = row
            if following and self._is_day(following[0]) and (named := self.parts_of(row)):
                parts = named
                yield Edit(start, end, self._all(label), label.texts - texts)
                continue
            header = self.columns_of(row)
            columns = header or columns
            is_labelled = not header and texts > label.texts and (self._is_day(label) or self._is_part(label, row))
            if is_labelled:
                below, is_below_movement = label.height, False
            cells = others if is_labelled else row
            text = ""
            if columns and not header and all(cell.texts <= 1 for cell in cells):
                text = in_notation(self._by_column(cells), columns, is_below_movement=is_below_movement)
                is_below_movement = bool(text)
            if below > 0:
                new = [replace(joined(self._lines[cells[0].start : end]), text=text)] if text else []
                new = new or (self._in_parts(cells, parts) if parts and is_labelled else self._below(cells))
                new = [*(self._heading(label) if is_labelled else []), *new]
                yield Edit(start, end, new, sum(bool(line.text) for line in new) - texts)
            elif end - start > 1 and all(cell.texts <= 1 for cell in row):
                line = joined(self._lines[start:end])
                yield Edit(start, end, [replace(line, text=text) if text else line], min(texts, 1) - texts)
            below -= 1

    def column_by_column(self, header: list[Content], rows: list[list[Content]]) -> Edit:
        """Return the columns of the days one after another, each with its heading and its cells."""
        has_labels = not self._is_day(header[0])
        days = header[1:] if has_labels else header
        starts = [day.column for day in days]
        found: list[list[LineDraft]] = [self._heading(day) if day.texts else self._all(day) for day in days]
        size, texts = 0, sum(cell.texts for row in [header, *rows] for cell in row)
        weeks = 0
        above = self._all(header[0]) if has_labels else []
        for row in rows:
            is_label = has_labels and row[0].column == header[0].column and row[0].column + row[0].width <= starts[0]
            label = row[0] if is_label else None
            weeks += label is not None and names_week(self.text_of(label))
            if label and not any(cell.texts for cell in row[1:]):
                above += self._all(label)  # it is of no day
            for cell in row:
                if cell is label:
                    continue
                first = max(bisect_right(starts, cell.column) - 1, 0)
                if cell.texts and (cell.column + cell.width <= starts[0] or not self._is_day(days[first])):
                    raise self._refusal(header, f"“{self.text_of(cell)[:_SHOWN]}” stands in a column without a day")
                if cell.texts and cell.column >= days[-1].column + days[-1].width:
                    raise self._refusal(header, f"“{self.text_of(cell)[:_SHOWN]}” is after the last day")
                new = self._labelled(label, cell)
                for place in range(first, bisect_right(starts, cell.column + cell.width - 1)):
                    size += len(new)
                    limit("lines", size)
                    found[place].extend(new)
        if weeks > 1:
            raise self._refusal(header, f"its rows are {weeks} weeks")
        new = [*above, *(line for column in found for line in column)]
        start, end = header[0].start, (rows[-1] if rows else header)[-1].end
        return Edit(start, end, new, sum(bool(line.text) for line in new) - texts)

    def columns_of(self, row: list[Content]) -> dict[int, Column]:
        """Return the columns that a row names."""
        return columns_named([self.text_of(cell) for cell in row])

    def parts_of(self, row: list[Content]) -> dict[int, Content]:
        """Return the columns of a row that only names parts or halves of the day, `Day`, `AM`, `PM`; else none."""
        label, *others = row
        are_parts = len(others) >= _PARTS_OF_A_HEADER and all(names_part(self.text_of(cell)) for cell in others)
        are_parts = are_parts and not self._is_day(label) and all(cell.texts <= 1 for cell in row)
        return {cell.column: cell for cell in others} if are_parts else {}

    def _in_parts(self, cells: list[Content], parts: dict[int, Content]) -> list[LineDraft]:
        """Return the lines of a day's cells, each below the name of its column."""
        return [
            line
            for cell in cells
            for line in [*(self._heading(parts[cell.column]) if cell.texts and cell.column in parts else []),
                         *self._below([cell])]
        ]  # fmt: skip

    def _by_column(self, cells: list[Content]) -> list[str]:
        """Return the texts of cells at the places of their columns; cells that reach down have none."""
        texts = [""] * (cells[-1].column + 1)
        for cell in cells:
            texts[cell.column] = joined(self._all(cell)).text
        return texts

    def text_of(self, cell: Content) -> str:
        """Return the first text in a cell."""
        near = self._lines[cell.start : min(cell.end, cell.start + _LOOKED_AT)]
        return next((line.text for line in near if line.text), "")

    def named(self, row: list[Content]) -> str:
        return " ".join(filter(None, map(self.text_of, row[:8])))[:_SHOWN]

    def _is_day(self, cell: Content) -> bool:
        return names_day(self.text_of(cell))

    def _is_part(self, cell: Content, row: list[Content]) -> bool:
        """Return whether the cell is the name of a part, and not of a column: `Lift`, `Sets`, `Reps`."""
        if cell.texts != 1 or not names_part(self.text_of(cell)):
            return False
        return not all(line.heading for other in row for line in self._all(other) if line.text)

    def _all(self, cell: Content) -> list[LineDraft]:
        return self._lines[cell.start : cell.end]

    def _heading(self, cell: Content) -> list[LineDraft]:
        return [replace(joined(self._all(cell)), heading=True)] if cell.texts == 1 else self._all(cell)

    def _below(self, cells: list[Content]) -> list[LineDraft]:
        """Return the lines of the cells; an amount in a cell of its own is joined to the line before it."""
        found: list[LineDraft] = []
        goes_on = False
        for cell in cells:
            new = self._all(cell)
            if cell.texts == 1:
                new = [joined(new)]
                if goes_on and _AMOUNT.match(new[0].text):
                    new = [joined([found.pop(), *new])]
            if cell.texts:
                goes_on = cell.texts == 1
            found.extend(new)
            goes_on = goes_on and bool(cell.texts)
        return found

    def _labelled(self, label: Content | None, cell: Content) -> list[LineDraft]:
        """Return a cell's lines below the name of its row; a row of one movement, `Snatch`, is read as one line."""
        lines = self._below([cell])
        if label is None or not label.texts or not cell.texts:
            return lines
        above = joined(self._all(label))
        if cell.texts > 1 or names_part(above.text) or names_day(above.text) or above.text.strip(" .)#").isdigit():
            return [replace(above, heading=True), *lines]
        return [joined([above, *lines])]

    def _refusal(self, header: list[Content], problem: str) -> BadInput:
        return BadInput(
            f"The table that begins “{self.named(header)}” has a day in each column, but {problem}; "
            "give each column its weekday, or write the days below one another."
        )
