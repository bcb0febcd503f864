"""Tesseract, one instance for each model kept for the life of the process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import cv2

from pipeline.config import Settings
from pipeline.errors import MissingDependencyError
from pipeline.extract.ocr.alternatives import UNSURE, alternatives
from pipeline.extract.ocr.raster import WHITE, Box, Pixels

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI

_PACKAGES = {
    "vie": "apt-get install tesseract-ocr-vie",
    "Vietnamese": "apt-get install tesseract-ocr-script-viet",
    "osd": "apt-get install tesseract-ocr-osd",
}
_LINE = 7
"""Tesseract's page segmentation mode for one line of text."""
_MARGIN = 10
"""Pixels of white around a crop: Tesseract misreads letters that touch the edge."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as the engine gives it: text, 0..1, box in pixels of the image that was passed in.

    ``alternatives``: what else it may be, if it is not sure (see :mod:`pipeline.extract.ocr.alternatives`).
    """

    text: str
    confidence: float
    box: Box
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """One loaded model. ``chooses``: it tells alternatives for what it is not sure of."""

    api: PyTessBaseAPI
    chooses: bool = False

    def line(self, image: Pixels, dpi: float, letters: str = "") -> list[ReadWord]:
        """Words of an image that holds one line. ``letters``: the only characters it may hold, if not empty."""
        words = self._read(image, dpi, letters, "WORD")
        if self.chooses and not letters and any(word.confidence < UNSURE for word in words):
            return self._with_alternatives(words)
        return words

    def signs(self, image: Pixels, dpi: float, letters: str) -> list[ReadWord]:
        """Single letters and digits of an image that holds one line of nothing but ``letters``, spaces left out."""
        return self._read(image, dpi, letters, "SYMBOL")

    def _read(self, image: Pixels, dpi: float, letters: str, part: Literal["WORD", "SYMBOL"]) -> list[ReadWord]:
        from tesserocr import RIL, iterate_level

        self._set(image, dpi, letters)
        _within_time()
        self.api.Recognize()
        iterator = self.api.GetIterator()
        if iterator is None:
            return []
        level = getattr(RIL, part)
        return [word for found in iterate_level(iterator, level) for word in self._word(found, level)]

    def _with_alternatives(self, words: list[ReadWord]) -> list[ReadWord]:
        """Words with what the engine held possible beside them; without where its two lists do not go together."""
        choices = self.api.GetBestLSTMSymbolChoices()
        if len(choices) != len(words):
            return words
        return [
            replace(word, alternatives=alternatives(word.text, signs)) if word.confidence < UNSURE else word
            for word, signs in zip(words, choices, strict=True)
        ]

    def _set(self, image: Pixels, dpi: float, letters: str) -> None:
        framed = cv2.copyMakeBorder(image, *(_MARGIN,) * 4, cv2.BORDER_CONSTANT, value=WHITE)
        height, width = framed.shape
        self.api.SetPageSegMode(_LINE)
        self.api.SetVariable("tessedit_char_whitelist", letters)
        self.api.SetImageBytes(framed.tobytes(), width, height, 1, width)
        self.api.SetSourceResolution(max(70, round(dpi)))

    @staticmethod
    def _word(found: object, level: int) -> list[ReadWord]:
        try:
            text = (found.GetUTF8Text(level) or "").strip()  # type: ignore[attr-defined]  # tesserocr ships no types
        except RuntimeError:  # the library's word for "no text at this place"
            return []
        if not text:
            return []
        box = found.BoundingBox(level)  # type: ignore[attr-defined]  # as above
        confidence = found.Confidence(level) / 100  # type: ignore[attr-defined]  # as above
        x0, y0, x1, y1 = (int(v) - _MARGIN for v in box)
        return [ReadWord(text, round(float(min(1.0, max(0.0, confidence))), 3), Box(x0, y0, x1, y1))]


_until: ContextVar[float | None] = ContextVar("_until", default=None)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Within it no reading begins later than ``seconds`` from now: TimeoutError is raised instead."""
    token = _until.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _until.reset(token)


def _within_time() -> None:
    until = _until.get()
    if until is not None and time.monotonic() > until:
        raise TimeoutError("the page takes longer to read than it may")


def tessdata(settings: Settings) -> Path:
    """Folder of the models: the setting, ``TESSDATA_PREFIX``, or where Debian and Ubuntu keep them.

    Raises MissingDependencyError where none holds the reading model.
    """
    places = [settings.tessdata] if settings.tessdata else []
    if os.environ.get("TESSDATA_PREFIX"):
        places.append(Path(os.environ["TESSDATA_PREFIX"]))
    places += [*sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata"), reverse=True)]
    places += [Path("/usr/share/tessdata"), Path("/usr/local/share/tessdata"), Path("/opt/homebrew/share/tessdata")]
    for place in places:
        if (place / f"{settings.ocr_language}.traineddata").is_file():
            return place
    raise MissingDependencyError(
        f"The Tesseract model {settings.ocr_language!r} is not installed.",
        f"Install it with: {_PACKAGES.get(settings.ocr_language, 'apt-get install tesseract-ocr-vie')}",
    )


def reader(settings: Settings) -> Engine:
    """The engine that reads."""
    return _engine(str(tessdata(settings)), settings.ocr_language, settings.repair)


def second_reader(settings: Settings) -> Engine | None:
    """The engine that reads numbers again; None where the setting is empty or its model is not installed."""
    folder = tessdata(settings)
    if not settings.second_reader or not (folder / f"{settings.second_reader}.traineddata").is_file():
        return None
    return _engine(str(folder), settings.second_reader, chooses=False)


@lru_cache(maxsize=4)
def _engine(folder: str, language: str, chooses: bool) -> Engine:
    try:
        from tesserocr import OEM, PyTessBaseAPI
    except ImportError as problem:
        raise MissingDependencyError("The library tesserocr is not installed.", "pip install tesserocr") from problem
    api = PyTessBaseAPI(path=folder, lang=language, oem=OEM.LSTM_ONLY)
    # white on black is not looked for: it doubles the time of every doubtful line
    api.SetVariable("tessedit_do_invert", "0")
    if chooses:
        # the second choices of each letter; more than two rounds take longer and bring hardly any others
        api.SetVariable("lstm_choice_mode", "2")
        api.SetVariable("lstm_choice_iterations", "2")
    return Engine(api, chooses)
