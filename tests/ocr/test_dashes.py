"""Dashes at the start of a line, told by their ink."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.extract.ocr import glyphs, lines, reading
from pipeline.extract.ocr.engine import ReadWord
from pipeline.extract.ocr.raster import Box

DPI = 200
Bar = tuple[int, int, int, int]


@pytest.mark.parametrize(
    ("bar", "found"),
    [
        ((60, 70, 112, 115), True),
        ((60, 66, 112, 115), True),
        # at the foot of the letters, as high as wide, near the first letter, and an underline
        ((60, 70, 124, 128), False),
        ((60, 68, 110, 118), False),
        ((75, 88, 112, 115), False),
        ((30, 70, 112, 115), False),
    ],
)
def test_a_flat_bar_before_the_words(bar: Bar, found: bool) -> None:
    ink = np.zeros((200, 600), dtype=np.uint8)
    for number in range(12):
        ink[100:126, 90 + 24 * number : 108 + 24 * number] = 255
    x0, x1, y0, y1 = bar
    ink[y0:y1, x0:x1] = 255
    patches = lines.patches(ink)
    (piece,) = lines.find(patches, DPI)
    assert (glyphs.leading_dash(patches, ink, piece, DPI) is not None) is found


def word(text: str, x0: int, x1: int) -> ReadWord:
    return ReadWord(text, 0.4, Box(x0, 0, x1, 20))


@pytest.mark.parametrize(
    ("read", "dashed"),
    [
        ([word("~", 10, 20), word("Các", 30, 60)], "- Các"),
        ([word("Các", 30, 60)], "- Các"),
        ([word("«Các", 10, 60)], "-Các"),
        ([word("-", 10, 20), word("Các", 30, 60)], "- Các"),
        ([word("–", 10, 20), word("Các", 30, 60)], "– Các"),
        ([word("“Các", 10, 60)], "“Các"),
        ([], ""),
    ],
)
def test_the_dash_stands_before_the_words(read: list[ReadWord], dashed: str) -> None:
    result = reading._dashed(read, Box(110, 58, 120, 61), (100, 50))
    assert " ".join(found.text for found in result) == dashed


def test_without_a_dash_the_words_stay() -> None:
    assert reading._dashed([word("~", 10, 20)], None, (0, 0)) == [word("~", 10, 20)]
