"""Comparing printed words: capitals, tone marks, dashes and spaces do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.lexicon.fold import fold

_DASHES = re.compile(r"[-–—−‐‑‒]")
_SPACES = re.compile(r"\s+")
_TONES = {"̀", "́", "̃", "̉", "̣"}
_EDGES = " .,:;*_-–—~'\"“”()[]|"


def alternatives(patterns: Iterable[str]) -> str:
    """Alternatives of a pattern, the longest first: a short one would hide what it begins."""
    return "|".join(sorted(patterns, key=len, reverse=True))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """``text`` for comparing: small letters, single spaces, plain dashes, no punctuation at the edges.

    The place of the tone mark ("hoà", "hòa") does not matter: tones are moved to the end of their syllable.
    """
    text = _SPACES.sub(" ", _DASHES.sub("-", text)).strip(_EDGES).lower()
    return " ".join(_tone_last(word) for word in text.split(" "))


def _tone_last(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)) + tones


def bare(text: str) -> str:
    """Letters without marks, single spaces: for capitals, which readers often get wrong ("QUYÉT ĐỊNH")."""
    return _SPACES.sub(" ", fold(text)).strip(_EDGES)


def starts_with(text: str, phrases: tuple[str, ...]) -> bool:
    """True if ``text`` begins with one of ``phrases`` (compared by :func:`plain`)."""
    return plain(text).startswith(tuple(plain_start(phrase) for phrase in phrases))


@lru_cache(maxsize=1024)
def plain_start(phrase: str) -> str:
    """A phrase ready to be the beginning of a :func:`plain` text; a space at its end is kept."""
    return plain(phrase) + (" " if phrase.endswith(" ") else "")
