"""Tables of text files that blanks, frames of characters or bare pipes make."""

from __future__ import annotations

import time

import pytest

from pipeline.document import Source
from pipeline.extract.assemble import assemble
from pipeline.extract.text import read_text

BLANKS = """
TT   Chỉ tiêu                       ĐVT      Thực hiện 2025   Kế hoạch 2026
I    Kinh tế
1    Tỷ lệ hộ nghèo đa chiều        %                  5,2             4,1
     theo chuẩn mới
2    Thu ngân sách                  tỷ đồng          1.250           1.300
"""
ASCII = """
+----+------------------+--------+
| TT | Chỉ tiêu         | 2026   |
+----+------------------+--------+
| 1  | Tỷ lệ hộ         | 4,1    |
|    | nghèo            |        |
+----+------------------+--------+
| 2  | Thu              | 1.300  |
+----+------------------+--------+
"""
BOX = """
┌────┬──────────┬──────┐
│ TT │ Chỉ tiêu │ 2026 │
├────┼──────────┼──────┤
│ 1  │ Thu      │ 5    │
│ 2  │ Chi      │ 6    │
└────┴──────────┴──────┘
"""
BARE = """
Nội dung | Đơn vị chủ trì | Thời hạn
--- | --- | ---
Rà soát | Sở A | Quý I
"""


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        (
            BLANKS,
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2025", "Kế hoạch 2026"],
                ["I", "Kinh tế", "", "", ""],
                ["1", "Tỷ lệ hộ nghèo đa chiều theo chuẩn mới", "%", "5,2", "4,1"],
                ["2", "Thu ngân sách", "tỷ đồng", "1.250", "1.300"],
            ],
        ),
        (ASCII, [["TT", "Chỉ tiêu", "2026"], ["1", "Tỷ lệ hộ nghèo", "4,1"], ["2", "Thu", "1.300"]]),
        (BOX, [["TT", "Chỉ tiêu", "2026"], ["1", "Thu", "5"], ["2", "Chi", "6"]]),
        (BARE, [["Nội dung", "Đơn vị chủ trì", "Thời hạn"], ["Rà soát", "Sở A", "Quý I"]]),
    ],
)
def test_tables_between_paragraphs(text: str, grid: list[list[str]]) -> None:
    before, after = "Ủy ban nhân dân tỉnh giao các chỉ tiêu sau đây:", "Các đơn vị báo cáo trước ngày 15/12."
    document = assemble(Source("a.txt", "0" * 64, "text/plain"), [read_text(f"{before}\n{text}{after}\n".encode())])
    (table,) = document.tables
    assert table.grid() == grid
    assert table.header_rows == 1
    outside = [document.text[e.span.start : e.span.end] for e in document.lines if e.region == "body"]
    assert outside == [before, after]


@pytest.mark.parametrize(
    "text",
    [
        "Nơi nhận:                CHỦ TỊCH\n- Như trên;\n- Lưu: VT.             Nguyễn Văn A\n",
        "1. Ông Nguyễn Văn A      Trưởng ban\n2. Bà Trần Thị B         Ủy viên\n",
        "I. MỤC TIÊU ........ 2\nII. NỘI DUNG ....... 3\n",
        "Giá trị --- | --- không phải bảng\n",
        "-----------------\nKẾ HOẠCH\n-----------------\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert assemble(Source("a.txt", "0" * 64, "text/plain"), [read_text(text.encode())]).tables == ()


@pytest.mark.parametrize("sign", ["(", "[", "*"])
def test_long_line_of_signs_is_told_at_once(sign: str) -> None:
    started = time.process_time()
    read_text((sign * 20_000 + " I. MỤC TIÊU").encode())
    assert time.process_time() - started < 5.0
