"""Ruled tables cell by cell, with what a column may hold: ordinals, figures, signs."""

from __future__ import annotations

import re

from pipeline.extract.ocr import reading, regions, unit_cells
from pipeline.extract.ocr.glyphs import lone_sign
from pipeline.extract.ocr.grid import Grid, GridCell
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.number_cells import (
    ReadCell,
    doubt,
    figures_in_company,
    heads_group,
    is_figure_column,
    is_heading,
    is_ordinal_column,
    may_be_figures,
    ordinals_in_company,
    read_figures,
    read_ordinal,
    take_unread,
    take_unread_figure,
)
from pipeline.extract.ocr.ordinals import Count, misfits
from pipeline.extract.ocr.raster import around
from pipeline.extract.ocr.reading import Readers
from pipeline.extract.ocr.repair import repaired
from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable, PrintedWord

_SIGN_CONFIDENCE = 0.95
"""Of a sign told by its shape."""
_DECIMAL_COMMA, _DECIMAL_DOT = re.compile(r"\d[\d.]*,\d+%?"), re.compile(r"\d+\.(?:\d\d?|\d{4,})%?")
_MOST_ORDINAL = 5
"""Letters of the longest ordinal."""


def read_table(layout: Layout, index: int, readers: Readers) -> PrintedTable:
    """The table ``layout.tables[index]`` with the words of its cells."""
    table = layout.tables[index]
    once = Readers(readers.first)
    cells = [_read_cell(layout, index, number, cell, once) for number, cell in enumerate(table.cells)]
    for column in range(table.n_columns):
        members = [cell for cell in cells if cell.place.column == column]
        figures, rest = is_figure_column(members), members
        if column == 0 and is_ordinal_column(members):
            rest = _read_ordinals(layout, index, cells, members, readers)
        if figures:
            rest = _read_values(layout, index, rest, readers)
        for cell in rest:
            for row, words in zip(cell.rows, cell.words, strict=False):
                words[:] = reading.confirmed(layout, row, words, readers)
    doubt(_with_strange_points(cells))
    if readers.repair:
        _repair(cells)
    return _printed(layout, table, cells)


def _read_ordinals(
    layout: Layout, index: int, cells: list[ReadCell], members: list[ReadCell], readers: Readers
) -> list[ReadCell]:
    """Read the ordinals among the ``members`` of a column; returns its other cells."""
    for cell in members:
        take_unread(layout, index, cell)
    ordinals = [
        (cell, heads_group(cell, cells, members[number + 1 : number + 2]))
        for number, cell in enumerate(members)
        if cell.single and len(cell.text) <= _MOST_ORDINAL and not is_heading(cell)
    ]
    company = ordinals_in_company(layout, ordinals, readers)
    count = Count()
    for place, (cell, group) in enumerate(ordinals):
        read_ordinal(layout, cell, readers, count, group, company.get(place))
    counted = [cell for cell, group in ordinals if not group]
    doubt([counted[place] for place in misfits([cell.text for cell in counted])])
    done = {id(cell) for cell, _ in ordinals}
    return [cell for cell in members if id(cell) not in done]


def _read_values(layout: Layout, index: int, members: list[ReadCell], readers: Readers) -> list[ReadCell]:
    """Read the numbers among the ``members`` of a column of values; returns its other cells."""
    like = [cell for cell in members if cell.single and may_be_figures(cell)]
    for cell in members:
        if cell.place.row and cell.place.colspan == 1:
            take_unread_figure(layout, index, cell, like)
    values = [cell for cell in members if cell.single and may_be_figures(cell)]
    company = figures_in_company(layout, values, readers)
    for place, cell in enumerate(values):
        read_figures(layout, cell, readers, company.get(place))
    done = {id(cell) for cell in values}
    return [cell for cell in members if id(cell) not in done]


def _repair(cells: list[ReadCell]) -> None:
    """Proven slips in the words of cells."""
    for cell in cells:
        cell.words = [repaired(line) for line in cell.words]
    for heading in cells:
        if heading.place.row == 0 and unit_cells.heads_units(heading.text):
            column = [cell for cell in cells if cell.place.column == heading.place.column and cell.single]
            texts = [cell.text for cell in column]
            for cell in cells:
                if cell.place.column == heading.place.column and unit_cells.under_marks(cell.words):
                    cell.words = [[*cell.words[0], *cell.words[1]]]
                    column.append(cell)
            for cell in column:
                if cell is not heading:
                    cell.words[0] = unit_cells.settled(cell.words[0], texts)


def _read_cell(layout: Layout, table: int, number: int, cell: GridCell, readers: Readers) -> ReadCell:
    members = layout.patches_in(table, number)
    sign = lone_sign(layout.patches, layout.page.ink, members, layout.page.dpi) if len(members) else None
    if sign is not None:
        text, box = sign
        return ReadCell(cell, [], [[PrintedWord(text, layout.page.to_points(box), _SIGN_CONFIDENCE)]])
    rows = regions.rows(list(layout.cell(table, number)))
    read = [(row, reading.words_of(layout, row, readers)) for row in rows]
    read = [(row, words) for row, words in read if words]
    return ReadCell(cell, [row for row, _ in read], [words for _, words in read])


def _with_strange_points(cells: list[ReadCell]) -> list[ReadCell]:
    """Cells whose decimals stand behind a dot in a table that writes them behind commas: the tail of it may be lost."""
    if not any(_DECIMAL_COMMA.fullmatch(cell.text) for cell in cells):
        return []
    return [cell for cell in cells if _DECIMAL_DOT.fullmatch(cell.text)]


def _printed(layout: Layout, table: Grid, cells: list[ReadCell]) -> PrintedTable:
    page = layout.page
    rows, columns = (
        _kept(table.n_rows, cells, page.grey.shape[0], along=0),
        _kept(table.n_columns, cells, page.grey.shape[1], along=1),
    )
    printed = []
    for cell in cells:
        place = cell.place
        if place.row not in rows or place.column not in columns:
            continue
        printed.append(
            PrintedCell(
                place.row - rows.start,
                place.column - columns.start,
                tuple(PrintedLine(words=tuple(words), region="table") for words in cell.words if words),
                page.to_points(place.box),
                min(place.rowspan, rows.stop - place.row),
                min(place.colspan, columns.stop - place.column),
            )
        )
    kept = [cell.place.box for cell in cells if cell.place.row in rows and cell.place.column in columns]
    edges = sorted({box.x0 for box in kept} | {box.x1 for box in kept})
    points = 72 / page.dpi
    return PrintedTable(
        tuple(printed),
        len(rows),
        len(columns),
        page.to_points(around(kept)),
        tuple(round(edge * points, 2) for edge in edges),
    )


def _kept(count: int, cells: list[ReadCell], extent: int, along: int) -> range:
    """Rows (columns) of the table without empty ones at its ends that only the edge of the sheet closes."""
    first, last = 0, count - 1

    def empty(number: int) -> bool:
        return not any(c.text for c in cells if (c.place.row if along == 0 else c.place.column) == number)

    def edge(number: int, end: bool) -> bool:
        boxes = [c.place.box for c in cells if (c.place.row if along == 0 else c.place.column) == number]
        if not boxes:
            return False
        low, high = (boxes[0].y0, boxes[0].y1) if along == 0 else (boxes[0].x0, boxes[0].x1)
        return high > 0.96 * extent if end else low < 0.04 * extent

    at_start, at_end = edge(0, end=False), edge(count - 1, end=True)
    while at_start and first < last and empty(first):
        first += 1
    while at_end and last > first and empty(last):
        last -= 1
    return range(first, last + 1)
