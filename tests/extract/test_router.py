from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.reading_router import judged, score
from pipeline.config import Settings
from pipeline.extract import textlayer
from pipeline.extract.router import Choice, broken_text, choose, judge, worth
from pipeline.lexicon.syllables import is_syllable

GOOD = "Tăng cường công tác tuyên truyền, phổ biến giáo dục pháp luật trên địa bàn huyện trong năm 2026 theo kế hoạch"


@pytest.mark.parametrize(
    "word",
    "nghiêng khuya quyết giếng ngoằn hoạch thuở quốc yến ỷ uỷ ủy Khuyến ĐƯỢC gì giữ quyển oanh xoong uống".split(),
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hocc", "ngj", "wf", "TRUONGX", "tn«", "áàn", "bac̉", "lat̀", "ngh", "zza", "B0"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_worth_of_words() -> None:
    assert worth(GOOD.split()).valid == 1.0
    assert worth("BOGIAa Dl)C vA DAa TAO C(>NG HOA canNGHiA VI~T TRUONG HQc t6ng k~t".split()).valid < 0.75
    assert worth("KÕ ho¹ch ph¸t triÓn kinh tÕ x· héi cña tØnh".split()).valid < 0.7
    assert worth([]).words == 0


def test_letters_that_a_font_drops() -> None:
    text = "ỦY BAN NHÂN DÂN TỈNH, HỘI ĐỒNG NHÂN DÂN, SỞ GIÁO DỤC VÀ ĐÀO TẠO, CHƯƠNG TRÌNH " * 5
    assert broken_text(text) == ""
    assert "(H)" in broken_text(text.replace("H", ""))
    assert broken_text("NGÀY") == ""


@pytest.mark.parametrize(
    ("head", "broken"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", False),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do–Hạnh phúc", False),
        ("CỘNG ÒA XÃ ỘI C Ủ NG ĨA VIỆT NAM Độc lập - Tự do - ạnh phúc", True),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", False),
    ],
)
def test_fixed_wording_shows_dropped_letters(head: str, broken: bool) -> None:
    assert bool(broken_text(head + " " + GOOD)) is broken


def test_nothing() -> None:
    assert broken_text("") == ""


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("tayninh-qd308-2025", "ocr"),
        ("dhtaydo-bc635-2025-khaosat", "ocr"),
        ("cp-nd47-2020-loi-tounicode", "ocr"),
        ("daksong-bieu-chitieu-2019-2020-font-khong-nhung", "text_layer"),
        ("vungtau-kh2144-2025-danso", "text_layer"),
        ("ttg-qd146-2022-nhanluc-cds", "ocr"),
        ("sonla-kh07-2023-phatdong-cuocthi", "ocr"),
        ("haiphong-qd440-2025", "ocr"),
        ("brvt-congbao-qd353-2025", "text_layer"),
    ],
)
def test_each_document_takes_its_way(corpus: Path, name: str, method: str) -> None:
    with pypdfium2.PdfDocument(corpus / "docs" / f"{name}.pdf") as pdf:
        sample = "\n".join(pdf[n].get_textpage().get_text_bounded() for n in range(min(len(pdf), 12)))
        page = pdf[0]
        assert choose(page, textlayer.words(page), Settings(), broken_text(sample)).method == method


@pytest.mark.parametrize(
    ("words", "covered", "method"),
    [
        (GOOD, 0.0, "text_layer"),
        (GOOD, 1.0, "text_layer"),
        (unicodedata.normalize("NFD", GOOD), 0.0, "text_layer"),
        (
            "H'Ngăm Niê, xã Krông Nô, huyện Lắk; Y Thông, xã Cư M'gar; Giàng A Páo, xã Mù Cang Chải, tỉnh A",
            0.0,
            "text_layer",
        ),
        ("Tang cuong cong tac tuyen truyen, pho bien giao duc phap luat tren dia ban huyen trong nam", 1.0, "ocr"),
        ("KÕ ho¹ch ph¸t triÓn kinh tÕ x· héi cña tØnh n¨m 2004 nh­ sau vÒ c¸c môc tiªu", 0.0, "ocr"),
        ("ĐẾN Số: 12 Ngày: 3/4/2026", 1.0, "ocr"),
        ("", 1.0, "ocr"),
        ("", 0.0, "text_layer"),
    ],
)
def test_the_worth_of_the_words_decides(words: str, covered: float, method: str) -> None:
    assert judge(words.split(), covered).method == method


def test_broken_files_of_every_kind_are_found() -> None:
    """The files of benchmarks/reading_router, two of a kind; the whole benchmark asks for 0.97."""
    outcomes = [(kind, unusable, decided["router"]) for kind, unusable, decided in judged(Path("absent"), each=2)]
    assert {kind for kind, _, _ in outcomes} >= {"file: prose", "file: codes shifted", "file: figures"}
    assert score([(unusable, called) for _, unusable, called in outcomes])["f1"] >= 0.97


def drawn(tmp_path: Path, paint: Callable[[Canvas], None]) -> Choice:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    paint(canvas)
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        page = pdf[0]
        return choose(page, textlayer.words(page), Settings())


def test_a_scan_in_strips_is_a_scan(tmp_path: Path) -> None:
    strip = ImageReader(Image.new("L", (80, 1), 200))

    def paint(canvas: Canvas) -> None:
        for number in range(100):
            canvas.drawImage(strip, 0, 8.4 * number, 595, 8.4)

    assert drawn(tmp_path, paint) == Choice("ocr", "no text layer")


def test_letters_drawn_as_outlines_are_read_as_an_image(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for number in range(30):
            canvas.circle(60 + 15 * number, 700, 5)
            path = canvas.beginPath()
            path.moveTo(60, 600)
            for step in range(12):
                path.lineTo(60 + step, 600 + step % 3)
            canvas.drawPath(path)

    assert drawn(tmp_path, paint).method == "ocr"
    assert drawn(tmp_path, lambda canvas: canvas.rect(60, 60, 300, 300)).method == "text_layer"
