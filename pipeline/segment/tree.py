"""Paragraphs -> blocks: nesting, roles, levels, paths and kinds put together into the outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.document import Document, Flow, Span
from pipeline.lexicon.numbering import CAPITALS
from pipeline.outline import Block, Kind, Outline, Role
from pipeline.segment.kinds import gives_role, kind_of_content, kind_of_title, names_body
from pipeline.segment.markers import Reading, with_misreadings
from pipeline.segment.nesting import Marked, Place, nest
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.titles import Title, decide, is_label

MAIN_STYLES = ("part", "chapter", "section", "capital", "roman", "article")
OUTER_STYLES = ("part", "chapter", "section", "article", "caps")
CAPS_LENGTH = 220
BOLD_LENGTH = 160


_CAPITAL_WORDS = re.compile(rf"[{CAPITALS}]{{2,}}[ ,]+[{CAPITALS}]{{2,}}")


@dataclass(slots=True)
class Node:
    """A paragraph on its way to become one or two blocks."""

    paragraph: Paragraph
    reading: Reading | None = None
    depth: int = -1
    parent: int | None = None
    title: Title = field(default_factory=lambda: Title(False))
    why: str = ""

    @property
    def text(self) -> str:
        """Its words without the marker."""
        words = self.paragraph.text
        return words[self.reading.end :].strip() if self.reading else words

    @property
    def numbered(self) -> bool:
        """True if it has a place in the nesting."""
        return self.depth >= 0


def nodes_of(paragraphs: Sequence[Paragraph]) -> list[Node]:
    """Nest one stretch of numbering (the body, or one annex). Parents are indices into the list returned."""
    paragraphs = list(paragraphs)
    while True:
        marked = [(at, item) for at, p in enumerate(paragraphs) if (item := _item(paragraphs, at)) is not None]
        places = nest([item for _, item in marked])
        refused = {at for (at, _), place in zip(marked, places, strict=True) if place.reading is None}
        joined = _join_refused(paragraphs, refused)
        if len(joined) == len(paragraphs):
            return _nodes(joined, marked, places)
        paragraphs = joined


def _join_refused(paragraphs: list[Paragraph], refused: set[int]) -> list[Paragraph]:
    """Lines whose marker was refused go on with the paragraph above, where one was broken off, else lose the marker."""
    joined: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        if at not in refused:
            joined.append(paragraph)
        elif joined and joined[-1].table is None and not joined[-1].furniture and joined[-1].rows[-1].open_end:
            joined[-1] = replace(joined[-1], rows=(*joined[-1].rows, *paragraph.rows))
        else:
            joined.append(replace(paragraph, readings=(), reject=None))
    return joined


def _item(paragraphs: Sequence[Paragraph], at: int) -> Marked | None:
    paragraph = paragraphs[at]
    if paragraph.furniture or paragraph.table is not None:
        return None
    first = paragraph.first
    lead = paragraph.text.rstrip().endswith(":")
    if paragraph.readings and first.line.method == "ocr":
        return Marked(with_misreadings(paragraph.readings), first.left, lead, paragraph.reject)
    if paragraph.readings:
        return Marked(paragraph.readings, first.left, lead, paragraph.reject)
    style = _unnumbered(paragraph, paragraphs[at + 1] if at + 1 < len(paragraphs) else None)
    return None if style is None else Marked((Reading("none", "", (), style, 0),), first.left, lead)


def _unnumbered(paragraph: Paragraph, after: Paragraph | None) -> str | None:
    """Is a paragraph without a marker a heading (capitals, bold) or the lead of the list below it?"""
    text = paragraph.text.strip()
    if not text or text.startswith(("(", "[")):
        return None
    if all(row.capitals for row in paragraph.rows) and len(text) <= CAPS_LENGTH and _CAPITAL_WORDS.search(text):
        return "caps"
    if is_label(text):
        return None
    listed = after is not None and bool(after.readings) and after.readings[0].style in ("dash", "plus")
    ended = text.endswith((".", ";", ","))
    if paragraph.bold and len(text) <= BOLD_LENGTH and not ended and after is not None and not after.furniture:
        return "bold"
    return "lead" if text.endswith(":") and (listed or _is_letter_list(after)) else None


def _is_letter_list(after: Paragraph | None) -> bool:
    return (
        after is not None
        and bool(after.readings)
        and after.readings[0].value == (1,)
        and after.readings[0].style
        in (
            "letter",
            "bracket_arabic",
        )
    )


def _nodes(
    paragraphs: Sequence[Paragraph], marked: Sequence[tuple[int, Marked]], places: Sequence[Place]
) -> list[Node]:
    nodes = [Node(paragraph) for paragraph in paragraphs]
    for (at, _), place in zip(marked, places, strict=True):
        node = nodes[at]
        node.reading, node.depth, node.why = place.reading, place.depth, place.why
        node.parent = None if place.parent is None else marked[place.parent][0]
    for at, node in enumerate(nodes):
        if node.numbered and node.reading:
            node.title = decide(node.text, node.reading.style, _has_content(nodes, at), node.paragraph.bold)
    _siblings(nodes)
    _heading_of_plain(nodes)
    return nodes


def _has_content(nodes: Sequence[Node], at: int) -> bool:
    """True if what follows belongs to the node at ``at`` and is more than its labels ("Đơn vị chủ trì: ...")."""
    for node in nodes[at + 1 :]:
        if node.paragraph.furniture:
            continue
        if node.numbered and node.depth <= nodes[at].depth:
            return False
        if not is_label(node.text):
            return True
    return False


def _heading_of_plain(nodes: Sequence[Node]) -> None:
    """Paragraphs and tables without a marker belong to the nearest heading above, labels to the work they speak of."""
    above: int | None = None
    for at, node in enumerate(nodes):
        if node.numbered:
            above = at
        elif node.paragraph.furniture:
            continue
        elif above is not None and node.paragraph.table is None and is_label(node.text):
            node.parent = above
        else:
            node.parent = _enclosing_heading(nodes, above)


def _enclosing_heading(nodes: Sequence[Node], at: int | None) -> int | None:
    while at is not None and not nodes[at].title.heading:
        at = nodes[at].parent
    return at


def _siblings(nodes: Sequence[Node]) -> None:
    """A short title without content among sisters that are headings is a heading too."""
    groups: dict[tuple[int | None, str], list[Node]] = {}
    for node in nodes:
        if node.numbered and node.reading and node.reading.style not in ("dash", "plus", "lead", "article"):
            groups.setdefault((node.parent, node.reading.style), []).append(node)
    for group in groups.values():
        headings = sum(node.title.heading for node in group)
        if headings * 2 < len(group):
            _demote(group)
            continue
        for node in group:
            text = node.text
            plain_end = not text.endswith((".", ";"))
            if not node.title.heading and headings * 2 >= len(group) and len(text) <= 120 and plain_end:
                node.title = Title(True, why="a short title like its sisters")


def _demote(group: Sequence[Node]) -> None:
    """A sentence that leads over to a list ("Sửa đổi Luật ... theo hướng:") among items is an item too."""
    for node in group:
        text = node.text
        leads = text.endswith(":") and node.reading is not None and node.reading.style not in MAIN_STYLES
        if node.title.heading and node.title.split is None and leads and (not names_body(text) or gives_role(text)):
            node.title = Title(False, why="leads over to a list, its sisters are items")


class Builder:
    """Collects blocks in order; spans are closed when the next block begins."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks: list[Block] = []

    def add(self, paragraph: Paragraph, pieces: Sequence[Span], start: int, role: Role, **fields: object) -> int:
        """Append one block that begins at ``start``; its end is set by the next one."""
        index = len(self.blocks)
        flow = Flow.join(self.document.text, pieces)
        values: dict[str, object] = {"zone": paragraph.zone, "table": paragraph.table, "bold": paragraph.bold, **fields}
        self.blocks.append(Block(index, Span(start, start), flow, role=role, **values))  # type: ignore[arg-type]
        return index

    def outline(self) -> Outline:
        """All blocks, their spans following each other over the whole text."""
        ends = [block.span.start for block in self.blocks[1:]] + [len(self.document.text)]
        starts = [0, *ends[:-1]]
        return Outline(tuple(replace(b, span=Span(s, e)) for b, s, e in zip(self.blocks, starts, ends, strict=True)))

    def plain(self, paragraph: Paragraph, parent: int | None = None, **fields: object) -> int:
        """A block without a place in the numbering."""
        role: Role = "furniture" if paragraph.furniture else "table" if paragraph.table is not None else "paragraph"
        spans = [row.line.span for row in paragraph.rows]
        marker = paragraph.readings[0] if paragraph.readings else None
        if marker is not None and role == "paragraph" and paragraph.zone in ("closing", "preamble"):
            spans = cut(spans, self.document, marker.end)
            fields = {"marker": marker.marker, "label": marker.label, **fields}
            role = "item"
        return self.add(paragraph, spans, paragraph.first.line.span.start, role, parent=parent, **fields)

    def nested(self, nodes: Sequence[Node], above: int | None = None, prefix: str = "") -> None:
        """Blocks of one stretch of numbering under the block ``above`` (an annex heading or nothing)."""
        made: dict[int, int] = {}
        kinds = _kinds(nodes)
        for at, node in enumerate(nodes):
            parent = above if node.parent is None else made[node.parent]
            kind = None if node.paragraph.furniture else kinds.get(at)
            if node.paragraph.furniture:
                made[at] = self.plain(node.paragraph)
                continue
            enclosing = None if parent is None else self.blocks[parent]
            path = prefix if enclosing is None or enclosing.role == "furniture" else enclosing.path
            level = 1 + (enclosing.level if enclosing is not None else 0)
            if not node.numbered or node.reading is None:
                made[at] = self.plain(node.paragraph, parent, path=path, level=level, kind=kind)
                continue
            made[at] = self._marked(node, parent, path, kind)

    def _marked(self, node: Node, parent: int | None, path: str, kind: Kind | None) -> int:
        reading = node.reading
        assert reading is not None
        spans = cut([row.line.span for row in node.paragraph.rows], self.document, reading.end)
        start = node.paragraph.first.line.span.start
        split = node.title.split
        flow = Flow.join(self.document.text, spans)
        own = flow.pieces if split is None else flow.part(0, split).pieces
        role: Role = "heading" if node.title.heading else "item"
        if reading.marker == "none" and role == "item":
            role = "paragraph"
        slip = "number misread" if reading.slip and reading.label else ""
        own_path = joined_path(path, reading) if role != "paragraph" else path
        fields = {
            "marker": reading.marker,
            "label": reading.label or None,
            "level": node.depth + 1,
            "parent": parent,
            "path": own_path,
            "kind": kind,
            "why": "; ".join(part for part in (node.why, slip, node.title.why) if part),
        }
        index = self.add(node.paragraph, own, start, role, **fields)
        if split is not None:
            rest = flow.part(split)
            self.add(
                node.paragraph, rest.pieces, rest.pieces[0].start, "paragraph",
                level=node.depth + 2, parent=index, path=own_path, kind=kind, why="text after a run-in title",
            )  # fmt: skip
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


def _kinds(nodes: Sequence[Node]) -> dict[int, Kind]:
    """What each node is about: the kind of its top section."""
    kinds: dict[int, Kind] = {}
    for at, node in enumerate(nodes):
        if node.paragraph.furniture:
            continue
        inherited = kinds.get(node.parent) if node.parent is not None else None
        own = kind_of_title(node.text) if node.title.heading and node.depth <= 2 else None
        if node.title.heading and _is_top(nodes, node):
            kinds[at] = own or (kind_of_content(_below(nodes, at)) if node.parent is None else inherited) or "other"
        elif own is not None and inherited in (None, "other"):
            kinds[at] = own
        else:
            kinds[at] = inherited or "other"
    return kinds


def _is_top(nodes: Sequence[Node], node: Node) -> bool:
    """True for the top headings of the body; parts, chapters and articles above them do not count."""
    style = node.reading.style if node.reading else ""
    if node.parent is None:
        return True
    above = nodes[node.parent]
    outer = above.reading.style if above.reading else ""
    return outer in OUTER_STYLES and style in MAIN_STYLES and _is_top(nodes, above)


def _below(nodes: Sequence[Node], at: int) -> list[str]:
    return [node.text for node in nodes if node.parent == at]
