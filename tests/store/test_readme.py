"""What a first-time analyst types with only the README read: its commands, in order, on the outputs of the samples."""

from __future__ import annotations

import csv
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import pipeline
from pipeline import cli, emit
from tests.conftest import ROOT
from tests.test_records import SAMPLES, parsed

_COMMAND = re.compile(r"^\$ (kehoach (?:query|search|series|diff|export|validate)\b.*)$", re.MULTILINE)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(readme: str) -> list[list[str]]:
    """The commands for analysts as a shell would hand them over: no comment, patterns of files spelt out."""
    found = [shlex.split(line, comments=True)[1:] for line in _COMMAND.findall((ROOT / readme).read_text("utf-8"))]
    return [
        [word for part in line for word in (sorted(map(str, Path().glob(part))) if "*/" in part else [part])]
        for line in found
    ]


@pytest.fixture(autouse=True)
def after_make_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """outputs/ and raw_docs/ as in a clone where the samples have been read (less the scan, which takes its time)."""
    for name in SAMPLES:
        result = parsed(name)
        emit.write(result.plan, result.document.text, tmp_path / "outputs")
    (tmp_path / "raw_docs").symlink_to(ROOT / "raw_docs")
    monkeypatch.chdir(tmp_path)


def _listed(out: str) -> None:
    assert "\ngoals: Targets and objectives" in out
    assert re.search(r"^  comparator +text +\">=\" for", out, re.MULTILINE)
    assert "  @overdue" in out


def _documents(out: str) -> None:
    rows = [line.split() for line in out.splitlines()[2:]]
    assert [row[0] for row in rows] == ["34/KH-UBND", "87/KH-UBND"]
    assert [row[-2:] for row in rows] == [["10", "8"], ["10", "9"]]


def _goals(out: str) -> None:
    assert re.search(r"^ Tỷ lệ lao động qua đào tạo +70.5 +% +1$", out, re.MULTILINE)
    assert "Tỷ lệ hộ nghèo" not in out


def _overdue(out: str) -> None:
    first = out.splitlines()[2]
    assert first.startswith(" 2026-08-31")
    assert "87/KH-UBND" in first
    assert "30/10/2026" not in out, "that day is not over yet"


def _table_file(out: str) -> None:
    assert out == "indicators.csv\n"
    with Path("indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["indicator"]: row for row in csv.DictReader(file)}
    poor = rows["Tỷ lệ hộ nghèo"]
    assert [poor[name] for name in ("place", "year", "comparator", "value", "baseline", "plan")] == [
        "Suối Ngàn", "2026", "<", "9.5", "12.3", "34/KH-UBND",
    ]  # fmt: skip


def _found(out: str) -> None:
    assert "87/KH-UBND, ke-hoach-tinh-nhan-luc-2026-" in out
    assert "Tỷ lệ lao động qua đào tạo đạt 70,5%" in out


def _series(out: str) -> None:
    assert re.search(r"2025 baseline +12.3 ░+$", out, re.MULTILINE)
    assert re.search(r"2026 target +9.5 █+$", out, re.MULTILINE)


def _differences(out: str) -> None:
    assert out.splitlines()[:2] == [
        "A: 87/KH-UBND, 2026-02-06, ke-hoach-tinh-nhan-luc-2026.pdf",
        "B: 34/KH-UBND, 2026-01-27, ke-hoach-xa-nong-thon-moi-2026.txt",
    ]
    assert "Targets: 9 new, 10 dropped" in out
    assert "+ Tỷ lệ hộ nghèo: < 9.5 %\n    B: “Tỷ lệ hộ nghèo giảm còn dưới 9,5%.”" in out


def _workbook(out: str) -> None:
    assert out == "plans.xlsx\n"
    assert openpyxl.load_workbook("plans.xlsx")["Chỉ tiêu"].max_row == 21


def _valid(out: str) -> None:
    assert [line.endswith("/plan.json: valid") for line in out.splitlines()] == [True] * len(SAMPLES)


# what each command of the README has to show, in its order
SHOWN: list[Callable[[str], None]] = [
    _listed, _documents, _goals, _overdue, _table_file, _found, _series, _differences, _workbook, _valid,
]  # fmt: skip


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_commands_of_the_readme(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed = commands(readme)
    assert len(typed) == len(SHOWN)
    for words, shown in zip(typed, SHOWN, strict=True):
        assert cli.run(words) == 0, (words, capsys.readouterr().err)
        shown(capsys.readouterr().out)


def test_the_python_of_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = _PYTHON.findall((ROOT / "README.md").read_text("utf-8"))
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert "Tỷ lệ lao động qua đào tạo = 70.5 % ['Sở Nội vụ'] 1" in capsys.readouterr().out.splitlines()
    with pipeline.open_store("outputs") as store:
        assert len(store.df("goals")) == 20
        assert len(store.df("goals", "polars")) == 20
        assert store.arrow("goals").num_rows == 20
        units = store.query("SELECT unit, count(*) AS n FROM goals GROUP BY unit ORDER BY n DESC, unit").to_pylist()
        assert units[0] == {"unit": "%", "n": 11}


def test_an_output_of_the_readme_is_the_record_that_it_shows() -> None:
    """The record in the README is cut, not made up: each value that it shows stands in plan.json."""
    record = json.loads(next(Path("outputs").glob("*tinh*/plan.json")).read_text("utf-8"))
    shown = re.search(r"```json\n(\{\n  \"id\": \"goal:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown
    part = json.loads(shown[1])
    goal = next(one for one in record["goals"] if one["id"] == part["id"])
    evidence = part.pop("evidence")
    assert all(piece in goal["evidence"] for piece in evidence)
    assert {name: goal[name] for name in part if name not in ("baseline", "annex")} == {
        name: value for name, value in part.items() if name not in ("baseline", "annex")
    }
