"""Bytes of a text file -> text, whatever its encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from pipeline.errors import BadInputError
from pipeline.extract.legacy import repair, syllable_share

_BEFORE_UNICODE = ("tcvn3", "vni", "viscii", "vps")


# Letters that come out as control characters are letters that no encoding we know has; a stray one is a slip.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x80-\x84\x86-\x9f]")
_UNKNOWN = "\ufffd"
_NO_SYLLABLE = "ww"
_SLIPS, _SHARE_OF_SLIPS = 5, 0.01
# With fewer syllables among its words a text is in another language, or read with the wrong encoding.
_VIETNAMESE = 0.5


def decode(data: bytes) -> str:
    """Text of UTF-8, UTF-16 and UTF-32 (with or without mark), Windows-1258, TCVN3, VNI, VISCII or VPS bytes; NFC.

    Raises BadInputError where the bytes are no text, or a text with letters of an encoding that is not known.
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
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        yield "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "utf-16"
    yield "utf-8"
    if b"\x00" in data:
        # the upper half of most letters, of all blanks and line ends, is zero, whatever the first letter is
        low_first = data[1::2].count(0) >= data[0::2].count(0)
        yield from ("utf-16-le", "utf-16-be") if low_first else ("utf-16-be", "utf-16-le")


def _one_byte(data: bytes) -> str:
    """Windows-1258, an encoding of the years before Unicode or UTF-8 with slips: what gives the most syllables."""
    # bytes that an encoding does not know are what it is not
    latin, windows = data.decode("latin-1"), data.decode("cp1252", "replace")
    texts = [data.decode("utf-8", "replace"), data.decode("cp1258", "replace"), windows]
    # named, because a line or two are too few for viparse to tell the encoding by; Word puts the quotes of Windows
    # into TCVN3 and VNI, VISCII and VPS have letters there
    named = (_read_as(name, source) for name in _BEFORE_UNICODE for source in (windows, latin))
    texts += [text for text in named if _plausible(text) > _VIETNAMESE]
    best = max(texts, key=_plausible)
    if _has_unknown(best) and _plausible(best) > _VIETNAMESE:
        raise BadInputError(
            "The text holds letters in an encoding that is not known.",
            "Save it as UTF-8, for instance with UniKey or a text editor, and give that file.",
        )
    if _has_unknown(best):
        best = max((text for text in texts if not _has_unknown(text)), key=_plausible, default=best)
    return unicodedata.normalize("NFC", best)


def _has_unknown(text: str) -> bool:
    return text.count(_UNKNOWN) + len(_CONTROL.findall(text)) > max(_SLIPS, _SHARE_OF_SLIPS * len(text))


def _plausible(text: str) -> float:
    """Share of the words that are syllables; a word with an unknown letter is none."""
    return syllable_share(_CONTROL.sub(_NO_SYLLABLE, text).replace(_UNKNOWN, _NO_SYLLABLE))


def _read_as(encoding: str, source: str) -> str:
    """Text of one of the encodings; what that one has no letter for is marked, where viparse would drop it."""
    import viparse
    from viparse.normalize.encodings import CHARMAPS

    letters = "".join(old for old, _ in CHARMAPS[encoding].pairs)
    marked = _CONTROL.sub(lambda found: found[0] if found[0] in letters else _UNKNOWN, source)
    return str(viparse.fix(marked, encoding=encoding))
