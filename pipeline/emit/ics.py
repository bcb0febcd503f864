"""A calendar (RFC 5545) of the deadlines: a whole-day event on the last day of each task and duty."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event

from pipeline.emit import plain
from pipeline.emit.files import write_atomic
from pipeline.emit.source import PlanSource

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
            if row["due_to"] is not None:
                calendar.add_component(_event(row, plans[row["document"]]))
    write_atomic(target, calendar.to_ical())
    return [target]


def _event(row: dict[str, Any], plan: dict[str, Any]) -> Event:
    event = Event()
    text = plain.printable(row["text"])
    event.add("uid", f"{row['document']}/{row['id']}@kehoach")
    # when the plan was issued, not when this file was made: the same bytes each time
    event.add("dtstamp", _noon(plan["issued_on"] or row["due_to"]))
    event.add("dtstart", row["due_to"])
    event.add("dtend", row["due_to"] + timedelta(days=1))
    event.add("summary", text if len(text) <= _SUMMARY else f"{text[: _SUMMARY - 1].rsplit(' ', 1)[0]}…")
    event.add("description", "\n".join(_details(row, plan)))
    event.add("transp", "TRANSPARENT")
    return event


def _details(row: dict[str, Any], plan: dict[str, Any]) -> list[str]:
    lead = row.get("lead") or [row["agency"]] if "agency" in row else row.get("lead") or []
    page = f", trang {row['page']}" if row["page"] is not None else ""
    return [
        row["text"],
        f"Thời hạn: {row['deadline'] or row['due_to'].isoformat()}",
        *([f"Chủ trì: {'; '.join(lead)}"] if lead else []),
        f"Văn bản: {plan['number'] or plan['file']}{page}",
    ]


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
