"""What is still to do: against the manifest of earlier runs, and each content only once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.inputs import Found, digest
from pipeline.batch.job import Failure, Job
from pipeline.batch.manifest import Row
from pipeline.batch.options import Options
from pipeline.errors import FileAccessError

# The file whose presence shows that a document's folder is complete (it is written last).
COMPLETE = "plan.json"


@dataclass(frozen=True, slots=True)
class Selection:
    """``jobs`` to do in order; ``kept`` rows of earlier runs that still hold; ``rows`` that are settled without work.

    ``rows`` are files that cannot be read and duplicates of a job or of a kept row.
    """

    jobs: tuple[Job, ...]
    kept: tuple[Row, ...]
    rows: tuple[Row, ...]


def select(
    found: Iterable[Found], known: dict[str, Row], outputs: Path, options: Options, settings: str, rules: str
) -> Selection:
    """Sort the files into what is done, what is to do and what has the same bytes as another.

    A result holds while the bytes of the file, the settings and the rules are the same and its output is there; a
    failure too, unless it is to be tried again. A file of the same size and time as in the manifest is not read again.
    """
    jobs: list[Job] = []
    kept: list[Row] = []
    rows: list[Row] = []
    first: dict[str, str] = {}
    for one in found:
        old = known.get(one.name)
        try:
            job = _job(one, old)
        except FileAccessError as error:
            failure = Failure(error.code, error.message, error.hint)
            rows.append(Row(one.name, "", "failed", error=failure, settings=settings, rules=rules))
            continue
        if job.sha256 in first:
            rows.append(_duplicate(job, first[job.sha256], settings, rules))
            continue
        first[job.sha256] = job.input
        if old is not None and _holds(old, job, outputs, options, settings, rules):
            kept.append(old)
        else:
            jobs.append(job)
    return Selection(tuple(jobs), tuple(kept), tuple(rows))


def _job(one: Found, old: Row | None) -> Job:
    try:
        stat = one.path.stat()
    except OSError as error:
        raise FileAccessError(f"{one.path} cannot be read: {error.strerror or error}.") from error
    unchanged = old is not None and old.sha256 and (old.size, old.mtime_ns) == (stat.st_size, stat.st_mtime_ns)
    sha256 = old.sha256 if old is not None and unchanged else digest(one.path)
    return Job(one.name, one.path, sha256, stat.st_size, stat.st_mtime_ns)


def _holds(old: Row, job: Job, outputs: Path, options: Options, settings: str, rules: str) -> bool:
    if options.overwrite or (old.sha256, old.settings, old.rules) != (job.sha256, settings, rules):
        return False
    if old.status == "failed":
        return not options.retry_failed
    return bool(old.output) and (outputs / str(old.output) / COMPLETE).is_file()


def _duplicate(job: Job, of: str, settings: str, rules: str) -> Row:
    return Row(
        job.input, job.sha256, "skipped", duplicate_of=of, size=job.size, mtime_ns=job.mtime_ns,
        settings=settings, rules=rules,
    )  # fmt: skip
