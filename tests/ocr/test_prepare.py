from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

from benchmarks.degrade import skew
from pipeline.extract.ocr import lines, prepare, upright
from pipeline.extract.ocr.colour import separate
from pipeline.extract.ocr.raster import Box
from tests.ocr.conftest import DPI, Sheet, write_body


@pytest.mark.parametrize("angle", [-3.1, -0.7, 0.0, 1.2, 2.4])
def test_skew_is_found_to_a_tenth_of_a_degree(sheet: Sheet, angle: float) -> None:
    write_body(sheet, times=5)
    turned = skew(np.asarray(sheet.image), angle)
    ink = prepare.threshold(np.ascontiguousarray(turned[..., 0]))
    assert prepare.skew_angle(ink, DPI) == pytest.approx(-angle, abs=0.11)


def test_boxes_are_given_on_the_page_before_it_was_straightened(sheet: Sheet) -> None:
    write_body(sheet, times=5)
    turned = Image.fromarray(skew(np.asarray(sheet.image), 2.0))
    turned.paste("black", (300, 2150, 330, 2180))
    page = prepare.prepare(turned, DPI)
    count, _, stats, _ = cv2.connectedComponentsWithStats(page.ink)
    square = max(stats[1:count].tolist(), key=lambda s: s[4])
    found = page.to_points(Box(square[0], square[1], square[0] + square[2], square[1] + square[3]))
    assert (found.x0 + found.x1) / 2 == pytest.approx(315 * 72 / DPI, abs=1.0)
    assert (found.top + found.bottom) / 2 == pytest.approx(2165 * 72 / DPI, abs=1.0)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_boxes_follow_a_turn(sheet: Sheet, rotation: int) -> None:
    write_body(sheet, times=5)
    page = prepare.prepare(sheet.image, DPI)
    turned = prepare.turn(page, rotation)
    box = Box(100, 200, 140, 220)
    back = turned.to_points(box)
    assert (back.x0, back.top) == pytest.approx((100 * 72 / DPI, 200 * 72 / DPI), abs=1.5)
    assert turned.rotation == rotation


def test_red_ink_vanishes_and_blue_ink_is_painted_over(sheet: Sheet) -> None:
    sheet.draw.ellipse((600, 600, 800, 800), outline=(200, 30, 40), width=6)
    sheet.draw.line((200, 1200, 500, 1260), fill=(40, 60, 170), width=5)
    sheet.text(85, 600, "mực đen")
    inks = separate(sheet.image)
    assert [box.holds(700, 700) for box in inks.red] == [True]
    assert [box.holds(350, 1230) for box in inks.blue] == [True]
    assert inks.grey[500:900].min() > 150
    assert inks.grey[1150:1300].min() > 200
    assert inks.grey[1600:1800].min() < 60


def test_grey_pages_have_no_coloured_ink(sheet: Sheet) -> None:
    write_body(sheet)
    assert separate(sheet.image.convert("L")).red == ()
    assert separate(sheet.image).blue == ()


def test_black_edges_are_taken_off_and_text_is_kept(sheet: Sheet) -> None:
    write_body(sheet, times=2)
    sheet.draw.rectangle((0, 0, 40, 2338), fill="black")
    sheet.draw.rectangle((0, 2300, 1653, 2338), fill="black")
    page = prepare.prepare(sheet.image.convert("1"), DPI)
    assert not page.ink[:, :30].any()
    assert not page.ink[2310:].any()
    assert page.ink[300:900].any()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_text_on_its_side_is_seen(sheet: Sheet, rotation: int) -> None:
    write_body(sheet, times=4)
    page = prepare.prepare(sheet.image.rotate(rotation, expand=True), DPI)
    assert upright.sideways(lines.patches(page.ink), DPI) == (rotation in (90, 270))


def test_an_empty_page_is_prepared() -> None:
    page = prepare.prepare(Image.new("1", (800, 1100), 1), 100)
    assert not page.ink.any()
    assert lines.find(lines.patches(page.ink), 100) == []
