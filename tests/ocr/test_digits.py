"""Digits held against their shape."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.extract.ocr.digits import are_close, denied
from pipeline.extract.ocr.raster import Box
from tests.ocr.conftest import SERIF

SANS = SERIF.with_name("LiberationSans-Regular.ttf")


def drawn(text: str, font: str, size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    image = Image.new("L", (40 * len(text) + 40, 80), 255)
    ImageDraw.Draw(image).text((20, 20), text, fill=0, font=ImageFont.truetype(font, size))
    return np.asarray(image)


@pytest.mark.skipif(not SERIF.is_file() or not SANS.is_file(), reason="fonts-liberation2 is not installed")
@pytest.mark.parametrize("font", [str(SERIF), str(SANS)])
@pytest.mark.parametrize("size", [30, 36, 54])
@pytest.mark.parametrize(
    ("printed", "read", "other"),
    [
        ("1234567890", "1234567890", False),
        ("227.575", "227.575", False),
        ("92,68%", "92,68%", False),
        ("3", "8", True),
        ("2", "8", True),
        ("92,63%", "92,68%", True),
        ("227.575", "227.515", True),
        ("8", "3", True),
        ("5", "6", True),
        # what cannot be told: other signs, more digits than patches
        ("3", "B", False),
        ("8/KH", "3/KH", False),
        ("33", "8", False),
        ("", "8", False),
    ],
)
def test_shapes(printed: str, read: str, other: bool, font: str, size: int) -> None:
    assert denied(read, drawn(printed, font, size)) is other


@pytest.mark.skipif(not SERIF.is_file(), reason="fonts-liberation2 is not installed")
@pytest.mark.parametrize("font", [str(SERIF), str(SANS)])
@pytest.mark.parametrize(
    ("left", "right", "close"), [("12/1", "1/2024", True), ("12/1 ", "1/2024", False), ("1", "1.924", True)]
)
def test_digits_with_no_room_for_a_space_are_of_one_number(font: str, left: str, right: str, close: bool) -> None:
    face = ImageFont.truetype(font, 40)
    image = np.asarray(drawn(left + right, font, 40))
    middle = 20 + round(face.getlength(left))
    end = 20 + round(face.getlength(left + right))
    assert are_close(image, Box(20, 20, middle - 2, 70), Box(middle + 2, 20, end, 70)) is close
