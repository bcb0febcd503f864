"""Slips of writing that are certain, and one thing written in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from pipeline.lexicon.syllables import is_syllable
from pipeline.outline import Block, Zone
from pipeline.plan import Evidence
from pipeline.validate.findings import abbreviations
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import plain, short

_TWICE = re.compile(
    r"\b(các|và|của|cho|với|những|được|là|về|tại|trên|theo|trong|do|bởi|nhằm|để|"
    r"thực hiện|chương trình|kế hoạch|tổ chức)\s+\1\b",
    re.IGNORECASE,
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\W\d_]+")
_TONED = "àằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
_VOWEL = "aăâeêioôơuưy" + _TONED
# the vowels of one syllable stand together: "gíá", but not "sốđiều", which are two words run into one
_TWO_TONES = re.compile(rf"\w*[{_TONED}][{_VOWEL}]*[{_TONED}]\w*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = re.compile(r"[“”]")
_QUOTED = re.compile(r"“([^“”]{12,160})”")
_END = re.compile(r"[.;:,!?…”\")\]/]\s*$|\.\s*/\s*\.?\s*$")
# so many neighbours end with a mark before one without it stands out
_MOST = 0.9
_ENOUGH = 6
_ZONES: tuple[Zone, ...] = ("title", "preamble", "body", "closing")


def doubled_word(case: Case) -> Iterator[Found]:
    """A word is written twice in a row."""
    for match, block in case.matches(_TWICE, case.outline.zone(*_ZONES)):
        yield Found({"text": short(match.group())}, [], case.at(block, match.start(), match.end()))


def two_tones(case: Case) -> Iterator[Found]:
    """A syllable carries two tone marks; only where the text is known to the letter."""
    if not case.from_text:
        return
    for match, block in case.matches(_TWO_TONES, case.outline.zone(*_ZONES)):
        yield Found({"text": match.group()}, [], case.at(block, match.start(), match.end()))


def unclosed_quote(case: Case) -> Iterator[Found]:
    """A quote is opened again before the last one was closed; only where the text is known to the letter."""
    if not case.from_text:
        return
    opened: tuple[Block, int] | None = None
    for match, block in case.matches(_QUOTE, case.outline.zone(*_ZONES)):
        if match.group() == "”":
            opened = None
            continue
        if opened is not None:
            before, at = opened
            end = min(len(before.text), at + 60)
            yield Found({"text": short(before.text[at:end], 60)}, [], case.at(before, at, end))
        opened = (block, match.start())


def name_two_ways(case: Case) -> Iterator[Found]:
    """A name in quotes is printed elsewhere with other punctuation or other capitals."""
    ways: dict[str, dict[str, list[Evidence]]] = defaultdict(dict)
    for match, block in case.matches(_QUOTED, case.outline.zone(*_ZONES)):
        name = match.group(1).strip(" .,;:")
        if len(plain(name).split()) >= 4:
            ways[plain(name)].setdefault(_printed(name), case.at(block, match.start(), match.end()))
    for found in ways.values():
        if len(found) > 1:
            yield Found({"ways": "; ".join(f"“{way}”" for way in found)}, [], [p for e in found.values() for p in e])


def _printed(name: str) -> str:
    return re.sub(r"\s*[-–—]\s*", " - ", re.sub(r"\s+", " ", name))


def tone_placement(case: Case) -> Iterator[Found]:
    """The tone mark of one word is put on either vowel ("hoá", "hóa"); one finding for the document."""
    if not case.from_text:
        return
    seen: dict[str, dict[str, list[Evidence]]] = defaultdict(dict)
    for match, block in case.matches(_OPEN_RIME, case.outline.zone(*_ZONES)):
        word = match.group().casefold()
        if word not in seen[_without_place(word)]:
            seen[_without_place(word)][word] = case.at(block, match.start(), match.end())
    mixed = [ways for ways in seen.values() if len(ways) > 1]
    if mixed:
        words = {"pairs": "; ".join(" / ".join(f"“{way}”" for way in ways) for ways in mixed)}
        yield Found(words, [], [place for ways in mixed for places in ways.values() for place in places])


# syllables that end in oa, oe, uy: the only ones where the two schools differ
_OPEN_RIME = re.compile(r"\b[^\W\d_]*(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|(?<![qQ])[uùúủũụ][yỳýỷỹỵ])\b", re.IGNORECASE)


def _without_place(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if c not in _TONES) + "".join(c for c in letters if c in _TONES)


def no_final_mark(case: Case) -> Iterator[Found]:
    """Items that end without a full stop or semicolon where nearly all others have one; one finding for all."""
    if not case.from_text:
        return
    items = [b for b in case.outline.zone("body") if b.role == "item" and len(b.text.split()) > 5]
    bare = [b for b in items if not _END.search(b.text)]
    if len(items) >= _ENOUGH and bare and len(items) - len(bare) >= _MOST * len(items):
        places = [case.at(b, b.text.rfind(" ", 0, max(1, len(b.text) - 60)) + 1)[-1] for b in bare]
        yield Found({"count": str(len(bare)), "text": short(bare[0].text, 60)}, [], places)


def run_together(case: Case) -> Iterator[Found]:
    """Two words without a space in a heading of capitals ("YÊUCẦU"); only where the text is known to the letter."""
    if not case.from_text:
        return
    for block in case.outline.zone("title", "body"):
        for match in _WORD.finditer(block.text) if block.role == "heading" and block.text.isupper() else ():
            if _joined(match.group()):
                yield Found({"text": match.group()}, [], case.at(block, match.start(), match.end()))


def _joined(word: str) -> bool:
    if word.isascii() or is_syllable(word):
        return False
    return any(is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in range(2, len(word) - 1))


FAMILY = Family(
    "Lỗi viết",
    "Writing",
    {
        "word-twice": Rule(
            "info",
            doubled_word,
            "Lặp từ: “{text}”.",
            "A word is written twice: “{text}”.",
            "Only words that are never doubled on purpose.",
        ),
        "two-tones": Rule(
            "info",
            two_tones,
            "Âm tiết có hai dấu thanh: “{text}”.",
            "A syllable carries two tone marks: “{text}”.",
            "Only in texts and text layers: in a scan it may be the reader's slip.",
        ),
        "run-together": Rule(
            "info",
            run_together,
            "Hai từ viết liền nhau: “{text}”.",
            "Two words are run into one: “{text}”.",
            "Headings in capitals; only in texts and text layers.",
        ),
        "quote-unclosed": Rule(
            "info",
            unclosed_quote,
            "Dấu ngoặc kép mở mà không đóng: {text}",
            "A quote is opened and not closed: {text}",
            "A second “ comes before the ” of the first; only in texts and text layers.",
        ),
        "name-two-ways": Rule(
            "info",
            name_two_ways,
            "Một tên được viết theo nhiều cách: {ways}.",
            "One name is written in more than one way: {ways}.",
            "Names in quotes of four words and more that differ in punctuation or capitals.",
        ),
        "tone-placement": Rule(
            "info",
            tone_placement,
            "Cách đặt dấu thanh không thống nhất: {pairs}.",
            "The tone mark is placed in two ways: {pairs}.",
            "Only in texts and text layers; one finding for the document.",
        ),
        "no-final-mark": Rule(
            "info",
            no_final_mark,
            "{count} mục không có dấu câu ở cuối, trong khi các mục khác đều có (“{text}”).",
            "Items without a final mark, though the others have one ({count}): “{text}”.",
            "Dashes and points of six words and more, nine tenths of which end with a mark; only in texts and text "
            "layers.",
        ),
        **abbreviations.RULES,
    },
)
