"""Progress of a batch: a live line on a terminal, plain lines in a log, events for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pipeline.cli import console

if TYPE_CHECKING:
    from pipeline.batch import Event, Totals

Report = Callable[["Event"], None]

# Seconds between two plain lines of progress; failures are told at once.
_LOG_SECONDS = 30.0


@contextmanager
def reporter(*, as_json: bool, quiet: bool) -> Iterator[Report]:
    """What is called with every event of the batch."""
    if as_json:
        yield _print_json
    elif quiet:
        yield _ignore
    elif sys.stderr.isatty():
        with _live() as report:
            yield report
    else:
        yield _Log()


def state(totals: Totals) -> str:
    """The counts in a line: "done 12 of 40, 1 failed, 2.3 pages/s, 00:04:10 left"."""
    parts = [f"done {totals.done_now} of {totals.todo}", f"{totals.failed} failed"]
    if totals.partial:
        parts.append(f"{totals.partial} partial")
    parts.append(f"{totals.pages_per_second:.1f} pages/s")
    if totals.seconds_left is not None and totals.done_now < totals.todo:
        parts.append(f"{clock(totals.seconds_left)} left")
    return ", ".join(parts)


def closing(totals: Totals) -> str:
    """The last line of a batch."""
    return (
        f"{totals.documents} documents: {totals.ok} ok, {totals.partial} partial, {totals.failed} failed, "
        f"{totals.skipped} skipped as duplicates; {totals.kept} were done before; {totals.pages_now} pages in "
        f"{clock(totals.seconds)} ({totals.pages_per_second:.1f} pages/s)"
    )


def clock(seconds: float) -> str:
    """Hours, minutes, seconds: "01:02:03"."""
    whole = round(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def told(event: Event) -> str | None:
    """What a person wants to read about one document; None for a document that simply went well."""
    if event.kind == "again":
        return f"{printable(event.input or '')}: its worker was killed; trying it once more, alone"
    row = event.row
    if row is None or row.status == "ok":
        return None
    if row.status == "skipped":
        return f"{printable(row.input)}: the same bytes as {printable(row.duplicate_of or '')}"
    if row.status == "partial":
        return f"{printable(row.input)}: {row.unread_pages} of {row.pages} pages could not be read"
    error = row.error
    return f"{printable(row.input)}: failed: {printable(f'{error.message} {error.hint}'.strip() if error else '')}"


def printable(name: str) -> str:
    """A file name on one line of a terminal: line breaks, escapes and bytes that are no UTF-8 made visible."""
    clean = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in clean)


class _Log:
    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, event: Event) -> None:
        if line := told(event):
            console.say(line)
        if event.kind == "end":
            console.say(closing(event.totals))
        elif event.kind == "start":
            console.say(f"{event.totals.todo} of {event.totals.documents} documents to do")
        elif time.monotonic() - self._last >= _LOG_SECONDS:
            self._last = time.monotonic()
            console.say(state(event.totals))


@contextmanager
def _live() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    screen = Console(stderr=True)
    bar = Progress(TextColumn("{task.description}", markup=False), BarColumn(), console=screen, transient=True)
    with bar:
        task = bar.add_task("", total=None)

        def report(event: Event) -> None:
            if line := told(event):
                screen.print(line, markup=False, highlight=False)
            totals = event.totals
            bar.update(task, description=state(totals), completed=totals.done_now, total=totals.todo or 1)
            if event.kind == "end":
                screen.print(closing(totals), markup=False, highlight=False)

        yield report


def _ignore(event: Event) -> None:
    """Progress that tells nobody."""


def _print_json(event: Event) -> None:
    totals = event.totals
    counts: dict[str, Any] = {
        name: getattr(totals, name)
        for name in ("documents", "todo", "done_now", "kept", "ok", "partial", "failed", "skipped", "pages_now")
    }
    record: dict[str, Any] = {
        "event": event.kind,
        **({"input": event.input} if event.input is not None else {}),
        **({"document": asdict(event.row)} if event.row else {}),
        **counts,
        "seconds": round(totals.seconds, 1),
        "pages_per_second": round(totals.pages_per_second, 2),
        "seconds_left": None if totals.seconds_left is None else round(totals.seconds_left),
    }
    print(json.dumps(record), flush=True)
