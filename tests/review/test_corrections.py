from __future__ import annotations

import pytest

from pipeline.errors import BadInputError, FileAccessError
from pipeline.plan import DocumentHeader, Evidence, Goal, Plan, SourceFile, Task
from pipeline.review import corrections
from pipeline.review.corrections import Correction

SHA = "a" * 64


def evidence(quote: str) -> list[Evidence]:
    return [Evidence(page=1, bbox=[1, 2, 3, 4], span=[0, len(quote)], quote=quote, source="ocr", confidence=0.9)]


def goal(number: int, text: str, value: float | None) -> Goal:
    return Goal(
        id=f"goal:I.1:{number}", name=text, text=text, section="I.1", measured=True, unit="%", comparator="=",
        value=value, max=None, period="2026", baseline=None, lead=[], support=[], in_body=True, in_annex=False,
        page=1, evidence=evidence(text),
    )  # fmt: skip


def plan(*goals: Goal) -> Plan:
    header = DocumentHeader(
        type="KH", type_name="Kế hoạch", number="12/KH-UBND", issued_on=None, place=None, issuer=None,
        parent_issuer=None, title=None, period=None, signature=None, recipients=[],
    )  # fmt: skip
    task = Task(
        id="task:II:1", section="II", text="Rà soát mạng lưới", lead=[], support=[], deadline=None, page=1,
        evidence=evidence("Rà soát mạng lưới"),
    )  # fmt: skip
    return Plan(
        source=SourceFile(file="x.pdf", sha256=SHA, media_type="application/pdf", pages=[]),
        document=header,
        goals=list(goals),
        tasks=[task],
    )


def edit(quote: str, was: object, value: object, field: str = "value", section: str = "I.1") -> Correction:
    return Correction.model_validate(
        {
            "sha256": SHA, "kind": "goals", "section": section, "quote": quote, "action": "edit", "field": field,
            "was": was, "value": value, "by": "An", "at": "2026-03-01T08:00:00+07:00",
        }
    )  # fmt: skip


def test_an_edit_is_kept_beside_the_machines_value() -> None:
    done = corrections.apply(plan(goal(1, "Tỷ lệ A đạt 71,42%", 71.42)), [edit("Tỷ lệ A đạt 71,42%", 71.42, 77.42)])
    assert done.goals[0].value == 77.42
    assert done.goals[0].status == "corrected"
    record = done.corrections[0]
    assert (record.machine, record.person, record.state, record.by) == (71.42, 77.42, "applied", "An")


@pytest.mark.parametrize(
    ("machine", "was", "value", "state", "held"),
    [
        (71.42, 71.42, 77.42, "applied", 77.42),
        (77.42, 71.42, 77.42, "already_right", 77.42),
        (17.42, 71.42, 77.42, "conflict", 77.42),
        (71.42, 71.42, "viết sai", "refused", 71.42),
    ],
)
def test_states_of_an_edit(machine: float, was: float, value: object, state: str, held: float) -> None:
    done = corrections.apply(plan(goal(1, "Tỷ lệ A", machine)), [edit("Tỷ lệ A", was, value)])
    assert done.corrections[0].state == state
    assert done.goals[0].value == held


def test_a_correction_whose_place_is_gone_is_stale_and_changes_nothing() -> None:
    before = plan(goal(1, "Tỷ lệ A", 1))
    done = corrections.apply(before, [edit("Câu không còn", 1, 2)])
    assert done.corrections[0].state == "stale"
    assert done.goals == before.goals


def test_position_does_not_matter_and_neither_does_a_renamed_section() -> None:
    done = corrections.apply(
        plan(goal(1, "Chỉ tiêu mới", 5), goal(2, "Tỷ lệ A", 1)), [edit("Tỷ  lệ\nA", 1, 2, section="II.3")]
    )
    assert [g.value for g in done.goals] == [5, 2]


def test_two_goals_of_one_sentence_are_told_apart_by_the_value_seen() -> None:
    done = corrections.apply(
        plan(goal(1, "A 52%; B 18%", 52), goal(2, "A 52%; B 18%", 18)), [edit("A 52%; B 18%", 18, 19)]
    )
    assert [g.value for g in done.goals] == [52, 19]


def test_the_later_of_two_people_holds_and_the_conflict_is_reported() -> None:
    rows = [edit("Tỷ lệ A", 1, 2), edit("Tỷ lệ A", 1, 3)]
    done = corrections.apply(plan(goal(1, "Tỷ lệ A", 1)), rows)
    assert done.goals[0].value == 3
    assert [c.state for c in done.corrections] == ["applied", "conflict"]


def test_accept_add_delete_and_header() -> None:
    base = {"sha256": SHA, "by": "An", "at": "2026-03-01T08:00:00+07:00"}
    rows = [
        Correction.model_validate(base | {"kind": "goals", "section": "I.1", "quote": "Tỷ lệ A", "action": "accept"}),
        Correction.model_validate(
            base | {"kind": "tasks", "section": "II", "quote": "Rà soát mạng lưới", "action": "delete"}
        ),
        Correction.model_validate(
            base
            | {"kind": "tasks", "section": "II", "quote": "Xây dựng đề án", "action": "add"}
            | {"value": {"lead": ["Sở Nội vụ"]}}
        ),
        Correction.model_validate(
            base | {"kind": "document", "action": "edit", "field": "number", "was": "12/KH-UBND", "value": "21/KH-UBND"}
        ),
    ]
    done = corrections.apply(plan(goal(1, "Tỷ lệ A", 1)), rows)
    assert done.goals[0].status == "corrected"
    assert [(t.text, t.lead, t.id) for t in done.tasks] == [("Xây dựng đề án", ["Sở Nội vụ"], "added:tasks:1")]
    assert done.document.number == "21/KH-UBND"
    assert [c.state for c in done.corrections] == ["applied"] * 4


@pytest.mark.parametrize("field", ["id", "evidence", "no_such_field", None])
def test_fields_that_cannot_be_edited_are_refused(field: str | None) -> None:
    row = edit("Tỷ lệ A", 1, 2).model_copy(update={"field": field})
    assert corrections.apply(plan(goal(1, "Tỷ lệ A", 1)), [row]).corrections[0].state == "refused"


def test_corrections_of_another_file_are_left_out() -> None:
    row = edit("Tỷ lệ A", 1, 2).model_copy(update={"sha256": "b" * 64})
    assert corrections.apply(plan(goal(1, "Tỷ lệ A", 1)), [row]).corrections == []


def test_round_trip_and_clear_errors(tmp_path) -> None:
    rows = (edit("Tỷ lệ A", 1, 2),)
    path = tmp_path / "corrections.json"
    path.write_text(corrections.dump(rows), encoding="utf-8")
    assert corrections.load(path) == rows
    path.write_text('{"corrections": [{"kind": "goals"}]}', encoding="utf-8")
    with pytest.raises(BadInputError, match="sha256"):
        corrections.load(path)
    with pytest.raises(FileAccessError):
        corrections.load(tmp_path / "none.json")


def test_undo_gives_the_machines_record_back() -> None:
    before = plan(goal(1, "Tỷ lệ A", 1), goal(2, "Tỷ lệ B", 2))
    base = {"sha256": SHA, "by": "An", "at": "2026-03-01T08:00:00+07:00"}
    rows = [
        edit("Tỷ lệ A", 1, 9),
        Correction.model_validate(base | {"kind": "goals", "section": "I.1", "quote": "Tỷ lệ B", "action": "delete"}),
        Correction.model_validate(
            base | {"kind": "tasks", "section": "II", "quote": "Mới", "action": "add", "value": {}}
        ),
        Correction.model_validate(
            base | {"kind": "document", "action": "edit", "field": "number", "was": "12/KH-UBND", "value": "1/KH-UBND"}
        ),
    ]
    after = corrections.apply(before, rows)
    assert after != before
    assert corrections.undo(after) == before
    assert corrections.apply(corrections.undo(after), rows) == after
