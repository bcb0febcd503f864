"""Spreadsheets, from the HTML that LibreOffice makes of them: one table a sheet, titles above it as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import lxml.html

from pipeline.extract.legacy import to_unicode
from pipeline.extract.page_content import PageContent, PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.word.layout import filled, titles

_WIDEST = 500
"""Rows or columns that one cell takes at most."""


def read_sheets(html: bytes) -> PageContent:
    """All sheets, one after the other. The list of sheets and their names, which LibreOffice adds, are left out."""
    root = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8", no_network=True))
    items: list[PrintedLine | PrintedTable] = []
    for table in root.iter("table"):
        cells = filled(list(_cells(table)))
        if not cells:
            continue
        above, cells = titles(cells)
        items.extend(above)
        rows, columns = 1 + max(c.row for c in cells), max(c.column + c.colspan for c in cells)
        items.append(PrintedTable(tuple(cells), rows, columns))
    return PageContent(tuple(items), method="text", reason="spreadsheet")


def _cells(table: Any) -> Iterator[PrintedCell]:
    """Cells at their places: those above that reach down push the cells of a row to the right."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            rowspan, colspan = (_span(cell.get(name)) for name in ("rowspan", "colspan"))
            taken.update((row + r, column + c) for r in range(rowspan) for c in range(colspan))
            yield PrintedCell(row, column, tuple(_lines(cell)), None, rowspan, colspan)
            column += colspan


def _span(value: str | None) -> int:
    return min(int(value), _WIDEST) if value and value.isdecimal() else 1


def _lines(cell: Any) -> Iterator[PrintedLine]:
    """The lines of a cell, each piece of text in Unicode by the font that it is in."""
    parts: list[str] = []
    for piece in cell.xpath(".//text() | .//br"):
        if isinstance(piece, str):
            fonts = piece.getparent().xpath("ancestor-or-self::font[@face]/@face")  # type: ignore[attr-defined]  # lxml's strings know their element
            parts.append(to_unicode(str(piece).replace("\n", " ").replace("\t", ""), fonts[-1] if fonts else None))
        else:
            parts.append("\n")
    bold = cell.find(".//b") is not None
    for text in "".join(parts).split("\n"):
        if text.strip():
            yield PrintedLine(text=text.strip(), bold=bold)
