"""The straight lines that a PDF page draws, through pdfium: what ruled tables are made of."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import BBox
from pipeline.extract.turn import Turn

_THIN = 3.0
"""Points up to which a filled rectangle is a drawn line."""
_SHORT = 3.0
"""Points below which a line is a dot or the corner where two borders meet."""
_STRAIGHT = 0.7
"""Points by which a line may lean and still be level or upright."""
_PALE = 250
"""From this value of red, green and blue (0 to 255) on a line is white: it cannot be seen."""
_MOST = 20_000
"""Segments after which a page is a drawing (a map), not a table."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level (``across``) or upright line; its box is flat in the other direction. Points of the page as shown."""

    across: bool
    bbox: BBox


def rules(page: Any) -> list[Rule]:
    """The visible level and upright lines of a pypdfium2 page; none where the page is a drawing."""
    turn = Turn.of(page)
    found: list[Rule] = []
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        for outline in _visible(drawn):
            for left, bottom, right, top in outline:
                rule = _rule(turn.box(left, bottom, right, top))
                if rule is not None:
                    found.append(rule)
        if len(found) > _MOST:
            return []
    return found


def _rule(box: BBox) -> Rule | None:
    wide, high = box.x1 - box.x0, box.bottom - box.top
    if high <= _THIN and wide > _SHORT and wide > high:
        middle = (box.top + box.bottom) / 2
        return Rule(True, BBox(box.x0, middle, box.x1, middle))
    if wide <= _THIN and high > _SHORT:
        middle = (box.x0 + box.x1) / 2
        return Rule(False, BBox(middle, box.top, middle, box.bottom))
    return None


def _visible(drawn: Any) -> Iterator[list[tuple[float, float, float, float]]]:
    """For each outline of a path its lines as (left, bottom, right, top) in page space.

    A thin outline is one line, stroked or filled. Of others only the strokes count: the filled rectangles behind
    shaded cells and marked words are no lines.
    """
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke):
        return
    stroked = bool(stroke.value) and not _pale(drawn, pdfium.FPDFPageObj_GetStrokeColor)
    filled = bool(fill.value) and not _pale(drawn, pdfium.FPDFPageObj_GetFillColor)
    if not stroked and not filled:
        return
    for points in _outlines(drawn):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        if min(right - left, top - bottom) <= _THIN:
            yield [(left, bottom, right, top)]
        elif stroked:
            yield [
                (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
                for a, b in pairwise(points)
                if min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _STRAIGHT
            ]


def _pale(drawn: Any, colour: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(drawn, red, green, blue, alpha):
        return False
    return alpha.value < 10 or min(red.value, green.value, blue.value) >= _PALE


def _outlines(drawn: Any) -> Iterator[list[Point]]:
    """The outlines of a path as points in page space; curves are left out."""
    steps = list(matrices(drawn))
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        for a, b, c, d, e, f in steps:
            point = (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = [point]
            continue
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def matrices(drawn: Any) -> Iterator[tuple[float, float, float, float, float, float]]:
    """From the space of the path to that of the page: its own matrix, then those of the forms that hold it."""
    while drawn is not None:
        a, b, c, d, e, f = drawn.get_matrix().get()
        yield a, b, c, d, e, f
        drawn = drawn.container
