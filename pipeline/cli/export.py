"""``kehoach export``: the outputs in the formats of other programs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.query import Folder, opened
from pipeline.errors import EXIT_OK, UsageError

if TYPE_CHECKING:
    from pipeline.emit.source import PlanSource

# Each format: what is written where -o does not say, a file or a folder.
FORMATS: dict[str, str] = {
    "csv": "kehoach-csv",
    "jsonl": "kehoach-jsonl",
    "parquet": "kehoach-parquet",
    "xlsx": "kehoach.xlsx",
    "sqlite": "kehoach.sqlite",
    "akn": "kehoach-akn",
    "ics": "kehoach.ics",
}


def export(
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    outputs: Folder = "outputs",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="PATH", help="File (xlsx, sqlite, ics) or folder to write.")
    ] = None,
) -> int:
    """Write all outputs as tables, a workbook, a database, Akoma Ntoso or a calendar of deadlines."""
    if to not in FORMATS:
        raise UsageError(f"There is no format {to!r}.", f"The formats are: {', '.join(FORMATS)}.")
    write: Callable[[PlanSource, Path], list[Path]] = import_module(f"pipeline.emit.{to}").write
    with opened(outputs) as store:
        written = write(store, Path(output or FORMATS[to]))
    for path in written:
        print(path.as_posix())
    console.say(f"{len(written)} file{'s' * (len(written) != 1)} written")
    return EXIT_OK
