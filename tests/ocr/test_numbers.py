from __future__ import annotations

import numpy as np
import pytest

from pipeline.config import Settings
from pipeline.extract.ocr import numbers, reading
from pipeline.extract.ocr.engine import ReadWord, reader, second_reader
from pipeline.extract.ocr.raster import Box


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1ó", True), ("§4,7%", True), ("l6", True), ("2023", False), ("II/2012.", False), ("IV", False),
        ("12.5OO", True), ("Sở", False), ("số", False), ("(1)", False), ("98,2%", False), ("IIl5", True),
    ],
)  # fmt: skip
def test_letters_in_the_place_of_digits(text: str, wrong: bool) -> None:
    assert numbers.misread(text) is wrong


@pytest.mark.parametrize(
    ("first", "second", "ink", "text", "doubtful"),
    [
        ("77,42", "77,42", "DD,DD", "77,42", False),
        ("77,42", "71,42", "DD,DD", "77,42", True),
        ("1251", "125,1", "DDD,D", "125,1", False),
        ("1251", "1251", "DDD,D", "125,1", True),
        ("124.4", "124,4", "DDD,D", "124,4", False),
        ("9.4321", "9.432,1", "D.DDD,D", "9.432,1", False),
        ("27,12", "27,72", "", "27,12", True),
        ("2.860,0", "2.860,0", "", "2.860,0", False),
        ("591,3", "5.591,3", "D.DDD,D", "5.591,3", True),
        ("-50,0", "-50,0", "-DD,D", "-50,0", False),
        ("12,5%", "12,5%", "", "12,5%", False),
        ("", "7", "D", "7", True),
        ("2", "2", "DD", "2", True),
        ("11", "11", "D", "11", False),
        ("59,26", "59.26", "DD.DD", "59,26", True),
        ("-9,0", "9,0", "D,D", "9,0", False),
        ("-98,9", ".98,9", "", "98,9", True),
        ("-50,0", "50,0", "-DD,D", "-50,0", False),
        ("5,265", "5.265", "D.DDD", "5.265", False),
    ],
)
def test_two_readings_are_settled(first: str, second: str, ink: str, text: str, doubtful: bool) -> None:
    assert numbers.settle(first, second, ink) == numbers.Reading(text, doubtful)


@pytest.mark.parametrize(
    ("first", "second", "signs", "text", "doubtful"),
    [
        pytest.param("44.48", "44,48", ",", "44,48", False, id="one model sees the comma of the ink"),
        pytest.param("44.48", "44.48", ",", "44,48", True, id="neither does"),
        pytest.param("1.250", "1.250", ".", "1.250", False, id="all agree"),
        pytest.param("1.250", "1,250", "", "1.250", True, id="the ink does not tell"),
        pytest.param("2.860,0", "2.860.0", ".,", "2.860,0", False, id="two signs"),
        pytest.param("7,30", "7,80", ",", "7,30", True, id="digits differ"),
    ],
)
def test_separators_by_their_ink(first: str, second: str, signs: str, text: str, doubtful: bool) -> None:
    assert numbers.settle(first, second, "", signs) == numbers.Reading(text, doubtful)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("(7.250", "7.250"),
        ("98,4%.", "98,4"),
        ("15/3/2023;", "15/3/2023"),
        ("26-NQ/TU", "26"),
        ("40–50", "40-50"),
        ("a", ""),
    ],
)
def test_figures_without_the_signs_of_the_sentence(text: str, figures: str) -> None:
    assert numbers.figures(text) == figures


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("1", True),
        ("2.10", True),
        ("IV", True),
        ("a)", True),
        ("-", True),
        ("l", True),
        ("Tổng", False),
        ("12,5", False),
    ],
)
def test_what_an_ordinal_is(text: str, ordinal: bool) -> None:
    assert numbers.is_ordinal(text) is ordinal


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("306/KH-UBND", "306", "/KH-UBND"), ("30ó/QĐ-TTg;", "30ó", "/QĐ-TTg;"), ("12/2024", "12/2024", ""),
        ("12/2024/NĐ-CP", "12/2024/NĐ-CP", ""), ("/KH-UBND", "/KH-UBND", ""), ("km/h", "km/h", ""),
    ],
)  # fmt: skip
def test_the_number_of_a_document_is_parted_from_its_symbol(text: str, number: str, symbol: str) -> None:
    assert numbers.parted(text) == (number, symbol)


@pytest.mark.ocr
@pytest.mark.parametrize("word", ["l4", "1ó", "30ó", "12"])
def test_a_number_of_which_nothing_is_seen_alone_is_doubtful(word: str) -> None:
    """Specks make a word beside others; alone neither model reads anything in them."""
    specks = np.random.default_rng(1).integers(0, 255, (30, 60)).astype(np.uint8)
    read = [ReadWord(word, 0.8, Box(2, 0, 28, 29))]
    readers = reading.Readers(reader(Settings()), second_reader(Settings()))
    assert reading._checked(specks, read, 0, readers, 200.0) == (word, True, 0.8)
