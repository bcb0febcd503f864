"""Automatic list numbers of Word, resolved to what Word prints (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from pipeline.extract.word.symbols import printed
from pipeline.lexicon import romans

_REFERENCE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is printed.

    ``style``: the paragraph style that stands for this level. ``restart``: the level (1-based) after which it begins
    anew, 0 for never, None for after each higher one. ``font``: that of a bullet.
    """

    start: int
    form: str
    text: str
    legal: bool
    style: str = ""
    restart: int | None = None
    font: str | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of one document and how far each has counted."""

    lists: dict[str, dict[int, _Level]]
    abstract: dict[str, str]
    starts: dict[tuple[str, int], int]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @staticmethod
    def of(document: Any) -> Numbering:
        """The lists that a python-docx document defines."""
        try:
            root = document.part.numbering_part.element
        except (
            KeyError,
            NotImplementedError,
            AttributeError,
        ):  # python-docx: a document without lists, or a damaged part
            return Numbering({}, {}, {})
        found = root.findall(qn("w:abstractNum"))
        abstract = {a.get(qn("w:abstractNumId")): _levels(a) for a in found}
        styled = {_value(a, "w:styleLink"): abstract[a.get(qn("w:abstractNumId"))] for a in found}
        for a in found:  # a list that only points at a list style has the levels of the list that defines it
            link = _value(a, "w:numStyleLink")
            if link and link in styled:
                abstract[a.get(qn("w:abstractNumId"))] = styled[link]
        lists: dict[str, dict[int, _Level]] = {}
        owner: dict[str, str] = {}
        starts: dict[tuple[str, int], int] = {}
        for num in root.findall(qn("w:num")):
            number = num.get(qn("w:numId"))
            link = num.find(qn("w:abstractNumId"))
            if link is None:
                continue
            owner[number] = link.get(qn("w:val"))
            lists[number] = dict(abstract.get(owner[number], {}))
            for change in num.findall(qn("w:lvlOverride")):
                level = int(change.get(qn("w:ilvl")))
                begin = change.find(qn("w:startOverride"))
                if begin is not None:
                    starts[number, level] = int(begin.get(qn("w:val")))
                other = change.find(qn("w:lvl"))
                if other is not None:
                    lists[number][level] = _level(other)
        return Numbering(lists, owner, starts)

    def next(self, number: str, level: int) -> str:
        """What Word prints before the next paragraph of list ``number`` at ``level`` (0-based); "" for nothing."""
        levels = self.lists.get(number)
        if not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(self.abstract[number], {})
        if number not in self._begun:
            self._begun.add(number)
            for (owner, at), start in self.starts.items():
                if owner == number:
                    counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                del counts[deeper]
        return self._print(levels, level, counts)

    def level_of(self, number: str, style: str) -> int:
        """The level of list ``number`` that a paragraph style stands for; 0 if none does."""
        levels = self.lists.get(number, {})
        return next((at for at, level in levels.items() if level.style == style), 0)

    def _print(self, levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
        this = levels[level]
        if this.form == "bullet":
            text = printed(this.text, this.font)
            return text if text.isprintable() else "•"
        if this.form == "none":
            return ""

        def value(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, this)
            count = counts.get(at, other.start)
            return _formatted(count, "decimal" if this.legal and at != level else other.form)

        return _REFERENCE.sub(value, this.text)


def _levels(abstract: Any) -> dict[int, _Level]:
    return {int(level.get(qn("w:ilvl"))): _level(level) for level in abstract.findall(qn("w:lvl"))}


def _value(element: Any, tag: str, default: str = "") -> str:
    found = element.find(qn(tag))
    return default if found is None else str(found.get(qn("w:val"), default))


def _level(level: Any) -> _Level:
    fonts = level.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    restart = _value(level, "w:lvlRestart")
    return _Level(
        start=int(_value(level, "w:start", "1")),
        form=_value(level, "w:numFmt", "decimal"),
        text=_value(level, "w:lvlText"),
        legal=level.find(qn("w:isLgl")) is not None,
        style=_value(level, "w:pStyle"),
        restart=int(restart) if restart else None,
        font=None if fonts is None else fonts.get(qn("w:ascii")),
    )


def _formatted(count: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        text = romans.numeral(count)
        return text if form == "upperRoman" else text.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "decimalEnclosedParen":
        return f"({count})"
    if form == "numberInDash":
        return f"- {count} -"
    if form == "vietnameseCounting":
        return _counted(count)
    return str(count)


def _counted(count: int) -> str:
    """A number up to 99 in Vietnamese words, as Word counts: "mười một", "hai mươi mốt", "ba mươi lăm"."""
    words = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    tens, ones = divmod(count, 10)
    if count > 99 or count < 1:
        return str(count)
    if tens == 0:
        return words[ones]
    head = "mười" if tens == 1 else f"{words[tens]} mươi"
    tail = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, words[ones])
    return f"{head} {tail}".strip()
