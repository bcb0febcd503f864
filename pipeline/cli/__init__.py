"""Arguments, printing, exit codes; nothing else prints.

One module a command. The modules import nothing heavy at the top, so that ``kehoach --help`` answers at once: what
a command needs is imported when it runs.
"""

from __future__ import annotations

import os
import sys
import warnings
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli import (
    batch,
    check,
    console,
    corrections,
    diff,
    doctor,
    evaluate,
    export,
    outline,
    parse,
    query,
    review,
    schema,
    search,
    series,
    validate,
)
from pipeline.errors import EXIT_INTERRUPTED, EXIT_OK, EXIT_OTHER, KehoachError, UsageError

app = typer.Typer(
    name="kehoach",
    help="Turn Vietnamese administrative plan documents into verified, traceable data.",
    epilog="Exit codes: 0 ok, 1 usage, 2 bad input, 3 missing dependency, 4 output fails the schema, 5 file access, "
    "7 a document crashed or ran out of time, 8 encrypted, 9 bad configuration, 15 other, "
    "20 batch finished with failures, 130 interrupted.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("parse")(parse.parse)
app.command("batch")(batch.batch)
app.command("check")(check.check)
app.command("review")(review.review)
app.add_typer(corrections.app, name="corrections")
app.command("query")(query.query)
app.command("shell")(query.shell)
app.command("search")(search.search)
app.command("series")(series.series)
app.command("diff")(diff.diff)
app.command("export")(export.export)
app.command("validate")(validate.validate)
app.command("eval")(evaluate.evaluate)
app.command("outline")(outline.outline)
app.command("schema")(schema.schema)
app.command("doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"kehoach {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn Vietnamese administrative plan documents into verified, traceable data."""


def run(arguments: list[str] | None = None) -> int:
    """Carry out one command line and return its exit code; errors are printed as a message and a hint."""
    console.utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        result = app(arguments or ["--help"], prog_name="kehoach", standalone_mode=False)
    except KehoachError as error:
        console.complain(error)
        return error.exit_code
    except typer.TyperException as error:
        console.complain(UsageError(error.format_message(), "See kehoach --help."))
        return UsageError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        console.say("Interrupted.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        console.close_stdout()
        return EXIT_OK
    except Exception as error:
        console.complain(console.unexpected(error))
        return EXIT_OTHER
    return result if isinstance(result, int) else EXIT_OK


def main() -> None:
    """Entry point of the ``kehoach`` command."""
    if not os.environ.get(console.DEBUG):
        # Libraries warn of what concerns their programmers; a user is told of errors and findings.
        warnings.simplefilter("ignore")
    sys.exit(run())
