"""The document read against itself: rules that point out, and never change a value."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeVar

from pipeline.plan import Finding, Item, Message, Plan
from pipeline.validate.findings.model import Case, Found, Rule
from pipeline.validate.findings.registry import FAMILIES, RULES

__all__ = ["FAMILIES", "RULES", "add", "find"]

T = TypeVar("T", bound=Item)


def find(case: Case) -> list[Finding]:
    """Everything that the rules find, in the order of the document, then of the registry.

    Ids are the code and its running number.
    """
    found: list[Finding] = []
    for code, rule in RULES.items():
        results = sorted(rule.find(case), key=_position)
        found += [_published(code, rule, number, result) for number, result in enumerate(results, start=1)]
    return sorted(found, key=lambda f: f.evidence[0].span[0] if f.evidence else -1)


def add(case: Case) -> Plan:
    """The plan with its findings; the items that they speak of carry their ids, and are doubtful where the rule
    says so."""
    found = find(case)
    if not found:
        return case.plan
    by_item: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        for item in finding.items:
            by_item[item].append(finding)
    plan = case.plan
    return plan.model_copy(
        update={
            "legal_bases": [_marked(item, by_item) for item in plan.legal_bases],
            "sections": [_marked(item, by_item) for item in plan.sections],
            "goals": [_marked(item, by_item) for item in plan.goals],
            "tasks": [_marked(item, by_item) for item in plan.tasks],
            "responsibilities": [_marked(item, by_item) for item in plan.responsibilities],
            "annexes": [_marked(item, by_item) for item in plan.annexes],
            "findings": found,
        }
    )


def _marked(item: T, by_item: dict[str, list[Finding]]) -> T:
    found = by_item.get(item.id)
    if not found:
        return item
    update: dict[str, object] = {"findings": sorted({*item.findings, *(f.id for f in found)})}
    if any(RULES[f.code].doubtful for f in found):
        update["status"] = "doubtful"
    return item.model_copy(update=update)


def _position(found: Found) -> int:
    return found.evidence[0].span[0] if found.evidence else -1


def _published(code: str, rule: Rule, number: int, found: Found) -> Finding:
    return Finding(
        id=f"finding:{code}:{number}",
        code=code,
        severity=rule.severity,
        message=Message(vi=rule.vi.format_map(found.words), en=rule.en.format_map(found.words)),
        items=list(dict.fromkeys(found.items)),
        evidence=list(found.evidence),
    )
