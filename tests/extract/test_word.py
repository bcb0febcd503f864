from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.errors import BadInputError, EncryptedError, MissingDependencyError
from pipeline.extract.legacy import encoding_of_font, repair, to_unicode
from pipeline.extract.word.office import suffix_of
from pipeline.lexicon.syllables import is_syllable
from tests.extract.marks import share_of_marks


def read(path: Path) -> Document:
    return extract.read(path, Settings(), lambda *_: None)


def lines(document: Document) -> list[str]:
    return [document.text[line.span.start : line.span.end] for line in document.lines]


def save(file: docx.document.Document, path: Path) -> Path:
    file.save(str(path))
    return path


def test_paragraphs_and_tables_in_order_with_spans(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph().add_run("I. MỤC TIÊU").bold = True
    table = file.add_table(rows=3, cols=3)
    for row, texts in enumerate([("TT", "Chỉ tiêu", "Năm 2026"), ("1", "Tỷ lệ A", "78%"), ("", "", "80%")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    file.add_paragraph("II. NHIỆM VỤ")
    document = read(save(file, tmp_path / "a.docx"))
    assert lines(document)[0] == "I. MỤC TIÊU"
    assert document.lines[0].bold
    assert lines(document)[-1] == "II. NHIỆM VỤ"
    (found,) = document.tables
    assert found.header_rows == 1
    spanning = found.at(2, 0)
    assert spanning is not None
    assert (spanning.text, spanning.rowspan) == ("1", 2)


def numbered(file: docx.document.Document, levels: list[tuple[str, str]]) -> None:
    """Add list 77 to the file, with the given (format, text) by level."""
    root = file.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for number, (form, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(number))
        for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    root.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    num.append(link)
    root.append(num)


def test_automatic_numbers_are_those_that_word_prints(tmp_path: Path) -> None:
    file = docx.Document()
    numbered(file, [("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("bullet", "\uf0b7")])
    for level, text in ((0, "A"), (1, "B"), (2, "C"), (2, "D"), (1, "E"), (2, "F"), (3, "G"), (0, "H"), (1, "I")):
        paragraph = file.add_paragraph(text)
        pr = paragraph._p.get_or_add_pPr()
        num = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", str(level)), ("w:numId", "77")):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            num.append(child)
        pr.append(num)
    assert lines(read(save(file, tmp_path / "a.docx"))) == [
        "I. A", "1. B", "1.1. C", "1.2. D", "2. E", "2.1. F", "• G", "II. H", "1. I",
    ]  # fmt: skip


def test_letterhead_table_becomes_two_halves(tmp_path: Path) -> None:
    file = docx.Document()
    table = file.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ A"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table.cell(1, 0).text = "Số: 12/KH-UBND"
    table.cell(1, 1).text = "A, ngày 5 tháng 1 năm 2026"
    file.add_paragraph("KẾ HOẠCH")
    document = read(save(file, tmp_path / "a.docx"))
    assert [(line.region, text) for line, text in zip(document.lines, lines(document), strict=True)] == [
        ("left", "ỦY BAN NHÂN DÂN"),
        ("left", "XÃ A"),
        ("left", "Số: 12/KH-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "A, ngày 5 tháng 1 năm 2026"),
        ("body", "KẾ HOẠCH"),
    ]


def test_legacy_fonts_run_by_run(tmp_path: Path) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph()
    paragraph.add_run("KÕ ho¹ch ph¸t triÓn ").font.name = ".VnTime"
    paragraph.add_run("uû ban nh©n d©n ").font.name = ".VnTimeH"
    paragraph.add_run("tỉnh Lào Cai").font.name = "Times New Roman"
    assert lines(read(save(file, tmp_path / "a.docx"))) == ["Kế hoạch phát triển UỶ BAN NHÂN DÂN tỉnh Lào Cai"]


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", "tcvn3"), (".VnArialH", "tcvn3"), ("VNI-Times", "vni"), ("Times New Roman", None), (None, None)],
)
def test_encoding_of_font(font: str | None, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


def test_unicode_text_in_a_legacy_font_stays() -> None:
    assert to_unicode("Kế hoạch phát triển", ".VnTime") == "Kế hoạch phát triển"
    assert repair("Kế hoạch phát triển kinh tế xã hội của tỉnh") == "Kế hoạch phát triển kinh tế xã hội của tỉnh"


def test_whole_text_in_tcvn3_is_repaired() -> None:
    text = "ñy ban nh©n d©n tØnh ban hµnh KÕ ho¹ch ph¸t triÓn kinh tÕ x· héi cña tØnh n¨m 2004 nh­ sau vÒ c¸c môc tiªu"
    words = [w for w in repair(text).split() if w.isalpha()]
    assert sum(map(is_syllable, words)) == len(words)


def test_entities_and_damage_are_refused(tmp_path: Path) -> None:
    good = save(docx.Document(), tmp_path / "good.docx").read_bytes()
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(bomb, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "word/document.xml":
                data = data.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', 1)
            target.writestr(info, data)
    with pytest.raises(BadInputError, match="entities"):
        read(bomb)
    (tmp_path / "cut.docx").write_bytes(good[:3000])
    with pytest.raises(BadInputError):
        read(tmp_path / "cut.docx")


def test_old_word_file_without_libreoffice_says_how_to_install_it(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingDependencyError, match="apt-get install"):
        read(corpus / "legacy" / "2004-B6.doc")


def test_closing_table_with_a_column_for_room_and_a_note_below(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Trên đây là Kế hoạch ./.")
    table = file.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "Nơi nhận:\n- Lưu: VT."
    table.cell(0, 2).text = "CHỦ TỊCH"
    table.cell(1, 2).text = "Nguyễn Văn A"
    document = read(save(file, tmp_path / "a.docx"))
    assert [(line.region, text) for line, text in zip(document.lines[1:], lines(document)[1:], strict=True)] == [
        ("left", "Nơi nhận:"),
        ("left", "- Lưu: VT."),
        ("right", "CHỦ TỊCH"),
        ("right", "Nguyễn Văn A"),
    ]
    assert document.tables == ()


def test_running_heads_stand_in_the_margin_and_page_numbers_are_left_to_the_printer(tmp_path: Path) -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "CÔNG BÁO/Số 12"
    file.sections[0].footer.paragraphs[0].text = "Trang 1"
    file.add_paragraph("KẾ HOẠCH")
    document = read(save(file, tmp_path / "a.docx"))
    assert [(line.region, text) for line, text in zip(document.lines, lines(document), strict=True)] == [
        ("header", "CÔNG BÁO/Số 12"),
        ("body", "KẾ HOẠCH"),
    ]


def test_title_typed_into_a_table_stands_above_it(tmp_path: Path) -> None:
    file = docx.Document()
    table = file.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Biểu 1. Chỉ tiêu"
    for row, texts in ((1, ("TT", "Chỉ tiêu", "Năm 2026")), (2, ("1", "Tỷ lệ A", "78%"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document = read(save(file, tmp_path / "a.docx"))
    assert lines(document)[0] == "Biểu 1. Chỉ tiêu"
    assert document.tables[0].header_rows == 1
    assert document.tables[0].grid() == [["TT", "Chỉ tiêu", "Năm 2026"], ["1", "Tỷ lệ A", "78%"]]


def ole(*streams: str, flags: int = 0) -> bytes:
    """The beginning of an OLE file with the names of its streams."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    fib = (b"\xec\xa5" + bytes(8) + flags.to_bytes(2, "little")).ljust(512, b"\0")
    return head + fib + b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)


@pytest.mark.parametrize(
    ("data", "suffix"), [(ole("WordDocument"), ".doc"), (ole("Workbook"), ".xls"), (ole("Book"), ".xls")]
)
def test_old_office_files_are_known_by_their_streams(data: bytes, suffix: str) -> None:
    assert suffix_of(Path("x.bin"), data) == suffix


@pytest.mark.parametrize("data", [ole("EncryptedPackage"), ole("WordDocument", flags=0x0100)])
def test_old_office_files_with_a_password(data: bytes) -> None:
    with pytest.raises(EncryptedError, match="password"):
        suffix_of(Path("x.doc"), data)


def test_other_ole_files_are_refused() -> None:
    with pytest.raises(BadInputError):
        suffix_of(Path("x.msg"), ole("__properties"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.slow
@pytest.mark.parametrize("name", ["2003-A28.rtf", "2004-B6.doc", "2008-23.QD-991-UBND.doc", "2005-QD-256.doc"])
def test_marks_of_legacy_files(corpus: Path, name: str) -> None:
    """At least 99 of 100 letters with a mark are right."""
    truth = (corpus / "legacy" / f"{name.rsplit('.', 1)[0]}.truth.txt").read_text(encoding="utf-8")
    assert share_of_marks(truth, read(corpus / "legacy" / name).text) >= 0.99


def test_content_controls_insertions_and_moves(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Một")
    body = file.element.body
    for wrapped, text in (("w:sdt", "Hai"), ("w:customXml", "Ba")):
        paragraph = file.add_paragraph(text)._p
        outer = OxmlElement(wrapped)
        inner = outer
        if wrapped == "w:sdt":
            inner = OxmlElement("w:sdtContent")
            outer.append(inner)
        body.insert(body.index(paragraph), outer)
        inner.append(paragraph)
    last = file.add_paragraph("Bốn ")
    for tag, text in (("w:ins", "năm "), ("w:del", "sáu "), ("w:moveFrom", "bảy "), ("w:moveTo", "tám")):
        change = OxmlElement(tag)
        change.append(last.add_run(text)._r)
        last._p.append(change)
    assert lines(read(save(file, tmp_path / "a.docx"))) == ["Một", "Hai", "Ba", "Bốn năm tám"]
