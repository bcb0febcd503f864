from __future__ import annotations

import pytest

from pipeline.run import understand
from tests.texts import text_document

TEXT = """{head}

Số: 12/KH-SNNMT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa An, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát triển thư viện năm 2026

I. NHIỆM VỤ

- {duty} chủ trì mua sách mới; Chi cục Thủy lợi phối hợp.

Nơi nhận:
- Các đơn vị;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình
"""


@pytest.mark.parametrize(
    ("head", "duty", "names"),
    [
        (
            "ỦY BAN NHÂN DÂN\nTỈNH HÒA AN\nSỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG",
            "Sở Nông nghiệp và Môi trường",
            {"Sở Nông nghiệp và Môi trường", "Chi cục Thủy lợi"},
        ),
        ("ỦY BAN NHÂN DÂN\nXÃ HÒA AN", "Ủy ban nhân dân xã", {"Ủy ban nhân dân xã", "Chi cục Thủy lợi"}),
        ("ỦY BAN NHÂN DÂN\nXÃ HÒA AN", "Sở Nông nghiệp", {"Sở Nông nghiệp", "Chi cục Thủy lợi"}),
    ],
)
def test_half_of_a_name_in_the_letterhead_is_no_body(head: str, duty: str, names: set[str]) -> None:
    plan = understand(text_document(TEXT.format(head=head, duty=duty))).plan
    written = {name for entity in plan.entities if entity.kind == "agency" for name in entity.written}
    assert names <= written
    assert not written & {"SỞ NÔNG NGHIỆP", "ỦY BAN NHÂN DÂN"}
