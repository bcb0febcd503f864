"""Dashes, letters, paragraphs and table rows that are work to do -> tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.build.leads import Party, ids, names
from pipeline.build.material import Material
from pipeline.build.task_fields import Fields, of_block
from pipeline.build.tasks_table import table_tasks
from pipeline.lexicon.tasks import LEAD_LINE, OTHER_LINE, PRODUCT_LINE, SUPPORT_LINE, TIME_LINE
from pipeline.outline import Block
from pipeline.plan import Annex, LegalBasis, Task

_ATTRIBUTE = re.compile(
    rf"^\W*(?:{SUPPORT_LINE}|{LEAD_LINE}|{TIME_LINE}|{PRODUCT_LINE}|{OTHER_LINE})\s*:", re.IGNORECASE
)
_REMARK = re.compile(r"^\(.*\)[.;]?$", re.DOTALL)
_INTRODUCES = re.compile(r"(?::|sau(?: đây)?|như sau|gồm|cụ thể)\s*[:.]?$", re.IGNORECASE)


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
    for block in material.outline.zone("body", "annex"):
        children.setdefault(block.parent, []).append(block)
    for block in material.outline.zone("body", "annex"):
        if block.kind == "tasks" and block.table is None and block.text and not is_attribute(block):
            below = children.get(block.index, [])
            if is_work(block, below):
                yield block, tuple(_attributes(block, below, children))


def is_attribute(block: Block) -> bool:
    """True for a labelled line such as "Đơn vị chủ trì: ..."."""
    return _ATTRIBUTE.match(block.text) is not None


def is_work(block: Block, below: Sequence[Block]) -> bool:
    """True if the block is work that is not divided further below it."""
    if any(not is_attribute(child) for child in below):
        return False
    if _REMARK.match(block.text) or len(block.text.split()) < 3:
        return False
    if block.role == "heading":
        return block.level > 1 and not block.text.rstrip().endswith(":") and block.text.upper() != block.text
    return not (block.marker == "none" and _INTRODUCES.search(block.text))


def _attributes(block: Block, below: Sequence[Block], children: dict[int | None, list[Block]]) -> Iterator[Block]:
    """Labelled lines under the block, else those that follow it directly among its siblings."""
    yield from (child for child in below if is_attribute(child))
    siblings = children.get(block.parent, [])
    at = next((n for n, one in enumerate(siblings) if one.index == block.index), None)
    if at is None:
        return
    for following in siblings[at + 1 :]:
        if not is_attribute(following):
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
