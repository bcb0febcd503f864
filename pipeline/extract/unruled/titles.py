"""Titles of columns: which stand below each other, which span others, and what text below belongs to each."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import BBox
from pipeline.extract.unruled.segments import Segment, Strip

_CENTRED = 10.0
"""Points by which a title may stand off the middle of what it names."""
_EMPTY = 25.0
"""What it costs, in points of distance, to leave a column without text."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The columns of a table from the left, the titles of each, and the titles over several (first, last, pieces)."""

    columns: tuple[Strip, ...]
    own: tuple[tuple[Segment, ...], ...]
    over: tuple[tuple[int, int, tuple[Segment, ...]], ...]

    @property
    def texts(self) -> list[str]:
        """The title of each column, "" for none."""
        return [" ".join(p.text for p in pieces) for pieces in self.own]


def titles_of(pieces: Sequence[Segment], strips: Sequence[Strip]) -> Titles:
    """The columns that ``pieces`` of print name, held together with the ``strips`` that the text below them takes.

    Segments below each other are one title; a piece over two or more titles spans them. Each lowest title is a column.
    """
    lowest, spanning = _stacks(pieces)
    own = [union(stack) for stack in lowest]
    body = _aligned(strips, own)
    columns = [
        Strip(min(s.x0 for s in mine), max(s.x1 for s in mine)) if mine else Strip(box.x0, box.x1)
        for box, mine in zip(own, body, strict=True)
    ]
    over = _stacked([(*_reach(piece, first, last, own), piece) for piece, first, last in spanning])
    return Titles(tuple(columns), tuple(tuple(stack) for stack in lowest), tuple(over))


def _stacks(pieces: Sequence[Segment]) -> tuple[list[list[Segment]], list[tuple[Segment, int, int]]]:
    """The titles of single columns from the left, as lines; and the pieces over (first, last) of them."""
    lowest: list[list[Segment]] = []
    spanning: list[tuple[Segment, list[Segment], list[Segment]]] = []
    for piece in sorted(pieces, key=lambda p: -p.bbox.bottom):
        box = piece.bbox
        under = [s for s in lowest if any(min(p.bbox.x1, box.x1) - max(p.bbox.x0, box.x0) > 1 for p in s)]
        if not under:
            under = _between(piece, lowest)
        if len(under) > 1:
            spanning.append((piece, under[0], under[-1]))
        elif under and not any(a is under[0] or b is under[0] for _, a, b in spanning):
            under[0].insert(0, piece)
        elif not under:
            lowest.append([piece])
            lowest.sort(key=lambda s: s[0].bbox.x0)
    index = {id(stack): n for n, stack in enumerate(lowest)}
    return lowest, [(piece, index[id(a)], index[id(b)]) for piece, a, b in spanning]


def _between(piece: Segment, lowest: Sequence[list[Segment]]) -> list[list[Segment]]:
    """The two titles over whose middle a narrower one stands; nothing if it stands over none."""
    at = bisect([stack[0].bbox.x0 for stack in lowest], piece.bbox.x0)
    if not 0 < at < len(lowest):
        return []
    left, right = lowest[at - 1][0].bbox, lowest[at][0].bbox
    lower = min(left.top, right.top) >= piece.bbox.bottom - 1
    centred = abs(_middle(piece.bbox) - (left.x0 + right.x1) / 2) < _CENTRED
    return [lowest[at - 1], lowest[at]] if lower and centred else []


def _reach(piece: Segment, first: int, last: int, own: Sequence[BBox]) -> tuple[int, int]:
    """First and last column under a spanning title: it stands over their middle, and none has a title at its height."""
    free = [box.top >= piece.bbox.bottom - 1 for box in own]
    middle = _middle(piece.bbox)
    best, least = (first, last), abs((own[first].x0 + own[last].x1) / 2 - middle) - _CENTRED
    for a in range(first, -1, -1):
        if not free[a]:
            break
        for b in range(last, len(own)):
            if not free[b]:
                break
            away = abs((own[a].x0 + own[b].x1) / 2 - middle)
            if away < least:
                best, least = (a, b), away
    return best


def _aligned(strips: Sequence[Strip], own: Sequence[BBox]) -> list[list[Strip]]:
    """The strips of text that belong to each title, in order.

    The assignment that costs least: blanks inside a column, the distance between its text and its title, and for
    titles without text.
    """
    # best[k][i]: the least cost of giving the first i strips to the first k titles, and how many title k takes
    best: list[list[tuple[float, int]]] = [[(0.0 if i == 0 else float("inf"), 0) for i in range(len(strips) + 1)]]
    for box in own:
        before = best[-1]
        row = [(cost + _EMPTY, 0) for cost, _ in before]
        for first in range(len(strips)):
            blank = 0.0
            for last in range(first, len(strips)):
                blank += strips[last].x0 - strips[last - 1].x1 if last > first else 0.0
                text = Strip(strips[first].x0, strips[last].x1)
                cost = before[first][0] + blank + _away(text, box)
                if cost < row[last + 1][0]:
                    row[last + 1] = (cost, last + 1 - first)
        best.append(row)
    found: list[list[Strip]] = []
    end = len(strips)
    for row in reversed(best[1:]):
        count = row[end][1]
        found.insert(0, list(strips[end - count : end]))
        end -= count
    return found


def _away(strip: Strip, box: BBox) -> float:
    """Distance between a strip and a title; less than 0 where one stands under the other."""
    return max(max(strip.x0, box.x0) - min(strip.x1, box.x1), -_CENTRED)


def _middle(box: BBox) -> float:
    return (box.x0 + box.x1) / 2


def _stacked(spanning: Sequence[tuple[int, int, Segment]]) -> list[tuple[int, int, tuple[Segment, ...]]]:
    """Lines of one spanning title put together: below each other, with the same middle."""
    found: list[tuple[int, int, tuple[Segment, ...]]] = []
    for first, last, piece in sorted(spanning, key=lambda item: item[2].bbox.top):
        for n, (a, b, pieces) in enumerate(found):
            box = pieces[-1].bbox
            near = abs(_middle(box) - _middle(piece.bbox)) < 3 and piece.bbox.top - box.bottom < 0.5 * (
                box.bottom - box.top
            )
            if near and ((a <= first and last <= b) or (first <= a and b <= last)):
                found[n] = (min(a, first), max(b, last), (*pieces, piece))
                break
        else:
            found.append((first, last, (piece,)))
    return found


def union(pieces: Sequence[Segment]) -> BBox:
    """The box around segments."""
    return BBox.union(p.bbox for p in pieces) or pieces[0].bbox
