"""Vietnamese text as bytes of the years before Unicode."""

from __future__ import annotations

import unicodedata

from viparse.normalize.encodings import CHARMAPS

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def legacy(text: str, name: str) -> bytes:
    """``text`` in "tcvn3" (which has small letters only), "vni", "viscii" or "vps"."""
    back = {new: old for old, new in CHARMAPS[name].pairs}
    return "".join(back.get(c, c) for c in text).encode("cp1252" if name == "vni" else "latin-1")


def cp1258(text: str) -> bytes:
    """Windows-1258, which has the tone marks as characters of their own."""
    written = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = "".join(c for c in parts if c not in _TONES)
        written.append(unicodedata.normalize("NFC", base) + "".join(c for c in parts if c in _TONES))
    return "".join(written).encode("cp1258")
