"""What a digital page holds beside its text, and words set with blanks between their letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from tests.extract.drawn import Sheet

BODY = [
    "Căn cứ Luật Tổ chức chính quyền địa phương và kết quả thực hiện năm 2025, Ủy ban",
    "nhân dân tỉnh ban hành kế hoạch phát triển kinh tế - xã hội năm 2026 như sau:",
    "1. Mục tiêu: giảm tỷ lệ hộ nghèo xuống dưới 4,1%; trồng mới 1.250 ha rừng.",
]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path / "a.pdf")


def finish(sheet: Sheet, tmp_path: Path) -> Document:
    sheet.save()
    return extract.read(tmp_path / "a.pdf", Settings(), lambda *_: None)


def lines(document: Document) -> list[str]:
    return document.text.strip("\n").split("\n")


def marks(document: Document) -> list[tuple[str, str | None]]:
    return [(mark.kind, mark.text) for mark in document.pages[0].marks]


@pytest.mark.parametrize("angle", [30, 45, 60])
def test_a_watermark_is_recorded_and_kept_out_of_the_text(sheet: Sheet, tmp_path: Path, angle: float) -> None:
    sheet.text(*BODY)
    sheet.canvas.translate(300, 650)
    sheet.canvas.rotate(angle)
    sheet.canvas.setFillGray(0.85)
    sheet.canvas.setFont("Drawn-Bold", 70)
    sheet.canvas.drawCentredString(0, 0, "DỰ THẢO")
    document = finish(sheet, tmp_path)
    assert lines(document) == BODY
    assert marks(document) == [("watermark", "DỰ THẢO")]


def test_a_watermark_inside_a_turned_form(sheet: Sheet, tmp_path: Path) -> None:
    canvas = sheet.canvas
    canvas.beginForm("mark")
    canvas.setFont("Drawn-Bold", 70)
    canvas.drawString(0, 0, "BẢN SAO")
    canvas.endForm()
    sheet.text(*BODY)
    canvas.translate(150, 300)
    canvas.rotate(40)
    canvas.doForm("mark")
    document = finish(sheet, tmp_path)
    assert lines(document) == BODY
    assert marks(document) == [("watermark", "BẢN SAO")]


def test_italics_made_by_leaning_letters_are_text(sheet: Sheet, tmp_path: Path) -> None:
    sheet.text(*BODY)
    sheet.canvas.saveState()
    sheet.canvas.transform(1, 0, 0.33, 1, 60, 600)
    sheet.canvas.setFont("Drawn-Regular", 13)
    sheet.canvas.drawString(0, 0, "ngày 28 tháng 4 năm 2026")
    sheet.canvas.restoreState()
    assert lines(finish(sheet, tmp_path)) == [*BODY, "ngày 28 tháng 4 năm 2026"]


@pytest.mark.parametrize("stamp", ["HỎA TỐC", "HOẢ TỐC", "KHẨN", "TỐI MẬT"])
def test_stamps_of_urgency_and_secrecy(sheet: Sheet, tmp_path: Path, stamp: str) -> None:
    sheet.canvas.setFont("Drawn-Bold", 14)
    sheet.canvas.drawString(92, 765, stamp)
    sheet.y = 700
    sheet.text(*BODY)
    document = finish(sheet, tmp_path)
    assert lines(document) == BODY
    assert marks(document) == [("stamp", stamp)]


def test_words_of_urgency_in_a_sentence_are_text(sheet: Sheet, tmp_path: Path) -> None:
    sheet.text("VỀ VIỆC XỬ LÝ VĂN BẢN HỎA TỐC", "Văn bản mật gửi riêng; trường hợp khẩn thì gọi điện.")
    document = finish(sheet, tmp_path)
    assert lines(document) == ["VỀ VIỆC XỬ LÝ VĂN BẢN HỎA TỐC", "Văn bản mật gửi riêng; trường hợp khẩn thì gọi điện."]
    assert marks(document) == []


def test_what_is_not_drawn_or_lies_outside_is_left_out(sheet: Sheet, tmp_path: Path) -> None:
    sheet.text(*BODY)
    hidden = sheet.canvas.beginText(60, 400)
    hidden.setFont("Drawn-Regular", 13)
    hidden.setTextRenderMode(3)
    hidden.textOut("chữ không in")
    hidden.setTextRenderMode(0)
    sheet.canvas.drawText(hidden)
    sheet.canvas.drawString(900, 380, "ngoài trang")
    assert lines(finish(sheet, tmp_path)) == BODY


def test_a_page_whose_whole_text_is_hidden_keeps_it(sheet: Sheet, tmp_path: Path) -> None:
    hidden = sheet.canvas.beginText(60, 700)
    hidden.setFont("Drawn-Regular", 13)
    hidden.setTextRenderMode(3)
    hidden.textLines(BODY)
    sheet.canvas.drawText(hidden)
    assert lines(finish(sheet, tmp_path)) == BODY


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("C Ộ N G  H Ò A  X Ã  H Ộ I", "CỘNG HÒA XÃ HỘI"),
        ("K Ế H O Ạ C H", "KẾ HOẠCH"),
        ("Q U Y Ế T  Đ Ị N H :", "QUYẾT ĐỊNH :"),
        ("A B C D E", "A B C D E"),
        ("x x x x", "x x x x"),
        ("Phương án A và B", "Phương án A và B"),
    ],
)
def test_words_spaced_with_blanks(sheet: Sheet, tmp_path: Path, printed: str, text: str) -> None:
    sheet.text(printed, bold=True, x=200)
    sheet.text(*BODY)
    assert lines(finish(sheet, tmp_path)) == [text, *BODY]


@pytest.mark.parametrize("space", [2, 3, 5])
def test_words_spaced_by_their_printer(sheet: Sheet, tmp_path: Path, space: float) -> None:
    line = sheet.canvas.beginText(150, sheet.y)
    line.setFont("Drawn-Bold", 13)
    line.setCharSpace(space)
    line.textOut("KẾ HOẠCH PHÁT TRIỂN")
    line.setCharSpace(0)
    sheet.canvas.drawText(line)
    sheet.y -= 20
    sheet.text(*BODY)
    assert lines(finish(sheet, tmp_path)) == ["KẾ HOẠCH PHÁT TRIỂN", *BODY]


def test_letters_drawn_one_by_one_twice_and_taken_apart(sheet: Sheet, tmp_path: Path) -> None:
    """Each letter on its own, bold by drawing twice, marks apart from their letters."""
    canvas = sheet.canvas
    for shift in (0, 0.3):
        x = 60.0
        canvas.setFont("Drawn-Regular", 13)
        for letter in BODY[0]:
            if letter != " ":
                canvas.drawString(x + shift, sheet.y, letter)
            x += stringWidth(letter, "Drawn-Regular", 13)
    sheet.y -= 20
    sheet.text(*(unicodedata.normalize("NFD", line) for line in BODY[1:]))
    assert lines(finish(sheet, tmp_path)) == BODY
