from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Source
from pipeline.errors import BadInputError
from pipeline.extract.assemble import assemble
from pipeline.extract.decoding import decode
from pipeline.extract.page_content import PrintedLine
from pipeline.extract.text import read_text

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


def tcvn3(text: str) -> bytes:
    from viparse.normalize.encodings import CHARMAPS

    back = {new: old for old, new in CHARMAPS["tcvn3"].pairs}
    return "".join(back.get(c, c) for c in text.lower()).encode("latin-1")


def vni(text: str) -> bytes:
    from viparse.normalize.encodings import CHARMAPS

    back = {new: old for old, new in CHARMAPS["vni"].pairs}
    return "".join(back.get(c, c) for c in text).encode("cp1252")


def cp1258(text: str) -> bytes:
    """Windows-1258 has the tone marks as characters of their own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = "".join(c for c in parts if c not in tones)
        written.append(unicodedata.normalize("NFC", base) + "".join(c for c in parts if c in tones))
    return "".join(written).encode("cp1258")


@pytest.mark.parametrize(("data", "text"), [(cp1258(PROSE), PROSE), (tcvn3(PROSE), PROSE.lower()), (vni(PROSE), PROSE)])
def test_encodings_of_the_years_before_unicode(data: bytes, text: str) -> None:
    assert decode(data) == text


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


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), max_size=12))
def test_halves_lose_no_word(lines: list[str]) -> None:
    from pipeline.extract.blanks import halves

    lines = ["UBND     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *lines]
    found = sorted(word for piece in halves(lines) for word in piece.text.split())
    assert found == sorted(word for line in lines for word in line.split())
