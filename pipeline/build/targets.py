"""What a goal is made from, before body and annex are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.build.leads import Party
from pipeline.document import Flow
from pipeline.mentions import Quantity
from pipeline.plan import Baseline


@dataclass(frozen=True, slots=True)
class Target:
    """One target as stated at one place.

    ``place`` is the running text that states it, ``parts`` the ranges of it that hold name and value. ``quantity``
    is None for objectives without a number. ``parent`` is the position of the enclosing indicator in the same list.
    ``annex`` and ``row`` are set for targets read in a table.
    """

    name: str
    text: str
    section: str
    place: tuple[Flow, ...]
    quantity: Quantity | None
    period: str | None
    unit: str | None = None
    baseline: Baseline | None = None
    group: str | None = None
    parent: int | None = None
    lead: tuple[Party, ...] = ()
    support: tuple[Party, ...] = ()
    annex: str | None = None
    row: int = 0
    raw: dict[str, str] = field(default_factory=dict)
    page: int | None = None
