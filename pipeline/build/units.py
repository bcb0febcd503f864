"""The pieces of running text that mentions lie in, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.build.material import Material
from pipeline.document import Flow
from pipeline.mentions import block_unit, cell_unit
from pipeline.outline import Block
from pipeline.plan import Section


@dataclass(frozen=True, slots=True)
class Unit:
    """A block or a cell of a table block: its key in ``Mentions``, its text, and the block that it belongs to."""

    key: str
    flow: Flow
    block: Block


def section_at(sections: Sequence[Section], block: Block) -> str | None:
    """Id of the published section that holds ``block``."""
    return next((s.id for s in sections if s.span[0] <= block.span.start < s.span[1]), None)


def units(material: Material) -> Iterator[Unit]:
    """Every block and, where a table stands, its cells row by row; furniture is left out."""
    for block in material.outline.blocks:
        if block.role == "furniture":
            continue
        if block.table is None:
            yield Unit(block_unit(block.index), block.flow, block)
            continue
        for cell in sorted(material.document.tables[block.table].cells, key=lambda cell: (cell.row, cell.column)):
            yield Unit(cell_unit(block.table, cell.row, cell.column), cell.flow, block)
