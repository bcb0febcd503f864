"""A digital PDF as it comes back from the scanner: sealed, signed, a little crooked, grey, compressed."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks import degrade
from tests.samples.as_pdf import font_file

DRAWN_DPI = 300
OFFICE = degrade.Degradation(dpi=200, skew=(0.3, 0.7), blur=0.7, noise=4.0, shading=0.08)
JPEG_QUALITY = 60
SEED = 2026


def as_scan(digital: Path, path: Path, sealed: str) -> None:
    """Write an image-only PDF of the pages of ``digital``, signed and sealed (the seal says ``sealed``).

    The same bytes each time.
    """
    rng = np.random.default_rng(SEED)
    canvas = Canvas(str(path), invariant=1)
    with pypdfium2.PdfDocument(digital) as document:
        for page in document:
            image = page.render(scale=DRAWN_DPI / 72).to_pil().convert("RGB")
            where = _signature_place(page)
            if where is not None:
                image = _sign(image, where, sealed, rng)
            scanned = degrade.degrade(image, DRAWN_DPI, OFFICE, rng)
            size = page.get_size()
            canvas.setPageSize(size)
            canvas.drawImage(_jpeg(scanned), 0, 0, *size)
            canvas.showPage()
    canvas.save()


def _signature_place(page: pypdfium2.PdfPage) -> tuple[float, float] | None:
    """Middle of the room above the signatory's name, in inches from the top left; None on other pages."""
    text = page.get_textpage()
    search = text.search("Nơi nhận")
    found = search.get_next()
    if found is None:
        return None
    top = text.get_charbox(found[0])[3]
    width, height = page.get_size()
    return width * 0.7 / 72, (height - top) / 72 + 1.1


def _sign(image: Image.Image, where: tuple[float, float], words: str, rng: np.random.Generator) -> Image.Image:
    signed = degrade.signature(image, DRAWN_DPI, where, rng)
    return degrade.seal(signed, DRAWN_DPI, (where[0] - 0.9, where[1] - 0.2), words, str(font_file("Bold")))


def _jpeg(image: Image.Image) -> ImageReader:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY)
    buffer.seek(0)
    return ImageReader(buffer)
