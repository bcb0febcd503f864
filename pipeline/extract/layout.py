"""Words of a page -> lines in reading order: the halves of letterhead and closing block apart, margins named."""

from __future__ import annotations

import re
from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.document import BBox, Region
from pipeline.extract.page_content import PrintedLine
from pipeline.extract.textlayer import StyledWord
from pipeline.lexicon.fold import fold

_NATION = re.compile(r"cong hoa xa hoi chu nghia|doc lap ?[-–—.] ?tu do|dang cong san viet nam")
_DATE = re.compile(r"\bngay.{0,12}\bthang.{0,12}\bnam\b")
_RECIPIENTS = re.compile(r"^\W*noi (?:nhan|gui)\b")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)
_MARGIN = 0.085
"""Share of the page height at top and bottom where a lone number is a page number."""

_BESIDE = 4
"""Words of a row on either side among which the neighbours of another word are looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one printed line across the whole page, from left to right."""

    words: tuple[StyledWord, ...]
    bbox: BBox

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(w.word.text for w in self.words)


def lines(words: Iterable[StyledWord], width: float, height: float) -> list[PrintedLine]:
    """Lines of a page in reading order."""
    found = rows(words)
    regions = [_region(row, height) for row in found]
    heads = [row for row, region in zip(found, regions, strict=True) if region == "header"]
    feet = [row for row, region in zip(found, regions, strict=True) if region == "footer"]
    found = [row for row, region in zip(found, regions, strict=True) if region == "body"]
    result = [line(row.words, "header") for row in heads]
    at = 0
    while at < len(found):
        end, gutter = _two_columns(found, at, width)
        if end > at:
            result.extend(_half(found[at:end], gutter, left=True))
            result.extend(_half(found[at:end], gutter, left=False))
            at = end
            continue
        result.append(line(found[at].words, "body"))
        at += 1
    return result + [line(row.words, "footer") for row in feet]


def rows(words: Iterable[StyledWord]) -> list[Row]:
    """Words grouped into printed lines, from the top."""
    pending = sorted(words, key=lambda w: ((w.bbox.top + w.bbox.bottom) / 2, w.bbox.x0))
    groups: list[list[StyledWord]] = []
    for word in pending:
        group = next((g for g in reversed(groups[-3:]) if _same_row(g, word)), None)
        if group is None:
            groups.append([word])
        else:
            insort(group, word, key=_start)
    result = []
    for group in groups:
        box = BBox.union(w.bbox for w in group)
        if box is not None:
            result.append(Row(tuple(group), box))
    return sorted(result, key=lambda r: (r.bbox.top + r.bbox.bottom) / 2)


def _start(word: StyledWord) -> float:
    return word.word.bbox.x0


def _same_row(group: Sequence[StyledWord], word: StyledWord) -> bool:
    """More than half of the lower of the two heights is shared, and nothing of the group lies over the word.

    ``group`` goes from left to right, and its words hardly overlap: only those beside the word can lie over it.
    """
    box = word.word.bbox
    x0, x1 = box.x0, box.x1
    at = bisect(group, x0, key=_start)
    beside = group[max(0, at - _BESIDE) : at + _BESIDE]
    near, least = beside[0].word.bbox, float("inf")
    for member in beside:
        other = member.word.bbox
        before, behind = x0 - other.x1, other.x0 - x1
        if before < 0 and behind < 0 and _over(other, box):
            return False
        away = min(abs(before), abs(behind))
        if away < least:
            near, least = other, away
    shared = min(near.bottom, box.bottom) - max(near.top, box.top)
    return shared > 0.5 * min(near.bottom - near.top, box.bottom - box.top)


def _over(a: BBox, b: BBox) -> bool:
    """One lies over the other: words filled in may touch their neighbours, no more."""
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    return shared > max(2.0, 0.35 * min(a.x1 - a.x0, b.x1 - b.x0))


def line(words: Sequence[StyledWord], region: Region) -> PrintedLine:
    """One line of words, its style that of most of its letters."""
    letters = [(w, sum(c.isalpha() for c in w.word.text)) for w in words]
    total = sum(n for _, n in letters) or 1
    return PrintedLine(
        words=tuple(w.word for w in words),
        region=region,
        bold=sum(n for w, n in letters if w.bold) > 0.8 * total,
        italic=sum(n for w, n in letters if w.italic) > 0.8 * total,
        size=round(max(w.size for w in words), 1),
    )


def _region(row: Row, height: float) -> Region:
    if _PAGE_NUMBER.fullmatch(row.text.strip()):
        if row.bbox.bottom < _MARGIN * height:
            return "header"
        if row.bbox.top > (1 - _MARGIN) * height:
            return "footer"
    return "body"


def _half(found: Sequence[Row], gutter: float, *, left: bool) -> list[PrintedLine]:
    region: Region = "left" if left else "right"
    words = [w for row in found for w in row.words if ((w.bbox.x0 + w.bbox.x1) / 2 < gutter) == left]
    return [line(row.words, region) for row in rows(words)]


def _two_columns(found: Sequence[Row], at: int, width: float) -> tuple[int, float]:
    """End of the block of two columns that starts at row ``at`` and the x between them; ``at`` if there is none."""
    text = fold(found[at].text)
    if _NATION.search(text):
        return _letterhead(found, at, width)
    if any(_RECIPIENTS.match(fold(row.text)) for row in found[at : at + 4]):
        return _closing(found, at, width)
    return at, 0.0


def _letterhead(found: Sequence[Row], at: int, width: float) -> tuple[int, float]:
    """From the line of the nation's name down to the date; both halves end above the title."""
    end = at + 1
    for number in range(at, min(at + 9, len(found))):
        text = fold(found[number].text)
        if _DATE.search(text):
            end = number + 1
            break
        if _NATION.search(text):
            end = number + 1
    gutter = _gutter(found[at:end], width, 0.25, 0.6)
    if gutter is None:
        return at, 0.0
    while end < len(found) and end < at + 12 and _apart(found[end], gutter) and not _title_like(found[end], width):
        end += 1
    return end, gutter


def _closing(found: Sequence[Row], at: int, width: float) -> tuple[int, float]:
    """From the line of "Nơi nhận" or of the authority to the last line that leaves the gutter free."""
    start = next(n for n in range(at, at + 4) if _RECIPIENTS.match(fold(found[n].text)))
    if start > at and not all(row.bbox.x0 > 0.4 * width for row in found[at:start]):
        return at, 0.0
    end = start + 1
    best: float | None = None
    while end <= len(found):
        gutter = _gutter(found[at:end], width, 0.3, 0.7)
        if gutter is None:
            break
        best = gutter
        end += 1
    end -= 1
    if best is None or end <= start:
        return at, 0.0
    gutter = _gutter(found[at:end], width, 0.3, 0.7) or best
    return end, gutter


def _gutter(block: Sequence[Row], width: float, low: float, high: float) -> float | None:
    """Middle of the widest free strip with words on both sides; ``low``, ``high``: shares of the page width."""
    boxes = [w.bbox for row in block for w in row.words]
    edges = sorted((b.x0, b.x1) for b in boxes)
    best: tuple[float, float] | None = None
    reach = edges[0][1]
    for x0, x1 in edges[1:]:
        gap = x0 - reach
        middle = (x0 + reach) / 2
        if gap > 0.012 * width and low * width < middle < high * width and (best is None or gap > best[0]):
            best = (gap, middle)
        reach = max(reach, x1)
    return None if best is None else best[1]


def _apart(row: Row, gutter: float) -> bool:
    return all(w.bbox.x1 <= gutter or w.bbox.x0 >= gutter for w in row.words)


def _title_like(row: Row, width: float) -> bool:
    """Centred on the page rather than in a half."""
    return abs((row.bbox.x0 + row.bbox.x1) / 2 - width / 2) < 0.08 * width
