"""Who leads and who supports according to a row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.build.columns import Sheet
from pipeline.build.leads import Leads, Party, halves, parties
from pipeline.build.material import Material
from pipeline.document import Cell
from pipeline.lexicon.columns import Meaning
from pipeline.mentions import Agency


def of_row(material: Material, sheet: Sheet, row: int) -> tuple[Leads, list[Cell]]:
    """The bodies in the columns of that meaning, and the cells that name them, those who lead first.

    A column that says who does the work may name both: "Sở Y tế chủ trì, phối hợp với Sở Tài chính".
    """
    lead: list[Party] = []
    support: list[Party] = []
    used: list[Cell] = []
    for cell in _cells(sheet, row, "lead"):
        found = halves(cell.text, material.mentions.of(sheet.unit_of(cell), Agency))
        lead.extend(found.lead)
        support.extend(found.support)
        used.append(cell)
    for cell in _cells(sheet, row, "support"):
        support.extend(parties(cell.text, material.mentions.of(sheet.unit_of(cell), Agency)))
        used.append(cell)
    return Leads(tuple(lead), tuple(support)), used


def _cells(sheet: Sheet, row: int, meaning: Meaning) -> Iterator[Cell]:
    for column in sheet.columns(meaning):
        cell = sheet.cell(row, column)
        if cell is not None:
            yield cell
