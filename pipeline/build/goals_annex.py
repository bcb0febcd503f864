"""Targets stated in the rows of annex tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.build import columns, times
from pipeline.build.clauses import AREA, INDICATOR
from pipeline.build.columns import Sheet
from pipeline.build.material import Material
from pipeline.build.sides import of_row
from pipeline.build.targets import Target
from pipeline.document import Cell, Flow
from pipeline.mentions import Period, Quantity
from pipeline.plan import Annex, Baseline

_PART = re.compile(r"^[-+•*–—]$|^[a-zđ]\)?$|^\d+\.\d+(?:\.\d+)*\.?$")
_MARK = re.compile(r"^\s*[-+•*–—]\s*")
_NAME = re.compile(r"[^\W\d_]{2,}")
_UNIT_ABOVE = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt)\s*:\s*(?P<unit>[^()\t;:.]{1,30})", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"(?:tháng|quý)\b", re.IGNORECASE)
_LETTER = re.compile(r"[A-ZĐ]")
_DITTO = re.compile(r"[\"″”“‟„'’,]{1,2}|//|-?\s*n\s*[./]?\s*t\s*[.-]?", re.IGNORECASE)
_AMONG = re.compile(r"^(?:trong\s+đó|riêng)\s*:\s*", re.IGNORECASE)
_LINES_ABOVE = 4


@dataclass(frozen=True, slots=True)
class _Group:
    """A row that only names what the rows below it belong to, and how it is counted."""

    cell: Cell
    ordinal: str

    def holds(self, ordinal: str, *, heading: bool) -> bool:
        """True if the row counted ``ordinal`` belongs to this group; ``heading``: it names a group itself.

        "11" holds 11.1, 11.2, dashes and rows without a number, but not 12; "II" and a group without a number hold all
        up to the next of their kind.
        """
        if self.ordinal.isdecimal():
            return ordinal.startswith(f"{self.ordinal}.") or not (ordinal or heading) or not ordinal[:1].isalnum()
        return not heading or (bool(self.ordinal) and (ordinal.isdecimal() or not ordinal))


def annex(material: Material, annexes: Sequence[Annex]) -> list[Target]:
    """Targets of all indicator tables, row by row, one for each column of target values."""
    found: list[Target] = []
    default = times.plan_period(material)
    for number, published in enumerate(annexes):
        sheet = columns.sheet(material, number)
        if sheet.of_indicators:
            found.extend(_rows(material, sheet, published, default, len(found)))
    return found


def _rows(material: Material, sheet: Sheet, published: Annex, default: str | None, offset: int) -> list[Target]:
    found: list[Target] = []
    above = _unit_above(material, sheet)
    groups: list[_Group] = []
    parent: int | None = None
    for row in range(sheet.first_row, sheet.table.n_rows):
        cell = sheet.cell(row, sheet.column("name")) or _spanning(sheet, row)
        if cell is None or cell.row != row or not _NAME.search(cell.text):
            continue
        values = list(_values(material, sheet, row))
        ordinal = sheet.text(row, sheet.column("ordinal")).strip(" .)")
        groups = [one for one in groups if one.holds(ordinal, heading=not values)]
        if not values:
            if not _has_others(sheet, row):
                groups, parent = [*groups, _Group(cell, ordinal)], None
            continue
        part = bool(_PART.match(ordinal) or _MARK.match(cell.text))
        at = offset + len(found)
        for column, value, quantity in values:
            found.append(
                _target(
                    material,
                    sheet,
                    published,
                    row,
                    cell,
                    column,
                    value,
                    quantity,
                    default,
                    [one.cell for one in groups],
                    parent if part else None,
                    above,
                )
            )
        if not part:
            parent = at
    return found


def _unit_above(material: Material, sheet: Sheet) -> Flow | None:
    """The words of the unit printed once above the table ("Đơn vị tính: ha")."""
    at = next((b.index for b in material.outline.blocks if b.table == sheet.number), 0)
    for block in reversed(material.outline.blocks[max(0, at - _LINES_ABOVE) : at]):
        found = _UNIT_ABOVE.search(block.text)
        if found and block.table is None:
            return block.flow.part(*found.span("unit"))
    return None


def _spanning(sheet: Sheet, row: int) -> Cell | None:
    """The text of a row that is one cell over (nearly) the whole width: a group heading."""
    filled = [c for c in sheet.table.cells if c.row == row and c.text and c.column != sheet.column("ordinal")]
    return filled[0] if len(filled) == 1 and filled[0].colspan > 1 else None


def _has_others(sheet: Sheet, row: int) -> bool:
    """True if the row holds more than ordinal and name: an indicator whose value is left blank."""
    named = (sheet.column("ordinal"), sheet.column("name"))
    return any(c.row == row and c.text and c.column not in named and c.colspan == 1 for c in sheet.table.cells)


def _values(material: Material, sheet: Sheet, row: int) -> Iterator[tuple[int, Cell, Quantity | None]]:
    """(column, cell, quantity) of each target cell of the row; a cell without a number is an objective in words."""
    for column in sheet.columns("target"):
        cell = sheet.cell(row, column)
        if cell is None or not re.search(r"\w", cell.text):
            continue
        found = material.mentions.of(sheet.unit_of(cell), Quantity)
        yield column, cell, (found[0] if found else None)


def _target(
    material: Material,
    sheet: Sheet,
    published: Annex,
    row: int,
    name: Cell,
    column: int,
    value: Cell,
    quantity: Quantity | None,
    default: str | None,
    groups: Sequence[Cell],
    parent: int | None,
    above: Flow | None,
) -> Target:
    unit_cell = _unit_cell(sheet, row)
    unit = unit_cell.text if unit_cell else (quantity.unit_text if quantity else None)
    common = above if above is not None and not unit else None
    unit = unit or (common.text.strip() if common else None)
    used = [c for c in (name, unit_cell, value) if c is not None]
    sides, named = of_row(material, sheet, row)
    base, base_cell = _baseline(material, sheet, row)
    if base_cell is not None:
        used.append(base_cell)
    raw = {"value": value.text}
    if unit:
        raw["unit"] = unit
    return Target(
        name=_name(name, groups),
        text=" | ".join(c.text for c in used),
        section=published.title or published.label or published.id,
        place=(*(c.flow for c in (*used, *named, *groups)), *([common] if common else [])),
        quantity=quantity,
        period=columns.years(sheet.titles[column]) or _group_years(material, sheet, groups) or default,
        unit=unit,
        baseline=base,
        group=groups[-1].text if groups else None,
        parent=parent,
        lead=sides.lead,
        support=sides.support,
        annex=published.id,
        row=row - sheet.table.header_rows,
        raw=raw,
    )


def _name(cell: Cell, groups: Sequence[Cell]) -> str:
    """The name that a row gives; "Khu vực đô thị" is completed by the indicator that the group is named for."""
    found = _AMONG.sub("", _MARK.sub("", cell.text)).strip(" :;")
    if groups and AREA.fullmatch(found) and INDICATOR.match(groups[-1].text):
        return f"{groups[-1].text.strip(' :;')} {found[0].lower()}{found[1:]}"
    return found


def _group_years(material: Material, sheet: Sheet, groups: Sequence[Cell]) -> str | None:
    """The years that a group heading names ("Đến năm 2030"), the innermost that names any."""
    named = [period for group in groups for period in material.mentions.of(sheet.unit_of(group), Period)]
    return next((found for period in reversed(named) if (found := times.years(period))), None)


def _unit_cell(sheet: Sheet, row: int) -> Cell | None:
    """The cell that holds the unit of a row: its own, or the one above that it repeats by a ditto sign ("nt")."""
    column = sheet.column("unit")
    cell = sheet.cell(row, column)
    while cell is not None and _DITTO.fullmatch(cell.text) and row > sheet.first_row:
        row -= 1
        cell = sheet.cell(row, column) or cell
    # signs with nothing above them, or the row that letters the columns (A, B, C), tell no unit
    return None if cell is not None and (_DITTO.fullmatch(cell.text) or _LETTER.fullmatch(cell.text)) else cell


def _baseline(material: Material, sheet: Sheet, row: int) -> tuple[Baseline | None, Cell | None]:
    """The last column of values reached before, with the year that its title names; results of some months are none."""
    for column in reversed(sheet.columns("baseline")):
        if _PART_OF_YEAR.search(sheet.titles[column]):
            continue
        cell = sheet.cell(row, column)
        found = material.mentions.of(sheet.unit_of(cell), Quantity) if cell else []
        if cell and found:
            year = columns.years(sheet.titles[column])
            return Baseline(value=found[0].value, period=year, raw=cell.text), cell
    return None, None
