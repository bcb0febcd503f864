"""Dashes, letters, paragraphs and table rows that are work to do -> tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.build.leads import Party, ids, names
from pipeline.build.material import Material
from pipeline.build.parts import gives_work, is_report, working_blocks
from pipeline.build.task_fields import Fields, action, of_block
from pipeline.build.tasks_table import table_tasks
from pipeline.lexicon.tasks import LEAD_LINE, NOTE_LINE, OTHER_LINE, PLACE_LINE, PRODUCT_LINE, SUPPORT_LINE, TIME_LINE
from pipeline.mentions import block_unit
from pipeline.outline import Block
from pipeline.plan import Annex, LegalBasis, Task

_SURE = re.compile(rf"^\W*(?:{SUPPORT_LINE}|{LEAD_LINE}|{TIME_LINE}|{PLACE_LINE})\s*:", re.IGNORECASE)
_LABELLED = re.compile(rf"^\W*(?:{PRODUCT_LINE}|{OTHER_LINE})\s*:", re.IGNORECASE)
# a remark in brackets, a slogan in quotes
_REMARK = re.compile(r"^(?:\(.*\)|[“\"][^“”\"]*[”\"])[.;]?$", re.DOTALL)
_INTRODUCES = re.compile(r"(?::|sau(?: đây)?|như sau|gồm|cụ thể)\s*[:.]?$", re.IGNORECASE)
_NOTE = re.compile(rf"^\W*{NOTE_LINE}\s*:", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3


def tasks(material: Material, annexes: list[Annex], legal_bases: list[LegalBasis]) -> list[Task]:
    """Every piece of work of the document at the finest level that stands for itself, in the order of the text."""
    found: list[Task] = []
    tables = {b.table: b for b in material.outline.blocks if b.table is not None}
    for block, attributes in work(material):
        found.append(_task(material, of_block(material, block, attributes, legal_bases)))
    for number, published in enumerate(annexes):
        for fields in table_tasks(material, number, published, tables.get(number), legal_bases):
            found.append(_task(material, fields))
    return found


def work(material: Material) -> Iterator[tuple[Block, tuple[Block, ...]]]:
    """Blocks that are work to do, each with the labelled lines that tell about it."""
    children: dict[int | None, list[Block]] = {}
    for block in working_blocks(material):
        children.setdefault(block.parent, []).append(block)
    telling = attributes(children)
    report = is_report(material)
    for block in working_blocks(material):
        if report and not gives_work(material, block):
            continue
        if block.kind != "tasks" or block.table is not None or not block.text or block.index in telling:
            continue
        below = children.get(block.index, [])
        if is_work(material, block, below, telling):
            yield block, tuple(_about(block, children, telling))


def attributes(children: Mapping[int | None, Sequence[Block]]) -> frozenset[int]:
    """Indexes of the labelled lines that tell about a task ("Đơn vị chủ trì: ...") and of what stands under them.

    A line such as "Nội dung: ..." or "Sản phẩm: ..." is one only beside a line that says who, when or where.
    """
    found: set[int] = set()
    for siblings in children.values():
        sure = {block.index for block in siblings if _SURE.match(block.text)}
        if sure:
            found |= sure | {block.index for block in siblings if _LABELLED.match(block.text)}
    for index in sorted(found):
        found |= {block.index for block in children.get(index, ())}
    return frozenset(found)


def is_work(material: Material, block: Block, below: Sequence[Block], telling: frozenset[int]) -> bool:
    """True if the block is work that is not divided further below it.

    A heading is work where labelled lines tell about it, or where it begins with a verb and nothing stands below it.
    """
    if any(child.index not in telling for child in below):
        return False
    if block.role == "heading" and below:
        return True
    if _REMARK.match(block.text) or _NOTE.match(block.text) or len(_WORD.findall(block.text)) < _FEWEST_WORDS:
        return False
    if block.role == "heading":
        written_small = block.text.upper() != block.text and not block.text.rstrip().endswith(":")
        return block.level > 1 and written_small and action(material, block_unit(block.index))[0] is not None
    return not (block.marker == "none" and _INTRODUCES.search(block.text))


def _about(block: Block, children: Mapping[int | None, Sequence[Block]], telling: frozenset[int]) -> Iterator[Block]:
    """Labelled lines under the block (and under one another), else those that follow it among its siblings."""
    below = list(children.get(block.index, ()))
    while below:
        child = below.pop(0)
        yield child
        below[:0] = children.get(child.index, ())
    siblings = children.get(block.parent, ())
    at = next((n for n, one in enumerate(siblings) if one.index == block.index), len(siblings))
    for following in siblings[at + 1 :]:
        if following.index not in telling:
            return
        yield following


def _task(material: Material, fields: Fields) -> Task:
    def written(parties: Sequence[Party]) -> tuple[list[str], list[str | None]]:
        return names(parties), ids(parties)

    lead, lead_ids = written(fields.lead)
    support, support_ids = written(fields.support)
    evidence = [one for flow in fields.places for one in material.evidence(flow)]
    return Task(
        id=material.ids.next("task", fields.section),
        evidence=list({tuple(one.span): one for one in evidence}.values()),
        section=fields.section,
        text=fields.text,
        verb=fields.verb,
        object=fields.object,
        lead=lead,
        lead_ids=lead_ids,
        support=support,
        support_ids=support_ids,
        deadline=fields.deadline,
        due=fields.due,
        product=fields.product,
        quantities=list(fields.quantities),
        cites=list(fields.cites),
        page=evidence[0].page if evidence else None,
        raw=fields.raw,
    )
