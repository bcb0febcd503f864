"""Bodies behind "phối hợp với" that are no mention yet, or reach further than their pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate import phrases
from pipeline.annotate.tokens import tokens
from pipeline.lexicon.bodies import BODY_NOUNS
from pipeline.lexicon.fold import slug
from pipeline.lexicon.roles import PARTNER_OPENING
from pipeline.mentions import Agency

_OPENING = re.compile(PARTNER_OPENING, re.IGNORECASE)
_WITH = re.compile(r"(?:với|cùng)\s+$", re.IGNORECASE)


def complete(text: str, agencies: Sequence[Agency], unit: str = "") -> list[Agency]:
    """``agencies`` with the partners of "phối hợp với ..." brought to their full extent, or added."""
    found = list(agencies)
    for opening in _OPENING.finditer(text):
        here = next((a for a in found if opening.end() <= a.start <= opening.end() + 4), None)
        if here is None and not any(a.start < opening.end() < a.end for a in found):
            unknown = _unknown(text, opening, unit)
            if unknown is not None:
                found = sorted([a for a in found if not _overlap(a, unknown)] + [unknown], key=lambda a: a.start)
        elif here is not None and here.group and not phrases.decided(text, here.end):
            longer = _longer(text, here, found)
            if longer is not None:
                found = [longer if a is here else a for a in found if a is here or not _overlap(a, longer)]
    return found


def _longer(text: str, here: Agency, found: Sequence[Agency]) -> Agency | None:
    following = next((a for a in found if a.start >= here.end), None)
    if following is not None and re.fullmatch(r"\s*(?:,|và|;|,\s*và)\s*", text[here.end : following.start]):
        return None
    end = phrases.phrase_end(text, here.start, here.end)
    if following is not None and here.end < following.start < end and following.group is False:
        end = here.end + len(text[here.end : following.start].rstrip(" ,"))
    if end <= here.end:
        return None
    written = text[here.start : end]
    return replace(here, end=end, text=written, name=written, key=f"group:{slug(written)}")


def _unknown(text: str, opening: re.Match[str], unit: str) -> Agency | None:
    """A body known by nothing but its place in the sentence: "phối hợp với gia đình, nhà trường tổ chức"."""
    if not _WITH.search(opening.group()):
        return None
    words = tokens(text[opening.end() : opening.end() + 60])
    noun = next((w.text.lower() for w in words[:2] if not w.tag.startswith("L")), "")
    if noun not in BODY_NOUNS:
        return None
    start = opening.end() + words[0].start
    end = phrases.phrase_end(text, start, start)
    if end - start < 5:
        return None
    written = text[start:end]
    return Agency(unit, start, end, written, written, f"group:{slug(written)}", True)


def _overlap(left: Agency, right: Agency) -> bool:
    return left.start < right.end and right.start < left.end
