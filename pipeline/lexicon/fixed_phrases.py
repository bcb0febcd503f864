"""Phrases of administrative Vietnamese whose letters without marks can mean nothing else.

A scan that loses or mixes up marks ("chuyên đồi số", "KÉ HOẠCH") can be put right by them alone. A phrase whose bare
letters are also those of another reading stands here only with enough words around it: "cơ quan" is not here, because
"có quan (hệ)" is written with the same letters; "các cơ quan" is.
"""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.fold import fold

_PHRASES = """
cộng hòa xã hội chủ nghĩa việt nam; đảng cộng sản việt nam; hạnh phúc; độc lập; ủy ban nhân dân; hội đồng nhân dân
kế hoạch; quyết định; nghị quyết; nghị định; chương trình; công văn; tờ trình; phụ lục; kèm theo; ban hành; phê duyệt
giai đoạn; nơi nhận; chủ tịch; thủ tướng; chính phủ; quốc hội; bộ trưởng; giám đốc; hiệu trưởng; ban chỉ đạo
tổ chức; thực hiện; triển khai; phổ biến; tuyên truyền; kiểm tra; giám sát; theo dõi; đôn đốc; hướng dẫn; phối hợp
chủ trì; tham mưu; tổng hợp; tổng kết; báo cáo; bảo đảm; đảm bảo; chuyển đổi; chuyển đổi số; dân tộc thiểu số
phát triển; phát triển kinh tế; kinh tế; xã hội; giáo dục; đào tạo; khoa học; công nghệ; y tế; nông nghiệp; nông thôn
công nghiệp; doanh nghiệp; nhân dân; thành phố; thị trấn; thị xã; tỉnh ủy; đơn vị; đơn vị liên quan; trách nhiệm
nhiệm vụ; giải pháp; mục tiêu; tỷ lệ; tỉ lệ; hiệu quả; chất lượng; nâng cao; tăng cường; đẩy mạnh; xây dựng; sửa đổi
bổ sung; điều chỉnh; thẩm định; thẩm quyền; quản lý; quản lí; nhà nước; ngân sách; kinh phí; nghiên cứu; tuyển sinh
tuyển dụng; sinh viên; học sinh; giáo viên; công chức; viên chức; biên chế; tiếp tục; kịp thời; thường xuyên; định kỳ
nhận thức; thông tin; ứng dụng; dịch vụ; thủ tục hành chính; cải cách hành chính; hành chính; tài chính; công an
quân sự; quốc phòng; an ninh; trật tự; an toàn giao thông; bảo vệ môi trường; tài nguyên; biến đổi khí hậu
khiếu nại; tố cáo; thanh tra; khen thưởng; kết quả; quyền hạn; chức năng; lãnh đạo; chỉ đạo; điều hành; thành viên
phó chủ tịch; hạ tầng; giảm nghèo; bền vững; việc làm; lao động; bảo hiểm; trẻ em; bình đẳng giới; tìm hiểu; cụ thể
tập thể; tổng thể; thời điểm; địa điểm; quan điểm; đặc điểm; thí điểm; ổn định; đối tượng; đối với; đổi mới; biểu mẫu
tiêu chuẩn; quy chuẩn; chuẩn bị; yêu cầu; hỗ trợ; khuyến khích; điều kiện; biện pháp; khắc phục; hoàn thành; hoàn thiện
thành lập; nguồn lực; nguồn nhân lực; nguồn vốn; kiến nghị; chuyển giao; chuyển tiếp; phân bổ ngân sách; số hóa
các cơ quan; cơ quan chủ trì; cơ quan phối hợp; cán bộ công chức; đầu tư công; vốn đầu tư; kế hoạch và đầu tư
kế hoạch đầu tư; sở tư pháp; sở nội vụ; sở tài chính; sở y tế; sở xây dựng; sở công thương; sở giáo dục và đào tạo
sở giáo dục; sở kế hoạch và đầu tư; sở khoa học và công nghệ; sở nông nghiệp; sở thông tin và truyền thông
sở tài nguyên và môi trường; sở văn hóa; sở giao thông vận tải; sở lao động thương binh và xã hội; sở ngoại vụ
sở lao động - thương binh và xã hội; thông tin và truyền thông; tài nguyên và môi trường; nông nghiệp và môi trường
lao động - thương binh và xã hội; giao thông vận tải; cơ sở dữ liệu; cơ sở hạ tầng; ngang bộ; trực thuộc trung ương
chi cục trưởng; chi cục trồng trọt; chi cục chăn nuôi; chi cục thú y; chi cục kiểm lâm; chi cục thủy lợi; chi cục thuế
chi cục bảo vệ; chi cục quản lý; chi cục phát triển nông thôn; chi cục thi hành án; chi cục dân số; chi cục thống kê
ban tuyên giáo; ban dân vận; ban nội chính; ủy ban kiểm tra; của đề án; thực hiện đề án; phê duyệt đề án
huyện lỵ; kiêng kỵ; cấm kỵ; đố kỵ; văn phòng; phát động; cuộc thi; học bổng; phân công nhiệm vụ; hợp tác quốc tế
"""

_OTHERS = """
bộ súng; bỏ súng; đội mới; đội với; công ăn; định ký; đính ký; thi điểm; số hoa; sở hoa; học bóng; quan sự
xa hơi; xả hơi; tập thẻ; nhân thực
"""

LONGEST = 9
"""Most words in a phrase."""

_SHORT = """
LĐTBXH LĐTB&XH LĐ-TB&XH GDĐT GD&ĐT GD-ĐT TNMT TN&MT NNPTNT NN&PTNT KHĐT KH&ĐT KHCN KH&CN VHTT VHTTDL VHTT&DL TTTT
TT&TT GTVT NN&MT NNMT
"""
DEPARTMENT_SHORT = frozenset(_SHORT.split())
"""Short names of departments: a "Số" before one is "Sở" (department), never "số" (number)."""


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Bare words of each phrase -> its words with their marks."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in _PHRASES.splitlines():
        for phrase in line.split(";"):
            words = tuple(phrase.split())
            if words:
                table.setdefault(tuple(fold(word) for word in words), words)
    return table


@cache
def other_readings() -> frozenset[tuple[str, ...]]:
    """Word pairs (small letters) that have the bare letters of a phrase and are Vietnamese themselves."""
    return frozenset(tuple(pair.split()) for line in _OTHERS.splitlines() for pair in line.split(";") if pair.split())
