"""A folder of outputs as a database: DuckDB views straight over them, no import step."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from pipeline.emit import arrow
from pipeline.errors import FileAccessError, MissingDependencyError, UsageError
from pipeline.store import cache, inputs, load, macros

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

    def __init__(self, outputs: str | Path = "outputs", today: date | None = None) -> None:
        """Open a folder of outputs; ``today`` is what deadlines are held against (default: the day it is).

        Raises FileAccessError, and BadInputError for outputs of another schema version.
        """
        self.outputs = Path(outputs)
        if not self.outputs.is_dir():
            raise FileAccessError(f"There is no folder {self.outputs}.", "Name the folder of the outputs with -d.")
        self._connection = duckdb.connect(":memory:", config=_CONFIG)
        segments = cache.refresh(self.outputs)
        for name, table in cache.ALL_TABLES.items():
            self._view(name, table, [segment.file(name) for segment in segments])
        self._connection.register(inputs.TABLE.name, inputs.table(self.outputs))
        for statement in macros.statements():
            self._connection.execute(statement)
        self._connection.execute(f"SET VARIABLE today = DATE '{(today or date.today()).isoformat()}'")

    def query(self, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
        """The answer to a question in SQL ("?" stands for a parameter); raises UsageError for wrong SQL."""
        try:
            answer = self._connection.sql(sql, params=list(parameters) or None)
            return pa.table({}) if answer is None else answer.to_arrow_table()
        except duckdb.Error as error:
            raise UsageError(f"The query cannot be answered: {error}", "See kehoach query --list.") from error

    def arrow(self, view: str) -> pa.Table:
        """A whole view as an Arrow table; raises UsageError for a name that is none."""
        if view not in VIEWS:
            raise UsageError(f"There is no view {view!r}.", f"The views are: {', '.join(VIEWS)}.")
        return self.query(f'SELECT * FROM "{view}"')

    def records(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Each document in order of its folder: the folder's name, the record as JSON values, the text."""
        for stamp in cache.stamps(self.outputs):
            folder = self.outputs / stamp.document
            yield stamp.document, load.record(folder / "plan.json"), (folder / "text.txt").read_text(encoding="utf-8")

    def df(self, view_or_sql: str) -> Any:
        """A view, or the answer to a query, as a pandas data frame; polars where only that is installed.

        Raises MissingDependencyError where neither is installed (``arrow`` and ``query`` always work).
        """
        found = self.arrow(view_or_sql) if view_or_sql in VIEWS else self.query(view_or_sql)
        try:
            return found.to_pandas()
        except ImportError:
            pass
        try:
            import polars  # type: ignore[import-not-found,unused-ignore]  # an optional package
        except ImportError as error:
            raise MissingDependencyError(
                "Data frames need pandas or polars.", "Install one: pip install pandas. Or use Store.arrow."
            ) from error
        return polars.from_arrow(found)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _view(self, name: str, table: Shape, files: list[str]) -> None:
        if not files:
            self._connection.register(name, arrow.to_arrow(table, []))
            return
        # a name is a pattern there: "outputs [2024]" has to be written so that it stands for itself
        listed = ", ".join("'" + glob.escape(file).replace("'", "''") + "'" for file in files)
        self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")
