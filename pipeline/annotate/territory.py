"""The territory behind the name of a body: "tỉnh Lào Cai", "Thành phố", "các huyện, thị xã, thành phố"."""

from __future__ import annotations

import re

from pipeline.lexicon.bodies import LEVEL_NOUNS
from pipeline.lexicon.fold import loose
from pipeline.lexicon.numbering import CAPITALS
from pipeline.lexicon.places import PROVINCES
from pipeline.lexicon.verbs import VERBS

_CAPITAL = rf"[{CAPITALS}][\w’']*"
_LEVEL = "|".join(loose(noun) for noun in sorted(LEVEL_NOUNS, key=len, reverse=True))
# a capitalised word that begins something else than a name: "UBND tỉnh Quyết định ...", "UBND tỉnh Chủ trì ..."
_NOT_A_NAME = (
    r"(?!(?:Quyết|Nghị|Chỉ|Về|Theo|Sở|Số|Bộ|Phòng|Ban|Ủy|Uỷ|UBND|HĐND|MTTQ|Hội|Đoàn|Ngày|Trên|Các|Khóa|Phần|Mục|Phụ|Biểu|"
    r"Tổng|Luật|Kế\s+hoạch|Công\s+(?:văn|an|ty|đoàn|tác)|Thông\s+(?:tư|báo|tin)|Tờ\s+trình|Quy\s+(?:định|chế|hoạch)|"
    r"Chủ\s+(?:trì|tịch|động)|Phối\s+hợp|Tham\s+(?:mưu|gia)|Trung\s+(?:tâm|ương)|Căn\s+cứ|Văn\s+(?:phòng|bản)|Tổ\s+chức|"
    r"Xây\s+dựng|Thực\s+hiện|Triển\s+khai|Báo\s+cáo|Chương\s+trình|Đề\s+(?:án|nghị)|Tiếp\s+tục|Giao\s+(?:cho|Sở|Ban|các)|"
    r"Rà\s+soát|Hướng\s+dẫn|Đôn\s+đốc|Điều\s+(?:\d|chỉnh|hành)|[IVX]+\b))"
)
_NAME = rf"(?:{_NOT_A_NAME}(?-i:{_CAPITAL})(?:\s+(?:[-–]\s+)?{_NOT_A_NAME}(?-i:{_CAPITAL})){{0,3}}|\d+\b)"
_ONE_LEVEL = (
    r"(?:tỉnh|tinh|thành\s+phố|tp\.?|thị\s+xã|tx\.?|huyện|quận|phường|xã(?!\s+hội)|thị\s+trấn|đặc\s+khu|khu\s+vực|"
    r"cấp\s+(?:tỉnh|huyện|xã|trung\s+ương)|trung\s+ương|tw)(?!\w)"
)
_PROVINCE = "|".join(
    re.escape(name).replace(r"\ ", r"\s+").replace(r"\-", "[-–]") for name in sorted(PROVINCES, key=len, reverse=True)
)
_LATER = rf"(?:{_NOT_A_NAME}(?-i:{_CAPITAL})|h[òo][aà](?!\w)|bang(?!\w))"
_LONG_NAME = rf"{_NOT_A_NAME}(?-i:{_CAPITAL})(?:\s+(?:[-–]\s+)?{_LATER}){{0,6}}"
# "Ban CHQS các xã: Hiệp | đồng lực lượng": one syllable is a name only where no word follows it
_FIRST_NAME = rf"(?!(?-i:{_CAPITAL})\s+(?!và\s)(?!(?-i:[{CAPITALS}]))\w){_LONG_NAME}"
_NAME_ROW = rf"(?:\s*:\s*{_FIRST_NAME}(?:\s*,\s*{_LONG_NAME})*(?:\s+và\s+{_LONG_NAME})?)?"
_HAPPENING = r"(?:\s+(?:nơi\s+)?diễn\s+ra\s+(?:các\s+)?(?:sự\s+kiện|hoạt\s+động|lễ\s+hội|chương\s+trình))?"
_PLACE = re.compile(
    rf"\s+(?:(?-i:Tỉnh|Thành|Huyện|Thị|Quận)\s+(?:ủy|uỷ)(?!\w)(?:\s+{_NAME})?|"
    rf"{_ONE_LEVEL}(?:\s+{_NAME})?|(?-i:Việt\s+Nam|VN)(?:\s+{_ONE_LEVEL}(?:\s+{_NAME})?)?|"
    rf"(?-i:TP[A-ZĐ]{{2,3}})(?!\w)|Thủ\s+đô(?:\s+Hà\s+Nội)?|(?:{_PROVINCE})(?!\w)|cùng\s+cấp)",
    re.IGNORECASE,
)
_SCHOOLS = "Tiểu|Mầm|Mẫu|Trung|Phổ|Cao|Đại|Chính|Quân|Sĩ|Dân|Nuôi|Năng|THCS|THPT|PTDT"
_FAMILIES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Đoàn"
_SEVERAL = re.compile(
    rf"\s+(?:\d+\s+|các\s+|(?={_ONE_LEVEL}(?:\s+{_NAME})?\s*(?:,|/|và\s)\s*(?:các\s+)?{_ONE_LEVEL}))"
    rf"(?:{_LEVEL})(?!\w)(?:\s+{_NAME})?"
    rf"(?:\s*(?:,|;(?=\s*(?:tx|tp)\b)|/|-|\bvà)\s*(?:các\s+(?!đơn|địa))?(?:{_LEVEL})(?!\w)(?:\s+{_NAME})?)*"
    r"(?:\s+(?:có\s+)?liên\s+quan|\s+trực\s+thuộc\s+(?:Trung\s+ương|TW|tỉnh)|\s+trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?(?:tỉnh|thành\s+phố|huyện))?)?"
    rf"{_HAPPENING}{_NAME_ROW}",
    re.IGNORECASE,
)
# "Công an Sông Lam", "Báo và phát thanh, truyền hình Trường Khê": no mark and no level parts a place from its body
_PROPER = (
    rf"{_NOT_A_NAME}(?!Nhân\b|Chi\b|Khu\b|Viện\b|Cục\b|Trường\s+(?:{_SCHOOLS})(?!\w))(?-i:[{CAPITALS}][^\WA-ZĐ\d_]+)"
)
_UNSAID = re.compile(rf"\s+(?!(?:{_FAMILIES})\s){_PROPER}(?:\s+{_PROPER}){{1,2}}(?=\s+\w|\s*(?:[.,;:)]|$))")
_SEAT = re.compile(rf"\s+(?:tại|trên\s+địa\s+bàn)\s+(?:{_ONE_LEVEL}(?:\s+{_NAME})?|{_NAME})", re.IGNORECASE)
_BEGINS_VERB = re.compile(rf"\s+([{CAPITALS}]\w*)$")
_SYLLABLE = re.compile(r" ([^\W\d_A-ZĐ]\w*)")
_CLASS = re.compile(r"\s+cấp\s+(?:huyện|xã)(?:\s*(?:,|và)\s*(?:cấp\s+)?(?:xã|huyện))*(?!\w)", re.IGNORECASE)


def several(text: str, at: int) -> int | None:
    """End of a list of territories behind ``at`` ("các huyện, thị xã, thành phố", "cấp xã"); None if there is none."""
    found = _SEVERAL.match(text, at) or _CLASS.match(text, at)
    return found.end() if found else None


def seat(text: str, at: int) -> int | None:
    """End of "tại Lào Cai" behind ``at``, where a branch says where it sits."""
    found = _SEAT.match(text, at)
    return found.end() if found else None


def unsaid(text: str, at: int) -> int | None:
    """End of the name of a territory whose level is not said ("Công an | Sông Lam"), in words with capitals; never that
    of a person."""
    found = _UNSAID.match(text, at)
    return found.end() if found and not text[found.end() : found.end() + 2].strip().isupper() else None


def place(text: str, at: int) -> int | None:
    """End of the name of one territory behind ``at`` ("tỉnh Lào Cai", "Thành phố", "Việt Nam tỉnh")."""
    found = _PLACE.match(text, at)
    if not found or not found.group().strip(" ."):
        return None
    return _before_verb(text, found.start(), found.end())


def _before_verb(text: str, start: int, end: int) -> int:
    """``end`` without a last word that begins a verb printed with a capital: "Ủy ban nhân dân tỉnh | Phê duyệt ..."."""
    verb = _BEGINS_VERB.search(text, start, end)
    rest = _SYLLABLE.match(text, end) if verb else None
    if verb is None or rest is None or f"{verb[1]} {rest[1]}".lower() not in VERBS:
        return end
    return verb.start()
