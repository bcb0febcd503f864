"""``kehoach review`` as a user starts and ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from pipeline import cli


def test_serves_the_index_to_who_knows_the_address_and_ends_on_interrupt(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from pipeline import cli; cli.main()", "review", str(tmp_path)]
    # A test run in the background of a shell hands down an interrupt that is ignored.
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert answer.status == 200
            assert "<html" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address.partition("?")[0], timeout=20)
        refused.value.close()
        assert refused.value.code in (401, 403)
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "Traceback" not in said


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["review", str(tmp_path / "nowhere")]) == 5
    assert "kehoach parse" in capsys.readouterr().err
