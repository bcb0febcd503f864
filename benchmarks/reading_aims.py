"""What reading aims at, and which figure of a run meets which aim. Nothing is rounded in an aim's favour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OURS, PROGRAM = "kehoach", "tesseract"


@dataclass(frozen=True, slots=True)
class Aim:
    """One figure of one level: at most ``limit``, or at least where ``least``; ``share``: per 1 of another figure.

    ``figure`` and ``share`` are keys of ``reading_metrics.summary``.
    """

    level: str
    figure: str
    limit: float
    least: bool = False
    share: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An aim beside what was measured; ``value`` is None where the run has no such figure."""

    aim: Aim
    value: float | None
    limit: float

    @property
    def met(self) -> bool:
        """True where the figure is there and within its limit."""
        if self.value is None:
            return False
        return self.value >= self.limit if self.aim.least else self.value <= self.limit


AIMS = (
    *(
        aim
        for level in ("clean", "office")
        for aim in (
            Aim(level, "cer_median", 0.12),
            Aim(level, "cer_pooled", 0.25),
            Aim(level, "diacritics", 99.9, least=True),
            Aim(level, "order_errors", 0),
        )
    ),
    Aim("copy", "cer_median", 2.5),
    Aim("clean", "cells_exact", 97, least=True),
    Aim("office", "cells_exact", 95, least=True),
    Aim("copy", "cells_exact", 50, least=True),
    Aim("clean", "numbers_silent", 0),
    Aim("office", "numbers_silent", 1 / 500, share="numbers"),
    *(Aim(level, "peak_mb", 400) for level in ("clean", "office", "copy")),
)
_CPU_SHARE = 0.5
"""Most CPU a page, as a share of what the tesseract program takes for it at 300 dpi."""


def outcomes(levels: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[Outcome]:
    """Every aim whose level was run; ``levels``: level -> method -> figure -> value."""
    found = []
    for aim in AIMS:
        if aim.level in levels:
            ours = levels[aim.level].get(OURS, {})
            value = ours.get(aim.figure)
            value = value / ours[aim.share] if value is not None and ours.get(aim.share) else value
            found.append(Outcome(aim, _number(value), aim.limit))
    for level, methods in levels.items():
        if OURS in methods and PROGRAM in methods:
            limit = _CPU_SHARE * methods[PROGRAM]["cpu_seconds"]
            found.append(Outcome(Aim(level, "cpu_seconds", limit), methods[OURS]["cpu_seconds"], limit))
    return found


def _number(value: float | None) -> float | None:
    return None if value is None or value != value else value
