"""``kehoach batch`` on a real terminal, with its output in a log, and when the terminal is closed."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.batch import manifest
from tests.batch import hostile
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

KEHOACH = Path(sys.executable).with_name("kehoach")
_PATIENCE = 120.0


def inbox(folder: Path, count: int) -> Path:
    made = folder / "inbox"
    made.mkdir()
    for number in range(count):
        (made / f"{number}.txt").write_text(f"{hostile.WORDS}\n- Tỷ lệ {number} %.\n", encoding="utf-8")
    (made / "locked.pdf").write_bytes(hostile.encrypted("secret", "secret"))
    return made


class Terminal:
    """A pseudo-terminal with a command on it, its session leader: closing it sends the command SIGHUP."""

    def __init__(self, *command: str | Path) -> None:
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # what runs the tests may ignore it, and that is inherited
            os.environ.update(TERM="xterm-256color", COLUMNS="160", LINES="40")
            os.execv(command[0], [str(part) for part in command])
        self.shown = ""

    def read(self, until: Callable[[str], bool]) -> str:
        """What is shown until the command ends or ``until`` is content."""
        end = time.monotonic() + _PATIENCE
        while not until(self.shown) and time.monotonic() < end:
            if not select.select([self.screen], [], [], 1.0)[0]:
                continue
            try:
                piece = os.read(self.screen, 4096)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            self.shown += piece.decode("utf-8", "replace")
        return self.shown

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_live_progress_on_a_terminal(tmp_path: Path) -> None:
    # More documents than fit between two drawings of the line: three small ones are done within a tenth of a second.
    terminal = Terminal(KEHOACH, "batch", inbox(tmp_path, 150), "-o", tmp_path / "out", "-j", "1")
    shown = terminal.read(lambda _: False)
    assert terminal.wait() == 20
    assert "\x1b[" in shown  # the line is drawn anew in place
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    assert re.search(r"done [1-9]\d* of 151, \d failed, \d+\.\d pages/s, \d\d:\d\d:\d\d left", plain), plain
    assert "locked.pdf: failed: " in plain
    assert "151 documents: 150 ok, 0 partial, 1 failed, 0 skipped as duplicates" in plain
    assert "Traceback" not in plain


def test_plain_lines_in_a_log_and_events_on_stdout(tmp_path: Path) -> None:
    command = [KEHOACH, "batch", inbox(tmp_path, 2), "-o", tmp_path / "out", "-j", "1"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (20, "")
    assert "\x1b" not in done.stderr
    assert "\r" not in done.stderr
    lines = done.stderr.splitlines()
    assert lines[0] == "3 of 3 documents to do"
    assert "3 documents: 2 ok, 0 partial, 1 failed" in lines[-2]
    again = subprocess.run([*command, "--json"], capture_output=True, text=True, cwd=ROOT, check=False)
    events = [json.loads(line) for line in again.stdout.splitlines()]
    assert [event["event"] for event in events] == ["start", "end"]
    assert (events[-1]["kept"], events[-1]["done_now"]) == (3, 0)


def test_closed_terminal_finishes_what_is_in_work_and_can_be_resumed(tmp_path: Path) -> None:
    folder, outputs = inbox(tmp_path, 150), tmp_path / "out"
    terminal = Terminal(KEHOACH, "batch", folder, "-o", outputs, "-j", "1")
    terminal.read(lambda shown: re.search(r"done [1-9]\d* of", shown) is not None)
    os.close(terminal.screen)
    assert terminal.wait() == 130
    assert json.loads((outputs / "run.json").read_text(encoding="utf-8"))["state"] == "interrupted"
    rows = manifest.load(outputs)
    assert 1 <= len(rows) < 151
    assert {row.status for row in rows} <= {"ok", "failed"}
    assert not (outputs / ".work").exists()
    assert (outputs / "index.html").is_file()
    done = subprocess.run([KEHOACH, "batch", folder, "-o", outputs, "-q"], cwd=ROOT, check=False)
    assert done.returncode == 20
    assert len(manifest.load(outputs)) == 151


def test_batch_that_shall_outlive_its_terminal_does(tmp_path: Path) -> None:
    command = ["nohup", KEHOACH, "batch", inbox(tmp_path, 4), "-o", tmp_path / "out", "-j", "1", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "start"
        process.send_signal(signal.SIGHUP)
        last = process.stdout.read().splitlines()[-1]
    assert json.loads(last)["event"] == "end"
    assert json.loads(last)["ok"] == 4
