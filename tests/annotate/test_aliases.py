"""Short names that a document defines: known in the rest of it, in the place of what they stand for."""

from __future__ import annotations

from pipeline import run
from pipeline.plan import Plan
from tests.texts import text_document

HEAD = """HUYỆN ỦY HÒA SƠN
Số: 15-CTr/HU
Hòa Sơn, ngày 12 tháng 3 năm 2024

CHƯƠNG TRÌNH HÀNH ĐỘNG
Nâng cao chất lượng giáo dục

"""


def plan(text: str) -> Plan:
    return run.understand(text_document(HEAD + text)).plan


def test_a_body_is_known_by_its_short_name() -> None:
    found = plan(
        "Ban Thường vụ Huyện ủy (sau đây gọi là Ban Thường vụ) ban hành Chương trình như sau:\n\n"
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Ban Thường vụ chỉ đạo thực hiện Chương trình.\n\n"
        "2. Phòng Giáo dục và Đào tạo phối hợp với Ban Thường vụ tổ chức tổng kết.\n"
    )
    first = found.responsibilities[0]
    assert (first.agency, first.agency_id) == ("Ban Thường vụ", "ban-thuong-vu-huyen-uy")
    assert found.responsibilities[1].with_ids == ["ban-thuong-vu-huyen-uy"]
    (entity,) = [one for one in found.entities if one.id == "ban-thuong-vu-huyen-uy"]
    assert entity.written == ["Ban Thường vụ", "Ban Thường vụ Huyện ủy"]


def test_a_body_outside_the_lexicon_keeps_one_entity() -> None:
    found = plan(
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Trung tâm Học liệu Hòa Sơn (gọi tắt là Trung tâm) chủ trì biên soạn tài liệu.\n\n"
        "2. Phòng Tài chính - Kế hoạch phối hợp với Trung tâm bố trí kinh phí.\n"
    )
    (first, second) = found.responsibilities
    assert second.with_ == ["Trung tâm"]
    assert second.with_ids == [first.agency_id]


def test_a_document_is_cited_by_its_short_name() -> None:
    found = plan(
        "Căn cứ Nghị quyết số 20-NQ/TU ngày 05/01/2024 của Tỉnh ủy về chất lượng giáo dục (sau đây viết tắt là "
        "Nghị quyết 20);\n\nI. NHIỆM VỤ\n\n- Bồi dưỡng giáo viên theo Nghị quyết 20.\n\n"
        "- Tổng kết phong trào thi đua của ngành.\n"
    )
    (basis,) = found.legal_bases
    assert basis.number == "20-NQ/TU"
    assert "Nghị quyết 20" in [place.quote for place in basis.evidence]
    assert [task.cites for task in found.tasks] == [[basis.id], []]


def test_other_brackets_give_no_name() -> None:
    found = plan("I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế (cơ quan thường trực) chủ trì thực hiện.\n")
    assert [one.written for one in found.entities if one.id == "so-y-te"] == [["Sở Y tế"]]
