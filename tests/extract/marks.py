"""How many letters with a mark a reading gets right."""

from __future__ import annotations

import unicodedata
from collections import Counter


def marks(text: str) -> Counter[str]:
    """The letters with a mark in ``text``, capitals and small letters alike (capital fonts print capitals)."""
    return Counter(c for c in unicodedata.normalize("NFC", text).casefold() if c.isalpha() and not c.isascii())


def share_of_marks(truth: str, read: str, beside: str = "") -> float:
    """The share of the marked letters of ``truth``, without those of ``beside``, that ``read`` has."""
    want = marks(truth) - marks(beside)
    return (want & marks(read)).total() / want.total()
