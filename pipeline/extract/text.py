"""Plain text and Markdown files: one page of lines, tables from tabs or pipes, marks of emphasis taken off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.errors import BadInputError
from pipeline.extract.blanks import Piece, halves
from pipeline.extract.legacy import repair, syllable_share
from pipeline.extract.page_content import PageContent, PrintedCell, PrintedLine, PrintedTable

_PIPE_ROW = re.compile(r"\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")
_RULE = re.compile(r"\s*(?:\*\s*){3,}$")


def read_text(data: bytes) -> PageContent:
    """The lines and tables of a text file, whatever its encoding.

    Raises BadInputError where the bytes are no text.
    """
    return PageContent(tuple(_items(decode(data))), method="text", reason="text file")


def decode(data: bytes) -> str:
    """Text of UTF-8, UTF-16 (with or without mark), Windows-1258, TCVN3 or VNI bytes; NFC.

    Raises BadInputError where the bytes are no text.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return repair(unicodedata.normalize("NFC", text.removeprefix("\ufeff")))
    if b"\x00" not in data:
        return _one_byte(data)
    raise BadInputError("This is not a text file.", "Give a text, Markdown, PDF, image or Word file.")


def _encodings(data: bytes) -> Iterator[str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    yield "utf-8"
    if b"\x00" in data[:200]:
        yield "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"


def _one_byte(data: bytes) -> str:
    """Windows-1258 or an encoding of the years before Unicode: what gives the most syllables."""
    texts = [repair(data.decode("latin-1"))]
    for encoding in ("cp1252", "cp1258"):
        # bytes that an encoding does not know are what it is not
        text = data.decode(encoding, "replace")
        texts.append(unicodedata.normalize("NFC", text) if encoding == "cp1258" else repair(text))
    return max(texts, key=syllable_share)


def _items(text: str) -> Iterator[PrintedLine | PrintedTable]:
    """Lines and tables in order; emphasis that spans lines is carried over them."""
    pieces = halves(text.splitlines())
    opened = gap = False
    for kind, group in groupby(pieces, key=_kind):
        rows = list(group)
        if kind == "pipe":
            gap = False
            yield _table([_cells(row.text) for row in rows if not _PIPE_RULE.match(row.text)])
        elif kind == "tab" and len(rows) > 1:
            gap = False
            yield _table([row.text.split("\t") for row in rows])
        else:
            for row in rows:
                line, opened = _line(row.text, opened)
                if line is not None:
                    yield replace(line, gap=gap, region=row.region)
                gap = line is None


def _kind(piece: Piece) -> str:
    line = piece.text
    if piece.region != "body":
        return "line"
    if _PIPE_ROW.match(line):
        return "pipe"
    return "tab" if line.count("\t") >= 2 and line.strip() else "line"


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def _table(rows: list[list[str]]) -> PrintedTable:
    width = max(len(row) for row in rows)
    cells = []
    for number, row in enumerate(rows):
        for column in range(width):
            text = row[column] if column < len(row) else ""
            parts = [p for p in re.split(r"<br\s*/?>", text) if p.strip()]
            lines = tuple(line for part in parts if (line := _line(part, False)[0]) is not None)
            cells.append(PrintedCell(number, column, lines))
    return PrintedTable(tuple(cells), len(rows), width, ruled=False)


def _line(row: str, opened: bool) -> tuple[PrintedLine | None, bool]:
    """One line without its marks; ``opened`` says that bold type goes on from the line before, and after it."""
    if not row.strip() or _RULE.match(row):
        return None, False
    text = _HEADING.sub("", row.strip())
    heading = text != row.strip()
    bare = text.strip()
    starts = not opened and bare.startswith("**") and bare.count("**") == 1
    ends = opened and bare.endswith("**") and bare.count("**") == 1
    bold = heading or opened or starts
    if starts:
        text = bare[2:]
    if ends:
        text = bare[:-2]
    whole = _EMPHASIS.fullmatch(text.strip())
    if whole:
        bold = bold or len(whole[1]) > 1
    italic = bool(whole) and len(whole[1]) % 2 == 1 if whole else False
    previous = None
    while previous != text:
        previous, text = text, _EMPHASIS.sub(r"\2", text)
    text = _ESCAPE.sub(r"\1", text)
    line = PrintedLine(text=text, bold=bold, italic=italic)
    return (line if line.content else None), (opened or starts) and not ends
