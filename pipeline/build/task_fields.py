"""What a task says of itself: verb, bodies, deadline, product, numbers, documents cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.build import brackets, times
from pipeline.build.addressees import heading
from pipeline.build.clauses import in_bracket
from pipeline.build.leads import Leads, Party, halves, of_labels, of_text, parties
from pipeline.build.material import Material
from pipeline.document import Flow
from pipeline.lexicon.tasks import DUE_OPENING, LEAD_LINE, PRODUCT_LINE, PRODUCTS, SUPPORT_LINE, TIME_LINE
from pipeline.lexicon.units import TIMES
from pipeline.mentions import Action, Agency, Citation, Period, block_unit
from pipeline.mentions import Quantity as Measured
from pipeline.outline import Block
from pipeline.plan import Due, LegalBasis, Quantity

_CHAIRS = re.compile(r"chủ\s+trì", re.IGNORECASE)
_LABELS = {
    "support": re.compile(rf"^\W*{SUPPORT_LINE}[^:]*:\s*", re.IGNORECASE),
    "lead": re.compile(rf"^\W*{LEAD_LINE}[^:]*:\s*", re.IGNORECASE),
    "time": re.compile(rf"^\W*{TIME_LINE}[^:]*:\s*", re.IGNORECASE),
    "product": re.compile(rf"^\W*{PRODUCT_LINE}[^:]*:\s*", re.IGNORECASE),
}
_INLINE_TIME = re.compile(rf"(?:^|[.;,(+-]\s*|\s)(?:{TIME_LINE}|hoàn\s+thành)\s*:\s*", re.IGNORECASE)
_TIME_ENDS = re.compile(r"[.;]")
_TIME_ENDS_IN_BRACKET = re.compile(r"[.;)]")
_INLINE_PRODUCT = re.compile(rf"(?:^|[.;(+-]\s*){PRODUCT_LINE}\s*:\s*(?P<what>[^;.]+)", re.IGNORECASE)
_PRODUCT = re.compile(PRODUCTS)
_DUE = re.compile(rf"^{DUE_OPENING}(?!\w)", re.IGNORECASE)
_INTO = re.compile(r"(?<!\w)(?:vào|hoàn\s+thành|xong)\s+$", re.IGNORECASE)
_PRODUCT_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Fields:
    """Everything about one task except its id."""

    section: str
    text: str
    places: tuple[Flow, ...]
    verb: str | None = None
    object: str | None = None
    lead: tuple[Party, ...] = ()
    support: tuple[Party, ...] = ()
    deadline: str | None = None
    due: Due | None = None
    product: str | None = None
    quantities: tuple[Quantity, ...] = ()
    cites: tuple[str, ...] = ()
    raw: dict[str, str] = field(default_factory=dict)


def of_block(
    material: Material, block: Block, attributes: Sequence[Block], legal_bases: Sequence[LegalBasis]
) -> Fields:
    """The task that a block states, with what labelled lines under it add."""
    unit = block_unit(block.index)
    text = block.text
    sides = _sides(material, unit, text)
    if not sides.lead and not sides.support:
        sides = _of_heading(material, block)
    written, due = deadline(material, unit, text)
    product_found = product(text)
    verb, thing = action(material, unit)
    chaired = any(_CHAIRS.search(line.text.partition(":")[0]) for line in attributes)
    for key, label, line, value in _lines(attributes):
        line_unit = block_unit(line.index)
        if key != "time" and _INLINE_TIME.search(line.text):
            # "Đơn vị chủ trì: A. Đơn vị phối hợp: B. Thời gian: Quý I."
            written, due = deadline(material, line_unit, line.text)
        if key == "lead" and chaired and not _CHAIRS.search(label.partition(":")[0]):
            # whoever carries it out under a body in the chair neither leads nor supports
            continue
        if key in ("lead", "support"):
            sides = _with_side(material, sides, key, line_unit, line, value)
        elif key == "time":
            # a timetable behind the label is more than a deadline
            written, due = value.text.split("\t")[0].rstrip(" .;"), time_of_cell(material, line_unit)
        elif key == "product":
            product_found = value.text.rstrip(" .;")
    return Fields(
        section=section_of(material, block),
        text=text,
        places=(block.flow, *(line.flow for line in attributes)),
        verb=verb,
        object=thing,
        lead=sides.lead,
        support=sides.support,
        deadline=written,
        due=due,
        product=product_found,
        quantities=quantities(material, unit),
        cites=cites(material, unit, legal_bases),
        raw=_year_note(material, unit, written),
    )


def _sides(material: Material, unit: str, text: str) -> Leads:
    """Who leads and who supports by the sentence and by the brackets that close it."""
    said = of_text(material, unit, text)
    added = brackets.sides(text, material.mentions.of(unit, Agency), material.mentions.of(unit, Period))
    known = {party.start for party in (*said.lead, *said.support)}
    helpers = tuple(party for party in added.support if party.start not in known)
    return Leads(said.lead or added.lead, (*said.support, *helpers))


def _of_heading(material: Material, block: Block) -> Leads:
    """The body that the nearest heading gives the work below it: "1. Sở X chủ trì, phối hợp với Sở Y:"."""
    for above in material.outline.ancestors(block):
        named = heading(above.text, material.mentions.of(block_unit(above.index), Agency))
        if named.who:
            return Leads(named.who, named.partners)
    return Leads()


def section_of(material: Material, block: Block) -> str:
    """Path of the heading that the block is, or stands under (letters of a list are no headings)."""
    if block.role == "heading":
        return block.path
    return next((above.path for above in material.outline.ancestors(block) if above.role == "heading"), block.path)


def action(material: Material, unit: str) -> tuple[str | None, str | None]:
    """Verb that heads the task and what it is done to."""
    found = [one for one in material.mentions.of(unit, Action) if one.opens]
    return (found[0].text, found[0].object) if found else (None, None)


def deadline(material: Material, unit: str, text: str) -> tuple[str | None, Due | None]:
    """The time that running text sets for the work: a labelled one, else one with words such as "trước", "trong".

    Years in names of programmes ("giai đoạn 2021-2025", "đến năm 2030") are none.
    """
    named = material.mentions.of(unit, Period)
    label = _INLINE_TIME.search(text)
    if label:
        inside = [p for p in named if p.start >= label.end()]
        marks = _TIME_ENDS_IN_BRACKET if in_bracket(text, label.end()) else _TIME_ENDS
        stop = marks.search(text, inside[0].end if inside else label.end())
        written = text[label.end() : stop.start() if stop else len(text)].strip(" .;")
        return (written or None), (times.due(inside[0]) if inside else None)
    agencies = material.mentions.of(unit, Agency)
    for period in named:
        if brackets.sets_time(text, period, agencies, named):
            return period.text, times.due(period)
    for period in named:
        if times.comes_round(text, period):
            return period.text, times.due(period)
        if (period.recurrence and not period.deadline) or in_bracket(text, period.start):
            continue
        if not period.year_given and period.text.lower() == "trong năm":
            continue
        if (_DUE.match(period.text) and period.deadline) or _INTO.search(text[: period.start]):
            return period.text, times.due(period)
    for period in named:
        if times.runs(text, period) or times.is_done_so_often(text, period) or times.opens_clause(text, period):
            return period.text, times.due(period)
    return None, None


def time_of_cell(material: Material, unit: str) -> Due | None:
    """Dates of a cell or line that holds nothing but a time."""
    for period in material.mentions.of(unit, Period):
        found = times.due(period)
        if found is not None:
            return found
    return None


def product(text: str) -> str | None:
    """The document or thing that the work brings about, in its own words."""
    labelled = _INLINE_PRODUCT.search(text)
    if labelled:
        return labelled["what"].strip()
    found = _PRODUCT.search(text)
    if found is None:
        return None
    end = re.compile(r"[;.,:(]|$").search(text, found.end("what"))
    what = text[found.start("what") : end.start() if end else len(text)].strip()
    # not in the middle of a word
    return what if len(what) <= _PRODUCT_LENGTH else what[: what.rfind(" ", 0, _PRODUCT_LENGTH)].rstrip(" ,")


def quantities(material: Material, unit: str) -> tuple[Quantity, ...]:
    """Measured numbers of a task; ages and spans of time are none."""
    return tuple(
        Quantity(value=q.value, max=q.max, unit=q.unit_text, raw=q.text.strip(" :"))
        for q in material.mentions.of(unit, Measured)
        if q.unit_text and q.unit_text.lower() not in TIMES
    )


def cites(material: Material, unit: str, legal_bases: Sequence[LegalBasis]) -> tuple[str, ...]:
    """Ids of the documents cited in a unit."""
    by_number = {_key(basis.number): basis.id for basis in legal_bases}
    found = [by_number.get(_key(c.number)) for c in material.mentions.of(unit, Citation) if c.number]
    return tuple(dict.fromkeys(one for one in found if one))


def _key(number: str) -> str:
    return re.sub(r"\s+", "", number).upper()


def _lines(attributes: Sequence[Block]) -> Iterator[tuple[str, str, Block, Flow]]:
    """(key of the label, its line, the block with what it says, that part of it) of each labelled line.

    A label may be a heading of its own: "b) Cơ quan chủ trì:" with "Sở Nội vụ." below it.
    """
    label: tuple[str, Block] | None = None
    for line in attributes:
        if label is not None and line.parent == label[1].index:
            yield label[0], label[1].text, line, line.flow
        else:
            key, value = _labelled(line)
            label = (key, line) if not value.text.strip() else None
            if label is None:
                yield key, line.text, line, value


def _labelled(line: Block) -> tuple[str, Flow]:
    """(what the label says, what stands behind it) of a labelled line."""
    for key, pattern in _LABELS.items():
        found = pattern.match(line.text)
        if found:
            return key, line.flow.part(found.end())
    return "other", line.flow


def _with_side(material: Material, sides: Leads, key: str, unit: str, line: Block, value: Flow) -> Leads:
    # a line may hold several labels ("Chủ trì: ...; phối hợp: ...")
    agencies = material.mentions.of(unit, Agency)
    several = of_labels(line.text, agencies)
    if several.lead or several.support:
        return Leads(several.lead or sides.lead, several.support or sides.support)
    start = line.text.rfind(value.text) if value.text else len(line.text)
    if key == "support":
        return Leads(sides.lead, parties(line.text, agencies, start))
    found = halves(line.text, agencies, start)
    return Leads(found.lead, found.support or sides.support)


def _year_note(material: Material, unit: str, written: str | None) -> dict[str, str]:
    """Says where the year of the deadline is the plan's own and not printed beside it."""
    if written is None:
        return {}
    left_out = any(not p.year_given and p.last for p in material.mentions.of(unit, Period) if p.text in written)
    return {"deadline": written, **({"due": "year of the plan"} if left_out else {})}
