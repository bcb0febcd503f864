"""Slips of reading in capital letters: a T whose arms are faint ("LIÊU" for "TIÊU"), an L that falls apart ("I.ao" for
"Lao"), a letter whose capital has the same shape ("Tổ CHỨC"), a label that sticks to its title ("V.MỤC TIÊU").

A letter is changed only where what was read is no Vietnamese word and the other letter makes one with its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.ocr.spelling import CORE, neighbour
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.compounds import compounds
from pipeline.lexicon.words import plain

_UNSURE = 0.96
"""Confidence below which a capital may be misread."""
_BROKEN_L = re.compile(r"([IL1l])\.([^\W\d_A-Z]{1,6})([.,;:)]*)")
_STROKE = re.compile(r"[ILl1|]")
_SMALL = re.compile(r"[^\W\d_A-Z]{1,6}[.,;:)]*")
_LABEL = re.compile(r"(?:[HIVXL1]{1,5}|\d{1,2}|[A-ZĐ])[.)]")
_STUCK = re.compile(r"([IVX]{1,5}\.)([^\W\d_a-z]{2,})")


def capitals(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """The words of one line with slips in capitals put right; the word as read is kept beside."""
    result = _whole(_parted(words))
    for at in range(len(result)):
        better = _with_t(result, at) or _even(result, at)
        if better is not None:
            result[at] = replace(result[at], text=better, as_read=result[at].as_read or result[at].text)
    return result


def _parted(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """A Roman label that sticks to a title in capitals is a word of its own."""
    stuck = _STUCK.fullmatch(words[0].text) if len(words) > 1 and words[1].text.isupper() else None
    if stuck is None or not stuck[2].isupper():
        return list(words)
    head, box = words[0], words[0].bbox
    cut = round(box.x0 + (box.x1 - box.x0) * len(stuck[1]) / len(head.text), 2)
    label = replace(head, text=stuck[1], bbox=box._replace(x1=cut), as_read=head.as_read or head.text)
    return [label, replace(head, text=stuck[2], bbox=box._replace(x0=cut)), *words[1:]]


def _whole(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """ "I.ao động" and "I ao động" are "Lao động"."""
    known = compounds()
    result: list[PrintedWord] = []
    at = 0
    while at < len(words):
        word = words[at]
        broken = _BROKEN_L.fullmatch(word.text)
        rest = broken[2] + broken[3] if broken else ""
        taken = 1
        if not broken and at + 1 < len(words) and _STROKE.fullmatch(word.text) and _SMALL.fullmatch(words[at + 1].text):
            rest, taken = words[at + 1].text, 2
        found = CORE.search(rest)
        last = at + taken - 1
        unsure = min(word.confidence, words[last].confidence) < _UNSURE
        if found and unsure and known.hold(plain("l" + found.group()), neighbour(words, last, 1, 0)):
            as_read = " ".join(one.text for one in words[at : last + 1])
            word = replace(
                word,
                text="L" + rest,
                bbox=word.bbox._replace(x1=words[last].bbox.x1),
                confidence=min(word.confidence, words[last].confidence),
                as_read=as_read,
                alternatives=(),
            )
            at = last
        result.append(word)
        at += 1
    return result


def _with_t(words: Sequence[PrintedWord], at: int) -> str | None:
    """ "CHỈ LIÊU" is "CHỈ TIÊU", "LHỰC HIỆN" is "THỰC HIỆN"; None where nothing is proven."""
    word, known = words[at], compounds()
    core = CORE.search(word.text)
    if core is None or not core.group().isupper() or core.group()[0] not in "LI" or word.confidence >= _UNSURE:
        return None
    form, other = plain(core.group()), plain("T" + core.group()[1:])
    if other not in known.spelt or core.group().isascii():
        return None
    left, right = neighbour(words, at, -1, 0), neighbour(words, at, 1, 0)
    if form in known.spelt and not (known.hold(left, other) or known.hold(other, right)):
        return None
    if known.hold(left, form) or known.hold(form, right):
        return None
    return word.text.replace(core.group(), "T" + core.group()[1:], 1)


def _even(words: Sequence[PrintedWord], at: int) -> str | None:
    """ "III. Tổ CHỨC THỰC HIỆN" is all capitals: the small ổ has the shape of the capital."""
    text = words[at].text
    if at != 1 or len(text) != 2 or not text.istitle() or not _LABEL.fullmatch(words[0].text):
        return None
    others = [word.text for word in words[2:] if any(map(str.isalpha, word.text))]
    return text.upper() if len(others) > 1 and all(map(str.isupper, others)) else None
