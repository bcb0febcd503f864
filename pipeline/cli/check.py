"""``kehoach check``: what a document contradicts in itself, as a clerk reads it."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, EXIT_OTHER, BadInputError, FileAccessError

if TYPE_CHECKING:
    from pipeline.plan import Plan


class Format(StrEnum):
    """How findings are printed: for people, as one JSON object a document, as one line a finding."""

    TEXT = "text"
    JSON = "json"
    LINES = "lines"


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Language(StrEnum):
    """Language of the messages."""

    VI = "vi"
    EN = "en"


def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Documents, or plan.json files made of them.")],
    output: Annotated[
        Format, typer.Option("--format", help="For people, as JSON, or one line a finding.")
    ] = Format.TEXT,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the messages.")] = Language.VI,
    least: Annotated[Severity, typer.Option("--least", help="Leave out what is less grave.")] = Severity.INFO,
    fail_on: Annotated[
        Severity | None, typer.Option("--fail-on", help="Exit with 15 if there is one as grave as this or graver.")
    ] = None,
) -> int:
    """Print what a document contradicts in itself, with the words and the page of every side. Nothing is changed."""
    from pipeline.validate import report

    failing = False
    for name in files:
        plan, text = _plan(name)
        found = report.at_least(plan.findings, least.value)
        if output is Format.JSON:
            print(
                json.dumps({"file": name, "findings": [f.model_dump(mode="json") for f in found]}, ensure_ascii=False)
            )
        elif output is Format.LINES:
            sys.stdout.writelines(f"{line}\n" for line in report.lines(name, found, lang.value))
        else:
            print(report.prose(name, found, lang.value, text))
        failing |= fail_on is not None and bool(report.at_least(plan.findings, fail_on.value))
    return EXIT_OTHER if failing else EXIT_OK


def _plan(name: str) -> tuple[Plan, str | None]:
    """The plan of a document, or the one in a plan.json, with the text that its spans point into where it is there."""
    from pydantic import ValidationError

    from pipeline import run
    from pipeline.cli.stdin import local_file
    from pipeline.emit import TEXT
    from pipeline.plan import Plan

    path = Path(name)
    if path.suffix.casefold() == ".json":
        try:
            plan = Plan.model_validate_json(path.read_bytes())
        except OSError as error:
            raise FileAccessError(
                f"{name} cannot be read: {error.strerror}.", "Check the name and the rights."
            ) from error
        except ValidationError as error:
            raise BadInputError(f"{name} is not a plan.json.", "Give a document, or parse it anew.") from error
        beside = path.with_name(TEXT)
        return plan, beside.read_text(encoding="utf-8") if beside.is_file() else None
    with local_file(name) as local, console.progress(path.name) as progress:
        parsed = run.parse(local, None, progress)
    return parsed.plan, parsed.document.text
