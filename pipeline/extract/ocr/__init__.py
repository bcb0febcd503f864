"""Page images -> words: preparation, line finding, ruled tables, Tesseract."""

from __future__ import annotations

from pipeline.extract.ocr.page import read_image_page
from pipeline.extract.ocr.pdf_page import page_image

__all__ = ["page_image", "read_image_page"]
