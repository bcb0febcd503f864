"""Rows as Arrow tables with fixed types, whatever the rows hold (an empty column keeps its type)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from pipeline.emit.tables import Row, Shape

_TYPES: dict[str, Any] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "int": pa.int32(),
    "number": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "json": pa.string(),
}


def schema(table: Shape) -> pa.Schema:
    """Names, types and meanings of the columns."""
    return pa.schema(
        [pa.field(c.name, _TYPES[c.kind], metadata={"description": says}) for c, says in table.described()]
    )


def to_arrow(table: Shape, rows: Sequence[Row]) -> pa.Table:
    """The rows as an Arrow table; a key that a row lacks is null."""
    return pa.Table.from_pylist(list(rows), schema=schema(table))
