"""Path -> Document: what is on the pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.config import Progress, Settings
from pipeline.document import Document, Source, file_name
from pipeline.errors import BadInputError, FileAccessError
from pipeline.extract.assemble import assemble
from pipeline.extract.media import DOCX, HTML, ODT, OLE, WEB_ARCHIVE, XLSX, media_type
from pipeline.extract.page_content import PageContent

Reader = Callable[[Path, bytes, Settings, Progress], Iterable[PageContent]]


def _pdf(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:
    from pipeline.extract.pdf import read_pdf

    return read_pdf(path, data, settings, progress)


def _text(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:  # noqa: ARG001 - the signature of readers
    from pipeline.extract.text import read_text

    return [read_text(data)]


def _image(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:  # noqa: ARG001 - the signature of readers
    from pipeline.extract.image import read_images

    return read_images(data, settings, progress)


def _docx(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:
    from pipeline.extract.word.docx import read_docx
    from pipeline.extract.word.pictures import with_pictures

    return with_pictures(read_docx(path, data), data, settings, progress)


def _old_office(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:
    from pipeline.extract.sheets import read_xls
    from pipeline.extract.word.office import suffix_of

    suffix = suffix_of(path, data)
    return [read_xls(path, data)] if suffix == ".xls" else _converted(path, data, suffix, settings, progress)


def _rtf(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:
    return _converted(path, data, ".rtf", settings, progress)


def _open_document(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:
    return _converted(path, data, ".odt", settings, progress)


def _xlsx(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:  # noqa: ARG001 - the signature of readers
    from pipeline.extract.sheets import read_xlsx

    return [read_xlsx(path, data)]


def _converted(path: Path, data: bytes, suffix: str, settings: Settings, progress: Progress) -> Iterable[PageContent]:
    """What LibreOffice makes of a text file of an Office program, read."""
    from pipeline.extract.word.office import converted

    return _docx(path, converted(path, data, suffix), settings, progress)


def _html(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:  # noqa: ARG001 - the signature of readers
    from pipeline.extract.html import read_html

    return [read_html(path, data)]


def _web_archive(path: Path, data: bytes, settings: Settings, progress: Progress) -> Iterable[PageContent]:  # noqa: ARG001 - the signature of readers
    from pipeline.extract.html import read_web_archive

    return [read_web_archive(path, data)]


READERS: dict[str, Reader] = {
    "application/pdf": _pdf,
    "text/plain": _text,
    "image/png": _image,
    "image/jpeg": _image,
    "image/tiff": _image,
    "image/bmp": _image,
    "image/webp": _image,
    "image/gif": _image,
    "image/jp2": _image,
    "application/rtf": _rtf,
    DOCX: _docx,
    OLE: _old_office,
    XLSX: _xlsx,
    ODT: _open_document,
    HTML: _html,
    WEB_ARCHIVE: _web_archive,
}
"""Media type -> reader. Readers import what they need when they are called."""


def count_pages(path: Path) -> int:
    """Number of pages that can be read apart (see :func:`read_pages`): those of a PDF; 0 for all other files."""
    data = _bytes(path)
    if b"%PDF-" not in data[:1024]:
        return 0
    from pipeline.extract import pdf

    return pdf.count_pages(data)


def read_pages(path: Path, settings: Settings, start: int, stop: int) -> list[PageContent]:
    """Pages [start, stop), 0-based, of a PDF, to be given to :func:`read` with all the others.

    Raises what :func:`read` raises.
    """
    from pipeline.extract.pdf import read_pdf

    return list(read_pdf(path, _bytes(path), settings, lambda *_: None, range(start, stop)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileAccessError(
            f"{path.name} cannot be read: {error.strerror}.", "Check the name and the rights."
        ) from error


def read(path: Path, settings: Settings, progress: Progress, pages: Iterable[PageContent] | None = None) -> Document:
    """Read one file of any supported kind; ``progress`` is told the stage, pages done, pages in all.

    ``pages`` are all pages of the file where they have been read before (see :func:`read_pages`). Raises
    BadInputError, EncryptedError, FileAccessError or MissingDependencyError.
    """
    data = _bytes(path)
    if not data.strip():
        raise BadInputError(f"{path.name} is empty.", "Get the file again from where it came.")
    kind = media_type(path, data)
    source = Source(file_name(path), hashlib.sha256(data).hexdigest(), kind)
    if kind not in READERS:
        raise BadInputError(f"{path.name}: files of type {kind} cannot be read.", "Save it as PDF or text.")
    document = assemble(source, READERS[kind](path, data, settings, progress) if pages is None else pages)
    if not document.text.strip() and not any(page.error or page.marks for page in document.pages):
        raise BadInputError(f"{path.name} holds no text.", "Check that it is the right file.")
    return document
