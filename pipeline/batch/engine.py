"""The batch: what is to do, done by workers, written down as it is done."""

from __future__ import annotations

import queue
import shutil
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import Any, Literal

from filelock import FileLock, Timeout

from pipeline.batch import rules, summary
from pipeline.batch.events import Event, Report, Totals
from pipeline.batch.inputs import Found
from pipeline.batch.job import Job, Outcome, Part, Work
from pipeline.batch.long import LongDocuments
from pipeline.batch.manifest import Manifest, Row, row
from pipeline.batch.options import Options
from pipeline.batch.pool import SCRATCH, LocalWorkers, Workers
from pipeline.batch.select import Selection, select
from pipeline.errors import FileAccessError

Stop = Literal["interrupted", "ended", "failures", "disk_full"]
MakeWorkers = Callable[[Work, int], Workers]

# A rate of failures says nothing about the first few documents.
_ENOUGH_FOR_A_RATE = 20
_TICK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Result:
    """What a batch came to. ``stopped`` says why it ended early, None if it went through."""

    totals: Totals
    stopped: Stop | None


def run(
    found: Sequence[Found], work: Work, options: Options, report: Report, workers: MakeWorkers | None = None
) -> Result:
    """Convert all files that are not done yet and return the totals of all files named.

    ``report`` is called in this thread with every event. The first Ctrl-C lets the documents in work be finished, the
    second (or SIGTERM) gives them up; either way the batch can be started again. Raises FileAccessError where another
    batch holds the output folder or the manifest cannot be written.
    """
    with _alone(work.outputs), Manifest(work.outputs) as manifest:
        digests = rules.of_settings(work.settings), rules.version()
        selection = select(found, manifest.rows, work.outputs, options, *digests)
        batch = _Batch(work, options, report, manifest, digests, workers or _local(options), Totals.of(selection))
        summary.write(work, options, batch.totals, "running")
        with _signals(batch):
            batch.go(selection)
        manifest.finish()
        summary.write(work, options, batch.totals, batch.stopped or "finished")
        report(Event("end", batch.totals))
        return Result(batch.totals, batch.stopped)


def _local(options: Options) -> MakeWorkers:
    def make(work: Work, size: int) -> Workers:
        return LocalWorkers(work, size, options.timeout, options.memory_limit, options.recycle)

    return make


def on_cluster(address: str, options: Options) -> MakeWorkers:
    """Workers of a Dask scheduler for :func:`run`; as many documents at a time as it has workers."""

    def make(work: Work, size: int) -> Workers:
        from pipeline.batch.cluster import ClusterWorkers

        del size
        return ClusterWorkers(work, address, options.timeout, options.memory_limit)

    return make


@contextmanager
def _alone(outputs: Path) -> Iterator[None]:
    """Hold the output folder for this batch and clear away what a killed one left; raises FileAccessError."""
    try:
        outputs.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileAccessError(
            f"{outputs} cannot be made: {error.strerror or error}.", "Name a folder that may be written with -o."
        ) from error
    try:
        with FileLock(outputs / ".lock", timeout=0):
            shutil.rmtree(outputs / SCRATCH, ignore_errors=True)
            for torn in outputs.glob("*/.part-*"):
                torn.unlink(missing_ok=True)
            yield
    except Timeout as error:
        raise FileAccessError(
            f"Another batch is writing to {outputs}.", "Wait for it to end, or name another folder with -o."
        ) from error
    except PermissionError as error:
        # not only the folder: any file that the batch itself reads or writes while it holds the lock
        refused = error.filename or outputs
        raise FileAccessError(
            f"No access to {refused}: {error.strerror}.", "Check who may read and write it."
        ) from error


@dataclass(slots=True)
class _Batch:
    """A batch under way. Everything but :meth:`interrupt` and ``done`` happens in the thread that called ``run``."""

    work: Work
    options: Options
    report: Report
    manifest: Manifest
    digests: tuple[str, str]
    make: MakeWorkers
    totals: Totals
    stopped: Stop | None = None
    running: dict[str, Job] = field(default_factory=dict)
    waiting: deque[Job] = field(default_factory=deque)
    long: LongDocuments = field(init=False)
    lost: list[Job] = field(default_factory=list)
    finished: queue.SimpleQueue[tuple[Job, Outcome]] = field(default_factory=queue.SimpleQueue)

    def __post_init__(self) -> None:
        self.long = LongDocuments(self.work.outputs.resolve() / SCRATCH / "pages")

    def go(self, selection: Selection) -> None:
        """Work through the selection; documents that cost a worker its life are tried again at the end, alone."""
        self.report(Event("start", self.totals))
        for settled in selection.rows:
            self._settle(settled)
        if selection.jobs and self.stopped is None:
            # a single long document may keep all workers busy
            size = self.options.jobs if self.work.share else min(self.options.jobs, len(selection.jobs))
            self._through(selection.jobs, size, attempt=1)
        again, self.lost = tuple(self.lost), []
        for job in again:
            if self.stopped is None:
                self.report(Event("again", self.totals, job.input))
                self._through([job], 1, attempt=2)

    def interrupt(self) -> None:
        """Ask to stop: once after the documents in work, twice at once."""
        self.stopped = "ended" if self.stopped in ("interrupted", "ended") else "interrupted"

    def terminate(self) -> None:
        """Ask to stop at once."""
        self.stopped = "ended"

    def _through(self, jobs: Sequence[Job], size: int, attempt: int) -> None:
        self.waiting = deque(jobs)
        workers = self.make(self.work, size)
        size = 1 if attempt > 1 else workers.size
        try:
            while (self.waiting and self.stopped is None) or (self.running and self.stopped != "ended"):
                # no more is handed out than workers can hold, so that stopping waits only for what is in work
                while self.waiting and self.stopped is None and len(self.running) < size:
                    job = self.waiting.popleft()
                    # with one worker there is nobody to share with
                    job = replace(job, whole=True) if size == 1 else job
                    self.running[job.key] = job
                    workers.submit(job, lambda done, outcome: self.finished.put((done, outcome)))
                self._collect(workers, attempt)
        finally:
            if self.running:
                workers.end()
                self.running.clear()
            else:
                workers.close()

    def _collect(self, workers: Workers, attempt: int) -> None:
        """Wait for the next finished document or part, at most a moment."""
        try:
            job, outcome = self.finished.get(timeout=_TICK_SECONDS)
        except queue.Empty:
            workers.tick()
            self.report(Event("tick", self.totals))
            return
        del self.running[job.key]
        if outcome.long:
            self.waiting.extendleft(reversed(self.long.split(job, outcome.long)))
        elif job.part is not None:
            self._part(job, job.part, outcome, attempt)
        else:
            self._finish(job, self.long.joined(job, outcome) if job.parts else outcome, attempt)

    def _part(self, job: Job, part: Part, outcome: Outcome, attempt: int) -> None:
        led_to = self.long.done(job, part, outcome)
        if isinstance(led_to, Job):
            self.waiting.appendleft(led_to)
        elif led_to is not None:
            whole = replace(job, part=None)
            self.waiting = deque(one for one in self.waiting if one.input != job.input)
            self._finish(whole, led_to, attempt)

    def _finish(self, job: Job, outcome: Outcome, attempt: int) -> None:
        if outcome.lost and attempt == 1:
            self.lost.append(replace(job, parts=(), whole=True))
        elif outcome.disk_full:
            # not the document's fault: no line is written, so that the next run takes it up
            self.stopped = "disk_full"
        else:
            self._settle(row(job, outcome, attempt, *self.digests))

    def _settle(self, new: Row) -> None:
        self.manifest.add(new)
        self.totals = self.totals.plus(new)
        self.report(Event("document", self.totals, new.input, new))
        if self.stopped is None and self._too_many_failures():
            self.stopped = "failures"

    def _too_many_failures(self) -> bool:
        if self.options.fail_fast and self.totals.failed_now:
            return True
        rate = self.options.max_failure_rate
        done = self.totals.done_now
        return rate is not None and done >= _ENOUGH_FOR_A_RATE and self.totals.failed_now > rate * done


@contextmanager
def _signals(batch: _Batch) -> Iterator[None]:
    """Ctrl-C and SIGTERM as wishes of the batch, where this thread may set handlers."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        del number, frame
        batch.interrupt()

    def on_terminate(number: int, frame: FrameType | None) -> None:
        del number, frame
        batch.terminate()

    before: dict[int, Any] = {
        signal.SIGINT: signal.signal(signal.SIGINT, on_interrupt),
        signal.SIGTERM: signal.signal(signal.SIGTERM, on_terminate),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
