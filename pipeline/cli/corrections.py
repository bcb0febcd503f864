"""``kehoach corrections``: what people mended in the review pages, looked at, laid over the records, kept as gold."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, FileAccessError

if TYPE_CHECKING:
    from pipeline.plan import CorrectionRecord, Plan

app = typer.Typer(help="Corrections made in the review pages.", rich_markup_mode=None)
Folders = Annotated[list[Path], typer.Argument(help="Folders of results, or of one document each.")]


@app.command()
def check(folders: Folders) -> int:
    """Say what would become of each correction: applied, already right, stale, in conflict or refused."""
    return _each(folders, write=False)


@app.command()
def apply(folders: Folders) -> int:
    """Lay the corrections over the records (plan.json) again, without reading the documents anew."""
    return _each(folders, write=True)


@app.command()
def gold(
    folders: Folders,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the annotations.")],
) -> int:
    """Write mended records as annotations for ``kehoach eval``."""
    from pipeline import emit
    from pipeline.review.gold import as_gold

    for folder in _documents(folders):
        plan = _load(folder)
        if plan.corrections:
            text = json.dumps(as_gold(plan), ensure_ascii=False, indent=2) + "\n"
            emit.write_atomic(output / f"{Path(plan.source.file).stem}.json", text)
            print(f"{output / Path(plan.source.file).stem}.json")
    return EXIT_OK


def _each(folders: list[Path], *, write: bool) -> int:
    from pipeline import emit, validate
    from pipeline.emit.json import encode
    from pipeline.review import corrections

    total: Counter[str] = Counter()
    for folder in _documents(folders):
        path = folder / corrections.FILE_NAME
        if not path.is_file():
            continue
        plan = corrections.apply(corrections.undo(_load(folder)), corrections.load(path))
        for record in plan.corrections:
            total[record.state] += 1
            print(f"{folder.name}: {_line(record)}")
        if write:
            validate.against_schema(plan)
            emit.write_atomic(folder / emit.PLAN, encode(plan))
    console.say(", ".join(f"{state} {count}" for state, count in sorted(total.items())) or "No corrections found.")
    return EXIT_OK


def _line(record: CorrectionRecord) -> str:
    what = record.action if record.field is None else f"{record.action} {record.field}"
    change = "" if record.action != "edit" else f": {_json(record.machine)} -> {_json(record.person)}"
    reason = f" ({record.reason})" if record.reason else ""
    return f"{record.state}: {what} of {record.item or 'nothing'}{change}{reason}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _documents(folders: list[Path]) -> list[Path]:
    found: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise FileAccessError(
                f"{folder} is not a folder.", "Name a folder of results: kehoach corrections check outputs"
            )
        here = (folder / "plan.json").is_file()
        found += [folder] if here else sorted(path.parent for path in folder.glob("*/plan.json"))
    return found


def _load(folder: Path) -> Plan:
    from pydantic import ValidationError

    from pipeline.errors import BadInputError
    from pipeline.plan import Plan

    try:
        return Plan.model_validate_json((folder / "plan.json").read_bytes())
    except ValidationError as error:
        raise BadInputError(
            f"{folder / 'plan.json'} is no record of this version.", "Parse the document again."
        ) from error
