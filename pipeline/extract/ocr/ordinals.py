"""The ordinal column of a table: single signs that readers mix up (1, I, l; II, H), settled by how they follow.

A number is only ever chosen among what was read in its place; where none of that continues the count, the first
reading stays, doubtful. Errors of numbering in the document itself are therefore kept.
"""

from __future__ import annotations

from dataclasses import dataclass

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_LIKE = {
    "I": {"I", "1", "l", "L", "i", "|", "]", "!"},
    "II": {"II", "H", "11", "u", "1I", "I1", "ll", "Il"},
    "III": {"III", "HI", "IH", "IHI", "HII", "111", "IIL", "m"},
    "IV": {"IV", "1V", "lV"},
}


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

    def settle(self, readings: list[str], group: bool) -> Ordinal:
        """Choose among ``readings`` (the surest first) of the next cell; ``group``: its row is a group heading.

        Romans count groups, figures count the rows of a group and may start anew at 1 in each.
        """
        said = [reading.strip(" .,;:'`_|") or reading for reading in readings if reading.strip()]
        if not said:
            return Ordinal("", doubtful=False)
        roman = _ROMANS[self.roman] if self.roman < len(_ROMANS) else ""
        if group and any(reading in _ROMAN_LIKE.get(roman, {roman}) for reading in said):
            self.roman += 1
            self.arabic = 0
            return Ordinal(roman, doubtful=False)
        for expected in (self.arabic + 1, 1):
            if str(expected) in said or (expected == 1 and not group and set(said) & _ROMAN_LIKE["I"]):
                self.arabic = expected
                return Ordinal(str(expected), doubtful=False)
        agreed = len(said) > 1 and all(reading == said[0] for reading in said)
        if said[0].isdigit():
            self.arabic = int(said[0])
        if said[0] in _ROMANS:
            self.roman = _ROMANS.index(said[0]) + 1
        return Ordinal(said[0], doubtful=not agreed)
