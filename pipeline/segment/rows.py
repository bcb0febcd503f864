"""Lines as the segmenter sees them: their words, their neighbours, their place between the margins of the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.document import Document, Line
from pipeline.segment.furniture import furniture

MIN_LINES_FOR_MARGINS = 4
EDGE_WIDTH = 4.0
"""Points within which edges of lines count as one."""
INDENT = 12.0
"""Points right of the margin from which a line counts as indented (Decree 30/2020 asks for 28 to 36)."""

_OPEN_END = re.compile(r"[^.;:!?…”\"»)\]]$|[,(\-–]$")
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the text with what is needed to tell where paragraphs begin.

    ``left`` and ``right`` are the distances in points from the margins of the text on its page (None without
    geometry); ``blank`` is True where an empty line stands before it (text files); ``capitals`` where it has no small
    letter.
    """

    index: int
    text: str
    line: Line
    blank: bool
    left: float | None
    right: float | None
    width: float | None
    furniture: bool
    capitals: bool

    @property
    def open_end(self) -> bool:
        """True if the sentence does not end with this line."""
        return bool(_OPEN_END.search(self.text))

    @property
    def lower_start(self) -> bool:
        """True if the first letter is small (or the line goes on with punctuation)."""
        head = self.text.lstrip("\"“”'‘(").lstrip()
        return bool(head) and (head[0].islower() or head[0] in ",;.)%")

    @property
    def centred(self) -> bool:
        """True if it stands in the middle between the margins, touching neither."""
        if self.left is None or self.right is None or self.width is None:
            return False
        return self.left > INDENT and self.right > INDENT and abs(self.left - self.right) < 0.04 * self.width + 8

    def room_for(self, after: Row) -> bool:
        """True if the first word of the next line would still have fitted on this one."""
        word = _FIRST_WORD.match(after.text)
        if self.right is None or word is None or after.line.bbox is None:
            return False
        box = after.line.bbox
        return self.right > (box.x1 - box.x0) * (len(word.group()) + 1) / max(len(after.text), 1) + 4


def rows(document: Document) -> list[Row]:
    """All lines of the document as rows, furniture marked."""
    margins = _margins(document)
    aside = furniture(document)
    found: list[Row] = []
    end = 0
    for index, line in enumerate(document.lines):
        text = document.text[line.span.start : line.span.end].strip()
        blank = document.text.count("\n", end, line.span.start) > 1
        end = line.span.end
        left = right = width = None
        if line.bbox is not None and line.page in margins:
            low, high = margins[line.page]
            left, right, width = line.bbox.x0 - low, high - line.bbox.x1, high - low
        found.append(Row(index, text, line, blank, left, right, width, index in aside, _in_capitals(text)))
    return found


def _in_capitals(text: str) -> bool:
    """True if the line is words in capitals, no number or speck with a letter in it."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1 and sum(map(str.isalnum, text)) >= 0.6 * len(text)


def _margins(document: Document) -> dict[int, tuple[float, float]]:
    """Left and right edge of the running text of each page, in points."""
    edges: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for line in document.lines:
        if line.bbox is not None and line.region == "body" and len(line.span) > 2:
            edges[line.page].append((line.bbox.x0, line.bbox.x1))
    widths = {page.number: page.width for page in document.pages}
    own = {page: _edges(found) for page, found in edges.items() if len(found) >= MIN_LINES_FOR_MARGINS}
    usual: dict[float | None, list[tuple[float, float]]] = defaultdict(list)
    for page, pair in own.items():
        usual[_rounded(widths.get(page))].append(pair)
    for page in {line.page for line in document.lines}:
        others = usual.get(_rounded(widths.get(page)))
        if page not in own and others:
            own[page] = (median(low for low, _ in others), median(high for _, high in others))
        elif page not in own and page in edges:
            own[page] = _edges(edges[page])
    return own


def _rounded(width: float | None) -> float | None:
    return None if width is None else round(width / 20) * 20.0


def _edges(lines: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The outermost left and right edge that enough lines share; single lines that stick out (specks) do not count."""
    lefts = _shared([low for low, _ in lines])
    rights = _shared([high for _, high in lines])
    return min(lefts), max(rights)


def _shared(edges: Sequence[float]) -> list[float]:
    """The edges whose neighbourhood holds at least an eighth as many lines as the fullest one.

    Not more: on a page of short items most lines are indented first lines, and few reach the margin.
    """
    bins = Counter(round(edge / EDGE_WIDTH) for edge in edges)
    near = {place: count + bins[place - 1] + bins[place + 1] for place, count in bins.items()}
    enough = max(near.values()) / 8
    return [edge for edge in edges if near[round(edge / EDGE_WIDTH)] >= enough]
