"""Tables and blanks that only lay out a Word page: letterhead and closing block as halves of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.document import Region
from pipeline.extract.blanks import halves
from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable
from pipeline.lexicon.fold import fold

SIDES: tuple[tuple[int, Region], ...] = ((0, "left"), (1, "right"))
_NUMBER = re.compile(r"\bso ?:")
_DATE = re.compile(r"\bngay.{0,12}\bthang.{0,12}\bnam\b")


def filled(cells: Sequence[PrintedCell]) -> list[PrintedCell]:
    """The cells without the rows and columns in which nothing stands, which only make room."""
    rows = sorted({c.row for c in cells if c.content})
    columns = sorted({c.column for c in cells if c.content})
    return [
        replace(
            c,
            row=rows.index(c.row),
            column=columns.index(c.column),
            rowspan=max(1, sum(c.row <= r < c.row + c.rowspan for r in rows)),
            colspan=max(1, sum(c.column <= x < c.column + c.colspan for x in columns)),
        )
        for c in cells
        if c.row in rows and c.column in columns
    ]


def laid_out(cells: Sequence[PrintedCell]) -> Iterator[PrintedLine | PrintedTable]:
    """A table; a frame without rules that lays out the letterhead or the closing block gives halves of lines."""
    cells = filled(cells)
    if not cells:
        return
    rows, columns = 1 + max(c.row for c in cells), max(c.column + c.colspan for c in cells)
    if columns == 1 or (rows == 1 and columns == 2 and not lays_out(cells)):  # a frame around text
        yield from (line for cell in cells for line in cell.lines)
    elif columns == 2 and lays_out(cells):
        below = next((c.row for c in cells if c.colspan == 2), rows)
        for column, region in SIDES:
            for cell in cells:
                if cell.column == column and cell.row < below:
                    yield from (replace(line, region=region) for line in cell.lines)
        yield from (line for cell in cells if cell.row >= below for line in cell.lines)
    else:
        above, cells = titles(cells)
        yield from above
        rows, columns = 1 + max(c.row for c in cells), max(c.column + c.colspan for c in cells)
        yield PrintedTable(tuple(cells), rows, columns)


def titles(cells: Sequence[PrintedCell]) -> tuple[list[PrintedLine], list[PrintedCell]]:
    """Titles above the columns that were typed into the table, and the cells below them.

    A title is a first row with one filled cell that takes half of the columns or more.
    """
    columns = max(c.column + c.colspan for c in cells)
    lines: list[PrintedLine] = []
    rest = list(cells)
    while len({c.row for c in rest}) > 2:
        top = min(c.row for c in rest)
        first = [c for c in rest if c.row == top and c.content]
        if len(first) != 1 or first[0].colspan * 2 < columns or first[0].rowspan > 1:
            break
        lines.extend(first[0].lines)
        rest = [c for c in rest if c.row != top]
    return lines, filled(rest)


def lays_out(cells: Sequence[PrintedCell]) -> bool:
    """Two columns with the nation's name and motto, the number and date, or the recipients and the signature."""
    texts = [fold(cell.content) for cell in cells]
    head = any("cong hoa xa hoi chu nghia" in t or "dang cong san viet nam" in t for t in texts)
    number = any(_NUMBER.search(t) for t in texts) and any(_DATE.search(t) for t in texts)
    return head or number or any(t.lstrip().startswith(("noi nhan", "noi gui")) for t in texts)


def taken_apart(items: Iterable[PrintedLine | PrintedTable]) -> Iterator[PrintedLine | PrintedTable]:
    """The items with letterheads and closing blocks that are set apart by blanks or tabs taken into their halves."""
    for is_body, group in groupby(items, key=lambda item: isinstance(item, PrintedLine) and item.region == "body"):
        if not is_body:
            yield from group
            continue
        lines = [item for item in group if isinstance(item, PrintedLine)]
        for piece in halves([line.text for line in lines]):
            yield replace(lines[piece.line], text=piece.text, region=piece.region)
