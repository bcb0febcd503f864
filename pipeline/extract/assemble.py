"""Pages as read -> one Document: the text, and the spans of everything in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.document import BBox, Document, Line, Page, Source, Span, Word
from pipeline.extract.margins import mark_running_heads
from pipeline.extract.page_content import PageContent, PrintedLine, PrintedTable
from pipeline.extract.tables import LogicalTables, PlacedCell, PlacedTable


def assemble(source: Source, contents: Iterable[PageContent]) -> Document:
    """Put pages together in order. The text of the document is NFC; every span points into it."""
    writer = _Writer()
    for number, content in enumerate(mark_running_heads(list(contents)), start=1):
        writer.page(number, content)
    return Document(
        source=source,
        text="".join(writer.parts),
        pages=tuple(writer.pages),
        lines=tuple(writer.lines),
        words=tuple(writer.words),
        tables=writer.tables.finish("".join(writer.parts)),
    )


@dataclass(slots=True)
class _Writer:
    """Writes the text from left to right and notes where everything lands."""

    parts: list[str] = field(default_factory=list)
    at: int = 0
    pages: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    tables: LogicalTables = field(default_factory=LogicalTables)

    def page(self, number: int, content: PageContent) -> None:
        start = self.at
        self.tables.new_page()
        for item in content.items:
            if isinstance(item, PrintedTable):
                self._table(number, content, item)
            elif item.content:
                if item.region not in ("header", "footer"):
                    self.tables.interrupt()
                self._line(number, content, item)
        if self.at == start:
            self._write("\n")
        self.pages.append(
            Page(
                number=number,
                span=Span(start, self.at),
                method=content.method,
                reason=content.reason,
                width=content.width,
                height=content.height,
                rotation=content.rotation,
                confidence=content.confidence,
                marks=content.marks,
                error=content.error,
            )
        )

    def _write(self, text: str) -> Span:
        start = self.at
        self.parts.append(text)
        self.at += len(text)
        return Span(start, self.at)

    def _line(self, number: int, content: PageContent, line: PrintedLine) -> None:
        if line.gap:
            self._write("\n")
        span = self._words(number, line)
        self.lines.append(
            Line(
                span=span,
                page=number,
                bbox=line.bbox,
                region=line.region,
                method=content.method,
                confidence=line.confidence,
                bold=line.bold,
                italic=line.italic,
                size=line.size,
            )
        )
        self._write("\n")

    def _words(self, number: int, line: PrintedLine) -> Span:
        """Write one line without its line break; returns its span."""
        start = self.at
        if not line.words:
            self._write(normal(line.content))
        for count, word in enumerate(line.words):
            if count:
                self._write(" ")
            span = self._write(normal(word.text))
            self.words.append(Word(span, number, word.bbox, word.confidence, word.as_read, word.doubtful))
        return Span(start, self.at)

    def _table(self, number: int, content: PageContent, table: PrintedTable) -> None:
        start = self.at
        index, table = self.tables.open(table)
        placed: list[PlacedCell] = []
        by_place = {(cell.row, cell.column): cell for cell in table.cells}
        for row in range(table.n_rows):
            row_start = self.at
            for column in range(table.n_columns):
                if column:
                    self._write("\t")
                cell = by_place.get((row, column))
                if cell is None:
                    continue
                spans: list[Span] = []
                for line in cell.lines:
                    if not line.content:
                        continue
                    if spans:
                        self._write(" ")
                    spans.append(self._words(number, line))
                placed.append(PlacedCell(cell, tuple(spans), number))
            boxes = [c.cell.bbox for c in placed if c.cell.row == row and c.cell.bbox is not None]
            self.lines.append(
                Line(
                    span=Span(row_start, self.at),
                    page=number,
                    bbox=BBox.union(boxes),
                    region="table",
                    method=content.method,
                    table=index,
                )
            )
            self._write("\n")
        self.tables.add(index, PlacedTable(table, tuple(placed), Span(start, self.at), number))


def normal(text: str) -> str:
    """NFC, without control characters and without the characters that only steer the layout.

    "ƣ" is what old fonts stored for "ư", "ð" (eth) what others store for "đ"; no Vietnamese word is written with them.
    """
    if text.isprintable() and _OLD.isdisjoint(text):  # nearly every word
        return unicodedata.normalize("NFC", text)
    text = unicodedata.normalize("NFC", text.translate(_OI))
    return "".join(" " if c in "\t\n\r\x0b\x0c\x85\u2028\u2029" else c for c in text if c not in _INVISIBLE)


_OI = str.maketrans({"ƣ": "ư", "Ƣ": "Ư", "Ð": "Đ", "ð": "đ"})
_OLD = frozenset("ƣƢÐð")
_INVISIBLE = frozenset(
    [chr(n) for n in range(0x20) if chr(n) not in "\t\n\r\x0b\x0c"]
    + list("\x7f\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
