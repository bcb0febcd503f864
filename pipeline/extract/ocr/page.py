"""One page image -> what is printed on it, in reading order."""

from __future__ import annotations

import re

from PIL import Image

from pipeline.config import Settings
from pipeline.document import Mark, Region
from pipeline.extract.ocr import cells, engine, layout, prepare, reading, regions, upright
from pipeline.extract.ocr.filled_in import without_handwriting
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import Box
from pipeline.extract.ocr.reading import Readers
from pipeline.extract.ocr.repair import repaired
from pipeline.extract.page_content import PageContent, PrintedLine, PrintedTable, PrintedWord
from pipeline.lexicon.syllables import is_syllable

_PAGE_NUMBER = re.compile(r"[-–—.\s]*\d{1,4}[-–—.\s]*")
_MARGIN_SHARE = 0.13
"""A page number stands within this share of the page's height from the top or bottom."""
_UPSIDE_DOWN = 0.62
"""Mean confidence below which the page is tried the other way up."""
_PRINTED = 0.70
"""Confidence of a single word that is print in the middle of what is not."""
_OVER_SEAL, _UNDER_SEAL = 0.90, 0.50
"""Confidence below which what stands in a black seal is its lettering: of what is no syllable, and of a syllable."""
_LEAST_LETTERS = 6
"""A page with fewer letters and digits read surely is the back of a sheet."""
_ILLEGIBLE = 0.40
"""Mean confidence below which a line is taken for handwriting or a stamp."""


def read_image_page(image: Image.Image, dpi: float, settings: Settings) -> PageContent:
    """Read one page image of ``dpi`` dots per inch.

    The page is turned upright and straightened; coloured stamps, seals and pens stay out of the text and are recorded
    as marks; numbers that the second model reads otherwise are doubtful. Raises MissingDependencyError where
    Tesseract or its model is not installed, TimeoutError where the page takes longer than ``page_timeout``.
    """
    readers = Readers(engine.reader(settings), engine.second_reader(settings), settings.repair)
    with engine.limited(settings.page_timeout):
        page = upright.upright(prepare.prepare(image, dpi), readers.first)
        content = _read(layout.take_apart(page), readers)
        if content.lines() and content.confidence < _UPSIDE_DOWN:
            turned = upright.better_end(page, readers.first, 180)
            if turned is not page:
                content = _read(layout.take_apart(turned), readers)
        return content


def _read(found: Layout, readers: Readers) -> PageContent:
    height, width = found.page.grey.shape
    whole = Box(0, 0, width, height)
    items: list[PrintedLine | PrintedTable] = []
    marks = [Mark("stamp", bbox=found.page.to_points(box)) for box in found.frames]
    marks += [Mark("seal", bbox=found.page.to_points(seal.box)) for seal in found.seals]
    rest = [piece for piece in found.pieces if not _is_stamped(found, piece, readers)]
    for index, table in enumerate(found.tables):
        above = [piece for piece in rest if piece.box.middle[1] < table.box.y0]
        rest = [piece for piece in rest if piece.box.middle[1] >= table.box.y0]
        items += _lines(found, above, whole, readers, marks)
        items.append(cells.read_table(found, index, readers))
    items += _lines(found, rest, whole, readers, marks)
    marks += _coloured(found)
    if not found.tables and _sure_letters(items) < _LEAST_LETTERS:
        items, marks = [], [*marks, Mark("blank")]
    page_width, page_height = found.page.size_in_points()
    return PageContent(
        items=tuple(items),
        method="ocr",
        width=round(page_width, 2),
        height=round(page_height, 2),
        rotation=found.page.rotation,
        marks=tuple(marks),
    )


def _is_stamped(found: Layout, piece: Piece, readers: Readers) -> bool:
    """True for what stands in the frame of a stamp, and for what cannot surely be read within a black seal."""
    if any(frame.holds(*piece.box.middle) for frame in found.frames):
        return True
    if not any(seal.holds(piece.box) for seal in found.seals):
        return False
    words = reading.words_of(found, (piece,), Readers(readers.first))
    return not words or min(word.confidence for word in words) < _PRINTED or not any(is_syllable(w.text) for w in words)


def _without_seal(found: Layout, words: list[PrintedWord]) -> list[PrintedWord]:
    """``words`` without what the lettering of a black seal beside them is read as."""
    boxes = [found.page.to_points(seal.box) for seal in found.seals]

    def is_lettering(word: PrintedWord) -> bool:
        x, y = (word.bbox.x0 + word.bbox.x1) / 2, (word.bbox.top + word.bbox.bottom) / 2
        inside = any(box.x0 < x < box.x1 and box.top < y < box.bottom for box in boxes)
        least = _UNDER_SEAL if is_syllable(word.text.strip(".,;:-")) else _OVER_SEAL
        return inside and word.confidence < least

    return [word for word in words if not is_lettering(word)] if boxes else words


def _lines(found: Layout, pieces: list[Piece], whole: Box, readers: Readers, marks: list[Mark]) -> list[PrintedLine]:
    """Printed lines of ``pieces`` in reading order; what cannot be read goes to ``marks``."""
    result = []
    for line in regions.order(pieces, whole):
        words = _legible(_without_seal(found, reading.words_of(found, line.pieces, readers)))
        if not words:
            if line.box.height > 0.08 * found.page.dpi and line.box.width > 0.15 * found.page.dpi:
                marks.append(Mark("handwriting", bbox=found.page.to_points(line.box)))
            continue
        filled = without_handwriting(words, dated=line.region in ("left", "right"))
        marks += [Mark("handwriting", bbox=box) for box in filled.left_out]
        words = repaired(filled.words) if readers.repair else filled.words
        text = " ".join(word.text for word in words)
        region = _margin(line.box, text, whole) or line.region
        result.append(PrintedLine(words=tuple(words), region=region))
    return result


def _legible(words: list[PrintedWord]) -> list[PrintedWord]:
    """``words`` if they are print; where the line as a whole is not, the words in it that surely are."""
    letters = sum(len(word.text) for word in words)
    if not letters:
        return []
    signs = "".join(word.text for word in words)
    if sum(map(str.isalnum, signs)) <= 1 and signs != "*" and min(word.confidence for word in words) < _PRINTED:
        return []
    if sum(word.confidence * len(word.text) for word in words) / letters >= _ILLEGIBLE:
        return words
    return [word for word in words if word.confidence >= _PRINTED and is_syllable(word.text) and len(word.text) > 2]


def _margin(box: Box, text: str, whole: Box) -> Region | None:
    """Header or footer for a page number in the margin, None for anything else."""
    if not _PAGE_NUMBER.fullmatch(text):
        return None
    middle = box.middle[1]
    if middle < _MARGIN_SHARE * whole.height:
        return "header"
    return "footer" if middle > (1 - _MARGIN_SHARE) * whole.height else None


def _coloured(found: Layout) -> list[Mark]:
    """Marks for patches of red ink (round: seal, else stamp) and blue ink (handwriting)."""
    page = found.page
    marks = []
    for box in page.red:
        round_shape = 0.7 < box.width / max(1, box.height) < 1.4 and box.width > 0.7 * page.dpi
        marks.append(Mark("seal" if round_shape else "stamp", bbox=page.upright_points(box)))
    return marks + [Mark("handwriting", bbox=page.upright_points(box)) for box in page.blue]


def _sure_letters(items: list[PrintedLine | PrintedTable]) -> int:
    """Letters and digits of the words of a page that are read surely."""
    words = (word for item in items for line in _lines_of(item) for word in line.words)
    return sum(sum(map(str.isalnum, word.text)) for word in words if word.confidence >= _PRINTED)


def _lines_of(item: PrintedLine | PrintedTable) -> list[PrintedLine]:
    return [item] if isinstance(item, PrintedLine) else [line for cell in item.cells for line in cell.lines]
