"""The territory behind the name of a body: "tỉnh Lào Cai", "Thành phố", "các huyện, thị xã, thành phố"."""

from __future__ import annotations

import re

from pipeline.lexicon.bodies import LEVEL_NOUNS

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_CAPITAL = rf"[{_UPPER}][\w’']*"
_LEVEL = "|".join(re.escape(noun).replace(r"\ ", r"\s+") for noun in sorted(LEVEL_NOUNS, key=len, reverse=True))
# a capitalised word that begins something else than a name: "UBND tỉnh Quyết định ...", "UBND tỉnh Chủ trì ..."
_NOT_A_NAME = (
    r"(?!(?:Quyết|Kế\s+hoạch|Nghị|Chỉ|Công\s+văn|Thông|Tờ\s+trình|Quy|Ban|Chủ|Phối|Tham|Sở|Số|Bộ|Phòng|Trung|Căn|Về|Theo|"
    r"Ủy|UBND|HĐND|MTTQ|Văn|Công|Hội|Đoàn|Ngày|Trên|Tổ|Xây|Thực|Triển|Báo|Chương|Đề|Luật|Tổng|Tiếp|Giao|Các|Khóa|"
    r"Rà|Hướng|Đôn|Điều|Phần|Mục|Phụ|Biểu|[IVX]+\b))"
)
_NAME = rf"(?:{_NOT_A_NAME}(?-i:{_CAPITAL})(?:\s+(?:[-–]\s+)?{_NOT_A_NAME}(?-i:{_CAPITAL})){{0,3}}|\d+\b)"
_ONE_LEVEL = (
    r"(?:tỉnh|tinh|thành\s+phố|tp\.?|thị\s+xã|tx\.?|huyện|quận|phường|xã(?!\s+hội)|thị\s+trấn|đặc\s+khu|khu\s+vực|"
    r"cấp\s+(?:tỉnh|huyện|xã|trung\s+ương)|trung\s+ương|tw)(?!\w)"
)
_PLACE = re.compile(
    rf"\s+(?:{_ONE_LEVEL}(?:\s+{_NAME})?|(?-i:Việt\s+Nam|VN)(?:\s+{_ONE_LEVEL}(?:\s+{_NAME})?)?|"
    rf"(?-i:TP[A-ZĐ]{{2,3}})(?!\w)|cùng\s+cấp)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"\s+(?:\d+\s+|các\s+|(?={_ONE_LEVEL}(?:\s+{_NAME})?\s*(?:,|/|và\s)\s*(?:các\s+)?{_ONE_LEVEL}))"
    rf"(?:{_LEVEL})(?!\w)(?:\s+{_NAME})?"
    rf"(?:\s*(?:,|;(?=\s*(?:tx|tp)\b)|/|-|\bvà)\s*(?:các\s+(?!đơn|địa))?(?:{_LEVEL})(?!\w)(?:\s+{_NAME})?)*"
    r"(?:\s+(?:có\s+)?liên\s+quan|\s+trực\s+thuộc\s+(?:Trung\s+ương|TW|tỉnh)|\s+trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?(?:tỉnh|thành\s+phố|huyện))?)?",
    re.IGNORECASE,
)
_SEAT = re.compile(rf"\s+tại\s+(?:{_ONE_LEVEL}\s+)?{_NAME}", re.IGNORECASE)
_CLASS = re.compile(r"\s+cấp\s+(?:huyện|xã)(?:\s*(?:,|và)\s*(?:cấp\s+)?(?:xã|huyện))*(?!\w)", re.IGNORECASE)


def several(text: str, at: int) -> int | None:
    """End of a list of territories behind ``at`` ("các huyện, thị xã, thành phố", "cấp xã"); None if there is none."""
    found = _SEVERAL.match(text, at) or _CLASS.match(text, at)
    return found.end() if found else None


def seat(text: str, at: int) -> int | None:
    """End of "tại Lào Cai" behind ``at``, where a branch says where it sits."""
    found = _SEAT.match(text, at)
    return found.end() if found else None


def place(text: str, at: int) -> int | None:
    """End of the name of one territory behind ``at`` ("tỉnh Lào Cai", "Thành phố", "Việt Nam tỉnh")."""
    found = _PLACE.match(text, at)
    if not found or not found.group().strip(" ."):
        return None
    return found.end()
