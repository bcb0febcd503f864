"""A folder of CSV files, one a table: UTF-8 with a byte order mark (Excel needs it), formulas made harmless."""

from __future__ import annotations

from pathlib import Path

from pipeline.emit import plain
from pipeline.emit.files import write_lines
from pipeline.emit.source import PlanSource
from pipeline.emit.tables import TABLES

_BOM = "\ufeff"


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write the files into the folder ``target`` and return their paths; raises FileAccessError."""
    return [write_lines(target / f"{name}.csv", plain.to_csv(source.arrow(name)), _BOM) for name in TABLES]
