"""Pictures of whole pages in Word files: a scan that was pasted into an empty document."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.oxml.ns import qn
from PIL import Image

from pipeline.config import Progress, Settings
from pipeline.errors import BadInputError
from pipeline.extract.page_content import PageContent

_PAGE = (800, 1100)
"""Pixels of the short and the long side from which a picture may be a page (A4 at 100 dpi)."""
_FEW = 60
"""Words up to which the text of the file is no more than a heading over its pictures."""
_LINK = f"{{{docx.oxml.ns.nsmap['r']}}}"


def with_pictures(content: PageContent, data: bytes, settings: Settings, progress: Progress) -> Iterator[PageContent]:
    """A Word file as read, then the pictures of pages that it consists of, if it has hardly any text.

    Of a file with text, pictures of that size are counted in the reason and not read.
    """
    pages = page_pictures(data)
    if not pages:
        yield content
        return
    if sum(len(line.content.split()) for line in content.lines()) > _FEW:
        yield replace(content, reason=f"{content.reason}; {len(pages)} pictures of the size of a page are not read")
        return
    if content.items:
        yield content
    for number, picture in enumerate(pages, start=1):
        yield from _read(picture, settings)
        progress("read", number, len(pages))


def _read(picture: bytes, settings: Settings) -> Iterator[PageContent]:
    from pipeline.extract.image import read_images

    try:
        for page in read_images(picture, settings, lambda *_: None):
            yield replace(page, reason="a picture of a page in a Word file")
    except BadInputError as error:
        yield PageContent((), "ocr", reason="a picture in a Word file", error=str(error))


def page_pictures(data: bytes) -> Sequence[bytes]:
    """The pictures of a .docx that have the size of a scanned page, in the order of the body, each place once."""
    document = docx.Document(io.BytesIO(data))
    found: list[bytes] = []
    for element in document.element.body.iter(qn("a:blip"), "{urn:schemas-microsoft-com:vml}imagedata"):
        if any(parent.tag.endswith("}Fallback") for parent in element.iterancestors()):
            continue
        name = element.get(f"{_LINK}embed") or element.get(f"{_LINK}id")
        part: Any = document.part.related_parts.get(name)
        if part is not None and _is_page(part.blob):
            found.append(part.blob)
    return found


def _is_page(blob: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(blob)) as image:
            short, long = sorted(image.size)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return short >= _PAGE[0] and long >= _PAGE[1]
