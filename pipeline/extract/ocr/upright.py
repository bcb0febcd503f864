"""Which way is up: along which axis the letters stand, then which end reads better."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.extract.ocr import lines
from pipeline.extract.ocr.engine import Engine
from pipeline.extract.ocr.lines import Patches
from pipeline.extract.ocr.prepare import Prepared, turn

_SAMPLE = 6
"""Lines read to tell which end is up."""
_FINE_DPI = 180.0
"""A page of more dots per inch is looked at at half of them."""
_ASKED = 300
"""Letters whose neighbours are looked at."""
_SURE = 0.80
"""Mean confidence of a sample above which the other way round is not tried."""


def sideways(found: Patches, dpi: float) -> bool:
    """True if letters follow each other down the page: most have their nearest neighbour above or below.

    Letters of a line stand closer than lines do. Accents and dots, which hang over letters either way, are left out.
    """
    width, height = found.x1 - found.x0, found.y1 - found.y0
    size = np.maximum(width, height)
    letters = np.flatnonzero((size > 0.045 * dpi) & (size < 0.3 * dpi) & (np.minimum(width, height) > 0.01 * dpi))
    letters = letters[letters > 0]
    if len(letters) < 40:
        return False
    letters = letters[:: max(1, len(letters) // _ASKED)]
    full = np.flatnonzero((size > 0.045 * dpi) & (size < 0.3 * dpi))
    full = full[full > 0]
    across = down = 0
    for index in letters.tolist():
        gap_x = np.maximum(found.x0[full] - found.x1[index], found.x0[index] - found.x1[full])
        gap_y = np.maximum(found.y0[full] - found.y1[index], found.y0[index] - found.y1[full])
        beside = gap_x[(gap_y < -0.5 * height[index]) & (gap_x > 0)]
        under = gap_y[(gap_x < -0.5 * width[index]) & (gap_y > 0)]
        nearest_beside = float(beside.min()) if len(beside) else np.inf
        nearest_under = float(under.min()) if len(under) else np.inf
        if nearest_beside < nearest_under:
            across += 1
        elif nearest_under < nearest_beside:
            down += 1
    return down > 1.3 * across


def sample_confidence(page: Prepared, engine: Engine) -> float:
    """Mean confidence of the words of a few long lines of ``page`` as it stands."""
    found = lines.patches(page.ink)
    pieces = [piece for piece in lines.find(found, page.dpi) if len(piece.patches) >= 6]
    pieces = sorted(pieces, key=lambda piece: len(piece.patches), reverse=True)[:_SAMPLE]
    sure: list[float] = []
    for piece in pieces:
        image, _ = lines.crop(page.grey, found, [piece], piece.box, page.dpi)
        for word in engine.line(image, page.dpi):
            sure += [word.confidence] * len(word.text)
    return float(np.mean(sure)) if sure else 0.0


def better_end(page: Prepared, engine: Engine, other: int) -> Prepared:
    """``page`` or ``page`` turned by ``other`` degrees, whichever reads better."""
    here = sample_confidence(page, engine)
    if here > _SURE:
        return page
    turned = turn(page, other)
    return turned if sample_confidence(turned, engine) > here + 0.05 else page


def upright(page: Prepared, engine: Engine) -> Prepared:
    """The page turned so that its letters stand on their feet along one axis; 180 degrees are not looked for here."""
    scale = 0.5 if page.dpi > _FINE_DPI else 1.0  # which way letters follow each other shows at half the size too
    ink = cv2.resize(page.ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else page.ink
    _, ink = cv2.threshold(ink, 127, 255, cv2.THRESH_BINARY)
    if not sideways(lines.patches(np.asarray(ink, dtype=np.uint8)), page.dpi * scale):
        return page
    return better_end(turn(page, 90), engine, 180)
