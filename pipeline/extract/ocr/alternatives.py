"""What the engine held possible beside its reading of a word: the second choices for its letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

UNSURE = 0.96
"""Confidence below which a word may be another."""
_MOST_COST = 15.0
"""What the engine charges for another letter, at most: the surest letter costs about 1, nonsense 40 and more."""

Choices = Sequence[Sequence[tuple[str, float]]]
"""For each letter of a word what it may be, the best first, each with its cost."""


def alternatives(text: str, choices: Choices) -> tuple[tuple[str, float], ...]:
    """Words that differ from ``text`` in one or two letters which the engine held possible, and what they cost more."""
    signs = [sign for sign in choices if sign and sign[0][0] != " "]
    if "".join(sign[0][0] for sign in signs) != text or len(signs) != len(text):
        return ()
    others = [
        (place, letter, cost - sign[0][1])
        for place, sign in enumerate(signs)
        for letter, cost in sign[1:]
        if len(letter) == 1 and letter.isalpha() and text[place].isalpha() and letter.isupper() == text[place].isupper()
    ]
    single = [((other,), other[2]) for other in others]
    double = [((one, two), one[2] + two[2]) for one, two in combinations(others, 2) if one[0] != two[0]]
    return tuple((_with(text, change), round(cost, 2)) for change, cost in single + double if cost <= _MOST_COST)


def _with(text: str, changes: Iterable[tuple[int, str, float]]) -> str:
    letters = list(text)
    for place, letter, _ in changes:
        letters[place] = letter
    return "".join(letters)
