"""Targets stated in paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.build import clauses, times
from pipeline.build.clauses import Clause
from pipeline.build.leads import of_text
from pipeline.build.material import Material
from pipeline.build.parts import is_report, sets_targets, working_blocks
from pipeline.build.targets import Target
from pipeline.document import Flow
from pipeline.lexicon.syllables import is_syllable
from pipeline.lexicon.targets import AMONG, COMPARED, DIVIDED, ENDS, HAVING, INDICATORS, NOT_TARGETS, PAST, RESTATED
from pipeline.lexicon.tasks import LEAD_LINE, PLACE_LINE, SUPPORT_LINE, TIME_LINE
from pipeline.lexicon.units import TIMES
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Period, Quantity, block_unit
from pipeline.outline import Block
from pipeline.plan import Baseline

_PAST = re.compile(PAST, re.IGNORECASE)
_MEANS = re.compile(NOT_TARGETS, re.IGNORECASE)
_INDICATOR = re.compile(INDICATORS, re.IGNORECASE)
_ENDS = re.compile(ENDS, re.IGNORECASE)
_COMPARED = re.compile(COMPARED, re.IGNORECASE)
_RESTATED = re.compile(RESTATED, re.IGNORECASE)
_HAVING = re.compile(rf"{HAVING}\s+(?=\S)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;.](?!\d)")
_CHANGED = re.compile(r"(?:tăng|(?:cắt\s+)?giảm)(?!\w)", re.IGNORECASE)
_OF_THESE = re.compile(r"[\s,;]*(?:trong\s+đó|riêng)(?!\w)", re.IGNORECASE)
_LEVEL = re.compile(r"(?:cấp|khu\s+vực|vùng|(?:thành\s+phố|tỉnh|huyện|xã|phường)\s+(?-i:[A-ZĐ]))", re.IGNORECASE)
_IS_DIVIDED = re.compile(r"(?<!\w)(?:trong\s+đó|gồm|bao\s+gồm|chia\s+ra)(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# "thời gian lưu trú bình quân 2,1 ngày/khách"
_LASTS = re.compile(r"(?<!\w)(?:thời\s+gian|tuổi\s+thọ)(?:\s+[^\W\d_]+){0,6}\s*$", re.IGNORECASE)
_LONGEST_PART = 5
_DIVIDED = re.compile(DIVIDED, re.IGNORECASE)
_AMONG = re.compile(AMONG, re.IGNORECASE)
_AGAINST = re.compile(r"so\s+với(?:\s+\w+){0,4}\s*$", re.IGNORECASE)
_LABELLED = re.compile(rf"^\W*(?:{PLACE_LINE}|{TIME_LINE}|{LEAD_LINE}|{SUPPORT_LINE})\s*:", re.IGNORECASE)
# the axis of a chart or a stain read as text names nothing
_NAME = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")
# "phục vụ 5 nhóm tiện ích như sau: ...": the count of a list is no target
_LIST_FOLLOWS = re.compile(r"[^.;:%\d]{0,90}?(?<!\w)(?:như\s+)?sau(?:\s+đây)?\s*:", re.IGNORECASE)
_TIME_FIRST = re.compile(
    r"^\W*(?:đến\s+)?(?:hết\s+)?(?:năm|giai\s+đoạn|thời\s+kỳ)\s[^:;.]*\d[^:;.]{0,30}:\s*", re.IGNORECASE
)
_REMARK = re.compile(r"^\(.*\)\.?$", re.DOTALL)


def body(material: Material) -> list[Target]:
    """Targets of the body in order: all that the sections of targets state, elsewhere only shares and levels."""
    found: list[Target] = []
    default = times.plan_period(material)
    report = is_report(material)
    parents = {block.parent for block in material.outline.blocks if block.role != "furniture"}
    for block in working_blocks(material):
        if block.table is not None or not block.text or _LABELLED.match(block.text):
            continue
        if report and not sets_targets(material, block):
            continue
        if block.kind == "goals":
            leaf = block.index not in parents
            found.extend(_stated(material, block, default, found, leaf))
        elif block.kind == "tasks" and block.role != "heading":
            found.extend(_new(_elsewhere(material, block, default, len(found)), found))
    return found


def _stated(
    material: Material, block: Block, default: str | None, stated: Sequence[Target], leaf: bool
) -> list[Target]:
    """Targets of a block in a section of targets; an objective without number is one too."""
    quantities = _measured(material, block, strict=False)
    if quantities:
        return _targets(material, block, quantities, default, len(stated), _divided(stated))
    if not leaf or block.role == "heading" or _REMARK.match(block.text) or block.text.endswith(":"):
        return []
    flow = block.flow
    return [
        Target(
            name=_TIME_FIRST.sub("", flow.text).strip(" .;"),
            text=flow.text,
            section=block.path,
            place=(flow,),
            quantity=None,
            period=_period(material, block, None, default),
        )
    ]


def _divided(stated: Sequence[Target]) -> Target | None:
    """The target that a block below it may divide by years: the first, the whole, of the block before."""
    if not stated or stated[-1].quantity is None:
        return None
    return next(one for one in stated if one.text == stated[-1].text and one.section == stated[-1].section)


def _new(elsewhere: Sequence[Target], stated: Sequence[Target]) -> list[Target]:
    """Without counts that only repeat a target set before (a task that says how many shall be trained)."""
    counts = {
        (one.quantity.value, one.quantity.comparator)
        for one in stated
        if one.quantity is not None and not clauses.is_share(one.quantity)
    }
    return [
        one for one in elsewhere if one.quantity is None or (one.quantity.value, one.quantity.comparator) not in counts
    ]


def _elsewhere(material: Material, block: Block, default: str | None, offset: int) -> list[Target]:
    quantities = _measured(material, block, strict=True)
    return _targets(material, block, quantities, default, offset, None) if quantities else []


def _measured(material: Material, block: Block, strict: bool) -> list[Quantity]:
    """Quantities that can be targets; those that words set as a level push out the incidental ones beside them."""
    text = block.text
    found = [
        q
        for q in material.mentions.of(block_unit(block.index), Quantity)
        if q.unit_text or (q.text[:1] in ":≥≤<>=⩽⩾" and not _is_year(q))
    ]
    found = [q for q in found if not (_is_money(q) and _is_means(text[: q.start]))]
    found = [q for at, q in enumerate(found) if not (at and _repeats(q, found[at - 1], text))]
    found = [q for q in found if not _LIST_FOLLOWS.match(text, q.end)]
    levels = [q for q in found if clauses.states_level(q, text[: q.start])]
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
    return clauses.is_share(quantity) and bool(_RESTATED.match(behind))


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
    mark = next((m.group() for m in reversed(list(_CLAUSE_END.finditer(text, 0, quantity.start)))), "")
    own = _CLAUSE_END.split(text[: quantity.start])[-1].strip()
    alone = own.rpartition(": ")[2]
    told = _AMONG.match(own) or _INDICATOR.match(alone) or (mark == ";" and alone)
    return bool(told) or clauses.opens_with_verb(alone)


def _part_of_a_whole(quantity: Quantity, found: Sequence[Quantity], text: str) -> bool:
    """True for one of the parts that a count before it is divided in: "640 ha. Trong đó: lúa 210 ha; ngô 150 ha",
    "3.250 con (trâu 420 con, bò 1.130 con)"."""
    unit = (quantity.unit_text or "").lower()
    whole = next((q for q in found if q.end <= quantity.start and (q.unit_text or "").lower() == unit), None)
    if whole is None or not unit or clauses.is_share(quantity) or _is_money(quantity):
        return False
    own = re.split(r"[,;.:(](?!\d)", text[: quantity.start])[-1].strip()
    divided = _IS_DIVIDED.search(text, whole.end, quantity.start) or (
        clauses.in_bracket(text, quantity.start) and not clauses.in_bracket(text, whole.start)
    )
    return bool(divided) and 0 < len(own.split()) <= _LONGEST_PART and not _DIGIT.search(own)


def _more_of_the_kind(quantity: Quantity, before: Quantity | None, text: str) -> bool:
    """True for a count behind a comma of what was counted before it: "25 giải cấp tỉnh, 01 - 02 giải cấp quốc gia"."""
    if before is None or clauses.is_share(quantity) or not quantity.unit_text or not before.unit_text:
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


def _targets(
    material: Material,
    block: Block,
    quantities: Sequence[Quantity],
    default: str | None,
    offset: int,
    before: Target | None,
) -> list[Target]:
    text, unit = block.text, block_unit(block.index)
    times_named = material.mentions.of(unit, Period)
    found: list[Target] = []
    outer: int | None = None
    leads = of_text(material, unit, text)
    for clause in clauses.split(text, quantities):
        name = clauses.name(text, clause, times_named)
        if clause.inner and found:
            if _is_baseline(text, clause, name, found[-1]):
                found[-1] = replace(found[-1], baseline=_baseline(text, clause, times_named))
                continue
            if _same_in_per_cent(clause, name, found[-1]):
                continue
            name = "" if name == clause.quantity.unit_text else name
        named = _named(name, text, clause, found, before)
        if named is None:
            continue
        name, shown = named
        target = _target(material, block, clause, name, default)
        if not clause.inner:
            outer = offset + len(found)
        parent = outer if clause.inner else None
        found.append(
            replace(target, place=(*target.place, *shown), parent=parent, lead=leads.lead, support=leads.support)
        )
    return found


def _named(
    name: str, text: str, clause: Clause, found: Sequence[Target], before: Target | None
) -> tuple[str, tuple[Flow, ...]] | None:
    """The name of the target that ``clause`` sets, and where else it stands; None for what names nothing.

    Words that say only how many ("1.620 nhà") or that something is divided ("Chia ra các năm: ...") tell of the target
    before them, in the same block (``found``) or above it (``before``).
    """
    counted = name.lower() == (clause.quantity.unit_text or "").lower()
    if name and not counted and not _NAME.search(name) and not (clause.quantity.unit_text and is_syllable(name)):
        return None
    if not name or (counted and not _NAME.search(name)) or _DIVIDED.fullmatch(name):
        above = found[-1] if found else before
        if above is not None:
            return above.name, above.place
        return (name if counted else text.strip(" .;")), ()
    if found and not clause.inner:
        return _like_the_one_before(name, found[-1], text[clause.start : clause.quantity.start], clause.quantity), ()
    return name, ()


def _like_the_one_before(name: str, target: Target, written: str, quantity: Quantity) -> str:
    """A name that only says in what it differs: "Tỷ lệ hài lòng của người bệnh nội trú ≥ 95%, | người bệnh ngoại trú";
    "Tỷ lệ lao động qua đào tạo đạt 71%, trong đó có | bằng cấp"; "trong đó | cấp xã"; "Cắt giảm 50% hồ sơ và 50% | chi
    phí"."""
    before = target.name
    changed = _CHANGED.match(target.quantity.text) if target.quantity and target.quantity.change else None
    if changed and written.strip(" ,").lower() == "và" and clauses.is_share(quantity) and quantity.change is None:
        return f"{changed.group()} {name}"
    if _INDICATOR.match(name) or not _INDICATOR.match(before):
        return name
    if _OF_THESE.match(written) and _LEVEL.match(name):
        return f"{before} {name}"
    having = _HAVING.search(written)
    if having and written[having.end() :].strip():
        return f"{before} {having['how']} {name}"
    shared = before.lower().find(" ".join(name.lower().split()[:2]))
    return before[:shared] + name if shared > 0 else name


def _target(material: Material, block: Block, clause: Clause, name: str, default: str | None) -> Target:
    quantity = clause.quantity
    start = clause.head[0] if clause.head else clause.start
    parts: tuple[Flow, ...] = (block.flow.part(start, clause.end),)
    if clause.head and block.text[clause.head[1] : clause.start].strip(" :"):
        parts = (block.flow.part(*clause.head), block.flow.part(clause.start, clause.end))
    if clause.tail:
        parts = (*parts, block.flow.part(*clause.tail))
    base = None
    if quantity.base is not None:
        base = Baseline(value=quantity.base, period=None, raw=quantity.text)
    return Target(
        name=name,
        text=block.text,
        section=block.path,
        place=parts,
        quantity=quantity,
        period=_period(material, block, clause, default),
        unit=quantity.unit_text,
        baseline=base,
        raw={"value": quantity.raw, **({"unit": quantity.unit_text} if quantity.unit_text else {})},
    )


def _is_baseline(text: str, clause: Clause, name: str, outer: Target) -> bool:
    """True for brackets that tell what was reached before ("(năm 2022: 77,42%)"), not a part of the indicator and not
    the target once more in another unit ("(dưới 171 ca)")."""
    if _INDICATOR.match(name):
        return False
    words = text[clause.start : clause.end]
    quantity = clause.quantity
    alike = quantity.comparator == "=" and (outer.unit or "").lower() == (quantity.unit_text or "").lower()
    return bool(_PAST.search(words)) or (name in ("", quantity.unit_text) and alike)


def _same_in_per_cent(clause: Clause, name: str, outer: Target) -> bool:
    """True for brackets that give the share of a count before them: "8.400/8.750 hộ (96%)"."""
    counted = outer.quantity is not None and not clauses.is_share(outer.quantity)
    return not name and counted and clauses.is_share(clause.quantity) and clause.quantity.comparator == "="


def _baseline(text: str, clause: Clause, named: Sequence[Period]) -> Baseline:
    inside = [times.years(p) for p in named if clause.start <= p.start and p.end <= clause.end]
    return Baseline(
        value=clause.quantity.value,
        period=next(iter(filter(None, inside)), None),
        raw=text[clause.start : clause.end].strip(),
    )


def _period(material: Material, block: Block, clause: Clause | None, default: str | None) -> str | None:
    """The time in the clause, else at the beginning of the block, else in a heading above, else that of the plan."""
    named = material.mentions.of(block_unit(block.index), Period)
    low, high = (clause.start, clause.end) if clause else (0, len(block.text))
    inside = [p for p in named if low <= p.start and p.end <= high and not _AGAINST.search(block.text[: p.start])]
    outside = [p for p in named if p.end <= low and not block.text[: p.start].strip(" ,")]
    for period in (*reversed(inside), *outside):
        if (found := times.years(period)) is not None:
            return found
    for above in material.outline.ancestors(block):
        for period in reversed(material.mentions.of(block_unit(above.index), Period)):
            if (found := times.years(period)) is not None:
                return found
    return default
