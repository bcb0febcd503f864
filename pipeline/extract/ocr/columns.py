"""The numbers of a column read side by side as one line.

The models were trained on lines: of clean short numbers read alone every twentieth is wrong, in the company of others
one in a hundred, and of lone ordinals one in thirty against none (docs/reading.md). The pictures of the cells are put
on one baseline, close together, and each sign that is read is given back to the cell under which it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from statistics import median

import numpy as np

from pipeline.extract.ocr import lines
from pipeline.extract.ocr.engine import Engine
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import WHITE, Pixels, around

LEAST = 3
"""Numbers that make company."""
_GAP = 0.3
"""In heights of a digit: white between two numbers. Wider ones are read as spaces, which shift the places of signs."""
_MOST = 6.0
"""Inches: longest line that is put together."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The grey picture of a line in a cell; ``baseline`` is the row of it on which its digits of ``height`` stand."""

    image: Pixels
    baseline: int
    height: int


def picture(layout: Layout, row: tuple[Piece, ...]) -> Picture:
    """The picture of one line of a cell."""
    group = list(row)
    area = around([piece.box for piece in group])
    image, (_, top) = lines.crop(layout.page.grey, layout.patches, group, area, layout.page.dpi)
    return Picture(image, max(piece.bottom for piece in group) - top, max(piece.height for piece in group))


def read(pictures: list[Picture], engine: Engine, dpi: float, letters: str) -> list[str]:
    """What stands in each of ``pictures``, which hold nothing but ``letters``; "" where nothing was read."""
    result: list[str] = []
    for part in _parts(pictures, _MOST * dpi):
        result += _read_line(part, engine, dpi, letters)
    return result


def _parts(pictures: list[Picture], most: float) -> list[list[Picture]]:
    """``pictures`` in runs of about the same width, none much wider than ``most``."""
    ends = list(accumulate(one.image.shape[1] for one in pictures))
    count = max(1, -(-ends[-1] // max(1, int(most)))) if ends else 0
    parts: list[list[Picture]] = [[] for _ in range(count)]
    for one, end in zip(pictures, ends, strict=True):
        parts[min(count - 1, (end - 1) * count // ends[-1])].append(one)
    return [part for part in parts if part]


def _read_line(part: list[Picture], engine: Engine, dpi: float, letters: str) -> list[str]:
    gap = max(2, round(_GAP * median(one.height for one in part)))
    above = max(one.baseline for one in part)
    below = max(one.image.shape[0] - one.baseline for one in part)
    starts = [gap]
    for one in part:
        starts.append(starts[-1] + one.image.shape[1] + gap)
    line = np.full((above + below, starts[-1]), WHITE, dtype=np.uint8)
    for one, start in zip(part, starts, strict=False):
        height, width = one.image.shape
        line[above - one.baseline : above - one.baseline + height, start : start + width] = one.image
    middles = [start + one.image.shape[1] / 2 for one, start in zip(part, starts, strict=False)]
    widths = [one.image.shape[1] / 2 for one in part]
    found = [""] * len(part)
    for sign in engine.signs(line, dpi, letters):
        x = sign.box.middle[0]
        nearest = min(range(len(part)), key=lambda at: max(0.0, abs(x - middles[at]) - widths[at]))
        found[nearest] += sign.text
    return found
