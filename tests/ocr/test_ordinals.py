from __future__ import annotations

import pytest

from pipeline.extract.ocr.ordinals import Count, Ordinal, misfits

ROW, GROUP = False, True


@pytest.mark.parametrize(
    ("cells", "settled"),
    [
        # figures misread, one of the readings continues the count
        ([(["1"], ROW), (["2", "2", "Z"], ROW), (["8", "3", "8"], ROW)], ["1", "2", "3"]),
        ([(["l", "1"], ROW), (["2"], ROW)], ["1", "2"]),
        # groups in romans, rows counted on or anew
        ([(["1", "I"], GROUP), (["1"], ROW), (["2"], ROW), (["H"], GROUP), (["3"], ROW)], ["I", "1", "2", "II", "3"]),
        (
            [(["I"], GROUP), (["I", "1"], ROW), (["II"], GROUP), (["1"], ROW), (["IHI"], GROUP)],
            ["I", "1", "II", "1", "III"],
        ),
        # strokes side by side: "1H" is the third group, whatever it was taken for
        ([(["|"], GROUP), (["11"], GROUP), (["1H"], GROUP), (["lV"], GROUP)], ["I", "II", "III", "IV"]),
        # a page that goes on with a table: groups were counted before it
        (
            [(["12"], ROW), (["II", "H", "I"], GROUP), (["1"], ROW), (["I", "III"], GROUP), (["1"], ROW)],
            ["12", "II", "1", "III", "1"],
        ),
        # the document's own slips of numbering stay
        ([(["1"], ROW), (["3", "3", "3"], ROW), (["4"], ROW)], ["1", "3", "4"]),
        (
            [(["2.1", "2.1"], ROW), (["2.2", "2.2"], ROW), (["-", "-"], ROW), (["a", "a"], ROW)],
            ["2.1", "2.2", "-", "a"],
        ),
    ],
)
def test_ordinals_follow_one_another(cells: list[tuple[list[str], bool]], settled: list[str]) -> None:
    count = Count()
    assert [count.settle(readings, group).text for readings, group in cells] == settled


def test_a_number_that_nothing_confirms_is_doubtful() -> None:
    count = Count(arabic=4)
    assert count.settle(["2", "9"], group=False) == Ordinal("2", doubtful=True)
    assert count.settle(["7", "7"], group=False) == Ordinal("7", doubtful=False)


def test_what_continues_the_count_needs_no_further_look() -> None:
    count = Count(arabic=2, roman=1)
    assert count.continued_by(["8", "3"], group=False)
    assert not count.continued_by(["8"], group=False)
    assert count.continued_by(["H"], group=True)
    assert not count.continued_by([""], group=True)


def test_a_one_without_a_heading_before_it_is_doubtful_unless_all_see_it() -> None:
    assert Count(arabic=14).settle(["1", "1", "1S"], group=False) == Ordinal("1", doubtful=True)
    assert Count(arabic=14).settle(["1", "1"], group=False) == Ordinal("1", doubtful=False)
    assert Count(arabic=0).settle(["1", "l"], group=False) == Ordinal("1", doubtful=False)


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["1", "2", "8", "4"], {2}),
        (["1", "§", "3"], {1}),
        (["1", "2", "3"], set()),
        # skipped, twice, begun anew, at the ends
        (["1", "2", "4", "5"], set()),
        (["1", "2", "2", "3"], set()),
        (["1", "2", "1", "2"], set()),
        (["7", "2", "3", "9"], set()),
        (["-", "a", "1.1"], set()),
        ([], set()),
    ],
)
def test_a_figure_that_the_count_goes_on_without(texts: list[str], places: set[int]) -> None:
    assert misfits(texts) == places
