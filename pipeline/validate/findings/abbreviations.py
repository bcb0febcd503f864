"""Abbreviations: explained nowhere, or explained in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from pipeline.lexicon.abbreviations import common
from pipeline.lexicon.fold import fold
from pipeline.lexicon.numbering import CAPITALS
from pipeline.outline import Block
from pipeline.plan import Evidence
from pipeline.validate.findings.model import Case, Found, Rule
from pipeline.validate.findings.wording import short

# letters of a document number ("12/QĐ-UBND") and parts of longer names are no abbreviations of their own
# a letter with a tone mark is part of a word in capitals
_WORD = re.compile(r"(?<![\w/&.-])[A-ZĐƯĂÂÊÔƠ]{2,8}(?![\w/&-])")
_ROMAN = re.compile(r"[IVXLC]+")
_EXPLAINED = re.compile(
    rf"\(\s*(?:(?:sau đây )?(?:gọi tắt|viết tắt|gọi|gọi chung)[^()]{{0,12}}\s)?[“\"]?([{CAPITALS}]{{2,8}})[”\"]?\s*\)"
)
_MEANING = re.compile(r"(?:[\w-]+\s+){2,8}$")
_SHOWN = 12
_OTHER = 55


def _lettered(block: Block) -> bool:
    """True for running text: in a line of capitals no word stands out as an abbreviation."""
    letters = [c for c in block.text if c.isalpha()]
    return sum(c.isupper() for c in letters) < 0.5 * len(letters)


def undefined(case: Case) -> Iterator[Found]:
    """Abbreviations that are neither common nor explained anywhere; one finding for all of them."""
    explained = {m.group(1) for block in case.outline.blocks for m in _EXPLAINED.finditer(block.text)}
    known = common()
    places: dict[str, list[Evidence]] = defaultdict(list)
    for block in case.outline.zone("preamble", "body"):
        hits = [m for m in _WORD.finditer(block.text) if m.group() not in known and m.group() not in explained]
        if not hits or block.role == "table" or not _lettered(block):
            continue
        for match in hits:
            word = match.group()
            if block.text[match.end() : match.end() + 2].strip()[:1].isupper():
                continue  # part of a name: "Công ty Tin học ABC Việt Nam"
            if not _ROMAN.fullmatch(word) and not _is_made_of(word):
                places[word].append(case.at(block, match.start(), match.end())[0])
    # a scan gives capitals to specks and stamps; what stands twice is printed
    least = 1 if case.from_text else 2
    kept = {word: found for word, found in places.items() if len(found) >= least and not _named(case, word)}
    if kept:
        words = {"words": ", ".join(list(kept)[:_SHOWN]), "count": str(len(kept))}
        yield Found(words, [], [found[0] for found in kept.values()])


def _is_made_of(word: str) -> bool:
    """ "UBMTTQVN" is made of common ones."""
    return any(word[:cut] in common() and word[cut:] in common() for cut in range(2, len(word) - 1))


def _named(case: Case, word: str) -> bool:
    """True if the document itself writes the words out somewhere: "giáo dục phổ thông" for GDPT."""
    initials = r"\s+(?:và\s+)?".join(f"{fold(letter)}\\w*" for letter in word)
    return len(word) > 2 and bool(re.search(rf"\b{initials}\b", fold(case.document.text)))


def two_meanings(case: Case) -> Iterator[Found]:
    """One abbreviation is explained twice, each time with other words before the bracket."""
    meanings: dict[str, list[tuple[str, list[Evidence]]]] = defaultdict(list)
    for block in case.outline.zone("preamble", "body", "annex"):
        for match in _EXPLAINED.finditer(block.text):
            before = _MEANING.search(block.text[: match.start()])
            if before:
                around = before.group().split()[-len(match.group(1)) - 1 :]
                meanings[match.group(1)].append((" ".join(around), case.at(block, before.start(), match.end())))
    for word, found in meanings.items():
        first, places = found[0]
        for other, more in found[1:]:
            if fuzz.partial_ratio(fold(first), fold(other)) < _OTHER:
                said = {"word": word, "one": short(first, 60), "other": short(other, 60)}
                yield Found(said, [], [*places, *more])
                break


RULES = {
    "abbreviation-undefined": Rule(
        "info",
        undefined,
        "{count} chữ viết tắt không thông dụng mà không được giải thích: {words}.",
        "Abbreviations that are not common and explained nowhere ({count}): {words}.",
        "Capitals in running text, not in pipeline/lexicon/abbreviations.txt, not explained in brackets nor written "
        "out in the document; in a scan only what stands twice.",
        "Decree 30/2020/NĐ-CP, annex I, II.6",
    ),
    "abbreviation-two-meanings": Rule(
        "info",
        two_meanings,
        "Chữ viết tắt “{word}” được dùng cho hai nghĩa: “{one}” và “{other}”.",
        "The abbreviation “{word}” is given two meanings: “{one}” and “{other}”.",
        "The words before “(GCI)” in two places have little in common.",
    ),
}
