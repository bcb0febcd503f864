"""Indicators under one name: what plans of other years and places call the same.

The words are held with their marks ("đạt" is to reach, "đất" is land); only what is left of a name is folded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipeline.lexicon.contrasts import FILLERS
from pipeline.lexicon.fold import fold, slug

_YEAR = r"(?:19|20)\d\d"
# Time that belongs to one plan only: "đến năm 2025", "giai đoạn 2021 - 2025", "so với cuối năm 2024", "hằng năm".
_TIME = re.compile(
    rf"(?:\bso với\s+(?:cùng kỳ\s+|kế hoạch\s+|(?:ước\s+)?thực hiện\s+)?)?"
    rf"(?:\b(?:tính đến|đến|hết|trong|vào|từ|kế hoạch|ước|của|cho)\s+)*(?:\bcuối\s+)?"
    rf"(?:\b(?:năm|giai đoạn|thời kỳ|nhiệm kỳ)\s+{_YEAR}(?:\s*[-–]\s*(?:20)?\d\d)?\b"
    rf"|(?<=đến )\b{_YEAR}\b|(?<=hết )\b{_YEAR}\b)"
    r"|\bso với (?:cùng kỳ(?: năm (?:trước|ngoái))?|năm (?:trước|ngoái))|(?<!\bcây )\b(?:hàng|hằng|mỗi|trong) năm\b"
)
# Where a plan holds, which its document says: "trên địa bàn tỉnh", "toàn huyện".
_HERE = re.compile(
    r"\b(?:trên|trong|tại) địa bàn(?:\s+(?:toàn\s+)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?"
    r"|\b(?:toàn|cả)\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|quốc|nước)\b"
)
# Words that open the name without being of it, whatever follows.
_SAYS = r"phấn đấu|bảo đảm|đảm bảo|duy trì|giữ vững|đạt|có|ít nhất|tối thiểu|trên|khoảng|hoàn thành"
# Words of movement: they open the name only where what is measured follows ("giảm tỷ lệ ...", not "giảm nghèo").
_MOVES = (
    r"tiếp tục|từng bước|tăng|giảm|nâng|nâng cao|kéo giảm|hạ|đưa|kiềm chế|khống chế|hạn chế|cải thiện|thực hiện|"
    r"xây dựng|phát triển"
)
_MEASURED = (
    r"(?:tỷ|tỉ) (?:lệ|trọng|suất|số)|(?:tổng|chỉ|hệ) số|tổng|số (?!hóa|hoá)|mức|thu nhập|diện tích|sản lượng|năng suất|"
    r"giá trị|tuổi thọ|tốc độ|quy mô|dân số|kim ngạch|mật độ|độ che phủ|bình quân|thời gian|chi phí|doanh thu"
)
_GAP = r"(?:\s*,\s*|\s+và\s+|\s+)"
_OPENING = re.compile(
    rf"^\W*(?:(?:{_SAYS}){_GAP}|(?:{_MOVES}){_GAP}(?=(?:(?:{_SAYS}|{_MOVES}){_GAP})*(?:{_MEASURED})))+"
)
_NUMBERING = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]|[a-zđ][.)])\s+")
_CLOSING = re.compile(
    r"(?:(?<!\btrở)[\s,;:]+(?:đạt|là|lên|xuống|còn|chiếm|trên|dưới|hơn|gần|khoảng|tối thiểu|tối đa|ít nhất|"
    r"nhiều nhất|từ|đến|không quá|ở mức|tăng|giảm|bằng))+\W*$"
)
# An aside that explains ("theo chuẩn nghèo đa chiều", "KHHGĐ", "%"); any other one tells two indicators apart.
_ASIDE = re.compile(
    r"\(\s*(?:(?:theo|chuẩn|gồm|bao gồm|trong đó|so với|so|tính|đơn vị|kể cả|không kể|là|%)\b[^()]*|%|[^()]*\d[^()]*|"
    r"[A-ZĐ][A-ZĐ&/ .-]+)\)",
    re.IGNORECASE,
)
# Full words of what is as often written in letters.
_IN_FULL = {
    "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "bhtn": "bảo hiểm thất nghiệp", "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông", "ntm": "nông thôn mới", "htx": "hợp tác xã", "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến", "tthc": "thủ tục hành chính", "dtts": "dân tộc thiểu số", "lđ": "lao động",
    "cntt": "công nghệ thông tin", "nsnn": "ngân sách nhà nước", "gtvt": "giao thông vận tải", "tp": "thành phố",
}  # fmt: skip
_WORD = re.compile(r"\w+")
# One sound, two spellings, of a whole syllable: "tỉ lệ" and "tỷ lệ", "kĩ thuật" and "kỹ thuật".
_I_OR_Y = re.compile(r"^([hklmst]|qu)i$")
_UNITS = {
    "phan tram": "%", "phan %": "%", "ty dong": "ty dong", "ti dong": "ty dong", "trieu": "trieu dong",
    "trieu d": "trieu dong", "ty d": "ty dong", "trd": "trieu dong", "tr.d": "trieu dong", "hec ta": "ha",
    "hecta": "ha", "lao dong": "nguoi", "nguoi lao dong": "nguoi", "trieu dong/nguoi/nam": "trieu dong/nguoi",
}  # fmt: skip

# Levels of the bodies that issue plans, by how their names begin (folded); the first that fits counts.
_LEVELS = (
    ("commune", re.compile(r"\b(?:xa|phuong|thi tran)\b")),
    ("district", re.compile(r"\b(?:huyen|quan|thi xa)\b")),
    ("province", re.compile(r"\b(?:tinh|thanh pho)\b")),
    ("central", re.compile(r"\b(?:chinh phu|thu tuong|bo|quoc hoi|trung uong|uy ban thuong vu)\b")),
)


def indicator_key(name: str, unit: str | None, level: str | None, change: str | None = None) -> str:
    """Stable key of an indicator: "ty-le-lao-dong-qua-dao-tao|%|province".

    The name is folded (no marks, no capitals), without years, explaining asides, the place of the plan and the verbs
    around it, abbreviations in full. A target that is a change ("up", "down": "giảm 2 %") has a key of its own, for
    it is no level. Unit and level are empty where they are not known.
    """
    plain = _ASIDE.sub(" ", unicodedata.normalize("NFC", name)).lower()
    plain = _WORD.sub(lambda word: _IN_FULL.get(word[0], word[0]), " ".join(plain.split()))
    plain = _NUMBERING.sub("", plain)
    for part in (_TIME, _HERE, *_fillers()):
        plain = part.sub(" ", plain)
    plain = " ".join(plain.split()).strip(" :;,.-–+*")
    plain = _CLOSING.sub("", _OPENING.sub("", plain)).strip(" :;,.")
    words = "-".join(_I_OR_Y.sub(r"\1y", word) for word in slug(plain).split("-")) or slug(name)
    moved = {"up": "tang-", "down": "giam-"}.get(change or "", "")
    return f"{moved}{words.removeprefix(moved)}|{unit_key(unit)}|{level or ''}"


@cache
def _fillers() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{re.escape(words)}\b") for words in FILLERS)


def unit_key(unit: str | None) -> str:
    """A unit folded, common spellings made one: "Phần trăm" is "%"."""
    plain = " ".join(fold(unit or "").split())
    return _UNITS.get(plain, plain)


def level_of(issuer: str | None) -> str | None:
    """Level of the body that issued a document: "central", "province", "district", "commune"; None if unknown.

    A department ("Sở ...") or a body of the Party without a place is not told apart by its name.
    """
    plain = fold(issuer or "")
    return next((level for level, pattern in _LEVELS if pattern.search(plain)), None)
