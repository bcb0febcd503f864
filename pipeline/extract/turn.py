"""From the space of a PDF page to points from the top left of the page as shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.document import BBox


@dataclass(frozen=True, slots=True)
class Turn:
    """A page's /Rotate (clockwise degrees) and its crop box, which say what is shown and which way up.

    PDF 32000-1, 8.3.2.3 and table 30: user space has its origin at the bottom left and is not turned.
    """

    rotation: int
    x0: float
    y0: float
    x1: float
    y1: float

    @staticmethod
    def of(page: Any) -> Turn:
        """The turn of a pypdfium2 page."""
        x0, y0, x1, y1 = page.get_bbox()
        return Turn(page.get_rotation() % 360, x0, y0, x1, y1)

    def box(self, left: float, bottom: float, right: float, top: float) -> BBox:
        """A box in user space as it stands on the page as shown."""
        return BBox(*self.corners(left, bottom, right, top))

    def corners(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """The same as plain numbers: x0, top, x1, bottom."""
        if self.rotation == 90:
            return bottom - self.y0, left - self.x0, top - self.y0, right - self.x0
        if self.rotation == 180:
            return self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0
        if self.rotation == 270:
            return self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left
        return left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom
