"""Who does what -> responsibilities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.build.duty import companions, first_verb, roles
from pipeline.build.leads import Party, begins, follows_subject, given, ids, names, partners, row
from pipeline.build.material import Material
from pipeline.build.units import section_at
from pipeline.lexicon.roles import ADDRESSING, CLOSING_SENTENCE
from pipeline.mentions import Agency, Period, RoleWord, block_unit
from pipeline.outline import Block
from pipeline.plan import Due, Responsibility, Section

_ADDRESSING = re.compile(rf"\W*(?:(?:{ADDRESSING})\W*)*", re.IGNORECASE)
_HEADING_REST = re.compile(
    r"[\s:.,;&/]*(?:\((?:[^()]*)\)|và|cùng|các|chủ\s+trì|phối\s+hợp|có\s+(?:trách\s+)?nhiệm(?:\s+vụ)?|"
    r"có\s+liên\s+quan|liên\s+quan|khác|thực\s+hiện|với|[\s:.,;&/])*",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?:\([^)]*\)\s*)?:\s*")
_COLON = re.compile(r":\s*$")
_CLOSING = re.compile(CLOSING_SENTENCE, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Addressed:
    """The bodies of a heading; ``leads`` and ``partners`` where it says "Sở X chủ trì, phối hợp với Sở Y:"."""

    who: tuple[Party, ...] = ()
    leads: bool = False
    partners: tuple[Party, ...] = ()


_NOBODY = _Addressed()


@dataclass(frozen=True, slots=True)
class _Duty:
    """One paragraph that gives the bodies ``who`` something to do.

    The words of the duty begin at ``start``; the published text at ``text_at``, behind "Sở X:" but with "Sở X" where
    the body is the subject of the sentence.
    """

    block: Block
    who: tuple[Party, ...]
    start: int
    text_at: int
    under: _Addressed


def responsibilities(material: Material, sections: Sequence[Section]) -> list[Responsibility]:
    """One entry for each body and each dash, letter or paragraph of an "organisation" section that gives it a duty.

    A document without such a section (a letter that hands out work: "1. Sở X chủ trì ...") is read from its other
    sections, never from those with goals or tasks, which are records of their own.
    The body is the one that the paragraph itself begins with ("Sở X chủ trì, ..."), else the one named by the nearest
    heading. A heading with several bodies gives one entry for each, with the same text.
    """
    return [_published(material, sections, duty, party) for duty in _duties(material) for party in duty.who]


def _duties(material: Material) -> Iterator[_Duty]:
    addressed: dict[int, _Addressed] = {}
    blocks = [b for b in material.outline.zone("body", "annex") if b.role != "table" and not _CLOSING.search(b.text)]
    organised = [b for b in blocks if b.kind == "organisation"]
    for block in organised or [b for b in blocks if b.kind in ("other", None)]:
        agencies = material.mentions.of(block_unit(block.index), Agency)
        heading = _heading(block.text, agencies)
        if heading.who:
            addressed[block.index] = heading
            continue
        under = next((addressed[b.index] for b in material.outline.ancestors(block) if b.index in addressed), _NOBODY)
        own, start = _subject(block.text, agencies, anywhere=not under.who)
        has_children = any(True for _ in material.outline.children(block))
        if own and has_children:
            addressed[block.index] = _Addressed(own)
        if has_children or (block.level <= 1 and block.role == "heading"):
            continue
        if own or under.who:
            text_at = start if _COLON.search(block.text, 0, start) else 0
            yield _Duty(block, own or under.who, start, text_at, _NOBODY if own else under)


def _heading(text: str, agencies: Sequence[Agency]) -> _Addressed:
    """The bodies that a heading names, if it names nothing else: "Đề nghị Ủy ban MTTQ tỉnh và các đoàn thể:"."""
    opening = _ADDRESSING.match(text)
    if not agencies or opening is None or opening.end() < agencies[0].start:
        return _NOBODY
    rest = "".join(text[a.end : b.start] for a, b in pairwise(agencies)) + " " + text[agencies[-1].end :]
    if not _HEADING_REST.fullmatch(rest):
        return _NOBODY
    helpers = {party.start for party in partners(text, agencies)}
    return _Addressed(
        tuple(Party.of(a) for a in agencies if a.start not in helpers),
        bool(re.search(r"chủ\s+trì", rest)),
        tuple(Party.of(a) for a in agencies if a.start in helpers),
    )


def _subject(text: str, agencies: Sequence[Agency], *, anywhere: bool) -> tuple[tuple[Party, ...], int]:
    """The bodies that a paragraph begins with and where its duty begins; () where it begins otherwise.

    With ``anywhere`` also those that a later sentence gives work to ("... Giao Sở X chủ trì ...").
    """
    for number, agency in enumerate(agencies):
        if not (given(text, agency) if anywhere else begins(text, agency)):
            continue
        found = row(text, agencies[number:])
        colon = _AFTER_NAME.match(text, found[-1].end)
        if colon or follows_subject(text, found[-1].end):
            return tuple(Party.of(a) for a in found), colon.end() if colon else found[-1].end
    return (), 0


def _published(material: Material, sections: Sequence[Section], duty: _Duty, party: Party) -> Responsibility:
    block = duty.block
    unit = block_unit(block.index)
    words = material.mentions.of(unit, RoleWord)
    agencies = [a for a in material.mentions.of(unit, Agency) if a.start >= duty.start]
    helpers = (*duty.under.partners, *companions(block.text, agencies, duty.who))
    due = next((p for p in material.mentions.of(unit, Period, first_verb(block.text, 0)) if p.deadline), None)
    named = roles(block.text, words, duty.start)
    if duty.under.leads and named[0] == "implement":
        named = ("lead", *named)
    where = material.evidence(block.flow)
    return Responsibility.model_validate(
        {
            "id": material.ids.next("responsibility", block.path),
            "evidence": where,
            "section": block.path,
            "section_id": section_at(sections, block),
            "agency": party.name,
            "agency_id": party.id,
            "role": named[0],
            "roles": list(named),
            "text": block.text[duty.text_at :],
            "with": names(helpers),
            "with_ids": ids(helpers),
            "deadline": due.text if due else None,
            "due": _due(due),
            "page": where[0].page if where else None,
        }
    )


def _due(period: Period | None) -> Due | None:
    if period is None:
        return None
    return Due.model_validate(
        {
            "from": period.first.isoformat() if period.first else None,
            "to": period.last.isoformat() if period.last else None,
            "recurrence": period.recurrence,
        }
    )
