"""PDF files: page by page from the text layer, or as images where the layer is not worth reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.config import Progress, Settings
from pipeline.document import Mark
from pipeline.errors import BadInputError, EncryptedError, KehoachError
from pipeline.extract import layout, ruled, textlayer, unruled
from pipeline.extract.aside import set_aside
from pipeline.extract.attached import attachments, pinned
from pipeline.extract.page_content import PageContent, PrintedLine, PrintedTable
from pipeline.extract.router import Choice, broken_text, choose
from pipeline.extract.rules import rules
from pipeline.extract.signatures import signature_frames, take_stamps
from pipeline.extract.spaced import closed_up

_SAMPLE = 12
"""Pages from which is judged whether the text layer drops letters."""


def count_pages(data: bytes) -> int:
    """Number of pages of a PDF; 0 for a file that cannot be opened."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return 0


def read_pdf(
    path: Path, data: bytes, settings: Settings, progress: Progress, only: range | None = None
) -> Iterator[PageContent]:
    """The pages of a PDF in order, or those of the 0-based range ``only``, which come out just as they would with all.

    Raises EncryptedError for files that ask for a password, BadInputError for damaged files, files without pages and
    files with more pages than the settings allow. A page that cannot be read comes back with its error.
    """
    pdf = _open(path, data)
    try:
        count = len(pdf)
        if count == 0:
            raise BadInputError(f"{path.name} has no pages.", "Get the file again from where it came.")
        if count > settings.max_pages:
            raise BadInputError(
                f"{path.name} has {count} pages, more than {settings.max_pages}.", "Split it, or raise max_pages."
            )
        pdf.init_forms()
        text, opened = _sample(pdf)
        broken = broken_text(text)
        for index in only if only is not None else range(count):
            files = attachments(pdf) if index == 0 else ()
            try:
                page = opened.pop(index, None) or pdf[index]
                files += pinned(page)
                content = _page(pdf, index, page, settings, broken)
            except KehoachError:
                raise
            except Exception as error:  # one bad page never costs the document; what happened is kept
                content = PageContent((), "text_layer", reason="the page could not be read", error=_said(error))
            yield replace(content, marks=content.marks + files) if files else content
            progress("read", index + 1, count)
    finally:
        pdf.close()


def _sample(pdf: Any) -> tuple[str, dict[int, Any]]:
    """Text of the first pages, enough to see whether letters are missing, and these pages, to be used once more.

    What cannot be read is left out.
    """
    parts: list[str] = []
    opened: dict[int, Any] = {}
    for index in range(min(len(pdf), _SAMPLE)):
        try:
            page = opened[index] = pdf[index]
            textpage = page.get_textpage()
            parts.append(textpage.get_text_bounded())
            textpage.close()
        except pypdfium2.PdfiumError:
            continue
    return "\n".join(parts), opened


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def _open(path: Path, data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedError(f"{path.name} asks for a password.", "Save a copy without a password.") from error
        raise BadInputError(
            f"{path.name} is damaged or cut off and cannot be opened.", "Get the file again from where it came."
        ) from error


def _page(pdf: Any, index: int, page: Any, settings: Settings, broken: str) -> PageContent:
    try:
        words, marks = textlayer.words(page), tuple[Mark, ...]()
        before, turned = page.get_rotation(), 90 * textlayer.upright(words)
        if turned:
            page.set_rotation((before + turned) % 360)
            words = textlayer.words(page)
        if page.formenv is not None and pdfium.FPDFPage_GetAnnotCount(page) > 0:
            frames = signature_frames(page)
            page.flatten()
            page.close()
            page = pdf[index]
            words, marks = take_stamps(textlayer.words(page), len(words), frames)
        words, more = set_aside(page, closed_up(words))
        choice = choose(page, words, settings, broken)
        if choice.method == "text_layer":
            return replace(_digital(page, words, choice, marks + more), rotation=turned)
        page.set_rotation(before)  # recognition finds out by itself
        return _scanned(page, choice, settings)
    finally:
        page.close()


def _scanned(page: Any, choice: Choice, settings: Settings) -> PageContent:
    from pipeline.extract.ocr import page_image, read_image_page

    image, dpi = page_image(page, settings)
    return replace(read_image_page(image, dpi, settings), reason=choice.reason)


def _digital(page: Any, words: list[textlayer.StyledWord], choice: Choice, marks: tuple[Mark, ...]) -> PageContent:
    width, height = page.get_size()
    drawn = rules(page)
    tables, words = ruled.tables(drawn, words)
    more, words = unruled.tables(words, drawn)
    tables += more
    lines = layout.lines(words, width, height)
    return PageContent(
        items=tuple(_in_order(lines, tables)),
        method="text_layer",
        reason=choice.reason,
        width=width,
        height=height,
        marks=marks,
    )


def _in_order(lines: list[PrintedLine], tables: list[PrintedTable]) -> Iterator[PrintedLine | PrintedTable]:
    """Tables between the lines above and below them."""
    waiting = sorted(tables, key=lambda t: t.bbox.top if t.bbox else 0.0)
    for line in lines:
        box = line.bbox
        while waiting and box is not None and waiting[0].bbox is not None and waiting[0].bbox.top < box.top:
            yield waiting.pop(0)
        yield line
    yield from waiting
