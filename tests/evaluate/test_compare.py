from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.compare import SOFT, STRICT, fold, match, similarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ỦY BAN NHÂN DÂN", "Uỷ ban nhân dân"),
        ("hoà bình", "hòa bình"),
        ("Sở LĐ - TB&XH", "Sở LĐ–TB&XH"),
        ("“Toàn dân”", '"Toàn dân"'),
        ("Mục tiêu :", "Mục tiêu"),
        ("đạt  78 %", "đạt 78%"),
        ("v.v…", "v.v..."),
        ("", ""),
    ],
)
def test_printed_variants_are_the_same_text(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ma", "má"), ("1.310", "1,310"), ("Sở Y tế", "Sở Y té"), ("d", "đ"), ("ô", "ơ")]
)
def test_different_letters_and_figures_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(alphabet="aăâeêôơưuyđbchngàáảãạếệòủỹ-–., ", max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_null_is_empty() -> None:
    assert fold(None) == ""


def test_match_is_one_to_one_and_takes_as_many_pairs_as_can_be() -> None:
    gold = ["rà soát quy hoạch mạng lưới", "rà soát quy hoạch mạng lưới y tế"]
    found = ["rà soát quy hoạch mạng lưới y", "rà soát quy hoạch mạng lưới"]
    assert match(gold, found, 0.85) == [(0, 1), (1, 0)]


def test_match_of_equal_texts_follows_the_agreement() -> None:
    assert match(["x", "x"], ["x", "x"], STRICT, lambda g, f: float(g != f)) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(("gold", "found"), [([], ["a"]), (["a"], []), ([], []), (["abc"], ["xyz"])])
def test_nothing_to_match(gold: list[str], found: list[str]) -> None:
    assert match(gold, found, SOFT) == []


words = st.lists(st.text(alphabet="abc", min_size=1, max_size=4), max_size=4)


@given(words, words)
def test_match_is_optimal_in_number_of_pairs(gold: list[str], found: list[str]) -> None:
    pairs = match(gold, found, SOFT)
    assert len({g for g, _ in pairs}) == len(pairs) == len({f for _, f in pairs})
    assert all(similarity(gold[g], found[f]) >= SOFT for g, f in pairs)
    short, long = sorted((gold, found), key=len)
    best = max(
        (
            sum(similarity(a, b) >= SOFT for a, b in zip(short, order, strict=False))
            for order in itertools.permutations(long)
        ),
        default=0,
    )
    assert len(pairs) == best
