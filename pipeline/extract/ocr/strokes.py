"""Roman numerals checked by counting strokes: both models read "III" as "II" now and then.

A quarter of the year is a deadline, so a disagreement makes the word doubtful.
"""

from __future__ import annotations

import re

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ocr.raster import WHITE, Box, Pixels

Flags = NDArray[np.bool_]
"""A row of pixels: dark or not."""

_NUMERAL = re.compile(r"([IHL1l|]{1,5})([.,;:)/]*)")
MOST_STROKES = 3
"""Of a Roman numeral that is counted by its strokes: I, II, III."""
_SLANT = 0.28
"""Lean of the italics of office types: 15 to 16 degrees."""
_STROKES = re.compile(r"\(?(I{1,3})(?:[/.\-–]\d.*|[.,;:)/]*)")


def disagrees(text: str, image: Pixels, box: Box) -> bool:
    """True if ``text`` begins with I, II or III and the ink of its box begins with another number of strokes.

    ``image`` is the grey line that the word was read from, ``box`` the place of the word in it.
    """
    found = _STROKES.fullmatch(text)
    if found is None:
        return False
    counted = leading_strokes(image[:, max(0, box.x0 - 1) : box.x1 + 1])
    return counted > 0 and counted != len(found[1])


def may_be_numeral(text: str) -> bool:
    """True if ``text`` is what readers make of I, II or III and no other word or number: "H.", "IL.", "III,"."""
    found = _NUMERAL.fullmatch(text)
    return found is not None and not found[1].isdigit()  # "1. MỤC TIÊU" counts in figures


def numeral(text: str, other: str, image: Pixels, box: Box) -> str:
    """The numeral that ``text``, the reading of one model, and ``other``, that of the second, stand for.

    A reading that the strokes of the ink in ``box`` bear out; where neither is a numeral ("IH.", "H."), or both miss a
    stroke ("II." for three), the strokes alone; else ``text``.
    """
    count = leading_strokes(image[:, max(0, box.x0 - 1) : box.x1 + 1])
    plain = [_STROKES.fullmatch(reading) for reading in (text, other)]
    for found in plain:
        if found is not None and len(found[1]) == count:
            return found.group()
    ends = _NUMERAL.fullmatch(text)
    # strokes run together in a reading; none is ever seen that is not there
    lost = plain[0] is not None and len(plain[0][1]) < count
    if (plain == [None, None] or lost) and ends is not None and 0 < count <= MOST_STROKES:
        return "I" * count + ends[2]
    return text


def upright(image: Pixels) -> Pixels:
    """A grey word in italics with its strokes set upright; its foot stays where it is."""
    height, width = image.shape
    matrix = np.array([[1.0, _SLANT, 0.0], [0.0, 1.0, 0.0]])
    size = (width + round(_SLANT * height), height)
    turned = cv2.warpAffine(np.ascontiguousarray(image), matrix, size, flags=cv2.INTER_LINEAR, borderValue=WHITE)
    return np.asarray(turned, dtype=np.uint8)


def leading_strokes(image: Pixels) -> int:
    """Upright strokes at the left of a grey word, up to the first sign that is none; 0 where the ink does not tell.

    A stroke is dark at the same place at a quarter, the middle and three quarters of the height of the letters; a
    slash, a letter V and digits are not.
    """
    if image.size == 0:
        return 0
    _, dark = cv2.threshold(np.ascontiguousarray(image), 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    rows = np.flatnonzero(dark.any(axis=1))
    if len(rows) < 8:
        return 0
    top, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    levels = [dark[top + int(part * height)].astype(bool) for part in (0.3, 0.5, 0.7)]
    count, last = 0, 0
    body = dark[top + int(0.2 * height) : top + int(0.8 * height)].astype(bool)
    for start, end in _runs(levels[1]):
        if count and body[:, last:start].all(axis=1).any():
            return count - 1  # a bar joins the two: "H"
        if end - start > 0.4 * height or not all(level[start:end].any() for level in levels):
            break
        above, below = (_middle(level, start, end) for level in (levels[0], levels[2]))
        if abs(above - below) > max(1.0, 0.06 * height):
            break
        count, last = count + 1, end
    return count


def _runs(level: Flags) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], level.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _middle(level: Flags, start: int, end: int) -> float:
    """Where the ink at this level lies around a run of the middle level."""
    low, high = max(0, start - 3), min(len(level), end + 3)
    found = np.flatnonzero(level[low:high])
    return float(found.mean()) + low if len(found) else float(start)
