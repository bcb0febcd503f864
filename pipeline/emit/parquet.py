"""A folder of Parquet files, one a table, with types and the meaning of each column."""

from __future__ import annotations

from pathlib import Path

from pipeline.emit import arrow
from pipeline.emit.files import replacing
from pipeline.emit.source import PlanSource
from pipeline.emit.tables import TABLES


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write the files into the folder ``target`` and return their paths; raises FileAccessError."""
    import pyarrow.parquet as pq

    written: list[Path] = []
    for name, table in TABLES.items():
        with replacing(target / f"{name}.parquet") as aside:
            pq.write_table(source.arrow(name).cast(arrow.schema(table)), aside, compression="zstd")
        written.append(target / f"{name}.parquet")
    return written
