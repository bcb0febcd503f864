"""How administrative documents cite other documents (Decree 30/2020/NĐ-CP, annex III; Party: Guidance 36-HD/VPTW)."""

from __future__ import annotations

TYPES: tuple[str, ...] = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định",
    "Quyết định liên tịch", "Quyết định", "Chỉ thị", "Thông tư liên tịch", "Thông tư", "Thông tri",
    "Kế hoạch liên tịch",
    "Kế hoạch phối hợp", "Kế hoạch hành động", "Kế hoạch liên ngành", "Kế hoạch", "Chương trình hành động",
    "Chương trình phối hợp", "Chương trình", "Đề án", "Công văn", "Công điện", "Kết luận", "Thông báo kết luận",
    "Thông báo", "Hướng dẫn liên ngành", "Hướng dẫn liên tịch", "Hướng dẫn", "Báo cáo", "Tờ trình", "Quy định",
    "Quy chế phối hợp", "Quy chế", "Văn bản hợp nhất", "Văn bản", "Giấy mời", "Biên bản", "Thông cáo", "Dự án",
    "Chiến lược", "Quy hoạch", "Phương án", "Giấy phép", "Giấy chứng nhận", "Hợp đồng", "Thư", "Điều lệ",
)  # fmt: skip
"""Names of document kinds, as published in ``LegalBasis.type``."""

NEVER_NAMES = (
    r"(?:Nghị\s+(?:quyết|định)|Quyết\s+định|Chỉ\s+thị|Thông\s+(?:tư|tri)|Kết\s+luận|Công\s+(?:văn|điện)|Tờ\s+trình|Pháp\s+lệnh|"
    r"Hướng\s+dẫn|Điều\s+lệ|Luật\s+[A-ZĐ])|(?:Kế\s+hoạch|Chương\s+trình|Đề\s+án|Thông\s+báo|Báo\s+cáo|Quy\s+(?:định|chế))\s+số"
)
"""Kinds of documents that begin no part of a body's name: "... của Tỉnh ủy và | Nghị quyết ..."."""

ABBREVIATED: dict[str, str] = {
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "KL": "Kết luận",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "CTr": "Chương trình",
    "CTHĐ": "Chương trình hành động",
    "ĐA": "Đề án",
    "CV": "Công văn",
    "CĐ": "Công điện",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "L": "Luật",
    "PL": "Pháp lệnh",
    "VBHN": "Văn bản hợp nhất",
}
"""Symbols of document kinds (annex III of the Decree), as they stand in numbers and, in tables, for the kind."""

NAMED_TYPES: tuple[str, ...] = ("Bộ luật", "Luật", "Pháp lệnh")
"""Kinds whose own name stands between the kind and the number: "Luật Trẻ em số 102/2016/QH13"."""

REPLACES = r"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\b[^.;]*$|(?:hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ)"
AMENDS = r"(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh)(?:\s*,\s*bổ\s+sung)?\b[^.;]{0,60}$"
BASED_ON = r"(?:^|[\s(])(?:căn\s+cứ|theo\s+đề\s+nghị)\b(?:(?!\bvề\b)[^.;])*$"
IMPLEMENTS = (
    r"(?<!về\s)(?<!việc\s)(?:thực\s+hiện|triển\s+khai|cụ\s+thể\s+hóa|thi\s+hành|quán\s+triệt)\b"
    r"(?:(?!\bsố\s)[^.;,]){0,60}$"
)
"""What stands before a citation and says how this document relates to the cited one."""

BY_OTHERS = (
    r"(?:được|đã|bị)\s*$|(?<!\w)(?:trình|đề\s+xuất|kiến\s+nghị|nghiên\s+cứu|tham\s+mưu|đề\s+nghị|rà\s+soát)(?!\w)"
)
"""What stands in the same clause where a document is amended or replaced by others, or where it is only proposed."""
