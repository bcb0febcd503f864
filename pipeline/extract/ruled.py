"""Ruled tables of digital pages: cells from drawn lines through pdfplumber, words from the text layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import BBox
from pipeline.extract.layout import line, rows
from pipeline.extract.page_content import PrintedCell, PrintedTable
from pipeline.extract.textlayer import StyledWord

_THIN = 3.0
"""Points up to which a filled rectangle is a drawn line."""
_NEAR = 2.0
"""Points within which two edges are one."""


def has_rules(page: Any) -> bool:
    """True if the pypdfium2 page draws enough straight lines for a table: at least three across and two down."""
    across = down = 0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = drawn.get_bounds()
        wide, high = right - left, top - bottom
        across += wide > 20 and high < 4 * wide
        down += high > 8 and wide < 4 * high
        if across >= 3 and down >= 2:
            return True
    return False


def tables(page: Any, words: Sequence[StyledWord]) -> tuple[list[PrintedTable], list[StyledWord]]:
    """The ruled tables of a pdfplumber page, and the words that stand in none of them.

    A frame with a single column is no table (a box around a note).
    """
    found: list[PrintedTable] = []
    free = list(words)
    for candidate in page.filter(_is_rule).find_tables():
        cells = [c for c in candidate.cells if c[2] - c[0] > 3 and c[3] - c[1] > 3]
        xs, ys = (
            _edges([c[0] for c in cells] + [c[2] for c in cells]),
            _edges([c[1] for c in cells] + [c[3] for c in cells]),
        )
        if len(xs) < 3 or len(ys) + len(xs) < 6:  # one row with fewer than three columns is no table
            continue
        inside = [w for w in free if _holds(candidate.bbox, w.bbox)]
        if not inside:
            continue
        free = [w for w in free if not _holds(candidate.bbox, w.bbox)]
        found.append(_table(cells, xs, ys, inside))
    return found, free


def _is_rule(drawn: dict[str, Any]) -> bool:
    """Thin or outlined: the filled rectangles behind shaded cells and marked lines of text are no rules."""
    if drawn.get("object_type") != "rect":
        return True
    return bool(drawn.get("stroke")) or min(drawn["width"], drawn["height"]) <= _THIN


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _holds(box: Sequence[float], inner: BBox) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return bool(box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1)


def _table(
    boxes: list[tuple[float, float, float, float]], xs: list[float], ys: list[float], words: list[StyledWord]
) -> PrintedTable:
    cells: list[PrintedCell] = []
    taken: set[tuple[int, int]] = set()
    left = list(words)
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        column, row = _index(xs, box[0]), _index(ys, box[1])
        if (row, column) in taken:
            continue
        taken.add((row, column))
        inside = [w for w in left if _holds(box, w.bbox)]
        left = [w for w in left if w not in inside] if inside else left
        cells.append(
            PrintedCell(
                row=row,
                column=column,
                lines=tuple(line(r.words, "table") for r in rows(inside)),
                bbox=BBox(*box),
                rowspan=max(1, _index(ys, box[3]) - row),
                colspan=max(1, _index(xs, box[2]) - column),
            )
        )
    return _compact(cells, len(ys) - 1, len(xs) - 1, BBox(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs))


def _compact(
    cells: list[PrintedCell], n_rows: int, n_columns: int, box: BBox, edges: tuple[float, ...]
) -> PrintedTable:
    """Rows without a word are dropped (double rules, spacing drawn as rows)."""
    full = sorted({c.row for c in cells if c.content})
    if len(full) == n_rows:
        return PrintedTable(tuple(cells), n_rows, n_columns, box, edges)
    place = {row: number for number, row in enumerate(full)}
    kept = []
    for c in cells:
        if c.row in place:
            span = sum(1 for r in full if c.row <= r < c.row + c.rowspan)
            kept.append(PrintedCell(place[c.row], c.column, c.lines, c.bbox, max(1, span), c.colspan))
    return PrintedTable(tuple(kept), len(full), n_columns, box, edges)
