"""One SQLite file with all tables; lists are JSON arrays, which Datasette and ``json_each`` understand."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from pipeline.emit import plain
from pipeline.emit.files import replacing
from pipeline.emit.source import PlanSource
from pipeline.emit.tables import TABLES, Shape

_TYPES = {"text": "TEXT", "texts": "TEXT", "int": "INTEGER", "number": "REAL", "bool": "INTEGER", "date": "TEXT",
          "json": "TEXT"}  # fmt: skip


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write the file ``target`` and return its path; raises FileAccessError."""
    with replacing(target) as aside, closing(sqlite3.connect(aside)) as connection:
        for table in TABLES.values():
            _create(connection, table)
            marks = ", ".join("?" * len(table.columns))
            rows = ([_value(v) for v in row.values()] for row in plain.rows(source.arrow(table.name)))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
        connection.commit()
    return [target]


def _create(connection: sqlite3.Connection, table: Shape) -> None:
    columns = [f'"{c.name}" {_TYPES[c.kind]}' for c in table.columns]
    if table.name == "documents":
        columns.append('PRIMARY KEY ("document")')
    else:
        columns.append('FOREIGN KEY ("document") REFERENCES "documents" ("document")')
    connection.execute(f'CREATE TABLE "{table.name}" ({", ".join(columns)})')
    connection.execute(f'CREATE INDEX "{table.name}_document" ON "{table.name}" ("document")')


def _value(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value
