"""The cells of a table without cell lines: words by column, printed lines put together to rows."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.document import BBox
from pipeline.extract.layout import line as printed_line
from pipeline.extract.page_content import PrintedCell, PrintedLine, PrintedTable
from pipeline.extract.textlayer import StyledWord
from pipeline.extract.unruled.segments import Printed, Segment, is_ordinal, is_value
from pipeline.extract.unruled.titles import Titles, union

_FIT = 0.7
"""Share of the rows that have an ordinal, at least, where there are ordinals."""
_JUMP = 1.15
"""Ratio between the distances of lines of two cells and of one cell, at least."""


def table_of(
    titles: Titles, head: Sequence[Printed], body: Sequence[Printed], level: Sequence[BBox]
) -> PrintedTable | None:
    """The table; None where its body is too thin to be one."""
    columns = titles.columns
    edges = [(a.x1 + b.x0) / 2 if a.x1 < b.x0 else b.x0 for a, b in pairwise(columns)]
    placed = [_by_column(row, edges) for row in body]
    rows = _logical(placed, body, level)
    filled = [{c for n in row for c in placed[n]} for row in rows]
    full = sum(len(columns_) >= min(3, len(columns)) for columns_ in filled)
    if full < 2 or 3 * full < len(rows):
        return None
    cells, depth = _title_cells(titles)
    for number, row in enumerate(rows):
        for column in range(len(columns)):
            lines = tuple(printed_line(placed[n][column], "table") for n in row if column in placed[n])
            box = BBox.union(line.bbox for line in lines if line.bbox is not None)
            cells.append(PrintedCell(depth + number, column, lines, box))
    box = BBox.union(line.bbox for line in (*head, *body))
    return PrintedTable(tuple(cells), depth + len(rows), len(columns), box, ruled=False)


def _by_column(row: Printed, edges: Sequence[float]) -> dict[int, list[StyledWord]]:
    """The words of a printed line by column; a piece that runs over an edge stays where it begins."""
    found: dict[int, list[StyledWord]] = {}
    for piece in row.segments:
        column = bisect(edges, piece.bbox.x0 + 1)
        for before, word in pairwise((None, *piece.words)):
            if before is not None and word is not None and _parted(before, word, edges):
                column = bisect(edges, word.bbox.x0 + 1)
            if word is not None:
                found.setdefault(column, []).append(word)
    return found


def _parted(before: StyledWord, word: StyledWord, edges: Sequence[float]) -> bool:
    """True if a column ends in the blank between two words."""
    return any(before.bbox.x1 <= edge <= word.bbox.x0 for edge in edges) and before.run != word.run


def _title_cells(titles: Titles) -> tuple[list[PrintedCell], int]:
    """The cells of the titles and the number of their rows; none where nothing is named."""
    if not any(titles.own):
        return [], 0
    levels = {over: _level_of(over, titles.over) for over in titles.over}
    depth = 1 + max((n + 1 for n in levels.values()), default=0)
    cells = [
        PrintedCell(n, first, _lines(pieces), union(pieces), 1, last - first + 1)
        for (first, last, pieces), n in levels.items()
    ]
    for column, pieces in enumerate(titles.own):
        row = max((n + 1 for (first, last, _), n in levels.items() if first <= column <= last), default=0)
        cells.append(PrintedCell(row, column, _lines(pieces), union(pieces), depth - row))
    return cells, depth


def _level_of(
    over: tuple[int, int, tuple[Segment, ...]], others: Sequence[tuple[int, int, tuple[Segment, ...]]]
) -> int:
    """How many wider titles stand over a title that spans columns."""
    first, last, _ = over
    return sum(a <= first and last <= b and (a, b) != (first, last) for a, b, _ in others)


def _lines(pieces: Sequence[Segment]) -> tuple[PrintedLine, ...]:
    return tuple(printed_line(p.words, "table") for p in pieces)


def _logical(
    placed: Sequence[dict[int, list[StyledWord]]], body: Sequence[Printed], level: Sequence[BBox]
) -> list[list[int]]:
    """Numbers of the printed lines that make each row of the table."""
    ruled = [n for n in range(1, len(body)) if _rule_between(body[n - 1], body[n], level)]
    if ruled and _fit(ruled, placed) >= _FIT:
        return _cut(len(body), ruled)
    spaced = list(_by_distance([body[n].middle - body[n - 1].middle for n in range(1, len(body))]))
    best = max(spaced, key=lambda starts: _fit(starts, placed), default=None)
    if best is not None and _fit(best, placed) >= _FIT:
        return _cut(len(body), best)
    return _cut(len(body), [n for n in range(1, len(body)) if _begins_row(placed, n)])


def _rule_between(above: Printed, below: Printed, level: Sequence[BBox]) -> bool:
    width = max(above.bbox.x1, below.bbox.x1) - min(above.bbox.x0, below.bbox.x0)
    drawn = sum(r.x1 - r.x0 for r in level if above.middle < r.top < below.middle)
    return drawn > 0.5 * width


def _by_distance(steps: Sequence[float]) -> Iterator[list[int]]:
    """Lines before which the distance is larger than within a cell, by each jump in the distances, clearest first."""
    jumps = sorted(((b / max(a, 1.0), a, b) for a, b in pairwise(sorted(steps))), reverse=True)
    for jump, low, high in jumps:
        if jump > _JUMP:
            yield [n for n, step in enumerate(steps, start=1) if step > (low + high) / 2]


def _fit(starts: Sequence[int], placed: Sequence[dict[int, list[StyledWord]]]) -> float:
    """Share of the rows with just one ordinal; 0 where one has two, 1 where the first column is none of ordinals."""
    ordinals = {n for n, row in enumerate(placed) if 0 in row and is_ordinal(" ".join(w.word.text for w in row[0]))}
    counts = [sum(n in ordinals for n in row) for row in _cut(len(placed), starts)]
    if len(ordinals) * 3 < len(counts):
        return 1.0
    return sum(c == 1 for c in counts) / len(counts) if max(counts) <= 1 else 0.0


def _begins_row(placed: Sequence[dict[int, list[StyledWord]]], n: int) -> bool:
    """A line with something in the first column, or with a name and values of its own."""
    here, before = placed[n], placed[n - 1]
    if 0 in here:
        ordinals = all(0 not in row or is_ordinal(" ".join(w.word.text for w in row[0])) for row in placed)
        return ordinals or len(here) > 1 or 0 not in before
    return (
        1 in here
        and sum(is_value(" ".join(w.word.text for w in words)) for words in here.values()) >= 1
        and any(c > 1 for c in before)
    )


def _cut(count: int, starts: Sequence[int]) -> list[list[int]]:
    bounds = [0, *starts, count]
    return [list(range(a, b)) for a, b in pairwise(bounds)]
