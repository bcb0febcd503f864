"""What is printed on pages but is no part of the text: page numbers, running heads, boxes of digital signatures.

Readers mark what stands in the margins (regions "header" and "footer"); here the rest is found by its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import dropwhile, pairwise, takewhile
from statistics import median

from pipeline.document import Document, Line
from pipeline.lexicon.letterhead import SIGNATURE_BOX, SURE_PREAMBLE_STARTS
from pipeline.lexicon.syllables import is_syllable
from pipeline.lexicon.words import starts_with
from pipeline.segment.markers import readings
from pipeline.segment.phrases import is_motto, kind_at

STAMP_LINES = 14
STAMP_LENGTH = 60
FOOTNOTE_SIZE = 0.82
"""Share of the usual size of type up to which lines at the foot of a page are footnotes."""

_PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*/\s*\d{1,4})?$", re.IGNORECASE)
_STAMP = re.compile(rf"^\s*(?:{'|'.join(map(re.escape, SIGNATURE_BOX))})\s*:", re.IGNORECASE)
_STAMP_TIME = re.compile(r"\d{1,2}:\d{2}:\d{2}")
_NUMBER = re.compile(r"\d+")
_TOP = 60
"""Lines from the top in which a letterhead is looked for."""
_NUMBER_OR_SUBJECT = re.compile(r"^(?:Số\s*:?[\s.…]*\d*\s*[/-]|(?:V/v|Về việc)\b)", re.IGNORECASE)


def furniture(document: Document) -> set[int]:
    """Indices of the lines that are furniture."""
    texts = [document.text[line.span.start : line.span.end].strip() for line in document.lines]
    marked = {at for at, line in enumerate(document.lines) if line.region in ("header", "footer")}
    noise = {at for at, line in enumerate(document.lines) if line.method == "ocr" and _is_noise(line, texts[at])}
    found = marked | noise | set(_stamps(texts))
    found |= set(_footnotes(document, texts, found)) | set(_above_letterhead(document, texts))
    if len(document.pages) > 1:
        return found | _at_page_edges(document, texts, found)
    return found | _counting(document, texts)


def _above_letterhead(document: Document, texts: list[str]) -> range:
    """Lines of a text file above its letterhead: what the web page says of the document before it shows it."""
    top = texts[:_TOP]
    nation = next((at for at, text in enumerate(top) if is_motto(text)), 0)
    if not nation or document.lines[nation].bbox is not None:
        return range(0)
    first = nation
    while first and _in_letterhead(document.lines[first - 1], texts[first - 1]):
        first -= 1
    begun = any(_begins_document(text) for text in texts[:first])
    return range(0 if begun else first)


def _in_letterhead(line: Line, text: str) -> bool:
    if line.region in ("left", "right") or not any(map(str.isalnum, text)):
        return True
    return line.region == "body" and (text.isupper() or bool(_NUMBER_OR_SUBJECT.match(text)))


def _begins_document(text: str) -> bool:
    """True for a line that no page puts above a document: its kind as a title, its legal bases, its parts."""
    found = readings(text)
    if found and found[0].style in ("part", "chapter", "roman", "article", "annex"):
        return True
    return starts_with(text, SURE_PREAMBLE_STARTS) or (text.isupper() and kind_at(text) is not None)


def _is_noise(line: Line, text: str) -> bool:
    """True for a line of a scan that is a speck and no word: one or two characters that make no syllable."""
    if line.region == "table" or len(text) > 2:
        return False
    return not text.isdigit() and (len(text) < 2 or not is_syllable(text.lower()))


def _stamps(texts: list[str]) -> Iterator[int]:
    """Lines of the box that signing software draws: from "Người ký: ..." to the time."""
    end = -1
    for at, text in enumerate(texts):
        if at <= end or not _STAMP.match(text):
            continue
        near = range(at, min(at + STAMP_LINES, len(texts)))
        times = [i for i in near if _STAMP_TIME.search(texts[i])]
        if not times:
            continue
        end = times[0]
        yield from (i for i in range(at, end + 1) if len(texts[i]) <= STAMP_LENGTH)


def _footnotes(document: Document, texts: list[str], known: set[int]) -> Iterator[int]:
    """Lines in small type at the foot of a page, from the first that begins with a number: they cut paragraphs."""
    sizes = [line.size for line in document.lines if line.size and line.region == "body"]
    if not sizes:
        return
    small = FOOTNOTE_SIZE * median(sizes)
    pages: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(document.lines):
        if at not in known and texts[at]:
            pages[line.page].append(at)
    for lines in pages.values():
        foot = list(takewhile(lambda at: _is_small(document.lines[at], small), reversed(lines)))[::-1]
        yield from dropwhile(lambda at: not texts[at][:1].isdigit(), foot if len(foot) < len(lines) else [])


def _is_small(line: Line, small: float) -> bool:
    return line.size is not None and line.size <= small and line.region == "body"


def _at_page_edges(document: Document, texts: list[str], known: set[int]) -> set[int]:
    """First and last lines of pages that hold the page number or that many pages repeat."""
    edges: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(document.lines):
        if at not in known and texts[at] and line.region != "table":
            edges[line.page].append(at)
    ends = {at for lines in edges.values() for at in (lines[0], lines[-1])}
    shapes = Counter(_NUMBER.sub("#", texts[at]) for at in ends)
    found: set[int] = set()
    for at in ends:
        text = texts[at]
        page = document.lines[at].page
        if len(text) < 16 and _PAGE_NUMBER.match(text):
            if any(abs(int(number) - page) <= 1 for number in _NUMBER.findall(text)[:1]):
                found.add(at)
        elif shapes[_NUMBER.sub("#", text)] >= max(3, len(edges) // 3) and 8 < len(text) < 120:
            found.add(at)
    return found


def _counting(document: Document, texts: list[str]) -> set[int]:
    """Lines of a text file that hold nothing but a number and count up: left over from the pages it was made of."""
    numbers = [
        (at, int(_NUMBER.findall(text)[0]))
        for at, text in enumerate(texts)
        if document.lines[at].region == "body" and len(text) < 16 and _PAGE_NUMBER.match(text)
    ]
    steps = Counter(after[1] - before[1] for before, after in pairwise(numbers))
    if len(numbers) < 2 or steps[1] < len(numbers) - 1 or numbers[0][1] > 3:
        return set()
    return {at for at, _ in numbers}
