from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.extract.ocr.raster import Box
from pipeline.extract.ocr.strokes import disagrees, leading_strokes, may_be_numeral, numeral, upright

FONT = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"


def drawn(text: str, size: int = 40, face: str = FONT) -> np.ndarray:
    try:
        font = ImageFont.truetype(face, size)
    except OSError:
        pytest.skip("the font Liberation Serif is not installed (apt-get install fonts-liberation2)")
    image = Image.new("L", (size * len(text), 2 * size), 255)
    ImageDraw.Draw(image).text((5, 5), text, font=font, fill=0)
    return np.asarray(image.crop(image.point(lambda v: 255 - v).getbbox()))


@pytest.mark.parametrize("size", [24, 40, 60])
@pytest.mark.parametrize(
    ("text", "count"),
    [("I/2026", 1), ("II/2026.", 2), ("III/2026", 3), ("III", 3), ("IV/2026", 1), ("V/2026", 0), ("2026", 0)],
)
def test_strokes_are_counted(text: str, count: int, size: int) -> None:
    assert leading_strokes(drawn(text, size)) == count


@pytest.mark.parametrize(("text", "count"), [("11", 2), ("12", 1), ("7", 0)])
def test_strokes_in_italics_are_set_upright(text: str, count: int) -> None:
    assert leading_strokes(upright(drawn(text, 30, FONT.replace("Regular", "Italic")))) == count


@pytest.mark.parametrize(
    ("read", "printed", "doubt"),
    [
        ("II/2026", "III/2026", True),
        ("III/2026", "III/2026", False),
        ("II.", "II.", False),
        ("I/2026", "II/2026", True),
        ("IV/2026", "IV/2026", False),
        ("12/2026", "12/2026", False),
    ],
)
def test_a_numeral_that_its_ink_denies_is_doubtful(read: str, printed: str, doubt: bool) -> None:
    image = drawn(printed)
    assert disagrees(read, image, Box(0, 0, image.shape[1], image.shape[0])) is doubt


@pytest.mark.parametrize(
    ("first", "second", "printed", "settled"),
    [
        ("II.", "II.", "II.", "II."),
        ("III.", "II.", "II.", "II."),
        ("IL.", "I.", "I.", "I."),
        ("IH.", "H.", "II.", "II."),
        ("H,", "II,", "II,", "II,"),
        ("H,", "II,", "H,", "H,"),
        ("II.", "II.", "III.", "III."),
        ("III.", "III.", "II.", "III."),
    ],
)
def test_the_ink_decides_between_two_readings(first: str, second: str, printed: str, settled: str) -> None:
    image = drawn(printed)
    assert numeral(first, second, image, Box(0, 0, image.shape[1], image.shape[0])) == settled


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("H.", True),
        ("IL.", True),
        ("II", True),
        ("HI,", True),
        ("IV.", False),
        ("1.", False),
        ("11.", False),
        ("A.", False),
        ("", False),
    ],
)
def test_what_may_be_a_numeral(text: str, may: bool) -> None:
    assert may_be_numeral(text) is may
