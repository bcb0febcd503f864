"""Roman numerals both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import romans


@given(st.integers(1, 3999))
def test_a_numeral_has_its_value(number: int) -> None:
    assert romans.value(romans.numeral(number)) == number


@pytest.mark.parametrize("text", ["", "IIII", "IC", "VX", "xiv", "A", "I1"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert romans.value(text) is None
