"""Wordings of letterheads, titles, preambles and closing blocks.

Sources: Decree 30/2020/NĐ-CP, annex I (layout) and annex III (symbols and templates of document kinds); Guidance
36-HD/VPTW of the Party's Central Office (kinds and layout of Party documents).
"""

from __future__ import annotations

DOCUMENT_KINDS: dict[str, str] = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG": "CTr",
    "KẾ HOẠCH": "KH",
    "KẾ HOẠCH PHỐI HỢP": "KH",
    "KẾ HOẠCH LIÊN NGÀNH": "KH",
    "KẾ HOẠCH LIÊN TỊCH": "KH",
    "KẾ HOẠCH HÀNH ĐỘNG": "KH",
    "CHƯƠNG TRÌNH PHỐI HỢP": "CTr",
    "QUY CHẾ PHỐI HỢP": "QC",
    "HƯỚNG DẪN LIÊN NGÀNH": "HD",
    "NGHỊ QUYẾT LIÊN TỊCH": "NQ",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
    "THƯ CÔNG": "TC",
    "NGHỊ ĐỊNH": "NĐ",
    "THÔNG TƯ": "TT",
    "THÔNG TƯ LIÊN TỊCH": "TTLT",
    "KẾT LUẬN": "KL",
    "THÔNG TRI": "TT",
    "QUY TRÌNH": "QT",
    "LỆNH": "L",
    "LUẬT": "L",
    "PHÁP LỆNH": "PL",
    "CHIẾN LƯỢC": "CL",
    "QUY HOẠCH": "QH",
    "THỂ LỆ": "TL",
}
"""Name of a document kind in capitals -> its symbol (Decree 30/2020, annex III; Party kinds)."""

PLAN_KINDS = (
    "KẾ HOẠCH HÀNH ĐỘNG",
    "KẾ HOẠCH",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH",
    "ĐỀ ÁN",
    "PHƯƠNG ÁN",
    "HƯỚNG DẪN",
)
"""Kinds that pages of the web name in small letters, with the subject on the same line."""

KIND_OF_LETTER = "CV"
"""Symbol for an official letter (công văn), which prints no kind."""

NATIONAL_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")
MOTTOES = (
    *NATIONAL_MOTTO,
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ĐOÀN TNCS HỒ CHÍ MINH",
)

PREAMBLE_STARTS = (
    "căn cứ",
    "thực hiện",
    "theo đề nghị",
    "theo",
    "xét",
    "nhằm",
    "để ",
    "tiếp theo",
    "triển khai",
    "kính gửi",
    "trên cơ sở",
    "sau khi",
    "ngày ",
    "phát huy",
    "trong ",
    "thi hành",
    "quán triệt",
    "được sự",
)
"""Words that open the paragraphs between title and body."""

SURE_PREAMBLE_STARTS = ("căn cứ", "theo đề nghị", "xét ", "kính gửi", "- căn cứ", "xét đề nghị")

PREAMBLE_ENDS = ("như sau", "sau đây", "cụ thể", "quyết định", "nghị quyết", "quyết nghị", "ban hành", "chỉ thị")
"""Words at the end of the paragraph that leads over to the body."""

AUTHORITIES = ("TM", "T/M", "T.M", "TL", "T/L", "T.L", "TUQ", "T.UQ", "KT", "K/T", "K.T", "Q", "QĐ", "ỦY QUYỀN")

DEGREES = (
    "GS", "PGS", "TSKH", "TS", "ThS", "BSCKII", "BSCKI", "BSCK2", "BSCK1", "BSNT", "BS", "DSCKII", "DSCKI", "DS",
    "CKII", "CKI", "KS", "KTS", "LS", "CN", "ĐD", "NGND", "NGƯT", "TTND", "TTƯT",
)  # fmt: skip
"""Degrees and titles before the name of a person, as they are abbreviated."""

RANKS = r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|(?:Chuẩn|Phó)\s+đô\s+đốc)"
"""Ranks that the armed forces print before the name of who signs (Decree 30/2020/NĐ-CP, annex I, II.7)."""

POSITIONS = (
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "THỦ TƯỚNG",
    "PHÓ THỦ TƯỚNG",
    "BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "BÍ THƯ",
    "PHÓ BÍ THƯ",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
    "HIỆU TRƯỞNG",
    "PHÓ HIỆU TRƯỞNG",
    "TRƯỞNG BAN",
    "PHÓ TRƯỞNG BAN",
    "TRƯỞNG ĐOÀN",
    "PHÓ TRƯỞNG ĐOÀN",
    "TRƯỞNG PHÒNG",
    "PHÓ TRƯỞNG PHÒNG",
    "CỤC TRƯỞNG",
    "PHÓ CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "PHÓ VỤ TRƯỞNG",
    "CHI CỤC TRƯỞNG",
    "PHÓ CHI CỤC TRƯỞNG",
    "TỔNG CỤC TRƯỞNG",
    "TỔNG BÍ THƯ",
    "CHÁNH THANH TRA",
    "VIỆN TRƯỞNG",
    "PHÓ VIỆN TRƯỞNG",
    "TỔNG KIỂM TOÁN",
    "THỐNG ĐỐC",
    "ỦY VIÊN THƯỜNG TRỰC",
    "ỦY VIÊN",
    "CHỦ NHIỆM",
    "PHÓ CHỦ NHIỆM",
    "TRƯỞNG TIỂU BAN",
    "CHÁNH ÁN",
    "VIỆN TRƯỞNG",
    "NGƯỜI LẬP",
    "THỦ TRƯỞNG",
    "ĐỘI TRƯỞNG",
    "HỘI TRƯỞNG",
    "TỔNG BIÊN TẬP",
    "PHÓ TỔNG GIÁM ĐỐC",
    "TRƯỞNG TRẠM",
    "KẾ TOÁN TRƯỞNG",
    "TỔ TRƯỞNG",
)
"""Positions that sign, in capitals as in the signature block (Decree 30/2020, annex I, II.7)."""

RECIPIENT_HEADS = ("nơi nhận",)

CLOSING_STARTS = ("trên đây là", "trên đây")
"""Words that open the last paragraph of a plan, a report or a letter."""

BEFORE_A_BODY = ("của", "do", "và", "giữa", "với", "tại", "thuộc")
"""Words at the end of a title line after which the body on the next line still belongs to the title."""

ATTACHED = ("kèm theo", "đính kèm", "phê duyệt tại quyết định", "theo quyết định số", "theo kế hoạch số")
"""Words of the line under the title of an annex: "(Kèm theo Quyết định số ...)"."""

BODY_HEADS = (
    "ỦY BAN",
    "UBND",
    "HỘI ĐỒNG",
    "HĐND",
    "SỞ",
    "BỘ",
    "BAN",
    "CHÍNH PHỦ",
    "THỦ TƯỚNG",
    "THƯỜNG TRỰC",
    "QUỐC HỘI",
    "VĂN PHÒNG",
    "CỤC",
    "TỔNG CỤC",
    "CHI CỤC",
    "VỤ",
    "PHÒNG",
    "TRUNG TÂM",
    "TRƯỜNG",
    "ĐẠI HỌC",
    "HỌC VIỆN",
    "VIỆN",
    "TÒA ÁN",
    "TỈNH ỦY",
    "THÀNH ỦY",
    "HUYỆN ỦY",
    "QUẬN ỦY",
    "THỊ ỦY",
    "ĐẢNG ỦY",
    "ĐẢNG BỘ",
    "CHI BỘ",
    "TỈNH ĐOÀN",
    "THÀNH ĐOÀN",
    "HUYỆN ĐOÀN",
    "ĐOÀN",
    "LIÊN ĐOÀN",
    "TỔNG LIÊN ĐOÀN",
    "HỘI",
    "CÔNG AN",
    "CÔNG TY",
    "TỔNG CÔNG TY",
    "TẬP ĐOÀN",
    "NGÂN HÀNG",
    "KHO BẠC",
    "THANH TRA",
    "MẶT TRẬN",
    "KHOA",
    "BỆNH VIỆN",
    "BẢO HIỂM",
    "HẠT",
    "ĐÀI",
    "BÁO",
    "BCĐ",
    "KIỂM TOÁN",
    "CẢNG VỤ",
    "QUỸ",
)
"""First words of a body in a letterhead; another line goes on with the name above it ("TỈNH LÀO CAI")."""

NO_BODIES = (
    "phòng ngừa", "phòng chống", "phòng, chống", "phòng cháy", "phòng bệnh", "phòng thủ dân sự", "ban hành",
    "hội nhập", "hội nghị", "hội thảo", "hội thi", "đoàn kết", "sở hữu", "bộ tiêu chí", "bộ chỉ số", "bộ luật",
    "vụ đông", "vụ xuân", "vụ mùa", "trường hợp", "viện trợ", "đại hội",
)  # fmt: skip
"""Words in a title that begin like the name of a body and name none."""

BROKEN_NAMES = (
    "ỦY BAN", "UỶ BAN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "THỦ TƯỚNG", "HỘI ĐỒNG", "CHÍNH PHỦ", "QUỐC HỘI", "TỈNH ỦY",
    "THÀNH ỦY", "HUYỆN ỦY", "VĂN PHÒNG", "TỔNG CỤC",
)  # fmt: skip
"""Beginnings of names in capitals that the source of a web page breaks behind their first word."""

UNFINISHED_BODIES = ("ỦY", "ỦY BAN", "HỘI ĐỒNG", "THỦ TƯỚNG", "THƯỜNG TRỰC", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH")
"""Words that a narrow column puts on a line of their own and that name no body without the next line."""

PLACE_WORDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã", "đặc khu")
"""Words in front of the name of an administrative unit."""

SIGNATURE_BOX = (
    "Người ký",
    "Ký bởi",
    "Ký số bởi",
    "Được ký bởi",
    "Email",
    "E-mail",
    "Cơ quan",
    "Tổ chức",
    "Thời gian ký",
    "Ngày ký",
    "Signed by",
)
"""Words in the box that signing software draws on a page (Decree 30/2020, annex I, II.8)."""
