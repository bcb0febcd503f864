"""How the document is nested: every printed paragraph once, in order, with its marker and its parent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipeline.document import Flow, Span

Zone = Literal["letterhead", "title", "preamble", "body", "closing", "annex"]
Role = Literal["heading", "item", "paragraph", "table", "furniture"]
Marker = Literal[
    "none",
    "part",
    "chapter",
    "section",
    "article",
    "annex",
    "roman",
    "arabic",
    "decimal",
    "letter",
    "dash",
    "plus",
    "bullet",
]
Kind = Literal["goals", "tasks", "organisation", "purpose", "situation", "resources", "other"]


@dataclass(frozen=True, slots=True)
class Block:
    """One printed paragraph, heading, list item or table.

    ``span`` is its range of ``Document.text`` (line breaks and page furniture inside included); the spans of all
    blocks follow each other. ``flow`` is its running text without the marker and without furniture. ``label`` is the
    marker as printed without its punctuation ("II", "2.1", "a", "-"), None where there is none. ``level`` is 1 for
    the top headings of the body, growing downwards, 0 for what has no place in the numbering. ``parent`` is the index
    of the enclosing block in ``Outline.blocks``. ``path`` joins the printed labels from the top ("II.2.1", "III.4",
    "I.2.a"; a decimal label replaces the labels that it repeats); blocks without a number carry the path of the
    enclosing heading. ``kind`` is what the enclosing top section is about (None outside the body).
    ``table`` is the index into ``Document.tables`` of a table block.
    """

    index: int
    span: Span
    flow: Flow
    zone: Zone
    role: Role
    marker: Marker = "none"
    label: str | None = None
    level: int = 0
    parent: int | None = None
    path: str = ""
    kind: Kind | None = None
    table: int | None = None
    bold: bool = False
    why: str = ""

    @property
    def text(self) -> str:
        """The running text of the block without its marker."""
        return self.flow.text


@dataclass(frozen=True, slots=True)
class Outline:
    """All blocks in the order of the text."""

    blocks: tuple[Block, ...]
    _inside: dict[int | None, list[Block]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for block in self.blocks:
            if block.role != "furniture":
                self._inside.setdefault(block.parent, []).append(block)

    def children(self, block: Block | None) -> Iterator[Block]:
        """Blocks directly inside ``block`` (top blocks for None), furniture left out."""
        return iter(self._inside.get(None if block is None else block.index, ()))

    def ancestors(self, block: Block) -> Iterator[Block]:
        """The enclosing blocks, nearest first."""
        while block.parent is not None:
            block = self.blocks[block.parent]
            yield block

    def zone(self, *zones: Zone) -> Iterator[Block]:
        """Blocks of the given zones in order, furniture left out."""
        return (b for b in self.blocks if b.zone in zones and b.role != "furniture")
