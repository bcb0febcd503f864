"""The years that a plan covers, from its title or opening words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DATES = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d+/\d{4}/", re.I
)
_RANGE = re.compile(
    r"(?:giai đoạn|nhiệm kỳ|các năm|trong|thời kỳ|năm)?\s*\b((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\b", re.I
)
_FROM_TO = re.compile(r"từ (?:năm )?((?:19|20)\d\d) đến (?:hết )?(?:năm )?((?:19|20)\d\d)", re.I)
_YEAR = re.compile(r"(tầm nhìn\s+(?:đến\s+)?|(?:định hướng\s+)?(?:đến\s+(?:hết\s+)?)?)?năm\s+((?:19|20)\d\d)\b", re.I)


@dataclass(frozen=True, slots=True)
class Covered:
    """Years ``first`` to ``last``, read from [start, end) of the text; ``until`` for "đến năm 2030" (no first year)."""

    first: int | None
    last: int
    start: int
    end: int


def years(text: str) -> Covered | None:
    """The years that a title names; the year it is for ("năm 2023") counts before those of the plan it carries out.

    Of "đến năm 2025, định hướng đến năm 2030" the last year counts; a vision ("tầm nhìn đến năm 2050") is no part
    of the period.

    >>> years("Phát triển nguồn nhân lực đến năm 2030, tầm nhìn đến năm 2050 - Năm 2023").last
    2023
    """
    plain = _DATES.sub(lambda found: " " * len(found.group()), text)
    found = sorted(_all(plain), key=lambda one: one.start)
    single = [one for one in found if one.first == one.last]
    if single:
        return single[-1]
    ranges = [one for one in found if one.first is not None]
    return ranges[0] if ranges else max(found, key=lambda one: one.last, default=None)


def _all(text: str) -> Iterator[Covered]:
    taken = [(found.start(), found.end()) for pattern in (_RANGE, _FROM_TO) for found in pattern.finditer(text)]
    for pattern in (_RANGE, _FROM_TO):
        for found in pattern.finditer(text):
            if int(found[1]) <= int(found[2]):
                yield Covered(int(found[1]), int(found[2]), found.start(1), found.end(2))
    for found in _YEAR.finditer(text):
        if any(low <= found.start(2) < high for low, high in taken):
            continue
        if found[1] and found[1].lower().startswith("tầm nhìn"):
            continue
        year = int(found[2])
        yield Covered(None if found[1] else year, year, found.start(), found.end())
