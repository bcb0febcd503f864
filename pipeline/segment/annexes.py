"""What stands after the signature: tables, lists, or a whole plan attached to a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Span
from pipeline.lexicon.words import bare
from pipeline.segment.blocks import Builder, Draft, cut
from pipeline.segment.markers import Reading
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.phrases import is_body_name, is_motto, kind_at, says_attached
from pipeline.segment.tree import nodes_of

TITLE_PARAGRAPHS = 10
SUBJECT_LENGTH = 400
_NUMBERED = re.compile(r"\bsố\s*[:.…]*\s*\d*\s*/\s*[A-ZĐ]{2}")
_LETTERHEAD = re.compile(r"^(?:Số|SỐ)\s*[:.]|\bngày\b.*\btháng\b.*\bnăm\b|^[\W_]*$")


@dataclass(frozen=True, slots=True)
class _Annex:
    """An annex taken apart: repeated letterhead, heading, lines under the heading, content."""

    label: Reading | None
    letterhead: tuple[Paragraph, ...]
    heading: tuple[Paragraph, ...]
    under: tuple[Paragraph, ...]
    content: tuple[Paragraph, ...]


def add_annex(builder: Builder, paragraphs: Sequence[Paragraph]) -> None:
    """Blocks of one annex: its heading (level 0), the lines under the heading, then its numbered content."""
    annex = _apart(paragraphs)
    path = annex.label.label if annex.label is not None else ""
    heading: int | None = None
    for paragraph in annex.letterhead:
        builder.plain(paragraph)
    if annex.heading:
        heading = _heading(builder, annex, path)
    for paragraph in annex.under:
        builder.plain(paragraph, Draft(parent=heading, path=path))
    builder.nested(nodes_of(annex.content), heading, path)


def _heading(builder: Builder, annex: _Annex, path: str) -> int:
    first = annex.heading[0]
    spans: list[Span] = [row.line.span for paragraph in annex.heading for row in paragraph.rows]
    label = annex.label
    if label is not None:
        spans = cut(spans, builder.document, label.end)
    draft = Draft(marker="annex", label=None if label is None else label.label, path=path, why="begins an annex")
    return builder.add(first, spans, first.first.line.span.start, "heading", draft)


def _apart(paragraphs: Sequence[Paragraph]) -> _Annex:
    front = _letterhead(paragraphs)
    while front < len(paragraphs) and paragraphs[front].furniture:
        front += 1
    rest = paragraphs[front:]
    first = rest[0] if rest else None
    label = first.readings[0] if first and first.readings and first.readings[0].style == "annex" else None
    if first is None or first.table is not None or first.furniture or (first.readings and label is None):
        return _Annex(None, tuple(paragraphs[:front]), (), (), tuple(rest))
    end = 1
    while end < min(len(rest), TITLE_PARAGRAPHS) and (_heads_on(rest[end]) or _names_kind(rest[end - 1], rest[end])):
        end += 1
    last = end
    while last < min(len(rest), end + TITLE_PARAGRAPHS) and _is_under(rest[last]):
        last += 1
    return _Annex(label, tuple(paragraphs[:front]), tuple(rest[:end]), tuple(rest[end:last]), tuple(rest[last:]))


def _letterhead(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at the top repeat the letterhead: bodies, motto, number, date."""
    seen = 0
    for at, paragraph in enumerate(paragraphs[:TITLE_PARAGRAPHS]):
        text = paragraph.text
        if (
            paragraph.table is not None
            or kind_at(text)
            or (paragraph.readings and paragraph.readings[0].style == "annex")
        ):
            break
        if is_motto(text) or (paragraph.first.capitals and is_body_name(text)) or _LETTERHEAD.search(text):
            seen = at + 1
    return seen if any(is_motto(paragraph.text) for paragraph in paragraphs[:seen]) else 0


def _heads_on(paragraph: Paragraph) -> bool:
    """True if a paragraph goes on with the heading above it."""
    text = paragraph.text
    if paragraph.table is not None or paragraph.furniture or paragraph.readings or text.startswith(("(", "[")):
        return False
    if says_attached(text) or is_motto(text):
        return False
    return all(row.capitals for row in paragraph.rows) or paragraph.bold or kind_at(text) is not None


def _names_kind(above: Paragraph, paragraph: Paragraph) -> bool:
    """True for the subject under the bare name of a kind ("KẾ HOẠCH"), however it is set."""
    if paragraph.table is not None or paragraph.furniture or paragraph.readings or paragraph.text.startswith("("):
        return False
    return kind_at(above.text) == bare(above.text) and len(paragraph.text) < SUBJECT_LENGTH


def _is_under(paragraph: Paragraph) -> bool:
    """True for the lines under the heading: "(Kèm theo Quyết định ...)", rules, the unit of a table."""
    text = paragraph.text
    if paragraph.table is not None or paragraph.readings:
        return False
    cites = len(text) < SUBJECT_LENGTH / 2 and _NUMBERED.search(text) is not None
    return paragraph.furniture or text.startswith(("(", "[")) or says_attached(text) or cites or len(text) < 30
