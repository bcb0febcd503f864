"""What goes wrong overnight, made to happen: killed workers, hangs, greed, full disks, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from pipeline.batch import manifest
from tests.batch.conftest import Archive
from tests.conftest import ROOT


def wait_for(true: Callable[[], bool], seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


@contextmanager
def started(archive: Archive, *arguments: str):
    command = [sys.executable, "-m", "tests.batch.runner", str(archive.inbox), str(archive.outputs), *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str], kind: str) -> str:
    """The next line of that kind."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.split(" ")[0].strip() == kind:
            return line.strip()
    raise AssertionError(f"never said {kind}")


def test_a_new_worker_begins_with_words_and_models_loaded(archive: Archive) -> None:
    archive.add(**{f"a{i}": f"loaded {i}" for i in range(3)})
    assert archive.run(jobs=1, recycle=1).totals.ok == 3


def test_killed_worker_costs_one_document(archive: Archive) -> None:
    archive.add(**{f"a{i}": f"ok {i}" for i in range(8)}, killer="kill")
    result = archive.run()
    assert (result.totals.ok, result.totals.failed) == (8, 1)
    row = archive.rows["killer"]
    assert row.attempts == 2
    assert row.error is not None
    assert row.error.code == "crashed"
    assert "signal 9" in row.error.message


def test_document_that_was_only_unlucky_is_done_at_the_second_try(archive: Archive, tmp_path: Path) -> None:
    archive.add(a="ok 1", b=f"kill-once {tmp_path / 'marker'}")
    result = archive.run()
    assert result.totals.ok == 2
    assert (archive.rows["a"].attempts, archive.rows["b"].attempts) == (1, 2)
    assert [e.kind for e in archive.events].count("again") == 1


def test_second_try_is_alone(archive: Archive, tmp_path: Path) -> None:
    archive.add(a=f"kill-once {tmp_path / 'a'}", b=f"kill-once {tmp_path / 'b'}", c="ok")
    archive.run(jobs=3)
    kinds = [e.kind for e in archive.events if e.kind in ("document", "again")]
    assert kinds == ["document", "again", "document", "again", "document"]


def test_hanging_document_is_ended_with_all_that_it_started(archive: Archive, tmp_path: Path) -> None:
    child = tmp_path / "child"
    archive.add(a=f"hang {child}", b="ok 1", c="ok 2")
    started_at = time.monotonic()
    result = archive.run(timeout=1.5)
    assert time.monotonic() - started_at < 20
    assert (result.totals.ok, result.totals.failed) == (2, 1)
    error = archive.rows["a"].error
    assert error is not None
    assert (error.code, error.message) == ("timeout", "a.txt took longer than 1.5 seconds.")
    wait_for(lambda: not psutil.pid_exists(int(child.read_text())))


@pytest.mark.parametrize("greed", ["grow", "leap"])
def test_greedy_document_fails_and_the_others_do_not(archive: Archive, greed: str) -> None:
    archive.add(a=greed, b="ok 1", c="ok 2")
    result = archive.run(memory_limit=300 << 20, jobs=1)
    assert (result.totals.ok, result.totals.failed) == (2, 1)
    error = archive.rows["a"].error
    assert error is not None
    assert error.code == "memory"
    assert "--memory-limit" in error.hint


def test_workers_are_replaced(archive: Archive) -> None:
    archive.add(**{f"a{i}": f"ok {i}" for i in range(9)})
    assert archive.run(jobs=1, recycle=2).totals.ok == 9


def test_temporary_files_are_private_and_do_not_outlive_the_worker(archive: Archive, tmp_path: Path) -> None:
    told = tmp_path / "told"
    archive.add(a=f"temporary {told}", b="ok")
    archive.run()
    name, mode = told.read_text().splitlines()
    assert mode == "0o40700"
    assert Path(name).is_relative_to(archive.outputs)
    assert not Path(name).exists()
    assert not (archive.outputs / ".work").exists()


def _reference(archive: Archive, tmp_path: Path) -> dict[str, bytes]:
    unbroken = Archive(archive.inbox, tmp_path / "unbroken")
    unbroken.run()
    return unbroken.bytes()


def test_batch_killed_in_the_middle_goes_on_with_the_same_bytes(archive: Archive, tmp_path: Path) -> None:
    archive.add(**{f"a{i:02d}": f"ok {i}" for i in range(6)}, **{f"b{i:02d}": f"sleep 0.3 {i}" for i in range(10)})
    with started(archive) as process:
        for _ in range(8):
            heard(process, "document")
        workers = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.wait()
        # nobody is left to write behind the back of the next batch
        wait_for(lambda: not any(w.is_running() and w.status() != psutil.STATUS_ZOMBIE for w in workers))
    done = len(manifest.load(archive.outputs))
    assert 8 <= done < 16
    result = archive.run()
    assert (result.totals.kept, result.totals.ok) == (done, 16)
    assert archive.bytes() == _reference(archive, tmp_path)


def test_hanging_document_does_not_outlive_a_batch_that_was_killed(archive: Archive, tmp_path: Path) -> None:
    child = tmp_path / "child"
    archive.add(a=f"hang {child}", b="sleep 60 b")
    with started(archive) as process:
        wait_for(lambda: child.exists() and child.read_text() != "")
        wait_for(lambda: len(list((archive.outputs / ".work").glob("*"))) == 2)
        family = psutil.Process(process.pid).children(recursive=True)
        assert int(child.read_text()) in {p.pid for p in family}
        process.kill()
    wait_for(lambda: not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in family))


def test_interrupt_finishes_what_is_in_work(archive: Archive, tmp_path: Path) -> None:
    archive.add(**{f"a{i:02d}": f"sleep 0.5 {i}" for i in range(12)})
    with started(archive) as process:
        heard(process, "document")
        process.send_signal(signal.SIGINT)
        assert heard(process, "stopped") == "stopped interrupted"
    done = archive.rows
    assert 2 <= len(done) <= 5
    assert {row.status for row in done.values()} == {"ok"}
    assert archive.run().totals.ok == 12
    assert archive.bytes() == _reference(archive, tmp_path)


def test_second_interrupt_stops_at_once(archive: Archive) -> None:
    archive.add(a="sleep 60 a", b="sleep 60 b", c="ok")
    with started(archive) as process:
        heard(process, "start")
        wait_for(lambda: len(list((archive.outputs / ".work").glob("*"))) == 2)
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        before = time.monotonic()
        assert heard(process, "stopped") == "stopped ended"
        assert time.monotonic() - before < 15
    assert archive.rows == {}


def test_terminate_stops_at_once_and_leaves_nothing_running(archive: Archive) -> None:
    archive.add(a="sleep 60 a", b="hang")
    with started(archive) as process:
        wait_for(lambda: len(list((archive.outputs / ".work").glob("*"))) == 2)
        family = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        assert heard(process, "stopped") == "stopped ended"
    wait_for(lambda: not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in family))


def test_full_disk_stops_the_batch_and_blames_no_document(archive: Archive) -> None:
    archive.add(a="ok 1", b="full", **{f"c{i}": f"ok {i + 3}" for i in range(10)})
    result = archive.run(jobs=1)
    assert result.stopped == "disk_full"
    assert archive.rows.keys() == {"a"}
    archive.add(b="ok 2")
    assert archive.run().totals.ok == 12


def test_file_larger_than_the_system_allows_fails_alone(archive: Archive) -> None:
    """RLIMIT_FSIZE: the large record cannot be written, nothing of it is left, the small one is."""
    archive.add(a="ok 200", b="ok 1")
    with started(archive, "1", str(64 << 10)) as process:
        assert heard(process, "stopped") == "stopped None"
    rows = archive.rows
    assert (rows["a"].status, rows["b"].status) == ("failed", "ok")
    assert rows["a"].error is not None
    assert rows["a"].error.code == "file_access"
    assert [p.parent.name[0] for p in archive.outputs.glob("*/plan.json")] == ["b"]
    assert list(archive.outputs.rglob(".part-*")) == []


def test_manifest_that_cannot_grow_is_told_and_the_batch_can_be_resumed(archive: Archive) -> None:
    archive.add(**{f"a{i:02d}": f"bad {i}" for i in range(40)})
    with started(archive, "1", "4000") as process:
        said = heard(process, "error")
        assert process.wait() == 5
    assert "manifest.jsonl cannot be written" in said
    done = len(archive.rows)
    assert 0 < done < 40
    assert archive.run().totals.failed == 40


@pytest.fixture
def small_disk(tmp_path: Path):
    """A file system of 400 KiB; skips where this user may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this user may not mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_disk_that_runs_full(archive: Archive, small_disk: Path) -> None:
    archive.add(**{f"a{i:02d}": f"ok 60 {i}" for i in range(12)})
    archive.outputs = small_disk / "outputs"
    with started(archive, "2") as process:
        assert process.stdout is not None
        last = process.stdout.read().splitlines()[-1]
    assert last == "stopped disk_full" or "No space left" in last
    assert all((archive.outputs / str(row.output) / "plan.json").is_file() for row in archive.rows.values())
    assert not any(p.stat().st_size == 0 for p in archive.outputs.glob("*/plan.json"))
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    assert archive.run().totals.ok == 12


# Names that archives really hold, and names that somebody means ill with.
NAMES = [
    "kế hoạch số 1.txt",
    "ke\u0302\u0301 hoa\u0323ch NFD.txt",
    "a\nb.txt",
    "...txt",
    "..%2f..%2fetc.txt",
    "-rf.txt",
    "\u202egpj.txt",
    "\U00020000" * 62 + ".txt",
    "ê" * 125 + ".txt",
    "x" * 251 + ".txt",
    "a'b\"c;d|e&f`g$(h).txt",
    "CON.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_file_name_stays_inside_the_output_folder(archive: Archive, name: str) -> None:
    archive.inbox.mkdir()
    (archive.inbox / name).write_text(f"ok {len(name)}")
    before = {*archive.inbox.parent.iterdir(), archive.outputs}
    assert archive.run(jobs=1, named=[str(archive.inbox / name)]).totals.ok == 1
    (row,) = manifest.load(archive.outputs)
    assert Path(row.input).name == name
    assert row.output is not None
    assert "/" not in row.output
    assert "\n" not in row.output
    assert (archive.outputs / row.output / "plan.json").is_file()
    assert set(archive.inbox.parent.iterdir()) == before


def test_name_that_is_no_utf8_is_kept_in_the_manifest(archive: Archive) -> None:
    archive.inbox.mkdir()
    name = os.fsdecode(b"k\xea ho\xa1ch.txt")
    (archive.inbox / name).write_text("ok 1")
    result = archive.run(jobs=1)
    (row,) = manifest.load(archive.outputs)
    assert Path(row.input).name == name
    assert result.totals.ok == 1
