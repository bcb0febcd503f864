"""Marks that a reader gets wrong, put right where the words around prove them: "thúc đây" is "thúc đẩy".

A syllable that forms no word with its neighbours, and was not read surely, is replaced by the one that differs from it
in marks alone and does form one, if there is exactly one. Letters are never changed, nor names, nor numbers; the word
as read is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.compounds import FUNCTION_WORDS, Compounds, compounds
from pipeline.lexicon.words import plain

_UNSURE = 0.93
"""Confidence below which marks may be wrong."""
_UNKNOWN = 0.96
"""The same for what is no syllable of the dictionary; above it a slip is the document's own."""
_RARELY_WRONG = 0.971
"""Confidence below which the second mark on a vowel may still be wrong: "tô" for "tổ", "phó" for "phố"."""
_AT_EDGE = 0.85
"""The same at the ends of a line, where a neighbour may stand on another line."""
_SEEN = 0.75
"""Confidence from which a neighbour proves anything."""
_ENDS_PHRASE = re.compile(r"[.,;:!?…)\]”\"]$")
_STARTS_PHRASE = re.compile(r"^[(\[“\"]")
CORE = re.compile(r"[^\W\d_]+")
"""The letters of a word."""
_SHAPES = {"a": "aâă", "â": "aâă", "ă": "aâă", "e": "eê", "ê": "eê", "o": "oôơ", "ô": "oôơ", "ơ": "oôơ", "u": "uư",
           "ư": "uư", "d": "dđ", "đ": "dđ"}  # fmt: skip
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_DOUBLE = frozenset("âăêô")


def spelt(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """The words of one line with marks put right that a compound proves."""
    known = compounds()
    result = list(words)
    for at, word in enumerate(words):
        core = CORE.search(word.text)
        if core is None or sum(map(str.isalpha, word.text)) != len(core.group()) or any(map(str.isdigit, word.text)):
            continue
        better = _proven(result, at, core.group(), known)
        if better is not None:
            text = word.text.replace(core.group(), _in_case(better, core.group()), 1)
            result[at] = replace(word, text=text, as_read=word.as_read or word.text)
    return result


def _proven(words: Sequence[PrintedWord], at: int, core: str, known: Compounds) -> str | None:
    """The syllable that stands for ``core`` at ``at``; None where nothing is proven."""
    form = plain(core)
    confidence = words[at].confidence
    unsure = confidence < (_UNSURE if form in known.spelt else _UNKNOWN)
    if core.lower() in FUNCTION_WORDS or not (unsure or confidence < _RARELY_WRONG):
        return None
    if at in (0, len(words) - 1) and form in known.spelt and confidence >= _AT_EDGE:
        return None
    if known.hold(neighbour(words, at, -1, 0), form) or known.hold(form, neighbour(words, at, 1, 0)):
        return None
    left, right = neighbour(words, at, -1), neighbour(words, at, 1)
    if form in known.spelt:
        # a neighbour that is part of another word proves nothing
        left = "" if known.hold(neighbour(words, at, -2), left) else left
        right = "" if known.hold(right, neighbour(words, at, 2)) else right
    if core.istitle():
        # a capital begins a name or a term: what stands before is not part of it, nor is another capital
        left, right = "", "" if _is_capital(words, at + 1) else right
    fits = {
        other: known.hold(left, other) + known.hold(other, right)
        for other in _others(form)
        if other in known.spelt and (unsure or _is_second_mark(form, other))
    }
    best = [other for other, count in fits.items() if count and count == max(fits.values())]
    if len(best) > 1:
        best = [other for other in best if _is_second_mark(form, other)]
    return known.spelt[best[0]] if len(best) == 1 else None


def neighbour(words: Sequence[PrintedWord], at: int, step: int, surely: float = _SEEN) -> str:
    """The word ``step`` places on in plain form; "" at the end of the line, behind punctuation, or if it was read
    less ``surely``."""
    place = at + step
    if not 0 <= place < len(words):
        return ""
    first, last = sorted((at, place))
    if any(_ENDS_PHRASE.search(word.text) for word in words[first:last]):
        return ""
    if any(_STARTS_PHRASE.search(word.text) for word in words[first + 1 : last + 1]):
        return ""
    parts = CORE.findall(words[place].text)
    if words[place].confidence < surely or not parts:
        return ""
    return plain(parts[-1] if step < 0 else parts[0])


def _is_capital(words: Sequence[PrintedWord], at: int) -> bool:
    return at < len(words) and words[at].text[:1].isupper()


def _others(form: str) -> Iterator[str]:
    """Forms with the same letters: any tone, and at most one letter with another mark (a, â, ă; d, đ)."""
    letters, tone = (form[:-1], form[-1]) if form[-1:] in _TONES[1:] else (form, "")
    shapes = [letters]
    for place, letter in enumerate(letters):
        if letter not in "dđ" or place == 0:
            others = (shape for shape in _SHAPES.get(letter, "") if shape != letter)
            shapes += [letters[:place] + shape + letters[place + 1 :] for shape in others]
    for shaped, other_tone in product(shapes, _TONES):
        # a letter d or đ is not misread together with a tone
        if (shaped, other_tone) != (letters, tone) and (shaped[0] == letters[0] or other_tone == tone):
            yield shaped + other_tone


def _is_second_mark(form: str, other: str) -> bool:
    """True if ``other`` has a vowel with two marks where ``form`` has one of them, or another second one."""
    tone = other[-1:] in _TONES[1:]
    marked = form[-1:] in _TONES[1:] or any(letter in _DOUBLE for letter in form)
    changed = [new for old, new in zip(form, other, strict=False) if old != new and new not in _TONES]
    return tone and marked and any(letter in _DOUBLE for letter in other) and all(new in _DOUBLE for new in changed)


def _in_case(word: str, pattern: str) -> str:
    """``word`` in capitals, with a capital or in small letters, as ``pattern`` is."""
    if pattern.isupper():
        return word.upper()
    return word.capitalize() if pattern[0].isupper() else word
