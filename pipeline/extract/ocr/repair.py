"""Slips of reading that lexicon and grammar prove to be slips. The word as it was read is kept beside the repaired one.

Nothing is put right by likelihood, and no digit is ever touched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.fixed_phrases import DEPARTMENT_SHORT, LONGEST, other_readings, phrases
from pipeline.lexicon.fold import fold
from pipeline.lexicon.words import plain

_EDGE = " .,:;()[]\"'“”‘’/!?*"
_ROMAN_SLIPS = {
    "H": "II", "HI": "III", "IH": "III", "IHI": "III", "HII": "III", "IIL": "III", "1I": "II", "I1": "II", "1V": "IV",
}  # fmt: skip
_LABEL = re.compile(r"([HIVL1]{1,4})([.\-–]{1,2})")


def repaired(words: list[PrintedWord]) -> list[PrintedWord]:
    """The words of one line with proven slips put right: fixed phrases, "Số" before a department, roman labels."""
    return _labels(_departments(_phrases(words)))


def _phrases(words: list[PrintedWord]) -> list[PrintedWord]:
    """Marks of fixed phrases; the longest phrase first. Where the tone mark stands (hoà, hòa) stays as printed."""
    table = phrases()
    result = list(words)
    cores = [_core(word.text) for word in words]
    bare = [fold(core) for core in cores]
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 1, -1):
            wanted = table.get(tuple(bare[at : at + length]))
            if wanted is None or tuple(core.lower() for core in cores[at : at + length]) in other_readings():
                continue
            for offset, word in enumerate(wanted):
                index = at + offset
                if plain(cores[index]) != plain(word):
                    result[index] = _with(words[index], cores[index], _in_case(word, cores[index]))
            at += length - 1
            break
        at += 1
    return result


def _departments(words: list[PrintedWord]) -> list[PrintedWord]:
    """ "Số" before the short name of a department is "Sở"."""
    result = list(words)
    for index in range(len(words) - 1):
        core = _core(words[index].text)
        if core in ("Số", "Sỏ", "Sớ") and _core(words[index + 1].text) in DEPARTMENT_SHORT:
            result[index] = _with(words[index], core, "Sở")
    return result


def _labels(words: list[PrintedWord]) -> list[PrintedWord]:
    """A roman label before a title in capitals: "H. NHIỆM VỤ" is "II.", since no plan counts its chapters to H."""
    if len(words) < 3:
        return words
    found = _LABEL.fullmatch(words[0].text)
    title = [_core(word.text) for word in words[1:4]]
    if found is None or found[1] not in _ROMAN_SLIPS or not all(part.isupper() for part in title if part):
        return words
    return [replace(words[0], text=_ROMAN_SLIPS[found[1]] + found[2], as_read=words[0].text), *words[1:]]


def _core(text: str) -> str:
    return text.strip(_EDGE)


def _with(word: PrintedWord, core: str, better: str) -> PrintedWord:
    return replace(word, text=word.text.replace(core, better, 1), as_read=word.as_read or word.text)


def _in_case(word: str, pattern: str) -> str:
    """``word`` with the capitals of ``pattern``, which has the same letters."""
    return "".join(letter.upper() if like.isupper() else letter for letter, like in zip(word, pattern, strict=True))
