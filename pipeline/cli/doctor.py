"""``kehoach doctor``: what is installed, what is missing, and the command that installs it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import EXIT_OK, KehoachError, MissingDependencyError

PYTHON = (3, 11)
# The packages whose version changes what is read; the lock file names all of them.
PACKAGES = ("tesserocr", "pdfplumber", "pypdfium2", "pikepdf", "opencv-python-headless", "python-docx", "viparse",
            "spacy", "underthesea", "pydantic", "jsonschema", "duckdb")  # fmt: skip
MODEL_FOLDERS = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
                 "/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata")  # fmt: skip
FONTS = Path("/usr/share/fonts/truetype/liberation2")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked for. ``found`` is its version or place, None if it is missing; ``install`` what mends that."""

    name: str
    use: str
    required: bool
    found: str | None
    install: str


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="The list as JSON.")] = False,
) -> int:
    """Say what is installed, what is missing, and how to install it."""
    checks = [check() for check in CHECKS] + [_package(name) for name in PACKAGES]
    if as_json:
        print(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=2))
    else:
        for check in checks:
            print(_line(check))
    missing = [check for check in checks if check.required and check.found is None]
    return MissingDependencyError.exit_code if missing else EXIT_OK


def _line(check: Check) -> str:
    if check.found is not None:
        return f"ok       {check.name}: {check.found}"
    state = "MISSING " if check.required else "optional"
    return f"{state} {check.name}: not found ({check.use}). Install: {check.install}"


def _python() -> Check:
    version = platform.python_version() if sys.version_info[:2] >= PYTHON else None
    return Check("Python", "runs kehoach", True, version, "sudo apt-get install python3.11")


def _tesseract() -> Check:
    try:
        import tesserocr

        found = f"{tesserocr.tesseract_version().splitlines()[0]}, tesserocr {metadata.version('tesserocr')}"
    except ImportError:
        found = None
    return Check("Tesseract", "reads scans", True, found, "make setup")


def _model(name: str, package: str, use: str) -> Check:
    return Check(f"OCR model {name}", use, True, find_model(name), f"sudo apt-get install {package}")


def find_model(name: str) -> str | None:
    """File of an OCR model in the folder of ``TESSDATA_PREFIX`` or where systems keep them; None if there is none."""
    folders = [folder for folder in (os.environ.get("TESSDATA_PREFIX"), *MODEL_FOLDERS) if folder]
    for folder in folders:
        for path in (Path(folder) / f"{name}.traineddata", Path(folder) / "script" / f"{name}.traineddata"):
            if path.is_file():
                return path.as_posix()
    return None


def _libreoffice() -> Check:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Check(
        "LibreOffice", "reads .doc, .rtf and .odt", False, found, "sudo apt-get install libreoffice-writer-nogui"
    )


def _fonts() -> Check:
    found = FONTS.as_posix() if FONTS.is_dir() else None
    return Check("Liberation fonts 2", "draws sample pages", False, found, "sudo apt-get install fonts-liberation2")


def _schema() -> Check:
    from pipeline.validate import schema

    try:
        path = schema.committed()
        found = path.as_posix() if path.is_file() else None
    except KehoachError:
        found = None
    return Check("Schema", "every output is checked against it", True, found, "kehoach schema --write")


def _package(name: str) -> Check:
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        found = None
    return Check(name, "Python package", True, found, "make setup")


CHECKS: tuple[Callable[[], Check], ...] = (
    _python,
    _tesseract,
    lambda: _model("vie", "tesseract-ocr-vie", "reads scans"),
    lambda: _model("Vietnamese", "tesseract-ocr-script-viet", "reads every number of a scan a second time"),
    _libreoffice,
    _fonts,
    _schema,
)
