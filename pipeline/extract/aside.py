"""What a digital page holds beside its text: watermarks, stamps of urgency and secrecy, letters that are not drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import BBox, Mark
from pipeline.extract.layout import rows
from pipeline.extract.router import image_share
from pipeline.extract.rules import matrices
from pipeline.extract.textlayer import StyledWord, leans
from pipeline.extract.turn import Turn
from pipeline.extract.unruled.segments import printed
from pipeline.lexicon.fold import fold

_STAMPS = frozenset(("hoa toc", "hoa toc hen gio", "thuong khan", "khan", "mat", "toi mat", "tuyet mat"))
"""Degrees of urgency and secrecy, marks left out (Decree 30/2020/NĐ-CP, annex I, II.9)."""
_ENDS = frozenset(("toc", "gio", "khan", "mat"))
_COVERED = 0.5
"""Share of the page that images cover from which hidden letters are the text of what they show."""
_TOP = 0.5
"""Share of the page height within which these stamps stand."""


def set_aside(page: Any, words: Sequence[StyledWord]) -> tuple[list[StyledWord], tuple[Mark, ...]]:
    """The words that are text, and the rest as marks.

    Slanted words are a watermark ("DỰ THẢO"); words of urgency that stand alone are a stamp. What lies outside the
    page is left out, and so are letters that are not drawn, unless they are the layer under an image of the page or
    most of what there is.
    """
    width, height = page.get_size()
    kept = [w for w in words if not w.slanted and _inside(w.bbox, width, height)]
    marks = tuple(_slanted(page)) if any(w.slanted for w in words) else ()
    hidden = sum(len(w.word.text) for w in kept if w.hidden)
    if hidden and 2 * hidden < sum(len(w.word.text) for w in kept) and image_share(page) < _COVERED:
        kept = [w for w in kept if not w.hidden]
    stamps = list(_stamps(kept, height))
    gone = {id(w) for _, stamp in stamps for w in stamp}
    return [w for w in kept if id(w) not in gone], marks + tuple(mark for mark, _ in stamps)


def _inside(box: BBox, width: float, height: float) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return 0 <= x <= width and 0 <= y <= height


def _stamps(words: Sequence[StyledWord], height: float) -> Iterator[tuple[Mark, Sequence[StyledWord]]]:
    """Stamps of urgency and secrecy in the upper half of the page: the words alone, in capitals."""
    if not any(fold(w.word.text) in _ENDS and w.word.text.isupper() for w in words):
        return
    for row in rows(w for w in words if w.bbox.bottom < _TOP * height):
        for segment in printed(row).segments:
            if segment.text.isupper() and fold(segment.text) in _STAMPS:
                yield Mark("stamp", segment.text, segment.bbox), segment.words


def _slanted(page: Any) -> Iterator[Mark]:
    """Slanted text as watermarks, one for each drawing operation."""
    turn = Turn.of(page)
    textpage = page.get_textpage()
    try:
        for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
            x, y = 1.0, 0.0
            for a, b, c, d, _, _ in matrices(drawn):
                x, y = a * x + c * y, b * x + d * y
            text = _text(drawn.raw, textpage.raw).strip() if leans(x, y) else ""
            if text:
                yield Mark("watermark", text, turn.box(*drawn.get_bounds()))
    finally:
        textpage.close()


def _text(drawn: Any, textpage: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(drawn, textpage, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFTextObj_GetText(drawn, textpage, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").split("\x00")[0]
