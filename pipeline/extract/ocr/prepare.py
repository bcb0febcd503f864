"""A page image made ready for reading: one grey channel, black edges off, straight, ink told from paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.document import BBox
from pipeline.extract.ocr.colour import separate
from pipeline.extract.ocr.raster import WHITE, Box, Pixels

_MOST_DPI, _MOST_BILEVEL_DPI, _READ_DPI = 260.0, 320.0, 225.0
"""A page scanned finer than the first (1-bit: the second) is read at the third: finer costs time and gains nothing."""
_BILEVEL_BLUR = 0.7
"""Gaussian sigma in pixels for 1-bit scans: 0.6 to 0.8 halves the errors on copies."""
_FAINT = 35
"""Steps of grey by which a faint rule may be brighter than letters are."""
_SPECK, _SPECK_REACH = 0.0135, 0.02
"""Inches: size of the dirt that is taken off 1-bit scans, and how far from all other ink it must lie."""
_STRIP = 8
"""Pixels: width of the strips of a page that are moved against each other to find its skew."""
_MOST_SKEW = 5.0
"""Degrees looked through on either side."""


Affine = tuple[float, float, float, float, float, float]
STRAIGHT: Affine = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page ready for reading. ``grey`` and ``ink`` (255 where there is ink) are straight; ``dpi`` is theirs.

    ``rotation``: clockwise turn (0, 90, 180, 270) that made the page upright; ``back``: the affine map (a, b, c, d,
    e, f) from a pixel (x, y) of ``grey`` to (a x + b y + c, d x + e y + f) of the upright page before it was
    straightened; ``red`` and ``blue``: patches of coloured ink, in pixels of that page.
    """

    grey: Pixels
    ink: Pixels
    dpi: float
    rotation: int = 0
    back: Affine = STRAIGHT
    bilevel: bool = False
    red: tuple[Box, ...] = ()
    blue: tuple[Box, ...] = ()

    def size_in_points(self) -> tuple[float, float]:
        """Width and height of the upright page in points."""
        height, width = self.grey.shape
        return width * 72 / self.dpi, height * 72 / self.dpi

    def to_points(self, box: Box) -> BBox:
        """``box`` in points of the upright page as it was before it was straightened."""
        height, width = self.grey.shape
        middle_x, middle_y = box.middle
        a, b, c, d, e, f = self.back
        x, y = a * middle_x + b * middle_y + c, d * middle_x + e * middle_y + f
        points = 72 / self.dpi
        half_width, half_height = box.width / 2, box.height / 2
        return BBox(
            round(max(0.0, x - half_width) * points, 2),
            round(max(0.0, y - half_height) * points, 2),
            round(min(width, x + half_width) * points, 2),
            round(min(height, y + half_height) * points, 2),
        )

    def upright_points(self, box: Box) -> BBox:
        """``box``, in pixels of the upright page before it was straightened, in points."""
        points = 72 / self.dpi
        return BBox(*(round(edge * points, 2) for edge in (box.x0, box.y0, box.x1, box.y1)))


def prepare(image: Image.Image, dpi: float) -> Prepared:
    """Grey, without coloured ink and black edges, straight to about a tenth of a degree. The turn is not changed."""
    bilevel = image.mode == "1" or (image.mode == "L" and _two_valued(np.asarray(image)))
    # black and white loses its commas when it is made smaller
    if dpi > (_MOST_BILEVEL_DPI if bilevel else _MOST_DPI):
        scale = _READ_DPI / dpi
        image = image.convert("L") if image.mode == "1" else image
        image = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BOX)
        dpi, bilevel = _READ_DPI, False
    inks = separate(image)
    grey = inks.grey
    bilevel = bilevel or _two_valued(grey)
    ink = threshold(grey, bilevel)
    grey, ink = _without_edges(grey, ink, dpi)
    if bilevel:
        grey, ink = _without_specks(grey, ink, dpi)
    page = Prepared(
        grey=grey,
        ink=ink,
        dpi=dpi,
        bilevel=bilevel,
        red=inks.red,
        blue=inks.blue,
    )
    page = straighten(page)
    if bilevel:
        page = replace(page, grey=np.asarray(cv2.GaussianBlur(page.grey, (0, 0), _BILEVEL_BLUR), dtype=np.uint8))
    return page


def turn(page: Prepared, rotation: int) -> Prepared:
    """The page turned clockwise by 0, 90, 180 or 270 degrees more, straightened anew."""
    rotation %= 360
    if rotation == 0:
        return page
    quarter = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}[rotation]
    height, width = page.grey.shape
    after = _quarter(rotation, width, height)
    before = np.vstack([np.array(page.back).reshape(2, 3), [0, 0, 1]])
    undo = np.linalg.inv(after)
    a, b, c, d, e, f = (after @ before @ undo)[:2].ravel().tolist()
    turned = replace(
        page,
        grey=np.asarray(cv2.rotate(page.grey, quarter), dtype=np.uint8),
        ink=np.asarray(cv2.rotate(page.ink, quarter), dtype=np.uint8),
        rotation=(page.rotation + rotation) % 360,
        back=(a, b, c, d, e, f),
        red=tuple(_turned(box, after) for box in page.red),
        blue=tuple(_turned(box, after) for box in page.blue),
    )
    return turned if rotation == 180 else straighten(turned)


def threshold(grey: Pixels, bilevel: bool = False, faint: bool = False) -> Pixels:
    """Mask of ink, against the brightness of the paper around it (light falls off at the edges of a scan).

    ``faint``: thin grey rules too, and with them the grey rim of letters.
    """
    if bilevel:
        return np.where(grey < 128, 255, 0).astype(np.uint8)
    small = cv2.resize(grey, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), (0, 0), 5)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    level = cv2.divide(grey, cv2.max(paper, 60), scale=255)
    otsu, _ = cv2.threshold(level, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    limit = min(max(float(otsu), 130.0), 190.0) + (_FAINT if faint else 0)
    _, ink = cv2.threshold(level, int(np.ceil(limit)) - 1, 255, cv2.THRESH_BINARY_INV)
    return np.asarray(ink, dtype=np.uint8)


def straighten(page: Prepared) -> Prepared:
    """Turn the page so that its lines lie level, if they do not."""
    angle = skew_angle(page.ink, page.dpi)
    if abs(angle) < 0.08:
        return page
    height, width = page.grey.shape
    return warp(page, cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0))


def warp(page: Prepared, matrix: NDArray[np.float64]) -> Prepared:
    """The page under an affine map (2 x 3, from its pixels to those of the result)."""
    height, width = page.grey.shape
    grey = cv2.warpAffine(page.grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=WHITE)
    ink = cv2.warpAffine(page.ink, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=0)
    before = np.vstack([np.array(page.back).reshape(2, 3), [0, 0, 1]])
    undo = np.vstack([cv2.invertAffineTransform(matrix), [0, 0, 1]])
    a, b, c, d, e, f = (before @ undo)[:2].ravel().tolist()
    return replace(
        page,
        grey=np.asarray(grey, dtype=np.uint8),
        ink=np.where(np.asarray(ink) > 127, 255, 0).astype(np.uint8),
        back=(a, b, c, d, e, f),
    )


def skew_angle(ink: Pixels, dpi: float) -> float:
    """Degrees (counter-clockwise) to turn ``ink`` by so that its lines lie level: the sharpest profile of rows."""
    scale = min(1.0, 75 / dpi)
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if not small.any():
        return 0.0
    coarse = _sharpest(small, np.arange(-_MOST_SKEW, _MOST_SKEW + 0.01, 0.5))
    fine = _sharpest(small, coarse + np.arange(-0.4, 0.41, 0.1))
    scale = min(1.0, 150 / dpi)
    middle = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return _sharpest(middle, fine + np.arange(-0.1, 0.101, 0.05))


def _sharpest(ink: Pixels, angles: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    # only rows are compared: strips of a few columns are moved up and down instead of turning the page
    height, width = ink.shape[0], max(1, ink.shape[1] // _STRIP)
    strips = cv2.resize(ink, (width, height), interpolation=cv2.INTER_AREA)
    best, best_score = 0.0, -1.0
    for angle in angles.tolist():
        fall = np.tan(np.deg2rad(angle)) * ink.shape[1] / width
        matrix = np.array([[1.0, 0.0, 0.0], [-fall, 1.0, fall * width / 2]])
        turned = cv2.warpAffine(strips, matrix, (width, height), flags=cv2.INTER_LINEAR)
        profile = cv2.reduce(turned, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F).ravel()
        score = float(np.square(np.diff(profile)).sum())
        if score > best_score * (1 + 1e-9):
            best, best_score = angle, score
    return best


def _two_valued(grey: Pixels) -> bool:
    """True if the image holds black and white only, whatever its mode says."""
    sample = grey[::7, ::7]
    return bool(((sample > 8) & (sample < 247)).mean() < 0.001)


def _without_edges(grey: Pixels, ink: Pixels, dpi: float) -> tuple[Pixels, Pixels]:
    """Take off the black strips that a copier leaves along the sides of the sheet."""
    scale = 50 / dpi
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    solid = cv2.morphologyEx(np.where(small > 127, 255, 0).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    solid = cv2.copyMakeBorder(solid, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=255)
    _, labels = cv2.connectedComponents(solid)
    touching = np.where(labels == labels[0, 0], 255, 0).astype(np.uint8)
    touching = cv2.dilate(touching, np.ones((3, 3), np.uint8))[1:-1, 1:-1]
    if not touching[1:-1, 1:-1].any():
        return grey, ink
    wide = cv2.resize(touching, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST) > 0
    grey, ink = grey.copy(), ink.copy()
    grey[wide] = WHITE
    ink[wide] = 0
    return grey, ink


def _without_specks(grey: Pixels, ink: Pixels, dpi: float) -> tuple[Pixels, Pixels]:
    """Take off single specks of dirt of a 1-bit scan: smaller than any dot, with no ink beside them.

    Dots of letters and full stops are wider; what is left of a broken rule has its neighbours near.
    """
    size, reach = max(1, round(_SPECK * dpi)), max(2, round(_SPECK_REACH * dpi))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_32S)
    small = (stats[:, 2] <= size) & (stats[:, 3] <= size)
    small[0] = False
    if not small.any():
        return grey, ink
    specks = np.where(small[labels], 255, 0).astype(np.uint8)
    rest = cv2.subtract(ink, specks)
    near = cv2.dilate(rest, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    # a speck counts as beside ink if any of its pixels is near
    beside = np.zeros(count, dtype=bool)
    beside[np.unique(labels[(near > 0) & (specks > 0)])] = True
    gone = (small & ~beside)[labels]
    return np.where(gone, WHITE, grey).astype(np.uint8), np.where(gone, 0, ink).astype(np.uint8)


def _quarter(rotation: int, width: int, height: int) -> NDArray[np.float64]:
    """Where a clockwise turn sends the points of an image of ``width`` by ``height`` (3 x 3)."""
    rows = {
        90: [[0, -1, height], [1, 0, 0]],
        180: [[-1, 0, width], [0, -1, height]],
        270: [[0, 1, 0], [-1, 0, width]],
    }[rotation]
    return np.array([*rows, [0, 0, 1]], dtype=np.float64)


def _turned(box: Box, matrix: NDArray[np.float64]) -> Box:
    corners = matrix @ np.array([[box.x0, box.x1], [box.y0, box.y1], [1, 1]])
    xs, ys = sorted(corners[0].tolist()), sorted(corners[1].tolist())
    return Box(round(xs[0]), round(ys[0]), round(xs[1]), round(ys[1]))
