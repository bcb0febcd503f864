"""Bodies behind "phối hợp với" that are no mention yet, or reach further than their pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import phrases
from pipeline.annotate.names import name_end
from pipeline.lexicon.bodies import BODY_NOUNS, BRANCHES
from pipeline.lexicon.fold import slug
from pipeline.lexicon.roles import PARTNER_OPENING
from pipeline.lexicon.verbs import VERBS
from pipeline.lexicon.words import alternatives
from pipeline.mentions import Agency

_OPENING = re.compile(PARTNER_OPENING, re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:,|và|;|,\s*và)\s*")


_BRANCH = rf"(?:{alternatives(BRANCHES)})"
_NOUN = re.compile(
    rf"(?P<all>(?:các|những|một\s+số|toàn\s+thể)\s+)?(?P<noun>ngành\s+{_BRANCH}(?:\s+(?:và|-)\s+{_BRANCH})*|{alternatives(BODY_NOUNS)})(?!\w)",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[^(),;.]*\)")
_SHORTEST = 5
_WITH = re.compile(r"(?:với|cùng)\s+$", re.IGNORECASE)


def complete(text: str, agencies: Sequence[Agency], unit: str = "") -> list[Agency]:
    """``agencies`` with the partners of "phối hợp với ..." brought to their full extent, or added."""
    found = list(agencies)
    for opening in _OPENING.finditer(text):
        here = _last(text, [a for a in found if a.start >= opening.end()], opening.end())
        if here is None and any(a.start < opening.end() < a.end for a in found):
            continue
        end = opening.end()
        if here is not None:
            longer = _longer(text, here, found) if here.group and _is_open(text, here, end) else here
            if longer is not here:
                found = [longer if a is here else a for a in found if a is here or not _overlap(a, longer)]
            end = longer.end
        for added in _unknown(text, end, unit, opening, found, first=here is None):
            found = sorted([a for a in found if not _overlap(a, added)] + [added], key=lambda a: a.start)
    return found


def _last(text: str, behind: Sequence[Agency], at: int) -> Agency | None:
    """The last body of the row that begins at ``at``; None if none begins there."""
    if not behind or behind[0].start > at + 4:
        return None
    last = behind[0]
    for following in behind[1:]:
        if not _SEPARATOR.fullmatch(text, last.end, following.start):
            break
        last = following
    return last


def _is_open(text: str, here: Agency, at: int) -> bool:
    """True if the name of the last body of the row that begins at ``at`` may go on; what "và" adds to a row is a body
    of its own, known or not."""
    several = here.start > at + 4
    return not phrases.decided(text, here.end) and not (several and _SEPARATOR.match(text, here.end))


def _longer(text: str, here: Agency, found: Sequence[Agency]) -> Agency:
    following = next((a for a in found if a.start >= here.end), None)
    end = _before_next(text, here.end, phrases.phrase_end(text, here.start, here.end))
    if following is not None and here.end < following.start < end and following.group is False:
        end = here.end + len(text[here.end : following.start].rstrip(" ,"))
    if end <= here.end:
        return here
    written = text[here.start : end]
    return replace(here, end=end, text=written, name=written, key=f"group:{slug(written)}")


def _unknown(
    text: str, at: int, unit: str, opening: re.Match[str], known: Sequence[Agency], *, first: bool
) -> Iterator[Agency]:
    """Bodies known by nothing but their place in the sentence: "phối hợp với gia đình, nhà trường | tổ chức", "phối hợp
    khoa Kiểm soát nhiễm khuẩn | giám sát"; with ``first`` False those that go on with a row that ends at ``at``."""
    noun = _NOUN.match(text, at) if first else _next(text, at)
    if not first and noun and _CLOSES.match(text, noun.start()):
        # "(phối hợp với Sở X và đơn vị tổ chức chương trình)": the bracket says where the name ends
        return
    while noun:
        start = noun.start()
        named = name_end(text, noun.end()) if text[noun.end() : noun.end() + 2].strip().isupper() else None
        sure = noun["all"] or " " in noun["noun"]
        if named is None and not _WITH.search(opening.group()) and not (sure and noun["noun"].lower() not in VERBS):
            return
        end = named or _before_next(text, noun.end(), phrases.phrase_end(text, start, noun.end()))
        following = next((a.start for a in known if noun.end() < a.start < end and a.text[0].isupper()), end)
        end = start + len(text[start:following].rstrip(" ,;")) if following < end else end
        if end - start < _SHORTEST:
            return
        yield Agency(unit, start, end, text[start:end], text[start:end], f"group:{slug(text[start:end])}", True)
        noun = _next(text, end)


def _next(text: str, end: int) -> re.Match[str] | None:
    """The noun of one more body behind the one that ends at ``end``; "báo" may go on as "báo cáo", so that only nouns
    of two syllables are believed, and such as are no verbs."""
    joined = _SEPARATOR.match(text, end)
    noun = _NOUN.match(text, joined.end()) if joined else None
    if noun is None or noun["noun"].lower() in VERBS:
        return None
    return noun if noun["all"] or " " in noun["noun"] else None


def _before_next(text: str, start: int, end: int) -> int:
    """Where the phrase up to ``end`` names the next body, without the mark between."""
    for joined in _SEPARATOR.finditer(text, start, end):
        if _next(text, joined.start()):
            return joined.start()
    return end


def _overlap(left: Agency, right: Agency) -> bool:
    return left.start < right.end and right.start < left.end
