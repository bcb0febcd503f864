"""What the document says of itself, in the letterhead and again in its annexes and at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from pipeline.lexicon.fold import fold
from pipeline.outline import Block
from pipeline.plan import Evidence
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import day, short

_NUMBER = re.compile(r"số\s*:?\s*(?P<digits>\d+)\s*(?P<symbol>[/-]\s*[A-ZĐƯ][\w/ –-]*?)(?=\s+ngày|\s+của|\s*[,;).]|$)")
_DATE = re.compile(r"ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})")
_ATTACHED = re.compile(r"^\W*(?:\(?\s*(?:ban hành\s+)?kèm theo)", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"^(?P<digits>\d+)(?P<symbol>[/-].+)$")
# in small letters and without a name it can only be the document itself
_CALLED = re.compile(
    r"(?:nội dung|thực hiện)(?: của)? (?P<kind>đề án|phương án)(?=\s*(?:[.;]|$))|(?P<this>đề án|phương án|kế hoạch) này"
)
_SUBJECT = re.compile(r"\b(?:về(?:\s+việc)?|v/v)\s+(?P<subject>[^()]{12,}?)\s*[).;]*\s*$", re.IGNORECASE)
_SAME_SUBJECT = 60
"""Likeness of words (0 to 100) from which two wordings speak of one subject: titles are shortened in annexes."""
_PLANS = ("KH", "CTr", "ĐA", "PA")
_LONGEST = 250


def _references(case: Case) -> Iterator[tuple[Block, re.Match[str]]]:
    """Where annexes say which document they belong to: "(Kèm theo Kế hoạch số 12/KH-UBND ngày ...)"."""
    name = fold(case.plan.document.type_name or "")
    for block in case.outline.blocks:
        if block.zone not in ("annex", "title", "closing") or len(block.text) > _LONGEST or block.role == "table":
            continue
        if _ATTACHED.match(block.text) or (name and fold(block.text).lstrip("( ").startswith(name)):
            match = _NUMBER.search(block.text)
            if match:
                yield block, match


def _symbol(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def annex_number(case: Case) -> Iterator[Found]:
    """The annex names another number than the letterhead, under the same symbol."""
    own = _OWN_NUMBER.match(case.plan.document.number or "")
    if own is None:
        return
    for block, match in _references(case):
        same_kind = _symbol(match.group("symbol")) == _symbol(own.group("symbol"))
        if same_kind and int(match.group("digits")) != int(own.group("digits")):
            words = {"own": case.plan.document.number or "", "other": re.sub(r"\s+", "", match.group()[2:].strip(" :"))}
            places = [*case.plan.document.evidence.get("number", []), *case.at(block, match.start(), match.end())]
            yield Found(words, [], places)


def annex_date(case: Case) -> Iterator[Found]:
    """The annex names another date than the letterhead, for the same number."""
    own, issued = _OWN_NUMBER.match(case.plan.document.number or ""), case.plan.document.issued_on
    if own is None or issued is None:
        return
    for block, match in _references(case):
        stated = _DATE.search(block.text, match.end())
        if stated is None or int(match.group("digits")) != int(own.group("digits")):
            continue
        try:
            other = date(*(int(part) for part in reversed(stated.groups())))
        except ValueError:
            continue
        if other.isoformat() != issued and _symbol(match.group("symbol")) == _symbol(own.group("symbol")):
            words = {"own": day(issued), "other": day(other.isoformat())}
            places = [*case.plan.document.evidence.get("issued_on", []), *case.at(block, stated.start(), stated.end())]
            yield Found(words, [], places)


def annex_title(case: Case) -> Iterator[Found]:
    """The annex repeats the subject behind number and date, and it is another one than the letterhead's."""
    own, title = _OWN_NUMBER.match(case.plan.document.number or ""), case.plan.document.title
    if own is None or not title:
        return
    for block, match in _references(case):
        subject = _SUBJECT.search(block.text, match.end())
        if subject is None or int(match.group("digits")) != int(own.group("digits")):
            continue
        if fuzz.token_set_ratio(fold(subject["subject"]), fold(title)) < _SAME_SUBJECT:
            words = {"own": short(title), "other": short(subject["subject"])}
            places = case.plan.document.evidence.get("title", [])
            yield Found(words, [], [*places, *case.at(block, subject.start("subject"), subject.end("subject"))])


def spaced_symbol(case: Case) -> Iterator[Found]:
    """The own symbol is printed with spaces; only where the text is known to the letter."""
    raw = case.plan.document.raw.get("number", "")
    symbol = raw.partition("/")[2].strip()
    if case.from_text and symbol and re.search(r"\s", symbol):
        yield Found({"raw": short(raw), "number": case.plan.document.number or ""}, [], _number_places(case))


def _number_places(case: Case) -> list[Evidence]:
    return case.plan.document.evidence.get("number", [])


def blank_number(case: Case) -> Iterator[Found]:
    """The place for the number or the day was left empty (or filled by hand, or by a signature that is no text)."""
    header = case.plan.document
    blanks = []
    if header.number is not None and not _OWN_NUMBER.match(header.number):
        blanks.append(("số", "the number"))
    if header.issued_on is None and header.raw.get("issued_on"):
        blanks.append(("ngày ban hành", "the date"))
    if blanks:
        words = {"vi": ", ".join(vi for vi, _ in blanks), "en": ", ".join(en for _, en in blanks)}
        yield Found(words, [], [*header.evidence.get("number", []), *header.evidence.get("issued_on", [])])


def other_kind(case: Case) -> Iterator[Found]:
    """The part on organisation calls the document by another kind than its own: "nội dung của đề án" in a plan."""
    header = case.plan.document
    own = fold(header.type_name or "")
    # a decision speaks of the plan that it approves
    if not own or header.type not in _PLANS:
        return
    named = fold(f"{header.title or ''}")
    for match, block in case.matches(_CALLED, case.outline.zone("body", "closing")):
        called = fold(match.group("kind") or match.group("this"))
        if called != own and called not in named and (block.kind == "organisation" or match.group("this")):
            words = {"called": short(match.group()), "own": header.type_name or ""}
            yield Found(words, [], case.at(block, match.start(), match.end()))
            return


FAMILY = Family(
    "Số, ngày, thể thức",
    "Number, date, form",
    {
        "own-number": Rule(
            "error",
            annex_number,
            "Số văn bản ở đầu văn bản là {own}, nhưng phụ lục ghi {other}.",
            "The number of the document is {own}, but the annex says {other}.",
            "“Kèm theo Kế hoạch số ...” under an annex, with the own symbol and another number.",
        ),
        "own-date": Rule(
            "error",
            annex_date,
            "Ngày ban hành ở đầu văn bản là {own}, nhưng phụ lục ghi {other}.",
            "The date of the document is {own}, but the annex says {other}.",
            "“Kèm theo Kế hoạch số ... ngày ...” under an annex, with the own number and another date.",
        ),
        "own-title": Rule(
            "warning",
            annex_title,
            "Trích yếu ở đầu văn bản là “{own}”, nhưng phụ lục ghi “{other}”.",
            "The subject of the document is “{own}”, but the annex says “{other}”.",
            "“Kèm theo Kế hoạch số ... về ...” under an annex, with the own number and another subject.",
        ),
        "own-symbol-spaced": Rule(
            "info",
            spaced_symbol,
            "Số, ký hiệu của văn bản viết có khoảng trắng: “{raw}” (đúng thể thức: {number}).",
            "The document's symbol is printed with spaces: “{raw}” (the form is {number}).",
            "Only in texts and text layers: in a scan the spaces may be the reader's.",
            "Decree 30/2020/NĐ-CP, annex I, II.3",
        ),
        "own-kind": Rule(
            "info",
            other_kind,
            "Văn bản là {own} nhưng phần nội dung gọi là “{called}”.",
            "The document is a {own}, but its text says “{called}”.",
            "“Đề án này”, or “nội dung của đề án” without a name in the part on organisation; titles that name such a "
            "document are let pass.",
        ),
        "blank": Rule(
            "info",
            blank_number,
            "Để trống hoặc không đọc được: {vi}.",
            "Left blank, or not to be read: {en}.",
            "“Số:    /KH-UBND”, “ngày    tháng    năm”: a draft, or filled in by hand.",
        ),
    },
)
