"""The unit that stands behind a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicon.units import BASES, COUNTED, MEASURES, SCALES, TIMES, UNIT_TAILS
from pipeline.lexicon.verbs import FUNCTION_WORDS, VERBS

_SHARE = re.compile(r"\s*(?:điểm\s*%|điểm\s+phần\s+(?:trăm|nghìn)|%|‰|phần\s+(?:trăm|nghìn)(?!\w))", re.IGNORECASE)
_WORD = re.compile(r"\s*([^\W\d_]+[²³2-3]?(?!\w))")
_RATE = re.compile(
    rf"\s*/\s*(?:\d{{1,3}}(?:\.\d{{3}})*\s*)?(?:(?:{BASES})(?!\w)|[^\W\d_]+(?:\s+(?:dân|dân\s+số|lao\s+động|trẻ|người|vạn))?)",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+[^\W\d_]+(?=/(?:người|hộ|lao\s+động|học\s+sinh|giường)(?!\w))")
_COMMA = re.compile(r"\s*,(?=\s)")
# "đất ở cho 31 hộ, | nhà ở cho 391 hộ": another count, no list of what is counted
_ANOTHER = re.compile(r"[^,;.:]*\d")
_LONGEST = 5
_FREE_WORDS = 3
_STOPS = frozenset(word for phrase in FUNCTION_WORDS | VERBS for word in (phrase,) if " " not in word) | {
    "so", "mỗi", "các", "những", "tham", "đạt", "hơn", "năm", "còn", "lên", "xuống", "trở",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, ending at ``end``; ``known`` is False where it is only the noun that follows."""

    text: str
    end: int
    known: bool


def read(text: str, start: int) -> Unit | None:
    """The unit at ``text[start:]``: a share, a unit of measure, money or a counted noun, with "/năm" behind it.

    >>> read("10 tỷ đồng cho", 2)
    Unit(text='tỷ đồng', end=10, known=True)
    """
    share = _SHARE.match(text, start)
    if share:
        end = _rates(text, share.end())
        return Unit(text[start:end].strip(), end, True)
    words = _words(text, start)
    scales = 0
    while scales < len(words) and words[scales][0] in SCALES:
        scales += 1
    count = _known(words[scales:])
    known = count > 0 or scales > 0
    total = scales + (count or (0 if scales else _free(words)))
    if not total:
        return None
    if total < len(words) and count and words[total][0] in UNIT_TAILS:
        total += 1
    end = words[total - 1][1]
    if " ".join(word for word, _ in words[scales:total]) in COUNTED:
        end = _listed(text, end)
    end = _rates(text, _qualified(text, end) if known else end)
    return Unit(text[start:end].strip(), end, known)


def _qualified(text: str, end: int) -> int:
    """End of a measure and the word that says of what, before a rate: "m2 | sàn/người"."""
    found = _OF_WHAT.match(text, end)
    return found.end() if found else end


def _listed(text: str, end: int) -> int:
    """End of a list of counted nouns ("xã, phường, thị trấn"; "kỹ sư, cử nhân")."""
    while comma := _COMMA.match(text, end):
        words = _words(text, comma.end())
        count = _known(words)
        if " ".join(word for word, _ in words[:count]) not in COUNTED or _ANOTHER.match(text, words[count - 1][1]):
            break
        end = words[count - 1][1]
    return end


def _words(text: str, start: int) -> list[tuple[str, int]]:
    """The next words with their ends, as far as nothing but space stands between them."""
    found: list[tuple[str, int]] = []
    at = start
    while len(found) < _LONGEST + 2 and (word := _WORD.match(text, at)):
        found.append((word[1].lower(), word.end()))
        at = word.end()
    return found


def _known(words: list[tuple[str, int]]) -> int:
    """How many of the words are a listed unit, the longest first."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(word for word, _ in words[:count])
        if phrase.endswith("nhà") and words[count:] and words[count][0] == "ở":
            continue  # "1.450 căn | nhà ở xã hội"
        if phrase in COUNTED or phrase in MEASURES or phrase in TIMES:
            return count
    return 0


def _free(words: list[tuple[str, int]]) -> int:
    """How many words an unlisted noun takes: up to the first word that cannot belong to one."""
    count = 0
    for word, _ in words[:_FREE_WORDS]:
        if word in _STOPS:
            break
        count += 1
    return count


def _rates(text: str, end: int) -> int:
    while rate := _RATE.match(text, end):
        end = rate.end()
    return end
