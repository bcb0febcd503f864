"""What is announced, or has to be there, and is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.lexicon.fold import fold
from pipeline.outline import Block
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import plain, short

_ANNOUNCED = re.compile(
    r"(?:phụ lục|phụ biểu|biểu(?: mẫu| chi tiết| số| phụ lục)?|danh mục|danh sách)\b[^.;()]{0,60}?"
    r"(?:kèm theo|đính kèm|gửi kèm)(?P<rest>[^.;)]{0,80})|"
    r"\(có (?:bảng|biểu|dự toán|dự trù|phụ lục)[^()]{0,60}(?:riêng|kèm theo)\)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"^\s*(?:của\s+)?(?:Nghị định|Thông tư|Quyết định|Luật|Công văn|Nghị quyết|Chỉ thị|Hướng dẫn)\b", re.I
)
_OF_THE_COMMITTEE = ("KH", "CTr", "ĐA", "PA", "BC", "NQ")
# a motto with what a reader may add to it
_LONGEST = 60
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam")
_NUMBERED = re.compile(r"Số\s*:?\s*\d+\s*[-/]\s*[A-ZĐ]{2}[^\s]*")
_BODY_OF_PEOPLE = re.compile(r"uy ban nhan dan|hoi dong nhan dan")


def announced_annex(case: Case) -> Iterator[Found]:
    """An annex is announced as attached, and the file holds none."""
    if any(block.zone == "annex" for block in case.outline.blocks):
        return
    closing = max((b.span.end for b in case.outline.blocks if b.zone == "closing"), default=None)
    if closing is not None and any(table.spans[0].start >= closing for table in case.document.tables if table.spans):
        return
    own = fold(case.plan.document.type_name or "-")
    for match, block in case.matches(_ANNOUNCED, case.outline.zone("body", "preamble")):
        rest = match.group("rest") or ""
        if _OF_ANOTHER.match(rest) and own not in fold(rest):
            continue
        yield Found({"text": short(match.group())}, [], case.at(block, match.start(), match.end()))
        return


def no_authority(case: Case) -> Iterator[Found]:
    """The deputy signs in place of the chairman, and nothing says on whose behalf."""
    header = case.plan.document
    signed = header.signature
    if signed is None or signed.authority is not None or not signed.capacity:
        return
    # letters and decisions may be signed in the chairman's own name
    if header.type not in _OF_THE_COMMITTEE:
        return
    collective = _BODY_OF_PEOPLE.search(fold(header.issuer or "")) and fold(signed.capacity).startswith("kt")
    closing = " ".join(block.text for block in case.outline.zone("closing"))
    if collective and "chu tich" in fold(signed.capacity) and not re.search(r"\bTM\b", closing):
        places = header.evidence.get("signature", []) or header.evidence.get("signature.capacity", [])
        yield Found({"capacity": signed.capacity, "issuer": header.issuer or ""}, [], places)


def second_letterhead(case: Case) -> Iterator[Found]:
    """Another document with a letterhead and a number of its own begins later in the file."""
    for block, number in case.once(_letterheads):
        words = {"number": short(number, 40), "page": str(_page(case, block.span.start))}
        yield Found(words, [], case.at(block))


def _letterheads(case: Case) -> list[tuple[Block, str]]:
    found = []
    blocks = [b for b in case.outline.blocks if b.role != "furniture"]
    for at, block in enumerate(blocks):
        if block.zone == "letterhead" or len(block.text) > _LONGEST or not _MOTTO.fullmatch(plain(block.text)):
            continue
        around = blocks[max(0, at - 4) : at + 5]
        number = next((m.group() for b in around if (m := _NUMBERED.match(b.text))), None)
        # forms in annexes carry a letterhead too, with the number left open
        if number is not None and _page(case, block.span.start) > 1:
            found.append((block, number))
    return found


def other_documents(case: Case) -> list[int]:
    """Offsets at which further documents of the file begin."""
    return [case.document.page_of(block.span.start).span.start for block, _ in case.once(_letterheads)]


def _page(case: Case, offset: int) -> int:
    return case.document.page_of(offset).number


def unread_page(case: Case) -> Iterator[Found]:
    """A page could not be read."""
    for page in case.document.pages:
        if page.error is not None:
            yield Found({"page": str(page.number), "error": short(page.error)})


def unread_attachment(case: Case) -> Iterator[Found]:
    """The file carries other files inside it, which were not opened."""
    for page in case.document.pages:
        for mark in page.marks:
            if mark.kind == "attachment":
                yield Found({"name": short(mark.text or "?")})


FAMILY = Family(
    "Thiếu",
    "Missing parts",
    {
        "annex-absent": Rule(
            "warning",
            announced_annex,
            "Văn bản nêu “{text}”, nhưng tệp không có phụ lục nào.",
            "The document announces “{text}”, but the file holds no annex.",
            "“Phụ lục kèm theo” and its like; annexes of other documents are let pass.",
        ),
        "attachment-unread": Rule(
            "info",
            unread_attachment,
            "Tệp PDF đính kèm “{name}”; nội dung tệp đính kèm không được đọc.",
            "The PDF carries the file “{name}” inside it; what that file holds was not read.",
            "Files embedded in a PDF or pinned to one of its pages.",
        ),
        "signature-authority": Rule(
            "info",
            no_authority,
            "Khối chữ ký ghi “{capacity}” mà không có “TM. {issuer}”.",
            "The signature block says “{capacity}” without “TM. {issuer}” above it.",
            "A deputy signs a plan, programme or report of a people's committee on behalf of the committee.",
            "Decree 30/2020/NĐ-CP, annex I, II.7",
        ),
        "second-document": Rule(
            "warning",
            second_letterhead,
            "Tệp chứa nhiều văn bản: từ trang {page} là văn bản khác ({number}).",
            "The file holds more than one document: another one ({number}) begins on page {page}.",
            "A letterhead with the motto and a number of its own after the first page; forms with a blank number are "
            "let pass.",
        ),
        "page-unread": Rule(
            "error",
            unread_page,
            "Trang {page} không đọc được: {error}.",
            "Page {page} could not be read: {error}.",
            "The page's words are not in the text.",
        ),
    },
)
