"""Tables drawn at random, with and without lines, are read back cell by cell; what only looks like one is none."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4, landscape

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document, Table
from tests.extract.drawn import RULED, UNRULED, Look, Sheet, Style, Truth, random_table

BEFORE = (
    "Căn cứ kết quả thực hiện năm 2025, Ủy ban nhân dân tỉnh giao các chỉ tiêu sau đây cho các",
    "sở, ban, ngành và Ủy ban nhân dân các xã, phường trên địa bàn tỉnh để tổ chức thực hiện.",
)
AFTER = (
    "Các sở, ban, ngành báo cáo kết quả thực hiện trước ngày 15 tháng 12 hằng năm để tổng",
    "hợp theo quy định./.",
)


def read(path: Path) -> Document:
    return extract.read(path, Settings(), lambda *_: None)


def spans(table: Table) -> list[tuple[int, int, int, int]]:
    return sorted((c.row, c.column, c.rowspan, c.colspan) for c in table.cells if c.rowspan > 1 or c.colspan > 1)


def body(document: Document) -> list[str]:
    return [document.text[line.span.start : line.span.end] for line in document.lines if line.region == "body"]


def random_look(rng: random.Random, style: Style) -> Look:
    return Look(
        style,
        size=rng.choice((10, 11, 12)),
        pad=rng.choice((2, 4, 6)),
        middle=rng.random() < 0.5,
        centred=rng.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("style", RULED + UNRULED)
def test_every_cell_of_a_drawn_table(tmp_path: Path, style: Style, seed: int) -> None:
    rng = random.Random(1000 * seed + len(style))
    truth, shares = random_table(rng, rng.randint(3, 9))
    sheet = Sheet(tmp_path / "a.pdf")
    sheet.text("PHỤ LỤC", bold=True, x=270)
    sheet.text(*BEFORE, size=12)
    sheet.y -= 8
    sheet.table(truth, shares, random_look(rng, style))
    sheet.text(*AFTER, size=12)
    sheet.save()
    document = read(tmp_path / "a.pdf")
    (table,) = document.tables
    assert table.grid() == truth.grid
    assert table.header_rows == truth.header_rows
    assert spans(table) == sorted(truth.spans)
    assert table.ruled == (style in RULED)
    assert body(document) == ["PHỤ LỤC", *BEFORE, *AFTER]


@pytest.mark.parametrize("style", ["grid", "open", "levels", "blank"])
@pytest.mark.parametrize("repeated", [True, False])
def test_one_table_over_three_pages(tmp_path: Path, style: Style, repeated: bool) -> None:
    rng = random.Random(7)
    truth, shares = random_table(rng, 18)
    look = Look(style)
    sheet = Sheet(tmp_path / "a.pdf")
    sheet.text(*BEFORE, size=12)
    head, parts = truth.header_rows, (7, 13, len(truth.grid))
    first = 0
    for last in parts:
        if first and repeated:
            sheet.table(Truth(truth.grid[:head], head, truth.spans), shares, look)
            sheet.y += 24
        sheet.table(truth, shares, look, first, last)
        sheet.turn()
        first = last
    sheet.save()
    (table,) = read(tmp_path / "a.pdf").tables
    assert table.grid() == truth.grid
    assert table.pages == (1, 2, 3)


@pytest.mark.parametrize("style", ["grid", "open", "levels", "blank"])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_landscape_and_turned_pages(tmp_path: Path, style: Style, rotate: int) -> None:
    truth, shares = random_table(random.Random(3), 6)
    sheet = Sheet(tmp_path / "a.pdf", landscape(A4))
    sheet.text("BIỂU SỐ 1", bold=True, x=350)
    sheet.table(truth, shares, Look(style, width=700))
    sheet.save()
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        pdf.pages[0].Rotate = rotate
        pdf.save(tmp_path / "b.pdf")
    (table,) = read(tmp_path / "b.pdf").tables
    assert table.grid() == truth.grid


def letterhead(sheet: Sheet) -> None:
    for left, right in (
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TỈNH A", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/KH-UBND", "A, ngày 5 tháng 01 năm 2026"),
    ):
        y = sheet.y
        sheet.text(left, x=80)
        sheet.y = y
        sheet.text(right, x=280)


def closing(sheet: Sheet) -> None:
    for left, right in (
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        ("- Như trên;", "KT. CHỦ TỊCH"),
        ("- Sở Nội vụ;", "PHÓ CHỦ TỊCH"),
        ("- Lưu: VT.", ""),
    ):
        y = sheet.y
        sheet.text(left, size=11)
        sheet.y = y
        sheet.text(right, x=330, bold=True)


def names(sheet: Sheet) -> None:
    sheet.text("DANH SÁCH BAN CHỈ ĐẠO", bold=True, x=200)
    for number, (name, post) in enumerate(
        [("Ông Nguyễn Văn A", "Trưởng ban"), ("Bà Trần Thị B", "Phó Trưởng ban"), ("Ông Lê Văn C", "Ủy viên")], start=1
    ):
        y = sheet.y
        sheet.text(f"{number}. {name}")
        sheet.y = y
        sheet.text(post, x=350)


def two_lists(sheet: Sheet) -> None:
    sheet.text("Các xã thực hiện trong năm 2026 gồm:")
    for left, right in (("1. Xã An Bình", "4. Xã Phú Lộc"), ("2. Xã Hòa Sơn", "5. Xã Tân Lập"), ("3. Xã C", "6. Xã D")):
        y = sheet.y
        sheet.text(left, x=80)
        sheet.y = y
        sheet.text(right, x=300)


def contents(sheet: Sheet) -> None:
    sheet.text("MỤC LỤC", bold=True, x=270)
    for title, page in (("I. Mục tiêu", "2"), ("II. Nội dung", "3"), ("III. Kinh phí", "7"), ("IV. Tổ chức", "9")):
        y = sheet.y
        sheet.text(title)
        sheet.y = y
        sheet.text(page, x=500)


def duties(sheet: Sheet) -> None:
    sheet.text("II. NỘI DUNG", bold=True)
    sheet.text("1. Chỉ tiêu: tỷ lệ hộ nghèo   giảm 1,5%; 2. Kế hoạch năm 2026", "- Tỷ lệ hộ nghèo: 1,5%", "- Thu: 5 tỷ")


@pytest.mark.parametrize("paint", [letterhead, closing, names, two_lists, contents, duties])
def test_what_only_stands_beside_each_other_is_no_table(tmp_path: Path, paint: Callable[[Sheet], None]) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    paint(sheet)
    sheet.text(*AFTER, size=12)
    sheet.save()
    assert read(tmp_path / "a.pdf").tables == ()
