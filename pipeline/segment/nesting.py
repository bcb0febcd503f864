"""The nesting problem on bare markers: ['A', '1', '2'] -> [0, 1, 1].

A stack of open levels is carried along; each marker either goes on with an open level or opens a new one under an open
level. Every choice has a price (numbers that jump, a letter above a numeral, a dash in a dash ...) and the cheapest
reading of the whole list wins (beam search). Errors in the numbering ("4." twice, V after II) cost a little and are
kept as printed; a marker that fits nowhere may be refused ("reject"): then the line is no list item at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pipeline.segment.markers import Reading

BEAM = 6
INDENT_STEP = 8.0
"""Points by which a dash must stand further right to be a dash of a dash."""

_NEVER = 10_000


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked line: the ways to read its marker, how far it is indented (points, None if unknown).

    ``lead``: its words announce what follows (they end in ":"). ``reject``: price of taking it for no marker,
    None where it surely is one.
    """

    readings: tuple[Reading, ...]
    indent: float | None = None
    lead: bool = False
    reject: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a marked line stands: ``depth`` from 0, ``parent`` index of the enclosing item, and why.

    ``reading`` is None for a refused marker (``depth`` and ``parent`` are then those of the line before).
    """

    depth: int
    parent: int | None
    reading: Reading | None
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """An open level: compared by identity, since one is made for each reading of each item."""

    number: int
    style: str
    mark: str
    value: tuple[int, ...]
    rank: int
    indent: float | None
    lead: bool


_RANKS = {
    "part": 0,
    "chapter": 10,
    "section": 20,
    "capital": 30,
    "caps": 35,
    "roman": 40,
    "article": 40,
    "arabic": 60,
    "bold": 65,
    "decimal": 70,
    "letter": 80,
    "bracket_arabic": 84,
    "small_roman": 86,
    "bracket_letter": 86,
    "lead": 90,
    "dash": 100,
    "plus": 110,
}
_BULLET_RANK = 96
_NAMED_RANK = 62
"""Rank of "Dự án 1: ..."; numerals may stand above or below it."""

_UNDER = {
    ("article", "roman"): 0,
    ("roman", "article"): 5,
    ("roman", "capital"): 8,
    ("letter", "bracket_arabic"): 0,
    ("bracket_letter", "bracket_arabic"): 3,
    ("plus", "dash"): 12,
    ("caps", "roman"): 0,
    ("arabic", "caps"): 30,
    ("bold", "arabic"): 2,
}
"""Price of (outer style, inner style) where the general order of styles does not say it."""


def _rank(reading: Reading) -> int:
    if reading.style == "arabic" and reading.mark == ")":
        return 76
    if reading.style.startswith("named"):
        return _NAMED_RANK
    return _RANKS.get(reading.style, _BULLET_RANK)


def _is_sign(style: str) -> bool:
    return style in ("dash", "plus") or style.startswith("bullet")


@lru_cache(maxsize=4096)
def _step(before: tuple[int, ...], after: tuple[int, ...], letters: bool) -> tuple[int, str]:
    """Price of the next number of a series, and what happened in words."""
    if not after:
        return 0, "goes on"
    if len(before) != len(after):
        return 45, "changes its number of parts"
    if before[:-1] != after[:-1]:
        if after[-1] == 1 and len(after) > 1 and after[-2] == before[-2] + 1:
            return 5, "starts the next group"
        return 25, "goes on in another group"
    jump = after[-1] - before[-1]
    if letters and (0 in (before[-1], after[-1]) or (before[-1] == 4 and jump == 2)):
        return 1, "follows (other alphabet)"
    if jump == 1:
        return 0, "follows"
    if jump == 0:
        return 20, "repeats the number"
    if jump > 1:
        return 14 + 3 * min(jump, 6), "skips numbers"
    return (30, "starts again") if after[-1] == 1 else (45, "goes back")


@lru_cache(maxsize=1024)
def _start(style: str, value: tuple[int, ...]) -> int:
    """Price of opening a series with this number."""
    if not value or value[-1] == 1 or style in ("annex", "part"):
        return 0
    if style == "article":
        return 3
    if value[-1] == 0:
        return 20
    return 12 + 3 * min(value[-1] - 1, 8)


def _under(parent: _Entry, entry: _Entry) -> int:
    """Price of ``entry`` standing directly inside ``parent``."""
    if entry.style == "decimal" and parent.value:
        fits = entry.value[-2] == parent.value[-1]
        if parent.style == "decimal":
            return 0 if parent.value == entry.value[:-1] else 30
        if parent.style in ("arabic", "roman", "capital", "letter", "bold"):
            return (0 if parent.style != "roman" or entry.mark == "prefix" else 2) if fits else 14
    if parent.style == entry.style:
        return 0
    price = _UNDER.get((parent.style, entry.style))
    if price is not None:
        return price
    if parent.style == "dash" and entry.style.startswith("bullet"):
        return 12 if entry.lead else 3
    if parent.style == "letter" and entry.style == "arabic":
        return 3 if entry.mark == ")" else 14
    if parent.rank < entry.rank:
        return 0
    return 15 + min((parent.rank - entry.rank) // 4, 20)


def _nested_in_itself(stack: tuple[_Entry, ...], entry: _Entry) -> int:
    """Price of a series inside a series of the same look."""
    for outer in stack:
        if outer.style != entry.style or entry.style == "decimal":
            continue
        if entry.indent is not None and outer.indent is not None and entry.indent >= outer.indent + INDENT_STEP:
            return 4 if _is_sign(entry.style) else 20
        if not _is_sign(entry.style) and outer.mark != entry.mark:
            return 8
        return 40
    return 0


def _closing(closed: _Entry, entry: _Entry) -> int:
    """Price of a series of another look taking the place of ``closed``."""
    if closed.style in ("lead", "bold", "caps") or entry.style in ("lead", "bold", "caps"):
        return 0 if closed.rank >= entry.rank else 6
    if closed.rank >= entry.rank:
        return 6
    return 14 + min((entry.rank - closed.rank) // 2, 20)


class _State(NamedTuple):
    cost: int
    stack: tuple[_Entry, ...]
    trail: tuple[object, ...] | None


def nest(items: Sequence[Marked]) -> list[Place]:
    """Place every item; the list has one place for each item, in order."""
    beam = [_State(0, (), None)]
    for index, item in enumerate(items):
        beam = _advance(beam, index, item)
    return _places(beam[0].trail, len(items))


def _advance(beam: list[_State], index: int, item: Marked) -> list[_State]:
    best: dict[tuple[_Entry, ...], _State] = {}

    def offer(state: _State, extra: int, stack: tuple[_Entry, ...], reading: Reading | None, why: str) -> None:
        cost = state.cost + extra
        known = best.get(stack)
        if known is None or cost < known.cost:
            best[stack] = _State(cost, stack, (state.trail, stack, reading, why))

    entries = [(_entry(index, item, reading), reading, order) for order, reading in enumerate(item.readings)]
    for state in beam:
        for entry, reading, order in entries:
            extra = (7 if reading.slip else 0) + min(order, 1)
            for stack, price, why in _moves(state.stack, entry):
                offer(state, extra + price, stack, reading, why)
        if item.reject is not None:
            offer(state, item.reject, state.stack, None, "no marker: it fits nowhere")
    return sorted(best.values(), key=lambda state: state.cost)[:BEAM]


def _entry(index: int, item: Marked, reading: Reading) -> _Entry:
    mark = "prefix" if reading.prefix else reading.mark
    return _Entry(index, reading.style, mark, reading.value, _rank(reading), item.indent, item.lead)


def _moves(stack: tuple[_Entry, ...], entry: _Entry) -> list[tuple[tuple[_Entry, ...], int, str]]:
    """All ways to put ``entry`` on ``stack``: (new stack, price, why)."""
    found: list[tuple[tuple[_Entry, ...], int, str]] = []
    start = _start(entry.style, entry.value)
    letters = "letter" in entry.style or entry.style == "capital"
    for depth in range(len(stack) + 1):
        outer = stack[:depth]
        here = stack[depth] if depth < len(stack) else None
        if here is not None and here.style == entry.style:
            price, why = _step(here.value, entry.value, letters)
            if here.mark != entry.mark and entry.value:
                price += 6 if price == 0 else 12
            price += _shifted(here, entry)
            found.append(((*outer, entry), price, why))
            continue
        price = start + (_under(outer[-1], entry) if outer else 0) + _nested_in_itself(outer, entry)
        if here is not None:
            price += _closing(here, entry)
        if price < _NEVER:
            found.append(
                ((*outer, entry), price, "opens a level" if here is None else f"takes the place of {here.style}")
            )
    return found


def _shifted(here: _Entry, entry: _Entry) -> int:
    """Price of two dashes of one series standing at different indents."""
    if here.indent is None or entry.indent is None or not _is_sign(entry.style):
        return 0
    return 6 if abs(here.indent - entry.indent) > INDENT_STEP else 0


def _places(trail: tuple[object, ...] | None, count: int) -> list[Place]:
    places: list[Place] = []
    while trail is not None:
        before, stack, reading, why = trail
        assert isinstance(stack, tuple)
        assert isinstance(why, str)
        parent = stack[-2].number if len(stack) > 1 else None
        places.append(Place(max(len(stack) - 1, 0), parent, reading if isinstance(reading, Reading) else None, why))
        assert before is None or isinstance(before, tuple)
        trail = before
    places.reverse()
    assert len(places) == count
    return places
