"""Records to tables, column by column: DuckDB parses the files and takes them apart, no row passes through Python.

Each table is a query over ``plans`` (document, r: the record, text) in ``pipeline/store/tables/NAME.sql``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.emit.tables import ColumnType, Shape
from pipeline.errors import BadInputError
from pipeline.lexicon import fold
from pipeline.lexicon.indicators import indicator_key, level_of
from pipeline.plan import SCHEMA_NAME, Plan
from pipeline.store import load

# Bytes of records that are taken apart at once.
_AT_ONCE = 16_000_000

FOLDER = files("pipeline.store") / "tables"

_TYPES: dict[ColumnType, str] = {
    "text": "VARCHAR", "texts": "VARCHAR[]", "int": "INTEGER", "number": "DOUBLE", "bool": "BOOLEAN", "date": "DATE",
    "json": "VARCHAR",
}  # fmt: skip

_MACROS = (
    "day(t) AS try_cast(t AS DATE)",
    # all years named in "2023" or "2021-2025": whole runs of digits, 1900 to 2099
    "years(t) AS list_filter(regexp_extract_all(t, '[0-9]+'), lambda run: regexp_full_match(run, '(19|20)[0-9]{2}'))",
    "known(ids) AS list_filter(ids, lambda id: id <> '')",
    "fold(t) AS translate(t, {}, {})".format(
        *("'" + letters.replace("'", "''") + "'" for letters in (fold.MARKED, fold.BARE))
    ),
)


class MisfitError(BadInputError):
    """A record among those given is not as the schema says; the message is DuckDB's and names no document."""


@dataclass(frozen=True, slots=True)
class Output:
    """One document: the name of its folder, the bytes of plan.json and of text.txt (UTF-8)."""

    document: str
    plan: bytes
    text: bytes


def write(outputs: Iterable[Output], tables: Sequence[Shape], folder: Path) -> None:
    """Write one Parquet file a table into ``folder``, a few documents at a time so that little memory is held.

    Raises MisfitError where a record lacks a field of today's schema, has one of another type, or is of another
    version.
    """
    with closing(_connect()) as connection:
        for number, part in enumerate(_parts(outputs)):
            try:
                _read(connection, part)
                for table in tables:
                    into = f"INSERT INTO {table.name}" if number else f"CREATE TABLE {table.name} AS"
                    connection.execute(f"{into} {_select(table)}")
            except (duckdb.InvalidInputException, duckdb.ConversionException, pa.ArrowInvalid) as error:
                raise MisfitError(f"An output cannot be read: {error}", "kehoach validate shows which.") from error
        for table in tables:
            path = str(folder / f"{table.name}.parquet").replace("'", "''")
            connection.execute(f"COPY {table.name} TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def _connect() -> duckdb.DuckDBPyConnection:
    """A database that can run the queries of the tables; one thread, for callers run several."""
    connection = duckdb.connect(":memory:", config={"threads": 1})
    for macro in _MACROS:
        connection.execute(f"CREATE MACRO {macro}")
    for function, parameters in ((indicator_key, ["VARCHAR"] * 4), (level_of, ["VARCHAR"])):
        connection.create_function(function.__name__, cache(function), parameters, "VARCHAR", null_handling="special")  # type: ignore[call-overload,unused-ignore]
    return connection


def _parts(outputs: Iterable[Output]) -> Iterator[list[Output]]:
    part: list[Output] = []
    size = 0
    for output in outputs:
        part.append(output)
        size += len(output.plan)
        if size > _AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _read(connection: duckdb.DuckDBPyConnection, outputs: Sequence[Output]) -> None:
    """Make the table ``plans`` of some documents."""
    given = pa.table({
        "document": pa.array([one.document for one in outputs], pa.string()),
        "plan": pa.array([one.plan for one in outputs], pa.string()),
        "text": pa.array([one.text for one in outputs], pa.string()),
    })  # fmt: skip
    connection.register("given", given)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE plans AS "
        f"SELECT document, from_json_strict(plan, '{structure()}') AS r, text FROM given"
    )
    connection.unregister("given")
    found = connection.execute("SELECT DISTINCT r.schema_name, r.schema_version FROM plans").fetchall()
    if not all(name == SCHEMA_NAME and load.readable(str(version)) for name, version in found):
        raise MisfitError(f"There are outputs of other schemas: {found}.")


def _select(table: Shape) -> str:
    """The query of a table, columns in the order and of the types that its shape says."""
    columns = ", ".join(f'"{column.name}"::{_TYPES[column.kind]} AS "{column.name}"' for column in table.columns)
    return f"SELECT {columns} FROM ({(FOLDER / f'{table.name}.sql').read_text(encoding='utf-8')})"


@cache
def structure() -> str:
    """The type of a record for DuckDB's ``from_json``, from the published models."""
    schema = Plan.model_json_schema(mode="serialization")
    return json.dumps(_type(schema, schema["$defs"])).replace("'", "''")


def _type(schema: dict[str, Any], defs: dict[str, Any]) -> str:
    if "$ref" in schema:
        return _type(defs[schema["$ref"].rpartition("/")[2]], defs)
    kinds = {_type(one, defs) for one in schema.get("anyOf", ()) if one.get("type") != "null"}
    if kinds:
        # a whole number stays one where it is shown as JSON
        return kinds.pop() if len(kinds) == 1 else "JSON"
    match schema.get("type"):
        case "object" if "properties" in schema:
            fields = (f'"{name}" {_type(one, defs)}' for name, one in schema["properties"].items())
            return f"STRUCT({', '.join(fields)})"
        case "object":
            of = _type(schema["additionalProperties"], defs)
            return "JSON" if of == "VARCHAR" else f"MAP(VARCHAR, {of})"
        case "array":
            return f"{_type(schema['items'], defs)}[]"
        case kind:
            return {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}.get(
                str(kind), "JSON"
            )
