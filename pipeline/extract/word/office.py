"""Old Office files through headless LibreOffice, which turns them into .docx; nothing in them is ever run."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from pipeline.errors import BadInputError, MissingDependencyError, ProcessingError

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 120.0


def to_docx(path: Path, data: bytes, suffix: str) -> bytes:
    """The file as .docx. ``suffix``: ".doc", ".rtf" or ".xls".

    Works on a copy in a private folder with a private profile, which are removed. Raises MissingDependencyError where
    LibreOffice is not installed, ProcessingError where it takes longer than two minutes, BadInputError where it cannot
    read the file.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise MissingDependencyError(
            f"{path.name} is an old Office file and needs LibreOffice.",
            "Install it: sudo apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui",
        )
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(data)
        target = _convert(program, source, Path(folder), path)
        if suffix == ".xls" and target is not None:
            target = _convert(program, target, Path(folder), path)
        if target is None:
            raise BadInputError(f"{path.name} cannot be read by LibreOffice.", "Open it in Word and save it as .docx.")
        return target.read_bytes()


def _convert(program: str, source: Path, folder: Path, original: Path) -> Path | None:
    """Spreadsheets go to HTML first: LibreOffice turns that, not a spreadsheet, into a text document."""
    form = "html" if source.suffix == ".xls" else "docx"
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault",
        *(["--writer"] if source.suffix == ".html" else []),
        "--convert-to", "docx:MS Word 2007 XML" if form == "docx" else form,
        "--outdir", str(folder),
        str(source),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False, cwd=folder)
    except subprocess.TimeoutExpired as error:
        raise ProcessingError(
            f"LibreOffice took more than {_TIMEOUT:.0f} seconds for {original.name}.",
            "Open it in Word and save it as .docx.",
        ) from error
    target = source.with_suffix("." + form)
    return target if target.exists() and target.stat().st_size else None
