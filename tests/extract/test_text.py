from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Source
from pipeline.errors import BadInputError
from pipeline.extract.assemble import assemble
from pipeline.extract.decoding import decode
from pipeline.extract.page_content import PrintedLine
from pipeline.extract.text import read_text
from tests.encodings import cp1258, legacy

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


PROSE = "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển kinh tế xã hội năm 2004 với các mục tiêu như sau về đất đai"


LINE = "Tỷ lệ hộ nghèo giảm còn 3,5 %."
# The first letter of a plan has no zero byte in UTF-16.
HEAD = "Ủy ban nhân dân xã\nSố: 12/KH-UBND\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (cp1258(PROSE), PROSE),
        (legacy(PROSE.lower(), "tcvn3"), PROSE.lower()),
        (legacy(PROSE, "vni"), PROSE),
        (legacy(PROSE, "viscii"), PROSE),
        (cp1258(LINE), LINE),
        (legacy(LINE.lower(), "tcvn3"), LINE.lower()),
        (legacy(LINE, "vni"), LINE),
        (legacy(LINE, "viscii"), LINE),
        (b"\x93" + legacy(PROSE.lower(), "tcvn3") + b"\x94", f"“{PROSE.lower()}”"),
        ("Réunion à la mairie, coûts élevés".encode("latin-1"), "Réunion à la mairie, coûts élevés"),
        ("Cost of the “goods” – 5 €".encode("cp1252"), "Cost of the “goods” – 5 €"),
    ],
)
def test_encodings_of_the_years_before_unicode(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("text", [HEAD, LINE, "Kế hoạch\n" * 50 + "\U00020000"])
def test_unicode_is_told_by_its_bytes(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_bad_bytes_in_utf8_leave_the_rest_as_it_is() -> None:
    text = decode(PROSE.encode() + b" \xff\xfe\xc3( " + LINE.encode())
    assert text == f"{PROSE} \ufffd\ufffd\ufffd( {LINE}"


def test_letters_of_an_unknown_encoding_are_not_dropped() -> None:
    data = legacy(PROSE.lower(), "tcvn3") + b" \x12y ban" * 8
    with pytest.raises(BadInputError, match="letters in an encoding that is not known"):
        decode(data)


def test_halves_set_apart_by_blanks() -> None:
    text = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ A\t\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND       A, ngày 5 tháng 1 năm 2026
KẾ HOẠCH
Thu ngân sách     120 tỷ đồng
Nơi nhận:                TM. ỦY BAN NHÂN DÂN
- Đảng ủy;               CHỦ TỊCH
- Lưu: VT.
                                     Nguyễn Văn A
PHỤ LỤC
"""
    assert [(line.region, line.content) for line in read_text(text.encode()).lines()] == [
        ("left", "ỦY BAN NHÂN DÂN"),
        ("left", "XÃ A"),
        ("left", "Số: 12/KH-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Độc lập - Tự do - Hạnh phúc"),
        ("right", "A, ngày 5 tháng 1 năm 2026"),
        ("body", "KẾ HOẠCH"),
        ("body", "Thu ngân sách 120 tỷ đồng"),
        ("left", "Nơi nhận:"),
        ("left", "- Đảng ủy;"),
        ("left", "- Lưu: VT."),
        ("right", "TM. ỦY BAN NHÂN DÂN"),
        ("right", "CHỦ TỊCH"),
        ("right", "Nguyễn Văn A"),
        ("body", "PHỤ LỤC"),
    ]


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
DAY = "Hà Lâm, ngày 1 tháng 2 năm 2026"
PASTED = {
    "cells parted by a mark on its own line, lines broken in the middle of a name": """ỦY
BAN NHÂN DÂN
TỈNH HÀ LÂM
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
12/KH-UBND
|
Hà
Lâm, ngày 05
tháng 01 năm 2026
|
KẾ
HOẠCH
""",
    "as a browser copies it, a tab between cells": """ỦY BAN NHÂN DÂN
TỈNH HÀ LÂM
-------\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/KH-UBND\tHà Lâm, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
""",
    "a tab between cells that are paragraphs": """ỦY BAN NHÂN DÂN
TỈNH HÀ LÂM
-------

\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 12/KH-UBND

\tHà Lâm, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
""",
    "a mark behind each cell": """|
ỦY
BAN NHÂN DÂN
TỈNH HÀ LÂM |
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc |
|
Số: 12/KH-UBND |
Hà Lâm, ngày 05 tháng 01 năm 2026 |
KẾ HOẠCH
""",
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_a_letterhead_pasted_from_a_web_page(text: str) -> None:
    assert [(line.region, line.content) for line in read_text(text.encode()).lines()] == [
        ("left", "ỦY BAN NHÂN DÂN"),
        ("left", "TỈNH HÀ LÂM"),
        ("left", "Số: 12/KH-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Độc lập - Tự do - Hạnh phúc"),
        ("right", "Hà Lâm, ngày 05 tháng 01 năm 2026"),
        ("body", "KẾ HOẠCH"),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/SYT | Hà Lâm, ngày 1 tháng 2 năm 2026 |",
            ["SỞ Y TẾ", "Số: 7/SYT", NATION, DAY],
        ),
        ("CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nHà\nLâm, ngày 1 tháng 2 năm 2026", [NATION, DAY]),
        ("QUYẾT\nĐỊNH\nĐiều\n1. Phê duyệt", ["QUYẾT ĐỊNH", "Điều 1. Phê duyệt"]),
        ("|\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH |", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("I.\nQUAN ĐIỂM\nTM.\nỦY BAN NHÂN DÂN", ["I. QUAN ĐIỂM", "TM. ỦY BAN NHÂN DÂN"]),
        ("CHỦ\nTỊCH ỦY BAN NHÂN DÂN\nHỘI\nCựu chiến binh", ["CHỦ TỊCH ỦY BAN NHÂN DÂN", "HỘI", "Cựu chiến binh"]),
        ("Nơi nhận: | BỘ TRƯỞNG |\n- Như Điều 3;", ["Nơi nhận:", "- Như Điều 3;", "BỘ TRƯỞNG"]),
        (
            "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nNguyễn Văn A",
            ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"],
        ),
        ("Nơi nhận:\n- Lưu: VT.\tHIỆU TRƯỞNG", ["Nơi nhận:", "- Lưu: VT.", "HIỆU TRƯỞNG"]),
        ("Nơi nhận:\n- Như Điều 3; | TM. UBND TỈNH |", ["Nơi nhận:", "- Như Điều 3;", "TM. UBND TỈNH"]),
        (
            "có trách nhiệm thi hành./.\n| TM. UBND TỈNH |\nQUY CHẾ",
            ["có trách nhiệm thi hành./.", "TM. UBND TỈNH", "QUY CHẾ"],
        ),
        ("KẾ HOẠCH\nPHỐI HỢP LIÊN NGÀNH", ["KẾ HOẠCH", "PHỐI HỢP LIÊN NGÀNH"]),
        ("Giá trị\n120 | 140 | 160", ["Giá trị", "120 | 140 | 160"]),
    ],
)
def test_marks_of_cells_go_and_broken_names_are_whole(text: str, lines: list[str]) -> None:
    assert [line.content for line in read_text(text.encode()).lines()] == lines


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), max_size=12))
def test_halves_lose_no_word(lines: list[str]) -> None:
    from pipeline.extract.blanks import halves

    lines = ["UBND     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *lines]
    found = sorted(word for piece in halves(lines) for word in piece.text.split())
    assert found == sorted(word for line in lines for word in line.split())


@given(
    st.lists(
        st.sampled_from([*NATION.split(), "|", "\t", "\n", "Số: 1/KH", "Nơi nhận:", "TM.", "ỦY", "BAN", DAY, "a"])
    ),
    st.sampled_from(["", "UBND |" + NATION + " |\n", "UBND\n|\n" + NATION + "\n|\n", "UBND\n--\t" + NATION + "\n"]),
)
def test_a_pasted_text_loses_no_word(pieces: list[str], head: str) -> None:
    from pipeline.extract.pasted import with_halves

    text = head + " ".join(pieces)
    found = "\n".join(with_halves(text.splitlines()))
    assert sorted(filter(str.isalnum, found)) == sorted(filter(str.isalnum, text))
