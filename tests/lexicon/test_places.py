"""The provinces of the lexicon against the data of vietnam-provinces."""

from __future__ import annotations

from vietnam_provinces import Province, VietNamDivisionType

from pipeline.lexicon.fold import fold, loose, slug
from pipeline.lexicon.places import CENTRAL_CITIES, MERGED_2025, PROVINCES_TODAY


def test_provinces_of_today_are_those_of_the_library() -> None:
    today = {slug(p.name.removeprefix("Thành phố ").removeprefix("Tỉnh ")) for p in Province.iter_all()}
    assert {slug(name) for name in PROVINCES_TODAY} == today
    cities = [p for p in Province.iter_all() if p.division_type == VietNamDivisionType.THANH_PHO_TRUNG_UONG]
    assert {slug(c.name.removeprefix("Thành phố ")) for c in cities} == {slug(name) for name in CENTRAL_CITIES}


def test_sixty_three_provinces_became_thirty_four() -> None:
    assert len(MERGED_2025) == 29
    assert set(MERGED_2025.values()) <= set(PROVINCES_TODAY)
    assert not set(MERGED_2025) & set(PROVINCES_TODAY)


def test_folding_keeps_offsets_and_forgets_marks() -> None:
    assert fold("Uỷ ban – ĐẶC KHU") == fold("ủy Ban - đặc khu")
    assert len(fold("Ủy ban nhân dân")) == len("Ủy ban nhân dân")
    assert slug("Sở Lao động - Thương binh & Xã hội") == "so-lao-dong-thuong-binh-xa-hoi"


def test_loose_patterns_forget_marks_of_long_names_only() -> None:
    import re

    assert re.fullmatch(loose("thành phố"), "thành  phó")
    assert not re.fullmatch(loose("ban"), "bạn")
