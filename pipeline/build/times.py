"""Times as the record writes them."""

from __future__ import annotations

import re

from pipeline.build import period as covered
from pipeline.build.material import Material
from pipeline.mentions import Period
from pipeline.plan import Due

_ROUNDS = ("yearly", "half_yearly", "quarterly", "monthly", "weekly")
_ROUND = re.compile(r"^định\s+kỳ|(?<!\w)lần$|^(?:ngày\s+\d|.*(?:thứ\s|chủ\s+nhật))", re.IGNORECASE)
_RUNS = re.compile(r"từ\s+ngày\s", re.IGNORECASE)
_COUNTED = re.compile(r"(?:số\s+liệu|tính|kể|kỳ\s+báo\s+cáo|hiệu\s+lực|\()[\s,:]*$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.;,]|\bvà|\bđịnh\s+kỳ)\s*$", re.IGNORECASE)


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
    said = _ROUND.search(period.text) is not None
    return period.recurrence in _ROUNDS and (said or _OPENS.search(text[: period.start]) is not None)


def runs(text: str, period: Period) -> bool:
    """True for the days in which work goes on: "từ ngày 15/5 đến ngày 31/10", not those that figures are of ("số liệu
    từ ngày ...")."""
    return (
        period.first is not None
        and _RUNS.match(period.text) is not None
        and _COUNTED.search(text[: period.start]) is None
    )
