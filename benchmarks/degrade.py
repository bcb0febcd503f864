"""Makes a cleanly drawn page look scanned: skew, blur, shading, noise, JPEG, 1-bit copies, seals and stamps.

All functions take and return an RGB page image and draw from the random generator that they are given, so the same
seed gives the same pixels. Sizes that depend on the resolution are given in inches or points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]
RED = (196, 30, 40)
BLUE = (40, 60, 160)


@dataclass(frozen=True, slots=True)
class Degradation:
    """What happens to a page between the printer and the file.

    ``dpi``: resolution of the scan; ``skew``: range of the turn in degrees (either way); ``blur``: Gaussian sigma in
    pixels of the scan; ``noise``: standard deviation of grey noise; ``shading``: depth of uneven light (0..1);
    ``jpeg``: quality, None for no JPEG; ``bilevel``: 1-bit output; ``fading``: depth of uneven loss of ink (0..1);
    ``speckle``: share of pixels that turn over; ``edge``: black copier edges.
    """

    dpi: int
    skew: tuple[float, float] = (0.0, 0.0)
    blur: float = 0.0
    noise: float = 0.0
    shading: float = 0.0
    jpeg: int | None = None
    bilevel: bool = False
    fading: float = 0.0
    speckle: float = 0.0
    edge: bool = False


LEVELS = {
    "clean": Degradation(dpi=300, skew=(0.0, 0.15), blur=0.4, jpeg=90),
    "office": Degradation(dpi=200, skew=(0.8, 1.2), blur=0.8, noise=6.0, shading=0.12, jpeg=50),
    "copy": Degradation(
        dpi=150, skew=(1.7, 2.2), blur=0.6, noise=12.0, bilevel=True, fading=0.35, speckle=0.0008, edge=True
    ),
}


def degrade(page: Image.Image, dpi: int, how: Degradation, rng: np.random.Generator) -> Image.Image:
    """Scan ``page`` (drawn at ``dpi``) as ``how`` says; the result carries its resolution in ``info["dpi"]``."""
    size = (round(page.width * how.dpi / dpi), round(page.height * how.dpi / dpi))
    image = page.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    pixels: Pixels = np.asarray(image)
    angle = float(rng.uniform(*how.skew)) * (1 if rng.random() < 0.5 else -1)
    pixels = skew(pixels, angle)
    if how.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), how.blur).astype(np.uint8)
    values = pixels.astype(np.float32)
    if how.shading:
        values *= 1 - how.shading * _clouds(values.shape[:2], rng)[..., None]
    if how.fading:
        values += (255 - values) * (how.fading * _clouds(values.shape[:2], rng))[..., None]
    if how.noise:
        values += rng.normal(0, how.noise, values.shape).astype(np.float32)
    pixels = np.clip(values, 0, 255).astype(np.uint8)
    if how.edge:
        pixels = copier_edge(pixels, how.dpi, rng)
    if how.bilevel:
        pixels = bilevel(pixels, how.speckle, rng)
    result = Image.fromarray(pixels)
    if how.jpeg is not None:
        result = jpeg(result, how.jpeg)
    if how.bilevel:
        result = result.convert("1", dither=Image.Dither.NONE)
    result.info["dpi"] = (how.dpi, how.dpi)
    return result


def skew(pixels: Pixels, angle: float) -> Pixels:
    """Turn by ``angle`` degrees about the middle, white where nothing was."""
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return np.asarray(turned, dtype=np.uint8)


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    """What is left of ``image`` after JPEG at ``quality``."""
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("RGB")


def bilevel(pixels: Pixels, speckle: float, rng: np.random.Generator) -> Pixels:
    """Black and white by one threshold, with the share ``speckle`` of pixels turned over in small spots."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    black = grey < 150
    spots = (rng.random(grey.shape) < speckle).astype(np.uint8)
    spots = cv2.dilate(spots, np.ones((2, 2), np.uint8)) > 0
    black ^= spots
    return np.repeat(np.where(black, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def copier_edge(pixels: Pixels, dpi: int, rng: np.random.Generator) -> Pixels:
    """Black, ragged strips along one long and one short side, as an open copier lid leaves them."""
    result = pixels.copy()
    height, width = result.shape[:2]
    depth = rng.uniform(0.03, 0.12, size=height) * dpi
    depth = np.convolve(depth, np.ones(25) / 25, mode="same").astype(int)
    left = rng.random() < 0.5
    for y in range(height):
        if left:
            result[y, : depth[y]] = 0
        else:
            result[y, width - depth[y] :] = 0
    strip = round(rng.uniform(0.03, 0.1) * dpi)
    result[height - strip :] = 0
    return result


def seal(page: Image.Image, dpi: int, centre: tuple[float, float], text: str, font: str) -> Image.Image:
    """A round red seal of 36 mm at ``centre`` (inches), its ring lettered with ``text``; the page shows through it."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    x, y = centre[0] * dpi, centre[1] * dpi
    radius = 18 / 25.4 * dpi
    for share, width in ((1.0, 0.02), (0.93, 0.008), (0.62, 0.008)):
        r = radius * share
        draw.ellipse((x - r, y - r, x + r, y + r), outline=RED, width=max(1, round(width * dpi)))
    letters = ImageFont.truetype(font, round(radius * 0.24))
    for i, letter in enumerate(text):
        angle = np.deg2rad(200 + 320 * i / max(1, len(text)))
        stamp = Image.new("L", (round(radius * 0.4),) * 2, 0)
        ImageDraw.Draw(stamp).text((stamp.width / 2, stamp.height / 2), letter, fill=255, font=letters, anchor="mm")
        stamp = stamp.rotate(-float(np.rad2deg(angle)) - 90, resample=Image.Resampling.BICUBIC)
        at = (round(x + 0.78 * radius * np.cos(angle)) - stamp.width // 2,
              round(y + 0.78 * radius * np.sin(angle)) - stamp.height // 2)  # fmt: skip
        layer.paste(RED, at, stamp)
    star = [
        (x + radius * 0.4 * s * np.sin(k * np.pi / 5), y - radius * 0.4 * s * np.cos(k * np.pi / 5))
        for k in range(10)
        for s in ((1.0,) if k % 2 == 0 else (0.42,))
    ]
    draw.polygon(star, fill=RED)
    return multiply(page, layer)


def arrival_stamp(
    page: Image.Image, dpi: int, corner: tuple[float, float], font: str, colour: tuple[int, int, int] = RED
) -> Image.Image:
    """A framed arrival stamp ("ĐẾN Số ... Ngày ...") with its top left ``corner`` in inches."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    x, y = corner[0] * dpi, corner[1] * dpi
    draw.rectangle((x, y, x + 1.7 * dpi, y + 0.75 * dpi), outline=colour, width=max(1, round(0.012 * dpi)))
    letters = ImageFont.truetype(font, round(0.16 * dpi))
    for row, words in enumerate(("ĐẾN  Số: .............", "Ngày: .....................")):
        draw.text((x + 0.1 * dpi, y + (0.12 + 0.3 * row) * dpi), words, fill=colour, font=letters)
    return multiply(page, layer)


def signature(page: Image.Image, dpi: int, centre: tuple[float, float], rng: np.random.Generator) -> Image.Image:
    """A blue pen stroke about 1.6 inches wide around ``centre`` (inches)."""
    layer = Image.new("RGB", page.size, "white")
    t = np.linspace(0, 1, 160)
    waves = sum(rng.normal(0, 0.16) * np.sin(2 * np.pi * k * t + rng.uniform(0, 6)) for k in range(1, 6))
    xs = (centre[0] + 1.6 * (t - 0.5) + 0.15 * np.sin(9 * t)) * dpi
    ys = (centre[1] + waves) * dpi
    points = list(zip(xs.tolist(), ys.tolist(), strict=True))
    ImageDraw.Draw(layer).line(points, fill=BLUE, width=max(2, round(0.014 * dpi)), joint="curve")
    return multiply(page, layer)


def multiply(page: Image.Image, ink: Image.Image) -> Image.Image:
    """Lay transparent ``ink`` over ``page``: both show where they cross."""
    product = np.asarray(page.convert("RGB"), np.uint16) * np.asarray(ink, np.uint16) // 255
    return Image.fromarray(product.astype(np.uint8))


def _clouds(shape: tuple[int, int], rng: np.random.Generator) -> NDArray[np.float32]:
    """Smooth random field between 0 and 1."""
    coarse = rng.random((6, 5)).astype(np.float32)
    field = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.clip(np.asarray(field, dtype=np.float32), 0, 1)
