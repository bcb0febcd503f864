"""Printed lines as pieces that stand apart, and what such a piece may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.document import BBox
from pipeline.extract.layout import Row
from pipeline.extract.textlayer import StyledWord

_APART = 0.6
"""Blank between two words, in type sizes, from which they may stand in two columns."""
_ORDINAL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-zĐđ])[.)]?|[-–—+•*]")
_VALUE = re.compile(r"[-–+≥≤><~]?\s*\d[\d.,]*\s*%?|[-–—]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Strip:
    """What a column takes of the width, in points."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one printed line that stand together."""

    words: tuple[StyledWord, ...]
    bbox: BBox

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(w.word.text for w in self.words)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line as segments; ``size``: its largest type."""

    segments: tuple[Segment, ...]
    bbox: BBox
    size: float

    @property
    def text(self) -> str:
        """All words with one space between them."""
        return " ".join(s.text for s in self.segments)

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.bbox.top + self.bbox.bottom) / 2


def printed(row: Row) -> Printed:
    """A row of words as segments."""
    size = max(w.size for w in row.words)
    groups: list[list[StyledWord]] = []
    for word in row.words:
        if groups and word.bbox.x0 - groups[-1][-1].bbox.x1 <= _APART * size:
            groups[-1].append(word)
        else:
            groups.append([word])
    boxes = [BBox.union(w.bbox for w in group) or group[0].bbox for group in groups]
    return Printed(tuple(Segment(tuple(g), b) for g, b in zip(groups, boxes, strict=True)), row.bbox, size)


def is_ordinal(text: str) -> bool:
    """True for what stands in a column "TT": "1", "I", "2.1", "a)", "-"."""
    return _ORDINAL.fullmatch(text.strip()) is not None


def is_value(text: str) -> bool:
    """True for a lone number that is no year, or the dash that stands for none."""
    return _VALUE.fullmatch(text.strip()) is not None and not _YEAR.fullmatch(text.strip())
