"""Targets read by themselves: against their baseline, against 100 %, against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.lexicon.contrasts import ABOVE_100, FALLING, FILLERS
from pipeline.lexicon.fold import fold
from pipeline.plan import Goal
from pipeline.validate.findings import places
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import plain, printed, short, with_unit

_REPORT = "BC"
_BY_SO_MUCH = re.compile(r"(?:tăng|giảm)\s+thêm\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# words that make a name: what a reader took from a chart or a stamp has fewer
_SHORTEST = 3
_SHARES = ("%", "‰")
# a target five times its baseline, or a fifth of it, is more often a slip of a digit or a comma than a plan
_FAR = 5


def _goals(case: Case) -> Iterator[Goal]:
    """Targets with a name of their own, in documents that set targets: a report states results."""
    if case.plan.document.type == _REPORT:
        return
    yield from (g for g in case.plan.goals if len(_LETTERS.findall(g.name)) >= _SHORTEST)


def _speaks_of(text: str, words: tuple[str, ...]) -> bool:
    # with tone marks: without them "chậm" (slow) would be "chăm" (care)
    there = text.casefold()
    return any(word in there for word in words)


def _readings(goal: Goal) -> list[tuple[float | int, str]]:
    """The values given for the target, with where: body first, then an annex that differs."""
    found = [] if goal.value is None else [(goal.value, "")]
    if goal.annex is not None and goal.annex.value is not None and goal.annex.value != goal.value:
        found.append((goal.annex.value, "annex"))
    return found


def below_baseline(case: Case) -> Iterator[Found]:
    """The target is below what was already reached, for an indicator that is not meant to fall."""
    for goal in _goals(case):
        base = goal.baseline
        if base is None or goal.value is None or goal.change or goal.comparator in ("<", "<="):
            continue
        if (goal.max or goal.value) < base.value and not _speaks_of(f"{goal.name} {goal.group or ''}", FALLING):
            yield Found(_against(goal, goal.value), [goal.id], places.baseline(case, goal))


def equal_to_baseline(case: Case) -> Iterator[Found]:
    """The plan is the result of the year before."""
    for goal in _goals(case):
        base = goal.baseline
        if base is None or goal.change or goal.comparator not in (None, "="):
            continue
        full = goal.unit == "%" and base.value == 100
        for value, _ in _readings(goal):
            if value == base.value and value != 0 and not full and "duy trì" not in goal.text.casefold():
                yield Found(_against(goal, value), [goal.id], places.baseline(case, goal))
                break


def far_from_baseline(case: Case) -> Iterator[Found]:
    """The target is many times the baseline or a small part of it: a digit or a decimal comma may be wrong."""
    for goal in _goals(case):
        base = goal.baseline
        if base is None or goal.unit not in _SHARES or goal.change or not goal.value or not base.value:
            continue
        ratio = goal.value / base.value
        big = max(goal.value, base.value) >= 10
        if big and (ratio >= _FAR or ratio <= 1 / _FAR) and not _speaks_of(goal.name, FALLING):
            yield Found(_against(goal, goal.value), [goal.id], places.baseline(case, goal))


def _against(goal: Goal, value: float | int) -> dict[str, str]:
    base = goal.baseline
    return {
        "name": short(goal.name),
        "value": with_unit(value, goal.unit, _raw(goal, value)),
        "base": with_unit(base.value, goal.unit, base.raw) if base else "–",
        "when": f" ({base.period})" if base and base.period else "",
    }


def _raw(goal: Goal, value: float | int | None) -> str:
    """The text that prints ``value``: of the body, or of the annex where only that has it."""
    if goal.annex is not None and value == goal.annex.value != goal.value:
        return goal.annex.raw
    return goal.raw.get("value", "")


def above_100(case: Case) -> Iterator[Found]:
    """A share above 100 % that is neither growth nor fulfilment of a plan."""
    for goal in _goals(case):
        if goal.unit != "%" or goal.change or goal.value is None:
            continue
        top = max(goal.value, goal.max or 0)
        if top > 100 and not _speaks_of(f"{goal.name} {goal.text}", ABOVE_100):
            yield Found(
                {"name": short(goal.name), "value": with_unit(top, "%", _raw(goal, top))},
                [goal.id],
                places.body(case, goal),
            )


def reversed_range(case: Case) -> Iterator[Found]:
    """The upper end of a range is not above its lower end."""
    for goal in _goals(case):
        if goal.value is not None and goal.max is not None and goal.max <= goal.value and goal.change != "from_to":
            raw = _raw(goal, goal.value)
            low, high = printed(goal.value, raw), with_unit(goal.max, goal.unit, raw)
            words = {"name": short(goal.name), "low": low, "high": high}
            yield Found(words, [goal.id], places.body(case, goal))


def two_values(case: Case) -> Iterator[Found]:
    """One indicator, one period, one unit, two values in the body."""
    by_name: dict[tuple[str, str | None, str | None], list[Goal]] = defaultdict(list)
    for goal in _goals(case):
        if goal.in_body and goal.value is not None and goal.measured and not goal.change:
            by_name[_name(goal.name), goal.period, goal.unit].append(goal)
    for same in by_name.values():
        if len({(g.value, g.max) for g in same}) > 1:
            values = ", ".join(dict.fromkeys(with_unit(g.value, g.unit, _raw(g, g.value)) for g in same))
            words = {"name": short(same[0].name), "values": values}
            yield Found(words, [g.id for g in same], [place for g in same for place in places.body(case, g)[:1]])


def _name(name: str) -> str:
    text = f" {plain(name)} "
    for filler in FILLERS:
        text = text.replace(f" {fold(filler)} ", " ")
    return " ".join(text.split())


def increase_without_base(case: Case) -> Iterator[Found]:
    """A share is to rise by so many per cent, and nothing says from where."""
    for goal in _goals(case):
        changes = goal.change in ("up", "down") or _BY_SO_MUCH.match(goal.name)
        if changes and goal.unit == "%" and goal.baseline is None and goal.value is not None:
            yield Found(
                {"text": short(goal.text), "value": with_unit(goal.value, "%", _raw(goal, goal.value))},
                [goal.id],
                places.body(case, goal),
            )


FAMILY = Family(
    "Chỉ tiêu",
    "Targets",
    {
        "target-two-values": Rule(
            "warning",
            two_values,
            "“{name}” được nêu nhiều lần với số liệu khác nhau: {values}.",
            "“{name}” is stated more than once with different values: {values}.",
            "The same name (fillers such as “các cấp” apart), period and unit, but another value.",
            doubtful=True,
        ),
        "target-above-100": Rule(
            "warning",
            above_100,
            "“{name}”: {value} vượt quá 100%.",
            "“{name}”: {value} is above 100 %.",
            "Growth, indices, fulfilment of a plan and comparison with another year are let pass.",
            doubtful=True,
        ),
        "target-range": Rule(
            "error",
            reversed_range,
            "“{name}”: khoảng {low} - {high} có cận trên không lớn hơn cận dưới.",
            "“{name}”: the range {low} - {high} does not rise.",
            "The upper end of a range is not above its lower end.",
            doubtful=True,
        ),
        "target-far-from-base": Rule(
            "warning",
            far_from_baseline,
            "“{name}”: chỉ tiêu {value} chênh lệch quá lớn so với {base}{when}; có thể sai chữ số hoặc dấu phẩy.",
            "“{name}”: the target {value} is very far from {base}{when}; a digit or a comma may be wrong.",
            "A share of 10 % or more that is five times the other.",
            doubtful=True,
        ),
        "target-below-base": Rule(
            "info",
            below_baseline,
            "“{name}”: chỉ tiêu {value} thấp hơn kết quả đã đạt {base}{when}.",
            "“{name}”: the target {value} is below the result {base}{when}.",
            "Indicators that are meant to fall, and shares of a structure, are let pass.",
        ),
        "target-equals-base": Rule(
            "info",
            equal_to_baseline,
            "“{name}”: chỉ tiêu {value} bằng kết quả đã đạt {base}{when}.",
            "“{name}”: the target {value} equals the result {base}{when}.",
            "100 % kept at 100 %, “duy trì” and targets with a comparator are let pass.",
        ),
        "target-no-base": Rule(
            "info",
            increase_without_base,
            "“{text}”: tăng hoặc giảm {value} nhưng không nêu mức hiện tại; không rõ là % hay điểm %.",
            "“{text}”: a change of {value} without the present level; per cent or percentage points is not clear.",
            "A share that is to rise or fall by a number of per cent, without a baseline.",
        ),
    },
)
