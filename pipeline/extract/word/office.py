"""Old Word files through headless LibreOffice, which turns them into .docx; nothing in them is ever run."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from pipeline.errors import BadInputError, EncryptedError, MissingDependencyError, ProcessingError

_PROFILE = (
    ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", "vi-VN"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),  # 0: never
)
"""Settings of the private profile: (path, name, value)."""
_STREAMS = (
    ("EncryptedPackage", ""),
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
)
"""Streams of OLE files and what they make of the file; "" for a password."""
_WORD_MAGIC, _WORD_FLAGS, _WORD_ENCRYPTED = b"\xec\xa5", 10, 0x0100
"""FibBase of [MS-DOC] 2.5.2: its first bytes, where its flags stand, the flag of encrypted files."""
_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 120.0


def converted(path: Path, data: bytes, suffix: str) -> bytes:
    """The file as .docx (``suffix`` ".doc", ".rtf" or ".odt").

    Works on a copy in a private folder with a private profile, which are removed. Raises MissingDependencyError where
    LibreOffice is not installed, ProcessingError where it takes longer than two minutes, BadInputError where it cannot
    read the file.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise MissingDependencyError(
            f"{path.name} is an old Office file and needs LibreOffice.",
            "Install it: sudo apt-get install --no-install-recommends libreoffice-writer-nogui",
        )
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        _write_profile(Path(folder) / "profile")
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(data)
        target = _convert(program, source, Path(folder), path)
        if target is None:
            raise BadInputError(f"{path.name} cannot be read by LibreOffice.", "Open it in Word and save it as .docx.")
        return target.read_bytes()


def suffix_of(path: Path, data: bytes) -> str:
    """What an OLE file is, by the names of its streams: ".doc" or ".xls".

    Raises EncryptedError for files with a password, BadInputError for other kinds of OLE files.
    """
    suffix = next((s for name, s in _STREAMS if name.encode("utf-16-le") in data), None)
    start = data.find(_WORD_MAGIC, 512, 1024) if suffix == ".doc" else -1
    flags = int.from_bytes(data[start + _WORD_FLAGS : start + _WORD_FLAGS + 2], "little") if start == 512 else 0
    if suffix == "" or flags & _WORD_ENCRYPTED:
        raise EncryptedError(f"{path.name} asks for a password.", "Save a copy without a password.")
    if suffix is None:
        raise BadInputError(f"{path.name} is neither a Word nor an Excel file.", "Save it as .docx or PDF.")
    return suffix


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _PROFILE
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        "utf-8",
    )


def _convert(program: str, source: Path, folder: Path, original: Path) -> Path | None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--convert-to", "docx:MS Word 2007 XML",
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
    target = source.with_suffix(".docx")
    return target if target.exists() and target.stat().st_size else None
