"""Logical tables: parts on several pages merged, header rows found, rows split by a page break joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.document import BBox, Cell, Flow, Span, Table
from pipeline.extract.page_content import PrintedCell, PrintedTable
from pipeline.lexicon.columns import is_column_title, is_ordinal_title

_INDEX_CELL = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=\s*[\d()+\-/x* ]+)?")
_ORDINAL = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-zĐđ])[.)]?|[-–—+•*]")
_NUMBER = re.compile(r"[\d.,]+\s*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_HEADER = 90.0
_BESIDE = 20.0
"""Points that the text of a column may stand beside that of the same column on another page."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A printed cell and the spans that its lines took in the text."""

    cell: PrintedCell
    spans: tuple[Span, ...]
    page: int


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A printed table and the span that it took in the text."""

    table: PrintedTable
    cells: tuple[PlacedCell, ...]
    span: Span
    page: int


@dataclass(slots=True)
class LogicalTables:
    """Collects the tables of the pages in order and merges those that go on over a page break."""

    parts: list[list[PlacedTable]] = field(default_factory=list)
    _open: bool = False
    _fresh_page: bool = False

    def new_page(self) -> None:
        """A page begins: a table that ended the page before may go on."""
        self._fresh_page = True

    def interrupt(self) -> None:
        """Body text stands between: the table before is over."""
        self._open = False
        self._fresh_page = False

    def open(self, table: PrintedTable) -> tuple[int, PrintedTable]:
        """Index of the logical table that ``table`` belongs to, and the table with the columns of that one."""
        goes = False
        if self._open:
            table = under_columns(self.parts[-1][0].table, table)
            goes = goes_on(self.parts[-1][0].table, table) and (self._fresh_page or header_rows(table) > 0)
        if not goes:
            self.parts.append([])
        self._fresh_page = False
        return len(self.parts) - 1, table

    def add(self, index: int, placed: PlacedTable) -> None:
        """Add a part to its logical table."""
        self.parts[index].append(placed)
        self._open = True

    def finish(self, text: str) -> tuple[Table, ...]:
        """The logical tables of the document."""
        return tuple(merge(parts, text) for parts in self.parts)


def goes_on(first: PrintedTable, later: PrintedTable) -> bool:
    """True if ``later``, at the top of a page, continues ``first``: the same columns at the same places.

    A later table with a header of its own that differs from the first one's is a new table.
    """
    if first.n_columns != later.n_columns:
        return False
    header = header_rows(later)
    if header and not _same_header(first, later, header):
        return False
    if len(first.edges) == len(later.edges) and first.edges:
        width = max(first.edges) - min(first.edges)
        return all(abs(a - b) <= 0.04 * width for a, b in zip(first.edges, later.edges, strict=True))
    return True


def under_columns(first: PrintedTable, later: PrintedTable) -> PrintedTable:
    """``later`` with the columns of ``first`` under which its text stands, if both have no cell lines.

    A page without titles shows only those columns that hold something. Unchanged where the columns do not fit.
    """
    if first.ruled or later.ruled or later.n_columns >= first.n_columns or header_rows(later):
        return later
    wide, narrow = _extents(first), _extents(later)
    place = [shares.index(max(shares)) for box in narrow if (shares := [_shared(w, box) for w in wide])]
    fits = all(a < b for a, b in pairwise(place)) and all(
        _shared(wide[n], box) > -_BESIDE for n, box in zip(place, narrow, strict=True)
    )
    if not fits:
        return later
    cells = tuple(replace(cell, column=place[cell.column]) for cell in later.cells)
    return replace(later, cells=cells, n_columns=first.n_columns)


def _extents(table: PrintedTable) -> list[tuple[float, float]]:
    """Left and right end of what stands in each column."""
    boxes = [
        [c.bbox for c in table.cells if c.column == n and c.bbox is not None and c.colspan == 1]
        for n in range(table.n_columns)
    ]
    return [(min(b.x0 for b in column), max(b.x1 for b in column)) if column else (0.0, 0.0) for column in boxes]


def _shared(a: tuple[float, float], b: tuple[float, float]) -> float:
    """What two extents share; less than 0 for the distance between them."""
    return min(a[1], b[1]) - max(a[0], b[0])


def _same_header(first: PrintedTable, later: PrintedTable, rows: int) -> bool:
    """True if the top rows name the same columns; a slip of reading ("TT" and "TT L") does not make a new table."""
    ours, theirs = _folded(first, rows), _folded(later, rows)
    # another year is another table, however alike the rest
    return re.findall(r"\d", ours) == re.findall(r"\d", theirs) and fuzz.ratio(ours, theirs) >= _SAME_HEADER


def _folded(table: PrintedTable, rows: int) -> str:
    return "|".join("".join(text.lower().split()) for r in range(rows) for text in table.row(r))


def header_rows(table: PrintedTable) -> int:
    """Number of rows at the top that name the columns.

    The first row does if most of its cells are titles of columns ("TT", "Nội dung", "Đơn vị tính") or if it is bold
    and free of numbers; spanning cells take the rows below in; a row of column indices ("(1)", "A") below counts too.
    """
    if table.n_rows < 2 or not _is_header_row(table):
        return 0
    count = max((c.rowspan for c in table.cells if c.row == 0), default=1)
    count = next((row for row in range(1, count) if _has_values(table.row(row))), count)
    if count == 1 and any(c.colspan > 1 for c in table.cells if c.row == 0) and _names_columns(table, 1):
        count = 2
    while count < table.n_rows - 1 and _is_index_row(table.row(count)):
        count += 1
    return min(count, table.n_rows - 1)


def _is_header_row(table: PrintedTable) -> bool:
    texts = [t for t in table.row(0) if t]
    if len(texts) < 2 or any(_NUMBER.fullmatch(t) and not _YEAR.fullmatch(t) for t in texts):
        return False
    known = sum(1 for t in texts if is_column_title(t))
    if known >= 2 and (known * 2 >= len(texts) or is_ordinal_title(texts[0])):
        # behind "TT | Chỉ tiêu | ĐVT" may stand the names of all communes
        return True
    bold = [line.bold for c in table.cells if c.row == 0 for line in c.lines]
    body_bold = [line.bold for c in table.cells if c.row > 0 for line in c.lines]
    return bool(bold) and all(bold) and not all(body_bold) and known >= 1


def _has_values(texts: list[str]) -> bool:
    """Lone numbers, which no title is (a year may be one); a row of column indices has nothing else."""
    return not _is_index_row(texts) and any(_NUMBER.fullmatch(t) and len(t) != 4 for t in texts if t)


def _names_columns(table: PrintedTable, row: int) -> bool:
    """A second row under spanning titles, whose cells are words or years and whose first cell is no ordinal."""
    texts = table.row(row)
    return not texts[0] and any(texts) and not any(_NUMBER.fullmatch(t) and len(t) != 4 for t in texts if t)


def _is_index_row(texts: list[str]) -> bool:
    filled = [t for t in texts if t]
    return len(filled) >= max(2, len(texts) - 1) and all(_INDEX_CELL.fullmatch(t) for t in filled)


@dataclass(slots=True)
class _Merged:
    """A cell of the logical table while it grows."""

    row: int
    column: int
    spans: list[Span]
    page: int
    bbox: BBox | None
    rowspan: int
    colspan: int


def merge(parts: list[PlacedTable], text: str) -> Table:
    """One logical table of its parts; the repeated header is left out, a row split by a page break is joined."""
    first = parts[0].table
    header = header_rows(first)
    cells: list[_Merged] = []
    rows = 0
    for order, part in enumerate(parts):
        skip = 0
        if order:
            own = header_rows(part.table)
            skip = own if own and _same_header(first, part.table, own) else 0
        joined = order > 0 and _continues_row(cells, rows, part, skip)
        base = rows - skip - (1 if joined else 0)
        for placed in part.cells:
            if placed.cell.row < skip:
                continue
            _place(cells, placed, placed.cell.row + base)
        rows = part.table.n_rows + base
    return Table(
        cells=tuple(
            Cell(c.row, c.column, Flow.join(text, c.spans), c.page, c.bbox, c.rowspan, c.colspan)
            for c in sorted(cells, key=lambda c: (c.row, c.column))
        ),
        n_rows=rows,
        n_columns=first.n_columns,
        header_rows=header,
        spans=tuple(part.span for part in parts),
        pages=tuple(dict.fromkeys(part.page for part in parts)),
        ruled=first.ruled,
    )


def _place(cells: list[_Merged], placed: PlacedCell, row: int) -> None:
    for cell in cells:
        if cell.row == row and cell.column == placed.cell.column:
            cell.spans.extend(placed.spans)
            return
    c = placed.cell
    cells.append(_Merged(row, c.column, list(placed.spans), placed.page, c.bbox, c.rowspan, c.colspan))


def _continues_row(cells: list[_Merged], rows: int, part: PlacedTable, skip: int) -> bool:
    """True if the first body row of ``part`` is the rest of the last row before the page break.

    It has no ordinal of its own, and either no name in the second column too, or what it holds goes on in lower case
    under a filled cell.
    """
    texts = part.table.row(skip) if skip < part.table.n_rows else []
    if not any(texts) or (texts[0] and _ORDINAL.fullmatch(texts[0])) or texts[0]:
        return False
    last = {c.column for c in cells if c.row == rows - 1 and c.spans}
    filled = [(column, t) for column, t in enumerate(texts) if t]
    if len(texts) > 2 and not texts[1]:
        return filled[0][0] in last
    return all(column in last for column, _ in filled) and any(t[0].islower() for _, t in filled)
