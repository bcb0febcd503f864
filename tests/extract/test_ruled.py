from __future__ import annotations

import pytest

from pipeline.document import BBox
from pipeline.extract.page_content import PrintedLine, PrintedWord
from pipeline.extract.ruled import whole_numbers


def lines(*texts: str) -> list[PrintedLine]:
    return [
        PrintedLine(tuple(PrintedWord(word, BBox(0, 10 * n, 9, 10 * n + 9)) for word in text.split()))
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("12.345.6", "78"), ["12.345.678"]),
        (("12.345", ".678"), ["12.345.678"]),
        (("12.345.", "678,5 đồng"), ["12.345.678,5", "đồng"]),
        (("2025", "2026"), ["2025", "2026"]),  # two years below each other
        (("1.250", "1.300"), ["1.250", "1.300"]),
        (("12,5", "13,5"), ["12,5", "13,5"]),
        (("1.", "250 ha"), ["1.250", "ha"]),
        (("Đạt 98", "hộ"), ["Đạt 98", "hộ"]),
        ((), []),
    ],
)
def test_numbers_broken_by_a_narrow_column(printed: tuple[str, ...], expected: list[str]) -> None:
    assert [line.content for line in whole_numbers(lines(*printed))] == expected
