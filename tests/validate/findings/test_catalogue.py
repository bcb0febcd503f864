from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from pipeline.validate import report
from pipeline.validate.findings import FAMILIES, RULES
from pipeline.validate.findings.model import Rule

PAGE = Path(__file__).parents[3] / "docs" / "findings.md"


def test_documentation_holds_the_rules_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == report.renewed(page), "run: .venv/bin/python -m pipeline.validate.report docs/findings.md"


def test_codes_are_unique_over_families() -> None:
    assert sum(len(family.rules) for family in FAMILIES.values()) == len(RULES)


def gaps(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


@pytest.mark.parametrize(("code", "rule"), RULES.items())
def test_every_rule_is_said_in_both_languages_and_explained(code: str, rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert rule.vi.strip()
    assert rule.en.strip()
    assert rule.about.endswith(".")
    assert rule.find.__doc__
    common = gaps(rule.vi) & gaps(rule.en)
    assert common or gaps(rule.vi) in ({"vi"}, set())
