"""What the columns of a table hold, by the words above them and by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.build import times
from pipeline.build.material import Material
from pipeline.build.parts import is_report
from pipeline.document import Cell, Table
from pipeline.lexicon.columns import MEANINGS, NOT_WORK_WORDS, OPEN_RESULTS, WORK_WORDS, Meaning
from pipeline.mentions import Agency, Quantity, cell_unit

_MEANINGS = tuple((meaning, re.compile(words)) for meaning, words in MEANINGS)
_WORK = re.compile(WORK_WORDS)
_NOT_WORK = re.compile(NOT_WORK_WORDS)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?")
_INDEX_ROW = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)|[A-Z]|\(?\d+\)?\s*=.*")
_OPEN_RESULT = re.compile(OPEN_RESULTS)
_PLANNED = re.compile(r"kế hoạch|\bkh\b|chỉ tiêu|mục tiêu|dự toán|giao|nghị quyết")
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table read by columns. ``meanings`` holds one meaning for each column, ``titles`` the joined header texts,
    ``area`` the cell that takes each (row, column)."""

    number: int
    table: Table
    titles: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    area: dict[tuple[int, int], Cell]

    @property
    def first_row(self) -> int:
        """First row below the header (and below the row that numbers the columns)."""
        row = self.table.header_rows
        while row < self.table.n_rows and _numbers_columns([c.text for c in self.table.cells if c.row == row]):
            row += 1
        return row

    def column(self, meaning: Meaning) -> int | None:
        """The first column of that meaning."""
        return next((at for at, found in enumerate(self.meanings) if found == meaning), None)

    def columns(self, meaning: Meaning) -> list[int]:
        """All columns of that meaning."""
        return [at for at, found in enumerate(self.meanings) if found == meaning]

    def cell(self, row: int, column: int | None) -> Cell | None:
        """The cell that holds (row, column), carried down where it spans rows; None if empty or no such column.

        A cell that spans from another column belongs to that column alone.
        """
        if column is None:
            return None
        found = self.area.get((row, column))
        return found if found is not None and found.column == column and found.text else None

    def text(self, row: int, column: int | None) -> str:
        """Text of the cell at (row, column), "" where there is none."""
        found = self.cell(row, column)
        return found.text if found else ""

    def unit_of(self, cell: Cell) -> str:
        """Key of the cell among the mentions."""
        return cell_unit(self.number, cell.row, cell.column)

    @property
    def of_indicators(self) -> bool:
        """True if the table sets targets: a name and at least one column of target values."""
        return self.column("name") is not None and self.column("target") is not None

    @property
    def of_work(self) -> bool:
        """True if the table assigns work: a name and who does it, by when or with what result."""
        if self.column("name") is None or self.of_indicators:
            return False
        named = self.titles[self.column("name") or 0].lower()
        if self.column("support") is not None:
            return True  # who leads and who supports is said of work alone, of procedures to be built too
        if _NOT_WORK.search(named) and not _WORK.search(named):
            return False
        if self.column("lead") is not None:
            return True
        return bool(_WORK.search(named)) and any(self.column(m) is not None for m in ("deadline", "product"))


def sheet(material: Material, number: int) -> Sheet:
    """The table ``Document.tables[number]`` read by its columns."""
    table = material.document.tables[number]
    titles = header(table) if table.header_rows else _carried_on(material, number)
    meanings = [_meaning(title) for title in titles]
    _settle_units(material, number, table, meanings)
    _settle_names(material, number, table, titles, meanings)
    if not is_report(material):
        _settle_targets(table, titles, meanings)
        _settle_past(times.plan_period(material), titles, meanings)
    area = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    return Sheet(number, table, titles, tuple(meanings), area)


def header(table: Table) -> tuple[str, ...]:
    """Title of each column: the texts of its header cells from top to bottom, joined by " / "."""
    titles = []
    for column in range(table.n_columns):
        parts: list[str] = []
        for row in range(table.header_rows):
            found = table.at(row, column)
            if found is not None and found.text and found.text not in parts and not _INDEX_ROW.fullmatch(found.text):
                parts.append(found.text)
        titles.append(" / ".join(parts))
    return tuple(titles)


def _carried_on(material: Material, number: int) -> tuple[str, ...]:
    """Titles for a table without a header: those of the table before it, if that has as many columns.

    A long table that goes on overleaf is often printed without its header there.
    """
    table = material.document.tables[number]
    for before in reversed(material.document.tables[:number]):
        if before.n_columns != table.n_columns:
            break
        if before.header_rows:
            return header(before)
    return ("",) * table.n_columns


def years(title: str) -> str | None:
    """The year or span of years in a column title ("Kế hoạch 2023" is "2023")."""
    found = _YEARS.findall(title)
    return re.sub(r"\s*[-–]\s*", "-", found[-1]) if found else None


def _meaning(title: str) -> Meaning:
    """By the lowest header cell first, then by the whole title."""
    words = " ".join(title.lower().split())
    for part in dict.fromkeys((words.rpartition(" / ")[2], words)):
        for meaning, pattern in _MEANINGS:
            if pattern.search(part):
                return meaning
    return "other"


def _numbers_columns(texts: Sequence[str]) -> bool:
    """True for the row "(1) (2) (3)" under a header."""
    filled = [text for text in texts if text]
    return len(filled) > 2 and all(_INDEX_ROW.fullmatch(text) for text in filled) and _rises(filled)


def _rises(texts: Sequence[str]) -> bool:
    found = [int(n) for text in texts if (n := re.sub(r"\D.*", "", text.strip("(")))]
    return len(found) >= 2 and all(b - a == 1 for a, b in pairwise(found))


def _column_cells(table: Table, column: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.column == column and cell.row >= table.header_rows and cell.text]


def _settle_units(material: Material, number: int, table: Table, meanings: list[Meaning]) -> None:
    """ "Đơn vị" alone is a unit of measure or a body: the cells tell."""
    for column, meaning in enumerate(meanings):
        if meaning != "unit":
            continue
        cells = _column_cells(table, column)
        bodies = sum(bool(material.mentions.of(cell_unit(number, c.row, c.column), Agency)) for c in cells)
        if cells and bodies > _ENOUGH * len(cells):
            meanings[column] = "support" if "lead" in meanings else "lead"


def _settle_names(
    material: Material, number: int, table: Table, titles: Sequence[str], meanings: list[Meaning]
) -> None:
    """One column names the row; of the others that could, columns of numbers are targets.

    A title such as "Mục tiêu năm 2025" over words, where nothing else names the rows, is the name. "Kết quả" over
    numbers is a baseline.
    """
    numeric = [_is_numeric(material, number, table, column) for column in range(len(titles))]
    if "name" not in meanings:
        candidates = [c for c, m in enumerate(meanings) if m in ("target", "other", "product") and not numeric[c]]
        if candidates:
            widest = max(candidates, key=lambda c: sum(len(cell.text) for cell in _column_cells(table, c)))
            meanings[widest] = "name"
    seen = False
    for column, meaning in enumerate(meanings):
        if meaning == "name" and not numeric[column] and not seen:
            seen = True
        elif meaning == "name" and numeric[column]:
            meanings[column] = "target"
        elif meaning == "name":
            meanings[column] = "product" if re.search(r"mục tiêu|kết quả", titles[column].lower()) else "other"
        elif meaning == "product" and numeric[column]:
            meanings[column] = "baseline"
        elif meaning == "target" and not numeric[column]:
            meanings[column] = "other"
        elif meaning == "baseline" and not numeric[column]:
            meanings[column] = "product"
        elif meaning == "deadline" and numeric[column] and years(titles[column]):
            meanings[column] = "target"


def _settle_targets(table: Table, titles: Sequence[str], meanings: list[Meaning]) -> None:
    """A table of indicators without a column of targets sets them in its column of results ("Kết quả" in 2030).

    A column of words ("Mức dịch vụ công": "Toàn trình") sets none.
    """
    if "target" in meanings or "name" not in meanings or _WORK.search(titles[meanings.index("name")].lower()):
        return
    open_results = [
        column
        for column, meaning in enumerate(meanings)
        if meaning in ("baseline", "other")
        and _OPEN_RESULT.match(titles[column].lower())
        and _holds_digits(table, column)
    ]
    if open_results:
        meanings[open_results[0]] = "target"


def _settle_past(period: str | None, titles: Sequence[str], meanings: list[Meaning]) -> None:
    """A column of a year before the document's own sets no target: "Năm 2025" beside "Năm 2026" is what was reached,
    "Kế hoạch năm 2025" is what was planned then."""
    first = (period or "")[:4]
    named = [years(title) for title in titles]
    own = [
        year
        for year, meaning in zip(named, meanings, strict=True)
        if meaning == "target" and year and year[:4] >= first
    ]
    if not first or not own:
        return
    for column, (meaning, year) in enumerate(zip(meanings, named, strict=True)):
        if meaning == "target" and year and year[-4:] < first:
            planned = _PLANNED.search(titles[column].lower())
            meanings[column] = "other" if planned or "baseline" in meanings else "baseline"


def _is_numeric(material: Material, number: int, table: Table, column: int) -> bool:
    cells = [c for c in _column_cells(table, column) if len(c.text) > 0]
    counted = sum(bool(_is_number(material, number, c)) for c in cells)
    return bool(cells) and counted >= _ENOUGH * len(cells)


def _holds_digits(table: Table, column: int) -> bool:
    """True if numbers stand in the column and fewer than half of its cells hold words alone."""
    cells = [c.text for c in _column_cells(table, column)]
    words = sum(any(map(str.isalpha, text)) and not any(map(str.isdigit, text)) for text in cells)
    return any(any(map(str.isdigit, text)) for text in cells) and words < _ENOUGH * len(cells)


def _is_number(material: Material, number: int, cell: Cell) -> bool:
    found = material.mentions.of(cell_unit(number, cell.row, cell.column), Quantity)
    return bool(found) and sum(q.end - q.start for q in found) >= _ENOUGH * len(cell.text)
