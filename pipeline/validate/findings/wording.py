"""How values are put into messages, and how texts are made comparable."""

from __future__ import annotations

import re

from pipeline.lexicon.fold import fold
from pipeline.plan import Evidence

_SPACE = re.compile(r"\s+")
_PRINTED = re.compile(r"\d+(?:[.,]\d+)*")
_LONGEST = 90


def number(value: float | int | None) -> str:
    """A number as a Vietnamese document prints it: 1.310; 27,72."""
    if value is None:
        return "–"
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,"))


def printed(value: float | int | None, raw: str) -> str:
    """The number as ``raw`` prints it ("70,0", "02"); in the usual form if it is not found there."""
    found = (one.group() for one in _PRINTED.finditer(raw))
    return next((one for one in found if value is not None and value in _values(one)), number(value))


def _values(text: str) -> tuple[float, ...]:
    """What a printed number may mean: Vietnamese marks (1.310,5), else English ones (1,310.5)."""
    ways = (text.replace(".", "").replace(",", "."), text.replace(",", ""))
    return tuple(float(way) for way in ways if way.count(".") < 2)


def with_unit(value: float | int | None, unit: str | None, raw: str = "") -> str:
    """A number with its unit: 78%; 9.500 lao động; with the digits of ``raw``, where it is printed."""
    text = printed(value, raw)
    if unit is None:
        return text
    return text + ("" if unit in ("%", "‰") else " ") + unit


def short(text: str, longest: int = _LONGEST) -> str:
    """One line of at most ``longest`` characters, cut at a word."""
    line = _SPACE.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def plain(text: str) -> str:
    """Folded words with single spaces and no punctuation: only the letters count."""
    return " ".join(re.findall(r"\w+", fold(text)))


def day(iso: str) -> str:
    """An ISO date as printed in documents: 15/3/2023."""
    year, month, date = iso.split("-")
    return f"{int(date)}/{int(month)}/{year}"


def first_place(evidence: list[Evidence]) -> list[Evidence]:
    """The first piece of evidence alone."""
    return evidence[:1]
