"""Tables -> the published annexes."""

from __future__ import annotations

import re

from pipeline.build.columns import header
from pipeline.build.material import Material
from pipeline.document import Cell, Flow, Table
from pipeline.outline import Block
from pipeline.plan import Annex, AnnexCell

_NO_TITLE = re.compile(
    r"^\W*(?:kèm theo|ban hành kèm|đơn vị(?: tính)?\s*:|đvt\s*:|kế hoạch số|quyết định số)", re.IGNORECASE
)
_CAPTION = re.compile(r"^(?:bảng|biểu|phụ biểu|phụ lục|danh mục|danh sách|bieu)\b", re.IGNORECASE)
_FAR = 4


def annexes(material: Material) -> list[Annex]:
    """Every table of the document with its label, title, columns and cells, in order.

    ``Annex`` number n is ``Document.tables[n]``.
    """
    blocks = {block.table: block for block in reversed(material.outline.blocks) if block.table is not None}
    return [_annex(material, table, blocks.get(number)) for number, table in enumerate(material.document.tables)]


def _annex(material: Material, table: Table, block: Block | None) -> Annex:
    top = table.header_rows
    label, title = _title(material, block) if block else (None, [])
    body = [cell for cell in table.cells if cell.row >= top and cell.text]
    return Annex(
        id=material.ids.next("annex", label or (block.path if block else "")),
        evidence=[one for flow in title for one in material.evidence(flow)],
        label=label,
        title=" ".join(flow.text for flow in title) or None,
        pages=list(table.pages),
        columns=list(header(table)),
        n_rows=table.n_rows - top,
        rows=table.grid()[top:],
        cells=[_cell(material, cell, top) for cell in body],
    )


def _cell(material: Material, cell: Cell, top: int) -> AnnexCell:
    return AnnexCell(
        row=cell.row - top,
        column=cell.column,
        text=cell.text,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        evidence=material.evidence(cell.flow),
    )


def _title(material: Material, block: Block) -> tuple[str | None, list[Flow]]:
    """(label, lines of the title) of the table in ``block``: of its annex, of a caption right above, or none."""
    caption = _caption(material, block)
    annex = next((b for b in material.outline.ancestors(block) if b.marker == "annex"), None)
    if annex is None:
        return None, caption
    lines = [annex.flow] if annex.text else []
    for below in material.outline.blocks[annex.index + 1 : block.index]:
        if below.role == "furniture":
            continue
        if (
            below.marker != "none"
            or below.table is not None
            or _NO_TITLE.match(below.text)
            or below.text.startswith("(")
        ):
            break
        if lines and below.text.upper() != below.text:
            break
        lines.append(below.flow)
    return _label(annex), lines or caption


def _label(annex: Block) -> str | None:
    return annex.label


def _caption(material: Material, block: Block) -> list[Flow]:
    """A line such as "Bảng 2. ..." among the few above the table."""
    above = [b for b in material.outline.blocks[max(0, block.index - _FAR) : block.index] if b.role != "furniture"]
    for candidate in reversed(above):
        if candidate.table is not None:
            break
        if _CAPTION.match(candidate.text):
            return [candidate.flow]
    return []
