"""``kehoach diff``: what changed between two plans."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.query import Folder
from pipeline.errors import EXIT_OK, UsageError

if TYPE_CHECKING:
    from pipeline.store.diff import Difference, Side

_HEADINGS = {"goal": "Targets", "task": "Tasks", "agency": "Bodies with duties"}
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
    changes = differences(left, right)
    if as_json:
        for one in changes:
            print(json.dumps(asdict(one), ensure_ascii=False))
        return EXIT_OK
    print("\n".join([_named("A", left), _named("B", right)]))
    for kind, heading in _HEADINGS.items():
        # all that changed in one item stands under its name
        items = {
            key: list(group)
            for key, group in groupby((one for one in changes if one.kind == kind), key=lambda one: one.name)
        }
        print(f"\n{heading}: {_counts([one for group in items.values() for one in group])}")
        for group in items.values():
            print("\n".join(_lines(group)))
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


def _named(letter: str, record: dict[str, Any]) -> str:
    from pipeline.emit.plain import printable

    head, file = record["document"], record["source"]["file"]
    return printable(f"{letter}: {head['number'] or '-'}, {head['issued_on'] or 'no date'}, {file}")


def _counts(changes: list[Difference]) -> str:
    counted = [(what, len({(one.name, one.before and one.before.id) for one in changes if one.what == what}))
               for what in _SIGNS]  # fmt: skip
    return ", ".join(f"{number} {what}" for what, number in counted if number) or "no difference"


def _lines(group: list[Difference]) -> list[str]:
    """One item: its name, what changed from A to B, and the words of both plans where they are not the name itself."""
    from pipeline.emit.plain import printable

    first = group[0]
    changed = [one for one in group if one.before and one.after and one.field != "text"]
    values = [
        f"{'' if one.field == 'value' else one.field + ' '}{one.before.value or '-'} → {one.after.value or '-'}"
        for one in changed
        if one.before and one.after
    ]
    whole = [side.value for side in (first.before, first.after) if side and side.value and not values]
    head = f"{_SIGNS[first.what]} {first.name.rstrip('.;')}"
    lines = [printable(f"{head}: {whole[0]}" if len(whole) == 1 else head)]
    lines += [f"    {printable(value)}" for value in values]
    sides = [_place(letter, side, first.name) for letter, side in (("A", first.before), ("B", first.after)) if side]
    return lines + [f"    {place}" for place in sides if len(place) > 1]


def _place(letter: str, side: Side, name: str) -> str:
    """Where a side stands, with its words unless they are the name again."""
    from pipeline.emit.plain import printable

    place = f"{letter}, page {side.page}" if side.page is not None else letter
    quote = printable(side.quote)
    return place if quote.rstrip(".;") == printable(name).rstrip(".;") else f"{place}: “{quote}”"
