"""Outline + Mentions -> Plan."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.build.annexes import annexes
from pipeline.build.entities import entities
from pipeline.build.goals import goals
from pipeline.build.header import header
from pipeline.build.legal_bases import legal_bases
from pipeline.build.material import Material
from pipeline.build.responsibilities import responsibilities
from pipeline.build.sections import sections
from pipeline.build.tasks import tasks
from pipeline.document import Document
from pipeline.mentions import Mentions
from pipeline.outline import Outline
from pipeline.plan import Goal, LegalBasis, PageSource, Plan, Responsibility, SourceFile, Task

__all__ = ["plan"]


def plan(document: Document, outline: Outline, mentions: Mentions) -> Plan:
    """The published record of a document, without findings."""
    material = Material(document, outline, mentions)
    tables = annexes(material)
    head = header(material)
    bases = legal_bases(material, head.number)
    parts = sections(material)
    targets = goals(material, tables)
    work = tasks(material, tables, bases)
    duties = responsibilities(material, parts)
    return Plan(
        source=_source(document),
        document=head,
        legal_bases=bases,
        sections=parts,
        goals=targets,
        tasks=work,
        responsibilities=duties,
        annexes=tables,
        entities=entities(material, _named(bases, targets, work, duties), (head.issuer, head.parent_issuer)),
    )


def _named(
    bases: list[LegalBasis], targets: list[Goal], work: list[Task], duties: list[Responsibility]
) -> Iterator[tuple[str, str | None]]:
    """Bodies as the records name them, with their ids."""
    for basis in bases:
        if basis.issuer:
            yield basis.issuer, basis.issuer_id
    for target in targets:
        yield from zip(target.lead + target.support, target.lead_ids + target.support_ids, strict=False)
    for task in work:
        yield from zip(task.lead + task.support, task.lead_ids + task.support_ids, strict=False)
    for duty in duties:
        yield duty.agency, duty.agency_id
        yield from zip(duty.with_, duty.with_ids, strict=False)


def _source(document: Document) -> SourceFile:
    return SourceFile(
        file=document.source.file,
        sha256=document.source.sha256,
        media_type=document.source.media_type,
        pages=[
            PageSource.model_validate(
                {
                    "page": page.number,
                    "span": [page.span.start, page.span.end],
                    "method": page.method,
                    "reason": page.reason,
                    "rotation": page.rotation,
                    "width": None if page.width is None else round(page.width, 1),
                    "height": None if page.height is None else round(page.height, 1),
                    "confidence": round(page.confidence, 3),
                    "error": page.error,
                }
            )
            for page in document.pages
        ],
    )
