"""Drawn pages for the tests of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.config import Settings
from pipeline.errors import MissingDependencyError
from pipeline.extract.ocr.engine import reader

SERIF = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")
DPI = 200


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Settings with which Tesseract can be loaded; skips where its model is not installed."""
    found = Settings.from_environment()
    try:
        reader(found)
    except MissingDependencyError as error:
        pytest.skip(str(error))
    return found


class Sheet:
    """A white A4 page at 200 dpi to draw on; places in points."""

    def __init__(self, landscape: bool = False) -> None:
        size = (2339, 1654) if landscape else (1654, 2339)
        self.image = Image.new("RGB", size, "white")
        self.draw = ImageDraw.Draw(self.image)

    def text(self, x: float, y: float, words: str, size: float = 13, fill: str = "black") -> None:
        font = ImageFont.truetype(str(SERIF), round(size * DPI / 72))
        self.draw.text((x * DPI / 72, y * DPI / 72), words, fill=fill, font=font)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.draw.line([v * DPI / 72 for v in (x0, y0, x1, y1)], fill="black", width=2)


@pytest.fixture
def sheet() -> Sheet:
    if not SERIF.is_file():
        pytest.skip("fonts-liberation2 is not installed")
    return Sheet()


BODY = [
    "Căn cứ Kế hoạch phát triển kinh tế - xã hội năm 2024 của Ủy ban nhân dân",
    "huyện, Ủy ban nhân dân xã xây dựng kế hoạch trồng cây phân tán với các nội",
    "dung sau đây, yêu cầu các đơn vị liên quan phối hợp tổ chức thực hiện đúng",
    "tiến độ, bảo đảm chất lượng và báo cáo kết quả về Văn phòng để tổng hợp.",
    "Phấn đấu đến cuối năm trồng mới 12.500 cây, tỷ lệ sống đạt trên 92,5% và giao",
    "cho từng thôn chăm sóc, bảo vệ; kinh phí lấy từ nguồn sự nghiệp nông nghiệp.",
]


def write_body(sheet: Sheet, top: float = 120, times: int = 3) -> list[str]:
    """Draw a paragraph ``times`` over; returns its lines."""
    lines = BODY * times
    for index, line in enumerate(lines):
        sheet.text(85, top + 21 * index, line)
    return lines
