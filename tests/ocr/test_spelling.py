"""Marks that the words around prove wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import BBox
from pipeline.extract.ocr.spelling import spelt
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.compounds import compounds
from pipeline.lexicon.fold import fold
from pipeline.lexicon.words import plain


def words(text: str, confidence: float, doubted: int | None = None) -> list[PrintedWord]:
    """Words of a line; the word at ``doubted`` has ``confidence``, the others are sure."""
    return [
        PrintedWord(word, BBox(10.0 * i, 0, 10.0 * i + 9, 10), confidence if doubted in (None, i) else 0.97)
        for i, word in enumerate(text.split())
    ]


# line as read, place and confidence of the word that is doubted, the line put right
CASES = [
    ("nhằm thúc đây sản xuất", 2, 0.95, "nhằm thúc đẩy sản xuất"),
    ("ngành Văn hoá và Thẻ thao.", 4, 0.90, "ngành Văn hoá và Thể thao."),
    ("chính sách hồ trợ", 2, 0.90, "chính sách hỗ trợ"),
    ("cho người cao tuôi,", 3, 0.90, "cho người cao tuổi,"),
    ("ĐƠN VỊ TÓ CHỨC", 2, 0.90, "ĐƠN VỊ TỔ CHỨC"),
    ("giữ gìn tỉnh hoa của nghề", 2, 0.90, "giữ gìn tinh hoa của nghề"),
    # what is read surely stays, slips of the writer too
    ("nhằm thúc đây sản xuất", 2, 0.99, "nhằm thúc đây sản xuất"),
    ("các hoat động chung", 1, 0.97, "các hoat động chung"),
    # names, numbers, words that stand beside any other, words of another clause
    ("ông Trần Văn Hoà", 3, 0.80, "ông Trần Văn Hoà"),
    ("về việc của các cấp", 2, 0.80, "về việc của các cấp"),
    ("làng nghề thủ, công nghệ", 2, 0.80, "làng nghề thủ, công nghệ"),
    ("mục 3đ thông qua", 1, 0.50, "mục 3đ thông qua"),
    # at the end of a line the word may go on overleaf
    ("hội tỉnh và các huyện", 0, 0.90, "hội tỉnh và các huyện"),
    # a neighbour that belongs to another word proves nothing
    ("tạo sự quan tâm", 1, 0.90, "tạo sự quan tâm"),
]


@pytest.mark.parametrize(("read", "doubted", "confidence", "right"), CASES)
def test_marks_are_put_right_only_where_a_word_proves_them(
    read: str, doubted: int, confidence: float, right: str
) -> None:
    before = words(read, confidence, doubted)
    after = spelt(before)
    assert " ".join(word.text for word in after) == right
    assert [word.as_read for word in after] == [
        old.text if old.text != new.text else None for old, new in zip(before, after, strict=True)
    ]


_SYLLABLES = st.sampled_from(["tô", "chức", "thúc", "đây", "phó", "thành", "Thê", "thao,", "và", "2026", "12/KH-UBND"])


@given(st.lists(_SYLLABLES, max_size=9).map(" ".join), st.floats(0, 1))
def test_letters_never_change_and_a_second_look_changes_nothing(line: str, confidence: float) -> None:
    after = spelt(words(line, confidence))
    assert fold(" ".join(word.text for word in after)) == fold(" ".join(line.split()))
    assert all(new.text == old for new, old in zip(after, line.split(), strict=True) if not old.strip(",").isalpha())


def test_the_dictionary_is_there() -> None:
    known = compounds()
    assert len(known.pairs) > 50_000
    assert known.hold(plain("thúc"), plain("đẩy"))
    assert not known.hold(plain("thúc"), plain("đây"))
    assert known.spelt[plain("hoà")] in ("hòa", "hoà")
