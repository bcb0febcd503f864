"""Numbers that should follow each other: headings and points, table rows, pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document import Span
from pipeline.lexicon.numbering import EXTRA_LETTERS, LETTERS
from pipeline.outline import Block
from pipeline.plan import Annex, Evidence, Item
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import short

_NUMBERED = ("part", "chapter", "section", "article", "roman", "arabic", "decimal", "letter")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LIKE_A_NUMBER = re.compile(r"[)\]}]\s*\S|\W{0,2}\S{1,4}?\s?[.)\]}»]\s*\S")
_D = {LETTERS.index("d") + 1, LETTERS.index("đ") + 1}
_PAGE_NUMBER = re.compile(r"^\W*(\d{1,4})\W*$")


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
    return _roman(tail) if tail and set(tail) <= set(_ROMAN) else None


def _letter(label: str) -> int | None:
    text = label.casefold()
    order = EXTRA_LETTERS.get(text, text)
    return LETTERS.index(order) + 1 if len(order) == 1 and order in LETTERS else None


def _roman(label: str) -> int:
    values = [_ROMAN[letter] for letter in label]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


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
    elif set(tail) <= set(_ROMAN):
        number = _to_roman(value)
    else:
        number = LETTERS[value - 1] if value <= len(LETTERS) else "?"
    return f"{stem}.{number}" if stem else number


def _to_roman(value: int) -> str:
    text = ""
    for number, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            text, value = text + letters, value - number
    return text


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


def rows(case: Case) -> Iterator[Found]:
    """Ordinals of table rows that do not follow each other; they may begin anew after a row of another kind."""
    for annex in case.plan.annexes:
        if not annex.columns or not re.fullmatch(r"(?:s?tt|số tt|số thứ tự|tt\.?)", annex.columns[0].strip(), re.I):
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
            rows,
            "Số thứ tự trong bảng không liên tục: sau {before} là {after} (“{name}”).",
            "The ordinals of the table do not follow: {after} (“{name}”) comes after {before}.",
            "Rows of a table whose first column is named TT or STT; they may begin anew after a group row.",
        ),
        "page-number": Rule(
            "warning",
            pages,
            "Số trang nhảy từ {before} sang {after}: có thể thiếu trang.",
            "The printed page numbers jump from {before} to {after}: pages may be missing.",
            "The numbers printed in the margin jump forward, and a later page goes on from the higher one.",
        ),
    },
)
