"""Small nouns of image work: pixel arrays, boxes in pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Grey image (0 black .. 255 white) or mask (0 or 255), rows by columns."""

WHITE = 255


@dataclass(frozen=True, slots=True)
class Box:
    """Half-open rectangle in pixels of an image: columns [x0, x1), rows [y0, y1)."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        """Columns."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Rows."""
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        """Middle as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, x: float, y: float) -> bool:
        """True if the point lies inside."""
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1

    def of(self, image: Pixels) -> Pixels:
        """The part of ``image`` inside this box (a view)."""
        return image[max(0, self.y0) : self.y1, max(0, self.x0) : self.x1]


def around(boxes: list[Box]) -> Box:
    """Smallest box around ``boxes`` (at least one)."""
    return Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))


def overlap(low: float, high: float, other_low: float, other_high: float) -> float:
    """Length that two ranges share; negative: the gap between them."""
    return min(high, other_high) - max(low, other_low)
