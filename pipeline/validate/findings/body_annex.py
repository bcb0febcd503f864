"""Body against annex: one indicator, two places that should say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.lexicon.contrasts import CONTRASTS, PERSONS
from pipeline.plan import Evidence, Goal
from pipeline.validate.findings import places
from pipeline.validate.findings.model import Case, Family, Found, Rule
from pipeline.validate.findings.wording import plain, printed, short, with_unit

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "các cấp" in a name stands for all levels of government
_ALL_LEVELS = "các cấp"
_LEVELS = next(at for at, group in enumerate(CONTRASTS) if "cấp tỉnh" in group)
# so much of a list must stand on both sides before the rest counts as missing
_MOST = 0.6
_ENOUGH = 4
_SEVERAL = 3


def _both(case: Case) -> Iterator[Goal]:
    return (g for g in case.plan.goals if g.annex is not None and g.in_body and g.in_annex)


def different_value(case: Case) -> Iterator[Found]:
    """The value of the body is not that of the annex."""
    for goal in _both(case):
        annex = goal.annex
        if annex is None or goal.value is None or annex.value is None or not _comparable(goal):
            continue
        if (goal.value, goal.max) != (annex.value, annex.max):
            words = {
                "name": short(goal.name),
                "body": _range(goal.value, goal.max, goal.unit, goal.raw.get("value", "")),
                "annex": _range(annex.value, annex.max, annex.unit or goal.unit, annex.raw),
            }
            yield Found(words, [goal.id], places.both(case, goal))


def _comparable(goal: Goal) -> bool:
    return goal.annex is None or goal.annex.period in (None, goal.period) or goal.period is None


def _range(low: float | int, high: float | int | None, unit: str | None, raw: str) -> str:
    return with_unit(low, unit, raw) if high is None else f"{printed(low, raw)} - {with_unit(high, unit, raw)}"


def different_unit(case: Case) -> Iterator[Found]:
    """The unit of the body is not that of the annex, and neither holds the other; one finding for each pair."""
    pairs: dict[tuple[str, str], list[Goal]] = {}
    for goal in _both(case):
        body, annex = goal.unit, goal.annex.unit if goal.annex else None
        if body is None or annex is None:
            continue
        one, other = _unit(body), _unit(annex)
        if one != other and one not in other and other not in one:
            pairs.setdefault((body, annex), []).append(goal)
    for (body, annex), goals in pairs.items():
        words = {"names": "; ".join(f"“{short(g.name, 60)}”" for g in goals), "body": body, "annex": annex}
        yield Found(words, [g.id for g in goals], [place for g in goals for place in _units(case, g)])


def _unit(text: str) -> str:
    """The unit without marks; all words for persons are one."""
    unit = plain(text) or text
    return "nguoi" if text.casefold() in PERSONS else unit


def _units(case: Case, goal: Goal) -> list[Evidence]:
    unit = goal.annex.unit if goal.annex else None
    return [*places.body(case, goal), *(places.cells(case, goal, (unit,)) if unit else [])]


def different_year(case: Case) -> Iterator[Found]:
    """The name of the indicator in the annex states another year than the target is set for."""
    for goal in case.plan.goals:
        if goal.annex is None or goal.period is None:
            continue
        named, meant = set(_YEAR.findall(goal.annex.name)), set(_YEAR.findall(goal.period))
        if named and meant and not named & meant and not named & set(_YEAR.findall(goal.name)):
            words = {"name": short(goal.annex.name), "year": ", ".join(sorted(named)), "period": goal.period}
            yield Found(words, [goal.id], places.both(case, goal))


def different_name(case: Case) -> Iterator[Found]:
    """Body and annex name the indicator alike, but for a word that makes it another one."""
    for goal in _both(case):
        if goal.annex is None:
            continue
        body, annex = _contrasts(goal.name), _contrasts(goal.annex.name)
        for group in body.keys() | annex.keys():
            one, other = body.get(group, frozenset()), annex.get(group, frozenset())
            if one != other and one and other:
                words = {"body": short(goal.name), "annex": short(goal.annex.name)}
                yield Found(words, [goal.id], places.both(case, goal))
                break


@cache
def _contrast_patterns() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(re.compile(rf"\b(?:{word})\b") for word in group) for group in CONTRASTS)


def _contrasts(name: str) -> dict[int, frozenset[int]]:
    """Which word of each group the name holds: {group: {words}}."""
    text = name.casefold()
    found: dict[int, frozenset[int]] = {}
    for group, patterns in enumerate(_contrast_patterns()):
        hits = frozenset(at for at, pattern in enumerate(patterns) if pattern.search(text))
        if hits:
            found[group] = hits
    return found


def level_left_out(case: Case) -> Iterator[Found]:
    """The annex says for which level of government or of school, the body does not (or the other way round)."""
    for goal in _both(case):
        if goal.annex is None:
            continue
        body, annex = _contrasts(goal.name), _contrasts(goal.annex.name)
        missing = body.keys() ^ annex.keys()
        if any(_ALL_LEVELS in name.casefold() for name in (goal.name, goal.annex.name)):
            missing = missing - {_LEVELS}
        # several levels named on one side only explain the indicator ("cấp tỉnh, huyện, xã"), one narrows it
        if any(len((body | annex)[group]) == 1 for group in missing):
            words = {"body": short(goal.name), "annex": short(goal.annex.name)}
            yield Found(words, [goal.id], places.both(case, goal))


def not_in_annex(case: Case) -> Iterator[Found]:
    """A measured target of the body that the annex leaves out, though the annex has most of them."""
    body = [g for g in case.plan.goals if g.in_body and g.measured]
    if not _covers(body, lambda g: g.in_annex):
        return
    about_goals = {s.path for s in case.plan.sections if s.kind == "goals"}
    for section, goals in _by_section([g for g in body if not g.in_annex]).items():
        # among tasks a number may be an output; several together are targets
        if section not in about_goals and len(goals) < _SEVERAL:
            continue
        names = "; ".join(f"“{short(g.name, 60)}” ({g.raw.get('value') or with_unit(g.value, g.unit)})" for g in goals)
        yield Found({"section": section, "names": names}, [g.id for g in goals], _first(goals))


def not_in_body(case: Case) -> Iterator[Found]:
    """A target of the annex that the body leaves out, though the body has most of them."""
    annex = [g for g in case.plan.goals if g.in_annex and g.measured and g.parent is None]
    if not _covers(annex, lambda g: g.in_body):
        return
    for goal in annex:
        if not goal.in_body:
            yield Found(
                {"name": short(goal.name), "value": with_unit(goal.value, goal.unit, goal.raw.get("value", ""))},
                [goal.id],
                places.annex(case, goal) or goal.evidence,
            )


def _covers(goals: list[Goal], there: Callable[[Goal], bool]) -> bool:
    """True if enough of ``goals`` stand on the other side too, so that a missing one is worth a word."""
    hits = sum(there(g) for g in goals)
    return hits >= _ENOUGH and hits >= _MOST * len(goals)


def _by_section(goals: list[Goal]) -> dict[str, list[Goal]]:
    sections: dict[str, list[Goal]] = {}
    for goal in goals:
        sections.setdefault(goal.section, []).append(goal)
    return sections


def _first(goals: list[Goal]) -> list[Evidence]:
    return [place for goal in goals for place in goal.evidence[:1]]


FAMILY = Family(
    "Nội dung và phụ lục",
    "Body against annex",
    {
        "annex-value": Rule(
            "error",
            different_value,
            "“{name}”: phần nội dung ghi {body}, phụ lục ghi {annex}.",
            "“{name}”: the body says {body}, the annex says {annex}.",
            "One indicator has different values in the body and in the annex, for the same period.",
            doubtful=True,
        ),
        "annex-name": Rule(
            "warning",
            different_name,
            "Một chỉ tiêu có hai tên khác nhau: phần nội dung ghi “{body}”, phụ lục ghi “{annex}”.",
            "One indicator has two names: the body says “{body}”, the annex says “{annex}”.",
            "The names differ by a word that makes it another indicator (school level, level of government).",
            doubtful=True,
        ),
        "annex-scope": Rule(
            "info",
            level_left_out,
            "Phạm vi của chỉ tiêu chỉ nêu ở một nơi: phần nội dung ghi “{body}”, phụ lục ghi “{annex}”.",
            "The scope of an indicator is given on one side only: the body says “{body}”, the annex says “{annex}”.",
            "Only one side says for which level of government or school the indicator is.",
        ),
        "annex-unit": Rule(
            "info",
            different_unit,
            "Đơn vị tính ở phần nội dung là “{body}”, ở phụ lục là “{annex}”: {names}.",
            "The unit in the body is “{body}”, in the annex “{annex}”: {names}.",
            "The units differ; one that holds the other (“triệu đồng”, “triệu đồng/người”) is let pass, "
            "and so are two words for persons.",
        ),
        "annex-year": Rule(
            "info",
            different_year,
            "Tên chỉ tiêu trong phụ lục “{name}” ghi năm {year}, nhưng số liệu là của năm {period}.",
            "The indicator in the annex, “{name}”, names the year {year}, but its target is for {period}.",
            "The name of an annex row states another year than the column that its target stands in.",
        ),
        "annex-missing": Rule(
            "info",
            not_in_annex,
            "Mục {section}: chỉ tiêu có ở phần nội dung nhưng không có trong phụ lục: {names}.",
            "Section {section}: targets of the body that the annex leaves out: {names}.",
            "Looked for where the annex has at least four and 60 % of the measured targets of the body.",
        ),
        "body-missing": Rule(
            "info",
            not_in_body,
            "Phụ lục có chỉ tiêu “{name}” ({value}) mà phần nội dung không nêu.",
            "The annex has the target “{name}” ({value}), which the body does not state.",
            "Looked for where the body has at least four and 60 % of the targets of the annex; parts of an indicator "
            "are let pass.",
        ),
    },
)
