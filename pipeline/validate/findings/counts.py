"""Ordinals of table rows and numbers of pages that should follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.document import Span
from pipeline.lexicon.columns import is_ordinal_title
from pipeline.plan import Annex
from pipeline.validate.findings.model import Case, Found
from pipeline.validate.findings.wording import short

_PAGE_NUMBER = re.compile(r"^\W*(\d{1,4})\W*$")


def rows(case: Case) -> Iterator[Found]:
    """Ordinals of table rows that do not follow each other; they may begin anew after a row of another kind."""
    for annex in case.plan.annexes:
        if not annex.columns or not is_ordinal_title(annex.columns[0]):
            continue
        for run in _runs(annex):
            numbers = [number for number, _ in run]
            for at, (before, after) in enumerate(pairwise(run), start=1):
                if after[0] in (before[0] + 1, 1):
                    continue
                # in a scan one number that does not fit may be misread; two that go on from it are printed
                goes_on = at + 1 < len(run) and numbers[at + 1] == after[0] + 1
                came = at < 2 or numbers[at - 2] == before[0] - 1
                if case.from_text or (goes_on and came and not str(after[0]).startswith(str(before[0]))):
                    yield _row(annex, before, after)


def _runs(annex: Annex) -> Iterator[list[tuple[int, int]]]:
    """Ordinals with their rows, a new run after each group row ("A", "II", a row without an ordinal of this kind)."""
    run: list[tuple[int, int]] = []
    for at, row in enumerate(annex.rows):
        ordinal = row[0].strip().rstrip(".)")
        if ordinal.isdigit():
            run.append((int(ordinal), at))
        elif ordinal and ordinal not in "-+*•–" and not re.fullmatch(r"\d+(?:\.\d+)+|[a-zđ]", ordinal):
            yield run
            run = []
    yield run


def _row(annex: Annex, before: tuple[int, int], after: tuple[int, int]) -> Found:
    words = {"before": str(before[0]), "after": str(after[0]), "name": short(" ".join(annex.rows[after[1]][1:2]), 60)}
    cells = [c for c in annex.cells if c.column == 0 and c.row in (before[1], after[1])]
    return Found(words, [annex.id], [place for cell in cells for place in cell.evidence])


def pages(case: Case) -> Iterator[Found]:
    """Printed page numbers jump between two neighbouring pages, and go on from there."""
    printed = _printed(case)
    for (before, low, _), (after, high, span) in pairwise(printed):
        gap = high - low - (after - before)
        goes_on = any(number - high == page - after for page, number, _ in printed if page > after)
        came = before == printed[0][0] or any(low - n == before - page for page, n, _ in printed if page < before)
        if gap > 0 and goes_on and came:
            words = {"before": str(low), "after": str(high), "page": str(after)}
            yield Found(words, [], case.evidence(span))


def _printed(case: Case) -> Sequence[tuple[int, int, Span]]:
    found = []
    for line in case.document.lines:
        if line.region in ("header", "footer"):
            hit = _PAGE_NUMBER.match(case.document.text[line.span.start : line.span.end])
            if hit:
                found.append((line.page, int(hit.group(1)), line.span))
    return found
