"""``kehoach query`` and ``kehoach shell``: SQL over a folder of outputs."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, BadInputError, KehoachError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.store import Store

FORMATS = ("table", "csv", "jsonl", "markdown")
# Where the answer goes to a file or a pipe, tables are this wide.
_WIDTH = 160

Folder = Annotated[str, typer.Option("-d", "--outputs", metavar="DIR", help="Folder of the outputs.")]
Format = Annotated[str, typer.Option("-f", "--format", metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day that deadlines are held against (ISO).")
]


def query(
    sql: Annotated[str | None, typer.Argument(metavar="SQL|@NAME", help="A query, or a ready question.")] = None,
    outputs: Folder = "outputs",
    form: Format = "table",
    listing: Annotated[bool, typer.Option("--list", help="Show views, columns, macros and ready questions.")] = False,
    today: Today = None,
) -> int:
    """Ask the outputs a question in SQL (DuckDB): views documents, goals, tasks, responsibilities and more."""
    if listing:
        return _list()
    if sql is None or not sql.strip():
        raise UsageError("There is no question.", "Write SQL or @name; kehoach query --list shows what there is.")
    with opened(outputs, today) as store:
        show(store.query(text_of(sql)), form)
    return EXIT_OK


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
    store = Store(outputs, day)
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
    from pipeline.emit import plain

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    makers = {
        "table": lambda: plain.to_columns(answer, width),
        "csv": lambda: plain.to_csv(answer),
        "jsonl": lambda: plain.to_jsonl(answer),
        "markdown": lambda: plain.to_markdown(answer),
    }
    if form not in makers:
        raise UsageError(f"There is no format {form!r}.", f"The formats are: {', '.join(FORMATS)}.")
    for line in makers[form]():
        sys.stdout.write(line)
    sys.stdout.flush()
    if form == "table":
        console.say(f"{answer.num_rows} row{'s' * (answer.num_rows != 1)}")


def _list() -> int:
    from pipeline.store import VIEWS, questions
    from pipeline.store.macros import MACROS

    for view in VIEWS.values():
        print(f"{view.name}: {view.says}")
        for column, says in view.described():
            print(f"  {column.name:<16} {column.kind:<7} {says}".rstrip())
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
