"""Tables that assign work, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.build import columns
from pipeline.build.columns import Sheet
from pipeline.build.material import Material
from pipeline.build.sides import of_row
from pipeline.build.task_fields import Fields, action, cites, deadline, product, quantities, time_of_cell
from pipeline.document import Cell
from pipeline.lexicon.tasks import UNLABELLED_ANNEX
from pipeline.outline import Block
from pipeline.plan import Annex, LegalBasis

_MARK = re.compile(r"^\s*[-+•*–—]\s*")
# a stroke of the grid read as a letter is no content
_WORDS = re.compile(r"\w\w|\d")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_GROUP = re.compile(r"[IVXLC]+|[A-ZĐ]|\d+")
_ROMAN_LABEL = re.compile(r"[IVX]+")
_SUM = re.compile(r"(?:tổng\s+)?cộng\b|tổng\s*(?:số)?$", re.IGNORECASE)


def table_tasks(
    material: Material, number: int, published: Annex, block: Block | None, legal_bases: Sequence[LegalBasis]
) -> Iterator[Fields]:
    """One task for each row of a table of work that is no group heading."""
    sheet = columns.sheet(material, number)
    if not sheet.of_work:
        return
    section = _section(published, block)
    groups = group_labels(sheet)
    group = ""
    for row in range(sheet.first_row, sheet.table.n_rows):
        cell = sheet.cell(row, sheet.column("name"))
        if cell is None or cell.row != row or _is_group(sheet, row):
            group = groups.get(row, group)
            continue
        yield _fields(material, sheet, row, cell, ".".join(filter(None, (section, group))), legal_bases)


def _section(published: Annex, block: Block | None) -> str:
    """Path of the table: that of its section, else the label of its annex, as printed or as the genre calls it."""
    if block is not None and block.path:
        return block.path
    return published.label or UNLABELLED_ANNEX


def group_labels(sheet: Sheet) -> dict[int, str]:
    """Label of each group row ("I", "B"), by row.

    Where most labels are Roman numerals in sequence, one that was misread ("H" for "II") is put right: it is a place
    in the list, not a word of the text.
    """
    rows = [row for row in range(sheet.first_row, sheet.table.n_rows) if _is_group(sheet, row)]
    read = {row: sheet.text(row, sheet.column("ordinal")).strip("().") for row in rows}
    listed = [row for row in rows if read[row]]
    in_place = sum(read[row] == place for row, place in zip(listed, _ROMAN, strict=False))
    if len(listed) <= len(_ROMAN) and in_place > 1 and in_place * 2 >= len(listed):
        return dict(zip(listed, _ROMAN, strict=False))
    return {row: read[row] for row in listed if _GROUP.fullmatch(read[row])}


def _is_group(sheet: Sheet, row: int) -> bool:
    """True for a row that only names what the rows below it belong to."""
    named = {sheet.column("ordinal"), sheet.column("name")}
    others = [sheet.text(row, c) for c in range(sheet.table.n_columns) if c not in named]
    wide = [c for c in sheet.table.cells if c.row == row and c.text and c.colspan > 1]
    filled = [text for text in others if _WORDS.search(text)]
    if len(filled) == 1 and _ROMAN_LABEL.fullmatch(sheet.text(row, sheet.column("ordinal")).strip("(). ")):
        # "IV | Phát triển nhân lực | | | năm tiếp theo": what is left of the row above is no task
        done_by = [sheet.text(row, sheet.column(key)) for key in ("lead", "support", "product")]
        return not any(_WORDS.search(text) for text in done_by) and _counts_in_figures(sheet)
    return bool(wide) or not filled or _SUM.match(sheet.text(row, sheet.column("name"))) is not None


def _counts_in_figures(sheet: Sheet) -> bool:
    """True if most rows of the table are counted 1, 2, 3, so that a Roman numeral heads a group."""
    texts = [
        sheet.text(row, sheet.column("ordinal")).strip("(). ") for row in range(sheet.first_row, sheet.table.n_rows)
    ]
    return sum(text.isdecimal() for text in texts) * 2 > len(texts)


def _fields(
    material: Material, sheet: Sheet, row: int, cell: Cell, section: str, legal_bases: Sequence[LegalBasis]
) -> Fields:
    unit = sheet.unit_of(cell)
    sides, named = of_row(material, sheet, row)
    used: list[Cell] = [cell, *named]
    time_cell = sheet.cell(row, sheet.column("deadline"))
    made = sheet.cell(row, sheet.column("product"))
    used += [c for c in (time_cell, made) if c is not None]
    text = _MARK.sub("", cell.text)
    written, due = deadline(material, unit, cell.text)
    if time_cell is not None:
        written, due = time_cell.text.strip(" .,;-–"), time_of_cell(material, sheet.unit_of(time_cell))
    verb, thing = action(material, unit)
    return Fields(
        section=section,
        text=text,
        places=tuple(c.flow for c in used),
        verb=verb,
        object=thing,
        lead=sides.lead,
        support=sides.support,
        deadline=written,
        due=due,
        product=made.text if made is not None else product(text),
        quantities=quantities(material, unit),
        cites=cites(material, unit, legal_bases),
        raw={"deadline": written} if written else {},
    )
