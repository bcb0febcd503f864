"""Bytes of a text file -> text, whatever its encoding."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pipeline.errors import BadInputError
from pipeline.extract.legacy import repair, syllable_share


def decode(data: bytes) -> str:
    """Text of UTF-8, UTF-16 (with or without mark), Windows-1258, TCVN3 or VNI bytes; NFC.

    Raises BadInputError where the bytes are no text.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return repair(unicodedata.normalize("NFC", text.removeprefix("\ufeff")))
    if b"\x00" not in data:
        return _one_byte(data)
    raise BadInputError("This is not a text file.", "Give a text, Markdown, PDF, image or Word file.")


def _encodings(data: bytes) -> Iterator[str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    yield "utf-8"
    if b"\x00" in data[:200]:
        yield "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"


def _one_byte(data: bytes) -> str:
    """Windows-1258 or an encoding of the years before Unicode: what gives the most syllables."""
    texts = [repair(data.decode("latin-1"))]
    for encoding in ("cp1252", "cp1258"):
        # bytes that an encoding does not know are what it is not
        text = data.decode(encoding, "replace")
        texts.append(unicodedata.normalize("NFC", text) if encoding == "cp1258" else repair(text))
    return max(texts, key=syllable_share)
