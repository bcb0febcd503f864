"""Digits held against their shape: what both models take for an 8 must have holes, what they take for a 1 is no 7.

Two models that were trained on the same pages mistake the same digits for each other. The number of white islands in a
digit and where its strokes are wide tell 3 from 8 and 7 from 1; they only deny a reading, they never make one.
"""

from __future__ import annotations

import re

import cv2
import numpy as np

from pipeline.extract.ocr.raster import Box, Pixels

_ONLY_DIGITS = re.compile(r"[(\-–+]*\d[\d.,:/\-–]*%?[).,;:]*")
_HOLES = {"1": (0, 0), "2": (0, 0), "3": (0, 0), "5": (0, 0), "6": (1, 1), "7": (0, 0), "8": (1, 2), "9": (1, 1)}
"""Least and most white islands of a digit. A 0 or 4 may be drawn open; small print closes one island of an 8."""
_LEAST_HOLE = 0.001
"""Share of the square of a digit's height that the least island has."""
_TALL = 0.7
"""Patches of at least this share of the height of the highest are digits, lower ones are dots and commas."""
_PITCH = 0.95
"""Heights between the middles of neighbouring digits: 0.75 within a number, 1.1 and more with a space between."""
_ENLARGED = 4
_WIDE, _FOOT, _NARROW, _SERIF = 0.55, 0.5, 0.5, 0.8
"""A 7 is wider than the first (in heights) and its foot narrower than the second (in widths); a 1 the reverse."""


def denied(text: str, image: Pixels) -> bool:
    """True if the ink of the number ``text`` shows that one of its digits is another.

    ``image``: the grey picture of that number alone. False where its digits touch or are broken.
    """
    if _ONLY_DIGITS.fullmatch(text) is None or image.size == 0:
        return False
    wanted = [sign for sign in text.rstrip("%") if sign.isdigit()]
    found = _digits(image, percent="%" in text)
    if len(found) != len(wanted):
        return False
    return any(_is_other(digit, box.of(image)) for digit, box in zip(wanted, found, strict=True))


def are_close(image: Pixels, left: Box, right: Box) -> bool:
    """True if the last digit of ``left`` and the first of ``right``, words of the grey line ``image``, stand as near to
    each other as those of one number: all digits of a type are as wide, so a space would show between their middles."""
    part = image[:, max(0, left.x0 - 1) : right.x1 + 1]
    found = _digits(part, percent=False)
    edge = (left.x1 + right.x0) / 2 - max(0, left.x0 - 1)
    before = [box for box in found if box.middle[0] < edge]
    behind = [box for box in found if box.middle[0] >= edge]
    if not before or not behind:
        return False
    height = max(box.height for box in found) - 2
    return behind[0].middle[0] - before[-1].middle[0] < _PITCH * height


def _digits(image: Pixels, percent: bool) -> list[Box]:
    """Boxes of the digits from left to right; none where a percent sign stands behind them and cannot be told."""
    _, dark = cv2.threshold(np.ascontiguousarray(image), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark)
    patches = sorted(stats[1:count].tolist())
    highest = max((height for _, _, _, height, _ in patches), default=0)
    boxes = [Box(x - 1, y - 1, x + w + 1, y + h + 1) for x, y, w, h, _ in patches if h > _TALL * highest]
    return boxes[:-1] if percent else boxes


def _is_other(digit: str, image: Pixels) -> bool:
    large = cv2.resize(image, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
    framed = cv2.copyMakeBorder(large, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=255)
    _, dark = cv2.threshold(framed, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if len(rows) < 8 * _ENLARGED or not len(columns):
        return False
    height, width = int(rows[-1] - rows[0] + 1), int(columns[-1] - columns[0] + 1)
    least, most = _HOLES.get(digit, (0, 9))
    if not least <= _holes(dark, _LEAST_HOLE * height**2) <= most:
        return True
    foot = float(dark[rows[-1] - height // 8 : rows[-1]].any(axis=0).sum()) / width
    if digit == "1":
        return width > _WIDE * height and foot < _FOOT
    return digit == "7" and width < _NARROW * height and foot > _SERIF


def _holes(dark: Pixels, least: float) -> int:
    """White islands of at least ``least`` pixels."""
    contours, hierarchy = cv2.findContours(dark, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if hierarchy is None:
        return 0
    inner = [contour for contour, links in zip(contours, hierarchy[0], strict=True) if links[3] >= 0]
    return sum(cv2.contourArea(contour) >= least for contour in inner)
