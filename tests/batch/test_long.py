"""Long documents shared out by page: the same bytes, and one bad part costs one document."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from pipeline import batch
from pipeline.batch import Converted, manifest
from pipeline.cli.convert import convert, share
from pipeline.config import Settings
from pipeline.errors import BadInputError
from tests.batch import doubles, hostile


def run(folder: Path, work_of: batch.Work, jobs: int) -> dict[str, manifest.Row]:
    options = batch.Options(jobs=jobs, timeout=60.0)
    batch.run(batch.find([str(folder / "inbox")]), work_of, options, lambda event: None)
    return {Path(row.input).stem: row for row in manifest.load(work_of.outputs)}


def files(outputs: Path) -> dict[str, bytes]:
    return {p.relative_to(outputs).as_posix(): p.read_bytes() for p in sorted(outputs.glob("*/*"))}


@pytest.mark.slow
def test_shared_document_has_the_bytes_of_one_read_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "long.pdf").write_bytes(hostile.pdf(57))
    (tmp_path / "inbox" / "short.pdf").write_bytes(hostile.pdf(2))
    shared, whole = tmp_path / "shared", tmp_path / "whole"
    rows = run(tmp_path, batch.Work(convert, Settings(), shared, share()), jobs=2)
    run(tmp_path, batch.Work(convert, Settings(), whole), jobs=1)
    assert (rows["long"].status, rows["long"].pages, rows["short"].pages) == ("ok", 57, 2)
    assert files(shared) == files(whole)
    assert not (shared / ".work").exists()


def _count(path: Path) -> int:
    return int(path.read_text().split()[0])


def _read(path: Path, settings: Settings, start: int, stop: int) -> list[Any]:
    """Pages are their numbers; what the file says happens on the page that it names."""
    _, what, where, *_ = path.read_text().split()
    if start <= int(where) < stop:
        if what == "bad":
            raise BadInputError("This page is no page.")
        if what == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
    return [(number, os.getpid()) for number in range(start, stop)]


def _join(path: Path, settings: Settings, outputs: Path, pages: list[Any]) -> Converted:
    assert [number for number, _ in pages] == list(range(_count(path)))
    Path(f"{path}.pids").write_text(str(len({pid for _, pid in pages})))
    return doubles.write(path.name, path.read_bytes(), 1, outputs)


def _convert(path: Path, settings: Settings, outputs: Path) -> Converted:
    Path(f"{path}.whole").touch()
    return doubles.write(path.name, path.read_bytes(), 1, outputs)


@pytest.mark.parametrize(
    ("content", "jobs", "status", "attempts", "whole"),
    [
        ("300 none 0", 2, "ok", 1, False),
        ("41 none 0", 2, "ok", 1, False),
        ("40 none 0", 2, "ok", 1, True),
        ("300 none 0", 1, "ok", 1, True),
        ("300 bad 155", 2, "failed", 1, False),
        ("300 kill 155", 2, "ok", 2, True),
    ],
)
def test_parts(tmp_path: Path, content: str, jobs: int, status: str, attempts: int, whole: bool) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(content)
    (tmp_path / "inbox" / "b.txt").write_text("3 none 0")
    work = batch.Work(_convert, Settings(), tmp_path / "outputs", batch.Share(_count, _read, _join))
    rows = run(tmp_path, work, jobs)
    assert (rows["a"].status, rows["a"].attempts, rows["b"].status) == (status, attempts, "ok")
    assert (tmp_path / "inbox" / "a.txt.whole").exists() == whole
    assert not (tmp_path / "outputs" / ".work").exists()


def test_the_parts_of_one_document_are_read_by_several_workers(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text("2000 none 0")
    work = batch.Work(_convert, Settings(), tmp_path / "outputs", batch.Share(_count, _read, _join))
    run(tmp_path, work, 2)
    assert (tmp_path / "inbox" / "a.txt.pids").read_text() != "1"
