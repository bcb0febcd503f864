"""Ruled tables of a scanned page: where rules cross, the grid that they make, and the cells of it.

Rules of a copy are broken: a border between two cells counts as drawn where at least part of it is inked; cells with no
border between them are one spanning cell.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.extract.ocr.raster import Box, Pixels, patches
from pipeline.extract.ocr.rules import Rules

_SAME_RULE = 0.06
"""Inches: rules nearer than this are one rule."""
_DRAWN = 0.45
"""Share of a border that must be inked."""
_SOLID = 0.8
"""Share from which a border is drawn even if it ends short of its corners."""
_TRACES, _RULE = 0.15, 0.013
"""Share of a faded border of which ink is left, and half the strip in inches in which it lies."""
_PARTS, _SPREAD = 8, 6
"""A faded border is divided into so many parts, and at least so many of them show traces."""
_LEAST_SIDE = 0.8
"""Inches: a smaller grid is a frame, a stamp or a letter."""
_LEAST_HEIGHT = 0.3
"""Inches: the same for its height."""


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


def find(rules: Rules, dpi: float, ink: Pixels | None = None) -> list[Grid]:
    """The ruled tables of a page from the top down. A frame with one cell is not a table.

    ``ink``: all that is drawn on the page, where traces of faded rules are looked for.
    """
    both = cv2.bitwise_or(rules.level, rules.upright)
    joined = cv2.dilate(both, np.ones((5, 5), np.uint8))
    least = _LEAST_SIDE * dpi
    if not any(box.width >= least and box.height >= _LEAST_HEIGHT * dpi for box in patches(joined)):
        return []  # most pages: to number every pixel takes long
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    grids = []
    boxes = [Box(x, y, x + w, y + h) for x, y, w, h, _area in stats[:count].tolist()]
    for area, members in _tables(boxes, _LEAST_HEIGHT * dpi):
        if area.width < least:
            continue
        mine = np.isin(area.of(labels), members)
        level = np.where(mine, area.of(rules.level), 0).astype(np.uint8)
        upright = np.where(mine, area.of(rules.upright), 0).astype(np.uint8)
        grid = _grid(level, upright, area, dpi, None if ink is None else area.of(ink))
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.box.y0, grid.box.x0))


def _tables(boxes: list[Box], least: float) -> list[tuple[Box, list[int]]]:
    """Connected rules that make one table, by their number (0 is the paper): a table, and what came loose within it.

    What is less than ``least`` wide or high is no part of a table but an underline or the strokes of bold letters.
    """
    found: list[tuple[Box, list[int]]] = []
    large = [i for i, box in enumerate(boxes) if i and min(box.width, box.height) >= least]
    for index in sorted(large, key=lambda i: -boxes[i].width * boxes[i].height):
        box = boxes[index]
        for outer, members in found:
            if outer.holds(box.x0, box.y0) and outer.holds(box.x1 - 1, box.y1 - 1):
                members.append(index)
                break
        else:
            found.append((box, [index]))
    return found


def _grid(level: Pixels, upright: Pixels, area: Box, dpi: float, ink: Pixels | None) -> Grid | None:
    same = _SAME_RULE * dpi
    ys = _places(level, same, axis=1)
    xs = _places(upright, same, axis=0)
    if len(ys) < 2 or len(xs) < 2 or (len(ys) - 1) * (len(xs) - 1) < 2:
        return None
    ys, xs, right, below = _borders(level, upright, ys, xs, max(3, round(same * 0.8)))
    if len(ys) < 2 or len(xs) < 2:
        return None
    if ink is not None:
        _add_faded(below, right, ink, ys, xs, max(2, round(_RULE * dpi)))
    cells = [
        GridCell(
            row,
            first,
            last_row - row + 1,
            last - first + 1,
            Box(area.x0 + xs[first], area.y0 + ys[row], area.x0 + xs[last + 1], area.y0 + ys[last_row + 1]),
        )
        for row, last_row, first, last in _merged(right, below)
    ]
    if len(cells) < 2:
        return None
    box = Box(area.x0 + xs[0], area.y0 + ys[0], area.x0 + xs[-1], area.y0 + ys[-1])
    return Grid(box, len(ys) - 1, len(xs) - 1, tuple(cells))


Borders = list[list[bool]]


def _borders(
    level: Pixels, upright: Pixels, ys: list[int], xs: list[int], reach: int
) -> tuple[list[int], list[int], Borders, Borders]:
    """Rules that part at least two cells, and for each cell whether it is closed on its right and below.

    A rule that parts nothing (an underlined heading in a cell) is dropped, and the borders are looked at again.
    """
    while True:
        rows, columns = len(ys) - 1, len(xs) - 1
        right = [[_inked(upright, xs[c + 1], ys[r], ys[r + 1], reach) for c in range(columns)] for r in range(rows)]
        below = [[_inked(level.T, ys[r + 1], xs[c], xs[c + 1], reach) for c in range(columns)] for r in range(rows)]
        idle_ys = [ys[r + 1] for r in range(rows - 1) if not any(below[r])]
        idle_xs = [xs[c + 1] for c in range(columns - 1) if not any(right[r][c] for r in range(rows))]
        if not idle_ys and not idle_xs:
            return ys, xs, right, below
        ys = [y for y in ys if y not in idle_ys]
        xs = [x for x in xs if x not in idle_xs]


def _add_faded(below: Borders, right: Borders, ink: Pixels, ys: list[int], xs: list[int], thick: int) -> None:
    """Close borders of which a copy shows only traces, where most of the same rule is drawn."""
    for row, drawn in enumerate(below[:-1]):
        if 2 * sum(drawn) >= len(drawn):
            for column, closed in enumerate(drawn):
                drawn[column] = closed or _traced(ink.T, ys[row + 1], xs[column], xs[column + 1], thick)
    for column in range(len(xs) - 2):
        if 2 * sum(row[column] for row in right) >= len(right):
            for row, borders in enumerate(right):
                borders[column] = borders[column] or _traced(ink, xs[column + 1], ys[row], ys[row + 1], thick)


def _traced(ink: Pixels, at: int, start: int, end: int, thick: int) -> bool:
    """True if remains of an upright rule stand at column ``at`` between two rows: thin ink with nothing beside it."""
    inset = max(1, (end - start) // 20)
    low = max(0, at - 3 * thick)
    strip = ink[start + inset : end - inset, low : at + 3 * thick + 1] > 0
    middle = at - low
    near = np.any(strip[:, max(0, middle - thick) : middle + thick + 1], axis=1)
    beside = np.any(strip[:, : max(0, middle - 2 * thick)], axis=1) | np.any(strip[:, middle + 2 * thick + 1 :], axis=1)
    traces = near & ~beside
    parts = np.array_split(traces, _PARTS)
    # letters that stand across the place are ink in the middle of it
    spread = sum(bool(part.any()) for part in parts)
    return bool(strip.size) and float(traces.mean()) >= _TRACES and spread >= _SPREAD


def _places(mask: Pixels, same: float, axis: int) -> list[int]:
    """Positions of the rules across ``axis``: middles of the runs of rows (columns) that hold a long rule."""
    found: list[tuple[float, float]] = []
    for box in patches(mask):
        across, down = box.middle
        found.append((down, box.width) if axis == 1 else (across, box.height))
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
    """True if the upright rule at column ``at`` is drawn between rows ``start`` and ``end`` of ``mask``.

    It may have gaps, but it must come near both ends: the underline of a word in the cell does not.
    """
    inset = min(reach, max(1, (end - start) // 4))
    strip = mask[start + inset : end - inset, max(0, at - reach) : at + reach + 1]
    if strip.size == 0:
        return True
    drawn = np.max(strip, axis=1) > 0
    tip = max(1, len(drawn) // 8)
    share = float(drawn.mean())
    return share >= _SOLID or (share >= _DRAWN and bool(drawn[:tip].any()) and bool(drawn[-tip:].any()))


def _merged(right: Borders, below: Borders) -> list[tuple[int, int, int, int]]:
    """Cells as (first row, last row, first column, last column), in reading order.

    Neighbours in a row with no border between are one; such runs are one with the run below that spans the same
    columns if no border is drawn between them. So every cell is a rectangle, whatever ink is lost.
    """
    cells: list[tuple[int, int, int, int]] = []
    open_above: dict[tuple[int, int], int] = {}
    for row, closed in enumerate(right):
        still_open: dict[tuple[int, int], int] = {}
        first = 0
        for column, border in enumerate(closed):
            if not border and column + 1 < len(closed):
                continue
            run = (first, column)
            if run in open_above:
                index = open_above[run]
                cells[index] = (cells[index][0], row, first, column)
            else:
                index = len(cells)
                cells.append((row, row, first, column))
            if not any(below[row][first : column + 1]):
                still_open[run] = index
            first = column + 1
        open_above = still_open
    return cells
