from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageFont

from benchmarks.degrade import LEVELS, arrival_stamp, degrade, seal, signature
from pipeline.config import Settings
from pipeline.errors import BadInputError, MissingDependencyError
from pipeline.extract.image import read_images, resolution
from pipeline.extract.ocr import prepare, read_image_page, seals
from pipeline.extract.ocr.engine import tessdata
from pipeline.extract.page_content import PageContent, PrintedLine, PrintedTable
from tests.ocr.conftest import DPI, SERIF, Sheet, write_body
from tests.ocr.test_grid import XS, YS, draw_table

pytestmark = pytest.mark.ocr


def lines(content: PageContent) -> list[str]:
    return [line.content for line in content.lines()]


def test_body_lines_are_read_in_order_with_their_boxes(sheet: Sheet, settings: Settings) -> None:
    written = write_body(sheet)
    content = read_image_page(sheet.image, DPI, settings)
    assert lines(content) == written
    assert (content.method, content.rotation, content.width) == ("ocr", 0, pytest.approx(595.4, abs=0.5))
    first = content.lines()[0].words[0]
    assert (first.bbox.x0, first.bbox.top) == pytest.approx((85, 122), abs=4)
    assert not any(word.doubtful for line in content.lines() for word in line.words)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_pages_are_read_upright(sheet: Sheet, settings: Settings, rotation: int) -> None:
    written = write_body(sheet)
    content = read_image_page(sheet.image.rotate(rotation, expand=True), DPI, settings)
    assert lines(content) == written
    assert content.rotation == rotation
    assert content.width == pytest.approx(595.4, abs=0.5)


def test_letterhead_halves_are_read_one_after_the_other(sheet: Sheet, settings: Settings) -> None:
    sheet.text(110, 50, "ỦY BAN NHÂN DÂN")
    sheet.text(275, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    sheet.text(125, 68, "XÃ TÂN LẬP")
    sheet.text(325, 68, "Độc lập - Tự do - Hạnh phúc")
    sheet.rule(330, 88, 480, 88)
    sheet.text(115, 96, "Số: 12/KH-UBND")
    sheet.text(310, 96, "Tân Lập, ngày 05 tháng 01 năm 2024")
    sheet.text(260, 140, "KẾ HOẠCH")
    write_body(sheet, top=180)
    content = read_image_page(sheet.image, DPI, settings)
    head = [(item.region, item.content) for item in content.items[:7] if isinstance(item, PrintedLine)]
    assert head == [
        ("left", "ỦY BAN NHÂN DÂN"),
        ("left", "XÃ TÂN LẬP"),
        ("left", "Số: 12/KH-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Độc lập - Tự do - Hạnh phúc"),
        ("right", "Tân Lập, ngày 05 tháng 01 năm 2024"),
        ("body", "KẾ HOẠCH"),
    ]


def test_seal_stamp_and_pen_stay_out_of_the_text(sheet: Sheet, settings: Settings) -> None:
    written = write_body(sheet)
    image = seal(sheet.image, DPI, (4.5, 5.0), "ỦY BAN NHÂN DÂN XÃ", str(SERIF))
    image = arrival_stamp(image, DPI, (0.6, 0.4), str(SERIF))
    image = signature(image, DPI, (5.0, 9.0), np.random.default_rng(1))
    content = read_image_page(image, DPI, settings)
    assert lines(content) == written
    assert sorted({mark.kind for mark in content.marks}) == ["handwriting", "seal", "stamp"]


def test_page_number_is_a_header(sheet: Sheet, settings: Settings) -> None:
    sheet.text(295, 40, "12")
    write_body(sheet)
    first = read_image_page(sheet.image, DPI, settings).items[0]
    assert isinstance(first, PrintedLine)
    assert (first.region, first.content) == ("header", "12")


def test_a_ruled_table_is_read_cell_by_cell(sheet: Sheet, settings: Settings) -> None:
    write_body(sheet, top=60, times=1)
    draw_table(sheet, {("upright", 3, 0)})
    rows = [
        ["TT", "Chỉ tiêu", "Kết quả thực hiện", ""],
        ["1", "Diện tích trồng mới", "ha", "12,5"],
        ["2", "Chiều dài đường mòn", "km", "41,75"],
        ["3", "Số hộ tham gia", "hộ", "1.204"],
    ]
    for row, texts in enumerate(rows):
        for column, words in enumerate(texts):
            sheet.text(XS[column] + 8, YS[row] + 12, words, size=12)
    content = read_image_page(sheet.image, DPI, settings)
    table = content.items[-1]
    assert isinstance(table, PrintedTable)
    assert [table.row(row) for row in range(4)] == rows
    assert (table.cells[2].colspan, table.ruled) == (2, True)


def test_an_empty_page_is_blank(settings: Settings) -> None:
    content = read_image_page(Image.new("L", (1654, 2339), 255), DPI, settings)
    assert content.items == ()
    assert [mark.kind for mark in content.marks] == ["blank"]


@pytest.mark.parametrize("level", ["clean", "office"])
def test_a_scanned_page_is_read(sheet: Sheet, settings: Settings, level: str) -> None:
    written = write_body(sheet)
    scan = degrade(sheet.image, DPI, LEVELS[level], np.random.default_rng(5))
    content = read_image_page(scan, LEVELS[level].dpi, settings)
    assert len(lines(content)) == len(written)
    wrong = sum(a != b for a, b in zip(" ".join(lines(content)).split(), " ".join(written).split(), strict=True))
    assert wrong <= 4


def test_every_page_of_a_tiff_is_read(sheet: Sheet, settings: Settings) -> None:
    write_body(sheet, times=1)
    other = Sheet()
    other.text(100, 100, "Trang thứ hai của bản kế hoạch này")
    buffer = io.BytesIO()
    sheet.image.convert("1").save(
        buffer, "TIFF", save_all=True, append_images=[other.image.convert("1")], dpi=(DPI, DPI), compression="group4"
    )
    told: list[tuple[str, int, int]] = []
    pages = list(read_images(buffer.getvalue(), settings, lambda *step: told.append(step)))
    assert [len(lines(page)) for page in pages] == [6, 1]
    assert lines(pages[1]) == ["Trang thứ hai của bản kế hoạch này"]
    assert told == [("read", 0, 2), ("read", 1, 2), ("read", 2, 2)]


def test_broken_images_are_refused(settings: Settings) -> None:
    with pytest.raises(BadInputError):
        list(read_images(b"\x89PNG\r\n\x1a\n broken", settings, lambda *_: None))


@pytest.mark.parametrize(
    ("told", "size", "dpi"),
    [
        ((300, 300), (2480, 3508), 300),
        ((72, 72), (1654, 2339), 200),
        (None, (1240, 1754), 150),
        ((96, 96), (2339, 1654), 200),
    ],
)
def test_resolution_is_what_a_scanner_could_have_written(
    told: tuple[int, int] | None, size: tuple[int, int], dpi: float
) -> None:
    image = Image.new("1", size)
    if told:
        image.info["dpi"] = told
    assert resolution(image) == pytest.approx(dpi, rel=0.01)


def test_a_missing_model_names_its_package() -> None:
    with pytest.raises(MissingDependencyError, match="apt-get install"):
        tessdata(Settings(ocr_language="nosuchmodel"))


def test_a_black_seal_is_taken_off_what_it_was_put_over(sheet: Sheet, settings: Settings) -> None:
    write_body(sheet, 120, 2)
    recipients = ["Nơi nhận:", "- Như trên;", "- Lãnh đạo Sở Nội vụ;", "- Các phòng chuyên môn;", "- Lưu: VT."]
    for row, words in enumerate(recipients):
        sheet.text(85, 430 + 15 * row, words, size=11)
    sheet.text(350, 430, "CHỦ TỊCH HỘI ĐỒNG")
    sheet.text(380, 545, "Trần Văn Minh")
    for radius, width in ((51, 3), (48, 1), (33, 2)):
        x, y, r = 340 * DPI / 72, 480 * DPI / 72, radius * DPI / 72
        sheet.draw.ellipse((x - r, y - r, x + r, y + r), outline="black", width=width)
    sheet.text(325, 490, "★", size=20)
    content = read_image_page(sheet.image.convert("L"), DPI, settings)
    assert [mark.kind for mark in content.marks] == ["seal"]
    assert [line.content for line in content.lines() if line.region == "left"] == recipients
    right = [line.content for line in content.lines() if line.region == "right"]
    assert right == ["CHỦ TỊCH HỘI ĐỒNG", "Trần Văn Minh"]


def test_no_seal_is_seen_in_text(sheet: Sheet) -> None:
    write_body(sheet, 60, 5)
    assert seals.find(prepare.prepare(sheet.image.convert("L"), DPI).ink, DPI) == []


def test_a_quarter_in_romans_is_no_number(sheet: Sheet, settings: Settings) -> None:
    written = write_body(sheet)
    sheet.text(85, 600, "Thời gian thực hiện: Từ quý II/2012 đến hết quý III/2014.")
    content = read_image_page(sheet.image, DPI, settings)
    assert lines(content) == [*written, "Thời gian thực hiện: Từ quý II/2012 đến hết quý III/2014."]


def test_the_eleventh_of_november_in_italics_is_no_handwriting(sheet: Sheet, settings: Settings) -> None:
    italic = ImageFont.truetype(str(SERIF.with_name("LiberationSerif-Italic.ttf")), round(12.3 * DPI / 72))
    sheet.text(110, 50, "ỦY BAN NHÂN DÂN")
    sheet.text(275, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    sheet.text(125, 68, "XÃ TÂN LẬP")
    sheet.text(325, 68, "Độc lập - Tự do - Hạnh phúc")
    sheet.text(115, 96, "Số: 515/KH-UBND")
    words = "Tân Lập, ngày 11 tháng 11 năm 2024"
    sheet.draw.text((310 * DPI / 72, 96 * DPI / 72), words, fill="black", font=italic)
    write_body(sheet, top=180)
    scanned = degrade(sheet.image, DPI, LEVELS["office"], np.random.default_rng(3))
    head = lines(read_image_page(scanned, DPI, settings))[:6]
    assert "Số: 515/KH-UBND" in head
    assert words in head
