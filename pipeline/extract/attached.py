"""Files that a PDF carries inside it: they are not opened, but named, so that nobody takes them for read."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.document import Mark

_MOST_NAMED = 50


def attachments(pdf: Any) -> tuple[Mark, ...]:
    """A mark for each file embedded in a pypdfium2 document as a whole (ISO 32000-1, 7.11.4), with its name."""
    found = []
    for index in range(min(pdf.count_attachments(), _MOST_NAMED)):
        try:
            name = pdf.get_attachment(index).get_name()
        except pypdfium2.PdfiumError:  # an entry without a file
            continue
        found.append(Mark("attachment", name or "?"))
    return tuple(found)


def pinned(page: Any) -> tuple[Mark, ...]:
    """A mark for each file that is pinned to a page (ISO 32000-1, 12.5.6.15), with what is said of it."""
    found = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            found.append(Mark("attachment", _contents(annotation) or "?"))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return tuple(found)


def _contents(annotation: Any) -> str:
    """The text of an annotation, which viewers show beside its pin."""
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00").strip()
