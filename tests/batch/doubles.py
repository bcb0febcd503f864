"""Converters for tests of the batch: real processes and real files, the document itself says what shall happen."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pipeline import emit
from pipeline.batch import Converted
from pipeline.config import Settings
from pipeline.document import file_name
from pipeline.errors import BadInputError, EncryptedError
from pipeline.plan import PageSource, SourceFile
from tests.plans import a_goal, a_plan


def convert(path: Path, settings: Settings, outputs: Path) -> Converted:
    """The first word of the file is what happens; "ok N" writes a plan of N goals."""
    data = path.read_bytes()
    words = data.decode("utf-8").split()
    command = words[0] if words else "empty"
    _HAPPENS.get(command, _nothing)(words)
    return write(file_name(path), data, int(words[1]) if command == "ok" and len(words) > 1 else 1, outputs)


def write(name: str, data: bytes, goals: int, outputs: Path) -> Converted:
    text = data.decode("utf-8")
    sha256 = hashlib.sha256(data).hexdigest()
    page = PageSource(
        page=1, span=[0, len(text)], method="text", reason="text file", rotation=0, width=None, height=None,
        confidence=1.0,
    )  # fmt: skip
    source = SourceFile(file=name, sha256=sha256, media_type="text/plain", pages=[page])
    plan = a_plan(source=source, goals=[a_goal(id=f"goal:I:{i}", value=i) for i in range(goals)])
    return Converted(emit.write(plan, text, outputs).name, sha256, 1)


def _nothing(words: list[str]) -> None:
    pass


def _bad(words: list[str]) -> None:
    raise BadInputError("The file is not a document.", "Look at it.")


def _encrypted(words: list[str]) -> None:
    raise EncryptedError("The file asks for a password.", "Take the password off.")


def _fault(words: list[str]) -> None:
    raise ValueError("nobody foresaw this")


def _loaded(words: list[str]) -> None:
    """Fails where the worker would have to load the words and models itself."""
    from pipeline.annotate import tokens

    if tokens._pipeline.cache_info().currsize == 0:
        raise BadInputError("Nothing is loaded yet.")


def _kill(words: list[str]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _kill_once(words: list[str]) -> None:
    """Dies the first time; the marker file named second shows that it has."""
    marker = Path(words[1])
    if not marker.exists():
        marker.write_text("died")
        _kill(words)


def _hang(words: list[str]) -> None:
    """Hangs with a child process, as an office program would; the file named second gets the child's id."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(120)"])
    if len(words) > 1:
        Path(words[1]).write_text(str(child.pid))
    child.wait()


def _sleep(words: list[str]) -> None:
    time.sleep(float(words[1]))


def _grow(words: list[str]) -> None:
    """Takes memory bit by bit until somebody stops it."""
    held = []
    for _ in range(400):
        held.append(bytearray(os.urandom(1 << 20)) * 4)
        time.sleep(0.01)


def _leap(words: list[str]) -> None:
    """Asks for 64 GiB at once."""
    len(bytearray(64 << 30))


def _deep(words: list[str]) -> None:
    _deep(words)


def _temporary(words: list[str]) -> None:
    """Leaves a temporary file and dies; the file named second gets its path and the folder's mode."""
    handle, name = tempfile.mkstemp()
    os.close(handle)
    Path(words[1]).write_text(f"{name}\n{oct(Path(name).parent.stat().st_mode)}")
    _kill(words)


def _full(words: list[str]) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


_HAPPENS = {
    "bad": _bad, "encrypted": _encrypted, "fault": _fault, "kill": _kill, "kill-once": _kill_once, "hang": _hang,
    "sleep": _sleep, "grow": _grow, "leap": _leap, "deep": _deep, "temporary": _temporary, "full": _full,
    "loaded": _loaded,
}  # fmt: skip
