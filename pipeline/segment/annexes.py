"""What stands after the signature: tables, lists, or a whole plan attached to a decision."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Span
from pipeline.lexicon.letterhead import ATTACHED
from pipeline.segment.markers import Reading
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.tree import Builder, nodes_of
from pipeline.segment.words import plain
from pipeline.segment.zones import is_motto, kind_at

TITLE_PARAGRAPHS = 8
_ATTACHED = tuple(plain(words) for words in ATTACHED)


def add_annex(builder: Builder, paragraphs: Sequence[Paragraph]) -> None:
    """Blocks of one annex: its heading (level 0), the lines under the heading, then its numbered content."""
    label, title, rest = _head(paragraphs)
    heading: int | None = None
    prefix = ""
    for at, paragraph in enumerate(title):
        if at == 0 and not paragraph.furniture and paragraph.table is None:
            heading = _heading(builder, paragraph, label)
            prefix = label.label if label is not None and label.value else ""
        else:
            builder.plain(paragraph, heading, path=prefix)
    builder.nested(nodes_of(rest), heading, prefix)


def _heading(builder: Builder, paragraph: Paragraph, label: Reading | None) -> int:
    spans: list[Span] = [row.line.span for row in paragraph.rows]
    return builder.add(
        paragraph,
        spans,
        paragraph.first.line.span.start,
        "heading",
        marker="annex",
        label=None if label is None else label.label,
        path=label.label if label is not None and label.value else "",
        why="begins an annex",
    )


def _head(paragraphs: Sequence[Paragraph]) -> tuple[Reading | None, list[Paragraph], list[Paragraph]]:
    """(marker of the annex, its heading lines, its content)."""
    first = paragraphs[0]
    label = first.readings[0] if first.readings and first.readings[0].style == "annex" else None
    if first.readings and label is None:
        return None, [], list(paragraphs)
    end = 1
    for paragraph in paragraphs[1 : 1 + TITLE_PARAGRAPHS]:
        if paragraph.table is not None or paragraph.readings or not _is_title(paragraph):
            break
        end += 1
    return label, list(paragraphs[:end]), list(paragraphs[end:])


def _is_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.furniture or is_motto(text) or kind_at(text) or text.startswith("("):
        return True
    attached = any(words in plain(text) for words in _ATTACHED)
    row = paragraph.first
    return all(r.capitals for r in paragraph.rows) or row.centred or paragraph.bold or attached or len(text) < 30
