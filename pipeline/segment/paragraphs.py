"""Lines -> printed paragraphs: wrapped lines and the halves of a paragraph cut by a page break are joined.

With geometry a line goes on with the paragraph above if that line was full and this one is not indented; in text files
blank lines, the end of the sentence and small first letters decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicon.syllables import is_syllable
from pipeline.outline import Zone
from pipeline.segment.markers import Reading, readings
from pipeline.segment.phrases import is_motto, is_position, is_recipients_head, kind_at, says_attached
from pipeline.segment.rows import INDENT, Row
from pipeline.segment.text_layout import Layout, layout_of

_CITING_END = re.compile(
    r"(?:\b(?:số|khoản|điểm|điều|mục|phần|chương|phụ lục|biểu|ngày|tháng|năm|quý"
    r"|từ|đến|và|hoặc|của|các|khoá|khóa|tại|theo|với)|[,(/\-–])$",
    re.IGNORECASE,
)
_NO_LAST_WORD = re.compile(r"\b(?:của|và|các|những|do|bởi|tại|với|theo|từ|hoặc)$")
"""Words that no paragraph ends with, whatever blank lines follow."""
_NAME_BEGUN = re.compile(r"\b(?:Sở|Bộ|Cục|Vụ|Ủy|Chánh|Giám đốc|(?:Bộ|Cục|Vụ) trưởng|Thủ tướng)$|^(?:Căn cứ|Xét|Theo)$")
"""Words at the end of a broken line that the name on the next line belongs to."""
_NUMBER_NEAR_END = re.compile(r"\d\S*(?:\s+\S+){0,2}$")
_SURE_STYLES = ("part", "chapter", "article", "annex")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows [first, last] that make one printed paragraph (furniture rows inside included).

    ``rows`` are the rows with words; ``readings`` the ways to read its marker (empty: no marker); ``reject`` the price
    of taking the marker for running text, None where it is sure; ``table`` the index of a table.
    """

    rows: tuple[Row, ...]
    zone: Zone
    readings: tuple[Reading, ...] = ()
    reject: int | None = None
    table: int | None = None
    furniture: bool = False

    def with_rows(self, rows: Sequence[Row]) -> Paragraph:
        """This paragraph going on with more rows."""
        return Paragraph((*self.rows, *rows), self.zone, self.readings, self.reject, self.table, self.furniture)

    @property
    def first(self) -> Row:
        """Its first row."""
        return self.rows[0]

    @property
    def text(self) -> str:
        """Its words in one line, marker included."""
        return " ".join(row.text for row in self.rows)

    @property
    def bold(self) -> bool:
        """True if all its lines are bold."""
        return all(row.line.bold for row in self.rows)


def paragraphs(rows: Sequence[Row], zones: Sequence[Zone], starts: Sequence[int]) -> list[Paragraph]:
    """All rows grouped into paragraphs, tables and furniture, in order."""
    layout = layout_of(rows)
    breaks = set(starts)
    found: list[Paragraph] = []
    aside: list[Row] = []
    for row, zone in zip(rows, zones, strict=True):
        if row.furniture:
            aside.append(row)
            continue
        last = found[-1] if found else None
        if last and row.index not in breaks and zone == last.zone and _belongs(last, row, zone, layout):
            found[-1] = last.with_rows((row,))
        else:
            found.extend(_furniture(aside, zone))
            found.append(_begin(row, zone, last, layout))
        aside = []
    found.extend(_furniture(aside, zones[-1] if zones else "body"))
    return found


def _furniture(aside: Sequence[Row], zone: Zone) -> list[Paragraph]:
    return [Paragraph((row,), zone, furniture=True) for row in aside]


def _begin(row: Row, zone: Zone, last: Paragraph | None, layout: Layout) -> Paragraph:
    if row.line.region == "table":
        return Paragraph((row,), zone, table=row.line.table)
    if zone not in ("body", "annex", "closing", "preamble"):
        return Paragraph((row,), zone)
    found = readings(row.text)
    if zone in ("closing", "preamble") and (is_position(row.text) or (found and found[0].style in _SURE_STYLES)):
        found = ()
    reject = None
    if found and found[0].style not in ("dash", "plus"):
        reject = 18 if found[0].mark == "." and found[0].style in ("letter", "small_roman") else 45
    if (
        found
        and last is not None
        and last.table is None
        and not last.furniture
        and _flows_on(last.rows[-1], row, layout)
    ):
        reject = 2
    return Paragraph((row,), zone, found, reject)


def _belongs(last: Paragraph, row: Row, zone: Zone, layout: Layout) -> bool:
    """True if ``row`` goes on with the paragraph ``last``."""
    before = last.rows[-1]
    if row.line.region == "table" or last.table is not None:
        return row.line.region == "table" and last.table == row.line.table
    if last.furniture or not row.text or row.line.region != before.line.region:
        return False
    if zone == "letterhead":
        return False
    if zone == "title":
        return _same_title_part(last, row)
    if zone == "closing":
        return _same_closing_part(last, row)
    found = readings(row.text)
    if found:
        return _marker_is_wrapped_text(before, row, found, layout)
    return _goes_on(last, row, layout)


def _same_title_part(last: Paragraph, row: Row) -> bool:
    if last.rows[-1] is last.first and kind_at(last.first.text):
        return row.capitals and last.first.capitals and not row.blank and row.left is None
    ruled = not any(map(str.isalnum, row.text)) or not any(map(str.isalnum, last.rows[-1].text))
    return not ruled and not row.text.startswith("(") and not readings(row.text)


def _same_closing_part(last: Paragraph, row: Row) -> bool:
    """Recipients that run over lines belong together; every line of the signature stands alone."""
    before = last.rows[-1]
    if before.text.endswith(",") and last.readings and not readings(row.text):
        return True
    if readings(row.text) or is_position(row.text) or is_recipients_head(row.text):
        return False
    if not last.readings or (before.text.rstrip().endswith((";", ".", ":")) and not row.lower_start):
        return False
    return not row.blank and (row.lower_start or not row.capitals)


def _marker_is_wrapped_text(before: Row, row: Row, found: Sequence[Reading], layout: Layout) -> bool:
    """True if what looks like a marker is surely a word of the running paragraph ("... chính trị / - xã hội")."""
    first = found[0]
    if first.style in _SURE_STYLES and not _CITING_END.search(before.text):
        return False
    if not before.open_end:
        return False
    rest = row.text[first.end :].lstrip('"“(')
    # "từ 40 | - 50%" goes on, "2.3. Dịch vụ cơ bản | - 100% hộ nghèo ..." does not
    ranges = rest[:1].isdigit() and _NUMBER_NEAR_END.search(before.text) is not None
    small = bool(rest) and (rest[0].islower() or ranges)
    if row.left is None:
        return small and not row.blank and bool(first.style != "letter")
    full = not before.room_for(row)
    at_margin = row.left <= INDENT and layout.indented
    return full and at_margin and (small or bool(_CITING_END.search(before.text)))


def _flows_on(before: Row, row: Row, layout: Layout) -> bool:
    """True if the line before was full and broken off, so that a marker here may be a number of the sentence."""
    if not before.open_end or before.capitals:
        return False
    if row.left is None:
        return not row.blank and bool(_CITING_END.search(before.text))
    return not before.room_for(row) and (not layout.indented or row.left <= INDENT)


def _goes_on(last: Paragraph, row: Row, layout: Layout) -> bool:
    """True if an unmarked line continues the paragraph above."""
    before = last.rows[-1]
    if row.left is None or before.right is None:
        return _goes_on_in_text(last, row, layout)
    if row.text.startswith("(") and says_attached(row.text):
        return False
    if before.capitals and row.capitals and not is_motto(row.text) and not _far_below(before, row, layout):
        return before.open_end and not kind_at(before.text)
    broken = before.open_end and row.lower_start
    if before.line.bold and not row.line.bold and not broken:
        return False
    if row.line.bold and not before.line.bold and not broken and (not before.open_end or row.left > INDENT):
        return False
    if before.capitals != row.capitals and not broken and (before.capitals and before.line.region == "body"):
        return False
    if last.zone == "annex" and before.capitals and row.capitals:
        return before.line.bold == row.line.bold and not kind_at(before.text) and not is_motto(row.text)
    if row.centred and not before.centred:
        return broken
    if before.centred and row.centred:
        return before.capitals == row.capitals and before.open_end
    if before.room_for(row):
        return broken and not _indented_more(last, row, layout)
    if _far_below(before, row, layout):
        return broken
    if row.left <= INDENT or not _indented_more(last, row, layout):
        return layout.indented or before.open_end or row.lower_start or not _is_block(before, row, layout)
    return broken


def _is_block(before: Row, row: Row, layout: Layout) -> bool:
    """True where paragraphs are set apart by space only and the space here is that of a new one."""
    return not layout.indented and _far_below(before, row, layout)


def _indented_more(last: Paragraph, row: Row, layout: Layout) -> bool:
    """True if ``row`` starts as far right as a first line does: further than the wrapped lines of its paragraph."""
    if row.left is None or row.left <= INDENT:
        return False
    if layout.flush and layout.indented and not row.lower_start:
        return True
    if len(last.rows) > 1:
        usual = last.rows[-1].left
        return usual is None or row.left > usual + INDENT / 2
    first = last.first.left or 0.0
    if last.readings:
        return (row.left < first - 2 and first - row.left < INDENT / 3) or row.left > first + 40
    return (abs(row.left - first) <= INDENT / 2 and not row.lower_start) or row.left > first + INDENT


def _far_below(before: Row, row: Row, layout: Layout) -> bool:
    if layout.gap is None or before.line.bbox is None or row.line.bbox is None or before.line.page != row.line.page:
        return False
    height = row.line.bbox.bottom - row.line.bbox.top
    return row.line.bbox.top - before.line.bbox.bottom > layout.gap + 0.6 * height


def _goes_on_in_text(last: Paragraph, row: Row, layout: Layout) -> bool:
    before = last.rows[-1]
    if before.capitals and not row.capitals:
        return False
    if before.open_end and row.lower_start:
        return not (row.blank and before.text.endswith(":"))
    if _NO_LAST_WORD.search(before.text):
        return True
    if row.blank:
        return False
    if layout.wrap is None:
        return False
    if row.lower_start and row.text.startswith("(") and not says_attached(row.text):
        return True
    if layout.broken and before.open_end and _breaks_off(last, row):
        return True
    word = row.text.split(" ", 1)[0]
    fits = len(before.text) <= layout.wrap or before.open_end
    full = (fits and len(before.text) + 1 + len(word) > layout.wrap) or (
        before.open_end and len(before.text) > layout.wrap - 12
    )
    return full and before.capitals == row.capitals


def _breaks_off(last: Paragraph, row: Row) -> bool:
    """True if the paragraph ends in a line that is not its last: "... ngày | 08/12/2021", "I. MỤC ĐÍCH, | YÊU CẦU"."""
    before = last.rows[-1]
    if before.capitals and row.capitals:
        return bool(last.readings) or last.zone == "body"
    if row.capitals:
        # an abbreviation alone, not "QUYẾT ĐỊNH:"
        return " " not in row.text and not is_syllable(row.text.lower().strip(".,;:"))
    return bool(_CITING_END.search(before.text) or _NAME_BEGUN.search(before.text))
