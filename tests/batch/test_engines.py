"""OCR and LibreOffice that crash, hang or talk nonsense: doubles that really do it, in real workers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PIL import Image, ImageDraw

from pipeline import batch
from pipeline.batch import Converted, manifest
from pipeline.cli.convert import convert
from pipeline.config import Settings
from tests.batch import hostile
from tests.batch.test_reliability import wait_for

pytestmark = pytest.mark.slow

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le") + b"\x00" * 2000


def run(
    folder: Path, files: dict[str, bytes], what: Callable[[Path, Settings, Path], Converted], **options: object
) -> dict[str, manifest.Row]:
    (folder / "inbox").mkdir()
    for name, data in files.items():
        (folder / "inbox" / name).write_bytes(data)
    settings = Settings(page_timeout=float(options.pop("page_timeout", 60.0)))  # type: ignore[arg-type]
    chosen = batch.Options(**({"jobs": 2, "timeout": 90.0} | options))  # type: ignore[arg-type]
    work = batch.Work(what, settings, folder / "outputs")
    batch.run(batch.find([str(folder / "inbox")]), work, chosen, lambda event: None)
    return {Path(row.input).name: row for row in manifest.load(folder / "outputs")}


def scan() -> bytes:
    """Two pages with a few words, as TIFF."""
    import io

    pages = []
    for number in (1, 2):
        page = Image.new("L", (1240, 1754), 255)
        ImageDraw.Draw(page).text((200, 300), f"Ke hoach cua xa, trang {number}", fill=0, font_size=48)
        pages.append(page)
    target = io.BytesIO()
    pages[0].save(target, "TIFF", save_all=True, append_images=pages[1:], dpi=(150, 150))
    return target.getvalue()


def _with_engine(does: Callable[[], None], path: Path, settings: Settings, outputs: Path) -> Converted:
    """Convert with an engine that misbehaves on scans."""
    from pipeline.extract.ocr import engine

    untouched = engine.Engine._set

    def wild(self: engine.Engine, *arguments: object) -> None:
        does()
        untouched(self, *arguments)  # type: ignore[arg-type]

    engine.Engine._set = wild  # type: ignore[method-assign]
    try:
        return convert(path, settings, outputs)
    finally:
        engine.Engine._set = untouched  # type: ignore[method-assign]


def _segfault() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _hang() -> None:
    time.sleep(300)


def _slow() -> None:
    time.sleep(0.6)


def _nonsense() -> None:
    b"\xff\xfe".decode("utf-8")


def crashing(path: Path, settings: Settings, outputs: Path) -> Converted:
    return _with_engine(_segfault, path, settings, outputs)


def hanging(path: Path, settings: Settings, outputs: Path) -> Converted:
    return _with_engine(_hang, path, settings, outputs)


def slow(path: Path, settings: Settings, outputs: Path) -> Converted:
    return _with_engine(_slow, path, settings, outputs)


def nonsense(path: Path, settings: Settings, outputs: Path) -> Converted:
    return _with_engine(_nonsense, path, settings, outputs)


FILES = {"scan.tiff": scan(), "good.txt": hostile.WORDS.encode()}


@pytest.mark.ocr
def test_ocr_that_crashes_costs_its_document(tmp_path: Path) -> None:
    rows = run(tmp_path, FILES, crashing)
    assert rows["good.txt"].status == "ok"
    assert rows["scan.tiff"].error is not None
    assert (rows["scan.tiff"].error.code, rows["scan.tiff"].attempts) == ("crashed", 2)
    assert "signal 11" in rows["scan.tiff"].error.message


@pytest.mark.ocr
def test_ocr_that_hangs_is_ended(tmp_path: Path) -> None:
    rows = run(tmp_path, FILES, hanging, timeout=20.0)
    assert rows["good.txt"].status == "ok"
    assert rows["scan.tiff"].error is not None
    assert rows["scan.tiff"].error.code == "timeout"


@pytest.mark.ocr
@pytest.mark.parametrize(("what", "error"), [(slow, "TimeoutError"), (nonsense, "UnicodeDecodeError")])
def test_page_that_cannot_be_read_in_time_or_at_all_makes_the_document_partial(
    tmp_path: Path, what: Callable[[Path, Settings, Path], Converted], error: str
) -> None:
    rows = run(tmp_path, FILES, what, page_timeout=0.2)
    row = rows["scan.tiff"]
    assert (row.status, row.pages, row.unread_pages) == ("partial", 2, 2), row.error
    plan = (tmp_path / "outputs" / str(row.output) / "plan.json").read_text(encoding="utf-8")
    assert plan.count(error) >= 2


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("echo $$ > $PIDS; exec sleep 300", "timeout"),
        ("kill -SEGV $$", "bad_input"),
        ("printf '\\377\\376 nonsense'; exit 0", "bad_input"),
        ("exit 1", "bad_input"),
    ],
)
def test_office_that_misbehaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, code: str) -> None:
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PIDS", str(tmp_path / "pids"))
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    # the server that workers are forked from keeps the environment that it was started with
    rows = run(tmp_path, {"old.doc": OLE, "good.txt": hostile.WORDS.encode()}, _with_path, timeout=20.0)
    assert rows["good.txt"].status == "ok"
    assert rows["old.doc"].error is not None
    assert rows["old.doc"].error.code == code, rows["old.doc"].error
    if code == "timeout":
        wait_for(lambda: not psutil.pid_exists(int((tmp_path / "pids").read_text())))


def _with_path(path: Path, settings: Settings, outputs: Path) -> Converted:
    os.environ["PATH"] = f"{outputs.parent / 'bin'}:{os.environ['PATH']}"
    os.environ["PIDS"] = str(outputs.parent / "pids")
    return convert(path, settings, outputs)
