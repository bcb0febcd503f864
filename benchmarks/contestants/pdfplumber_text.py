"""pdfplumber's bare text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pdfplumber

SUITS = ("digital",)
DELIVERS = "text, no tables, no structure"


def prepare(path: Path) -> Callable[[], object]:
    def work() -> None:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()

    return work
