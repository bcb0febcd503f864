"""What an analyst types, and what the terminal answers."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.validate import schema

Capture = pytest.CaptureFixture[str]


def said(capsys: Capture, *arguments: str, code: int = 0) -> str:
    """stdout of a command that has to end with ``code``."""
    assert cli.run(list(arguments)) == code, capsys.readouterr().err
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def here(outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh working folder: outputs/ lies beside."""
    monkeypatch.chdir(outputs.parent)


def test_a_first_look(capsys: Capture) -> None:
    listed = said(capsys, "query", "--list")
    for words in ("goals: Targets and objectives", "  comparator", "  @overdue", "  has(t, words)"):
        assert words in listed
    table = said(capsys, "query", "SELECT number, place, n_goals FROM documents ORDER BY issued_on, place")
    assert table.splitlines()[0].split() == ["number", "place", "n_goals"]
    assert table.splitlines()[2].split() == ["23/KH-UBND", "Hòa", "Sơn", "2"]
    assert "67.5" in said(capsys, "query", "@indicators-by-year")
    assert "Rà soát" in said(capsys, "query", "@overdue", "--today", "2024-01-01")
    assert "in/mat.pdf" in said(capsys, "query", "@failed")


def test_a_wide_answer_is_shown_one_below_the_other(capsys: Capture) -> None:
    lines = said(capsys, "query", "SELECT * FROM documents ORDER BY issued_on").splitlines()
    assert lines[0].startswith("─ 1 ─")
    assert "number              23/KH-UBND" in lines
    assert sum(line.startswith("─ ") for line in lines) == 4


def test_answers_for_other_programs(capsys: Capture) -> None:
    sql = "SELECT number, value FROM goals JOIN documents USING (document) WHERE value > 60 ORDER BY value"
    rows = list(csv.reader(io.StringIO(said(capsys, "query", sql, "--format", "csv"))))
    assert rows == [["number", "value"], ["23/KH-UBND", "65"], ["24/KH-UBND", "67.5"], ["25/KH-UBND", "70"]]
    lines = said(capsys, "query", sql, "-f", "jsonl").splitlines()
    assert json.loads(lines[0]) == {"number": "23/KH-UBND", "value": 65.0}
    assert said(capsys, "query", sql, "-f", "markdown").splitlines()[:2] == ["| number | value |", "| --- | --- |"]


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["query"], "kehoach query --list shows what there is", 1),
        (["query", "SELEC 1"], "cannot be answered", 1),
        (["query", "@nothing"], "There is no question @nothing", 1),
        (["query", " "], "There is no question", 1),
        (["query", "@overdu"], "Did you mean @overdue?", 1),
        (["query", "overdue"], "Did you mean @overdue?", 1),
        (["query", "documents;"], 'Write "SELECT * FROM documents".', 1),
        (["query", "SELECT name FROM goal"], 'Did you mean "goals"?', 1),
        (["query", "SELECT nam FROM goals"], '"name"', 1),
        (["query", 'SELECT * FROM goals WHERE unit = "%"'], "write '%' if it is a text", 1),
        (["query", "SELECT year FROM goals JOIN documents USING (document)"], "the name of the view and a dot", 1),
        (["query", "SELECT 1", "-d", "empty"], "kehoach parse FILE... -o empty", 2),
        (["search", "nhân lực", "-d", "empty"], "There are no outputs in empty", 2),
        (["export", "--to", "xlsx", "-d", "empty"], "There are no outputs in empty", 2),
        (["query", "SELECT 1", "-d", "plan.json"], "is one output, not a folder of outputs", 5),
        (["query", "SELECT 1", "-d", "one"], "Name the folder with -d .;", 5),
        (["query", "SELECT 1", "-d", "notes.txt"], "notes.txt is a file, not a folder", 5),
        (["quey", "SELECT 1"], "Did you mean 'query'?", 1),
        (["query", "SELECT 1", "-f", "docx"], "The formats are", 1),
        (["query", "SELECT 1", "-o", "a.xlsx"], "kehoach export writes workbooks", 1),
        (["query", "--list", "goal"], "The views are: documents, goals", 1),
        (["query", "SELECT 1", "-o", "notes.txt/a.csv"], "cannot be written", 5),
        (["query", "SELECT 1", "-d", "nowhere"], "There is no folder nowhere", 5),
        (["query", "@overdue", "--today", "tomorrow"], "is not a date", 1),
        (["series", "số cầu thủ"], "No plan sets a target", 2),
        (["diff", "nothing", "outputs"], "There is no plan 'nothing'", 1),
        (["diff", "ke-hoach", "ke-hoach"], "Write more of the name", 1),
        (["validate", "empty"], "The folder empty holds no plan.json", 2),
    ],
)
def test_mistakes_are_told(capsys: Capture, outputs: Path, arguments: list[str], words: str, code: int) -> None:
    Path("empty").mkdir()
    Path("notes.txt").write_text("x")
    shutil.copytree(next(outputs.glob("*/plan.json")).parent, "one")
    shutil.copy(next(outputs.glob("*/plan.json")), "plan.json")
    assert cli.run(arguments) == code
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err


def test_answers_in_files(capsys: Capture) -> None:
    sql = "SELECT number, value FROM goals JOIN documents USING (document) WHERE value > 66 ORDER BY value"
    assert said(capsys, "query", sql, "-o", "a.csv") == "a.csv\n"
    assert Path("a.csv").read_bytes() == b"\xef\xbb\xbfnumber,value\r\n24/KH-UBND,67.5\r\n25/KH-UBND,70\r\n"
    said(capsys, "query", sql, "-o", "new/a.json")
    rows = [{"number": "24/KH-UBND", "value": 67.5}, {"number": "25/KH-UBND", "value": 70.0}]
    assert json.loads(Path("new/a.json").read_text(encoding="utf-8")) == rows
    assert json.loads(said(capsys, "query", sql, "-f", "json")) == rows
    assert json.loads(said(capsys, "query", sql + " LIMIT 0", "-f", "json")) == []
    said(capsys, "query", sql, "-o", "a.out", "-f", "markdown")
    assert Path("a.out").read_text(encoding="utf-8").startswith("| number | value |")


def test_a_question_from_stdin(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT count(*) AS n\nFROM goals\n"))
    assert said(capsys, "query", "-", "-f", "csv").split() == ["n", "8"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("@cited-most\n"))
    assert "12-NQ/HU" in said(capsys, "query", "-")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert cli.run(["query", "-"]) == 1


def test_one_view_is_listed_with_the_values_that_it_holds(capsys: Capture) -> None:
    listed = said(capsys, "query", "--list", "responsibilities")
    assert listed.startswith("responsibilities: Duties given to agencies.")
    assert "One of: lead, support, advise, monitor, report, implement." in listed
    assert "goals:" not in listed
    assert "Macros" not in listed


def test_search(capsys: Capture) -> None:
    shown = said(capsys, "search", "nguon nhan luc")
    assert "25/KH-UBND, ke-hoach-hoa-son-2025-" in shown
    assert "nâng cao chất lượng nguồn nhân lực, hoà nhập" in shown
    hits = [json.loads(line) for line in said(capsys, "search", "NHÂN LỰC", "--json", "-n", "2").splitlines()]
    assert [hit["page"] for hit in hits] == [1, 1]


def test_series(capsys: Capture) -> None:
    shown = said(capsys, "series", "tỷ lệ lao động qua đào tạo", "--place", "Hoà Sơn", "--plot", "-")
    assert "2022 baseline" in shown
    assert shown.count("█") > 100
    said(capsys, "series", "lao dong qua dao tao", "--plot", "hinh.svg")
    assert "<svg" in Path("hinh.svg").read_text(encoding="utf-8")
    points = [json.loads(x) for x in said(capsys, "series", "lao dong", "--place", "binh luc", "--json").splitlines()]
    assert [point["value"] for point in points] == [55.0, 58.0]


def test_diff(capsys: Capture) -> None:
    shown = said(capsys, "diff", "ke-hoach-hoa-son-2024", "ke-hoach-hoa-son-2025")
    assert shown.splitlines() == [
        "A: 24/KH-UBND, 2024-01-20, ke-hoach-hoa-son-2024.txt",
        "B: 25/KH-UBND, 2025-01-20, ke-hoach-hoa-son-2025.txt",
        "",
        "Targets: 1 up",
        "↑ Tỷ lệ lao động qua đào tạo",
        "    67.5 % → 70 %",
        "    A, page 1: “Tỷ lệ lao động qua đào tạo đạt 67.5%”",
        "    B, page 1: “Tỷ lệ lao động qua đào tạo đạt 70%”",
        "",
        "Tasks: 1 changed",
        "~ Rà soát mạng lưới cơ sở giáo dục nghề nghiệp",
        "    lead Sở Nội vụ → Sở Tài chính",
        "    A, page 1",
        "    B, page 1",
        "",
        "Bodies with duties: 1 new, 1 dropped",
        "- Sở Nội vụ: lead",
        "    A, page 1: “Chủ trì theo dõi việc thực hiện”",
        "+ Sở Tài chính: lead",
        "    B, page 1: “Chủ trì theo dõi việc thực hiện”",
    ]
    assert said(capsys, "diff", "ke-hoach-hoa-son-2024", "ke-hoach-hoa-son-2024").splitlines()[2:] == [
        "", "Targets: no difference", "", "Tasks: no difference", "", "Bodies with duties: no difference",
    ]  # fmt: skip
    folders = sorted(path.parent.as_posix() for path in Path("outputs").glob("*hoa-son*/plan.json"))
    changes = [
        json.loads(x) for x in said(capsys, "diff", folders[0], folders[1] + "/plan.json", "--json").splitlines()
    ]
    assert (changes[0]["kind"], changes[0]["what"]) == ("goal", "up")


def test_shell(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "SELECT count(*) AS n\nFROM goals;\nSELECT x;\n@cited-most\nquit\nSELECT 5;\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert cli.run(["shell", "-f", "csv"]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[:3] == ["n", "8", "number,type,issued_on,plans,citations"]
    assert "12-NQ/HU,Nghị quyết,2024-01-05,4,4" in captured.out
    assert "cannot be answered" in captured.err


def test_validate(capsys: Capture) -> None:
    path = next(Path("outputs").glob("*/plan.json"))
    assert said(capsys, "validate", str(path)) == f"{path}: valid\n"
    wrong = json.loads(path.read_bytes())
    wrong["goals"][0]["value"] = "a lot"
    Path("wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    Path("old.json").write_text(json.dumps({**wrong, "schema_version": "0.1.0"}), encoding="utf-8")
    Path("torn.json").write_text("{", encoding="utf-8")
    shown = said(capsys, "validate", str(path), "wrong.json", "old.json", "torn.json", code=4)
    assert "goals[0].value" in shown
    assert "schema_version: '0.1.0' is not a version that this release reads" in shown
    assert "not JSON" in shown
    line = json.loads(said(capsys, "validate", "torn.json", "--json", code=4))
    assert (line["file"], line["valid"]) == ("torn.json", False)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON: the file is empty"),
        (b" \n", "not JSON: the file is empty"),
        (b"<?xml version='1.0'?><a/>", "not JSON: expected value at line 1 column 1"),
        (b"\xff\xfe{\x00", "not JSON"),
        (b"[" * 100_000, "not JSON: recursion limit exceeded"),
        (b'{"schema_name": "kehoach.plan", "sche', "not JSON: EOF while parsing"),
        (b"null", "not a record of kehoach"),
        (b"[1, 2]", "not a record of kehoach"),
        (b'{"type": "Feature", "properties": {}}', "it does not say schema_name 'kehoach.plan'"),
        (b'{"schema_name": "kehoach.plan"}', "schema_version: None is not a version"),
        (b'{"schema_name": "kehoach.plan", "schema_version": 1.0}', "schema_version: 1.0 is not a version"),
        (b'{"schema_name": "kehoach.plan", "schema_version": "2.0.0"}', "schema_version: '2.0.0' is not a version"),
        (b'{"schema_name": "kehoach.plan", "schema_version": "1.99.0"}', "schema_version: '1.99.0' is not a version"),
        (b'{"schema_name": "kehoach.plan", "schema_version": "1.0.0"}', "'source' is a required property"),
    ],
)
def test_what_is_no_record_is_told_in_a_line(capsys: Capture, content: bytes, words: str) -> None:
    Path("odd.json").write_bytes(content)
    shown = said(capsys, "validate", "odd.json", code=4)
    assert words in shown
    assert shown.startswith(("odd.json: 1 misfit\n", "odd.json: 11 misfits\n"))


def test_validate_takes_folders_stdin_and_goes_on_behind_what_it_cannot_read(
    capsys: Capture, outputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = sorted(path.as_posix() for path in Path("outputs").glob("*/plan.json"))
    assert said(capsys, "validate", "outputs").splitlines() == [f"{plan}: valid" for plan in plans]
    assert said(capsys, "validate", str(Path(plans[0]).parent)) == f"{plans[0]}: valid\n"
    piped = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + Path(plans[0]).read_bytes()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert said(capsys, "validate", "-") == "-: valid\n"
    shown = said(capsys, "validate", "nowhere.json", plans[0], "--json", code=5)
    assert [json.loads(line) for line in shown.splitlines()] == [
        {"file": "nowhere.json", "valid": False, "errors": ["cannot be read: No such file or directory"]},
        {"file": plans[0], "valid": True, "errors": []},
    ]


def test_validate_outputs_of_released_schemas(capsys: Capture) -> None:
    releases = schema.released()
    assert "1.0.0" in releases
    for folder in releases.values():
        outputs = [path.as_posix() for path in sorted((folder / "outputs").rglob("*.json"))]
        assert outputs
        assert said(capsys, "validate", *outputs).splitlines() == [f"{path}: valid" for path in outputs]


def test_control_characters_of_a_document_do_not_reach_the_terminal(capsys: Capture) -> None:
    assert "\x1b" not in said(capsys, "query", "SELECT 'a' || chr(27) || '[31mred' AS x")
