"""A folder of outputs as a database: DuckDB views straight over them, no import step."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

import duckdb
import pyarrow as pa

from pipeline import emit
from pipeline.config import Progress
from pipeline.errors import FileAccessError, MissingDependencyError, UsageError
from pipeline.store import cache, inputs, load, macros, questions, rows

if TYPE_CHECKING:
    from pipeline.emit.tables import Shape

# The files of the outputs are all that a query needs; extensions would be fetched from the network.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

VIEWS: dict[str, Shape] = {**cache.ALL_TABLES, inputs.TABLE.name: inputs.TABLE}
"""All views by name."""


class Store:
    """The outputs of one folder, as they were when the store was opened."""

    def __init__(
        self, outputs: str | Path = "outputs", today: date | None = None, progress: Progress | None = None
    ) -> None:
        """Open a folder of outputs; ``today`` is what deadlines are held against (default: the day it is), ``progress``
        is told of the documents that are new to the cache.

        Raises FileAccessError, and BadInputError for outputs of another schema version.
        """
        self.outputs = Path(outputs)
        _check(self.outputs)
        self._connection = duckdb.connect(":memory:", config=_CONFIG)
        self._refresh(progress)
        for statement in macros.statements():
            self._connection.execute(statement)
        self._connection.execute(f"SET VARIABLE today = DATE '{(today or date.today()).isoformat()}'")

    def query(self, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
        """The answer to a question in SQL ("?" stands for a parameter); raises UsageError for wrong SQL."""
        try:
            try:
                return self._answer(sql, parameters)
            except duckdb.IOException:
                # another process has packed the cache anew while this store was open
                self._refresh()
                return self._answer(sql, parameters)
        except duckdb.Error as error:
            raise UsageError(f"The query cannot be answered: {error}", _hint(sql, str(error))) from error

    @property
    def empty(self) -> bool:
        """True if there is neither an output nor a manifest: most probably another folder was meant."""
        return not any(self.query(f"SELECT 1 FROM {view} LIMIT 1").num_rows for view in ("documents", "inputs"))

    def arrow(self, view: str) -> pa.Table:
        """A whole view as an Arrow table; raises UsageError for a name that is none."""
        if view not in VIEWS:
            near = get_close_matches(view, VIEWS, 1)
            hint = f"Did you mean {near[0]!r}? " if near else ""
            raise UsageError(f"There is no view {view!r}.", f"{hint}The views are: {', '.join(VIEWS)}.")
        return self.query(f'SELECT * FROM "{view}"')

    def records(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Each document in order of its folder: the folder's name, the record as JSON values, the text."""
        for stamp in cache.stamps(self.outputs):
            folder = self.outputs / stamp.document
            yield stamp.document, load.record(folder / "plan.json"), (folder / "text.txt").read_text(encoding="utf-8")

    def df(self, view_or_sql: str, library: Literal["pandas", "polars"] | None = None) -> Any:
        """A view, or the answer to a query, as a data frame of ``library``; None: pandas, or polars where only that is.

        Raises MissingDependencyError where it is not installed (``arrow`` and ``query`` always work).
        """
        found = self.arrow(view_or_sql) if view_or_sql in VIEWS else self.query(view_or_sql)
        for name in (library,) if library else ("pandas", "polars"):
            try:
                module = import_module(name)
            except ImportError:
                continue
            return found.to_pandas() if name == "pandas" else module.from_arrow(found)
        wanted = library or "pandas"
        raise MissingDependencyError(
            f"Data frames need {library or 'pandas or polars'}.",
            f"Install it: pip install {wanted}. Or use Store.arrow.",
        )

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, sql: str, parameters: Sequence[object]) -> pa.Table:
        answer = self._connection.sql(sql, params=list(parameters) or None)
        return pa.table({}) if answer is None else answer.to_arrow_table()

    def _refresh(self, progress: Progress | None = None) -> None:
        """The views as the outputs are now."""
        segments = cache.refresh(self.outputs, progress)
        for name, table in cache.ALL_TABLES.items():
            self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {_view(table, segments)}")
        # handed over as JSON: the makers of Arrow arrays would load pandas, which takes longer than most questions
        shape = json.dumps([{column.name: rows.TYPES[column.kind] for column in inputs.TABLE.columns}])
        self._connection.execute(
            f"CREATE OR REPLACE TABLE {inputs.TABLE.name} AS "
            f"SELECT row.* FROM (SELECT unnest(from_json($1, '{shape}')) AS row)",
            [json.dumps(inputs.rows(self.outputs), ensure_ascii=False)],
        )


def _view(table: Shape, segments: Sequence[cache.Segment]) -> str:
    """The query of a view over all segments."""
    whole = [segment.file(table.name) for segment in segments if not segment.stale]
    parts = [f"SELECT * FROM read_parquet({rows.listed(whole)})"] if whole else []
    for segment in segments:
        if segment.stale:
            names = ", ".join("'" + name.replace("'", "''") + "'" for name in segment.stale)
            file = rows.listed([segment.file(table.name)])
            parts.append(f"SELECT * FROM read_parquet({file}) WHERE document NOT IN ({names})")
    columns = ", ".join(f'NULL::{rows.TYPES[column.kind]} AS "{column.name}"' for column in table.columns)
    return " UNION ALL ".join(parts) or f"SELECT {columns} WHERE false"


def _check(outputs: Path) -> None:
    """Raise what tells why a path is no folder of outputs."""
    if outputs.is_file() or (outputs / emit.PLAN).is_file():
        above = outputs.parent.parent if outputs.name == emit.PLAN else outputs.parent
        one = not outputs.is_file() or outputs.name == emit.PLAN
        raise FileAccessError(
            f"{outputs} is {'one output' if one else 'a file'}, not a folder of outputs.",
            f"Name the folder with -d {shlex.quote(str(above))}; ask for one document with WHERE document = '...'.",
        )
    if not outputs.is_dir():
        raise FileAccessError(
            f"There is no folder {outputs}.",
            "Name the folder of the outputs with -d; kehoach parse FILE... -o DIR makes one from documents.",
        )


def _hint(sql: str, said: str) -> str:
    """What to do about a query that the database refuses."""
    word = sql.strip().rstrip(";")
    if word in VIEWS:
        return f'Write "SELECT * FROM {word}".'
    if word in questions.listed():
        return f"Did you mean @{word}?"
    quoted = re.search(r'Referenced column "(.*?)" not found', said)
    if quoted and f'"{quoted[1]}"' in sql:
        return f"Names of columns stand in \"...\", texts in '...': write '{quoted[1]}' if it is a text."
    if "Ambiguous reference" in said:
        return "Both views have that column: write the name of the view and a dot before it."
    return "kehoach query --list shows views, columns and ready questions."
