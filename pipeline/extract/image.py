"""Page images: PNG, JPEG, and TIFF with one or many pages."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.config import Settings
from pipeline.errors import BadInputError, KehoachError
from pipeline.extract.ocr import read_image_page
from pipeline.extract.page_content import PageContent

_LONG_SIDE = 11.69
"""Inches: the long side of A4, which a page is taken to be where the file does not tell its resolution."""
_PLAUSIBLE = (90.0, 1300.0)
"""Dots per inch that a scanner gives; screens and cameras write 72 or 96 without meaning it."""


def read_images(data: bytes, settings: Settings, progress: Callable[[str, int, int], None]) -> Iterator[PageContent]:
    """Each page of an image file, read; a page that cannot be decoded carries the error.

    Raises BadInputError where the file is no image or has more pages or pixels than the settings allow.
    """
    try:
        with _quiet():
            file = Image.open(io.BytesIO(data))
            total = int(getattr(file, "n_frames", 1))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise BadInputError(f"The image cannot be decoded: {error}.", "Scan or export it again.") from error
    if total > settings.max_pages:
        raise BadInputError(f"The image has {total} pages, more than {settings.max_pages}.", "Split the file.")
    for number in range(total):
        progress("read", number, total)
        yield _read(file, number, settings)
    progress("read", total, total)


@contextmanager
def _quiet() -> Iterator[None]:
    """Pillow warns of damaged tags and of many pixels; what cannot be used is an error, and pixels are counted here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _read(file: Image.Image, number: int, settings: Settings) -> PageContent:
    try:
        with _quiet():
            file.seek(number)
            if file.width * file.height > settings.max_pixels:
                return PageContent((), method="ocr", error=f"more than {settings.max_pixels} pixels")
            file.load()
            image = _upright(file)
    except (OSError, ValueError, EOFError, SyntaxError, Image.DecompressionBombError) as error:
        return PageContent((), method="ocr", error=f"cannot be decoded: {error}")
    try:
        return read_image_page(image, resolution(file), settings)
    except KehoachError:
        raise
    except Exception as error:  # one bad page never costs the document; what happened is kept
        return PageContent((), method="ocr", error=f"{type(error).__name__}: {error}"[:300])


def _upright(file: Image.Image) -> Image.Image:
    """The frame as the camera meant it, on white where it is transparent."""
    image = ImageOps.exif_transpose(file)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image).convert("RGB")
    elif image.mode.startswith("I"):
        # 16 bits a pixel; Pillow's own conversion cuts off instead of scaling
        image = Image.fromarray((np.asarray(image, dtype=np.uint32) >> 8).astype(np.uint8))
    elif image.mode not in ("1", "L", "RGB"):
        image = image.convert("RGB")
    return image


def resolution(image: Image.Image) -> float:
    """Dots per inch: what the file says if a scanner could have written it, else as if the page were A4."""
    told = image.info.get("dpi")
    if told:
        across = float(told[0])
        if _PLAUSIBLE[0] <= across <= _PLAUSIBLE[1] and across != 96:
            return across
    return max(image.size) / _LONG_SIDE
