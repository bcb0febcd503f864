from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Document
from pipeline.outline import Block, Outline
from pipeline.segment import outline
from tests.texts import text_document

PLAN = """
ỦY BAN NHÂN DÂN
XÃ HÒA AN

Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa An, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Phát triển thư viện xã năm 2024

Căn cứ Nghị quyết số 03/NQ-HĐND ngày 20/12/2023 của Hội đồng nhân dân xã;

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Mục tiêu chung

Đưa sách đến từng thôn, từng nhà; nâng cao thói quen đọc của người dân trong

toàn xã.

2. Chỉ tiêu

- Số bản sách đạt 3.500 bản.
- Tỷ lệ thôn có tủ sách đạt 80%:
+ Thôn vùng cao 60%;
+ Thôn còn lại 100%.

II. NHIỆM VỤ, GIẢI PHÁP

1. Bổ sung sách.

- Mua 500 bản sách mới.

2. Đào tạo người làm thư viện.

- Mở một lớp tập huấn.

III. TỔ CHỨC THỰC HIỆN

1. Công chức Văn hóa - xã hội: Chủ trì, phối hợp với các thôn triển khai Kế hoạch này.

2. Các thôn

Vận động người dân góp sách.

Trên đây là Kế hoạch phát triển thư viện xã năm 2024./.

Nơi nhận:
- TT Đảng ủy xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Thị Hạnh

PHỤ LỤC I
DANH MỤC SÁCH
(Kèm theo Kế hoạch số 12/KH-UBND)

TT\tTên sách\tSố bản
1\tSách thiếu nhi\t300
"""


def blocks(document: Document) -> dict[str, Block]:
    return {block.text: block for block in outline(document).blocks}


def assert_partition(document: Document, found: Outline) -> None:
    edges = [block.span.start for block in found.blocks] + [len(document.text)]
    assert not found.blocks or edges[0] == 0
    for block, end in zip(found.blocks, edges[1:], strict=True):
        assert block.span.end == end
        assert block.parent is None or block.parent < block.index
        for piece in block.flow.pieces:
            assert block.span.covers(piece)


def test_zones_levels_and_paths() -> None:
    document = text_document(PLAN)
    assert_partition(document, outline(document))
    found = blocks(document)
    expected = {
        "Số: 12/KH-UBND": ("letterhead", "paragraph", 0, ""),
        "KẾ HOẠCH": ("title", "paragraph", 0, ""),
        "Phát triển thư viện xã năm 2024": ("title", "paragraph", 0, ""),
        "Ủy ban nhân dân xã ban hành Kế hoạch như sau:": ("preamble", "paragraph", 0, ""),
        "MỤC TIÊU": ("body", "heading", 1, "I"),
        "Mục tiêu chung": ("body", "heading", 2, "I.1"),
        "Số bản sách đạt 3.500 bản.": ("body", "item", 3, "I.2"),
        "Thôn vùng cao 60%;": ("body", "item", 4, "I.2"),
        "Bổ sung sách.": ("body", "heading", 2, "II.1"),
        "Công chức Văn hóa - xã hội:": ("body", "heading", 2, "III.1"),
        "Các thôn": ("body", "heading", 2, "III.2"),
        "Trên đây là Kế hoạch phát triển thư viện xã năm 2024./.": ("closing", "paragraph", 0, ""),
        "Lưu: VT.": ("closing", "item", 0, ""),
        "Lê Thị Hạnh": ("closing", "paragraph", 0, ""),
        "DANH MỤC SÁCH": ("annex", "heading", 0, "PHỤ LỤC I"),
    }
    for text, (zone, role, level, path) in expected.items():
        block = found[text]
        assert (block.zone, block.role, block.level, block.path) == (zone, role, level, path), text


def test_a_paragraph_cut_by_a_page_break_is_whole() -> None:
    found = blocks(text_document(PLAN))
    assert "Đưa sách đến từng thôn, từng nhà; nâng cao thói quen đọc của người dân trong toàn xã." in found


def test_a_run_in_title_is_set_apart_from_its_text() -> None:
    document = text_document(PLAN)
    tree = outline(document)
    text = "Chủ trì, phối hợp với các thôn triển khai Kế hoạch này."
    body = next(block for block in tree.blocks if block.text == text)
    assert body.role == "paragraph"
    assert body.parent is not None
    assert tree.blocks[body.parent].text == "Công chức Văn hóa - xã hội:"


def test_kinds_of_top_sections() -> None:
    found = blocks(text_document(PLAN))
    assert found["MỤC TIÊU"].kind == "goals"
    assert found["Mua 500 bản sách mới."].kind == "tasks"
    assert found["Vận động người dân góp sách."].kind == "organisation"


def test_a_table_is_one_block() -> None:
    tables = [block for block in outline(text_document(PLAN)).blocks if block.role == "table"]
    assert [block.table for block in tables] == [0]
    assert "Sách thiếu nhi" in tables[0].text


LINES = st.lists(
    st.one_of(
        st.text(alphabet="abc đ.;:-+1 I\tN", max_size=30),
        st.sampled_from(
            [
                "I. MỤC TIÊU",
                "1. Sở Nội vụ: Chủ trì thực hiện",
                "- Xây dựng",
                "KẾ HOẠCH",
                "Nơi nhận:",
                "",
                "PHỤ LỤC",
                "TM. ỦY BAN NHÂN DÂN",
                "CHỦ TỊCH",
                "Căn cứ Luật;",
                "Điều 1. Phê duyệt",
                "a\tb\tc",
                "Trên đây là",
            ]
        ),
    ),
    max_size=30,
)


@given(LINES)
def test_blocks_cover_any_text_without_gap_or_overlap(lines: list[str]) -> None:
    document = text_document("\n".join(["x", *lines]))
    found = outline(document)
    assert_partition(document, found)
    words = "".join(block.flow.text for block in found.blocks)
    assert len([c for c in words if c.isalpha()]) <= len([c for c in document.text if c.isalpha()])


TASKS = """
KẾ HOẠCH
Thư viện năm 2024

I. NHIỆM VỤ

1. Mua sách cho các thôn.

Đơn vị chủ trì: Công chức văn hóa.

Thời gian hoàn thành: Quý II/2024.

2. Mở tủ sách lưu động.

Đơn vị chủ trì: Các thôn.
"""


def test_labels_under_a_piece_of_work_make_it_no_heading() -> None:
    tree = outline(text_document(TASKS))
    work = next(block for block in tree.blocks if block.text == "Mua sách cho các thôn.")
    assert work.role == "item"
    labels = [block.text for block in tree.children(work)]
    assert labels == ["Đơn vị chủ trì: Công chức văn hóa.", "Thời gian hoàn thành: Quý II/2024."]


def test_kinds_of_sections_under_an_article() -> None:
    text = (
        "QUYẾT ĐỊNH\nPhê duyệt Đề án\n\nĐiều 1. Phê duyệt Đề án với nội dung sau:\n\nI. MỤC TIÊU\n\n1. Tăng 5%.\n\n"
        "II. NHIỆM VỤ\n\n1. Mua sách.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    )
    found = blocks(text_document(text))
    assert found["MỤC TIÊU"].kind == "goals"
    assert found["Mua sách."].kind == "tasks"
    assert (found["NHIỆM VỤ"].level, found["Mua sách."].path) == (1, "II.1")


def test_an_annex_without_its_document() -> None:
    tree = outline(text_document("PHỤ LỤC II\nDANH MỤC SÁCH\n(Kèm theo Kế hoạch số 12/KH-UBND)\n\nI. SÁCH THIẾU NHI\n"))
    assert {block.zone for block in tree.blocks} == {"annex"}
    heading = tree.blocks[0]
    assert (heading.label, heading.text) == ("PHỤ LỤC II", "DANH MỤC SÁCH")
    assert tree.blocks[-1].path == "PHỤ LỤC II.I"


DUTIES = """
KẾ HOẠCH
Thư viện năm 2024

I. TỔ CHỨC THỰC HIỆN

1. Công chức văn hóa: Chủ trì, phối hợp với các thôn triển khai Kế hoạch này.

2. Đoàn Thanh niên: cử người tham dự.

3. Các thôn: Nà Lạng, Pác Ngòi và Bản Cám

- Vận động người dân góp sách.

4. Thời gian: trong quý II.
"""


def test_run_in_titles_like_their_sisters() -> None:
    headings = [block.text for block in outline(text_document(DUTIES)).blocks if block.role == "heading"]
    assert headings == [
        "TỔ CHỨC THỰC HIỆN",
        "Công chức văn hóa:",
        "Đoàn Thanh niên:",
        "Các thôn: Nà Lạng, Pác Ngòi và Bản Cám",
        "Thời gian:",
    ]


def test_behind_the_name_of_a_body_the_text_may_begin_with_a_small_letter() -> None:
    text = (
        "I. MỤC TIÊU\n\n- Đạt 5%.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ: chủ trì tổ chức đào tạo nghề.\n\n"
        "2. Xã nào chậm: phải giải trình với Chủ tịch Ủy ban nhân dân tỉnh theo quy định.\n"
    )
    headings = [block.text for block in outline(text_document(text)).blocks if block.role == "heading"]
    assert "Sở Nội vụ:" in headings
    alone = text.replace("1. Sở Nội vụ: chủ trì", "1. Đối với việc kết nối dữ liệu: thực hiện")
    assert not [
        block
        for block in outline(text_document(alone)).blocks
        if block.text.startswith("Đối với việc kết nối dữ liệu:") and block.role == "heading"
    ]


PARTY = """
TỈNH ỦY HÒA AN
*
Số 15-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM

Hòa An, ngày 12 tháng 5 năm 2024

KẾ HOẠCH
thực hiện Chỉ thị số 20-CT/TW của Ban Bí thư
về văn hóa đọc
-----

Thực hiện Chỉ thị số 20-CT/TW ngày 26/7/2023, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:

I- MỤC ĐÍCH, YÊU CẦU

1- Quán triệt nội dung Chỉ thị đến đảng viên.

II- NỘI DUNG

1- Tổ chức học tập

1.1- Các cấp ủy tổ chức học tập trong quý II/2024.

Nơi nhận:
- Ban Bí thư (báo cáo),
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn Hòa
"""


def test_a_plan_of_the_party() -> None:
    found = blocks(text_document(PARTY))
    assert found["thực hiện Chỉ thị số 20-CT/TW của Ban Bí thư về văn hóa đọc"].zone == "title"
    assert found["Quán triệt nội dung Chỉ thị đến đảng viên."].path == "I.1"
    assert found["Các cấp ủy tổ chức học tập trong quý II/2024."].path == "II.1.1"
    assert found["T/M BAN THƯỜNG VỤ"].marker == "none"


WRAPPED = """
KẾ HOẠCH
Phát triển văn hóa đọc
giai đoạn 2024 - 2026

Căn cứ Kế hoạch số 15/KH-UBND ngày 10/01/2024 của Ủy ban nhân dân huyện về
phát triển văn hóa đọc; Phòng Văn hóa xây dựng Kế hoạch như sau:
A. TÌNH HÌNH
I. Kết quả
Trong năm 2023 toàn huyện có 12 tủ sách, phục vụ 3.500 lượt bạn đọc, tăng
15% so với năm 2022.
B. NHIỆM VỤ
1. Mua sách
a) Mua 500 bản sách thiếu nhi cho các trường tiểu học trên địa bàn trong quý
II năm 2024;
b) Mua sách nông nghiệp để phục vụ nông dân, do kinh phí hạn hẹp nên phải
chia làm hai đợt.
"""


def test_a_text_file_wrapped_at_a_column() -> None:
    found = blocks(text_document(WRAPPED))
    assert "Trong năm 2023 toàn huyện có 12 tủ sách, phục vụ 3.500 lượt bạn đọc, tăng 15% so với năm 2022." in found
    item = found["Mua 500 bản sách thiếu nhi cho các trường tiểu học trên địa bàn trong quý II năm 2024;"]
    assert (item.role, item.path) == ("item", "B.1.a")


def test_titles_on_the_line_below_and_numbered_names() -> None:
    text = (
        "QUY CHẾ\nLàm việc của thư viện\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n"
        "Quy chế này quy định việc cho mượn.\n\n"
        "Chương II\nNHIỆM VỤ\n\nĐiều 2. Nội dung\n\nNhiệm vụ 1: Phục vụ bạn đọc\n\n- Mở cửa cả tuần.\n"
    )
    found = blocks(text_document(text))
    assert (found["QUY ĐỊNH CHUNG"].label, found["QUY ĐỊNH CHUNG"].level) == ("Chương I", 1)
    assert found["Phạm vi"].path == "Chương I.Điều 1"
    assert found["Phục vụ bạn đọc"].label == "Nhiệm vụ 1"


BROKEN = """KẾ HOẠCH
Đọc sách năm 2026
Căn cứ
Luật Thư viện ngày 21 tháng 11 năm 2019;
Căn cứ Quyết định số 1/QĐ-UBND ngày
05/01/2026 của UBND tỉnh Hà Lâm về việc phê duyệt Đề án phát triển văn hóa đọc trong
cộng đồng giai đoạn 2026 - 2030;
Theo đề nghị của Giám đốc Sở
Văn hóa, Thể thao và Du lịch,
QUYẾT ĐỊNH:
I. MỤC ĐÍCH,
YÊU CẦU
1. Mục đích
Nâng cao nhận
thức của người dân về việc đọc, nhất là học sinh các trường vùng cao, góp phần xây
dựng xã hội học tập.
2. Công tác
TVS
Xây thư viện số “Sách cho mọi nhà”
(sau đây gọi là TVS).
3. Việc làm của
Thư viện tỉnh
Mở cửa
các phòng đọc vào buổi tối và ngày nghỉ; đưa xe sách lưu động đến các thôn, bản
theo lịch của huyện.
"""


def test_a_text_whose_first_lines_break_off_anywhere() -> None:
    found = blocks(text_document(BROKEN))
    assert "Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch," in found
    assert {"Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", "QUYẾT ĐỊNH:"} <= found.keys()
    assert found["Công tác TVS"].label == "2"
    assert "Xây thư viện số “Sách cho mọi nhà” (sau đây gọi là TVS)." in found
    assert found["MỤC ĐÍCH, YÊU CẦU"].label == "I"
    assert found["Việc làm của Thư viện tỉnh"].path == "I.3"
    assert found["Mục đích"].role == "heading"
    assert any(text.startswith("Nâng cao nhận thức của người dân") and text.endswith("học tập.") for text in found)


def test_no_paragraph_ends_with_a_preposition() -> None:
    text = "KẾ HOẠCH\nĐọc sách\n\nCăn cứ Tờ trình số 1/TTr-SVH của{}Sở Văn hóa.\n\nI. MỤC ĐÍCH\n\nĐọc nhiều sách.\n"
    for gap in ("\n\n", "\n"):
        assert "Căn cứ Tờ trình số 1/TTr-SVH của Sở Văn hóa." in blocks(text_document(text.format(gap)))


def test_who_carries_a_decision_out_is_no_title() -> None:
    text = (
        "QUYẾT ĐỊNH\nVề đọc sách\n\nĐiều 1. Phê duyệt Kế hoạch đọc sách.\n\n"
        "Điều 2. Chánh Văn phòng, Giám đốc các Sở: Nội vụ, Tài chính; Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm "
        "thi hành Quyết định này./.\n"
    )
    last = text_document(text)
    assert [block.role for block in outline(last).blocks if block.label == "Điều 2"] == ["item"]
