"""Whatever the words are: every text becomes a record that fits the schema, and every reader of words copes with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import run
from pipeline.annotate import (
    actions,
    agencies,
    citations,
    groups,
    names,
    numbers,
    partners,
    periods,
    phrases,
    quantities,
    roles,
    territory,
    unit_words,
)
from pipeline.build import letterhead, period
from pipeline.lexicon.fold import fold
from pipeline.segment import markers
from pipeline.validate import against_schema
from tests.test_records import places
from tests.texts import text_document

ANYTHING = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
# what the readers of words look for, in any order and any wrong place
FRAGMENTS = st.sampled_from(
    """ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Số: 12/KH-UBND|ngày 30 tháng 2 năm 2026|KẾ HOẠCH
Căn cứ|Quyết định số 1/QĐ-TTg|I.|II. MỤC TIÊU|1.|1.1.|a)|đ)|-|+|*|Sở Y tế|các sở, ban, ngành
UBND các huyện|chủ trì|phối hợp với|Đơn vị chủ trì:|Thời gian:|trước ngày 15/12|Quý II/2023|hằng năm
giai đoạn 2021-2025|Tỷ lệ|đạt|từ 20% lên 25%|66/152 xã|1.234.567,89|tỷ đồng|%|(|)|“|”|;|.|:
TT\tChỉ tiêu\tĐVT|1\tA\t%|Nơi nhận:|- Như trên;|TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Phụ lục I
(Kèm theo Kế hoạch số 1)|sau đây gọi là|có trách nhiệm|xây dựng|tổ chức thực hiện|ba mươi|nửa|thị xã
tỉnh Lào Cai""".replace("\n", "|").split("|")
)
LINES = st.lists(st.lists(FRAGMENTS | ANYTHING, max_size=6).map(" ".join), min_size=1, max_size=25)


@pytest.mark.slow
@given(LINES)
def test_every_text_becomes_a_record_that_fits_the_schema(lines: list[str]) -> None:
    document = text_document("\n".join(["x", *lines]))
    plan = run.understand(document).plan
    against_schema(plan)
    for place in places(plan.model_dump(mode="json")):
        start, end = place["span"]
        assert document.text[start:end] == place["quote"] != ""


def at_every_word(reader: Callable[[str, int], Any]) -> Callable[[str], list[Any]]:
    return lambda text: [reader(text, word.start()) for word in re.finditer(r"\w+", text)]


READERS: dict[str, Callable[[str], Any]] = {
    "actions": lambda text: actions.find(text, agencies.find(text)),
    "agencies": agencies.find,
    "citations": citations.find,
    "collective addressees": at_every_word(groups.find),
    "collective addressees without 'các'": at_every_word(groups.bare),
    "ends of names": at_every_word(names.name_end),
    "markers": lambda text: [reading for line in text.splitlines() for reading in markers.readings(line)],
    "numbers": lambda text: [repr(numbers.parse(text))],  # a value, no place
    "numbers of documents": letterhead.clean_number,
    "partners": lambda text: partners.complete(text, agencies.find(text)),
    "periods": periods.find,
    "phrases": lambda text: [phrases.phrase_end(text, found.start, found.end) for found in agencies.find(text)],
    "places": at_every_word(territory.place),
    "quantities": quantities.find,
    "roles": roles.find,
    "seats": at_every_word(territory.seat),
    "several places": at_every_word(territory.several),
    "units": at_every_word(unit_words.read),
    "years of a plan": period.years,
}


@pytest.mark.parametrize("name", READERS)
@given(st.lists(FRAGMENTS | ANYTHING, max_size=8).map(" ".join))
def test_every_reader_of_words_copes_with_any_text(name: str, text: str) -> None:
    result = READERS[name](text)
    for found in result if isinstance(result, list) else [result]:
        start, end = getattr(found, "start", None), getattr(found, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            assert 0 <= start < end <= len(text)
        elif isinstance(found, int):
            assert 0 < found <= len(text)


@given(ANYTHING)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
