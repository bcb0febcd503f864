from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import cli
from tests.segment.test_outline import PLAN


def test_the_command_shows_where_each_part_stands_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(PLAN.replace("III. TỔ CHỨC", "V. TỔ CHỨC"), encoding="utf-8")
    assert cli.run(["outline", str(file)]) == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    heading = next(line for line in shown if "CHỨC" in line)
    assert heading[:4] == ["body", "heading", "V", "V"]
    assert "skips numbers" in " ".join(heading)


def test_reasons_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(PLAN, encoding="utf-8")
    assert cli.run(["outline", "--no-why", "--width", "20", str(file)]) == 0
    assert "#" not in capsys.readouterr().out
