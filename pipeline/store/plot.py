"""A series as a picture: bars of letters on a terminal, or a PNG or SVG file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipeline.emit.plain import number, printable
from pipeline.errors import FileAccessError, MissingDependencyError, UsageError
from pipeline.store.series import Point

_WIDEST_BAR = 50
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

    figure, axes = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    for (_, place), group in groupby(points, key=lambda p: (p.key, p.place)):
        chosen = [point for point in group if point.year is not None]
        targets = [point for point in chosen if point.kind == "target"]
        baselines = [point for point in chosen if point.kind == "baseline"]
        label = f"{chosen[0].name if chosen else '-'}, {place or '-'}"
        drawn = axes.plot([p.year or 0 for p in targets], [p.value for p in targets], marker="o", label=label)
        color = drawn[0].get_color()
        axes.plot(
            [p.year or 0 for p in baselines], [p.value for p in baselines], marker="o", linestyle="none",
            markerfacecolor="none", color=color,
        )  # fmt: skip
        # from where a plan starts to where it wants to arrive
        for base in baselines:
            aims = [p for p in targets if (p.document, p.quote) == (base.document, base.quote)]
            for aim in aims:
                axes.plot([base.year or 0, aim.year or 0], [base.value, aim.value], linestyle=":", color=color)
    axes.set_title(title)
    axes.set_ylabel(points[0].unit or "" if points else "")
    axes.xaxis.set_major_locator(pyplot.MaxNLocator(integer=True))
    axes.legend(fontsize="small", title="● chỉ tiêu (target)   ○ thực hiện (baseline)", title_fontsize="small")
    try:
        metadata = {"Date": None} if target.suffix.lower() == ".svg" else {"Software": None}
        figure.savefig(target, dpi=150, metadata=metadata)
    except OSError as error:
        raise FileAccessError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        pyplot.close(figure)
