"""Text lines of a straightened page, from the connected patches of ink.

Letters of one line are chained from left to right where they share height; accents, dots and commas then go to the
line whose band is nearest. A piece of line ends where the gap is wider than a word space ever is: what stands beside it
(the other half of a letterhead, the next column) is another piece. Pieces at one height form a row.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ocr.raster import WHITE, Box, Pixels, overlap

_LEAST_LETTER = 0.04
"""Inches: lower patches are accents, dots, dashes or dirt, not letters that a line is chained from."""
_MOST_LETTER = 0.40
"""Inches: higher patches are drawings, smudges, signatures."""
_TALLER = 1.5
"""A letter is so many times as high as the quotation mark before it."""
_WORD_GAP = 1.6
"""In heights of a median letter: a wider gap ends a piece of line."""

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Patches:
    """Connected patches of ink: ``labels`` names the patch at each pixel (0: paper); the other arrays are by patch."""

    labels: Ints
    x0: Ints
    y0: Ints
    x1: Ints
    y1: Ints
    area: Ints


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one line: the patches it owns and the band [top, bottom) between which its letters stand.

    ``patches`` includes accents and points; ``box`` goes around all of them.
    """

    box: Box
    top: int
    bottom: int
    patches: tuple[int, ...]

    @property
    def height(self) -> int:
        """Height of the band of letters in pixels."""
        return self.bottom - self.top


def patches(ink: Pixels) -> Patches:
    """Connected patches of ``ink`` (8 neighbours)."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_32S)
    s = np.asarray(stats, dtype=np.int32)
    return Patches(np.asarray(labels, dtype=np.int32), s[:, 0], s[:, 1], s[:, 0] + s[:, 2], s[:, 1] + s[:, 3], s[:, 4])


def find(
    found: Patches, dpi: float, members: NDArray[np.bool_] | None = None, word_gap: float = _WORD_GAP
) -> list[Piece]:
    """Pieces of lines among the patches in the mask ``members`` (all if None), from the top down."""
    width, height = found.x1 - found.x0, found.y1 - found.y0
    inside = np.ones(len(width), dtype=bool) if members is None else members.copy()
    inside[0] = False
    letters = inside & (height >= _LEAST_LETTER * dpi) & (height <= _MOST_LETTER * dpi)
    letters &= (width <= 12 * height) & (found.area > 0.02 * width * height)
    if not letters.any():
        return []
    median = float(np.median(height[letters]))
    plain = letters & (height <= 2.3 * median) & (height >= 0.5 * median)
    chains = _chain(found, np.flatnonzero(plain), median * word_gap)
    high = np.flatnonzero(letters & (height > 2.3 * median))
    chains += [chain for chain in _chain(found, high, 3 * median * word_gap) if len(chain) >= 3]
    chains = _without_strays(found, _joined(found, chains, median * word_gap), median)
    return _with_marks(found, chains, inside, median)


def _chain(found: Patches, members: NDArray[np.intp], most_gap: float) -> list[list[int]]:
    """Chains of letters from left to right that share height with the letters before them."""
    chains: list[list[int]] = []
    ends: list[float] = []
    tops: list[float] = []
    bottoms: list[float] = []
    for index in members[np.argsort(found.x0[members], kind="stable")].tolist():
        x0, x1 = int(found.x0[index]), int(found.x1[index])
        y0, y1 = int(found.y0[index]), int(found.y1[index])
        best, best_share = -1, 0.5
        for k in range(len(chains)):
            if x0 - ends[k] > most_gap:
                continue
            share = overlap(y0, y1, tops[k], bottoms[k]) / min(y1 - y0, bottoms[k] - tops[k])
            if share > best_share:
                best, best_share = k, share
        if best < 0:
            chains.append([index])
            ends.append(x1)
            tops.append(y0)
            bottoms.append(y1)
            continue
        chains[best].append(index)
        ends[best] = max(ends[best], x1)
        if y1 - y0 > _TALLER * (bottoms[best] - tops[best]) and len(chains[best]) <= 3:
            # so far nothing but the quotation marks before the first letter, which stand high
            tops[best], bottoms[best] = y0, y1
            continue
        # the band follows the line slowly: single letters with ascender, hook or tail must not pull it away
        tops[best] += 0.25 * (y0 - tops[best])
        bottoms[best] += 0.25 * (y1 - bottoms[best])
    return chains


def _joined(found: Patches, chains: list[list[int]], most_gap: float) -> list[list[int]]:
    """Chains put together that stand at one height within a word gap (a tall or broken first letter parts them)."""
    bands = [_band(found, chain) for chain in chains]
    order = sorted(range(len(chains)), key=lambda k: bands[k][0])
    merged: list[list[int]] = []
    merged_bands: list[tuple[float, float, float, float]] = []
    for k in order:
        x0, x1, top, bottom = bands[k]
        for m in range(len(merged)):
            mx0, mx1, mtop, mbottom = merged_bands[m]
            share = overlap(top, bottom, mtop, mbottom) / max(1.0, min(bottom - top, mbottom - mtop))
            if share > 0.6 and overlap(x0, x1, mx0, mx1) > -most_gap:
                merged[m] = merged[m] + chains[k]
                merged_bands[m] = _band(found, merged[m])
                break
        else:
            merged.append(list(chains[k]))
            merged_bands.append(bands[k])
    return merged


def _without_strays(found: Patches, chains: list[list[int]], median: float) -> list[list[int]]:
    """Leave out chains of one or two patches that are accents, commas or dashes of a longer line near them."""
    bands = [_band(found, chain) for chain in chains]
    long = [band for chain, band in zip(chains, bands, strict=True) if len(chain) > 3]
    kept = []
    for chain, (x0, x1, top, bottom) in zip(chains, bands, strict=True):
        middle = (top + bottom) / 2
        stray = len(chain) <= 2 and any(
            overlap(x0, x1, lx0, lx1) > -0.6 * median and ltop - 1.1 * median < middle < lbottom + 0.8 * median
            for lx0, lx1, ltop, lbottom in long
        )
        if not stray:
            kept.append(chain)
    return kept


def _band(found: Patches, chain: list[int]) -> tuple[float, float, float, float]:
    """Left, right, and the usual top and bottom of a chain's letters."""
    member = np.asarray(chain)
    x0, x1 = float(found.x0[member].min()), float(found.x1[member].max())
    if len(chain) <= 4:  # quotation marks beside a letter or two must not stand for the line
        height = found.y1[member] - found.y0[member]
        member = member[height * _TALLER > height.max()]
    return x0, x1, float(np.median(found.y0[member])), float(np.median(found.y1[member]))


def _with_marks(found: Patches, chains: list[list[int]], inside: NDArray[np.bool_], median: float) -> list[Piece]:
    """Give each accent, point, comma and touching patch to the line that it belongs to."""
    if not chains:
        return []
    bands = np.array([_band(found, chain) for chain in chains])
    owned = {index for chain in chains for index in chain}
    members: list[list[int]] = [list(chain) for chain in chains]
    x = (found.x0 + found.x1) / 2
    y = (found.y0 + found.y1) / 2
    height = found.y1 - found.y0
    for index in np.flatnonzero(inside & (height <= 6 * median)).tolist():
        if index in owned:
            continue
        across = np.maximum(bands[:, 0] - x[index], x[index] - bands[:, 1])
        above = np.maximum(bands[:, 2] - y[index], 0)
        below = np.maximum(y[index] - bands[:, 3], 0)
        near = (across < 0.8 * median) & (above < 1.1 * median) & (below < 0.8 * median)
        # a dash or bullet stands off from its line, level with it
        near |= (across < 2.2 * median) & (above <= 0) & (below <= 0) & (height[index] < 0.6 * median)
        if height[index] > 2.3 * median:
            share = np.minimum(bands[:, 3], found.y1[index]) - np.maximum(bands[:, 2], found.y0[index])
            near = (across < median) & (share > 0.5 * (bands[:, 3] - bands[:, 2]))
            for k in np.flatnonzero(near).tolist():
                members[k].append(index)
            continue
        if near.any():
            # an accent hangs over its letter more often than a dot lies under one
            cost = above + 1.3 * below + np.maximum(across, 0)
            members[int(np.argmin(np.where(near, cost, np.inf)))].append(index)
    pieces = [_piece(found, chain, band, median) for chain, band in zip(members, bands, strict=True)]
    return sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.box.x0))


def _piece(found: Patches, chain: list[int], band: NDArray[np.float64], median: float) -> Piece:
    top, bottom = round(float(band[2])), max(round(float(band[3])), round(float(band[2])) + 1)
    member = np.asarray(chain)
    # a patch that touches two lines must not stretch the box over both
    low = max(int(found.y0[member].min()), round(top - 1.4 * median))
    high = min(int(found.y1[member].max()), round(bottom + 0.9 * median))
    box = Box(int(found.x0[member].min()), low, int(found.x1[member].max()), high)
    return Piece(box, top, bottom, tuple(sorted(set(chain))))


def crop(grey: Pixels, found: Patches, pieces: list[Piece], box: Box, dpi: float) -> tuple[Pixels, tuple[int, int]]:
    """The image of a line made of ``pieces``, ink of other lines painted white, and its top left corner in ``grey``."""
    pad = max(2, round(0.01 * dpi))
    height, width = grey.shape
    area = Box(max(0, box.x0 - pad), max(0, box.y0 - pad), min(width, box.x1 + pad), min(height, box.y1 + pad))
    part = area.of(grey).copy()
    labels = found.labels[area.y0 : area.y1, area.x0 : area.x1]
    own = np.isin(labels, np.concatenate([np.asarray(piece.patches) for piece in pieces]))
    foreign = ((labels > 0) & ~own).astype(np.uint8)
    if foreign.any():
        rim = cv2.dilate(foreign, np.ones((3, 3), np.uint8)) > 0
        part[rim & ~own] = WHITE
    return part, (area.x0, area.y0)
