"""``kehoach diff``: what changed between two plans."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.query import Folder
from pipeline.errors import EXIT_OK, UsageError

if TYPE_CHECKING:
    from pipeline.store.diff import Difference, Side

_SIGNS = {"new": "+", "dropped": "-", "up": "↑", "down": "↓", "changed": "~"}


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="The earlier plan: plan.json, its folder, or its name.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The later plan.")],
    outputs: Folder = "outputs",
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each difference.")] = False,
) -> int:
    """Targets up, down, new and dropped, tasks and agencies, each with the words of both plans."""
    from pipeline.store import load
    from pipeline.store.diff import diff as differences

    left, right = (load.record(found(name, Path(outputs))) for name in (before, after))
    for one in differences(left, right):
        if as_json:
            print(json.dumps(asdict(one), ensure_ascii=False))
        else:
            print("\n".join(_lines(one)))
    if not as_json:
        print(_summary(left, right))
    return EXIT_OK


def found(name: str, outputs: Path) -> Path:
    """The plan.json that a name stands for: a file, a folder, a folder of the outputs or how its name begins.

    Raises UsageError where there is none or more than one.
    """
    for path in (Path(name), outputs / name):
        if path.is_file():
            return path
        if (path / "plan.json").is_file():
            return path / "plan.json"
    plans = outputs.glob("*/plan.json") if outputs.is_dir() else ()
    hits = sorted(path for path in plans if path.parent.name.startswith(Path(name).stem) and Path(name).stem)
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise UsageError(f"{name!r} may be {', '.join(hit.parent.name for hit in hits)}.", "Write more of the name.")
    raise UsageError(f"There is no plan {name!r}.", f"Name a plan.json or a folder in {outputs}.")


def _lines(one: Difference) -> list[str]:
    from pipeline.emit.plain import printable

    change = f": {one.field}" if one.field not in ("", "value") else ""
    return [
        printable(f"{_SIGNS[one.what]} {one.kind}{change}: {one.name}"),
        *(f"    {label} {printable(_side(side))}" for label, side in (("A", one.before), ("B", one.after)) if side),
    ]


def _side(side: Side) -> str:
    page = f" (page {side.page})" if side.page is not None else ""
    return f"{side.value or '-'}{page}: “{side.quote}”"


def _summary(left: dict[str, Any], right: dict[str, Any]) -> str:
    names = [f"{record['document']['number'] or '-'} ({record['source']['file']})" for record in (left, right)]
    return f"A: {names[0]}\nB: {names[1]}"
