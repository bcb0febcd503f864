"""Lines chained from patches of ink."""

from __future__ import annotations

import numpy as np

from pipeline.extract.ocr import lines

DPI = 260


def test_quotation_marks_before_a_capital_do_not_part_a_line() -> None:
    ink = np.zeros((200, 900), dtype=np.uint8)

    def letter(x: int, top: int, width: int = 18, bottom: int = 132) -> int:
        ink[top:bottom, x : x + width] = 255
        return x + width + 4

    x = 60
    for _ in range(8):
        x = letter(x, 108)
    x += 14
    x = letter(x, 96, 7, 112)
    x = letter(x, 96, 7, 112)
    x = letter(x, 96, 26)
    for _ in range(12):
        x = letter(x, 108)
    found = lines.find(lines.patches(ink), DPI)
    assert [len(piece.patches) for piece in found] == [23]
