"""Broken, huge and ill-meant files through the real pipeline, in real workers with limits."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.batch import manifest
from pipeline.cli.convert import convert
from pipeline.config import Settings
from tests.batch import hostile
from tests.encodings import cp1258, legacy

TEXT = hostile.WORDS + "\nI. MỤC TIÊU\n- Tỷ lệ hộ nghèo giảm còn 3,5 %.\n"

# The same text in encodings that archives hold; TCVN3 has small letters only (capitals are another font).
ENCODED = {
    "utf8-mark.txt": TEXT.encode("utf-8-sig"),
    "utf8-nfd.txt": unicodedata.normalize("NFD", TEXT).encode(),
    "utf16.txt": TEXT.encode("utf-16"),
    "utf16-no-mark.txt": TEXT.encode("utf-16-le"),
    "utf16-other-end.txt": TEXT.encode("utf-16-be"),
    "utf32.txt": TEXT.encode("utf-32"),
    "cp1258.txt": cp1258(TEXT),
    "vni.txt": legacy(TEXT, "vni"),
    "viscii.txt": legacy(TEXT, "viscii"),
    "tcvn3.txt": legacy(TEXT.lower(), "tcvn3"),
}
# name: content, what has to become of it ("ok" or the code of the error)
FILES: dict[str, tuple[bytes, set[str]]] = {
    "good.txt": (TEXT.encode(), {"ok"}),
    "good.pdf": (hostile.pdf(), {"ok"}),
    "empty.pdf": (b"", {"bad_input"}),
    "blank.txt": (b" \n\n", {"bad_input"}),
    "truncated.pdf": (hostile.pdf(3)[:900], {"bad_input"}),
    "headless.pdf": (b"%PDF-1.7\n", {"bad_input"}),
    "noise.pdf": (bytes(range(256)) * 40, {"bad_input"}),
    "user-password.pdf": (hostile.encrypted("secret", "secret"), {"encrypted"}),
    "owner-password.pdf": (hostile.encrypted("", "secret"), {"ok"}),
    "no-pages.pdf": (hostile.without_pages(), {"bad_input"}),
    "pages-20000.pdf": (hostile.many_pages(20_000), {"bad_input"}),
    "page-tree-circle.pdf": (hostile.page_tree_in_a_circle(), {"bad_input", "ok", "partial"}),
    "wall.pdf": (hostile.page_like_a_wall(), {"ok"}),
    "png-inside.pdf": (hostile.small_png(), {"bad_input", "ok", "partial"}),
    **{name: (data, {"ok"}) for name, data in ENCODED.items()},
    "bad-utf8.txt": (TEXT.encode() + b"\xff\xfe\xc3(", {"ok", "bad_input"}),
    "zip.docx": (b"PK\x03\x04" + b"\x00" * 60, {"bad_input"}),
    "zip-word.docx": (b"PK\x03\x04 word/ " + b"\x00" * 60, {"bad_input"}),
    "laughs.docx": (hostile.docx_of_billion_laughs(), {"ok", "bad_input"}),
    "file-entity.docx": (hostile.docx_reading_a_file("/etc/hostname"), {"ok", "bad_input"}),
    "nul.txt": (b"a\x00" * 3, {"ok", "bad_input"}),
    "control.txt": (TEXT.encode() + b"\x1b[31m\x07\x0b\x0c", {"ok"}),
    "one-line.txt": (b"x" * 2_000_000, {"ok", "bad_input", "timeout"}),
    "brackets.txt": (("(" * 50_000 + " I. MỤC TIÊU").encode(), {"ok", "bad_input"}),
    "words.txt": (("thực hiện công việc " * 10_000).encode(), {"ok", "bad_input"}),
    "numbers.txt": (("1.1." * 20_000).encode(), {"ok", "bad_input"}),
}
# Memory and time that one document may take here.
MEMORY, SECONDS = 2 << 30, 60.0


def run(inbox: Path, files: dict[str, bytes], outputs: Path, **options: object) -> dict[str, manifest.Row]:
    inbox.mkdir(exist_ok=True)
    for name, data in files.items():
        (inbox / name).write_bytes(data)
    chosen = batch.Options(**({"jobs": 2, "timeout": SECONDS, "memory_limit": MEMORY} | options))  # type: ignore[arg-type]
    work = batch.Work(convert, Settings(), outputs)
    batch.run(batch.find([str(inbox)]), work, chosen, lambda event: None)
    return {Path(row.input).name: row for row in manifest.load(outputs)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def rows(folder: Path) -> dict[str, manifest.Row]:
    return run(folder / "inbox", {name: data for name, (data, _) in FILES.items()}, folder / "outputs")


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_every_file_is_converted_or_explained(rows: dict[str, manifest.Row], name: str) -> None:
    row = rows[name]
    got = row.error.code if row.error else row.status
    assert got in FILES[name][1], row.error
    assert row.attempts == 1
    if row.error:
        assert len(row.error.message) > 10
        assert "Traceback" not in row.error.message


@pytest.mark.slow
def test_none_took_more_than_it_may(rows: dict[str, manifest.Row]) -> None:
    assert max(row.peak_memory or 0 for row in rows.values()) < MEMORY
    assert max(row.seconds for row in rows.values()) < SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("name", ENCODED)
def test_text_is_the_same_in_every_encoding(rows: dict[str, manifest.Row], folder: Path, name: str) -> None:
    text = (folder / "outputs" / str(rows[name].output) / "text.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in (TEXT.lower() if name == "tcvn3.txt" else TEXT).splitlines()]
    assert text.splitlines() == lines


LARGE = {
    "bomb.pdf": (hostile.bomb_in_pdf, {"ok", "partial", "bad_input", "memory"}),
    "bomb.docx": (hostile.docx_bomb, {"bad_input", "memory"}),
    "picture.png": (lambda: hostile.png(50_000, 50_000), {"bad_input"}),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_what_unpacks_to_gigabytes_costs_only_itself(tmp_path: Path, name: str) -> None:
    make, expected = LARGE[name]
    found = run(tmp_path / "inbox", {name: make(), "good.txt": TEXT.encode()}, tmp_path / "outputs", jobs=1)
    row = found[name]
    assert (row.error.code if row.error else row.status) in expected, row.error
    assert found["good.txt"].status == "ok"
    assert (row.peak_memory or 0) <= MEMORY
