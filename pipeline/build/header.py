"""Letterhead, title and closing block -> the header of the record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.build import letterhead, period
from pipeline.build.letterhead import Found, Letterhead
from pipeline.build.material import Material
from pipeline.build.signature import ON_BEHALF, Signed, recipients, signature
from pipeline.document import Flow
from pipeline.lexicon.fold import fold
from pipeline.lexicon.letterhead import DOCUMENT_KINDS, KIND_OF_LETTER, PLACE_WORDS
from pipeline.lexicon.numbering import CAPITALS, SMALL
from pipeline.outline import Block
from pipeline.plan import DocumentHeader, Evidence, Years

_KINDS = sorted(DOCUMENT_KINDS, key=len, reverse=True)
_PATTERNS = {kind: re.compile(r"\W*" + r"\s+".join(fold(kind).split()) + r"\b") for kind in _KINDS}
_OF_YEARS = re.compile(r"^\(\s*(?:giai đoạn|thời kỳ|nhiệm kỳ|năm|từ năm)\b", re.IGNORECASE)
_ATTACHED = re.compile(r"^\(")
_PROPER = rf"(?:[{CAPITALS}][{SMALL}]+(?:[ -]+(?=[{CAPITALS}][{SMALL}]))?){{1,5}}"


def header(material: Material) -> DocumentHeader:
    """What the document says of itself. A value that it does not state is null."""
    outline = material.outline
    head = letterhead.read([block.flow for block in _letterhead(material)])
    kind_at, title = _title([block.flow for block in outline.zone("title")])
    kind = kind_at[0] if kind_at else None
    closing = list(outline.zone("closing"))
    signed = signature(closing)
    sent_to = recipients(closing)
    title = title or list(head.subject)
    issuer = list(head.issuer) or _issuer_elsewhere(material, signed)
    number = _number(material, head)
    covered = _period(material, title, head.year)
    symbol = DOCUMENT_KINDS.get(kind, head.symbol) if kind else head.symbol
    named = [kind_at[1]] if kind_at else _flows(head.number)
    flows: dict[str, Sequence[Flow]] = {
        "type": named,
        "type_name": named,
        "number": _flows(number),
        "issued_on": _flows(head.day),
        "place": _flows(head.place),
        "issuer": [found.flow for found in issuer],
        "parent_issuer": [found.flow for found in head.parent],
        "title": title,
        "period": [] if covered is None else [covered[1]],
        "signature": signed.lines,
        "recipients": sent_to,
    }
    return DocumentHeader(
        type=symbol,
        type_name=kind.capitalize() if kind else ("Công văn" if symbol == KIND_OF_LETTER else None),
        number=number.value if number else None,
        issued_on=head.issued_on.isoformat() if head.issued_on else None,
        place=head.place.value if head.place else None,
        issuer=_joined(issuer),
        parent_issuer=_joined(head.parent),
        title=" ".join(flow.text for flow in title) or None,
        period=None if covered is None else covered[0],
        signature=signed.signature,
        recipients=[flow.text for flow in sent_to],
        evidence={name: found for name, flow in flows.items() if (found := _evidence(material, flow))},
        raw=_raw(head, number),
    )


def _letterhead(material: Material) -> list[Block]:
    """Blocks of the letterhead; where its halves are known, not what stands above them (a gazette)."""
    blocks = list(material.outline.zone("letterhead"))
    halves = {line.span.start for line in material.document.lines if line.region in ("left", "right")}
    first = next((at for at, block in enumerate(blocks) if block.flow.pieces[0].start in halves), 0)
    return blocks[first:]


def _flows(found: Found | None) -> list[Flow]:
    return [] if found is None else [found.flow]


def _evidence(material: Material, flows: Iterable[Flow]) -> list[Evidence]:
    return [one for flow in flows for one in material.evidence(flow)]


def _joined(found: Sequence[Found]) -> str | None:
    return " ".join(one.value for one in found) or None


def _number(material: Material, head: Letterhead) -> Found | None:
    """The number of the letterhead; where it is blank or cannot be read, the one that an annex repeats."""
    if head.number is None or letterhead.is_readable(head.number.value):
        return head.number
    symbol = head.number.value[head.number.value.find("/") :]
    under = [block for block in material.outline.zone("annex") if block.level <= 1 and block.table is None]
    found = [(match, block) for block in under for match in letterhead.own_numbers(block.text, symbol)]
    if len({letterhead.clean_number(match[1]) for match, _ in found}) != 1:
        return head.number
    match, block = found[0]
    return Found(letterhead.clean_number(match[1]), _part(block, match, 1))


def _raw(head: Letterhead, number: Found | None) -> dict[str, str]:
    raw: dict[str, str] = {}
    if number:
        raw["number"] = number.flow.text
    if head.day:
        raw["issued_on"] = head.day.value
    return raw


def _title(lines: Sequence[Flow]) -> tuple[tuple[str, Flow] | None, list[Flow]]:
    """The kind in capitals with its words, and the lines of the subject, of a title block."""
    kind: tuple[str, Flow] | None = None
    subject: list[Flow] = []
    for line in lines:
        if _ATTACHED.match(line.text) or not any(c.isalnum() for c in line.text):
            continue
        if kind is None:
            kind, rest = _kind(line)
            if rest is not None:
                subject.append(rest)
        else:
            subject.append(line.part(*_inside_rules(line.text)))
    return kind, [flow for flow in subject if flow.text]


def _inside_rules(text: str) -> tuple[int, int]:
    """Offsets of a title line without the rule (dashes, underscores) under it."""
    found = re.match(r"^[\s_*–—-]*(.*?)[\s_*–—.:-]*$", text, re.DOTALL)
    return (found.start(1), found.end(1)) if found else (0, len(text))


def _kind(line: Flow) -> tuple[tuple[str, Flow] | None, Flow | None]:
    words = fold(line.text)
    for kind in _KINDS:
        found = _PATTERNS[kind].match(words)
        if found:
            rest = line.part(found.end())
            return (kind, line.part(found.start(), found.end())), rest if any(c.isalnum() for c in rest.text) else None
    return None, line


def _period(material: Material, title: Sequence[Flow], year: int | None) -> tuple[Years, Flow] | None:
    """Years from the title; where it names none, from the paragraph that leads over to the body.

    A plan "đến năm 2030" begins with the ``year`` of its date.
    """
    lead = [block.flow for block in material.outline.zone("preamble")][-1:]
    joined = Flow.join(material.document.text, [piece for flow in title for piece in flow.pieces])
    aside = [block.flow for block in material.outline.zone("title") if _OF_YEARS.match(block.text)]
    for flow in (joined, *aside, *lead):
        found = period.years(flow.text)
        if found is not None:
            begins = year if year is not None and year <= found.last else None
            years = Years.model_validate({"from": found.first or begins, "to": found.last})
            return years, flow.part(found.start, found.end)
    return None


def _issuer_elsewhere(material: Material, signed: Signed) -> list[Found]:
    """The issuing body where the letterhead is lost: the authority of the signature with its place.

    Only words that stand in the document: the name that is printed most often wins.
    """
    authority = signed.signature.authority if signed.signature else None
    if authority is None:
        return []
    name = ON_BEHALF.sub("", authority)
    places = "|".join(PLACE_WORDS)
    words = r"\s+".join(map(re.escape, name.split()))
    pattern = re.compile(rf"(?i:{words})\s+(?i:{places})\s+{_PROPER}")
    found = [
        (" ".join(match.group().split()), block, match)
        for block in material.outline.blocks
        if block.role != "furniture"
        for match in pattern.finditer(block.text)
    ]
    if not found:
        return []
    best, _ = Counter(text.casefold() for text, _, _ in found).most_common(1)[0]
    text, block, match = next(one for one in found if one[0].casefold() == best)
    return [Found(text, _part(block, match))]


def _part(block: Block, match: re.Match[str], group: int = 0) -> Flow:
    return block.flow.part(match.start(group), match.end(group))
