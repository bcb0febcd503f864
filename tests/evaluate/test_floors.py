"""The scores on the development corpus never fall below their floors (see docs/evaluation.md)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pipeline import evaluate
from pipeline.evaluate.report import Floors

FLOORS = Path(__file__).parents[1] / "floors.json"
# another build of the OCR engine reads a page or two in another way
SLACK_OF_SCANS = 0.03
DIGITAL = ("lao-cai-kh141-2023", "vungtau-kh2144-2025-danso", "hanoi-kh173-2026-festival")
SCANS = (
    "bacgiang-kh353-2012-hotro-phaply",
    "dhtaydo-kh1146-2025-antoan-giaothong",
    "sonla-kh07-2023-phatdong-cuocthi",
    "ttg-qd146-2022-nhanluc-cds",
)


def floors() -> Floors:
    kept: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return kept


def fallen(corpus: Path, names: tuple[str, ...], slack: float) -> list[str]:
    kept = os.environ.get("KEHOACH_CACHE")
    scores = evaluate.evaluate(corpus / "gold", corpus / "docs", names, Path(kept) if kept else None)
    assert sorted(score.name for score in scores) == sorted(names)
    return evaluate.below(scores, floors(), slack)


def test_every_annotated_document_has_a_floor(corpus: Path) -> None:
    assert {path.stem for path in (corpus / "gold").glob("*.json")} == set(floors()) == {*DIGITAL, *SCANS}


@pytest.mark.corpus
def test_digital_documents_keep_their_floors(corpus: Path) -> None:
    assert fallen(corpus, DIGITAL, 0.0) == []


@pytest.mark.corpus
@pytest.mark.ocr
@pytest.mark.slow
# with the tests of its record (tests/test_records.py): one process reads a document once for all of them
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(f"{name}.pdf"), id=name) for name in SCANS]
)
def test_scans_keep_their_floors(corpus: Path, name: str) -> None:
    assert fallen(corpus, (name,), SLACK_OF_SCANS) == []
