"""The workers of a cluster: the same function on Dask distributed, files on a folder that all machines share.

A Dask worker that dies takes its document to the next one. So that a document cannot bring down one worker after the
other, each try leaves a mark in the shared folder; who finds the mark of an earlier try gives the document back.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from pipeline.batch import memory, rules
from pipeline.batch.job import Job, Outcome, Work, do, killed
from pipeline.batch.pool import SCRATCH, Done
from pipeline.errors import ConfigurationError, MissingDependencyError, ProcessingError

# Seconds to wait for the scheduler to answer and for its first worker.
_PATIENCE = 30
_WATCH_SECONDS = 0.25
_INSTALL = "Install it on every machine: pip install 'kehoach[cluster]'"


class ClusterWorkers:
    """Workers behind a Dask scheduler. ``timeout`` in seconds a document, ``limit`` in bytes a worker."""

    def __init__(self, work: Work, address: str, timeout: float | None = None, limit: int | None = None) -> None:
        """Connect and check every worker; raises MissingDependencyError or ConfigurationError."""
        self._address = address
        self._timeout, self._limit = timeout, limit
        # a worker may have another working folder
        self._work = replace(work, outputs=work.outputs.resolve())
        self._scratch = self._work.outputs / SCRATCH
        self._scratch.mkdir(parents=True, exist_ok=True)
        self._gone = False
        self._futures: dict[str, Any] = {}
        self._tries: dict[str, int] = {}
        self._client = _connect(address)
        try:
            self.size = self._check()
        except BaseException:
            self._client.close()
            raise

    def submit(self, job: Job, done: Done) -> None:
        """See :class:`pipeline.batch.pool.Workers`."""
        number = self._tries[job.key] = self._tries.get(job.key, 0) + 1
        mark = self._scratch / f"{job.sha256[:32]}-{number}-{uuid.uuid4().hex[:8]}"
        future = self._client.submit(
            guarded, self._work, replace(job, path=job.path.resolve()), mark, self._timeout, self._limit, pure=False,
            key=f"kehoach-{job.sha256[:16]}-{uuid.uuid4().hex[:8]}",
        )  # fmt: skip
        self._futures[job.key] = future
        future.add_done_callback(lambda finished: self._tell(job, finished, done))

    def tick(self) -> None:
        """Raises ProcessingError when the scheduler has gone away."""
        if self._gone or self._client.status not in ("running", "newly-created"):
            raise ProcessingError(
                f"The scheduler at {self._address} went away.",
                "What is done is kept: start the same command again when the cluster is back.",
            )

    def close(self) -> None:
        """See :class:`pipeline.batch.pool.Workers`."""
        self._futures.clear()
        with contextlib.suppress(OSError, TimeoutError):
            self._client.close()

    def end(self) -> None:
        """See :class:`pipeline.batch.pool.Workers`."""
        if not self._gone:
            with contextlib.suppress(Exception):  # whatever a dying cluster answers, the batch ends
                self._client.cancel(list(self._futures.values()), force=True)
        self.close()

    def _tell(self, job: Job, future: Any, done: Done) -> None:
        if self._futures.pop(job.key, None) is None:
            return
        from distributed.scheduler import KilledWorker

        try:
            done(job, future.result())
        except KilledWorker as error:
            done(job, killed("killed", f"The workers that read {job.path.name} died ({error})."))
        except Exception:  # cancelled, connection closed: the tasks are lost with the scheduler
            self._gone = True

    def _check(self) -> int:
        """Number of documents at a time; raises ConfigurationError where a worker would not do the same as we do."""
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise ConfigurationError(f"The scheduler at {self._address} has no workers.", "Start some.") from error
        token = self._scratch / f"token-{uuid.uuid4().hex}"
        token.write_text("shared", encoding="utf-8")
        try:
            described: dict[str, dict[str, str]] = self._client.run(describe, token)
        finally:
            token.unlink(missing_ok=True)
        ours = rules.versions()
        for worker, theirs in sorted(described.items()):
            if not theirs.pop("shared"):
                raise ConfigurationError(
                    f"The worker {worker} does not see {self._work.outputs}.",
                    "Inputs and outputs have to lie on a folder that all machines share under the same name.",
                )
            wrong = sorted(name for name in ours if ours[name] != theirs.get(name))
            if wrong:
                told = ", ".join(f"{name} {theirs.get(name)} instead of {ours[name]}" for name in wrong)
                raise ConfigurationError(f"The worker {worker} has {told}.", "Install the same release everywhere.")
        return sum(self._client.nthreads().values())


def _connect(address: str) -> Any:
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ImportError as error:
        raise MissingDependencyError("--cluster needs Dask distributed.", _INSTALL) from error
    try:
        get_address_host_port(address, strict=True)
    except ValueError as error:
        raise ConfigurationError(
            f"{address!r} is no address of a scheduler.", "Write it like tcp://host:8786."
        ) from error
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ConfigurationError(f"No scheduler answers at {address}.", "Check the address; start it first.") from error


def describe(token: Path) -> dict[str, str]:
    """What a worker says of itself: its versions, and whether it sees the shared folder ("" if not)."""
    return {**rules.versions(), "shared": "yes" if token.is_file() else ""}


def guarded(work: Work, job: Job, mark: Path, timeout: float | None, limit: int | None) -> Outcome:
    """:func:`pipeline.batch.job.do` in a Dask worker, which ends itself over the limits and says so in the mark."""
    if mark.exists():
        return _of_mark(job.path, mark)
    mark.write_text("killed", encoding="utf-8")
    over = threading.Event()
    threading.Thread(target=_watch, args=(over, mark, timeout, limit), daemon=True).start()
    try:
        return do(work, job)
    finally:
        over.set()
        mark.unlink(missing_ok=True)


def _of_mark(path: Path, mark: Path) -> Outcome:
    said = mark.read_text(encoding="utf-8")
    mark.unlink(missing_ok=True)
    details: dict[Literal["timeout", "memory", "killed"], str] = {
        "timeout": f"{path.name} took longer than it may.",
        "memory": f"{path.name} needs more memory than a worker may have.",
        "killed": f"The worker that read {path.name} was ended.",
    }
    for why, detail in details.items():
        if said == why:
            return killed(why, detail)
    return killed("killed", details["killed"])


def _watch(over: threading.Event, mark: Path, timeout: float | None, limit: int | None) -> None:
    until = None if timeout is None else time.monotonic() + timeout
    while not over.wait(_WATCH_SECONDS):
        late = until is not None and time.monotonic() > until
        if late or (limit is not None and memory.resident() > limit):
            mark.write_text("timeout" if late else "memory", encoding="utf-8")
            memory.end_children()
            os._exit(memory.EXIT_MEMORY)
