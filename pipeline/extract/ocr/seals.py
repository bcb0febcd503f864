"""Round seals in black: grey and 1-bit scans show them in the colour of the print that they were put over.

The rings are found as circles of the size of a seal and painted white, so that the letters that they cross come free.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ocr.prepare import Prepared
from pipeline.extract.ocr.raster import WHITE, Box, Pixels

_LEAST, _MOST = 12.5 / 25.4, 21 / 25.4
"""Inches: radii of seals. Circular 01/1999 of the Ministry of Public Security has 28 to 42 mm across."""
_SEEK_DPI, _FIT_DPI = 75.0, 150.0
_CLOSED = 0.85
"""Share of the directions from its middle in which a ring is inked; circles through text have at most 0.7."""
_RING = 0.33
"""Share of a circle that is inked where a ring of the seal runs."""
_NEAR = 3
"""Pixels at ``_FIT_DPI`` by which the middle may be off where it was first found."""
_SECTORS, _OFF, _RIM = 36, 0.02, 0.008
"""A seal is looked at in so many sectors; inches by which one may lie off, and that go with a ring on either side."""

Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seal:
    """A round seal; in pixels of its page."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """The square around it."""
        x, y, r = self.x, self.y, self.radius
        return Box(max(0, round(x - r)), max(0, round(y - r)), round(x + r), round(y + r))

    def holds(self, box: Box) -> bool:
        """True for a box whose middle and most of whose width lie within the seal."""
        x, y = box.middle
        return (x - self.x) ** 2 + (y - self.y) ** 2 < self.radius**2 and box.width < 1.6 * self.radius


def find(ink: Pixels, dpi: float) -> list[Seal]:
    """Black seals on a page of ``ink``; most pages have none."""
    scale = _SEEK_DPI / dpi
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    circles = cv2.HoughCircles(
        cv2.GaussianBlur(small, (0, 0), 1),
        cv2.HOUGH_GRADIENT,
        dp=1.5,
        minDist=_LEAST * _SEEK_DPI,
        param1=150,
        param2=60,
        minRadius=round(_LEAST * _SEEK_DPI),
        maxRadius=round(_MOST * _SEEK_DPI),
    )
    found = np.zeros((0, 3)) if circles is None else np.asarray(circles, dtype=np.float64)[0]
    return [Seal(x / scale, y / scale, r / scale) for x, y, r in found.tolist() if _closed(small, x, y, r) >= _CLOSED]


def _closed(ink: Pixels, x: float, y: float, radius: float) -> float:
    """Share of the directions from (x, y) in which there is ink about ``radius`` away."""
    angles = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    reach = np.arange(radius - 2, radius + 2.5, 0.5)
    xs = np.clip(np.rint(x + np.outer(reach, np.cos(angles))).astype(int), 0, ink.shape[1] - 1)
    ys = np.clip(np.rint(y + np.outer(reach, np.sin(angles))).astype(int), 0, ink.shape[0] - 1)
    return float((ink[ys, xs] > 60).any(axis=0).mean())


def without_rings(page: Prepared) -> tuple[Prepared, tuple[Seal, ...]]:
    """The page with the rings of its black seals painted white, and the seals."""
    seals = find(page.ink, page.dpi)
    if not seals:
        return page, ()
    gone = np.zeros_like(page.ink)
    for seal in seals:
        area = _roomy(seal)
        area.of(gone)[_on_rings(area.of(page.ink), seal, page.dpi)] = 255
    ink = np.where(gone > 0, 0, page.ink).astype(np.uint8)
    return replace(page, ink=ink, grey=np.where(gone > 0, WHITE, page.grey).astype(np.uint8)), tuple(seals)


def _roomy(seal: Seal) -> Box:
    """The box around a seal with room for where its middle was found a little off."""
    room = round(0.06 * seal.radius)
    box = seal.box
    return Box(max(0, box.x0 - room), max(0, box.y0 - room), box.x1 + room, box.y1 + room)


def _on_rings(part: Pixels, seal: Seal, dpi: float) -> NDArray[np.bool_]:
    """Which pixels of ``part``, what the page shows around a seal, lie on its rings.

    A seal is never quite round on a scan: each sector of it may lie a little further out or in than the whole.
    """
    scale = _FIT_DPI / dpi
    area = _roomy(seal)
    small = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    x, y = _middle(small, (seal.x - area.x0) * scale, (seal.y - area.y0) * scale)
    away = _distances(part.shape, x / scale, y / scale).astype(int)
    rings = _profile(part, away) > _RING
    rings[: round(0.5 * seal.radius)] = False
    rings[round(1.06 * seal.radius) :] = False
    rows, columns = np.ogrid[: part.shape[0], : part.shape[1]]
    angles = np.arctan2(rows - y / scale, columns - x / scale)
    sectors = np.minimum(((angles + np.pi) / (2 * np.pi) * _SECTORS).astype(int), _SECTORS - 1)
    most = round(_OFF * dpi)
    wide = cv2.dilate(rings.astype(np.uint8), np.ones((2 * round(_RIM * dpi) + 1, 1), np.uint8)).ravel() > 0
    result = np.zeros(part.shape, dtype=bool)
    for sector in range(_SECTORS):
        inside = sectors == sector
        own = np.bincount(away[inside], weights=part[inside] > 127, minlength=len(rings))
        shift = max(range(-most, most + 1), key=lambda by: (float(own[np.roll(rings, by)].sum()), -abs(by)))
        result[inside] = np.roll(wide, shift)[away[inside]]
    return result


def _distances(shape: tuple[int, ...], x: float, y: float) -> Reals:
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    return np.asarray(np.hypot(columns - x, rows - y), dtype=np.float64)


def _profile(ink: Pixels, distance: NDArray[np.int_]) -> Reals:
    """For each whole distance from the middle the share of the circle there that is inked."""
    rounds = distance.ravel()
    inked = np.bincount(rounds, weights=(ink > 127).ravel().astype(np.float64))
    return np.asarray(inked / np.maximum(1, np.bincount(rounds)), dtype=np.float64)


def _middle(ink: Pixels, x: float, y: float) -> tuple[float, float]:
    """The middle from which the rings are sharpest."""
    offsets = range(-_NEAR, _NEAR + 1)
    around = [(x + dx, y + dy) for dx in offsets for dy in offsets]
    return max(around, key=lambda at: float(np.square(_profile(ink, _distances(ink.shape, *at).astype(int))).sum()))
