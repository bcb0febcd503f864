"""Slips in capital letters."""

from __future__ import annotations

import pytest

from pipeline.document import BBox
from pipeline.extract.ocr.capitals import capitals
from pipeline.extract.ocr.repair import repaired
from pipeline.extract.page_content import PrintedWord


def words(text: str, confidence: float = 0.85) -> list[PrintedWord]:
    return [
        PrintedWord(word, BBox(10.0 * i, 0, 10.0 * i + 9, 10), confidence, None, False)
        for i, word in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("CHỈ LIÊU CHỦ YẾU", "CHỈ TIÊU CHỦ YẾU"),
        ("TỔ CHỨC LHỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("LĨNH VỰC KINH IẾ", "LĨNH VỰC KINH TẾ"),
        ("Liên đoàn I.ao động tỉnh", "Liên đoàn Lao động tỉnh"),
        ("Sở I ao động - Thương binh", "Sở Lao động - Thương binh"),
        ("III. Tổ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"),
        ("V.MỤC TIÊU", "V. MỤC TIÊU"),
        # what is a word, an abbreviation or a name stays
        ("LĨNH VỰC XÃ HỘI", "LĨNH VỰC XÃ HỘI"),
        ("SỞ LĐTBXH", "SỞ LĐTBXH"),
        ("LỚP HỌC", "LỚP HỌC"),
        ("Ông NGUYỄN VĂN LIÊU", "Ông NGUYỄN VĂN LIÊU"),
        ("mục I các đơn vị", "mục I các đơn vị"),
        ("bảng I.ba", "bảng I.ba"),
        ("II.BNV", "II.BNV"),
        ("1. Tổ trưởng TỔ CÔNG TÁC", "1. Tổ trưởng TỔ CÔNG TÁC"),
    ],
)
def test_letters_are_put_right_only_where_a_word_proves_them(read: str, right: str) -> None:
    after = capitals(words(read))
    assert " ".join(word.text for word in after) == right
    assert any(word.as_read for word in after) is (read != right)


def test_what_was_read_surely_stays() -> None:
    assert " ".join(word.text for word in capitals(words("CHỈ LIÊU", 0.97))) == "CHỈ LIÊU"


def test_the_boxes_of_a_word_go_with_it() -> None:
    (one, two, *_) = capitals(words("I ao động"))
    assert (one.text, one.bbox.x0, one.bbox.x1, one.as_read, two.bbox.x0) == ("Lao", 0.0, 19.0, "I ao", 20.0)
    label, title, _ = capitals(words("V.MỤC TIÊU"))
    assert (label.bbox.x0, label.bbox.x1, title.bbox.x1) == (0.0, title.bbox.x0, 9.0)


def test_a_trade_is_learnt() -> None:
    line = "tốt nghiệp vào học nghề phấn đấu"
    assert " ".join(word.text for word in repaired(words(line, 0.965))) == line
