"""Numbers in Vietnamese notation: "." between thousands, "," before the decimals."""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"
"""Pattern of one number; longest reading first."""

_WHOLE = re.compile(NUMBER, re.ASCII)


def parse(text: str) -> int | float | None:
    """The value of a number as printed; None where the text is not one.

    A point before exactly three digits stands between thousands, any other point is a decimal point (a habit taken
    over from English or a slip); one comma is always the decimal comma, several stand between thousands.

    >>> parse("9.500"), parse("98,4"), parse("1.234,5"), parse("02"), parse("0.5"), parse("1,234,567")
    (9500, 98.4, 1234.5, 2, 0.5, 1234567)
    """
    if not _WHOLE.fullmatch(text):
        return None
    if text.count(",") > 1:
        return int(text.replace(",", ""))
    if re.fullmatch(r"0\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    plain = text.replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def write(value: int | float) -> str:
    """A value in Vietnamese notation; the inverse of :func:`parse` for at most twelve decimals.

    >>> write(1234.5)
    '1.234,5'
    """
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    whole, _, decimals = f"{value:.12f}".rstrip("0").partition(".")
    head = f"{int(whole):,}".replace(",", ".")
    return f"{head},{decimals}" if decimals else head
