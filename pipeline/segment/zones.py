"""Which lines are letterhead, title, preamble, body, closing block and annexes.

Layout after Decree 30/2020/NĐ-CP, annex I: letterhead in two halves, kind and subject in the middle, legal bases, body,
recipients on the left and signature on the right, annexes after the signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicon import letterhead as words
from pipeline.lexicon.words import plain, starts_with
from pipeline.outline import Zone
from pipeline.segment.markers import readings
from pipeline.segment.phrases import (
    is_motto,
    is_name,
    is_position,
    is_recipients_head,
    kind_at,
)
from pipeline.segment.rows import Row
from pipeline.segment.title_zone import BODY_STYLES, title_end, title_start

CLOSING_LINES = 60
SIGNATURE_LINES = 25
POSITION_LENGTH = 40
"""Characters beyond which a line in capitals under a signature is the title of an annex, no position."""


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
        title = title_start(rows)
        preamble = title_end(rows, title)
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


def _body_start(rows: Sequence[Row], start: int) -> int:
    """First row with a top heading; without headings the row after the paragraph that leads over."""
    lead = None
    for row in rows[start:]:
        if row.furniture:
            continue
        if row.line.region == "table" or is_recipients_head(row.text):
            break
        first = readings(row.text)
        if any(reading.style in BODY_STYLES and reading.value[-1:] == (1,) for reading in first):
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
