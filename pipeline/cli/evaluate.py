"""``kehoach eval``: scores of the pipeline against annotated documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, EXIT_OTHER, UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.evaluate.report import Floors
    from pipeline.evaluate.score import DocumentScore

_WIDE = 200


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of the annotations (*.json).", exists=True)],
    docs_dir: Annotated[Path, typer.Argument(help="Folder of the documents that they name.", exists=True)],
    only: Annotated[list[str] | None, typer.Option(help="Only names that contain this; may be repeated.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    cache: Annotated[
        Path | None, typer.Option(envvar="KEHOACH_CACHE", help="Folder of your own to keep read documents in.")
    ] = None,
    floors: Annotated[Path | None, typer.Option(help="File of floors; exit 15 where a score is below.")] = None,
    write_floors: Annotated[bool, typer.Option(help="Raise the floors in that file; none is ever lowered.")] = False,
) -> int:
    """Score the pipeline against annotated documents; a document that fails scores zero."""
    from pipeline import evaluate as evaluation

    if write_floors and floors is None:
        raise UsageError("--write-floors needs --floors FILE.", "Name the file that holds the floors.")
    kept = _read(floors)
    scores = evaluation.evaluate(gold_dir, docs_dir, only or (), cache, tell=console.say)
    if as_json:
        print(json.dumps(evaluation.as_json(scores), ensure_ascii=False, indent=2))
    else:
        _print(scores)
    fallen = evaluation.below(scores, kept)
    for line in fallen:
        console.say(line)
    if write_floors and floors is not None:
        floors.write_text(json.dumps(evaluation.raised(scores, kept), indent=2) + "\n", encoding="utf-8")
    return EXIT_OTHER if fallen else EXIT_OK


def _read(floors: Path | None) -> Floors:
    if floors is None or not floors.is_file():
        return {}
    found: Floors = json.loads(floors.read_text(encoding="utf-8"))
    return found


def _print(scores: list[DocumentScore]) -> None:
    from rich.console import Console

    from pipeline.evaluate.report import GROUPS

    # A file or a pipe has no width: the tables then take what they need instead of 80 columns.
    screen = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    screen.print(_documents(scores))
    for kind in (*GROUPS, "all"):
        part = [s for s in scores if kind in (s.kind, "all")]
        if part:
            screen.print(_group(kind, part))
    for score in scores:
        wrong = [name for name, right in score.header.items() if not right]
        if score.error:
            screen.print(f"{score.name}: FAILED, scores zero: {score.error}", markup=False)
        elif wrong:
            screen.print(f"{score.name}: header not exact: {', '.join(wrong)}", markup=False)


def _documents(scores: list[DocumentScore]) -> Table:
    from rich.table import Table

    names = list(dict.fromkeys(name for s in scores for name in s.lists))
    table = Table("document", "read as", "header", *names, title="F1 of each list, strict/soft")
    for s in scores:
        header = f"{sum(s.header.values())}/{len(s.header)}"
        cells = [f"{s.lists[n].strict.f1:.2f}/{s.lists[n].soft.f1:.2f}" if n in s.lists else "" for n in names]
        table.add_row(s.name, s.kind, header, *cells)
    return table


def _group(kind: str, scores: list[DocumentScore]) -> Table:
    from rich.table import Table

    from pipeline.evaluate.score import total

    header, lists = total(scores)
    table = Table("list", "gold", "found", "P strict", "R strict", "F1 strict", "P soft", "R soft", "F1 soft", "fields",
                  title=f"{kind}: {len(scores)} documents, header {header.hits}/{header.gold}")  # fmt: skip
    for name, part in lists.items():
        shares = [f"{v:.3f}" for t in (part.strict, part.soft) for v in (t.precision, t.recall, t.f1)]
        fields = ", ".join(f"{n} {f.right}/{f.total}" for n, f in part.fields.items() if f.total)
        table.add_row(name, str(part.soft.gold), str(part.soft.found), *shares, fields)
    return table
