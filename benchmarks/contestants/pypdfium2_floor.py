"""Floor of digital pages: the raw characters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2

SUITS = ("digital",)
DELIVERS = "raw text, no order, no tables"


def prepare(path: Path) -> Callable[[], object]:
    def work() -> None:
        with pypdfium2.PdfDocument(path) as pdf:
            for page in pdf:
                page.get_textpage().get_text_bounded()

    return work
