"""Web pages, alone, in archives, under the name of Word files, and their tables inside text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.errors import BadInputError

PAGE = """<!-- saved --><html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<title>không in</title><style>p {}</style></head><body>
<table border=0><tr><td><p><b>ỦY BAN NHÂN DÂN<br>TỈNH A</b></p><p>Số: 12/KH-UBND</p></td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><p><i>A, ngày 5 tháng 1
 năm 2026</i></td></tr></table>
<p align=center><b>KẾ HOẠCH</b></p><p style='font-family:".VnTime"'>KÕ ho¹ch ph¸t triÓn</p>
<ol start=3><li>Một</li><li>Hai</li></ol><p style="display: none">không in</p>
<table border=1><tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td colspan=2>Kế hoạch</td></tr>
<tr><td>2026</td><td>2030</td></tr><tr><td>1</td><td>Tỷ lệ <p>A</p></td><td>5</td><td>6</td></tr></table>
<script>không</script></body></html>"""
LINES = [
    ("left", "ỦY BAN NHÂN DÂN"),
    ("left", "TỈNH A"),
    ("left", "Số: 12/KH-UBND"),
    ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("right", "A, ngày 5 tháng 1 năm 2026"),
    ("body", "KẾ HOẠCH"),
    ("body", "Kế hoạch phát triển"),
    ("body", "3. Một"),
    ("body", "4. Hai"),
]
GRID = [["TT", "Chỉ tiêu", "Kế hoạch", ""], ["", "", "2026", "2030"], ["1", "Tỷ lệ A", "5", "6"]]
ARCHIVE = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
)


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    return extract.read(path, Settings(), lambda *_: None)


def lines(document: Document) -> list[tuple[str, str]]:
    return [(e.region, document.text[e.span.start : e.span.end]) for e in document.lines if e.region != "table"]


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        PAGE.encode("utf-16"),
        (ARCHIVE + "Content-Transfer-Encoding: 8bit\n\n" + PAGE + "\n--b--\n").encode(),
    ],
)
def test_a_word_file_that_is_a_web_page(tmp_path: Path, data: bytes) -> None:
    document = read(tmp_path / "a.doc", data)
    assert lines(document) == LINES
    (table,) = document.tables
    assert table.grid() == GRID
    assert table.header_rows == 2
    assert [line.bold for line in document.lines[:3]] == [True, True, False]


def test_a_web_archive_without_a_page(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="without a page"):
        read(tmp_path / "a.mht", ARCHIVE.replace("text/html", "text/css").encode() + b"\nx\n--b--\n")


def test_a_text_that_speaks_of_tags_is_text(tmp_path: Path) -> None:
    assert lines(read(tmp_path / "a.txt", "Thẻ <html> mở đầu trang.".encode())) == [
        ("body", "Thẻ <html> mở đầu trang.")
    ]


def test_an_html_table_in_markdown(tmp_path: Path) -> None:
    table = PAGE[PAGE.index("<table border=1>") : PAGE.index("<script>")]
    document = read(tmp_path / "a.md", f"# KẾ HOẠCH\n\n{table}\n\nHết.\n".encode())
    assert lines(document) == [("body", "KẾ HOẠCH"), ("body", "Hết.")]
    assert [t.grid() for t in document.tables] == [GRID]
