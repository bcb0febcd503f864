"""A calendar (RFC 5545) of the deadlines: a whole-day event on the last day of each task and duty.

Work that comes again ("hằng quý") has an event on the last day of each quarter, half-year, month or year of the plan.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event

from pipeline.emit import plain
from pipeline.emit.files import write_atomic
from pipeline.emit.source import PlanSource

# Months from one time to the next.
_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
# A calendar shows one line; the whole text stands in the description.
_SUMMARY = 120


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write the file ``target`` and return its path; raises FileAccessError."""
    plans = {row["document"]: row for row in plain.rows(source.arrow("documents"))}
    calendar = Calendar()
    calendar.add("prodid", "-//kehoach//deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Thời hạn trong các kế hoạch")
    for view in ("tasks", "responsibilities"):
        for row in plain.rows(source.arrow(view)):
            plan = plans[row["document"]]
            first = row["due_to"] or _first_time(row["recurrence"], plan)
            if first is not None:
                calendar.add_component(_event(row, plan, first))
    write_atomic(target, calendar.to_ical())
    return [target]


def _years(plan: dict[str, Any]) -> tuple[int, int] | None:
    """First and last year of a plan; the year of issue where it names none."""
    first, last = plan["period_from"] or plan["year"], plan["period_to"] or plan["period_from"] or plan["year"]
    return None if first is None or last is None else (min(first, last), last)


def _first_time(recurrence: str | None, plan: dict[str, Any]) -> date | None:
    """The end of the first month, quarter, half-year or year of the plan; None for other work."""
    years = _years(plan)
    if recurrence not in _MONTHS or years is None:
        return None
    month = _MONTHS[recurrence]
    return date(years[0], month, monthrange(years[0], month)[1])


def _event(row: dict[str, Any], plan: dict[str, Any], day: date) -> Event:
    event = Event()
    text = plain.printable(row["text"])
    event.add("uid", f"{row['document']}/{row['id']}@kehoach")
    # when the plan was issued, not when this file was made: the same bytes each time
    event.add("dtstamp", _noon(plan["issued_on"] or day))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    years = _years(plan)
    if row["due_to"] is None and years is not None:
        event.add(
            "rrule",
            {
                "FREQ": "MONTHLY",
                "INTERVAL": _MONTHS[row["recurrence"]],
                "BYMONTHDAY": -1,
                "UNTIL": date(years[1], 12, 31),
            },
        )
    event.add("summary", text if len(text) <= _SUMMARY else f"{text[: _SUMMARY - 1].rsplit(' ', 1)[0]}…")
    event.add("description", "\n".join(_details(row, plan, day)))
    event.add("transp", "TRANSPARENT")
    return event


def _details(row: dict[str, Any], plan: dict[str, Any], day: date) -> list[str]:
    lead = row.get("lead") or [row["agency"]] if "agency" in row else row.get("lead") or []
    page = f", trang {row['page']}" if row["page"] is not None else ""
    return [
        row["text"],
        f"Thời hạn: {row['deadline'] or day.isoformat()}",
        *([f"Chủ trì: {'; '.join(lead)}"] if lead else []),
        f"Văn bản: {plan['number'] or plan['file']}{page}",
    ]


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
