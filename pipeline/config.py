"""Settings: frozen, built once by the caller, passed into every stage."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ConfigurationError

Progress = Callable[[str, int, int], None]
"""What long work calls now and then: the stage, pages done, pages in all."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told. Times in seconds, sizes in pixels or dots per inch.

    ``ocr_language``: Tesseract model that reads; ``second_reader``: model that reads numbers again ("" for none).
    ``repair``: put right what lexicon and grammar prove to be a slip of reading (the word as read is kept).
    ``force_ocr``: read every page of a PDF as an image, whatever its text layer. ``max_pages``: a document with more
    pages is refused. ``max_pixels``: a page image with more pixels is refused.
    """

    ocr_language: str = "vie"
    second_reader: str = "Vietnamese"
    repair: bool = True
    force_ocr: bool = False
    page_timeout: float = 120.0
    max_pages: int = 5000
    max_pixels: int = 150_000_000
    render_dpi: int = 300
    tessdata: Path | None = None

    def __post_init__(self) -> None:
        for name in ("page_timeout", "max_pages", "max_pixels", "render_dpi"):
            if getattr(self, name) <= 0:
                raise ConfigurationError(f"Setting {name} must be above zero.", f"It is {getattr(self, name)}.")

    @staticmethod
    def from_environment(*, repair: bool = True, force_ocr: bool = False) -> Settings:
        """Default settings; ``TESSDATA_PREFIX`` names the folder of the OCR models."""
        folder = os.environ.get("TESSDATA_PREFIX")
        return Settings(tessdata=Path(folder) if folder else None, repair=repair, force_ocr=force_ocr)
