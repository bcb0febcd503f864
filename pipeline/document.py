"""What is on the page: one text, and where on which page each part of it stands.

The text of a :class:`Document` is the only place where words live. Everything found later (blocks, mentions,
values) points back into it by offsets, so that every published value can be shown where it was read.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

Method = Literal["text_layer", "ocr", "text"]
Region = Literal["body", "left", "right", "table", "header", "footer"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range [start, end) of character offsets into ``Document.text``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True if the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True if ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


class BBox(NamedTuple):
    """Rectangle in points (1/72 inch) from the top left corner of the upright page.

    Several are made for each word of a page: a tuple costs a third of a frozen dataclass.
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @staticmethod
    def union(boxes: Iterable[BBox]) -> BBox | None:
        """Smallest rectangle around all ``boxes``; None if there are none."""
        found = list(boxes)
        if not found:
            return None
        return BBox(
            min([b.x0 for b in found]),
            min([b.top for b in found]),
            max([b.x1 for b in found]),
            max([b.bottom for b in found]),
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space, with its box and how sure the reader is (0..1).

    ``as_read`` is what the reader saw where a proven repair changed it (``Document.text`` holds the repaired word);
    ``doubtful`` is set where a second reading disagreed.
    """

    span: Span
    page: int
    bbox: BBox
    confidence: float = 1.0
    as_read: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or one table row), in reading order; its span excludes the line break.

    ``region``: "left" and "right" are the two halves of a letterhead or closing block, "table" a row of
    ``Document.tables[table]``, "header" and "footer" what is printed in the margins of a page (running heads, page
    numbers). ``page`` is 1-based. ``bold``, ``italic`` hold for the whole line; ``size`` is the font size in points.
    """

    span: Span
    page: int
    bbox: BBox | None = None
    region: Region = "body"
    method: Method = "text"
    confidence: float = 1.0
    bold: bool = False
    italic: bool = False
    size: float | None = None
    table: int | None = None


# a number and symbol ("2466/KH-", "05/2026/TT-") up to the hyphen at which the printed line ends
_SYMBOL_BROKEN = re.compile(r"(?<!\S)\S*/\S*\w-\Z")
# the same broken before the hyphen: "30/2024/TT", "-BGDĐT"
_SYMBOL_OPEN, _SYMBOL_REST = re.compile(r"(?<!\S)\d+/\S*[A-ZĐ]\Z"), re.compile(r"-[A-ZĐ]{2}")


def _same_symbol(before: str, after: str) -> bool:
    """True if the line break between two pieces divides a document's symbol."""
    if _SYMBOL_BROKEN.search(before):
        return after[0].isalnum()
    return _SYMBOL_OPEN.search(before) is not None and _SYMBOL_REST.match(after) is not None


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text put together from pieces of ``Document.text``, able to point back to them.

    Built by :meth:`join`: pieces are joined by one space (line and page breaks, page numbers and running heads
    between them are not part of the flow), or by nothing where a line ends inside a document's symbol. Offsets
    into ``text`` are turned into spans of the document by :meth:`spans`.
    """

    text: str
    pieces: tuple[Span, ...]
    starts: tuple[int, ...]

    @staticmethod
    def join(source: str, pieces: Sequence[Span], glue: str = " ") -> Flow:
        """Join ``pieces`` of ``source``, each stripped of outer white space; empty pieces are dropped.

        ``glue`` stands between two pieces, but not in a document's symbol that a line break divides ("2466/KH-",
        "UBND").
        """
        parts: list[str] = []
        kept: list[Span] = []
        starts: list[int] = []
        position = 0
        for piece in pieces:
            raw = source[piece.start : piece.end]
            left = len(raw) - len(raw.lstrip())
            word = raw.strip()
            if not word:
                continue
            if parts and not _same_symbol(parts[-1], word):
                parts.append(glue)
                position += len(glue)
            starts.append(position)
            kept.append(Span(piece.start + left, piece.start + left + len(word)))
            parts.append(word)
            position += len(word)
        return Flow("".join(parts), tuple(kept), tuple(starts))

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Document spans of ``text[start:end]``, one for each piece touched (glue between pieces is skipped)."""
        stop = len(self.text) if end is None else end
        found: list[Span] = []
        for piece, at in zip(self.pieces, self.starts, strict=True):
            low = max(start, at)
            high = min(stop, at + len(piece))
            if low < high:
                found.append(Span(piece.start + low - at, piece.start + high - at))
        return tuple(found)

    def part(self, start: int, end: int | None = None) -> Flow:
        """The flow of ``text[start:end]``, outer white space stripped, still pointing back to the document."""
        stop = len(self.text) if end is None else end
        chunk = self.text[start:stop]
        low = start + len(chunk) - len(chunk.lstrip())
        high = start + len(chunk.rstrip())
        pieces: list[Span] = []
        starts: list[int] = []
        for piece, at in zip(self.pieces, self.starts, strict=True):
            left, right = max(low, at), min(high, at + len(piece))
            if left < right:
                pieces.append(Span(piece.start + left - at, piece.start + right - at))
                starts.append(left - low)
        return Flow(self.text[low:high] if low < high else "", tuple(pieces), tuple(starts))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a logical table. ``row`` and ``column`` are 0-based; a spanning cell stands at its top left."""

    row: int
    column: int
    flow: Flow
    page: int
    bbox: BBox | None = None
    rowspan: int = 1
    colspan: int = 1

    @property
    def text(self) -> str:
        """The words of the cell, line breaks turned into single spaces."""
        return self.flow.text


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table: the parts on several pages merged, a repeated header row left out.

    ``header_rows`` counts the rows at the top that name the columns (0 if the table has none). ``spans`` are the
    ranges of ``Document.text`` that the table takes, one for each page it stands on.
    """

    cells: tuple[Cell, ...]
    n_rows: int
    n_columns: int
    header_rows: int
    spans: tuple[Span, ...]
    pages: tuple[int, ...]
    ruled: bool = True

    def grid(self) -> list[list[str]]:
        """Texts as rows by columns; the area of a spanning cell repeats nothing: "" beside and below it."""
        rows = [[""] * self.n_columns for _ in range(self.n_rows)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell.text
        return rows

    def at(self, row: int, column: int) -> Cell | None:
        """The cell whose area holds (row, column); None where there is none."""
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.rowspan and cell.column <= column < cell.column + cell.colspan:
                return cell
        return None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a page that is kept out of the text: a stamp, a seal, handwriting, a blank back, a file attached."""

    kind: Literal["stamp", "seal", "handwriting", "watermark", "blank", "attachment"]
    text: str | None = None
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its part of the text, how it was read and why. Sizes in points of the upright page.

    ``rotation`` is the clockwise turn in degrees (0, 90, 180, 270) that made the page upright. For plain text files
    ``width`` and ``height`` are None. ``error`` is set where the page could not be read (the document is "partial").
    """

    number: int
    span: Span
    method: Method
    reason: str = ""
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    confidence: float = 1.0
    marks: tuple[Mark, ...] = ()
    error: str | None = None


def file_name(path: Path) -> str:
    """Name of a file without its folder, as valid Unicode: bytes that are no UTF-8 are written "\\xNN"."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read: name without folder, SHA-256 of its bytes (hex), media type."""

    file: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: one text (NFC) and what stands where. Lines, words, pages are in the order of the text."""

    source: Source
    text: str
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    words: tuple[Word, ...] = ()
    tables: tuple[Table, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(w.span.start for w in self.words))

    def words_in(self, span: Span) -> Iterator[Word]:
        """Words that share at least one character with ``span``, in order."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        for word in self.words[first : bisect_left(self._starts, span.end)]:
            if word.span.overlaps(span):
                yield word

    def page_of(self, offset: int) -> Page:
        """The page whose text holds ``offset``; the last page for the end of the text."""
        at = bisect_left(self.pages, offset + 1, key=lambda page: page.span.end)
        return self.pages[min(at, len(self.pages) - 1)]
