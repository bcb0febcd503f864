"""``kehoach doctor`` and ``kehoach schema`` as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.cli import doctor
from pipeline.validate import schema


def test_doctor_names_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.run(["doctor"])
    said = capsys.readouterr().out
    for name in ("Python", "Tesseract", "OCR model vie", "OCR model Vietnamese", "LibreOffice", "Schema", "pdfplumber"):
        assert name in said
    assert code == (3 if "MISSING" in said else 0)


def test_doctor_json_says_how_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["doctor", "--json"])
    checks = {check["name"]: check for check in json.loads(capsys.readouterr().out)}
    assert checks["OCR model vie"]["install"] == "sudo apt-get install tesseract-ocr-vie"
    assert checks["Python"]["found"].startswith("3.")


def test_model_is_found_in_the_folder_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "script").mkdir()
    model = tmp_path / "script" / "Invented.traineddata"
    model.write_bytes(b"")
    assert doctor.find_model("Invented") is None
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert doctor.find_model("Invented") == model.as_posix()


def test_missing_part_is_an_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package-of-anyone",))
    assert cli.run(["doctor"]) == 3
    assert (
        "MISSING  no-such-package-of-anyone: not found (Python package). Install: make setup" in capsys.readouterr().out
    )


def test_schema_prints_the_committed_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["$schema"] == schema.DRAFT
    assert printed["properties"]["schema_name"]["const"] == "kehoach.plan"


def test_committed_schemas_are_those_of_the_models() -> None:
    assert {path.name for path in schema.folder().glob("*.json")} == {f"{name}.schema.json" for name in schema.MODELS}
    for name in schema.MODELS:
        assert cli.run(["schema", name, "--check"]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["schema", "nothing"], "There is no schema named 'nothing'."),
        (["no-such-command"], "No such command 'no-such-command'."),
        (["doctor", "--no-such-option"], "No such option: --no-such-option"),
        (["doctor", "too", "many"], "unexpected extra argument"),
    ],
)
def test_usage_errors_are_told_without_traceback(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
