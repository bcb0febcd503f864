"""Citations: examples are the specification."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.citations import find, normal_number

# text, [(type, number, date, issuer)]
CITED = [
    (
        "Nghị quyết số 12-NQ/TU ngày 07/02/2022 của Ban Thường vụ Tỉnh ủy về nhân lực",
        [("Nghị quyết", "12-NQ/TU", date(2022, 2, 7), "Ban Thường vụ Tỉnh ủy")],
    ),
    (
        "Nghị quyết số 5-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII về y tế",
        [("Nghị quyết", "5-NQ/TW", date(2017, 10, 25), "Ban Chấp hành Trung ương Đảng khóa XII")],
    ),
    ("Chương trình hành động số 30- CTr/TU", [("Chương trình hành động", "30-CTr/TU", None, None)]),
    (
        "Nghị định số 1/2014/NĐ-CP ngày 20/11/2014, Nghị định số 2/2020/NĐ-CP ngày 10/12/2020 của Chính phủ",
        [
            ("Nghị định", "1/2014/NĐ-CP", date(2014, 11, 20), "Chính phủ"),
            ("Nghị định", "2/2020/NĐ-CP", date(2020, 12, 10), "Chính phủ"),
        ],
    ),
    (
        "các Quyết định số 53/2021/QĐ-UBND, 23/2022/QĐ-UBND ngày 15 tháng 3 năm 2022 của UBND tỉnh",
        [
            ("Quyết định", "53/2021/QĐ-UBND", None, "UBND tỉnh"),
            ("Quyết định", "23/2022/QĐ-UBND", date(2022, 3, 15), "UBND tỉnh"),
        ],
    ),
    ("Quyết định 1342/QĐ-UBND", [("Quyết định", "1342/QĐ-UBND", None, None)]),
    ("Nghị quyết 12/NQ-TU năm 2023", [("Nghị quyết", "12/NQ-TU", None, None)]),
    ("công văn số 1717/UBND ngày 25/4/2022", [("Công văn", "1717/UBND", date(2022, 4, 25), None)]),
    ("(Đề án số 522 của Thủ tướng chính phủ)", [("Đề án", "522", None, "Thủ tướng chính phủ")]),
    ("Luật Trẻ em số 102/2016/QH13", [("Luật", "102/2016/QH13", None, None)]),
    ("thi hành Luật Chợ, Nghị định số 3/2021/NĐ-CP", [("Nghị định", "3/2021/NĐ-CP", None, None)]),
    ("Luật số 31/2024/QH 15", [("Luật", "31/2024/QH15", None, None)]),
    ("Luật số 80/2015/QH13", [("Luật", "80/2015/QH13", None, None)]),
    (
        "Theo đề nghị của Trưởng phòng Y tế tại Tờ trình số 08/TTr-PYT ngày 19/02/2025",
        [("Tờ trình", "08/TTr-PYT", date(2025, 2, 19), "Trưởng phòng Y tế")],
    ),
    (
        "Thông tư liên tịch số 12/2015/TTLT-BYT-BNV của Bộ Y tế, Bộ Nội vụ hướng dẫn",
        [("Thông tư liên tịch", "12/2015/TTLT-BYT-BNV", None, "Bộ Y tế, Bộ Nội vụ")],
    ),
    (
        "Thông tư số 9/2019/TT-VPCP ngày 3/6/2019 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn nghiệp vụ",
        [("Thông tư", "9/2019/TT-VPCP", date(2019, 6, 3), "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ")],
    ),
    (
        "Thông tư số 7/2021/TT-NHNN của Thống đốc Ngân hàng Nhà nước Việt Nam quy định",
        [("Thông tư", "7/2021/TT-NHNN", None, "Thống đốc Ngân hàng Nhà nước Việt Nam")],
    ),
    (
        "Thông tư số 6/2021/TT-TTCP của Tổng Thanh tra Chính phủ; Quyết định số 5/QĐ-KTNN của Tổng Kiểm toán nhà nước",
        [
            ("Thông tư", "6/2021/TT-TTCP", None, "Tổng Thanh tra Chính phủ"),
            ("Quyết định", "5/QĐ-KTNN", None, "Tổng Kiểm toán nhà nước"),
        ],
    ),
    ("Nghị định số 104/2022/N Đ-CP", [("Nghị định", "104/2022/NĐ-CP", None, None)]),
    ("Công văn số 8/STC-VP ngày 2/3/2018 của đơn vị gửi", [("Công văn", "8/STC-VP", date(2018, 3, 2), None)]),
    ("của UBND tỉnh, phòng đã trình tại Tờ trình số 9/TTr-STC", [("Tờ trình", "9/TTr-STC", None, None)]),
    ("QĐ số 12/QĐ-UBND", [("Quyết định", "12/QĐ-UBND", None, None)]),
    ("Quyết định số 12/QÐ-TTg", [("Quyết định", "12/QĐ-TTg", None, None)]),
    (
        "Nghị quyết số 28-NQ/TW ngày 23/5/2018 của Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII;",
        [
            (
                "Nghị quyết",
                "28-NQ/TW",
                date(2018, 5, 23),
                "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII",
            )
        ],
    ),
    (
        "Kế hoạch số 21-KH/TU ngày 15/3/2025 của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch",
        [("Kế hoạch", "21-KH/TU", date(2025, 3, 15), "Tỉnh ủy")],
    ),
    (
        "Thông tư liên tịch số 6/2015/TTLT-BCA-BGDĐT ngày 28/8/2015 của Bộ Công an và Bộ Giáo dục và Đào tạo;",
        [
            (
                "Thông tư liên tịch",
                "6/2015/TTLT-BCA-BGDĐT",
                date(2015, 8, 28),
                "Bộ Công an và Bộ Giáo dục và Đào tạo",
            )
        ],
    ),
    (
        "Hướng dẫn số 38-HD/TWĐTN-PT, ngày 12/01/2026 của Ban Bí thư Trung ương Đoàn về Tháng Thanh niên",
        [("Hướng dẫn", "38-HD/TWĐTN-PT", date(2026, 1, 12), "Ban Bí thư Trung ương Đoàn")],
    ),
    (
        "Kế hoạch số 5/KH-ĐCT ngày 2/3/2026 của Hội Liên hiệp Phụ nữ và Nghị quyết Đại hội đại biểu Phụ nữ tỉnh",
        [("Kế hoạch", "5/KH-ĐCT", date(2026, 3, 2), "Hội Liên hiệp Phụ nữ")],
    ),
    (
        "Thông tư liên tịch số: 8/2010/TTLT/BTC-BNN, ngày 15 tháng 11 năm 2010 giữa Bộ Tài chính và Bộ Nông nghiệp "
        "và Phát triển nông thôn hướng dẫn",
        [
            (
                "Thông tư liên tịch",
                "8/2010/TTLT/BTC-BNN",
                date(2010, 11, 15),
                "Bộ Tài chính và Bộ Nông nghiệp và Phát triển nông thôn",
            )
        ],
    ),
    (
        "các Quyết định của Thủ tướng Chính phủ: số 1/QĐ-TTg ngày 30/9/2008 về việc phê duyệt Đề án; Quyết định số "
        "2/QĐ-TTg và Công văn số 3/BYT-DP. Quyết định số 4/QĐ-UBND",
        [
            ("Quyết định", "1/QĐ-TTg", date(2008, 9, 30), "Thủ tướng Chính phủ"),
            ("Quyết định", "2/QĐ-TTg", None, "Thủ tướng Chính phủ"),
            ("Công văn", "3/BYT-DP", None, None),
            ("Quyết định", "4/QĐ-UBND", None, None),
        ],
    ),
    (
        "các Nghị quyết của Hội đồng nhân dân tỉnh số: 5/NQ-HĐND, số 6/NQ-HĐND về ngân sách",
        [
            ("Nghị quyết", "5/NQ-HĐND", None, "Hội đồng nhân dân tỉnh"),
            ("Nghị quyết", "6/NQ-HĐND", None, "Hội đồng nhân dân tỉnh"),
        ],
    ),
    (
        "UBND tỉnh đã ban hành Kế hoạch số 210/KH-UBND, Ban Bí thư có Chỉ thị số 19/CT-TW",
        [("Kế hoạch", "210/KH-UBND", None, "UBND tỉnh"), ("Chỉ thị", "19/CT-TW", None, "Ban Bí thư")],
    ),
    ("UBND tỉnh ban hành Kế hoạch thực hiện Đề án số 5/ĐA-BYT", [("Đề án", "5/ĐA-BYT", None, None)]),
    (
        "Kế hoạch số 298 KH/TWĐTN ngày 14/7/2011 của Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh về",
        [("Kế hoạch", "298KH/TWĐTN", date(2011, 7, 14), "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh")],
    ),
    (
        "Nghị quyết số 15-NQ/ĐUB ngày 22/9/2025 của Ban Thường vụ Đảng ủy Bộ Công Thương;",
        [("Nghị quyết", "15-NQ/ĐUB", date(2025, 9, 22), "Ban Thường vụ Đảng ủy Bộ Công Thương")],
    ),
    (
        "Quyết định số 6/QĐ-UBND ngày 16/3/2022 của Ủy ban nhân dân tỉnh Phê duyệt Đề án",
        [("Quyết định", "6/QĐ-UBND", date(2022, 3, 16), "Ủy ban nhân dân tỉnh")],
    ),
    (
        "Kế hoạch số 61/KH-NHT của Ủy ban nhân dân tỉnh Hà Giang - Trưởng nhóm hợp tác",
        [("Kế hoạch", "61/KH-NHT", None, "Ủy ban nhân dân tỉnh Hà Giang")],
    ),
    (
        "đề nghị của Sở Tài chính (Cơ quan Thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn "
        "tỉnh Hà Lâm) tại Tờ trình số 9/TTr-STC",
        [("Tờ trình", "9/TTr-STC", None, "Sở Tài chính")],
    ),
    (
        "NGHỊ QUYẾT SỐ 43/2022/QH15 NGÀY 11 THÁNG 01 NĂM 2022 CỦA QUỐC HỘI",
        [("Nghị quyết", "43/2022/QH15", date(2022, 1, 11), None)],
    ),
    (
        "Chỉ thị số 45-CT/TW ngày22 tháng 7 năm 2010; Nghị quyết số 88/2019/QH14 ngày 18 tháng 11 2019",
        [
            ("Chỉ thị", "45-CT/TW", date(2010, 7, 22), None),
            ("Nghị quyết", "88/2019/QH14", date(2019, 11, 18), None),
        ],
    ),
    ("Chỉ thị số 3/CT-TTg ngày 32/13/2020", [("Chỉ thị", "3/CT-TTg", None, None)]),
    ("Kế hoạch số     /KH-UBND ngày    tháng   năm 2025", []),
    ("66/152 xã, trẻ 15-35 tuổi, giai đoạn 2021-2025, nhóm 3-A", []),
    ("Quyết định này có hiệu lực từ năm 2025", []),
]

RELATIONS = [
    ("Căn cứ Nghị quyết số 1-NQ/TU", ["based_on"]),
    ("Triển khai thực hiện Kế hoạch số 5/KH-UBND", ["implements"]),
    ("Sửa đổi, bổ sung Quyết định số 5/QĐ-UBND", ["amends"]),
    ("Quyết định này thay thế Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND", ["replaces", "replaces"]),
    ("Căn cứ Kế hoạch số 5/KH-UBND về thực hiện Nghị quyết số 1-NQ/TU", ["based_on", "mentions"]),
    ("theo Kế hoạch số 5/KH-UBND", ["mentions"]),
    (
        "Căn cứ Nghị định số 1/2010/NĐ-CP; Nghị định số 2/2013/NĐ-CP và Nghị định số 3/2017/NĐ-CP sửa đổi, bổ sung "
        "một số điều của Nghị định số 1/2010/NĐ-CP;",
        ["based_on", "based_on", "based_on", "mentions"],
    ),
    (
        "Căn cứ Quyết định số 4/QĐ-BYT về thủ tục được sửa đổi, bổ sung tại Thông tư số 5/2024/TT-BYT",
        ["based_on", "mentions"],
    ),
    ("Trình Chính phủ sửa đổi, bổ sung Nghị định số 1/2010/NĐ-CP", ["mentions"]),
    ("Sửa đổi, bổ sung Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND", ["amends", "amends"]),
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_citations(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(c.type, c.number, c.issued_on, c.issuer) for c in find(text)] == expected


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: list[str]) -> None:
    assert [c.relation for c in find(text)] == expected


@given(st.text(alphabet="Nghị quyết số 0123/-QĐNTUngày ,;.của", max_size=80))
def test_mentions_are_exact_and_numbers_normal(text: str) -> None:
    end = 0
    for citation in find(text):
        assert citation.start >= end
        assert citation.text == text[citation.start : citation.end]
        assert citation.number == normal_number(citation.number or "")
        end = citation.end
