"""Words around numbers: units, what a number that is no quantity stands behind, comparators.

All phrases are lower case with their marks, words separated by single spaces.
"""

from __future__ import annotations

from pipeline.mentions import Comparator


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


SCALES = ("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")
"""Powers of ten in words; they stay part of the unit as printed ("10 tỷ đồng", "1,2 triệu người")."""

MEASURES = _phrases(
    """
    ha, héc-ta, hecta, m, m2, m², m3, m³, km, km2, km², cm, mm, tấn, tạ, kg, kilogam, lít, mw, mwp, kw, kwh, kv,
    gb, tb, mbps, gbps, độ, cây số, mét, mét vuông, mét khối, đồng, usd, vnđ, vnd, đô la mỹ, euro, điểm, hải lý, mã lực
    """
)
"""Units of measure and money."""

MEASURES_THAT_NAME = frozenset({"điểm", "độ"})
"""Measures that are also things counted: "Xây dựng 3 điểm du lịch"."""

TIMES = _phrases(
    """
    giây, phút, giờ, giờ làm việc, ngày, ngày làm việc, tuần, tháng, quý, năm, tuổi, tiết, buổi, phiên, ca
    """
)
"""Units of time and age: a number with one of them is a target only where the words say so."""

EVENTS = _phrases("tiết, buổi, phiên, ca")
"""Those that are also things counted: "Tổ chức 24 buổi tuyên truyền"."""

COUNTED = _phrases(
    """
    người, người dân, người lao động, người khuyết tật, người nghèo, người cao tuổi, người có công, lao động, việc làm,
    việc làm mới, hộ, hộ dân, hộ nghèo, hộ cận nghèo, hộ gia đình, hộ kinh doanh, gia đình, khẩu, nhân khẩu, lượt,
    lượt truy cập, lượt tin, lượt bài, đồng chí, cán bộ, công chức, viên chức, cán bộ công chức,
    đại biểu, hội viên, đoàn viên, đảng viên, thành viên, học viên, học sinh, sinh viên, giáo viên, giảng viên, trẻ,
    trẻ em, bác sĩ, bác sỹ, dược sĩ, dược sĩ đại học, điều dưỡng, y sĩ, bệnh nhân, ca bệnh, giường bệnh,
    giường, liều, mũi,
    chuyên gia,
    tiến sĩ, thạc sĩ, kỹ sư, cử nhân, cử nhân thực hành,
    nghệ nhân, diễn viên, vận động viên, huấn luyện viên, cộng tác viên, tình nguyện viên,
    tuyên truyền viên, báo cáo viên, hòa giải viên, hướng dẫn viên, trọng tài, thí sinh, khách, khách du lịch,
    du khách, nạn nhân, nông dân, thanh niên, phụ nữ, chiến sĩ, quân nhân, luật sư, nhà khoa học, doanh nhân,
    tỉnh, tỉnh thành phố, huyện, quận, thị xã, thành phố, xã, phường, thị trấn, đặc khu, thôn, bản, làng, ấp, khu phố,
    tổ dân phố, khóm, buôn, địa phương, khu dân cư, điểm dân cư, nước, quốc gia, quốc gia và vùng lãnh thổ, vùng,
    vùng trồng, mã số, trường, trường học, trường chuẩn quốc gia, điểm trường, lớp, lớp học, lớp tập huấn,
    lớp bồi dưỡng, khóa, khóa học,
    khóa đào tạo, phòng, phòng học, trạm, trạm y tế, bệnh viện, cơ sở, cơ sở y tế, cơ sở giáo dục, trung tâm,
    nhà văn hóa, nhà, căn, căn nhà, căn hộ, công trình, phần việc, đơn vị máu, dự án, tiểu dự án, đề án, đề tài,
    chương trình, kế hoạch,
    nhiệm vụ, nội dung, mô hình, mô hình điểm, chuỗi, chuỗi liên kết, hợp tác xã, htx, tổ hợp tác,
    trang trại, doanh nghiệp,
    doanh nghiệp mới, doanh nghiệp thành lập mới, công ty, nhà máy, khu công nghiệp, cụm công nghiệp, chợ, siêu thị,
    cửa hàng, gian hàng, điểm bán, làng nghề, sản phẩm, sản phẩm ocop, nhãn hiệu, thương hiệu, bằng sáng chế, sáng kiến,
    giải pháp, ý tưởng, bài, bài viết, bài báo, tin, tin bài, tin, bài, phóng sự, chuyên đề, chuyên mục, chương trình,
    số, kỳ, bản tin, cuốn, quyển, tờ, tờ rơi, tờ gấp, pa nô, băng rôn, áp phích, ấn phẩm, tài liệu, bộ, bộ tài liệu,
    bộ hồ sơ, hồ sơ, văn bản, thủ tục, thủ tục hành chính, tthc, dịch vụ, dịch vụ công, báo cáo, quyết định, nghị quyết,
    cuộc, cuộc thi, cuộc họp, cuộc kiểm tra, cuộc thanh tra, cuộc giám sát, hội nghị, hội thảo, tọa đàm, hội thi,
    hội chợ, hội diễn, lễ hội, sự kiện, chương trình nghệ thuật, buổi, buổi truyền thông, đợt, đợt kiểm tra, lần,
    chuyến, đoàn, đoàn công tác, đoàn kiểm tra, tổ, tổ công tác, nhóm, đội, câu lạc bộ, clb, ban, chi hội, chi bộ,
    đơn vị, cơ quan, tổ chức, cơ sở sản xuất, phương tiện, xe, chiếc, cái, con, cây, cây xanh, máy, máy tính, thiết bị,
    bộ máy, hệ thống, nền tảng, ứng dụng, phần mềm, website, cổng thông tin, tài khoản, chữ ký số, thuê bao,
    vụ, vụ việc, vụ án, vụ tai nạn, điểm, điểm du lịch, khu du lịch, khu, lô, tuyến, tuyến đường, cầu, cống, hồ, đập,
    tiêu chí, chỉ tiêu, chỉ số, bậc, hạng, hạng mục, gói thầu, hợp đồng, giải, giải thưởng, huy chương, huy chương vàng,
    suất, suất quà, suất học bổng, học bổng, phần quà, thẻ, sổ, giấy chứng nhận, chứng chỉ, phiếu, mẫu, di tích,
    di sản, bảo tàng, thư viện, đầu sách, hiện vật, vị trí, vị trí việc làm, biên chế, chức danh, trường hợp, đối tượng,
    cặp, cặp vợ chồng, con lợn, con bò, kênh, ban công, bể, bãi, lượt xe, kiốt, ki ốt, gói, môn, ngành, nghề, lĩnh vực
    """
)
"""Nouns that are counted in targets and stand right behind the number."""

CLASSIFIERS = _phrases("cuộc, căn, cái, chiếc, con, lượt, suất, đợt, lần, tờ, cuốn, quyển, bộ, đợt, ca, vụ")
"""Classifiers (loại từ): counted, but they name nothing ("hoàn thành 2.400 căn")."""

NAMELESS = CLASSIFIERS - {"bộ", "ca", "vụ", "lần", "đợt"}
"""Classifiers without a word of their own in the name: "Bồi dưỡng 1.800 lượt báo cáo viên"."""

UNIT_TAILS = _phrases("trở lên")
"""Adjectives that stay with a counted noun ("9.500 việc làm mới")."""

BASES = (
    r"phụ\s+nữ|học\s+sinh|sinh\s+viên|học\s+viên|cán\s+bộ|giáo\s+viên|lao\s+động|hộ\s+(?:dân|nghèo|gia\s+đình)|người\s+(?:dân|lao\s+động)|trẻ\s+em|"
    r"bé\s+(?:trai|gái)|lớp\s+(?:mẫu\s+giáo|nhà\s+trẻ|học)(?:\s+\d\s+tuổi)?|cơ\s+sở|hợp\s+tác\s+xã|doanh\s+nghiệp|đơn\s+vị(?:\s+diện\s+tích)?|"
    r"giường\s+bệnh|trạm\s+y\s+tế|đầu\s+người|nhân\s+khẩu"
)
"""What a rate is counted on, of two words and more: "2,1 con/phụ nữ", "25 trẻ/lớp mẫu giáo"."""

LABELLED = _phrases(
    """
    điều, khoản, điểm, mục, tiểu mục, chương, phần, phụ lục, phụ biểu, biểu, biểu mẫu, mẫu, mẫu số, bảng, hình, số, năm,
    tháng, quý, ngày, đêm, khóa, khoá, lớp, mức độ, mức, cấp độ, cấp, loại, hạng, bậc, nhóm, thứ, lần thứ, phường, quận,
    tổ, thôn, khu phố, ấp, xóm, buôn, đội, quốc lộ, tỉnh lộ, đường tỉnh, đường, ql, tl, đt, km, covid, covid-, văn bằng,
    tiểu dự án, dự án, nội dung thành phần, hợp phần, trụ cột, bước, vòng, phiên bản, thế hệ, tài khoản, điện thoại,
    đt:, sđt, fax, vùng, tập, trang, tiêu chí, chỉ tiêu, chương trình gdpt, thông tư, nghị định, quyết định, nghị quyết,
    luật, công văn, kế hoạch, chỉ thị, kết luận, tờ trình, thông báo, đề án, tuần, kỳ, đợt, lô, tầng, phòng, thửa, hệ,
    ngày thứ, đại hội, hội nghị lần, gói thầu số, cách mạng công nghiệp lần thứ, công nghiệp, vitamin, gói thầu, iso,
    tcvn, chuẩn, trình độ bậc, tuyến, zone, đoạn, mũi, khối, block, khu
    """
)
"""Words before a number that is a name or an ordinal, not a quantity ("Điều 5", "lớp 10", "mức độ 2")."""

STRONG_LABELS = _phrases(
    """
    điều, khoản, số, năm, tháng, ngày, quý, khóa, khoá, phường, quận, điện thoại, thông tư, nghị định, quyết định,
    nghị quyết, luật, công văn, chỉ thị, kết luận, tờ trình, thông báo, ql, tl, iso, tcvn
    """
)
"""Those of them that never stand before a quantity, whatever follows the number."""

COMPARATORS: tuple[tuple[Comparator, str], ...] = (
    (">=", r">=|≥|⩾|ít\s+nhất(?:\s+là)?|tối\s+thi[ểêề]u(?:\s+là)?|không\s+(?:dưới|thấp\s+hơn|ít\s+hơn)|"
           r"bằng\s+hoặc\s+(?:cao|lớn)\s+hơn"),
    ("<=", r"<=|≤|⩽|không\s+(?:quá|vượt\s+quá|vượt|cao\s+hơn|lớn\s+hơn)|tối\s+đa(?:\s+là)?|nhiều\s+nhất|"
           r"không\s+(?:còn\s+)?quá"),
    (">", r">|trên|hơn|vượt|cao\s+hơn|lớn\s+hơn|nhiều\s+hơn"),
    ("<", r"<|dưới|thấp\s+hơn|nhỏ\s+hơn|ít\s+hơn|chưa\s+đến"),
    ("~", r"~|≈|khoảng|xấp\s+xỉ|ước(?:\s+(?:đạt|khoảng|tính))?|gần|chừng|trung\s+bình\s+khoảng"),
)  # fmt: skip
"""Comparator and the words for it; the first that fits wins ("không dưới" is ">=", not "<")."""

REACHING = (
    r"(?:ph[ấầẩ]n\s+đ[ấầẩ]u\s+(?:để\s+)?|cố\s+gắng\s+|ước\s+)?(?:đạt|(?<!trở\s)lên\s+(?:tới|đến)|(?<!trở\s)lên|tăng\s+lên|nâng\s+lên|xuống\s+còn|"
    r"giảm\s+còn|giảm\s+xuống(?:\s+còn)?|còn|xuống|chiếm|(?<!mặt\s)(?<!công\s)(?<!cân\s)(?<!đồng\s)bằng|ph[ấầẩ]n\s+đ[ấầẩ]u|duy\s+trì(?:\s+ổn\s+định)?|giữ\s+vững|giữ(?:\s+ổn\s+định)?|là|ở(?=\s+mức)|"
    r"về(?=\s+(?:dưới|mức|còn)\s))"
    r"(?:\s+(?:tỷ\s+lệ|tỉ\s+lệ|mức|ở\s+mức|tổng\s+số|được|và\s+vượt|số\s+lượng|tương\s+đương(?:\s+với)?))?"
)
"""Words that lead over to the value of a target and are no part of its name ("đạt tỷ lệ 30 %", "xuống còn 5 %")."""

PER_HEAD = (
    r"trên\s+(?:một|0?1(?:0{1,2}|\.000|0\.000|00\.000)?)\s*(?:vạn|nghìn|ngàn|triệu)?\s*(?:người\s+dân|dân|người|trẻ|hộ|ca|giường|ha|hecta|m2|km2?|lao\s+động)"
    r"(?=(?:\s+[^\W\d_]+){0,5}?\s*(?:đạt|là|còn|giảm|tăng|duy\s+trì|ở\s+mức|xuống|:|<|>|≤|≥))"
)
"""What a rate is counted on, in the name of an indicator: "Số bác sĩ trên 1 vạn dân đạt 12"."""

RISING = r"tăng(?:\s+(?:thêm|lần\s+lượt|bình\s+quân|trung\s+bình|trưởng|hằng\s+năm|hàng\s+năm))*"
FALLING = (
    r"(?:cắt\s+)?giảm(?:\s+(?:thêm|lần\s+lượt|bình\s+quân|trung\s+bình|hằng\s+năm|hàng\s+năm|tối\s+thi[ểêề]u|"
    r"ít\s+nhất))*"
)
"""Words of change right before the number: the value is the change, not the level."""
