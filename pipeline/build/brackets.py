"""What the brackets that close a piece of work say: "(Sở X chủ trì, phối hợp với Sở Y; hoàn thành trước ngày 30/9)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.build.leads import LEADS, Leads, Party, row
from pipeline.lexicon.numbering import CAPITALS
from pipeline.lexicon.roles import CARRYING_OUT, HELPING, PARTNER_OPENING
from pipeline.lexicon.tasks import DUE_VERBS
from pipeline.mentions import Agency, Period

_CLOSING = re.compile(r"\((?P<inside>[^()]+)\)[\s.;,/]*$")
# "...; Công ty X chịu trách nhiệm thu gom.": a last clause that names who leads says as much
_LAST_CLAUSE = re.compile(r"[;.]\s+(?:giao\s+)?(?P<inside>[^;.()]+)[.;]?\s*$", re.IGNORECASE)
_NAMED = rf"(?:(?<=[(;,])\s*|(?<=[;,]\s))(?P<name>[{CAPITALS}][^;,()]{{1,90}}?)\s+"
_NAMED_LEAD = re.compile(rf"{_NAMED}(?:là\s+đơn\s+vị\s+)?chủ\s+trì(?!\w)")
_NAMED_HELPER = re.compile(rf"{_NAMED}(?:cùng\s+)?phối\s+hợp(?!\s+với|\w)")
_OPENS = re.compile(r"(?:^|[;,:]|\s[-–])\s*(?:(?:do|giao(?:\s+cho)?|phân\s+công)\s+)?$", re.IGNORECASE)
_DOES = re.compile(rf"\s*(?:{CARRYING_OUT})(?!\w)", re.IGNORECASE)
_HELPS = re.compile(rf"\s*(?:{HELPING})", re.IGNORECASE)
_WITH = re.compile(rf"{PARTNER_OPENING}(?:các\s+)?$", re.IGNORECASE)
_WORKS_WITH = re.compile(rf"\s*{PARTNER_OPENING}", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[;,]|[-–]\s)")
_BEFORE_TIME = re.compile(rf"\s*(?:dự\s+kiến\s+)?(?:{DUE_VERBS})?\s*(?:vào\s+)?(?:trong\s+)?", re.IGNORECASE)
_SHORT_TIME = re.compile(r"(?:trong\s+)?(?:quý|tháng)\s", re.IGNORECASE)


def sides(text: str, agencies: Sequence[Agency], periods: Sequence[Period] = ()) -> Leads:
    """Who leads and who supports according to the closing brackets; nobody where they name bodies for another reason.

    A body that stands there alone ("(Sở Nội vụ)") leads only where the brackets also say by when, or who helps.
    """
    span = _span(text)
    if span is None:
        return _last_clause(text, agencies)
    rows = list(_rows(text, [a for a in agencies if span[0] <= a.start and a.end <= span[1]]))
    helpers = [one for one in rows if _helps(text, one, span)]
    timed = any(span[0] <= period.start < span[1] for period in periods)
    for one in rows:
        if one not in helpers and _OPENS.search(text[span[0] : one[0].start]):
            rest = text[one[-1].end : span[1]]
            if _DOES.match(rest) or _WORKS_WITH.match(rest) or (_ENDS.match(rest) and (timed or helpers)):
                return Leads(_parties([one]), _parties(helpers))
    return Leads(_unknown(text, span, _NAMED_LEAD)[:1], _parties(helpers) or _unknown(text, span, _NAMED_HELPER))


def _unknown(text: str, span: tuple[int, int], named: re.Pattern[str]) -> tuple[Party, ...]:
    """Bodies that no list knows, told by what they do: "(PC08 chủ trì, PH10 phối hợp; ...)"."""
    return tuple(Party.unknown(text, *found.span("name")) for found in named.finditer(text, *span))


def _last_clause(text: str, agencies: Sequence[Agency]) -> Leads:
    found = _LAST_CLAUSE.search(text)
    span = found.span("inside") if found else (0, 0)
    rows = list(_rows(text, [a for a in agencies if span[0] <= a.start and a.end <= span[1]]))
    if not rows or rows[0][0].start > span[0] or not LEADS.match(text, rows[0][-1].end):
        return Leads()
    return Leads(_parties(rows[:1]), _parties([one for one in rows[1:] if _helps(text, one, span)]))


def sets_time(text: str, period: Period, agencies: Sequence[Agency], periods: Sequence[Period]) -> bool:
    """True if the closing brackets say that the work is due at ``period``: "(hoàn thành trước ngày 30/9)", "(Sở X chủ
    trì, quý II)"; other times in brackets date what they stand behind ("(giai đoạn 2021-2025)")."""
    span = _span(text)
    if span is None or not span[0] <= period.start < span[1]:
        return False
    rest = text[period.end : span[1]]
    if not _ENDS.match(rest):
        return False
    piece = re.split(r"[;,]|\s[-–]\s", text[span[0] : period.start])[-1]
    lead = sides(text, agencies, periods).lead
    for party in lead:
        if piece.strip().startswith(party.name):
            piece = piece.strip()[len(party.name) :]
            does = _DOES.match(piece)
            piece = piece[does.end() :] if does else piece
    timed = period.deadline or period.recurrence or _SHORT_TIME.match(period.text)
    return _BEFORE_TIME.fullmatch(piece) is not None and bool(lead or timed)


def _span(text: str) -> tuple[int, int] | None:
    found = _CLOSING.search(text)
    return found.span("inside") if found else None


def _rows(text: str, agencies: Sequence[Agency]) -> Iterator[tuple[Agency, ...]]:
    at = 0
    while at < len(agencies):
        one = tuple(row(text, agencies[at:]))
        # "Sở X chủ trì; Sở Y phối hợp": a semicolon parts those who do different things
        stop = next((n for n in range(1, len(one)) if ";" in text[one[n - 1].end : one[n].start]), len(one))
        yield one[:stop]
        at += stop


def _helps(text: str, one: Sequence[Agency], span: tuple[int, int]) -> bool:
    return bool(_WITH.search(text[span[0] : one[0].start]) or _HELPS.match(text[one[-1].end : span[1]]))


def _parties(rows: Sequence[Sequence[Agency]]) -> tuple[Party, ...]:
    return tuple(Party.of(agency) for one in rows for agency in one)
