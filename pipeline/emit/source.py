"""Where an export takes its data from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from pipeline.emit.tables import Record

if TYPE_CHECKING:
    import pyarrow as pa


class PlanSource(Protocol):
    """Tables and records of one or many documents (the store is one)."""

    def arrow(self, view: str) -> pa.Table:
        """A whole table, by its name in :data:`pipeline.emit.tables.TABLES`, or "inputs"."""

    def records(self) -> Iterator[tuple[str, Record, str]]:
        """Each document: name of its folder, its record as JSON values, its text."""
