"""Slips of reading that lexicon and grammar prove to be slips. The word as it was read is kept beside the repaired one.

No digit is ever touched, and of letters only capitals (L, I for T, a broken L): marks and signs, where the words around
leave one way to read them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from pipeline.extract.ocr.capitals import capitals
from pipeline.extract.ocr.likely import likelier
from pipeline.extract.ocr.spelling import spelt
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.fixed_phrases import DEPARTMENT_SHORT, LONGEST, other_readings, phrases
from pipeline.lexicon.fold import fold
from pipeline.lexicon.places import PROVINCES
from pipeline.lexicon.words import plain

_EDGE = " .,:;()[]\"'“”‘’/!?*"
_ROMAN_SLIPS = {
    "H": "II", "HI": "III", "IH": "III", "IHI": "III", "HII": "III", "IIL": "III", "1I": "II", "I1": "II", "1V": "IV",
}  # fmt: skip
_YEARS = re.compile(r"((?:19|20)\d\d)[.,·~=]{1,2}((?:19|20)\d\d)([.,;]?)")
_NEVER_LAST = re.compile(r"(?:và|của|với|hoặc|các|cho)\.")
_QUARTER = re.compile(r"(I{1,3}|IV)((?:19|20)\d\d[.,;]?)")
_STROKES = re.compile(r"([I1l|]{2,3}|[Il|])/((?:19|20)\d\d[.,;:)]*)")
_LABEL = re.compile(r"([HIVL1]{1,4})([.\-–]{1,2})")


def repaired(words: list[PrintedWord]) -> list[PrintedWord]:
    """The words of one line with proven slips put right: capitals, fixed phrases, provinces, "Số" before a department,
    roman labels, the sign between two years or a quarter and its year, marks that make no word, and doubtful words that
    their neighbours make unlikely."""
    settled = likelier(spelt(_signs(_labels(_departments(_places(_phrases(capitals(words))))))))
    return [replace(word, alternatives=()) if word.alternatives else word for word in settled]


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


def _places(words: list[PrintedWord]) -> list[PrintedWord]:
    """The marks of a province behind "tỉnh", "thành phố", or before the date of a letterhead ("Cân Thơ, ngày")."""
    result = list(words)
    bare = [fold(_core(word.text)) for word in words]
    for at in range(len(words) - 1):
        for length in (4, 3, 2):
            name = _provinces().get(tuple(bare[at : at + length]))
            if name is None:
                continue
            before = bare[at - 1] if at else ""
            after = bare[at + length] if at + length < len(bare) else ""
            if before in ("tinh", "pho", "tp") or (at == 0 and after == "ngay"):
                for offset, part in enumerate(name):
                    core = _core(words[at + offset].text)
                    if plain(core) != plain(part) and not core.isupper():
                        result[at + offset] = _with(words[at + offset], core, part)
            break
    return result


@cache
def _provinces() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Bare words of each province's name -> its words; names that are spelt in two ways are left out."""
    names = [tuple(name.split()) for name in PROVINCES if len(name.split()) > 1]
    bare = Counter(tuple(fold(part) for part in name) for name in names)
    return {key: name for name in names if bare[key := tuple(fold(part) for part in name)] == 1}


def _departments(words: list[PrintedWord]) -> list[PrintedWord]:
    """ "Số" before the short name of a department is "Sở"."""
    result = list(words)
    for index in range(len(words) - 1):
        core = _core(words[index].text)
        if core in ("Số", "Sỏ", "Sớ") and _core(words[index + 1].text) in DEPARTMENT_SHORT:
            result[index] = _with(words[index], core, "Sở")
    return result


def _labels(words: list[PrintedWord]) -> list[PrintedWord]:
    """A roman label before a title in capitals: "H. NHIỆM VỤ" is "II.", since no plan counts its chapters to H;
    "Phụ lục H" is "Phụ lục II"."""
    if len(words) > 2 and [fold(_core(word.text)) for word in words[:2]] == ["phu", "luc"]:
        label = words[2]
        if (right := _ROMAN_SLIPS.get(_core(label.text))) is not None:
            better = replace(label, text=label.text.replace(_core(label.text), right, 1), as_read=label.text)
            return [*words[:2], better, *words[3:]]
    if len(words) < 3:
        return words
    found = _LABEL.fullmatch(words[0].text)
    title = [_core(word.text) for word in words[1:4]]
    if found is None or found[1] not in _ROMAN_SLIPS or not all(part.isupper() for part in title if part):
        return words
    return [replace(words[0], text=_ROMAN_SLIPS[found[1]] + found[2], as_read=words[0].text), *words[1:]]


def _signs(words: list[PrintedWord]) -> list[PrintedWord]:
    """ "2022.2030" is "2022-2030", since no number has groups of four digits; "quý I2012" is "quý I/2012", since a
    quarter stands before its year, and "quý II1/2012" is "quý III/2012"; a speck behind "và" ends no sentence."""
    result = list(words)
    for at, word in enumerate(words):
        years = _YEARS.fullmatch(word.text)
        if years and years[1] < years[2]:
            result[at] = replace(word, text=f"{years[1]}-{years[2]}{years[3]}", as_read=word.as_read or word.text)
        follows = words[at + 1].text[:1] if at + 1 < len(words) else ""
        if _NEVER_LAST.fullmatch(word.text) and follows.isupper():
            result[at] = replace(word, text=word.text.rstrip("."), as_read=word.as_read or word.text)
        quarter = _QUARTER.fullmatch(word.text) or _STROKES.fullmatch(word.text)
        if quarter and at and fold(_core(words[at - 1].text)) == "quy":
            # a year has no eleventh quarter
            roman = "IV" if quarter[1] == "IV" else "I" * len(quarter[1])
            text = f"{roman}/{quarter[2]}"
            if text == word.text:
                continue
            result[at] = replace(word, text=text, as_read=word.as_read or word.text)
    return result


def _core(text: str) -> str:
    return text.strip(_EDGE)


def _with(word: PrintedWord, core: str, better: str) -> PrintedWord:
    return replace(word, text=word.text.replace(core, better, 1), as_read=word.as_read or word.text)


def _in_case(word: str, pattern: str) -> str:
    """``word`` with the capitals of ``pattern``, which has the same letters."""
    return "".join(letter.upper() if like.isupper() else letter for letter, like in zip(word, pattern, strict=True))
