"""Times in running text: days, months, quarters, years, spans of years, recurrence, deadlines."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from pipeline.lexicon.periods import (
    DATED_RECURRENCES,
    DUE_BEFORE,
    DUE_WITHIN,
    ENDING_EVENTS,
    EVENTS,
    EVERY_FEW_DAYS,
    HALVES,
    OCCASIONS,
    RECURRENCES,
    SEASONS,
    SESSIONS,
    WEEKDAYS,
)
from pipeline.mentions import Period

_Y = r"(?:19|20)\d\d"
# the slash is often lost in reading ("quý I2012")
_OF_YEAR = rf"(?:\s*/?\s*|\s*-\s*|\s+năm\s+|\s+)(?P<year>{_Y})(?!\d)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = r"(?:IV|I{1,3}|[1-4])(?!\w)"
_CITED = re.compile(
    rf"(?:số\s+)?\d+(?:/\d{{4}})?\s*[-/]\s*[A-ZĐƯ][\w&Đ./-]*\s+ngày\s+\d{{1,2}}(?:/|\s+tháng\s+)\d{{1,2}}(?:/|\s+năm\s+){_Y}"
    rf"|\d+/{_Y}/[A-ZĐ][\w-]*"
)
# "Trong vòng 03 ngày kể từ ngày nhận hồ sơ": by when, though no day can be told
_LENGTH = r"\d{1,3}\s*(?:ngày(?:\s+làm\s+việc)?|tuần|tháng|giờ|phút)"
_WITHIN = re.compile(
    rf"(?<!\w)(?:(?:trong\s+(?:vòng|thời\s+hạn)|chậm\s+nhất(?:\s+là)?)\s+{_LENGTH}|"
    rf"trong\s+{_LENGTH}(?=\s+(?:kể|tính)\s+từ\s))"
    r"(?:\s+sau\s+(?!khi\s|ngày\s|thời\s)\w+(?:\s+\w+){0,2}(?=[,;.()]|$)|\s*,?\s*(?:(?:(?:kể|tính)\s+)?từ|trước|sau)\s+(?:ngày|khi|thời\s+điểm)\s+[^,;.()]{0,60}?"
    r"(?:\s+này|\s+hồ\s+sơ(?:\s+hợp\s+lệ)?|\s+văn\s+bản(?:\s+(?:đề\s+nghị|yêu\s+cầu))?|\s+(?:đề\s+nghị|yêu\s+cầu|thông\s+báo|quyết\s+định|kế\s+hoạch)(?!\s+(?:này|số))"
    r"|\s+hiệu\s+lực|(?<=\s)\d{1,2}/\d{1,2}(?:/\d{4})?|(?<=\s)ban\s+hành(?!\s+\w)|(?<=\s)ký(?!\s+(?:ban|kết))|(?=[,;.()]|$)))?(?!\w)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# most running text names no time at all: a look for these is cheaper than all forms
_MAY_HOLD = re.compile(
    r"\d|năm|quý|tháng|tuần|xuyên|tục|yêu\s|xuất|quy\s|mùa|tết|học\s+kỳ|(?:thành|xong)\s+trước|dịp|nghỉ\s+hè|giảng|chủ\s+nhật|thứ\s|trước\s+khi",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?<!\w)(?P<cue>{DUE_BEFORE}|{DUE_WITHIN})\s+$", re.IGNORECASE)
_LATEST = re.compile(r"trước|nhất|hết|muộn", re.IGNORECASE)
# The verb is no part of the time: "kết quả thực hiện trước ngày 15/12" is due "trước ngày 15/12".
_LEFT_OUT = re.compile(r"\s*(?:(?:hoàn\s+thành|thực\s+hiện|xong|báo\s+cáo|gửi|trình|ban\s+hành)\s+)?(?:vào\s+)?", re.I)


class _Days(NamedTuple):
    first: date | None
    last: date | None
    given: bool = True


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], int | None], _Days | None]
    digits: bool
    holds: str  # a text without these letters holds none of this form
    due: bool = False  # named only for what is due then


def find(text: str, unit: str = "", year: int | None = None) -> list[Period]:
    """Every time named in ``text``, in order, the longest reading first; dates of cited documents are left out.

    ``year`` is put in where the words name day, month or quarter without a year (``year_given`` is False then).
    "vào" before a time is no part of it, "trước", "trong", "từ ... đến" are.
    """
    if not _MAY_HOLD.search(text):
        return []
    plain = _CITED.sub(lambda found: "\x00" * len(found.group()), text)
    taken: list[Period] = []
    for found in _all(plain, unit, year):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return list(_within_seasons(text, sorted(taken, key=lambda period: period.start)))


def _within_seasons(text: str, found: list[Period]) -> Iterator[Period]:
    """A season right behind a recurrence goes with it: "định kỳ hằng tháng | trong mùa khô"."""
    joined: Period | None = None
    for period, following in zip_longest(found, found[1:]):
        if joined is not None:
            yield joined
            joined = None
        elif (
            following is not None
            and period.recurrence
            and not text[period.end : following.start].strip()
            and _SEASON.fullmatch(following.text)
        ):
            text_here = text[period.start : following.end]
            joined = replace(period, end=following.end, text=text_here)
        else:
            yield period


def own_year(texts: Iterable[str]) -> int | None:
    """The single year that title and opening words name first ("Năm 2023"), for times without a year."""
    for text in texts:
        single = [p for p in find(text) if p.first and p.last and p.first.year == p.last.year]
        if single:
            return single[-1].last.year if single[-1].last else None
    return None


def _all(text: str, unit: str, year: int | None) -> Iterator[Period]:
    for match in _WITHIN.finditer(text):
        yield Period(unit, match.start(), match.end(), match.group(), deadline=True, year_given=False)
    low = text.lower()
    for words, pattern in _NAMED:
        # few texts hold such words: looking for them is cheaper than for all forms
        for match in pattern.finditer(text) if any(word in low for word in words) else ():
            found = Period(unit, match.start(), match.end(), match.group(), deadline=True, year_given=False)
            yield replace(found, recurrence="yearly") if _EVERY_YEAR.search(found.text) else found
    for recurrence, pattern in _DATED if any(word in low for word in _COMES_AGAIN) else ():
        for match in pattern.finditer(text):
            yield replace(_period(text, unit, match, _Days(None, None)), recurrence=recurrence)
    digits = _DIGIT.search(text) is not None
    for form in _FORMS:
        if (form.digits and not digits) or form.holds not in low:
            continue
        for match in form.pattern.finditer(text):
            days = form.read(match, year)
            if days is not None:
                found = _period(text, unit, match, days)
                yield replace(found, deadline=True) if form.due and days.given else found
    for recurrence, pattern in _RECURRENT:
        if not any(word in low for word in _SAID[recurrence]):
            continue
        for match in pattern.finditer(text):
            yield Period(unit, match.start(), match.end(), match.group(), recurrence=recurrence)


def _period(text: str, unit: str, match: re.Match[str], days: _Days) -> Period:
    start = match.start()
    if text[start] in "nN" and (led := _LED.search(text, max(0, start - 40), start)):
        start = led.start()  # "Chủ nhật, | ngày 01/3/2026"
    cue = _BEFORE.search(text[max(0, start - 40) : start])
    first = days.first
    deadline = False
    if cue:
        deadline = True
        several = first is not None and days.last is not None and first < days.last and match.re is _DAYS_APART
        at = start - (len(text[max(0, start - 40) : start]) - cue.start())
        dropped = _LEFT_OUT.match(text[at:start])
        start = at + (dropped.end() if dropped else 0)
        if _LATEST.search(cue["cue"]) and not several:
            first = None
    return Period(
        unit, start, match.end(), text[start : match.end()], first, days.last,
        deadline=deadline, year_given=days.given,
    )  # fmt: skip


def _month(year: int, first: int, last: int | None = None) -> _Days | None:
    last = last or first
    if not (1 <= first <= 12 and 1 <= last <= 12 and first <= last):
        return None
    return _Days(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _day(day: str, month: str, year: int) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _year(match: re.Match[str], known: int | None, group: str = "year") -> tuple[int, bool] | None:
    if match[group]:
        return int(match[group]), True
    return None if known is None else (known, False)


def _read_day(match: re.Match[str], known: int | None) -> _Days | None:
    year = _year(match, known)
    day = _day(match["day"], match["month"], year[0]) if year else None
    if year is None:
        # the words stand, the year cannot be told
        return _Days(None, None, False) if _day(match["day"], match["month"], 2000) else None
    return None if day is None else _Days(day, day, year[1])


def _read_days(match: re.Match[str], known: int | None) -> _Days | None:
    year = _year(match, known)
    if year is None:
        return None
    last = _day(match["day"], match["month"], year[0])
    earlier = int(match["year0"]) if match["year0"] else year[0]
    first = _day(match["day0"], match["month0"] or match["month"], earlier)
    return _Days(first, last, year[1]) if first and last and first <= last else None


def _read_days_apart(match: re.Match[str], known: int | None) -> _Days | None:
    """ "ngày 05/6 và ngày 05/11/2025": from the first to the last; a year counts for those before it."""
    days: list[date] = []
    year, given = known, False
    for day, month, named in reversed(_ONE_OF_DAYS.findall(match.group())):
        year, given = (int(named), True) if named else (year, given)
        one = _day(day, month, year or 2000)
        if one is None:
            return None
        days.append(one)
    if year is None:
        return _Days(None, None, False)
    return _Days(min(days), max(days), given)


def _read_months(match: re.Match[str], known: int | None) -> _Days | None:
    year = _year(match, known)
    months = [int(n) for n in re.findall(r"\d{1,2}", match["months"])]
    if year is None:
        return _Days(None, None, False) if all(1 <= n <= 12 for n in months) else None
    days = _month(year[0], min(months), max(months))
    return None if days is None else days._replace(given=year[1])


def _read_quarters(match: re.Match[str], known: int | None) -> _Days | None:
    year = _year(match, known)
    quarters = [_ROMAN[q.lower()] for q in re.findall(r"(?<!\w)(?:IV|I{1,3}|[1-4])(?!\w)", match["quarters"], re.I)]
    if year is None or not quarters:
        return _Days(None, None, False) if quarters else None
    days = _month(year[0], 3 * min(quarters) - 2, 3 * max(quarters))
    return None if days is None else days._replace(given=year[1])


def _read_half(match: re.Match[str], known: int | None) -> _Days | None:
    year = _year(match, known)
    if year is None:
        return _Days(None, None, False)
    days = _month(year[0], *HALVES[match["half"].lower()])
    return None if days is None else days._replace(given=year[1])


def _read_span(match: re.Match[str], _: int | None) -> _Days | None:
    first, last = int(match["year0"]), int(match["year"])
    return _Days(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _read_until(match: re.Match[str], _: int | None) -> _Days | None:
    return _Days(None, date(int(match["year"]), 12, 31))


def _read_year(match: re.Match[str], _: int | None) -> _Days | None:
    return _Days(date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31))


def _read_this_year(_: re.Match[str], known: int | None) -> _Days | None:
    return None if known is None else _Days(date(known, 1, 1), date(known, 12, 31), False)


def _read_session(match: re.Match[str], known: int | None) -> _Days | None:
    year = _year(match, known)
    return _Days(None, None, False) if year is None else _Days(date(year[0], 1, 1), date(year[0], 12, 31), year[1])


def _form(
    pattern: str, read: Callable[[re.Match[str], int | None], _Days | None], holds: str, *, digits: bool = True
) -> _Form:
    return _Form(re.compile(pattern, re.IGNORECASE), read, digits, holds)


_DAY = (
    rf"(?P<day>\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{{1,2}})"
    rf"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>{_Y}))?(?![\d/])"
)
_FIRST = (
    rf"(?P<day0>\d{{1,2}})(?:(?:\s*/\s*|\s+tháng\s+)(?P<month0>\d{{1,2}})(?:(?:\s*/\s*|\s+năm\s+)(?P<year0>{_Y}))?)?"
)
_FIRST_OF_MONTH = rf"(?P<day0>\d{{1,2}})/(?P<month0>\d{{1,2}})(?:/(?P<year0>{_Y}))?"
_A_DAY = rf"\d{{1,2}}(?:\s*/\s*|\s+tháng\s+)\d{{1,2}}(?:(?:\s*/\s*|\s+năm\s+){_Y})?(?![\d/])"
_ONE_OF_DAYS = re.compile(rf"(\d{{1,2}})(?:\s*/\s*|\s+tháng\s+)(\d{{1,2}})(?:(?:\s*/\s*|\s+năm\s+)({_Y}))?")
_DAYS_APART = re.compile(
    rf"(?:(?<![\w/])ngày\s+|(?<=trước\s)){_A_DAY}(?:\s*(?:,|và|,\s*và)\s*(?:trước\s+)?(?:ngày\s+)?{_A_DAY})+",
    re.IGNORECASE,
)
_HOUR = r"\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?(?:\s*phút)?\s*,?\s*"
_SESSION = re.compile(rf"(?:(?<=tại\s)|(?<=vào\s)|(?<=trong\s)|(?<=trước\s)){SESSIONS}(?!\w)", re.IGNORECASE)
_FORMS: tuple[_Form, ...] = (
    _form(rf"(?<![\w/])(?:từ\s+)?ngày\s+{_FIRST}\s*(?:đến(?:\s+hết)?|-|–)\s*(?:ngày\s+)?{_DAY}", _read_days, "ngày"),
    _Form(_DAYS_APART, _read_days_apart, True, ""),
    _form(rf"(?<![\w/])từ\s+{_FIRST_OF_MONTH}\s*(?:đến(?:\s+hết)?|-|–)\s*(?:ngày\s+)?{_DAY}", _read_days, "từ"),
    _form(rf"(?<![\w/])ngày\s+{_DAY}", _read_day, "ngày"),
    _form(rf"(?<![\w/.,-])(?=\d+\s*/\s*\d+\s*/\s*\d|\d{{1,2}}-\d{{1,2}}-{_Y}(?![\d-])){_DAY}", _read_day, ""),
    _form(r"(?<=trước\s)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>(?!))?(?=\s*(?:[,;.()]|$))", _read_day, "trước"),
    _form(
        rf"(?<!\w)(?:(?:đầu|giữa|cuối)\s+)?quý\s+(?P<quarters>{_QUARTER}(?:\s*(?:,|-|–|và|đến|;)\s*(?:quý\s+)?{_QUARTER})*)(?:{_OF_YEAR})?",
        _read_quarters,
        "quý",
        digits=False,
    ),
    _form(
        rf"(?<!\w)(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)(?:\s+của)?\s*(?:năm(?:\s+(?P<year>{_Y}))?)?(?!\w)",
        _read_half,
        "tháng",
        digits=False,
    ),
    _form(
        rf"(?<!\w)(?:từ\s+|(?:tuần\s+(?:đầu|cuối|thứ\s+\w+)\s+(?:của\s+)?)?(?:đầu\s+|giữa\s+|cuối\s+)?)tháng\s+(?P<months>\d{{1,2}}(?!\d)(?:\s*(?:,|-|–|và|đến)\s*(?:tháng\s+)?\d{{1,2}}(?!\d))*)"
        rf"(?:{_OF_YEAR})?(?!\d)",
        _read_months,
        "tháng",
    ),
    _form(rf"(?<![\w/.,-])(?P<months>(?:0?[1-9]|1[0-2]))/(?P<year>{_Y})(?!\w|/)", _read_months, "/"),
    _form(
        rf"(?<!\w)(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|năm\s+học|các\s+năm|từ\s+năm|từ|năm)\s+(?P<year0>{_Y})\s*"
        rf"(?:[-–—]|đến(?:\s+hết)?(?:\s+năm)?|tới|và)\s*(?P<year>{_Y})(?!\d)",
        _read_span,
        "",
    ),
    # a dash between two years is easily read as a point
    _form(rf"(?<![\d/.-])(?P<year0>{_Y})\s*[-–—.]\s*(?P<year>{_Y})(?![\d/])", _read_span, ""),
    _form(rf"(?<!\w)(?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<year>{_Y})(?!\d)", _read_until, ""),
    _Form(_SESSION, _read_session, False, "kỳ họp", due=True),
    _form(rf"^\s*(?P<year>{_Y})\s*$", _read_year, ""),
    _form(rf"(?:(?<=[:;,]\s)|^)(?P<year>{_Y})(?=\s*:\s)", _read_year, ":"),
    _form(rf"(?<!\w)(?:cuối\s+|hết\s+)?năm\s+(?P<year>{_Y})(?!\d)", _read_year, "năm"),
    _form(r"(?<!\w)(?:năm\s+nay|cuối\s+năm|trong\s+năm)(?!\w)", _read_this_year, "năm", digits=False),
)  # fmt: skip
_RECURRENT = tuple((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for name, words in RECURRENCES)
_DATED = tuple((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for name, words in DATED_RECURRENCES)
_LED = re.compile(rf"(?<!\w)(?:{WEEKDAYS}\s*,?\s*|{_HOUR})$", re.IGNORECASE)
_EVERY_FEW_DAYS = re.compile(rf"(?<!\w){EVERY_FEW_DAYS}(?!\w)", re.IGNORECASE)
_OCCASION = re.compile(rf"(?:(?<=vào\s)|(?<!\w)(?:trong|trước)\s+){OCCASIONS}", re.IGNORECASE)
_SEASON = re.compile(rf"(?<!\w)(?:{SEASONS})(?!\w)", re.IGNORECASE)
_BEFORE_EVENT = re.compile(rf"(?:(?<=hoàn\sthành\s)|(?<=xong\s)){EVENTS}(?=[,;.()]|$)", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\s(?:hằng|hàng|mỗi)\s+năm$", re.IGNORECASE)
_BEFORE_NUMBERED = re.compile(rf"(?<!\w){ENDING_EVENTS}(?=\s*(?:[,;.()]|$))", re.IGNORECASE)
_ON_WEEKDAY = re.compile(rf"(?<=vào\s){WEEKDAYS}(?!\w)(?!\s*,?\s*(?:ngày\s+\d|(?:hằng|hàng|mỗi)\s))", re.IGNORECASE)
_SAID: dict[str, tuple[str, ...]] = {
    "continuous": ("thường", "liên"),
    "half_yearly": ("tháng", "học"),
    "quarterly": ("quý",),
    "monthly": ("tháng",),
    "weekly": ("tuần",),
    "yearly": ("năm",),
    "on_demand": ("yêu", "đột", "quy"),
}
_COMES_AGAIN = (
    "hằng",
    "hàng",
    "mỗi",
    "đầu",
    "tháng sau",
    "tháng tiếp",
    "tháng kế",
    "tháng liền",
    "cuối",
    "năm sau",
    "năm kế",
    "năm tiếp",
    "năm liền",
)
_NAMED = (
    (("lần",), _EVERY_FEW_DAYS),
    (("dịp",), _OCCASION),
    (("mùa", "tết", "khai giảng", "năm học", "học kỳ", "nghỉ hè"), _SEASON),
    (("chủ nhật", "thứ "), _ON_WEEKDAY),
    (("thành trước", "xong trước"), _BEFORE_EVENT),
    (("trước",), _BEFORE_NUMBERED),
)
