"""Where a value stands on the page."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.document import BBox, Document, Flow, Span
from pipeline.plan import Evidence


def of_spans(document: Document, spans: Iterable[Span]) -> list[Evidence]:
    """One piece of evidence for each run of spans on one page; quotes are exactly the text of their span.

    Neighbouring spans with only white space between them (the lines of one paragraph) become one quote.
    """
    runs: list[tuple[int, Span]] = []
    for span in spans:
        number = document.page_of(span.start).number
        if runs:
            page, last = runs[-1]
            if page == number and not document.text[last.end : span.start].strip():
                runs[-1] = (page, Span(last.start, max(last.end, span.end)))
                continue
        runs.append((number, span))
    return [_one(document, span) for _, span in runs]


def of_flow(document: Document, flow: Flow, start: int = 0, end: int | None = None) -> list[Evidence]:
    """Evidence for ``flow.text[start:end]``."""
    return of_spans(document, flow.spans(start, end))


def _one(document: Document, span: Span) -> Evidence:
    page = document.page_of(span.start)
    words = list(document.words_in(span))
    box = BBox.union(word.bbox for word in words)
    return Evidence(
        page=None if page.method == "text" else page.number,
        bbox=None if box is None else [round(v, 1) for v in (box.x0, box.top, box.x1, box.bottom)],
        span=[span.start, span.end],
        quote=document.text[span.start : span.end],
        source=page.method,
        confidence=round(min((word.confidence for word in words), default=page.confidence), 3),
    )
