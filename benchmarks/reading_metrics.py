"""How far a reading of a page is from what is printed on it."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from statistics import median

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """NFC, one kind of dash and quote, white space as single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def bare(letter: str) -> str:
    """A letter without its marks (đ as d), in lower case."""
    stripped = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return stripped.replace("đ", "d").replace("Đ", "D").lower()


@dataclass(frozen=True, slots=True)
class PageScore:
    """Errors of one page. Counts are edits; ``marks``: right letter, wrong diacritic; ``order``: pairs of lines turned.

    ``cells`` and ``cells_exact`` of the table; ``numbers`` printed, ``numbers_wrong``, and of these ``numbers_silent``,
    which were not flagged doubtful.
    """

    letters: int
    letter_errors: int
    words: int
    word_errors: int
    marks: int
    order: int = 0
    cells: int = 0
    cells_exact: int = 0
    numbers: int = 0
    numbers_wrong: int = 0
    numbers_silent: int = 0
    seconds: float = 0.0

    @property
    def cer(self) -> float:
        """Character error rate in per cent."""
        return 100 * self.letter_errors / max(1, self.letters)


def score(truth: str, read: str, doubtful: set[str] = frozenset()) -> PageScore:  # type: ignore[assignment]
    """Character, word and diacritic errors of ``read``; ``doubtful`` are the words that the reader flagged."""
    wanted, found = plain(truth), plain(read)
    marks = 0
    for edit in Levenshtein.editops(wanted, found):
        if edit.tag == "replace":
            old, new = wanted[edit.src_pos], found[edit.dest_pos]
            marks += old != new and old.isalpha() and bare(old) == bare(new)
    wanted_words, found_words = wanted.split(), found.split()
    numbers, wrong, silent = _number_errors(wanted_words, found_words, doubtful)
    return PageScore(
        letters=len(wanted),
        letter_errors=Levenshtein.distance(wanted, found),
        words=len(wanted_words),
        word_errors=Levenshtein.distance(wanted_words, found_words),
        marks=marks,
        numbers=numbers,
        numbers_wrong=wrong,
        numbers_silent=silent,
    )


def _number_errors(wanted: list[str], found: list[str], doubtful: set[str]) -> tuple[int, int, int]:
    """Words with digits that are printed, are read otherwise, and are read otherwise without a flag."""
    numbers = [word for word in wanted if any(c.isdigit() for c in word)]
    wrong = silent = 0
    for block in Levenshtein.opcodes(wanted, found):
        if block.tag == "equal":
            continue
        printed = [figures(w) for w in wanted[block.src_start : block.src_end] if any(c.isdigit() for c in w)]
        read = list(found[block.dest_start : block.dest_end])
        seen = [figures(w) for w in read if w not in doubtful]
        flagged = any(word in doubtful for word in read)
        for number in printed:
            if number in seen:
                seen.remove(number)
                continue
            if any(number == figures(w) for w in read):
                continue
            wrong += 1
            # a number that is gone altogether is seen by nobody either
            silent += not flagged
    return len(numbers), wrong, silent


def figures(word: str) -> str:
    """The number in a word, without the signs of the sentence around it."""
    return " ".join(re.findall(r"\d+(?:[.,/:\-]\d+)*", word))


def order_errors(wanted: list[str], read: list[str]) -> int:
    """Pairs of neighbouring lines of ``wanted`` that stand in ``read`` the other way round, or not at all."""
    places = []
    for line in wanted:
        scores = [fuzz.ratio(plain(line), plain(other)) for other in read]
        best = max(range(len(read)), key=scores.__getitem__, default=-1)
        places.append(best if best >= 0 and scores[best] >= 60 else None)
    return sum(a is None or b is None or a >= b for a, b in itertools.pairwise(places))


def cells_exact(wanted: list[list[str]], read: list[list[str]]) -> int:
    """Non-empty cells that are read exactly, in their row and column."""
    right = 0
    for row, other in zip(wanted, read, strict=False):
        right += sum(plain(a) == plain(b) != "" for a, b in zip(row, other, strict=False))
    return right


def summary(scores: list[PageScore]) -> dict[str, float]:
    """Figures of one method at one level, rates in per cent."""
    letters, words = sum(s.letters for s in scores), sum(s.words for s in scores)
    cells, numbers = sum(s.cells for s in scores), sum(s.numbers for s in scores)
    figures = {
        "pages": len(scores),
        "cer_median": median(s.cer for s in scores),
        "cer_pooled": 100 * sum(s.letter_errors for s in scores) / max(1, letters),
        "wer_pooled": 100 * sum(s.word_errors for s in scores) / max(1, words),
        "diacritics": 100 - 100 * sum(s.marks for s in scores) / max(1, letters),
        "order_errors": sum(s.order for s in scores),
        "cells": cells,
        "cells_exact": 100 * sum(s.cells_exact for s in scores) / cells if cells else float("nan"),
        "numbers": numbers,
        "numbers_wrong": sum(s.numbers_wrong for s in scores),
        "numbers_silent": sum(s.numbers_silent for s in scores),
        "cpu_seconds": median(s.seconds for s in scores),
    }
    return {key: round(value, 4) for key, value in figures.items()}
