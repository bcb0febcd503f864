"""What changed between two plans: targets, tasks and agencies, matched by what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.emit.plain import number
from pipeline.emit.tables import Record
from pipeline.lexicon.fold import fold
from pipeline.lexicon.indicators import indicator_key, unit_key

ChangeOf = Literal["goal", "task", "agency"]
What = Literal["new", "dropped", "up", "down", "changed"]

# How alike (0..100) names of targets and texts of tasks have to be to be taken for the same.
_SAME_GOAL = 85
_SAME_TASK = 75
# Texts of one task that are less alike, or hold other numbers, say something else: a slip of reading does not.
_SAME_WORDS = 95
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Side:
    """One plan's half of a difference: where it stands there and in which words."""

    id: str
    page: int | None
    quote: str
    value: str


@dataclass(frozen=True, slots=True)
class Difference:
    """``field`` is what differs ("value", "text", "deadline" ...); "" where the whole item is new or dropped."""

    kind: ChangeOf
    what: What
    name: str
    field: str
    before: Side | None
    after: Side | None


def diff(before: Record, after: Record) -> list[Difference]:
    """The differences from ``before`` to ``after`` (records as JSON values): targets, tasks, then agencies."""
    return [*_goals(before, after), *_tasks(before, after), *_agencies(before, after)]


def _goals(before: Record, after: Record) -> list[Difference]:
    old = [goal for goal in before["goals"] if goal["measured"]]
    new = [goal for goal in after["goals"] if goal["measured"]]
    found: list[Difference] = []
    for left, right in _pairs(old, new, _goal_name, _SAME_GOAL, lambda goal: unit_key(goal["unit"])):
        found.extend(_whole("goal", left, right, "name", goal_value))
        if left is not None and right is not None and goal_value(left) != goal_value(right):
            found.append(
                Difference("goal", _direction(left, right), right["name"], "value", _side(left, goal_value(left)),
                           _side(right, goal_value(right)))
            )  # fmt: skip
    return found


def _direction(left: Record, right: Record) -> What:
    if left["value"] is None or right["value"] is None or left["value"] == right["value"]:
        return "changed"
    return "up" if right["value"] > left["value"] else "down"


def _tasks(before: Record, after: Record) -> list[Difference]:
    found: list[Difference] = []
    for left, right in _pairs(before["tasks"], after["tasks"], _task_text, _SAME_TASK):
        found.extend(_whole("task", left, right, "text", lambda task: task["deadline"] or ""))
        if left is None or right is None:
            continue
        if _reworded(left, right):
            found.append(Difference("task", "changed", right["text"], "text", _side(left, ""), _side(right, "")))
        for field in ("deadline", "lead", "support"):
            old, new = _text(left[field]), _text(right[field])
            if " ".join(fold(old).split()) != " ".join(fold(new).split()):
                found.append(Difference("task", "changed", right["text"], field, _side(left, old), _side(right, new)))
    return found


def _reworded(left: Record, right: Record) -> bool:
    """True where the words of one task changed so much, or in a number, that it may ask for something else."""
    from rapidfuzz import fuzz

    old, new = _task_text(left), _task_text(right)
    return fuzz.ratio(old, new) < _SAME_WORDS or _NUMBERS.findall(old) != _NUMBERS.findall(new)


def _agencies(before: Record, after: Record) -> list[Difference]:
    """Bodies that have duties in one of the plans only."""
    old, new = _duties(before), _duties(after)
    return [
        *(
            Difference("agency", "dropped", old[key]["agency"], "", _side(old[key], old[key]["role"]), None)
            for key in sorted(old.keys() - new.keys())
        ),
        *(
            Difference("agency", "new", new[key]["agency"], "", None, _side(new[key], new[key]["role"]))
            for key in sorted(new.keys() - old.keys())
        ),
    ]


def _duties(record: Record) -> dict[str, Record]:
    """The first duty of each body."""
    first: dict[str, Record] = {}
    for duty in record["responsibilities"]:
        first.setdefault(duty["agency_id"] or fold(duty["agency"]), duty)
    return first


def _pairs(
    old: Sequence[Record],
    new: Sequence[Record],
    words: Callable[[Record], str],
    least: int,
    alike: Callable[[Record], str] = lambda _: "",
) -> list[tuple[Record | None, Record | None]]:
    """Each item with its like in the other plan, the most alike first, each once; (None, item) where it has none.

    ``least`` is the least likeness of the words (0..100), ``alike`` what has to be equal.
    """
    from rapidfuzz import fuzz, process

    scores = process.cdist([words(o) for o in old], [words(n) for n in new], scorer=fuzz.token_sort_ratio)
    ranked = sorted(
        ((float(scores[i][j]), i, j) for i in range(len(old)) for j in range(len(new)) if scores[i][j] >= least),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    of_old: dict[int, int] = {}
    of_new: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in of_old and j not in of_new and alike(old[i]) == alike(new[j]):
            of_old[i], of_new[j] = j, i
    matched: list[tuple[Record | None, Record | None]] = [(old[i], new[j]) for i, j in sorted(of_old.items())]
    dropped: list[tuple[Record | None, Record | None]] = [(o, None) for i, o in enumerate(old) if i not in of_old]
    added: list[tuple[Record | None, Record | None]] = [(None, n) for j, n in enumerate(new) if j not in of_new]
    return matched + dropped + added


def _whole(
    kind: ChangeOf, left: Record | None, right: Record | None, name: str, value: Callable[[Record], str]
) -> list[Difference]:
    if left is not None and right is None:
        return [Difference(kind, "dropped", left[name], "", _side(left, value(left)), None)]
    if right is not None and left is None:
        return [Difference(kind, "new", right[name], "", None, _side(right, value(right)))]
    return []


def _goal_name(goal: Record) -> str:
    return indicator_key(goal["name"], None, None).partition("|")[0].replace("-", " ")


def _task_text(task: Record) -> str:
    return " ".join(fold(task["text"]).split())


def goal_value(goal: Record) -> str:
    """A target's value as people write it: ">= 70 %", "40 - 50 người"."""
    if goal["value"] is None:
        return ""
    sign = "" if goal["comparator"] in (None, "=") else f"{goal['comparator']} "
    until = "" if goal["max"] is None else f" - {number(float(goal['max']))}"
    return f"{sign}{number(float(goal['value']))}{until}{' ' + goal['unit'] if goal['unit'] else ''}"


def _side(item: Record, value: str) -> Side:
    place: Any = item["evidence"][0] if item["evidence"] else {"page": None, "quote": ""}
    return Side(item["id"], place["page"], place["quote"], value)


def _text(value: str | list[str] | None) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""
