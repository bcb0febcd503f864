"""Document -> Outline: how the text is nested.

Lines become rows (:mod:`.rows`), rows get zones (:mod:`.zones`) and are grouped into paragraphs (:mod:`.paragraphs`);
markers (:mod:`.markers`) are nested (:mod:`.nesting`), headings told from items (:mod:`.titles`) and all is put
together (:mod:`.tree`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Document
from pipeline.outline import Outline
from pipeline.segment.annexes import add_annex
from pipeline.segment.blocks import Builder
from pipeline.segment.closing import move_last_words
from pipeline.segment.paragraphs import Paragraph, paragraphs
from pipeline.segment.rows import rows
from pipeline.segment.tree import nodes_of
from pipeline.segment.zones import zones

__all__ = ["outline"]


def outline(document: Document) -> Outline:
    """All printed paragraphs of ``document`` in order, with marker, zone, level and parent.

    The spans of the blocks follow each other from 0 to the end of the text.
    """
    lines = rows(document)
    builder = Builder(document)
    if not lines:
        return builder.outline()
    zoned = zones(lines)
    found = move_last_words(paragraphs(lines, zoned.zones, zoned.starts))
    front, body, closing, annexes = _parts(found, zoned.starts)
    for paragraph in front:
        builder.plain(paragraph)
    builder.nested(nodes_of(body))
    for paragraph in closing:
        builder.plain(paragraph)
    for annex in annexes:
        add_annex(builder, annex)
    return builder.outline()


def _parts(
    found: Sequence[Paragraph], starts: Sequence[int]
) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph], list[list[Paragraph]]]:
    """Paragraphs before the body, of the body, of the closing block, and of each annex."""
    front: list[Paragraph] = []
    body: list[Paragraph] = []
    closing: list[Paragraph] = []
    annexes: list[list[Paragraph]] = []
    for paragraph in found:
        if paragraph.zone in ("letterhead", "title", "preamble"):
            front.append(paragraph)
        elif paragraph.zone == "body":
            body.append(paragraph)
        elif paragraph.zone == "closing":
            closing.append(paragraph)
        elif paragraph.first.index in starts or not annexes:
            annexes.append([paragraph])
        else:
            annexes[-1].append(paragraph)
    return front, body, closing, annexes
