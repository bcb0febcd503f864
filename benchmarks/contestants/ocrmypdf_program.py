"""OCRmyPDF as its users call it, one job, with its text beside the new PDF; the start of the program is timed."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.reading_methods import PEERS

SUITS = ("scan",)
DELIVERS = "PDF with a text layer, text"


def prepare(path: Path) -> Callable[[], object]:
    folder = Path(tempfile.mkdtemp(prefix="kehoach-bench-"))
    command = [PEERS / "bin" / "ocrmypdf", "-q", "-l", "vie", "--jobs", "1", "--deskew", "--force-ocr"]
    command += ["--output-type", "pdf", "--sidecar", folder / "text.txt", path, folder / "out.pdf"]
    return lambda: subprocess.run(command, capture_output=True, check=True)
