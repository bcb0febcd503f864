"""Long straight rules on a page: table lines, underlines, scanner streaks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.extract.ocr.raster import Box, Pixels, around, patches, transposed

_LENGTH = 0.35
"""Inches of straight ink that no letter has."""
_THICKNESS = 0.035
"""Inches: thicker ink is a bar, a picture or a copier edge, not a rule."""
_GAP = 0.06
"""Inches of lost ink that are bridged in a broken rule."""
_WORK_DPI = 150
"""Rules are looked for at this resolution: finer costs time and finds no more."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Masks (255 on the rule) of level and upright rules, gaps bridged."""

    level: Pixels
    upright: Pixels

    def boxes(self) -> tuple[list[Box], list[Box]]:
        """Boxes of the level rules and of the upright rules."""
        return patches(self.level), patches(self.upright)


def find(ink: Pixels, dpi: float) -> Rules:
    """The long rules of a straightened page, found on a copy of at most 150 dpi."""
    scale = min(1.0, _WORK_DPI / dpi)
    small = ink
    if scale < 1:
        small = np.asarray(cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        small = np.where(small > 75, 255, 0).astype(np.uint8)
    work = dpi * scale
    length, gap, thick = max(9, round(_LENGTH * work)), max(2, round(_GAP * work)), max(3, round(_THICKNESS * work))
    level = _along(small, length, gap, thick)
    upright = transposed(_along(transposed(small), length, gap, thick))
    size = (ink.shape[1], ink.shape[0])
    if scale < 1:
        level = np.asarray(cv2.resize(level, size, interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
        upright = np.asarray(cv2.resize(upright, size, interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
    return Rules(level, upright)


def without_streaks(rules: Rules) -> Rules:
    """Only what the printer drew: scanner streaks, which run on to the edge of the sheet, left out."""
    level = _without_streaks(transposed(rules.level), transposed(rules.upright))
    return Rules(transposed(level), _without_streaks(rules.upright, rules.level))


def _without_streaks(upright: Pixels, level: Pixels) -> Pixels:
    """``upright`` without long rules that run to the edge of the sheet far beyond the last level rule they meet."""
    height, width = upright.shape
    result = upright
    for parts in _in_line(patches(upright)):
        whole = around(parts)
        at_edge = whole.y0 < 0.01 * height or whole.y1 > 0.99 * height
        if whole.height < 0.5 * height or not at_edge:
            continue
        met = np.flatnonzero(_strip(level, whole, width).any(axis=1))
        if not len(met) or max(int(met[0]), whole.height - int(met[-1])) > 0.1 * height:
            result = upright.copy() if result is upright else result
            for part in parts:
                part.of(result)[:] = 0
    return result


def _strip(level: Pixels, whole: Box, width: int) -> Pixels:
    """The level rules in the strip of a rule, a little wider than it."""
    return level[whole.y0 : whole.y1, max(0, whole.x0 - 5) : min(width, whole.x1 + 5)]


def _in_line(boxes: list[Box]) -> list[list[Box]]:
    """Upright rules that lie on one line, together: a streak is drawn in pieces where the scanner lost it."""
    groups: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: b.middle[0]):
        if groups and abs(groups[-1][-1].middle[0] - box.middle[0]) <= 3 and box.width <= 30:
            groups[-1].append(box)
        else:
            groups.append([box])
    return groups


def slopes(rules: Rules) -> tuple[float, float]:
    """How far level rules fall for each pixel to the right, and upright ones go right for each pixel down; medians."""
    return _slope(rules.level), _slope(transposed(rules.upright))


def _slope(level: Pixels) -> float:
    """Median fall of the long level rules, weighted by their length; 0 where there are fewer than three."""
    width = level.shape[1]
    found: list[tuple[float, int]] = []
    for box in patches(level):
        if box.width < 0.25 * width:
            continue
        ys, xs = np.nonzero(box.of(level))
        left, right = xs < box.width * 0.2, xs > box.width * 0.8
        if left.any() and right.any():
            fall = float(np.median(ys[right]) - np.median(ys[left])) / float(np.median(xs[right]) - np.median(xs[left]))
            found.append((fall, box.width))
    return float(np.median([fall for fall, _ in found])) if len(found) >= 3 else 0.0


def erase(ink: Pixels, rules: Pixels, upright: bool) -> Pixels:
    """Mask of the pixels to paint white so that ``rules`` vanish and letters that they cross stay whole.

    A pixel of a rule goes if the ink across the rule there is no thicker than the rule is elsewhere.
    """
    ink_across, mask = (ink, rules) if upright else (transposed(ink), transposed(rules))
    gone = np.zeros_like(ink_across)
    height, width = ink_across.shape
    for box in patches(mask):
        area = Box(max(0, box.x0 - 3), box.y0, min(width, box.x1 + 3), min(height, box.y1))
        rule, part = area.of(mask), area.of(ink_across)
        inked = (rule > 0) & (part > 0)
        rows = inked.sum(axis=1)
        if not rows.any():
            continue
        thickness = int(np.median(rows[rows > 0]))
        crossing = cv2.morphologyEx(part, cv2.MORPH_OPEN, np.ones((1, thickness + 3 + thickness // 3), np.uint8))
        near = cv2.dilate(rule, np.ones((1, 3), np.uint8)) > 0
        area.of(gone)[near & (part > 0) & (crossing == 0)] = 255
    return gone if upright else transposed(gone)


def _along(ink: Pixels, length: int, gap: int, thick: int) -> Pixels:
    """Level rules of ``ink``: runs of at least ``length`` after bridging ``gap``, no thicker than ``thick``."""
    ink = np.ascontiguousarray(ink)
    joined = cv2.dilate(ink, np.ones((2, 1), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, max(5, length // 3)), np.uint8))
    bridged = cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    rules = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    bars = cv2.morphologyEx(rules, cv2.MORPH_OPEN, np.ones((thick + 2, 1), np.uint8))
    if bars.any():
        bars = cv2.dilate(bars, np.ones((3, 5), np.uint8))
        rules = np.where(bars > 0, 0, rules).astype(np.uint8)
    return np.asarray(rules, dtype=np.uint8)
