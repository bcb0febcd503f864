"""Records to tables, column by column: DuckDB parses the files and takes them apart, no row passes through Python.

Each table is a query over ``plans`` (document, r: the record, text) in ``pipeline/store/tables/NAME.sql``.
"""

from __future__ import annotations

import glob
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from pipeline.emit.tables import ColumnType, Shape
from pipeline.errors import BadInputError
from pipeline.lexicon import fold
from pipeline.lexicon.indicators import indicator_key, level_of
from pipeline.plan import SCHEMA_NAME, Plan
from pipeline.store import load

# Bytes of records that are parsed at once: memory is several times this.
_AT_ONCE = 12_000_000

FOLDER = files("pipeline.store") / "tables"

TYPES: dict[ColumnType, str] = {
    "text": "VARCHAR", "texts": "VARCHAR[]", "int": "INTEGER", "number": "DOUBLE", "bool": "BOOLEAN", "date": "DATE",
    "json": "VARCHAR",
}  # fmt: skip
"""Type of each kind of column in DuckDB."""

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
    """One document: the name of its folder, the files of its record and of its text, the bytes of the record."""

    document: str
    plan: Path
    text: Path
    size: int


def write(outputs: Sequence[Output], tables: Sequence[Shape], folder: Path) -> None:
    """Write one Parquet file a table into ``folder``; the records are held in memory, parsed and without their blanks.

    Raises MisfitError where a file cannot be read, a record lacks a field of today's schema, has one of another type,
    or is of another version.
    """
    with closing(_connect()) as connection:
        try:
            for number, part in enumerate(_parts(outputs)):
                _read(connection, part, "INSERT INTO plans" if number else "CREATE TABLE plans AS")
            _check(connection, len(outputs))
            for table in tables:
                path = str(folder / f"{table.name}.parquet").replace("'", "''")
                connection.execute(f"COPY ({_select(table)}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        except (duckdb.InvalidInputException, duckdb.ConversionException, duckdb.IOException) as error:
            raise MisfitError(f"An output cannot be read: {error}", "kehoach validate shows which.") from error


def _connect() -> duckdb.DuckDBPyConnection:
    """A database that can run the queries of the tables; one thread, for callers run several."""
    connection = duckdb.connect(":memory:", config={"threads": 1})
    for macro in _MACROS:
        connection.execute(f"CREATE MACRO {macro}")
    for function, parameters in ((indicator_key, ["VARCHAR"] * 4), (level_of, ["VARCHAR"])):
        connection.create_function(function.__name__, cache(function), parameters, "VARCHAR", null_handling="special")  # type: ignore[call-overload,unused-ignore]
    return connection


def _parts(outputs: Sequence[Output]) -> Iterator[list[Output]]:
    part: list[Output] = []
    size = 0
    for output in outputs:
        part.append(output)
        size += output.size
        if size > _AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _read(connection: duckdb.DuckDBPyConnection, outputs: Sequence[Output], into: str) -> None:
    """Add some documents to the table ``plans``; DuckDB reads the files itself."""
    plans, texts = [str(one.plan) for one in outputs], [str(one.text) for one in outputs]
    connection.execute(
        f"{into} SELECT named.document, from_json_strict(record.content, '{structure()}') AS r, whole.content AS text "
        f"FROM (SELECT unnest($1) AS document, unnest($2) AS plan, unnest($3) AS text) AS named "
        f"JOIN read_text({listed(plans)}) AS record ON record.filename = named.plan "
        f"JOIN read_text({listed(texts)}) AS whole ON whole.filename = named.text",
        [[one.document for one in outputs], plans, texts],
    )


def _check(connection: duckdb.DuckDBPyConnection, expected: int) -> None:
    """Raise MisfitError where records are of another schema, or where there are more or fewer than ``expected``."""
    found = connection.execute("SELECT r.schema_name, r.schema_version, count(*) FROM plans GROUP BY ALL").fetchall()
    if not all(name == SCHEMA_NAME and load.readable(str(version)) for name, version, _ in found):
        raise MisfitError(f"There are outputs of other schemas: {found}.")
    if sum(count for *_, count in found) != expected:
        raise MisfitError("There are outputs whose files were not found under their names.")


def listed(paths: Sequence[str]) -> str:
    """Files as SQL takes a list of them; a name is a pattern there, so that "a [2024]" has to be escaped."""
    return "[" + ", ".join("'" + glob.escape(path).replace("'", "''") + "'" for path in paths) + "]"


def _select(table: Shape) -> str:
    """The query of a table, columns in the order and of the types that its shape says."""
    columns = ", ".join(f'"{column.name}"::{TYPES[column.kind]} AS "{column.name}"' for column in table.columns)
    return f"SELECT {columns} FROM ({(FOLDER / f'{table.name}.sql').read_text(encoding='utf-8')})"


@cache
def structure() -> str:
    """The type of a record for DuckDB's ``from_json``, from the published models."""
    schema = Plan.model_json_schema(mode="serialization")
    # the places of cells are a quarter of all bytes, and the tables show no more of them than the page
    page = schema["$defs"]["Evidence"]["properties"]["page"]
    cell = schema["$defs"]["AnnexCell"]["properties"]
    cell["evidence"] = {"type": "array", "items": {"type": "object", "properties": {"page": page}}}
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
