"""What a reader found on one page, before the pages are put together.

Every reader (text, PDF text layer, OCR, Word) returns this; :mod:`pipeline.extract.assemble` makes the document of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import BBox, Mark, Method, Region


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """One word; box in points of the upright page. ``as_read`` and ``doubtful`` as in document.Word.

    ``alternatives``: what else a reader held possible, each with what it costs; gone once the line is settled.
    """

    text: str
    bbox: BBox
    confidence: float = 1.0
    as_read: str | None = None
    doubtful: bool = False
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line. Readers that know no boxes (text, Word) give ``text`` and no words.

    ``gap``: an empty line stands before it (text files); it is kept in the text of the document.
    """

    words: tuple[PrintedWord, ...] = ()
    text: str = ""
    region: Region = "body"
    bold: bool = False
    italic: bool = False
    size: float | None = None
    gap: bool = False

    @property
    def content(self) -> str:
        """The words of the line, one space between them."""
        return " ".join(word.text for word in self.words) if self.words else " ".join(self.text.split())

    @property
    def bbox(self) -> BBox | None:
        """The box around all words; None where the reader knows no boxes."""
        return BBox.union(word.bbox for word in self.words)

    @property
    def confidence(self) -> float:
        """How sure the reader is of the line: the mean over its words."""
        return sum(w.confidence for w in self.words) / len(self.words) if self.words else 1.0


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One cell of a table on one page, with its lines; row and column are 0-based."""

    row: int
    column: int
    lines: tuple[PrintedLine, ...] = ()
    bbox: BBox | None = None
    rowspan: int = 1
    colspan: int = 1

    @property
    def content(self) -> str:
        """The words of the cell, one space between them."""
        return " ".join(line.content for line in self.lines if line.content)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on one page. ``edges`` are the x positions of its column edges in points, where they are known."""

    cells: tuple[PrintedCell, ...]
    n_rows: int
    n_columns: int
    bbox: BBox | None = None
    edges: tuple[float, ...] = ()
    ruled: bool = True

    def row(self, number: int) -> list[str]:
        """Texts of the cells that start in a row, by column; "" where none does."""
        texts = [""] * self.n_columns
        for cell in self.cells:
            if cell.row == number:
                texts[cell.column] = cell.content
        return texts


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page: lines and tables in reading order, and how they were read.

    Sizes in points of the upright page. ``error`` says why nothing could be read, if so.
    """

    items: tuple[PrintedLine | PrintedTable, ...]
    method: Method
    reason: str = ""
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    marks: tuple[Mark, ...] = ()
    error: str | None = None

    @property
    def confidence(self) -> float:
        """How sure the reader is of the page: the mean over all words; 1 where it knows no better."""
        words = [word.confidence for line in self.lines() for word in line.words]
        return sum(words) / len(words) if words else 1.0

    def lines(self) -> list[PrintedLine]:
        """All lines, those inside table cells included, in reading order."""
        found: list[PrintedLine] = []
        for item in self.items:
            if isinstance(item, PrintedLine):
                found.append(item)
            else:
                found.extend(line for cell in item.cells for line in cell.lines)
        return found
