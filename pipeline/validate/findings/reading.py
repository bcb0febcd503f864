"""How sure the reading is where it matters: values, dates, the document number; slips of typing that are certain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.document import Span, Word
from pipeline.plan import Evidence
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import short

# below this a reader's own confidence in a word with digits is no better than a guess (research on the corpus)
_LOW = 0.6
_DIGITS = re.compile(r"\d")
_TWICE = re.compile(
    r"\b(các|và|của|cho|với|những|được|là|về|tại|trên|theo|trong|do|bởi|nhằm|để|"
    r"thực hiện|chương trình|kế hoạch|tổ chức)\s+\1\b",
    re.IGNORECASE,
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# the vowels of one syllable stand together: "gíá", but not "sốđiều", which are two words run into one
_VOWELS = re.compile(r"[aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def _doubtful(case: Case, span: Span) -> list[Word]:
    """Words with digits in ``span`` that two readings saw differently, or that the reader itself hardly believes."""
    text = case.document.text
    return [
        word
        for word in case.document.words_in(span)
        if (word.doubtful or word.confidence < _LOW) and _DIGITS.search(text[word.span.start : word.span.end])
    ]


def _value_span(place: Evidence, raw: str) -> Span | None:
    at = place.quote.find(raw) if raw else -1
    return None if at < 0 else Span(place.span[0] + at, place.span[0] + at + len(raw))


def doubtful_value(case: Case) -> Iterator[Found]:
    """The digits of a target are not read for sure."""
    if case.from_text:
        return
    for goal in case.plan.goals:
        raw = goal.raw.get("value", "")
        spans = [s for s in (_value_span(place, raw) for place in goal.evidence) if s is not None]
        words = [word for span in spans for word in _doubtful(case, span)]
        if words:
            read = " ".join(case.document.text[w.span.start : w.span.end] for w in words)
            yield Found({"name": short(goal.name), "read": read}, [goal.id], case.evidence(*spans))


def doubtful_header(case: Case) -> Iterator[Found]:
    """The digits of the document number or of its date are not read for sure."""
    if case.from_text:
        return
    for name, vi, en in (("number", "Số văn bản", "The number"), ("issued_on", "Ngày ban hành", "The date")):
        places = case.plan.document.evidence.get(name, [])
        words = [word for place in places for word in _doubtful(case, Span(*place.span))]
        if words:
            read = " ".join(case.document.text[w.span.start : w.span.end] for w in words)
            yield Found({"vi": vi, "en": en, "read": read}, [], places)


def doubled_word(case: Case) -> Iterator[Found]:
    """A word is written twice in a row."""
    for match, block in case.matches(_TWICE, case.outline.zone("title", "preamble", "body", "closing")):
        yield Found({"text": short(match.group())}, [], case.at(block, match.start(), match.end()))


def _tones(text: str) -> int:
    return sum(letter in _TONES for letter in unicodedata.normalize("NFD", text))


def two_tones(case: Case) -> Iterator[Found]:
    """A syllable carries two tone marks; only where the text is known to the letter."""
    if not case.from_text:
        return
    for match, block in case.matches(_WORD, case.outline.zone("title", "preamble", "body", "closing")):
        if any(_tones(vowels) > 1 for vowels in _VOWELS.findall(match.group())):
            yield Found({"text": match.group()}, [], case.at(block, match.start(), match.end()))


FAMILY = Family(
    "Độ tin cậy của bản đọc và lỗi đánh máy",
    "Reading and typing",
    {
        "doubtful-digits": Rule(
            "warning",
            doubtful_value,
            "“{name}”: chữ số “{read}” đọc từ bản quét chưa chắc chắn, cần đối chiếu với bản gốc.",
            "“{name}”: the digits “{read}” were not read for sure; compare them with the page.",
            "Two readings of the scan disagree on the value, or the reader's confidence is below 0.6.",
            doubtful=True,
        ),
        "doubtful-header": Rule(
            "warning",
            doubtful_header,
            "{vi}: chữ số “{read}” đọc từ bản quét chưa chắc chắn, cần đối chiếu với bản gốc.",
            "{en}: the digits “{read}” were not read for sure; compare them with the page.",
            "The same for the document's number and date.",
        ),
        "word-twice": Rule(
            "info",
            doubled_word,
            "Lặp từ: “{text}”.",
            "A word is written twice: “{text}”.",
            "Only words that are never doubled on purpose.",
        ),
        "two-tones": Rule(
            "info",
            two_tones,
            "Âm tiết có hai dấu thanh: “{text}”.",
            "A syllable carries two tone marks: “{text}”.",
            "Only in texts and text layers: in a scan it may be the reader's slip.",
        ),
    },
)
