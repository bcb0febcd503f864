"""Which version of the rules made a result: a digest of the code and data that decide it, and of the libraries."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path

from pipeline import __version__
from pipeline.config import Settings
from pipeline.plan import SCHEMA_VERSION

# Parts of the package that the record depends on; the rest (batch, store, review, cli) may change without a re-run.
_DECIDES = ("annotate", "build", "emit/json.py", "extract", "lexicon", "segment", "validate", "document.py",
            "mentions.py", "outline.py", "plan.py", "run.py")  # fmt: skip
_LIBRARIES = ("tesserocr", "pdfplumber", "pypdfium2", "pikepdf", "opencv-python-headless", "python-docx", "viparse",
              "spacy", "underthesea", "pillow", "numpy")  # fmt: skip
_DIGITS = 16


@cache
def version() -> str:
    """Hex digest (16 digits) of the code, data and libraries that decide what is read."""
    digest = hashlib.sha256()
    for path in _files(Path(__file__).resolve().parent.parent):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for name, found in libraries().items():
        digest.update(f"{name}={found};".encode())
    return digest.hexdigest()[:_DIGITS]


def of_settings(settings: Settings) -> str:
    """Hex digest (16 digits) of the settings that can change the bytes of a result.

    The folder of the OCR models is left out: it differs between machines that hold the same models.
    """
    values = {name: value for name, value in asdict(settings).items() if name != "tessdata"}
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:_DIGITS]


@cache
def libraries() -> dict[str, str]:
    """Versions of the libraries that decide what is read; "" for one that is not installed."""
    return {name: _installed(name) for name in _LIBRARIES}


def versions() -> dict[str, str]:
    """All that run.json says about the software."""
    return {
        "kehoach": __version__,
        "schema": SCHEMA_VERSION,
        "rules": version(),
        "python": platform.python_version(),
        **libraries(),
    }


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _files(package: Path) -> list[Path]:
    found: set[Path] = set()
    for name in _DECIDES:
        path = package / name
        if path.is_dir():
            found.update(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        elif path.is_file():
            found.add(path)
    return sorted(found)
