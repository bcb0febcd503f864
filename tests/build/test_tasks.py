"""Work to do in invented plans: what is a task, who does it, by when."""

from __future__ import annotations

import pytest

from pipeline.plan import Task
from pipeline.run import understand
from tests.texts import text_document

HEAD = "KẾ HOẠCH\n\nPhát triển nhân lực năm 2026\n\nI. MỤC TIÊU\n\n- Nâng cao chất lượng nhân lực.\n\nII. NHIỆM VỤ\n\n"


def tasks(body: str) -> list[Task]:
    return understand(text_document(HEAD + body)).plan.tasks


def test_dashes_paragraphs_and_nested_items() -> None:
    found = tasks(
        "1. Tuyên truyền\n\n- Tổ chức các hội nghị chuyên đề.\n- Xây dựng mô hình điểm:\n+ Lựa chọn xã tham gia.\n"
        "+ Hỗ trợ kinh phí cho xã.\n\n2. Đào tạo\n\nMở các lớp bồi dưỡng cho cán bộ cơ sở.\n"
    )
    assert [(t.section, t.text) for t in found] == [
        ("II.1", "Tổ chức các hội nghị chuyên đề."),
        ("II.1", "Lựa chọn xã tham gia."),
        ("II.1", "Hỗ trợ kinh phí cho xã."),
        ("II.2", "Mở các lớp bồi dưỡng cho cán bộ cơ sở."),
    ]


def test_labelled_lines_tell_about_the_task_above() -> None:
    (task,) = tasks(
        "1. Xây dựng chuyên mục tuyên truyền trên sóng phát thanh\n\n- Đơn vị chủ trì: Sở Nội vụ.\n"
        "- Đơn vị phối hợp: Sở Tài chính; UBND các xã, phường.\n- Thời gian thực hiện: Quý II/2026.\n"
    )
    assert task.text == "Xây dựng chuyên mục tuyên truyền trên sóng phát thanh"
    assert task.lead == ["Sở Nội vụ"]
    assert task.support == ["Sở Tài chính", "UBND các xã, phường"]
    assert task.deadline == "Quý II/2026"
    assert task.due is not None
    assert (task.due.from_, task.due.to) == ("2026-04-01", "2026-06-30")


def test_deadline_in_the_sentence_and_year_of_the_plan() -> None:
    (task,) = tasks("- Hoàn thành việc rà soát danh mục trước ngày 15/12 và báo cáo kết quả.\n")
    assert task.deadline == "trước ngày 15/12"
    assert task.due is not None
    assert task.due.to == "2026-12-15"
    assert task.raw["due"] == "year of the plan"


def test_years_of_programmes_are_no_deadlines() -> None:
    (task,) = tasks("- Triển khai Chương trình phát triển đô thị giai đoạn 2021-2025, định hướng đến năm 2030.\n")
    assert (task.deadline, task.due) == (None, None)


def test_product_and_quantities() -> None:
    (task,) = tasks("- Tham mưu ban hành Quyết định về định mức hỗ trợ cho 25 hợp tác xã.\n")
    assert task.product == "Quyết định về định mức hỗ trợ cho 25 hợp tác xã"
    assert [(q.value, q.unit) for q in task.quantities] == [(25, "hợp tác xã")]


def test_rows_of_a_table_of_work() -> None:
    first, second = tasks(
        "- Theo bảng dưới đây:\n\n"
        "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm\n"
        "I\tThể chế\t\t\t\t\n"
        "1\tRà soát quy định về học phí\tSở Tài chính\tSở Nội vụ\tQuý I/2026\tBáo cáo\n"
        "2\tXây dựng đề án nhân lực\tSở Nội vụ\tUBND các xã, phường\tHằng năm\tĐề án\n"
    )[-2:]
    assert (first.text, first.lead, first.support) == ("Rà soát quy định về học phí", ["Sở Tài chính"], ["Sở Nội vụ"])
    assert (first.deadline, first.product) == ("Quý I/2026", "Báo cáo")
    assert second.due is not None
    assert second.due.recurrence == "yearly"


def test_groups_of_a_table_are_part_of_the_path() -> None:
    found = tasks(
        "- Theo phụ lục kèm theo.\n\nPHỤ LỤC\n\n"
        "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
        "I\tThể chế\t\t\n1\tRà soát quy định về học phí\tSở Tài chính\t2026\n"
        "H\tNhân lực\t\t\n1\tXây dựng đề án nhân lực\tSở Nội vụ\t2026 - 2027\n"
        "III\tTruyền thông\t\t\n1\tTổ chức hội thi cấp tỉnh\tSở Nội vụ\tQuý IV\n"
    )[-3:]
    assert [t.section.rpartition(".")[2] for t in found] == ["I", "II", "III"]
    assert [t.due and (t.due.from_, t.due.to) for t in found] == [
        ("2026-01-01", "2026-12-31"),
        ("2026-01-01", "2027-12-31"),
        ("2026-10-01", "2026-12-31"),
    ]


def test_forms_in_an_annex_give_no_work() -> None:
    found = tasks(
        "- Rà soát danh mục dự án.\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nLê Văn An\n\n"
        "PHỤ LỤC\nĐỀ CƯƠNG BÁO CÁO\n\nI. NHIỆM VỤ\n\n- Nêu kết quả thực hiện nhiệm vụ.\n"
    )
    assert [t.text for t in found] == ["Rà soát danh mục dự án."]


def test_notes_and_units_of_a_table_are_no_work() -> None:
    found = tasks(
        "- Trồng rau quanh chợ nổi.\n\n- Đơn vị tính: bó rau muống\n\n- Ghi chú: không tính rau dại.\n\n- 40 % ` l Ñ\n"
    )
    assert [task.text for task in found] == ["Trồng rau quanh chợ nổi."]


def test_a_report_gives_work_only_where_it_looks_forward() -> None:
    text = (
        "BÁO CÁO\n\nTình hình chợ nổi năm 2025\n\n"
        "I. CÔNG TÁC CHỈ ĐẠO\n\n- Ban hành Kế hoạch sắp xếp ghe thuyền.\n\n"
        "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n\n- Đã sắp xếp 40 ghe.\n\n"
        "III. NHIỆM VỤ TRỌNG TÂM NĂM 2026\n\n- Tiếp tục sắp xếp ghe thuyền.\n"
    )
    found = understand(text_document(text)).plan.tasks
    assert [task.text for task in found] == ["Tiếp tục sắp xếp ghe thuyền."]


def test_lettered_work_stands_under_its_heading() -> None:
    found = tasks("1. Truyền thông\n\na) Tổ chức hội thi cấp tỉnh.\n\nb) Hằng năm, tổng hợp báo cáo kết quả.\n")
    assert [(t.section, t.deadline) for t in found] == [("II.1", None), ("II.1", "Hằng năm")]


def test_a_numeral_with_a_title_heads_a_group_whatever_else_is_left_in_its_row() -> None:
    found = tasks(
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Sản phẩm | Thời gian |\n|---|---|---|---|---|\n"
        "| I | Thể chế | | | |\n| 1 | Xây dựng quy chế | Sở A | Quyết định | 2025 |\n"
        "| 2 | Rà soát văn bản | Sở A | Báo cáo | 2025 |\n"
        "| II | Nhân lực | | | năm tiếp theo |\n| 3 | Mở lớp bồi dưỡng | Sở B | Lớp học | 2026 |\n"
    )
    assert [(task.section, task.text) for task in found] == [
        ("II.I", "Xây dựng quy chế"),
        ("II.I", "Rà soát văn bản"),
        ("II.II", "Mở lớp bồi dưỡng"),
    ]


@pytest.mark.parametrize(
    ("brackets", "lead", "support", "deadline"),
    [
        ("PC08 chủ trì, PH10 phối hợp; hoàn thành trong tháng 8/2026", ["PC08"], ["PH10"], "trong tháng 8/2026"),
        (
            "Sở Y tế chủ trì, phối hợp với UBND xã; hoàn thành trước ngày 30/9",
            ["Sở Y tế"],
            ["UBND xã"],
            "trước ngày 30/9",
        ),
        ("Sở Y tế chủ trì; thời gian: quý II - III/2026", ["Sở Y tế"], [], "quý II - III/2026"),
        ("đơn vị thực hiện: Hội Nông dân tỉnh; thời gian: tháng 5", ["Hội Nông dân tỉnh"], [], "tháng 5"),
        ("do Sở Y tế chủ trì, Sở Nội vụ phối hợp; hoàn thành: tháng 6", ["Sở Y tế"], ["Sở Nội vụ"], "tháng 6"),
        ("Sở Y tế, quý III/2026", ["Sở Y tế"], [], "quý III/2026"),
        (
            "Sở Y tế phối hợp Hội Nông dân tỉnh thực hiện, trong tháng 5",
            ["Sở Y tế"],
            ["Hội Nông dân tỉnh"],
            "trong tháng 5",
        ),
        ("UBND các xã thực hiện trong tháng 4", ["UBND các xã"], [], "trong tháng 4"),
        ("hằng tháng", [], [], "hằng tháng"),
        ("các chi bộ thực hiện; quý I: 05, quý II: 07", ["các chi bộ"], [], None),
        ("dự kiến tháng 12/2026", [], [], "tháng 12/2026"),
        ("Quý IV/2026", [], [], "Quý IV/2026"),
        ("Sở Y tế", [], [], None),
        ("giai đoạn 2021-2025", [], [], None),
        ("Sở Y tế ban hành kèm theo Quyết định số 12/QĐ-SYT ngày 03/4/2025", [], [], None),
    ],
)
def test_brackets_that_close_a_task(brackets: str, lead: list[str], support: list[str], deadline: str | None) -> None:
    (task,) = tasks(f"- Sửa chữa các công trình cấp nước sạch ({brackets}).\n")
    assert (task.lead, task.support, task.deadline) == (lead, support, deadline)


def test_labels_that_are_headings_of_their_own() -> None:
    (task,) = tasks(
        "1. Hoàn thiện thể chế\n\na) Nội dung: Rà soát quy chế.\n\nb) Cơ quan chủ trì: Sở Nội vụ.\n\n"
        "c) Cơ quan phối hợp: Sở Tài chính; UBND cấp xã.\n\nd) Thời gian hoàn thành: Quý II/2026.\n"
    )
    assert (task.lead, task.support, task.deadline) == (["Sở Nội vụ"], ["Sở Tài chính", "UBND cấp xã"], "Quý II/2026")


def test_who_helps_by_when_in_a_last_sentence() -> None:
    (task,) = tasks(
        "1. Lắp đặt 50 camera. Sở Xây dựng làm chủ đầu tư, UBND các xã phối hợp thực hiện trong năm 2026.\n"
    )
    assert (task.lead, task.support, task.deadline) == (["Sở Xây dựng"], ["UBND các xã"], "trong năm 2026")


def test_from_now_on() -> None:
    (task,) = tasks("- Từ nay đến hết tháng 6/2026, rà soát toàn bộ hộ nghèo.\n")
    assert task.deadline == "Từ nay đến hết tháng 6/2026"


def test_a_ground_between_body_and_verb() -> None:
    (task,) = tasks("- Sở Y tế, trên cơ sở nhu cầu của các xã, tổ chức tập huấn trước 15/3.\n")
    assert (task.verb, task.lead, task.deadline) == ("tổ chức tập huấn", ["Sở Y tế"], "trước 15/3")


def test_a_last_clause_that_names_who_leads() -> None:
    first, second, third = tasks(
        "- Thu gom rác thải tại các tuyến đường; Công ty Cổ phần Môi trường đô thị Bình An chịu trách nhiệm.\n"
        "- Sửa chữa đường liên thôn trước mùa mưa, giao Phòng Kinh tế làm chủ đầu tư.\n"
        "- Rà soát hộ nghèo; Sở Y tế cấp thẻ bảo hiểm cho hộ nghèo.\n"
    )
    assert [task.lead for task in (first, second, third)] == [
        ["Công ty Cổ phần Môi trường đô thị Bình An"],
        ["Phòng Kinh tế"],
        [],
    ]


def test_a_label_of_the_time_ends_a_row_of_bodies() -> None:
    (task,) = tasks(
        "- Lập danh sách hộ cần di dời. Đơn vị phụ trách: Công an xã; phối hợp: các thôn; hạn hoàn thành: 30/4/2026.\n"
    )
    assert (task.lead, task.support, task.deadline) == (["Công an xã"], ["các thôn"], "30/4/2026")


def test_labels_in_one_line_parted_by_stops() -> None:
    (task,) = tasks(
        "1. Xây dựng chuyên mục tuyên truyền trên sóng phát thanh\n\n"
        "Đơn vị chủ trì: Phòng Y tế. Đơn vị phối hợp: UBND các xã. Thời gian: Tháng 01/2026.\n"
    )
    assert (task.lead, task.support, task.deadline) == (["Phòng Y tế"], ["UBND các xã"], "Tháng 01/2026")
    assert task.due is not None
    assert task.due.to == "2026-01-31"
    (task,) = tasks(
        "1. Xây dựng chuyên mục tuyên truyền trên sóng phát thanh\n\nĐơn vị chủ trì: Phòng Y tế. Thời gian: Quý I.\n"
    )
    assert (task.lead, task.support, task.deadline) == (["Phòng Y tế"], [], "Quý I")
