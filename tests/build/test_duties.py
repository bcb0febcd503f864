"""Legal bases, responsibilities and entities of whole small plans, through the real stages."""

from __future__ import annotations

import pytest

from pipeline import annotate, segment
from pipeline.build.entities import entities
from pipeline.build.legal_bases import legal_bases
from pipeline.build.material import Material
from pipeline.build.responsibilities import responsibilities
from pipeline.build.sections import sections
from tests.texts import text_document

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 12/KH-UBND
Sông Lam, ngày 5 tháng 3 năm 2024
KẾ HOẠCH
Thực hiện Nghị quyết số 7-NQ/TU ngày 01/02/2024 của Ban Thường vụ Tỉnh ủy

Căn cứ Nghị quyết số 7-NQ/TU; UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

Đạt 80% theo Nghị quyết 7/NQ-TU ngày 01/02/2024 và Kế hoạch số 12/KH-UBND.

II. TỔ CHỨC THỰC HIỆN

"""


LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 120/UBND-VX
V/v an toàn các chợ
Sông Lam, ngày 5 tháng 3 năm 2024
Kính gửi:
- Các sở, ban, ngành;
- UBND các xã.

"""


def material(text: str) -> Material:
    document = text_document(HEAD + text)
    outline = segment.outline(document)
    return Material(document, outline, annotate.mentions(document, outline))


def test_a_document_is_listed_once_and_never_the_plan_itself() -> None:
    (basis,) = legal_bases(material("1. Sở Y tế:\n\n- Báo cáo.\n"), "12/KH-UBND")
    assert (basis.number, basis.issued_on, basis.issuer) == ("7-NQ/TU", "2024-02-01", "Ban Thường vụ Tỉnh ủy")
    assert basis.issuer_id == "ban-thuong-vu-tinh-uy"
    assert basis.relation == "implements"
    assert basis.raw["number_2"] == "7/NQ-TU"
    assert len(basis.evidence) == 3


def test_numbers_of_two_years_are_two_documents() -> None:
    text = "- Theo Quyết định số 1/QĐ-UBND ngày 02/01/2022.\n\n- Theo Quyết định số 1/QĐ-UBND ngày 03/01/2023.\n"
    found = [b for b in legal_bases(material(text), "12/KH-UBND") if b.number == "1/QĐ-UBND"]
    assert [b.issued_on for b in found] == ["2022-01-02", "2023-01-03"]


def test_the_number_of_the_document_in_the_caption_of_its_annex_is_no_other_document() -> None:
    text = (
        "- Rà soát.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLê Văn An\n\nPHỤ LỤC I\nDANH MỤC\n\n"
        "(Kèm theo Đề cương tại Kế hoạch số: 36/KH-UBND ngày 5 tháng 3 năm 2024 "
        "của Trưởng nhóm vận động trồng chè xanh liên xã và những người cùng làm)\n"
    )
    assert [b.number for b in legal_bases(material(text), "/KH-UBND")] == ["7-NQ/TU", "12/KH-UBND"]


# duties under II, [(agency, role, with, beginning of the text)]
DUTIES = [
    (
        "1. Sở Y tế\n\n- Lập phương án (phối hợp với Sở Tài chính và đơn vị tổ chức chương trình).\n",
        [("Sở Y tế", "implement", ["Sở Tài chính", "đơn vị tổ chức chương trình"], "Lập")],
    ),
    (
        "1. Sở Y tế\n\n- Là cơ quan thường trực, tham mưu UBND tỉnh triển khai Kế hoạch.\n",
        [("Sở Y tế", "advise", [], "Là cơ quan")],
    ),
    (
        "1. Các chủ rừng\n\n- Canh gác tại các chốt.\n\n2. Tổ trưởng chuyên môn: Lập kế hoạch của tổ mình.\n",
        [("Các chủ rừng", "implement", [], "Canh gác"), ("Tổ trưởng chuyên môn", "implement", [], "Lập")],
    ),
    ("1. Phòng Kế hoạch tổng hợp\n\n- Đôn đốc các khoa.\n", [("Phòng Kế hoạch tổng hợp", "monitor", [], "Đôn")]),
    (
        "1. Công đoàn, Đoàn Thanh niên\n\n- Phát động thi đua.\n",
        [("Công đoàn", "implement", [], "Phát"), ("Đoàn Thanh niên", "implement", [], "Phát")],
    ),
    (
        "1. Sở Y tế báo cáo hằng quý về việc thực hiện Kế hoạch này cho UBND tỉnh.\n\n"
        "2. Sở Tài chính phối hợp với Sở Y tế cân đối, bố trí kinh phí theo quy định của pháp luật.\n\n"
        "Kế hoạch này thay thế các kế hoạch ban hành trước đây.\n",
        [("Sở Y tế", "report", [], "Sở Y tế báo"), ("Sở Tài chính", "support", ["Sở Y tế"], "Sở Tài chính phối")],
    ),
    ("1. Sở Y tế:\n\n- Chủ trì, tham mưu UBND tỉnh.\n", [("Sở Y tế", "lead", [], "Chủ trì")]),
    ("1. Sở Y tế:\n\n- Định kỳ ngày 20 hằng tháng báo cáo số liệu.\n", [("Sở Y tế", "report", [], "Định kỳ")]),
    ("1. Sở Y tế:\n\n- Định kỳ 10 ngày một lần tổng hợp kết quả.\n", [("Sở Y tế", "report", [], "Định kỳ")]),
    ("1. Sở Y tế:\n\n- Quý IV/2024, tổng hợp trình UBND tỉnh.\n", [("Sở Y tế", "report", [], "Quý IV")]),
    (
        "1. Sở Y tế:\n\n- Cơ quan thường trực, chủ trì tham mưu UBND tỉnh.\n",
        [("Sở Y tế", "lead", [], "Cơ quan thường trực")],
    ),
    (
        "1. Sở Y tế:\n\n- Là cơ quan thường trực Ban Chỉ đạo; chủ trì theo dõi, đôn đốc.\n",
        [("Sở Y tế", "lead", [], "Là cơ quan")],
    ),
    ("1. Sở Y tế:\n\n- Là cơ quan đầu mối theo dõi, đôn đốc.\n", [("Sở Y tế", "monitor", [], "Là cơ quan")]),
    ("1. Sở Y tế:\n\n- Là đầu mối tiếp nhận thông tin.\n", [("Sở Y tế", "lead", [], "Là đầu mối")]),
    (
        "1. Các cụm thi đua:\n\n- Cụm trưởng chủ trì, phối hợp với các xã tổ chức giao ban.\n",
        [("Các cụm thi đua", "lead", ["các xã"], "Cụm trưởng")],
    ),
    (
        "1. Sở Y tế:\n\n- Phối hợp khoa Dược, Bộ môn Nội giám sát việc kê đơn.\n",
        [("Sở Y tế", "support", ["khoa Dược", "Bộ môn Nội"], "Phối hợp")],
    ),
    (
        "1. Sở Y tế:\n\n- Phối hợp chủ đầu tư và các nhà thầu thi công đối chiếu số liệu.\n",
        [("Sở Y tế", "support", ["chủ đầu tư", "các nhà thầu thi công"], "Phối hợp")],
    ),
    (
        "1. Sở Y tế:\n\n- Phối hợp với các trường học, bếp ăn tập thể tổ chức tập huấn.\n",
        [("Sở Y tế", "support", ["các trường học", "bếp ăn tập thể"], "Phối hợp")],
    ),
    (
        "1. Giao Phòng Tổ chức cán bộ, Phòng Kế hoạch tổng hợp (đầu mối) phối hợp các khoa xây dựng quy trình.\n",
        [
            ("Phòng Tổ chức cán bộ", "implement", ["các khoa"], "Giao"),
            ("Phòng Kế hoạch tổng hợp", "implement", ["các khoa"], "Giao"),
        ],
    ),
    (
        "1. Sở Y tế:\n\n- Phối hợp với chủ đầu tư, nhà thầu và ngành giáo dục mở lớp.\n",
        [("Sở Y tế", "support", ["chủ đầu tư", "nhà thầu", "ngành giáo dục"], "Phối hợp")],
    ),
    (
        "1. Sở Tài chính, Kế hoạch và Đầu tư:\n\n- Bố trí kinh phí.\n",
        [("Sở Tài chính", "implement", [], "Bố trí"), ("Sở Kế hoạch và Đầu tư", "implement", [], "Bố trí")],
    ),
    (
        "1. Sở Tài chính, Kế hoạch và Đầu tư:\n\n- Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Y tế tổng hợp.\n",
        [("Sở Kế hoạch và Đầu tư", "lead", ["Sở Y tế"], "Sở Kế hoạch")],
    ),
    (
        "1. Đề nghị Ủy ban MTTQ tỉnh và các đoàn thể\n\nTăng cường giám sát.\n",
        [("Ủy ban MTTQ tỉnh", "monitor", [], "Tăng cường"), ("các đoàn thể", "monitor", [], "Tăng cường")],
    ),
    (
        "1. UBND các huyện, thị xã:\n\nCăn cứ Kế hoạch này, chủ động phối hợp với các sở: Nội vụ, Y tế thực hiện.\n",
        [("UBND các huyện, thị xã", "support", ["Sở Nội vụ", "Sở Y tế"], "Căn cứ")],
    ),
    ("1. Giao Sở Y tế chủ trì, theo dõi, báo cáo kết quả.\n", [("Sở Y tế", "lead", [], "Giao Sở Y tế")]),
    ("1. Sở Y tế: Tổng hợp, báo cáo UBND tỉnh.\n", [("Sở Y tế", "report", [], "Tổng hợp")]),
    ("1. Kinh phí\n\n- Bố trí từ ngân sách.\n", []),
    (
        "1. Sở Nội vụ (Ban Tôn giáo tỉnh)\n\n- Thực hiện tổng hợp, báo cáo.\n",
        [("Sở Nội vụ (Ban Tôn giáo tỉnh)", "report", [], "Thực hiện tổng hợp")],
    ),
    (
        "1. Sở Y tế\n\nXây dựng kế hoạch chi tiết. Định kỳ 6 tháng, một năm tổng hợp, báo cáo.\n",
        [("Sở Y tế", "implement", [], "Xây dựng"), ("Sở Y tế", "report", [], "Định kỳ")],
    ),
    (
        "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính:\n\n- Rà soát chính sách.\n",
        [("Sở Y tế", "lead", ["Sở Tài chính"], "Rà soát")],
    ),
    (
        "1. Các cơ quan, ban, ngành\n\nGiao Sở Tư pháp - Cơ quan Thường trực của Ban Chỉ đạo có trách nhiệm đôn đốc.\n",
        [("Sở Tư pháp", "monitor", [], "Giao Sở Tư pháp")],
    ),
    (
        "1. Sở Tài chính\n\n- Căn cứ Kế hoạch được UBND tỉnh duyệt, trên cơ sở đề xuất, Sở Tài chính tổng hợp.\n",
        [("Sở Tài chính", "report", [], "Căn cứ")],
    ),
    (
        "1. Ban Quản lý chợ trung tâm và các hộ bán hàng rong:\n\n- Sắp xếp quầy hàng.\n",
        [("Ban Quản lý chợ trung tâm và các hộ bán hàng rong", "implement", [], "Sắp xếp")],
    ),
    (
        "1. Đối với các xã có rừng trồng ven sông (theo Phụ lục I):\n\n- Rà soát diện tích.\n",
        [("các xã có rừng trồng ven sông", "implement", [], "Rà soát")],
    ),
    (
        "1. Các đơn vị thuộc Bộ Nội vụ\n\n- Rà soát.\n\n- Kết thúc mỗi đợt, Sở Y tế thông báo kết quả.\n",
        [("Các đơn vị thuộc Bộ Nội vụ", "implement", [], "Rà soát"), ("Sở Y tế", "implement", [], "Kết thúc")],
    ),
    (
        "1. Công tác kiểm tra\n\na) Sở Y tế lập đoàn kiểm tra.\n\nb) Công khai kết quả.\n",
        [("Sở Y tế", "implement", [], "Sở Y tế")],
    ),
    (
        "1. Các xã\n\n- Các hộ được hỗ trợ giống có trách nhiệm chăm sóc cây.\n",
        [("Các xã", "implement", [], "Các hộ")],
    ),
    (
        "1. Đơn vị cung cấp giống cây có trách nhiệm sau đây:\n\n- Kiểm dịch giống.\n",
        [("Đơn vị cung cấp giống cây", "implement", [], "Kiểm dịch")],
    ),
    (
        "1. Sở Tài chính - Vật giá, Sở Y tế cân đối kinh phí.\n\n2. UBND các xã lập danh sách hộ nghèo.\n\n"
        "Nhận được kế hoạch này, yêu cầu các ngành, các cấp nghiêm chỉnh thực hiện./.\n",
        [
            ("Sở Tài chính - Vật giá", "implement", [], "Sở Tài chính"),
            ("Sở Y tế", "implement", [], "Sở Tài chính"),
            ("UBND các xã", "implement", [], "UBND các xã lập"),
        ],
    ),
    ("1. Đơn vị cung cấp giống có quyền sau:\n\n- Từ chối đơn.\n", []),
    ("1. CƠ QUAN CHỈ ĐẠO VÀ TỔ CHỨC THỰC HIỆN\n\nHãng phim Sông Lam, hộ kinh doanh.\n", []),
    ("1. Đơn vị phối hợp thực hiện:\n\nTrường Đại học Sông Lam, hộ kinh doanh.\n", []),
    ("1. Đối tượng thực hiện: Cán bộ quản lý, giáo viên.\n\n2. Thành phần: Sở Y tế, đại diện các xã.\n", []),
    ("1. UBND tỉnh thống nhất đánh giá: Trong tháng 9, các xã đã có nhiều cố gắng.\n", []),
    ("1. Tổng cục thuế có công văn số 3909/TCT-DNL ngày 31/10/2011 hướng dẫn việc lập hóa đơn.\n", []),
    ("1. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Y tế có trách nhiệm thi hành Quyết định này.\n", []),
    ("1. Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.\n", []),
    (
        "1. Ban soạn thảo Chiến lược phát triển gia đình giai đoạn 2011-2020, tầm nhìn 2030 căn cứ Đề cương lập.\n",
        [
            (
                "Ban soạn thảo Chiến lược phát triển gia đình giai đoạn 2011-2020, tầm nhìn 2030",
                "implement",
                [],
                "Ban soạn thảo",
            )
        ],
    ),
    ("1. UBND tỉnh Phê duyệt danh mục dự án.\n", [("UBND tỉnh", "implement", [], "UBND tỉnh Phê")]),
    ("1. Điện lực Sông Lam cấp điện cho trạm bơm.\n", [("Điện lực Sông Lam", "implement", [], "Điện lực")]),
    (
        "1. Các doanh nghiệp vận tải hành khách phối hợp với Sở Y tế ký cam kết.\n",
        [("Các doanh nghiệp vận tải hành khách", "support", ["Sở Y tế"], "Các doanh nghiệp")],
    ),
    (
        "1. Sở Y tế trên cơ sở Đề án được phê duyệt, tiến hành phối hợp với các sở, ngành tham mưu kế hoạch.\n",
        [("Sở Y tế", "support", ["các sở, ngành"], "Sở Y tế trên")],
    ),
    (
        "1. Căn cứ Kế hoạch này, Sở Y tế, Sở Nội vụ theo chức năng, nhiệm vụ xây dựng kế hoạch.\n",
        [("Sở Y tế", "implement", [], "Căn cứ"), ("Sở Nội vụ", "implement", [], "Căn cứ")],
    ),
    (
        "1. Sở Y tế - cơ quan thường trực Ban Chỉ đạo giúp Ban Chỉ đạo đôn đốc các ngành.\n",
        [("Sở Y tế", "implement", [], "Sở Y tế -")],
    ),
    (
        "1. Bộ, cơ quan ngang bộ, UBND các tỉnh trong phạm vi của mình có trách nhiệm tổ chức thực hiện.\n",
        [("Bộ, cơ quan ngang bộ", "implement", [], "Bộ,"), ("UBND các tỉnh", "implement", [], "Bộ,")],
    ),
    ("1. Đảng đoàn Quốc hội chỉ đạo việc sửa luật.\n", [("Đảng đoàn Quốc hội", "implement", [], "Đảng đoàn")]),
    (
        "1. Giao Sở Y tế tổ chức thực hiện; giao Thường trực HĐND tỉnh, các đại biểu HĐND tỉnh giám sát.\n",
        [
            ("Sở Y tế", "implement", [], "Giao"),
            ("Thường trực HĐND tỉnh", "monitor", [], "giao"),
            ("các đại biểu HĐND tỉnh", "monitor", [], "giao"),
        ],
    ),
    (
        "1. Sở Y tế - cơ quan thường trực Ban vì sự tiến bộ phụ nữ tỉnh giúp Ban tham mưu UBND tỉnh.\n",
        [("Sở Y tế", "implement", [], "Sở Y tế -")],
    ),
    (
        "1. Giao Sở Y tế (cơ quan thường trực) chủ trì, phối hợp với Sở Nội vụ theo dõi.\n",
        [("Sở Y tế", "lead", ["Sở Nội vụ"], "Giao")],
    ),
    (
        "1. Giao các sở, ngành theo chức năng, nhiệm vụ được giao, giải trình những nội dung còn khác nhau.\n",
        [("các sở, ngành", "implement", [], "Giao")],
    ),
    (
        "1. Phân công các Phó Chủ tịch UBND tỉnh chủ trì làm việc với các Bộ.\n",
        [("các Phó Chủ tịch UBND tỉnh", "lead", [], "Phân công")],
    ),
    (
        "1. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND tỉnh.\n",
        [("các đơn vị", "report", [], "Trong")],
    ),
    ("1. Ngành Giáo dục và Đào tạo chủ trì dạy.\n", [("Ngành Giáo dục và Đào tạo", "lead", [], "Ngành")]),
    ("1. Cấp ủy, chính quyền các xã lãnh đạo.\n", [("Cấp ủy, chính quyền các xã", "implement", [], "Cấp ủy")]),
    (
        "1. UBND tỉnh đã ban hành Kế hoạch số 15/KH-UBND ngày 10/01/2024. Giao Sở Y tế tiếp tục triển khai.\n",
        [("Sở Y tế", "implement", [], "Giao")],
    ),
    (
        "1. Thường trực HĐND tỉnh, các Tổ đại biểu HĐND tỉnh và đại biểu HĐND tỉnh giám sát.\n",
        [
            ("Thường trực HĐND tỉnh", "monitor", [], "Thường trực"),
            ("các Tổ đại biểu HĐND tỉnh", "monitor", [], "Thường trực"),
            ("đại biểu HĐND tỉnh", "monitor", [], "Thường trực"),
        ],
    ),
    (
        "1. Sở Y tế\n\nChỉ đạo tuyên truyền (hoàn thành trước 30/9). Phối hợp với Sở Nội vụ tập huấn.\n",
        [("Sở Y tế", "implement", [], "Chỉ đạo"), ("Sở Y tế", "support", ["Sở Nội vụ"], "Phối hợp")],
    ),
    ("1. Lãnh đạo phòng chịu trách nhiệm phổ biến kế hoạch.\n", [("Lãnh đạo phòng", "implement", [], "Lãnh đạo")]),
    (
        "1. Đồng chí Lê Văn An - Phó Chủ tịch UBND xã chỉ đạo chung.\n",
        [("Đồng chí Lê Văn An - Phó Chủ tịch UBND xã", "implement", [], "Đồng chí")],
    ),
    (
        "1. Tổng phụ trách Đội tổ chức hội thi.\n\n2. Chủ rừng, cộng đồng dân cư được giao rừng phải tuần tra.\n",
        [
            ("Tổng phụ trách Đội", "implement", [], "Tổng phụ trách"),
            ("Chủ rừng, cộng đồng dân cư được giao rừng", "implement", [], "Chủ rừng"),
        ],
    ),
    (
        "1. Tiểu ban Hậu cần - Lễ tân chuẩn bị hội trường.\n",
        [("Tiểu ban Hậu cần - Lễ tân", "implement", [], "Tiểu ban")],
    ),
    (
        "1. Sở Y tế\n\nTham mưu ban hành quyết định. Thời gian hoàn thành: Quý III/2024.\n",
        [("Sở Y tế", "advise", [], "Tham mưu ban hành quyết định. Thời gian")],
    ),
    ("1. Báo cáo kết quả\n\n- Gửi trước ngày 15 tháng 12.\n", []),
    ("1. Tòa án nhân dân tỉnh\n\n- Đề nghị chủ trì rà soát án.\n", [("Tòa án nhân dân tỉnh", "lead", [], "Đề nghị")]),
]


# duties of documents without a section of organisation: [(agency, role, with, beginning of the text)]
LETTERS = [
    (
        "UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã thực hiện một số nội dung sau:\n\n"
        "1. Sở Y tế chủ trì kiểm tra các chợ.\n\n"
        "2. Tăng cường tuyên truyền tới người dân.\n\n"
        "3. Các đơn vị có liên quan đến việc cấp phép quầy hàng: Trả lời trong 05 ngày.\n",
        [
            ("Sở Y tế", "lead", "Sở Y tế chủ trì"),
            ("các sở, ban, ngành", "implement", "Tăng cường"),
            ("UBND các xã", "implement", "Tăng cường"),
            ("Các đơn vị có liên quan đến việc cấp phép quầy hàng", "implement", "Trả lời"),
        ],
    ),
    (
        # who is asked first is not asked for the rest
        "Thực hiện chỉ đạo của Chính phủ, UBND tỉnh thông báo như sau:\n\n"
        "1. Sở Y tế chủ trì kiểm tra các chợ.\n\n"
        "2. Tăng cường tuyên truyền tới người dân.\n",
        [("Sở Y tế", "lead", "Sở Y tế chủ trì")],
    ),
    (
        "Đồng ý tiếp tục thực hiện Chiến lược giai đoạn 2021-2030. Giao Sở Y tế chủ trì xác định tên gọi.\n",
        [("Sở Y tế", "lead", "Giao Sở Y tế")],
    ),
    (
        "QUYẾT ĐỊNH:\n\nĐiều 1. Giao Sở Y tế rà soát.\n\n"
        "Điều 2. Giám đốc các sở căn cứ Quyết định thi hành. Quyết định này có hiệu lực từ ngày ký./.\n",
        [("Sở Y tế", "implement", "Giao Sở Y tế")],
    ),
    (
        "1. Sở Y tế lập danh sách.\n\n2. Đối với các kiến nghị: Sở Tài chính xem xét, trả lời trước ngày 15/6.\n",
        [("Sở Y tế", "implement", "Sở Y tế"), ("Sở Tài chính", "implement", "Sở Tài chính")],
    ),
    (
        "QUYẾT ĐỊNH:\n\nĐiều 1. Công bố danh mục thủ tục.\n\n"
        "1. Sở Y tế niêm yết danh mục.\n\n"
        "2. Văn phòng UBND tỉnh có trách nhiệm theo dõi việc niêm yết.\n\n"
        "Điều 2. Chánh Văn phòng, Giám đốc các: Sở Y tế, Sở Nội vụ chịu trách nhiệm thỉ hành Quyết định này./.\n",
        [
            ("Sở Y tế", "implement", "Sở Y tế niêm yết"),
            ("Văn phòng UBND tỉnh", "monitor", "Văn phòng UBND tỉnh có"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_duties_of_letters_and_decisions(text: str, expected: list[tuple[str, str, str]]) -> None:
    document = text_document(LETTERHEAD + text)
    outline = segment.outline(document)
    made = Material(document, outline, annotate.mentions(document, outline))
    found = responsibilities(made, sections(made))
    assert [(d.agency, d.role) for d in found] == [row[:2] for row in expected]
    assert all(duty.text.startswith(row[2]) for duty, row in zip(found, expected, strict=True))


@pytest.mark.parametrize(("text", "expected"), DUTIES)
def test_duties(text: str, expected: list[tuple[str, str, list[str], str]]) -> None:
    made = material(text)
    found = responsibilities(made, sections(made))
    assert [(d.agency, d.role, d.with_) for d in found] == [row[:3] for row in expected]
    assert all(duty.text.startswith(row[3]) for duty, row in zip(found, expected, strict=True))
    assert all(duty.section_id and duty.section.startswith("II.") for duty in found)
    # the body is shown where it is named, be it in a heading above
    assert all(any(e.quote in d.agency or d.agency in e.quote for e in d.evidence) for d in found)


# the last paragraphs of a plan, [(agency, role)]
ENDINGS = [
    ("Trên đây là Kế hoạch, đề nghị các đơn vị liên quan phối hợp thực hiện./.", [("các đơn vị liên quan", "support")]),
    ("Trên đây là Kế hoạch, yêu cầu các sở, ban, ngành và UBND các xã triển khai thực hiện./.", []),
    ("Trên đây là Kế hoạch, yêu cầu các cơ quan, đơn vị nghiêm túc triển khai./.", []),
    ("Nhận được Công văn này, yêu cầu các đơn vị khẩn trương thực hiện./.", []),
    ("Văn phòng UBND tỉnh thông báo để các sở, ngành biết, thực hiện./.", []),
    (
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời phản ánh về Sở Y tế để giải quyết.",
        [("các đơn vị", "report")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENDINGS)
def test_last_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    made = material(f"1. Sở Y tế:\n\n- Rà soát.\n\n{text}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n")
    found = [(d.agency, d.role) for d in responsibilities(made, sections(made))]
    assert found == [("Sở Y tế", "implement"), *expected]


def test_entities_name_every_body_of_the_duties_and_keep_other_territories_apart() -> None:
    made = material("1. UBND tỉnh Sông Lam:\n\n- Phối hợp với UBND huyện Bắc Sơn, Sở Nội vụ.\n")
    duties = responsibilities(made, sections(made))
    found = {e.id: e for e in entities(made, [(d.agency, d.agency_id) for d in duties])}
    assert found["uy-ban-nhan-dan:tinh"].place == "tỉnh Sông Lam"
    assert found["uy-ban-nhan-dan:tinh"].written == ["UBND tỉnh", "UBND tỉnh Sông Lam"]
    assert found["uy-ban-nhan-dan:huyen-bac-son"].level == "district"
    assert found["so-noi-vu"].kind == "agency"
    assert set(found) >= {d.agency_id for d in duties} | {i for d in duties for i in d.with_ids}


def test_tasks_divided_by_bodies_are_duties_where_nothing_else_gives_any() -> None:
    text = HEAD.replace("TỔ CHỨC THỰC HIỆN", "NHIỆM VỤ TRỌNG TÂM")
    document = text_document(text + "1. Sở Y tế\n\na) Hoàn thành đề án trước ngày 30/6/2024.\n\n2. Trồng cây xanh.\n")
    outline = segment.outline(document)
    found = responsibilities(Material(document, outline, annotate.mentions(document, outline)), [])
    assert [(one.agency, one.deadline) for one in found] == [("Sở Y tế", "trước ngày 30/6/2024")]


@pytest.mark.parametrize(
    ("duty", "deadline"),
    [
        ("Hằng năm xây dựng kế hoạch.", "Hằng năm"),
        ("Lập dự toán hằng năm.", None),
        ("Chi trả lương hưu, trợ cấp bảo hiểm xã hội hằng tháng tại nhà.", None),
        ("Kiểm định an toàn hồ chứa định kỳ 5 năm một lần.", "định kỳ 5 năm một lần"),
        ("Trình kế hoạch vốn trung hạn và hằng năm; hướng dẫn sử dụng.", None),
        ("Ôn tập cho học sinh lớp 12 từ tháng 3/2025.", "từ tháng 3/2025"),
        ("Kiểm tra việc sử dụng vốn vay 01 quý/lần.", "01 quý/lần"),
        ("Gửi số liệu trước ngày 05 tháng đầu quý sau.", "trước ngày 05 tháng đầu quý sau"),
        ("Chuẩn bị kịch bản trước khi khai giảng năm học mới.", "trước khi khai giảng năm học mới"),
        ("Cập nhật danh mục hằng quý trên Cổng thông tin.", "hằng quý"),
        ("Cung cấp thông tin tuyển dụng hằng tuần đến cấp xã.", "hằng tuần"),
        ("Chi trả trợ cấp xã hội hằng tháng đúng đối tượng.", None),
        ("Nêu gương tại các cuộc họp giao ban hằng tháng.", None),
        ("Viết tin về gương tốt; mỗi tháng đăng tải ít nhất 04 tin.", None),
        ("Mỗi học kỳ tổ chức 01 buổi nói chuyện.", "Mỗi học kỳ"),
        ("Rà soát chính sách; hằng năm báo cáo HĐND tỉnh tại kỳ họp cuối năm.", "hằng năm"),
        (
            "Trực 24/24 giờ, từ tháng 12 năm trước đến hết tháng 4 năm sau.",
            "từ tháng 12 năm trước đến hết tháng 4 năm sau",
        ),
        ("Giám sát định kỳ hằng tháng tại các xã.", "định kỳ hằng tháng"),
        ("Đối thoại với người dân định kỳ mỗi quý một lần.", "định kỳ mỗi quý một lần"),
        ("Xây dựng kế hoạch, xong trước 31-3-1998.", "trước 31-3-1998"),
        ("Sắp xếp các chi bộ trước Đại hội chi bộ nhiệm kỳ 2022 - 2025.", "trước Đại hội chi bộ nhiệm kỳ 2022 - 2025"),
        ("Phát lịch lấy nước, gửi các xã trước khi xuống giống 15 ngày.", "trước khi xuống giống 15 ngày"),
        ("Rà soát các nút giao trước dịp Tết Nguyên đán Bính Ngọ.", "trước dịp Tết Nguyên đán Bính Ngọ"),
        ("Phát tờ rơi nhân Tháng hành động (từ ngày 15/4 đến ngày 15/5/2026).", "từ ngày 15/4 đến ngày 15/5/2026"),
        ("Nộp số liệu (từ ngày 15/4 đến ngày 15/5/2026) về Sở.", None),
    ],
)
def test_work_that_comes_round(duty: str, deadline: str | None) -> None:
    made = material(f"1. Sở Y tế\n\n- {duty}\n")
    (found,) = responsibilities(made, sections(made))
    assert found.deadline == deadline


def test_a_season_is_no_date() -> None:
    made = material("1. Sở Y tế\n\n- Kiểm tra các trạm trước mùa mưa bão.\n")
    (found,) = responsibilities(made, sections(made))
    assert (found.deadline, found.due) == ("trước mùa mưa bão", None)


def test_verbs_that_no_list_knows_give_duties_in_later_sentences_too() -> None:
    plan = material("III. TỔ CHỨC THỰC HIỆN\n\nSở Y tế in tờ rơi. Bưu điện tỉnh vận chuyển tờ rơi đến các xã.\n")
    assert [(duty.agency, duty.text) for duty in responsibilities(plan, sections(plan))] == [
        ("Sở Y tế", "Sở Y tế in tờ rơi."),
        ("Bưu điện tỉnh", "Bưu điện tỉnh vận chuyển tờ rơi đến các xã."),
    ]


def test_degrees_end_no_sentence() -> None:
    text = "Sở Y tế mở lớp do PGS. Trần An và GS. Lê Bình giảng dạy. Sở Tài chính bố trí kinh phí."
    made = material(f"III. TỔ CHỨC THỰC HIỆN\n\n{text}\n")
    assert [duty.text for duty in responsibilities(made, sections(made))] == [
        "Sở Y tế mở lớp do PGS. Trần An và GS. Lê Bình giảng dạy.",
        "Sở Tài chính bố trí kinh phí.",
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("1. Báo Sông Lam, Đài Phát thanh và Truyền hình tỉnh mở chuyên mục về Kế hoạch.", 2),
        ("1. Đề nghị Hội Nông dân, Hội Cựu chiến binh mỗi tổ chức nhận đỡ đầu ít nhất 20 nhà.", 2),
        ("1. Các chủ hồ có trách nhiệm lập phương án ứng phó.", 1),
        ("1. Thành viên Đoàn giám sát nghiên cứu tài liệu, tham gia các cuộc làm việc.", 1),
        ("1. Thành viên là đại diện lãnh đạo các sở.", 0),
        ("1. Tổ giúp việc của Trưởng ban tổng hợp tình hình hằng tuần.", 1),
        ("1. Sở Y tế thuê chuyên gia.", 1),
        ("1. Bưu điện tỉnh, Sở Y tế vận chuyển tài liệu.", 2),
        ("1. Công an tỉnh không để xảy ra cháy rừng.", 1),
        ("1. Công an tỉnh sẵn sàng lực lượng.", 1),
        ("1. Chủ đầu tư các dự án có trách nhiệm bàn giao hạ tầng cho xã.", 1),
        ("1. Hộ kinh doanh có trách nhiệm niêm yết giá.", 1),
        ("1. Người dân có trách nhiệm phân loại rác tại nguồn.", 1),
        ("1. Công ty TNHH Nam Sơn điều tiết nước theo lịch thời vụ.", 1),
        ("1. Sở Y tế, Sở Nội vụ.", 0),
        ("Kết quả thực hiện Chỉ thị này là căn cứ đánh giá, xếp loại người đứng đầu.", 0),
        ("Kế hoạch này được phổ biến đến toàn thể công chức.", 0),
        ("1. Kinh phí thực hiện theo phân cấp ngân sách.", 0),
        ("1. Các nội dung tuyên truyền phải phù hợp với từng đối tượng.", 0),
    ],
)
def test_who_begins_the_sentence_has_the_duty(text: str, bodies: int) -> None:
    plan = material(text + "\n\n2. Sở Y tế chủ trì hướng dẫn.\n")
    found = [duty for duty in responsibilities(plan, sections(plan)) if duty.text != "Sở Y tế chủ trì hướng dẫn."]
    assert len(found) == bodies
    assert all(duty.text == text.removeprefix("1. ") for duty in found)


def test_a_body_that_is_the_bureau_of_the_plan_has_the_duty() -> None:
    plan = material("1. Giao Ban Phong trào Tỉnh đoàn là bộ phận thường trực, tham mưu triển khai Kế hoạch.\n")
    (duty,) = responsibilities(plan, sections(plan))
    assert (duty.agency, duty.role) == ("Ban Phong trào Tỉnh đoàn", "advise")


def test_who_is_made_leader_of_a_body_is_part_of_its_name() -> None:
    plan = material(
        "1. Đối với Đoàn kiểm tra do Phó Giám đốc, Trưởng ban Chỉ đạo làm Trưởng đoàn\n\n"
        "- Chuẩn bị tốt nội dung phục vụ kiểm tra.\n"
    )
    (duty,) = responsibilities(plan, sections(plan))
    assert duty.agency == "Đoàn kiểm tra do Phó Giám đốc, Trưởng ban Chỉ đạo làm Trưởng đoàn"
