"""The ZIP packages of Word and Excel: refused where they are damaged, locked or built to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from pipeline.errors import BadInputError, EncryptedError

_BIGGEST = 300_000_000
"""Bytes that the parts of a package may unpack to."""

# What zipfile, lxml and python-docx raise for damaged files; none of them says so in its documentation.
DAMAGE = (
    AttributeError, EOFError, IndexError, KeyError, NotImplementedError, OSError, OverflowError, SyntaxError, TypeError,
    ValueError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def check_package(path: Path, data: bytes) -> None:
    """Raises BadInputError for damaged, oversized or hostile packages, EncryptedError for locked ones."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            for info in archive.infolist():
                if info.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.open(info).read(4096):
                    raise BadInputError(
                        f"{path.name} declares XML entities, which Office files never do.", "Do not trust this file."
                    )
    except DAMAGE as error:
        raise BadInputError(f"{path.name} is damaged or cut off.", "Get the file again from where it came.") from error
    except RuntimeError as error:
        raise EncryptedError(f"{path.name} asks for a password.", "Save a copy without a password.") from error
    if size > _BIGGEST:
        raise BadInputError(f"{path.name} unpacks to {size} bytes.", "Do not trust this file.")
