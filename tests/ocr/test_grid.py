from __future__ import annotations

import numpy as np
import pytest

from pipeline.extract.ocr import grid, prepare, rules
from tests.ocr.conftest import DPI, Sheet

XS, YS = (80, 120, 300, 400, 520), (200, 240, 280, 320, 360)


def draw_table(sheet: Sheet, missing: set[tuple[str, int, int]] = frozenset()) -> None:  # type: ignore[assignment]
    """Grid of XS by YS; ``missing`` leaves out borders: ("level", rule, column) or ("upright", rule, row)."""
    for i, y in enumerate(YS):
        for column in range(len(XS) - 1):
            if ("level", i, column) not in missing:
                sheet.rule(XS[column], y, XS[column + 1], y)
    for i, x in enumerate(XS):
        for row in range(len(YS) - 1):
            if ("upright", i, row) not in missing:
                sheet.rule(x, YS[row], x, YS[row + 1])


def grids(sheet: Sheet) -> list[grid.Grid]:
    ink = prepare.threshold(np.asarray(sheet.image.convert("L")))
    return grid.find(rules.without_streaks(rules.find(ink, DPI)), DPI, ink)


def test_a_plain_grid_has_all_its_cells(sheet: Sheet) -> None:
    draw_table(sheet)
    (found,) = grids(sheet)
    assert (found.n_rows, found.n_columns, len(found.cells)) == (4, 4, 16)
    first = found.cells[0].box
    assert (first.x0 * 72 / DPI, first.y1 * 72 / DPI) == pytest.approx((80, 240), abs=1.5)


@pytest.mark.parametrize(
    ("missing", "spans"),
    [
        ({("upright", 3, 0)}, {(0, 2): (1, 2)}),
        ({("level", 1, 0)}, {(0, 0): (2, 1)}),
        ({("upright", 1, 2), ("upright", 2, 2), ("upright", 3, 2)}, {(2, 0): (1, 4)}),
        ({("upright", 3, 0), ("level", 1, 0), ("level", 1, 1)}, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}),
    ],
)
def test_a_missing_border_makes_a_spanning_cell(
    sheet: Sheet, missing: set[tuple[str, int, int]], spans: dict[tuple[int, int], tuple[int, int]]
) -> None:
    draw_table(sheet, missing)
    (found,) = grids(sheet)
    assert {(c.row, c.column): (c.rowspan, c.colspan) for c in found.cells if c.rowspan * c.colspan > 1} == spans


def test_a_broken_border_still_parts_two_cells(sheet: Sheet) -> None:
    draw_table(sheet)
    sheet.draw.rectangle(
        (XS[2] * DPI / 72 - 5, YS[1] * DPI / 72 + 30, XS[2] * DPI / 72 + 5, YS[1] * DPI / 72 + 50), fill="white"
    )
    (found,) = grids(sheet)
    assert len(found.cells) == 16


def test_a_streak_from_edge_to_edge_is_no_border(sheet: Sheet) -> None:
    draw_table(sheet)
    sheet.draw.line((900, 0, 900, 2338), fill="black", width=2)
    (found,) = grids(sheet)
    assert found.n_columns == 4


@pytest.mark.parametrize("words", ["Độc lập - Tự do - Hạnh phúc"])
def test_an_underline_is_no_table(sheet: Sheet, words: str) -> None:
    sheet.text(200, 100, words)
    sheet.rule(200, 120, 360, 120)
    assert grids(sheet) == []


def test_erasing_a_rule_keeps_the_letters_that_it_crosses(sheet: Sheet) -> None:
    sheet.text(100, 100, "HHHHHHHH", size=20)
    before = prepare.threshold(np.asarray(sheet.image.convert("L")))
    sheet.rule(60, 112, 400, 112)
    ink = prepare.threshold(np.asarray(sheet.image.convert("L")))
    gone = rules.erase(ink, rules.find(ink, DPI).level, upright=False)
    left = np.where(gone > 0, 0, ink)
    assert (left > 0)[:, : round(90 * DPI / 72)].sum() < 10
    assert ((before > 0) & (left == 0)).sum() < 0.12 * (before > 0).sum()


def test_traces_of_a_faded_border_part_two_cells(sheet: Sheet) -> None:
    draw_table(sheet, {("level", 2, 1), ("upright", 2, 1)})
    for x in range(XS[1], XS[2], 9):
        sheet.rule(x, YS[2], x + 2, YS[2])
    sheet.text(XS[2] - 40, YS[1] + 10, "một chữ")  # crosses where the upright rule would be
    (found,) = grids(sheet)
    assert {(c.row, c.column): (c.rowspan, c.colspan) for c in found.cells if c.rowspan * c.colspan > 1} == {
        (1, 1): (1, 2)
    }


def test_rules_that_came_loose_within_a_table_are_part_of_it(sheet: Sheet) -> None:
    draw_table(sheet)
    for y in YS[1:4]:  # the first column hangs together with nothing
        sheet.draw.rectangle(
            ((XS[1] - 4) * DPI / 72, (y - 2) * DPI / 72, (XS[1] - 1) * DPI / 72, (y + 2) * DPI / 72), fill="white"
        )
    assert len(grids(sheet)) == 1
