"""Parquet copies of the outputs, kept in step with them: what makes a query over 10,000 documents quick.

Documents are packed into segments of a few hundred; a segment is a folder with one Parquet file a table and is never
changed. What is new goes into a new segment; rows of documents that changed or are gone are passed over where they lie,
until they are half of their segment.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from filelock import FileLock

from pipeline import emit, plan
from pipeline.config import Progress
from pipeline.emit import tables
from pipeline.errors import BadInputError
from pipeline.lexicon import fold, indicators
from pipeline.store import load, pages, rows

NAME = ".cache"
# Documents a segment, and bytes of their records: small enough to be held in memory, large enough that files are few.
_SEGMENT = 250
_SEGMENT_BYTES = 100_000_000
# Segments made side by side, each in 100 to 200 MB of memory.
_WORKERS = 2
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
    """A folder of Parquet files for some documents; ``stale`` names those in it that have changed or are gone."""

    folder: Path
    documents: tuple[Stamp, ...]
    stale: tuple[str, ...] = ()

    def file(self, table: str) -> str:
        """Path of the Parquet file of one table."""
        return str(self.folder / f"{table}.parquet")


def refresh(outputs: Path, progress: Progress | None = None) -> list[Segment]:
    """Bring the cache in step with the outputs and return its segments; ``progress`` is told of documents read.

    Lies in ``outputs/.cache``, or in a temporary folder where the outputs cannot be written. Raises BadInputError
    for an output that is no record, or one of another schema version.
    """
    if not stamps(outputs) and not (outputs / NAME).is_dir():
        # most probably another folder was meant: nothing is left in it
        return []
    here = _place(outputs)
    with FileLock(here / ".lock"):
        return _refresh(outputs, here, progress)


def stamps(outputs: Path) -> list[Stamp]:
    """All finished outputs of a folder, sorted."""
    return sorted(_stamps(outputs))


def _stamps(outputs: Path) -> Iterator[Stamp]:
    with os.scandir(outputs) as entries:
        for entry in entries:
            if entry.name.startswith(".") or not entry.is_dir():
                continue
            try:
                stat = Path(entry.path, emit.PLAN).stat()
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


def _refresh(outputs: Path, here: Path, progress: Progress | None) -> list[Segment]:
    wanted = stamps(outputs)
    kept = _still_right(here, set(wanted))
    settled = {stamp for segment in kept for stamp in segment.documents if stamp.document not in segment.stale}
    missing = [stamp for stamp in wanted if stamp not in settled]
    segments = sorted([*kept, *_build(outputs, here, missing, progress)], key=lambda segment: segment.documents)
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
        stale = tuple(stamp.document for stamp in documents if stamp not in wanted)
        if listed["version"] == _version() and len(stale) <= len(documents) // 2:
            found.append(Segment(index.parent, documents, stale))
    small = [segment for segment in found if len(segment.documents) - len(segment.stale) <= _SEGMENT // 2]
    return [s for s in found if s not in small] if len(small) > _MOST_SMALL else found


def _build(outputs: Path, here: Path, documents: Sequence[Stamp], progress: Progress | None) -> list[Segment]:
    """New segments for some documents, several side by side (DuckDB works outside the interpreter's lock)."""
    made: list[Segment] = []
    done = 0
    with ThreadPoolExecutor(max_workers=min(_WORKERS, os.cpu_count() or 1)) as pool:
        for part, segment in pool.map(lambda part: (part, _segment(outputs, here, part)), list(_parts(documents))):
            done += len(part)
            made += [segment] if segment else []
            if progress:
                progress("cache", done, len(documents))
    return made


def _parts(documents: Sequence[Stamp]) -> Iterator[list[Stamp]]:
    part: list[Stamp] = []
    size = 0
    for stamp in documents:
        if part and (len(part) == _SEGMENT or size + stamp.size > _SEGMENT_BYTES):
            yield part
            part, size = [], 0
        part.append(stamp)
        size += stamp.size
    if part:
        yield part


def _segment(outputs: Path, here: Path, documents: Sequence[Stamp]) -> Segment | None:
    """A new segment; None where all its documents have gone meanwhile."""
    aside = Path(tempfile.mkdtemp(dir=here, prefix=".part-"))
    shapes = list(ALL_TABLES.values())
    try:
        try:
            rows.write([_output(outputs.resolve(), stamp) for stamp in documents], shapes, aside)
        except rows.MisfitError:
            # an older version of the schema, or a file that is damaged or gone: slower, and by name
            documents = [stamp for stamp in documents if (outputs / stamp.document / emit.PLAN).exists()]
            if not documents:
                shutil.rmtree(aside, ignore_errors=True)
                return None
            with tempfile.TemporaryDirectory(dir=here, prefix=".part-") as anew:
                brought = [
                    _brought_up(outputs.resolve(), stamp, Path(anew, f"{number}.json"))
                    for number, stamp in enumerate(documents)
                ]
                rows.write(brought, shapes, aside)
        listed = [[stamp.document, stamp.size, stamp.mtime_ns] for stamp in documents]
        index = json.dumps({"version": _version(), "documents": listed})
        (aside / "index.json").write_text(index, encoding="utf-8")
        folder = here / hashlib.sha256(index.encode("utf-8", "surrogateescape")).hexdigest()[:20]
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return Segment(folder, tuple(documents))


def _output(outputs: Path, stamp: Stamp) -> rows.Output:
    folder = outputs / stamp.document
    return rows.Output(stamp.document, folder / emit.PLAN, folder / emit.TEXT, stamp.size)


def _brought_up(outputs: Path, stamp: Stamp, target: Path) -> rows.Output:
    """An output as today's schema has it, written to ``target``; raises BadInputError where it cannot be."""
    output = _output(outputs, stamp)
    try:
        output.plan.read_bytes()
        output.text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(
            f"{output.plan.parent} is not a complete output ({type(error).__name__}: {error}).",
            "Convert the document anew, or delete the folder.",
        ) from error
    target.write_text(json.dumps(load.checked(output.plan), ensure_ascii=False), encoding="utf-8")
    return replace(output, plan=target.resolve(), size=target.stat().st_size)


@cache
def _version() -> str:
    """Digest of the code that makes the rows: another version of it makes the cache void."""
    digest = hashlib.sha256()
    for module in (tables, indicators, fold, pages, plan, rows):
        digest.update(Path(str(module.__file__)).read_bytes())
    for query in sorted(rows.FOLDER.iterdir(), key=lambda entry: entry.name):
        digest.update(query.read_bytes())
    return digest.hexdigest()[:16]
