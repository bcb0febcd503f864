"""Text pasted from web pages: letterheads in cells with "|" or tabs between them, names broken over lines.

Where the source of a page breaks a line, the paste may too: "ỦY | BAN NHÂN DÂN", "KẾ | HOẠCH", "Điều | 1. Phê duyệt".
The cells of a letterhead come back as two halves side by side, as typed text has them (:mod:`.blanks`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.lexicon.fold import fold
from pipeline.lexicon.letterhead import AUTHORITIES, BROKEN_NAMES, DOCUMENT_KINDS, POSITIONS
from pipeline.lexicon.numbering import CAPITALS, SMALL

_TOP = 60
"""Lines from the top in which a letterhead is looked for."""
_HEIGHT, _LIST = 16, 40
"""Lines from the nation's name down to the date, marks of cells counted; lines of a list of recipients at most."""
_GAP, _FAR = " " * 8, " " * 40
"""Blanks between the halves, and before a line that stands in the right half alone."""

_NATION = re.compile(r"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam")
_MOTTO = re.compile(r"doc\s+lap\s*[-–—.]\s*tu\s+do")
_DATED = re.compile(r"\bngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}")
_RECIPIENTS = re.compile(r"\W*noi nhan\b")
_SIGNS = rf"(?:(?:{'|'.join(AUTHORITIES)})[./]|(?:{'|'.join(POSITIONS)})\b)"
_SIGNED_BESIDE = re.compile(rf"(?P<left>[^|\t]*[^|\s])\s*[|\t]\s*(?P<right>{_SIGNS}[^|]*[^|\s]|{_SIGNS})\s*\|?\s*")
_RULE = re.compile(r"[\s*_–—-]*")
_SYMBOL = re.compile(r"so\s*[:.]")
_SYMBOL_ALONE = re.compile(r"\s*S[ốỐ]\s*:?\s*")
_NAMES = tuple(f"{name} " for name in BROKEN_NAMES)
_NAME_ALONE = re.compile(rf"\s*(?:{'|'.join({name.split()[0] for name in BROKEN_NAMES})})\s*")
_AUTHORITY_ALONE = re.compile(rf"\s*(?:{'|'.join(AUTHORITIES)})\.\s*")
_NUMERAL_ALONE = re.compile(r"\s*[IVX]+\.\s*")
_LABEL_ALONE = re.compile(r"\s*(?:Điều|Chương|Phần|Mục)\s*", re.IGNORECASE)
_SUBJECT = re.compile(r"^\s*v/v\b", re.IGNORECASE)
_WORD = re.compile(rf"\s*[{CAPITALS}][{SMALL}]+\s*")
_PLACE_AND_DAY = re.compile(
    rf"\s*(?:[{CAPITALS}][\w.]*(?:[ -]|(?=,))){{1,6}},\s*ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}\s*"
)
_KINDS = frozenset(DOCUMENT_KINDS)


def with_halves(lines: Sequence[str]) -> list[str]:
    """The lines with a pasted letterhead set as two halves, broken names put together and lone marks of cells gone."""
    return _whole(_without_marks(_signature_below(_set_apart(lines))))


def _set_apart(lines: Sequence[str]) -> list[str]:
    """The lines with the cells of the letterhead as its left and right half."""
    for at in range(min(len(lines), _TOP)):
        near = fold(" ".join(lines[at : at + 3]))
        found = _NATION.search(near)
        if found and found.start() < max(len(fold(lines[at])), 1):
            start, end = _start(lines, at), _end(lines, at)
            cells = _cells(lines[start:end], lines[at:end]) if end else []
            return [*lines[:start], *_rows(cells), *lines[end:]] if cells else list(lines)
    return list(lines)


def _cells(lines: Sequence[str], nation: Sequence[str]) -> list[str]:
    """The cells of a letterhead, none if it has no marks; ``nation`` are its lines from the nation's name on.

    Browsers put a tab between cells, and the lines of one cell below each other: the motto has no tab before it.
    """
    text = "\n".join(lines)
    if "|" in text:
        return text.split("|")
    motto = next((line for line in nation if _MOTTO.search(fold(line))), "\t")
    if "\t" not in nation[0] or "\t" in motto:
        return []
    return re.split(r"\t|\n(?=Số\s*[:.])", text)


def _start(lines: Sequence[str], at: int) -> int:
    """First line of the letterhead with the nation's name at ``at``: the lines in capitals above it."""
    first = at
    if at and _is_mark(lines[at - 1]):
        at -= 1
    while lines[first].startswith("\t") and at and not lines[at - 1].strip():
        at -= 1
    while at and (lines[at - 1].isupper() or (lines[at - 1].strip() and _RULE.fullmatch(lines[at - 1]))):
        at -= 1
    return at


def _end(lines: Sequence[str], at: int) -> int | None:
    """Line after the date; None if there is none near."""
    for end in range(at + 1, min(at + _HEIGHT, len(lines)) + 1):
        if _DATED.search(fold(" ".join(lines[at:end]))):
            return end
    return None


def _rows(cells: Sequence[str]) -> list[str]:
    """The halves side by side, the date in the last row."""
    left: list[str] = []
    right: list[str] = []
    for cell in cells:
        parts = [line.strip() for line in cell.splitlines() if line.strip() and not _RULE.fullmatch(line)]
        joined = " ".join(parts)
        words = fold(joined)
        motto = _MOTTO.search(words)
        if _DATED.search(words) or _NATION.search(words) or motto:
            cut = motto.start() if motto else 0
            right.extend(part.strip() for part in (joined[:cut], joined[cut:]) if part.strip())
        elif _SYMBOL.match(words):
            left.extend(_number_and_subject(parts))
        else:
            left.extend(_whole(parts))
    right[-1:-1] = [""] * (len(left) - len(right))
    return [
        f"{one}{_GAP}{other}".rstrip() if one else _FAR + other for one, other in zip_longest(left, right, fillvalue="")
    ]


def _number_and_subject(parts: Sequence[str]) -> list[str]:
    """ "Số:", "12/KH-UBND" in one line, "V/v ..." in lines of its own."""
    subject = next((n for n, part in enumerate(parts) if _SUBJECT.match(part)), len(parts))
    return [" ".join(parts[:subject]), *parts[subject:]]


def _signature_below(lines: Sequence[str]) -> list[str]:
    """The lines with a signature on a line of its own that stands in the cell behind the recipients.

    "Nơi nhận:" stands alone there; where it has a half beside it, the lines are two columns.
    """
    found: list[str] = []
    head: int | None = None
    for at, line in enumerate(lines):
        if _RECIPIENTS.match(fold(line)):
            head = None if re.search(r"[|\t]|\s{3}", line.strip()) else at
        beside = _SIGNED_BESIDE.fullmatch(line) if head is not None and at - head < _LIST else None
        if beside:
            found.extend((beside["left"], beside["right"]))
            head = None
        else:
            found.append(line)
    return found


def _without_marks(lines: Sequence[str]) -> list[str]:
    """Lines that hold nothing but marks of cells are blank; a mark behind the only cell of a line goes."""
    found: list[str] = []
    for at, line in enumerate(lines):
        if "|" not in line:
            found.append(line)
            continue
        cells = [cell.strip() for cell in line.split("|")]
        near = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
        if len(cells) == 2 and not cells[1]:
            line = line[: line.index("|")].rstrip()
        elif len(cells) == 3 and cells[1] and not cells[0] + cells[2] and not any("|" in other for other in near):
            line = cells[1]
        elif len(cells) <= 3 and _RECIPIENTS.match(fold(cells[0])) and cells[1] and not "".join(cells[2:]):
            line = f"{cells[0]}{_GAP}{cells[1]}"
        found.append("" if _is_mark(line) else line)
    return found


def _is_mark(line: str) -> bool:
    """True for a line that holds nothing but marks of cells."""
    return "|" in line and not line.replace("|", "").strip()


def _whole(lines: Sequence[str]) -> list[str]:
    """The lines with names put together that stand on two or three of them."""
    plain = [" ".join(line.split()) for line in lines]
    found: list[str] = []
    at = 0
    while at < len(lines):
        taken = next((n for n in (2, 3) if _is_one(plain[at : at + n])), 1)
        found.append(" ".join(plain[at : at + taken]) if taken > 1 else lines[at])
        at += taken
    return found


def _is_one(parts: Sequence[str]) -> bool:
    """True if the lines are the nation's name, a kind, a number or place and date, broken in the middle."""
    if len(parts) < 2 or not all(parts):
        return False
    joined = " ".join(parts)
    if joined[:4].upper() == "CỘNG" and _NATION.fullmatch(fold(joined)):
        return True
    if len(parts) > 2:
        return False
    if joined in _KINDS and parts[0] not in _KINDS:
        return True
    if joined.isupper() and _NAME_ALONE.fullmatch(parts[0]):
        return joined.startswith(_NAMES)
    if parts[1].isupper() and (_NUMERAL_ALONE.fullmatch(parts[0]) or _AUTHORITY_ALONE.fullmatch(parts[0])):
        return True
    if _SYMBOL_ALONE.fullmatch(parts[0]):
        return re.match(r"\s*\d+\s*[/-]", parts[1]) is not None
    if _LABEL_ALONE.fullmatch(parts[0]):
        return re.match(r"\s*(?:\d{1,3}|[IVXLC]+)\b", parts[1]) is not None
    begun = _WORD.fullmatch(parts[0]) or ("ngày" in parts[0] and not _DATED.search(fold(parts[0])))
    return bool(begun and _PLACE_AND_DAY.fullmatch(joined))
