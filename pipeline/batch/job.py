"""What a worker does with one document, and what it tells about it."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.batch import memory
from pipeline.config import Settings
from pipeline.errors import KehoachError, ProcessingError

if TYPE_CHECKING:
    from pipeline.batch.long import Share

Status = Literal["ok", "partial", "failed", "skipped"]

# Errors of the disk, not of the document: the next documents would meet them too.
_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
# An error message may quote half a file; the manifest keeps its beginning.
_LONGEST_MESSAGE = 1000


@dataclass(frozen=True, slots=True)
class Converted:
    """What was written for one document: its folder below the outputs, its pages, how many could not be read."""

    output: str
    sha256: str
    pages: int
    unread: int = 0


Convert = Callable[[Path, Settings, Path], Converted]
"""Reads the file, writes its folder below the outputs (third argument), raises KehoachError. A top-level function."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages [start, stop), 0-based, of a long document, and the file that they are kept in once read."""

    start: int
    stop: int
    file: Path


@dataclass(frozen=True, slots=True)
class Job:
    """One document to do. ``input`` is its name in the manifest, ``size`` in bytes, ``mtime_ns`` when last changed.

    ``part`` is set where only some pages are to be read, ``parts`` where pages read before are to be put together,
    ``whole`` where the document is not to be shared out.
    """

    input: str
    path: Path
    sha256: str
    size: int
    mtime_ns: int
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    whole: bool = False

    @property
    def key(self) -> str:
        """Its name among the jobs in work: parts of one document have the same input."""
        return self.input if self.part is None else f"{self.input}\0{self.part.start}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document failed. ``code`` is that of a KehoachError, "timeout", "memory", "killed" or "unexpected"."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document. ``seconds`` of wall clock; ``peak_memory`` in bytes, None where not measured.

    ``lost`` is set where the worker died with the document in hand (it may be tried again), ``disk_full`` where
    nothing more can be written (the batch has to stop), ``long`` (pages) where it has to be shared out first.
    """

    status: Status
    converted: Converted | None = None
    seconds: float = 0.0
    peak_memory: int | None = None
    error: Failure | None = None
    lost: bool = False
    disk_full: bool = False
    long: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for every document of a batch; travels to the workers. ``share``: how long ones are split."""

    convert: Convert
    settings: Settings
    outputs: Path
    share: Share | None = None


def do(work: Work, job: Job) -> Outcome:
    """Convert one file, or read some pages of it; every error becomes an Outcome.

    So one bad document never stops a batch.
    """
    memory.reset_peak()
    started = time.monotonic()
    outcome = _attempt(work, job)
    return replace(outcome, seconds=time.monotonic() - started, peak_memory=memory.peak())


def _attempt(work: Work, job: Job) -> Outcome:
    path = job.path
    try:
        return _converted(work, job)
    except KehoachError as error:
        return failed(error.code, error.message, error.hint, disk_full=_is_disk_full(error))
    except MemoryError:
        return failed("memory", f"{path.name} needs more memory than a worker may have.", MEMORY_HINT)
    except RecursionError:
        return failed("unexpected", f"{path.name} is nested too deep to be read.")
    except OSError as error:
        return failed("file_access", f"{path.name}: {error.strerror or error}", disk_full=_is_disk_full(error))
    except Exception as error:
        return failed("unexpected", f"{type(error).__name__}: {error}{_where(error)}", "This is a fault in kehoach.")


def _converted(work: Work, job: Job) -> Outcome:
    from pipeline.batch import long

    path, share = job.path, work.share
    if share is None or job.whole:
        converted = work.convert(path, work.settings, work.outputs)
    elif job.part is not None:
        long.keep(share.read(path, work.settings, job.part.start, job.part.stop), job.part)
        return Outcome("ok")
    elif job.parts:
        converted = share.join(path, work.settings, work.outputs, long.kept(job.parts))
    elif (pages := share.count(path)) > long.LONG:
        return Outcome("ok", long=pages)
    else:
        converted = work.convert(path, work.settings, work.outputs)
    return Outcome("partial" if converted.unread else "ok", converted)


MEMORY_HINT = "Run it again with a higher --memory-limit or fewer --jobs."


def failed(code: str, message: str, hint: str = "", *, lost: bool = False, disk_full: bool = False) -> Outcome:
    """The outcome of a document that failed, its message cut to a length that a manifest line can bear."""
    clean = message.encode("utf-8", "backslashreplace").decode("utf-8")[:_LONGEST_MESSAGE]
    return Outcome("failed", error=Failure(code, clean, hint), lost=lost, disk_full=disk_full)


def killed(why: Literal["killed", "timeout", "memory"], detail: str) -> Outcome:
    """The outcome of a document whose worker was ended from outside or by itself, ``detail`` saying how."""
    hints = {
        "killed": "Try it alone: kehoach parse FILE.",
        "timeout": "Run it again with --retry-failed and a longer --timeout.",
        "memory": MEMORY_HINT,
    }
    code = ProcessingError.code if why == "killed" else why
    return failed(code, detail, hints[why], lost=why == "killed")


def _is_disk_full(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno in _DISK_FULL:
            return True
        error = error.__cause__ or error.__context__
    return False


def _where(error: Exception) -> str:
    """The innermost place in this package that the error went through: " (segment/letterhead.py:41)"."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if "pipeline" in path.parts:
            inside = path.parts[path.parts.index("pipeline") + 1 :]
            place = f" ({'/'.join(inside)}:{trace.tb_lineno})"
        trace = trace.tb_next
    return place
