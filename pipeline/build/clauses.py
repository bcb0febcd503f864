"""Sentences that set targets, cut into one stretch for each value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.lexicon.numbering import CAPITALS
from pipeline.lexicon.targets import (
    BARE_INDICATORS,
    INDICATORS,
    NAME_OPENINGS,
    PREDICATES,
)
from pipeline.lexicon.units import REACHING, TIMES
from pipeline.mentions import Quantity

_BRACKET = re.compile(r"\([^()]*\)")
_SENTENCE = re.compile(rf";|\.(?=\s+[{CAPITALS}])|\n")
WITH = r"\s+với\s+(?=(?:tổng|số|diện\s+tích|quy\s+mô)\s)"
"""Words that lead over to another indicator: "15 dự án | với tổng vốn 5.200 tỷ đồng"."""
_SEPARATOR = re.compile(rf",?\s+trong\s+đó:?,?\s*|,\s*|\s+và\s+|{WITH}|\s*;\s*", re.IGNORECASE)
OPENING = re.compile(rf"^(?:[\s,;:.+–-]*(?:{NAME_OPENINGS}(?!\w)|mỗi\s+năm)\s*[,:]?\s*)+", re.IGNORECASE)
INDICATOR = re.compile(INDICATORS, re.IGNORECASE)
"""The noun that begins the name of an indicator."""
AREA = re.compile(r"(?:khu\s+vực\s+)?(?:nông\s+thôn|thành\s+thị|đô\s+thị|miền\s+núi|đồng\s+bằng)", re.IGNORECASE)
"""Parts of a territory, which complete the name of an indicator."""
# "Kết quả rèn luyện: loại Tốt 88%, loại Khá 11%": what only names a class says nothing without the words before it
_CLASS = re.compile(r"\s*(?:xếp\s+)?(?:loại|mức|hạng|bậc|nhóm)(?:\s+[\w-]+){0,3}\s*$", re.IGNORECASE)
# "Hỗ trợ xây nhà: năm 2025: 1.800 nhà; năm 2026: 1.620 nhà"
_YEAR = re.compile(r"\s*(?:(?:đến|hết|trong)\s+)?(?:năm\s+)?(?:19|20)\d\d\s*$", re.IGNORECASE)
# "Cây lúa: diện tích 24.500 ha, năng suất 64 tạ/ha": alone they say nothing
BARE_INDICATOR = re.compile(rf"(?:{BARE_INDICATORS})", re.IGNORECASE)
PREDICATE = re.compile(rf"\s{PREDICATES}", re.IGNORECASE)
"""What begins to say something of those counted."""
REACHES = re.compile(rf"(?:{REACHING})(?!\w)", re.IGNORECASE)
"""Words that lead over to the value of a target."""
# "năng suất lao động gấp | 1,6 lần so với năm 2025"; behind a value it only compares ("450.000 lượt, gấp 1,5 lần")
_TIMES_AS_MUCH = re.compile(rf"(?:^|[,;.:]\s+)(?:{INDICATORS})[^,;.:]*\sgấp(?:\s+\w+)?\s*$", re.IGNORECASE)
_OF_ITS_OWN = re.compile(rf"{INDICATORS}|mỗi\s|riêng\s", re.IGNORECASE)
_SHORT = 10
_FEW = 2
# "tuổi thọ bình quân đạt 75 tuổi", "thời gian lưu trú là 2,1 ngày/khách"
_LASTS = re.compile(r"tuổi\s+thọ|số\s+năm\s+sống|thời\s+gian\s+(?:lưu\s+trú|chờ|giải\s+quyết)[^,;.:]*$", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"\s*(\w+\s+\w+)")


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
    return behind_bracket(text, at) and text.find(")", at) >= 0


def behind_bracket(text: str, at: int, start: int = 0) -> bool:
    """True if a round bracket opened behind ``start`` is still open at ``at``, closed later or not."""
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _clauses(text: str, start: int, end: int, found: Sequence[Quantity], inner: bool) -> Iterator[Clause]:
    at = start
    for number, quantity in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        stop = end if following is None else _boundary(text, quantity.end, following.start)
        yield Clause(at, stop, quantity, None, inner)
        at = stop


def _boundary(text: str, start: int, end: int) -> int:
    """Where the words of one value end and those of the next begin."""
    # a list in brackets of its own parts nothing: "02 xã (Nà Lốc, Bản Phìn), ..."
    marks = [m for m in _SEPARATOR.finditer(text, start, end) if not behind_bracket(text, m.start(), start)]
    if not marks:
        return start
    if not text[marks[-1].end() : end].strip(" ,:"):
        return marks[-1].start()
    telling = (m for m in marks if "trong" in m.group().lower() or _OF_ITS_OWN.match(text, m.end()))
    return next(telling, marks[0]).start()


def _with_heads(text: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Clauses of a list get its common head: an indicator before a colon, with names behind the colon."""
    head: tuple[int, int] | None = None
    for clause in sorted(clauses, key=lambda c: c.start):
        colon = text.find(":", clause.start, clause.quantity.start)
        if colon >= 0 and text[colon + 1 : clause.quantity.start].strip(" \t<>=≥≤"):
            begin = (
                clause.start
                + len(text[clause.start : colon])
                - len(OPENING.sub("", text[clause.start : colon]).lstrip())
            )
            own = text[colon + 1 : clause.quantity.start]
            listed = (
                INDICATOR.match(text[begin:colon].strip())
                or _CLASS.match(own)
                or _YEAR.match(own)
                or BARE_INDICATOR.fullmatch(own.strip(" ,;:"))
                or _of_a_kind(text, text[begin:colon], own, clauses, clause)
            )
            head = (begin, colon) if listed and not clause.inner else None
            yield Clause(colon + 1, clause.end, clause.quantity, head, clause.inner)
            continue
        if head and re.search(r"\.\s", text[head[1] : clause.start + 1]):
            head = None
        yield Clause(clause.start, clause.end, clause.quantity, None if clause.inner else head, clause.inner)


def _of_a_kind(text: str, head: str, own: str, clauses: Sequence[Clause], clause: Clause) -> bool:
    """True for a row of short names that a head explains: "Chiều cao của thanh niên: nam 169 cm, nữ 158 cm"."""
    after = next((c for c in clauses if c.start == clause.end and c.start > clause.start), None)
    if after is None or len(own.split()) > _FEW or len(head.split()) <= _FEW:
        return False
    unit = (clause.quantity.unit_text or "").lower()
    named = text[after.start : after.quantity.start].strip(" ,;").split()
    return 0 < len(named) <= _FEW and (after.quantity.unit_text or "").lower() == unit


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
    shares = _is_part(clause.quantity) and _is_part(after.quantity)
    if not shares or clause.inner or after.inner or clause.end != after.start:
        return None
    here, there = _FIRST_WORDS.match(text, clause.quantity.end), _FIRST_WORDS.match(text, after.quantity.end)
    alike = here is not None and there is not None and here[1].lower() == there[1].lower()
    if not alike and not 0 < len(text[clause.quantity.end : clause.end].split()) <= _SHORT:
        return None
    if text[clause.end : after.quantity.start].strip(" ,").lower() not in ("", "và"):
        return None
    if PREDICATE.search(text, clause.quantity.end, clause.end):
        return None
    said = PREDICATE.search(text, after.quantity.end, after.end)
    return (said.start(), after.end) if said else after.tail


def follows(text: str, clause: Clause) -> bool:
    """True for a further item of a row, behind a comma or "và"."""
    return text[clause.start : clause.quantity.start].lstrip()[:1] == "," or text[clause.start :].startswith(" và ")


def _is_part(quantity: Quantity) -> bool:
    """A share, or so many out of so many ("12/12 khu công nghiệp")."""
    return is_share(quantity) or quantity.total is not None


def same_noun(text: str, clause: Clause, after: Clause) -> bool:
    """True if the noun of ``clause`` stands behind the value of the next: "năm 2028 có 25 và năm 2030 có 40 | doanh
    nghiệp"."""
    unit = clause.quantity.unit_text or ""
    return unit == after.quantity.unit_text and unit not in text[clause.quantity.start : clause.end]


def follows_on(text: str, clause: Clause) -> bool:
    """True if nothing but a comma or "và" parts the value from what was said before."""
    return text[clause.start : clause.quantity.start].strip(" ,").lower() in ("", "và")


def _inside(quantities: Sequence[Quantity], start: int, end: int) -> list[Quantity]:
    return [q for q in quantities if start <= q.start and q.end <= end]


def _holds(quantities: Sequence[Quantity], start: int, end: int) -> bool:
    return any(start < q.start and q.end < end for q in quantities)


def reaches(quantity: Quantity) -> bool:
    """True if words or a colon lead over to the number."""
    return not quantity.text[:1].isdigit()


def is_share(quantity: Quantity) -> bool:
    """Per cent, per mille, points."""
    return (
        bool(quantity.unit_text)
        and re.match(r"[%‰]|điểm\s*(?:%|phần)|phần", quantity.unit_text or "", re.I) is not None
    )


def states_level(quantity: Quantity, preceding: str) -> bool:
    """True if the words set the number as a target: a share, or a comparator or "đạt" before it."""
    unit = (quantity.unit_text or "").lower()
    if quantity.change == "from_to":
        return True
    if re.match(r"lần(?!\w)", unit) and quantity.change is None:
        return bool(_TIMES_AS_MUCH.search(preceding))
    told = reaches(quantity) and _LASTS.search(preceding)
    if unit.split("/")[0] in TIMES and not unit.startswith("ca/") and not told:
        return quantity.comparator in ("<=", "<") and unit != "tuổi"
    return is_share(quantity) or reaches(quantity)
