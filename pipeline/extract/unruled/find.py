"""Tables of digital pages that no lines divide into cells: a row of column titles with aligned columns below it.

What makes a table is its titles ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"): words that only stand beside each other,
such as the halves of a letterhead, recipients beside a signature or names in two columns, have none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document import BBox
from pipeline.extract.layout import rows
from pipeline.extract.page_content import PrintedTable
from pipeline.extract.rules import Rule
from pipeline.extract.textlayer import StyledWord
from pipeline.extract.unruled.cells import table_of
from pipeline.extract.unruled.segments import Printed, Segment, Strip, is_ordinal, is_value, printed
from pipeline.extract.unruled.titles import Titles, titles_of
from pipeline.lexicon.columns import is_column_title, is_ordinal_title
from pipeline.lexicon.fold import fold

_GUTTER = 0.13
"""A strip of such width, in type sizes, that is blank in all rows may divide two columns; the titles tell which do."""
_CLEAR = 0.45
"""The same where no titles tell."""
_LEADING = 1.5
"""Distance between the lines of one title, in type sizes, at most."""
_FAR = 4.5
"""Distance between two rows, in type sizes, at most."""
_TITLE_LINES = 7
_ROW_LINES = 4
"""Lines of the first row above its ordinal, at most."""
# possessive: a line of fifty thousand brackets is told at once
_PAGE = re.compile(r"\W*+(?:(?:trang|page)\s*+)?\d{0,4}+\W*+\d{0,4}+\W*+", re.IGNORECASE)
_WIDE = 0.7
"""Share of the table's width from which a line that begins at its left end is running text."""
_END = re.compile(
    r"^\W*(?:noi (?:nhan|gui)|ghi chu|chu thich|nguon)\b\s*:|^(?:tm|kt|tl|tuq|q)\s*\.|cong hoa xa hoi chu nghia"
)


def tables(words: Sequence[StyledWord], rules: Sequence[Rule]) -> tuple[list[PrintedTable], list[StyledWord]]:
    """The tables without cell lines among ``words``, and the words that stand in none of them.

    ``rules``: lines of the page; level ones may divide the rows.
    """
    lines = [printed(row) for row in rows(words)]
    at = _first_in_body(lines)
    level = sorted((r.bbox for r in rules if r.across), key=lambda b: b.top)
    found: list[PrintedTable] = []
    taken: set[int] = set()
    top = at
    while at < len(lines):
        block = _block(lines, at, level) or (_continued(lines, at, level) if at == top else None)
        if block is None:
            at += 1
            continue
        table, start, end = block
        found.append(table)
        taken.update(id(w) for line in lines[start:end] for s in line.segments for w in s.words)
        at = end
    return found, [w for w in words if id(w) not in taken]


def _block(lines: Sequence[Printed], at: int, level: Sequence[BBox]) -> tuple[PrintedTable, int, int] | None:
    """The table whose body begins with line ``at`` or just above it, its first line and the line after its last."""
    if not _begins_body(lines[at]):
        return None
    for first in dict.fromkeys((at, _top_of_row(lines, at))):
        start = _titles_start(lines, first, level)
        if start < first and (found := _under(lines, start, _first_row(lines, start, first, level), level)):
            return found
    return None


def _first_in_body(lines: Sequence[Printed]) -> int:
    """The first line that is no page number."""
    return next((n for n, line in enumerate(lines) if not _PAGE.fullmatch(line.text)), len(lines))


def _continued(lines: Sequence[Printed], at: int, level: Sequence[BBox]) -> tuple[PrintedTable, int, int] | None:
    """The rest of a table at the top of a page that does not repeat its titles.

    Ordinals stand before clear columns: two or more with numbers in one, or three or more of whatever.
    """
    if len(lines[at].segments) < 2:
        return None
    end = _body_end(lines, at, lines[at].bbox.x0, lines[at].bbox.x1)
    columns = _strips(lines[at:end], _CLEAR)
    end = _pruned(lines, at, end, columns)
    table = table_of(Titles(tuple(columns), ((),) * len(columns), ()), (), lines[at:end], level)
    if table is None or table.n_columns < 3:
        return None
    texts = [[c.content for c in table.cells if c.column == n and c.content] for n in range(table.n_columns)]
    ordinals = sum(map(is_ordinal, texts[0]))
    full = [c for c in texts[1:] if 3 <= len(c) >= 0.6 * ordinals]
    numbers = any(sum(map(is_value, c)) >= 0.7 * len(c) for c in full)
    if ordinals < 3 or ordinals < 0.8 * len(texts[0]) or len(full) < (2 if numbers else 3):
        return None
    return table, at, end


def _under(
    lines: Sequence[Printed], start: int, at: int, level: Sequence[BBox]
) -> tuple[PrintedTable, int, int] | None:
    """The table with the titles [start, at); None if these are no titles or nothing stands below them."""
    named = [s for line in lines[start:at] for s in line.segments]
    end = _body_end(lines, at, min(s.bbox.x0 for s in named), max(s.bbox.x1 for s in named))
    titles = titles_of(named, _strips(lines[at:end], _GUTTER))
    if not _are_titles(titles):
        return None
    end = _pruned(lines, at, end, titles.columns)
    table = table_of(titles, lines[start:at], lines[at:end], level)
    return (table, start, end) if table is not None else None


def _top_of_row(lines: Sequence[Printed], at: int) -> int:
    """The first line of the lines above line ``at`` that stand as close as those of one cell."""
    top = at
    while top > max(0, at - _ROW_LINES) and lines[top].middle - lines[top - 1].middle <= _LEADING * lines[top].size:
        top -= 1
    return top


def _begins_body(line: Printed) -> bool:
    """An ordinal before a name, or a name before numbers."""
    first, *rest = (s.text for s in line.segments)
    return bool(rest) and (is_ordinal(first) or any(is_value(text) for text in rest))


def _titles_start(lines: Sequence[Printed], at: int, level: Sequence[BBox]) -> int:
    """The first line of the titles above line ``at``; ``at`` if there are none."""
    start = at
    while start > 0 and at - start < _TITLE_LINES:
        above, below = lines[start - 1], lines[start]
        distance = below.middle - above.middle
        if start < at and distance > _LEADING * above.size:
            break
        if start == at and distance > _FAR * above.size:
            break
        if start < at and _ruled_off(above, lines[start:at], level):
            break
        if any(":" in s.text for s in above.segments) or _END.search(fold(above.segments[0].text)):
            break
        start -= 1
    while start < at and len(lines[start].segments) == 1 and not _over_others(lines[start], lines[start + 1 : at]):
        start += 1
    return start


def _first_row(lines: Sequence[Printed], start: int, at: int, level: Sequence[BBox]) -> int:
    """The first line of the body, given one of its first row: cells may be higher than the ordinal beside them.

    It is told by a line drawn above it, by its type, which is not bold as that of the titles, or by its distance.
    """
    possible = range(max(start + 1, at - _ROW_LINES), at + 1)
    for n in possible:
        if _ruled_off(lines[n - 1], lines[n : at + 1], level):
            return n
    bold = [_is_bold(line) for line in lines[start : at + 1]]
    for n in possible:
        if all(bold[: n - start]) and not any(bold[n - start : at - start + 1]):
            return n
    return max(possible, key=lambda n: round(lines[n].middle - lines[n - 1].middle, 1))


def _is_bold(line: Printed) -> bool:
    return all(w.bold for s in line.segments for w in s.words)


def _ruled_off(above: Printed, below: Sequence[Printed], level: Sequence[BBox]) -> bool:
    """True if a line is drawn over the whole width of the titles found so far."""
    left, right = min(b.bbox.x0 for b in below), max(b.bbox.x1 for b in below)
    drawn = [r for r in level if above.middle < r.top < below[0].middle]
    return sum(min(r.x1, right) - max(r.x0, left) for r in drawn) > 0.8 * (right - left)


def _over_others(line: Printed, below: Sequence[Printed]) -> bool:
    """True if a line of one segment may be part of the titles: it is no wider than half of what stands below."""
    boxes = [s.bbox for other in below for s in other.segments]
    if len(boxes) < 2:
        return False
    wide = max(b.x1 for b in boxes) - min(b.x0 for b in boxes)
    box = line.segments[0].bbox
    return (
        box.x1 - box.x0 <= 0.5 * wide
        and min(b.x0 for b in boxes) - 2 <= box.x0
        and box.x1 <= max(b.x1 for b in boxes) + 2
        and len({round(b.x0) for b in boxes}) > 1
    )


def _body_end(lines: Sequence[Printed], at: int, left: float, right: float) -> int:
    """The line after the last that may belong to the table, by distance and by what only running text does."""
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if line.middle - lines[end - 1].middle > _FAR * line.size:
            break
        first = line.segments[0]
        if _END.search(fold(first.text)):
            break
        width = first.bbox.x1 - first.bbox.x0
        if first.bbox.x0 < left + 2 * line.size and width > _WIDE * (right - left):
            break
        end += 1
    return end


def _strips(lines: Sequence[Printed], gutter: float) -> list[Strip]:
    """What is left of the width between the strips that are blank in all rows of several segments.

    ``gutter``: their width at least, in type sizes.
    """
    least = gutter * max((line.size for line in lines), default=0.0)
    found = _merged([w.bbox for line in lines if _divided(line) for s in line.segments for w in s.words], least)
    alone = [line.bbox for line in lines if len(line.segments) == 1]
    own = [box for box in alone if sum(box.x0 < s.x1 and s.x0 < box.x1 for s in found) <= 1]
    return _merged([*(BBox(s.x0, 0, s.x1, 0) for s in found), *own], least)


def _merged(boxes: Sequence[BBox], least: float) -> list[Strip]:
    found: list[Strip] = []
    for box in sorted(boxes, key=lambda b: b.x0):
        if found and box.x0 - found[-1].x1 < least:
            found[-1] = Strip(found[-1].x0, max(found[-1].x1, box.x1))
        else:
            found.append(Strip(box.x0, box.x1))
    return found


def _divided(line: Printed) -> bool:
    """More than the title of a group behind its ordinal."""
    texts = [s.text for s in line.segments]
    return len(texts) > 2 or (len(texts) == 2 and not is_ordinal(texts[0]))


def _are_titles(titles: Titles) -> bool:
    known = sum(is_column_title(text) for text in titles.texts)
    told = known * 2 >= len(titles.columns) or is_ordinal_title(titles.texts[0])
    return len(titles.columns) >= 3 and known >= 2 and told


def _pruned(lines: Sequence[Printed], at: int, end: int, columns: Sequence[Strip]) -> int:
    """The end of the body without lines below it that cross its columns or stand far off."""
    steps = sorted(lines[n].middle - lines[n - 1].middle for n in range(at + 1, end))
    usual = steps[len(steps) * 3 // 4] if steps else 0.0
    while end > at + 1:
        line = lines[end - 1]
        crossing = sum(_crosses(s, columns) for s in line.segments)
        far = line.middle - lines[end - 2].middle > 1.3 * usual
        if not (crossing and not is_ordinal(line.segments[0].text)) and not (far and len(line.segments) == 1):
            break
        end -= 1
    return end


def _crosses(segment: Segment, columns: Sequence[Strip]) -> bool:
    return sum(segment.bbox.x0 < c.x1 - 2 and c.x0 + 2 < segment.bbox.x1 for c in columns) > 1
