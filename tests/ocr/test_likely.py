"""Doubtful words settled by what the engine saw beside its reading and by the syllables around."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Settings
from pipeline.document import BBox
from pipeline.extract.ocr import engine
from pipeline.extract.ocr.alternatives import alternatives
from pipeline.extract.ocr.likely import likelier
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.neighbours import neighbours
from pipeline.lexicon.words import plain
from tests.ocr.conftest import Sheet

Line = list[PrintedWord]


def line(text: str, at: int, confidence: float, *others: tuple[str, float]) -> Line:
    """Words of a line; the one at ``at`` has ``confidence`` and may be ``others``."""
    words = [PrintedWord(word, BBox(10.0 * i, 0, 10.0 * i + 9, 10), 0.97) for i, word in enumerate(text.split())]
    words[at] = PrintedWord(words[at].text, words[at].bbox, confidence, alternatives=others)
    return words


@pytest.mark.parametrize(
    ("text", "choices", "found"),
    [
        ("tô", [[("t", 1.0)], [("ô", 1.5), ("ổ", 4.0), ("ơ", 40.0)]], {("tổ", 2.5)}),
        ("tô", [[(" ", 1.0)], [("t", 1.0)], [("ô", 1.0), ("ổ", 2.0)]], {("tổ", 1.0)}),
        # two letters at once; no other letter for a digit or sign, and none of the other case
        ("cò", [[("c", 1.0), ("e", 3.0)], [("ò", 1.0), ("o", 2.0)]], {("eò", 2.0), ("co", 1.0), ("eo", 3.0)}),
        ("8.", [[("8", 1.0), ("S", 2.0)], [(".", 1.0), ("i", 2.0)]], set()),
        ("Số", [[("S", 1.0), ("s", 2.0)], [("ố", 1.0), ("6", 2.0)]], set()),
        # signs that do not spell the word tell nothing
        ("hai", [[("h", 1.0)], [("a", 1.0), ("o", 2.0)]], set()),
    ],
)
def test_what_else_a_word_may_be(
    text: str, choices: list[list[tuple[str, float]]], found: set[tuple[str, float]]
) -> None:
    assert set(alternatives(text, choices)) == found


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        (line("chính quyền đia phương", 2, 0.9, ("địa", 3.0), ("đìa", 2.0)), "chính quyền địa phương"),
        (line("các bô, ngành", 1, 0.8, ("bộ,", 2.0)), "các bộ, ngành"),
        # surely read, or what is seen instead is nonsense
        (line("chính quyền đia phương", 2, 0.97, ("địa", 3.0)), "chính quyền đia phương"),
        (line("chính quyền đia phương", 2, 0.9, ("đxa", 3.0)), "chính quyền đia phương"),
        # a word with its neighbour, words that stand beside any other, names, abbreviations
        (line("của công ty khác", 1, 0.8, ("cộng", 1.0)), "của công ty khác"),
        (line("Trung ương để cập nhật", 2, 0.9, ("đề", 1.0)), "Trung ương để cập nhật"),
        (line("đồng chí Trần Thanh Tùng", 3, 0.8, ("Thành", 1.0)), "đồng chí Trần Thanh Tùng"),
        (line("gửi QLXH tỉnh", 1, 0.5, ("QUXH", 1.0)), "gửi QLXH tỉnh"),
        (line("mục 3đ thông qua", 1, 0.5, ("đi", 1.0)), "mục 3đ thông qua"),
    ],
)
def test_doubtful_words(words: Line, settled: str) -> None:
    if neighbours() is None:
        pytest.skip("the sentences of underthesea are not installed")
    result = likelier(words)
    assert " ".join(word.text for word in result) == settled
    for before, after in zip(words, result, strict=True):
        assert after.as_read == (before.text if before.text != after.text else None)


@given(st.lists(st.sampled_from("thực hiện kế hoach đia phưong của 15% Số".split()), min_size=1), st.floats(0, 1))
def test_nothing_but_what_the_engine_saw_is_put_in(texts: list[str], confidence: float) -> None:
    box = BBox(0, 0, 9, 9)
    words = [PrintedWord(text, box, confidence, alternatives=(("hoạch", 2.0), ("địa", 1.0))) for text in texts]
    for before, after in zip(words, likelier(words), strict=True):
        assert after.text in (before.text, "hoạch", "địa")


def test_what_was_counted_is_a_likelihood() -> None:
    model = neighbours()
    if model is None:
        pytest.skip("the sentences of underthesea are not installed")
    assert model.behind(plain("thực"), plain("hiện")) > model.behind(plain("thực"), plain("hiến")) < 0
    assert model.behind("không có", "gì") == model.share("gì") < 0


@pytest.mark.ocr
def test_the_engine_tells_what_else_it_saw(sheet: Sheet, settings: Settings) -> None:
    sheet.text(20, 20, "chính quyền địa phương", size=5)
    image = np.asarray(sheet.image.convert("L"))[:120, :500]
    words = engine.reader(settings).line(image, 200)
    assert any(word.alternatives for word in words if word.confidence < 0.96)
    assert not any(word.alternatives for word in words if word.confidence >= 0.96)
