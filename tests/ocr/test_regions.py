"""Reading order of pieces of lines: halves of a page, lists whose values stand apart."""

from __future__ import annotations

import pytest

from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import Box
from pipeline.extract.ocr.regions import order

PAGE = Box(0, 0, 1654, 2339)


def piece(x0: int, x1: int, y: int) -> Piece:
    return Piece(Box(x0, y, x1, y + 30), y, y + 30, tuple(range((x1 - x0) // 15)))


def centred(middle: int, width: int, y: int) -> Piece:
    return piece(middle - width // 2, middle + width // 2, y)


# left pieces, right pieces, are they two halves?
BLOCKS = {
    "values flush right": (
        [piece(300, 300 + w, y) for w, y in ((200, 1700), (400, 1745), (350, 1790), (500, 1835))],
        [piece(1450 - w, 1450, y) for w, y in ((220, 1690), (120, 1735), (110, 1780), (130, 1825))],
        False,
    ),
    "values at a tab stop": (
        [piece(300, 300 + w, y) for w, y in ((200, 1700), (400, 1745), (350, 1790), (500, 1835))],
        [piece(1100, 1100 + w, y) for w, y in ((220, 1700), (120, 1745), (300, 1790), (130, 1835))],
        False,
    ),
    "two values at the margin": (
        [piece(300, 700, 1700), piece(300, 600, 1745)],
        [piece(1330, 1450, 1700), piece(1250, 1450, 1745)],
        False,
    ),
    "recipients and signature": (
        [piece(200, 200 + w, y) for w, y in ((180, 1700), (400, 1740), (380, 1780), (420, 1820), (300, 1860))],
        [centred(1200, w, y) for w, y in ((480, 1700), (240, 1740), (300, 2000))],
        True,
    ),
    "signature in line with the recipients": (
        [piece(200, 200 + w, y) for w, y in ((180, 1700), (400, 1740), (380, 1780), (420, 1820), (300, 1860))],
        [centred(1200, w, y) for w, y in ((480, 1700), (240, 1740), (330, 1860))],
        True,
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_halves_are_told_from_lists_with_values(name: str) -> None:
    left, right, halves = BLOCKS[name]
    body = [piece(200, 1450, y) for y in range(200, 1600, 60)]
    lines = order([*body, *left, *right], PAGE)[len(body) :]
    regions = {line.region for line in lines}
    assert regions == ({"left", "right"} if halves else {"body"})
    if not halves:
        assert [len(line.pieces) for line in lines] == [2] * len(right)
