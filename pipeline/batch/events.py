"""What a batch tells while it runs; who listens decides how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Literal

from pipeline.batch.manifest import Row
from pipeline.batch.select import Selection


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over all files named, those of earlier runs included; ``*_now`` count the work of this run only.

    ``documents`` are all files, ``todo`` those that this run has to work on, ``seconds`` the time since it began.
    """

    documents: int = 0
    todo: int = 0
    ok: int = 0
    partial: int = 0
    failed: int = 0
    skipped: int = 0
    pages: int = 0
    kept: int = 0
    done_now: int = 0
    failed_now: int = 0
    pages_now: int = 0
    peak_memory: int = 0
    began: float = field(default_factory=monotonic, compare=False)

    @staticmethod
    def of(selection: Selection) -> Totals:
        """The counts before anything is done."""
        totals = Totals(
            documents=len(selection.jobs) + len(selection.kept) + len(selection.rows),
            todo=len(selection.jobs),
            kept=len(selection.kept),
        )
        for row in selection.kept:
            totals = totals._count(row)
        return totals

    def plus(self, row: Row) -> Totals:
        """With one more document that this run settled."""
        worked = row.status != "skipped"
        return replace(
            self._count(row),
            done_now=self.done_now + worked,
            failed_now=self.failed_now + (row.status == "failed"),
            pages_now=self.pages_now + row.pages,
            peak_memory=max(self.peak_memory, row.peak_memory or 0),
        )

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return monotonic() - self.began

    @property
    def pages_per_second(self) -> float:
        """Of this run."""
        return self.pages_now / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """By the pace of the documents done so far; None before the first."""
        if not self.done_now:
            return None
        return self.seconds / self.done_now * max(0, self.todo - self.done_now)

    def _count(self, row: Row) -> Totals:
        return replace(
            self,
            pages=self.pages + row.pages,
            ok=self.ok + (row.status == "ok"),
            partial=self.partial + (row.status == "partial"),
            failed=self.failed + (row.status == "failed"),
            skipped=self.skipped + (row.status == "skipped"),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``input`` and ``row`` where it is about a document.

    "start", "document" (settled), "again" (its worker died, it is tried once more), "tick" (nothing new), "end".
    """

    kind: Literal["start", "document", "again", "tick", "end"]
    totals: Totals
    input: str | None = None
    row: Row | None = None


Report = Callable[[Event], None]
