"""Collective addressees: "các sở, ban, ngành có liên quan", "các cơ quan, đơn vị trên địa bàn tỉnh"."""

from __future__ import annotations

import re

from pipeline.annotate import territory
from pipeline.lexicon.bodies import BARE_GROUPS, BRANCHES, GROUP_NOUNS, SCHOOLS
from pipeline.lexicon.fold import loose
from pipeline.lexicon.words import alternatives


def _any(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(loose(word).replace(",", r"\s*,").replace(r"\-", "[-–]") for word in ordered)


# "các cơ quan, đơn vị, Sở Tài chính": a capital head before a capital name is a body of its own
_BODY = r"(?!(?-i:Sở|Phòng|Ban|Bộ|Cục|Hội)\s+(?-i:[A-ZĐ][a-zà-ỹ]))"
# "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ": the office of a person, not the body
# "các vụ, cục", but not "các vụ việc", "các vụ cháy"
_NO_CASE = r"(?!vụ\s+(?!và\b|thuộc|trực|của|chức\s+năng|có\s+liên|liên\s+quan))"
_NOUN = rf"(?:{_BODY}{_NO_CASE}(?:{_any(GROUP_NOUNS)})(?!\w)(?!\s+(?:trưởng|hành(?!\s+chính))(?!\w)))"
_SCOPE = (
    r"(?:(?:cấp\s+)?tỉnh|thành\s+phố|huyện|xã|phường|quận|thị\s+xã|trường|nhà\s+trường|trung\s+ương|tw|ngành|"
    r"địa\s+phương|đơn\s+vị|bộ|sở|mình|khu\s+vực|nhà\s+nước|đảng|UBND\s+(?:tỉnh|thành\s+phố|huyện|cấp\s+\w+)|"
    r"Chính\s+phủ|Tỉnh\s+ủy|Thành\s+ủy|Hội\s+đồng\s+nhân\s+dân|HĐND\s+tỉnh)(?!\w)"
)
_NAME = r"(?:\s+(?-i:[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ]\w*)(?:\s+(?:[-–]\s+)?(?-i:[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ]\w*)){0,3})?"
_QUALIFIER = (
    r"(?:\s+(?:có\s+)?liên\s+quan(?:\s+khác)?|\s+nhà\s+nước|\s+kinh\s+tế|\s+cùng\s+cấp|\s+các\s+cấp|\s+khác|\s+nêu\s+trên|\s+trực\s+thuộc|"
    r"\s+cấp\s+(?:tỉnh|huyện|xã|dưới|trên)(?:\s*(?:,|và)\s*(?:cấp\s+)?(?:tỉnh|huyện|xã))*|"
    r"\s+đại\s+diện(?:\s+(?:của\s+)?Việt\s+Nam)?(?:\s+(?:ở|tại)\s+nước\s+ngoài)?|\s+công\s+nghệ(?:\s+số)?(?!\w)|"
    r"\s+(?:của\s+)?(?-i:Đảng)(?!\s+(?:ủy|uỷ|bộ))(?!\w)|"
    r"\s+ngang\s+bộ|\s+chuyên\s+môn|\s+chức\s+năng|\s+nghiệp\s+vụ|\s+chính\s+trị|\s+được\s+(?:giao|phân\s+công)"
    r"(?:\s+nhiệm\s+vụ|\s+chủ\s+trì)?|\s+sử\s+dụng\s+lao\s+động|\s+tuyến\s+\w+|\s+ngoài\s+tỉnh|\s+toàn\s+tỉnh|"
    r"\s+trong\s+nước(?:\s+và\s+(?:quốc\s+tế|ngoài\s+nước|nước\s+ngoài))?(?!\w)|\s+trong\s+và\s+ngoài\s+(?:nước|tỉnh|ngành)(?!\w)|"
    r"\s+(?:đóng\s+|đứng\s+chân\s+)?trên\s+địa\s+bàn(?:\s+toàn)?(?:\s+" + _SCOPE + _NAME + r")?|"
    r"\s+trong\s+(?:toàn\s+)?" + _SCOPE + "|"
    r"\s+(?:thuộc(?:\s+và\s+trực\s+thuộc)?|trực\s+thuộc|của|tại|ở)\s+(?:các\s+)?"
    + _SCOPE + _NAME + r"(?:\s+và\s+" + _SCOPE + r")?"
    + r"|\s+(?:(?:huyện|quận|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu)\s*(?:,|và|/)\s*)+"
    r"(?:huyện|quận|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu)(?!\w)"
    r"|\s+(?:tỉnh|thành\s+phố|huyện|quận|trung\s+ương|TW|địa\s+phương|xã|phường)(?!\w)" + _NAME + r")"
)  # fmt: skip
# "các địa phương Bắc Ninh, Bình Dương và An Giang"
_PLACE = (
    r"(?!(?-i:Sở|Phòng|Ban|Bộ|Cục|Hội|UBND|HĐND|Ủy|Công|Trung|Chi|Đoàn|Mặt)\b)"
    r"(?-i:[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ]\w*(?:\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ]\w*){0,3})"
)
_OF_PLACES = re.compile(rf"\s*:?\s+{_PLACE}(?:(?:\s*,\s*|\s+và\s+){_PLACE})+(?!\w)", re.IGNORECASE)
_TERRITORIES = frozenset(
    ("tỉnh", "thành phố", "huyện", "xã", "phường", "thị xã", "thị trấn", "quận", "đặc khu", "địa phương", "thôn", "bản")
)
# "Bộ, ngành, địa phương, | tổ chức, doanh nghiệp": public bodies end before the others begin
_COMMA = (
    r"(?:(?<!địa phương)(?<!sứ quán)\s*[,/]\s*(?:và\s+)?|(?:(?<=địa phương)|(?<=sứ quán))\s*[,/]\s*(?:và\s+)?"
    r"(?!tổ\s+chức|tập\s+đoàn|doanh\s+nghiệp|hiệp\s+hội))"
)
_JOIN = rf"(?:{_COMMA}|\s+-\s+|\s+và\s+(?!địa\s+phương|đại\s+biểu|các\b)|\s+(?=ngành|đoàn\s+thể|ban|đơn\s+vị))"
# Compiled apart and put together below: as one pattern, with the nouns three times in it, it took longer to compile
# than most documents take to be understood.
_A_NOUN = re.compile(_NOUN, re.IGNORECASE)
_A_JOIN = re.compile(_JOIN, re.IGNORECASE)
_QUALIFIERS = re.compile(rf"{_QUALIFIER}*", re.IGNORECASE)
_OPENING = re.compile(r"(?:các|toàn\s+thể|mọi|tất\s+cả\s+các|từng|toàn\s+bộ\s+các)\s+", re.IGNORECASE)
_BRANCH = re.compile(rf"(?:{alternatives(BRANCHES)})(?!\w)", re.IGNORECASE)
_SCHOOL = re.compile(rf"(?:{alternatives(SCHOOLS)})(?!\w)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_MORE_BRANCHES = re.compile(r"\s+(?:và|-)\s+", re.IGNORECASE)
_MORE_SCHOOLS = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:trường\s+)?", re.IGNORECASE)
_SCHOOLS_NAMED = ("trường đại học", "trường cao đẳng", "trường phổ thông")
_AND = re.compile(r"\s*,\s*|\s+và\s+", re.IGNORECASE)
_OF_A_LEVEL = re.compile(r"\s+(?:có\s+)?liên\s+quan|\s+cấp\s+\w+|\s+các\s+cấp", re.IGNORECASE)
_BARE = re.compile(rf"(?:{_any(BARE_GROUPS)})(?!\w)", re.IGNORECASE)

# "Cấp ủy, chính quyền | các xã, phường"
_LED_PLACES = ("cấp ủy", "cấp uỷ", "chính quyền", "đoàn thể")
_TOO_BARE = {"cơ quan", "đơn vị", "ban ngành"}  # "Đơn vị chủ trì:" is a label


def find(text: str, at: int) -> int | None:
    """End of a collective addressee that begins with "các" at ``at``; None if there is none."""
    opening = _OPENING.match(text, at)
    first = _A_NOUN.match(text, opening.end()) if opening else None
    if first is None:
        return None
    places = _OF_PLACES.match(text, first.end()) if first.group().lower() in _TERRITORIES else None
    if places:
        return places.end()
    end = _qualified(text, _joined(text, first.end()))
    # "các sở, ngành tỉnh, địa phương có liên quan": one more noun, if it is told which
    joined = _AND.match(text, end)
    noun = _A_NOUN.match(text, joined.end()) if joined else None
    level = _OF_A_LEVEL.match(text, noun.end()) if noun else None
    return _qualified(text, level.end()) if level else end


def bare(text: str, at: int) -> int | None:
    """End of a collective addressee without "các" at ``at`` ("địa phương", "ban ngành, đoàn thể các cấp")."""
    first = _BARE.match(text, at)
    if first is None:
        return None
    end = _qualified(text, _joined(text, first.end()))
    if text[at:end].lower().endswith(_LED_PLACES):
        end = territory.several(text, end) or end
    return None if text[at:end].lower() in _TOO_BARE else end


def _joined(text: str, end: int) -> int:
    """Where the nouns end that go on with a comma, a dash or "và" at ``end``."""
    while (join := _A_JOIN.match(text, end)) and (noun := _A_NOUN.match(text, join.end())):
        end = noun.end()
    return end


def _qualified(text: str, end: int) -> int:
    """Where the words end that say which of them: "có liên quan", "cấp tỉnh", "trên địa bàn"."""
    end = _of_kinds(text, end)
    found = _QUALIFIERS.match(text, end)
    return found.end() if found else end


def _of_kinds(text: str, end: int) -> int:
    """Where the branches or kinds of schools end that the noun at ``end`` is told by: "ngành giáo dục", "các trường mầm
    non, tiểu học"."""
    before = text[max(0, end - 16) : end].lower()
    if before.endswith("ngành"):
        kind, more, joined = _BRANCH, _MORE_BRANCHES, _SPACE
    elif before.endswith(("trường", *_SCHOOLS_NAMED)):
        kind, more = _SCHOOL, _MORE_SCHOOLS
        joined = _SPACE if before.endswith("trường") else more
    else:
        return end
    while (join := joined.match(text, end)) and (one := kind.match(text, join.end())):
        end, joined = one.end(), more
    return end
