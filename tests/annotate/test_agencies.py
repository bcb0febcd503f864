"""Bodies in running text: examples are the specification."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.agencies import find
from pipeline.annotate.partners import complete
from pipeline.lexicon.agencies import bodies

NAMED = [
    ("Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo", ["Đảng ủy Ủy ban nhân dân tỉnh"]),
    ("Ban Tuyên giáo Huyện ủy tham mưu", ["Ban Tuyên giáo Huyện ủy"]),
    ("Sở Tài chính - Vật giá, Sở Y tế", ["Sở Tài chính - Vật giá", "Sở Y tế"]),
    ("Ban Quản lý dự án đầu tư xây dựng thị xã lập hồ sơ", ["Ban Quản lý dự án đầu tư xây dựng thị xã"]),
    ("Phòng Công nghệ thông tin phối hợp", ["Phòng Công nghệ thông tin"]),
    ("Hạt Kiểm lâm huyện tuần tra", ["Hạt Kiểm lâm huyện"]),
    ("Sở Y tế chủ trì", [("Sở Y tế", "so-y-te")]),
    ("các sở Tài chính, Kế hoạch và Đầu tư bố trí vốn", ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"]),
    ("Sở Tài chính, Kế hoạch và Đầu tư:", ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"]),
    ("các sở: Nội vụ, Tài chính, Giáo dục và Đào tạo", ["Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo"]),
    ("Các Sở: Giao thông vận tải; Xây dựng; Công an tỉnh", ["Sở Giao thông vận tải", "Sở Xây dựng", "Công an tỉnh"]),
    ("các sở: Sở Nội vụ, Y tế và các sở ngành có liên quan", ["Sở Nội vụ", "Sở Y tế", "các sở ngành có liên quan"]),
    (
        "Sở Văn hóa, Thể thao và Du lịch phối hợp",
        [("Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich")],
    ),
    ("Sở VHTT&DL; Sở GD&ĐT", ["Sở VHTT&DL", "Sở GD&ĐT"]),
    ("Bộ Quốc phòng, Công an", ["Bộ Quốc phòng", "Bộ Công an"]),
    ("UBMTTQ tỉnh", [("UBMTTQ tỉnh", "uy-ban-mat-tran-to-quoc-viet-nam")]),
    ("Uỷ ban nhân dân tỉnh Hà Nam", [("Uỷ ban nhân dân tỉnh Hà Nam", "uy-ban-nhan-dan")]),
    ("Ủy ban nhân dân tỉnh Ban hành", ["Ủy ban nhân dân tỉnh"]),
    ("Chủ tịch UBND tỉnh, Giám đốc Sở Y tế", ["Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế"]),
    ("Trưởng phòng Y tế tại Tờ trình", [("Trưởng phòng Y tế", "phong-y-te")]),
    ("Phòng Tổ chức - Hành chính phối hợp", ["Phòng Tổ chức - Hành chính"]),
    ("Phòng TC-HC, Khoa Dược", ["Phòng TC-HC", "Khoa Dược"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh giám sát", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
    ("Trung tâm Y tế tổ chức lồng ghép", ["Trung tâm Y tế"]),
    ("Trung tâm Văn hóa, Thông tin và Thể thao", ["Trung tâm Văn hóa, Thông tin và Thể thao"]),
    ("Ban An toàn giao thông tỉnh kiểm tra", ["Ban An toàn giao thông tỉnh"]),
    ("Phân hiệu Đại học Sông Lam tại Lào Cai", ["Phân hiệu Đại học Sông Lam tại Lào Cai"]),
    ("Văn phòng HĐND và UBND tỉnh", ["Văn phòng HĐND và UBND tỉnh"]),
    ("Số Công thương", [("Số Công thương", "so-cong-thuong")]),
    ("các đơn vị thuộc Bộ Nội vụ rà soát", ["các đơn vị thuộc Bộ Nội vụ"]),
    (
        "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh chịu trách nhiệm",
        ["Bộ trưởng, Thủ trưởng cơ quan ngang bộ", "Chủ tịch UBND các tỉnh"],
    ),
    ("Số LPTBXH", [("Số LPTBXH", "so-lao-dong-thuong-binh-va-xa-hoi")]),
    ("các cơ sở kinh doanh", ["các cơ sở kinh doanh"]),
    ("Bộ Tư lệnh Thủ đô phối hợp", ["Bộ Tư lệnh Thủ đô"]),
    ("Thành ủy Hà Nội về", ["Thành ủy Hà Nội"]),
    ("phối hợp với Viễn thông Đắk Nông công khai", ["Viễn thông Đắk Nông"]),
    ("Phòng Quản lý đất đai xây dựng bản đồ", ["Phòng Quản lý đất đai"]),
    ("phối hợp với Phòng Quản lý xây dựng rà soát", ["Phòng Quản lý xây dựng"]),
    ("Công ty cổ phần Tư vấn xây dựng Sông Lam phối hợp", ["Công ty cổ phần Tư vấn xây dựng Sông Lam"]),
    ("Trung tâm Xúc tiến đầu tư tổ chức hội nghị", ["Trung tâm Xúc tiến đầu tư"]),
    ("Trung tâm Xúc tiến đầu tư và Thương mại tỉnh mời", ["Trung tâm Xúc tiến đầu tư và Thương mại tỉnh"]),
    ("Trung tâm Hỗ trợ phát triển doanh nghiệp phối hợp", ["Trung tâm Hỗ trợ phát triển doanh nghiệp"]),
    ("Phòng Quản lý đào tạo tổ chức thi", ["Phòng Quản lý đào tạo"]),
    ("Phòng Xúc tiến tổ chức hội chợ", ["Phòng Xúc tiến"]),
    ("NHIỆM VỤ VÀ GIẢI PHÁP", []),
    ("CƠ QUAN CHỈ ĐẠO VÀ TỔ CHỨC THỰC HIỆN", []),
    ("Ban chỉ đạo chuyển đổi số cấp huyện, xã", ["Ban chỉ đạo chuyển đổi số cấp huyện, xã"]),
    ("Trưởng Ban Điều hành và", ["Trưởng Ban Điều hành"]),
    ("Trung tâm Đổi mới sáng tạo Quốc gia", ["Trung tâm Đổi mới sáng tạo Quốc gia"]),
    ("Phòng Tài chính —- Kế hoạch", [("Phòng Tài chính —- Kế hoạch", "phong-tai-chinh-ke-hoach")]),
    ("đề xuất của các cơ quan, đơn vị, Sở Tài chính tổng hợp", ["các cơ quan, đơn vị", "Sở Tài chính"]),
    ("Phòng Phổ biến, giáo dục pháp luật chủ trì", ["Phòng Phổ biến, giáo dục pháp luật"]),
    ("Ban Văn hóa, xã hội HĐND tỉnh giám sát", ["Ban Văn hóa, xã hội HĐND tỉnh"]),
    ("Phòng Y tế, dân số và trẻ em; Phòng Tổ chức, cán bộ.", ["Phòng Y tế, dân số và trẻ em", "Phòng Tổ chức, cán bộ"]),
    ("Phòng Bảo trợ xã hội, trẻ em và bình đẳng giới rà soát", ["Phòng Bảo trợ xã hội, trẻ em và bình đẳng giới"]),
    ("Chi cục Chăn nuôi, thú y tỉnh hướng dẫn", ["Chi cục Chăn nuôi, thú y tỉnh"]),
    ("Phòng Kinh tế, xây dựng kế hoạch", ["Phòng Kinh tế"]),
    ("Phòng Y tế, công an xã kiểm tra", ["Phòng Y tế"]),
    ("Báo và phát thanh, truyền hình Trường Khê mở chuyên mục", ["Báo và phát thanh, truyền hình Trường Khê"]),
    ("Công an Sông Lam ứng phó", ["Công an Sông Lam"]),
    ("Phó Giám đốc Công an Nguyễn Văn An", ["Phó Giám đốc Công an"]),
    ("Trại giam Suối Vàng, Công an tỉnh", ["Trại giam Suối Vàng", "Công an tỉnh"]),
    (
        "Ngân hàng Chính sách xã hội - Phòng giao dịch khu vực Tân Lập giải ngân",
        ["Ngân hàng Chính sách xã hội - Phòng giao dịch khu vực Tân Lập"],
    ),
    (
        "Đoàn trường, Ban đại diện cha mẹ học sinh chuẩn bị",
        ["Đoàn trường", "Ban đại diện cha mẹ học sinh"],
    ),
    ("Giám đốc Trung tâm Dịch vụ tổng hợp xã chịu", ["Giám đốc Trung tâm Dịch vụ tổng hợp xã"]),
    ("gửi Phòng Nội vụ tổng hợp báo cáo", ["Phòng Nội vụ"]),
    (
        "Chi nhánh Văn phòng Đăng ký đất đai khu vực Hòa Sơn cử",
        ["Chi nhánh Văn phòng Đăng ký đất đai khu vực Hòa Sơn"],
    ),
    ("Ban Quản lý rừng phòng hộ Sông Đà chủ động", ["Ban Quản lý rừng phòng hộ Sông Đà"]),
    (
        "Ban quản lý dự án đầu tư xây dựng khu vực Nam Sơn lập hồ sơ",
        ["Ban quản lý dự án đầu tư xây dựng khu vực Nam Sơn"],
    ),
    ("Ban Quản lý dự án phối hợp với Sở Y tế", ["Ban Quản lý", "Sở Y tế"]),
    ("Ban Quản lý chợ và Công an xã", ["Ban Quản lý", "Công an xã"]),
    ("Công ty TNHH Nam Sơn kéo điện về thôn", ["Công ty TNHH Nam Sơn"]),
    ("Trường Đại học Tây Đô đào tạo", ["Trường Đại học Tây Đô"]),
    ("Trung đoàn 82, Ban CHQS các xã: Hiệp đồng lực lượng", ["Trung đoàn 82", "Ban CHQS các xã"]),
    (
        "Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh vận động",
        ["Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh"],
    ),
    ("Ban Tổ chức và các đơn vị", ["Ban Tổ chức", "các đơn vị"]),
    ("các bộ, ngành, địa phương ban hành tài liệu", ["các bộ, ngành, địa phương"]),
    ("Số 12/KH-UBND", []),
    ("tổ chức tốt các hoạt động", []),
    ("cán bộ y tế", []),
]

GROUPS = [
    ("UBND các huyện, thị xã, thành phố", ["UBND các huyện, thị xã, thành phố"]),
    ("UBND các huyện, TX, TP", ["UBND các huyện, TX, TP"]),
    ("UBND cấp huyện, cấp xã", ["UBND cấp huyện, cấp xã"]),
    ("các sở, ban, ngành, đoàn thể tỉnh", ["các sở, ban, ngành, đoàn thể tỉnh"]),
    ("các ban, ngành, đoàn thể và địa phương tổ chức triển khai", ["các ban, ngành, đoàn thể", "địa phương"]),
    ("Các cơ quan, đơn vị và UBND các phường, xã", ["Các cơ quan, đơn vị", "UBND các phường, xã"]),
    ("Thủ trưởng các sở, ban, ngành", ["Thủ trưởng các sở, ban, ngành"]),
    ("UBND các phường: Sông Thao, Văn Miếu – Quốc Tử Giám", ["UBND các phường: Sông Thao, Văn Miếu – Quốc Tử Giám"]),
    ("UBND các xã diễn ra sự kiện và", ["UBND các xã diễn ra sự kiện"]),
    ("Các tô chức kinh tế, doanh nghiệp nhà nước:", ["Các tô chức kinh tế, doanh nghiệp nhà nước"]),
    ("Thanh tra các sở, ngành, địa phương", ["Thanh tra các sở, ngành, địa phương"]),
    ("các phong trào thi đua", []),
    ("các tổ chức chính trị - xã hội", ["các tổ chức chính trị - xã hội"]),
    ("UBND các tỉnh, thành phố trực thuộc Trung ương", ["UBND các tỉnh, thành phố trực thuộc Trung ương"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_bodies_are_found_as_written(text: str, expected: list[object]) -> None:
    found = find(text)
    names = [item if isinstance(item, str) else item[0] for item in expected]  # type: ignore[index]
    assert [agency.name for agency in found] == names
    for agency, item in zip(found, expected, strict=True):
        if isinstance(item, tuple):
            assert agency.key == item[1]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_collective_addressees_are_groups(text: str, expected: list[str]) -> None:
    found = find(text)
    assert [agency.name for agency in found] == expected
    assert all(agency.group for agency in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phối hợp với các doanh nghiệp chế biến gỗ bao tiêu sản phẩm", ["các doanh nghiệp chế biến gỗ"]),
        ("phối hợp với các đơn vị cấp nước lập kế hoạch", ["các đơn vị cấp nước"]),
        ("phối hợp với Sở Y tế, UBND các xã có dự án đẩy nhanh tiến độ", ["Sở Y tế", "UBND các xã có dự án"]),
        ("phối hợp với các trường, các tổ dân phố triển khai", ["các trường", "các tổ dân phố"]),
        ("phối hợp với các hộ kinh doanh cam kết không lấn chiếm", ["các hộ kinh doanh"]),
        ("phối hợp với các xã nơi có tuyến đường đi qua thu hồi đất", ["các xã nơi có tuyến đường đi qua"]),
        ("phối hợp với các thôn cấp tài khoản cho người dân", ["các thôn"]),
        ("phối hợp với cha mẹ học sinh, Đoàn trường quản lý", ["cha mẹ học sinh", "Đoàn trường"]),
        (
            "phối hợp với lực lượng kiểm lâm địa bàn, dân quân tự vệ các xã giáp ranh tuần tra",
            ["lực lượng kiểm lâm địa bàn", "dân quân tự vệ các xã giáp ranh"],
        ),
        ("phối hợp với Sở Y tế, báo cáo kết quả", ["Sở Y tế"]),
        ("phối hợp với gia đình, tổ chức sinh hoạt hè", ["gia đình"]),
        ("phối hợp với các xã, nhân dân hiến đất", ["các xã", "nhân dân"]),
        (
            "phối hợp với các đơn vị của Quân khu đứng chân trên địa bàn sẵn sàng cơ động",
            ["các đơn vị của Quân khu đứng chân trên địa bàn"],
        ),
        ("phối hợp với Sở Y tế, các xã và người thân nói chuyện", ["Sở Y tế", "các xã"]),
    ],
)
def test_where_the_name_of_a_partner_ends(text: str, expected: list[str]) -> None:
    assert [agency.text for agency in complete(text, find(text))] == expected


@given(st.text(alphabet="Sở Ỷban nhâdcUBNDÝtếTàichính,;:-&.()12\n", max_size=80))
def test_mentions_are_exact_ordered_and_apart(text: str) -> None:
    end = 0
    for agency in find(text, "b1"):
        assert agency.start >= end
        assert agency.text == text[agency.start : agency.end]
        assert agency.name
        assert agency.unit == "b1"
        end = agency.end


def test_every_body_of_the_lexicon_is_found_by_its_full_name() -> None:
    for body in bodies().values():
        name = f"{body.name} tỉnh Hà Nam" if body.place else body.name
        assert find(name)[0].key == body.key, name


def test_successors_are_bodies_of_the_lexicon_and_dates_follow_each_other() -> None:
    known = bodies()
    for body in known.values():
        if body.successor is not None:
            assert body.successor in known
            assert body.valid_to is not None
            assert body.source
        if body.valid_from is not None and body.valid_to is not None:
            assert body.valid_from < body.valid_to


def test_a_second_field_belongs_to_the_name() -> None:
    (body,) = find("Trung tâm Xúc tiến đầu tư và phát triển doanh nghiệp tổ chức hội nghị")
    assert body.text == "Trung tâm Xúc tiến đầu tư và phát triển doanh nghiệp"
    (body,) = find("Trung tâm Hỗ trợ đầu tư và phối hợp thực hiện")
    assert body.text == "Trung tâm Hỗ trợ đầu tư"


@pytest.mark.parametrize(
    ("text", "bodies_named"),
    [
        ("Các cơ quan Đảng, Quốc hội", ["Các cơ quan Đảng", "Quốc hội"]),
        ("các cơ quan đại diện Việt Nam ở nước ngoài", ["các cơ quan đại diện Việt Nam ở nước ngoài"]),
        ("Bộ Y tế và các địa phương Hòa An, Bình Sơn", ["Bộ Y tế", "các địa phương Hòa An, Bình Sơn"]),
        ("các tỉnh Hòa An, Bình Sơn, Sở Tài chính", ["các tỉnh Hòa An, Bình Sơn", "Sở Tài chính"]),
        ("các xã, phường, Sở Tài chính", ["các xã, phường", "Sở Tài chính"]),
        ("các ban, ngành nông nghiệp và môi trường", ["các ban, ngành nông nghiệp và môi trường"]),
        ("các trường mầm non, tiểu học và THCS phối hợp", ["các trường mầm non, tiểu học và THCS"]),
        ("các trường đại học, cao đẳng đào tạo", ["các trường đại học, cao đẳng"]),
        ("làm rõ các vụ việc", []),
        ("các vụ, cục và các bộ", ["các vụ, cục", "các bộ"]),
        ("Tập đoàn, doanh nghiệp công nghệ số", ["Tập đoàn, doanh nghiệp công nghệ số"]),
    ],
)
def test_which_of_a_group_is_part_of_its_name(text: str, bodies_named: list[str]) -> None:
    assert [body.text for body in find(text)] == bodies_named
