"""Parquet copies of the outputs, kept in step with them: what makes a query over 10,000 documents quick.

Documents are packed into segments of a few hundred; a segment is a folder with one Parquet file a table and is never
changed. When a document is new, changed or gone, its segment is dropped and its neighbours are packed anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from filelock import FileLock

from pipeline.emit import arrow, tables
from pipeline.errors import BadInputError
from pipeline.lexicon import fold, indicators
from pipeline.store import load, pages

NAME = ".cache"
# Documents a segment: small enough to be made anew within a second, large enough that files are few.
_SEGMENT = 250
# More half-empty segments than this are packed together.
_MOST_SMALL = 4

ALL_TABLES: dict[str, tables.Shape] = {**tables.TABLES, pages.TABLE.name: pages.TABLE}


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """One output: its folder, and size (bytes) and time (ns) of plan.json, by which a change is seen."""

    document: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A folder of Parquet files for some documents."""

    folder: Path
    documents: tuple[Stamp, ...]

    def file(self, table: str) -> str:
        """Path of the Parquet file of one table."""
        return str(self.folder / f"{table}.parquet")


def refresh(outputs: Path) -> list[Segment]:
    """Bring the cache in step with the outputs and return its segments.

    Lies in ``outputs/.cache``, or in a temporary folder where the outputs cannot be written. Raises BadInputError
    for an output that is no record, or one of another schema version.
    """
    here = _place(outputs)
    with FileLock(here / ".lock"):
        return _refresh(outputs, here)


def stamps(outputs: Path) -> list[Stamp]:
    """All finished outputs of a folder, sorted."""
    return sorted(_stamps(outputs))


def _stamps(outputs: Path) -> Iterator[Stamp]:
    with os.scandir(outputs) as entries:
        for entry in entries:
            if entry.name.startswith(".") or not entry.is_dir():
                continue
            try:
                stat = Path(entry.path, "plan.json").stat()
            except OSError:
                continue
            yield Stamp(entry.name, stat.st_size, stat.st_mtime_ns)


def _place(outputs: Path) -> Path:
    here = outputs / NAME
    try:
        here.mkdir(exist_ok=True)
        if os.access(here, os.W_OK):
            return here
    except OSError:
        pass
    name = hashlib.sha256(str(outputs.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    elsewhere = Path(tempfile.gettempdir()) / f"kehoach-{os.getuid()}-{name}"
    elsewhere.mkdir(mode=0o700, exist_ok=True)
    if elsewhere.stat().st_uid != os.getuid():
        elsewhere = Path(tempfile.mkdtemp(prefix="kehoach-"))
    return elsewhere


def _refresh(outputs: Path, here: Path) -> list[Segment]:
    wanted = stamps(outputs)
    kept = _still_right(here, set(wanted))
    settled = {stamp for segment in kept for stamp in segment.documents}
    missing = [stamp for stamp in wanted if stamp not in settled]
    made = [_build(outputs, here, missing[i : i + _SEGMENT]) for i in range(0, len(missing), _SEGMENT)]
    segments = sorted([*kept, *made], key=lambda segment: segment.documents)
    names = {segment.folder.name for segment in segments}
    for folder in here.iterdir():
        if folder.is_dir() and folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)
    return segments


def _still_right(here: Path, wanted: set[Stamp]) -> list[Segment]:
    found: list[Segment] = []
    for index in sorted(here.glob("*/index.json")):
        try:
            listed = json.loads(index.read_text(encoding="utf-8"))
            documents = tuple(Stamp(*stamp) for stamp in listed["documents"])
        except (ValueError, KeyError, TypeError):
            continue
        if listed["version"] == _version() and wanted.issuperset(documents):
            found.append(Segment(index.parent, documents))
    small = [segment for segment in found if len(segment.documents) <= _SEGMENT // 2]
    return [s for s in found if s not in small] if len(small) > _MOST_SMALL else found


def _build(outputs: Path, here: Path, documents: Sequence[Stamp]) -> Segment:
    import pyarrow.parquet as pq

    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ALL_TABLES}
    for stamp in documents:
        try:
            record = load.record(outputs / stamp.document / "plan.json")
            record["text"] = (outputs / stamp.document / "text.txt").read_text(encoding="utf-8")
            for name, table in ALL_TABLES.items():
                rows[name].extend(table.rows(record, stamp.document))
        except (KeyError, TypeError, OSError, UnicodeDecodeError) as error:
            raise BadInputError(
                f"{outputs / stamp.document} is not a complete output ({type(error).__name__}: {error}).",
                "Convert the document anew, or delete the folder.",
            ) from error
    aside = Path(tempfile.mkdtemp(dir=here, prefix=".part-"))
    for name, table in ALL_TABLES.items():
        pq.write_table(arrow.to_arrow(table, rows[name]), aside / f"{name}.parquet", compression="zstd")
    listed = [[stamp.document, stamp.size, stamp.mtime_ns] for stamp in documents]
    index = json.dumps({"version": _version(), "documents": listed})
    (aside / "index.json").write_text(index, encoding="utf-8")
    folder = here / hashlib.sha256(index.encode("utf-8", "surrogateescape")).hexdigest()[:20]
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)
    return Segment(folder, tuple(documents))


@cache
def _version() -> str:
    """Digest of the code that makes the rows: another version of it makes the cache void."""
    digest = hashlib.sha256()
    for module in (tables, arrow, indicators, fold, pages):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()[:16]
