"""Reading order of the pieces of lines on a page: rows, and the blocks where two halves stand side by side.

Decree 30/2020/NĐ-CP, annex I, puts the issuing body and number at the top left beside the national motto and date, and
the recipients at the bottom left beside the signature. Such halves are read one after the other, left first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document import Region
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import Box, around, overlap

_GUTTER = 1.5
"""In heights of a letter: least width of the white strip between two halves."""
_FLUSH = 0.8
"""In heights of a letter: entries of one column begin or end within this of each other."""
_TOP_SHARE = 0.40
"""A letterhead starts within this share of the page's height."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Pieces at one height that are read as one line, from left to right."""

    pieces: tuple[Piece, ...]
    region: Region = "body"

    @property
    def box(self) -> Box:
        """Box around all pieces."""
        return around([piece.box for piece in self.pieces])


@dataclass(slots=True)
class _Row:
    pieces: list[Piece] = field(default_factory=list)

    def box(self) -> Box:
        return around([piece.box for piece in self.pieces])


def order(pieces: list[Piece], page: Box) -> list[TextLine]:
    """All ``pieces`` of a page as lines in reading order."""
    if not pieces:
        return []
    found = _rows(pieces)
    letter = sorted(piece.height for piece in pieces)[len(pieces) // 2]
    margin = _margin(found)
    lines: list[TextLine] = []
    at = 0
    while at < len(found):
        end, cut = _side_by_side(found, at, letter, page, margin)
        if end > at:
            block = [piece for row in found[at:end] for piece in row.pieces]
            lines += _half([p for p in block if p.box.middle[0] < cut], "left")
            lines += _half([p for p in block if p.box.middle[0] >= cut], "right")
            at = end
        else:
            lines.append(TextLine(tuple(sorted(found[at].pieces, key=lambda piece: piece.box.x0))))
            at += 1
    return lines


def rows(pieces: list[Piece]) -> list[tuple[Piece, ...]]:
    """Pieces that stand at one height together, from the top down and from left to right."""
    return [tuple(sorted(row.pieces, key=lambda piece: piece.box.x0)) for row in _rows(pieces)]


def _rows(pieces: list[Piece]) -> list[_Row]:
    """Pieces grouped by height on the page, from the top down."""
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda p: (p.top + p.bottom, p.box.x0)):
        for row in reversed(rows[-4:]):
            beside = min(
                row.pieces, key=lambda other: abs(overlap(piece.box.x0, piece.box.x1, other.box.x0, other.box.x1))
            )
            share = overlap(piece.top, piece.bottom, beside.top, beside.bottom) / min(piece.height, beside.height)
            taken = any(
                overlap(piece.box.x0, piece.box.x1, o.box.x0, o.box.x1) > 0.3 * piece.height for o in row.pieces
            )
            if share >= 0.5 and not taken:
                row.pieces.append(piece)
                break
        else:
            rows.append(_Row([piece]))
    return sorted(rows, key=lambda row: sum(p.top + p.bottom for p in row.pieces) / len(row.pieces))


def _half(pieces: list[Piece], region: Region) -> list[TextLine]:
    return [TextLine(tuple(sorted(row.pieces, key=lambda piece: piece.box.x0)), region) for row in _rows(pieces)]


def _side_by_side(rows: list[_Row], start: int, letter: float, page: Box, margin: float | None) -> tuple[int, float]:
    """End (exclusive) of the block of two halves that starts at row ``start`` and the x that parts them.

    Returns (start, 0) where no such block starts there. It must stand at the top of the page or reach its end (page
    number aside), have two lines or more on each side, and the sides must stand beside each other.
    """
    at_top = rows[start].box().y0 < page.y0 + _TOP_SHARE * page.height and start <= 4
    free = [(page.x0 + 0.22 * page.width, page.x0 + 0.78 * page.width)]
    end = start
    best: tuple[int, float] = (start, 0.0)
    while end < len(rows):
        if at_top and best[0] > start and _is_title(rows[start:end], rows[end], best[1], letter):
            break
        free = _narrowed(free, rows[end], letter)
        if not free:
            break
        end += 1
        cut = _cut(rows, start, end, free, letter, margin)
        if cut is not None:
            best = (end, cut)
    if best[0] == start:
        return start, 0.0
    rest = sum(len(row.pieces) for row in rows[best[0] :])
    if at_top or rest <= 1 or rows[best[0]].box().y0 > page.y0 + 0.9 * page.height:
        return best
    return start, 0.0


def _is_title(block: list[_Row], row: _Row, cut: float, letter: float) -> bool:
    """True if ``row`` stands alone on the right of a letterhead without being centred there: the title of the page."""
    box = row.box()
    if box.x0 < cut:
        return False
    right = around([piece.box for other in block for piece in other.pieces if piece.box.middle[0] >= cut])
    off_centre = abs(box.middle[0] - right.middle[0]) > 0.15 * right.width
    return box.x0 < right.x0 - 0.5 * letter or off_centre


def _narrowed(free: list[tuple[float, float]], row: _Row, letter: float) -> list[tuple[float, float]]:
    """The free strips of x that the pieces of ``row`` leave open, if still ``least`` wide."""
    for piece in row.pieces:
        if len(piece.patches) <= 3 and piece.box.width < 2.5 * letter and len(row.pieces) > 1:
            continue  # a bit of a seal or pen between the halves
        left: list[tuple[float, float]] = []
        for low, high in free:
            left += [(low, min(high, piece.box.x0)), (max(low, piece.box.x1), high)]
        free = [(low, high) for low, high in left if high - low >= _GUTTER * letter]
    return free


def _cut(
    page: list[_Row], start: int, end: int, free: list[tuple[float, float]], letter: float, margin: float | None
) -> float | None:
    """The middle of the free strip with two lines or more on each side that stand beside each other; None if none."""
    pieces = [piece for row in page[start:end] for piece in row.pieces]
    first = page[start].pieces
    for low, high in sorted(free, key=lambda strip: strip[0] - strip[1]):
        left = [p for p in pieces if p.box.x1 <= low + 1]
        right = [p for p in pieces if p.box.x0 >= high - 1]
        if len(left) < 2 or len(right) < 2 or not any(p.box.x0 >= high - 1 for p in first):
            continue
        if _are_entries([*_above(page[:start], low, high), *page[start:end]], low, high, letter, margin):
            continue
        left_box, right_box = around([p.box for p in left]), around([p.box for p in right])
        shared = overlap(left_box.y0, left_box.y1, right_box.y0, right_box.y1)
        if shared >= 0.4 * min(left_box.height, right_box.height):
            return (low + high) / 2
    return None


def _above(rows: list[_Row], low: float, high: float) -> list[_Row]:
    """The last of ``rows`` that leave the strip between ``low`` and ``high`` open."""
    at = len(rows)
    while at and all(p.box.x1 <= low + 1 or p.box.x0 >= high - 1 for p in rows[at - 1].pieces):
        at -= 1
    return rows[at:]


def _margin(rows: list[_Row]) -> float | None:
    """Where the text ends at the right: that of the wide lines; None if there are hardly any."""
    boxes = [row.box() for row in rows]
    widest = max(box.width for box in boxes)
    ends = sorted(
        box.x1 for row, box in zip(rows, boxes, strict=True) if len(row.pieces) == 1 and box.width > 0.8 * widest
    )
    return ends[len(ends) // 2] if len(ends) > 3 else None


def _are_entries(rows: list[_Row], low: float, high: float, letter: float, margin: float | None) -> bool:
    """True if what stands right of the strip are entries of a list ("Dân số: ...... 374.125 người"), no half of a page.

    Each is in line with words on the left; three or more are flush at one edge, or all end where the text ends. The
    lines of a letterhead or a signature are centred on each other.
    """
    beside = [
        (any(p.box.x1 <= low + 1 for p in row.pieces), around([p.box for p in row.pieces if p.box.x0 >= high - 1]))
        for row in rows
        if any(p.box.x0 >= high - 1 for p in row.pieces)
    ]
    if len(beside) < 2 or not all(paired for paired, _ in beside):
        return False
    starts, ends = [box.x0 for _, box in beside], [box.x1 for _, box in beside]
    if margin is not None and all(abs(end - margin) <= _FLUSH * letter for end in ends):
        return True
    return len(beside) > 2 and any(max(edge) - min(edge) <= _FLUSH * letter for edge in (starts, ends))
