"""Workbooks -> the tables of their sheets, hidden sheets, rows and columns left out as they are in print."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import BadInputError, EncryptedError
from pipeline.extract.legacy import to_unicode
from pipeline.extract.page_content import PageContent, PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.sheets.formats import shown
from pipeline.extract.sheets.layout import sheet_items
from pipeline.extract.word.layout import taken_apart
from pipeline.extract.word.package import DAMAGE, check_package

_MOST = 2_000_000
"""Cells of one sheet, empty ones between filled ones counted."""


@dataclass(slots=True)
class _Left:
    """What was left out of a workbook because it does not print."""

    sheets: int = 0
    rows: int = 0
    columns: int = 0
    formulas: int = 0

    def count(self, used: set[tuple[int, int]], rows: set[int], columns: set[int]) -> None:
        """Add the hidden rows and columns of a sheet that hold something; ``used``: the places of its cells."""
        self.rows += len({r for r, _ in used} & rows)
        self.columns += len({c for _, c in used} & columns)

    def reason(self) -> str:
        """What is said of the page."""
        said = [
            f"{count} {what}"
            for count, what in (
                (self.sheets, "hidden sheets"), (self.rows, "hidden rows"), (self.columns, "hidden columns"),
                (self.formulas, "formulas without a stored result"),
            )
            if count
        ]  # fmt: skip
        return "spreadsheet" + (f"; left out: {', '.join(said)}" if said else "")


def read_xlsx(path: Path, data: bytes) -> PageContent:
    """The sheets of an Excel file as they print. Formulas count with the results that Excel has stored.

    Raises BadInputError or EncryptedError.
    """
    import openpyxl

    check_package(path, data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    except DAMAGE as error:
        raise _damaged(path) from error
    left = _Left()
    items: list[PrintedLine | PrintedTable] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            left.sheets += 1
            continue
        items.extend(sheet_items(_xlsx_cells(path, sheet, formulas[sheet.title] if formulas else None, left)))
    return _content(items, left)


def _has_formulas(data: bytes) -> bool:
    """True if a sheet holds formulas: only then is the workbook read a second time, to find those without a result."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.startswith("xl/worksheets/") and n.endswith(".xml")]
        return any(b"<f>" in archive.read(n) or b"<f " in archive.read(n) for n in names)


def _xlsx_cells(path: Path, sheet: Any, formulas: Any, left: _Left) -> list[PrintedCell]:
    if sheet.max_row * sheet.max_column > _MOST:
        raise BadInputError(f"{path.name}: the sheet {sheet.title} is too large.", "Give the part that is needed.")
    rows = {n for n, d in sheet.row_dimensions.items() if d.hidden}
    columns: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            columns.update(range(dimension.min, dimension.max + 1))
    spans = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    used: set[tuple[int, int]] = set()
    cells: list[PrintedCell] = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                if formulas is not None and formulas[cell.coordinate].data_type == "f":
                    left.formulas += 1
                continue
            used.add((cell.row, cell.column))
            last = spans.get((cell.row, cell.column), (cell.row, cell.column))
            down = [r for r in range(cell.row, last[0] + 1) if r not in rows]
            across = [c for c in range(cell.column, last[1] + 1) if c not in columns]
            if down and across:
                text = to_unicode(shown(cell.value, cell.number_format), cell.font.name)
                lines = _lines(text, bold=bool(cell.font.b))
                cells.append(PrintedCell(down[0], across[0], lines, None, len(down), len(across)))
    left.count(used, rows, columns)
    return cells


def read_xls(path: Path, data: bytes) -> PageContent:
    """The sheets of an Excel file of before 2007 as they print.

    Raises BadInputError or EncryptedError.
    """
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypt" in str(error).lower():
            raise EncryptedError(f"{path.name} asks for a password.", "Save a copy without a password.") from error
        raise _damaged(path) from error
    except (*DAMAGE, AssertionError) as error:
        raise _damaged(path) from error
    left = _Left()
    items: list[PrintedLine | PrintedTable] = []
    for sheet in book.sheets():
        if sheet.visibility:
            left.sheets += 1
            continue
        items.extend(sheet_items(list(_xls_cells(book, sheet, left))))
    return _content(items, left)


def _xls_cells(book: Any, sheet: Any, left: _Left) -> Iterator[PrintedCell]:
    rows = {n for n, info in sheet.rowinfo_map.items() if info.hidden}
    columns = {n for n, info in sheet.colinfo_map.items() if info.hidden}
    spans = {(r0, c0): (r1, c1) for r0, r1, c0, c1 in sheet.merged_cells}
    used: set[tuple[int, int]] = set()
    for r in range(sheet.nrows):
        for c in range(len(sheet.row(r))):
            value = _xls_value(book, sheet.cell(r, c))
            if value is None:
                continue
            used.add((r, c))
            last = spans.get((r, c), (r + 1, c + 1))
            down = [n for n in range(r, last[0]) if n not in rows]
            across = [n for n in range(c, last[1]) if n not in columns]
            if down and across:
                style = book.xf_list[sheet.cell_xf_index(r, c)]
                font = book.font_list[style.font_index]
                text = to_unicode(shown(value, book.format_map[style.format_key].format_str), font.name)
                yield PrintedCell(down[0], across[0], _lines(text, bold=font.bold == 1), None, len(down), len(across))
    left.count(used, rows, columns)


def _xls_value(book: Any, cell: Any) -> object:
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, book.datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    return cell.value if cell.value != "" else None


def _lines(text: str, *, bold: bool) -> tuple[PrintedLine, ...]:
    return tuple(PrintedLine(text=" ".join(part.split()), bold=bold) for part in text.split("\n") if part.strip())


def _content(items: Sequence[PrintedLine | PrintedTable], left: _Left) -> PageContent:
    return PageContent(tuple(taken_apart(items)), method="text", reason=left.reason())


def _damaged(path: Path) -> BadInputError:
    return BadInputError(f"{path.name} is damaged and cannot be opened as Excel file.", "Save it again.")
