"""What kind of file it is, by its content and not by its name."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.errors import BadInputError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLE = "application/x-ole-storage"
"""Word, Excel and other files of the old Microsoft Office; the reader finds out which."""
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
WEB_ARCHIVE = "multipart/related"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x00\x00\x00\x0cjP  \r\n", "image/jp2"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
)


_HEIF = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
_WEB = re.compile(rb"^\W*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S)
_ARCHIVE = re.compile(rb"^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related", re.I)


def media_type(path: Path, data: bytes) -> str:
    """Media type of ``data``. Raises BadInputError for what no reader can take."""
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data:
            return DOCX
        if b"xl/workbook" in data:
            return XLSX
        if data[30:].startswith(b"mimetype" + ODT.encode()):
            return ODT
        if data[30:].startswith(b"mimetypeapplication/vnd.oasis"):
            raise BadInputError(f"{path.name} is of an unknown kind.", "Save it as .docx, .xlsx or PDF.")
        raise BadInputError(f"{path.name} is a ZIP archive.", "Unpack it and give the documents inside.")
    if data.startswith(b"BM") and data[6:10] == b"\x00" * 4:
        return "image/bmp"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        raise BadInputError(f"{path.name} is a HEIC photo.", "Save it as JPEG or PNG, or photograph it so.")
    if _WEB.search(data[:4096].replace(b"\x00", b"")):
        return HTML
    if _ARCHIVE.search(data[:4096]):
        return WEB_ARCHIVE
    if _looks_binary(data):
        raise BadInputError(
            f"{path.name} is of an unknown kind.",
            "Give a PDF, an image, or a Word, Excel, text, Markdown or HTML file.",
        )
    return "text/plain"


def _looks_binary(data: bytes) -> bool:
    """Many control bytes and no UTF-16 pattern."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    zeros = head.count(0)
    if zeros and (head[1::2].count(0) > 0.3 * len(head) / 2 or head[0::2].count(0) > 0.3 * len(head) / 2):
        return False
    control = sum(1 for byte in head if byte < 9 or 13 < byte < 32)
    return control > 0.05 * len(head) or zeros > 0
