"""Cells of a column of units."""

from __future__ import annotations

import pytest

from pipeline.document import BBox
from pipeline.extract.ocr.unit_cells import heads_units, settled
from pipeline.extract.page_content import PrintedWord


@pytest.mark.parametrize(
    ("title", "units"),
    [("Đơn vị tính", True), ("Đơn vị tinh", True), ("ĐVT", True), ("Đ.V.T", True), ("Đơn vị chủ trì", False)],
)
def test_titles(title: str, units: bool) -> None:
    assert heads_units(title) is units


@pytest.mark.parametrize(
    ("read", "confidence", "put_right", "doubtful"),
    [
        ("tân", 0.8, "tấn", False),
        ("Nguời", 0.9, "Người", False),
        ("tỷ đông", 0.8, "tỷ đồng", False),
        ("ø", 0.4, "%", True),
        # all marks lost, or read as a sign of their own
        ("tan", 0.97, "tấn", False),
        ("x tan", 0.6, "tấn", False),
        # surely read, a unit, two units with these letters, no unit at all
        ("tân", 0.97, "tân", False),
        ("ø", 0.97, "ø", False),
        ("%", 0.4, "%", False),
        ("m", 0.4, "m", False),
        ("hô", 0.8, "hô", False),
        ("Nà", 0.5, "Nà", False),
        ("8", 0.5, "8", False),
    ],
)
def test_units(read: str, confidence: float, put_right: str, doubtful: bool) -> None:
    words = [PrintedWord(word, BBox(0, 0, 9, 9), confidence) for word in read.split()]
    result = settled(words, ["%", "tỷ đồng"])
    assert " ".join(word.text for word in result) == put_right
    assert any(word.doubtful for word in result) is doubtful
    assert any(word.as_read for word in result) is (read != put_right)


def test_the_column_tells_which_of_two_units_it_is() -> None:
    words = [PrintedWord("hô", BBox(0, 0, 9, 9), 0.8)]
    assert settled(words, ["hộ", "%"])[0].text == "hộ"
