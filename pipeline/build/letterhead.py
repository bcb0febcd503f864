"""Number, date, place and issuing body from the letterhead (Decree 30/2020/NĐ-CP, annex I, II.1-II.4; Party layout)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from pipeline.document import Flow
from pipeline.lexicon.fold import fold
from pipeline.lexicon.letterhead import (
    BODY_HEADS,
    DOCUMENT_KINDS,
    KIND_OF_LETTER,
    MOTTOES,
    NATIONAL_MOTTO,
    UNFINISHED_BODIES,
)
from pipeline.lexicon.syllables import is_syllable
from pipeline.lexicon.words import bare

_BLANK = r"[\s._…·*]*"
_NUMBER = re.compile(
    r"\b(?:[Ss]ố|SỐ|[Ss]ó|[Ss]ô|[Ss]ổ|S6|Sé)\s*(?!hiệu)[:.;]?\s*(?P<value>[^,;]{0,24}?\s*(?:[/-]\s*\d{4}\s*)?[/\-–—]\s*"
    r"(?P<symbol>[A-ZĐÐ]{2}[\wĐđÀ-ỹ.&]*(?:\s?[-–—/]\s?[A-ZĐÐ0-9][\wĐđÀ-ỹ.&]*)*))"
)
_NUMBER_HEAD = re.compile(r"\b(?:[Ss]ố|SỐ|[Ss]ó|[Ss]ô|[Ss]ổ)\s*[:.;]?\s*\d*\s*$")
_BARE_NUMBER = re.compile(r"(?P<value>\d{1,6}\s*[/-]\s*(?P<symbol>[A-ZĐ][A-ZĐa-z]{0,4}\s?[/-]\s?[A-ZĐ]\S*))\s*$")
_DATE = re.compile(
    rf"(?:(?P<place>[^,:;/]{{2,50}}?)\s*[,.]\s*)?\bngày{_BLANK}(?P<day>\S{{0,4}}){_BLANK}\s*"
    rf"tháng{_BLANK}(?P<month>\S{{0,4}}){_BLANK}\s*năm{_BLANK}(?P<year>\d{{4}})?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\W*(?:V/v|V/V|Vv|Về việc)\s*[:.]?\s*", re.IGNORECASE)
_RULE = re.compile(r"^[\W_]*$")
# least length, and likeness (0..100), of a line that is taken for the motto though it is misread
_MOTTO_LENGTH, _MOTTO_LIKENESS = 16, 85
_SHORT_WORD = 2
# the state that issues these documents dates from 1945; a "2219" is misread
_YEARS = range(1945, 2101)


def _motto_pattern(motto: str) -> str:
    return r"\W*".join(map(re.escape, re.findall(r"\w+", fold(motto))))


_MOTTO = re.compile("|".join(map(_motto_pattern, MOTTOES)))
_HEADS = tuple(bare(head) + " " for head in BODY_HEADS)
_ALONE_NO_BODY = frozenset(
    ("truong", "bao", "dai", "hoi", "doan", "vien", "khoa", "ban", "phong", "bo", "so", "cuc", "vu")
)
_UNFINISHED = _ALONE_NO_BODY | {bare(name) for name in UNFINISHED_BODIES}
_SYMBOLS = {symbol.upper(): symbol for symbol in DOCUMENT_KINDS.values()}


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it was read."""

    value: str
    flow: Flow


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the top of the first page says; None where it says nothing."""

    number: Found | None = None
    symbol: str | None = None
    day: Found | None = None
    issued_on: date | None = None
    year: int | None = None
    place: Found | None = None
    issuer: tuple[Found, ...] = ()
    parent: tuple[Found, ...] = ()
    subject: tuple[Flow, ...] = ()


def read(lines: Sequence[Flow]) -> Letterhead:
    """Read the lines of a letterhead (left half first)."""
    pieces = [piece for line in _whole_numbers(lines) for piece in _split(line)]
    number = symbol = day = issued_on = year = place = None
    bodies: list[Flow] = []
    subject: list[Flow] = []
    last_was_body = False
    for piece in pieces:
        found = _NUMBER.search(piece.text) or _BARE_NUMBER.match(piece.text)
        dated = _DATE.search(piece.text)
        if found and number is None:
            number = Found(clean_number(found["value"]), piece.part(found.start("value"), found.end("value")))
            symbol = kind_of_symbol(found["symbol"], number.value)
        elif dated and day is None:
            day = Found(dated.group(), piece.part(dated.start(), dated.end()))
            issued_on = day_of(dated)
            year = int(dated["year"]) if dated["year"] and int(dated["year"]) in _YEARS else None
            if dated["place"]:
                place = Found(dated["place"].strip(" *-"), piece.part(dated.start("place"), dated.end("place")))
        elif subject or _SUBJECT.match(piece.text):
            subject.append(piece)
        elif number is None and (_is_body(piece.text) or (last_was_body and _ends_a_name(piece.text))):
            bodies.append(piece)
        last_was_body = bool(bodies) and bodies[-1] is piece
    groups = _bodies(bodies)
    return Letterhead(
        number=number,
        symbol=symbol,
        day=day,
        issued_on=issued_on,
        year=year,
        place=place,
        issuer=groups[-1] if groups else (),
        parent=tuple(found for group in groups[:-1] for found in group),
        subject=tuple(_subject(subject)),
    )


def _whole_numbers(lines: Sequence[Flow]) -> list[Flow]:
    """A number set in two pieces ("Số: 4580", "/UBND-TH") is put together again."""
    found: list[Flow] = []
    for line in lines:
        if found and _NUMBER_HEAD.search(found[-1].text) and re.match(r"\s*[/-]\s*[A-ZĐ]{2}", line.text):
            line = _joined(found.pop(), line)
        found.append(line)
    return found


def _joined(one: Flow, other: Flow) -> Flow:
    start = len(one.text) + 1
    return Flow(
        f"{one.text} {other.text}", one.pieces + other.pieces, one.starts + tuple(at + start for at in other.starts)
    )


def _split(line: Flow) -> list[Flow]:
    """A printed line may hold both halves: cut it at tabs, at the motto, between number and date."""
    text = line.text
    cuts = {0, len(text)}
    cuts.update(found.start() for found in re.finditer(r"\t", text))
    motto = _MOTTO.search(fold(text))
    if motto:
        cuts.update((motto.start(), motto.end()))
    number = _NUMBER.search(text)
    if number and _DATE.search(text, number.end()):
        cuts.add(number.end())
    elif number and _DATE.search(text, 0, number.start()):
        cuts.add(number.start())
    edges = sorted(cuts)
    parts = [line.part(low, high) for low, high in itertools.pairwise(edges)]
    return [part for part in parts if part.text and not _MOTTO.search(fold(part.text)) and not _RULE.match(part.text)]


def clean_number(raw: str) -> str:
    """A number as published: spaces closed up, dots for a blank left out ("... /KH-UBND" -> "/KH-UBND")."""
    text = re.sub(r"\s*([/\-–—])\s*", r"\1", raw.strip())
    text = re.sub(r"[–—]", "-", text)
    head, mark, _ = text.partition("/") if "/" in text else text.partition("-")
    if mark and not any(c.isalnum() for c in head):
        text = text[len(head) :]
    text = re.sub(r"^/(?=\d+/)", "", text)
    return re.sub(r"\s+", "", text).rstrip(".,;")


def is_readable(number: str) -> bool:
    """True if a number has digits where digits belong ("141/KH-UBND"), False for a blank or a scrawl."""
    return re.match(r"\d+[a-z]?[/-]", number) is not None


def own_numbers(text: str, symbol_part: str) -> list[re.Match[str]]:
    """Numbers with the symbol of this document ("/QĐ-TTg") in words such as "(Kèm theo Quyết định số 146/QĐ-TTg)"."""
    return list(re.finditer(rf"\bsố\s*:?\s*(\d+\s*{re.escape(symbol_part)})(?!\w)", text, re.IGNORECASE))


def kind_of_symbol(symbol: str, number: str) -> str:
    """Symbol of the document kind in a number: "KH" of "141/KH-UBND", "NQ" of "26-NQ/TU"; "CV" for letters."""
    first = re.split(r"[-–—/.]", symbol.strip())[0].strip().upper()
    if first in _SYMBOLS:
        return _SYMBOLS[first]
    party = re.search(r"^\d*-([A-ZĐ]+)/", number, re.IGNORECASE)
    if party and party.group(1).upper() in _SYMBOLS:
        return _SYMBOLS[party.group(1).upper()]
    return KIND_OF_LETTER


def day_of(found: re.Match[str]) -> date | None:
    """The date of a match of day, month, year; None where one is blank or impossible."""
    if not all(found[part] and found[part].isdecimal() for part in ("day", "month", "year")):
        return None
    if int(found["year"]) not in _YEARS:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _is_body(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return (len(letters) > 2 or bare(text) in _UNFINISHED) and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def _is_head_alone(name: str) -> bool:
    """True for one word that begins names of bodies and has no name behind it: "SỞ NÔNG NGHIỆP VÀ MÔI | TRƯỜNG"."""
    return " " not in name and bare(name) in _ALONE_NO_BODY


def _is_unfinished(group: Sequence[Found]) -> bool:
    """True for a line that is no body without the next: "BỘ | LAO ĐỘNG", "THƯỜNG TRỰC | HĐND TỈNH"."""
    return len(group) == 1 and bare(group[0].value) in _UNFINISHED


def _ends_a_name(text: str) -> bool:
    """True for a short last word that a narrow column put on a line of its own: "BAN CHỈ HUY PHÒNG THỦ DÂN | SỰ"."""
    word = text.strip(" ,.")
    marked = not word.isascii() and bare(word) != "so"  # what is not marked may be a speck, "SỐ" begins the number
    return len(word) <= _SHORT_WORD and word.isupper() and marked and is_syllable(word.lower())


def _begins_body(text: str) -> bool:
    return (bare(text) + " ").startswith(_HEADS)


def _bodies(lines: Iterable[Flow]) -> list[tuple[Found, ...]]:
    """Lines grouped into names of bodies: a line that begins like no body goes on with the name above.

    What begins like no body and is no words either (the remains of a line under a seal) is left out.
    """
    groups: list[list[Found]] = []
    for line in lines:
        name = re.sub(r"^[\W_]+|[^\w,]+$", "", line.text)
        if _like_a_motto(name):
            continue
        if not groups and not _begins_body(name) and not _is_words(name):
            continue
        if groups and (not _begins_body(name) or _is_head_alone(name) or _is_unfinished(groups[-1])):
            groups[-1].append(Found(name, line))
        else:
            groups.append([Found(name, line)])
    return [(*group[:-1], Found(group[-1].value.rstrip(" ,"), group[-1].flow)) for group in groups]


def _like_a_motto(name: str) -> bool:
    """True for a line of the national motto as a smeared page gives it: "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆI' NAM C"."""
    return len(name) >= _MOTTO_LENGTH and any(
        fuzz.partial_ratio(fold(name), fold(motto)) >= _MOTTO_LIKENESS for motto in NATIONAL_MOTTO
    )


def _is_words(text: str) -> bool:
    """True if most of the words can be Vietnamese syllables."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return bool(words) and sum(map(is_syllable, words)) >= 0.8 * len(words)


def _subject(lines: Sequence[Flow]) -> list[Flow]:
    if not lines:
        return []
    head = _SUBJECT.match(lines[0].text)
    first = lines[0].part(head.end()) if head else lines[0]
    found = [flow for flow in (first, *lines[1:]) if any(map(str.isalnum, flow.text))]
    return [flow.part(*_inside(flow.text, last=flow is found[-1])) for flow in found]


def _inside(text: str, *, last: bool) -> tuple[int, int]:
    """Offsets of a line of the subject without the colon that a line break left at its start, and the final stop."""
    start = len(text) - len(text.lstrip(" :"))
    return start, len(text.rstrip(" .") if last else text)
