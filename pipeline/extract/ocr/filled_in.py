"""Places of a printed form that are filled in by hand: number and date of a letterhead.

What a pen wrote there is not guessed. Where its reading is not a plain, sure number, it is left out and marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.document import BBox
from pipeline.extract.ocr.numbers import told_as_digits
from pipeline.extract.page_content import PrintedWord
from pipeline.lexicon.fold import fold

_SURE, _LEGIBLE = 0.80, 0.60
_SYMBOL = re.compile(r"\s?[/\-–]\s?[A-ZĐƯ]{2,}")
_NUMBER_WORD = re.compile(r"so[:.]*")
_DATE_WORDS = re.compile(r"ngày|tháng|năm")
_NUMBER = re.compile(r"\d{1,5}[a-zA-Z]?")
_DAY = re.compile(r"\d{1,2}")
_STROKES = re.compile(r"[Il1|!]{1,2}")


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A line without what was illegible in its blanks, and where that stands."""

    words: list[PrintedWord]
    left_out: list[BBox]


def without_handwriting(words: list[PrintedWord], dated: bool) -> FilledIn:
    """Clear the blanks of "Số: .../KH-UBND" and "ngày ... tháng ... năm ..." of what cannot be read surely.

    ``dated``: the line stands in a letterhead, where even a day or month of plain digits must be read surely. In the
    body few dates are written by hand: letters that can be but one number ("l1") are that, doubtful. "II" is always 11.
    """
    words = _head_parted(words)
    head = words[0].text
    if (
        len(words) > 1
        and (head[:1] == "S" or dated)
        and _NUMBER_WORD.fullmatch(fold(head))
        and (dated or len(words) <= 5)
    ):
        return _number(words)
    return _date(_parted(words) if dated else words, dated)


def _head_parted(words: list[PrintedWord]) -> list[PrintedWord]:
    """ "Số:12/KH-UBND" in one word, taken apart behind the colon."""
    first = words[0]
    colon = first.text.find(":") + 1
    if not 0 < colon < len(first.text) or not _NUMBER_WORD.fullmatch(fold(first.text[:colon])):
        return words
    cut = first.bbox.x0 + (first.bbox.x1 - first.bbox.x0) * colon / len(first.text)
    head = replace(first, text=first.text[:colon], bbox=first.bbox._replace(x1=cut))
    return [head, replace(first, text=first.text[colon:], bbox=first.bbox._replace(x0=cut)), *words[1:]]


def _number(words: list[PrintedWord]) -> FilledIn:
    """The blank between "Số:" and the symbol of the document ("/KH-UBND")."""
    kept, left_out = [words[0]], []
    for index, word in enumerate(words[1:], start=1):
        symbol = _SYMBOL.search(word.text)
        blank = word.text[: symbol.start()] if symbol else word.text
        checked = _checked(word, blank.strip(" /.:"), _NUMBER)
        if blank and checked is None:
            left_out.append(word.bbox)
            if symbol:
                kept.append(replace(word, text=word.text[symbol.start() :], as_read=word.text, doubtful=False))
        else:
            kept.append(checked or word)
        if symbol:
            return FilledIn([*kept, *words[index + 1 :]], left_out)
    return FilledIn(words, [])


def _parted(words: list[PrintedWord]) -> list[PrintedWord]:
    """Words in which a date's "ngày", "tháng", "năm" stick to what is written beside them, taken apart."""
    result: list[PrintedWord] = []
    for word in words:
        cuts = sorted(
            {0, len(word.text)} | {edge for found in _DATE_WORDS.finditer(word.text) for edge in found.span()}
        )
        share = (word.bbox.x1 - word.bbox.x0) / max(1, len(word.text))
        for start, end in pairwise(cuts):
            box = word.bbox._replace(x0=word.bbox.x0 + start * share, x1=word.bbox.x0 + end * share)
            result.append(replace(word, text=word.text[start:end], bbox=box))
    return result


def _date(words: list[PrintedWord], dated: bool) -> FilledIn:
    """The blanks between "ngày", "tháng" and "năm"."""
    bare = [fold(word.text).strip(",.;: ") for word in words]
    kept, left_out = list(words), []
    drop: set[int] = set()
    for start, stop in (("ngay", "thang"), ("thang", "nam")):
        if start not in bare or stop not in bare[bare.index(start) :]:
            continue
        first = bare.index(start) + 1
        last = bare.index(stop, first)
        for index in range(first, last):
            word = words[index]
            if not dated and (_DAY.fullmatch(word.text) or last - first > 2):
                continue
            checked = _checked(word, word.text.strip(".,"), _DAY)
            strokes = len(word.text) if _STROKES.fullmatch(word.text) else 0
            told = "1" * strokes or told_as_digits(word.text)
            # two strokes are 11 by hand too; one may be a slash
            if checked is None and (strokes == 2 or not dated) and _DAY.fullmatch(told):
                kept[index] = replace(word, text=told, as_read=word.as_read or word.text, doubtful=True)
            elif checked is None:
                drop.add(index)
                left_out.append(word.bbox)
            else:
                kept[index] = checked
    return FilledIn([word for index, word in enumerate(kept) if index not in drop], left_out)


def _checked(word: PrintedWord, text: str, form: re.Pattern[str]) -> PrintedWord | None:
    """``word`` if ``text`` in it is a number read surely; doubtful if it is only legible; None if it is neither."""
    if not form.fullmatch(text) or word.confidence < _LEGIBLE or word.doubtful:
        return None
    return word if word.confidence >= _SURE else replace(word, doubtful=True)
