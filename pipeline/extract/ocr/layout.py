"""A prepared page taken apart: rules and tables, patches of ink, pieces of lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ocr import grid, lines, rules
from pipeline.extract.ocr.grid import Grid
from pipeline.extract.ocr.lines import Patches, Piece
from pipeline.extract.ocr.prepare import Prepared, threshold, warp
from pipeline.extract.ocr.raster import Box, Pixels
from pipeline.extract.ocr.seals import Seal, without_rings

_CELL_GAP = 3.0
"""Word gap inside a table cell, in heights of a letter: a cell has no columns, and its lines are often spaced out."""
_RIM = 0.022
"""Inches: ink that comes no further into a cell is what is left of its border."""
_LEAST_SLOPE = 0.0012
"""Fall of table rules (pixels a pixel) from which the page is straightened by them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on a page. ``page`` has its rules and the rings of its black ``seals`` painted out; ``frames``
    are small grids (stamps).
    """

    page: Prepared
    patches: Patches
    pieces: tuple[Piece, ...]
    tables: tuple[Grid, ...]
    cells: dict[tuple[int, int], tuple[Piece, ...]]
    owner: NDArray[np.int64]
    frames: tuple[Box, ...] = ()
    seals: tuple[Seal, ...] = ()

    def cell(self, table: int, cell: int) -> tuple[Piece, ...]:
        """Pieces of lines in a cell of a table."""
        return self.cells.get((table, cell), ())

    def patches_in(self, table: int, cell: int) -> NDArray[np.intp]:
        """Patches of ink in a cell of a table."""
        return np.flatnonzero(self.owner == _key(table, cell))


def take_apart(page: Prepared) -> Layout:
    """Find rules, tables and pieces of lines on a straightened page."""
    page, seals = without_rings(page)
    ruled = _ruled(page)
    drawn = rules.find(ruled, page.dpi)
    fall, lean = rules.slopes(rules.without_streaks(drawn))
    if abs(fall) > _LEAST_SLOPE or abs(lean) > _LEAST_SLOPE:
        page = _level(page, fall, lean)
        ruled = _ruled(page)
        drawn = rules.find(ruled, page.dpi)
    grids = grid.find(rules.without_streaks(drawn), page.dpi, ruled)
    height = page.grey.shape[0]
    frames = tuple(g.box for g in grids if _is_frame(g, height, page.dpi))
    tables = tuple(g for g in grids if not _is_frame(g, height, page.dpi))
    page = _without(page, ruled, drawn)
    found = lines.patches(page.ink)
    owner = _owners(found, tables, _RIM * page.dpi)
    cells: dict[tuple[int, int], tuple[Piece, ...]] = {}
    for t, table in enumerate(tables):
        for c in range(len(table.cells)):
            members = owner == _key(t, c)
            if members.any():
                cells[t, c] = tuple(lines.find(found, page.dpi, members, _CELL_GAP))
    return Layout(page, found, tuple(lines.find(found, page.dpi, owner == 0)), tables, cells, owner, frames, seals)


def _key(table: int, cell: int) -> int:
    return 1 + table * 100_000 + cell


def _owners(found: Patches, tables: tuple[Grid, ...], rim: float) -> NDArray[np.int64]:
    """For each patch the key of the table cell that holds its middle; 0 outside tables, -1 for what is left of rules.

    Such remains lie wholly within ``rim`` pixels of a border.
    """
    x, y = (found.x0 + found.x1) / 2, (found.y0 + found.y1) / 2
    owner = np.zeros(len(x), dtype=np.int64)
    owner[0] = -1
    for t, table in enumerate(tables):
        box = table.box
        owner[(x >= box.x0 - rim) & (x < box.x1 + rim) & (y >= box.y0 - rim) & (y < box.y1 + rim)] = -1
        for c, cell in enumerate(table.cells):
            inside = cell.box
            held = (x >= inside.x0) & (x < inside.x1) & (y >= inside.y0) & (y < inside.y1)
            held &= (found.x1 > inside.x0 + rim) & (found.x0 < inside.x1 - rim)
            held &= (found.y1 > inside.y0 + rim) & (found.y0 < inside.y1 - rim)
            owner[held] = _key(t, c)
    return owner


def _level(page: Prepared, fall: float, lean: float) -> Prepared:
    """Shear the page so that its rules are level and upright, about its middle."""
    height, width = page.grey.shape
    x, y = width / 2, height / 2
    return warp(page, np.array([[1.0, -lean, lean * y], [-fall, 1.0, fall * x]]))


def _is_frame(found: Grid, height: int, dpi: float) -> bool:
    """True for a small box of few cells in the upper third of the page: an arrival stamp, not a table."""
    small = found.box.width < 3.2 * dpi and found.box.height < 1.4 * dpi
    return small and len(found.cells) <= 4 and found.box.y1 < 0.4 * height


def _ruled(page: Prepared) -> Pixels:
    """Ink in which rules are looked for: thin grey ones too where the scan has greys."""
    return page.ink if page.bilevel else threshold(page.grey, faint=True)


def _without(page: Prepared, ruled: Pixels, drawn: rules.Rules) -> Prepared:
    """The page with its rules painted white; letters that they cross stay."""
    gone = cv2.bitwise_or(
        rules.erase(ruled, drawn.level, upright=False), rules.erase(ruled, drawn.upright, upright=True)
    )
    kernel = np.ones((3, 3), np.uint8)
    crossings = cv2.bitwise_and(cv2.dilate(drawn.level, kernel), cv2.dilate(drawn.upright, kernel))
    gone = cv2.bitwise_or(gone, cv2.bitwise_and(crossings, ruled))
    if not gone.any():
        return page
    ink = cv2.bitwise_and(page.ink, cv2.bitwise_not(gone))
    # the grey rim of a rule goes with it, as far as it is not the rim of a letter
    rim = cv2.bitwise_and(cv2.dilate(gone, kernel), cv2.bitwise_not(cv2.dilate(ink, kernel)))
    grey = cv2.bitwise_or(page.grey, cv2.bitwise_or(gone, rim))
    return replace(page, grey=np.asarray(grey, dtype=np.uint8), ink=np.asarray(ink, dtype=np.uint8))
