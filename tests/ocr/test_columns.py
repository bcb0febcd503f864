"""Numbers of a column read side by side."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from benchmarks.degrade import LEVELS, degrade
from pipeline.config import Settings
from pipeline.extract.ocr import columns, read_image_page
from pipeline.extract.ocr.columns import Picture
from pipeline.extract.ocr.engine import Engine, ReadWord, reader, second_reader
from pipeline.extract.ocr.raster import Box, Pixels
from pipeline.extract.page_content import PrintedTable
from tests.ocr.conftest import DPI, SERIF, Sheet


class _Seen(Engine):
    """An engine that reads one sign for every block of black in a line."""

    def signs(self, image: Pixels, dpi: float, letters: str) -> list[ReadWord]:
        dark = np.flatnonzero(np.diff(np.concatenate(([0], (image < 128).any(axis=0).astype(np.int8), [0]))))
        return [ReadWord("1", 1.0, Box(int(a), 0, int(b), 1)) for a, b in zip(dark[::2], dark[1::2], strict=True)]


def _blocks(count: int) -> Picture:
    image = np.full((20, 10 * max(1, count)), 255, dtype=np.uint8)
    for at in range(count):
        image[2:18, 10 * at + 3 : 10 * at + 8] = 0
    return Picture(image, 18, 16)


@pytest.mark.parametrize("counts", [[1, 3, 2], [1], [], [2, 0, 1], [7] * 90])
def test_each_cell_gets_its_own_signs(counts: list[int]) -> None:
    pictures = [_blocks(count) for count in counts]
    assert columns.read(pictures, _Seen(None), DPI, "1") == ["1" * count for count in counts]  # type: ignore[arg-type]


@pytest.mark.ocr
@pytest.mark.skipif(not SERIF.is_file(), reason="fonts-liberation2 is not installed")
def test_short_numbers_are_read_in_company(settings: Settings) -> None:
    printed = ["2", "27", "22", "1.713", "8", "77,43", "9", "3", "92.511", "5,41", "56", "17", "40,23", "1"]
    pictures = []
    for number, text in enumerate(printed):
        page = Image.new("RGB", (300, 60), "white")
        ImageDraw.Draw(page).text((20, 5), text, fill=(15, 15, 15), font=ImageFont.truetype(str(SERIF), 46))
        scanned = degrade(page, 300, LEVELS["office"], np.random.default_rng(number)).convert("L")
        left, top, right, bottom = scanned.point(lambda grey: 255 * (grey < 140)).getbbox() or (0, 0, 1, 1)
        image = np.asarray(scanned.crop((left - 3, max(0, top - 3), right + 3, bottom + 3)))
        pictures.append(Picture(image, image.shape[0] - 4, image.shape[0] - 7))
    for engine in (reader(settings), second_reader(settings)):
        if engine is not None:
            assert columns.read(pictures, engine, DPI, "0123456789.,-%") == printed


@pytest.mark.ocr
def test_ordinals_and_values_of_a_table(sheet: Sheet, settings: Settings) -> None:
    rows = [(str(n), name, value) for n, (name, value) in enumerate(zip(_NAMES, _VALUES, strict=True), start=1)]
    xs, top, pitch = (70, 110, 400, 500), 150.0, 22.0
    for number, row in enumerate([("TT", "Chỉ tiêu", "Kế hoạch"), *rows]):
        for x, text in zip(xs, row, strict=False):
            sheet.text(x + 8, top + pitch * number + 4, text, size=11)
    for number in range(len(rows) + 2):
        sheet.rule(xs[0], top + pitch * number, xs[-1], top + pitch * number)
    for x in xs:
        sheet.rule(x, top, x, top + pitch * (len(rows) + 1))
    scanned = degrade(sheet.image, DPI, LEVELS["office"], np.random.default_rng(7))
    (table,) = (item for item in read_image_page(scanned, DPI, settings).items if isinstance(item, PrintedTable))
    read = [table.row(row) for row in range(1, table.n_rows)]
    assert [(row[0], row[2]) for row in read] == [(row[0], row[2]) for row in rows]
    words = [word for cell in table.cells if cell.column != 1 for line in cell.lines for word in line.words]
    assert not any(word.doubtful for word in words)


_NAMES = (
    "Số xã đạt chuẩn", "Tỷ lệ hộ nghèo", "Số việc làm mới", "Diện tích rừng", "Số bác sĩ", "Số lượt khách",
    "Tỷ lệ che phủ rừng", "Số hộ thoát nghèo", "Sản lượng lương thực", "Số trường học", "Số thôn", "Số hồ sơ",
)  # fmt: skip
_VALUES = ("2", "27", "1.713", "92.511", "8", "22", "56", "9", "77", "3", "17", "816")
