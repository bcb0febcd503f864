from __future__ import annotations

from pipeline.document import Document
from pipeline.segment import outline
from pipeline.segment.rows import _edges
from tests.segment.pages import INDENTED, LEFT, Printed, pages_document
from tests.segment.test_outline import assert_partition
from tests.texts import text_document


def first(text: str, bold: bool = False) -> Printed:
    """First line of a paragraph that runs on: indented, up to the margin."""
    return Printed(text, INDENTED, bold=bold)


def short(text: str, x0: float = LEFT, bold: bool = False) -> Printed:
    """A line that ends before the margin."""
    return Printed(text, x0, None, bold)


def texts(document: Document) -> list[str]:
    found = outline(document)
    assert_partition(document, found)
    return [block.text for block in found.blocks if block.role != "furniture"]


TITLE = [short("KẾ HOẠCH", 270, bold=True), short("Công tác thư viện năm 2024", 230, bold=True)]


def test_wrapped_lines_are_joined() -> None:
    document = pages_document(
        [
            *TITLE,
            short("I. NHIỆM VỤ", INDENTED, bold=True),
            first("- Mua sách cho các thôn vùng cao, các trường học và các điểm"),
            short("bưu điện văn hóa xã."),
            first("- Phối hợp với Ủy ban Mặt trận Tổ quốc, các tổ chức chính trị"),
            Printed("- xã hội và Hội Khuyến học vận động người dân góp sách theo Kế hoạch số"),
            short("26. Nội dung này làm trong tháng 3."),
            short("- Mở tủ sách.", INDENTED),
        ]
    )
    assert texts(document)[3:] == [
        "Mua sách cho các thôn vùng cao, các trường học và các điểm bưu điện văn hóa xã.",
        "Phối hợp với Ủy ban Mặt trận Tổ quốc, các tổ chức chính trị - xã hội và Hội Khuyến học vận động người dân góp "
        "sách theo Kế hoạch số 26. Nội dung này làm trong tháng 3.",
        "Mở tủ sách.",
    ]


def test_a_page_number_does_not_cut_a_paragraph() -> None:
    document = pages_document(
        [*TITLE, short("I. NHIỆM VỤ", INDENTED), first("- Mua sách cho các thôn vùng cao, các"), short("1", 300)],
        [
            Printed("trường học và các điểm bưu điện văn hóa xã trong quý II và"),
            short("quý III."),
            short("2", 300),
        ],
    )
    assert texts(document)[-1] == (
        "Mua sách cho các thôn vùng cao, các trường học và các điểm bưu điện văn hóa xã trong quý II và quý III."
    )


def test_a_running_head_is_furniture() -> None:
    head = Printed("CÔNG BÁO HÒA AN/Số 7/Ngày 01-02-2024", 200, None)
    document = pages_document(
        [*TITLE, short("I. NHIỆM VỤ", INDENTED), short("- Mua sách.", INDENTED)],
        [head, short("- Mở tủ sách.", INDENTED)],
        [head, short("- Mở lớp.", INDENTED)],
        [head, short("- Tổng kết.", INDENTED)],
    )
    assert texts(document)[-4:] == ["Mua sách.", "Mở tủ sách.", "Mở lớp.", "Tổng kết."]


def test_the_box_of_a_digital_signature_is_furniture() -> None:
    document = pages_document(
        [
            *TITLE,
            short("I. NHIỆM VỤ", INDENTED),
            short("- Mua sách.", INDENTED),
            short("Nơi nhận:", LEFT, bold=True),
            short("- Lưu: VT.", LEFT),
            short("CHỦ TỊCH", 380, bold=True),
            short("Ký bởi: Ủy ban nhân dân xã", 380),
            short("Ngày ký: 13-07-2024 16:32:28 +07:00", 380),
            short("Lê Thị Hạnh", 380, bold=True),
        ]
    )
    assert texts(document)[-2:] == ["CHỦ TỊCH", "Lê Thị Hạnh"]


def test_a_bold_heading_over_two_lines_is_one() -> None:
    document = pages_document(
        [
            *TITLE,
            short("I. NHIỆM VỤ", INDENTED, bold=True),
            Printed("1. Nâng cao chất lượng phục vụ bạn đọc ở các thôn vùng sâu, vùng", INDENTED, bold=True),
            short("xa của xã", bold=True),
            first("Đưa sách lưu động về các thôn mỗi tháng một lần vào ngày chủ nhật đầu"),
            short("tháng."),
        ]
    )
    assert texts(document)[3:] == [
        "Nâng cao chất lượng phục vụ bạn đọc ở các thôn vùng sâu, vùng xa của xã",
        "Đưa sách lưu động về các thôn mỗi tháng một lần vào ngày chủ nhật đầu tháng.",
    ]


def test_a_note_in_brackets_under_a_list_stands_alone() -> None:
    document = pages_document(
        [
            *TITLE,
            short("I. MỤC TIÊU", INDENTED, bold=True),
            first("- Tổng số bản sách của các tủ sách thôn và thư viện xã đến cuối"),
            short("năm: 3.500 bản"),
            Printed("- Tổng số bạn đọc trong năm:                            900 lượt", INDENTED),
            short("(Chỉ tiêu từng thôn theo Phụ lục kèm theo)", INDENTED),
        ]
    )
    assert texts(document)[-1] == "(Chỉ tiêu từng thôn theo Phụ lục kèm theo)"


def test_the_margin_is_that_of_the_few_lines_that_run_on_and_not_of_a_speck() -> None:
    indented, running, speck = (113.4, 544.0), (85.0, 544.0), (21.0, 30.0)
    assert _edges([indented] * 26 + [running] * 6 + [speck]) == (85.0, 544.0)


def test_footnotes_do_not_cut_a_paragraph() -> None:
    notes = [
        Printed("1 Số liệu của Thư viện tỉnh năm 2023, chưa gồm sách điện tử và các ấn", size=10.0),
        Printed("phẩm tuyên truyền.", LEFT, None, size=10.0),
    ]
    document = pages_document(
        [*TITLE, short("I. NHIỆM VỤ", INDENTED), first("- Mua sách cho các thôn vùng cao, các"), *notes],
        [short("trường học và các điểm bưu điện văn hóa xã.")],
    )
    assert texts(document)[-1] == "Mua sách cho các thôn vùng cao, các trường học và các điểm bưu điện văn hóa xã."


def test_a_heading_in_capitals_over_two_lines_is_one() -> None:
    document = pages_document(
        [
            *TITLE,
            Printed("I. MỤC TIÊU, NHIỆM VỤ VÀ CÁC CHỈ TIÊU CHỦ YẾU CỦA KẾ HOẠCH", INDENTED, bold=True),
            short("NĂM 2005", bold=True),
            first("Đưa sách lưu động về các thôn mỗi tháng một lần vào ngày chủ nhật đầu"),
            short("tháng."),
        ]
    )
    assert texts(document)[2] == "MỤC TIÊU, NHIỆM VỤ VÀ CÁC CHỈ TIÊU CHỦ YẾU CỦA KẾ HOẠCH NĂM 2005"


def test_a_share_behind_a_dash_is_an_item_below_a_heading() -> None:
    listed = outline(text_document("I. MỤC TIÊU\n2.3. Dịch vụ cơ bản\n- 100% hộ nghèo có thẻ.\n- 90% hộ có nước.\n"))
    assert [block.text for block in listed.blocks][1:3] == ["Dịch vụ cơ bản", "100% hộ nghèo có thẻ."]
