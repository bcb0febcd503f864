"""One page image -> what is printed on it, in reading order."""

from __future__ import annotations

import re

from PIL import Image

from pipeline.config import Settings
from pipeline.document import Mark, Region
from pipeline.extract.ocr import cells, engine, layout, prepare, reading, regions, upright
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import Box
from pipeline.extract.ocr.reading import Readers
from pipeline.extract.page_content import PageContent, PrintedLine, PrintedTable

_PAGE_NUMBER = re.compile(r"[-–—.\s]*\d{1,4}[-–—.\s]*")
_MARGIN_SHARE = 0.13
"""A page number stands within this share of the page's height from the top or bottom."""
_UPSIDE_DOWN = 0.62
"""Mean confidence below which the page is tried the other way up."""
_ILLEGIBLE = 0.40
"""Mean confidence below which a line is taken for handwriting or a stamp."""


def read_image_page(image: Image.Image, dpi: float, settings: Settings) -> PageContent:
    """Read one page image of ``dpi`` dots per inch.

    The page is turned upright and straightened; coloured stamps, seals and pens stay out of the text and are recorded
    as marks; numbers that the second model reads otherwise are doubtful. Raises MissingDependencyError where
    Tesseract or its model is not installed.
    """
    readers = Readers(engine.reader(settings), engine.second_reader(settings))
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
    rest = [piece for piece in found.pieces if not any(frame.holds(*piece.box.middle) for frame in found.frames)]
    for index, table in enumerate(found.tables):
        above = [piece for piece in rest if piece.box.middle[1] < table.box.y0]
        rest = [piece for piece in rest if piece.box.middle[1] >= table.box.y0]
        items += _lines(found, above, whole, readers, marks)
        items.append(cells.read_table(found, index, readers))
    items += _lines(found, rest, whole, readers, marks)
    marks += _coloured(found)
    if not any(line.content for item in items for line in _lines_of(item)):
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


def _lines(found: Layout, pieces: list[Piece], whole: Box, readers: Readers, marks: list[Mark]) -> list[PrintedLine]:
    """Printed lines of ``pieces`` in reading order; what cannot be read goes to ``marks``."""
    result = []
    for line in regions.order(pieces, whole):
        words = reading.words_of(found, line.pieces, readers)
        letters = sum(len(word.text) for word in words)
        sure = sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
        if sure < _ILLEGIBLE:
            if line.box.height > 0.08 * found.page.dpi and line.box.width > 0.15 * found.page.dpi:
                marks.append(Mark("handwriting", bbox=found.page.to_points(line.box)))
            continue
        text = " ".join(word.text for word in words)
        region = _margin(line.box, text, whole) or line.region
        result.append(PrintedLine(words=tuple(words), region=region))
    return result


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


def _lines_of(item: PrintedLine | PrintedTable) -> list[PrintedLine]:
    return [item] if isinstance(item, PrintedLine) else [line for cell in item.cells for line in cell.lines]
