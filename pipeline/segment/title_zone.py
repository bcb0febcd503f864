"""Where the title of a document begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.lexicon import letterhead as words
from pipeline.lexicon.words import bare, plain, starts_with
from pipeline.segment.markers import readings
from pipeline.segment.phrases import (
    is_body_name,
    is_motto,
    kind_at,
    needs_a_name,
)
from pipeline.segment.rows import Row

HEAD_LINES = 45
"""Lines from the top in which the name of the document kind is looked for."""
TITLE_LINES = 14
BODY_STYLES = ("part", "chapter", "section", "capital", "roman", "article", "arabic")
"""Markers that begin the body."""
_SUBJECT = re.compile(r"^(?:v/v|về việc|v\.v)\b", re.IGNORECASE)
_WHO_DECIDES = (*(f"{name} " for name in (*words.BODY_HEADS, *words.POSITIONS)), "CHÍNH PHỦ")
_KIND_RUN_IN = re.compile(rf"(?:{'|'.join(kind.capitalize() for kind in words.PLAN_KINDS)})\s+\S.{{12,200}}$")
_SYMBOL_LINE = re.compile(r"^(?:Số|SỐ|Só|Sô|S6)\s*[:.]?\s*\S{0,12}\s*[-–—/]")


def title_start(rows: Sequence[Row]) -> int:
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


def title_end(rows: Sequence[Row], start: int) -> int:
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
    if found and found[0].style in BODY_STYLES and not before.text.rstrip().endswith(("-", "số")):
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
