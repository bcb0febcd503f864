"""What every command says and how: data on stdout, talk on stderr."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from pipeline.config import Progress
from pipeline.errors import KehoachError

# A line of progress where stderr is a file or a pipe: not sooner than this after the start or the last one.
QUIET_SECONDS = 5.0
# Set to anything to see the traceback of an error that nobody foresaw.
DEBUG = "KEHOACH_DEBUG"


def utf8() -> None:
    """Vietnamese needs UTF-8 on both streams, whatever the locale says (a bare container says "C")."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def say(text: str) -> None:
    """One line of talk."""
    print(text, file=sys.stderr, flush=True)


def complain(error: KehoachError, about: str = "") -> None:
    """An error as the user reads it: what happened, and on the next line what to do about it."""
    named = about and Path(about).name not in error.message
    say(f"kehoach: {about + ': ' if named else ''}{error.message}")
    if error.hint:
        say(f"  {error.hint}")


def unexpected(error: Exception) -> KehoachError:
    """An error that no stage foresaw, as one that can be told; its traceback is printed if ``KEHOACH_DEBUG`` is set."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    return KehoachError(
        f"Unexpected error: {type(error).__name__}: {error}",
        f"This is a fault in kehoach. Run again with {DEBUG}=1 to see where it happened.",
    )


def close_stdout() -> None:
    """The reader of a pipe went away: nothing more may be flushed there, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def hang_up_is_interrupt() -> Iterator[None]:
    """A terminal that is closed interrupts like Ctrl-C, and nothing more is written to it; a log goes on being written.

    A process that is to outlive its terminal (``nohup``) does. Signals belong to the main thread; elsewhere, and on
    systems without SIGHUP, nothing changes.
    """
    hangup = getattr(signal, "SIGHUP", None)
    ours = threading.current_thread() is threading.main_thread()
    if hangup is None or not ours or signal.getsignal(hangup) is signal.SIG_IGN:
        yield
        return
    # asked now: afterwards the terminal is none any more
    terminals = [stream.fileno() for stream in (sys.__stdout__, sys.__stderr__) if stream and stream.isatty()]

    def on_hangup(number: int, frame: FrameType | None) -> None:
        del number, frame
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for terminal in terminals:
            os.dup2(nowhere, terminal)
        os.kill(os.getpid(), signal.SIGINT)

    before = signal.signal(hangup, on_hangup)
    try:
        yield
    finally:
        signal.signal(hangup, before)


@contextmanager
def progress(name: str, wanted: bool = True) -> Iterator[Progress]:
    """Progress of one document: a bar on a terminal, else a plain line now and then; nothing for quick work."""
    if not wanted:
        yield _silent
    elif sys.stderr.isatty():
        with _bar(name) as report:
            yield report
    else:
        yield _lines(name)


@contextmanager
def _bar(name: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=f"{name}: {stage}", completed=done, total=total)

        yield report


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that tells nobody."""


def _lines(name: str) -> Progress:
    last = time.monotonic()

    def report(stage: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET_SECONDS:
            last = time.monotonic()
            say(f"{name}: {stage} {done}/{total}")

    return report
