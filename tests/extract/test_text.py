from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Source
from pipeline.errors import BadInputError
from pipeline.extract.assemble import assemble
from pipeline.extract.page_content import PrintedLine
from pipeline.extract.text import decode, read_text

SOURCE = Source("x.txt", "0" * 64, "text/plain")


@pytest.mark.parametrize(
    ("written", "text", "bold", "italic"),
    [
        ("**I. MỤC TIÊU**", "I. MỤC TIÊU", True, False),
        ("# I. MỤC TIÊU", "I. MỤC TIÊU", True, False),
        ("*Ghi chú*", "Ghi chú", False, True),
        ("Số: *41* /KH-UBND", "Số: 41 /KH-UBND", False, False),
        ("- Đạt 5% (*một phần*).", "- Đạt 5% (một phần).", False, False),
        ("1\\. Mục", "1. Mục", False, False),
        ("a * b * c", "a * b * c", False, False),
    ],
)
def test_marks_of_emphasis_become_style(written: str, text: str, bold: bool, italic: bool) -> None:
    (line,) = read_text(written.encode()).items
    assert isinstance(line, PrintedLine)
    assert (line.content, line.bold, line.italic) == (text, bold, italic)


def test_bold_over_several_lines() -> None:
    lines = read_text("**TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\nNguyễn Văn A".encode()).lines()
    assert [(line.content, line.bold) for line in lines] == [
        ("TM. ỦY BAN NHÂN DÂN", True),
        ("KT. CHỦ TỊCH", True),
        ("PHÓ CHỦ TỊCH", True),
        ("Nguyễn Văn A", False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    assert decode("Kế hoạch số 12 của Ủy ban nhân dân".encode(encoding)) == "Kế hoạch số 12 của Ủy ban nhân dân"


def test_binary_is_refused() -> None:
    with pytest.raises(BadInputError):
        decode(bytes(range(256)))


TAB_TABLE = "TT\tMục tiêu\tĐVT\tKế hoạch\n1\tTỷ lệ A\t%\t78%\n\nTT\tMục tiêu\tĐVT\tKế hoạch\n2\tTỷ lệ B\t%\t5%\n"
PIPE_TABLE = "| TT | Nội dung | Thời hạn |\n|---|---|---|\n| 1 | **Rà soát** | Quý II |\n"


def test_tab_table_repeated_header_is_one_table() -> None:
    document = assemble(SOURCE, [read_text(TAB_TABLE.encode())])
    (table,) = document.tables
    assert table.header_rows == 1
    assert table.grid()[1:] == [["1", "Tỷ lệ A", "%", "78%"], ["2", "Tỷ lệ B", "%", "5%"]]


def test_pipe_table() -> None:
    (table,) = assemble(SOURCE, [read_text(PIPE_TABLE.encode())]).tables
    assert table.grid() == [["TT", "Nội dung", "Thời hạn"], ["1", "Rà soát", "Quý II"]]


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_every_span_points_into_the_text(text: str) -> None:
    document = assemble(SOURCE, [read_text(text.encode())])
    assert "".join(document.text[p.span.start : p.span.end] for p in document.pages) == document.text
    for line in document.lines:
        assert "\n" not in document.text[line.span.start : line.span.end]
    for table in document.tables:
        for cell in table.cells:
            for span, piece in zip(cell.flow.spans(), cell.flow.pieces, strict=True):
                assert span == piece
