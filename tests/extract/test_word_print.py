"""Word files hold more, and other, than they print: numbers, fields, symbols, boxes, changes, pictures."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches
from PIL import Image

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.extract.word.numbering import _formatted
from pipeline.extract.word.symbols import printed
from tests.ocr.conftest import Sheet

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def read(path: Path, settings: Settings | None = None) -> Document:
    return extract.read(path, settings or Settings(), lambda *_: None)


def texts(document: Document) -> list[str]:
    return [document.text[line.span.start : line.span.end] for line in document.lines]


def written(file: docx.document.Document, tmp_path: Path) -> list[str]:
    file.save(str(tmp_path / "a.docx"))
    return texts(read(tmp_path / "a.docx"))


def define(file: docx.document.Document, number: int, levels: list[str], extra: str = "", num: str = "") -> None:
    """Add list ``number``; ``levels``: the inner XML of each of its levels."""
    root = file.part.numbering_part.element
    inner = "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{xml}</w:lvl>' for at, xml in enumerate(levels))
    w = nsdecls("w")
    root.insert(0, parse_xml(f'<w:abstractNum {w} w:abstractNumId="{number}">{extra}{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {w} w:numId="{number}"><w:abstractNumId w:val="{number}"/>{num}</w:num>'))


def level(form: str, text: str, more: str = "") -> str:
    return f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'


def item(file: docx.document.Document, text: str, number: int, at: int | None = 0) -> None:
    paragraph = file.add_paragraph(text)
    depth = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}>{depth}<w:numId w:val="{number}"/></w:numPr>')
    )


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"), (49, "upperRoman", "XLIX"), (1, "lowerLetter", "a"),
        (5, "lowerLetter", "e"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (7, "decimalZero", "07"),
        (12, "decimal", "12"), (3, "decimalEnclosedParen", "(3)"), (1, "vietnameseCounting", "một"),
        (15, "vietnameseCounting", "mười lăm"), (21, "vietnameseCounting", "hai mươi mốt"),
        (30, "vietnameseCounting", "ba mươi"), (11, "vietnameseCounting", "mười một"),
    ],
)  # fmt: skip
def test_forms_of_numbers(count: int, form: str, text: str) -> None:
    assert _formatted(count, form) == text


def test_numbers_over_several_levels(tmp_path: Path) -> None:
    """Parts in Roman numbers with "I.1.", legal numbering in Arabic, letters, and a level that never begins anew."""
    file = docx.Document()
    legal = "<w:isLgl/>"
    define(file, 70, [level("upperRoman", "%1."), level("decimal", "%1.%2."), level("decimal", "%1.%2.%3.", legal),
                      level("lowerLetter", "%4)")])  # fmt: skip
    define(file, 71, [level("upperRoman", "Chương %1"), level("decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')])
    for text, at in (("A", 0), ("B", 1), ("C", 2), ("D", 3), ("E", 3), ("F", 1), ("G", 3), ("H", 0), ("I", 1)):
        item(file, text, 70, at)
    for text, at in (("K", 0), ("L", 1), ("M", 1), ("N", 0), ("O", 1)):
        item(file, text, 71, at)
    assert written(file, tmp_path) == [
        "I. A", "I.1. B", "1.1.1. C", "a) D", "b) E", "I.2. F", "a) G", "II. H", "II.1. I",
        "Chương I K", "Điều 1. L", "Điều 2. M", "Chương II N", "Điều 3. O",
    ]  # fmt: skip


def test_a_second_list_of_the_same_kind_begins_anew_where_it_says_so(tmp_path: Path) -> None:
    file = docx.Document()
    define(file, 70, [level("decimal", "%1.")])
    root = file.part.numbering_part.element
    for number, more in ((80, ""), (81, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')):
        w = nsdecls("w")
        root.append(parse_xml(f'<w:num {w} w:numId="{number}"><w:abstractNumId w:val="70"/>{more}</w:num>'))
    for text, number in (("A", 70), ("B", 70), ("C", 80), ("D", 81), ("E", 81)):
        item(file, text, number)
    assert written(file, tmp_path) == ["1. A", "2. B", "3. C", "1. D", "2. E"]


def test_numbers_that_styles_bring_along(tmp_path: Path) -> None:
    file = docx.Document()
    define(file, 70, [level("upperRoman", "%1.", '<w:pStyle w:val="Phan"/>'),
                      level("decimal", "%2.", '<w:pStyle w:val="Muc"/>')])  # fmt: skip
    for name in ("Phan", "Muc"):
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="70"/></w:numPr>'))
    for text, name in (("A", "Phan"), ("B", "Muc"), ("C", "Muc"), ("D", "Phan"), ("E", "Muc")):
        file.add_paragraph(text, style=name)
    assert written(file, tmp_path) == ["I. A", "1. B", "2. C", "II. D", "1. E"]


def test_a_list_that_points_at_a_list_style(tmp_path: Path) -> None:
    file = docx.Document()
    define(file, 70, [level("decimal", "%1/")], '<w:styleLink w:val="Kieu"/>')
    define(file, 71, [], '<w:numStyleLink w:val="Kieu"/>')
    item(file, "A", 71)
    item(file, "B", 71)
    assert written(file, tmp_path) == ["1/ A", "2/ B"]


@pytest.mark.parametrize(
    ("font", "stored", "text"),
    [("Symbol", "\uf0b7", "•"), ("Symbol", "\uf02d", "-"), ("Wingdings", "\uf0d8", "➢"), ("Wingdings", "\uf0a7", "▪"),
     ("Wingdings", "\uf0fc", "✓"), ("Courier New", "o", "o"), ("Wingdings", "\uf099", "•"), ("Times", "+", "+")],
)  # fmt: skip
def test_bullets(tmp_path: Path, font: str, stored: str, text: str) -> None:
    file = docx.Document()
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    define(file, 70, [level("bullet", stored) + fonts])
    item(file, "A", 70)
    assert written(file, tmp_path) == [f"{text} A"]


@pytest.mark.parametrize(
    ("text", "font", "want"),
    [("\uf0b3", "Symbol", "≥"), ("\uf0a3 5%", None, "≤ 5%"), ("\uf0fe", "Wingdings", "☑"), ("a b", "Symbol", "a b")],
)
def test_symbols(text: str, font: str | None, want: str) -> None:
    assert printed(text, font) == want


def test_symbols_formulas_fields_and_hidden_text(tmp_path: Path) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Đạt ")
    w = nsdecls("w")
    for xml in (
        f'<w:r {w}><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 95%, xem mục </w:t></w:r>',
        f'<w:r {w}><w:fldChar w:fldCharType="begin"/></w:r>',
        f"<w:r {w}><w:instrText>REF muc \\h</w:instrText></w:r>",
        f'<w:r {w}><w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r {w}><w:t>II.1</w:t></w:r>",
        f'<w:r {w}><w:fldChar w:fldCharType="end"/></w:r>',
        f"<w:r {w}><w:rPr><w:vanish/></w:rPr><w:t>không in</w:t></w:r>",
        f'<w:fldSimple {w} w:instr="DATE"><w:r><w:t xml:space="preserve"> ngày 5</w:t></w:r></w:fldSimple>',
        f"<m:oMath {M}><m:r><m:t>a=b/c</m:t></m:r></m:oMath>",
    ):
        paragraph._p.append(parse_xml(xml))
    file.add_paragraph("hoa", style="Normal").runs[0].font.all_caps = True
    assert written(file, tmp_path) == ["Đạt ≥ 95%, xem mục II.1 ngày 5a=b/c", "HOA"]


def test_bold_and_capitals_that_a_style_says(tmp_path: Path) -> None:
    file = docx.Document()
    style = file.styles.add_style("Tieu de", WD_STYLE_TYPE.PARAGRAPH)
    style.font.all_caps = style.font.bold = True
    file.add_paragraph("Mục tiêu", style="Tieu de")
    strong = file.styles.add_style("Dam", WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True
    file.add_paragraph().add_run("Nội dung", style="Dam")
    file.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx")
    assert [(text, line.bold) for text, line in zip(texts(document), document.lines, strict=True)] == [
        ("MỤC TIÊU", True),
        ("Nội dung", True),
    ]


def test_deleted_items_do_not_count(tmp_path: Path) -> None:
    file = docx.Document()
    define(file, 70, [level("decimal", "%1.")])
    for text in ("A", "B", "C"):
        item(file, text, 70)
    gone = file.paragraphs[1]._p
    gone.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="x"/></w:rPr>'))
    run = gone.find(qn("w:r"))
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="x"/>')
    run.addprevious(deleted)
    deleted.append(run)
    assert written(file, tmp_path) == ["1. A", "2. C"]


def test_tables_inside_frames_and_boxes(tmp_path: Path) -> None:
    """A frame of one cell around a table, and a text box with one: both stay tables."""
    file = docx.Document()

    def fill(table: docx.table.Table) -> None:
        for row, cells in enumerate([("TT", "Chỉ tiêu", "Năm 2026"), ("1", "Tỷ lệ A", "5%")]):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text

    frame = file.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "Biểu 1"
    fill(frame.add_table(rows=2, cols=3))
    file.add_paragraph("Giữa")
    inner = file.add_table(rows=2, cols=3)
    fill(inner)
    anchor = file.add_paragraph("Neo")
    run = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>Hộp</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    run.find(f".//{qn('w:txbxContent')}").append(inner._tbl)
    anchor._p.append(run)
    file.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx")
    grid = [["TT", "Chỉ tiêu", "Năm 2026"], ["1", "Tỷ lệ A", "5%"]]
    assert [table.grid() for table in document.tables] == [grid, grid]
    lines = [t for t, line in zip(texts(document), document.lines, strict=True) if line.region == "body"]
    assert lines == ["Biểu 1", "Giữa", "Neo", "Hộp"]


def picture(sheet: Sheet) -> io.BytesIO:
    buffer = io.BytesIO()
    sheet.image.save(buffer, "PNG", dpi=(200, 200))
    buffer.seek(0)
    return buffer


@pytest.mark.ocr
def test_a_scan_pasted_into_an_empty_document_is_read(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(85, 120, "Ủy ban nhân dân xã xây dựng kế hoạch năm 2026")
    file = docx.Document()
    file.add_picture(picture(sheet), width=Inches(6))
    file.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx", Settings.from_environment())
    assert document.text.strip() == "Ủy ban nhân dân xã xây dựng kế hoạch năm 2026"
    assert [(page.method, page.reason) for page in document.pages] == [("ocr", "a picture of a page in a Word file")]


def test_pictures_beside_text_are_counted_and_small_ones_are_not(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Ủy ban nhân dân tỉnh ban hành kế hoạch năm 2026. " * 10)
    logo = io.BytesIO()
    Image.new("RGB", (200, 200), "red").save(logo, "PNG")
    for image in (logo, picture(Sheet())):
        image.seek(0)
        file.add_picture(image, width=Inches(3))
    file.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").pages[0].reason == "Word file; 1 pictures of the size of a page are not read"
