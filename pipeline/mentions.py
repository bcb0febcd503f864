"""What is named in the text: agencies, quantities, deadlines, citations, roles, verbs.

A mention lies in one unit (a block of the outline or a cell of a table), at offsets into the running text (``Flow``)
of that unit. Builders read mentions; nothing of spaCy or underthesea leaves the annotators.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

Comparator = Literal["=", ">=", "<=", ">", "<", "~"]
DutyRole = Literal["lead", "support", "advise", "monitor", "report", "implement"]
Relation = Literal["implements", "based_on", "amends", "replaces", "mentions"]


def block_unit(index: int) -> str:
    """Unit key of ``Outline.blocks[index]``."""
    return f"b{index}"


def cell_unit(table: int, row: int, column: int) -> str:
    """Unit key of the cell at (row, column) of ``Document.tables[table]``."""
    return f"t{table}.{row}.{column}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A range [start, end) of the running text of ``unit``; ``text`` is exactly that range."""

    unit: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Agency(Mention):
    """A body or a group of bodies. ``name`` is the full name read in context ("các sở: Nội vụ, Tài chính" gives
    two agencies, "Sở Nội vụ" and "Sở Tài chính"); ``key`` links to the lexicon ("so-noi-vu"), None if unknown;
    ``group`` is set for collective addressees ("các sở, ban, ngành"). ``place`` is the territory printed behind the
    name ("tỉnh Lào Cai", "thành phố"), "" if none."""

    name: str = ""
    key: str | None = None
    group: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A measured number. ``value`` to ``max`` is a range where ``max`` is set; ``unit_text`` as printed ("%",
    "tỷ đồng"); ``raw`` is the number as printed; ``change`` is "up"/"down"/"from_to" for "tăng thêm 2 %", "giảm",
    "từ 20% lên 25%" (then ``base`` is the 20). ``total`` is the second number of "66/152 xã"."""

    value: float | int = 0
    max: float | int | None = None
    unit_text: str | None = None
    comparator: Comparator = "="
    raw: str = ""
    change: Literal["up", "down", "from_to"] | None = None
    base: float | int | None = None
    total: float | int | None = None


@dataclass(frozen=True, slots=True)
class Period(Mention):
    """A time: calendar period or point. ``first`` and ``last`` are the days that it covers (either may be None
    where open), ``recurrence`` for "hằng năm", "thường xuyên", "hằng quý"; ``deadline`` is True where the words say
    by when work is due ("trước ngày 15/12", "hoàn thành trong quý II/2023"). ``year_given`` is False where the words
    leave the year out and it was taken from the plan's own year (or is unknown, then both days are None)."""

    first: date | None = None
    last: date | None = None
    recurrence: Literal["continuous", "yearly", "half_yearly", "quarterly", "monthly", "weekly", "on_demand"] | None = (
        None
    )
    deadline: bool = False
    year_given: bool = True


@dataclass(frozen=True, slots=True)
class Citation(Mention):
    """A cited document: type ("Nghị quyết"), number as printed normalised in spacing ("26-NQ/TU"), date, issuer."""

    type: str | None = None
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    relation: Relation = "mentions"


@dataclass(frozen=True, slots=True)
class RoleWord(Mention):
    """Words that give a role: "chủ trì", "phối hợp với", "tham mưu", "theo dõi, đôn đốc", "tổng hợp, báo cáo"."""

    role: DutyRole = "implement"


@dataclass(frozen=True, slots=True)
class Action(Mention):
    """The verb that heads a sentence of work to do ("Rà soát", "Tiếp tục hoàn thiện") and what it is done to; ``opens``
    is False in a later sentence of the unit."""

    object: str | None = None
    opens: bool = True


M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions by unit key, each tuple ordered by start, then by kind."""

    by_unit: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)

    def of(self, unit: str, kind: type[M], start: int = 0, end: int | None = None) -> list[M]:
        """Mentions of one kind wholly inside ``[start, end)`` of a unit, in order."""
        return [
            m
            for m in self.by_unit.get(unit, ())
            if isinstance(m, kind) and m.start >= start and (end is None or m.end <= end)
        ]

    def all(self, kind: type[M]) -> Iterator[M]:
        """Every mention of one kind, unit by unit."""
        for found in self.by_unit.values():
            for m in found:
                if isinstance(m, kind):
                    yield m
