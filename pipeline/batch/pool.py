"""The workers of one machine: processes with a time limit, a memory limit and a short life."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from pipeline.batch import memory
from pipeline.batch.job import Job, Outcome, Work, do, killed

Done = Callable[[Job, Outcome], None]

# Folder below the outputs that holds the temporary files of the workers, one folder a process id.
SCRATCH = ".work"
# Imported once in the server process that workers are forked from: what every document needs.
_PRELOAD = ["pipeline.batch.job", "pipeline.batch.warm"]


class Workers(Protocol):
    """What the engine asks of workers, on this machine or on a cluster."""

    size: int

    def submit(self, job: Job, done: Done) -> None:
        """Have one document converted; ``done`` is called from any thread, exactly once unless workers are ended."""

    def tick(self) -> None:
        """Housekeeping, called about once a second."""

    def close(self) -> None:
        """Let the workers go; nothing is in work."""

    def end(self) -> None:
        """Stop at once; documents in work are given up and nothing is told about them."""


class LocalWorkers:
    """A pebble process pool. ``timeout`` in seconds a document, ``limit`` in bytes a worker, ``recycle`` documents."""

    def __init__(
        self, work: Work, size: int, timeout: float | None = None, limit: int | None = None, recycle: int = 0
    ) -> None:
        self.size = size
        self._work = work
        self._timeout = timeout
        self._limit = limit
        self._recycle = recycle
        self._ended = False
        self._scratch = work.outputs / SCRATCH
        self._pool = self._start()

    def submit(self, job: Job, done: Done) -> None:
        """See :class:`Workers`."""
        if not self._pool.active:
            # the pool itself broke (a worker died with the lock of its queue in hand): begin again
            self._pool.stop()
            self._pool = self._start()
        future = self._pool.schedule(_within, args=(self._limit, self._work, job), timeout=self._timeout)
        future.add_done_callback(lambda done_one: self._tell(job, done_one, done))

    def tick(self) -> None:
        """Clear away what workers that are gone have left behind: their processes and temporary files."""
        with contextlib.suppress(OSError):
            for folder in self._scratch.iterdir():
                if folder.name.isdecimal() and not _alive(int(folder.name)):
                    _end_group(int(folder.name))
                    shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """See :class:`Workers`."""
        self._pool.close()
        self._pool.join()
        self._clear()

    def end(self) -> None:
        """See :class:`Workers`."""
        self._ended = True
        self._pool.stop()
        self._pool.join()
        self._clear()

    def _start(self) -> ProcessPool:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOAD)
        return ProcessPool(
            max_workers=self.size,
            max_tasks=self._recycle,
            initializer=_begin,
            initargs=(self._scratch, self._limit),
            context=context,
        )

    def _tell(self, job: Job, future: Future[Outcome], done: Done) -> None:
        if not self._ended:
            done(job, self._outcome(job, future))

    def _outcome(self, job: Job, future: Future[Outcome]) -> Outcome:
        try:
            return future.result()
        except TimeoutError:
            return killed("timeout", f"{job.path.name} took longer than {self._timeout:g} seconds.")
        except ProcessExpired as error:
            return _expired(job, int(error.exitcode))
        except (BrokenProcessPool, CancelledError, RuntimeError) as error:
            return killed("killed", f"The workers broke down with {job.path.name} in hand ({error}).")

    def _clear(self) -> None:
        self.tick()
        shutil.rmtree(self._scratch, ignore_errors=True)


def _expired(job: Job, status: int) -> Outcome:
    if status == memory.EXIT_MEMORY:
        return killed("memory", f"{job.path.name} needs more memory than a worker may have.")
    how = f"by signal {-status}" if status < 0 else f"with exit status {status}"
    return killed("killed", f"The worker that read {job.path.name} was ended {how}.")


def _begin(scratch: Path, limit: int | None) -> None:
    """First thing in a new worker: its own process group, its own private temporary folder, its limits."""
    os.setsid()
    folder = scratch / str(os.getpid())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.tempdir = str(folder)
    os.environ["TMPDIR"] = str(folder)
    if limit is not None:
        memory.limit_address_space(limit)
    memory.watch(limit)


def _within(limit: int | None, work: Work, job: Job) -> Outcome:
    """:func:`do` in a worker that is not over its limit before it begins.

    Its watch alone would let a short document through or not, as the machine is busy.
    """
    if limit is not None:
        memory.end_over(limit)
    return do(work, job)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _end_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
