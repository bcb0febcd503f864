"""Which numbers of a paragraph are targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from pipeline.build.clauses import INDICATOR, OPENING, REACHES, WITH, in_bracket, is_share, reaches, states_level
from pipeline.build.indicators import opens_with_verb
from pipeline.build.material import Material
from pipeline.lexicon.targets import AMONG, COMPARED, ENDS, NOT_TARGETS, RESTATED
from pipeline.lexicon.units import EVENTS, TIMES
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Quantity, block_unit
from pipeline.outline import Block

_MEANS = re.compile(NOT_TARGETS, re.IGNORECASE)
_ENDS = re.compile(ENDS, re.IGNORECASE)
_COMPARED = re.compile(COMPARED, re.IGNORECASE)
_COMPARED_AT_ONCE = re.compile(r"\s*so\s+(?:với|năm|kế\s+hoạch)", re.IGNORECASE)
_RESTATED = re.compile(RESTATED, re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;.](?!\d)")
_PARTED = re.compile(rf"{_CLAUSE_END.pattern}|\s\(|\svà\s*$|{WITH}", re.IGNORECASE)
_IS_DIVIDED = re.compile(r"(?<!\w)(?:trong\s+đó|gồm|bao\s+gồm|chia\s+ra)(?!\w)", re.IGNORECASE)
_IS_DIVIDED_BELOW = re.compile(
    r"(?<!\w)(?:trong\s+đó|gồm|bao\s+gồm|chia\s+ra|chia\s+theo(?:\s+\w+){0,4}|cụ\s+thể)\s*:\s*$", re.IGNORECASE
)
_TIME_FIRST = re.compile(
    r"^(?:trong\s+\d+\s+năm\s+|(?:(?:ngay|trong|đến|từ|hết|cuối)\s+)*"
    r"(?:quý\s+(?-i:[IVX]+|\d)|(?:năm|giai\s+đoạn|tháng)\s+\d)[\d/ –-]*,?\s*)",
    re.IGNORECASE,
)
# "Bảo đảm tưới chủ động cho | 92% diện tích lúa 2 vụ": the name goes on behind the value
_TO_WHAT = re.compile(r"(?<!\w)(?:cho|của|với|tại)$", re.IGNORECASE)
# "nâng cao chất lượng 19/19 tiêu chí | tại 12 xã"
_SOMEWHERE = re.compile(r"\s(?:tại|ở)\s+$", re.IGNORECASE)
_AIM = re.compile(r"(?<!\w)(?:ph[ấầẩ]n\s+đ[ấầẩ]u|mục\s+tiêu|đến\s+(?:hết\s+|cuối\s+)?năm\s+\d{4})(?!\w)", re.IGNORECASE)
_GROWN = re.compile(r"(?<!\w)gấp(?:\s+\w+)?\s*$", re.IGNORECASE)
_HAS = re.compile(r"^(?:toàn\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\s+)?có$|(?<!\w)có\s+thêm$", re.IGNORECASE)
_NO_MORE = re.compile(r"(?<!\w)không\s+(?:còn|để)(?!\w)", re.IGNORECASE)
_ANOTHER_YEAR = re.compile(
    r"\s*(?:,|và)\s*(?:(?:đến|hết|trong)\s+)*(?:năm\s+)?20\d\d\s*(?:,\s*)?(?:có|là|đạt)?\s*", re.IGNORECASE
)
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_NEW_WORDS = re.compile(r"[,;:.()](?!\d)|\s(?:và|hoặc|trong\s+đó)\s", re.IGNORECASE)
_COUNTED = re.compile(r"(?:^|[;.,:]\s+)(?:tổng\s+)?số\s[^,;:.]*$", re.IGNORECASE)
_RATIO_NAMED = re.compile(r"(?:tỷ|tỉ)\s+(?:lệ|trọng)(?!\w)[^;:.]*$", re.IGNORECASE)
_AGE_MEASURED = re.compile(r"tuổi\s+(?:thọ|bình\s+quân|trung\s+bình|nghỉ\s+hưu|đời)|độ\s+tuổi", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# "thời gian lưu trú bình quân 2,1 ngày/khách"
_LASTS = re.compile(r"(?<!\w)(?:thời\s+gian|tuổi\s+thọ)(?:\s+[^\W\d_]+){0,6}\s*$", re.IGNORECASE)
_LONGEST_PART = 5
_AMONG = re.compile(AMONG, re.IGNORECASE)
# "phục vụ 5 nhóm tiện ích như sau: ...": the count of a list is no target
_LIST_FOLLOWS = re.compile(r"[^.;:%\d]{0,90}?(?<!\w)(?:như\s+)?sau(?:\s+đây)?\s*:", re.IGNORECASE)


def measured(material: Material, block: Block, strict: bool) -> list[Quantity]:
    """Quantities of ``block`` that can be targets; those that words set as a level push out the incidental ones beside
    them. ``strict``: only such levels, as outside the sections of targets."""
    text = block.text
    found = [
        q
        for q in _with_units_said_later(material.mentions.of(block_unit(block.index), Quantity), text)
        if q.unit_text or (q.text[:1] in ":≥≤<>=⩽⩾" and not _is_year(q))
    ]
    found = [q for q in found if not (_is_money(q) and _is_means(text[: q.start]))]
    found = [q for at, q in enumerate(found) if not (at and _repeats(q, found[at - 1], text))]
    found = [q for q in found if not _LIST_FOLLOWS.match(text, q.end) and not _only_compares(q, text)]
    found = _without_words_of_names(found, text)
    levels = [q for q in found if states_level(q, text[: q.start]) or _counts_sessions(q, text)]
    if strict:
        return [q for q in levels if is_share(q) or _is_set(q, text[: q.start])]
    if levels:
        following = {q.start: after.start for q, after in pairwise(found)}
        before = {q.start: earlier for earlier, q in pairwise(found)}
        return [
            q
            for q in found
            if q in levels
            or _stands_alone(q, text, following.get(q.start, len(text)))
            or _more_of_the_kind(q, before.get(q.start), text)
            or _part_of_a_whole(q, found, text)
            or (in_bracket(text, q.start) and any(_of_one_unit(q, level) for level in levels))
        ]
    if text.rstrip().endswith(":") and not _IS_DIVIDED_BELOW.search(text):
        return []
    return [q for q in found if (q.unit_text or "").split("/")[0].lower() not in TIMES and not _incidental(q, text)]


def _is_set(quantity: Quantity, preceding: str) -> bool:
    """True for a count that words set as a level or an indicator names; in a task "ít nhất 4 bài" only says how much is
    to be done."""
    own = _CLAUSE_END.split(preceding)[-1].strip()
    aimed_at = (
        quantity.total is not None or _AIM.search(re.split(r"[;.]\s", preceding)[-1]) or REACHES.match(quantity.text)
    )
    return bool(aimed_at) or INDICATOR.match(OPENING.sub("", own)) is not None


def _with_units_said_later(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """Numbers whose unit stands behind the next one: "Năm 2028 có 25 và năm 2030 có 40 doanh nghiệp"."""
    return [
        replace(q, unit_text=after.unit_text)
        if after is not None and not q.unit_text and _ANOTHER_YEAR.fullmatch(text, q.end, after.start)
        else q
        for q, after in zip_longest(found, found[1:])
    ]


def _without_words_of_names(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """Without numbers that belong to the name of what is measured: quoted ones ("5 không, 3 sạch"), ages, counts behind
    the share of those who have them ("80% phụ nữ được tầm soát ít nhất 4 bệnh") or in the name of a share ("Tỷ lệ hộ
    đạt 8 tiêu chí: 88,5%")."""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    found = [q for q in found if not any(low < q.start and q.end < high for low, high in quoted)]
    found = [q for q in found if not _is_age(q) or _AGE_MEASURED.search(_CLAUSE_END.split(text[: q.start])[-1])]
    kept: list[Quantity] = []
    for q, following in zip_longest(found, found[1:]):
        tells_more = kept and _tells_more(kept[-1], q, text)
        leads = following is not None and _leads_to(q, following, text)
        if not tells_more and not leads and not _NO_MORE.search(_CLAUSE_END.split(text[: q.start])[-1]):
            kept.append(q)
    return kept


def _is_age(quantity: Quantity) -> bool:
    return (quantity.unit_text or "").lower().startswith("tuổi")


def _tells_more(first: Quantity, count: Quantity, text: str) -> bool:
    """True if a value opens its clause and nothing but words of that clause stands between it and a count: "100% | trạm
    có ít nhất 2 bác sĩ", "72 xã | đạt 19 tiêu chí"."""
    if is_share(count) and (not is_share(first) or count.change or REACHES.match(count.text)):
        return False
    between = text[first.end : count.start] + ("" if count.text[:1].isdigit() else count.text[:1])
    own = OPENING.sub("", _NEW_WORDS.split(text[: first.start])[-1].strip() + " ").strip()
    lasts = (count.unit_text or "").lower() in TIMES and opens_with_verb(own)
    opens = not own or lasts or (is_share(first) and _TO_WHAT.search(own)) or _SOMEWHERE.search(between)
    return bool(opens) and bool(between.strip()) and not _NEW_WORDS.search(between)


def _leads_to(quantity: Quantity, following: Quantity, text: str) -> bool:
    """True for a number in the name of what the next one measures: "Tỷ lệ hộ đạt 8 tiêu chí: 88,5%", "đào tạo dưới 3
    tháng 12.500 người"."""
    if is_share(quantity):
        # "các xã có tỷ lệ trên 25% | giảm từ 4% trở lên"
        changes = following.change in ("up", "down") and not REACHES.match(quantity.text)
        return changes and quantity.change is None and not text[quantity.end : following.start].strip()
    if is_share(following) and _RATIO_NAMED.search(text[: quantity.start]):
        return True
    between = text[quantity.end : following.start]
    if reaches(following) and not is_share(following) and _COUNTED.search(text[: quantity.start]):
        # "Số xã đạt từ 10 tiêu chí trở lên | là 37 xã"
        return not between.strip()
    lasts = (quantity.unit_text or "").lower() in TIMES and (following.unit_text or "").lower() not in TIMES
    return lasts and not between.strip() and not reaches(following)


def _counts_sessions(quantity: Quantity, text: str) -> bool:
    """True for how often something is done at the least: "Biểu diễn nghệ thuật tối thiểu 110 buổi"."""
    sessions = (quantity.unit_text or "").lower() in EVENTS and quantity.comparator in (">=", ">")
    return sessions and opens_with_verb(_CLAUSE_END.split(text[: quantity.start])[-1])


def _of_one_unit(quantity: Quantity, other: Quantity) -> bool:
    return bool(quantity.unit_text) and quantity.unit_text == other.unit_text


def _only_compares(quantity: Quantity, text: str) -> bool:
    """True for "gấp 1,6 lần so với năm 2020" behind a value."""
    times = (quantity.unit_text or "").lower().startswith("lần") and _GROWN.search(text[: quantity.start])
    return bool(times) and not states_level(quantity, text[: quantity.start])


def _is_means(before: str) -> bool:
    """True if the words before an amount of money make it means, not an end."""
    return bool(_MEANS.search(before)) and not _ENDS.search(before)


def _repeats(quantity: Quantity, before: Quantity, text: str) -> bool:
    """True for a value that says nothing new of the target before it: a change against an earlier year, its share."""
    between = text[before.end : quantity.start]
    compared = _COMPARED if quantity.change else _COMPARED_AT_ONCE
    if before.change in ("up", "down") and between.endswith(" và ") and compared.match(text, quantity.end):
        # "tăng 12% so với dự toán | và tăng 15% so với năm 2025", "tăng lần lượt 9% | và 11% so với năm 2025"
        return True
    own = re.split(r"[,;(]", between)[-1].strip(" (")
    if own or not re.search(r"[,(]", between):
        return False
    behind = text[quantity.end :]
    if quantity.change in ("up", "down"):
        return bool(_COMPARED.match(behind))
    return is_share(quantity) and bool(_RESTATED.match(behind))


def _stands_alone(quantity: Quantity, text: str, following: int) -> bool:
    """True for a number without a word of reaching that is a target beside others: "66/104 xã", "trồng mới 3.100 ha
    rừng", "trong đó khách quốc tế 180 nghìn lượt"; the next number, at ``following``, stands in a clause of its own."""
    if quantity.total is not None:
        return True
    if following < len(text) and not _PARTED.search(text[quantity.end : following]):
        return False
    unit = (quantity.unit_text or "").lower()
    per_head = "/" in unit and _LASTS.search(text[: quantity.start])
    if (unit.split("/")[0] in {*TIMES, "lần"} and not per_head) or _incidental(quantity, text):
        return False
    ends = list(_CLAUSE_END.finditer(text[: quantity.start]))
    mark = ends[-1].group() if ends else ""
    own = _TIME_FIRST.sub("", text[ends[-1].end() if ends else 0 : quantity.start].strip())
    alone = own.rpartition(": ")[2]
    told = (
        _AMONG.match(own)
        or INDICATOR.match(alone)
        or mark == ";"
        or _HAS.search(own)
        or ("/" in unit and (not own or own.endswith(" và")))
    )
    return bool(told) or opens_with_verb(alone)


def _part_of_a_whole(quantity: Quantity, found: Sequence[Quantity], text: str) -> bool:
    """True for one of the parts that a count before it is divided in: "640 ha. Trong đó: lúa 210 ha; ngô 150 ha",
    "3.250 con (trâu 420 con, bò 1.130 con)"."""
    unit = (quantity.unit_text or "").lower()
    whole = next((q for q in found if q.end <= quantity.start and (q.unit_text or "").lower() == unit), None)
    if whole is None or not unit or is_share(quantity) or _is_money(quantity):
        return False
    own = re.split(r"[,;.:(](?!\d)", text[: quantity.start])[-1].strip()
    divided = _IS_DIVIDED.search(text, whole.end, quantity.start) or (
        in_bracket(text, quantity.start) and not in_bracket(text, whole.start)
    )
    return bool(divided) and 0 < len(own.split()) <= _LONGEST_PART and not _DIGIT.search(own)


def _more_of_the_kind(quantity: Quantity, before: Quantity | None, text: str) -> bool:
    """True for a count behind a comma of what was counted before it: "25 giải cấp tỉnh, 01 - 02 giải cấp quốc gia", and
    for a further thing that the same is done with: "Đưa vào khai thác 01 trung tâm, 02 cảng cạn"."""
    if before is None or is_share(quantity) or not quantity.unit_text or not before.unit_text or is_share(before):
        return False
    between = text[before.end : quantity.start].rstrip()
    same = quantity.unit_text.lower().split()[0] == before.unit_text.lower().split()[0]
    if same and quantity.change is None and between[:1] == "," and len(between.split()) <= _LONGEST_PART:
        # "đất ở cho 31 hộ, | nhà ở cho 391 hộ"
        return True
    if opens_with_verb(OPENING.sub("", _CLAUSE_END.split(text[: before.start])[-1].lstrip())):
        return between.endswith(",")
    return same and between.endswith(",") and len(between) > 1 and not _is_money(quantity)


def _incidental(quantity: Quantity, text: str) -> bool:
    """True for a bare digit behind a noun ("lúa 2 vụ"): it belongs to the name, not to a target."""
    before = text[: quantity.start].lower().split()[-2:]
    return len(quantity.raw) == 1 and not {" ".join(before), *before[-1:]} & VERBS


def _is_year(quantity: Quantity) -> bool:
    return isinstance(quantity.value, int) and 1900 <= quantity.value <= 2100


def _is_money(quantity: Quantity) -> bool:
    return bool(re.search(r"đồng|usd|vnđ", quantity.unit_text or "", re.IGNORECASE))
