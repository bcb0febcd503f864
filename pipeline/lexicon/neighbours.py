"""How likely one syllable stands behind another in Vietnamese: counts of neighbours with Witten-Bell smoothing.

Counted in what underthesea (Apache-2.0) installs with itself, read as files: the sentences of news and law on which its
tagger was tested (66,000 syllables), and the compounds of its dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path

from pipeline.lexicon.compounds import compounds
from pipeline.lexicon.words import plain

_ENTRY = 0.5
"""What an entry of the dictionary counts beside a pair that was seen once in a text."""
_RARE, _SYLLABLES = 0.1, 20_000
"""What a syllable counts that was never seen, and about how many syllables could be written."""
_BREAK = re.compile(r"[^\w\s]|\d+|_")
_END = ""
"""Stands behind the last syllable of a run."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Counts of syllables in the form of :func:`pipeline.lexicon.words.plain`.

    ``pairs``: "a b" -> times that b stood behind a in texts; ``first``: how often a stood before anything, dictionary
    included; ``kinds``: behind how many others; ``alone``: how often it stands at all.
    """

    pairs: Mapping[str, float]
    first: Mapping[str, float]
    kinds: Mapping[str, int]
    alone: Mapping[str, float]
    total: float

    def share(self, syllable: str) -> float:
        """Logarithm of how often ``syllable`` stands in a text."""
        return log(self._share(syllable))

    def behind(self, left: str, right: str) -> float:
        """Logarithm of how likely ``right`` stands behind ``left`` (Witten and Bell 1991, method C)."""
        seen = self.first.get(left, 0.0)
        if not seen:
            return self.share(right)
        pair = f"{left} {right}"
        count = self.pairs.get(pair, 0.0) + (_ENTRY if pair in compounds().pairs else 0.0)
        kinds = self.kinds[left]
        return log((count + kinds * self._share(right)) / (seen + kinds))

    def _share(self, syllable: str) -> float:
        return (self.alone.get(syllable, 0.0) + _RARE) / (self.total + _RARE * _SYLLABLES)


@cache
def neighbours() -> Neighbours | None:
    """The counts; None where the sentences are not installed."""
    sentences = list(_sentences())
    if not sentences:
        return None
    pairs: defaultdict[str, float] = defaultdict(float)
    first: defaultdict[str, float] = defaultdict(float)
    kinds: defaultdict[str, int] = defaultdict(int)
    alone: defaultdict[str, float] = defaultdict(float)
    for sentence in sentences:
        for run in _runs(sentence):
            for syllable in run:
                alone[syllable] += 1
            for left, right in pairwise([*run, _END]):
                first[left] += 1
                kinds[left] += f"{left} {right}" not in pairs
                pairs[f"{left} {right}"] += 1
    for pair in compounds().pairs:
        left, _, right = pair.partition(" ")
        first[left] += _ENTRY
        kinds[left] += pair not in pairs
        alone[left] += _RARE
        alone[right] += _RARE
    return Neighbours(pairs, first, kinds, alone, sum(alone.values()))


def _runs(sentence: str) -> Iterator[list[str]]:
    """Syllables that stand together with nothing between, in plain form."""
    for part in _BREAK.split(unicodedata.normalize("NFC", sentence)):
        run = [plain(word) for word in part.split() if word.isalpha()]
        if run:
            yield run


def _sentences() -> Iterator[str]:
    """Sentences of the tagger's test file: a word and its tags on a line, an empty line behind a sentence."""
    found = find_spec("underthesea")
    folders = found.submodule_search_locations if found else None
    if not folders:
        return
    for file in sorted(Path(folders[0], "pipeline", "pos_tag", "models").glob("*/test_output.txt")):
        for sentence in file.read_text(encoding="utf-8").split("\n\n"):
            yield " ".join(line.split("\t")[0] for line in sentence.splitlines())
