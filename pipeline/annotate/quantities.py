"""Measured numbers in running text: value or range, unit, comparator, change, ratio."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from pipeline.annotate import numbers, unit_words
from pipeline.annotate.unit_words import Unit
from pipeline.lexicon.units import COMPARATORS, FALLING, LABELLED, PER_HEAD, REACHING, RISING, STRONG_LABELS, TIMES
from pipeline.lexicon.words import alternatives
from pipeline.mentions import Comparator, Quantity

Change = Literal["up", "down", "from_to"]

_NUMBER = numbers.NUMBER
_YEAR = r"(?:19|20)\d\d"
_NOT_MEASURED = re.compile(
    rf"ngày\s+\d+\s+tháng\s+\d+(?:\s+năm\s+\d+)?|\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}"
    rf"|(?<!\d)\d{{1,2}}/{_YEAR}(?!\d)|ngày\s+\d{{1,2}}\s*[/-]\s*\d{{1,2}}|{_YEAR}\s*[-–—]\s*{_YEAR}"
    rf"|(?-i:\d+(?:\s*/\s*\d{{4}})?\s*[-/]\s*[A-ZĐƯ][A-ZĐƯa-z]*(?:\s*[-–/&]\s*[A-ZĐƯ][\wĐƯ]*)*)"
    rf"|\d{{1,2}}\s*(?:giờ|h|g)\s*\d{{2}}(?!\d)|(?<!\d)\d{{1,2}}[h:]\d{{0,2}}(?!\w)|(?<!\d)0\d{{8,10}}(?!\d)"
    rf"|(?<!\d)0\d{{2,3}}[. ]\d{{3}}[. ]?\d{{3,4}}(?!\d)|độ\s+tuổi\s+(?:từ\s+)?\d+\s*(?:[-–—]|đến)\s*\d+(?:\s+tuổi)?"
    rf"|^\s*\d+(?:\.\d+)*[.)]\s|(?<=\()\s*\d{{1,2}}/\d{{1,2}}\s*(?=\))|\d{{1,2}}\s*[-–]\s*\d{{1,2}}/{_YEAR}"
    # the class of a product: "từ 3 sao trở lên", "từ 3 sao lên 4 sao"
    rf"|(?<!\d)\d\s+sao(?!\w)"
    rf"|{PER_HEAD}|\d{{4,5}}:\d{{4}}|năm\s+(?:học\s+)?{_YEAR}(?:\s*[-–,]\s*{_YEAR})*|quý\s+\d|24/7",
    re.IGNORECASE,
)
_ALTERNATIVES = "|".join(f"(?:{words})" for _, words in COMPARATORS)
_PREFIX = re.compile(
    rf"(?:(?<!\w)(?:{REACHING}|{_ALTERNATIVES}|{RISING}|{FALLING}|từ)(?!\w)\s*[:=]?\s*|[:=]\s*|[<>≤≥~≈]=?\s*)+$",
    re.IGNORECASE,
)
_COMPARED = tuple((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)|^(?:{words})", re.I)) for name, words in COMPARATORS)
_RISING = re.compile(rf"(?<!\w){RISING}(?!\w)", re.IGNORECASE)
_FALLING = re.compile(rf"(?<!\w){FALLING}(?!\w)", re.IGNORECASE)
_NAMED_BY_CHANGE = re.compile(r"(?:tốc\s+độ|nhịp\s+độ|tỷ\s+lệ|mức|vào|cho)\s+$", re.IGNORECASE)
_TO_LEVEL = re.compile(r"(?<!\w)(?:lên|còn|xuống|đạt)(?!\w)", re.IGNORECASE)
_LABEL = re.compile(rf"(?<!\w)(?P<word>{alternatives(map(re.escape, LABELLED))})\s*$", re.IGNORECASE)
_COUNT_BEFORE = re.compile(r"(?<![/\d])\d{1,3}\s+$")
# "cây hằng năm | 45.600 ha"
_EVERY = re.compile(r"(?:hằng|hàng|mỗi|cả)\s+$", re.IGNORECASE)
_TOTAL = re.compile(r"(?<!\w)(?:tổng|con)\s+số\s*$", re.IGNORECASE)
# "thuộc nhóm 30 tỉnh dẫn đầu": a rank, not a count
_AMONG_THE_FIRST = re.compile(r"(?<!\w)(?:(?:thuộc|trong|vào)\s+(?:nhóm|tốp|top)|tốp|top)\s*$", re.IGNORECASE)
_LIST_BEFORE = re.compile(
    r"(?<!\w)(?:phường|quận|điều|khoản|lớp|mức độ|số)\s+\d+(?:\s*(?:,|và|;|-)\s*\d+)*\s*(?:,|và|-)\s*$", re.I
)
_RANGE = re.compile(rf"\s*(?:[-–—÷]|đến|tới)\s*(?P<number>{_NUMBER})(?![\d/])", re.IGNORECASE)
_RATIO = re.compile(rf"\s*/\s*(?P<number>{_NUMBER})(?!\d)")
# "dưới 5/100.000 dân": so many on so many, not so many out of so many
_RATE = re.compile(
    r"\s*/\s*1(?:00|\.?000|0\.?000|00\.?000|\.?000\.?000)\s*(?:người\s+dân|dân\s+số|dân|người|trẻ(?:\s+(?:em|đẻ\s+sống|sinh\s+sống))?|"
    r"ca\s+đẻ|phụ\s+nữ|học\s+sinh|lao\s+động|hộ|phương\s+tiện)(?!\w)",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    # a year between the two values has been blanked out
    rf"\s*(?:\(?\s*(?:(?:ước(?:\s+(?:thực\s+hiện|đạt))?|thực\s+hiện|kết\s+quả|của|đầu|cuối|hết|trong|vào)\s+)*\x00+\s*\)?\s*)?(?:,\s*)?"
    rf"(?P<how>(?:tăng\s+lên|nâng\s+lên|lên\s+(?:đến|tới|thành)|lên|giảm\s+xuống(?:\s+còn)?|xuống\s+còn|giảm\s+còn|xuống)\s+"
    rf"(?:mức\s+)?(?:(?:{_ALTERNATIVES})\s+)?)(?P<number>{_NUMBER})(?!\d)",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"\s*trở\s+(?:(?P<up>lên)|(?P<down>xuống))", re.IGNORECASE)
_PARTED = re.compile(rf"(?:,?\s+[^\W\d_]+){{1,9}}?{_AND_MORE.pattern}(?!\w)", re.IGNORECASE)
_AGAINST = re.compile(
    rf"so\s+với\s*(?:cùng\s+kỳ\s*)?(?:(?:cuối\s+|thực\s+hiện\s+)?năm\s+{_YEAR}\s*)?(?:là|đạt|\(|:)?\s*(?:{REACHING}\s*)?$",
    re.IGNORECASE,
)
_WINDOW = 80
_DIGIT = re.compile(r"\d")
_STAND_ALONE = re.compile(rf"(?<![\w.,/])(?:{_NUMBER})")


def find(text: str, unit: str = "") -> list[Quantity]:
    """Every measured number of ``text``, in order.

    A mention reaches from the comparator ("đạt trên") to the unit. Dates, years, numbers of documents, articles,
    grades and telephones are no quantities. A number without a unit is one (table cells hold such).
    """
    if not _DIGIT.search(text):
        return []
    plain = _NOT_MEASURED.sub(lambda found: "\x00" * len(found.group()), text)
    found: list[Quantity] = []
    at = 0
    for number in _STAND_ALONE.finditer(plain):
        if number.start() < at:
            continue
        quantity = _quantity(plain, text, number, unit)
        if quantity is None:
            continue
        at = quantity.end
        if _AGAINST.search(plain[max(0, number.start() - _WINDOW) : number.start()]):
            if found and found[-1].base is None:
                found[-1] = replace(found[-1], base=quantity.value)
            continue
        found.append(quantity)
    return found


def _quantity(plain: str, text: str, number: re.Match[str], unit_key: str) -> Quantity | None:
    value = numbers.parse(number.group())
    if value is None:
        return None
    low = number.start()
    first = unit_words.read(plain, number.end())
    if _is_label(plain, low, first):
        return None
    share_end = first.end if first and first.text in ("%", "‰") else number.end()
    end, top, base, total = number.end(), None, None, None
    change: Change | None = None
    reached = ""
    unit = first
    onward = _ONWARD.match(plain, first.end if first else number.end())
    if onward and _other_unit(plain, first, onward.end()):
        # "trẻ em dưới 16 tuổi xuống dưới 9,8%"
        onward = None
    if onward and (target := numbers.parse(onward["number"])) is not None:
        base, value, end, change, reached = value, target, onward.end(), "from_to", onward["how"]
        unit = unit_words.read(plain, end) or first
    elif rate := _RATE.match(plain, number.end()):
        unit = Unit(rate.group().strip(), rate.end(), True)
    elif (ratio := _RATIO.match(plain, number.end())) and (total := numbers.parse(ratio["number"])) is not None:
        end, unit = ratio.end(), unit_words.read(plain, ratio.end())
    elif (wide := _RANGE.match(plain, share_end)) and (upper := numbers.parse(wide["number"]) or 0) > value:
        end, top, unit = wide.end(), upper, unit_words.read(plain, wide.end()) or first
    if _glued(plain, end) and not (unit and unit.known):
        return None
    if total is not None and unit is None:
        return None
    stop = max(end, unit.end) if unit else end
    start, prefix = _prefix(plain, low)
    comparator, stop = _comparator(plain, reached or prefix, stop)
    return Quantity(
        unit_key, start, stop, text[start:stop], value, top, unit.text if unit else None, comparator,
        text[low:end], change or _change(prefix), base, total,
    )  # fmt: skip


def _other_unit(text: str, first: Unit | None, end: int) -> bool:
    """True if two values, the second ending at ``end``, are measured in different known units."""
    later = unit_words.read(text, end)
    if first is None or later is None or not (first.known and later.known):
        return False
    return first.text.lower() != later.text.lower()


def _glued(text: str, end: int) -> bool:
    """True if letters or a further number follow without a gap ("5G", "1.1.2"): a name, not a quantity."""
    return bool(re.match(r"[^\W_]|[.,/]\d", text[end : end + 2]))


def _is_label(text: str, start: int, unit: Unit | None) -> bool:
    """True if the number is part of a name or an ordinal ("Điều 5", "mức độ 2", "phường 2, 10")."""
    if unit is not None and unit.text[:1] in "%‰":
        return False
    before = text[max(0, start - _WINDOW) : start]
    if _LIST_BEFORE.search(before) and not (unit and unit.known):
        return True
    if _AMONG_THE_FIRST.search(before):
        return True
    label = _LABEL.search(before)
    if label is None or _TOTAL.search(before):
        return False
    if _EVERY.search(before, 0, label.start()):
        return False
    if label["word"].lower() in TIMES and _COUNT_BEFORE.search(before, 0, label.start()):
        # "đào tạo dưới 03 tháng 12.500 người": months that are counted are no name
        return False
    return label["word"].lower() in STRONG_LABELS or not (unit and unit.known)


def _prefix(text: str, start: int) -> tuple[int, str]:
    """Where the words of comparing and reaching before the number begin, and these words."""
    low = max(0, start - _WINDOW)
    found = _PREFIX.search(text[low:start])
    if found is None:
        return start, ""
    start, words = low + found.start(), found.group()
    if _NAMED_BY_CHANGE.search(text, 0, start) and (rising := _RISING.match(words)):
        # "tốc độ | tăng trưởng bình quân 12%/năm": the change is what is measured
        start, words = start + rising.end(), words[rising.end() :]
        start += len(words) - len(words.lstrip())
    return start, words.strip()


def _comparator(text: str, prefix: str, end: int) -> tuple[Comparator, int]:
    more = _AND_MORE.match(text, end)
    if more is None and prefix.lower().split()[-1:] == ["từ"] and (parted := _PARTED.match(text, end)):
        # "từ 95% chi hội trở lên": the words between belong to the name
        return (">=" if parted["up"] else "<="), end
    if more:
        return (">=" if more["up"] else "<="), more.end()
    for name, words in _COMPARED:
        if words.search(prefix):
            return name, end
    return "=", end


def _change(prefix: str) -> Change | None:
    directions: tuple[tuple[Change, re.Pattern[str]], ...] = (("up", _RISING), ("down", _FALLING))
    for change, words in directions:
        found = words.search(prefix)
        if found and not _TO_LEVEL.search(prefix, found.start()):
            return change
    return None
