from __future__ import annotations

import pytest

from pipeline.build import letterhead, period
from pipeline.build.header import header
from pipeline.build.material import Material
from pipeline.document import Flow, Span
from pipeline.mentions import Mentions
from pipeline.plan import DocumentHeader, Years
from pipeline.segment import outline
from tests.segment.test_outline import PARTY, PLAN
from tests.texts import text_document


def read(text: str) -> DocumentHeader:
    document = text_document(text)
    return header(Material(document, outline(document), Mentions()))


def flow(text: str) -> Flow:
    return Flow.join(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 141/KH-UBND", "141/KH-UBND", "KH"),
        ("Số: 141 /KH - UBND", "141/KH-UBND", "KH"),
        ("Số:       /KH-UBND", "/KH-UBND", "KH"),
        ("Số: …../KH-UBND", "/KH-UBND", "KH"),
        ("Số: 05/2021/QĐ-UBND", "05/2021/QĐ-UBND", "QĐ"),
        ("Số 26-NQ/TU", "26-NQ/TU", "NQ"),
        ("Số: 47/2020/NĐ-CP", "47/2020/NĐ-CP", "NĐ"),
        ("Số: 4580/UBND-TH", "4580/UBND-TH", "CV"),
        ("Số: 1146/KH-ĐHTĐ", "1146/KH-ĐHTĐ", "KH"),
        ("Số: 30-CTr/TU", "30-CTr/TU", "CTr"),
    ],
)
def test_numbers(line: str, number: str, symbol: str) -> None:
    found = letterhead.read([flow(line)])
    assert found.number is not None
    assert (found.number.value, found.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Hòa An, ngày 05 tháng 01 năm 2024", "Hòa An", "2024-01-05"),
        ("Hòa An, ngày     tháng     năm 2024", "Hòa An", None),
        ("Hòa An, ngày … tháng 3 năm 2024", "Hòa An", None),
        ("TP. Hồ Chí Minh, ngày 1 tháng 2 năm 2024", "TP. Hồ Chí Minh", "2024-02-01"),
        ("Bà Rịa - Vũng Tàu, ngày 31 tháng 02 năm 2024", "Bà Rịa - Vũng Tàu", None),
    ],
)
def test_place_and_date(line: str, place: str, day: str | None) -> None:
    found = letterhead.read([flow(line)])
    assert found.place is not None
    assert found.place.value == place
    assert (found.issued_on.isoformat() if found.issued_on else None) == day


@pytest.mark.parametrize(
    ("lines", "issuer", "parent"),
    [
        (["ỦY BAN NHÂN DÂN", "TỈNH HÒA AN", "Số: 1/KH-UBND"], "ỦY BAN NHÂN DÂN TỈNH HÒA AN", ""),
        (["UBND TỈNH HÒA AN", "SỞ TƯ PHÁP", "Số: 1/KH-STP"], "SỞ TƯ PHÁP", "UBND TỈNH HÒA AN"),
        (
            ["BỘ GIÁO DỤC", "VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC HÒA AN", "*", "Số: 1/KH-ĐH"],
            "TRƯỜNG ĐẠI HỌC HÒA AN",
            "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
        ),
        (["TỈNH ỦY HÒA AN", "*", "Số 26-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"], "TỈNH ỦY HÒA AN", ""),
        (
            ["ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ HÒA AN Độc lập – Tự do – Hạnh phúc"],
            "ỦY BAN NHÂN DÂN XÃ HÒA AN",
            "",
        ),
        (["Số: /KH-UBND Hòa An, ngày 1 tháng 2 năm 2024"], "", ""),
    ],
)
def test_issuing_bodies(lines: list[str], issuer: str, parent: str) -> None:
    found = letterhead.read([flow(line) for line in lines])
    assert " ".join(one.value for one in found.issuer) == issuer
    assert " ".join(one.value for one in found.parent) == parent


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Phát triển thư viện xã năm 2024", 2024, 2024),
        ("Phát triển thư viện giai đoạn 2021 - 2025", 2021, 2025),
        ("Thực hiện Nghị quyết số 26-NQ/TU ngày 07/02/2022 về Chiến lược đến năm 2030 - Năm 2023", 2023, 2023),
        ("Thực hiện Đề án giai đoạn 2021-2025 trong năm 2023", 2023, 2023),
        ("Phát triển thư viện từ năm 2021 đến năm 2025", 2021, 2025),
        ("Phát triển thư viện đến năm 2030", None, 2030),
        ("Phát triển thư viện đến năm 2025, định hướng đến năm 2030", None, 2030),
    ],
)
def test_period(title: str, first: int | None, last: int) -> None:
    found = period.years(title)
    assert found is not None
    assert (found.first, found.last) == (first, last)


def test_a_title_without_years_has_no_period() -> None:
    assert period.years("Thực hiện Quyết định số 05/2021/QĐ-UBND ngày 22/01/2021") is None


def test_whole_header() -> None:
    found = read(PLAN)
    assert found.type == "KH"
    assert found.type_name == "Kế hoạch"
    assert found.number == "12/KH-UBND"
    assert found.issued_on == "2024-01-05"
    assert found.place == "Hòa An"
    assert found.issuer == "ỦY BAN NHÂN DÂN XÃ HÒA AN"
    assert found.title == "Phát triển thư viện xã năm 2024"
    assert found.period is not None
    assert (found.period.from_, found.period.to) == (2024, 2024)
    assert found.signature is not None
    assert found.signature.authority == "TM. ỦY BAN NHÂN DÂN"
    assert found.signature.capacity is None
    assert found.signature.position == "CHỦ TỊCH"
    assert found.signature.name == "Lê Thị Hạnh"
    assert found.recipients == ["TT Đảng ủy xã", "Lưu: VT"]


def test_every_value_can_be_shown() -> None:
    document = text_document(PLAN)
    found = header(Material(document, outline(document), Mentions()))
    for name in ("number", "issued_on", "place", "issuer", "title", "period", "signature", "recipients"):
        assert found.evidence[name], name
        for one in found.evidence[name]:
            assert document.text[one.span[0] : one.span[1]] == one.quote
    assert found.raw["number"] == "12/KH-UBND"


def test_a_lost_letterhead_is_made_good_by_words_of_the_document() -> None:
    text = PLAN.replace("ỦY BAN NHÂN DÂN\nXÃ HÒA AN\n", "").replace(
        "Ủy ban nhân dân xã ban", "Ủy ban nhân dân xã Hòa An ban"
    )
    assert read(text).issuer == "Ủy ban nhân dân xã Hòa An"


def test_nothing_is_guessed() -> None:
    found = read("Một đoạn văn không có đầu đề.\n\nVà một đoạn nữa.")
    assert (found.type, found.number, found.issued_on, found.issuer, found.signature) == (None,) * 5
    assert found.recipients == []
    assert found.evidence == {}


def test_a_letter_has_a_subject_and_no_kind() -> None:
    found = read(
        "UBND TỈNH HÒA AN\nSỞ TƯ PHÁP\n\nSố: 45/STP-PBGDPL\nV/v báo cáo kết quả năm 2024\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHòa An, ngày 4 tháng 2 năm 2024\n\n"
        "Kính gửi: Các phòng, ban\n\nSở Tư pháp đề nghị các đơn vị báo cáo.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn Bình\n"
    )
    assert (found.type, found.number, found.title) == ("CV", "45/STP-PBGDPL", "báo cáo kết quả năm 2024")
    assert (found.issuer, found.parent_issuer) == ("SỞ TƯ PHÁP", "UBND TỈNH HÒA AN")
    assert found.signature is not None
    assert found.signature.name == "Lê Văn Bình"


@pytest.mark.parametrize("name", ["Vàng A Chinh", "Y Ban", "H'Lan Niê", "K’Brết Y-Sô", "TS. Nguyễn Văn An"])
def test_names_of_signatories(name: str) -> None:
    found = read(PLAN.replace("Lê Thị Hạnh", name))
    assert found.signature is not None
    assert found.signature.name == name


DECISION = """
THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1#@ /QĐ-TTg
Hà Nội, ngày #8 tháng 01 năm 2022

QUYẾT ĐỊNH
Phê duyệt Đề án thư viện đến năm 2025, định hướng đến năm 2030, tầm nhìn đến năm 2045

THỦ TƯỚNG CHÍNH PHỦ

Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Đề án thư viện.

Điều 2. Quyết định này có hiệu lực từ ngày ký.

Nơi nhận: KT. THỦ TƯỚNG
- Văn phòng Quốc hội; “1%
- Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, TGĐ Cổng TTĐT,
VPCP, VPTW;
- Lưu: VT.
PHÓ THỦ TƯỚNG

Lê Văn Bình

PHỤ LỤC
NHIỆM VỤ CỦA ĐỀ ÁN
(Kèm theo Quyết định số 146/QĐ-TTg ngày  tháng 01 năm 2022 của Thủ tướng Chính phủ)
"""


def test_a_number_that_cannot_be_read_is_taken_from_the_annex_that_repeats_it() -> None:
    found = read(DECISION)
    assert found.number == "146/QĐ-TTg"
    assert found.evidence["number"][0].quote == "146/QĐ-TTg"


def test_a_day_that_cannot_be_read_is_null_and_the_place_is_not() -> None:
    found = read(DECISION)
    assert (found.issued_on, found.place) == (None, "Hà Nội")


def test_a_year_that_cannot_be_is_not_read() -> None:
    header = read(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ LÂM\nSố: 12/KH-UBND\nHà Lâm, ngày 5 tháng 2 năm 2219\n"
        "KẾ HOẠCH\nTrồng chè đến năm 2030\n"
    )
    assert (header.issued_on, header.period) == (None, Years.model_validate({"from": None, "to": 2030}))


def test_a_plan_until_a_year_begins_with_the_year_of_its_date() -> None:
    found = read(DECISION)
    assert found.period is not None
    assert (found.period.from_, found.period.to) == (2022, 2030)


def test_recipients_beside_the_signature() -> None:
    found = read(DECISION)
    assert found.recipients == [
        "Văn phòng Quốc hội",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, TGĐ Cổng TTĐT, VPCP, VPTW",
        "Lưu: VT",
    ]
    assert found.signature is not None
    assert (found.signature.capacity, found.signature.position) == ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG")


def test_remains_of_a_line_under_a_seal_are_no_body() -> None:
    assert letterhead.read([flow("C RRÌNHHX ANHNGHIQP"), flow("Số: 3/KH-BĐH")]).issuer == ()


def test_the_layout_of_the_party() -> None:
    found = read(PARTY)
    assert (found.type, found.number, found.place, found.issued_on) == ("KH", "15-KH/TU", "Hòa An", "2024-05-12")
    assert found.issuer == "TỈNH ỦY HÒA AN"
    assert found.title == "thực hiện Chỉ thị số 20-CT/TW của Ban Bí thư về văn hóa đọc"
    assert found.signature is not None
    assert (found.signature.authority, found.signature.position) == ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")
    assert found.recipients == ["Ban Bí thư (báo cáo)", "Lưu Văn phòng Tỉnh ủy"]


def test_a_name_on_the_line_of_the_last_recipient() -> None:
    found = read(PLAN.replace("- Lưu: VT.", "- Lưu: VT.          Lê Thị Hạnh").replace("\nLê Thị Hạnh\n", "\n"))
    assert found.recipients == ["TT Đảng ủy xã", "Lưu: VT"]
    assert found.signature is not None
    assert found.signature.name == "Lê Thị Hạnh"


def test_a_smeared_motto_is_no_issuer() -> None:
    found = letterhead.read([flow("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIÊI NAM"), flow("Số: 352/KH-UBND")])
    assert found.issuer == ()


@pytest.mark.parametrize(
    "name", ["Đại tá Trần Đức Hạnh", "Thiếu tướng Lê Văn Hòa", "BSCKII. Đặng Văn Khoa", "TTƯT.ThS. Lê Thị Hà"]
)
def test_a_rank_or_degree_belongs_to_the_name_of_who_signs(name: str) -> None:
    signed = read(PLAN.replace("Lê Thị Hạnh", name)).signature
    assert signed is not None
    assert signed.name == name


def test_a_joint_plan_is_a_kind_of_its_own() -> None:
    found = read(PLAN.replace("KẾ HOẠCH\n", "KẾ HOẠCH PHỐI HỢP\n", 1))
    assert (found.type, found.type_name) == ("KH", "Kế hoạch phối hợp")
    assert not found.title.startswith("PHỐI HỢP")


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["BAN CHỈ HUY PHÒNG THỦ DÂN", "SỰ"], 2),
        (["SỞ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG"], 2),
        (["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT SỐ 1"], 1),
    ],
)
def test_the_last_word_of_the_issuer_may_stand_alone(lines: list[str], issuer: int) -> None:
    found = letterhead.read([flow(line) for line in ["UBND TỈNH TÂN GIANG", *lines, "Số: 06/KH-BCH"]])
    assert [piece.value for piece in found.issuer] == lines[-issuer:]


def test_recipients_and_strokes_are_no_position() -> None:
    found = read(PLAN.replace("CHỦ TỊCH\n", "TRƯỞNG BAN\nLưu: VT, BCĐCCHC (2). 54\n3% —_ PHÓ THỦ TƯỚNG\n", 1))
    assert found.signature is not None
    assert found.signature.position == "TRƯỞNG BAN PHÓ THỦ TƯỚNG"


PASTED = """Kế hoạch 12/KH-UBND năm 2026 đọc sách tỉnh Hà Lâm
Số hiệu: 99/KH-UBND Loại văn bản: Kế hoạch
Ngày ban hành: 05/01/2026 Người ký: Nguyễn Văn A

ỦY
BAN NHÂN DÂN
TỈNH HÀ LÂM
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 12/QĐ-UBND

Hà Lâm, ngày 05 tháng 01 năm 2026

QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCH ĐỌC SÁCH CỦA
ỦY BAN NHÂN DÂN TỈNH HÀ LÂM
THEO HƯỚNG HIỆN ĐẠI NĂM 2026
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ LÂM
Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
QUYẾT ĐỊNH:
Điều 1. Ban hành Kế hoạch này.
"""


def test_a_page_of_the_web_with_what_stands_above_the_letterhead() -> None:
    found = read(PASTED)
    assert (found.type, found.number, found.issued_on, found.place) == ("QĐ", "12/QĐ-UBND", "2026-01-05", "Hà Lâm")
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH HÀ LÂM"
    assert found.title == ("BAN HÀNH KẾ HOẠCH ĐỌC SÁCH CỦA ỦY BAN NHÂN DÂN TỈNH HÀ LÂM THEO HƯỚNG HIỆN ĐẠI NĂM 2026")
    assert found.signature is None


def test_the_authority_stands_between_title_and_legal_bases_without_a_blank_line() -> None:
    council = PASTED.replace(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ LÂM", "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ LÂM\nKHÓA X, KỲ HỌP THỨ 2"
    )
    assert read(council).title == read(PASTED).title


def test_a_letter_under_what_its_page_says_of_it() -> None:
    found = read(
        "Công văn 7/SYT-NV về tập huấn do Sở Y tế tỉnh Hà Lâm ban hành, được thay thế bởi Công văn 9/SYT-NV\n\n"
        "SỞ Y TẾ\n_____\nSố: 7/SYT-NV\nV/v tập huấn\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Hà Lâm, ngày 1 tháng 2 năm 2026\n\nKính gửi: Các trạm y tế.\n\nSở Y tế đề nghị các trạm cử người dự.\n"
    )
    assert (found.type, found.number, found.issuer, found.title) == ("CV", "7/SYT-NV", "SỞ Y TẾ", "tập huấn")


def test_a_page_that_leaves_out_the_kind() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 3/KH-UBND | Hà Lâm, ngày 1 tháng 2 năm 2026 |\n"
        "ĐỌC SÁCH TỈNH HÀ LÂM NĂM 2026\nThực hiện Chỉ thị số 1/CT-TTg, UBND tỉnh ban hành Kế hoạch như sau:\n"
    )
    assert (found.type, found.title) == ("KH", "ĐỌC SÁCH TỈNH HÀ LÂM NĂM 2026")
    assert (found.issuer, found.place) == ("ỦY BAN NHÂN DÂN", "Hà Lâm")


def test_a_subject_in_capitals_may_go_on_in_small_letters() -> None:
    found = read("CHƯƠNG TRÌNH\n\nCỦA HỘI KHUYẾN HỌC\n\nthực hiện Nghị quyết của Đại hội\n\nI. MỤC ĐÍCH\n")
    assert found.title == "CỦA HỘI KHUYẾN HỌC thực hiện Nghị quyết của Đại hội"


@pytest.mark.parametrize(
    "lines",
    [
        ["ỦY", "BAN NHÂN DÂN", "TỈNH HÀ LÂM"],
        ["BỘ", "LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI"],
        ["BỘ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"],
        ["THỦ TƯỚNG", "CHÍNH PHỦ"],
        ["THƯỜNG TRỰC", "HĐND - UBND TỈNH HÀ LÂM"],
        ["THƯỜNG TRỰC HĐND - UBND", "TỈNH HÀ LÂM"],
    ],
)
def test_the_name_of_the_issuer_may_be_broken_behind_its_first_word(lines: list[str]) -> None:
    found = letterhead.read([flow(line) for line in [*lines, "Số: 06/KH-BCH"]])
    assert ([piece.value for piece in found.issuer], found.parent) == (lines, ())


@pytest.mark.parametrize(
    "subject",
    [
        "PHÒNG NGỪA CHÁY TRÊN ĐỊA\nBÀN TỈNH HÀ LÂM NĂM 2026",
        "PHÒNG, CHỐNG DỊCH TẠI CÁC\nBẢO TÀNG CỦA TỈNH NĂM 2026",
        "HỘI NHẬP VÀ\nĐOÀN KẾT TRONG TỈNH NĂM 2026",
    ],
)
@pytest.mark.parametrize("kind", ["KẾ HOẠCH\n", ""])
def test_words_of_a_title_that_begin_like_a_body(subject: str, kind: str) -> None:
    found = read(
        "SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 3/KH-SYT | Hà Lâm, ngày 1 tháng 2 năm 2026 |\n"
        f"{kind}{subject}\nCăn cứ Chỉ thị số 1/CT-TTg; Sở Y tế ban hành Kế hoạch như sau:\n"
    )
    assert (found.type, found.title) == ("KH", subject.replace("\n", " "))


def test_the_subject_of_a_letter_without_the_colon_of_a_broken_line_and_the_final_stop() -> None:
    found = read(
        "BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 8/TCT-DNL\nV/v\n: Thực hiện "
        "quy định\nvề hóa đơn.\nHà Lâm, ngày 18 tháng 7 năm 2014\n\nKính gửi: Cục thuế tỉnh.\n\n"
        "Tổng cục Thuế có ý kiến như sau:\n"
    )
    assert found.title == "Thực hiện quy định về hóa đơn"
    assert (found.issuer, found.parent_issuer) == ("TỔNG CỤC THUẾ", "BỘ TÀI CHÍNH")


def test_the_years_in_brackets_under_a_title() -> None:
    found = read("KẾ HOẠCH\nĐọc sách trong các thôn\n(Giai đoạn: 2021- 2025)\n\nI. MỤC ĐÍCH\n\nĐọc nhiều sách.\n")
    assert (found.title, found.period) == ("Đọc sách trong các thôn", Years.model_validate({"from": 2021, "to": 2025}))


def test_a_post_that_has_kind_and_subject_in_small_letters_on_one_line() -> None:
    found = read(
        "Bỏ qua điều hướng\n\nKế hoạch đọc sách tỉnh Hà Lâm năm 2026\nThực hiện Công văn số 2/BVHTTDL-TV của Bộ "
        "Văn hóa, Thể thao và Du lịch, Thư viện tỉnh xây dựng kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\nĐọc nhiều sách.\n"
    )
    assert (found.type, found.title) == ("KH", "đọc sách tỉnh Hà Lâm năm 2026")
    assert (found.number, found.issuer) == (None, None)


def test_the_title_of_an_annex_under_a_signature_without_a_name_is_no_position() -> None:
    found = read(
        "NGHỊ QUYẾT\nVỀ ĐỌC SÁCH\n\nĐiều 1. Ban hành quy định này.\n\nNơi nhận: | CHỦ TỊCH |\n"
        "CÁC NGUYÊN TẮC, TIÊU CHÍ, ĐỊNH MỨC MUA SÁCH CHO CÁC THƯ VIỆN\n(Kèm theo Nghị quyết này)\n"
    )
    assert found.signature is not None
    assert (found.signature.position, found.signature.name) == ("CHỦ TỊCH", None)
