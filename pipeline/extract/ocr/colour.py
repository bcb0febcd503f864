"""Coloured ink: red seals and stamps, blue pens, taken apart from what is printed in black."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from pipeline.extract.ocr.raster import Box, Pixels, patches

_SATURATED = 45
"""Least difference between two colour channels that makes ink coloured (JPEG fringes of black text stay below)."""

_TINTED = 12
"""The same for the pale ends of a pen's stroke, which are told by their hanging together with the rest of it."""
_PALE = 120
"""Red ink is brighter than this in the red channel."""
_NOT_BLACK = 90
"""Pale ends are brighter than this in the red channel."""


@dataclass(frozen=True, slots=True)
class Inks:
    """A page taken apart: ``grey`` is what is printed (red and blue ink gone), boxes of coloured ink in pixels.

    ``red``: stamps and seals; ``blue``: pens (handwriting, signatures).
    """

    grey: Pixels
    red: tuple[Box, ...] = ()
    blue: tuple[Box, ...] = ()


def separate(image: Image.Image) -> Inks:
    """Take the coloured inks out of a page.

    The red channel is used as grey, because a red seal is as bright in it as the paper and vanishes; blue ink is dark
    in the red channel and painted over. Grey and 1-bit images are returned as they are.
    """
    if image.mode in ("1", "L", "I;16", "I", "F", "LA"):
        return Inks(np.asarray(image.convert("L")))
    pixels = np.asarray(image.convert("RGB"))
    red, green, blue = cv2.split(pixels)
    if not _coloured(pixels):
        return Inks(np.ascontiguousarray(red, dtype=np.uint8))
    grey = np.asarray(red, dtype=np.uint8)
    short = min(grey.shape)
    red_mask = _ink(cv2.subtract(red, cv2.max(green, blue)))
    # what is left of a seal is pale in the red channel; black letters under it are not
    grey = _bleached(grey, cv2.dilate(red_mask, np.ones((3, 3), np.uint8)), _PALE)
    more_blue = cv2.subtract(blue, red)
    blue_mask = _ink(more_blue)
    pens = _blobs(blue_mask, short)
    if pens:
        # the whole stroke goes, with its pale rim and where the pen ran dry
        grey = _bleached(grey, cv2.dilate(blue_mask, np.ones((5, 5), np.uint8)), -1)
        ends = _joined(_ink(more_blue, _TINTED), blue_mask)
        grey = _bleached(grey, cv2.dilate(ends, np.ones((3, 3), np.uint8)), _NOT_BLACK)
    return Inks(grey, tuple(_blobs(red_mask, short)), tuple(pens))


def _coloured(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bool:
    """True if a noticeable part of a reduced copy of the page is coloured beyond a tint of the paper."""
    step = max(1, min(pixels.shape[:2]) // 600)
    red, green, blue = cv2.split(np.ascontiguousarray(pixels[::step, ::step]))
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    return bool((spread > _SATURATED + int(np.median(spread))).mean() > 0.0002)


def _ink(difference: Pixels, least: int = _SATURATED) -> Pixels:
    """Mask of ink that is more coloured than the paper, by ``least``."""
    paper = float(np.median(difference[::8, ::8]))
    _, mask = cv2.threshold(cv2.blur(difference, (3, 3)), int(least + paper), 255, cv2.THRESH_BINARY)
    return np.asarray(mask, dtype=np.uint8)


def _bleached(grey: Pixels, mask: Pixels, darkest: int) -> Pixels:
    """``grey`` with what is brighter than ``darkest`` under ``mask`` (255 and 0) made white."""
    _, bright = cv2.threshold(grey, darkest, 255, cv2.THRESH_BINARY)
    return np.asarray(cv2.bitwise_or(grey, cv2.bitwise_and(mask, bright)), dtype=np.uint8)


def _joined(wide: Pixels, narrow: Pixels) -> Pixels:
    """The patches of the mask ``wide`` that ``narrow`` touches."""
    count, labels = cv2.connectedComponents(wide)
    touched = np.zeros(count, dtype=np.uint8)
    touched[labels[narrow > 0]] = 255
    touched[0] = 0
    return np.asarray(touched[labels], dtype=np.uint8)


def _blobs(mask: Pixels, short: int) -> list[Box]:
    """Boxes of the patches of ink in ``mask`` of at least 1/80 of the page's short side."""
    scale = max(1, short // 800)
    small = cv2.resize(mask, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA)
    joined = cv2.dilate(np.where(small > 60, 255, 0).astype(np.uint8), np.ones((9, 9), np.uint8))
    least = short / 80 / scale + 8
    found = []
    for box in patches(joined):
        if max(box.width, box.height) >= least:
            found.append(Box((box.x0 + 4) * scale, (box.y0 + 4) * scale, (box.x1 - 4) * scale, (box.y1 - 4) * scale))
    return found
