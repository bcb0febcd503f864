from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.segment.markers import ordinal, readings, roman

PLAIN = [
    ("4. Sở Nội vụ", "arabic", "4", "Sở Nội vụ"),
    ("1.Sở Nội vụ", "arabic", "1", "Sở Nội vụ"),
    ("1- Sở Nội vụ", "arabic", "1", "Sở Nội vụ"),
    ("1/ Sở Nội vụ", "arabic", "1", "Sở Nội vụ"),
    ("10) Xây dựng", "arabic", "10", "Xây dựng"),
    ("(1) Xây dựng", "arabic", "1", "Xây dựng"),
    ("II. NHIỆM VỤ", "roman", "II", "NHIỆM VỤ"),
    ("V. TỔ CHỨC", "roman", "V", "TỔ CHỨC"),
    ("2.1. Tiếp tục", "decimal", "2.1", "Tiếp tục"),
    ("2.1 Tiếp tục", "decimal", "2.1", "Tiếp tục"),
    ("1.1.1. Về tổ chức", "decimal", "1.1.1", "Về tổ chức"),
    ("II.2.1. Xây dựng", "decimal", "II.2.1", "Xây dựng"),
    ("a.1. Xây dựng", "decimal", "a.1", "Xây dựng"),
    ("a1) Xây dựng", "decimal", "a1", "Xây dựng"),
    ("a) Xây dựng", "letter", "a", "Xây dựng"),
    ("đ/ Xây dựng", "letter", "đ", "Xây dựng"),
    ("A. MỤC TIÊU", "letter", "A", "MỤC TIÊU"),
    ("- Tỷ lệ", "dash", "-", "Tỷ lệ"),
    ("– Xã hội", "dash", "-", "Xã hội"),
    ("-Tỷ lệ", "dash", "-", "Tỷ lệ"),
    ("+ Duy trì", "plus", "+", "Duy trì"),
    ("• Duy trì", "bullet", "•", "Duy trì"),
    ("\uf0b7 Duy trì", "bullet", "\uf0b7", "Duy trì"),
    ("* Đối với các xã:", "bullet", "*", "Đối với các xã:"),
    ("Điều 1. Phê duyệt", "article", "Điều 1", "Phê duyệt"),
    ("Điều 12: Hiệu lực", "article", "Điều 12", "Hiệu lực"),
    ("Chương I", "chapter", "Chương I", ""),
    ("Mục 1. Quy định", "section", "Mục 1", "Quy định"),
    ("Phần thứ nhất", "part", "Phần thứ nhất", ""),
    ("PHẦN I. THỰC TRẠNG", "part", "PHẦN I", "THỰC TRẠNG"),
    ("Phụ lục II", "annex", "Phụ lục II", ""),
    ("Phụ biểu 01", "annex", "Phụ biểu 01", ""),
    ("PHỤ LỤC", "annex", "PHỤ LỤC", ""),
]


@pytest.mark.parametrize(("line", "marker", "label", "rest"), PLAIN)
def test_plain_markers(line: str, marker: str, label: str, rest: str) -> None:
    first = readings(line)[0]
    assert (first.marker, first.label, line[first.end :]) == (marker, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "1.310 lao động",
        "9.500 việc làm mới",
        "21-NQ/TW ngày 25/10/2017",
        "15/12/2022 của Thủ tướng",
        "2.5 triệu đồng",
        "8:00 sáng",
        "2025. Sau đó",
        "Điều 12 của Nghị định",
        "Mục 1 Phần II Kế hoạch này",
        "Phần mềm quản lý",
        "Phần lớn các xã",
        "TP. Hồ Chí Minh",
        "Tiếp tục rà soát",
        "-----",
        "",
    ],
)
def test_words_that_are_no_markers(line: str) -> None:
    assert readings(line) == ()


@pytest.mark.parametrize(
    ("line", "styles"),
    [
        ("i) Xây dựng", {"letter", "small_roman"}),
        ("I- ĐẶC ĐIỂM", {"capital", "roman"}),
        ("H. NHIỆM VỤ", {"capital", "roman"}),
        ("l. Sở Nội vụ", {"letter", "arabic"}),
    ],
)
def test_every_way_to_read_a_marker_is_given(line: str, styles: set[str]) -> None:
    assert {reading.style for reading in readings(line)} == styles


@pytest.mark.parametrize(
    ("line", "value"),
    [("H. NHIỆM VỤ", 2), ("HI. TỔ CHỨC", 3), ("1I. NHIỆM VỤ", 2), ("1V. KINH PHÍ", 4), ("VH. X Y", 7)],
)
def test_misread_roman_numerals(line: str, value: int) -> None:
    assert any(r.style == "roman" and r.slip and r.value == (value,) for r in readings(line))


@pytest.mark.parametrize(
    ("text", "value"), [("nhất", 1), ("hai", 2), ("IV", 4), ("12", 12), ("3a", 3), ("B", 2), ("Đ", 5), ("?", 0)]
)
def test_ordinal(text: str, value: int) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(("text", "value"), [("XIV", 14), ("IIII", None), ("VX", None), ("", None), ("ABC", None)])
def test_roman(text: str, value: int | None) -> None:
    assert roman(text) == value


@given(st.text(max_size=40))
def test_the_marker_lies_within_the_line(line: str) -> None:
    for reading in readings(line):
        assert 0 < reading.end <= len(line)
        assert " ".join(reading.label.split()) == reading.label


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [("TII- ĐỊNH HƯỚNG", 3, "III"), ("1V- GIẢI PHÁP", 4, "IV"), ("'V- TỔ CHỨC", 5, "V"), ("1- TÌNH HÌNH", 1, "I")],
)
def test_capitals_vouch_for_a_misread_numeral(line: str, value: int, label: str) -> None:
    assert any(r.style == "roman" and r.value == (value,) and r.label == label for r in readings(line))


@pytest.mark.parametrize("line", ["800/QĐ-TTg ngày 04/6/2010", "12/ NQ-HĐND ngày"])
def test_numbers_of_documents_are_no_markers(line: str) -> None:
    assert readings(line) == ()


def test_a_dash_read_as_another_sign() -> None:
    assert readings("~ Trao đổi, thảo luận")[0].marker == "dash"
