"""Words from which names of bodies outside the lexicon and collective addressees are made."""

from __future__ import annotations

GENERIC_HEADS: tuple[str, ...] = (
    "Trung tâm", "Công ty", "Tổng Công ty", "Tổng công ty", "Tập đoàn", "Trường", "Đại học", "Học viện", "Viện",
    "Bệnh viện", "Ngân hàng", "Chi nhánh", "Phân hiệu", "Chi cục", "Cục", "Tổng cục", "Vụ", "Ban Quản lý",
    "Ban quản lý", "Ban Chỉ đạo", "Ban chỉ đạo", "Ban Điều hành", "Ban điều hành", "Ban Tổ chức", "Ban tổ chức",
    "Ban Giám hiệu", "Ban Giám đốc", "Ban Chấp hành", "Ban Thường vụ", "Ban Chủ nhiệm", "Ban Đại diện",
    "Ban Chỉ huy", "Ban Pháp chế", "Ban Văn hóa", "Ban Nội chính", "Ban Tuyên huấn", "Tổ công tác",
    "Tổ Công tác", "Tổ giúp việc", "Tổ thư ký", "Hội đồng", "Hội", "Hiệp hội", "Liên hiệp", "Liên minh",
    "Liên đoàn", "Đoàn", "Công đoàn", "Đảng bộ", "Đảng ủy", "Báo", "Tạp chí", "Đài", "Cổng", "Văn phòng",
    "Thanh tra", "Đảng đoàn", "Ban cán sự đảng", "Ban Cán sự đảng",
    "Ban Cán sự Đảng", "Tòa án", "Viện kiểm sát", "Bảo hiểm xã hội", "Điện lực", "Khoa", "Phòng", "Bộ môn", "Ban",
    "Quỹ", "Nhà xuất bản", "Nhà máy", "Nhà hát", "Nhà thiếu nhi", "Nhà Thiếu nhi", "Nhà Văn hóa", "Nhà văn hóa",
    "Vườn quốc gia",
    "Hạt Kiểm lâm", "Trạm", "Trại giam", "Bưu cục", "Trại tạm giam", "Cơ sở cai nghiện", "Nhà tạm giữ",
    "Đội", "Câu lạc bộ", "Thư viện", "Bảo tàng", "Xí nghiệp", "Hợp tác xã", "Quân khu",
    "Quân chủng", "Bộ Tư lệnh", "Đại sứ quán", "Sở", "Số", "Ủy ban", "Đồn Biên phòng", "Làng", "Đơn vị",
    "Tiểu ban", "Thường trực", "Mặt trận", "Tổng Cục", "Bưu điện", "Viễn thông", "VNPT", "Viettel",
    "Agribank",
    "Vietinbank", "TT", "BQL", "Lữ đoàn", "Sư đoàn", "Trung đoàn", "Tiểu đoàn",
    "Đại đội", "Quân đoàn", "Hải đoàn",
)  # fmt: skip
"""Words that begin the name of a body when a capital letter follows."""

STANDALONE_HEADS: frozenset[str] = frozenset(
    ("Ban Điều hành", "Ban Chỉ đạo", "Ban Tổ chức", "Ban Giám hiệu", "Ban Giám đốc", "Ban Quản lý", "Hội đồng trường")
)
"""Bodies that a document names by these words alone, once it has said which it means."""

CLASS_WORDS: tuple[str, ...] = (
    "cổ phần", "cổ phần hữu hạn", "TNHH", "MTV", "một thành viên", "tư vấn", "xây dựng", "công nghệ",
    "trách nhiệm hữu hạn", "công nghiệp", "dịch vụ", "khai thác", "bảo hiểm", "quản lý", "phát triển",
    "đại học", "cao đẳng", "trung cấp", "tiểu học", "trung học", "mầm non", "phổ thông", "dân tộc", "nội trú",
    "chính trị", "dạy nghề", "khu vực", "thành viên", "điện lực", "cấp nước", "môi trường",
)  # fmt: skip
"""Lower-case words that may stand between such a head and the capitalised part of the name."""

NAMING_VERBS: frozenset[str] = frozenset(
    ("xúc tiến", "hỗ trợ", "quản lý", "thúc đẩy", "khuyến khích", "bảo lãnh", "điều phối", "giám sát", "kiểm soát")
)
"""Verbs that say, in the name of a body, what it does with its field: "Trung tâm Xúc tiến đầu tư"."""

FIELDS: frozenset[str] = frozenset(
    ("đầu tư", "phát triển", "xây dựng", "đào tạo", "nghiên cứu", "khai thác", "bảo trì", "đấu thầu", "tuyển sinh",
     "khởi nghiệp", "sản xuất", "kinh doanh", "quy hoạch", "vận hành", "sáng tạo", "xuất khẩu", "vận tải")
)  # fmt: skip
"""Verbs that name such a field; elsewhere a verb in lower case ends a name ("Trung tâm Văn hóa | tổ chức")."""

FIELDS_OF_WORK: frozenset[str] = frozenset(
    word.strip()
    for word in """
    an toàn thực phẩm, bảo hiểm, bảo hiểm y tế, bảo vệ thực vật, bình đẳng giới, công nghệ, công nghệ thông tin,
    công tác xã hội, dân số, dân tộc, dân vận, du lịch, dược, đăng ký kinh doanh, đất đai, đầu tư, đô thị,
    đối ngoại, gia đình, giao thông, giáo dục, giáo dục chính trị, giáo dục pháp luật, hạ tầng, hành chính,
    hành chính tư pháp, hậu cần, kế hoạch, kế toán, kế toán tài chính, khen thưởng, khoa học, khoáng sản, kiểm lâm,
    kinh tế, kỹ thuật, lao động, lâm nghiệp, môi trường, ngân sách, nghệ thuật, nghiệp vụ, nhà ở, nội vụ,
    nông nghiệp, phát thanh, pháp chế, pháp luật, quản trị, quy hoạch, quy hoạch xây dựng, tài chính, tài nguyên,
    tài vụ, thể dục, thể thao, thi đua, thông tin, thống kê, thú y, thủy lợi, thủy sản, thương mại, tiền lương,
    tôn giáo, thị trường bất động sản, hạ tầng kỹ thuật, trẻ em, trị sự, truyền hình, truyền thông, tư pháp, vật tư,
    vật tư y tế, văn hóa, văn nghệ, việc làm, xã hội, y tế
    """.replace("\n", " ").split(",")
)
"""Fields that go on in small letters with the name of a body: "Phòng Phổ biến, giáo dục pháp luật"."""

BRANCHES: tuple[str, ...] = (
    *sorted(FIELDS_OF_WORK), "công an", "kiểm sát", "tòa án", "thuế", "hải quan", "ngân hàng", "điện", "điện lực",
    "than", "dệt may", "đường sắt", "hàng không", "hàng hải", "ngoại giao", "quân đội", "công thương", "xây dựng",
    "đào tạo", "phát triển nông thôn",
)  # fmt: skip
"""Branches of administration and trade: "ngành giáo dục"."""

SCHOOLS: tuple[str, ...] = (
    "mầm non", "mẫu giáo", "tiểu học", "trung học cơ sở", "trung học phổ thông", "phổ thông",
    "phổ thông dân tộc nội trú", "dân tộc nội trú", "dân tộc bán trú", "THCS", "THPT", "PTDTBT", "PTDTNT", "liên cấp",
    "đại học", "cao đẳng", "trung cấp", "công lập", "ngoài công lập", "tư thục", "dân lập", "nghề", "chuyên",
)  # fmt: skip
"""Kinds of schools: "các trường mầm non, tiểu học"."""

WORK_OF_BODIES: frozenset[str] = frozenset(
    ("tổng hợp", "kiểm tra", "đào tạo", "tuyên truyền", "vận động", "thanh tra", "xây dựng", "tổ chức", "huấn luyện",
     "giám sát", "tuyển sinh", "phân tích", "dự báo", "tư vấn", "cứu nạn", "quản lý chất lượng", "cán bộ", "sinh viên")
)  # fmt: skip
"""Fields that are verbs as well: part of a name only where it ends behind them ("Phòng Hành chính, tổng hợp;")."""

TRADES: frozenset[str] = frozenset(
    word.strip()
    for word in """
    bán buôn, bán lẻ, buôn bán, cấp nước, cấp điện, chăn nuôi, chế biến, dạy nghề, du lịch, đánh bắt, đóng tàu,
    gia công, giết mổ, in ấn, khai khoáng, kiểm toán, kinh doanh, lắp ráp, lữ hành, lưu trú, môi giới, nhập khẩu,
    nuôi trồng, phân phối, sản xuất, sản xuất kinh doanh, thi công, thoát nước, thu gom, thu mua, trồng, trồng trọt,
    vận chuyển, vận tải, viễn thông, xây lắp, xuất khẩu, xuất nhập khẩu, xử lý chất thải, y tế
    """.replace("\n", " ").split(",")
)
"""What bodies live by: behind their noun it tells which of them, it is not what they do here ("các doanh nghiệp
chế biến gỗ | bao tiêu sản phẩm")."""

BODY_NOUNS: frozenset[str] = frozenset(
    word.strip()
    for word in """
    gia đình, nhà trường, cơ quan, đơn vị, chuyên gia, phụ huynh, cha mẹ, báo chí, doanh nghiệp, tổ chức, trường, viện,
    cơ sở, công ty, đoàn, đoàn thể, hội, ban, phòng, khoa, trung tâm, lực lượng, ngành, cấp, cấp ủy, chính quyền,
    địa phương, bộ phận, cán bộ, giáo viên, nhà khoa học, đối tác, nhà thầu, nhà tài trợ, sở, bộ, huyện, xã, phường,
    thành phố, tỉnh, công an, bệnh viện, đài, báo, nhà đầu tư, hiệp hội, chủ đầu tư, ban ngành, các cấp, nhân dân,
    người dân, cộng đồng, thôn, bản, khu phố, tổ, tổ dân phố, đội, nhóm, nhà máy, xí nghiệp, hợp tác xã, hộ, chủ,
    chủ hộ, chủ rừng, chủ tàu, nhà hảo tâm, nhà chùa, chùa, già làng, trưởng bản, trưởng thôn, trưởng ấp, nghệ nhân,
    người có uy tín, luật sư, hội viên, đoàn viên, ngân hàng, nhà xe, nhà hàng, khách sạn, tiểu thương, bếp ăn,
    bếp ăn tập thể, lực lượng kiểm lâm, lực lượng công an, lực lượng quân sự, dân quân, dân quân tự vệ, bộ đội
    """.replace("\n", " ").split(",")
)
"""Nouns that name those whom one works with; "phối hợp với các biện pháp" names nobody."""

OTHER_HEADS: tuple[str, ...] = ("UBND", "HĐND", "Ủy ban", "Uỷ ban", "Công an", "Các", "MTTQ", "VP", "Bộ", "Kho bạc")
"""Words that begin a name in the lexicon: a list goes on there with another body."""

TITLES: tuple[str, ...] = (
    "Thủ trưởng", "Người đứng đầu", "Giám đốc", "Phó Giám đốc", "Tổng Giám đốc", "Chủ tịch", "Phó Chủ tịch",
    "Chánh", "Phó Chánh", "Trưởng", "Phó Trưởng", "Lãnh đạo", "Hiệu trưởng", "Phó Hiệu trưởng", "Bộ trưởng",
    "Thứ trưởng", "Cục trưởng", "Vụ trưởng", "Viện trưởng", "Bí thư", "Chỉ huy trưởng", "Tổng Biên tập",
    "Chủ nhiệm", "Đại diện", "Người đại diện", "Chi cục trưởng", "Thống đốc", "Chánh án", "Tổng cục trưởng",
)  # fmt: skip
"""Offices that stand before the body of their holder: "Giám đốc Sở Y tế", "Thủ trưởng các sở, ban, ngành"."""

GROUP_NOUNS: tuple[str, ...] = (
    "tổ chức đại diện doanh nghiệp", "bộ môn", "đại sứ quán", "sở", "bộ", "ban", "ngành",
    "cơ quan ngang bộ", "cơ quan thuộc Chính phủ", "cơ quan chuyên môn", "cơ quan chức năng", "cơ quan thông tấn",
    "cơ quan báo chí", "cơ quan truyền thông", "cơ quan thông tin đại chúng", "báo chí", "cơ quan",
    "đơn vị sự nghiệp công lập", "đơn vị sự nghiệp", "đơn vị thành viên", "đơn vị chức năng", "đơn vị",
    "đoàn thể chính trị - xã hội", "đoàn thể chính trị", "đoàn thể nhân dân", "đoàn thể", "địa phương",
    "tổ chức chính trị - xã hội - nghề nghiệp", "tổ chức chính trị - xã hội", "tổ chức chính trị xã hội",
    "tổ chức CT-XH", "tổ chức chính trị", "tổ chức xã hội - nghề nghiệp", "tổ chức xã hội", "tổ chức đoàn thể",
    "tổ chức tôn giáo", "tổ chức quốc tế", "tổ chức kinh tế", "tổ chức hội", "tổ chức thành viên",
    "tổ chức đảng", "tổ chức", "hội đặc thù", "hội quần chúng", "hội đoàn thể", "hội", "hiệp hội ngành nghề",
    "hiệp hội doanh nghiệp", "hiệp hội", "doanh nghiệp", "phòng chuyên môn", "phòng ban chuyên môn",
    "phòng ban", "phòng chức năng", "phòng", "khoa", "viện", "trung tâm", "trường đại học", "trường cao đẳng",
    "trường trung cấp", "trường học", "trường phổ thông", "trường", "nhà trường", "cấp ủy đảng", "cấp ủy",
    "cấp chính quyền", "cấp", "chính quyền địa phương", "chính quyền", "lực lượng chức năng",
    "lực lượng vũ trang", "lực lượng", "cá nhân", "cơ sở giáo dục nghề nghiệp", "cơ sở giáo dục đại học",
    "cơ sở giáo dục và đào tạo", "cơ sở giáo dục, đào tạo", "cơ sở giáo dục đào tạo", "cơ sở giáo dục",
    "cơ sở đào tạo", "cơ sở GDNN", "cơ sở y tế", "cơ sở khám bệnh, chữa bệnh", "cơ sở kinh doanh", "chủ đầu tư",
    "ban quản lý dự án", "ban quản lý", "ban đảng", "ban xây dựng Đảng", "hợp tác xã", "công ty", "bộ phận",
    "chi bộ", "đảng bộ", "đảng ủy", "ban đảng Tỉnh ủy", "tổ", "tập đoàn", "tổng công ty",
    "ngân hàng thương mại", "ngân hàng", "trạm y tế", "khu công nghiệp", "khu kinh tế", "huyện ủy", "thành ủy",
    "thị ủy", "tỉnh ủy", "tỉnh", "thành phố", "TP", "huyện", "thị xã", "TX", "quận", "phường", "xã", "thị trấn",
    "đặc khu", "thôn", "bản", "khu phố", "tổ dân phố", "công an", "đồn biên phòng", "liên đoàn lao động",
    "công đoàn cơ sở", "công đoàn", "thành viên Ban Chỉ đạo", "thành viên", "đoàn viên", "chi cục", "cục", "vụ",
    "tổng cục", "Ban của HĐND", "văn phòng", "câu lạc bộ", "giảng viên", "phụ huynh",
    "tổ đại biểu Hội đồng nhân dân",
    "tổ đại biểu HĐND", "tổ đại biểu", "đại biểu Hội đồng nhân dân", "đại biểu HĐND",
    "đại biểu Quốc hội", "đại biểu", "chủ rừng", "nhà thầu",
    "cơ sở đoàn", "cấp bộ đoàn", "chi đoàn", "bệnh viện đa khoa",
    "bệnh viện chuyên khoa", "bệnh viện",
)  # fmt: skip
"""Common nouns that name kinds of bodies in collective addressees."""

NUMBERED: tuple[str, ...] = (
    "Quân khu", "Quân đoàn", "Sư đoàn", "Lữ đoàn", "Trung đoàn", "Tiểu đoàn", "Đại đội", "Hải đoàn", "Đội", "Tổ",
)  # fmt: skip
"""Units that a number names: "Trung đoàn 82"."""

MANAGED: tuple[str, ...] = (
    "rừng", "vườn", "khu bảo tồn", "dự án", "chợ", "di tích", "di sản", "khu du lịch", "khu công nghiệp",
    "cụm công nghiệp", "khu kinh tế", "bến", "cảng", "nghĩa trang", "đền", "vịnh", "công trình", "khu",
)  # fmt: skip
"""What a "Ban Quản lý" manages, in small letters behind it: "Ban Quản lý rừng phòng hộ Sông Đà"."""

LEVEL_NOUNS: tuple[str, ...] = (
    "tỉnh", "thành phố", "tp", "huyện", "thị xã", "tx", "quận", "phường", "xã", "thị trấn", "đặc khu",
    "cấp huyện", "cấp xã", "cấp tỉnh", "các cấp", "nước", "địa phương", "đơn vị", "huyện thị", "khu phố",
    "thôn",
)  # fmt: skip
"""Levels of territory in "UBND các huyện, thị xã, thành phố"."""

BARE_GROUPS: tuple[str, ...] = (
    "tập đoàn, tổng công ty", "tập đoàn, doanh nghiệp", "tổ chức, doanh nghiệp",
    "tổ chức quốc tế", "tổ chức, cá nhân", "doanh nghiệp",
    "tổ chức đại diện doanh nghiệp", "bộ, cơ quan ngang bộ",
    "sở, ban, ngành", "sở, ngành", "ban, ngành", "ban ngành", "bộ, ngành",
    "bộ, ban, ngành", "sở ngành", "cơ quan", "đơn vị", "đoàn thể", "địa phương", "phòng, ban", "cấp ủy",
    "chính quyền", "đại biểu Hội đồng nhân dân", "đại biểu HĐND",
)  # fmt: skip
"""Collective addressees that may stand without "các"."""
