"""kehoach: Vietnamese administrative plan documents as verified, traceable data."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.config import Settings
    from pipeline.plan import Plan
    from pipeline.store import Store

__all__ = ["__version__", "open_store", "parse"]

# Tesseract's OpenMP threads fight each other for cores; one thread a process, more processes if more is wanted.
# It has to stand before the library is loaded.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

__version__ = "0.1.0"


def parse(path: str | Path, settings: Settings | None = None) -> Plan:
    """Read one document and return its record: ``pipeline.parse("plan.pdf").goals``.

    Raises a :class:`pipeline.errors.KehoachError` that says what to do where the file cannot be read. What the text
    is, where each line of it stands and how it is nested comes with it from :func:`pipeline.run.parse`.
    """
    from pathlib import Path

    from pipeline import run

    return run.parse(Path(path), settings).plan


def open_store(outputs: str | Path = "outputs") -> Store:
    """A folder of outputs to ask questions of: ``pipeline.open_store("outputs").df("goals")``.

    Raises a :class:`pipeline.errors.KehoachError` that says what to do where the folder cannot be opened.
    """
    from pipeline.store import Store

    return Store(outputs)
