from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import emit
from pipeline.cli import run
from pipeline.plan import Plan
from pipeline.review import corrections
from tests.review.test_corrections import edit, goal, plan


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    folder = emit.write(plan(goal(1, "Tỷ lệ A đạt 71%", 71)), "Tỷ lệ A đạt 71%", tmp_path / "outputs")
    rows = [edit("Tỷ lệ A đạt 71%", 71, 77), edit("Không còn", 1, 2)]
    (folder / corrections.FILE_NAME).write_text(corrections.dump(rows), encoding="utf-8")
    return tmp_path / "outputs"


def held(outputs: Path) -> Plan:
    return Plan.model_validate_json(next(outputs.glob("*/plan.json")).read_bytes())


def test_check_reports_and_changes_nothing(outputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corrections", "check", str(outputs)]) == 0
    printed = capsys.readouterr()
    assert "applied: edit value of goal:I.1:1: 71 -> 77" in printed.out
    assert "stale: edit value of nothing" in printed.out
    assert "applied 1, stale 1" in printed.err
    assert held(outputs).goals[0].value == 71


def test_apply_twice_is_apply_once_and_gold_follows(outputs: Path, tmp_path: Path) -> None:
    assert run(["corrections", "apply", str(outputs)]) == 0
    once = next(outputs.glob("*/plan.json")).read_bytes()
    assert run(["corrections", "apply", str(outputs)]) == 0
    assert next(outputs.glob("*/plan.json")).read_bytes() == once
    assert held(outputs).goals[0].value == 77
    assert run(["corrections", "gold", str(outputs), "-o", str(tmp_path / "gold")]) == 0
    annotation = json.loads((tmp_path / "gold" / "x.json").read_text(encoding="utf-8"))
    assert annotation["goals"][0]["value"] == 77
    assert annotation["document"]["number"] == "12/KH-UBND"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert run(["corrections", "check", str(tmp_path / "none")]) == 5
