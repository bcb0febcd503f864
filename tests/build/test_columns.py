"""Meaning of table columns by their titles and cells."""

from __future__ import annotations

import pytest

from pipeline.annotate import mentions
from pipeline.build.columns import Sheet, header, sheet, years
from pipeline.build.material import Material
from pipeline.document import Cell, Flow, Table
from pipeline.segment import outline
from tests.texts import text_document


def read(*rows: str) -> Sheet:
    text = "KẾ HOẠCH\n\nNăm 2026\n\nI. MỤC TIÊU\n\n- Theo bảng sau.\n\n" + "\n".join(rows) + "\n"
    found = text_document(text)
    nested = outline(found)
    return sheet(Material(found, nested, mentions(found, nested)), 0)


@pytest.mark.parametrize(
    ("titles", "cells", "meanings"),
    [
        (
            "TT|Mục tiêu|ĐVT|Kết quả thực hiện năm 2025|Kế hoạch 2026|Đơn vị chủ trì|Đơn vị phối hợp|Ghi chú",
            "1|Tỷ lệ lao động qua đào tạo|%|66,7|68|Sở Nội vụ|Sở Tài chính|x",
            "ordinal|name|unit|baseline|target|lead|support|note",
        ),
        (
            "STT|Nội dung công việc|Cơ quan thực hiện|Thời gian hoàn thành|Sản phẩm|Kinh phí",
            "1|Rà soát danh mục dự án|Sở Tài chính|Quý I/2026|Báo cáo|200 triệu đồng",
            "ordinal|name|lead|deadline|product|money",
        ),
        (
            "Ghi chú|Năm 2026|Năm 2025|Đơn vị tính|Tên chỉ tiêu|TT",
            "x|68|66|%|Tỷ lệ hộ dùng nước sạch|1",
            "note|target|baseline|unit|name|ordinal",
        ),
        ("TT|Chỉ tiêu|Đơn vị|Kết quả", "1|Tỷ lệ doanh nghiệp đổi mới|%|>=40", "ordinal|name|unit|target"),
        ("TT|Nhiệm vụ|Đơn vị|Thời hạn", "1|Rà soát danh mục dự án|Sở Tài chính|12/2026", "ordinal|name|lead|deadline"),
    ],
)
def test_meanings(titles: str, cells: str, meanings: str) -> None:
    row = cells.replace("|", "\t")
    assert "|".join(read(titles.replace("|", "\t"), row, row).meanings) == meanings


def cell(row: int, column: int, text: str, rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell(row, column, Flow(text, (), ()), 1, rowspan=rowspan, colspan=colspan)


def test_header_of_two_levels() -> None:
    cells = (
        cell(0, 0, "TT", rowspan=2),
        cell(0, 1, "Nội dung", rowspan=2),
        cell(0, 2, "Đơn vị thực hiện", colspan=2),
        cell(1, 2, "Chủ trì"),
        cell(1, 3, "Phối hợp"),
        cell(2, 0, "1"),
    )
    table = Table(cells, n_rows=3, n_columns=4, header_rows=2, spans=(), pages=(1,))
    assert header(table) == ("TT", "Nội dung", "Đơn vị thực hiện / Chủ trì", "Đơn vị thực hiện / Phối hợp")


@pytest.mark.parametrize(
    ("title", "found"),
    [("Kế hoạch 2026", "2026"), ("Giai đoạn 2021 - 2025", "2021-2025"), ("Ghi chú", None)],
)
def test_years(title: str, found: str | None) -> None:
    assert years(title) == found


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("Tên thủ tục hành chính (mã số TTHC)", False),
        ("Họ và tên", False),
        ("Tên đơn vị", False),
        ("Nội dung rà soát thủ tục hành chính", True),
        ("Tên nhiệm vụ", True),
    ],
)
def test_lists_of_procedures_people_and_bodies_assign_no_work(name: str, work: bool) -> None:
    row = "1\tCấp giấy xác nhận\tNgày 30/6/2026\tPhòng Kinh tế"
    found = read(f"TT\t{name}\tThời hạn\tCơ quan thực hiện", row, row)
    assert (found.column("name"), found.of_work) == (1, work)


def test_procedures_with_lead_and_support_are_work() -> None:
    row = "1\tĐăng ký khai sinh\tSở Tư pháp\tSở Nội vụ\tQuý II/2026"
    titles = "TT\tTên thủ tục hành chính\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành"
    assert read(titles, row, row).of_work
