"""Sentences that set targets, cut into one stretch for each value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.lexicon.numbering import CAPITALS
from pipeline.lexicon.targets import (
    AFTERTHOUGHT,
    BARE_INDICATORS,
    DIRECTIONS,
    DOING,
    GOES_ON,
    INDICATORS,
    NAME_ENDINGS,
    NAME_OPENINGS,
    PREDICATES,
)
from pipeline.lexicon.units import CLASSIFIERS, MEASURES, MEASURES_THAT_NAME, SCALES, TIMES
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Period, Quantity

_BRACKET = re.compile(r"\([^()]*\)")
_SENTENCE = re.compile(rf";|\.(?=\s+[{CAPITALS}])|\n")
_SEPARATOR = re.compile(r",\s*|\s+và\s+|\s*;\s*|\s+trong\s+đó:?,?\s*", re.IGNORECASE)
_OPENING = re.compile(rf"^(?:[\s,;:.+–-]*(?:{NAME_OPENINGS}(?!\w)|mỗi\s+năm)\s*[,:]?\s*)+", re.IGNORECASE)
_ENDING = re.compile(rf"(?:[\s,;:(–-]+{NAME_ENDINGS})+\s*[:,(]*$|[\s,;:.(–-]+$", re.IGNORECASE)
_GOES_ON = re.compile(rf"\s*(?P<how>{GOES_ON})", re.IGNORECASE)
_INDICATOR = re.compile(INDICATORS, re.IGNORECASE)
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
# "Kết quả rèn luyện: loại Tốt 88%, loại Khá 11%": what only names a class says nothing without the words before it
_CLASS = re.compile(r"\s*(?:xếp\s+)?(?:loại|mức|hạng|bậc|nhóm)(?:\s+[\w-]+){0,3}\s*$", re.IGNORECASE)
_CLASS_REACHED = re.compile(r"(?:loại|mức)\s+(?=Đạt\s+\d)")
# "Hỗ trợ xây nhà: năm 2025: 1.800 nhà; năm 2026: 1.620 nhà"
_YEAR = re.compile(r"\s*(?:(?:đến|hết|trong)\s+)?(?:năm\s+)?(?:19|20)\d\d\s*$", re.IGNORECASE)
# "Cây lúa: diện tích 24.500 ha, năng suất 64 tạ/ha": alone they say nothing
_BARE_INDICATOR = re.compile(rf"(?:{BARE_INDICATORS})", re.IGNORECASE)
_PREDICATE = re.compile(rf"\s{PREDICATES}", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"\s*(\w+\s+\w+)")
# "diện tích cây hằng năm": a kind of crop, no time
_PERENNIAL = re.compile(r"(?<!\w)cây\s+$", re.IGNORECASE)
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """One value and the words around it, as offsets into the text of the unit.

    [start, end) holds all of it. ``head`` is the range of a common head ("Cơ cấu lao động: nông nghiệp 30 %; ...").
    ``inner`` is set for what stands in brackets behind another value. ``tail`` is the range of what is said of the
    next value and of this one: "100% hồ sơ cấp tỉnh, 95% hồ sơ cấp xã | được xử lý trên mạng".
    """

    start: int
    end: int
    quantity: Quantity
    head: tuple[int, int] | None = None
    inner: bool = False
    tail: tuple[int, int] | None = None


def split(text: str, quantities: Sequence[Quantity]) -> list[Clause]:
    """One clause for each quantity, in the order of the text (brackets behind the value that they follow)."""
    brackets = [b for b in _BRACKET.finditer(text) if _holds(quantities, b.start(), b.end())]
    found: list[Clause] = []
    for start, end in _stretches(text, brackets):
        found.extend(_clauses(text, start, end, _inside(quantities, start, end), inner=False))
    for bracket in brackets:
        low, high = bracket.start() + 1, bracket.end() - 1
        found.extend(_clauses(text, low, high, _inside(quantities, low, high), inner=True))
    return _with_tails(text, sorted(_with_heads(text, found), key=lambda clause: clause.quantity.start))


def name(text: str, clause: Clause, periods: Sequence[Period]) -> str:
    """The indicator that the value belongs to: what stands before it, else what stands behind it."""
    quantity = clause.quantity
    before = _trim(text, clause.start, quantity.start, periods)
    behind = text[quantity.end : _without_time(text, quantity.end, clause.end, periods)]
    # behind a comma stands something else than the rest of the name
    behind = "" if before and behind.lstrip().startswith(",") else behind
    after = _AFTERTHOUGHT.split(behind.strip(" ,;.:"))[0].strip(" ,;.:")
    found = _strip(_LISTED.sub("", _indicator(quantity, before, after)))
    changed = None if before or not found else _CHANGE.match(quantity.text)
    if changed and quantity.change:
        found = f"{changed.group()} {found}"
    opening = _without_first_time(text, clause.start, quantity.start, periods).strip(" ,;:.–-+")
    if (
        found.lower() == (quantity.unit_text or "").lower()
        and opens_with_verb(opening)
        and len(opening.split()) <= _SHORT
    ):
        # what is counted alone would name nothing, a classifier names nothing even so
        found = opening if found.lower() in CLASSIFIERS else f"{opening} {found}"
    brought = None if before else _BROUGHT.search(text, clause.start, quantity.start)
    if brought and _WHERE_TO.search(found):
        found = f"{brought.group('verb')} {found}"
    if _CLASS_REACHED.search(text, clause.start, quantity.end):
        found += " Đạt"  # the name of a class, printed like one, not "reaches"
    if clause.tail and not before:
        found = f"{found} {text[clause.tail[0] : _without_time(text, *clause.tail, periods)].strip(' ,;.')}"
    if clause.head and (not _INDICATOR.match(found) or _BARE_INDICATOR.fullmatch(found)):
        head = text[clause.head[0] : clause.head[1]].strip()
        alone = found.lower() in ("", (quantity.unit_text or "").lower())
        return head if alone else f"{head}: {found}"
    return found


def _indicator(quantity: Quantity, before: str, after: str) -> str:
    """Which of the words before and behind a value name its indicator.

    "Tỷ lệ A | 90%"; "90% | cơ sở B"; "Tỷ lệ trường 90% đạt chuẩn" (both); "Xây dựng 02 | mô hình C" (with the unit,
    unless it only measures).
    """
    unit = _SCALE.sub("", quantity.unit_text or "").strip()
    brief = bool(after) and len(before.split()) <= _SHORT and not _INDICATOR.match(before)
    if is_share(quantity) or not unit:
        if not before or (after and is_share(quantity) and _TO_THE_END_THAT.search(before)):
            return after
        verb_led = before.lower() in VERBS or (not _reaches(quantity) and opens_with_verb(before))
        named = _reaches(quantity) or (not brief and not _GOES_ON.match(after))
        goes_on = _OPEN_END.search(before) or not named or verb_led
        return _joined(before, after) if is_share(quantity) and goes_on else before
    if before and _INDICATOR.match(before):
        return before
    if before and not after and not _OPEN_END.search(before) and not opens_with_verb(before):
        return before
    if (
        brief
        or not before
        or " " not in before
        or _OPEN_END.search(before)
        or (after and _ends_with_verb(before))
        or (not _reaches(quantity) and quantity.comparator == "=")
    ):
        return (
            _joined(before, after)
            if _measures(unit) and " " in _joined(before, after)
            else _joined(before, unit, after)
        )
    return before


def opens_with_verb(words: str) -> bool:
    """True if the words begin with something to do: "Trồng mới ...", "Đón ..."."""
    first = re.findall(r"\w+", words.lower())[:2]
    return bool({" ".join(first), *first[:1]} & (VERBS | DOING))


def _ends_with_verb(words: str) -> bool:
    """True if what is counted must follow: "mỗi cơ sở đoàn thực hiện | ít nhất 01 công trình"."""
    return " ".join(words.lower().split()[-2:]) in VERBS


def _measures(unit: str) -> bool:
    """True for units of measure and money: "Cứng hóa 5 km đường" is about roads, "Xây 5 trường" about schools."""
    return unit.split("/")[0].lower() in MEASURES - MEASURES_THAT_NAME


def _reaches(quantity: Quantity) -> bool:
    """True if words or a colon lead over to the number."""
    return not quantity.text[:1].isdigit()


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
            ):
                end, changed = period.start, True
    return _strip(text[start:end])


def _without_time(text: str, start: int, end: int, periods: Sequence[Period]) -> int:
    """Where ``text[start:end]`` ends without the time at its end ("... cấp xã | vào năm 2027")."""
    for period in periods:
        dated = period.first is not None or period.last is not None
        if dated and start < period.start and period.end <= end and not text[period.end : end].strip(" ,;.:"):
            words = text[start : period.start].rstrip()
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


def _strip(text: str) -> str:
    text = text.strip(" ,;:.–-+")
    before = None
    while before != text:
        before = text
        text = _OPENING.sub("", text)
        text = _ENDING.sub("", text).strip(" ,;:–-+")
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").strip() if text.endswith("(") else text
    return text


def _stretches(text: str, brackets: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Sentences of the text (cut at ";" too), brackets that hold values left out."""
    edges: list[int] = [0]
    for mark in _SENTENCE.finditer(text):
        if not any(b.start() < mark.start() < b.end() for b in brackets) and not in_bracket(text, mark.start()):
            edges.append(mark.end())
    edges.append(len(text))
    for low, high in pairwise(edges):
        at = low
        for bracket in brackets:
            if low <= bracket.start() < high:
                yield at, bracket.start()
                at = bracket.end()
        yield at, high


def in_bracket(text: str, at: int) -> bool:
    """True if ``at`` lies between round brackets."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at) and text.find(")", at) >= 0


def _clauses(text: str, start: int, end: int, found: Sequence[Quantity], inner: bool) -> Iterator[Clause]:
    at = start
    for number, quantity in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        stop = end if following is None else _boundary(text, quantity.end, following.start)
        yield Clause(at, stop, quantity, None, inner)
        at = stop


def _boundary(text: str, start: int, end: int) -> int:
    """Where the words of one value end and those of the next begin."""
    marks = list(_SEPARATOR.finditer(text, start, end))
    if not marks:
        return start
    if not text[marks[-1].end() : end].strip(" ,:"):
        return marks[-1].start()
    return marks[0].start()


def _with_heads(text: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Clauses of a list get its common head: an indicator before a colon, with names behind the colon."""
    head: tuple[int, int] | None = None
    for clause in sorted(clauses, key=lambda c: c.start):
        colon = text.find(":", clause.start, clause.quantity.start)
        if colon >= 0 and text[colon + 1 : clause.quantity.start].strip(" \t<>=≥≤"):
            begin = (
                clause.start
                + len(text[clause.start : colon])
                - len(_OPENING.sub("", text[clause.start : colon]).lstrip())
            )
            own = text[colon + 1 : clause.quantity.start]
            listed = (
                _INDICATOR.match(text[begin:colon].strip())
                or _CLASS.match(own)
                or _YEAR.match(own)
                or _BARE_INDICATOR.fullmatch(_strip(own))
            )
            head = (begin, colon) if listed and not clause.inner else None
            yield Clause(colon + 1, clause.end, clause.quantity, head, clause.inner)
            continue
        if head and re.search(r"\.\s", text[head[1] : clause.start + 1]):
            head = None
        yield Clause(clause.start, clause.end, clause.quantity, None if clause.inner else head, clause.inner)


def _with_tails(text: str, found: Sequence[Clause]) -> list[Clause]:
    """Shares of a row get what is said at its end of all of them, where all count things of the same name."""
    done: list[Clause] = []
    for clause in reversed(found):
        after = done[-1] if done else None
        if after is not None and (tail := _tail(text, clause, after)):
            clause = replace(clause, tail=tail)
        done.append(clause)
    return done[::-1]


def _tail(text: str, clause: Clause, after: Clause) -> tuple[int, int] | None:
    shares = is_share(clause.quantity) and is_share(after.quantity)
    if not shares or clause.inner or after.inner or clause.end != after.start:
        return None
    here, there = _FIRST_WORDS.match(text, clause.quantity.end), _FIRST_WORDS.match(text, after.quantity.end)
    if here is None or there is None or here[1].lower() != there[1].lower():
        return None
    if text[clause.end : after.quantity.start].strip(" ,").lower() not in ("", "và"):
        return None
    if _PREDICATE.search(text, clause.quantity.end, clause.end):
        return None
    said = _PREDICATE.search(text, after.quantity.end, after.end)
    return (said.start(), after.end) if said else after.tail


def _inside(quantities: Sequence[Quantity], start: int, end: int) -> list[Quantity]:
    return [q for q in quantities if start <= q.start and q.end <= end]


def _holds(quantities: Sequence[Quantity], start: int, end: int) -> bool:
    return any(start < q.start and q.end < end for q in quantities)


def is_share(quantity: Quantity) -> bool:
    """Per cent, per mille, points."""
    return (
        bool(quantity.unit_text)
        and re.match(r"[%‰]|điểm\s*(?:%|phần)|phần", quantity.unit_text or "", re.I) is not None
    )


def states_level(quantity: Quantity, preceding: str) -> bool:
    """True if the words set the number as a target: a share, or a comparator or "đạt" before it."""
    unit = (quantity.unit_text or "").lower()
    if re.match(r"lần(?!\w)", unit) and quantity.change is None:
        return False
    if unit.split("/")[0] in TIMES and not (_reaches(quantity) and "tuổi thọ" in preceding.lower()):
        return quantity.comparator in ("<=", "<") and unit != "tuổi"
    return is_share(quantity) or _reaches(quantity)
