"""Pictures of the pages for the review page: small, upright, with form fields and signatures drawn."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.plan import PageSource

if TYPE_CHECKING:
    from PIL import Image

DPI = 110
BUDGET = 150_000
"""Most bytes that one page picture may take in the review page."""
_MOST_PIXELS = 8_000_000
"""Of a page picture, however large the page is."""
_QUALITIES = (60, 45, 30, 20, 10)


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page picture as a data URI; width and height in pixels."""

    page: int
    width: int
    height: int
    uri: str


def page_images(path: Path, media_type: str, pages: list[PageSource]) -> Iterator[PageImage]:
    """Pictures of the pages of a PDF or image file, in order; none for text and Word files."""
    if media_type == "application/pdf":
        pictures = _of_pdf(path, pages)
    elif media_type.startswith("image/"):
        pictures = _of_image(path, pages)
    else:
        return
    for page, picture in pictures:
        yield _packed(page, picture)


def _of_pdf(path: Path, pages: list[PageSource]) -> Iterator[tuple[PageSource, Image.Image]]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        for page in pages:
            try:
                handle = pdf[page.page - 1]
                picture = handle.render(scale=_scale(*handle.get_size()), may_draw_forms=True).to_pil()
                handle.close()
            except pypdfium2.PdfiumError:
                # the record says why the page could not be read; it has no picture
                continue
            yield page, _upright(picture, page)


def _scale(width: float, height: float) -> float:
    """Pixels a point, fewer for pages of the size of a wall (a page may be 14,400 points wide)."""
    return float(min(DPI / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5))


def _of_image(path: Path, pages: list[PageSource]) -> Iterator[tuple[PageSource, Image.Image]]:
    from PIL import Image, ImageOps

    with Image.open(path) as file:
        for page in pages:
            if getattr(file, "n_frames", 1) > 1:
                file.seek(page.page - 1)
            try:
                picture = _upright(ImageOps.exif_transpose(file).convert("RGB"), page)
            except (OSError, SyntaxError, ValueError):
                # Pillow has no error of its own for broken pictures
                continue
            if page.width:
                height = page.height or page.width
                scale = _scale(page.width, height)
                size = (max(1, round(page.width * scale)), max(1, round(height * scale)))
                picture = picture.resize(size, Image.Resampling.LANCZOS)
            yield page, picture


def _upright(picture: Image.Image, page: PageSource) -> Image.Image:
    """Turned so that text stands upright.

    A PDF page may already be turned by its own /Rotate entry; the record's width and height tell for quarter turns.
    """
    return picture.rotate(-page.rotation, expand=True) if page.rotation else picture


def _packed(page: PageSource, picture: Image.Image) -> PageImage:
    data = b""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        picture.convert("RGB").save(buffer, "WEBP", quality=quality, method=2)
        data = buffer.getvalue()
        if len(data) * 4 / 3 <= BUDGET:
            break
    uri = "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
    return PageImage(page.page, picture.width, picture.height, uri)
