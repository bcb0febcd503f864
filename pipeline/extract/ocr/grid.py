"""Ruled tables of a scanned page: where rules cross, the grid that they make, and the cells of it.

Rules of a copy are broken: a border between two cells counts as drawn where at least part of it is inked; cells with no
border between them are one spanning cell.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.extract.ocr.raster import Box, Pixels
from pipeline.extract.ocr.rules import Rules

_SAME_RULE = 0.06
"""Inches: rules nearer than this are one rule."""
_DRAWN = 0.45
"""Share of a border that must be inked."""
_LEAST_SIDE = 0.8
"""Inches: a smaller grid is a frame, a stamp or a letter."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: 0-based row and column of its top left, how many it spans, its inside in pixels."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """One ruled table of a page: cells in rows, the box around it, the mask area of its rules is inside ``box``."""

    box: Box
    n_rows: int
    n_columns: int
    cells: tuple[GridCell, ...]


def find(rules: Rules, dpi: float) -> list[Grid]:
    """The ruled tables of a page from the top down. A frame with one cell is not a table."""
    both = cv2.bitwise_or(rules.level, rules.upright)
    joined = cv2.dilate(both, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    grids = []
    for index in range(1, count):
        x, y, width, height, _area = stats[index].tolist()
        if width < _LEAST_SIDE * dpi or height < 0.3 * dpi:
            continue
        area = Box(x, y, x + width, y + height)
        mine = area.of(labels) == index
        level = np.where(mine, area.of(rules.level), 0).astype(np.uint8)
        upright = np.where(mine, area.of(rules.upright), 0).astype(np.uint8)
        grid = _grid(level, upright, area, dpi)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.box.y0, grid.box.x0))


def _grid(level: Pixels, upright: Pixels, area: Box, dpi: float) -> Grid | None:
    same = _SAME_RULE * dpi
    ys = _places(level, same, axis=1)
    xs = _places(upright, same, axis=0)
    if len(ys) < 2 or len(xs) < 2 or (len(ys) - 1) * (len(xs) - 1) < 2:
        return None
    reach = max(3, round(same * 0.8))
    rows, columns = len(ys) - 1, len(xs) - 1
    right = [[_inked(upright, xs[c + 1], ys[r], ys[r + 1], reach) for c in range(columns)] for r in range(rows)]
    below = [[_inked(level.T, ys[r + 1], xs[c], xs[c + 1], reach) for c in range(columns)] for r in range(rows)]
    owner = _merged(right, below, rows, columns)
    cells = []
    for (row, column), (last_row, last_column) in sorted(owner.items()):
        box = Box(area.x0 + xs[column], area.y0 + ys[row], area.x0 + xs[last_column + 1], area.y0 + ys[last_row + 1])
        cells.append(GridCell(row, column, last_row - row + 1, last_column - column + 1, box))
    if len(cells) < 2:
        return None
    box = Box(area.x0 + xs[0], area.y0 + ys[0], area.x0 + xs[-1], area.y0 + ys[-1])
    return Grid(box, rows, columns, tuple(cells))


def _places(mask: Pixels, same: float, axis: int) -> list[int]:
    """Positions of the rules across ``axis``: middles of the runs of rows (columns) that hold a long rule."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    found: list[tuple[float, float]] = []
    for x, y, width, height, area in stats[1:count].tolist():
        middle, length = (y + height / 2, width) if axis == 1 else (x + width / 2, height)
        if area:
            found.append((middle, length))
    groups: list[list[tuple[float, float]]] = []
    for item in sorted(found):
        if groups and item[0] - _weighted(groups[-1]) <= same:
            groups[-1].append(item)
        else:
            groups.append([item])
    return [round(_weighted(group)) for group in groups]


def _weighted(group: list[tuple[float, float]]) -> float:
    return sum(place * length for place, length in group) / sum(length for _, length in group)


def _inked(mask: Pixels, at: int, start: int, end: int, reach: int) -> bool:
    """True if the upright rule at column ``at`` is drawn between rows ``start`` and ``end`` of ``mask``."""
    inset = min(reach, max(1, (end - start) // 4))
    strip = mask[start + inset : end - inset, max(0, at - reach) : at + reach + 1]
    if strip.size == 0:
        return True
    return bool((strip > 0).any(axis=1).mean() >= _DRAWN)


def _merged(
    right: list[list[bool]], below: list[list[bool]], rows: int, columns: int
) -> dict[tuple[int, int], tuple[int, int]]:
    """Top left -> bottom right of the cells, unions grown until they are rectangles."""
    areas: dict[tuple[int, int], tuple[int, int, int, int]] = {
        (r, c): (r, c, r, c) for r in range(rows) for c in range(columns)
    }

    def join(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> None:
        top, left = min(first[0], second[0]), min(first[1], second[1])
        bottom, last = max(first[2], second[2]), max(first[3], second[3])
        while True:
            inside = {areas[r, c] for r in range(top, bottom + 1) for c in range(left, last + 1)}
            grown = (
                min(a[0] for a in inside),
                min(a[1] for a in inside),
                max(a[2] for a in inside),
                max(a[3] for a in inside),
            )
            if grown == (top, left, bottom, last):
                break
            top, left, bottom, last = grown
        for r in range(top, bottom + 1):
            for c in range(left, last + 1):
                areas[r, c] = (top, left, bottom, last)

    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not right[r][c]:
                join(areas[r, c], areas[r, c + 1])
            if r + 1 < rows and not below[r][c]:
                join(areas[r, c], areas[r + 1, c])
    return {(a[0], a[1]): (a[2], a[3]) for a in areas.values()}
