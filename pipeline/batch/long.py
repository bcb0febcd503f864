"""Long documents shared out by page, so that one of 500 pages does not hold one worker while the others wait.

A worker that meets a long document gives it back with its number of pages; it is read in parts by several workers,
each part kept as a file in the scratch folder of the batch, and put together by one. The bytes of the result are those
of a document read in one go.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline.batch.job import Converted, Job, Outcome, Part
from pipeline.config import Settings

# A document with more pages is shared out, in parts of so many pages.
LONG = 40
PAGES_A_PART = 10


@dataclass(frozen=True, slots=True)
class Share:
    """How a document is read in parts; all three are top-level functions.

    ``count`` tells the pages of a file (0 if it has none to share), ``read`` reads pages [start, stop), 0-based, as a
    list that pickle can keep, ``join`` writes the document of all its pages below the outputs.
    """

    count: Callable[[Path], int]
    read: Callable[[Path, Settings, int, int], list[Any]]
    join: Callable[[Path, Settings, Path, list[Any]], Converted]


def keep(pages: list[Any], part: Part) -> None:
    """Keep the pages of a part for :func:`kept`."""
    aside = part.file.with_suffix(".part")
    aside.write_bytes(pickle.dumps(pages, protocol=pickle.HIGHEST_PROTOCOL))
    aside.replace(part.file)


def kept(parts: tuple[Part, ...]) -> list[Any]:
    """All pages of the parts in order. The files lie in a folder that only this user can write."""
    return [page for part in parts for page in pickle.loads(part.file.read_bytes())]


@dataclass(slots=True)
class _Document:
    job: Job
    parts: tuple[Part, ...]
    missing: set[int]
    seconds: float = 0.0
    peak: int = 0


@dataclass(slots=True)
class LongDocuments:
    """The long documents under way, by input. ``scratch`` is where their parts are kept."""

    scratch: Path
    _open: dict[str, _Document] = field(default_factory=dict)

    def split(self, job: Job, pages: int) -> list[Job]:
        """One job a part."""
        self.scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
        parts = tuple(
            Part(start, min(start + PAGES_A_PART, pages), self.scratch / f"{job.sha256}-{start}.pages")
            for start in range(0, pages, PAGES_A_PART)
        )
        self._open[job.input] = _Document(job, parts, {part.start for part in parts})
        return [replace(job, part=part) for part in parts]

    def done(self, job: Job, part: Part, outcome: Outcome) -> Job | Outcome | None:
        """What a finished part leads to: the job that joins all, the failure of the document, or nothing yet."""
        document = self._open.get(job.input)
        if document is None:
            return None  # another part has failed before
        document.seconds += outcome.seconds
        document.peak = max(document.peak, outcome.peak_memory or 0)
        if outcome.status == "failed":
            self._close(job.input)
            return outcome
        document.missing.discard(part.start)
        return None if document.missing else replace(document.job, parts=document.parts)

    def joined(self, job: Job, outcome: Outcome) -> Outcome:
        """The outcome of a document with the time and memory of its parts."""
        document = self._close(job.input)
        if document is None:
            return outcome
        return replace(
            outcome,
            seconds=outcome.seconds + document.seconds,
            peak_memory=max(outcome.peak_memory or 0, document.peak),
        )

    def _close(self, name: str) -> _Document | None:
        document = self._open.pop(name, None)
        for part in document.parts if document else ():
            part.file.unlink(missing_ok=True)
        return document
