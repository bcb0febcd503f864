from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.errors import BadInputError
from pipeline.extract.legacy import to_unicode
from pipeline.extract.sheets.formats import shown
from pipeline.lexicon.syllables import is_syllable
from tests.extract.marks import share_of_marks


def read(path: Path) -> Document:
    return extract.read(path, Settings(), lambda *_: None)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1250, "General", "1250"),
        (0.1, "General", "0,1"),
        (33.74668725, "General", "33,74668725"),
        (1250, "#,##0", "1.250"),
        (1250.456, "#,##0.00", "1.250,46"),
        (1250.5, "#,##0.##", "1.250,5"),
        (0.7742, "0.00%", "77,42%"),
        (0.05, "0%", "5%"),
        (7, "0.0", "7,0"),
        (2.5, "0", "3"),
        (-3.5, "#,##0.0", "-3,5"),
        (-3.5, "#,##0.0;(#,##0.0)", "(3,5)"),
        (0, '#,##0;-#,##0;"-"', "-"),
        (1250, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "1.250"),
        (15, '0" xã"', "15 xã"),
        (7, "00", "07"),
        (1_250_000, "#,##0,", "1.250"),
        (12, "@", "12"),
        ("Tỷ lệ", "General", "Tỷ lệ"),
        (None, "0", ""),
        (True, "General", "TRUE"),
        (datetime.datetime(2026, 1, 5), "dd/mm/yyyy", "05/01/2026"),
        (datetime.datetime(2026, 1, 5), "d/m/yy", "5/1/26"),
        (datetime.datetime(2026, 1, 5), "mm/yyyy", "01/2026"),
        (datetime.datetime(2026, 1, 5, 14, 7), "hh:mm dd/mm/yyyy", "14:07 05/01/2026"),
        (datetime.datetime(2026, 1, 5), "[$-42A]dd/mm/yyyy", "05/01/2026"),
        (datetime.date(2026, 1, 5), "General", "05/01/2026"),
    ],
)
def test_values_as_shown(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("ỦY BAN NHÂN DÂN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TỈNH A", None, "Độc lập - Tự do - Hạnh phúc"),
        ("CHỈ TIÊU KẾ HOẠCH NĂM 2026",),
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", None),
        (None, None, None, 2026, 2030),
        (1, "Tỷ lệ hộ nghèo", "%", 0.041, 0.03),
        (2, "Bản nháp", "%", 1, 2),
        (3, "D©n sè", "người", 1250, 1300),
        ("Nơi nhận:", None, "CHỦ TỊCH"),
        ("- Lưu: VT.", None, "Nguyễn Văn A"),
    ):
        sheet.append(row)
    for area in ("A4:A5", "B4:B5", "C4:C5", "D4:E4"):
        sheet.merge_cells(area)
    for cell in ("D6", "E6"):
        sheet[cell].number_format = "0.0%"
    for cell in ("D8", "E8"):
        sheet[cell].number_format = "#,##0"
    sheet["B8"].font = Font(name=".VnTime")
    sheet.row_dimensions[7].hidden = True
    book.create_sheet("Ẩn").append(["không in"])
    book["Ẩn"].sheet_state = "hidden"
    book.save(path)
    return path


def test_a_workbook_as_it_prints(tmp_path: Path) -> None:
    document = read(workbook(tmp_path / "a.xlsx"))
    (table,) = document.tables
    assert table.grid() == [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", ""],
        ["", "", "", "2026", "2030"],
        ["1", "Tỷ lệ hộ nghèo", "%", "4,1%", "3,0%"],
        ["3", "Dân số", "người", "1.250", "1.300"],
    ]
    assert table.header_rows == 2
    assert [(line.region, document.text[line.span.start : line.span.end]) for line in document.lines][:5] == [
        ("left", "ỦY BAN NHÂN DÂN"),
        ("left", "TỈNH A"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Độc lập - Tự do - Hạnh phúc"),
        ("body", "CHỈ TIÊU KẾ HOẠCH NĂM 2026"),
    ]
    assert [document.text[line.span.start : line.span.end] for line in document.lines][-4:] == [
        "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Nguyễn Văn A",
    ]  # fmt: skip
    assert document.pages[0].reason == "spreadsheet; left out: 1 hidden sheets, 1 hidden rows"


def test_formulas_without_a_result_are_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Chỉ tiêu", "Năm 2026"])
    sheet.append([1, "Tổng", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    assert "1 formulas without a stored result" in read(tmp_path / "a.xlsx").pages[0].reason


@pytest.mark.parametrize("keep", [200, 3000])
def test_damaged_workbooks(tmp_path: Path, keep: int) -> None:
    data = workbook(tmp_path / "a.xlsx").read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(data[:keep])
    with pytest.raises(BadInputError):
        read(tmp_path / "cut.xlsx")


@pytest.mark.corpus
def test_marks_of_an_old_workbook(corpus: Path) -> None:
    """What prints is right. The transcript also holds the hidden rows and columns, which are left out here, and a few
    words that its makers left unconverted ("víi", "xŭt"), which are no syllables."""
    import xlrd

    path = corpus / "legacy" / "2005-KH2003-bieu.xls"
    book = xlrd.open_workbook(path, formatting_info=True)
    hidden = []
    for sheet in book.sheets():
        for r in range(sheet.nrows):
            for c in range(sheet.ncols):
                row, column = sheet.rowinfo_map.get(r), sheet.colinfo_map.get(c)
                if (row and row.hidden) or (column and column.hidden):
                    hidden.append(to_unicode(str(sheet.cell_value(r, c)), ".VnTime"))
    document = read(path)
    truth = path.with_suffix(".truth.txt").read_text(encoding="utf-8")
    truth = " ".join(word for word in truth.split() if not word.isalpha() or is_syllable(word))
    assert share_of_marks(truth, document.text, " ".join(hidden)) >= 0.99
    assert "41 hidden rows" in document.pages[0].reason
