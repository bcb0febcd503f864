"""Which numbers of a paragraph are targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.build.clauses import INDICATOR, in_bracket, is_share, states_level
from pipeline.build.indicators import opens_with_verb
from pipeline.build.material import Material
from pipeline.lexicon.targets import AMONG, COMPARED, ENDS, NOT_TARGETS, RESTATED
from pipeline.lexicon.units import TIMES
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Quantity, block_unit
from pipeline.outline import Block

_MEANS = re.compile(NOT_TARGETS, re.IGNORECASE)
_ENDS = re.compile(ENDS, re.IGNORECASE)
_COMPARED = re.compile(COMPARED, re.IGNORECASE)
_RESTATED = re.compile(RESTATED, re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;.](?!\d)")
_IS_DIVIDED = re.compile(r"(?<!\w)(?:trong\s+đó|gồm|bao\s+gồm|chia\s+ra)(?!\w)", re.IGNORECASE)
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
        for q in material.mentions.of(block_unit(block.index), Quantity)
        if q.unit_text or (q.text[:1] in ":≥≤<>=⩽⩾" and not _is_year(q))
    ]
    found = [q for q in found if not (_is_money(q) and _is_means(text[: q.start]))]
    found = [q for at, q in enumerate(found) if not (at and _repeats(q, found[at - 1], text))]
    found = [q for q in found if not _LIST_FOLLOWS.match(text, q.end)]
    levels = [q for q in found if states_level(q, text[: q.start])]
    if strict:
        return levels
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
        ]
    if text.rstrip().endswith(":"):
        return []
    return [q for q in found if (q.unit_text or "").split("/")[0].lower() not in TIMES and not _incidental(q, text)]


def _is_means(before: str) -> bool:
    """True if the words before an amount of money make it means, not an end."""
    return bool(_MEANS.search(before)) and not _ENDS.search(before)


def _repeats(quantity: Quantity, before: Quantity, text: str) -> bool:
    """True for a value that says nothing new of the target before it: a change against an earlier year, its share."""
    between = text[before.end : quantity.start]
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
    if following < len(text) and not _CLAUSE_END.search(text, quantity.end, following):
        return False
    unit = (quantity.unit_text or "").lower()
    per_head = "/" in unit and _LASTS.search(text[: quantity.start])
    if (unit.split("/")[0] in {*TIMES, "lần"} and not per_head) or _incidental(quantity, text):
        return False
    ends = list(_CLAUSE_END.finditer(text[: quantity.start]))
    mark = ends[-1].group() if ends else ""
    own = text[ends[-1].end() if ends else 0 : quantity.start].strip()
    alone = own.rpartition(": ")[2]
    told = _AMONG.match(own) or INDICATOR.match(alone) or (mark == ";" and alone)
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
    """True for a count behind a comma of what was counted before it: "25 giải cấp tỉnh, 01 - 02 giải cấp quốc gia"."""
    if before is None or is_share(quantity) or not quantity.unit_text or not before.unit_text:
        return False
    between = text[before.end : quantity.start].rstrip()
    same = quantity.unit_text.lower().split()[0] == before.unit_text.lower().split()[0]
    return same and between.endswith(",") and len(between) > 1 and not _is_money(quantity)


def _incidental(quantity: Quantity, text: str) -> bool:
    """True for a bare digit behind a noun ("lúa 2 vụ"): it belongs to the name, not to a target."""
    before = text[: quantity.start].lower().split()[-2:]
    return len(quantity.raw) == 1 and not {" ".join(before), *before[-1:]} & VERBS


def _is_year(quantity: Quantity) -> bool:
    return isinstance(quantity.value, int) and 1900 <= quantity.value <= 2100


def _is_money(quantity: Quantity) -> bool:
    return bool(re.search(r"đồng|usd|vnđ", quantity.unit_text or "", re.IGNORECASE))
