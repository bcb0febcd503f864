"""What the words of a duty say: in which role, with whom, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.build.leads import Party, partners
from pipeline.build.times import comes_round, is_done_so_often, opens_clause, runs
from pipeline.lexicon.roles import OPENING_CLAUSE, OPENING_WORDS, REPORTING_LIGHT
from pipeline.lexicon.verbs import VERBS
from pipeline.mentions import Agency, DutyRole, Period, RoleWord

_OPENING = re.compile(rf"\s*(?:{OPENING_WORDS})(?!\w)[\s,]*", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"\s*(?:{OPENING_CLAUSE})(?!\w)[^,;.]*(?:,(?!\s*(?:{OPENING_WORDS}))[^,;.]*){{0,3}}?,\s*", re.IGNORECASE
)
_LIGHT = re.compile(rf"\s*(?:{REPORTING_LIGHT})\s+$", re.IGNORECASE)
_CONTACT = re.compile(r"đầu\s+mối", re.IGNORECASE)
_TOLD = ("monitor", "advise", "report")
_LONGEST_OFFICE = 4
_PERIODICAL = re.compile(r"định\s+kỳ\s*$", re.IGNORECASE)


def roles(
    text: str,
    words: Sequence[RoleWord],
    agencies: Sequence[Agency],
    start: int,
    party: Party,
    times: Sequence[Period] = (),
) -> tuple[DutyRole, ...]:
    """The roles that ``text`` names from ``start`` on, the first one first.

    The first is that of the first verb: "implement" where it names no other role ("Xây dựng kế hoạch ... báo cáo").
    """
    named = [word for word in words if word.start >= start]
    first: DutyRole = "implement"
    verb = first_verb(text, start, times)
    if named and (
        named[0].start <= verb or _somebody_leads(text, named[0], verb) or _heads(text, named[0], agencies, verb, party)
    ):
        first = named[0].role
        if _CONTACT.search(named[0].text) and len(named) > 1 and named[1].role in _TOLD and named[1].start <= verb:
            # "Là cơ quan đầu mối theo dõi": who is asked, then what for
            first = named[1].role
    return tuple(dict.fromkeys([first, *(word.role for word in named)]))


def _somebody_leads(text: str, word: RoleWord, verb: int) -> bool:
    """True if somebody of the body stands before a word of leading: "Các cụm thi đua: cụm trưởng | chủ trì"."""
    words = text[verb : word.start].lower().split()
    return (
        word.role == "lead"
        and 0 < len(words) <= _LONGEST_OFFICE
        and all(one.isalpha() for one in words)
        and not any(f"{one} {two}" in VERBS for one, two in pairwise(words))
        and words[0] not in VERBS
    )


def _heads(text: str, word: RoleWord, agencies: Sequence[Agency], verb: int, party: Party) -> bool:
    """True if the body itself stands right before the role word ("Căn cứ ..., Sở X tổng hợp"), or a verb that only
    carries it ("Thực hiện tổng hợp")."""
    if any(Party.of(a).id == party.id and not text[a.end : word.start].strip(" ,") for a in agencies):
        return True
    return bool(_LIGHT.fullmatch(text[verb : word.start]))


def first_verb(text: str, start: int, times: Sequence[Period] = ()) -> int:
    """Offset of the first word of ``text`` behind ``start`` that says what is to be done: clauses that only give the
    ground ("Căn cứ chức năng, nhiệm vụ, ..."), adverbs ("chủ động", "có trách nhiệm") and ``times`` are passed over."""
    at = start
    while True:
        found = _OPENING.match(text, at) or _CLAUSE.match(text, at)
        time = next((one.end for one in times if one.start >= at and not text[at : one.start].strip(" ,")), at)
        end = max(found.end() if found else at, time)
        if end == at or end >= len(text):
            break
        at = end
    return at + len(text[at:]) - len(text[at:].lstrip(" ,:-"))


def grounds(text: str) -> int:
    """Offset behind the clauses at the beginning of ``text`` that only give ground, time or aim of a duty; 0 if it
    begins otherwise."""
    at = 0
    while found := _CLAUSE.match(text, at):
        at = found.end()
    return at


def companions(text: str, agencies: Sequence[Agency], own: Sequence[Party]) -> tuple[Party, ...]:
    """The bodies behind "phối hợp với", without the body that has the duty."""
    mine = {party.id for party in own}
    return tuple(party for party in partners(text, agencies) if party.id not in mine)


def deadline(text: str, periods: Sequence[Period]) -> tuple[str, Period] | None:
    """By when: the first time that is a deadline, or at which work comes round ("định kỳ hằng năm"); as printed."""
    for period in periods:
        if period.deadline:
            return period.text, period
    for period in periods:
        if period.recurrence is None:
            continue
        before = _PERIODICAL.search(text, max(0, period.start - 12), period.start)
        if before:
            return text[before.start() : period.end], period
        if comes_round(text, period):
            return period.text, period
    late = (p for p in periods if runs(text, p) or is_done_so_often(text, p) or opens_clause(text, p))
    return next(((period.text, period) for period in late), None)
