"""The figures of the reading benchmark count what they say they count."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from benchmarks import degrade, page_generator, reading_aims, reading_methods, reading_metrics
from benchmarks.page_generator import KINDS, draw_page
from pipeline.config import Settings

drawn = pytest.mark.skipif(bool(page_generator.missing_fonts()), reason="needs fonts-liberation2, fonts-freefont-ttf")


@pytest.mark.parametrize(
    ("truth", "read", "doubtful", "errors", "marks", "wrong", "silent"),
    [
        ("Sở Nội vụ", "Sở  Nội vụ", set(), 0, 0, 0, 0),
        ("phổ biến", "phố biến", set(), 1, 1, 0, 0),
        ("đất đai", "dất đai", set(), 1, 1, 0, 0),
        ("đạt 77,42%", "đạt 71,42%", set(), 1, 0, 1, 1),
        ("đạt 77,42%", "đạt 71,42%", {"71,42%"}, 1, 0, 1, 0),
        ("năm 2024,", "năm 2024.", set(), 1, 0, 0, 0),
        ("“a” – b", '"a" - b', set(), 0, 0, 0, 0),
        ("đạt 12 xã", "đạt xã", set(), 3, 0, 1, 1),
    ],
)
def test_errors_of_a_page(
    truth: str, read: str, doubtful: set[str], errors: int, marks: int, wrong: int, silent: int
) -> None:
    found = reading_metrics.score(truth, read, doubtful)
    assert (found.letter_errors, found.marks, found.numbers_wrong, found.numbers_silent) == (
        errors,
        marks,
        wrong,
        silent,
    )


@pytest.mark.parametrize(
    ("wanted", "read", "errors"),
    [
        (["ỦY BAN", "XÃ TÂN LẬP", "CỘNG HÒA"], ["ỦY BAN", "XÃ TÂN LẬP", "CỘNG HÒA"], 0),
        (["ỦY BAN", "XÃ TÂN LẬP", "CỘNG HÒA"], ["CỘNG HÒA", "ỦY BAN", "XÃ TÂN LẬP"], 1),
        (["ỦY BAN", "CỘNG HÒA"], ["ỦY BAN CỘNG HÒA XÃ HỘI CHỦ NGHĨA"], 1),
    ],
)
def test_lines_out_of_order_are_counted(wanted: list[str], read: list[str], errors: int) -> None:
    assert reading_metrics.order_errors(wanted, read) == errors


def test_only_cells_in_their_place_are_right() -> None:
    assert reading_metrics.cells_exact([["1", "a"], ["2", ""]], [["1", "a"], ["2", ""]]) == 3
    assert reading_metrics.cells_exact([["1", "a"]], [["a", "1"]]) == 0


@drawn
@pytest.mark.parametrize("seed", range(len(KINDS)))
def test_the_same_seed_draws_the_same_page(seed: int) -> None:
    first, again = draw_page(seed), draw_page(seed)
    assert first.kind == KINDS[seed]
    assert first.truth == again.truth
    assert np.array_equal(np.asarray(first.image), np.asarray(again.image))
    assert bool(first.truth.rows) == (first.kind in ("table", "lying"))


@drawn
@pytest.mark.parametrize("level", degrade.LEVELS)
def test_a_level_has_its_resolution(level: str) -> None:
    how = degrade.LEVELS[level]
    scan = degrade.degrade(draw_page(1).image, page_generator.DPI, how, np.random.default_rng(1))
    assert scan.width == pytest.approx(595 / 72 * how.dpi, abs=2)
    assert (scan.mode == "1") == how.bilevel


@pytest.mark.parametrize(
    ("figures", "figure", "value", "met"),
    [
        ({"cer_median": 0.12}, "cer_median", 0.12, True),
        ({"cer_median": 0.1201}, "cer_median", 0.1201, False),
        ({"diacritics": 99.89}, "diacritics", 99.89, False),
        ({"numbers_silent": 1, "numbers": 500}, "numbers_silent", 0.002, True),
        ({"numbers_silent": 1, "numbers": 499}, "numbers_silent", 1 / 499, False),
        ({}, "cells_exact", None, False),
        ({"cells_exact": float("nan")}, "cells_exact", None, False),
    ],
)
def test_aims(figures: dict[str, float], figure: str, value: float | None, met: bool) -> None:
    (found,) = [one for one in reading_aims.outcomes({"office": {"kehoach": figures}}) if one.aim.figure == figure]
    assert (found.value, found.met) == (value, met)


def test_the_aim_for_time_is_half_of_what_the_program_takes() -> None:
    methods = {"kehoach": {"cpu_seconds": 1.1}, "tesseract": {"cpu_seconds": 2.0}}
    found = [one for one in reading_aims.outcomes({"copy": methods}) if one.aim.figure == "cpu_seconds"]
    assert [(one.value, one.limit, one.met) for one in found] == [(1.1, 1.0, False)]


@pytest.mark.ocr
def test_the_memory_of_a_reader_is_its_own(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "pages.json").write_text(json.dumps([{"file": "page.png", "dpi": settings.render_dpi}]))
    Image.new("L", (400, 300), 255).save(tmp_path / "page.png")
    held = np.ones(500_000_000, dtype=np.uint8)  # what the process that starts the reader holds
    outcome = reading_methods.run("kehoach", tmp_path)
    assert held.any()
    assert 20 < outcome.peak_mb < 400
