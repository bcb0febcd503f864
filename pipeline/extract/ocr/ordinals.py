"""The ordinal column of a table: single signs that readers mix up (1, I, l; II, H), settled by how they follow.

A number is only ever chosen among what was read in its place; where none of that continues the count, the first
reading stays, doubtful. Errors of numbering in the document itself are therefore kept.
"""

from __future__ import annotations

from dataclasses import dataclass

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STROKES = dict.fromkeys("I1lLi|]!", 1) | dict.fromkeys("Hu", 2) | {"m": 3}
"""What one, two or three strokes side by side are read as."""
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
            return any(_like(reading, self._next_roman()) for reading in said)
        return str(self.arabic + 1) in said

    def _next_roman(self) -> str:
        return _ROMANS[self.roman] if self.roman < len(_ROMANS) else ""

    def settle(self, readings: list[str], group: bool) -> Ordinal:
        """Choose among ``readings`` (the surest first) of the next cell; ``group``: its row is a group heading.

        Romans count groups, figures count the rows of a group and may start anew at 1 in each.
        """
        said = _said(readings)
        if not said:
            return Ordinal("", doubtful=False)
        roman = self._next_roman()
        if group and any(_like(reading, roman) for reading in said):
            self.roman += 1
            self.arabic = 0
            return Ordinal(roman, doubtful=False)
        for expected in (self.arabic + 1, 1):
            if str(expected) in said or (expected == 1 and not group and any(_like(reading, "I") for reading in said)):
                self.arabic = expected
                return Ordinal(str(expected), doubtful=False)
        agreed = len(said) > 1 and all(reading == said[0] for reading in said)
        if said[0].isdigit():
            self.arabic = int(said[0])
        if said[0] in _ROMANS:
            self.roman = _ROMANS.index(said[0]) + 1
        return Ordinal(said[0], doubtful=not agreed)


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
