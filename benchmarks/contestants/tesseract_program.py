"""The ``tesseract`` program on pages rendered at 300 dpi (rendering not timed)."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

SUITS = ("scan",)
DELIVERS = "text"


def prepare(path: Path) -> Callable[[], object]:
    folder = Path(tempfile.mkdtemp(prefix="kehoach-bench-"))
    names = []
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf):
            names.append(folder / f"{number}.png")
            page.render(scale=300 / 72).to_pil().save(names[-1])

    def work() -> None:
        for name in names:
            subprocess.run(["tesseract", str(name), "-", "-l", "vie"], capture_output=True, check=True)

    return work
