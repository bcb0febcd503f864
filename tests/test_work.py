"""How much work a page costs, counted and not timed: a guard that a busy machine cannot trip.

Counted are calls of functions (Python's profiler counts the same calls for the same work), and on scans the lines that
the engine is given, which is where their time goes. ``WORK=record`` writes the counts into tests/work.json; a change
that needs more than a tenth more calls has to say so there.
"""

from __future__ import annotations

import cProfile
import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.growth import repeated
from pipeline import extract, run
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.extract.ocr.engine import Engine
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("work")]

RECORD = ROOT / "tests" / "work.json"
MORE = 1.1
"""Share of the recorded count that is let pass: other releases of Python and libraries call a little more or less."""


def calls(work: Callable[[], object]) -> int:
    """Calls of functions, ours and others', that ``work`` makes when all is loaded and remembered."""
    work()
    profile = cProfile.Profile()
    profile.enable()
    try:
        work()
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def within(name: str, count: float) -> None:
    """Fails where ``count`` is more than recorded; records it where that is asked for."""
    recorded: dict[str, float] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    if os.environ.get("WORK") == "record":
        recorded[name] = round(count)
        RECORD.write_text(json.dumps(dict(sorted(recorded.items())), indent=2) + "\n", encoding="utf-8")
    assert count <= MORE * recorded[name], f"{name}: {count:.0f}, recorded {recorded[name]}"


def read(path: Path) -> Document:
    return extract.read(path, Settings.from_environment(), lambda *_: None)


def sample(part: str) -> Path:
    (path,) = (ROOT / "raw_docs").glob(f"*{part}*")
    return path


@cache
def digital() -> Document:
    return read(sample("nhan-luc-2026.pdf"))


def test_reading_a_digital_page() -> None:
    path = sample("nhan-luc-2026.pdf")
    within("calls to read a digital page", calls(lambda: read(path)) / len(digital().pages))


def test_understanding_a_page() -> None:
    within("calls to understand a page", calls(lambda: run.understand(digital())) / len(digital().pages))


def test_cost_grows_with_the_pages(tmp_path: Path) -> None:
    """Sixty-four pages cost at most a fifth more a page than eight."""
    documents = []
    for pages in (8, 64):
        path = tmp_path / f"{pages}.pdf"
        path.write_bytes(repeated(pages))
        documents.append(read(path))
    a_page = [calls(lambda d=document: run.understand(d)) / len(document.pages) for document in documents]  # type: ignore[misc]
    assert a_page[1] < 1.2 * a_page[0]


@pytest.mark.ocr
def test_lines_given_to_the_engine_for_a_scanned_page(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    whole = Engine._read

    def counted(self: Engine, image: Any, *rest: Any) -> Any:
        given.append(image.size)
        return whole(self, image, *rest)

    monkeypatch.setattr(Engine, "_read", counted)
    document = read(sample("scan.pdf"))
    within("readings of a line for a scanned page", len(given) / len(document.pages))
    within("pixels given to the engine for a scanned page", sum(given) / len(document.pages))
