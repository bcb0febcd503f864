"""Our whole pipeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline import run

SUITS = ("digital", "scan")
DELIVERS = "structured record with evidence and findings, validated"


def prepare(path: Path) -> Callable[[], object]:
    return lambda: run.parse(path)
