from __future__ import annotations

import pytest
from hypothesis import given

from pipeline.build.material import Material
from pipeline.build.sections import clean_title, sections
from pipeline.document import Document
from pipeline.mentions import Mentions
from pipeline.plan import Section
from pipeline.segment import outline
from tests.segment.test_outline import LINES, PLAN
from tests.texts import text_document


def of(document: Document) -> list[Section]:
    return sections(Material(document, outline(document), Mentions()))


def test_headings_with_levels_and_kinds() -> None:
    found = [(s.label, s.level, s.title, s.kind) for s in of(text_document(PLAN)) if s.role == "heading"]
    assert found == [
        ("I", 1, "MỤC TIÊU", "goals"),
        ("1", 2, "Mục tiêu chung", "goals"),
        ("2", 2, "Chỉ tiêu", "goals"),
        ("II", 1, "NHIỆM VỤ, GIẢI PHÁP", "tasks"),
        ("1", 2, "Bổ sung sách", "tasks"),
        ("2", 2, "Đào tạo người làm thư viện", "tasks"),
        ("III", 1, "TỔ CHỨC THỰC HIỆN", "organisation"),
        ("1", 2, "Công chức Văn hóa - xã hội", "organisation"),
        ("2", 2, "Các thôn", "organisation"),
    ]


def test_front_closing_and_annex_stand_around_them() -> None:
    found = of(text_document(PLAN))
    assert [s.role for s in found if s.role != "heading"] == ["front", "closing", "annex"]
    assert found[-1].label == "PHỤ LỤC I"


def test_parents_are_ids_of_sections_before() -> None:
    seen: set[str] = set()
    for section in of(text_document(PLAN)):
        assert section.parent is None or section.parent in seen
        assert section.id not in seen
        seen.add(section.id)


@given(LINES)
def test_spans_cover_any_text_without_gap_or_overlap(lines: list[str]) -> None:
    document = text_document("\n".join(["x", *lines]))
    edge = 0
    for section in of(document):
        assert section.span[0] == edge
        edge = section.span[1]
    assert edge == len(document.text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sở Nội vụ:", "Sở Nội vụ"),
        ("Giáo dục phổ thông.", "Giáo dục phổ thông"),
        ("Và các việc khác...", "Và các việc khác..."),
    ],
)
def test_clean_title(text: str, title: str) -> None:
    assert clean_title(text) == title
