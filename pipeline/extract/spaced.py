"""Words set with blanks between their letters ("K Ế  H O Ạ C H"), closed up again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.document import BBox
from pipeline.extract.textlayer import StyledWord
from pipeline.lexicon.syllables import is_syllable

_LEAST = 4
"""Single letters beside each other from which they are spaced out; fewer may be marks in a table or initials."""
_FAR = 1.6
"""Blank in type sizes from which two letters stand apart for another reason."""
_WIDER = 1.35
"""Ratio of the blank between two words to that between letters, at least."""


def closed_up(words: Sequence[StyledWord]) -> list[StyledWord]:
    """The words of a page, in the order in which they are drawn, with runs of single letters made what they spell.

    A run is left as it is unless it falls, at its wider blanks or at the ends of its syllables, into Vietnamese
    syllables alone.
    """
    found: list[StyledWord] = []
    for spaced, run in _runs(words):
        found.extend((_spelt(run) if spaced else None) or run)
    return found


def _runs(words: Sequence[StyledWord]) -> Iterator[tuple[bool, list[StyledWord]]]:
    """The words in order; runs of enough single letters apart from the others."""
    run: list[StyledWord] = []
    for word in words:
        if not _is_letter(word) or (run and not _near(run[-1], word)):
            yield len(run) >= _LEAST, run
            run = []
        if _is_letter(word):
            run.append(word)
        else:
            yield False, [word]
    yield len(run) >= _LEAST, run


def _near(before: StyledWord, word: StyledWord) -> bool:
    level = abs(before.bbox.bottom - word.bbox.bottom) < 0.3 * word.size
    return level and -1 < word.bbox.x0 - before.bbox.x1 <= _FAR * word.size


def _is_letter(word: StyledWord) -> bool:
    return len(word.word.text) == 1 and word.word.text.isalpha()


def _spelt(run: Sequence[StyledWord]) -> list[StyledWord] | None:
    """The words of a run by its wider blanks, or by its syllables; None where it spells none."""
    blanks = [b.bbox.x0 - a.bbox.x1 for a, b in pairwise(run)]
    usual = sorted(blanks)[len(blanks) // 2]
    cuts = [n for n, blank in enumerate(blanks, start=1) if blank > _WIDER * max(usual, 0.5)]
    parts = [run[a:b] for a, b in pairwise([0, *cuts, len(run)])]
    if all(is_syllable(_text(part)) for part in parts):
        return [_joined(part) for part in parts]
    ends = _syllables("".join(w.word.text for w in run))
    return [_joined(run[a:b]) for a, b in pairwise(ends)] if ends else None


def _text(part: Sequence[StyledWord]) -> str:
    return "".join(w.word.text for w in part)


def _syllables(text: str) -> list[int]:
    """Where the syllables of ``text`` begin and end if it can be divided into such, as few as can be; [] if not."""
    best: list[list[int]] = [[0]]
    for end in range(1, len(text) + 1):
        ways = [
            [*best[start], end] for start in range(max(0, end - 7), end) if best[start] and is_syllable(text[start:end])
        ]
        best.append(min(ways, key=len, default=[]))
    return best[-1]


def _joined(part: Sequence[StyledWord]) -> StyledWord:
    first = part[0]
    box = BBox.union(w.bbox for w in part) or first.bbox
    word = replace(first.word, text=_text(part), bbox=box, confidence=min(w.word.confidence for w in part))
    return replace(first, word=word, seams=())
