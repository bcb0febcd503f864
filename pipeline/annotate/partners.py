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
_SEPARATOR = re.compile(r"\s*(?:,|và|;|,\s*và)\s*")
_WITH = re.compile(r"(?:với|cùng)\s+$", re.IGNORECASE)


def complete(text: str, agencies: Sequence[Agency], unit: str = "") -> list[Agency]:
    """``agencies`` with the partners of "phối hợp với ..." brought to their full extent, or added."""
    found = list(agencies)
    for opening in _OPENING.finditer(text):
        here = _last(text, [a for a in found if a.start >= opening.end()], opening.end())
        if here is None and not any(a.start < opening.end() < a.end for a in found):
            unknown = _unknown(text, opening, unit)
            if unknown is not None:
                found = sorted([a for a in found if not _overlap(a, unknown)] + [unknown], key=lambda a: a.start)
        elif here is not None and here.group and _is_open(text, here, opening.end()):
            longer = _longer(text, here, found)
            if longer is not None:
                found = [longer if a is here else a for a in found if a is here or not _overlap(a, longer)]
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


def _longer(text: str, here: Agency, found: Sequence[Agency]) -> Agency | None:
    following = next((a for a in found if a.start >= here.end), None)
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
    noun = next((word for word in words[:2] if not word.tag.startswith("L")), None)
    if noun is None or noun.text.lower() not in BODY_NOUNS:
        return None
    start = opening.end() + words[0].start
    end = phrases.phrase_end(text, start, opening.end() + noun.end)
    if end - start < 5:
        return None
    written = text[start:end]
    return Agency(unit, start, end, written, written, f"group:{slug(written)}", True)


def _overlap(left: Agency, right: Agency) -> bool:
    return left.start < right.end and right.start < left.end
