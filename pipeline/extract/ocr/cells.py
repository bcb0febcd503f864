"""Ruled tables cell by cell, with what a column may hold: ordinals, figures, signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extract.ocr import digits, lines, numbers, reading, regions, unit_cells
from pipeline.extract.ocr.glyphs import lone_sign
from pipeline.extract.ocr.grid import Grid, GridCell
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.ordinals import STROKES, Count, misfits
from pipeline.extract.ocr.raster import Pixels, around
from pipeline.extract.ocr.reading import Readers
from pipeline.extract.ocr.repair import repaired
from pipeline.extract.ocr.strokes import leading_strokes
from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable, PrintedWord

_FIGURE_SHARE = 0.6
"""Share of the cells of a column that must look like numbers for it to be a number column."""
_FAINT = 0.65
"""Confidence of the first reading below which a number is doubtful though both models agree on it."""
_SIGN_CONFIDENCE, _UNREAD_CONFIDENCE = 0.95, 0.5
"""Of a sign told by its shape, and of an ordinal that was read only when nothing but ordinals was allowed."""
_ROMAN_FIGURES = "IVX"
_DECIMAL_COMMA, _DECIMAL_DOT = re.compile(r"\d[\d.]*,\d+%?"), re.compile(r"\d+\.(?:\d\d?|\d{4,})%?")
_ORDINAL_HEADING = re.compile(r"(?:S?TT|Số\s*TT|Stt|STT\.?)", re.IGNORECASE)


_SPECKS = " |_.,:;'`-"
_MOST_STROKES = 3
_ONES = frozenset("1Il")


@dataclass(slots=True)
class _Cell:
    """A cell while it is being read: its lines of words, and the pieces that they were read from."""

    place: GridCell
    rows: list[tuple[Piece, ...]]
    words: list[list[PrintedWord]]

    @property
    def text(self) -> str:
        return " ".join(word.text for line in self.words for word in line)

    @property
    def single(self) -> bool:
        """One line in a cell that spans nothing."""
        return len(self.words) == 1 and self.place.colspan == 1 and bool(self.rows)


def read_table(layout: Layout, index: int, readers: Readers) -> PrintedTable:
    """The table ``layout.tables[index]`` with the words of its cells."""
    table = layout.tables[index]
    once = Readers(readers.first)
    cells = [_read_cell(layout, index, number, cell, once) for number, cell in enumerate(table.cells)]
    for column in range(table.n_columns):
        members = [cell for cell in cells if cell.place.column == column]
        figures = _is_figure_column(members)
        ordinals = column == 0 and _is_ordinal_column(members)
        count = Count()
        counted: list[_Cell] = []
        for number, cell in enumerate(members):
            if ordinals:
                _take_unread(layout, index, cell)
            if ordinals and cell.single and len(cell.text) <= 5 and not _is_heading(cell):
                group = _heads_group(cell, cells, members[number + 1 : number + 2])
                _read_ordinal(layout, cell, readers, count, group)
                counted += [] if group else [cell]
            elif figures and cell.single and _may_be_figures(cell):
                _read_figures(layout, cell, readers)
            else:
                for row, words in zip(cell.rows, cell.words, strict=False):
                    words[:] = reading.confirmed(layout, row, words, readers)
        _doubt([counted[place] for place in misfits([cell.text for cell in counted])])
    _doubt(_with_strange_points(cells))
    if readers.repair:
        _repair(cells)
    return _printed(layout, table, cells)


def _repair(cells: list[_Cell]) -> None:
    """Proven slips in the words of cells."""
    for cell in cells:
        cell.words = [repaired(line) for line in cell.words]
    for heading in cells:
        if heading.place.row == 0 and unit_cells.heads_units(heading.text):
            column = [cell for cell in cells if cell.place.column == heading.place.column and cell.single]
            texts = [cell.text for cell in column]
            for cell in column:
                if cell is not heading:
                    cell.words[0] = unit_cells.settled(cell.words[0], texts)


def _read_cell(layout: Layout, table: int, number: int, cell: GridCell, readers: Readers) -> _Cell:
    members = layout.patches_in(table, number)
    sign = lone_sign(layout.patches, layout.page.ink, members, layout.page.dpi) if len(members) else None
    if sign is not None:
        text, box = sign
        return _Cell(cell, [], [[PrintedWord(text, layout.page.to_points(box), _SIGN_CONFIDENCE)]])
    rows = regions.rows(list(layout.cell(table, number)))
    read = [(row, reading.words_of(layout, row, readers)) for row in rows]
    read = [(row, words) for row, words in read if words]
    return _Cell(cell, [row for row, _ in read], [words for _, words in read])


def _take_unread(layout: Layout, table: int, cell: _Cell) -> None:
    """A line of an ordinal cell in which nothing was read (a lone "I" is no word to the models) is read again."""
    if cell.words:
        return
    rows = regions.rows(list(layout.cell(table, layout.tables[table].cells.index(cell.place))))
    if len(rows) == 1:
        cell.rows[:], cell.words[:] = rows, [[]]


def _is_figure_column(cells: list[_Cell]) -> bool:
    filled = [cell.text.replace(" ", "") for cell in cells if cell.single]
    return len(filled) >= 2 and sum(map(numbers.looks_numeric, filled)) >= _FIGURE_SHARE * len(filled)


def _is_ordinal_column(cells: list[_Cell]) -> bool:
    if any(_ORDINAL_HEADING.fullmatch(cell.text.strip()) for cell in cells[:2]):
        return True
    filled = [cell.text for cell in cells if cell.single]
    return len(filled) >= 2 and sum(len(text) <= 4 for text in filled) >= 0.8 * len(filled)


def _may_be_figures(cell: _Cell) -> bool:
    """True for a number, or for so few letters in a number column that they may be a misread one ("B" for 5)."""
    plain = cell.text.replace(" ", "")
    return numbers.looks_numeric(plain) or (len(plain) <= 2 and cell.place.row > 0)


def _read_figures(layout: Layout, cell: _Cell, readers: Readers) -> None:
    """Read a cell of a number column again as a number, by both models."""
    first = _again(layout, cell, readers, numbers.FIGURES, second=False)
    plain = cell.text.replace(" ", "")
    if not first:
        first = plain
    if readers.second is None:
        _settle(cell, first, doubtful=False)
        return
    second = _again(layout, cell, readers, numbers.FIGURES, second=True)
    ink = numbers.shape(layout.patches, list(cell.rows[0]))
    signs = numbers.separators(layout.patches, list(cell.rows[0]))
    settled = numbers.settle(first, second, ink, signs)
    if settled.doubtful and numbers.is_value(plain) and plain in (first, second):
        settled = replace(settled, text=plain)
    if not any(letter.isdigit() for letter in settled.text):
        return
    # what was first taken for letters, or was hardly seen, is not sure though both models agree
    unsure = min(word.confidence for word in cell.words[0]) < _FAINT or not any(c.isdigit() for c in plain)
    _settle(cell, settled.text, settled.doubtful or unsure or digits.denied(settled.text, _image(layout, cell)))


def _with_strange_points(cells: list[_Cell]) -> list[_Cell]:
    """Cells whose decimals stand behind a dot in a table that writes them behind commas: the tail of it may be lost."""
    if not any(_DECIMAL_COMMA.fullmatch(cell.text) for cell in cells):
        return []
    return [cell for cell in cells if _DECIMAL_DOT.fullmatch(cell.text)]


def _doubt(cells: list[_Cell]) -> None:
    for cell in cells:
        cell.words = [[replace(word, doubtful=True) for word in line] for line in cell.words]


def _is_heading(cell: _Cell) -> bool:
    """True for the heading of the ordinal column: it stands in the first row and says what it is, or says little."""
    return cell.place.row == 0 and (len(cell.text) > 1 or not numbers.is_ordinal(cell.text))


def _heads_group(cell: _Cell, cells: list[_Cell], following: list[_Cell]) -> bool:
    """True if nothing but a title stands in the row of an ordinal: "II  LĨNH VỰC XÃ HỘI".

    A title in small letters is one where the count begins anew in the row ``following`` it, and does not here.
    """
    row = [other for other in cells if other.place.row == cell.place.row and other.place.column]
    filled = [other for other in row if len(other.text.strip(_SPECKS)) > 1]
    if len(filled) != 1 or filled[0].place.column != 1:
        return False
    begins_anew = bool(following) and following[0].text.strip(_SPECKS) in _ONES
    return len(row) == 1 or filled[0].text.isupper() or (begins_anew and len(row) > 1)


def _read_ordinal(layout: Layout, cell: _Cell, readers: Readers, count: Count, group: bool) -> None:
    """Settle a cell of the ordinal column from its readings, with and without what an ordinal may hold."""
    readings = [cell.text.replace(" ", "")]
    if not (numbers.is_ordinal(readings[0]) and not any(c.isdigit() for c in readings[0]) and len(readings[0]) > 1):
        readings.insert(0, _again(layout, cell, readers, numbers.ORDINALS, second=False))
        if readers.second is not None:
            readings.append(_again(layout, cell, readers, numbers.ORDINALS, second=True))
    if not count.continued_by(readings, group):
        only = _ROMAN_FIGURES if group else numbers.DIGITS
        readings += [_again(layout, cell, readers, only, second) for second in (False, True)]
    counted = leading_strokes(_image(layout, cell)) if group else 0
    if 0 < counted <= _MOST_STROKES and all(set(reading) <= STROKES for reading in readings):
        readings.insert(0, "I" * counted)
    readings.sort(key=lambda reading: not numbers.is_ordinal(reading))
    if not numbers.is_ordinal(readings[0]) and not group:
        _doubt([cell])
        return
    settled = count.settle(readings, group)
    settled = replace(settled, doubtful=settled.doubtful or digits.denied(settled.text, _image(layout, cell)))
    if settled.text and not cell.words[0]:
        box = layout.page.to_points(around([piece.box for piece in cell.rows[0]]))
        if numbers.is_ordinal(settled.text):
            cell.words[0] = [PrintedWord(settled.text, box, _UNREAD_CONFIDENCE, None, settled.doubtful)]
    elif settled.text:
        _settle(cell, settled.text, settled.doubtful)


def _again(layout: Layout, cell: _Cell, readers: Readers, letters: str, second: bool) -> str:
    engine = readers.second if second and readers.second is not None else readers.first
    return "".join(word.text for word in engine.line(_image(layout, cell), layout.page.dpi, letters))


def _image(layout: Layout, cell: _Cell) -> Pixels:
    """The grey picture of the first line of a cell."""
    group = list(cell.rows[0])
    area = around([piece.box for piece in group])
    image, _ = lines.crop(layout.page.grey, layout.patches, group, area, layout.page.dpi)
    return image


def _settle(cell: _Cell, text: str, doubtful: bool) -> None:
    """Make ``text`` the one word of the cell; what was read before is kept where it differs."""
    words = cell.words[0]
    before = " ".join(word.text for word in words)
    box = PrintedLine(tuple(words)).bbox or words[0].bbox
    confidence = min(word.confidence for word in words)
    cell.words[0] = [PrintedWord(text, box, confidence, before if before != text else None, doubtful)]


def _printed(layout: Layout, table: Grid, cells: list[_Cell]) -> PrintedTable:
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


def _kept(count: int, cells: list[_Cell], extent: int, along: int) -> range:
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
