"""What a line begins with: "II.", "2.1.", "a)", "Điều 3.", "-", "+". Pure functions over the words of one line.

A marker can be read in more than one way ("i)" is a letter or a small Roman numeral, "H." a letter or a misread "II.");
:func:`readings` gives every way, the most plain first, and :mod:`pipeline.segment.nesting` chooses by the neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.lexicon import romans
from pipeline.lexicon.numbering import (
    ARABIC_SLIPS,
    CAPITALS,
    LETTER_SLIPS,
    LETTERS,
    NUMBERED_NAMES,
    ORDINAL_WORDS,
    ROMAN_SLIPS,
    SMALL,
    USED_LETTERS,
)
from pipeline.outline import Marker


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the marker at the head of a line.

    ``label`` is the marker as printed without its punctuation; ``value`` its ordinals ((2, 1) for "2.1", () for a
    dash); ``style`` is what markers of one series have in common ("roman", "arabic", "letter", "dash" ...),
    ``mark`` the punctuation after the label; ``end`` the offset where the words begin. ``slip`` is True where the
    reading supposes a mistake of the reader (OCR): its label is then the number meant. ``prefix`` holds a letter or
    Roman numeral in front of a decimal ("a.1", "II.2").
    """

    marker: Marker
    label: str
    value: tuple[int, ...]
    style: str
    end: int
    mark: str = ""
    slip: bool = False
    prefix: str = ""


_ORDINAL = "|".join([*ORDINAL_WORDS, *(word.upper() for word in ORDINAL_WORDS)])
_SPACE = r"[ \t\u00a0]*"
_PART = re.compile(rf"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?({_ORDINAL}|[IVXL]+|\d{{1,2}}|[A-Z])(?=$|\s*[.:\-–—(])")
_CHAPTER = re.compile(rf"(?:CHƯƠNG|Chương)\s+([IVXLÏÌÍlT]+|\d{{1,2}})(?=$|\s*[.:\-–—]|\s+[{CAPITALS}])")
_SECTION = re.compile(
    rf"(?:TIỂU MỤC|Tiểu mục|MỤC|Mục)\s+([IVXL]+|\d{{1,2}})(?=$|\s*[.:]|\s+[-–—]\s|\s+[{CAPITALS}]{{2}})"
)
_ARTICLE = re.compile(rf"(?:Điều|ĐIỀU|Ðiều|Diều|Điêu)\s*(\d{{1,3}}[a-zđ]?)(?=\s*[.:]|\s*$|\s+[-–—]\s|\s+[{CAPITALS}])")
_ANNEX = re.compile(
    r"[/\\|^ˆ'`.,~_*]{0,3}\s*(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:SỐ|số|Số)\s*:?)?"
    rf"(?:\s+([IVXLl]+|\d{{1,2}}(?:[./-]\d{{1,2}})?[A-Za-z]?|[A-Z]))?(?=$|\s*[.:]|\s+[-–—]\s|\s*\(|\s+[{CAPITALS}]{{2}})"
)
_NUMBERED = re.compile(rf"({'|'.join(NUMBERED_NAMES)})\s+(\d{{1,2}}|[IVX]+)\s*[.:]\s*(?=[{CAPITALS}“\"])")
_AFTER_NAME = re.compile(r"\s*[.:\-–—]?\s*")
_ROMAN = re.compile(rf"(?!V/v)([IVXL]+){_SPACE}([.)/:\-–—,])(?!\d){_SPACE}")
_ROMAN_BARE = re.compile(rf"([IVX]{{2,}}|I|V)[ \t]+(?=[{CAPITALS}]{{2,}}[ ,][{CAPITALS}]{{2}})")
_STROKE = re.compile(rf"[LlI1|][ \t]+(?=[{CAPITALS}]{{2,}}[ ,]+[{CAPITALS}]{{2}})")
_ROMAN_SLIP = re.compile(
    rf"['\"‘’“”`.,|]{{0,2}}([IVX{re.escape(''.join(ROMAN_SLIPS))}]{{1,5}})\s?([.)/:\-–—])\s*(?=[{CAPITALS}“\"])"
)
_ROMAN_SMALL = re.compile(rf"\(?([ivx]{{1,5}})([)./])(?!\d){_SPACE}")
_DECIMAL = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?:\s?([.)/:])(?!\d)\s*|\s?([-–—])\s+|\s+(?=[{CAPITALS}“\"(]))"
)
_PREFIXED = re.compile(
    rf"([IVX]+|[A-Za-zđĐ])[.\-](\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?:\s?([.)/:])(?!\d)\s*|\s+(?=[{CAPITALS}“\"]))"
)
_LETTER_NUMBER = re.compile(r"([a-hđ])(\d{1,2})\s?([.)/:])\s*")
_SYMBOL = r"\s?[A-ZĐ]{2}[A-Za-zĐđ]{0,6}\s?[-–—]\s?[A-ZĐ]"
_ARABIC = re.compile(
    rf"(\d{{1,3}}){_SPACE}(?:([.)/:])(?![\d.]|{_SYMBOL}){_SPACE}"
    rf"|([-–—])(?:[ \t]+(?=\D)|(?=[{CAPITALS}][^{CAPITALS}/\-])))"
)
_ARABIC_COMMA = re.compile(rf"(\d{{1,2}}),[ \t]+(?=[{CAPITALS}])")
_ARABIC_SLIP = re.compile(rf"([{re.escape(''.join(ARABIC_SLIPS))}])[.,]\s*(?=[{CAPITALS}])")
_IN_BRACKETS = re.compile(r"\((\d{1,2}|[a-zđ])\)[ \t]*")
_LETTER = re.compile(rf"([a-zđøðìí])[ ]?([.)/]){_SPACE}(?=\S)")
_CAPITAL = re.compile(rf"(?!T\s?[./]\s?(?:M|L|UQ)\b|K\s?[./]\s?T\b)([A-ZĐ])[ ]?([.)/\-–—])[ \t]*(?=[{CAPITALS}“\"])")
_DASH = re.compile(rf"[-–—−‐‑‒\uf02d](?:(?![-–—])[ \t\u00a0]*(?:[_~]\s*)?|[-–—]\s+(?=[{CAPITALS}]))(?=\S)")
_DASH_SLIP = re.compile(rf"[~_=¬»«›]\s+(?=[{CAPITALS}])")
_PLUS = re.compile(r"[+＋\uf02b][ \t\u00a0]*(?=\S)")
_BULLET = re.compile(
    rf"(?:([•●▪■□◦○·∙➢►▶▸✓✔❖♦◆➤⮚★☆\uf0b7\uf0a7\uf0fc\uf0d8\uf076\uf0a8*])[ \t\u00a0]*|(o)[ \t]+(?=[{CAPITALS}]))(?=\S)"
)

_WORD = re.compile(
    rf"(?!PH|Ph|CH|Ch|TI|Ti|M[ỤUụu]|[ĐÐD]i|ĐI|BI|Bi|MẪ|Mẫ|[IVXHTYlivxỊị]{{2,5}}\s?[.)/\-–—])[{CAPITALS}{SMALL}][{SMALL}]"
)
"""Two letters of a word that begins no name of a part: most lines of running text."""

_LONGEST_ROMAN = 89


def roman(text: str) -> int | None:
    """Value of a well-formed Roman numeral up to 89 ("XIV" is 14); None for anything else."""
    value = romans.value(text)
    return value if value is not None and value <= _LONGEST_ROMAN else None


def ordinal(text: str) -> int:
    """Value of an ordinal in words, Roman, Arabic or a letter ("nhất", "II", "3", "3a", "B"); 0 if it is none."""
    lower = text.lower()
    if lower in ORDINAL_WORDS:
        return ORDINAL_WORDS[lower]
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return roman(text) or meant_roman(text) or LETTERS.find(lower) + 1


Reader = Callable[[str], Iterator[Reading]]


def _named(pattern: re.Pattern[str], marker: Marker) -> Reader:
    def read(line: str) -> Iterator[Reading]:
        found = pattern.match(line)
        if not found:
            return
        after = _AFTER_NAME.match(line, found.end())
        end = after.end() if after else found.end()
        number = found.group(1)
        value = (ordinal(number),) if number else ()
        label = " ".join(found.group().split()).lstrip("/\\|^ˆ'`.,~_* ")
        yield Reading(marker, label, value, marker, end)

    return read


def _numbered_names(line: str) -> Iterator[Reading]:
    found = _NUMBERED.match(line)
    if found:
        label = f"{found.group(1)} {found.group(2)}"
        value = (ordinal(found.group(2)),)
        yield Reading("section", label, value, f"named {found.group(1).lower()}", found.end())


def _romans(line: str) -> Iterator[Reading]:
    found = _ROMAN.match(line)
    value = roman(found.group(1)) if found else None
    if found and value:
        yield Reading("roman", found.group(1), (value,), "roman", found.end(), found.group(2))
        return
    bare = _ROMAN_BARE.match(line)
    value = roman(bare.group(1)) if bare else None
    if bare and value:
        yield Reading("roman", bare.group(1), (value,), "roman", bare.end(), "", slip=True)
        return
    stroke = _STROKE.match(line)
    if stroke and line[stroke.end() :].isupper():
        yield Reading("roman", "I", (1,), "roman", stroke.end(), "", slip=True)
        return
    slip = _ROMAN_SLIP.match(line)
    value = meant_roman(slip.group(1)) if slip else None
    if slip and value and _can_be_misread(slip, line):
        yield Reading("roman", romans.numeral(value), (value,), "roman", slip.end(), slip.group(2), slip=True)


def _can_be_misread(slip: re.Match[str], line: str) -> bool:
    """Titles in capitals vouch for a misread numeral; without them it must be long enough or "H."."""
    if line[slip.end() :].isupper():
        return True
    return slip.group(2) in ".)/" and (len(slip.group(1)) > 1 or slip.group(1) == "H")


def meant_roman(text: str) -> int | None:
    """Value of a Roman numeral as readers misread it ("HI" is 3, "1V" is 4); None if it can be none.

    >>> meant_roman("TII")
    3
    """
    return roman("".join(ROMAN_SLIPS.get(c, c) for c in text))


def _small_romans(line: str) -> Iterator[Reading]:
    found = _ROMAN_SMALL.match(line)
    value = roman(found.group(1).upper()) if found else None
    if found and value:
        yield Reading("roman", found.group(1), (value,), "small_roman", found.end(), found.group(2))


def _decimals(line: str) -> Iterator[Reading]:
    found = _DECIMAL.match(line)
    if found:
        value = tuple(int(part) for part in found.group(1).split("."))
        yield Reading("decimal", found.group(1), value, "decimal", found.end(), found.group(2) or found.group(3) or "")
        return
    found = _PREFIXED.match(line)
    if found and (len(found.group(1)) == 1 or roman(found.group(1))):
        first = ordinal(found.group(1))
        value = (first, *(int(part) for part in found.group(2).split(".")))
        label = line[: found.end(2)]
        yield Reading("decimal", label, value, "decimal", found.end(), found.group(3) or "", prefix=found.group(1))
        return
    found = _LETTER_NUMBER.match(line)
    if found:
        value = (ordinal(found.group(1)), int(found.group(2)))
        label = found.group(1) + found.group(2)
        yield Reading("decimal", label, value, "decimal", found.end(), found.group(3), prefix=found.group(1))


def _arabics(line: str) -> Iterator[Reading]:
    found = _ARABIC.match(line)
    if found:
        mark = found.group(2) or "-"
        yield Reading("arabic", found.group(1), (int(found.group(1)),), "arabic", found.end(), mark)
        return
    found = _ARABIC_COMMA.match(line)
    if found:
        yield Reading("arabic", found.group(1), (int(found.group(1)),), "arabic", found.end(), ".", slip=True)
        return
    found = _ARABIC_SLIP.match(line)
    if found:
        value = ARABIC_SLIPS[found.group(1)]
        yield Reading("arabic", str(value), (value,), "arabic", found.end(), ".", slip=True)


def _brackets(line: str) -> Iterator[Reading]:
    found = _IN_BRACKETS.match(line)
    if not found:
        return
    label = found.group(1)
    if label.isdigit():
        yield Reading("arabic", label, (int(label),), "bracket_arabic", found.end(), "()")
    else:
        yield Reading("letter", label, (letter_value(label),), "bracket_letter", found.end(), "()")


def letter_value(letter: str) -> int:
    """Place of a letter in a list of points, from 1; letters outside the alphabet take the place before the next."""
    return LETTERS.find(letter.lower()) + 1


def _letters(line: str) -> Iterator[Reading]:
    found = _LETTER.match(line)
    if found:
        label = found.group(1) if found.group(1) in USED_LETTERS else LETTER_SLIPS[found.group(1)]
        slip = label != found.group(1)
        yield Reading("letter", label, (letter_value(label),), "letter", found.end(), found.group(2), slip)
    found = _CAPITAL.match(line)
    if found and found.group(1) not in "VXW":
        label = found.group(1)
        yield Reading("letter", label, (letter_value(label),), "capital", found.end(), found.group(2))


def _signs(line: str) -> Iterator[Reading]:
    found = _DASH.match(line)
    if found:
        yield Reading("dash", "-", (), "dash", found.end())
        return
    found = _DASH_SLIP.match(line)
    if found:
        yield Reading("dash", "-", (), "dash", found.end(), slip=True)
        return
    found = _PLUS.match(line)
    if found:
        yield Reading("plus", "+", (), "plus", found.end())
        return
    found = _BULLET.match(line)
    if found:
        sign = found.group(1) or found.group(2)
        yield Reading("bullet", sign, (), f"bullet {sign}", found.end())


_NAMES = (
    _named(_PART, "part"),
    _named(_CHAPTER, "chapter"),
    _named(_SECTION, "section"),
    _named(_ARTICLE, "article"),
    _named(_ANNEX, "annex"),
)


def _readers(first: str) -> tuple[Reader, ...]:
    """The readers that can find a marker beginning with the character ``first``."""
    if first.isdigit():
        return (_decimals, _arabics, _romans)
    if first == "(":
        return (_brackets, _small_romans)
    if first.isupper():
        return (*_NAMES, _numbered_names, _decimals, _arabics, _letters, _romans)
    if first.isalpha():
        return (_signs, _decimals, _arabics, _letters, _romans, _small_romans)
    return (_signs, _arabics, _romans, _NAMES[-1])


_HEADS = frozenset("PCTMĐÐDBIVXLHYAEFGKNOQRSUJWZÌÍỈỊ")
"""Capital letters that a marker may begin with."""


@lru_cache(maxsize=8192)
def readings(line: str) -> tuple[Reading, ...]:
    """Every way to read the marker that ``line`` begins with; () where it begins with none.

    Examples: "2.1. Tiếp tục" -> decimal (2, 1); "i) Xây dựng" -> letter and small Roman; "1.310 lao động" -> ().
    """
    head = line.lstrip()
    if not head or (head[0].isupper() and head[0] not in _HEADS) or (_WORD.match(head) and not _NUMBERED.match(head)):
        return ()
    skipped = len(line) - len(head)
    found = [reading for reader in _readers(head[0]) for reading in reader(head)]
    if skipped:
        return tuple(replace(reading, end=reading.end + skipped) for reading in found)
    return tuple(found)


def with_misreadings(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings of a line of a scan, and what its marker may be if the reader took one sign for another.

    "e)" may be "c)", "1)" may be "i)" or "l)", "II." may be "III." with a stroke lost.
    """
    return (*found, *(other for reading in found if not reading.slip for other in _misread(reading)))


def _misread(reading: Reading) -> Iterator[Reading]:
    if reading.style == "letter" and reading.label in LETTER_SLIPS:
        meant = LETTER_SLIPS[reading.label]
        yield replace(reading, label=meant, value=(letter_value(meant),), slip=True)
    elif reading.style == "arabic" and reading.label == "1" and reading.mark == ")":
        for meant in "il":
            values = {"marker": "letter", "style": "letter", "label": meant, "value": (letter_value(meant),)}
            yield replace(reading, slip=True, **values)  # type: ignore[arg-type]  # a mapping of field names
    elif reading.style == "roman" and reading.label.isupper():
        for meant in (reading.label + "I", reading.label.removesuffix("I")):
            value = roman(meant)
            if value and meant != reading.label:
                yield replace(reading, label=meant, value=(value,), slip=True)
