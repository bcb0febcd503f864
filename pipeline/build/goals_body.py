"""Targets stated in paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.build import clauses, goal_names, times
from pipeline.build.clauses import INDICATOR, OPENING, Clause
from pipeline.build.leads import of_text
from pipeline.build.material import Material
from pipeline.build.measured import measured
from pipeline.build.parts import is_report, sets_targets, working_blocks
from pipeline.build.targets import Target
from pipeline.document import Flow
from pipeline.lexicon.targets import PAST
from pipeline.lexicon.tasks import LEAD_LINE, PLACE_LINE, SUPPORT_LINE, TIME_LINE
from pipeline.mentions import Period, Quantity, block_unit
from pipeline.outline import Block
from pipeline.plan import Baseline

_PAST = re.compile(PAST, re.IGNORECASE)
_WHOLE_PERIOD = re.compile(r"cả\s+giai\s+đoạn(?!\s+\d)", re.IGNORECASE)
_PART = re.compile(r"(?<!\w)(?:(?:bao\s+)?gồm|trong\s+đó|chia\s+ra|riêng)(?!\w)[^;.]*$", re.IGNORECASE)
_AGAINST = re.compile(
    r"(?:so(?:\s+với)?|giá\s+so\s+sánh|gấp\s+(?:\w+\s+)?[\d.,]+\s+lần)(?:\s+\w+){0,4}\s*$", re.IGNORECASE
)
_LABELLED = re.compile(rf"^\W*(?:{PLACE_LINE}|{TIME_LINE}|{LEAD_LINE}|{SUPPORT_LINE})\s*:", re.IGNORECASE)
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
    quantities = measured(material, block, strict=False)
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
    quantities = measured(material, block, strict=True)
    return _targets(material, block, quantities, default, offset, None) if quantities else []


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
    dividing = False
    leads = of_text(material, unit, text)
    stretches = clauses.split(text, quantities)
    at = 0
    for number, (clause, name) in enumerate(
        zip(stretches, goal_names.names(text, stretches, times_named), strict=True)
    ):
        if clause.inner and found:
            if _is_baseline(text, clause, name, found[-1]):
                whose = _whose(text, stretches[number:], len(found))
                found[whose] = replace(found[whose], baseline=_baseline(text, clause, times_named))
                continue
            if _says_the_same(clause, name, found[-1]):
                continue
            name = "" if name == clause.quantity.unit_text else name
        named = goal_names.named(name, text, clause, found, before)
        if named is None:
            continue
        said, shown = named
        target = _target(material, block, clause, said, default)
        if found and said == found[-1].name != name and found[-1].unit == target.unit:
            # "từ 95% năm 2025 lên 96% năm 2027 và 98% năm 2030": both start from the 95 %
            target = replace(target, baseline=target.baseline or found[-1].baseline)
        dividing = _is_part(text, clause, at) or (
            dividing and clauses.follows(text, clause) and not INDICATOR.match(said)
        )
        if found and (dividing or said != name) and not _has_time(clause, times_named):
            target = replace(target, period=found[-1].period)
        if not clause.inner:
            outer = offset + len(found)
        parent = outer if clause.inner else None
        found.append(
            replace(target, place=(*target.place, *shown), parent=parent, lead=leads.lead, support=leads.support)
        )
        at = clause.quantity.end
    return found


def _whose(text: str, stretches: Sequence[Clause], count: int) -> int:
    """Place of the target whose baseline the first of ``stretches`` is: the last one, but in a row "(năm 2024 tương ứng
    là 36% và 25,9%)" one for each of the last."""
    row = list(takewhile(lambda clause: clause.inner, stretches))
    if len(row) > count or not goal_names.respectively(text, text.rfind("(", 0, row[0].quantity.start), row[-1].end):
        return count - 1
    return count - len(row)


def _is_part(text: str, clause: Clause, before: int) -> bool:
    """True for a part of the target before it, whose value ends at ``before`` ("gồm ...", "trong đó: ...")."""
    return _PART.search(text[before : clause.quantity.start]) is not None


def _has_time(clause: Clause, periods: Sequence[Period]) -> bool:
    return any(clause.start <= p.start and p.end <= clause.end and times.years(p) for p in periods)


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
        before = material.mentions.of(block_unit(block.index), Period, quantity.start, quantity.end)
        base = Baseline(
            value=quantity.base, period=next(filter(None, map(times.years, before)), None), raw=quantity.text
        )
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
    if INDICATOR.match(name):
        return False
    words = text[clause.start : clause.end]
    quantity = clause.quantity
    alike = quantity.comparator == "=" and (outer.unit or "").lower() == (quantity.unit_text or "").lower()
    return bool(_PAST.search(words)) or (name in ("", quantity.unit_text) and alike)


def _says_the_same(clause: Clause, name: str, outer: Target) -> bool:
    """True for brackets that say the value before them once more: "8.400/8.750 hộ (96%)", "58,9% (66/112 thôn, tăng
    thêm 20 thôn)"."""
    quantity = clause.quantity
    if outer.quantity is None or quantity.comparator != "=":
        return False
    other = clauses.is_share(outer.quantity) != clauses.is_share(quantity)
    if quantity.change in ("up", "down") and not clauses.is_share(quantity):
        return True
    return other and (not name or quantity.total is not None or quantity.change in ("up", "down"))


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
    told = range(clause.quantity.start, clause.quantity.end) if clause else range(0)
    named = [p for p in named if p.start not in told and not _AGAINST.search(block.text[: p.start])]
    inside = [p for p in named if low <= p.start and p.end <= high]
    outside = [p for p in named if p.end <= low and not OPENING.sub("", block.text[: p.start]).strip(" ,")]
    for period in (*reversed(inside), *outside):
        if (found := times.years(period)) is not None:
            return found
    if _WHOLE_PERIOD.search(block.text, low, high):
        return default
    for above in material.outline.ancestors(block):
        for period in reversed(material.mentions.of(block_unit(above.index), Period)):
            if (found := times.years(period)) is not None and not _AGAINST.search(above.text[: period.start]):
                return found
    return default
