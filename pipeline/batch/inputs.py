"""Which files a batch takes: folders, patterns, single files; each file once, each content once."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from pipeline.errors import FileAccessError

# What a folder is searched for. A file that is named itself is taken whatever its ending.
SUFFIXES = frozenset(
    {".pdf", ".docx", ".doc", ".rtf", ".odt", ".txt", ".md", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp",
     ".gif", ".jp2", ".xlsx", ".xls", ".html", ".htm", ".mht", ".mhtml"}
)  # fmt: skip
# Both stand in the output folder of every batch.
OUTPUTS = frozenset({"manifest.jsonl", "run.json"})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A file to convert: ``name`` as it stands in the manifest (the path as given or found, with "/")."""

    name: str
    path: Path


def find(
    wanted: Iterable[str], include: Sequence[str] = (), exclude: Sequence[str] = (), outside: Path | None = None
) -> list[Found]:
    """All files that ``wanted`` (files, folders, patterns with ``*`` and ``**``) name, sorted by name, each once.

    ``include`` and ``exclude`` are shell patterns held against the path and against the bare name. Files below
    ``outside`` (the output folder) or in the output folder of another batch, hidden files and what Word leaves beside
    open documents ("~$...") are left out.
    Raises FileAccessError for something named that is not there.
    """
    seen: set[Path] = set()
    found: list[Found] = []
    barred = outside.resolve() if outside is not None else None
    for path in _expand(wanted):
        real = path.resolve()
        if real in seen or (barred is not None and real.is_relative_to(barred)) or not _passes(path, include, exclude):
            continue
        seen.add(real)
        found.append(Found(path.as_posix(), path))
    return sorted(found, key=lambda one: one.name)


def digest(path: Path) -> str:
    """SHA-256 (hex) of a file's bytes; raises FileAccessError."""
    sha = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                sha.update(chunk)
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {error.strerror or error}.") from error
    return sha.hexdigest()


def _expand(wanted: Iterable[str]) -> Iterator[Path]:
    for name in wanted:
        path = Path(name)
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
        elif path.exists():
            raise FileAccessError(f"{name!r} is neither a file nor a folder.", "Name files or folders.")
        else:
            yield from _matches(name)


def _matches(pattern: str) -> Iterator[Path]:
    # Path.glob takes no absolute pattern and reads "[" in the folder's own name as a pattern
    hits = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207
    if not hits:
        raise FileAccessError(f"There is no file or folder {pattern!r}.", "Check the path or the pattern.")
    for hit in hits:
        path = Path(hit)
        if path.is_file():
            yield path
        elif path.is_dir() and "**" not in pattern:
            yield from _walk(path)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        if OUTPUTS.issubset(files):
            folders.clear()  # what another batch wrote is no input of this one
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root) / name
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")) and path.is_file():
                yield path


def _passes(path: Path, include: Sequence[str], exclude: Sequence[str]) -> bool:
    names = (path.as_posix(), path.name)

    def hit(patterns: Sequence[str]) -> bool:
        return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)

    return (not include or hit(include)) and not hit(exclude)
