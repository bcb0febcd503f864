"""Numbers: what a figure may look like, what its ink says about dots and commas, and two readings put side by side.

A number that two models read differently is doubtful; it is never put right by guessing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pipeline.extract.ocr.lines import Ints, Patches, Piece

FIGURES = "0123456789.,-%"
"""What a cell of a number column may hold."""
DIGITS = "0123456789."
"""What an ordinal of a row may hold."""
ORDINALS = "0123456789.IVXLABCDEGHabcdđe-+*"
"""What a cell of an ordinal column may hold: 1, 1.1, II, A, a, dashes."""
_ALIKE = "lIíìÌÍóÓòÒ§SŠšOoZzB|!ơ"
"""What digits are misread as: l and I for 1, ó for 6, § for 8, S for 5, O for 0, Z for 2 or 7, B for 8."""
_LOOSE = re.compile(rf"[(\-–+]*[\d{_ALIKE}]+(?:[.,;:/\-–'][\d{_ALIKE}]*)*%?[).,;:]*")
_ONES = str.maketrans(dict.fromkeys("lI|]!íìÍÌ", "1") | dict.fromkeys("oOQ", "0"))
"""Letters and signs that stand for one digit only."""
_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-ZĐa-zđ])[.)]?|[-–+*•]|\d{1,3}(?:\.\d{1,3})+\.?")
_ROMAN_PART = re.compile(r"[IVX]{1,5}[./\-–]\d")
_SYMBOL = re.compile(r"/[A-ZĐƯ]{2,}(?:[-–/][A-ZĐƯa-z]+)*[.,;:)]*")
_MINUS = ("-", "–")
_LOST_TAIL = re.compile(r"-?\d+\.\d{1,2}%?")
_VALUE = re.compile(r"[-–]?\d{1,3}(?:\.\d{3})+(?:,\d+)?%?|[-–]?\d+(?:[.,]\d+)?%?|[-–]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as settled on from two readings; ``doubtful`` where they disagree."""

    text: str
    doubtful: bool


def figures(text: str) -> str:
    """Digits and what stands between them; a sentence's comma, stop or bracket around a number is no part of it."""
    return " ".join(re.findall(r"\d+(?:[.,/:\-–]\d+)*", text)).replace("–", "-")


def looks_numeric(text: str) -> bool:
    """True for a number, also where some of its digits were taken for letters."""
    return any(letter.isdigit() for letter in text) and _LOOSE.fullmatch(text) is not None


def misread(text: str) -> bool:
    """True for a number that has letters or signs in the place of digits ("1ó", "§4,7%")."""
    return (
        looks_numeric(text)
        and any(letter in _ALIKE for letter in text)
        and _ROMAN_PART.match(text) is None  # "II/2012" is the second quarter
    )


def parted(text: str) -> tuple[str, str]:
    """The number of a document and its symbol: "306/KH-UBND" is "306" and "/KH-UBND"; other words have no symbol."""
    at = text.find("/")
    symbol = text[at:] if at > 0 else ""
    return (text[:at], symbol) if _SYMBOL.fullmatch(symbol) else (text, "")


def told_as_digits(text: str) -> str:
    """``text`` with the letters and signs that can be but one digit as that digit: "l1" is 11, "0]" is 01."""
    return text.translate(_ONES) if looks_numeric(text.replace("]", "l")) else text


def is_ordinal(text: str) -> bool:
    """True for what stands in an ordinal column: "1", "1.2", "II", "A", "-"."""
    return _ORDINAL.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """True for a number in Vietnamese notation (dots between thousands, decimal comma) or with a decimal dot."""
    return _VALUE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class _Ink:
    """The patches of a number from left to right: tops, bottoms, widths; height of its digits and where they stand."""

    top: Ints
    bottom: Ints
    width: Ints
    tall: float
    baseline: float

    @classmethod
    def of(cls, found: Patches, pieces: list[Piece]) -> _Ink | None:
        """None where there is no ink."""
        members = np.array(sorted({index for piece in pieces for index in piece.patches}))
        if not len(members):
            return None
        members = members[np.argsort(found.x0[members], kind="stable")]
        top, bottom = found.y0[members], found.y1[members]
        height = bottom - top
        digits = height > 0.6 * height.max()
        tall, baseline = float(np.median(height[digits])), float(np.median(bottom[digits]))
        return cls(top, bottom, found.x1[members] - found.x0[members], tall, baseline)

    def patches(self) -> Iterator[tuple[int, int, int, int]]:
        """Top, bottom, height and width of each patch."""
        for top, bottom, width in zip(self.top.tolist(), self.bottom.tolist(), self.width.tolist(), strict=True):
            yield top, bottom, bottom - top, width

    def point(self, bottom: int) -> str:
        """A comma reaches below the line, a dot stands on it."""
        return "," if bottom > self.baseline + 0.08 * self.tall else "."


def shape(found: Patches, pieces: list[Piece]) -> str:
    """What the ink of a number looks like: "D" for a digit, and the dots, commas and dashes between, in order.

    Empty where the patches do not tell (letters that touch, dirt).
    """
    ink = _Ink.of(found, pieces)
    if ink is None:
        return ""
    tall, baseline = ink.tall, ink.baseline
    signs = []
    for top, bottom, height, width in ink.patches():
        if height > 0.7 * tall:
            if width > 0.95 * tall or height > 1.4 * tall:
                return ""
            signs.append("D")
        elif top > baseline - 0.45 * tall and width < 0.4 * tall and height > 0.08 * tall:
            signs.append(ink.point(bottom))
        elif width > 1.3 * height and abs((top + bottom) / 2 - (baseline - 0.4 * tall)) < 0.25 * tall:
            signs.append("-")
        elif height > 0.15 * tall and width > 0.15 * tall:
            return ""
    return "".join(signs)


def separators(found: Patches, pieces: list[Piece]) -> str:
    """The dots and commas of a number in order, told by their ink also where its digits touch or are broken.

    Small patches on the baseline: a comma reaches below it. Empty where there are none.
    """
    ink = _Ink.of(found, pieces)
    if ink is None:
        return ""
    tall, low = ink.tall, ink.baseline - 0.4 * ink.tall
    return "".join(
        ink.point(bottom)
        for top, bottom, height, width in ink.patches()
        if 0.12 * tall < height < 0.5 * tall and 0.08 * tall < width < 0.35 * tall and top > low
    )


def settle(first: str, second: str, ink: str, signs: str = "") -> Reading:
    """One number out of two readings of a cell and the ``shape`` of its ink.

    Where both see the same digits, a dot or comma that only one of them sees, or that they see differently, is as the
    ink shows it (``signs``: its ``separators``, for ink whose shape does not tell), and doubtful where the ink shows
    more digits than they see. Other disagreements leave the first reading, doubtful.
    """
    first, second = first.strip(".,;: "), second.strip(".,;: ")
    told = ink.strip(".,")
    if (first[:1] in _MINUS) != (second[:1] in _MINUS):  # a speck before the number, unless the ink shows a dash
        sign = "-" if told[:1] == "-" else ""
        alike = settle(sign + first.lstrip("-–"), sign + second.lstrip("-–"), ink, signs)
        return Reading(alike.text, alike.doubtful or not told)
    digits = _digits(first)
    plain = first.lstrip("-–").rstrip("%")
    if digits and digits == _digits(second):
        whole = bool(told) and len(digits) == told.count("D")
        if len(digits) < told.count("D"):  # a digit is lost; two that touch only make the ink show fewer
            return Reading(first, doubtful=True)
        if first == second and (
            _shape_of(plain) == told.lstrip("-") if whole else signs in ("", _separators_in(plain))
        ):
            return Reading(first, doubtful=False)
        if whole:
            sign = "-" if first[:1] in "-–" or told[:1] == "-" else ""
            text = sign + _filled(told.lstrip("-"), digits) + ("%" if first.endswith("%") else "")
            # of a comma that one of them sees only the head may be left: no thousands stand behind this dot
            for comma in (first, second):
                if _LOST_TAIL.fullmatch(text) and comma == text.replace(".", ","):
                    return Reading(comma, doubtful=True)
            return Reading(text, doubtful=first == second or not is_value(text))
        return _by_signs(first, second, signs)
    for text in (first, second):
        if told and _digits(text) and len(_digits(text)) == told.count("D"):
            return Reading(text, doubtful=True)
    return Reading(first or second, doubtful=True)


def _by_signs(first: str, second: str, signs: str) -> Reading:
    """The same digits twice, and the ``separators`` of their ink: the reading that has these, else the first, doubtful.

    One dot or comma that both see and the ink denies is as the ink shows it, and doubtful.
    """
    for text in (first, second):
        if signs and _separators_in(text) == signs:
            return Reading(text, doubtful=False)
    seen = _separators_in(first)
    if len(seen) == len(signs) == 1 and is_value(first.replace(seen, signs)):
        return Reading(first.replace(seen, signs), doubtful=True)
    return Reading(first, doubtful=True)


def _separators_in(text: str) -> str:
    return re.sub(r"[^.,]", "", text)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _shape_of(text: str) -> str:
    return re.sub(r"\d", "D", text)


def _filled(pattern: str, digits: str) -> str:
    left = iter(digits)
    return "".join(next(left) if sign == "D" else sign for sign in pattern)
