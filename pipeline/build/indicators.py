"""The indicator that a value belongs to, told from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.build.clauses import AREA, BARE_INDICATOR, INDICATOR, OPENING, REACHES, Clause, is_share, reaches
from pipeline.lexicon.numbering import CAPITALS, SMALL
from pipeline.lexicon.targets import (
    AFTERTHOUGHT,
    DIRECTIONS,
    DOING,
    GOES_ON,
    NAME_ENDINGS,
)
from pipeline.lexicon.units import CLASSIFIERS, EVENTS, MEASURES, MEASURES_THAT_NAME, NAMELESS, SCALES, TIMES
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Period, Quantity

_PLACE = rf"[{CAPITALS}][{SMALL}]+(?:\s+[{CAPITALS}][{SMALL}]+)+"
_ENDING = re.compile(rf"(?:[\s,;:(–-]+{NAME_ENDINGS})+\s*[:,(]*$|[\s,;:.(–-]+$", re.IGNORECASE)
_GOES_ON = re.compile(rf"\s*(?P<how>{GOES_ON})", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:cho|của|về|với|gồm|khoảng|từ|ra|thêm|mới|được|các|những|tới|đến|trong|tại|cả|để|đóng\s+góp|đối\s+với)$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^.*\b(?:nhất\s+là|đặc\s+biệt\s+là)\b.*,\s+(?=\w+(?:\s+\w+){3})", re.IGNORECASE | re.DOTALL)
_SCALE = re.compile(rf"^(?:(?:{'|'.join(SCALES)})(?:\s+|$))+", re.IGNORECASE)
_AFTERTHOUGHT = re.compile(AFTERTHOUGHT, re.IGNORECASE)
_CHANGE = re.compile(r"(?:tăng|(?:cắt\s+)?giảm)(?:\s+thêm)?(?!\w)", re.IGNORECASE)
# "Đưa 450 lao động đi làm việc": the verb is left out of names, but not where it says what is done with those counted
_BROUGHT = re.compile(r"(?<!\w)(?P<verb>đưa)\s[\w\s]*$", re.IGNORECASE)
_WHERE_TO = re.compile(rf"\s(?:{DIRECTIONS})\s", re.IGNORECASE)
# "thực hiện tích hợp ... để 100% tài khoản": what is done for its sake is no part of the name
_TO_THE_END_THAT = re.compile(r"(?:để|giúp|nhằm|bảo\s+đảm|đảm\s+bảo|đối(?:\s+với)?)$", re.IGNORECASE)
_CLASS_REACHED = re.compile(r"(?:loại|mức)\s+(?=Đạt\s+\d)")
# "diện tích cây hằng năm": a kind of crop, no time
_PERENNIAL = re.compile(r"(?<!\w)cây\s+$", re.IGNORECASE)
# "từ 95% chi hội | trở lên | đăng ký thực hiện": belongs to the number
_AND_MORE = re.compile(r"^((?:[^\W\d_]+,?\s+){1,9}?)trở\s+(?:lên|xuống)(?:\s+|$)", re.IGNORECASE)
# "Sau tốt nghiệp, có 75% học sinh vào lớp 10": when, not what
_CIRCUMSTANCE = re.compile(
    r"(?:sau|khi|qua|trước)\s[^,;]{4,60},\s*(?:ph[ấầẩ]n\s+đ[ấầẩ]u\s*)?(?:có\s*)?$", re.IGNORECASE
)
# "Cơ bản các thôn có điện, | tỷ lệ hộ dùng điện an toàn": what stands before says something of its own
_OWN_SENTENCE = re.compile(
    r"^.*,\s+(?:(?:đưa|nâng)\s+)?(?=(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|tỉ\s+trọng|tổng\s+số|chỉ\s+số|tốc\s+độ|thu\s+nhập)\s)",
    re.IGNORECASE | re.DOTALL,
)
# "02 xã đạt chuẩn | (Nà Lốc, Bản Phìn)": which they are
_PLACES = re.compile(rf"\s*\({_PLACE}(?:(?:,|\s+và)\s*{_PLACE})*\)$")
_EACH = re.compile(r"(?:bình\s+quân\s+)?mỗi\s", re.IGNORECASE)
# "(giá so sánh | năm 2010)"
_REMARK_OPEN = re.compile(r"\((?!\s*(?:đến|tính|vào|trong|từ|hết|cuối|năm|giai)\s)[^()]*[^\W\d_][^()]*$", re.IGNORECASE)
# "50% | (8 xã)"
_COUNT_IN_BRACKETS = re.compile(r"\s*\(\d[\d./]*\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\)$")
# "ít nhất 80% | có bác sĩ": what is said of those named before
_SAYS = re.compile(r"(?:có|đạt)\s", re.IGNORECASE)
_SHORT = 3


def opening(text: str, clause: Clause, periods: Sequence[Period]) -> str:
    """The words before the value, without a time and words that lead over to the value."""
    return _own(_trim(text, clause.start, clause.quantity.start, periods))


def name(text: str, clause: Clause, periods: Sequence[Period]) -> str:
    """The indicator that the value belongs to: what stands before it, else what stands behind it."""
    quantity = clause.quantity
    before = opening(text, clause, periods)
    if _CIRCUMSTANCE.search(text[clause.start : quantity.start].strip() + " "):
        before = ""
    had = text[: quantity.start].rstrip().endswith(" có") and not is_share(quantity) and not INDICATOR.match(before)
    if before and had and not opens_with_verb(before):
        # "Mỗi trạm y tế có | ít nhất 2 bác sĩ"
        before += " có"
    if before and is_share(quantity) and text[: quantity.start].endswith(" với ") and not INDICATOR.match(before):
        before += " với"
    behind = text[quantity.end : _without_time(text, quantity.end, clause.end, periods)]
    # behind a comma stands something else than the rest of the name
    behind = "" if before and behind.lstrip().startswith(",") else behind
    after = _AFTERTHOUGHT.split(behind.strip(" ,;.:"))[0].strip(" ,;.:")
    if quantity.comparator in (">=", "<="):
        after = _AND_MORE.sub(r"\1", after)
    found = _LISTED.sub("", _indicator(quantity, before, after))
    if before and not is_share(quantity):
        found = _strip_end(found)
    elif before or not is_share(quantity) or not _SAYS.match(found):
        found = _strip(found)
    found = _COUNT_IN_BRACKETS.sub("", _PLACES.sub("", found))
    changed = None if before or not found else _CHANGE.match(quantity.text)
    if changed and quantity.change:
        found = f"{changed.group()} {found}"
    first = _without_first_time(text, clause.start, quantity.start, periods).strip(" ,;:.–-+")
    if before and found == before and not after and _lacks_object(before, quantity):
        found = f"{found} {noun(quantity)}"
    if found.lower() == (quantity.unit_text or "").lower() and opens_with_verb(first) and len(first.split()) <= _SHORT:
        # what is counted alone would name nothing, a classifier names nothing even so
        found = first if found.lower() in CLASSIFIERS else f"{first} {found}"
    brought = None if before else _BROUGHT.search(text, clause.start, quantity.start)
    if brought and _WHERE_TO.search(found):
        found = f"{brought.group('verb')} {found}"
    if _CLASS_REACHED.search(text, clause.start, quantity.end):
        found += " Đạt"  # the name of a class, printed like one, not "reaches"
    if clause.tail and (not before or _told_to(text[clause.tail[0] :], quantity, before)):
        found = f"{found} {text[clause.tail[0] : _without_time(text, *clause.tail, periods)].strip(' ,;.')}"
    if clause.head and (not INDICATOR.match(found) or BARE_INDICATOR.fullmatch(found)):
        head = text[clause.head[0] : clause.head[1]].strip()
        alone = found.lower() in ("", (quantity.unit_text or "").lower())
        return head if alone else f"{head} {found}" if AREA.fullmatch(found) else f"{head}: {found}"
    return found


def _indicator(quantity: Quantity, before: str, after: str) -> str:
    """Which of the words before and behind a value name its indicator.

    "Tỷ lệ A | 90%"; "90% | cơ sở B"; "Tỷ lệ trường 90% đạt chuẩn" (both); "Xây dựng 02 | mô hình C" (with the unit,
    unless it only measures).
    """
    unit = noun(quantity) if before else _SCALE.sub("", quantity.unit_text or "").strip()
    brief = bool(after) and len(before.split()) <= _SHORT and not INDICATOR.match(before)
    if is_share(quantity) or not unit:
        if not before or (after and is_share(quantity) and _TO_THE_END_THAT.search(before)):
            return after
        if (
            is_share(quantity)
            and after
            and (brief or opens_with_verb(before))
            and not REACHES.match(quantity.text.lstrip(": "))
            and ":" not in quantity.text
        ):
            # nothing leads over to the value: "Tái chế từ 45 - 50% | lượng chất thải"
            return _joined(before, after)
        verb_led = before.lower() in VERBS or (not reaches(quantity) and opens_with_verb(before))
        named = reaches(quantity) or (not brief and not _GOES_ON.match(after))
        goes_on = _OPEN_END.search(before) or not named or verb_led
        return _joined(before, after) if is_share(quantity) and goes_on else before
    if before and INDICATOR.match(before):
        return before
    if (_EACH.match(before) or before.endswith(" có")) and not quantity.text.startswith(":"):
        return _joined(before, unit, after)
    if " " in before and not after and quantity.text.startswith(":"):
        return before
    if before and not after and not _OPEN_END.search(before) and not opens_with_verb(before):
        return before
    if (
        brief
        or not before
        or " " not in before
        or _OPEN_END.search(before)
        or (after and _ends_with_verb(before))
        or (not reaches(quantity) and quantity.comparator == "=")
    ):
        return (
            _joined(before, after)
            if _unnamed(unit, before, after) and " " in _joined(before, after)
            else _joined(before, unit, after)
        )
    return before


def _own(before: str) -> str:
    """Without a sentence of its own before the indicator."""
    own = _OWN_SENTENCE.sub("", before)
    doing = before.rpartition(", ")[2]
    if own == before and doing != before and only_verbs(doing) and opens_with_verb(before) and not only_verbs(before):
        # "Tham gia các giải, giành | 95 huy chương"
        return doing
    return before if own == before or INDICATOR.search(before[: len(before) - len(own)]) else own


def opens_with_verb(words: str) -> bool:
    """True if the words begin with something to do: "Trồng mới ...", "Đón ..."."""
    first = re.findall(r"\w+", words.lower())[:3]
    return bool({" ".join(first[:count]) for count in (1, 2, 3)} & (VERBS | DOING))


def only_verbs(words: str) -> bool:
    """True for words that say what is done, not to what: "Kết nạp", "Bố trí"."""
    return all(part.strip().lower() in VERBS | DOING for part in re.split(r",|\bvà\b", words))


def _lacks_object(before: str, quantity: Quantity) -> bool:
    """True if the words before a count say what is done, and the noun counted to what: "Kết nạp | từ 300 hội viên"."""
    unit = noun(quantity)
    if not unit or is_share(quantity) or ":" in quantity.text or INDICATOR.match(before) or _unnamed(unit, before, ""):
        return False
    return only_verbs(before) or _ends_with_verb(before)


def noun(quantity: Quantity) -> str:
    """What is counted, without powers of ten and without what it is counted on ("/năm")."""
    return _SCALE.sub("", quantity.unit_text or "").split("/")[0].strip()


def _told_to(tail: str, quantity: Quantity, before: str) -> bool:
    """True if those counted are made to do what is said last: "Vận động 100% hộ A và 85% hộ B | trang bị ...", but not
    "tưới cho 92% diện tích lúa và 45% diện tích màu | có nhu cầu"."""
    return is_share(quantity) and opens_with_verb(before) and not re.match(r"\s*có\s", tail)


def _ends_with_verb(words: str) -> bool:
    """True if what is counted must follow: "mỗi cơ sở đoàn thực hiện | ít nhất 01 công trình"."""
    return " ".join(words.lower().split()[-2:]) in VERBS | DOING


def _unnamed(unit: str, before: str, after: str) -> bool:
    """True for units that are left out of names: measures, classifiers of what stands behind them, people alone."""
    if not after and before and not _OPEN_END.search(before):
        return _measures(unit) or unit.lower() in (*NAMELESS, "người")
    return _measures(unit) or (unit.lower() in NAMELESS and bool(after))


def without_measure(name: str, quantity: Quantity) -> str:
    """A name of one word without the measure that stands before it: "60 ha | quế"."""
    unit = noun(quantity)
    return name.removeprefix(f"{unit} ") if unit and _measures(unit) else name


def _measures(unit: str) -> bool:
    """True for units of measure and money: "Cứng hóa 5 km đường" is about roads, "Xây 5 trường" about schools."""
    return unit.split("/")[0].lower() in (MEASURES - MEASURES_THAT_NAME) | (TIMES - EVENTS)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _trim(text: str, start: int, end: int, periods: Sequence[Period]) -> str:
    """``text[start:end]`` without a time at either end, opening words and words that lead over to the value."""
    changed = True
    while changed:
        changed = False
        for period in periods:
            if period.start >= start and not _strip(text[start : period.start]) and period.end <= end:
                start, changed = period.end, True
            elif (
                period.end <= end
                and period.start > start
                and not text[period.end : end].strip(" ,:()")
                and not _PERENNIAL.search(text, start, period.start)
                and not _REMARK_OPEN.search(text, start, period.start)
                and (period.first is not None or period.last is not None)
            ):
                end, changed = period.start, True
    return _strip(text[start:end])


def _without_time(text: str, start: int, end: int, periods: Sequence[Period]) -> int:
    """Where ``text[start:end]`` ends without the time at its end ("... cấp xã | vào năm 2027")."""
    for period in periods:
        dated = period.first is not None or period.last is not None
        if dated and start < period.start and period.end <= end and not text[period.end : end].strip(" ,;.:)"):
            words = text[start : period.start].rstrip(" (")
            if words.lower().endswith("với"):  # "so với năm 2025"
                return end
            return start + len(re.sub(r"\s(?:vào|trong|từ|đến|tính\s+đến)$", "", words, flags=re.IGNORECASE))
    return end


def _without_first_time(text: str, start: int, end: int, periods: Sequence[Period]) -> str:
    """``text[start:end]`` without the time that it begins with: "Năm 2026 | hoàn thành"."""
    at = next(
        (p.end for p in periods if start <= p.start and p.end <= end and not _strip(text[start : p.start])), start
    )
    return text[at:end]


def _strip_end(text: str) -> str:
    """Without words at the end that lead over to the value."""
    return _ENDING.sub("", text.strip(" ,;:.–-+")).strip(" ,;:–-+")


def _strip(text: str) -> str:
    text = text.strip(" ,;:.–-+")
    before = None
    while before != text:
        before = text
        text = OPENING.sub("", text)
        text = _ENDING.sub("", text).strip(" ,;:–-+")
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").strip() if text.endswith("(") else text
    return text
