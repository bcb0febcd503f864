"""Tables as text: for people, for spreadsheets, for programs. Nothing in a cell is ever carried out by a reader."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN = "; "
# Blanks that a column of a table takes beside its words.
_BETWEEN_COLUMNS = 3


def escaped(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe is put before what looks like one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def cell(value: object) -> str:
    """A value as the text of a CSV cell: null empty, lists joined by "; ", formulas made harmless."""
    if value is None:
        return ""
    if isinstance(value, list):
        return escaped(_BETWEEN.join("" if one is None else str(one) for one in value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value)
    return escaped(str(value)) if isinstance(value, str) else str(value)


def number(value: float) -> str:
    """A number without a needless ".0"."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """The rows of an Arrow table, a batch at a time."""
    for batch in table.to_batches(max_chunksize=1000):
        yield from batch.to_pylist()


def to_csv(table: pa.Table) -> Iterator[str]:
    """Lines of CSV (RFC 4180, CRLF) with a heading line."""
    yield _line(escaped(name) for name in table.column_names)
    for row in rows(table):
        yield _line(cell(value) for value in row.values())


def _line(cells: Iterable[str]) -> str:
    target = io.StringIO()
    csv.writer(target).writerow(list(cells))
    return target.getvalue()


def to_jsonl(table: pa.Table) -> Iterator[str]:
    """One JSON object a line, values as they are; dates as ISO texts."""
    for row in rows(table):
        yield json.dumps(row, ensure_ascii=False, default=_plain_value) + "\n"


def to_json(table: pa.Table) -> Iterator[str]:
    """The same as one JSON array, an object a line."""
    yield "["
    for number, line in enumerate(to_jsonl(table)):
        yield ("," if number else "") + "\n" + line.rstrip("\n")
    yield "\n]\n"


def _plain_value(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def to_markdown(table: pa.Table) -> Iterator[str]:
    """A pipe table."""
    yield _pipes(table.column_names)
    yield _pipes(["---"] * table.num_columns)
    for row in rows(table):
        yield _pipes([_shown(value).replace("|", "\\|") for value in row.values()])


def _pipes(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _shown(value: object) -> str:
    return printable(_BETWEEN.join(map(str, value)) if isinstance(value, list) else "" if value is None else
                     number(value) if isinstance(value, float) else str(value))  # fmt: skip


def printable(text: str) -> str:
    """A text on one line; control characters, which a terminal would carry out, are left out."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable() or c == " ")


def to_columns(table: pa.Table, width: int) -> Iterator[str]:
    """Lines of a table for a terminal of ``width`` letters: long cells are wrapped, numbers stand at the right.

    Where not even the headings fit side by side, each row is shown as lines of its own.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if sum(len(name) + _BETWEEN_COLUMNS for name in table.column_names) > width:
        yield from _one_below_the_other(table)
        return
    target = io.StringIO()
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for field in table.schema:
        right = pa.types.is_floating(field.type) or pa.types.is_integer(field.type)
        shown.add_column(Text(field.name), justify="right" if right else "left", overflow="fold")
    for row in rows(table):
        shown.add_row(*(Text(_shown(value)) for value in row.values()))
    Console(file=target, width=width, color_system=None).print(shown)
    # the box begins and ends with an empty line
    lines = [line.rstrip() for line in target.getvalue().splitlines()]
    yield from (f"{line}\n" for line in lines[lines[0] == "" : len(lines) - (lines[-1] == "")])


def _one_below_the_other(table: pa.Table) -> Iterator[str]:
    longest = max(len(name) for name in table.column_names)
    for number, row in enumerate(rows(table), 1):
        yield f"─ {number} {'─' * longest}\n"
        yield from (f"{printable(name):<{longest}}  {_shown(value)}".rstrip() + "\n" for name, value in row.items())
