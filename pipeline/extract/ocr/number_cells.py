"""Cells that hold one number: values and ordinals, read again as such, alone and in the company of their column."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extract.ocr import columns, digits, numbers, regions
from pipeline.extract.ocr.grid import GridCell
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.ordinals import STROKES, Count, Ordinal
from pipeline.extract.ocr.raster import Pixels, around
from pipeline.extract.ocr.reading import Readers
from pipeline.extract.ocr.strokes import MOST_STROKES, leading_strokes
from pipeline.extract.page_content import PrintedLine, PrintedWord

_FIGURE_SHARE = 0.6
"""Share of the cells of a column that must look like numbers for it to be a number column."""
_FAINT = 0.65
"""Confidence of the first reading below which a number is doubtful though both models agree on it."""
_SURE = 0.90
"""Confidence from which a letter is no digit misread."""
_UNREAD_CONFIDENCE = 0.5
"""Of a number that was read only when nothing but numbers was allowed."""
_ROMAN_FIGURES = "IVX"
_ORDINAL_HEADING = re.compile(r"(?:S?TT|Số\s*TT|Stt|STT\.?)", re.IGNORECASE)
_LIKE_DIGITS = re.compile(r"[\w§$%ø][\w.,§$%ø]*")
_INK_OF_NUMBER = re.compile(r"-?D[D.,]*")
_SPECKS = " |_.,:;'`-"
_MOST_LETTERS = 5
_ONES = frozenset("1Il")
_LETTER_LIKE_DIGIT = frozenset("BSQOoZz")

Pair = tuple[str, str]
"""What the two models read."""


@dataclass(slots=True)
class ReadCell:
    """A cell while it is being read: its lines of words, and the pieces that they were read from."""

    place: GridCell
    rows: list[tuple[Piece, ...]]
    words: list[list[PrintedWord]]

    @property
    def text(self) -> str:
        """All words of the cell."""
        return " ".join(word.text for line in self.words for word in line)

    @property
    def single(self) -> bool:
        """One line in a cell that spans nothing."""
        return len(self.words) == 1 and self.place.colspan == 1 and bool(self.rows)

    @property
    def least_sure(self) -> float:
        """Confidence of the word of the first line that was read least surely, 0..1; 0 where none was read."""
        return min((word.confidence for word in self.words[0]), default=0.0)


def is_figure_column(cells: list[ReadCell]) -> bool:
    """True where most cells of a column hold numbers."""
    filled = [cell.text.replace(" ", "") for cell in cells if cell.single]
    return len(filled) >= 2 and sum(map(numbers.looks_numeric, filled)) >= _FIGURE_SHARE * len(filled)


def is_ordinal_column(cells: list[ReadCell]) -> bool:
    """True for a first column whose heading says so, or that holds nothing but short signs."""
    if any(_ORDINAL_HEADING.fullmatch(cell.text.strip()) for cell in cells[:2]):
        return True
    filled = [cell.text for cell in cells if cell.single]
    return len(filled) >= 2 and sum(len(text) <= 4 for text in filled) >= 0.8 * len(filled)


def may_be_figures(cell: ReadCell) -> bool:
    """True for a number, and in a number column for so few letters that they may be a misread one ("B" for 5), or for
    digits with a letter among them that was not read surely ("T143")."""
    plain = cell.text.replace(" ", "")
    if numbers.looks_numeric(plain) or (len(plain) <= 2 and cell.place.row > 0):
        return True
    unsure = cell.least_sure < _SURE
    counted = sum(letter.isdigit() for letter in plain)
    return unsure and cell.place.row > 0 and counted > 1 and _LIKE_DIGITS.fullmatch(plain) is not None


def figures_in_company(layout: Layout, cells: list[ReadCell], readers: Readers) -> dict[int, Pair]:
    """What the models read of the values ``cells`` of a column side by side; by place in the list."""
    return _in_company(layout, list(enumerate(cells)), readers, numbers.FIGURES)


def ordinals_in_company(layout: Layout, cells: list[tuple[ReadCell, bool]], readers: Readers) -> dict[int, Pair]:
    """The same for a column of ordinals (each with whether it heads a group): the rows that count in figures."""
    counted = [(place, cell) for place, (cell, group) in enumerate(cells) if not group and not _is_letter(cell)]
    figures = sum(any(letter.isdigit() for letter in cell.text) for _, cell in counted)
    if 2 * figures < len(counted):
        return {}
    return _in_company(layout, counted, readers, numbers.DIGITS)


def _in_company(layout: Layout, cells: list[tuple[int, ReadCell]], readers: Readers, letters: str) -> dict[int, Pair]:
    """Nothing where there are too few cells to be company for each other."""
    if len(cells) < columns.LEAST:
        return {}
    pictures = [columns.picture(layout, cell.rows[0]) for _, cell in cells]
    first = columns.read(pictures, readers.first, layout.page.dpi, letters)
    second = columns.read(pictures, readers.second, layout.page.dpi, letters) if readers.second else first
    return {place: pair for (place, _), pair in zip(cells, zip(first, second, strict=True), strict=True)}


def _is_letter(cell: ReadCell) -> bool:
    """True for an ordinal of letters or a dash that is no digit misread: "a", "II", "-"."""
    plain = cell.text.replace(" ", "")
    if plain in _LETTER_LIKE_DIGIT or set(plain) <= STROKES:
        return False
    return numbers.is_ordinal(plain) and not any(map(str.isdigit, plain))


def read_figures(layout: Layout, cell: ReadCell, readers: Readers, company: Pair | None) -> None:
    """Read a cell of a number column as a number, by both models; ``company``: what they read of it in its column."""
    first, second = company or (_again(layout, cell, readers, numbers.FIGURES, second=False), "")
    plain = cell.text.replace(" ", "")
    if not first:
        first = plain
    if readers.second is None:
        _settle(layout, cell, first, doubtful=False)
        return
    surely = cell.least_sure >= _SURE
    if company is None:
        second = _again(layout, cell, readers, numbers.FIGURES, second=True)
    elif surely and _digits(first) != _digits(second) == _digits(plain):
        first = plain  # the first model too, when it read the cell alone
    ink = numbers.shape(layout.patches, list(cell.rows[0]))
    signs = numbers.separators(layout.patches, list(cell.rows[0]))
    settled = numbers.settle(first, second, ink, signs)
    if settled.doubtful and numbers.is_value(plain) and plain in (first, second):
        settled = replace(settled, text=plain)
    if not any(letter.isdigit() for letter in settled.text):
        if len(plain) == 1 and plain.isalnum():  # a digit that nobody can read
            doubt([cell])
        return
    # what was first taken for letters, or was hardly seen, is not sure though both models agree on it alone
    faint = cell.least_sure < _FAINT
    unsure = company is None and (faint or not any(c.isdigit() for c in plain))
    unread = not plain
    _settle(layout, cell, settled.text, settled.doubtful or unsure or unread or _denied(layout, cell, settled.text))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _denied(layout: Layout, cell: ReadCell, text: str) -> bool:
    return digits.denied(text, _image(layout, cell))


def take_unread_figure(layout: Layout, table: int, cell: ReadCell, like: list[ReadCell]) -> None:
    """Let the ink of a number, as high as those of the cells ``like`` it, in which nothing was read be read again."""
    if cell.words or not like:
        return
    take_unread(layout, table, cell)
    usual = sorted(other.rows[0][0].height for other in like)[len(like) // 2]
    if not cell.rows:
        return
    shape = numbers.shape(layout.patches, list(cell.rows[0]))
    if not _INK_OF_NUMBER.fullmatch(shape) or not 0.75 * usual < cell.rows[0][0].height < 1.25 * usual:
        cell.rows[:], cell.words[:] = [], []


def doubt(cells: list[ReadCell]) -> None:
    """Mark all words of ``cells`` doubtful."""
    for cell in cells:
        cell.words = [[replace(word, doubtful=True) for word in line] for line in cell.words]


def is_heading(cell: ReadCell) -> bool:
    """True for the heading of the ordinal column: it stands in the first row and says what it is, or says little."""
    return cell.place.row == 0 and (len(cell.text) > 1 or not numbers.is_ordinal(cell.text))


def heads_group(cell: ReadCell, cells: list[ReadCell], following: list[ReadCell]) -> bool:
    """True if nothing but a title stands in the row of an ordinal: "II  LĨNH VỰC XÃ HỘI".

    A title in small letters is one where the count begins anew in the row ``following`` it, and does not here.
    """
    row = [other for other in cells if other.place.row == cell.place.row and other.place.column]
    filled = [other for other in row if len(other.text.strip(_SPECKS)) > 1]
    if len(filled) != 1 or filled[0].place.column != 1:
        return False
    begins_anew = bool(following) and following[0].text.strip(_SPECKS) in _ONES
    return len(row) == 1 or filled[0].text.isupper() or (begins_anew and len(row) > 1)


def read_ordinal(
    layout: Layout, cell: ReadCell, readers: Readers, count: Count, group: bool, company: Pair | None
) -> None:
    """Settle a cell of the ordinal column from its readings, with and without what an ordinal may hold.

    ``company``: what the models read of it among the other ordinals of the column.
    """
    plain = cell.text.replace(" ", "")
    surely = cell.least_sure >= _SURE
    letters = surely and any(sign.isalpha() and sign not in STROKES for sign in plain)
    # a lone letter read surely may be the digit that is due ("B" for 8), and doubtful
    taken = company is not None and company[0] == company[1] != ""
    if company is not None and taken and letters:
        taken = len(plain) == 1 and count.continued_by([company[0]], group)
    if company is not None and taken:
        settled = count.settle([*company, *([plain] if plain.isdigit() else [])], group)
        _settle_ordinal(layout, cell, replace(settled, doubtful=settled.doubtful or letters))
        return
    readings = [*_ordinal_readings(layout, cell, readers, count, group), *(company or ())]
    readings.sort(key=lambda reading: not numbers.is_ordinal(reading))
    if numbers.is_ordinal(readings[0]) or group:
        _settle_ordinal(layout, cell, count.settle(readings, group))
    else:
        doubt([cell])


def _settle_ordinal(layout: Layout, cell: ReadCell, settled: Ordinal) -> None:
    if settled.text and (cell.words[0] or numbers.is_ordinal(settled.text)):
        _settle(layout, cell, settled.text, settled.doubtful or _denied(layout, cell, settled.text))


def _ordinal_readings(layout: Layout, cell: ReadCell, readers: Readers, count: Count, group: bool) -> list[str]:
    """What is read of an ordinal alone."""
    readings = [cell.text.replace(" ", "")]
    if not (numbers.is_ordinal(readings[0]) and not any(c.isdigit() for c in readings[0]) and len(readings[0]) > 1):
        readings.insert(0, _again(layout, cell, readers, numbers.ORDINALS, second=False))
        if readers.second is not None:
            readings.append(_again(layout, cell, readers, numbers.ORDINALS, second=True))
    if not count.continued_by(readings, group):
        only = _ROMAN_FIGURES if group else numbers.DIGITS
        readings += [_again(layout, cell, readers, only, second) for second in (False, True)]
    counted = leading_strokes(_image(layout, cell)) if group else 0
    if 0 < counted <= MOST_STROKES and all(set(reading) <= STROKES for reading in readings):
        readings.insert(0, "I" * counted)
    return readings


def _again(layout: Layout, cell: ReadCell, readers: Readers, letters: str, second: bool) -> str:
    engine = readers.second if second and readers.second is not None else readers.first
    return "".join(word.text for word in engine.line(_image(layout, cell), layout.page.dpi, letters))


def _image(layout: Layout, cell: ReadCell) -> Pixels:
    """The grey picture of the first line of a cell."""
    return columns.picture(layout, cell.rows[0]).image


def _settle(layout: Layout, cell: ReadCell, text: str, doubtful: bool) -> None:
    """Make ``text`` the one word of the cell; what was read before is kept where it differs."""
    words = cell.words[0]
    before = " ".join(word.text for word in words)
    box = PrintedLine(tuple(words)).bbox or layout.page.to_points(around([piece.box for piece in cell.rows[0]]))
    confidence = min((word.confidence for word in words), default=_UNREAD_CONFIDENCE)
    cell.words[0] = [PrintedWord(text, box, confidence, before if before != text and before else None, doubtful)]


def take_unread(layout: Layout, table: int, cell: ReadCell) -> None:
    """A line of an ordinal cell in which nothing was read (a lone "I" is no word to the models) is read again."""
    if cell.words:
        return
    rows = regions.rows(list(layout.cell(table, layout.tables[table].cells.index(cell.place))))
    if len(rows) == 1:
        cell.rows[:], cell.words[:] = rows, [[]]
