"""Lines of a page -> words: the line is cut out, read, and its numbers are read again by the second model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from pipeline.extract.ocr import lines
from pipeline.extract.ocr.engine import Engine, ReadWord
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import Box, Pixels, around
from pipeline.extract.page_content import PrintedWord

_FAR = 6.0
"""Heights of a letter: pieces of a line further apart than this are read apart."""
_DIRT = re.compile(r"[^\w\s%+*()\[\]/\\\-–—.,;:…“”\"'’‘=<>≥≤&@#×§°²³]+")
_SPECK = re.compile(r"[^\w%*+\-–—]+")


@dataclass(frozen=True, slots=True)
class Readers:
    """The model that reads and the one that reads numbers again (None: no second reading)."""

    first: Engine
    second: Engine | None = None


def words(layout: Layout, pieces: tuple[Piece, ...], readers: Readers) -> list[PrintedWord]:
    """Words of the line that ``pieces`` make, boxes in points of the upright page."""
    found: list[PrintedWord] = []
    for group in _groups(pieces):
        found += _group_words(layout, group, readers)
    return found


def _group_words(layout: Layout, group: list[Piece], readers: Readers) -> list[PrintedWord]:
    page = layout.page
    area = around([piece.box for piece in group])
    image, corner = lines.crop(page.grey, layout.patches, group, area, page.dpi)
    read = _clean(readers.first.line(image, page.dpi))
    result = []
    for word in read:
        doubtful = False
        if readers.second is not None and any(letter.isdigit() for letter in word.text):
            doubtful = not _confirmed(image, word, readers.second, page.dpi)
        box = Box(word.box.x0 + corner[0], word.box.y0 + corner[1], word.box.x1 + corner[0], word.box.y1 + corner[1])
        result.append(PrintedWord(word.text, page.to_points(box), word.confidence, doubtful=doubtful))
    return result


def _groups(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """Pieces in runs that are near enough to be read as one."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and piece.box.x0 - groups[-1][-1].box.x1 <= _FAR * piece.height:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _clean(read: list[ReadWord]) -> list[ReadWord]:
    """Leave out what specks of dirt are read as: signs that print does not use, faint signs at the ends of the line."""
    kept = []
    for word in read:
        text = _DIRT.sub("", word.text) if word.confidence < 0.9 else word.text
        if text:
            kept.append(replace(word, text=text))
    while kept and kept[0].confidence < 0.6 and _SPECK.fullmatch(kept[0].text):
        kept.pop(0)
    while kept and kept[-1].confidence < 0.5 and _SPECK.fullmatch(kept[-1].text) and len(kept[-1].text) == 1:
        kept.pop()
    return kept


def _confirmed(image: Pixels, word: ReadWord, second: Engine, dpi: float) -> bool:
    """True if the second model reads the same digits and separators in the place of ``word``."""
    pad = max(3, round(0.02 * dpi))
    x0, x1 = max(0, word.box.x0 - pad), min(image.shape[1], word.box.x1 + pad)
    again = second.line(np.ascontiguousarray(image[:, x0:x1]), dpi)
    return _figures("".join(part.text for part in again)) == _figures(word.text)


def _figures(text: str) -> str:
    """Digits and what stands between them; a sentence's comma, stop or bracket around a number is no part of it."""
    return "".join(re.findall(r"\d+(?:[.,/:\-–]\d+)*", text)).replace("–", "-")
