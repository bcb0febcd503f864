"""Tables of text files that are drawn with characters or set with blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.document import BBox
from pipeline.extract import unruled
from pipeline.extract.html import inline_tables
from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable, PrintedWord
from pipeline.extract.textlayer import StyledWord

_FRAME = re.compile(
    r"[\s+\-=|_─━═│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜╭╮╰╯┏┳┓┣╋┫┗┻┛]*[+─━═┼╬╪╫╋┬┴╦╩╤╧┳┻][\s+\-=|_─-╿]*"
)
"""A line of a frame: nothing but strokes and corners, one of them where columns meet."""
_BARE_RULE = re.compile(r"\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+")
"""The row of dashes below the titles of a Markdown table that has no pipes at its ends."""
_BARS = str.maketrans({"│": "|", "┃": "|", "║": "|"})
_WIDTH, _HEIGHT = 6.0, 12.0
"""Points that a character and a line of typed text take."""
_TAB = 8


def text_tables(lines: Sequence[str]) -> Iterator[list[str] | PrintedLine | PrintedTable]:
    """The lines in order, in runs, with the tables between them: framed with characters, set with blanks, in HTML."""
    lines = _with_outer_pipes(lines)
    run: list[str] = []
    at = 0
    while at < len(lines):
        end = _frame_end(lines, at)
        if end > at:
            yield from _typed(run)
            run = []
            yield _framed(lines[at:end])
            at = end
        elif (end := _html_end(lines, at)) > at:
            yield from _typed(run)
            run = []
            yield from inline_tables("\n".join(lines[at:end]))
            at = end
        else:
            run.append(lines[at])
            at += 1
    yield from _typed(run)


def _with_outer_pipes(lines: Sequence[str]) -> list[str]:
    """Markdown tables without pipes at the ends of their rows, with them; a row of dashes tells that it is one."""
    found = list(lines)
    for at in range(1, len(found)):
        if not _BARE_RULE.fullmatch(found[at]) or "|" not in found[at - 1] or found[at - 1].strip().startswith("|"):
            continue
        end = next((n for n in range(at, len(found)) if "|" not in found[n]), len(found))
        found[at - 1 : end] = [f"| {line.strip()} |" for line in found[at - 1 : end]]
    return found


def _html_end(lines: Sequence[str], at: int) -> int:
    """The line after the HTML table that begins at line ``at``; ``at`` if none does."""
    if not lines[at].lstrip().lower().startswith("<table"):
        return at
    return next((n + 1 for n in range(at, len(lines)) if "</table>" in lines[n].lower()), at)


def _frame_end(lines: Sequence[str], at: int) -> int:
    """The end of the framed table that begins at line ``at``; ``at`` if none does."""
    if not _is_frame(lines[at]):
        return at
    end, rows = at + 1, 0
    while end < len(lines) and (_is_frame(lines[end]) or lines[end].translate(_BARS).strip().startswith("|")):
        rows += not _is_frame(lines[end])
        end += 1
    return end if rows >= 2 else at


def _is_frame(line: str) -> bool:
    return len(line.strip()) > 3 and _FRAME.fullmatch(line) is not None


def _framed(lines: Sequence[str]) -> PrintedTable:
    """A framed table: what stands between two lines of the frame is one row, or each line, where only titles are."""
    groups: list[list[list[str]]] = [[]]
    for line in lines:
        if _is_frame(line):
            groups.append([])
        else:
            inner = line.translate(_BARS).strip().removeprefix("|").removesuffix("|")
            groups[-1].append([cell.strip() for cell in inner.split("|")])
    groups = [group for group in groups if group]
    if len(groups) == 2 and all(row[0] for row in groups[1]):
        groups = [groups[0], *([row] for row in groups[1])]
    width = max(len(row) for group in groups for row in group)
    cells = tuple(
        PrintedCell(
            number,
            column,
            tuple(PrintedLine(text=row[column]) for row in group if column < len(row) and row[column]),
        )
        for number, group in enumerate(groups)
        for column in range(width)
    )
    return PrintedTable(cells, len(groups), width, ruled=False)


def _typed(lines: list[str]) -> Iterator[list[str] | PrintedTable]:
    """Lines, and the tables whose columns are set with blanks: read as a page of typed characters would be."""
    if not lines:
        return
    at = 0
    for divided, group in groupby(range(len(lines)), key=lambda n: is_divided(lines[n])):
        if divided:
            continue
        words = [word for number in group for word in _words(number, lines[number])]
        for table in unruled.tables(words, ())[0]:
            if table.bbox is not None:
                yield lines[at : round(table.bbox.top / _HEIGHT)]
                yield _without_boxes(table)
                at = round(table.bbox.bottom / _HEIGHT)
    yield lines[at:]


def is_divided(line: str) -> bool:
    """True if tabs or pipes divide a line into cells."""
    return line.count("\t") >= 2 or (line.strip().startswith("|") and line.count("|") > 1)


def _words(number: int, line: str) -> Iterator[StyledWord]:
    for match in re.finditer(r"\S+", line.expandtabs(_TAB)):
        box = BBox(match.start() * _WIDTH, number * _HEIGHT, match.end() * _WIDTH, (number + 1) * _HEIGHT)
        yield StyledWord(PrintedWord(match[0], box), size=_HEIGHT, run=number)


def _without_boxes(table: PrintedTable) -> PrintedTable:
    cells = tuple(
        replace(cell, bbox=None, lines=tuple(PrintedLine(text=line.content) for line in cell.lines))
        for cell in table.cells
    )
    return replace(table, cells=cells, bbox=None)
