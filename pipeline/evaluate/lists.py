"""How each list of the record is held against gold: by which text items match, which fields are compared and how."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.evaluate.compare import SOFT, STRICT, fold, match
from pipeline.evaluate.score import FieldTally, ListScore, Tally

Entry = Mapping[str, Any]
Same = Callable[[Entry, Entry, str], bool]
_NOTE = re.compile(r"\s*\([^)]*\)$")


def same_text(gold: Entry, found: Entry, name: str) -> bool:
    """Folded texts are equal; null and "" are one."""
    return fold(gold[name]) == fold(found.get(name))


def same_number(gold: Entry, found: Entry, name: str) -> bool:
    """Numbers are equal; null only to null."""
    one, other = gold[name], found.get(name)
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, abs_tol=1e-9)


def same_names(gold: Entry, found: Entry, name: str) -> bool:
    """The same agencies in any order."""
    return {fold(n) for n in gold[name] or []} == {fold(n) for n in found.get(name) or []}


def same_role(gold: Entry, found: Entry, name: str) -> bool:
    """The role, or a second one that the annotators called defensible."""
    return found.get(name) in (gold[name], *(gold.get("role_alt") or []))


def same_baseline(gold: Entry, found: Entry, name: str) -> bool:
    """Value and, where gold states it, period of the baseline."""
    one, other = gold[name], found.get(name)
    if one is None or other is None:
        return one is other
    return same_number(one, other, "value") and (not one.get("period") or same_text(one, other, "period"))


def same_path(gold: Entry, found: Entry, name: str) -> bool:
    """The path of the section; gold tells doubled numbers apart by a note in brackets, which is left out."""
    return _NOTE.sub("", gold[name] or "") == (found.get(name) or "")


@dataclass(frozen=True, slots=True)
class Rule:
    """``key``: field that items match by. ``fields``: compared on matched items. ``ties``: which of several items with
    the same text belongs to which. ``exact``: similar is not enough (document numbers). ``keep``: found items
    that gold would list."""

    key: str
    fields: Mapping[str, Same]
    ties: tuple[str, ...] = ()
    exact: bool = False
    keep: Callable[[Entry], bool] = field(default=lambda _: True)


RULES: dict[str, Rule] = {
    "legal_bases": Rule(
        "number",
        {"type": same_text, "issued_on": same_text, "issuer": same_text},
        ties=("issued_on",),
        exact=True,
    ),
    "sections": Rule(
        "title",
        {"label": same_text, "level": same_number, "kind": same_text},
        ties=("label", "level"),
        keep=lambda s: s["role"] == "heading",
    ),
    "goals": Rule(
        "name",
        {
            "value": same_number,
            "max": same_number,
            "unit": same_text,
            "comparator": same_text,
            "period": same_text,
            "baseline": same_baseline,
            "lead": same_names,
            "support": same_names,
        },
        ties=("value", "period", "unit"),
        keep=lambda g: g["measured"],
    ),
    "tasks": Rule(
        "text",
        {"section": same_path, "lead": same_names, "support": same_names, "deadline": same_text},
        ties=("section", "lead"),
    ),
    "responsibilities": Rule(
        "text",
        {"agency": same_text, "role": same_role, "with": same_names, "deadline": same_text},
        ties=("agency", "role"),
    ),
}


def score_list(rule: Rule, gold: list[Entry], found: list[Entry]) -> ListScore:
    """Strict and soft matches of one list, and its fields on the softly matched items."""
    kept = [item for item in found if rule.keep(item)]
    ours = [_key(rule, item) for item in gold]
    theirs = [_key(rule, item) for item in kept]

    def agreement(g: int, f: int) -> float:
        same = [rule.fields[n](gold[g], kept[f], n) for n in rule.ties if n in gold[g]]
        return sum(same) / len(same) if same else 0.0

    strict = match(ours, theirs, STRICT, agreement)
    soft = strict if rule.exact else match(ours, theirs, SOFT, agreement)
    return ListScore(
        Tally(len(strict), len(gold), len(kept)),
        Tally(len(soft), len(gold), len(kept)),
        {name: _field(name, same, [(gold[g], kept[f]) for g, f in soft]) for name, same in rule.fields.items()},
    )


def _key(rule: Rule, item: Entry) -> str:
    text = fold(item.get(rule.key))
    return text.replace(" ", "") if rule.exact else text


def _field(name: str, same: Same, pairs: list[tuple[Entry, Entry]]) -> FieldTally:
    counted = FieldTally()
    for gold, found in pairs:
        if name in gold:
            right = same(gold, found, name)
            stated = gold[name] not in (None, [], "")
            counted += FieldTally(int(right), 1, int(right and stated), int(stated))
    return counted
