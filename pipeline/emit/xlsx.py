"""The workbook that an official expects: Vietnamese headings, one sheet each for targets, tasks, duties and more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.emit import plain
from pipeline.emit.files import replacing
from pipeline.emit.source import PlanSource
from pipeline.errors import UsageError
from pipeline.lexicon.workbook import SHEETS, YES_NO, Heading, Sheet

# Limits of the format (ECMA-376): letters in a cell, rows in a sheet.
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576
_DATE = "dd/mm/yyyy"
# Points: a line of text, and the highest row that the format allows; what is lost at the ends of lines.
_LINE = 15
_HIGHEST_ROW = 409
_ROOM = 1.1
# Columns of measured values; other numbers are years and pages, which have no thousands.
_VALUES = ("value", "max", "baseline", "annex_value")
# What is a word, a sign or a year: read down the middle of its column.
_CENTERED = ("page", "in_body", "in_annex", "comparator", "period", "baseline_period", "period_from", "period_to")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEAD_FONT = Font(name="Calibri", bold=True, color="FFFFFF")
_HEAD_FILL = PatternFill("solid", fgColor="1F4E79")
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = Alignment(wrap_text=True, vertical="center", horizontal="center")
_BODY = Alignment(wrap_text=True, vertical="top")
_MIDDLE = Alignment(wrap_text=True, vertical="top", horizontal="center")


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write the workbook ``target`` and return its path; raises FileAccessError, UsageError for too many rows."""
    # a plan whose number is blank is known by its file
    numbers = {row["document"]: row["number"] or row["file"] for row in plain.rows(source.arrow("documents"))}
    book = Workbook(write_only=True)
    for sheet in SHEETS:
        table = source.arrow(sheet.view)
        if table.num_rows >= _MOST_ROWS:
            raise UsageError(f"A sheet cannot hold {table.num_rows} rows.", "Export to sqlite or parquet instead.")
        _fill(book, sheet, table.num_rows, _shown(sheet, plain.rows(table), numbers))
    with replacing(target) as aside:
        book.save(aside)
    return [target]


def _shown(sheet: Sheet, rows: Iterator[dict[str, Any]], numbers: dict[str, str | None]) -> Iterator[dict[str, Any]]:
    """The rows with the number of their plan (what a legal basis cites is "cited")."""
    for row in rows:
        if sheet.view == "legal_bases":
            row["cited"] = row["number"]
        if sheet.view != "documents":
            row["number"] = numbers.get(row["document"])
        yield row


def _fill(book: Workbook, sheet: Sheet, count: int, rows: Iterator[dict[str, Any]]) -> None:
    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    last = get_column_letter(len(sheet.headings))
    page.auto_filter.ref = f"A1:{last}{count + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A3
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for number, heading in enumerate(sheet.headings, 1):
        page.column_dimensions[get_column_letter(number)].width = heading.width
    widths = [heading.width for heading in sheet.headings]
    _append(page, 1, [_head(page, heading) for heading in sheet.headings], widths)
    for number, row in enumerate(rows, 2):
        cells = [_cell(page, sheet, heading.column, row[heading.column]) for heading in sheet.headings]
        _append(page, number, cells, widths)


def _append(page: Any, number: int, cells: list[Any], widths: list[int]) -> None:
    """A row as high as its longest cell: programs do not measure wrapped text when they open a file."""
    lines = max(_lines(cell.value, width) for cell, width in zip(cells, widths, strict=True))
    page.row_dimensions[number].height = min(lines * _LINE + 2, _HIGHEST_ROW)
    page.append(cells)


def _lines(value: object, width: int) -> int:
    """Lines that a text takes in a column so many letters wide; words are not cut, so some room is lost."""
    parts = value.split("\n") if isinstance(value, str) else [""]
    return sum(1 + int(len(part) * _ROOM / width) for part in parts)


def _head(page: Any, heading: Heading) -> Any:
    cell = WriteOnlyCell(page, heading.title)
    cell.font, cell.fill, cell.alignment, cell.border = _HEAD_FONT, _HEAD_FILL, _HEAD, _BORDER
    return cell


def _cell(page: Any, sheet: Sheet, column: str, value: Any) -> Any:
    value = sheet.words.get(column, {}).get(value, value) if isinstance(value, str) else value
    if isinstance(value, bool):
        value = YES_NO[value]
    elif isinstance(value, list):
        value = ";\n".join(value)
    elif isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and column == "quote":
        # the words without the line ends of the page, which the column does not have
        value = " ".join(value.split())
    if isinstance(value, str) and column in _CENTERED and _YEAR.fullmatch(value):
        # a number kept as text is marked as a mistake there
        value = int(value)
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST_CELL]
    cell = WriteOnlyCell(page, value)
    if isinstance(value, str):
        # "=..." in a document is text, never a formula
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = _DATE
    elif column in _VALUES:
        cell.number_format = "#,##0.####" if isinstance(value, float) else "#,##0"
    cell.alignment, cell.border = _MIDDLE if column in _CENTERED else _BODY, _BORDER
    return cell
