"""A folder of documents and a batch over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline import batch
from pipeline.batch import Event, Options, Result, Work, manifest
from pipeline.batch.manifest import Row
from pipeline.config import Settings
from tests.batch import doubles
from tests.batch.results import written


@dataclass
class Archive:
    """``add`` documents, ``run`` a batch over all of them, look at ``rows`` and ``events`` afterwards."""

    inbox: Path
    outputs: Path
    events: list[Event] = field(default_factory=list)

    def add(self, **documents: str) -> None:
        self.inbox.mkdir(exist_ok=True)
        for name, text in documents.items():
            (self.inbox / f"{name}.txt").write_text(text, encoding="utf-8")

    def run(
        self,
        settings: Settings | None = None,
        on_event: Callable[[Event], None] | None = None,
        named: list[str] | None = None,
        **options: Any,
    ) -> Result:
        def report(event: Event) -> None:
            self.events.append(event)
            if on_event is not None:
                on_event(event)

        self.events.clear()
        chosen = Options(**({"jobs": 2, "timeout": 60.0} | options))
        found = batch.find(named or [str(self.inbox)], chosen.include, chosen.exclude, self.outputs)
        work = Work(doubles.convert, settings or Settings(), self.outputs)
        return batch.run(found, work, chosen, report)

    @property
    def rows(self) -> dict[str, Row]:
        return {Path(row.input).stem: row for row in manifest.load(self.outputs)}

    def worked_on(self) -> set[str]:
        """Stems of the documents that the last run worked on."""
        return {Path(e.input).stem for e in self.events if e.kind == "document" and e.input}

    def bytes(self) -> dict[str, bytes]:
        """All result files with their bytes, but for those that hold times."""
        return written(self.outputs)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "inbox", tmp_path / "outputs")
