"""A document that comes through stdin, as the file that the readers want."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import BadInputError

# First bytes and the ending that the readers know the kind by; what is none of them is taken for text.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tiff"),
    (b"MM\x00*", ".tiff"),
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"{\\rtf", ".rtf"),
)


def suffix_of(data: bytes) -> str:
    """The usual ending of a file that begins like ``data``; ".txt" where nothing else is known."""
    return next((suffix for start, suffix in _SIGNATURES if data.startswith(start)), ".txt")


@contextmanager
def local_file(name: str) -> Iterator[Path]:
    """The file of that name; for "-" the bytes of stdin in a file that is gone afterwards."""
    if name != "-":
        yield Path(name)
        return
    data = sys.stdin.buffer.read()
    if not data:
        raise BadInputError("Nothing came through stdin.", "Name a file, or pipe one: kehoach parse - < FILE")
    with TemporaryDirectory(prefix="kehoach-") as folder:
        path = Path(folder) / f"stdin{suffix_of(data)}"
        path.write_bytes(data)
        yield path
