"""What holds for the record of every document, whatever it is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline import run
from pipeline.annotate import citations
from pipeline.config import Settings
from pipeline.emit import json as plan_json
from pipeline.errors import KehoachError
from pipeline.evaluate import cache as documents
from pipeline.lexicon.fold import fold
from pipeline.plan import DocumentHeader, Evidence, Plan
from pipeline.run import Parsed
from pipeline.validate import against_schema
from tests.conftest import CORPUS, ROOT

TEXTS = ("lao-cai-kh141-2023.txt", "cp-nq03-2025-toanvan.md", "cp-nq03-2025-phuluc2-nhiemvu.md")
DIGITAL = (
    "vungtau-kh2144-2025-danso.pdf",
    "hanoi-kh173-2026-festival.pdf",
    "vungtau-p1-qd64-2025-kehoach-lcnt.pdf",
    "brvt-congbao-qd353-2025.pdf",
    "binhdinh-cv4580-2020-nq84.pdf",
    "daknong-stc-bc216-2018-cchc.pdf",
)
SAMPLES = sorted(path.name for path in (ROOT / "raw_docs").glob("*") if "scan" not in path.name)


def everything() -> list[Any]:
    """Samples of the project; corpus documents that are read in a second; scans, which take minutes."""
    scans = sorted(path.name for path in CORPUS.glob("docs/*") if path.name not in TEXTS + DIGITAL and CORPUS.is_dir())
    marks = {name: [pytest.mark.corpus] for name in TEXTS + DIGITAL}
    marks |= {name: [pytest.mark.corpus, pytest.mark.ocr, pytest.mark.slow] for name in scans}
    # one worker reads a document once for all the tests of it
    return [
        pytest.param(name, marks=[*marks.get(name, []), pytest.mark.xdist_group(name)], id=name)
        for name in [*SAMPLES, *TEXTS, *DIGITAL, *scans]
    ]


@cache
def parsed(name: str) -> Parsed:
    path = ROOT / "raw_docs" / name
    if not path.is_file():
        path = CORPUS / "docs" / name
    if not path.is_file():
        pytest.skip(f"development corpus not found at {CORPUS.parent.name}/{CORPUS.name} beside the project")
    kept = os.environ.get("KEHOACH_CACHE")
    try:
        document = documents.read(path, Settings.from_environment(), Path(kept) if kept else None)
    except KehoachError as error:
        pytest.skip(f"{error.code}: {error.message}")
    return run.understand(document)


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Every piece of evidence in a record."""
    if isinstance(value, dict):
        if {"span", "quote", "page"} <= value.keys():
            yield value
        else:
            for part in value.values():
                yield from places(part)
    elif isinstance(value, list):
        for part in value:
            yield from places(part)


@pytest.mark.parametrize("name", everything())
def test_the_record_fits_the_schema(name: str) -> None:
    against_schema(parsed(name).plan)


@pytest.mark.parametrize("name", everything())
def test_every_quote_is_the_text_of_its_span_on_its_page(name: str) -> None:
    result = parsed(name)
    text = result.document.text
    pages = {page.number: page for page in result.document.pages}
    for place in places(result.plan.model_dump(mode="json")):
        start, end = place["span"]
        assert text[start:end] == place["quote"]
        assert place["quote"].strip()
        if place["page"] is not None:
            page = pages[place["page"]]
            assert page.span.start <= start < end <= page.span.end
            assert place["bbox"] is None or within(place["bbox"], page.width, page.height)


def within(bbox: list[float], width: float | None, height: float | None) -> bool:
    x0, top, x1, bottom = bbox
    # a letter may stick out of the page by a hair
    return -2 <= x0 <= x1 <= (width or 0) + 2 and -2 <= top <= bottom <= (height or 0) + 2


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(text)))


def told(plan: Plan) -> Iterator[tuple[str, str, Iterable[str | None], Iterable[Evidence]]]:
    """Every value as written, with what it is of, its name and its evidence."""
    for name, where in plan.document.evidence.items():
        value = plan.document.raw.get(name) or getattr(plan.document, name)
        # a letter is told by its number, and dates and periods are no words
        yield "document", name, [value] if isinstance(value, str) and name not in ("type", "type_name") else [], where
    for basis in plan.legal_bases:
        # the kind may be told by the symbol in the number alone ("30/2024/TT-BGDĐT")
        kind = None if basis.type == citations.type_of_symbol(basis.number) else basis.type
        yield basis.id, "words", [basis.raw["text"], kind, basis.issuer], basis.evidence
    for goal in plan.goals:
        base = goal.baseline.raw if goal.baseline else None
        values = [goal.name, goal.unit, base, goal.group, *goal.lead, *goal.support, *goal.raw.values()]
        yield goal.id, "values", values, goal.evidence
    for task in plan.tasks:
        values = [task.text, task.verb, task.object, task.deadline, task.product, *task.lead, *task.support]
        yield task.id, "values", [*values, *(one.raw for one in task.quantities)], task.evidence
    for duty in plan.responsibilities:
        yield duty.id, "values", [duty.agency, duty.text, duty.deadline, *duty.with_], duty.evidence


@pytest.mark.parametrize("name", everything())
def test_every_value_is_shown_by_its_evidence(name: str) -> None:
    """Each word of a value stands in a quote of its item; the words of one value may stand apart ("các sở: Nội vụ, Tài
    chính" names "Sở Tài chính")."""
    plan = parsed(name).plan
    missing = [
        (item, value)
        for item, field, values, evidence in told(plan)
        for shown in [words(" ".join(one.quote for one in evidence))]
        for value in values
        if value and not words(value) <= shown
    ]
    assert missing == []
    header = plan.document
    stated = [name for name in DocumentHeader.model_fields if name not in ("evidence", "raw") and getattr(header, name)]
    assert [name for name in stated if not header.evidence.get(name)] == []


@pytest.mark.parametrize("name", everything())
def test_sections_and_pages_cover_the_text_without_gap_or_overlap(name: str) -> None:
    result = parsed(name)
    for parts in (result.plan.sections, result.plan.source.pages):
        assert parts[0].span[0] == 0
        assert parts[-1].span[1] == len(result.document.text)
        assert all(a.span[1] == b.span[0] for a, b in pairwise(parts))


@pytest.mark.parametrize("name", everything())
def test_ids_are_unique_and_every_reference_leads_somewhere(name: str) -> None:
    plan = parsed(name).plan
    lists = (
        plan.legal_bases,
        plan.sections,
        plan.goals,
        plan.tasks,
        plan.responsibilities,
        plan.annexes,
        plan.findings,
    )
    ids = [item.id for part in lists for item in part]
    assert len(set(ids)) == len(ids)
    known, bodies = set(ids), {entity.id for entity in plan.entities}
    assert len(bodies) == len(plan.entities)
    assert {s.parent for s in plan.sections} - {None} <= known
    assert {i for f in plan.findings for i in f.items} <= known
    assert {f for item in (*plan.goals, *plan.tasks, *plan.responsibilities) for f in item.findings} <= known
    assert {g.annex.annex for g in plan.goals if g.annex} <= known
    assert {b for t in plan.tasks for b in t.cites} <= known
    named = [*plan.goals, *plan.tasks]
    assert {key for item in named for key in (*item.lead_ids, *item.support_ids)} - {None} <= bodies
    assert all(len(item.lead_ids) == len(item.lead) for item in named)


@pytest.mark.parametrize("name", everything())
def test_every_item_with_a_value_says_where_it_was_read(name: str) -> None:
    plan = parsed(name).plan
    for item in (*plan.legal_bases, *plan.goals, *plan.tasks, *plan.responsibilities):
        assert item.evidence, item.id
    assert all(cell.evidence for annex in plan.annexes for cell in annex.cells if cell.text)
    header = plan.document
    for field in ("number", "issued_on", "place", "title", "period"):
        assert getattr(header, field) is None or header.evidence.get(field), field
    assert not header.recipients or header.evidence.get("recipients")


@pytest.mark.parametrize("name", everything())
def test_doubtful_items_say_why(name: str) -> None:
    plan = parsed(name).plan
    for item in (*plan.legal_bases, *plan.goals, *plan.tasks, *plan.responsibilities, *plan.annexes):
        assert item.status != "doubtful" or item.findings


@pytest.mark.parametrize("name", everything())
def test_two_runs_give_the_same_bytes(name: str) -> None:
    first = parsed(name)
    assert plan_json.encode(run.understand(first.document).plan) == plan_json.encode(first.plan)
