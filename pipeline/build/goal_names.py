"""Names of the targets of a paragraph: what each says in its own words, completed by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.build import clauses, indicators
from pipeline.build.clauses import AREA, INDICATOR, PREDICATE, Clause
from pipeline.build.targets import Target
from pipeline.document import Flow
from pipeline.lexicon.syllables import is_syllable
from pipeline.lexicon.targets import DIVIDED, HAVING, PREDICATES
from pipeline.mentions import Period, Quantity

_HAVING = re.compile(rf"{HAVING}\s+(?=\S)", re.IGNORECASE)
_CHANGED = re.compile(r"(?:tăng|(?:cắt\s+)?giảm)(?!\w)", re.IGNORECASE)
_OF_THESE = re.compile(r"[\s,;]*(?:trong\s+đó|riêng)(?!\w)", re.IGNORECASE)
_WHERE = re.compile(r"(?:tại|ở|nhóm|khối)(?=\s)", re.IGNORECASE)
_CHANGES = re.compile(r"(?:kéo\s+)?(?:tăng|nâng|(?:cắt\s+)?giảm)\s+", re.IGNORECASE)
_TO_WHAT = re.compile(r"\s(?:cho|của|với)$", re.IGNORECASE)
_PLURAL = re.compile(r"(?:các|những)\s", re.IGNORECASE)
_SAYS_MORE = re.compile(PREDICATES, re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:cấp|khu\s+vực\s+(?:nông\s+thôn|thành\s+thị|đô\s+thị|miền\s+núi|đồng\s+bằng|biên\s+giới|trung\s+tâm|(?-i:[A-ZĐ]))|vùng|(?:thành\s+phố|tỉnh|huyện|xã|phường)\s+(?-i:[A-ZĐ]))",
    re.IGNORECASE,
)
_DIVIDED = re.compile(DIVIDED, re.IGNORECASE)
# the axis of a chart or a stain read as text names nothing
_NAME = re.compile(r"[^\W\d_]{2,},?\s+(?:\d+\s+)?[^\W\d_]{2,}")
_RESPECTIVELY = re.compile(r"(?<!\w)(?:lần\s+lượt|tương\s+ứng)(?!\w)", re.IGNORECASE)


def names(text: str, stretches: Sequence[Clause], periods: Sequence[Period]) -> list[str]:
    """The name that each value has in its own words, and what it shares with its neighbours: the row that "lần lượt"
    tells apart, a noun said once ("năm 2028 có 25 và năm 2030 có 40 | doanh nghiệp"), a verb ("Thành lập | 6 hợp tác
    xã, 20 tổ hợp tác")."""
    found = [_RESPECTIVELY.sub("", indicators.name(text, clause, periods)).strip() for clause in stretches]
    verb, thing, like = "", "", False
    for at, clause in enumerate(stretches):
        if respectively(text, clause.start, clause.quantity.end):
            row = 1 + len(list(takewhile(lambda later: not later, found[at + 1 :])))
            found[at : at + row] = _respective(found[at], row)
        elif at + 1 < len(stretches) and clauses.same_noun(text, clause, stretches[at + 1]):
            found[at] = found[at + 1]
        if clause.inner:
            continue
        share = clauses.is_share(clause.quantity)
        if own := indicators.opening(text, clause, periods):
            if thing and found[at] == own and not share and indicators.only_verbs(own):
                # "Tu sửa 180 km | đường băng, làm mới 40 km"
                found[at] = f"{own} {thing}"
            verb, like = own if indicators.opens_with_verb(own) else "", share
            thing = found[at].removeprefix(own).strip() if verb else ""
        elif not clauses.follows_on(text, clause):
            verb = ""
        elif verb and found[at] and like == share and (_TO_WHAT.search(verb) or _has_no_verb(found[at], clause)):
            found[at] = f"{verb} {indicators.without_measure(found[at], clause.quantity)}"
    return found


def respectively(text: str, start: int, end: int) -> bool:
    """True if ``text[start:end]`` says that values and names are told one by one: "lần lượt", "tương ứng"."""
    return _RESPECTIVELY.search(text, start, end) is not None


def _has_no_verb(name: str, clause: Clause) -> bool:
    """True for a thing; "hợp tác xã" begins like the verb "hợp tác", but is what is counted."""
    unit = clause.quantity.unit_text
    counted = bool(unit) and name.lower().startswith((unit or "").lower())
    return not INDICATOR.match(name) and (counted or not indicators.opens_with_verb(name))


def named(
    name: str, text: str, clause: Clause, found: Sequence[Target], before: Target | None
) -> tuple[str, tuple[Flow, ...]] | None:
    """The name of the target that ``clause`` sets, and where else it stands; None for what names nothing.

    Words that say only how many ("1.620 nhà") or that something is divided ("Chia ra các năm: ...") tell of the target
    before them, in the same block (``found``) or above it (``before``).
    """
    unit = (clause.quantity.unit_text or "").lower()
    counted = name.lower() in (unit, indicators.noun(clause.quantity).lower())
    if name and not counted and not _NAME.search(name) and not (clause.quantity.unit_text and is_syllable(name)):
        return None
    again = counted and found and _goes_on(text, clause, found[-1])
    if not name or again or (counted and not _NAME.search(name)) or _DIVIDED.fullmatch(name):
        above = found[-1] if found else before
        if above is not None:
            return above.name, above.place
        return (name if counted else text.strip(" .;")), ()
    if found and (not clause.inner or _LEVEL.match(name)):
        return _like_the_one_before(name, found[-1], text[clause.start : clause.quantity.start], clause.quantity), ()
    return name, ()


def _goes_on(text: str, clause: Clause, target: Target) -> bool:
    """True for a further value of one indicator: "lên 2.000 doanh nghiệp năm 2028 và 3.500 doanh nghiệp năm 2030"."""
    same = (target.unit or "").lower() == (clause.quantity.unit_text or "").lower()
    return same and clauses.follows_on(text, clause) and INDICATOR.match(target.name) is not None


def _like_the_one_before(name: str, target: Target, written: str, quantity: Quantity) -> str:
    """A name that only says in what it differs: "Tỷ lệ hài lòng của người bệnh nội trú ≥ 95%, | người bệnh ngoại trú";
    "Tỷ lệ lao động qua đào tạo đạt 71%, trong đó có | bằng cấp"; "trong đó | cấp xã"; "Cắt giảm 50% hồ sơ và 50% | chi
    phí"."""
    before = target.name
    changed = _CHANGED.match(target.quantity.text if target.quantity and target.quantity.change else target.name)
    said = PREDICATE.search(before)
    if said and _SAYS_MORE.match(name) and clauses.is_share(quantity) and target.quantity is not None:
        # "100% trạm được kiểm tra, 80% | có bác sĩ": of the same
        return f"{before[: said.start()]} {name}"
    if (
        changed
        and not name.startswith(changed.group())
        and written.strip(" ,").lower() in ("", "và")
        and clauses.is_share(quantity)
        and quantity.change is None
    ):
        return f"{changed.group()} {name}"
    where = _WHERE.match(name)
    if where and clauses.is_share(quantity) and (at := before.lower().rfind(f" {where.group().lower()} ")) > 0:
        # "95% hồ sơ tại cấp tỉnh, 90% | tại cấp xã", "trong nhóm nam ...; | nhóm nữ"
        return f"{before[:at]} {name}"
    if clauses.is_share(quantity) and (area := AREA.search(before)) and AREA.fullmatch(name):
        return before[: area.start()] + name + before[area.end() :]
    if INDICATOR.match(name) or not INDICATOR.match(_CHANGES.sub("", before, count=1)):
        return name
    if _OF_THESE.match(written) and _LEVEL.match(name):
        return f"{before} {name}"
    having = _HAVING.search(written)
    if having and written[having.end() :].strip():
        return f"{before} {having['how']} {name}"
    if clauses.is_share(quantity) and (row := _of_one_noun(name, before)):
        return row
    if _LEVEL.match(name) and not _LEVEL.search(before):
        return f"{before} {name}"
    plural = _PLURAL.match(name)
    shared = before.lower().find(plural.group().lower() if plural else " ".join(name.lower().split()[:2]))
    return before[:shared] + name if shared > 0 else name


def _of_one_noun(name: str, before: str) -> str | None:
    """ "Tỷ lệ đường xã được cứng hóa đạt 95%, | đường thôn | 80%": what is said of the first is said of the others."""
    indicator = INDICATOR.match(before)
    said = PREDICATE.search(before)
    if indicator is None or said is None or PREDICATE.search(name):
        return None
    noun = before[indicator.end() : said.start()].split()[:1]
    if not noun or noun != name.split()[:1]:
        return None
    return f"{before[: indicator.end()]} {name}{before[said.start() :]}"


def _respective(name: str, count: int) -> list[str]:
    """The names of "Tỷ lệ trẻ thể nhẹ cân, thể thấp còi (lần lượt) ...": one for each of ``count`` values, told by the
    word that the parts of the row have in common; the name itself for each where none tells them."""
    parts = re.split(r",\s*|\s+và\s+", name)
    shared = parts[1].split()[0].lower() if len(parts) == count > 1 else ""
    if shared and all(part.lower().startswith(shared) for part in parts):
        return parts
    at = parts[0].lower().rfind(f" {shared} ") if shared else -1
    if at < 0 or any(not part.lower().startswith(shared) for part in parts[1:]):
        return [name] * count
    return [parts[0], *(parts[0][: at + 1] + part for part in parts[1:])]
