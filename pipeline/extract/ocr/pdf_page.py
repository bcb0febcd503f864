"""The image of a scanned PDF page: the scan itself where the page is nothing but it, a rendering otherwise."""

from __future__ import annotations

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from pipeline.config import Settings

_WHOLE = 0.85
"""Share of the page that an image must cover to be its scan."""
_LEAST_DPI, _EVEN = 90.0, 0.02
_INVISIBLE = 3
"""Text rendering mode of PDF 32000-1, table 106: neither filled nor stroked, as hidden OCR layers are."""


def page_image(page: pypdfium2.PdfPage, settings: Settings) -> tuple[Image.Image, float]:
    """The page as an image, turned as the PDF says, and its dots per inch.

    The embedded scan is taken as it is (no resampling) if nothing visible is drawn over it. A page with annotations or
    filled form fields (a digital signature puts number and date there) or with visible objects beside the scan is
    rendered with all of that, at the resolution of the scan where there is one, else at ``settings.render_dpi``.
    """
    scan = _scan(page)
    if scan is None:
        return _rendered(page, settings, settings.render_dpi), float(settings.render_dpi)
    image, dpi = scan
    if raw.FPDFPage_GetAnnotCount(page) or not _alone(page) or image is None:
        dpi = min(max(dpi, 150.0), float(settings.render_dpi)) if dpi < settings.render_dpi else settings.render_dpi
        return _rendered(page, settings, dpi), float(dpi)
    return _turned(image, page.get_rotation()), dpi


def _scan(page: pypdfium2.PdfPage) -> tuple[Image.Image | None, float] | None:
    """The image that covers the page and its resolution; no image where it does not lie straight; None if none."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    for found in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        x0, y0, x1, y1 = found.get_bounds()
        covered = max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
        if covered < _WHOLE * width * height:
            continue
        columns, rows = found.get_px_size()
        across, down = columns * 72 / max(1e-6, x1 - x0), rows * 72 / max(1e-6, y1 - y0)
        a, b, c, d, _e, _f = found.get_matrix().get()
        straight = a > 0 and d > 0 and abs(b) < 1e-3 * a and abs(c) < 1e-3 * d
        within = (x1 - x0) < 1.05 * width and (y1 - y0) < 1.05 * height
        if not straight or not within or abs(across / down - 1) > _EVEN or across < _LEAST_DPI:
            return None, max(across, down)
        image = found.get_bitmap().to_pil()
        inked = image.convert("L").resize((64, 64)).point(lambda value: 1 if value < 128 else 0)
        # an image mask is decoded without its polarity: a page is not mostly black
        if inked.histogram()[1] > 0.6 * 64 * 64:
            return None, across
        return image, across
    return None


def _alone(page: pypdfium2.PdfPage) -> bool:
    """True if nothing visible is drawn beside the scan; a hidden text layer does not count."""
    width, height = page.get_size()
    images = 0
    for found in page.get_objects(max_depth=3):
        x0, y0, x1, y1 = found.get_bounds()
        seen = min(x1, width) - max(x0, 0) > 1 and min(y1, height) - max(y0, 0) > 1
        if not seen or found.type == raw.FPDF_PAGEOBJ_FORM:
            continue
        if found.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(found) == _INVISIBLE:
            continue
        images += found.type == raw.FPDF_PAGEOBJ_IMAGE
        if found.type != raw.FPDF_PAGEOBJ_IMAGE or images > 1:
            return False
    return True


def _rendered(page: pypdfium2.PdfPage, settings: Settings, dpi: float) -> Image.Image:
    width, height = page.get_size()
    scale = dpi / 72
    most = settings.max_pixels / max(1.0, width * height * scale * scale)
    if most < 1:
        scale *= most**0.5
    image: Image.Image = page.render(scale=scale, may_draw_forms=True, draw_annots=True).to_pil()
    return image.convert("RGB")


def _turned(image: Image.Image, rotation: int) -> Image.Image:
    quarter = {
        90: Image.Transpose.ROTATE_270,
        180: Image.Transpose.ROTATE_180,
        270: Image.Transpose.ROTATE_90,
    }.get(rotation)
    return image.transpose(quarter) if quarter is not None else image
