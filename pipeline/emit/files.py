"""Files that are either whole or not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import FileAccessError


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write ``content`` (text as UTF-8) to a temporary name in the same folder and rename it over ``path``.

    A reader sees the old file or the new one, never half of it, even where the process is killed. Raises
    FileAccessError.
    """
    with replacing(path) as aside:
        aside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def write_lines(path: Path, lines: Iterable[str], before: str = "") -> Path:
    """Write lines that bring their own line ends, after ``before``, as UTF-8; returns the path. Atomic as above."""
    with replacing(path) as aside, aside.open("w", encoding="utf-8", newline="") as file:
        file.write(before)
        file.writelines(lines)
    return path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file to write to, which takes the place of ``path`` once it is whole; raises FileAccessError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-", suffix=path.suffix)
        os.close(handle)
        try:
            yield Path(name)
            # mkstemp makes private files; outputs follow the folder's ordinary rules
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileAccessError(f"{path} cannot be written: {error.strerror or error}.", "Check the folder.") from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
