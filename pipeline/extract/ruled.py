"""Ruled tables of digital pages: cells from drawn lines by the geometry of pdfplumber, words from the text layer."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.document import BBox
from pipeline.extract.layout import line, rows
from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.rules import Rule
from pipeline.extract.textlayer import StyledWord, cut

_NEAR = 2.0
"""Points within which two edges are one."""
_SNAP = 3.0
"""Points within which two drawn lines are one, or meet."""
_OPEN = 12.0
"""Points from an upright line from which the end of the level lines is a side of the table that is left open."""

_DIGITS = re.compile(r"[\d.,]+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NUMBER = re.compile(r"\d+(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?")
"""A whole number as Vietnam writes it: groups of three with points, decimals behind a comma."""

Box = tuple[float, float, float, float]


def tables(rules: Sequence[Rule], words: Sequence[StyledWord]) -> tuple[list[PrintedTable], list[StyledWord]]:
    """The tables that the lines of a page rule, and the words that stand in none of them.

    A frame with a single column is no table (a box around a note), nor is one row with fewer than three columns.
    """
    found: list[PrintedTable] = []
    free = list(words)
    for boxes in _grids(rules):
        cells = [c for c in boxes if c[2] - c[0] > 3 and c[3] - c[1] > 3]
        xs = _edges([c[0] for c in cells] + [c[2] for c in cells])
        ys = _edges([c[1] for c in cells] + [c[3] for c in cells])
        if len(xs) < 3 or len(ys) + len(xs) < 6:
            continue
        frame = (xs[0], ys[0], xs[-1], ys[-1])
        inside = [w for w in free if _holds(frame, w.bbox)]
        if not inside:
            continue
        free = [w for w in free if not _holds(frame, w.bbox)]
        found.append(_table(cells, xs, ys, inside))
    return found, free


def _grids(rules: Sequence[Rule]) -> Iterator[list[Box]]:
    """The cells of each grid of lines."""
    if sum(r.across for r in rules) < 2 or sum(not r.across for r in rules) < 3:
        return
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = merge_edges([_edge(rule) for rule in rules], _SNAP, _SNAP, _SNAP, _SNAP)
    edges += _open_sides(edges)
    yield from cells_to_tables(intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP)))


def _open_sides(edges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The upright edges at the left and right end of a table whose lines are drawn only inside.

    Level lines that an upright one divides, and that all end at the same place beyond it, end there with the table.
    """
    level = [e for e in edges if e["orientation"] == "h"]
    upright = [e for e in edges if e["orientation"] == "v"]
    found: list[dict[str, Any]] = []
    for side in ("x0", "x1"):
        for x in _edges([e[side] for e in level]):
            ending = [e for e in level if abs(e[side] - x) <= _NEAR and _divided(e, upright)]
            if len(ending) < 2:
                continue
            top, bottom = min(e["top"] for e in ending), max(e["top"] for e in ending)
            beside = [u for u in upright if u["top"] <= bottom + _SNAP and u["bottom"] >= top - _SNAP]
            crossed = [e for e in level if top - _SNAP <= e["top"] <= bottom + _SNAP and _divided(e, upright)]
            if len(ending) * 2 > len(crossed) and all(abs(u["x0"] - x) > _OPEN for u in beside):
                found.append(_edge(Rule(False, BBox(x, top, x, bottom))))
    return found


def _divided(level: dict[str, Any], upright: Sequence[dict[str, Any]]) -> bool:
    """True if an upright line meets or crosses a level one between its ends."""
    return any(
        level["x0"] + _SNAP < u["x0"] < level["x1"] - _SNAP and u["top"] - _SNAP <= level["top"] <= u["bottom"] + _SNAP
        for u in upright
    )


def _edge(rule: Rule) -> dict[str, Any]:
    """A line as pdfplumber writes it."""
    box = rule.bbox
    return {
        "x0": box.x0, "x1": box.x1, "top": box.top, "bottom": box.bottom,
        "width": box.x1 - box.x0, "height": box.bottom - box.top,
        "orientation": "h" if rule.across else "v", "object_type": "line",
    }  # fmt: skip


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _place(box: BBox, xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    """Row and column of the middle of a word."""
    row = bisect(ys, (box.top + box.bottom) / 2) - 1
    column = bisect(xs, (box.x0 + box.x1) / 2) - 1
    return max(0, min(row, len(ys) - 2)), max(0, min(column, len(xs) - 2))


def _holds(box: Sequence[float], inner: BBox) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return bool(box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1)


def _table(boxes: list[Box], xs: list[float], ys: list[float], words: list[StyledWord]) -> PrintedTable:
    places: dict[tuple[int, int], Box] = {}
    covers: dict[tuple[int, int], Box] = {}
    for box in sorted(boxes, key=lambda b: (b[1], b[0])):
        row, column = _index(ys, box[1]), _index(xs, box[0])
        if places.setdefault((row, column), box) is box:
            for r in range(row, max(row + 1, _index(ys, box[3]))):
                for c in range(column, max(column + 1, _index(xs, box[2]))):
                    covers.setdefault((r, c), box)
    inside: dict[Box, list[StyledWord]] = {box: [] for box in places.values()}
    for chain in _chains(words, xs):
        # what runs over the edge of its cell still belongs to the cell in which it begins
        first = covers.get(_place(chain[0].bbox, xs, ys))
        for word in chain:
            box_of_word = first or covers.get(_place(word.bbox, xs, ys))
            if box_of_word is not None:
                inside[box_of_word].append(word)
    cells = [
        PrintedCell(
            row=row,
            column=column,
            lines=tuple(whole_numbers([line(r.words, "table") for r in rows(inside[box])])),
            bbox=BBox(*box),
            rowspan=max(1, _index(ys, box[3]) - row),
            colspan=max(1, _index(xs, box[2]) - column),
        )
        for (row, column), box in places.items()
    ]
    return _compact(cells, len(ys) - 1, len(xs) - 1, BBox(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs))


def whole_numbers(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a cell with numbers that a narrow column breaks in two ("12.345.6", "78") put together again.

    Only where one of the parts cannot be a number, and both together are one in groups of three digits.
    """
    found: list[PrintedLine] = []
    for after in lines:
        before = found[-1] if found else None
        if before is not None and before.words and after.words:
            head, tail = before.words[-1], after.words[0]
            both = head.text + tail.text
            broken = not _NUMBER.fullmatch(head.text) or not _NUMBER.fullmatch(tail.text)
            if broken and _DIGITS.fullmatch(both) and _GROUPED.fullmatch(both):
                box = BBox.union((head.bbox, tail.bbox)) or head.bbox
                found[-1] = replace(before, words=(*before.words[:-1], replace(head, text=both, bbox=box)))
                after = replace(after, words=after.words[1:])
                if not after.words:
                    continue
        found.append(after)
    return found


def _chains(words: Sequence[StyledWord], xs: Sequence[float]) -> Iterator[list[StyledWord]]:
    """Words that one drawing operation puts beside each other; words glued over a column edge are cut there."""
    chain: list[StyledWord] = []
    for whole in words:
        for word in cut(whole, xs):
            if chain and not _goes_on(chain[-1], word):
                yield chain
                chain = []
            chain.append(word)
    if chain:
        yield chain


def _goes_on(before: StyledWord, word: StyledWord) -> bool:
    gap = word.bbox.x0 - before.bbox.x1
    level = abs(word.bbox.bottom - before.bbox.bottom) < 0.3 * before.size
    return word.run == before.run and level and -1 < gap < 0.6 * before.size


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
