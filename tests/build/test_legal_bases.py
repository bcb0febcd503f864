"""Documents cited in more than one way."""

from __future__ import annotations

import pytest

from pipeline import annotate, segment
from pipeline.build.legal_bases import legal_bases
from pipeline.build.material import Material
from tests.texts import text_document

# body, [(type, number, times cited)]
CITED = [
    (
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị (gọi tắt là Nghị quyết số 57); Nghị quyết số 57",
        [("Nghị quyết", "57-NQ/TW", 3)],
    ),
    (
        "Nghị quyết số 57-NQ/TW; Nghị quyết số 57/NQ-HĐND; Nghị quyết số 57",
        [("Nghị quyết", "57-NQ/TW", 1), ("Nghị quyết", "57/NQ-HĐND", 1), ("Nghị quyết", "57", 1)],
    ),
    ("Chỉ thị số 5/CT-TTg; Kết luận số 5", [("Chỉ thị", "5/CT-TTg", 1), ("Kết luận", "5", 1)]),
    (
        "43/2022/QH15 về chính sách tài khóa và Nghị quyết số 43/2022/QH15 của Quốc hội",
        [("Nghị quyết", "43/2022/QH15", 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_a_short_number_and_a_kind_in_words(text: str, expected: list[tuple[str, str, int]]) -> None:
    document = text_document(f"KẾ HOẠCH\nĐọc sách năm 2026\n\nI. NỘI DUNG\n\n- Việc làm theo {text}.\n")
    outline = segment.outline(document)
    found = legal_bases(Material(document, outline, annotate.mentions(document, outline)))
    assert [(one.type, one.number) for one in found] == [(kind, number) for kind, number, _ in expected]
    quoted = [sum(one.number.split("/")[0].split("-")[0] in e.quote for e in one.evidence) for one in found]
    assert quoted == [times for _, _, times in expected]
