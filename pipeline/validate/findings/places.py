"""Which of an item's places to show: the words of the body, the cells of the annex that matter."""

from __future__ import annotations

from pipeline.document import Span
from pipeline.plan import Evidence, Goal
from pipeline.validate.findings.model import Case
from pipeline.validate.findings.wording import plain


def body(case: Case, goal: Goal) -> list[Evidence]:
    """Where the body states the target; the first place of any kind if it does not."""
    found = [place for place in goal.evidence if not _in_table(case, place)]
    return found or goal.evidence[:1]


def annex(case: Case, goal: Goal) -> list[Evidence]:
    """The name and the value that the annex gives for the target."""
    if goal.annex is None:
        return []
    return cells(case, goal, (goal.annex.name, goal.annex.raw))


def cells(case: Case, goal: Goal, texts: tuple[str, ...]) -> list[Evidence]:
    """The cells of the target's annex row that hold one of ``texts``, each text once."""
    if goal.annex is None:
        return []
    found: dict[str, Evidence] = {}
    for table in case.plan.annexes:
        for cell in table.cells if table.id == goal.annex.annex else ():
            for text in texts:
                if cell.row == goal.annex.row and cell.evidence and plain(text) in plain(cell.text):
                    found.setdefault(text, cell.evidence[0])
    return list({place.span[0]: place for place in found.values()}.values())


def both(case: Case, goal: Goal) -> list[Evidence]:
    """Body and annex side by side."""
    return [*body(case, goal), *annex(case, goal)]


def baseline(case: Case, goal: Goal) -> list[Evidence]:
    """The target and the result that it is held against."""
    base = [] if goal.baseline is None else cells(case, goal, (goal.baseline.raw,))
    return [*(annex(case, goal) or body(case, goal)), *base]


def _in_table(case: Case, place: Evidence) -> bool:
    span = Span(*place.span)
    return any(part.overlaps(span) for table in case.document.tables for part in table.spans)
