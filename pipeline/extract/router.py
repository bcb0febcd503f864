"""For each page of a PDF: read its text layer, or read it as an image?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2.raw as pdfium

from pipeline.config import Settings
from pipeline.extract.textlayer import StyledWord

_FEW = 5
"""A page with fewer words than this and an image on it has no text layer worth the name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How to read a page, and why."""

    method: Literal["text_layer", "ocr"]
    reason: str


def choose(page: Any, words: Sequence[StyledWord], settings: Settings) -> Choice:
    """The way to read a pypdfium2 page whose text layer holds ``words``."""
    if settings.force_ocr:
        return Choice("ocr", "asked for by the settings")
    if len(words) < _FEW and _has_image(page):
        return Choice("ocr", "an image without a text layer")
    return Choice("text_layer", "digital text")


def _has_image(page: Any) -> bool:
    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
