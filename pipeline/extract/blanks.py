"""Halves of letterhead and closing block that are set apart by blanks or tabs alone, in text and Word files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Region
from pipeline.lexicon.fold import fold

_NATION = re.compile(r"cong hoa xa hoi chu nghia|doc lap ?[-–—.] ?tu do|dang cong san viet nam")
_DATE = re.compile(r"\bngay.{0,12}\bthang.{0,12}\bnam\b")
_RECIPIENTS = re.compile(r"^\W*noi (?:nhan|gui)\b")
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,})(?=\S)")
_TAB = 8
"""Blanks that a tab stands for."""
_HEAD, _FOOT = 9, 30
"""Lines that a letterhead or a closing block has at most."""
_FAR = 24
"""Blanks before a line from which it stands in the right half."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or half of one: which line it comes from, its words, where it stands."""

    line: int
    text: str
    region: Region = "body"


def halves(lines: Sequence[str]) -> list[Piece]:
    """The lines in reading order, letterhead and closing block as left half, then right half.

    Lines that stand nowhere beside another come back as they are, in the region "body".
    """
    pieces: list[Piece] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if end == at:
            pieces.append(Piece(at, lines[at]))
            at += 1
            continue
        parts = [part for number in range(at, end) for part in _parts(number, lines[number])]
        pieces.extend(part for part in parts if part.region == "left")
        pieces.extend(part for part in parts if part.region == "right")
        at = end
    return pieces


def _end(lines: Sequence[str], at: int) -> int:
    """End of the block of two halves that begins at line ``at``; ``at`` if none does."""
    if len(_parts(at, lines[at])) < 2:
        return at
    text = fold(lines[at])
    if _NATION.search(text):
        return _end_of_head(lines, at)
    if _RECIPIENTS.match(text):
        return _end_of_foot(lines, at)
    return at


def _end_of_head(lines: Sequence[str], at: int) -> int:
    """Down to the date, or to the last line with something of the nation's name."""
    end = at + 1
    for number in range(at + 1, min(at + _HEAD, len(lines))):
        text = fold(lines[number])
        if _DATE.search(text):
            return number + 1
        if _NATION.search(text):
            end = number + 1
    return end


def _end_of_foot(lines: Sequence[str], at: int) -> int:
    """As long as lines stand in two halves, on the right alone, or go on with the list of recipients."""
    end = at + 1
    for number in range(at + 1, min(at + _FOOT, len(lines))):
        parts = _parts(number, lines[number])
        if not parts:
            continue
        listed = parts[0].text.lstrip().startswith(("-", "–", "+"))
        if len(parts) < 2 and parts[0].region == "left" and not listed:
            break
        end = number + 1
    return end


def _parts(number: int, line: str) -> list[Piece]:
    """The halves of one line, cut at its widest gap."""
    text = line.strip()
    if not text:
        return []
    gap = max(_GAP.finditer(text), key=lambda m: _width(m[0]), default=None)
    if gap is not None:
        return [Piece(number, text[: gap.start()], "left"), Piece(number, text[gap.end() :], "right")]
    before = _width(line[: len(line) - len(line.lstrip())])
    return [Piece(number, text, "right" if before >= _FAR else "left")]


def _width(blanks: str) -> int:
    return sum(_TAB if c == "\t" else 1 for c in blanks)
