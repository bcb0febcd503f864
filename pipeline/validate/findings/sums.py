"""Parts that should make a whole: shares of a structure, totals of tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.plan import Annex, Evidence, Goal
from pipeline.validate.findings import places, prose_sums
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import number, plain, short

_STRUCTURE = re.compile(r"\bcơ cấu\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"^(?:tổng(?: số| cộng| diện tích| kinh phí| vốn)?|cộng|toàn (?:tỉnh|huyện|xã|ngành|thành phố))\b", re.I
)
_OF_WHICH = re.compile(r"trong đó|gồm|chia ra", re.IGNORECASE)
_NUMBER = re.compile(r"^-?\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?$|^-?\d+(?:,\d+)?$")
# a list of shares that is not near 100 is not the whole of a structure
_NEAR = 10
# a relation between rows or columns counts as meant if it holds this often
_PROVEN = 3
_PROVEN_SHARE = 0.75


def shares(case: Case) -> Iterator[Found]:
    """The shares of one structure in one year do not make 100 %."""
    for goals in _structures(case.plan.goals):
        values = [(g.value, g) for g in goals if g.value is not None]
        yield from _not_100(goals, values, goals[0].period, [place for g in goals for place in places.body(case, g)])
        bases = [(g.baseline.value, g) for g in goals if g.baseline is not None]
        if len(bases) == len(goals):
            period = goals[0].baseline.period if goals[0].baseline else None
            cells = [p for g in goals if g.baseline for p in places.cells(case, g, (g.baseline.raw,))]
            yield from _not_100(goals, bases, period, cells)


def _structures(goals: Sequence[Goal]) -> list[list[Goal]]:
    """Goals that name parts of one structure: "Cơ cấu ..." with the same beginning, in the same section and period."""
    groups: dict[tuple[str, str | None, str | None, str], list[Goal]] = defaultdict(list)
    for goal in goals:
        hit = _STRUCTURE.search(goal.name)
        if hit and goal.unit == "%" and goal.value is not None and goal.max is None and not goal.change:
            beginning = " ".join(plain(goal.name[hit.start() :]).split()[:4])
            groups[goal.section, goal.period, goal.parent, beginning].append(goal)
    return [group for group in groups.values() if len(group) > 1]


def _not_100(
    goals: list[Goal], parts: list[tuple[float | int, Goal]], period: str | None, evidence: list[Evidence]
) -> Iterator[Found]:
    values = [float(value) for value, _ in parts]
    total = round(sum(values), 6)
    decimals = max(len(number(v).partition(",")[2]) for v in values)
    # each part may be rounded by half of its last place
    allowed = 0.5 * 10**-decimals * len(values)
    if allowed < abs(total - 100) <= _NEAR:
        words = {
            "name": short(_STRUCTURE.split(goals[0].name)[-1].strip(" :"), 60),
            "sum": " + ".join(number(v) for v in values),
            "total": number(total),
            "period": f" ({period})" if period else "",
        }
        yield Found(words, [g.id for _, g in parts], evidence or [p for _, g in parts for p in g.evidence[:1]])


def totals(case: Case) -> Iterator[Found]:
    """The row of totals is not the sum of its rows, in a table where it is in the other columns."""
    for annex in case.plan.annexes:
        grid = [[_value(cell) for cell in row] for row in annex.rows]
        for at, row in enumerate(annex.rows):
            if any(_TOTAL.match(cell.strip()) for cell in row[:3]):
                yield from _check_total(annex, grid, at)
                if case.from_text:
                    yield from _check_only(annex, grid, at)


def _check_total(annex: Annex, grid: list[list[float | None]], at: int) -> Iterator[Found]:
    """Compare the total row with the rows above it and with the rows below it; whichever holds more often is meant."""
    above = _block(annex, range(at - 1, -1, -1))
    below = _block(annex, range(at + 1, len(annex.rows)))
    best: tuple[list[int], list[tuple[int, float]]] | None = None
    for rows in (above, below):
        right, wrong = _columns(grid, at, rows)
        if len(right) >= _PROVEN and len(right) >= _PROVEN_SHARE * (len(right) + len(wrong)):
            best = (rows, wrong)
            break
    for column, total in best[1] if best else ():
        yield _total(annex, at, column, total)


def _total(annex: Annex, at: int, column: int, total: float) -> Found:
    words = {
        "column": short(annex.columns[column] if column < len(annex.columns) else str(column + 1), 60),
        "row": short(" ".join(cell for cell in annex.rows[at][:3] if cell), 40),
        "stated": annex.rows[at][column].strip(),
        "sum": number(round(total, 6)),
    }
    return Found(words, [annex.id], _cell(annex, at, column))


def _check_only(annex: Annex, grid: list[list[float | None]], at: int) -> Iterator[Found]:
    """A flat table with numbers in one or two columns proves nothing by itself: all its rows must be filled in, and the
    total must be near their sum."""
    rows = _block(annex, range(at - 1, -1, -1))
    if len(rows) < _PROVEN or len(rows) != at:
        return
    columns = [c for c, stated in enumerate(grid[at]) if c and stated and all(grid[r][c] is not None for r in rows)]
    for column in columns if len(columns) < _PROVEN else ():
        stated, total = grid[at][column] or 0, sum(grid[row][column] or 0 for row in rows)
        if 0.01 * len(rows) < abs(total - stated) <= _NEAR / 100 * stated:
            yield _total(annex, at, column, total)


def _block(annex: Annex, rows: range) -> list[int]:
    """Rows of one level next to the total: those whose ordinal has the form of the nearest one."""
    form: str | None = None
    found: list[int] = []
    for at in rows:
        row = annex.rows[at]
        if any(_TOTAL.match(cell.strip()) for cell in row[:3]):
            break
        here = _form(row[0])
        form = here if form is None else form
        if here == form:
            found.append(at)
    return found


def _form(ordinal: str) -> str:
    text = ordinal.strip().rstrip(".)")
    if re.fullmatch(r"[IVX]+", text):
        return "roman"
    if re.fullmatch(r"[A-Z]", text):
        return "capital"
    return "arabic" if re.fullmatch(r"\d+", text) else text or "none"


def _columns(grid: list[list[float | None]], at: int, rows: list[int]) -> tuple[list[int], list[tuple[int, float]]]:
    """Columns where the total holds, and those where it does not with the sum."""
    right: list[int] = []
    wrong: list[tuple[int, float]] = []
    for column, stated in enumerate(grid[at]):
        parts = [value for value in (grid[row][column] for row in rows) if value is not None]
        # a first column of ordinals and a total of one part prove nothing
        if stated is None or column == 0 or len(parts) < 2:
            continue
        total = sum(parts)
        if abs(total - stated) <= 0.01 * len(parts) + 1e-6 * abs(stated):
            right.append(column)
        else:
            wrong.append((column, total))
    return right, wrong


def _value(cell: str) -> float | None:
    text = cell.strip()
    if not _NUMBER.match(text):
        return None
    return float(re.sub(r"[.\s]", "", text).replace(",", "."))


def _cell(annex: Annex, row: int, column: int) -> list[Evidence]:
    return [place for cell in annex.cells if (cell.row, cell.column) == (row, column) for place in cell.evidence]


def across(case: Case) -> Iterator[Found]:
    """A column of totals is the sum of the columns after it in most rows, and not in this one."""
    for annex in case.plan.annexes:
        total = next((i for i, name in enumerate(annex.columns) if _TOTAL.match(name.strip())), None)
        if total is None:
            continue
        grid = [[_value(cell) for cell in row] for row in annex.rows]
        for last in range(len(annex.columns), total + 2, -1):
            sums = [(at, _sum(row[total + 1 : last])) for at, row in enumerate(grid) if row[total] is not None]
            checked = [(at, s) for at, s in sums if s is not None]
            wrong = [(at, s) for at, s in checked if abs(s - (grid[at][total] or 0)) > 0.05]
            if len(checked) - len(wrong) >= max(_PROVEN, _PROVEN_SHARE * len(checked)):
                for at, s in wrong:
                    yield _row_found(annex, at, total, s)
                break


def _sum(values: Sequence[float | None]) -> float | None:
    parts = [v for v in values if v is not None]
    return sum(parts) if len(parts) > 1 else None


def _row_found(annex: Annex, at: int, column: int, total: float) -> Found:
    words = {
        "column": short(annex.columns[column], 60),
        "row": short(" ".join(cell for cell in annex.rows[at][:2] if cell), 60),
        "stated": annex.rows[at][column],
        "sum": number(round(total, 6)),
    }
    return Found(words, [annex.id], _cell(annex, at, column))


FAMILY = Family(
    "Tổng số và cơ cấu",
    "Sums",
    {
        "shares-not-100": Rule(
            "warning",
            shares,
            "Cơ cấu {name}{period}: {sum} = {total}, không bằng 100%.",
            "Structure {name}{period}: {sum} = {total}, which is not 100 %.",
            "Shares named “cơ cấu ...” with one beginning, section and period; rounding of each share is let pass, and "
            "so are lists further than 10 from 100, which are not the whole.",
        ),
        "total-of-rows": Rule(
            "error",
            totals,
            "Dòng “{row}”, cột “{column}”: ghi {stated}, nhưng các dòng thành phần cộng lại là {sum}.",
            "Row “{row}”, column “{column}”: states {stated}, but its rows add up to {sum}.",
            "Only in tables where the same total holds in three columns and three quarters of the columns, or (not in "
            "scans) in flat tables with all rows filled in and a sum within a tenth of the total.",
        ),
        "total-of-columns": Rule(
            "error",
            across,
            "Dòng “{row}”: cột “{column}” ghi {stated}, nhưng các cột thành phần cộng lại là {sum}.",
            "Row “{row}”: column “{column}” states {stated}, but its columns add up to {sum}.",
            "Only in tables where the column of totals holds in three rows and three quarters of the rows.",
        ),
        **prose_sums.RULES,
    },
)
