"""``kehoach parse`` on real files: what is written, printed, returned."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from pipeline import cli
from tests.samples.content import RAW_DOCS

TEXT = RAW_DOCS / "ke-hoach-xa-nong-thon-moi-2026.txt"
DIGITAL = RAW_DOCS / "ke-hoach-tinh-nhan-luc-2026.pdf"


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_writes_a_folder_and_says_what_is_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["parse", str(TEXT), "-o", str(tmp_path)]) == 0
    said = capsys.readouterr()
    (folder,) = tmp_path.iterdir()
    assert folder.name.startswith("ke-hoach-xa-nong-thon-moi-2026-")
    assert {path.name for path in folder.iterdir()} == {"plan.json", "text.txt", "review.html"}
    assert "34/KH-UBND, 2026-01-27, ỦY BAN NHÂN DÂN XÃ SUỐI NGÀN" in said.out
    assert "Xây dựng nông thôn mới và giảm nghèo bền vững năm 2026" in said.out
    assert f"{folder.as_posix()}/plan.json" in said.out
    assert "8 tasks, 7 responsibilities, 1 annex, 2 legal bases" in said.out
    assert said.err == ""


def test_a_second_run_writes_the_same_bytes(tmp_path: Path) -> None:
    first = _run_into(tmp_path / "one")
    assert first == _run_into(tmp_path / "two")
    assert first == _run_into(tmp_path / "one")


def _run_into(folder: Path) -> dict[str, bytes]:
    assert cli.run(["parse", str(TEXT), str(DIGITAL), "-q", "-o", str(folder)]) == 0
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_json_lines_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "nowhere.pdf"
    assert cli.run(["parse", str(TEXT), str(missing), "--json", "-o", str(tmp_path / "out")]) == 5
    good, bad = lines(capsys.readouterr().out)
    assert good["status"] == "ok"
    assert Path(str(good["output"]), "plan.json").is_file()
    assert good["document"] == {
        "type": "KH",
        "number": "34/KH-UBND",
        "issued_on": "2026-01-27",
        "issuer": "ỦY BAN NHÂN DÂN XÃ SUỐI NGÀN",
        "title": "Xây dựng nông thôn mới và giảm nghèo bền vững năm 2026",
    }
    assert bad["status"] == "failed"
    assert bad["file"] == str(missing)
    error = bad["error"]
    assert isinstance(error, dict)
    assert (error["code"], error["exit_code"]) == ("file_access", 5)


def test_one_document_to_stdout_is_the_plan_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    cli.run(["parse", str(TEXT), "-q", "-o", str(folder)])
    command = [sys.executable, "-c", "from pipeline import cli; cli.main()", "parse", str(TEXT), "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    (written,) = folder.glob("*/plan.json")
    assert done.stdout == written.read_bytes()
    assert done.stderr == b""


def test_a_document_through_stdin(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(DIGITAL.read_bytes())))
    assert cli.run(["parse", "-", "-o", "-"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["source"]["file"] == "stdin.pdf"
    assert plan["document"]["number"] == "87/KH-UBND"


def missing(folder: Path) -> Path:
    return folder / "nowhere.pdf"


def a_folder(folder: Path) -> Path:
    return folder


def empty(folder: Path) -> Path:
    path = folder / "empty.pdf"
    path.write_bytes(b"")
    return path


def truncated(folder: Path) -> Path:
    path = folder / "truncated.pdf"
    path.write_bytes(DIGITAL.read_bytes()[:5000])
    return path


def unknown_kind(folder: Path) -> Path:
    path = folder / "sound.mp3"
    path.write_bytes(b"ID3\x04\x00" + bytes(range(256)) * 20)
    return path


def encrypted(folder: Path) -> Path:
    path = folder / "locked.pdf"
    with pikepdf.open(DIGITAL) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="o", user="secret"))
    return path


@pytest.mark.parametrize(
    ("make", "code"),
    [(missing, 5), (a_folder, 5), (empty, 2), (truncated, 2), (unknown_kind, 2), (encrypted, 8)],
)
def test_what_cannot_be_read_is_an_exit_code_and_a_sentence(
    make: Callable[[Path], Path], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path)
    assert cli.run(["parse", str(path), "-o", str(tmp_path / "out")]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("kehoach: ")
    assert path.name in said.err
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 2, "a message and a hint"


def test_the_others_are_read_after_a_failure_and_the_worst_code_is_returned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert cli.run(["parse", str(empty(tmp_path)), str(encrypted(tmp_path)), str(TEXT), "-o", str(out)]) == 8
    assert len(list(out.glob("*/plan.json"))) == 1
    said = capsys.readouterr().out
    assert "34/KH-UBND" in said
    assert said.endswith(f"1 of 3 documents read; results in {out.as_posix()}/\n")


def test_stdout_takes_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["parse", str(TEXT), str(DIGITAL), "-o", "-"]) == 1
    assert "Only one document can go to stdout." in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert cli.run(["parse", str(TEXT), "-o", str(blocked)]) == 5
    assert "Traceback" not in capsys.readouterr().err


def test_the_package_reads_a_document_in_one_line() -> None:
    import pipeline

    plan = pipeline.parse(TEXT)
    assert plan.document.number == "34/KH-UBND"
    assert {goal.value for goal in plan.goals} >= {52, 9.5, 97}
