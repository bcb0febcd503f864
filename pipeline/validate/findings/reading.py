"""How sure the reading is where it matters: values, dates, the document number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Span, Word
from pipeline.plan import Evidence
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import short

# below this a reader's own confidence in a word with digits is no better than a guess (research on the corpus)
_LOW = 0.6
# words that make a name: what a reader took from a chart or a stamp has fewer
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SHORTEST = 3
_DIGITS = re.compile(r"\d")


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
        if len(_LETTERS.findall(goal.name)) < _SHORTEST:
            continue
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


FAMILY = Family(
    "Độ tin cậy của bản đọc",
    "Reading",
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
    },
)
