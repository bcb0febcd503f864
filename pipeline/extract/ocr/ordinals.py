"""The ordinal column of a table: single signs that readers mix up (1, I, l; II, H), settled by how they follow.

A number is only ever chosen among what was read in its place; where none of that continues the count, the first
reading stays, doubtful. Errors of numbering in the document itself are therefore kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicon import romans

_ROMANS = tuple(romans.numeral(value) for value in range(1, 13))
_STROKES = dict.fromkeys("I1lLi|]!", 1) | dict.fromkeys("Hu", 2) | {"m": 3}
"""What one, two or three strokes side by side are read as."""
STROKES = frozenset(_STROKES)
"""All of these."""
_SLIPS = {"III": ("IHI", "HII"), "IV": ("1V", "lV")}
"""Readings that are not told by their strokes."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """What stands in an ordinal cell."""

    text: str
    doubtful: bool


@dataclass(slots=True)
class Count:
    """The last numbers seen in the column."""

    arabic: int = 0
    roman: int = 0

    def continued_by(self, readings: list[str], group: bool) -> bool:
        """True if one of ``readings`` continues the count without a doubt."""
        said = _said(readings)
        if group:
            return not self._groups_begun_before() and any(_like(reading, self._next_roman()) for reading in said)
        return str(self.arabic + 1) in said

    def _next_roman(self) -> str:
        return _ROMANS[self.roman] if self.roman < len(_ROMANS) else ""

    def _groups_begun_before(self) -> bool:
        """True where the groups counted so far stand on an earlier page: rows were counted under none of them."""
        return self.roman == 0 and self.arabic > 0

    def settle(self, readings: list[str], group: bool) -> Ordinal:
        """Choose among ``readings`` (the surest first) of the next cell; ``group``: its row is a group heading.

        Romans count groups, figures count the rows of a group and may start anew at 1 in each.
        """
        said = _said(readings)
        if not said:
            return Ordinal("", doubtful=False)
        agreed = len(said) > 1 and all(reading == said[0] for reading in said)
        roman = self._next_roman()
        if group and self._groups_begun_before():
            numerals = [reading for reading in said if reading in _ROMANS]
            if numerals:
                self.roman, self.arabic = _ROMANS.index(numerals[0]) + 1, 0
                return Ordinal(numerals[0], doubtful=any(other != numerals[0] for other in numerals))
        elif group and any(_like(reading, roman) for reading in said):
            self.roman += 1
            self.arabic = 0
            return Ordinal(roman, doubtful=False)
        for expected in (self.arabic + 1, 1):
            if str(expected) in said or (expected == 1 and not group and any(_like(reading, "I") for reading in said)):
                anew = expected == 1 and self.arabic > 0  # with no heading before it
                self.arabic = expected
                return Ordinal(str(expected), doubtful=anew and not agreed)
        if said[0].isdigit():
            self.arabic = int(said[0])
        if said[0] in _ROMANS:
            self.roman = _ROMANS.index(said[0]) + 1
        return Ordinal(said[0], doubtful=not agreed)


def misfits(texts: list[str]) -> set[int]:
    """Places of figures that break a count which goes on behind them as if they did not: the 8 in 1, 2, 8, 4.

    ``texts``: the ordinals of the rows in order, without group headings. A number that is skipped or printed twice
    shifts what follows, so it is none of these.
    """
    numbers = [int(text) if text.isdigit() else None for text in texts]
    found = set()
    for place in range(1, len(numbers) - 1):
        before = next(((at, n) for at in range(place - 1, -1, -1) if (n := numbers[at]) is not None), None)
        behind = next(((at, n) for at in range(place + 1, len(numbers)) if (n := numbers[at]) is not None), None)
        goes_on = before and behind and behind[1] - before[1] == behind[0] - before[0]
        if before and goes_on and numbers[place] != before[1] + place - before[0]:
            found.add(place)
    return found


def _said(readings: list[str]) -> list[str]:
    """Readings without the specks at their ends."""
    return [reading.strip(" .,:;'`_|") or reading for reading in readings if reading.strip()]


def _like(reading: str, roman: str) -> bool:
    """True if ``reading`` is ``roman``, or what its strokes are mistaken for ("1H" for III, "1V" for IV)."""
    if not roman or reading == roman:
        return bool(roman)
    if reading in _SLIPS.get(roman, ()):
        return True
    strokes = [_STROKES.get(sign) for sign in reading]
    return set(roman) == {"I"} and None not in strokes and sum(filter(None, strokes)) == len(roman)
