"""Times: deadlines, the period of the plan, the year that headings and the closing name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.plan import Responsibility, Task
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import day, short

# reports on a year are due in the first months of the next
_AFTER = 3
# so many rows, and so small a share of them, make one that begins earlier stand out
_ENOUGH = 5
_FEW = 0.2
_FROM = re.compile(r"\s*(?:bắt đầu\s+)?từ\s+(?:ngày|tháng|quý|năm|nay|\d)", re.IGNORECASE)
_UNTIL = re.compile(r"đến|tới|hết|trở đi|[-–—]|hằng|hàng|thường xuyên", re.IGNORECASE)
_PAST = re.compile(r"kết quả|tình hình|đánh giá|thực trạng|sơ kết|tổng kết|năm trước", re.IGNORECASE)
_ONE_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b(?!\s*[-–]\s*\d)", re.IGNORECASE)
_NOT_THE_PLAN = re.compile(
    r"(?:đến|từ|giai đoạn|tầm nhìn(?: đến)?|hết|học|tháng\s+\d{1,2}|kỳ|trước|so với|của)\s*$", re.IGNORECASE
)
_IN_YEAR = re.compile(r"\b(?:vào|trong)\s+(?:(?:đầu|cuối|giữa)\s+)?năm\s+(20\d\d)\b(?!\s*[-–]\s*\d)", re.IGNORECASE)
_CLOSING = re.compile(r"Trên đây là (?:nội dung )?(?:Kế hoạch|Chương trình|Đề án|Phương án)[^.;]*", re.IGNORECASE)

Work = Task | Responsibility


def _work(case: Case) -> Iterator[Work]:
    yield from case.plan.tasks
    yield from case.plan.responsibilities


def _due_by(item: Work) -> date | None:
    """The last day of a deadline that does not recur."""
    if item.due is None or item.due.to is None or item.due.recurrence is not None:
        return None
    return date.fromisoformat(item.due.to)


def before_issue(case: Case) -> Iterator[Found]:
    """Work that is due before the document was issued."""
    issued = case.plan.document.issued_on
    if issued is None:
        return
    for item in _work(case):
        due = _due_by(item)
        # a deadline without a year ("trước ngày 15 tháng 6") comes round every year
        if due is not None and due < date.fromisoformat(issued) and str(due.year) in (item.deadline or ""):
            words = {"text": short(item.text), "deadline": item.deadline or day(due.isoformat()), "issued": day(issued)}
            places = [*item.evidence, *case.plan.document.evidence.get("issued_on", [])]
            yield Found(words, [item.id], places)


def after_period(case: Case) -> Iterator[Found]:
    """Work that is due after the plan's last year; the first months of the next are for reports."""
    end = _last_year(case)
    if end is None:
        return
    found = list(_late(case, end))
    # where many are "late", the plan looks further than its period says
    if len(found) <= max(2, _FEW * len([*_work(case)])):
        yield from found


def _late(case: Case, end: int) -> Iterator[Found]:
    for item in _work(case):
        due = _due_by(item)
        named = {int(year) for year in _IN_YEAR.findall(item.text)}
        late = due is not None and (due.year, due.month) > (end + 1, _AFTER)
        if late or (due is None and named and min(named) > end):
            when = item.deadline if late and item.deadline else ", ".join(f"năm {y}" for y in sorted(named))
            words = {"text": short(item.text), "when": when or (day(due.isoformat()) if due else ""), "end": str(end)}
            yield Found(words, [item.id], item.evidence)


def open_end(case: Case) -> Iterator[Found]:
    """A deadline gives a beginning and no end."""
    for item in _work(case):
        recurs = item.due is not None and item.due.recurrence is not None
        if item.deadline and not recurs and _FROM.match(item.deadline) and not _UNTIL.search(item.deadline):
            yield Found({"text": short(item.text), "deadline": item.deadline}, [item.id], item.evidence[:1])


def early_start(case: Case) -> Iterator[Found]:
    """Work of a table begins before the year of issue, where the other rows begin with it."""
    header = case.plan.document
    # the day may be written by hand and not be read, the year is printed
    issued = header.issued_on or next(iter(re.findall(r"\d{4}", header.raw.get("issued_on", ""))), None)
    if issued is None:
        return
    groups: dict[str, list[Task]] = {}
    for task in case.plan.tasks:
        if task.due is not None and task.due.from_ and task.due.to and task.due.recurrence is None:
            groups.setdefault(task.section_id or task.section.split(".")[0], []).append(task)
    for tasks in groups.values():
        early = [t for t in tasks if t.due and t.due.from_ and t.due.from_[:4] < issued[:4]]
        if len(tasks) >= _ENOUGH and 0 < len(early) <= _FEW * len(tasks):
            for task in early:
                words = {"text": short(task.text), "deadline": task.deadline or "", "issued": issued[:4]}
                yield Found(words, [task.id], task.evidence)


def _last_year(case: Case) -> int | None:
    """The last year of the plan, or a later one that the title looks forward to."""
    period = case.plan.document.period
    if period is None or period.to is None:
        return None
    return max([period.to, *(int(year) for year in re.findall(r"\b20\d\d\b", case.plan.document.title or ""))])


def _year_of_plan(case: Case) -> int | None:
    period = case.plan.document.period
    return period.to if period and period.from_ == period.to else None


def heading_year(case: Case) -> Iterator[Found]:
    """A heading names another year than the title does."""
    year = _year_of_plan(case)
    if year is None:
        return
    for section in case.plan.sections:
        if section.role != "heading" or section.kind not in ("goals", "tasks", None) or _PAST.search(section.title):
            continue
        other = _other_year(section.title, year)
        if other:
            words = {"title": short(section.title), "year": str(other), "plan": str(year)}
            yield Found(words, [section.id], section.evidence)


def closing_year(case: Case) -> Iterator[Found]:
    """The closing sentence names another year than the title does."""
    year = _year_of_plan(case)
    if year is None:
        return
    for match, block in case.matches(_CLOSING, case.outline.zone("body", "closing")):
        other = _other_year(match.group(), year)
        if other:
            words = {"title": short(match.group()), "year": str(other), "plan": str(year)}
            yield Found(words, [], case.at(block, match.start(), match.end()))


def _other_year(text: str, year: int) -> int | None:
    """The year that ``text`` names as its own, if it is not ``year``; none where ``year`` is named too."""
    named = [int(m.group(1)) for m in _ONE_YEAR.finditer(text) if not _NOT_THE_PLAN.search(text[: m.start()])]
    return named[0] if named and year not in named else None


FAMILY = Family(
    "Thời gian",
    "Times",
    {
        "deadline-before-issue": Rule(
            "warning",
            before_issue,
            "“{text}”: thời hạn {deadline} trước ngày ban hành văn bản ({issued}).",
            "“{text}”: the deadline {deadline} is before the date of issue ({issued}).",
            "A deadline that names its year and does not recur lies before the date of the document.",
            doubtful=True,
        ),
        "deadline-after-period": Rule(
            "info",
            after_period,
            "“{text}”: thời gian thực hiện ({when}) nằm ngoài kỳ kế hoạch (đến hết năm {end}).",
            "“{text}”: the time ({when}) lies outside the plan, which ends with {end}.",
            "Reports in the first three months after the plan's last year are let pass.",
        ),
        "deadline-open": Rule(
            "info",
            open_end,
            "“{text}”: thời hạn “{deadline}” chỉ nêu thời điểm bắt đầu.",
            "“{text}”: the deadline “{deadline}” gives a beginning and no end.",
            "“Từ quý III/2012” without an end; what recurs or goes on is let pass.",
        ),
        "early-start": Rule(
            "info",
            early_start,
            "“{text}”: thời gian {deadline} bắt đầu trước năm ban hành ({issued}), khác các nội dung cùng bảng.",
            "“{text}”: {deadline} begins before the year of issue ({issued}), unlike its neighbours.",
            "At most a fifth of at least five items of one section or table begin before the year of issue.",
        ),
        "heading-year": Rule(
            "warning",
            heading_year,
            "Đề mục “{title}” ghi năm {year}, trong khi kế hoạch là của năm {plan}.",
            "The heading “{title}” names {year}, but the plan is for {plan}.",
            "A heading of targets or tasks in a plan for one year names another; reviews of the past are let pass.",
        ),
        "closing-year": Rule(
            "warning",
            closing_year,
            "Câu kết “{title}” ghi năm {year}, trong khi kế hoạch là của năm {plan}.",
            "The closing sentence “{title}” names {year}, but the plan is for {plan}.",
            "“Trên đây là Kế hoạch ... năm ...” with another year than the title.",
        ),
    },
)
