"""Single signs in table cells that Tesseract misreads or overlooks, told by their shape: "-", "%", the ditto sign."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ocr.lines import Patches, Piece
from pipeline.extract.ocr.raster import Box, Pixels

_DIRT = 0.008
"""Inches: patches smaller than this either way are dirt."""
_STANDS_OFF = 0.2
"""In heights of a letter: gap between a dash and the words that it begins."""


Members = NDArray[np.intp]


def lone_sign(found: Patches, ink: Pixels, members: Members, dpi: float) -> tuple[str, Box] | None:
    """The sign that the patches ``members`` of a cell make and its box; None if they are anything else."""
    width, height = found.x1[members] - found.x0[members], found.y1[members] - found.y0[members]
    real = members[(width > _DIRT * dpi) & (height > _DIRT * dpi)]
    if not len(real):
        return None
    # specks of a copy beside a dash are much smaller than it
    largest = real[found.area[real] > 0.6 * found.area[real].max()]
    if len(largest) == 1 and _is_dash(found, ink, largest, _around(found, largest), dpi):
        return "-", _around(found, largest)
    if len(real) > 4:
        return None
    box = _around(found, real)
    for sign, test in (('"', _is_ditto), ("%", _is_percent)):
        if test(found, ink, real, box, dpi):
            return sign, box
    return None


def leading_dash(found: Patches, ink: Pixels, piece: Piece, dpi: float) -> Box | None:
    """The dash that begins a line: a flat bar apart from the first letter, at half the height of the letters."""
    members = np.asarray(sorted(piece.patches, key=lambda patch: int(found.x0[patch])), dtype=np.intp)
    width, height = found.x1[members] - found.x0[members], found.y1[members] - found.y0[members]
    real = members[(width > _DIRT * dpi) & (height > _DIRT * dpi)]
    if len(real) < 3:
        return None
    first, box = real[:1], _around(found, real[:1])
    gap = int(found.x0[real[1:]].min()) - box.x1
    level = piece.top + 0.2 * piece.height < box.middle[1] < piece.bottom - 0.1 * piece.height
    return box if level and gap > _STANDS_OFF * piece.height and _is_dash(found, ink, first, box, dpi) else None


def _around(found: Patches, real: Members) -> Box:
    return Box(
        int(found.x0[real].min()), int(found.y0[real].min()), int(found.x1[real].max()), int(found.y1[real].max())
    )


def _is_dash(_found: Patches, ink: Pixels, real: Members, box: Box, dpi: float) -> bool:
    """One flat bar, 1 to 6 points long."""
    flat = len(real) == 1 and box.width >= 1.5 * box.height and 0.02 * dpi < box.width < 0.12 * dpi
    return bool(flat and box.height < 0.045 * dpi and np.count_nonzero(box.of(ink)) > 0.6 * box.width * box.height)


def _is_ditto(found: Patches, _ink: Pixels, real: Members, box: Box, dpi: float) -> bool:
    """Two small upright strokes side by side."""
    if len(real) != 2 or not 0.025 * dpi < box.height < 0.09 * dpi or box.width > 1.6 * box.height:
        return False
    heights = found.y1[real] - found.y0[real]
    widths = found.x1[real] - found.x0[real]
    apart = int(max(found.x0[real])) >= int(min(found.x1[real])) - 1
    return bool(apart and heights.min() > 0.7 * heights.max() and (widths < 0.75 * heights).all())


def _is_percent(_found: Patches, ink: Pixels, _real: Members, box: Box, dpi: float) -> bool:
    """Two rings, one at the upper left, one at the lower right, a stroke between."""
    if not 0.06 * dpi < box.height < 0.2 * dpi or not 0.8 * box.height < box.width < 1.45 * box.height:
        return False
    part = np.ascontiguousarray(box.of(ink))
    middle = part[:, round(0.3 * box.width) : round(0.7 * box.width)]
    if not middle.any(axis=0).all():
        return False  # two signs side by side: "96" has such rings too
    contours, hierarchy = cv2.findContours(part, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if hierarchy is None:
        return False
    holes = []
    for contour, links in zip(contours, hierarchy[0], strict=True):
        if links[3] >= 0 and cv2.contourArea(contour) >= 0.004 * box.width * box.height:
            x, y, w, h = cv2.boundingRect(contour)
            holes.append(((x + w / 2) / box.width, (y + h / 2) / box.height))
    if len(holes) != 2:
        return False
    (x0, y0), (x1, y1) = sorted(holes)
    return bool(x0 < 0.42 and y0 < 0.5 and x1 > 0.58 and y1 > 0.5)
