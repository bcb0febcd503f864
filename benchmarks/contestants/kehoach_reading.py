"""Our reading alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline import extract, run
from pipeline.config import Settings

SUITS = ("digital", "scan")
DELIVERS = "text in order, boxes, styles, tables"


def prepare(path: Path) -> Callable[[], object]:
    return lambda: extract.read(path, Settings.from_environment(), run.silent)
