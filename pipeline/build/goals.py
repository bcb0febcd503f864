"""Targets in prose, dash lists and annex tables -> goals, one for each indicator."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz

from pipeline.build.goals_annex import annex
from pipeline.build.goals_body import body
from pipeline.build.leads import ids, names
from pipeline.build.material import Material
from pipeline.build.targets import Target
from pipeline.lexicon.fold import fold
from pipeline.plan import Annex, AnnexReading, Baseline, Evidence, Goal

SAME_NAME = 72.0
"""Least similarity (0..100) of two names of one indicator whose values agree; measured on plans with an annex."""
SAME_NAME_ALONE = 86.0
"""The same where the values differ."""
_MOST = 85.0
_NOTE = re.compile(r"\([^)]*\)")
_WORDS = re.compile(r"\W+")


def goals(material: Material, annexes: list[Annex]) -> list[Goal]:
    """Every target of the document, body and annex merged by indicator.

    The body's value leads; what the annex says is kept in ``Goal.annex``, differences are left to the findings.
    """
    stated, listed = body(material), annex(material, annexes)
    partner = pair(stated, listed)
    found: list[Goal] = []
    given: dict[tuple[str, int], str] = {}
    for at, target in enumerate(stated):
        other = listed[partner[at]] if at in partner else None
        goal = _goal(material, target, other, given.get(("body", target.parent)) if target.parent is not None else None)
        given["body", at] = goal.id
        if at in partner:
            given["annex", partner[at]] = goal.id
        found.append(goal)
    taken = set(partner.values())
    for at, target in enumerate(listed):
        if at not in taken:
            parent = given.get(("annex", target.parent)) if target.parent is not None else None
            goal = _goal(material, target, None, parent)
            given["annex", at] = goal.id
            found.append(goal)
    return found


def pair(stated: Sequence[Target], listed: Sequence[Target]) -> dict[int, int]:
    """Which target of the body is which row of the annex, one to one.

    Those that say the same, then those of one name, go together in order; of the others, the sum of likeness is as high
    as can be.
    """
    same = _same(stated, listed, _said)
    same |= _same(stated, listed, _named, same)
    taken = set(same.values())
    likeness = {
        (s, a): score
        for s, one in enumerate(stated)
        if s not in same
        for a, other in enumerate(listed)
        if a not in taken and (score := alike(one, other)) > 0
    }
    firsts, seconds = Counter(s for s, _ in likeness), Counter(a for _, a in likeness)
    sure = {s: a for s, a in likeness if firsts[s] == seconds[a] == 1}
    same |= sure
    if len(sure) == len(likeness):
        return same
    # networkx takes long to load, and most documents leave no choice
    import networkx as nx

    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for (s, a), score in likeness.items():
        if s in sure:
            continue
        graph.add_edge(("body", s), ("annex", a), weight=score)
    # group by group of those that are alike: the matching takes the cube of its size
    groups = [graph.subgraph(group) for group in nx.connected_components(graph)]
    pairs = [dict(edge) for group in groups for edge in nx.max_weight_matching(group)]
    return same | {found["body"]: found["annex"] for found in pairs}


def _same(
    stated: Sequence[Target],
    listed: Sequence[Target],
    key: Callable[[Target], tuple[object, ...]],
    before: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, int]:
    """Pairs with one ``key``, the first with the first, of those that are not paired ``before``."""
    taken = set(before.values())
    rows: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, target in enumerate(listed):
        if at not in taken and target.quantity:
            rows[key(target)].append(at)
    free = {said: iter(places) for said, places in rows.items()}
    return {
        at: place
        for at, target in enumerate(stated)
        if at not in before and target.quantity and (place := next(free.get(key(target), iter(())), None)) is not None
    }


def _named(target: Target) -> tuple[object, ...]:
    return _plain(target.name), _share(target), target.period


def _said(target: Target) -> tuple[object, ...]:
    return *_named(target), target.quantity and target.quantity.value


def alike(one: Target, other: Target) -> float:
    """Likeness of two targets (0: not one indicator): by name, by value, by period."""
    if one.quantity is None or other.quantity is None or _share(one) != _share(other):
        return 0.0
    if one.period and other.period and one.period != other.period:
        return 0.0
    ours, theirs = _plain(one.name), _plain(other.name)
    score = max(fuzz.ratio(ours, theirs), 0.95 * fuzz.token_sort_ratio(ours, theirs))
    same = one.quantity.value == other.quantity.value
    counted = same and not _share(one) and (one.unit or "").lower() == (other.unit or "").lower()
    if counted and fuzz.token_set_ratio(ours, theirs) >= _MOST:
        # "Vườn mẫu" in the annex is what "vận động nhân dân cải tạo vườn mẫu" sets
        score = max(score, SAME_NAME)
    if score < (SAME_NAME if same else SAME_NAME_ALONE):
        return 0.0
    return score + (20.0 if same else 0.0)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Name for comparison: folded, without remarks in brackets."""
    return " ".join(_WORDS.split(fold(_NOTE.sub(" ", name)))).strip()


def _share(target: Target) -> bool:
    return (target.unit or "")[:1] in ("%", "‰") and bool(target.unit)


def _goal(material: Material, target: Target, other: Target | None, parent: str | None) -> Goal:
    quantity = target.quantity
    in_annex = target.annex is not None or other is not None
    lead = target.lead or (other.lead if other else ())
    support = target.support or (other.support if other else ())
    evidence = [one for flow in target.place for one in material.evidence(flow)]
    if other is not None:
        evidence += [one for flow in other.place for one in material.evidence(flow)]
    return Goal(
        id=material.ids.next("goal", target.annex or target.section),
        evidence=_once(evidence),
        name=target.name,
        text=target.text,
        section=target.section,
        measured=quantity is not None,
        unit=target.unit if quantity else None,
        comparator=quantity.comparator if quantity else None,
        value=quantity.value if quantity else None,
        max=quantity.max if quantity else None,
        change=quantity.change if quantity else None,
        period=target.period,
        baseline=_baseline(target, other),
        group=target.group or (other.group if other else None),
        parent=parent,
        lead=names(lead),
        lead_ids=ids(lead),
        support=names(support),
        support_ids=ids(support),
        in_body=target.annex is None,
        in_annex=in_annex,
        annex=_reading(other or (target if target.annex else None)),
        page=evidence[0].page if evidence else None,
        raw=target.raw,
    )


def _reading(target: Target | None) -> AnnexReading | None:
    if target is None or target.annex is None:
        return None
    quantity = target.quantity
    return AnnexReading(
        annex=target.annex,
        row=target.row,
        name=target.name,
        unit=target.unit,
        value=quantity.value if quantity else None,
        max=quantity.max if quantity else None,
        period=target.period,
        raw=target.raw.get("value", ""),
    )


def _once(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Without repeats (a cell that several columns share)."""
    return list({tuple(one.span): one for one in evidence}.values())


def _baseline(target: Target, other: Target | None) -> Baseline | None:
    """The baseline of the body, else of the annex; where both state the same value, the one that says its time."""
    named = [one.baseline for one in (target, other) if one is not None and one.baseline is not None]
    same = [baseline for baseline in named if baseline.value == named[0].value and baseline.period]
    return next(iter((*same, *named)), None)
