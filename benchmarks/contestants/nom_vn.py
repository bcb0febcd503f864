"""nom-vn's document stages up to its text: loading, pdfplumber or pytesseract, normalising."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SUITS = ("digital", "scan")
DELIVERS = "text (fields only with a language model beside it)"
PEER = True


def prepare(path: Path) -> Callable[[], object]:
    from nom.doc.pipeline import Context
    from nom.doc.stages import OCR, Load, Normalize, Parse

    def work() -> str:
        context = Context(source=path)
        for stage in (Load(), Parse(), OCR(), Normalize()):
            context = stage.run(context)
        return str(context.text)

    return work
