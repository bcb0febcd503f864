"""How sure the reading is where it matters: values, dates, the document number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Span, Word
from pipeline.plan import Evidence, Responsibility, Task
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
    """Where ``raw`` stands in a quote, line breaks counted as spaces."""
    found = re.search(r"\s+".join(re.escape(part) for part in raw.split()), place.quote) if raw.strip() else None
    return None if found is None else Span(place.span[0] + found.start(), place.span[0] + found.end())


def doubtful_value(case: Case) -> Iterator[Found]:
    """The digits of a target, or of a deadline, are not read for sure."""
    if case.from_text:
        return
    goals = ((goal, goal.name, goal.raw.get("value", "")) for goal in case.plan.goals)
    duties: tuple[Task | Responsibility, ...] = (*case.plan.tasks, *case.plan.responsibilities)
    work = ((duty, duty.text, duty.deadline or "") for duty in duties)
    for item, name, raw in (*goals, *work):
        if len(_LETTERS.findall(name)) < _SHORTEST:
            continue
        spans = [s for s in (_value_span(place, raw) for place in item.evidence) if s is not None]
        words = [word for span in spans for word in _doubtful(case, span)]
        if words:
            read = " ".join(case.document.text[w.span.start : w.span.end] for w in words)
            yield Found({"name": short(name), "read": read}, [item.id], case.evidence(*spans))


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
            "Two readings of the scan disagree on the value or deadline, or the reader's confidence is below 0.6.",
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
