"""Times as the record writes them."""

from __future__ import annotations

import re

from pipeline.build import period as covered
from pipeline.build.clauses import in_bracket
from pipeline.build.material import Material
from pipeline.lexicon.periods import THINGS_WITH_A_TERM
from pipeline.mentions import Period
from pipeline.plan import Due

_ROUNDS = ("yearly", "half_yearly", "quarterly", "monthly", "weekly")
_ROUND = re.compile(r"^định\s+kỳ|^từ\s|^tuần\s|(?<!\w)lần$|^(?:ngày\s+\d|.*(?:thứ\s|chủ\s+nhật))", re.IGNORECASE)
_THING = re.compile(rf"(?<!\w)(?:{THINGS_WITH_A_TERM})(?:\s+(?!và\s)[^\W\d_]+){{0,4}}\s+$", re.IGNORECASE)
# "mỗi tháng ít nhất 04 tin": a rate that is to be reached, no time
_RATE = re.compile(r"^(?:mỗi|từng)\s(?!.*lần$)", re.IGNORECASE)
_NUMBER_FOLLOWS = re.compile(r"[^.;]*?\d")
_RUNS = re.compile(r"từ\s+(?:(?:ngày|tháng|quý)\s|\d{1,2}/)", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:^|[.;])\s*$")
_HALF_A_YEAR = 184
# "quý I: 05 người; quý II: 07 người" is a row of counts
_COUNT = re.compile(r"\s*:\s*\d")
_COUNTED = re.compile(r"(?:số\s+liệu|tính|kể|kỳ\s+báo\s+cáo|hiệu\s+lực|\()[\s,:]*$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*\)\s*(?:[.;]|$)")
_OPENS = re.compile(r"(?:^|[.;,]|\bđịnh\s+kỳ|(?P<joined>\bvà))\s*$", re.IGNORECASE)
_NOTHING_FOLLOWS = re.compile(r"\s*(?:[.;,:)]|$)")


def plan_period(material: Material) -> str | None:
    """The years of the plan as its title names them: "2023", "2021-2025"; the last year of "đến năm 2030"."""
    title = " ".join(block.text for block in material.outline.zone("title"))
    lead = [block.text for block in material.outline.zone("preamble")][-1:]
    for text in (title, *lead):
        found = covered.years(text)
        if found is not None:
            return str(found.last) if found.first in (None, found.last) else f"{found.first}-{found.last}"
    return None


def years(period: Period) -> str | None:
    """The years of a mention: "2023", "2021-2025"; None for recurrence and times without a year."""
    if period.last is None:
        return None
    first = period.first.year if period.first else period.last.year
    return str(first) if first == period.last.year else f"{first}-{period.last.year}"


def due(period: Period) -> Due | None:
    """A mention as a deadline in dates; None where neither day nor recurrence is known."""
    if period.first is None and period.last is None and period.recurrence is None:
        return None
    return Due.model_validate(
        {
            "from": period.first.isoformat() if period.first else None,
            "to": period.last.isoformat() if period.last else None,
            "recurrence": period.recurrence,
        }
    )


def comes_round(text: str, period: Period) -> bool:
    """True for work that comes round: "định kỳ hằng tháng", "mỗi quý một lần", "ngày 25 hằng tháng", or "Hằng năm" at
    the beginning of a clause (elsewhere it tells of a thing: "dự toán hằng năm")."""
    if is_rate(text, period):
        return False
    if period.recurrence not in _ROUNDS:
        return False
    opens = _OPENS.search(text[: period.start])
    # "kế hoạch vốn trung hạn và hằng năm;" begins no clause
    begins = opens is not None and not (opens["joined"] and _NOTHING_FOLLOWS.match(text, period.end))
    return begins or _ROUND.search(period.text) is not None


def is_rate(text: str, period: Period) -> bool:
    """True for "mỗi tháng" before a number that tells how much: "...; mỗi tháng đăng tải ít nhất 04 tin, bài".

    What a whole sentence begins with says when: "Mỗi học kỳ tổ chức 01 buổi nói chuyện".
    """
    begins = not text[: period.start].strip() or text[: period.start].rstrip().endswith(".")
    return not begins and _RATE.search(period.text) is not None and _NUMBER_FOLLOWS.match(text, period.end) is not None


def is_done_so_often(text: str, period: Period) -> bool:
    """True for a short term anywhere in a sentence that says how often work is done ("cập nhật hằng quý trên Cổng"),
    not where it tells of a thing ("trợ cấp xã hội hằng tháng")."""
    return (
        period.recurrence in ("quarterly", "monthly", "weekly")
        and not is_rate(text, period)
        and _THING.search(text[max(0, period.start - 60) : period.start]) is None
    )


def opens_clause(text: str, period: Period) -> bool:
    """True for months and quarters that a clause begins with: "Quý IV/2026, tổng kết Chương trình"."""
    counted = _COUNT.match(text, period.end) or in_bracket(text, period.start)
    return _is_short(period) and not counted and _CLAUSE.search(text[: period.start]) is not None


def runs(text: str, period: Period) -> bool:
    """True for the days in which work goes on: "từ ngày 15/5 đến ngày 31/10", not those that figures are of ("số liệu
    từ ngày ..."); in brackets only where these hold nothing else and close the clause."""
    return _closes_alone(text, period) or (
        period.first is not None
        and _RUNS.match(period.text) is not None
        and _COUNTED.search(text[: period.start]) is None
    )


def _closes_alone(text: str, period: Period) -> bool:
    """True for "(từ ngày 15/4 đến ngày 15/5)" at the end of a clause."""
    alone = text[: period.start].rstrip().endswith("(") and _CLOSED.match(text, period.end) is not None
    return alone and _is_short(period) and _RUNS.match(period.text) is not None


def _is_short(period: Period) -> bool:
    """True for days within half a year."""
    return period.first is not None and period.last is not None and (period.last - period.first).days < _HALF_A_YEAR
