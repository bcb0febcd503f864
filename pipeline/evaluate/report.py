"""Scores -> JSON values and the floors that are kept in the repository."""

from __future__ import annotations

import math
from typing import Any

from pipeline.evaluate.score import DocumentScore, FieldTally, ListScore, Tally, total

GROUPS = ("digital", "scan", "failed")
Floors = dict[str, dict[str, float]]


def as_json(scores: list[DocumentScore]) -> dict[str, Any]:
    """Documents by name and the sums by way of reading."""
    groups = {kind: [s for s in scores if s.kind == kind] for kind in GROUPS} | {"all": scores}
    return {
        "documents": {
            s.name: {"kind": s.kind, "error": s.error, "header": s.header, "lists": _lists(s.lists)} for s in scores
        },
        "groups": {kind: _group(part) for kind, part in groups.items() if part},
    }


def _group(scores: list[DocumentScore]) -> dict[str, Any]:
    header, lists = total(scores)
    return {"documents": len(scores), "header": round(header.recall, 4), "lists": _lists(lists)}


def _lists(lists: dict[str, ListScore]) -> dict[str, Any]:
    return {
        name: {
            "strict": _tally(part.strict),
            "soft": _tally(part.soft),
            "fields": {n: _field(f) for n, f in part.fields.items()},
        }
        for name, part in lists.items()
    }


def _tally(tally: Tally) -> dict[str, float | int]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "hits": tally.hits,
        "gold": tally.gold,
        "found": tally.found,
    }


def _field(tally: FieldTally) -> dict[str, float | int]:
    return {
        "accuracy": round(tally.accuracy, 4),
        "right": tally.right,
        "total": tally.total,
        "stated_right": tally.stated_right,
        "stated": tally.stated,
    }


def figures(score: DocumentScore) -> dict[str, float]:
    """The figures of a document that have a floor: header, and F1 of each list, strict and soft."""
    found = {"header": score.header_share}
    for name, part in score.lists.items():
        found[f"{name}.strict"] = part.strict.f1
        found[f"{name}.soft"] = part.soft.f1
    return {name: math.floor(value * 1000) / 1000 for name, value in found.items()}


def below(scores: list[DocumentScore], floors: Floors, slack: float = 0.0) -> list[str]:
    """What has fallen below its floor, one sentence each."""
    fallen = []
    for score in scores:
        now = figures(score)
        for name, floor in floors.get(score.name, {}).items():
            if now.get(name, 0.0) < floor - slack:
                fallen.append(f"{score.name}: {name} is {now.get(name, 0.0):.3f}, its floor is {floor:.3f}")
    return fallen


def raised(scores: list[DocumentScore], floors: Floors) -> Floors:
    """The floors with every figure that is now higher; none is lowered, documents not scored keep theirs."""
    fresh = {name: dict(old) for name, old in floors.items()}
    for score in scores:
        kept = fresh.setdefault(score.name, {})
        for name, value in figures(score).items():
            kept[name] = max(value, kept.get(name, 0.0))
    return {name: dict(sorted(fresh[name].items())) for name in sorted(fresh)}
