"""When a table at the top of a page goes on with the one before it."""

from __future__ import annotations

import pytest

from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.tables import goes_on


def table(*rows: str) -> PrintedTable:
    cells = tuple(
        PrintedCell(r, c, (PrintedLine(text=text),) if text else ())
        for r, row in enumerate(rows)
        for c, text in enumerate(row.split("|"))
    )
    return PrintedTable(cells, len(rows), len(rows[0].split("|")))


FIRST = table("TT|Nội dung công việc|Cơ quan chủ trì|Năm 2025", "1|Rà soát|Sở Nội vụ|x")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("TT|Nội dung công việc|Cơ quan chủ trì|Năm 2025", True),
        ("TT L|Nội dung công việc|Cơ quan chủ trì|Năm 2025", True),
        ("TT|Nội dung công việc|Cơ quan chủ trì|Năm 2026", False),
        ("TT|Tên dự án|Chủ đầu tư|Năm 2025", False),
    ],
)
def test_the_same_header_again(header: str, expected: bool) -> None:
    assert goes_on(FIRST, table(header, "2|Ban hành|Sở Tài chính|x")) is expected


def test_without_a_header() -> None:
    assert goes_on(FIRST, table("2|Ban hành|Sở Tài chính|x", "3|Báo cáo|Sở Tài chính|x"))
    assert not goes_on(FIRST, table("2|Ban hành|Sở Tài chính", "3|Báo cáo|Sở Tài chính"))
