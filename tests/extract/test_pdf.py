from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.errors import BadInputError, EncryptedError


def read(path: Path, settings: Settings | None = None) -> Document:
    return extract.read(path, settings or Settings(), lambda *_: None)


def draw(path: Path, paint: Callable[[Canvas], None]) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    paint(canvas)
    canvas.save()
    return path


def texts(document: Document) -> list[tuple[str, str]]:
    return [(line.region, document.text[line.span.start : line.span.end]) for line in document.lines]


def test_the_halves_of_a_letterhead_are_read_apart(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for y, left, right in (
            (780, "UY BAN NHAN DAN", "CONG HOA XA HOI CHU NGHIA VIET NAM"),
            (764, "XA A", "Doc lap - Tu do - Hanh phuc"),
            (740, "So: 12/KH-UBND", "A, ngay 5 thang 1 nam 2026"),
        ):
            canvas.drawString(90, y, left)
            canvas.drawString(280, y, right)
        canvas.drawCentredString(A4[0] / 2, 700, "KE HOACH")
        canvas.drawString(85, 660, "Dan so:" + " " * 60 + "374.125 nguoi")

    assert texts(read(draw(tmp_path / "a.pdf", paint))) == [
        ("left", "UY BAN NHAN DAN"),
        ("left", "XA A"),
        ("left", "So: 12/KH-UBND"),
        ("right", "CONG HOA XA HOI CHU NGHIA VIET NAM"),
        ("right", "Doc lap - Tu do - Hanh phuc"),
        ("right", "A, ngay 5 thang 1 nam 2026"),
        ("body", "KE HOACH"),
        ("body", "Dan so: 374.125 nguoi"),
    ]


def test_recipients_stand_before_the_signature(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(85, 700, "Tren day la Ke hoach cua Uy ban nhan dan xa A trong nam 2026 ./.")
        canvas.drawString(85, 660, "Noi nhan:")
        canvas.drawString(330, 660, "TM. UY BAN NHAN DAN")
        canvas.drawString(85, 645, "- UBND huyen;")
        canvas.drawString(350, 645, "CHU TICH")
        canvas.drawString(85, 630, "- Luu: VT.")
        canvas.drawString(345, 560, "Nguyen Van A")

    assert [text for region, text in texts(read(draw(tmp_path / "a.pdf", paint))) if region in ("left", "right")] == [
        "Noi nhan:",
        "- UBND huyen;",
        "- Luu: VT.",
        "TM. UY BAN NHAN DAN",
        "CHU TICH",
        "Nguyen Van A",
    ]


def test_ruled_table_over_two_pages_is_one_table(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for rows in (
            [("TT", "Muc tieu", "Nam 2026"), ("1", "Ty le A", "78%")],
            [("TT", "Muc tieu", "Nam 2026"), ("2", "Ty le B", "5%")],
        ):
            for number, row in enumerate(rows):
                top = 780 - 20 * number
                for x0, x1, text in zip((60, 100, 300), (100, 300, 400), row, strict=True):
                    canvas.rect(x0, top - 20, x1 - x0, 20)
                    canvas.drawString(x0 + 3, top - 14, text)
            canvas.showPage()

    (table,) = read(draw(tmp_path / "a.pdf", paint)).tables
    assert table.pages == (1, 2)
    assert table.header_rows == 0 or table.grid()[0] == ["TT", "Muc tieu", "Nam 2026"]
    assert ["1", "Ty le A", "78%"] in table.grid()
    assert ["2", "Ty le B", "5%"] in table.grid()


def test_every_word_has_its_box_on_its_page(tmp_path: Path) -> None:
    document = read(draw(tmp_path / "a.pdf", lambda canvas: canvas.drawString(100, 700, "Ke hoach nam 2026")))
    assert [document.text[w.span.start : w.span.end] for w in document.words] == ["Ke", "hoach", "nam", "2026"]
    first = document.words[0].bbox
    assert first.x0 == pytest.approx(100, abs=1)
    assert first.top < A4[1] - 700 < first.bottom


def test_a_pdf_that_asks_for_a_password(tmp_path: Path) -> None:
    plain = draw(tmp_path / "a.pdf", lambda canvas: canvas.drawString(100, 700, "x y z w v u"))
    with pikepdf.open(plain) as pdf:
        pdf.save(tmp_path / "user.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
        pdf.save(tmp_path / "owner.pdf", encryption=pikepdf.Encryption(user="", owner="o"))
    with pytest.raises(EncryptedError, match="password"):
        read(tmp_path / "user.pdf")
    assert read(tmp_path / "owner.pdf").text.strip() == "x y z w v u"


@pytest.mark.parametrize("cut", [20, 400])
def test_a_cut_pdf_is_refused(tmp_path: Path, cut: int) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(100, 700, "x")
    canvas.save()
    path = tmp_path / "cut.pdf"
    path.write_bytes(buffer.getvalue()[:cut])
    with pytest.raises(BadInputError):
        read(path)


def test_too_many_pages(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for _ in range(3):
            canvas.drawString(100, 700, "x")
            canvas.showPage()

    with pytest.raises(BadInputError, match="3 pages"):
        read(draw(tmp_path / "a.pdf", paint), Settings(max_pages=2))


def test_numbers_filled_in_by_a_signature_are_in_their_place(corpus: Path) -> None:
    for name, number in (("vungtau-kh2144-2025-danso.pdf", "2144"), ("hanoi-kh173-2026-festival.pdf", "173")):
        head = [text for region, text in texts(read(corpus / "docs" / name)) if region in ("left", "right")]
        assert any(number in text and "KH-UBND" in text for text in head)
        assert any("ngày" in text and "tháng" in text and text.endswith(("2025", "2026")) for text in head)


def test_running_heads_stand_in_the_margin_and_do_not_break_tables(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for page in range(3):
            head = (
                f"{18 + page} CONG BAO/So 09/Ngay 25-02-2025"
                if page % 2
                else f"CONG BAO/So 09/Ngay 25-02-2025 {18 + page}"
            )
            canvas.drawString(100, 800, head)
            canvas.setFillColorRGB(0.9, 0.9, 0.9)
            canvas.rect(62, 735, 30, 8, stroke=0, fill=1)  # shading behind a word is no rule
            canvas.setFillColorRGB(0, 0, 0)
            for x0, x1, text in ((60, 100, str(page + 1)), (100, 300, "Ty le A"), (300, 400, "78%")):
                canvas.rect(x0, 720, x1 - x0, 40)
                canvas.drawString(x0 + 3, 740, text)
            canvas.showPage()

    document = read(draw(tmp_path / "a.pdf", paint))
    assert [line.region for line in document.lines if line.region != "table"] == ["header"] * 3
    (table,) = document.tables
    assert [row[0] for row in table.grid()] == ["1", "2", "3"]


def test_letters_that_a_font_maps_to_spaces_send_the_page_to_recognition(corpus: Path) -> None:
    import pypdfium2

    from pipeline.extract import textlayer
    from pipeline.extract.router import choose

    with pypdfium2.PdfDocument(corpus / "docs" / "vungtau-p1-qd64-2025-kehoach-lcnt.pdf") as pdf:
        page = pdf[2]
        assert choose(page, textlayer.words(page), Settings()).method == "ocr"


def test_a_page_number_beside_the_signature_stands_in_the_margin(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(85, 660, "Noi nhan:")
        canvas.drawString(330, 660, "TM. UY BAN NHAN DAN")
        canvas.drawString(85, 645, "- Luu: VT.")
        canvas.drawString(345, 560, "Nguyen Van A")
        canvas.drawString(520, 30, "8")

    assert texts(read(draw(tmp_path / "a.pdf", paint)))[-2:] == [("right", "Nguyen Van A"), ("footer", "8")]


def test_text_that_runs_over_the_edge_of_its_cell_belongs_to_the_cell_in_which_it_begins(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for number, row in enumerate([("TT", "Chi tieu", "Nam 2026"), ("AAAAAA", "Ty le ho ngheo da chieu", "5%")]):
            for x0, x1, text in zip((60, 100, 180), (100, 180, 300), row, strict=True):
                canvas.rect(x0, 760 - 20 * number, x1 - x0, 20)
                canvas.drawString(
                    (x1 + 1 if text == "5%" else x0) - (10 if text == "AAAAAA" else -2), 765 - 20 * number, text
                )

    (table,) = read(draw(tmp_path / "a.pdf", paint)).tables
    assert [row[:2] for row in table.grid()] == [["TT", "Chi tieu"], ["AAAAAA", "Ty le ho ngheo da chieu"]]


@pytest.mark.parametrize(
    ("rotation", "rotate", "turned"),
    [(0, 0, 0), (90, 90, 0), (180, 180, 0), (270, 270, 0), (90, 0, 90), (270, 0, 270), (0, 180, 180), (0, 90, 270)],
)
def test_tables_of_turned_pages(tmp_path: Path, rotation: int, rotate: int, turned: int) -> None:
    """Text drawn ``rotation`` degrees anticlockwise on a page that is shown turned ``rotate`` degrees clockwise."""

    def paint(canvas: Canvas) -> None:
        canvas.translate(*{0: (0, 0), 90: (A4[0], 0), 180: A4, 270: (0, A4[1])}[rotation])
        canvas.rotate(rotation)
        for number, row in enumerate([("TT", "Chi tieu", "Nam 2026"), ("1", "Ty le A", "78%")]):
            for x0, x1, text in zip((60, 100, 300), (100, 300, 400), row, strict=True):
                canvas.rect(x0, 500 - 20 * number, x1 - x0, 20)
                canvas.drawString(x0 + 3, 505 - 20 * number, text)

    with pikepdf.open(draw(tmp_path / "a.pdf", paint)) as pdf:
        pdf.pages[0].Rotate = rotate
        pdf.save(tmp_path / "turned.pdf")
    document = read(tmp_path / "turned.pdf")
    assert document.pages[0].rotation == turned
    (table,) = document.tables
    assert table.grid() == [["TT", "Chi tieu", "Nam 2026"], ["1", "Ty le A", "78%"]]
    box = document.words[0].bbox
    assert (box.x0, box.bottom) == (
        pytest.approx(63, abs=1),
        pytest.approx((A4[1] if rotation % 180 == 0 else A4[0]) - 503, abs=3),
    )


def test_white_lines_and_shading_rule_no_table(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setStrokeColorRGB(1, 1, 1)
        for number in range(3):
            for x0, x1 in ((60, 100), (100, 300), (300, 400)):
                canvas.rect(x0, 700 - 20 * number, x1 - x0, 20)
                canvas.drawString(x0 + 3, 705 - 20 * number, "chu")

    assert read(draw(tmp_path / "a.pdf", paint)).tables == ()


def test_a_signature_that_describes_itself_is_a_stamp(tmp_path: Path) -> None:
    plain = draw(tmp_path / "a.pdf", lambda canvas: canvas.drawString(90, 740, "So:          /KH-UBND"))
    with pikepdf.open(plain) as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        fields = []
        for number, (rect, size, text) in enumerate(
            [([108, 738, 130, 752], 12, "26"), ([400, 800, 560, 830], 8, "Nguoi ky: UBND xa A")]
        ):
            width, height = rect[2] - rect[0], rect[3] - rect[1]
            face = pdf.make_stream(f"BT /F {size} Tf 2 2 Td ({text}) Tj ET".encode())
            face.Type, face.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            face.BBox, face.Resources = [0, 0, width, height], pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            fields.append(
                pdf.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, Rect=rect, F=4,
                        T=f"Signature{number}", AP=pikepdf.Dictionary(N=face), P=pdf.pages[0].obj,
                    )
                )
            )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array(fields)
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields), SigFlags=3)
        pdf.save(tmp_path / "signed.pdf")
    document = read(tmp_path / "signed.pdf")
    assert document.text == "So: 26 /KH-UBND\n"
    assert [(mark.kind, mark.text) for mark in document.pages[0].marks] == [("stamp", "Nguoi ky: UBND xa A")]


def test_files_inside_a_pdf_are_named(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(90, 780, "Ke hoach nam 2026")
        canvas.showPage()
        canvas.drawString(90, 780, "Trang hai")

    path = draw(tmp_path / "a.pdf", paint)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["Biểu 01.xlsx"] = b"table"
        pin = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FileAttachment,
            Rect=[10, 10, 30, 30],
            Contents=pikepdf.String("Phụ lục kèm theo"),
            FS=pikepdf.AttachedFileSpec(pdf, b"annex", filename="phu-luc.docx").obj,
        )
        pdf.pages[1].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(pin)]))
        pdf.save(path)
    document = read(path)
    assert [[mark.text for mark in page.marks if mark.kind == "attachment"] for page in document.pages] == [
        ["Biểu 01.xlsx"],
        ["Phụ lục kèm theo"],
    ]
    assert "table" not in document.text
