"""Who does what -> responsibilities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.build import times
from pipeline.build.addressees import Addressed, asked, continued, heading, subject, titled, unnamed
from pipeline.build.duty import companions, deadline, roles
from pipeline.build.leads import Party, ids, names
from pipeline.build.material import Material
from pipeline.build.parts import is_report
from pipeline.build.units import section_at
from pipeline.lexicon.fold import fold
from pipeline.lexicon.letterhead import DEGREES
from pipeline.lexicon.roles import (
    ASSIGNING,
    CLOSING_FORMULA,
    EVERYBODY,
    FACT_HEADINGS,
    IN_FORCE,
    OTHER_LABELS,
    SUMMING_UP,
    TROUBLES,
)
from pipeline.mentions import Action, Agency, Period, RoleWord, block_unit
from pipeline.outline import Block
from pipeline.plan import Responsibility, Section

# figures end a sentence where they are no number of an item: "... giai đoạn 2021 - 2030. Giao Bộ X ..."
_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{2})|(?<=[^\W\d_][\"”)])|(?<=\d{4})|(?<=/\d)|(?<=/\d\d)|(?<=%)|(?<=\d{4}\))|(?<=/\d\))|(?<=/\d\d\)))\.\s+(?=[A-ZĐÀ-Ỹ])"
)
_ABBREVIATED = re.compile(rf"(?<!\w)(?:TP|TX|{'|'.join(DEGREES)})$", re.IGNORECASE)
_NEXT_GIVEN = re.compile(rf";\s+(?={ASSIGNING}$)", re.IGNORECASE)
_LABELLED = re.compile(rf"(?:{OTHER_LABELS})\s*:", re.IGNORECASE)
_IN_FORCE = re.compile(IN_FORCE, re.IGNORECASE)
_FACTS = re.compile(rf"(?:{FACT_HEADINGS})(?!\w)", re.IGNORECASE)
_EVERYBODY = re.compile(EVERYBODY, re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_CLOSING = re.compile(fold(CLOSING_FORMULA))
_SUMMING_UP = re.compile(SUMMING_UP, re.IGNORECASE)
_TROUBLES = re.compile(TROUBLES, re.IGNORECASE)
_ASKED = re.compile(r"(?:đề\s+nghị|yêu\s+cầu)\s+(?:các\s+)?$", re.IGNORECASE)


_NOBODY = Addressed()


@dataclass(frozen=True, slots=True)
class _Duty:
    """``block.text[start:end]`` gives the bodies of ``to`` something to do; ``named`` is the block that names them."""

    block: Block
    to: Addressed
    start: int
    end: int
    named: Block | None = None


def responsibilities(material: Material, sections: Sequence[Section]) -> list[Responsibility]:
    """One entry for each body and each dash, letter or sentence of an "organisation" section that gives it a duty.

    A document without such a section (a letter that hands out work: "1. Sở X chủ trì ...") is read from its other
    sections, those of tasks only where they name the body ("Nhiệm vụ trọng tâm": "1. Sở X").
    The body is the one that the words themselves begin with ("Sở X chủ trì, ..."), else the one named by the nearest
    heading. A heading with several bodies gives one entry for each, with the same text. A dash or a letter is one
    entry, a paragraph without a mark one for each sentence.
    """
    duties = [*_duties(material), *_closing(material)]
    return [_published(material, sections, duty, party) for duty in duties for party in duty.to.who]


def _duties(material: Material) -> list[_Duty]:
    blocks = [b for b in material.outline.zone("body", "annex") if b.role != "table" and _is_text(b)]
    organised = list(_in(material, [b for b in blocks if b.kind == "organisation"]))
    if organised:
        return organised
    lead = list(material.outline.zone("preamble"))[-1:]
    everybody = asked(lead[0].text, material.mentions.of(block_unit(lead[0].index), Agency)) if lead else _NOBODY
    source = lead[0] if lead else None
    found = list(_in(material, [b for b in blocks if b.kind in ("other", None)], (everybody, source)))
    if is_report(material):
        # what a report asks of others is no duty given by its issuer
        return found
    named = list(_in(material, [b for b in blocks if b.kind == "tasks"], strict=True))
    return sorted((*found, *named), key=lambda duty: duty.block.index)


def _in(
    material: Material,
    blocks: Sequence[Block],
    everybody: tuple[Addressed, Block | None] = (_NOBODY, None),
    *,
    strict: bool = False,
) -> Iterator[_Duty]:
    """The duties that ``blocks`` give; top items that name nobody are for ``everybody`` (whom the preamble asks).

    ``strict``: only where a heading above or the words themselves name the body.
    """
    addressed: dict[int, Addressed] = {}
    before: dict[int | None, tuple[Addressed, Block | None]] = {}
    for block in blocks:
        agencies = material.mentions.of(block_unit(block.index), Agency)
        actions = material.mentions.of(block_unit(block.index), Action)
        named = heading(block.text, agencies)
        above = next((b.index for b in material.outline.ancestors(block) if b.index in addressed), None)
        parent = any(True for _ in material.outline.children(block))
        if not named.who and block.role == "heading" and parent and above is None:
            named = titled(block.text, agencies)
        if named.who:
            addressed[block.index] = named
            continue
        if _tells_facts(material, block):
            continue
        under = addressed[above] if above is not None else Addressed()
        source = material.outline.blocks[above] if above is not None else None
        if above is not None and block.index == above + 1 and (longer := continued(under, block.text, agencies)):
            addressed[above] = longer
            continue
        if parent:
            own = subject(block.text, agencies, actions, anywhere=False)
            if own.who:
                addressed[block.index] = own
                if block.text.endswith("."):
                    yield _Duty(block, own, own.text_at, len(block.text))
        elif block.level > 1 or block.role != "heading":
            if not under.who and not strict and block.marker in ("dash", "plus", "bullet"):
                # under a heading that names nobody, a dash goes on with the body of the dash before it
                under, source = before.get(block.parent, (under, source))
            elif not under.who and block.level == 1:
                under, source = everybody
            for duty in _of_block(block, agencies, actions, under):
                named_by = source if duty.to.who == under.who else block
                before[block.parent] = duty.to, named_by
                yield replace(duty, named=named_by)


def _tells_facts(material: Material, block: Block) -> bool:
    """True below a heading such as "Đối tượng thực hiện" or "Thành phần": who is named there is given no work."""
    return any(_FACTS.match(above.text) for above in (block, *material.outline.ancestors(block)))


def _is_text(block: Block) -> bool:
    """False for closing formulas, remarks in brackets and what is left of a misread line."""
    bracketed = block.text.startswith("(") and block.text.rstrip(" .").endswith(")")
    formula = _CLOSING.search(fold(block.text)) or _is_last(block)
    return not bracketed and not formula and len(_WORDS.findall(block.text)) > 1


def _is_last(block: Block) -> bool:
    """A paragraph without a mark that sums up or says whom to tell of difficulties."""
    return block.marker == "none" and bool(_SUMMING_UP.search(block.text) or _TROUBLES.search(block.text))


def _of_block(block: Block, agencies: Sequence[Agency], actions: Sequence[Action], under: Addressed) -> Iterator[_Duty]:
    """The duties of one paragraph; sentences are told apart where no dash or letter makes it one."""
    whole = block.marker in ("dash", "plus", "bullet", "letter")
    to = under
    parts = [(0, len(block.text))] if whole else sentences(block.text)
    for number, (start, end) in enumerate(part for one in parts for part in _given_apart(block.text, one, agencies)):
        if _CLOSING.search(fold(block.text[start:end])) or _IN_FORCE.match(block.text[start:end]):
            continue
        inside = [replace(a, start=a.start - start, end=a.end - start) for a in agencies if start <= a.start < end]
        verbs = [replace(a, start=a.start - start, end=a.end - start) for a in actions if start <= a.start < end]
        own = subject(block.text[start:end], inside, verbs, anywhere=not to.who)
        if not own.who and not to.who:
            own = unnamed(block.text[start:end], inside)
        if own.who:
            moved = replace(own, start=own.start + start, text_at=own.text_at + start)
            yield _Duty(block, moved, moved.text_at, end)
            to = moved if number == 0 else to
        elif to.who:
            yield _Duty(block, replace(to, start=start, text_at=start), start, end)


def _given_apart(text: str, part: tuple[int, int], agencies: Sequence[Agency]) -> Iterator[tuple[int, int]]:
    """``part`` of a text, cut where a clause gives work to another body: "Giao Sở X ...; | giao Sở Y ..."."""
    start, end = part
    for agency in agencies:
        cut = _NEXT_GIVEN.search(text, start, agency.start) if start < agency.start < end else None
        if cut is None:
            continue
        inside = [replace(a, start=a.start - cut.end(), end=a.end - cut.end()) for a in agencies if a.start > cut.end()]
        if subject(text[cut.end() : end], inside, anywhere=False).who:
            yield start, cut.end()
            start = cut.end()
    yield start, end


def sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of a paragraph; "TP. Hà Nam" does not end one."""
    ends = [m.start() + 1 for m in _SENTENCE_END.finditer(text) if not _ABBREVIATED.search(text[: m.start()])]
    starts = [0, *(end + len(text[end:]) - len(text[end:].lstrip(" .")) for end in ends)]
    found: list[tuple[int, int]] = []
    for start, end in zip(starts, [*ends, len(text)], strict=True):
        if found and _LABELLED.match(text, start):
            # "... ban hành quyết định. Thời gian hoàn thành: Quý III." tells about the sentence before it
            start = found.pop()[0]
        found.append((start, end))
    return found


def _closing(material: Material) -> Iterator[_Duty]:
    """The last paragraph: a request to one addressee is a duty, the formula that names everybody is none; then whom
    to tell of difficulties."""
    asked, source = Addressed(), None
    for block in material.outline.zone("body", "closing"):
        if not (_is_last(block) or (block.zone == "closing" and _TROUBLES.search(block.text))):
            continue
        agencies = material.mentions.of(block_unit(block.index), Agency)
        for start, end in sentences(block.text):
            inside = [a for a in agencies if start <= a.start and a.end <= end]
            requests = [a for a in inside if _ASKED.search(block.text[start : a.start])]
            if _TROUBLES.search(block.text[start:end]):
                own = [
                    a
                    for a in inside
                    if re.search(r"vướng\s+mắc[^.]*,\s*(?:đề\s+nghị\s+)?$", block.text[start : a.start])
                ]
                who = tuple(Party.of(a) for a in own[:1]) or asked.who
                if who:
                    yield _Duty(block, Addressed(who, own[0].end if own else start, start), start, end, source)
            elif _SUMMING_UP.search(block.text[start:end]) and len(requests) == 1 and requests[0] is inside[-1]:
                if _EVERYBODY.fullmatch(requests[0].text):
                    continue
                asked, source = Addressed((Party.of(requests[0]),), requests[0].end, start), block
                yield _Duty(block, asked, start, end)


def _published(material: Material, sections: Sequence[Section], duty: _Duty, party: Party) -> Responsibility:
    block = duty.block
    unit = block_unit(block.index)
    words = material.mentions.of(unit, RoleWord, duty.start, duty.end)
    agencies = material.mentions.of(unit, Agency, duty.to.start, duty.end)
    helpers = (*duty.to.partners, *companions(block.text, agencies, duty.to.who))
    times_named = material.mentions.of(unit, Period, duty.start, duty.end)
    due = deadline(block.text, times_named)
    named = roles(block.text, words, agencies, duty.to.start, party, times_named)
    if duty.to.leads and named[0] == "implement":
        named = ("lead", *named)
    where = material.evidence(block.flow, duty.start, duty.end)
    if duty.named is not None:
        for one in (party, *duty.to.partners):
            # in a heading above or an earlier sentence; names that a paragraph under the heading adds stand elsewhere
            apart = duty.named.index != block.index or one.end <= duty.start
            if apart and duty.named.text[one.start : one.end] in one.name:
                where += material.evidence(duty.named.flow, one.start, one.end)
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
            "text": block.text[duty.start : duty.end].strip(),
            "with": names(helpers),
            "with_ids": ids(helpers),
            "deadline": due[0] if due else None,
            "due": times.due(due[1]) if due else None,
            "page": where[0].page if where else None,
        }
    )
