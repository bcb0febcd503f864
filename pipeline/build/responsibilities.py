"""Who does what -> responsibilities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.build.duty import companions, first_verb, roles
from pipeline.build.leads import Party, follows_subject, given, ids, names, row
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
class _Duty:
    """One paragraph that gives the bodies ``who`` something to do.

    The words of the duty begin at ``start``; the published text at ``text_at``, behind "Sở X:" but with "Sở X" where
    the body is the subject of the sentence.
    """

    block: Block
    who: tuple[Party, ...]
    start: int
    text_at: int


def responsibilities(material: Material, sections: Sequence[Section]) -> list[Responsibility]:
    """One entry for each body and each dash, letter or paragraph of an "organisation" section that gives it a duty.

    The body is the one that the paragraph itself begins with ("Sở X chủ trì, ..."), else the one named by the nearest
    heading. A heading with several bodies gives one entry for each, with the same text.
    """
    return [_published(material, sections, duty, party) for duty in _duties(material) for party in duty.who]


def _duties(material: Material) -> Iterator[_Duty]:
    addressed: dict[int, tuple[Party, ...]] = {}
    for block in material.outline.zone("body"):
        if block.kind != "organisation" or block.role == "table" or _CLOSING.match(block.text):
            continue
        agencies = material.mentions.of(block_unit(block.index), Agency)
        heading = _addressees(block.text, agencies)
        if heading:
            addressed[block.index] = heading
            continue
        own, start = _subject(block.text, agencies)
        has_children = any(True for _ in material.outline.children(block))
        if own and has_children:
            addressed[block.index] = own
        if has_children or (block.level <= 1 and block.role == "heading"):
            continue
        who = own or next((addressed[b.index] for b in material.outline.ancestors(block) if b.index in addressed), ())
        if who:
            yield _Duty(block, who, start, start if _COLON.search(block.text, 0, start) else 0)


def _addressees(text: str, agencies: Sequence[Agency]) -> tuple[Party, ...]:
    """The bodies that a heading names, if it names nothing else: "Đề nghị Ủy ban MTTQ tỉnh và các đoàn thể:"."""
    found = list(agencies)
    if not found:
        return ()
    opening = _ADDRESSING.match(text)
    if opening is None or opening.end() < found[0].start:
        return ()
    rest = "".join(text[a.end : b.start] for a, b in pairwise(found)) + " " + text[found[-1].end :]
    if not _HEADING_REST.fullmatch(rest):
        return ()
    return tuple(Party.of(agency) for agency in found)


def _subject(text: str, agencies: Sequence[Agency]) -> tuple[tuple[Party, ...], int]:
    """The bodies that a paragraph begins with and where its duty begins; () where it begins otherwise."""
    for number, agency in enumerate(agencies):
        if not given(text, agency):
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
    partners = companions(block.text, agencies, duty.who)
    due = next((p for p in material.mentions.of(unit, Period, first_verb(block.text, 0)) if p.deadline), None)
    named = roles(block.text, words, duty.start)
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
            "with": names(partners),
            "with_ids": ids(partners),
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
