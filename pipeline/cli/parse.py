"""``kehoach parse``: read documents, write their data, say in short what was found."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, KehoachError, UsageError

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.plan import Plan

STDIO = "-"


def parse(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help='Documents to read; "-" reads stdin.')],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR", help='Folder of the results; "-": plan.json to stdout.')
    ] = "outputs",
    as_json: Annotated[bool, typer.Option("--json", help="A JSON line for each document instead of prose.")] = False,
    force_ocr: Annotated[
        bool, typer.Option("--force-ocr", help="Read PDF pages as images, text layer or not.")
    ] = False,
    no_repair: Annotated[
        bool, typer.Option("--no-repair", help="Leave even the proven slips of reading as they are.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress.")] = False,
) -> int:
    """Read documents and write plan.json, text.txt and the review page of each into a folder of its own.

    After a document that fails the others are still read; the exit code is then the highest of them all.
    """
    from pipeline.config import Settings

    if output == STDIO and len(files) > 1:
        raise UsageError("Only one document can go to stdout.", "Name one file, or a folder with -o DIR.")
    settings = Settings.from_environment(force_ocr=force_ocr, repair=not no_repair)
    command = Reading(settings, output, as_json, not quiet)
    codes = [command.one(name) for name in files]
    if len(files) > 1 and not as_json:
        read = sum(code == EXIT_OK for code in codes)
        print(f"{read} of {len(files)} documents read; results in {Path(output).as_posix()}/")
    return max(codes)


class Reading:
    """One run of the command: the same settings and the same way of reporting for each document."""

    def __init__(self, settings: Settings, output: str, as_json: bool, progress: bool) -> None:
        self.settings = settings
        self.output = output
        self.as_json = as_json
        self.progress = progress

    def one(self, name: str) -> int:
        """Read one document, write and report it; returns its exit code."""
        try:
            self._report(name, *self._parse(name))
        except KehoachError as error:
            return self._fail(name, error)
        except BrokenPipeError:
            raise
        except Exception as error:
            return self._fail(name, console.unexpected(error))
        return EXIT_OK

    def _parse(self, name: str) -> tuple[Plan, Path | None]:
        """The plan, and the folder that it was written to (None for stdout)."""
        from pipeline import run
        from pipeline.cli.convert import read_and_write
        from pipeline.cli.stdin import local_file

        with local_file(name) as path, console.progress(Path(name).name, self.progress) as progress:
            if self.output == STDIO:
                return run.parse(path, self.settings, progress).plan, None
            return read_and_write(path, self.settings, Path(self.output), progress)

    def _report(self, name: str, plan: Plan, folder: Path | None) -> None:
        from pipeline import emit
        from pipeline.cli import summary

        if folder is None:
            sys.stdout.write(emit.json.encode(plan))
            sys.stdout.flush()
        elif self.as_json:
            print(json.dumps(summary.record(name, plan, folder), ensure_ascii=False))
        else:
            print(summary.prose(name, plan, folder))

    def _fail(self, name: str, error: KehoachError) -> int:
        console.complain(error, name)
        if self.as_json and self.output != STDIO:
            failure = {"code": error.code, "exit_code": error.exit_code, "message": error.message, "hint": error.hint}
            print(json.dumps({"file": name, "status": "failed", "error": failure}, ensure_ascii=False))
        return error.exit_code
