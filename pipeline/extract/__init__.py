"""Path -> Document: what is on the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.config import Settings
from pipeline.document import Document
from pipeline.errors import BadInputError


def read(path: Path, settings: Settings, progress: Callable[[str, int, int], None]) -> Document:
    """Read one file of any supported kind.

    Raises BadInputError, EncryptedError, FileAccessError or MissingDependencyError.
    """
    raise BadInputError(f"{path.name}: no reader for this kind of file yet ({settings}, {progress}).")
