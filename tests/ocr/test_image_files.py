"""The kinds of image files that scanners and telephones write."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from pipeline import extract
from pipeline.config import Settings
from pipeline.errors import BadInputError
from tests.ocr.conftest import Sheet

WORDS = ["Ủy ban nhân dân xã xây dựng kế hoạch năm 2026", "Phấn đấu trồng mới 12.500 cây, tỷ lệ sống đạt trên 92,5%"]


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, dpi=(200, 200), **how)  # type: ignore[arg-type]  # Pillow takes what the format knows
    return buffer.getvalue()


def sideways(image: Image.Image) -> bytes:
    """As a telephone writes it that was held upright: turned pixels and a note how to turn them back."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(image.rotate(90, expand=True), "JPEG", quality=90, exif=exif)


def transparent(image: Image.Image) -> bytes:
    """Black letters on a transparent ground whose hidden colour is black too."""
    alpha = ImageOps.invert(image.convert("L"))
    layers = Image.new("RGBA", image.size, (0, 0, 0, 0))
    layers.putalpha(alpha)
    return saved(layers, "PNG")


def deep(image: Image.Image) -> bytes:
    return saved(Image.fromarray(np.asarray(image.convert("L"), dtype=np.uint16) * 257), "PNG")


@pytest.mark.ocr
@pytest.mark.parametrize(
    "write",
    [
        lambda image: saved(image, "PNG"),
        lambda image: saved(image.convert("P"), "GIF"),
        lambda image: saved(image, "BMP"),
        lambda image: saved(image, "WEBP", quality=90),
        lambda image: saved(image, "JPEG2000"),
        lambda image: saved(image.convert("CMYK"), "JPEG", quality=90),
        lambda image: saved(image.convert("CMYK"), "TIFF"),
        lambda image: saved(image.convert("1", dither=Image.Dither.NONE), "TIFF", compression="group4"),
        sideways,
        transparent,
        deep,
    ],
    ids="png gif bmp webp jpeg2000 cmyk-jpeg cmyk-tiff fax-tiff exif alpha 16-bit".split(),
)
def test_every_kind_of_image_is_read(
    tmp_path: Path, sheet: Sheet, settings: Settings, write: Callable[[Image.Image], bytes]
) -> None:
    for number, line in enumerate(WORDS):
        sheet.text(85, 120 + 24 * number, line)
    path = tmp_path / "scan.bin"
    path.write_bytes(write(sheet.image))
    document = extract.read(path, settings, lambda *_: None)
    assert document.text.split("\n")[:2] == WORDS
    assert document.pages[0].error is None


@pytest.mark.ocr
def test_a_tiff_of_many_pages(tmp_path: Path, sheet: Sheet, settings: Settings) -> None:
    second = Sheet()
    sheet.text(85, 120, WORDS[0])
    second.text(85, 120, WORDS[1])
    (tmp_path / "a.tif").write_bytes(saved(sheet.image, "TIFF", save_all=True, append_images=[second.image]))
    document = extract.read(tmp_path / "a.tif", settings, lambda *_: None)
    assert [document.text[p.span.start : p.span.end].strip() for p in document.pages] == WORDS


def test_photos_that_cannot_be_decoded_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100))
    with pytest.raises(BadInputError, match="HEIC") as error:
        extract.read(tmp_path / "a.heic", Settings(), lambda *_: None)
    assert "JPEG" in (error.value.hint or "")
