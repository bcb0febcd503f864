"""Doubtful words settled by a small language model of syllables over what the engine saw beside its reading.

The model puts other letters only where the engine itself held them possible, and only where the words before and behind
make them much more likely than what was read. Names, abbreviations and whatever makes a compound with a neighbour stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.ocr.alternatives import UNSURE
from pipeline.extract.ocr.spelling import CORE, neighbour
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.compounds import FUNCTION_WORDS, Compounds, compounds
from pipeline.lexicon.neighbours import Neighbours, neighbours
from pipeline.lexicon.words import plain

_COST = 0.1
"""What a point of the engine's charge for other letters weighs in the logarithm of likelihood."""
_GAIN = 2.0
"""How much more likely (logarithm) another word must be."""
_NO_SYLLABLE = 8.0
"""What is taken from the likelihood of a reading that is no syllable of the dictionary."""
_LONE_SHARE = 0.5
"""Weight of how common a syllable is where only one neighbour can be judged."""


def likelier(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """The words of one line, doubtful ones as the model has them; the word as read is kept beside."""
    result = list(words)
    if not any(word.alternatives and word.confidence < UNSURE for word in words):
        return result
    model, known = neighbours(), compounds()
    if model is None:
        return result
    for at, word in enumerate(words):
        core = CORE.search(word.text)
        if word.confidence >= UNSURE or word.as_read or core is None or not word.alternatives:
            continue
        if sum(map(str.isalpha, word.text)) == len(core.group()) and not any(map(str.isdigit, word.text)):
            better = _better(result, at, core.group(), model, known)
            if better is not None:
                result[at] = replace(word, text=better, as_read=word.text)
    return result


def _better(words: Sequence[PrintedWord], at: int, core: str, model: Neighbours, known: Compounds) -> str | None:
    """What stands for the word at ``at``; None where its reading stays."""
    form = plain(core)
    if core.lower() in FUNCTION_WORDS:
        return None
    left, right = neighbour(words, at, -1, 0), neighbour(words, at, 1, 0)
    if form in known.spelt:
        if not (left or right) or known.hold(left, form) or known.hold(form, right) or _is_name(words, at):
            return None
    elif len(core) < 2 or (core.isupper() and len(core) <= 4):
        return None

    def likelihood(syllable: str) -> float:
        found = [model.behind(left, syllable)] * bool(left) + [model.behind(syllable, right)] * bool(right)
        if len(found) == 2:
            return sum(found)
        return sum(found) + model.share(syllable) * (_LONE_SHARE if found else 1.0)

    before = likelihood(form) - (0.0 if form in known.spelt else _NO_SYLLABLE)
    best, most = None, _GAIN
    for text, cost in words[at].alternatives:
        found = CORE.search(text)
        other = plain(found.group()) if found else ""
        if other in known.spelt and other != form and (gain := likelihood(other) - before - _COST * cost) > most:
            best, most = text, gain
    return best


def _is_name(words: Sequence[PrintedWord], at: int) -> bool:
    """True for a word with a capital beside another: people and places are spelt as they please."""
    beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
    return words[at].text.istitle() and any(word[:1].isupper() for word in beside)
