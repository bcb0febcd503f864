"""Documents kept after reading, for developers: OCR of a page takes a second or two, everything after it milliseconds.

The key is the file's SHA-256, the settings and a hash of all code that reads (extract/, lexicon/, document.py), so a
cached document is what reading it now would give. The files are pickles: only point it at a folder of your own.
"""

from __future__ import annotations

import hashlib
import pickle
from functools import cache
from pathlib import Path

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.emit import write_atomic
from pipeline.errors import FileAccessError

_PACKAGE = Path(__file__).resolve().parent.parent
_READING = ("extract", "lexicon", "document.py", "config.py")


def read(path: Path, settings: Settings, folder: Path | None) -> Document:
    """``extract.read``, or what it gave before; ``folder`` None reads anew. Raises what reading raises."""
    if folder is None:
        return extract.read(path, settings, _silent)
    try:
        key = hashlib.sha256(path.read_bytes() + repr(settings).encode() + _code().encode()).hexdigest()
    except OSError as error:
        raise FileAccessError(f"{path.name} cannot be read: {error.strerror}.") from error
    kept = folder / f"{path.stem}-{key[:16]}.pickle"
    if kept.is_file():
        document = pickle.loads(kept.read_bytes())
        if isinstance(document, Document):
            return document
    document = extract.read(path, settings, _silent)
    write_atomic(kept, pickle.dumps(document))
    return document


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for name in _READING:
        place = _PACKAGE / name
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(_PACKAGE)).encode() + file.read_bytes())
    return digest.hexdigest()


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is told."""
