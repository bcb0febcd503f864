"""``kehoach query`` and ``kehoach shell``: SQL over a folder of outputs."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, BadInputError, KehoachError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.store import Store

FORMATS = ("table", "csv", "json", "jsonl", "markdown")
# How the name of a file says its format.
_ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".txt": "table"}
# Excel takes a CSV file without it for another encoding.
_BOM = "\ufeff"
# Where the answer goes to a file or a pipe, tables are this wide.
_WIDTH = 160

Folder = Annotated[str, typer.Option("-d", "--outputs", metavar="DIR", help="Folder of the outputs.")]
Format = Annotated[str, typer.Option("-f", "--format", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day that deadlines are held against (ISO).")
]


def query(
    sql: Annotated[
        str | None, typer.Argument(metavar="SQL|@NAME|-", help='A query, a ready question, or "-": a query from stdin.')
    ] = None,
    outputs: Folder = "outputs",
    form: Annotated[
        str | None, typer.Option("-f", "--format", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write there; its ending says the format: .csv .json ..."),
    ] = None,
    listing: Annotated[
        bool, typer.Option("--list", help="Show views, columns, macros and ready questions; with a view: only that.")
    ] = False,
    today: Today = None,
) -> int:
    """Ask the outputs a question in SQL (DuckDB): views documents, goals, tasks, responsibilities and more."""
    if listing:
        return _list(sql)
    if sql == "-":
        sql = sys.stdin.read()
    if sql is None or not sql.strip():
        raise UsageError("There is no question.", "Write SQL or @name; kehoach query --list shows what there is.")
    form = form or (_format_of(target) if target else "table")
    known(form)
    with opened(outputs, today) as store:
        answer = store.query(text_of(sql.strip()))
    if target is None:
        show(answer, form)
    else:
        from pipeline.emit.files import write_lines

        write_lines(Path(target), lines_of(answer, form, _WIDTH), _BOM if form == "csv" else "")
        print(Path(target).as_posix())
        console.say(_count(answer))
    return EXIT_OK


def _format_of(target: str) -> str:
    """The format that the name of a file asks for; raises UsageError where it asks for none."""
    found = _ENDINGS.get(Path(target).suffix.lower())
    if found is None:
        raise UsageError(
            f"{target}: its ending says no format.",
            f"Name it {', '.join(_ENDINGS)}, or say -f FORMAT. kehoach export writes workbooks and databases.",
        )
    return found


def shell(outputs: Folder = "outputs", form: Format = "table", today: Today = None) -> int:
    """Ask many questions in a row; each ends with ";", "@name" is a ready question, Ctrl-D leaves."""
    with opened(outputs, today) as store:
        waiting = ""
        for line in _lines():
            waiting = f"{waiting}\n{line}".strip()
            if waiting in ("exit", "quit", ".quit"):
                break
            if waiting.endswith(";") or (waiting.startswith("@") and "\n" not in waiting):
                try:
                    show(store.query(text_of(waiting.rstrip(";"))), form)
                except KehoachError as error:
                    console.complain(error)
                waiting = ""
    return EXIT_OK


def opened(outputs: str, today: str | None = None) -> Store:
    """The store of a folder; raises UsageError for a day that is none, BadInputError for a folder without outputs."""
    from pipeline.store import Store

    try:
        day = date.fromisoformat(today) if today else None
    except ValueError as error:
        raise UsageError(f"{today!r} is not a date.", "Write it like 2025-06-30.") from error
    with console.progress(outputs) as report:
        store = Store(outputs, day, report)
    if store.empty:
        store.close()
        raise BadInputError(
            f"There are no outputs in {outputs}.",
            f"Make them from documents: kehoach parse FILE... -o {shlex.quote(outputs)} (or kehoach batch DIR).",
        )
    return store


def text_of(question: str) -> str:
    """The SQL of "@name", or the SQL itself."""
    from pipeline.store import questions

    return questions.sql(question[1:]) if question.startswith("@") else question


def show(answer: pa.Table, form: str) -> None:
    """Print an answer to stdout; raises UsageError for a format that is none."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    known(form)
    for line in lines_of(answer, form, width):
        sys.stdout.write(line)
    sys.stdout.flush()
    if form == "table":
        console.say(_count(answer))


def known(form: str) -> None:
    """Raise UsageError for a format that is none."""
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}.", f"The formats are: {', '.join(FORMATS)}.")


def lines_of(answer: pa.Table, form: str, width: int) -> Iterator[str]:
    """An answer in one of the FORMATS; ``width`` is that of tables."""
    from pipeline.emit import plain

    if form == "table":
        return plain.to_columns(answer, width)
    return {"csv": plain.to_csv, "json": plain.to_json, "jsonl": plain.to_jsonl, "markdown": plain.to_markdown}[form](
        answer
    )


def _count(answer: pa.Table) -> str:
    return f"{answer.num_rows} row{'s' * (answer.num_rows != 1)}"


def _list(only: str | None) -> int:
    from pipeline.store import VIEWS, questions
    from pipeline.store.macros import MACROS

    if only is not None and only not in VIEWS:
        raise UsageError(f"There is no view {only!r}.", f"The views are: {', '.join(VIEWS)}.")
    for view in VIEWS.values() if only is None else [VIEWS[only]]:
        print(f"{view.name}: {view.says}")
        for column, says in view.described():
            print(f"  {column.name:<16} {column.kind:<7} {says}".rstrip())
    if only is not None:
        return EXIT_OK
    print("\nMacros:")
    for head, (_, says) in MACROS.items():
        print(f"  {head:<24} {says}")
    print("\nReady questions:")
    for name, says in questions.listed().items():
        print(f"  @{name:<23} {says}")
    return EXIT_OK


def _lines() -> Iterator[str]:
    """Lines from the terminal with a prompt, or from a pipe."""
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # its import gives input() a history
    with contextlib.suppress(EOFError):
        while True:
            yield input("kehoach> ")
