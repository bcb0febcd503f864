"""The column of units in a scanned table: a cell there holds one of the units that plans count in, or "%".

What was read unsurely and is no unit becomes the one that has its letters, if there is exactly one ("tân" is "tấn").
A lone sign that is no unit is a percent sign whose rings are broken, and doubtful.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.fold import fold
from pipeline.lexicon.units import COUNTED, MEASURES, SCALES, TIMES

_HEADING = re.compile(r"don vi(?: tinh| do)?|d\.?\s?v\.?\s?t\.?")
_UNSURE, _LONE = 0.95, 0.85
"""Confidence below which a unit may be misread, and a single sign may be a percent sign."""
_PERCENT = "%"


@cache
def _units() -> dict[str, frozenset[str]]:
    """Letters without marks -> units in small letters."""
    money = {f"{scale} đồng" for scale in SCALES} | {f"{scale} usd" for scale in SCALES}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for unit in {*MEASURES, *TIMES, *COUNTED, *SCALES, *money}:
        found[fold(unit)].add(unit)
    return {bare: frozenset(units) for bare, units in found.items()}


def heads_units(text: str) -> bool:
    """True for the title of a column of units: "Đơn vị tính", "ĐVT"."""
    return _HEADING.fullmatch(fold(text).strip(" .:")) is not None


def under_marks(lines: Sequence[Sequence[PrintedWord]]) -> bool:
    """True for two lines of which the first is but the marks of the unit below, read as a sign."""
    return len(lines) == 2 and len(_without_signs([*lines[0], *lines[1]])) < len(lines[0]) + len(lines[1])


def _without_signs(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """``words`` without a sign before the unit that its marks were read as ("x tan" is "tấn")."""
    if len(words) == 2 and len(words[0].text) == 1 and words[0].confidence < _UNSURE:
        unit = words[1]
        if not words[0].text.isdigit() and fold(unit.text) in _units() and not unit.text.isupper():
            return [replace(unit, as_read=unit.as_read or f"{words[0].text} {unit.text}")]
    return list(words)


def settled(words: Sequence[PrintedWord], column: Iterable[str]) -> list[PrintedWord]:
    """The words of a cell with its unit put right; ``column``: what the other cells of the column hold."""
    words = _without_signs(words)
    text = " ".join(word.text for word in words)
    core = text.strip(" .,:;'`‘’|_-")
    if not words or core == _PERCENT or core.lower() in _units().get(fold(core), ()):
        return list(words)
    surely = min(word.confidence for word in words)
    if len(core) <= 1 and len(words) == 1 and surely < _LONE and not core.isdigit():
        return [replace(words[0], text=_PERCENT, as_read=words[0].as_read or words[0].text, doubtful=True)]
    same = _units().get(fold(core), frozenset())
    if len(same) > 1:
        same = same & {other.lower() for other in column}
    # small print loses its marks as a whole, and is read as surely as if it had none
    if len(same) != 1 or (surely >= _UNSURE and not (core.isascii() and len(core) > 2)):
        return list(words)
    parts = next(iter(same)).split(" ")
    if len(parts) != len(words):
        return list(words)
    return [
        word
        if part == word.text.lower()
        else replace(
            word, text=part.capitalize() if word.text[:1].isupper() else part, as_read=word.as_read or word.text
        )
        for word, part in zip(words, parts, strict=True)
    ]
