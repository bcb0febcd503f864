"""Outline -> the published sections: flat, in order, their spans covering the text without gap or overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.build.material import Material
from pipeline.outline import Block
from pipeline.plan import Section

_NOTE = re.compile(r"\s*\((?:có|kèm|chi tiết|theo|xem|nội dung)\b[^()]*\)\s*[.:;]*$", re.IGNORECASE)
Part = Literal["front", "heading", "closing", "annex"]
_TITLES: dict[Part, str] = {"front": "", "heading": "", "closing": "", "annex": ""}


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a section begins and the block that opens it."""

    block: Block
    part: Part


def sections(material: Material) -> list[Section]:
    """The parts of the text; their spans cover it without gap or overlap."""
    starts = list(_starts(material.outline.blocks))
    ends = [start.block.span.start for start in starts[1:]] + [len(material.document.text)]
    ids: dict[int, str] = {}
    found: list[Section] = []
    for start, end in zip(starts, ends, strict=True):
        block = start.block
        own = f"{start.part}:{block.path}" if start.part != "heading" else block.path
        ids[block.index] = material.ids.next("section", own)
        parent = next((ids[b.index] for b in material.outline.ancestors(block) if b.index in ids), None)
        found.append(_section(material, start, end, ids[block.index], parent, first=not found))
    return found


def _starts(blocks: tuple[Block, ...]) -> Iterator[_Start]:
    """Blocks that open a section: the first of the front, every heading, the first of closing block and annex."""
    part: Part | None = None
    for block in blocks:
        here = _part_of(block, part)
        if block.role == "furniture" and part is not None:
            continue
        if block.role == "heading" and (block.zone == "body" or block.level > 0):
            part = "heading" if block.zone == "body" else "annex"
            yield _Start(block, "heading")
        elif here != part or (block.role == "heading" and block.zone == "annex"):
            part = here
            yield _Start(block, here)


def _part_of(block: Block, before: Part | None) -> Part:
    if block.zone == "annex":
        return "annex"
    if block.zone == "closing":
        return "closing"
    if block.zone == "body":
        return before if before in ("front", "heading") else "heading" if before is None else before
    return "front"


def _section(material: Material, start: _Start, end: int, identity: str, parent: str | None, first: bool) -> Section:
    block = start.block
    titled = block.role == "heading"
    return Section(
        id=identity,
        evidence=material.evidence(block.flow) if titled else [],
        label=block.label if titled else None,
        path=block.path,
        level=block.level if titled else 0,
        title=clean_title(block.text) if titled else "",
        kind=block.kind if start.part == "heading" else None,
        role=start.part,
        parent=parent,
        span=[0 if first else block.span.start, end],
    )


def clean_title(text: str) -> str:
    """A title as published: on one line, without the final colon, full stop or note ("(có danh sách kèm theo)")."""
    words = _NOTE.sub("", " ".join(text.split()))
    return words if words.endswith("...") else words.rstrip(" .:;")
