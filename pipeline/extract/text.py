"""Plain text and Markdown files: one page of lines, tables from tabs or pipes, marks of emphasis taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.extract.blanks import Piece, halves
from pipeline.extract.decoding import decode
from pipeline.extract.page_content import PageContent, PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.pasted import with_halves
from pipeline.extract.text_tables import text_tables

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


def _items(text: str) -> Iterator[PrintedLine | PrintedTable]:
    """Lines and tables in order; emphasis that spans lines is carried over them."""
    opened = gap = False
    for item in text_tables(with_halves(text.splitlines())):
        if not isinstance(item, list):
            gap = False
            yield item
            continue
        pieces = halves(item)
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
