"""What the words of a duty say: in which role, with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.build.leads import Party, partners
from pipeline.lexicon.roles import OPENING_CLAUSE, OPENING_WORDS
from pipeline.mentions import Agency, DutyRole, RoleWord

_OPENING = re.compile(rf"\s*(?:{OPENING_WORDS})(?!\w)[\s,]*", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"\s*(?:{OPENING_CLAUSE})[^,;.]*(?:,(?!\s*(?:{OPENING_WORDS}))[^,;.]*){{0,3}}?,\s*", re.IGNORECASE
)


def roles(text: str, words: Sequence[RoleWord], start: int) -> tuple[DutyRole, ...]:
    """The roles that ``text`` names from ``start`` on, the first one first.

    The first is that of the first verb: "implement" where it names no other role ("Xây dựng kế hoạch ... báo cáo").
    """
    verb = first_verb(text, start)
    named = [word for word in words if word.start >= start]
    first: DutyRole = "implement"
    if named and named[0].start <= verb:
        first = named[0].role
    return tuple(dict.fromkeys([first, *(word.role for word in named)]))


def first_verb(text: str, start: int) -> int:
    """Offset of the first word of ``text`` behind ``start`` that says what is to be done: clauses that only give the
    ground ("Căn cứ chức năng, nhiệm vụ, ...") and adverbs ("chủ động", "có trách nhiệm") are passed over."""
    at = start
    while True:
        found = _OPENING.match(text, at) or _CLAUSE.match(text, at)
        if found is None or found.end() == at or found.end() >= len(text):
            break
        at = found.end()
    return at + len(text[at:]) - len(text[at:].lstrip(" ,:-"))


def companions(text: str, agencies: Sequence[Agency], own: Sequence[Party]) -> tuple[Party, ...]:
    """The bodies behind "phối hợp với", without the body that has the duty."""
    mine = {party.id for party in own}
    return tuple(party for party in partners(text, agencies) if party.id not in mine)
