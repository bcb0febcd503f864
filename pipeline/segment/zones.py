"""Which lines are letterhead, title, preamble, body, closing block and annexes.

Layout after Decree 30/2020/NĐ-CP, annex I: letterhead in two halves, kind and subject in the middle, legal bases, body,
recipients on the left and signature on the right, annexes after the signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lexicon import letterhead as words
from pipeline.lexicon.words import bare, plain, starts_with
from pipeline.outline import Zone
from pipeline.segment.markers import readings
from pipeline.segment.phrases import (
    is_body_name,
    is_motto,
    is_name,
    is_position,
    is_recipients_head,
    kind_at,
    needs_a_name,
)
from pipeline.segment.rows import Row

HEAD_LINES = 45
"""Lines from the top in which the name of the document kind is looked for."""
TITLE_LINES = 14
CLOSING_LINES = 60
SIGNATURE_LINES = 25
POSITION_LENGTH = 40
"""Characters beyond which a line in capitals under a signature is the title of an annex, no position."""

_SUBJECT = re.compile(r"^(?:v/v|về việc|v\.v)\b", re.IGNORECASE)
_BODY_STYLES = ("part", "chapter", "section", "capital", "roman", "article", "arabic")
_WHO_DECIDES = (*(f"{name} " for name in (*words.BODY_HEADS, *words.POSITIONS)), "CHÍNH PHỦ")
_KIND_RUN_IN = re.compile(rf"(?:{'|'.join(kind.capitalize() for kind in words.PLAN_KINDS)})\s+\S.{{12,200}}$")
_SYMBOL_LINE = re.compile(r"^(?:Số|SỐ|Só|Sô|S6)\s*[:.]?\s*\S{0,12}\s*[-–—/]")


@dataclass(frozen=True, slots=True)
class Zoned:
    """Zone of each row; ``starts`` are the rows at which an annex begins."""

    zones: tuple[Zone, ...]
    starts: tuple[int, ...]


def zones(rows: Sequence[Row]) -> Zoned:
    """Zone of every row; furniture rows carry the zone of the row before them."""
    count = len(rows)
    title = preamble = body = closing = annex = 0
    if not _is_annex_alone(rows):
        title = _title_start(rows)
        preamble = _title_end(rows, title)
        body = _body_start(rows, preamble)
        closing = _closing_start(rows, body)
        annex = _closing_end(rows, closing)
    ends: tuple[tuple[Zone, int], ...] = (
        ("letterhead", title),
        ("title", preamble),
        ("preamble", body),
        ("body", closing),
        ("closing", annex),
        ("annex", count),
    )
    names: list[Zone] = []
    for zone, end in ends:
        names.extend([zone] * (end - len(names)))
    starts = _annex_starts(rows, annex)
    for row in rows:
        if row.furniture and row.index > 0 and (row.index < annex or not starts or row.index < starts[0]):
            names[row.index] = names[row.index - 1]
    return Zoned(tuple(names), tuple(starts))


def _is_annex_alone(rows: Sequence[Row]) -> bool:
    """True for a file that holds an annex without its document: it begins with "Phụ lục"."""
    first = next((row for row in rows if not row.furniture and row.text), None)
    found = readings(first.text) if first is not None else ()
    return bool(found) and found[0].style == "annex"


def _title_start(rows: Sequence[Row]) -> int:
    """First row of the title: the name of the kind; for letters the row after the letterhead."""
    for row in rows[:HEAD_LINES]:
        if row.furniture or row.line.region == "table":
            continue
        kind = kind_at(row.text)
        if row.line.region in ("left", "right") and kind != bare(row.text):
            continue
        if kind:
            return row.index
        if readings(row.text) and readings(row.text)[0].style in ("roman", "article"):
            break
        if starts_with(row.text, words.SURE_PREAMBLE_STARTS):
            break
    end = _letterhead_end(rows)
    return end or _title_of_a_post(rows)


def _title_of_a_post(rows: Sequence[Row]) -> int:
    """The line with kind and subject in small letters that a page shows instead of letterhead and title; 0 for none.

    "Kế hoạch đọc sách tỉnh Hà Lâm năm 2026", and below it "Thực hiện Công văn số ...".
    """
    head = [row for row in rows[:HEAD_LINES] if not row.furniture and row.text]
    for row, below in pairwise(head):
        named = row.left is None and row.open_end and _KIND_RUN_IN.match(row.text)
        if named and len(below.text) > len(row.text) and starts_with(below.text, words.PREAMBLE_STARTS):
            return row.index
    return 0


def _letterhead_end(rows: Sequence[Row]) -> int:
    """Row after the last row at the top that is part of a letterhead (documents that print no kind)."""
    last = -1
    for row in rows[:HEAD_LINES]:
        if row.furniture:
            continue
        head = row.line.region in ("left", "right") or is_motto(row.text) or _SYMBOL_LINE.match(row.text)
        if (
            head
            or (row.line.region == "table" and any(map(is_motto, row.text.split("\t"))))
            or _SUBJECT.match(row.text)
        ):
            last = row.index
        elif not row.capitals and not re.search(r"ngày\b.*\btháng\b.*\bnăm", row.text) and len(row.text) > 40:
            break
        elif re.search(r"ngày\b.*\btháng\b.*\bnăm", row.text) and len(row.text) < 60:
            last = row.index
    return last + 1


def _title_end(rows: Sequence[Row], start: int) -> int:
    """Row after the title: the kind and the lines of the subject under it."""
    if start >= len(rows) or not kind_at(rows[start].text):
        post = 0 < start < len(rows) and _title_of_a_post(rows) == start
        return start + 1 if post else _bare_title_end(rows, start)
    taken = 0
    subject = False
    for row in rows[start:]:
        if row.furniture:
            continue
        if taken and _ends_title(row, rows[row.index - 1], rows[row.index + 1 : row.index + 4], subject):
            return row.index
        taken += 1
        subject = subject or (taken > 1 and not kind_at(row.text)) or len(plain(row.text).split()) > 4
        if taken > TITLE_LINES:
            return row.index
    return len(rows)


def _bare_title_end(rows: Sequence[Row], start: int) -> int:
    """Row after the subject in capitals under a letterhead whose page leaves out the kind; ``start`` without one."""
    end = start
    while start > 0 and end < len(rows) and _is_bare_title(rows[end]):
        end += 1
    return end


def _is_bare_title(row: Row) -> bool:
    if row.left is not None or row.line.region != "body" or row.furniture or not row.capitals:
        return False
    return not _names_who_decides(row.text) and not is_motto(row.text) and not readings(row.text)


def _names_who_decides(text: str) -> bool:
    """True for a body or position at the start of a line whose marks can be trusted: not for "BÀN TỈNH HÀ LÂM"."""
    return is_body_name(text) and starts_with(text, _WHO_DECIDES)


def _ends_title(row: Row, before: Row, after: Sequence[Row], subject: bool) -> bool:
    """True if ``row`` does not belong to the title any more; ``subject`` is True once a subject line was seen."""
    if row.line.region == "table" or starts_with(row.text, words.SURE_PREAMBLE_STARTS):
        return True
    if row.text.startswith("(") or (subject and row.lower_start and (not row.blank or before.capitals)):
        return False
    found = readings(row.text)
    if found and found[0].style in _BODY_STYLES and not before.text.rstrip().endswith(("-", "số")):
        return True
    if not subject:
        return False
    if row.capitals and is_body_name(row.text) and (not before.capitals or _is_authority(row, after)):
        return not needs_a_name(before.text)
    if row.capitals and before.capitals and not row.blank and row.left is None:
        return False
    if row.left is not None and not row.centred:
        wide = abs(row.left) < 12 and (row.right or 0) < 12
        return not (row.line.bold or (wide and before.line.bold)) and not (wide and before.open_end and row.lower_start)
    if row.left is not None:
        return (
            not row.line.bold and before.line.bold and not row.capitals and starts_with(row.text, words.PREAMBLE_STARTS)
        )
    return row.blank or starts_with(row.text, words.PREAMBLE_STARTS)


def _is_authority(row: Row, after: Sequence[Row]) -> bool:
    """True for who decides, in capitals between the title and the legal bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ LÂM".

    It may take two lines: "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ LÂM | KHÓA XVIII, KỲ HỌP THỨ 24".
    """
    if row.left is not None or not _names_who_decides(row.text):
        return False
    below = next((one for one in after if not one.capitals), None)
    return below is not None and starts_with(below.text, words.SURE_PREAMBLE_STARTS)


def _body_start(rows: Sequence[Row], start: int) -> int:
    """First row with a top heading; without headings the row after the paragraph that leads over."""
    lead = None
    for row in rows[start:]:
        if row.furniture:
            continue
        if row.line.region == "table" or is_recipients_head(row.text):
            break
        first = readings(row.text)
        if any(reading.style in _BODY_STYLES and reading.value[-1:] == (1,) for reading in first):
            return row.index
        if plain(row.text).endswith(words.PREAMBLE_ENDS) and row.text.rstrip().endswith((":", ".")):
            lead = lead or row.index + 1
        if lead is not None and row.index >= lead and not _still_preamble(row):
            return lead
    if lead is not None:
        return lead
    return _after_bases(rows, start)


def _still_preamble(row: Row) -> bool:
    return starts_with(row.text, words.SURE_PREAMBLE_STARTS) or row.capitals


def _after_bases(rows: Sequence[Row], start: int) -> int:
    """Row after the legal bases where nothing leads over to the body."""
    end = start
    inside = False
    for row in rows[start:]:
        if row.furniture:
            continue
        if starts_with(row.text, words.SURE_PREAMBLE_STARTS):
            inside = True
        elif not inside and row.capitals:
            continue
        elif not inside:
            break
        end = row.index + 1
        inside = row.open_end or row.text.rstrip().endswith(";")
    return end


def _closing_start(rows: Sequence[Row], start: int) -> int:
    """First row of recipients or signature; the number of rows where there is neither."""
    for row in rows[start:]:
        if row.furniture or row.line.region == "table":
            continue
        if is_recipients_head(row.text) or is_position(row.text):
            return row.index
        if row.line.region in ("left", "right") and _signature_near(rows, row.index):
            return row.index
    return len(rows)


def _signature_near(rows: Sequence[Row], index: int) -> bool:
    page = rows[index].line.page
    near = [row for row in rows[index : index + SIGNATURE_LINES] if row.line.page == page]
    return any(is_recipients_head(row.text) or is_position(row.text) for row in near)


def _closing_end(rows: Sequence[Row], start: int) -> int:
    """Row after the last row of the closing block: recipients, position, name."""
    named = recipients = False
    signed = False
    last = start
    page = rows[start].line.page if start < len(rows) else 0
    for row in rows[start : start + CLOSING_LINES]:
        if row.furniture:
            continue
        if row.line.region == "table" or row.line.page > page + (0 if named else 1):
            break
        halves = row.line.region in ("left", "right")
        if is_recipients_head(row.text):
            recipients = True
        elif is_position(row.text):
            signed = True
        elif signed and is_name(row.text) and (not recipients or halves or not _is_recipient(row)):
            named = True
        elif not halves and _ends_closing(row, rows, named, signed, recipients):
            break
        last = row.index + 1
        page = row.line.page
    return max(last, start)


def _ends_closing(row: Row, rows: Sequence[Row], named: bool, signed: bool, recipients: bool) -> bool:
    """True if ``row`` stands after the closing block; the flags tell what was seen of it."""
    if _starts_annex(row, rows, named or (signed and not recipients)):
        return True
    if signed and row.left is None and row.capitals and len(row.text) > POSITION_LENGTH:
        return True
    return not recipients and len(row.text) > 60


def _is_recipient(row: Row) -> bool:
    return row.text.startswith(("-", "–", "—", "+"))


def _starts_annex(row: Row, rows: Sequence[Row], signed: bool) -> bool:
    """True if an annex may begin with ``row``: a heading in capitals, a letterhead, "Phụ lục"."""
    if _is_recipient(row):
        return False
    first = readings(row.text)
    if first and first[0].style in ("annex", "part", "chapter", "article"):
        return True
    if is_motto(row.text) or kind_at(row.text):
        return True
    new_page = row.index > 0 and row.line.page > rows[row.index - 1].line.page
    if new_page and row.capitals and len(row.text) > 12:
        return True
    return signed and ((row.capitals and len(row.text) > 20) or len(row.text) > 70)


def _annex_starts(rows: Sequence[Row], start: int) -> list[int]:
    """Rows at which an annex begins: the first after the closing block, and every "Phụ lục" or kind on its own."""
    found: list[int] = []
    for row in rows[start:]:
        if row.furniture or row.line.region == "table" or not row.text:
            continue
        if not found or (_annex_heading(row) and row.index - found[-1] > 3):
            found.append(row.index)
    return found


def _annex_heading(row: Row) -> bool:
    first = readings(row.text)
    if first and first[0].style == "annex":
        return len(row.text) < 60 and (row.capitals or row.centred or row.line.bold or row.blank)
    return kind_at(row.text) is not None and row.capitals and len(row.text) < 40 and (row.centred or row.blank)
