"""A series as a picture: bars of letters on a terminal, or a PNG or SVG file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, groupby
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from pipeline.emit.plain import number, printable
from pipeline.errors import FileAccessError, MissingDependencyError, UsageError
from pipeline.store.series import Point

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_WIDEST_BAR = 50
# Letters of a name in the legend: what the width of the picture holds.
_LONGEST_NAME = 70
_KINDS = (".png", ".svg")


def bars(points: Sequence[Point]) -> Iterator[str]:
    """Lines of text, one bar a value; each indicator of each place with a scale of its own."""
    for (_, unit, place), group in groupby(points, key=lambda p: (p.key, p.unit, p.place)):
        chosen = list(group)
        most = max(abs(point.value) for point in chosen) or 1.0
        yield printable(f"{chosen[0].name} ({unit or '-'}), {place or '-'}")
        for point in chosen:
            bar = ("█" if point.kind == "target" else "░") * round(abs(point.value) / most * _WIDEST_BAR)
            yield f"  {point.year or '----'} {point.kind:<8} {number(point.value):>12} {bar}"


def save(points: Sequence[Point], title: str, target: Path) -> None:
    """Draw the series into ``target`` (.png or .svg): lines for targets, open marks for baselines.

    Raises UsageError for another ending, MissingDependencyError without matplotlib, FileAccessError.
    """
    if target.suffix.lower() not in _KINDS:
        raise UsageError(f"{target.name}: a plot is a file that ends in {' or '.join(_KINDS)}.", "Name it so.")
    try:
        import matplotlib
    except ImportError as error:
        raise MissingDependencyError(
            "Drawing to a file needs matplotlib.", "Install it: pip install 'kehoach[plots]'. Or use --plot -."
        ) from error
    # the same bytes each time: no date, no random ids; letters stay letters
    matplotlib.use("Agg")
    matplotlib.rcParams.update({"svg.hashsalt": "kehoach", "svg.fonttype": "none", "font.family": "DejaVu Sans"})
    from matplotlib import pyplot

    figure = drawn(points, title)
    try:
        metadata = {"Date": None} if target.suffix.lower() == ".svg" else {"Software": None}
        figure.savefig(target, dpi=150, metadata=metadata)
    except OSError as error:
        raise FileAccessError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        pyplot.close(figure)


def drawn(points: Sequence[Point], title: str) -> Figure:
    """The figure: a panel a unit, since shares and numbers have no scale in common; names below, shortened."""
    from matplotlib import pyplot

    units = sorted({point.unit or "" for point in points})
    figure: Figure
    figure, panels = pyplot.subplots(
        len(units), figsize=(8, 3 + 2.5 * len(units)), layout="constrained", sharex=True, squeeze=False
    )
    figure.suptitle(title)
    colors = cycle(f"C{number}" for number in range(10))
    for unit, axes in zip(units, panels[:, 0], strict=True):
        axes.set_ylabel(unit)
        axes.xaxis.set_major_locator(pyplot.MaxNLocator(integer=True))
        for (_, place), group in groupby(
            (point for point in points if (point.unit or "") == unit and point.year is not None),
            key=lambda p: (p.key, p.place),
        ):
            _line(axes, list(group), place, next(colors))
    count = sum(len(axes.get_legend_handles_labels()[1]) for axes in panels[:, 0])
    if count:
        figure.set_figheight(figure.get_figheight() + 0.2 * count)
        figure.legend(
            loc="outside lower left", fontsize="small", title="● chỉ tiêu (target)   ○ thực hiện (baseline)",
            title_fontsize="small",
        )  # fmt: skip
    return figure


def _line(axes: Any, chosen: list[Point], place: str | None, color: str) -> None:
    """Targets joined by a line, baselines as open marks, each joined to what it is the start of."""
    targets = [point for point in chosen if point.kind == "target"]
    baselines = [point for point in chosen if point.kind == "baseline"]
    label = shorten(f"{chosen[0].name}", _LONGEST_NAME, placeholder="…") + f", {place or '-'}"
    axes.plot([p.year for p in targets], [p.value for p in targets], marker="o", label=label, color=color)
    axes.plot(
        [p.year for p in baselines], [p.value for p in baselines], marker="o", linestyle="none",
        markerfacecolor="none", color=color,
    )  # fmt: skip
    for base in baselines:
        for aim in targets:
            if (aim.document, aim.quote) == (base.document, base.quote):
                axes.plot([base.year, aim.year], [base.value, aim.value], linestyle=":", color=color)
