"""``kehoach batch`` as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.batch import Totals, manifest
from pipeline.batch.events import Event
from pipeline.batch.job import Failure
from pipeline.batch.manifest import Row
from pipeline.cli import progress
from pipeline.cli.batch import _size
from pipeline.errors import ConfigurationError
from tests.batch import hostile
from tests.conftest import ROOT

Capture = pytest.CaptureFixture[str]


@pytest.mark.slow
def test_a_batch_from_start_to_end(tmp_path: Path, capsys: Capture) -> None:
    inbox, outputs = tmp_path / "inbox", tmp_path / "outputs"
    inbox.mkdir()
    for number in range(3):
        (inbox / f"{number}.txt").write_text(
            f"{hostile.WORDS}\n- Tỷ lệ hộ nghèo giảm còn {number} %.\n", encoding="utf-8"
        )
    (inbox / "copy.txt").write_bytes((inbox / "0.txt").read_bytes())
    assert cli.run(["batch", str(inbox), "-o", str(outputs), "-j", "2"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "3 of 4 documents to do" in told.err
    assert "the same bytes as" in told.err
    assert "4 documents: 3 ok, 0 partial, 0 failed, 1 skipped as duplicates; 0 were done before; 3 pages" in told.err
    (inbox / "locked.pdf").write_bytes(hostile.encrypted("secret", "secret"))
    assert cli.run(["batch", str(inbox), "-o", str(outputs), "--json"]) == 20
    told = capsys.readouterr()
    events = [json.loads(line) for line in told.out.splitlines()]
    assert (events[0]["event"], events[-1]["event"]) == ("start", "end")
    assert [e["document"]["error"]["code"] for e in events if e.get("document") and e["document"]["error"]] == [
        "encrypted"
    ]
    assert (events[-1]["kept"], events[-1]["done_now"], events[-1]["failed"]) == (3, 1, 1)
    assert "1 failed:" in told.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere"], 5, "There is no file or folder 'nowhere'"),
        (["."], 5, "There is nothing to convert"),
        ([".", "--jobs", "0"], 9, "--jobs must be above zero"),
        ([".", "--memory-limit", "much"], 9, "'much' is not a size"),
        ([".", "--max-failure-rate", "7"], 9, "a share between 0 and 1"),
        (["a.txt", "--cluster", "node7:8786"], 9, "'node7:8786' is no address of a scheduler"),
        (["a.txt", "--cluster", "http://node7:8786"], 9, "is no address of a scheduler"),
        ([], 1, "Missing argument"),
    ],
)
def test_mistakes_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if "a.txt" in arguments:
        Path("a.txt").write_text(hostile.WORDS)
    assert cli.run(["batch", *arguments]) == code
    told = capsys.readouterr()
    assert words in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("output", ["wall", "wall/below", "/proc/outputs"])
def test_output_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wall").write_text("in the way")
    Path("a.txt").write_text(hostile.WORDS)
    assert cli.run(["batch", "a.txt", "-o", output]) == 5
    told = capsys.readouterr().err
    assert "cannot be made" in told
    assert "-o" in told


@pytest.mark.parametrize(
    ("text", "size"),
    [("2G", 2 << 30), ("800M", 800 << 20), ("1.5GiB", 3 << 29), ("4096", 4096), (None, None), ("1 kB", 1024)],
)
def test_sizes(text: str | None, size: int | None) -> None:
    assert _size(text) == size


@pytest.mark.parametrize("text", ["", "G", "-1G", "1X", "1G1"])
def test_no_sizes(text: str) -> None:
    with pytest.raises(ConfigurationError):
        _size(text)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row("a.pdf", "", "ok"), None),
        (Row("a.pdf", "", "partial", pages=5, unread_pages=2), "a.pdf: 2 of 5 pages could not be read"),
        (Row("b.pdf", "", "skipped", duplicate_of="a.pdf"), "b.pdf: the same bytes as a.pdf"),
        (
            Row("a\nb\x1b[31m.pdf", "", "failed", error=Failure("x", "It broke.")),
            r"a\nb\x1b[31m.pdf: failed: It broke.",
        ),
        (Row("\udce9.pdf", "", "failed", error=Failure("x", "m", "h")), r"\udce9.pdf: failed: m h"),
    ],
)
def test_what_is_told_of_a_document(row: Row, words: str | None) -> None:
    assert progress.told(Event("document", Totals(), row.input, row)) == words


def test_counts_in_a_line() -> None:
    totals = Totals(documents=50, todo=40, done_now=12, failed=1, partial=2, pages_now=30)
    assert progress.state(totals).startswith("done 12 of 40, 1 failed, 2 partial, ")
    assert progress.clock(3_723.4) == "01:02:03"


@pytest.mark.slow
@pytest.mark.parametrize(("limit", "code", "status"), [("350M", 0, {"ok"}), ("100M", 20, {"memory"})])
def test_memory_limit_near_the_need_of_a_worker(tmp_path: Path, limit: str, code: int, status: set[str]) -> None:
    """A limit a little above what a digital document takes lets the libraries load; one below is told as such."""
    samples = [str(path) for path in (ROOT / "raw_docs").iterdir() if path.suffix == ".txt" or "nhan-luc" in path.name]
    command = [Path(sys.executable).with_name("kehoach"), "batch", *samples, "-o", tmp_path, "-j", "1", "-q"]
    assert subprocess.run([*command, "--memory-limit", limit], check=False).returncode == code
    assert {row.error.code if row.error else row.status for row in manifest.load(tmp_path)} == status
