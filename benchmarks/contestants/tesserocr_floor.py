"""Floor of scans: one page read of Tesseract in process, on the images that we prepare (preparation not timed)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import tesserocr
from PIL import Image

from pipeline.config import Settings
from pipeline.extract.ocr import page_image
from pipeline.extract.ocr.engine import tessdata
from pipeline.extract.ocr.prepare import prepare as prepared

SUITS = ("scan",)
DELIVERS = "words, no regions, no tables"


def prepare(path: Path) -> Callable[[], object]:
    settings = Settings.from_environment()
    pages = []
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        for page in pdf:
            image, dpi = page_image(page, settings)
            pages.append((Image.fromarray(prepared(image, dpi).grey), round(dpi)))
    api = tesserocr.PyTessBaseAPI(path=str(tessdata(settings)), lang="vie", psm=tesserocr.PSM.AUTO)

    def work() -> None:
        for image, dpi in pages:
            api.SetImage(image)
            api.SetSourceResolution(dpi)
            api.GetUTF8Text()

    return work
