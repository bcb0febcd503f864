from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.segment.markers import Reading, readings
from pipeline.segment.nesting import Marked, nest

TITLES = ("caps", "bold", "lead")


def items(markers: str) -> list[Marked]:
    """Markers set apart by blanks; "_" is a blank inside one, "@30" an indent in points, "*" announces what follows."""
    found = []
    for word in markers.split():
        mark, _, indent = word.partition("@")
        here = float(indent) if indent else None
        if mark in TITLES:
            found.append(Marked((Reading("none", "", (), mark, 0),), here))
        else:
            line = mark.replace("_", " ") + " Xây dựng"
            found.append(Marked(readings(line), here, lead=mark == "*", reject=30 if mark[0].isdigit() else None))
    return found


CASES = [
    ("A. 1. 2.", [0, 1, 1]),
    ("I. 1. - - 2. - II. 1. 2. 2.1. - 2.2. - 3. III. 1.", [0, 1, 2, 2, 1, 2, 0, 1, 1, 2, 3, 2, 3, 1, 0, 1]),
    ("III. 1. 2. 3. 4. 4. 5.", [0, 1, 1, 1, 1, 1, 1]),
    ("I. II. V. 1.", [0, 0, 0, 1]),
    ("a) b) c) d) đ) e) g) h) i) k)", [0] * 10),
    ("a) b) c) d) e) f) g) h) i) j)", [0] * 10),
    ("a) i) ii) iii) b) i)", [0, 1, 1, 1, 0, 1]),
    ("H. 1. HI. 1.", [0, 1, 0, 1]),
    ("I. 1. H. 1. III. 1.", [0, 1, 0, 1, 0, 1]),
    ("I. 1. l. 2. 3.", [0, 1, 1, 1, 1]),
    ("I. 1. - + + - + 2.", [0, 1, 2, 3, 3, 2, 3, 1]),
    ("1. - - * - - * - 2. *", [0, 1, 1, 1, 2, 2, 1, 2, 0, 1]),
    ("Điều_1. I. 1. a) b) 2. II. 1. Điều_2. Điều_3. 1. 2.", [0, 1, 2, 3, 3, 2, 1, 2, 0, 0, 1, 1]),
    ("Chương_I Điều_1. 1. Điều_2. Chương_II Điều_3. Điều_4. 1. a)", [0, 1, 2, 1, 0, 1, 1, 2, 3]),
    ("I. 1. 1) 2) a) b) 3) 2. a) 1) 2) b)", [0, 1, 2, 2, 3, 3, 2, 1, 2, 3, 3, 2]),
    ("-@10 -@10 -@30 -@30 -@10", [0, 0, 1, 1, 0]),
    ("- - -", [0, 0, 0]),
    ("A. B. C. D. E. G. H. I. K.", [0] * 9),
    ("I. 1. 1.1. 1.1.1. 1.1.2. 1.2. 2. 2.1.", [0, 1, 2, 3, 3, 2, 1, 2]),
    ("I. 1.1. 1.2. II. 2.1. 2.2.", [0, 1, 1, 0, 1, 1]),
    ("I. I.1. I.2. II. II.1. II.2. II.2.1. III.", [0, 1, 1, 0, 1, 1, 2, 0]),
    ("a) a1) a2) b) b1)", [0, 1, 1, 0, 1]),
    ("1. (1) (2) (3) 2. (1)", [0, 1, 1, 1, 0, 1]),
    ("I. lead - - lead - 1. - 2.", [0, 1, 2, 2, 1, 2, 1, 2, 1]),
    ("caps I. 1. II. caps I. 1.", [0, 1, 2, 1, 0, 1, 2]),
    ("I. bold - - bold - II. bold -", [0, 1, 2, 2, 1, 2, 0, 1, 2]),
    ("I. 1. bold - bold - 2. -", [0, 1, 2, 3, 2, 3, 1, 2]),
    ("1. a) - - b) - 2. a)", [0, 1, 2, 2, 1, 2, 0, 1]),
    ("1. - - a) - b) 2.", [0, 1, 1, 1, 2, 1, 0]),
    ("I- 1- 2- II- 1-", [0, 1, 1, 0, 1]),
    ("I/ 1/ 2/ II/", [0, 1, 1, 0]),
    ("I. 1. 2. I. 1.", [0, 1, 1, 0, 1]),
    ("I. 1. 2/ 3. II.", [0, 1, 1, 1, 0]),
    ("Phần_thứ_nhất. I. II. Phần_thứ_hai. I. 1.", [0, 1, 1, 0, 1, 2]),
]


@pytest.mark.parametrize(("markers", "depths"), CASES)
def test_depths(markers: str, depths: list[int]) -> None:
    assert [place.depth for place in nest(items(markers))] == depths


def test_a_number_that_fits_nowhere_is_refused() -> None:
    places = nest(items("I. 1. 17. 2. 3."))
    assert [place.reading is None for place in places] == [False, False, True, False, False]


def test_the_reading_is_chosen_by_the_neighbours() -> None:
    assert [p.reading.style for p in nest(items("a) i) ii) b)")) if p.reading] == [
        "letter",
        "small_roman",
        "small_roman",
        "letter",
    ]
    assert [p.reading.style for p in nest(items("g) h) i) k)")) if p.reading] == ["letter"] * 4


MARKS = ["I.", "II.", "1.", "2.", "7.", "2.1.", "a)", "đ)", "i)", "-", "+", "*", "Điều_1.", "A.", "(2)", *TITLES]


@given(st.lists(st.sampled_from(MARKS), max_size=25))
def test_every_list_is_nested_whole(markers: list[str]) -> None:
    places = nest(items(" ".join(markers)))
    assert len(places) == len(markers)
    for at, place in enumerate(places):
        if place.reading is None:
            continue
        if place.parent is None:
            assert place.depth == 0
        else:
            assert place.parent < at
            assert places[place.parent].depth == place.depth - 1
