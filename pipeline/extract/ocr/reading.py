"""Lines of a page -> words: the line is cut out, read, and its numbers are read again by the second model."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from pipeline.extract.ocr import digits, glyphs, lines, numbers, strokes
from pipeline.extract.ocr.engine import Engine, ReadWord
from pipeline.extract.ocr.layout import Layout
from pipeline.extract.ocr.lines import Piece
from pipeline.extract.ocr.raster import Box, Pixels, around
from pipeline.extract.page_content import PrintedWord

_FAR = 6.0
"""Heights of a letter: pieces of a line further apart than this are read apart."""
_NEAR = 2.5
"""The same for a piece of one or two patches at the right: it may be dirt of the margin."""
_DIRT = re.compile(r"[^\w\s%+*()\[\]/\\\-–—.,;:…“”\"'’‘=<>≥≤&@#×§°²³]+")
_COUNTED = frozenset(("thứ", "lần", "quý"))
"""Words before a Roman numeral inside a sentence."""
_SIGN = re.compile(r"[^\w+*(\[\"'“‘]")
_DASHES = ("-", "–", "—")
_SHAPED = 0.9
"""Confidence of a dash that is told by its shape."""
_STROKE = frozenset("Il|")
_LONE_MARKS = frozenset("`ˆ´^¨˜")
"""Marks of letters that were read as words of their own, surely even."""
_APOSTROPHE = re.compile(r"['‘`](?=[^\W\d_a-z]\w)(?!.*['’]$)")
"""A speck before a capital; no office text opens a quotation with it."""
_SPECK = re.compile(r"[^\w%*+\-–—]+")


@dataclass(frozen=True, slots=True)
class Readers:
    """The model that reads and the one that reads numbers again (None: no second reading).

    ``repair``: proven slips of reading are put right.
    """

    first: Engine
    second: Engine | None = None
    repair: bool = False


def words_of(layout: Layout, pieces: tuple[Piece, ...], readers: Readers) -> list[PrintedWord]:
    """Words of the line that ``pieces`` make, boxes in points of the upright page."""
    found: list[PrintedWord] = []
    for number, group in enumerate(_groups(pieces)):
        read = _group_words(layout, group, readers, not number)
        if number and len(group) == 1 and len(group[0].patches) <= 2 and _is_dirt(read):
            continue
        found += read
    return found


def _is_dirt(words: list[PrintedWord]) -> bool:
    """True for a single sign far right of a line that is not surely a letter or digit."""
    return sum(len(word.text) for word in words) <= 1 and all(word.confidence < 0.9 for word in words)


def confirmed(
    layout: Layout, pieces: tuple[Piece, ...], words: list[PrintedWord], readers: Readers
) -> list[PrintedWord]:
    """``words`` of a line read before, their numbers read again; unchanged where there are none."""
    if readers.second is None or not any(letter.isdigit() for word in words for letter in word.text):
        return words
    return words_of(layout, pieces, readers)


def _group_words(layout: Layout, group: list[Piece], readers: Readers, first: bool) -> list[PrintedWord]:
    page = layout.page
    area = around([piece.box for piece in group])
    image, corner = lines.crop(page.grey, layout.patches, group, area, page.dpi)
    dash = glyphs.leading_dash(layout.patches, page.ink, group[0], page.dpi) if first else None
    read = _joined(image, _clean(_dashed(readers.first.line(image, page.dpi), dash, corner)), readers, page.dpi)
    result = []
    for index, word in enumerate(read):
        text, doubtful, confidence = word.text, False, word.confidence
        if readers.repair and strokes.may_be_numeral(text) and _counts(read, index):
            text, doubtful = _numeral(image, read, index, readers, page.dpi)
        elif readers.repair and readers.second and _is_eleven(image, read, index):
            text = "II"
        elif any(letter.isdigit() for letter in text):
            text, doubtful, confidence = _checked(image, read, index, readers, page.dpi)
        doubtful = doubtful or strokes.disagrees(text, image, word.box)
        if not doubtful and any(letter.isdigit() for letter in text):
            doubtful = digits.denied(text, _strip(image, word.box, word.box, page.dpi))
        box = Box(word.box.x0 + corner[0], word.box.y0 + corner[1], word.box.x1 + corner[0], word.box.y1 + corner[1])
        as_read = word.text if text != word.text else None
        others = word.alternatives if as_read is None else ()
        result.append(PrintedWord(text, page.to_points(box), confidence, as_read, doubtful, others))
    return result


def _dashed(read: list[ReadWord], dash: Box | None, corner: tuple[int, int]) -> list[ReadWord]:
    """``read`` with the ``dash`` that the ink shows: a short one is read as a tilde, a dot, or not at all."""
    if dash is None or not read:
        return read
    box = Box(dash.x0 - corner[0], dash.y0 - corner[1], dash.x1 - corner[0], dash.y1 - corner[1])
    head = read[0]
    if head.box.x0 >= box.x1 - 1:
        return [ReadWord("-", _SHAPED, box), *read]
    sign = _SIGN.match(head.text)
    if sign is None or sign.group() in _DASHES:
        return read
    if sign.group() == head.text:
        return [ReadWord("-", _SHAPED, box), *read[1:]]
    return [replace(head, text="-" + head.text[sign.end() :], alternatives=()), *read[1:]]


def _groups(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """Pieces in runs that are near enough to be read as one."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        gap = piece.box.x0 - groups[-1][-1].box.x1 if groups else 0
        if groups and gap <= (_FAR if len(piece.patches) > 2 else _NEAR) * piece.height:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _clean(read: list[ReadWord]) -> list[ReadWord]:
    """Leave out what specks of dirt are read as: signs that print does not use, faint signs at the ends of the line."""
    kept = []
    for word in read:
        if word.text in _LONE_MARKS:
            continue
        text = _DIRT.sub("", word.text) if word.confidence < 0.9 else word.text
        if word.confidence < 0.9 and _APOSTROPHE.match(text):
            text = text[1:]
        if text:
            kept.append(replace(word, text=text))
    while kept and kept[0].confidence < 0.6 and _SPECK.fullmatch(kept[0].text):
        kept.pop(0)
    while kept and kept[-1].confidence < 0.5 and _SPECK.fullmatch(kept[-1].text) and len(kept[-1].text) == 1:
        kept.pop()
    return kept


def _joined(image: Pixels, read: list[ReadWord], readers: Readers, dpi: float) -> list[ReadWord]:
    """``read`` with numbers put together that the first model parts between two ones ("12/1 1/2024"): the white beside
    a 1 is as wide as a space. The second model reads them as one, and the ink has no room for a space."""
    result: list[ReadWord] = []
    for word in read:
        last = result[-1] if result else None
        head = "1" if last is not None and last.text in _STROKE else last.text if last is not None else ""
        if last is not None and readers.second and head[-1].isdigit() and word.text[0].isdigit():
            strip = _strip(image, last.box, word.box, dpi)
            whole = "".join(part.text for part in readers.second.line(strip, dpi)[:1])
            together = numbers.figures(head + word.text)
            if numbers.figures(whole) == together and digits.are_close(image, last.box, word.box):
                box = Box(last.box.x0, min(last.box.y0, word.box.y0), word.box.x1, max(last.box.y1, word.box.y1))
                result[-1] = ReadWord(head + word.text, min(last.confidence, word.confidence), box)
                continue
        result.append(word)
    return result


def _checked(image: Pixels, read: list[ReadWord], index: int, readers: Readers, dpi: float) -> tuple[str, bool, float]:
    """The number ``read[index]``, read again by the second model, whether the two disagree, and how sure it is.

    The word is read alone, then, if that differs, with its neighbours: a short number alone is often misread. Letters
    in the place of digits ("1ó", "30ó/KH-UBND") are read again as figures by both models, and replaced if these agree.
    A number that both read alike is as sure as the surer of them.
    """
    word = read[index]
    if readers.second is None:
        return word.text, False, word.confidence
    alone = _strip(image, word.box, word.box, dpi)
    found = readers.second.line(alone, dpi)
    second = "".join(part.text for part in found)
    surely = found[0].confidence if found else 0.0  # alone a word may not be read at all
    seen = numbers.figures(numbers.told_as_digits(second))
    told = numbers.told_as_digits(word.text)
    if numbers.misread(word.text.replace("]", "l")) and told != word.text and numbers.figures(told) == seen:
        return told, False, max(word.confidence, surely)
    number, symbol = numbers.parted(word.text)
    if numbers.misread(number):
        letters = numbers.FIGURES + "()/:;" + symbol
        first, again = (
            "".join(part.text for part in engine.line(alone, dpi, letters))
            for engine in (readers.first, readers.second)
        )
        agreed = numbers.figures(first) == numbers.figures(again) != "" and len(first) == len(word.text)
        surest = max(word.confidence, surely) if first == second else word.confidence
        return (first, False, surest) if agreed else (word.text, True, word.confidence)
    wanted = numbers.figures(word.text)
    if wanted in (numbers.figures(second), seen):
        alike = numbers.parted(second)[0] == number
        surest = max(word.confidence, surely) if alike else word.confidence
        return word.text, False, surest
    before, after = read[max(0, index - 1)], read[min(len(read) - 1, index + 1)]
    beside = readers.second.line(_strip(image, before.box, after.box, dpi), dpi)
    return word.text, wanted not in [numbers.figures(part.text) for part in beside], word.confidence


def _is_eleven(image: Pixels, read: list[ReadWord], index: int) -> bool:
    """True where the ink of a day or month in words of a date is two strokes, upright or slanted, read as letters."""
    word = read[index]
    if not 0 < index < len(read) - 1 or len(word.text) > 3 or word.text.isdigit():
        return False
    beside = (read[index - 1].text.lower(), read[index + 1].text.lower())
    if beside not in (("ngày", "tháng"), ("tháng", "năm")):
        return False
    strip = _strip(image, word.box, word.box, 0)
    return 2 in (strokes.leading_strokes(strip), strokes.leading_strokes(strokes.upright(strip)))


def _counts(read: list[ReadWord], index: int) -> bool:
    """True where a Roman numeral is due: before a title in capitals, behind "thứ", "lần", "quý"."""
    if index == 0:
        title = [word.text for word in read[1:3] if word.text.strip("-–,.").isalpha()]
        # "Tổ CHỨC": the small ổ has the shape of the capital
        return len(read) > 1 and all(word.isupper() or (len(word) == 2 and word.istitle()) for word in title)
    return read[index - 1].text.lower() in _COUNTED


def _numeral(image: Pixels, read: list[ReadWord], index: int, readers: Readers, dpi: float) -> tuple[str, bool]:
    """The numeral ``read[index]`` by both models and the strokes of its ink: they mistake "II." for "III." and "H.".

    It is doubtful where the ink alone says so against two readings that agree.
    """
    word, after = read[index], read[min(len(read) - 1, index + 1)]
    again = readers.second.line(_strip(image, word.box, after.box, dpi), dpi) if readers.second else []
    other = again[0].text if again else ""
    told = strokes.numeral(word.text, other, image, word.box)
    return told, word.text == other != told


def _strip(image: Pixels, first: Box, last: Box, dpi: float) -> Pixels:
    """The part of a line's image from one word to another, with a little room."""
    pad = max(3, round(0.02 * dpi))
    return np.ascontiguousarray(image[:, max(0, first.x0 - pad) : min(image.shape[1], last.x1 + pad)])
