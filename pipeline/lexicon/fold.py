"""Writing folded for comparison: one character in, one character out, so that offsets stay those of the text."""

from __future__ import annotations

import re
import unicodedata

_DASHES = "‐‑‒–—―−"
_QUOTES = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}


def _table() -> dict[int, str]:
    """Every Latin letter with marks (Vietnamese ones among them) to its bare lower-case letter."""
    table: dict[int, str] = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code).lower())[0]
        if bare.isascii():
            table[code] = bare
    table |= {ord("đ"): "d", ord("Đ"): "d", ord("ð"): "d", ord("Ð"): "d", 0xA0: " ", 0x09: " ", 0x0A: " "}
    table |= {ord(dash): "-" for dash in _DASHES}
    table |= {ord(mark): plain for mark, plain in _QUOTES.items()}
    return table


_TABLE = _table()
# The same as two texts, letter for letter: what SQL's translate() takes.
MARKED = "".join(map(chr, _TABLE))
BARE = "".join(_TABLE.values())


def fold(text: str) -> str:
    """Lower case without marks ("Ủy ban" and "UỶ BAN" alike), dashes as "-"; the same length as ``text`` (NFC)."""
    return text.translate(_TABLE)


def loose(words: str) -> str:
    """Pattern for ``words`` in which marks may be lost or misread and white space varies; case is left to the flags.

    A single syllable keeps its marks ("ban" is not "bạn"), a name of several is known without them.
    """
    pieces = words.split()
    if len(pieces) == 1:
        return re.escape(words)
    return r"\s+".join("".join(_ALIKE.get(fold(letter), re.escape(letter)) for letter in piece) for piece in pieces)


def _alike() -> dict[str, str]:
    """Bare letter -> class of all letters that differ from it by marks."""
    groups: dict[str, str] = {}
    for code, bare in _TABLE.items():
        if bare.isalpha():
            groups[bare] = groups.get(bare, bare + bare.upper()) + chr(code)
    return {bare: f"[{letters}]" for bare, letters in groups.items() if bare in "aeiouyd"}


_ALIKE = _alike()


def slug(text: str) -> str:
    """Stable ASCII name of a body: "Sở Lao động - Thương binh và Xã hội" is "so-lao-dong-thuong-binh-va-xa-hoi"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
