from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from pipeline.document import BBox, Line, Mark, Page, Span, Word
from pipeline.plan import Due, Signature, Years
from pipeline.validate.findings import find
from pipeline.validate.findings.model import Case
from tests.plans import a_basis, a_duty, a_goal, a_header, a_plan, a_section, a_task, an_annex
from tests.plans import evidence as place
from tests.validate.findings.cases import HEAD, a_case, codes, messages

CLOSING = """
Nơi nhận:
- UBND huyện;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình

"""


def body(*lines: str, closing: str = "") -> str:
    return HEAD + "\n\n".join(lines) + "\n" + closing


NUMBERING = [
    (["I. MỤC TIÊU", "II. NHIỆM VỤ", "V. TỔ CHỨC THỰC HIỆN"], ["number-skipped"]),
    (["I. MỤC TIÊU", "II. NHIỆM VỤ", "III. TỔ CHỨC THỰC HIỆN"], []),
    (["I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế:", "- Theo dõi.", "2. Phòng Nội vụ:", "- Báo cáo.", "2. Trạm Y tế:",
      "- Khám."], ["number-repeated"]),
    (["I. NHIỆM VỤ", "1. Trường học:", "- Rà soát.", "2. Trạm y tế:", "- Sửa chữa.", "II. KINH PHÍ", "1. Ngân sách xã:",
      "- Chi thường xuyên.", "2. Xã hội hóa:", "- Vận động."], []),
    (["I. NHIỆM VỤ", "a) Rà soát trường lớp.", "b) Sửa chữa phòng học.", "d) Mua sắm bàn ghế."], ["number-skipped"]),
    (["I. NHIỆM VỤ", "c) Rà soát trường lớp.", "d) Sửa chữa phòng học.", "e) Mua sắm bàn ghế.", "g) Kiểm tra."], []),
    (["I. NHIỆM VỤ", "c) Rà soát trường lớp.", "d) Sửa chữa phòng học.", "đ) Mua sắm bàn ghế.", "e) Kiểm tra."], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), NUMBERING)
def test_numbering(lines: list[str], expected: list[str]) -> None:
    assert codes(a_case(body(*lines))) == expected


def test_a_jump_says_what_is_missing() -> None:
    said = messages(a_case(body("I. MỤC TIÊU", "II. NHIỆM VỤ", "V. TỔ CHỨC THỰC HIỆN")), "number-skipped")
    assert said == ["Đánh số nhảy từ “II. NHIỆM VỤ” sang “V. TỔ CHỨC THỰC HIỆN”: thiếu III - IV."]


@pytest.mark.parametrize(
    ("ordinals", "count"),
    [
        (["1", "2", "3"], 0),
        (["1", "2", "4"], 1),
        (["1", "2", "-", "3"], 0),
        (["1", "2", "2"], 1),
        (["A", "1", "2", "B", "1", "2"], 0),
        (["1", "2", "1", "2"], 0),
        (["1", "1.1", "1.2", "2"], 0),
        (["1", "", "2"], 0),
        (["I", "1", "3", "II", "1"], 1),
    ],
)
def test_row_numbers(ordinals: list[str], count: int) -> None:
    annex = an_annex(["TT", "Nội dung"], [[label, f"việc {at}"] for at, label in enumerate(ordinals)])
    assert codes(a_case(annexes=[annex])).count("row-number") == count
    other = an_annex(["Năm", "Nội dung"], [[label, "việc"] for label in ordinals])
    assert codes(a_case(annexes=[other])) == []


@pytest.mark.parametrize(
    ("printed", "count"), [((1, 2, 3), 0), ((2, 3, 4), 0), ((1, 2, 5, 6), 1), ((1, 2, 7, 4), 0), ((3, 4, 1, 2), 0)]
)
def test_page_numbers(printed: tuple[int, ...], count: int) -> None:
    text = "".join(f"{number}\nnội dung\n" for number in printed)
    pages, lines, at = [], [], 0
    for page, number in enumerate(printed, start=1):
        size = len(f"{number}\nnội dung\n")
        pages.append(Page(page, Span(at, at + size), "text_layer"))
        lines.append(Line(Span(at, at + len(str(number))), page, region="header"))
        at += size
    document = replace(a_case().document, text=text, pages=tuple(pages), lines=tuple(lines))
    case = Case(a_plan(), document, a_case("").outline)
    assert codes(case).count("page-number") == count


def due(first: str | None, last: str | None, recurrence: Any = None) -> Due:
    return Due(**{"from": first, "to": last, "recurrence": recurrence})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"deadline": "trước 10/3/2024", "due": due(None, "2024-03-10")}, ["deadline-before-issue"]),
        ({"deadline": "trước ngày 10/3", "due": due(None, "2024-03-10")}, []),
        ({"deadline": "trước 15/3/2024", "due": due(None, "2024-03-15")}, []),
        ({"deadline": "ngày 10 hằng tháng", "due": due(None, "2024-01-10", "monthly")}, []),
        ({"deadline": "Quý II/2025", "due": due("2025-04-01", "2025-06-30")}, ["deadline-after-period"]),
        ({"deadline": "trước 15/01/2025", "due": due(None, "2025-01-15")}, []),
        ({"text": "Lập danh sách trẻ ra lớp vào năm 2026"}, ["deadline-after-period"]),
        ({"text": "Lập danh sách trẻ đến năm 2030 và giai đoạn 2026 - 2030"}, []),
        ({"text": "Xây dựng dự toán năm 2025"}, []),
    ],
)
def test_deadlines(changes: dict[str, Any], expected: list[str]) -> None:
    assert codes(a_case(tasks=[a_task(**changes)])) == expected


def test_a_plan_without_a_date_or_period_has_no_deadline_findings() -> None:
    task = a_task(deadline="2020", due=due(None, "2020-12-31"))
    assert codes(a_case(document=a_header(issued_on=None, period=None), tasks=[task])) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("MỤC TIÊU NĂM 2023", True),
        ("MỤC TIÊU NĂM 2024", False),
        ("MỤC TIÊU ĐẾN NĂM 2030", False),
        ("KẾT QUẢ NĂM 2023", False),
        ("MỤC TIÊU NĂM 2024 VÀ ĐỊNH HƯỚNG NĂM 2025", False),
        ("NHIỆM VỤ NĂM HỌC 2023", False),
    ],
)
def test_year_of_a_heading(title: str, found: bool) -> None:
    assert ("heading-year" in codes(a_case(sections=[a_section(title=title)]))) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Trên đây là Kế hoạch phát triển giáo dục năm 2023.", True),
        ("Trên đây là Kế hoạch phát triển giáo dục năm 2024.", False),
        ("Trên đây là Kế hoạch thực hiện Nghị quyết ngày 05 tháng 01 năm 2023 của Huyện ủy.", False),
    ],
)
def test_year_of_the_closing(sentence: str, found: bool) -> None:
    text = body("I. MỤC TIÊU", "- Nâng cao chất lượng.", sentence)
    assert ("closing-year" in codes(a_case(text))) is found


def test_plans_over_several_years_have_no_year_of_their_own() -> None:
    header = a_header(period=Years(**{"from": 2021, "to": 2025}))
    assert codes(a_case(document=header, sections=[a_section(title="MỤC TIÊU NĂM 2023")])) == []


CITED = "Căn cứ Nghị quyết số {} của Huyện ủy;"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("12-NQ/HU ngày 05/01/2024", "12-NQ/HU ngày 06/01/2024", ["cited-two-dates"]),
        ("12-NQ/HU ngày 05/01/2024", "12-NQ/HU ngày 5 tháng 1 năm 2024", []),
        ("12-NQ/HU ngày 05/01/2024", "12/NQ-HU", ["cited-two-ways"]),
        ("12-NQ/HU ngày 05/01/2024", "12 - NQ/HU", []),
        ("12-NQ/HU ngày 05/01/2024", "13-NQ/HU ngày 06/01/2024", []),
    ],
)
def test_one_number_cited_twice(first: str, second: str, expected: list[str]) -> None:
    text = HEAD + f"{CITED.format(first)}\n\nI. MỤC TIÊU\n\n- Thực hiện Nghị quyết số {second} của Huyện ủy.\n"
    assert codes(a_case(text)) == expected


# a place with no date in the text after it
BARE = place("Nghị quyết số 12-NQ/HU", start=len(HEAD))


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (a_basis(), []),
        (a_basis(issued_on="2024-03-16"), ["cited-after-issue"]),
        (a_basis(issued_on=None, evidence=[BARE]), ["cited-without-date"]),
        (a_basis(type="Luật", number="47/2010/QH12", issued_on=None, issuer=None), []),
        (
            a_basis(
                type="Quyết định",
                number="16/QĐ-CDC",
                issuer="Cục Dân số",
                evidence=[place("Quyết định số 16/QĐ-CDC của Cục Dân số", start=len(HEAD))],
            ),
            ["cited-issuer"],
        ),
        (a_basis(type="Quyết định", number="16/QĐ-TTg", issuer="Thủ tướng Chính phủ"), []),
        (a_basis(type="Quyết định", number="16/QĐ-XYZ", issuer="Cục Dân số"), []),
        (a_basis(number="25/KH-UBND", issued_on="2024-05-05"), []),
    ],
)
def test_cited_documents(basis: Any, expected: list[str]) -> None:
    assert codes(a_case(legal_bases=[basis])) == expected


ANNEX = (
    body("I. MỤC TIÊU", "- Nâng cao chất lượng.", closing=CLOSING)
    + "PHỤ LỤC I\n\n{}\n\nTT\tViệc\tHạn\n1\tRà soát\tQuý I\n"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Kèm theo Kế hoạch số 25/KH-UBND ngày 15/3/2024 của Ủy ban nhân dân xã)", []),
        ("(Kèm theo Kế hoạch số 52/KH-UBND ngày 15/3/2024 của Ủy ban nhân dân xã)", ["own-number"]),
        ("Kế hoạch số 52/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân xã", ["own-number"]),
        ("(Ban hành kèm theo Kế hoạch số 25/KH-UBND ngày 16/3/2024 của Ủy ban nhân dân xã)", ["own-date"]),
        ("(Kèm theo Kế hoạch số     /KH-UBND ngày     /3/2024 của Ủy ban nhân dân xã)", []),
        ("(Kèm theo Quyết định số 52/QĐ-UBND ngày 16/3/2024 của Ủy ban nhân dân xã)", []),
    ],
)
def test_number_and_date_under_an_annex(line: str, expected: list[str]) -> None:
    assert codes(a_case(ANNEX.format(line))) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("về phát triển nguồn nhân lực xã năm 2024", []),
        ("về việc phát triển nguồn nhân lực", []),
        ("về phòng, chống thiên tai và tìm kiếm cứu nạn", ["own-title"]),
    ],
)
def test_subject_under_an_annex(subject: str, expected: list[str]) -> None:
    line = f"(Kèm theo Kế hoạch số 25/KH-UBND ngày 15/3/2024 của Ủy ban nhân dân xã {subject})"
    header = a_header(title="Phát triển nguồn nhân lực xã năm 2024")
    assert codes(a_case(ANNEX.format(line), document=header)) == expected


def test_symbol_printed_with_spaces() -> None:
    header = a_header(raw={"number": "25 /KH - UBND"}, evidence={"number": [place("25 /KH - UBND")]})
    assert codes(a_case(document=header)) == ["own-symbol-spaced"]
    assert codes(a_case(document=a_header(raw={"number": "25/KH-UBND"}))) == []
    assert codes(a_case(document=a_header(raw={"number": "25 /KH-UBND"}))) == []


def test_blank_number_and_date() -> None:
    header = a_header(number="/KH-UBND", issued_on=None, raw={"number": "/KH-UBND", "issued_on": "ngày    tháng"})
    assert messages(a_case(document=header), "blank") == ["Để trống hoặc không đọc được: số, ngày ban hành."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (body("I. MỤC TIÊU", "- Giảm nghèo (chi tiết tại Phụ lục kèm theo)."), True),
        (body("I. MỤC TIÊU", "- Lập danh sách theo Phụ lục đính kèm."), True),
        (body("I. MỤC TIÊU", "- Theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP."), False),
        (body("I. MỤC TIÊU", "- Chi tiết tại Phụ lục kèm theo.", closing=CLOSING) + ANNEX.partition(CLOSING)[2], False),
        (body("I. MỤC TIÊU", "- Giảm nghèo."), False),
    ],
)
def test_announced_annex(text: str, found: bool) -> None:
    assert ("annex-absent" in codes(a_case(text))) is found


@pytest.mark.parametrize(
    ("authority", "capacity", "issuer", "found"),
    [
        (None, "KT. CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ HÒA SƠN", True),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ HÒA SƠN", False),
        (None, "KT. GIÁM ĐỐC", "SỞ NỘI VỤ", False),
        (None, None, "ỦY BAN NHÂN DÂN XÃ HÒA SƠN", False),
    ],
)
def test_signature_without_authority(authority: str | None, capacity: str | None, issuer: str, found: bool) -> None:
    signature = Signature(authority=authority, capacity=capacity, position="PHÓ CHỦ TỊCH", name="Trần Văn Bình")
    assert ("signature-authority" in codes(a_case(document=a_header(signature=signature, issuer=issuer)))) is found


@pytest.mark.parametrize(
    ("agency", "recipients", "found"),
    [
        ("Phòng Giáo dục và Đào tạo", ["UBND huyện", "Lưu: VT"], True),
        ("Phòng Giáo dục và Đào tạo", ["Phòng Giáo dục và Đào tạo", "Lưu: VT"], False),
        ("Phòng Giáo dục và Đào tạo", ["Các phòng, ban thuộc UBND huyện"], False),
        ("Phòng Y tế", ["Các phòng, ban, đơn vị"], False),
        ("Chi cục Thống kê", ["Các phòng, ban đơn vị"], True),
        ("Chi cục Thủy lợi", ["Các phòng, đơn vị thuộc Sở"], False),
        ("Chi cục Thủy lợi", ["Các phòng chuyên môn, đơn vị trực thuộc Sở"], False),
        ("Quỹ Phát triển đất", ["Các đơn vị thuộc UBND tỉnh"], False),
        ("Chi cục Thủy lợi", ["Các phòng, Chi cục"], False),
        ("Chi cục Thủy lợi", ["Chi cục Kiểm lâm", "Các đơn vị thuộc tỉnh"], True),
        ("Sở Y tế", ["Các sở, ban, ngành thuộc tỉnh"], False),
        ("UBND các xã", ["UBND các xã, phường"], False),
        ("Các sở, ban, ngành", ["Lưu: VT"], False),
        ("Đề nghị Ủy ban MTTQ xã", ["Ủy ban MTTQ xã"], False),
        ("Sở Tài chính", ["Như trên", "Lưu: VT"], False),
        ("Sở Tài chính", ["Các cơ quan, đơn vị liên quan"], False),
        ("Sở Tài chính", ["Nhu Diều 3", "Lưu: VT"], False),
        ("Cơ quan nhà nước", ["Lưu: VT"], False),
        ("Sở Tài chính", [], False),
        ("Ủy ban nhân dân xã Hòa Sơn", ["UBND huyện"], False),
        ("Hội Liên hiệp Phụ nữ xã", ["Các đoàn thể xã"], False),
        ("Công an xã", ["Các ban, ngành xã"], False),
        ("Phòng Giáo dục và Đào tạo", ["Phòng GD&ĐT"], False),
    ],
)
def test_recipients(agency: str, recipients: list[str], found: bool) -> None:
    case = a_case(document=a_header(recipients=recipients), responsibilities=[a_duty(agency=agency)])
    assert ("not-a-recipient" in codes(case)) is found


def test_lead_and_deadline_that_only_one_of_many_lacks() -> None:
    tasks = [
        a_task(
            id=f"task:{at}",
            lead=["Phòng Nội vụ"],
            deadline="Quý II/2024",
            due=due("2024-04-01", "2024-06-30"),
            text=f"Việc thứ {at}",
        )
        for at in range(5)
    ]
    no_lead = tasks[4].model_copy(update={"lead": []})
    no_deadline = tasks[4].model_copy(update={"deadline": None, "due": None})
    heading = tasks[4].model_copy(update={"lead": [], "deadline": None, "due": None})
    assert codes(a_case(tasks=[*tasks[:4], no_lead])) == ["no-lead"]
    assert codes(a_case(tasks=[*tasks[:4], no_deadline])) == ["no-deadline"]
    assert codes(a_case(tasks=[*tasks[:4], heading])) == []
    assert codes(a_case(tasks=tasks)) == []
    assert codes(a_case(tasks=[tasks[0], tasks[1], no_lead])) == []


@pytest.mark.parametrize(("number", "found"), [("12", False), ("13", True)])
def test_a_number_cited_in_short_after_it_was_given_in_full(number: str, found: bool) -> None:
    text = HEAD + "Căn cứ Nghị quyết số 12-NQ/HU ngày 05/01/2024 của Huyện ủy;\n\nI. MỤC TIÊU\n"
    basis = a_basis(number=number, issued_on=None, evidence=[place(f"Nghị quyết số {number}", start=len(text))])
    assert ("cited-without-date" in codes(a_case(text, legal_bases=[basis]))) is found


def test_a_finding_marks_its_items() -> None:
    from pipeline.validate.findings import add

    case = a_case(goals=[a_goal(value=120), a_goal(id="goal:I.1:2", name="Tỷ lệ khác")])
    plan = add(case)
    assert [(g.status, g.findings) for g in plan.goals] == [
        ("doubtful", ["finding:target-above-100:1"]),
        ("supported", []),
    ]
    assert plan.findings[0].items == ["goal:I.1:1"]
    assert plan.goals[0].value == 120


def test_an_info_leaves_the_status_of_its_items() -> None:
    from pipeline.validate.findings import add

    plan = add(a_case(legal_bases=[a_basis(issued_on=None, evidence=[BARE])]))
    assert (plan.legal_bases[0].status, plan.legal_bases[0].findings) == ("supported", ["finding:cited-without-date:1"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tổ chức cho các các ban ngành.", ["word-twice"]),
        ("Thực hiện Chương trình chương trình mới.", ["word-twice"]),
        ("Ngày ngày vệ sinh, nhà nhà văn hóa.", []),
        ("Công tác đào tạọ tập huấn.", ["two-tones"]),
        ("Công tác đào tạo tập huấn.", []),
        ("Sửa đổi một sốđiều của Quy chế.", []),
        ("Tổ chức “Ngày hội đọc sách và tuyên truyền “Vì trẻ em” tại trường.", ["quote-unclosed"]),
        ("Tổ chức “Ngày hội đọc sách” và “Vì trẻ em” tại trường.", []),
        ("Phát động “Học tập suốt đời, năm 2024” và “Học tập suốt đời năm 2024”.", ["name-two-ways"]),
        ("Phát động “Học tập suốt đời” và hội thi “Học tập suốt đời” cấp xã.", []),
        ("Nhà văn hoá và đội văn hóa; thuế thuỷ lợi phí.", ["tone-placement"]),
        ("Nhà văn hóa và đội văn hóa; quý hai, quy chế.", []),
        ("Xây dựng mô hình PTKTQR tại các thôn.", ["abbreviation-undefined"]),
        ("Xây dựng mô hình phát triển kinh tế quế rừng (PTKTQR); PTKTQR tại các thôn.", []),
        ("Phối hợp với UBND huyện và BHXH; lớp XMC.", ["abbreviation-undefined"]),
        ("Công ty Tin học QXZ Việt Nam cung cấp phần mềm.", []),
        ("Chỉ số an toàn (GCI) và năng lực cạnh tranh (GCI).", []),
        ("Chỉ số an toàn thông tin mạng (GCI) và chỉ số năng lực cạnh tranh (GCI).", ["abbreviation-two-meanings"]),
    ],
)
def test_slips_of_typing(words: str, expected: list[str]) -> None:
    assert codes(a_case(body("I. NHIỆM VỤ", f"- {words}"))) == expected


def test_items_without_a_final_mark() -> None:
    items = [f"- Tổ chức đợt kiểm tra thứ {at} tại các trường." for at in range(9)]
    assert codes(a_case(body("I. NHIỆM VỤ", *items))) == []
    assert codes(a_case(body("I. NHIỆM VỤ", *items, "- Tổ chức kiểm tra đột xuất tại trạm y tế"))) == ["no-final-mark"]
    assert codes(a_case(body("I. NHIỆM VỤ", *[item.rstrip(".") for item in items]))) == []


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("Triển khai các nội dung của đề án.", "KH", True),
        ("Đơn vị thực hiện tốt đề án này.", "KH", True),
        ("Triển khai các nội dung của đề án.", "QĐ", False),
        ("Triển khai các nội dung của Đề án phát triển rừng.", "KH", False),
        ("Thực hiện kế hoạch này.", "KH", False),
    ],
)
def test_the_document_called_by_another_kind(words: str, kind: str, found: bool) -> None:
    text = body("I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế:", f"- {words}")
    assert ("own-kind" in codes(a_case(text, document=a_header(type=kind)))) is found


@pytest.mark.parametrize(
    ("starts", "count"), [(["2024"] * 9 + ["2023"], 1), (["2024"] * 10, 0), (["2023"] * 5 + ["2024"] * 5, 0)]
)
def test_work_that_begins_before_the_year_of_issue(starts: list[str], count: int) -> None:
    tasks = [
        a_task(id=f"task:{at}", lead=["A"], deadline=f"{year} - 2025", due=due(f"{year}-01-01", "2025-12-31"))
        for at, year in enumerate(starts)
    ]
    header = a_header(period=Years(**{"from": 2024, "to": 2025}))
    assert codes(a_case(document=header, tasks=tasks)) == ["early-start"] * count


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        ("Từ quý III/2024", True),
        ("Từ ngày 15/3/2024", True),
        ("Từ quý I đến hết năm 2024", False),
        ("Từ tháng 3 - 6/2024", False),
        ("Quý III/2024", False),
        ("Từ năm 2024 trở đi", False),
        (None, False),
    ],
)
def test_a_deadline_without_an_end(deadline: str | None, found: bool) -> None:
    assert ("deadline-open" in codes(a_case(tasks=[a_task(deadline=deadline)]))) is found


def test_a_beginning_that_recurs_needs_no_end() -> None:
    assert codes(a_case(tasks=[a_task(deadline="Từ tháng 3", due=due("2024-03-01", None, "yearly"))])) == []


@pytest.mark.parametrize(("agency", "found"), [("UBND các xã", True), ("Tổ chức, cá nhân", False)])
def test_one_body_under_two_headings(agency: str, found: bool) -> None:
    paths = ("V.1", "V.8")
    sections = [a_section(id=f"s{at}", path=path, level=2, title=agency) for at, path in enumerate(paths)]
    duties = [a_duty(id=f"d{at}", agency=agency, section=p, section_id=f"s{at}") for at, p in enumerate(paths)]
    assert ("two-headings" in codes(a_case(sections=sections, responsibilities=duties))) is found


def test_two_parts_on_organisation() -> None:
    titles = ["CƠ QUAN CHỈ ĐẠO VÀ TỔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ"]
    sections = [a_section(id=f"section:{at}", title=title, kind="organisation") for at, title in enumerate(titles)]
    assert codes(a_case(sections=sections)) == ["two-parts"]
    assert codes(a_case(sections=sections[1:])) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("50/NQ-CP ngày 17/4/2020", "50/NQ-CP ngày 20/5/2021", ["cited-same-number"]),
        ("50/2020/NĐ-CP ngày 17/4/2020", "50/2020/NĐ-CP ngày 17/4/2021", ["cited-two-dates"]),
        ("50/NQ-CP ngày 17/4/2020", "50/NQ-CP ngày 18/4/2020", ["cited-two-dates"]),
        ("50/QĐ-UBND ngày 17/4/2020", "50/QD-UBND", []),
    ],
)
def test_one_number_of_two_years(first: str, second: str, expected: list[str]) -> None:
    assert codes(a_case(HEAD + f"Căn cứ Văn bản số {first}; Văn bản số {second};\n\nI. MỤC TIÊU\n")) == expected


def scanned(doubtful: bool, confidence: float) -> Case:
    text = "Tỷ lệ hộ nghèo đạt 78%"
    word = Word(Span(19, 22), 1, BBox(0, 0, 9, 9), confidence=confidence, doubtful=doubtful)
    page = Page(1, Span(0, len(text)), "ocr")
    line = Line(Span(0, len(text)), 1, method="ocr")
    document = replace(a_case().document, text=text, pages=(page,), lines=(line,), words=(word,))
    goal = a_goal(evidence=[place(text)], raw={"value": "78%"})
    return Case(a_plan(goals=[goal]), document, a_case("").outline)


@pytest.mark.parametrize(
    ("doubtful", "confidence", "expected"),
    [(True, 0.95, ["doubtful-digits"]), (False, 0.3, ["doubtful-digits"]), (False, 0.9, [])],
)
def test_digits_that_are_not_read_for_sure(doubtful: bool, confidence: float, expected: list[str]) -> None:
    found = find(scanned(doubtful, confidence))
    assert [f.code for f in found] == expected
    assert [place.quote for f in found for place in f.evidence] == ["78%"] * len(expected)


def rows(*numbers: list[str]) -> list[list[str]]:
    return [[str(at), f"Xã {at}", *row] for at, row in enumerate(numbers, start=1)]


@pytest.mark.parametrize(
    ("total", "found"), [(["60", "30", "33", "12"], []), (["60", "30", "32", "12"], ["total-of-rows"])]
)
def test_total_of_rows(total: list[str], found: list[str]) -> None:
    parts = rows(["10", "4", "6", "2"], ["20", "11", "12", "4"], ["30", "15", "15", "6"])
    annex = an_annex(["TT", "Xã", "Hộ", "Nam", "Nữ", "Trẻ em"], [*parts, ["", "Tổng cộng", *total]])
    assert codes(a_case(annexes=[annex])) == found


def test_total_of_columns() -> None:
    right = [["10", "4", "6"], ["23", "11", "12"], ["1.030", "1.015", "15"]]
    wrong = [*right, ["31", "15", "15"]]
    columns = ["TT", "Xã", "Tổng số", "Nam", "Nữ"]
    assert codes(a_case(annexes=[an_annex(columns, rows(*right))])) == []
    case = a_case(annexes=[an_annex(columns, rows(*wrong))])
    assert messages(case, "total-of-columns") == [
        "Dòng “4 Xã 4”: cột “Tổng số” ghi 31, nhưng các cột thành phần cộng lại là 30."
    ]


PARTS = (
    "Tổng kinh phí là {} triệu đồng, trong đó: ngân sách tỉnh 31.200 triệu đồng, ngân sách xã 9.400 triệu đồng, "
    "xã hội hóa 7.000 triệu đồng."
)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([PARTS.format("48.600")], True),
        ([PARTS.format("47.600")], False),
        (["Tổng kinh phí là 48.600 triệu đồng, trong đó ngân sách tỉnh 1.200 triệu đồng, xã 400 triệu đồng."], False),
        (["Tổng mức bán lẻ 1.054,9 tỷ đồng, trong đó nhà nước 33,8 tỷ đồng; ngoài nhà nước 1.021,1 tỷ đồng."], False),
        (["Tổng số lao động được đào tạo là 900 người, gồm:", "- May: 400 người;", "- Mộc: 410 người."], True),
        (["Tổng số lao động được đào tạo là 900 người, gồm:", "- May: 400 người;", "- Mộc: 500 người."], False),
    ],
)  # fmt: skip
def test_total_in_a_sentence(lines: list[str], found: bool) -> None:
    assert ("total-in-text" in codes(a_case(body("I. KINH PHÍ", *lines)))) is found


@pytest.mark.parametrize(
    ("total", "ordinals", "count"),
    [("61", "1234", 1), ("60", "1234", 0), ("90", "1234", 0), ("61", "1I34", 0)],
)
def test_total_of_a_flat_table_with_one_column_of_numbers(total: str, ordinals: str, count: int) -> None:
    rows = [[label, f"Thôn {label}", str(10 * at)] for at, label in enumerate(ordinals[:3], start=1)]
    annex = an_annex(["TT", "Thôn", "Số hộ"], [*rows, ["", "Tổng cộng", total]])
    assert codes(a_case(annexes=[annex])).count("total-of-rows") == count


def test_recipients_listed_by_name_leave_the_others_out() -> None:
    header = a_header(recipients=["Các sở: Nội vụ, Tài chính", "Lưu: VT"])
    duties = [a_duty(id=f"d{at}", agency=name) for at, name in enumerate(["Sở Tài chính", "Sở Khoa học và Công nghệ"])]
    assert messages(a_case(document=header, responsibilities=duties), "not-a-recipient") == [
        "“Sở Khoa học và Công nghệ” được giao nhiệm vụ nhưng không có trong Nơi nhận."
    ]


@pytest.mark.parametrize(("kind", "found"), [("attachment", True), ("stamp", False)])
def test_a_file_inside_the_file_is_told(kind: Literal["attachment", "stamp"], found: bool) -> None:
    case = a_case()
    page = replace(case.document.pages[0], marks=(Mark(kind, "Biểu 01.xlsx"),))
    told = messages(replace(case, document=replace(case.document, pages=(page,))), "attachment-unread")
    assert told == (["Tệp PDF đính kèm “Biểu 01.xlsx”; nội dung tệp đính kèm không được đọc."] if found else [])
