"""What a sheet holds: lines above, the table, lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.word.layout import filled, titles
from pipeline.lexicon.fold import fold

_BELOW = re.compile(r"^\W*(?:noi (?:nhan|gui)\b|ghi chu\s*:|nguoi lap|lap bieu|tm\.|kt\.)")


def sheet_items(cells: Sequence[PrintedCell]) -> Iterator[PrintedLine | PrintedTable]:
    """Lines and table of a sheet from its cells, empty ones left out.

    The table begins with the first row of three filled cells; what stands above it (letterhead, title, unit) and
    from the recipients, notes or signatures on are lines. Cells beside each other in such a line are divided by tabs,
    from which the halves of letterhead and closing block are told.
    """
    cells = filled(cells)
    rows = sorted({c.row for c in cells})
    counts = {r: sum(c.row == r for c in cells) for r in rows}
    first = next((r for r in rows if counts[r] >= 3), None)
    if first is None:
        yield from _lines(cells)
        return
    below = [c.row for c in cells if c.row > first and _BELOW.search(fold(c.content))]
    end = min(below, default=rows[-1] + 1)
    yield from _lines([c for c in cells if c.row < first])
    inside = filled([c for c in cells if first <= c.row < end])
    above, inside = titles(inside)
    yield from above
    n_rows, n_columns = 1 + max(c.row for c in inside), max(c.column + c.colspan for c in inside)
    yield PrintedTable(tuple(inside), n_rows, n_columns)
    yield from _lines([c for c in cells if c.row >= end])


def _lines(cells: Sequence[PrintedCell]) -> Iterator[PrintedLine]:
    for row in sorted({c.row for c in cells}):
        beside = sorted((c for c in cells if c.row == row), key=lambda c: c.column)
        for number in range(max(len(c.lines) for c in beside)):
            parts = [c.lines[number] if number < len(c.lines) else None for c in beside]
            text = "\t".join(part.text if part else "" for part in parts)
            yield PrintedLine(text=text.rstrip("\t"), bold=all(part.bold for part in parts if part))
