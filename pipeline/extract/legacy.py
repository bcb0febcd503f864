"""Text in the encodings of the years before Unicode: TCVN3 (.VnTime), VNI, VISCII, VPS.

The tables are those of viparse; this module only decides which text to give it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.lexicon.syllables import is_syllable

_LETTERS = re.compile(r"[^\W\d_]+")


def encoding_of_font(font: str | None) -> str | None:
    """The encoding that a font name stands for ("tcvn3", "vni"), None for Unicode fonts.

    Fonts of the TCVN3 family are named ".Vn...", those of VNI "VNI-...".
    """
    name = (font or "").lower().split("+")[-1]
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni-") or name.startswith("vni ") else None


def is_capital_font(font: str | None) -> bool:
    """True for TCVN3 fonts that print capitals for small letters: their names end in H (".VnTimeH")."""
    name = (font or "").split("+")[-1]
    return name.lower().startswith(".vn") and name.split(",")[0].split("-")[0].rstrip().upper().endswith("H")


def to_unicode(text: str, font: str | None) -> str:
    """``text`` as printed in ``font``, in Unicode NFC; unchanged for Unicode fonts."""
    encoding = encoding_of_font(font)
    if encoding is None or text.isspace() or not text:
        return text
    if not text.isascii() and not _is_unicode(text):
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        text = text[:left] + _fixed(text[left:right], encoding) + text[right:]
    return text.upper() if is_capital_font(font) else text


@lru_cache(maxsize=20_000)
def _fixed(text: str, encoding: str) -> str:
    import viparse

    return str(viparse.fix(_latin(text), encoding=encoding))


def repair(text: str) -> str:
    """A whole text whose fonts are not known, turned into Unicode where it is in a legacy encoding."""
    if not _suspicious(text):
        return text
    import viparse

    fixed = viparse.fix(text)
    return fixed if syllable_share(fixed) > syllable_share(text) else text


def _is_unicode(text: str) -> bool:
    """Letters that only Unicode text has: a legacy font name left over on text typed anew."""
    return any(0x1EA0 <= ord(c) <= 0x1EF9 or c in "ơưƠƯăĂđĐ" for c in unicodedata.normalize("NFC", text))


def _latin(text: str) -> str:
    """Characters that Word moved to the private area (symbol fonts), moved back."""
    return "".join(chr(ord(c) - 0xF000) if 0xF020 <= ord(c) <= 0xF0FF else c for c in text)


def _suspicious(text: str) -> bool:
    words = _LETTERS.findall(text)
    return len(words) >= 12 and syllable_share(text) < 0.75


def syllable_share(text: str) -> float:
    """Share of the words of two letters or more that are Vietnamese syllables; 1 where there are none."""
    words = [w for w in _LETTERS.findall(text) if len(w) > 1]
    return sum(is_syllable(w) for w in words) / len(words) if words else 1.0
