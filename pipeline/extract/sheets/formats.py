"""Values of spreadsheet cells as they are shown: numbers and dates by the format of the cell, as Vietnam writes them.

Of the language of formats (ECMA-376 part 1, 18.8.31) what administrative tables use: digits, groups, decimals,
percent, fixed text, dates and times. Colours and conditions are left out.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

_FIXED = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?")
_DATE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s", re.IGNORECASE)
_GENERAL_DIGITS = 11
"""Significant digits that a cell without a format shows."""


def shown(value: object, form: str) -> str:
    """``value`` of a cell with the number format ``form`` as the sheet shows it; "" for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return _moment(value, form)
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    sections = form.split(";")
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    bare = _FIXED.sub("", section)
    if bare.strip().lower() in ("", "general", "@"):
        return _before(section) + _general(value) if bare.strip() else _literal(section)
    digits = _DIGITS.search(bare)
    if digits is None:
        return _literal(section)
    whole, _, decimals = digits[0].partition(".")
    scaled = Decimal(repr(float(value))) * (100 if "%" in bare else 1)
    while whole.endswith(","):  # a comma behind the digits divides by a thousand
        whole, scaled = whole[:-1], scaled / 1000
    text = _rounded(scaled, len(decimals), sum(c == "0" for c in decimals), grouped="," in whole)
    text = "0" * (whole.count("0") - len(text.partition(",")[0])) + text
    start = _DIGITS.search(_masked(section))
    if start is None:
        return text
    return _literal(section[: start.start()]) + text + _literal(section[start.end() :])


def _masked(section: str) -> str:
    """The section with its fixed text blanked out, at the same length."""
    return _FIXED.sub(lambda m: " " * len(m[0]), section)


def _before(section: str) -> str:
    return _literal(section[: section.lower().find("general")]) if "general" in section.lower() else ""


def _literal(section: str) -> str:
    """The fixed text of a format."""
    return _FIXED.sub(lambda m: m[1] or m[2] or "", section)


def _rounded(value: Decimal, decimals: int, least: int, *, grouped: bool) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    whole, _, part = text.partition(".")
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    return whole.replace(",", ".") + (f",{part}" if part else "")


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.{_GENERAL_DIGITS - 1}g}".replace(".", ",")


def _moment(value: datetime.datetime | datetime.date | datetime.time, form: str) -> str:
    plain = _FIXED.sub(lambda m: m[1] or m[2] or "", form.split(";")[0])
    if not _DATE.search(plain) or plain.lower() == "general":
        plain = "dd/mm/yyyy"
    moment = (
        value
        if isinstance(value, datetime.datetime | datetime.date)
        else datetime.datetime.combine(datetime.date(1900, 1, 1), value)
    )
    hour = 0

    def part(match: re.Match[str]) -> str:
        nonlocal hour
        code = match[0].lower()
        minutes = code[0] == "m" and (hour or plain[match.end() :].lstrip(":").lower().startswith("s"))
        hour = code[0] == "h"
        if minutes:
            return f"{getattr(moment, 'minute', 0):02d}"
        number = {"y": moment.year, "m": moment.month, "d": moment.day, "h": getattr(moment, "hour", 0),
                  "s": getattr(moment, "second", 0)}[code[0]]  # fmt: skip
        if code == "yy":
            return f"{number % 100:02d}"
        return f"{number:02d}" if len(code) == 2 else str(number)

    return _DATE.sub(part, plain)
