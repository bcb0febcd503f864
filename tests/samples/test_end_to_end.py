"""The three samples through the whole pipeline, held against what a careful reader finds in them."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline import run
from pipeline.evaluate import score
from pipeline.evaluate.score import DocumentScore
from pipeline.plan import Goal, Plan
from pipeline.run import Parsed
from tests.samples.content import RAW_DOCS, samples
from tests.samples.test_samples import truth

SAMPLES = {sample.name: sample for sample in samples()}
TEXT, DIGITAL, SCAN = (next(s.name for s in SAMPLES.values() if s.form == form) for form in ("text", "pdf", "scan"))
SCANNED = pytest.param(SCAN, marks=pytest.mark.ocr)
each_sample = pytest.mark.parametrize("name", [TEXT, DIGITAL, SCANNED])
LISTS = ("legal_bases", "sections", "goals", "tasks", "responsibilities", "table_cells", "recipients")
# Items that may be missing or too many, fields that may be wrong, in a list; the scan lies under a seal and a pen.
MISSES = {(DIGITAL, "responsibilities"): 1, (SCAN, "responsibilities"): 1, (SCAN, "table_cells"): 2}
WRONG_FIELDS = 2


@cache
def parsed(name: str) -> Parsed:
    return run.parse(RAW_DOCS / SAMPLES[name].file_name)


@cache
def scored(name: str) -> DocumentScore:
    return score(name, truth(SAMPLES[name]), parsed(name).plan.model_dump(mode="json"))


@pytest.mark.parametrize("name", [TEXT, DIGITAL])
def test_header_is_exact(name: str) -> None:
    assert [field for field, right in scored(name).header.items() if not right] == []


@pytest.mark.ocr
def test_header_of_the_scan_is_exact_but_for_what_the_seal_covers() -> None:
    wrong = {field for field, right in scored(SCAN).header.items() if not right}
    assert wrong <= {"signature.name"}


@each_sample
@pytest.mark.parametrize("part", LISTS)
def test_every_item_is_found_once_and_nothing_else(name: str, part: str) -> None:
    found = scored(name).lists[part].soft
    allowed = MISSES.get((name, part), 0)
    assert found.gold > 0
    assert found.gold - found.hits <= allowed
    assert found.found - found.hits <= allowed


@each_sample
@pytest.mark.parametrize("part", ["goals", "tasks", "responsibilities"])
def test_the_fields_of_the_items_are_right(name: str, part: str) -> None:
    wrong = {field: tally.total - tally.right for field, tally in scored(name).lists[part].fields.items()}
    assert sum(wrong.values()) <= WRONG_FIELDS, wrong
    assert wrong.get("value", 0) == 0


@each_sample
def test_every_quote_stands_where_its_evidence_says(name: str) -> None:
    text, plan = parsed(name).document.text, parsed(name).plan
    items = (*plan.legal_bases, *plan.goals, *plan.tasks, *plan.responsibilities)
    assert items
    for item in items:
        assert item.evidence, item.id
        for place in item.evidence:
            assert place.quote == text[slice(*place.span)]
            assert (place.bbox is None) == (name == TEXT)


@each_sample
def test_sections_cover_the_text_without_gap_or_overlap(name: str) -> None:
    edges = [section.span for section in parsed(name).plan.sections]
    assert [edge[0] for edge in edges] == [0, *(edge[1] for edge in edges[:-1])]
    assert edges[-1][1] == len(parsed(name).document.text)


def goal(plan: Plan, name: str) -> Goal:
    return next(goal for goal in plan.goals if goal.name == name)


def test_a_target_of_body_and_annex_is_one_goal_with_both_values() -> None:
    found = goal(parsed(DIGITAL).plan, "Tỷ lệ lao động qua đào tạo")
    assert (found.value, found.unit, found.comparator, found.period, found.page) == (70.5, "%", "=", "2026", 1)
    assert found.baseline is not None
    assert (found.baseline.value, found.baseline.period, found.baseline.raw) == (67.8, "2025", "67,8")
    assert found.annex is not None
    assert (found.annex.value, found.annex.raw) == (70, "70,0")
    assert (found.lead, found.support) == (["Sở Nội vụ"], ["UBND các xã, phường"])
    assert {place.page for place in found.evidence} == {1, 4}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (DIGITAL, "annex-value"),
        (DIGITAL, "total-in-text"),
        (DIGITAL, "number-repeated"),
        (DIGITAL, "not-a-recipient"),
        (TEXT, "annex-value"),
    ],
)
def test_the_contradictions_that_were_put_in_are_found(name: str, code: str) -> None:
    plan = parsed(name).plan
    (finding,) = [finding for finding in plan.findings if finding.code == code]
    assert finding.message.vi != finding.message.en
    assert finding.evidence


def test_what_contradicts_itself_is_kept_as_printed_and_named() -> None:
    plan = parsed(TEXT).plan
    found = goal(plan, "Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh")
    assert found.value == 97
    assert found.annex is not None
    assert found.annex.value == 96
    assert [finding.code for finding in plan.findings if finding.id in found.findings] == ["annex-value"]
