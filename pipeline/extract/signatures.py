"""Digital signatures of a PDF page: what they fill in is text, what they say of themselves is a stamp."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import BBox, Mark
from pipeline.extract.textlayer import StyledWord
from pipeline.extract.turn import Turn
from pipeline.lexicon.fold import fold

_STAMP = re.compile(
    r"nguoi ky|ky boi|ky so|ngay ky|thoi gian ky|chu ky hop le|digitally signed|signed by|signature|serial|email\s*:"
)
"""Words with which a signature describes itself (form of Decree 30/2020/NĐ-CP, annex I, II.8), marks left out."""


def signature_frames(page: Any) -> list[BBox]:
    """Boxes of the signature fields of a pypdfium2 page that is loaded with its forms."""
    turn = Turn.of(page)
    frames: list[BBox] = []
    rect = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetFormFieldType(page.formenv, note)
        if kind == pdfium.FPDF_FORMFIELD_SIGNATURE and pdfium.FPDFAnnot_GetRect(note, ctypes.byref(rect)):
            frames.append(turn.box(rect.left, rect.bottom, rect.right, rect.top))
        pdfium.FPDFPage_CloseAnnot(note)
    return frames


def take_stamps(
    words: Sequence[StyledWord], printed: int, frames: Sequence[BBox]
) -> tuple[list[StyledWord], tuple[Mark, ...]]:
    """Words of the page without what signatures say of themselves, and these as stamps.

    ``printed``: number of words that stand on the page without its form fields; they come first and are kept, as is
    what a signature fills in (number, date, the name of the signatory).
    """
    kept = list(words[:printed])
    later = list(words[printed:])
    marks: list[Mark] = []
    for frame in frames:
        inside = [w for w in later if _holds(frame, w.bbox)]
        text = " ".join(w.word.text for w in inside)
        if inside and _STAMP.search(fold(text)):
            later = [w for w in later if not _holds(frame, w.bbox)]
            marks.append(Mark("stamp", text, BBox.union(w.bbox for w in inside)))
    return kept + later, tuple(marks)


def _holds(frame: BBox, box: BBox) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return frame.x0 - 2 <= x <= frame.x1 + 2 and frame.top - 2 <= y <= frame.bottom + 2
