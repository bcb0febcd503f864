"""Numbers of headings and points that should follow each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document import Span
from pipeline.lexicon import romans
from pipeline.lexicon.numbering import EXTRA_LETTERS, LETTERS
from pipeline.outline import Block
from pipeline.plan import Evidence, Item
from pipeline.validate.findings import counts
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import short

_NUMBERED = ("part", "chapter", "section", "article", "roman", "arabic", "decimal", "letter")
_LIKE_A_NUMBER = re.compile(r"[)\]}]\s*\S|\W{0,2}\S{1,4}?\s?[.)\]}»]\s*\S")
_D = {LETTERS.index("d") + 1, LETTERS.index("đ") + 1}


@dataclass(frozen=True, slots=True)
class _Step:
    """Two neighbours of one list."""

    before: Block
    after: Block
    low: int
    high: int


def _value(block: Block) -> int | None:
    label = (block.label or "").strip().rstrip(".)")
    tail = label.rsplit(".", 1)[-1].rsplit(" ", 1)[-1]
    if block.marker == "letter":
        return _letter(tail)
    if tail.isdigit():
        return int(tail)
    return romans.value(tail)


def _letter(label: str) -> int | None:
    text = label.casefold()
    order = EXTRA_LETTERS.get(text, text)
    return LETTERS.index(order) + 1 if len(order) == 1 and order in LETTERS else None


def _lists(case: Case) -> Iterator[list[tuple[Block, int]]]:
    """The numbered blocks of the body under one parent, one list for each kind of number."""
    groups: dict[tuple[int | None, str, str], list[tuple[Block, int]]] = defaultdict(list)
    for block in case.outline.zone("body"):
        if block.marker in _NUMBERED and block.role in ("heading", "item"):
            value = _value(block)
            if value is not None:
                stem = (block.label or "").rpartition(".")[0] if block.marker == "decimal" else ""
                groups[block.parent, block.marker, stem].append((block, value))
    yield from (_mended(case, group) for group in groups.values() if len(group) > 1)


def _mended(case: Case, group: list[tuple[Block, int]]) -> list[tuple[Block, int]]:
    """A scanned number between two that fit each other is a slip of the reader, and so is "d" for "đ"."""
    values = [value for _, value in group]
    for at in range(1, len(group) - 1):
        if _scanned(case, group[at][0]) and values[at + 1] == values[at - 1] + 2:
            values[at] = values[at - 1] + 1
    for at in range(1, len(group)):
        if group[at][0].marker == "letter" and _scanned(case, group[at][0]) and {values[at], values[at - 1] + 1} == _D:
            values[at] = values[at - 1] + 1
    return [(block, value) for (block, _), value in zip(group, values, strict=True)]


def _scanned(case: Case, block: Block) -> bool:
    return case.document.page_of(block.span.start).method == "ocr"


def _misread(case: Case, step: _Step) -> bool:
    """True if a scan has a line between the two that begins as a numbered one does: "S. Định dạng", "ø) Sử dụng".

    Of points and clauses the reader may have lost the marker altogether: there a new sentence on a new line will do.
    """
    if not _scanned(case, step.after):
        return False
    between = case.document.text[step.before.span.start : step.after.span.start].strip().split("\n")
    if any(_LIKE_A_NUMBER.match(line) for line in between[1:]):
        return True
    items = step.after.marker in ("letter", "arabic") and step.after.role == "item"
    return items and any(
        above.rstrip().endswith((".", ";", ":")) and line.lstrip("“\"'‘ ")[:1].isupper()
        for above, line in pairwise(between)
    )


def _steps(case: Case) -> Iterator[_Step]:
    for group in _lists(case):
        for (before, low), (after, high) in pairwise(group):
            yield _Step(before, after, low, high)


def _is_next(step: _Step) -> bool:
    if step.high == step.low + 1:
        return True
    # many writers go on from d) to e) and leave đ) out
    return step.after.marker == "letter" and (step.low, step.high) == (LETTERS.index("d") + 1, LETTERS.index("e") + 1)


def _found(case: Case, step: _Step) -> Found:
    words = {
        "before": _named(step.before),
        "after": _named(step.after),
        "number": step.after.label or "",
        "missing": _missing(step),
        "pages": _pages(case, step),
        "pages_en": _pages_en(case, step),
    }
    items = [item.id for item in _sections(case, step)]
    places = [*_head(case, step.before), *_head(case, step.after)]
    return Found(words, items, places)


def _named(block: Block) -> str:
    return (
        f"{block.label}. {short(block.text, 60)}"
        if block.marker != "letter"
        else f"{block.label}) {short(block.text, 60)}"
    )


def _missing(step: _Step) -> str:
    if step.high <= step.low + 1:
        return ""
    low, high = _like(step.before.label or "", step.low + 1), _like(step.before.label or "", step.high - 1)
    return low if low == high else f"{low} - {high}"


def _like(label: str, value: int) -> str:
    stem, _, tail = label.strip().rstrip(".)").rpartition(".")
    if tail.isdigit():
        number = str(value)
    elif romans.value(tail) is not None:
        number = romans.numeral(value)
    else:
        number = LETTERS[value - 1] if value <= len(LETTERS) else "?"
    return f"{stem}.{number}" if stem else number


def _page(case: Case, block: Block) -> int:
    return case.document.page_of(block.span.start).number


def _pages(case: Case, step: _Step) -> str:
    before, after = _page(case, step.before), _page(case, step.after)
    return f" giữa trang {before} và trang {after}; có thể thiếu trang" if after == before + 1 else ""


def _pages_en(case: Case, step: _Step) -> str:
    before, after = _page(case, step.before), _page(case, step.after)
    return f" between pages {before} and {after}; a page may be missing" if after == before + 1 else ""


def _sections(case: Case, step: _Step) -> Iterator[Item]:
    starts = {step.before.span.start, step.after.span.start}
    return (section for section in case.plan.sections if section.span[0] in starts)


def _head(case: Case, block: Block) -> list[Evidence]:
    """The first line of a block with its number."""
    text = case.document.text[block.span.start : block.span.end]
    lead = len(text) - len(text.lstrip())
    end = text.find("\n", lead)
    stop = len(text.rstrip()) if end < 0 else end
    return case.evidence(Span(block.span.start + lead, block.span.start + stop))


def repeated(case: Case) -> Iterator[Found]:
    """One number twice in a row in one list."""
    return (_found(case, step) for step in _steps(case) if step.high == step.low)


def skipped(case: Case) -> Iterator[Found]:
    """A number is left out of a list."""
    return (
        _found(case, step)
        for step in _steps(case)
        if step.high > step.low and not _is_next(step) and not _misread(case, step)
    )


def out_of_order(case: Case) -> Iterator[Found]:
    """A number is smaller than the one before it; a list that begins anew at 1 is let pass."""
    return (_found(case, step) for step in _steps(case) if 1 < step.high < step.low)


FAMILY = Family(
    "Đánh số",
    "Numbering",
    {
        "number-repeated": Rule(
            "warning",
            repeated,
            "Số thứ tự “{number}” dùng hai lần: “{before}” và “{after}”.",
            "The number “{number}” is used twice: “{before}” and “{after}”.",
            "Two headings or points of one list that follow each other carry one number.",
            "Decree 30/2020/NĐ-CP, annex I, II.6",
        ),
        "number-skipped": Rule(
            "warning",
            skipped,
            "Đánh số nhảy từ “{before}” sang “{after}”: thiếu {missing}{pages}.",
            "The numbering jumps from “{before}” to “{after}”: {missing} is left out{pages_en}.",
            "A number of a list of headings or points is left out; “d” to “e” without “đ” is let pass.",
            "Decree 30/2020/NĐ-CP, annex I, II.6",
        ),
        "number-order": Rule(
            "warning",
            out_of_order,
            "Đánh số không theo thứ tự: sau “{before}” là “{after}”.",
            "The numbering is out of order: “{after}” follows “{before}”.",
            "A number is smaller than the one before; a list that begins anew is let pass.",
            "Decree 30/2020/NĐ-CP, annex I, II.6",
        ),
        "row-number": Rule(
            "info",
            counts.rows,
            "Số thứ tự trong bảng không liên tục: sau {before} là {after} (“{name}”).",
            "The ordinals of the table do not follow: {after} (“{name}”) comes after {before}.",
            "Rows of a table whose first column is named TT or STT; they may begin anew after a group row.",
        ),
        "page-number": Rule(
            "warning",
            counts.pages,
            "Số trang nhảy từ {before} sang {after}: có thể thiếu trang.",
            "The printed page numbers jump from {before} to {after}: pages may be missing.",
            "The numbers printed in the margin jump forward, and a later page goes on from the higher one.",
        ),
    },
)
