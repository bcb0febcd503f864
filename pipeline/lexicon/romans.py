"""Roman numerals."""

from __future__ import annotations

from itertools import pairwise

_PARTS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {letters: size for size, letters in _PARTS if len(letters) == 1}


def numeral(value: int) -> str:
    """Roman numeral of a positive number: 14 is "XIV"."""
    text = ""
    for size, letters in _PARTS:
        while value >= size:
            text, value = text + letters, value - size
    return text


def value(text: str) -> int | None:
    """Value of a well-formed Roman numeral in capitals ("XIV" is 14); None for anything else."""
    sizes = [*(_VALUES.get(letter, 0) for letter in text), 0]
    total = sum(-size if size < after else size for size, after in pairwise(sizes))
    return total if total > 0 and numeral(total) == text else None
