"""How the body of a document is set: widths, indents and gaps that tell its paragraphs apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.segment.markers import readings
from pipeline.segment.rows import INDENT, Row

MIN_BROKEN = 4
"""Lines that break off in a sentence from which a text file is taken for the source of a web page."""

SOFT_WRAP, HARD_WRAP = 50, 130
"""Shortest and longest line of a text file (characters) that is taken for one wrapped at a fixed width."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How this document sets paragraphs.

    ``indented``: first lines stand right of the margin; ``flush``: wrapped lines go back to the margin;
    ``wrap``: column at which a text file is wrapped; ``broken``: first lines may break off before it (the source of a
    web page); ``gap``: usual distance of two lines in points.
    """

    indented: bool
    flush: bool
    wrap: int | None
    broken: bool
    gap: float | None


def layout_of(rows: Sequence[Row]) -> Layout:
    """How the lines of the body are set, told from all of them."""
    body = [row for row in rows if row.line.region == "body" and not row.furniture and row.text]
    broken = _broken_lines(body)
    wrap = _wrap_width(body) or (sorted(broken)[len(broken) * 4 // 5] if broken else None)
    return Layout(_is_indented(body), _is_flush(body), wrap, bool(broken), _usual_gap(body))


def _is_indented(body: Sequence[Row]) -> bool:
    """True if marked lines stand right of the margin, as Decree 30/2020 asks for."""
    lefts = [row.left for row in body if row.left is not None and readings(row.text)]
    if len(lefts) < 3:
        lefts = [row.left for row in body if row.left is not None and row.text[:1].isupper()]
    return bool(lefts) and sum(left > INDENT for left in lefts) >= 0.6 * len(lefts)


def _is_flush(body: Sequence[Row]) -> bool:
    """True if lines that begin in the middle of a sentence stand at the margin."""
    lefts = [row.left for row in body if row.left is not None and row.lower_start]
    return bool(lefts) and sum(left <= INDENT for left in lefts) >= 0.85 * len(lefts)


def _wrap_width(body: Sequence[Row]) -> int | None:
    """Column at which a text file is wrapped; None where each line is a paragraph.

    Lines are wrapped if many are nearly as long as the longest, or if those that break off in a sentence are.
    """
    lengths = sorted(len(row.text) for row in body if row.left is None)
    if len(lengths) < 4 or not SOFT_WRAP <= lengths[-1] <= HARD_WRAP:
        return None
    longest = lengths[-1]
    broken = [
        len(before.text)
        for before, row in pairwise(body)
        if row.left is None and row.lower_start and not row.blank and before.open_end and not readings(row.text)
    ]
    full = sum(length > longest - 20 for length in broken)
    if full >= 2 and full >= 0.6 * len(broken):
        return longest
    near = sum(length > longest - 16 for length in lengths)
    return longest if near >= 0.3 * len(lengths) else None


def _broken_lines(body: Sequence[Row]) -> list[int]:
    """Lengths of the lines of a text file that break off anywhere in a sentence; none where that is not its way."""
    lengths = [
        len(before.text)
        for before, row in pairwise(body)
        if row.left is None and before.open_end and row.lower_start and not row.blank
    ]
    if len(lengths) < max(MIN_BROKEN, len(body) / 8) or not SOFT_WRAP <= max(lengths) <= HARD_WRAP:
        return []
    return lengths if sum(length < max(lengths) - 20 for length in lengths) >= 2 else []


def _usual_gap(body: Sequence[Row]) -> float | None:
    gaps = [
        after.line.bbox.top - before.line.bbox.bottom
        for before, after in pairwise(body)
        if before.line.bbox and after.line.bbox and before.line.page == after.line.page
    ]
    return median(gaps) if len(gaps) > 5 else None
