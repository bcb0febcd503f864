"""For each page of a PDF: read its text layer, or read it as an image?

The presence of text decides nothing: a scan may carry a layer of bad recognition, and a font whose characters are not
mapped drops letters. What decides is what the words are worth.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any, Literal

import pypdfium2.raw as pdfium

from pipeline.config import Settings
from pipeline.extract.textlayer import UNKNOWN, StyledWord
from pipeline.lexicon.syllables import is_syllable

_LETTERS = re.compile(r"[^\W\d_]+")
_FEW = 12
"""Fewer letter words than this say nothing about the quality of a layer."""
_WORTH, _WORST = 0.82, 0.85
"""Share of words that are Vietnamese syllables (abbreviations left out) from which the layer under a page image is
worth reading, on the whole page and in its poorest third: it was recognised, and may have been read badly."""
_TYPED = 0.7
"""The same for text that was typed: lists of people and places in the languages of minorities have 0.75 to 0.85."""
_CAPITALS = {"T": 60, "N": 80, "C": 90, "H": 125}
"""Common capitals, and of how many capitals of any kind each is expected seven times (counted in real documents)."""
_WINDOW = 30
"""Words that are judged together: a page may be good above and garbage below."""
_UNKNOWN = 3
"""From so many unnamed letters on a page is read as an image."""
_FIXED = ("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM", "CỘNGHOÀXÃHỘICHỦNGHĨAVIỆTNAM", "ĐộclậpTựdoHạnhphúc")
"""The national name and motto without blanks, in both ways of placing the tone mark."""
_MARKED = 0.45
"""Share of words with a mark below which a hidden layer was read without Vietnamese; running text has 0.7 to 0.9."""
_FULL = 0.6
"""Share of the page that an image has to cover to be the page itself."""
_CURVED, _OUTLINES = 8, 20
"""A path with more segments than a frame has may be a letter; a page with so many of them may be text."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How to read a page, and why."""

    method: Literal["text_layer", "ocr"]
    reason: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What the words of a text layer are worth. ``valid``: share of syllables; ``marked``: share with a mark."""

    words: int
    valid: float
    marked: float


def worth(texts: Sequence[str]) -> Worth:
    """Judge words of a text layer. Abbreviations (capitals without a vowel mark) and single letters are left out."""
    parts = [part for text in texts for part in _LETTERS.findall(unicodedata.normalize("NFC", text))]
    judged = [p for p in parts if len(p) > 1 and not (p.isupper() and p.isascii() and not is_syllable(p))]
    if not judged:
        return Worth(0, 0.0, 0.0)
    valid = sum(is_syllable(p) for p in judged)
    marked = sum(not p.isascii() for p in judged)
    return Worth(len(judged), valid / len(judged), marked / len(judged))


def broken_text(text: str) -> str:
    """Why the text layer of a whole document drops letters, "" if nothing shows it.

    Characters of a font that map to nothing are dropped silently and leave a good share of valid syllables. Two signs
    tell: a common letter that a long text never uses, and the national name or motto, whose wording is fixed
    (Decree 30/2020/NĐ-CP, annex I, II.1), printed with letters missing.
    """
    letters = Counter(text)
    upper = Counter({c: count for c, count in letters.items() if c.isupper()})
    lower = Counter({c: count for c, count in letters.items() if c.islower()})
    lost = [c for c, needed in _CAPITALS.items() if not upper[c] and upper.total() >= needed]
    lost += [c for c in "acghinot" if not lower[c]] if lower.total() >= 1500 else []
    if lost:
        return f"the text layer of this document drops letters ({', '.join(lost)})"
    plain = "".join(filter(str.isalpha, unicodedata.normalize("NFC", text)))
    if any(_dropped(phrase, plain) for phrase in _FIXED):
        return "the text layer of this document drops letters (national name and motto)"
    return ""


def _dropped(phrase: str, text: str) -> bool:
    """True if ``text`` holds ``phrase`` without one or two of its letters, wherever they stand in it."""
    if phrase in text:
        return False
    letters = sorted(set(phrase))
    single = [phrase.replace(letter, "") for letter in letters]
    double = (phrase.translate({ord(a): None, ord(b): None}) for a, b in combinations(letters, 2))
    return any(left in text for left in chain(single, double))


def choose(page: Any, words: Sequence[StyledWord], settings: Settings, broken: str = "") -> Choice:
    """The way to read a pypdfium2 page whose text layer holds ``words``; ``broken``: why it cannot be."""
    if settings.force_ocr:
        return Choice("ocr", "asked for by the settings")
    if not words and _is_drawn(page):
        return Choice("ocr", "no text layer, but letters drawn as outlines")
    return judge([w.word.text for w in words], image_share(page), broken)


def judge(texts: Sequence[str], covered: float, broken: str = "") -> Choice:
    """The way to read a page whose text layer holds the words ``texts``.

    ``covered``: the share of the page that its largest image covers; ``broken``: what is wrong with the layer of the
    whole document, "" for nothing.
    """
    unknown = sum(text.count(UNKNOWN) for text in texts)
    if unknown >= _UNKNOWN or (texts and broken):
        return Choice("ocr", broken or f"{unknown} letters are drawn that the text layer does not name")
    if not texts:
        return Choice("ocr", "no text layer") if covered > 0.02 else Choice("text_layer", "an empty page")
    quality = worth(texts)
    if covered > _FULL and quality.words < _FEW:
        return Choice("ocr", "an image of the page, with no more than a stamp as text")
    if quality.words < _FEW:
        return Choice("text_layer", "few words")
    if quality.marked == 0 and covered <= _FULL:
        return Choice("text_layer", "text typed without Vietnamese marks")
    poorest = _poorest(texts) if quality.words >= 2 * _WINDOW else quality
    least, least_third = (_WORTH, _WORST) if covered > _FULL else (_TYPED, _TYPED)
    if quality.valid < least or poorest.valid < least_third:
        return Choice("ocr", f"only {min(quality.valid, poorest.valid):.0%} of its words are Vietnamese syllables")
    if covered > _FULL and min(quality.marked, poorest.marked) < _MARKED:
        return Choice("ocr", "the hidden layer under the page image has lost its marks")
    return Choice("text_layer", f"{quality.valid:.0%} of the words are Vietnamese syllables")


def _poorest(texts: Sequence[str]) -> Worth:
    """The lowest shares that a third of the page stays under, window by window."""
    windows = [worth(texts[at : at + _WINDOW]) for at in range(0, len(texts), _WINDOW)]
    judged = [w for w in windows if w.words >= _FEW]
    if not judged:
        return Worth(0, 1.0, 1.0)
    third = (len(judged) - 1) // 3
    return Worth(
        sum(w.words for w in judged),
        sorted(w.valid for w in judged)[third],
        sorted(w.marked for w in judged)[third],
    )


def image_share(page: Any) -> float:
    """The part of the page that its images cover, 0 to 1; scanners cut pages into strips or layers."""
    width, height = page.get_size()
    area = 0.0
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return float(min(1.0, area / (width * height)))


def _is_drawn(page: Any) -> bool:
    """True if the page draws so many curves that they may be letters turned into outlines."""
    count = 0
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        count += pdfium.FPDFPath_CountSegments(drawn) > _CURVED
        if count >= _OUTLINES:
            return True
    return False
