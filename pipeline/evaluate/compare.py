"""When two texts count as the same, and which item of one list is which of the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

import networkx as nx
from rapidfuzz import fuzz, process

SOFT = 0.85
STRICT = 1.0

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "..."})
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?)%])")
_SPACE = re.compile(r"\s+")
_OUTER = " .;:,"


def fold(text: str | None) -> str:
    """The form in which texts are compared.

    NFC; case folded (headings are printed in capitals or not); the tone mark put at the end of its word, so that
    "hoà" and "hòa" are one; all dashes one, without spaces around; quotes and the ellipsis plain; white space single
    and none before punctuation; no punctuation at either end.
    """
    if not text:
        return ""
    plain = _DASHES.sub("-", text.translate(_QUOTES).casefold())
    plain = _BEFORE_MARK.sub("", _SPACE.sub(" ", plain)).strip(_OUTER)
    return " ".join(_tone_last(word) for word in plain.split(" "))


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    rest = "".join(c for c in letters if c not in _TONES)
    return unicodedata.normalize("NFC", rest + tones)


def similarity(one: str, other: str) -> float:
    """Similarity 0..1 of two folded texts (normalised insertions and deletions; equal texts are 1)."""
    return fuzz.ratio(one, other) / 100


def match(
    gold: Sequence[str],
    found: Sequence[str],
    threshold: float,
    agreement: Callable[[int, int], float] = lambda _g, _f: 0.0,
) -> list[tuple[int, int]]:
    """One-to-one pairs (index in gold, index in found) of folded texts whose similarity reaches ``threshold``.

    As many pairs as can be, and of those the most alike in sum. ``agreement`` (0..1) decides between items of the
    same text, such as one duty of two agencies.
    """
    if not gold or not found:
        return []
    matrix = process.cdist(gold, found, scorer=fuzz.ratio, score_cutoff=threshold * 100)
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for g, row in enumerate(matrix):
        for f, score in enumerate(row):
            if score >= threshold * 100 and score > 0:
                graph.add_edge(("gold", g), ("found", f), weight=float(score) + agreement(g, f))
    pairs = [tuple(sorted(edge, reverse=True)) for edge in nx.max_weight_matching(graph, maxcardinality=True)]
    return sorted((g[1], f[1]) for g, f in pairs)
