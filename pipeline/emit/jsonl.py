"""A folder of JSON-lines files, one a table, every value as it is."""

from __future__ import annotations

from pathlib import Path

from pipeline.emit import plain
from pipeline.emit.files import write_lines
from pipeline.emit.source import PlanSource
from pipeline.emit.tables import TABLES


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write the files into the folder ``target`` and return their paths; raises FileAccessError."""
    return [write_lines(target / f"{name}.jsonl", plain.to_jsonl(source.arrow(name))) for name in TABLES]
