"""Targets in sentences, lists and annex tables of invented plans."""

from __future__ import annotations

import pytest

from pipeline.plan import Goal, Plan
from pipeline.run import understand
from tests.texts import text_document

HEAD = "KẾ HOẠCH\n\nPhát triển nhân lực năm 2026\n\n"


def plan(body: str) -> Plan:
    return understand(text_document(HEAD + body)).plan


def goals(*lines: str) -> list[Goal]:
    listed = "\n".join(f"- {line}" for line in lines)
    return plan(f"I. MỤC TIÊU NĂM 2026\n\n{listed}\n\nII. NHIỆM VỤ\n\n- Tuyên truyền sâu rộng trong Nhân dân.\n").goals


def test_one_value() -> None:
    (goal,) = goals("Tỷ lệ lao động qua đào tạo đạt trên 68%.")
    assert (goal.name, goal.comparator, goal.value, goal.unit) == ("Tỷ lệ lao động qua đào tạo", ">", 68, "%")
    assert (goal.period, goal.measured, goal.in_body, goal.in_annex) == ("2026", True, True, False)


def test_a_degree_and_upwards_is_part_of_the_name() -> None:
    (goal,) = goals("Tỷ lệ công chức cấp xã có trình độ đại học trở lên đạt 92%.")
    assert (goal.name, goal.value) == ("Tỷ lệ công chức cấp xã có trình độ đại học trở lên", 92)


def test_name_may_stand_behind_the_value() -> None:
    (goal,) = goals("100% cơ sở y tế ứng dụng bệnh án điện tử.")
    assert goal.name == "cơ sở y tế ứng dụng bệnh án điện tử"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Cứng hóa 5 km đường trục thôn.", "Cứng hóa đường trục thôn"),
        ("Trồng 120,5 ha rừng sản xuất.", "Trồng rừng sản xuất"),
        ("Huy động 20 tỷ đồng vốn ngoài ngân sách.", "Huy động vốn ngoài ngân sách"),
        ("Trồng mới 320 ha.", "Trồng mới"),
        ("Xây dựng 3 điểm du lịch.", "Xây dựng điểm du lịch"),
        ("Xây dựng 02 mô hình trồng chè.", "Xây dựng mô hình trồng chè"),
        ("Đưa từ 450 đến 500 lao động đi làm việc ở nước ngoài.", "Đưa lao động đi làm việc ở nước ngoài"),
        ("Phấn đấu đưa 80% hồ sơ lên môi trường số.", "đưa hồ sơ lên môi trường số"),
        ("Đưa tỷ lệ hộ nghèo xuống còn 3%.", "tỷ lệ hộ nghèo"),
        ("Đưa vào sử dụng 12 phòng học.", "Đưa vào sử dụng phòng học"),
        ("Có 12 xã về đích nông thôn mới.", "xã về đích nông thôn mới"),
    ],
)
def test_names_of_what_is_counted_or_measured(line: str, name: str) -> None:
    (goal,) = goals(line)
    assert goal.name == name


def test_value_inside_the_name() -> None:
    (goal,) = goals("Tỷ lệ trường học 90% đạt chuẩn quốc gia.")
    assert goal.name == "Tỷ lệ trường học đạt chuẩn quốc gia"


def test_bracket_holds_a_part_of_the_indicator() -> None:
    whole, part = goals("Tỷ lệ lao động qua đào tạo đạt 68% (Tỷ lệ có bằng cấp đạt 29,5%).")
    assert (part.name, part.value) == ("Tỷ lệ có bằng cấp", 29.5)
    assert part.parent == whole.id


def test_bracket_holds_what_was_reached_before() -> None:
    (goal,) = goals("Tỷ lệ hộ nghèo giảm còn 3% (kết quả năm 2025: 4,2%).")
    assert goal.value == 3
    assert goal.baseline is not None
    assert (goal.baseline.value, goal.baseline.period) == (4.2, "2025")


def test_list_with_a_common_head() -> None:
    first, second = goals("Cơ cấu lao động: Nông nghiệp 30%; dịch vụ 41,5%.")
    assert (first.name, first.value) == ("Cơ cấu lao động: Nông nghiệp", 30)
    assert (second.name, second.value) == ("Cơ cấu lao động: dịch vụ", 41.5)


def test_two_values_in_one_sentence() -> None:
    first, second = goals("Tỷ lệ bao phủ bảo hiểm y tế đạt 95%, tỷ lệ bao phủ bảo hiểm xã hội đạt 40%.")
    assert (first.name, first.value) == ("Tỷ lệ bao phủ bảo hiểm y tế", 95)
    assert (second.name, second.value) == ("tỷ lệ bao phủ bảo hiểm xã hội", 40)


def test_range_and_base() -> None:
    (goal,) = goals("Thu nhập bình quân đạt 60 - 65 triệu đồng/người/năm.")
    assert (goal.value, goal.max, goal.unit) == (60, 65, "triệu đồng/người/năm")
    (goal,) = goals("Tỷ lệ đô thị hóa tăng từ 30% lên 35%.")
    assert goal.baseline is not None
    assert (goal.value, goal.baseline.value, goal.change) == (35, 30, "from_to")


def test_objective_without_number_is_kept_apart() -> None:
    (goal,) = goals("Nâng cao chất lượng nguồn nhân lực của tỉnh.")
    assert (goal.measured, goal.value, goal.unit, goal.comparator) == (False, None, None, None)


def test_period_of_the_heading_and_of_the_sentence() -> None:
    found = plan(
        "I. MỤC TIÊU\n\n1. Đến năm 2030\n\n- Tỷ lệ A đạt 50%.\n- Đến năm 2028, tỷ lệ B đạt 40%.\n\n"
        "II. NHIỆM VỤ\n\n- Tuyên truyền sâu rộng.\n"
    ).goals
    assert [(g.name, g.period) for g in found] == [("Tỷ lệ A", "2030"), ("tỷ lệ B", "2028")]


def test_tasks_hold_targets_only_where_words_set_a_level() -> None:
    found = plan(
        "I. MỤC TIÊU\n\n- Tỷ lệ A đạt 50%.\n\nII. NHIỆM VỤ\n\n- Xây dựng 02 trường mầm non tại hai xã.\n"
        "- Xóa mù chữ cho người lớn; nâng tỷ lệ người biết chữ lên 95%.\n"
    ).goals
    assert [g.name for g in found] == ["Tỷ lệ A", "tỷ lệ người biết chữ"]


TABLE = (
    "TT\tChỉ tiêu\tĐVT\tThực hiện năm 2025\tKế hoạch năm 2026\tĐơn vị chủ trì\tĐơn vị phối hợp\n"
    "A\tGiáo dục\t\t\t\t\t\n"
    "1\tTỷ lệ lao động qua đào tạo\t%\t66,7%\t68%\tSở Nội vụ\tUBND các xã, phường\n"
    "-\tTrong đó có bằng cấp\t%\t28,1%\t29,5%\tSở Nội vụ\t\n"
    "2\tSố việc làm mới\tNgười\t15.200\t9.500\tSở Nội vụ\t\n"
)


def test_rows_of_an_annex() -> None:
    found = plan(f"I. NHIỆM VỤ\n\n- Tuyên truyền sâu rộng.\n\nPHỤ LỤC\n\n{TABLE}").goals
    assert [(g.name, g.value, g.unit, g.period, g.group) for g in found] == [
        ("Tỷ lệ lao động qua đào tạo", 68, "%", "2026", "Giáo dục"),
        ("Trong đó có bằng cấp", 29.5, "%", "2026", "Giáo dục"),
        ("Số việc làm mới", 9500, "Người", "2026", "Giáo dục"),
    ]
    assert found[1].parent == found[0].id
    assert found[0].baseline is not None
    assert (found[0].baseline.value, found[0].baseline.period) == (66.7, "2025")
    assert (found[0].lead, found[0].support) == (["Sở Nội vụ"], ["UBND các xã, phường"])


def test_body_leads_and_the_reading_of_the_annex_is_kept() -> None:
    found = plan(f"I. MỤC TIÊU\n\n- Tỷ lệ lao động qua đào tạo đạt 69%.\n\nPHỤ LỤC\n\n{TABLE}").goals
    merged = found[0]
    assert (merged.value, merged.in_body, merged.in_annex, merged.lead) == (69, True, True, ["Sở Nội vụ"])
    assert merged.annex is not None
    assert (merged.annex.value, merged.annex.raw, merged.annex.row) == (68, "68%", 1)
    assert found[1].parent == merged.id
    assert len(found) == 3


def test_every_value_stands_in_its_evidence() -> None:
    for goal in plan(f"I. MỤC TIÊU\n\n- Tỷ lệ hộ nghèo giảm còn 3%.\n\nPHỤ LỤC\n\n{TABLE}").goals:
        quotes = " ".join(one.quote for one in goal.evidence)
        assert goal.raw["value"] in quotes


def test_a_report_tells_what_was_reached() -> None:
    text = (
        "BÁO CÁO\n\nKết quả công tác năm 2025\n\nI. KẾT QUẢ\n\n1. Chỉ tiêu chủ yếu\n\n- Tỷ lệ hộ nghèo giảm còn 3%.\n\n"
        "II. PHƯƠNG HƯỚNG NĂM 2026\n\n1. Mục tiêu\n\n- Tỷ lệ hộ nghèo giảm còn 2%.\n"
    )
    assert [g.value for g in understand(text_document(text)).plan.goals] == [2]


def test_counts_inside_a_name_and_ages_are_no_targets() -> None:
    found = goals("Bảo đảm tưới chủ động cho diện tích lúa 2 vụ.", "Chăm sóc trẻ dưới 6 tuổi, người từ đủ 60 tuổi.")
    assert not any(g.measured for g in found)


def test_unit_printed_once_above_the_table() -> None:
    table = "TT\tChỉ tiêu\tKế hoạch năm 2026\n1\tĐất nông nghiệp\t1.250,5\n2\tĐất ở\t92,26\n"
    found = plan(f"I. MỤC TIÊU\n\n- Sử dụng đất hợp lý, hiệu quả.\n\nĐơn vị tính: ha\n\n{table}").goals
    assert [(g.value, g.unit) for g in found if g.measured] == [(1250.5, "ha"), (92.26, "ha")]


def test_period_of_a_group_row() -> None:
    table = (
        "TT\tChỉ tiêu\tĐơn vị\tKết quả\nI\tĐến năm 2027\t\t\n1\tTỷ lệ dịch vụ công trực tuyến\t%\t>= 80\n"
        "II\tĐến năm 2030\t\t\n1\tTỷ lệ dịch vụ công trực tuyến\t%\t95\n"
    )
    found = plan(f"I. MỤC TIÊU\n\n- Phát triển chính quyền số.\n\n{table}").goals
    assert [(g.value, g.comparator, g.period) for g in found if g.measured] == [(80, ">=", "2027"), (95, "=", "2030")]


# sentence -> (name, value, unit) of each target in it
SENTENCES = [
    (
        "Tổng lượt khách đạt 3,2 triệu lượt, trong đó khách quốc tế 180 nghìn lượt.",
        [("Tổng lượt khách", 3.2, "triệu lượt"), ("khách quốc tế", 180, "nghìn lượt")],
    ),
    (
        "Tỷ lệ lao động qua đào tạo đạt 71%, trong đó có bằng cấp, chứng chỉ đạt 31,5%.",
        [("Tỷ lệ lao động qua đào tạo", 71, "%"), ("Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", 31.5, "%")],
    ),
    ("Số bác sĩ trên 1 vạn dân đạt 12,5 bác sĩ.", [("Số bác sĩ trên 1 vạn dân", 12.5, "bác sĩ")]),
    ("Đào tạo trên 1.000 người.", [("Đào tạo", 1000, "người")]),
    ("Có 66/104 xã đạt chuẩn, tăng thêm 5 xã so với năm 2025.", [("xã đạt chuẩn", 66, "xã")]),
    ("Số xã đạt chuẩn là 88 xã, đạt 72,1% tổng số xã.", [("Số xã đạt chuẩn", 88, "xã")]),
    (
        "Tỷ lệ che phủ rừng duy trì ổn định ở mức 56,8%; trồng mới 3.100 ha rừng tập trung.",
        [("Tỷ lệ che phủ rừng", 56.8, "%"), ("trồng mới rừng tập trung", 3100, "ha")],
    ),
    (
        "Tổng diện tích gieo trồng 12.500 ha, sản lượng thóc đạt 65.000 tấn.",
        [("Tổng diện tích gieo trồng", 12500, "ha"), ("sản lượng thóc", 65000, "tấn")],
    ),
    ("Tỷ lệ phụ nữ sinh đủ 02 con đạt 55%.", [("Tỷ lệ phụ nữ sinh đủ 02 con", 55, "%")]),
    (
        "Tỷ lệ hài lòng của người bệnh nội trú ≥ 95%, người bệnh ngoại trú ≥ 90%.",
        [("Tỷ lệ hài lòng của người bệnh nội trú", 95, "%"), ("Tỷ lệ hài lòng của người bệnh ngoại trú", 90, "%")],
    ),
    ("Tỷ lệ vệ sinh tay đạt 85% (tăng 7% so với năm 2025).", [("Tỷ lệ vệ sinh tay", 85, "%")]),
    (
        "90% người cao tuổi được khám sức khỏe định kỳ ít nhất 01 lần/năm.",
        [("người cao tuổi được khám sức khỏe định kỳ ít nhất 01 lần/năm", 90, "%")],
    ),
    ("Thu ngân sách trên địa bàn phấn đấu đạt 11.250 tỷ đồng.", [("Thu ngân sách trên địa bàn", 11250, "tỷ đồng")]),
    ("Bố trí ít nhất 3% tổng chi cho khoa học.", [("Bố trí tổng chi cho khoa học", 3, "%")]),
    ("Số hóa 3.500 hồ sơ hộ tịch.", [("Số hóa hồ sơ hộ tịch", 3500, "hồ sơ")]),
    ("Cắt giảm ít nhất 30% thời gian giải quyết thủ tục.", [("Cắt giảm thời gian giải quyết thủ tục", 30, "%")]),
    ("Giảm 5% số vụ tai nạn so với năm 2025.", [("Giảm số vụ tai nạn", 5, "%")]),
    (
        "Xếp loại học lực: loại Tốt 38%, loại Khá 41%, loại Đạt 20%.",
        [
            ("Xếp loại học lực: loại Tốt", 38, "%"),
            ("Xếp loại học lực: loại Khá", 41, "%"),
            ("Xếp loại học lực: loại Đạt", 20, "%"),
        ],
    ),
    (
        "Phấn đấu có 12 sáng kiến cấp huyện, 2 - 3 sáng kiến cấp tỉnh.",
        [("sáng kiến cấp huyện", 12, "sáng kiến"), ("sáng kiến cấp tỉnh", 2, "sáng kiến")],
    ),
    ("Hoàn thành 240 căn nhà trong năm 2026.", [("Hoàn thành căn nhà", 240, "căn nhà")]),
    ("Kết nối đến 100% trạm y tế vào năm 2026.", [("Kết nối đến trạm y tế", 100, "%")]),
    (
        "100% hồ sơ công việc cấp tỉnh, 95% hồ sơ công việc cấp huyện và 90% hồ sơ công việc cấp xã "
        "được xử lý trên mạng.",
        [
            ("hồ sơ công việc cấp tỉnh được xử lý trên mạng", 100, "%"),
            ("hồ sơ công việc cấp huyện được xử lý trên mạng", 95, "%"),
            ("hồ sơ công việc cấp xã được xử lý trên mạng", 90, "%"),
        ],
    ),
    (
        "90% cơ quan có trang thông tin, 80% hồ sơ được số hóa.",
        [("cơ quan có trang thông tin", 90, "%"), ("hồ sơ được số hóa", 80, "%")],
    ),
    (
        "Cây lúa: diện tích 24.500 ha, năng suất 64,2 tạ/ha, sản lượng 157.290 tấn.",
        [
            ("Cây lúa: diện tích", 24500, "ha"),
            ("Cây lúa: năng suất", 64.2, "tạ/ha"),
            ("Cây lúa: sản lượng", 157290, "tấn"),
        ],
    ),
    (
        "Cây ngô: diện tích 6.800 ha; sản lượng trên 31.000 tấn.",
        [("Cây ngô: diện tích", 6800, "ha"), ("Cây ngô: sản lượng", 31000, "tấn")],
    ),
    (
        "Hỗ trợ sản xuất cho 3.600 hộ nghèo, hộ cận nghèo.",
        [("Hỗ trợ sản xuất cho hộ nghèo, hộ cận nghèo", 3600, "hộ nghèo, hộ cận nghèo")],
    ),
    (
        "Tổng diện tích gieo trồng: 640 ha. Trong đó: lúa nước 210 ha; ngô 150 ha; sắn 280 ha.",
        [("Tổng diện tích gieo trồng", 640, "ha"), ("lúa nước", 210, "ha"), ("ngô", 150, "ha"), ("sắn", 280, "ha")],
    ),
    (
        "Tổng đàn gia súc 3.250 con (trâu 420 con, bò 1.130 con).",
        [("Tổng đàn gia súc", 3250, "con"), ("trâu", 420, "con"), ("bò", 1130, "con")],
    ),
    (
        "Hoàn thành 100% chỉ tiêu; huấn luyện 45 dân quân.",
        [("chỉ tiêu", 100, "%"), ("huấn luyện dân quân", 45, "dân quân")],
    ),
    ("Tốc độ tăng trưởng bình quân 12%/năm.", [("Tốc độ tăng trưởng bình quân", 12, "%/năm")]),
    (
        "Tỷ lệ hồ sơ đúng hạn đạt trên 99%, trong đó cấp xã đạt 98,5% trở lên.",
        [("Tỷ lệ hồ sơ đúng hạn", 99, "%"), ("Tỷ lệ hồ sơ đúng hạn cấp xã", 98.5, "%")],
    ),
    (
        "Cắt giảm 50% thành phần hồ sơ và 50% chi phí tuân thủ.",
        [("Cắt giảm thành phần hồ sơ", 50, "%"), ("Cắt giảm chi phí tuân thủ", 50, "%")],
    ),
    (
        "Công suất phòng đạt 62%; thời gian lưu trú bình quân 2,1 ngày/khách.",
        [("Công suất phòng", 62, "%"), ("thời gian lưu trú bình quân", 2.1, "ngày/khách")],
    ),
    ("Ngành du lịch đóng góp khoảng 10% GRDP của tỉnh.", [("Ngành du lịch đóng góp GRDP của tỉnh", 10, "%")]),
    ("Diện tích cây hằng năm: 640 ha.", [("Diện tích cây hằng năm", 640, "ha")]),
    ("Giảm 20% số ca mắc (dưới 171 ca).", [("Giảm số ca mắc", 20, "%"), ("Giảm số ca mắc", 171, "ca")]),
    ("Số hộ ký cam kết: 8.400/8.750 hộ (96%).", [("Số hộ ký cam kết", 8400, "hộ")]),
    ("Tỷ lệ mắc sởi dưới 5/100.000 dân.", [("Tỷ lệ mắc sởi", 5, "/100.000 dân")]),
    ("Chỉ số nguy cơ tại các khu phố ≤ 20.", [("Chỉ số nguy cơ tại các khu phố", 20, None)]),
    ("Phấn đấu có thêm tối thiểu 30 doanh nghiệp số.", [("doanh nghiệp số", 30, "doanh nghiệp")]),
    (
        "Mỗi xã thực hiện ít nhất 01 công trình, phần việc thanh niên.",
        [("Mỗi xã thực hiện công trình, phần việc thanh niên", 1, "công trình, phần việc")],
    ),
    ("Thứ hạng của tỉnh thuộc nhóm 30 tỉnh dẫn đầu.", [("Thứ hạng của tỉnh thuộc nhóm 30 tỉnh dẫn đầu", None, None)]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_several_values_in_a_sentence(sentence: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(goal.name, goal.value, goal.unit) for goal in goals(sentence)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Hỗ trợ 300 nhà, trong đó xây mới 200 nhà.", "Chia ra các năm: 2026: 180 nhà; 2027: 120 nhà."),
            [("Hỗ trợ nhà", 180, "2026"), ("Hỗ trợ nhà", 120, "2027")],
        ),
        (
            ("Hỗ trợ xây nhà: năm 2026: 180 nhà; năm 2027: 120 nhà.",),
            [("Hỗ trợ xây nhà", 180, "2026"), ("Hỗ trợ xây nhà", 120, "2027")],
        ),
        (
            ("Tỷ lệ hộ nghèo: năm 2026 còn 5%; năm 2027 còn 4%.",),
            [("Tỷ lệ hộ nghèo", 5, "2026"), ("Tỷ lệ hộ nghèo", 4, "2027")],
        ),
        (
            ("Năm 2026 hoàn thành 240 căn; năm 2027 hoàn thành 360 căn.",),
            [("hoàn thành", 240, "2026"), ("hoàn thành", 360, "2027")],
        ),
    ],
)
def test_a_row_of_years(lines: tuple[str, ...], expected: list[tuple[str, float, str]]) -> None:
    found = goals(*lines)
    assert [(goal.name, goal.value, goal.period) for goal in found][-len(expected) :] == expected
    for goal in found:
        shown = " ".join(place.quote for place in goal.evidence)
        assert all(word in shown for word in goal.name.split())


def test_a_document_that_is_agreed_on_has_no_partners() -> None:
    (goal,) = goals("100% trường học ký quy chế phối hợp với Công an cấp xã.")
    assert goal.support == []


def test_brackets_may_tell_what_was_reached_before() -> None:
    (goal,) = goals("Điểm trung bình các tiêu chí đạt từ 3,6 điểm trở lên (năm 2025: 3,42 điểm).")
    assert goal.baseline is not None
    assert (goal.value, goal.comparator, goal.baseline.value, goal.baseline.period) == (3.6, ">=", 3.42, "2025")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Hoàn thành kết nối kho dữ liệu hộ chợ với cổng thông tin của tỉnh để 100% tiểu thương tra cứu được giá.",
            "tiểu thương tra cứu được giá",
        ),
        ("Rà soát, đơn giản hóa các bước cấp phép của phường đối với: 90% hồ sơ mở quầy.", "hồ sơ mở quầy"),
        ("Niêm yết, công khai tại chỗ 100% bảng giá dịch vụ.", "Niêm yết, công khai tại chỗ bảng giá dịch vụ"),
    ],
)
def test_what_is_done_for_a_share_is_no_part_of_its_name(line: str, name: str) -> None:
    (goal,) = goals(line)
    assert goal.name == name


def test_the_count_of_a_list_is_no_target() -> None:
    (goal,) = goals("Phát triển chợ theo 5 nhóm việc như sau: vệ sinh, giá cả, trật tự.")
    assert not goal.measured


def test_a_time_before_an_objective_is_its_period_and_not_its_name() -> None:
    (goal,) = goals("Giai đoạn 2024 - 2025: Hoàn thiện mạng lưới chợ nổi.")
    assert (goal.name, goal.period) == ("Hoàn thiện mạng lưới chợ nổi", "2024-2025")


def table(head: str, *rows: str) -> list[Goal]:
    return plan("I. NỘI DUNG\n\nKèm theo phụ lục.\n\nPHỤ LỤC\nCHỈ TIÊU\n\n" + "\n".join((head, *rows)) + "\n").goals


def test_comparisons_and_results_of_months_are_no_targets_and_no_baselines() -> None:
    head = "TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2026\tTH tháng 9/2026\tTH 9 tháng 2025\tSo với kế hoạch năm 2026 (%)"
    found = table(head, "1\tSản lượng muối\tTấn\t120\t14\t80\t11,7", "2\tSản lượng cá\tTấn\t60\t5\t41\t8,3")
    assert [(g.name, g.value, g.period, g.baseline) for g in found] == [
        ("Sản lượng muối", 120, "2026", None),
        ("Sản lượng cá", 60, "2026", None),
    ]


def test_a_column_of_words_sets_no_targets() -> None:
    head = "STT\tTên quầy\tNgành hàng\tMức dịch vụ"
    assert table(head, "1\tQuầy A\tRau\tToàn trình", "2\tQuầy B\tCá\tMột phần") == []


def annex_goals(*rows: str) -> list[Goal]:
    head = "PHỤ LỤC\n\n| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026 |\n|---|---|---|---|\n"
    return plan("II. NHIỆM VỤ\n\n- Tuyên truyền.\n\n" + head + "\n".join(rows) + "\n").goals


def test_groups_of_an_annex_hold_what_is_counted_below_them() -> None:
    found = annex_goals(
        "| I | Đến năm 2030 | | |",
        "| 1 | Quy mô kinh tế số | % | 30 |",
        "| 2 | Chỉ tiêu về dịch vụ công | | |",
        "| 2.1 | Tỷ lệ hồ sơ trực tuyến | % | 80 |",
        "| 2.2 | Tỷ lệ thanh toán trực tuyến | % | 70 |",
        "| 3 | Tỷ lệ phủ sóng 5G | % | 99 |",
        "| II | Đến năm 2045 | | |",
        "| 4 | Quy mô kinh tế xanh | % | 50 |",
    )
    assert [goal.group for goal in found] == [
        "Đến năm 2030",
        "Chỉ tiêu về dịch vụ công",
        "Chỉ tiêu về dịch vụ công",
        "Đến năm 2030",
        "Đến năm 2045",
    ]


def test_the_plan_of_the_year_before_sets_no_target() -> None:
    head = "TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2025\tƯớc thực hiện năm 2025\tKế hoạch năm 2026"
    found = table(head, "1\tTỷ lệ hộ nghèo\t%\t4,4\t4,3\t3,1", "2\tTỷ lệ che phủ rừng\t%\t53,5\t53,6\t53,7")
    assert [(goal.value, goal.period, goal.baseline and goal.baseline.value) for goal in found] == [
        (3.1, "2026", 4.3),
        (53.7, "2026", 53.6),
    ]


def test_of_a_table_that_shares_targets_out_the_column_of_the_whole_counts() -> None:
    head = "TT\tChỉ tiêu\tĐVT\tToàn huyện\tTân Hợp\tĐông Sơn\tSuối Cát\tNà Lốc"
    found = table(
        head, "1\tVườn mẫu\tvườn\t42\t10\t12\t8\t12", "2\tLao động được đào tạo\tngười\t540\t160\t170\t110\t100"
    )
    assert [(goal.name, goal.value) for goal in found] == [("Vườn mẫu", 42), ("Lao động được đào tạo", 540)]


def test_an_area_is_completed_by_the_indicator_above_it() -> None:
    found = annex_goals(
        "| 1 | Tỷ lệ rác thải được thu gom | | |",
        "| - | Khu vực đô thị | % | > 96 |",
        "| - | Trong đó: trung tâm | % | 99 |",
    )
    assert [goal.name for goal in found] == ["Tỷ lệ rác thải được thu gom khu vực đô thị", "trung tâm"]


@pytest.mark.parametrize("sign", ['"', "″", "nt", "-nt-", "//"])
def test_a_ditto_sign_repeats_the_unit_above(sign: str) -> None:
    found = annex_goals(
        "| 1 | Giá trị xuất khẩu | Triệu USD | 900 |",
        f"| - | Doanh nghiệp trong nước | {sign} | 255 |",
        f"| - | Doanh nghiệp nước ngoài | {sign} | 645 |",
    )
    assert [goal.unit for goal in found] == ["Triệu USD"] * 3
