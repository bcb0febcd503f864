"""``kehoach series``: an indicator over the years, as a table and as a plot."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.query import Folder, Format, opened, show
from pipeline.errors import EXIT_OK

if TYPE_CHECKING:
    from pipeline.store.series import Point


def series(
    name: Annotated[str, typer.Argument(metavar="INDICATOR", help='Its name, such as "tỷ lệ hộ nghèo".')],
    outputs: Folder = "outputs",
    place: Annotated[str | None, typer.Option("--place", help="Only plans of this place.")] = None,
    form: Format = "table",
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each value.")] = False,
    plot: Annotated[
        str | None, typer.Option("--plot", metavar="FILE", help='"-": bars below the table; else a PNG or SVG file.')
    ] = None,
) -> int:
    """Targets and baselines of an indicator by year, place and document."""
    from pipeline.store.series import series as points_of

    with opened(outputs) as store:
        points = points_of(store, name, place)
    if as_json:
        for point in points:
            print(json.dumps(asdict(point), ensure_ascii=False))
    else:
        show(_table(points), form)
    if plot is not None:
        _plot(points, name, plot)
    return EXIT_OK


def _table(points: list[Point]) -> object:
    import pyarrow as pa

    columns = ("name", "unit", "place", "year", "kind", "comparator", "value", "max", "number", "page", "document")
    return pa.Table.from_pylist([{column: getattr(point, column) for column in columns} for point in points])


def _plot(points: list[Point], name: str, target: str) -> None:
    from pipeline.store import plot

    if target == "-":
        for line in plot.bars(points):
            print(line)
    else:
        plot.save(points, name, Path(target))
