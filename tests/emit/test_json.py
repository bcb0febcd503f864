from __future__ import annotations

import json
import os
import stat
import unicodedata
from pathlib import Path

import pytest

from pipeline import emit
from pipeline.emit import json as plan_json
from pipeline.errors import FileAccessError, SchemaError
from pipeline.plan import Plan
from tests.plans import a_goal, a_header, a_plan


def test_bytes_are_unescaped_nfc_indented_and_end_with_a_newline() -> None:
    decomposed = unicodedata.normalize("NFD", "kế-hoạch.pdf")
    plan = a_plan()
    plan = plan.model_copy(update={"source": plan.source.model_copy(update={"file": decomposed})})
    text = plan_json.encode(plan)
    assert unicodedata.is_normalized("NFC", text)
    assert "Hòa Sơn" in text
    assert text.startswith('{\n  "schema_name": "kehoach.plan"')
    assert text.endswith("}\n")


def test_free_keys_are_sorted_whatever_order_they_were_put_in() -> None:
    one = a_plan(document=a_header(raw={"number": "25", "date": "x"}), goals=[a_goal(raw={"b": "1", "a": "2"})])
    two = a_plan(document=a_header(raw={"date": "x", "number": "25"}), goals=[a_goal(raw={"a": "2", "b": "1"})])
    assert plan_json.encode(one) == plan_json.encode(two)


def test_the_record_reads_back_as_it_was() -> None:
    plan = a_plan(goals=[a_goal(value=98.4, max=9500)])
    assert Plan.model_validate_json(plan_json.encode(plan)) == plan


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("ke-hoach.pdf", "ke-hoach-01234567"),
        ("Kế hoạch 25.v2.docx", "Kế hoạch 25.v2-01234567"),
        (unicodedata.normalize("NFD", "Kế hoạch.pdf"), "Kế hoạch-01234567"),
        (".pdf", ".pdf-01234567"),
        ("   .txt", "document-01234567"),
        ("ệ" * 200 + ".txt", "ệ" * 80 + "-01234567"),
    ],
)
def test_folder_names(file: str, expected: str) -> None:
    assert emit.folder(file, "0123456789abcdef") == expected
    assert len(emit.folder(file, "0123456789abcdef").encode()) < 255


def test_write_makes_the_two_files_and_no_others(tmp_path: Path) -> None:
    target = emit.write(a_plan(), "I. MỤC TIÊU\n", tmp_path)
    assert sorted(f.name for f in target.iterdir()) == ["plan.json", "text.txt"]
    assert (target / "text.txt").read_bytes() == "I. MỤC TIÊU\n".encode()
    assert json.loads((target / "plan.json").read_text(encoding="utf-8"))["document"]["number"] == "25/KH-UBND"
    assert stat.S_IMODE((target / "plan.json").stat().st_mode) == 0o666 & ~_umask()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def test_an_invalid_record_is_written_aside_and_goes_when_a_good_one_comes(tmp_path: Path) -> None:
    plan = a_plan()
    error = SchemaError("bad", problems=("goals[0].value: wrong",), record={"goals": [{"value": "x"}]})
    target = emit.write_invalid(error, plan.source.file, plan.source.sha256, tmp_path)
    assert sorted(f.name for f in target.iterdir()) == ["plan.invalid.json", "plan.invalid.txt"]
    assert (target / "plan.invalid.txt").read_text() == "goals[0].value: wrong\n"
    assert emit.write(plan, "", tmp_path) == target
    assert sorted(f.name for f in target.iterdir()) == ["plan.json", "text.txt"]


def test_a_file_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "outputs"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(FileAccessError) as caught:
        emit.write(a_plan(), "", blocked)
    assert caught.value.exit_code == 5
    assert [f.name for f in tmp_path.iterdir()] == ["outputs"]


def test_a_write_that_fails_midway_keeps_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    emit.write_atomic(target, "old")
    with pytest.raises(UnicodeEncodeError):
        emit.write_atomic(target, "\ud800")
    assert target.read_text() == "old"
    folder = tmp_path / "taken"
    (folder / "inner").mkdir(parents=True)
    with pytest.raises(FileAccessError):
        emit.write_atomic(folder, "a folder stands there")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["plan.json", "taken"]
