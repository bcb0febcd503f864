"""``manifest.jsonl``: one line per document, so that a batch knows what is done and a person what went wrong.

While a batch runs lines are appended, each forced to the disk; the last line on an input counts. At the end the file
is written anew, one line an input, sorted. A line torn by a crash is dropped.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, get_args

from pipeline.batch.job import Failure, Job, Outcome, Status
from pipeline.errors import FileAccessError

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """One document. ``seconds`` of wall clock, ``peak_memory`` in bytes, ``output`` the folder below the outputs.

    ``settings`` and ``rules`` are digests: a row whose digests differ from today's is out of date. ``duplicate_of``
    names the input with the same bytes that was converted instead of this one.
    """

    input: str
    sha256: str
    status: Status
    output: str | None = None
    error: Failure | None = None
    pages: int = 0
    unread_pages: int = 0
    seconds: float = 0.0
    peak_memory: int | None = None
    attempts: int = 1
    duplicate_of: str | None = None
    size: int = 0
    mtime_ns: int = 0
    settings: str = ""
    rules: str = ""

    def line(self) -> bytes:
        """The row as one line of JSON. A name that is no UTF-8 keeps its bytes as \\udcXX escapes."""
        return json.dumps(asdict(self), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def row(job: Job, outcome: Outcome, attempts: int, settings: str, rules: str) -> Row:
    """The row of a document that was worked on."""
    converted = outcome.converted
    return Row(
        input=job.input,
        sha256=converted.sha256 if converted else job.sha256,
        status=outcome.status,
        output=converted.output if converted else None,
        error=outcome.error,
        pages=converted.pages if converted else 0,
        unread_pages=converted.unread if converted else 0,
        seconds=round(outcome.seconds, 3),
        peak_memory=outcome.peak_memory,
        attempts=attempts,
        size=job.size,
        mtime_ns=job.mtime_ns,
        settings=settings,
        rules=rules,
    )


class Manifest:
    """The rows of an output folder by input, and the open file that new ones are appended to."""

    def __init__(self, outputs: Path) -> None:
        """Read what is there; raises FileAccessError."""
        self.path = outputs / NAME
        self.rows: dict[str, Row] = {}
        try:
            data = self.path.read_bytes() if self.path.exists() else b""
            self.rows = {found.input: found for line in data.splitlines() if (found := _parse(line))}
            self._file: BinaryIO = self.path.open("ab")
            if data and not data.endswith(b"\n"):
                self._file.write(b"\n")
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def add(self, new: Row) -> None:
        """Append a row and force it to the disk; raises FileAccessError."""
        try:
            self._file.write(new.line())
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritable(self.path, error) from error
        self.rows[new.input] = new

    def __enter__(self) -> Manifest:
        return self

    def __exit__(self, *details: object) -> None:
        """Let go of the file; what was added stays as it is."""
        with contextlib.suppress(OSError):
            self._file.close()

    def finish(self) -> None:
        """Write the file anew, one line an input, sorted; raises FileAccessError and then leaves the longer file."""
        aside = self.path.with_name(f".{NAME}.part")
        try:
            self._file.close()
            with aside.open("wb") as file:
                file.writelines(self.rows[name].line() for name in sorted(self.rows))
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self.path)
        except OSError as error:
            raise _unwritable(self.path, error) from error


def load(outputs: Path) -> list[Row]:
    """The rows of an output folder, sorted by input, without opening it for writing; empty where there is none."""
    path = outputs / NAME
    try:
        lines = path.read_bytes().splitlines() if path.exists() else []
    except OSError as error:
        raise FileAccessError(f"{path} cannot be read: {error.strerror or error}.") from error
    rows = {found.input: found for line in lines if (found := _parse(line))}
    return [rows[name] for name in sorted(rows)]


def _parse(line: bytes) -> Row | None:
    """The row of a line; None for a line that is torn or of another programme."""
    try:
        data = json.loads(line)
        error = data.pop("error", None)
        found = Row(**data, error=Failure(**error) if error else None)
    except (ValueError, TypeError, AttributeError):
        return None
    return found if found.status in get_args(Status) else None


def _unwritable(path: Path, error: OSError) -> FileAccessError:
    return FileAccessError(
        f"{path} cannot be written: {error.strerror or error}.",
        "What is done is kept: make room or mend the folder and start the batch again.",
    )
