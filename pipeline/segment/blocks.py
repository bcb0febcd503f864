"""Nodes and paragraphs -> the blocks of the outline, their spans following each other over the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document, Flow, Span
from pipeline.outline import Block, Kind, Marker, Outline, Role
from pipeline.segment.markers import Reading
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.tree import Node, kinds_of

_NOTHING = Flow("", (), ())


@dataclass(slots=True)
class Draft:
    """What is known of a block before the next one begins."""

    paragraph: Paragraph | None = None
    flow: Flow = _NOTHING
    start: int = 0
    role: Role = "paragraph"
    marker: Marker = "none"
    label: str | None = None
    level: int = 0
    parent: int | None = None
    path: str = ""
    kind: Kind | None = None
    why: str = ""

    def block(self, index: int, span: Span) -> Block:
        """The finished block."""
        paragraph = self.paragraph
        assert paragraph is not None
        return Block(
            index, span, self.flow, paragraph.zone, self.role, self.marker, self.label, self.level, self.parent,
            self.path, self.kind, paragraph.table, paragraph.bold, self.why,
        )  # fmt: skip


class Builder:
    """Collects blocks in order; spans are closed when the next block begins."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._drafts: list[Draft] = []

    def add(
        self, paragraph: Paragraph, pieces: Sequence[Span], start: int, role: Role, draft: Draft | None = None
    ) -> int:
        """Append one block that begins at ``start``; its end is set by the next one. Returns its index."""
        draft = draft or Draft()
        draft.start, draft.role, draft.paragraph = start, role, paragraph
        draft.flow = Flow.join(self.document.text, pieces)
        self._drafts.append(draft)
        return len(self._drafts) - 1

    def outline(self) -> Outline:
        """All blocks, their spans following each other over the whole text."""
        if not self._drafts and self.document.text:
            whole = Span(0, len(self.document.text))
            return Outline((Block(0, whole, _NOTHING, "body", "furniture"),))
        ends = [draft.start for draft in self._drafts[1:]] + [len(self.document.text)]
        starts = [0, *ends[:-1]]
        drafts = zip(self._drafts, starts, ends, strict=True)
        return Outline(tuple(draft.block(at, Span(s, e)) for at, (draft, s, e) in enumerate(drafts)))

    def plain(self, paragraph: Paragraph, draft: Draft | None = None) -> int:
        """A block without a place in the numbering."""
        draft = draft or Draft()
        role: Role = "furniture" if paragraph.furniture else "table" if paragraph.table is not None else "paragraph"
        spans = [row.line.span for row in paragraph.rows]
        marker = paragraph.readings[0] if paragraph.readings else None
        if marker is not None and role == "paragraph" and paragraph.zone in ("closing", "preamble"):
            spans = cut(spans, self.document, marker.end)
            draft.marker, draft.label = marker.marker, marker.label
            role = "item"
        return self.add(paragraph, spans, paragraph.first.line.span.start, role, draft)

    def nested(self, nodes: Sequence[Node], above: int | None = None, path: str = "") -> None:
        """Blocks of one stretch of numbering under the block ``above`` (an annex heading or nothing)."""
        made: dict[int, int] = {}
        kinds = kinds_of(nodes)
        for at, node in enumerate(nodes):
            if node.paragraph.furniture:
                made[at] = self.plain(node.paragraph)
                continue
            parent = above if node.parent is None else made[node.parent]
            outer = None if parent is None else self._drafts[parent]
            draft = Draft(
                parent=parent,
                path=path if outer is None else outer.path,
                level=1 if outer is None else outer.level + 1,
                kind=kinds.get(at),
            )
            if node.numbered and node.reading is not None:
                made[at] = self._marked(node, node.reading, draft)
            else:
                made[at] = self.plain(node.paragraph, draft)

    def _marked(self, node: Node, reading: Reading, draft: Draft) -> int:
        spans = cut([row.line.span for row in node.paragraph.rows], self.document, reading.end)
        start = node.paragraph.first.line.span.start
        split = node.title.split
        flow = Flow.join(self.document.text, spans)
        role: Role = "heading" if node.title.heading else "item" if reading.marker != "none" else "paragraph"
        slip = "number misread" if reading.slip and reading.label else ""
        draft.marker, draft.label = reading.marker, reading.label or None
        draft.level = 0 if node.transparent else node.depth + 1 - node.lifted
        draft.why = "; ".join(part for part in (node.why, slip, node.title.why) if part)
        if role != "paragraph" and not node.transparent:
            draft.path = joined_path(draft.path, reading)
        if split is None:
            return self.add(node.paragraph, flow.pieces, start, role, draft)
        index = self.add(node.paragraph, flow.part(0, split).pieces, start, role, draft)
        rest = flow.part(split).pieces
        below = Draft(
            level=draft.level + 1, parent=index, path=draft.path, kind=draft.kind, why="text after a run-in title"
        )
        self.add(node.paragraph, rest, rest[0].start, "paragraph", below)
        return index


def cut(spans: Sequence[Span], document: Document, end: int) -> list[Span]:
    """``spans`` of the lines of a paragraph without the first ``end`` characters of its (stripped) words."""
    first = spans[0]
    raw = document.text[first.start : first.end]
    at = first.start + len(raw) - len(raw.lstrip()) + end
    return [Span(min(at, first.end), first.end), *spans[1:]]


def joined_path(path: str, reading: Reading) -> str:
    """Path of a marked block under ``path``; a decimal label takes the place of the labels that it repeats."""
    if reading.style in ("dash", "plus", "caps", "bold", "lead") or reading.style.startswith("bullet"):
        return path
    labels = path.split(".") if path else []
    if reading.marker == "decimal":
        own = reading.label.split(".")
        for size in range(len(own) - 1, 0, -1):
            if labels[-size:] == own[:size]:
                labels = labels[:-size]
                break
    return ".".join([*labels, reading.label])
