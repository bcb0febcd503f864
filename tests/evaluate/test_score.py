from __future__ import annotations

from typing import Any

import pytest

from pipeline.evaluate import below, raised, score
from pipeline.evaluate.header import score_header
from pipeline.evaluate.lists import RULES, score_list
from pipeline.evaluate.report import as_json, figures
from pipeline.evaluate.run import failed
from pipeline.evaluate.score import FieldTally, Tally
from pipeline.evaluate.tables import score_tables
from tests.plans import a_basis, a_duty, a_goal, a_plan, a_section, a_task


def gold_of(plan: dict[str, Any]) -> dict[str, Any]:
    """A record as its own annotation."""
    keys = ("document", "legal_bases", "sections", "goals", "tasks", "responsibilities")
    return {"file": "docs/x.pdf", **{key: plan[key] for key in keys}, "tables": plan["annexes"]}


def full_plan() -> dict[str, Any]:
    plan = a_plan(
        legal_bases=[a_basis()],
        sections=[a_section()],
        goals=[a_goal()],
        tasks=[a_task()],
        responsibilities=[a_duty()],
    )
    return plan.model_dump(mode="json")


def test_a_record_against_itself_is_perfect() -> None:
    plan = full_plan()
    result = score("x", gold_of(plan), plan)
    assert set(figures(result).values()) == {1.0}
    assert result.kind == "scan"
    assert all(f.right == f.total for part in result.lists.values() for f in part.fields.values())


@pytest.mark.parametrize(("hits", "gold", "found", "f1"), [(0, 0, 0, 1.0), (0, 3, 0, 0.0), (0, 0, 2, 0.0),
                                                           (2, 4, 2, 2 / 3), (3, 3, 3, 1.0)])  # fmt: skip
def test_f1(hits: int, gold: int, found: int, f1: float) -> None:
    assert Tally(hits, gold, found).f1 == pytest.approx(f1)


def test_a_document_that_fails_scores_zero_on_all_that_gold_holds() -> None:
    plan = full_plan()
    result = failed("x", gold_of(plan), "bad_input: empty")
    assert result.header_share == 0
    assert [part.soft.recall for name, part in result.lists.items() if name != "table_cells"] == [0.0] * 6
    assert as_json([result])["documents"]["x"]["error"] == "bad_input: empty"


def test_lists_in_partial_are_not_scored() -> None:
    plan = full_plan()
    result = score("x", gold_of(plan) | {"partial": ["tasks", "tables"]}, plan)
    assert "tasks" not in result.lists
    assert "table_cells" not in result.lists
    assert "goals" in result.lists


def rule(name: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Any:
    return score_list(RULES[name], gold, found)


def test_only_measured_goals_are_scored() -> None:
    found = [a_goal().model_dump(mode="json"), a_goal(measured=False, value=None).model_dump(mode="json")]
    assert rule("goals", [found[0]], found).strict == Tally(1, 1, 1)


def test_only_headings_are_scored_as_sections() -> None:
    found = [a_section().model_dump(mode="json"), a_section(role="closing").model_dump(mode="json")]
    assert rule("sections", [{"label": "I", "level": 1, "title": "Mục tiêu"}], found).strict == Tally(1, 1, 1)


def test_legal_bases_match_by_number_alone_and_a_similar_number_is_another_document() -> None:
    gold = [{"type": "Nghị quyết", "number": "26-NQ/TU", "issued_on": "2022-02-07", "issuer": None}]
    right = [a_basis(number="26 - NQ/TU", issued_on="2022-02-08").model_dump(mode="json")]
    near = [a_basis(number="27-NQ/TU").model_dump(mode="json")]
    counted = rule("legal_bases", gold, right)
    assert counted.soft == counted.strict == Tally(1, 1, 1)
    assert counted.fields["issued_on"] == FieldTally(0, 1, 0, 1)
    assert rule("legal_bases", gold, near).soft.hits == 0


@pytest.mark.parametrize(
    ("field", "gold", "found", "right"),
    [
        ("value", 9500, 9500.0, True),
        ("value", 78, None, False),
        ("value", None, 0, False),
        ("unit", "Người", "người", True),
        ("unit", None, "", True),
        ("comparator", ">=", ">", False),
        ("baseline", {"value": 77.42, "period": "2022"}, {"value": 77.42, "period": "2022", "raw": ""}, True),
        ("baseline", {"value": 77.42, "period": None}, {"value": 77.42, "period": "2022", "raw": ""}, True),
        ("baseline", {"value": 77.42, "period": "2022"}, None, False),
        ("baseline", None, None, True),
        ("lead", ["Sở Y tế", "UBND các xã"], ["UBND các xã", "sở Y tế"], True),
        ("lead", [], ["Sở Y tế"], False),
    ],
)
def test_fields_of_a_goal(field: str, gold: Any, found: Any, right: bool) -> None:
    base = a_goal().model_dump(mode="json")
    counted = rule("goals", [base | {field: gold}], [base | {field: found}])
    assert counted.fields[field].right == int(right)


def test_a_field_that_gold_leaves_out_is_not_counted() -> None:
    base = a_goal().model_dump(mode="json")
    gold = {key: value for key, value in base.items() if key != "lead"}
    assert rule("goals", [gold], [base]).fields["lead"] == FieldTally()


def test_a_second_defensible_role_counts() -> None:
    found = a_duty(role="advise").model_dump(mode="json")
    gold = a_duty(role="lead").model_dump(mode="json")
    assert rule("responsibilities", [gold | {"role_alt": ["advise"]}], [found]).fields["role"].right == 1
    assert rule("responsibilities", [gold], [found]).fields["role"].right == 0


def test_one_duty_of_two_agencies_is_told_apart_by_agency() -> None:
    both = [a_duty(agency=name).model_dump(mode="json") for name in ("Sở Nội vụ", "Sở Tài chính")]
    assert rule("responsibilities", both, both[::-1]).fields["agency"] == FieldTally(2, 2, 2, 2)


def test_the_section_of_a_doubled_number_matches_without_its_note() -> None:
    found = a_task(section="III.4").model_dump(mode="json")
    assert rule("tasks", [found | {"section": "III.4 (second)"}], [found]).fields["section"].right == 1


def test_table_cells_strict_soft_and_empty() -> None:
    gold = [{"title": "P", "columns": ["TT", "Mục tiêu"], "n_rows": 2,
             "rows": [["1", "Tỷ lệ lao động qua đào tạo"], ["2", ""]]}]  # fmt: skip
    found = [{"columns": ["TT", "Mục tiêu"], "rows": [["1", "Tỷ lệ lao động qua đào tao"], ["2", ""]]}]
    counted = score_tables(gold, found)
    assert counted.strict == Tally(4, 5, 5)
    assert counted.soft == Tally(5, 5, 5)


def test_rows_beyond_those_that_gold_gives_are_not_held_against_the_record() -> None:
    gold = [{"columns": ["TT", "Tên"], "n_rows": 3, "rows": [["1", "một nghề"]]}]
    whole = {"columns": ["TT", "Tên"], "rows": [["1", "một nghề"], ["2", "hai lúa"], ["3", "ba"]]}
    other = {"columns": ["Họ tên", "Chức vụ"], "rows": []}
    assert score_tables(gold, [whole]).strict == Tally(4, 4, 4)
    assert score_tables([gold[0] | {"n_rows": 1}], [whole]).strict == Tally(4, 4, 8)
    assert score_tables([gold[0] | {"n_rows": 1}], [other, whole]).strict == Tally(4, 4, 10)
    assert score_tables(gold, []).strict == Tally(0, 4, 0)


def test_a_table_found_in_pieces_costs_the_repeated_column_names() -> None:
    gold = [{"columns": ["TT", "Tên"], "n_rows": 2, "rows": [["1", "rà soát"], ["2", "báo cáo"]]}]
    pieces = [{"columns": ["TT", "Tên"], "rows": [row]} for row in gold[0]["rows"]]
    assert score_tables(gold, pieces).strict == Tally(6, 6, 8)


def test_header_fields_are_exact_apart_from_case_tone_placement_and_dashes() -> None:
    gold = {"number": "141/KH-UBND", "issuer": "ỦY BAN NHÂN DÂN XÃ HÒA SƠN", "period": {"from": 2023, "to": 2023},
            "signature": {"authority": None, "name": "Lê Văn A"}, "recipients": ["Như trên", "Lưu: VT"]}  # fmt: skip
    found = {
        "number": "141/KH - UBND",
        "issuer": "Uỷ ban nhân dân xã Hoà Sơn",
        "period": {"from": 2023, "to": 2024},
        "signature": {"authority": "TM. UBND", "name": "Lê Văn A"},
        "recipients": ["Như trên;", "Lưu: VT."],
    }
    assert score_header(gold, found) == {
        "number": True,
        "issuer": True,
        "period": False,
        "signature.authority": False,
        "signature.name": True,
        "recipients": True,
    }


def test_floors_rise_and_never_fall() -> None:
    plan = full_plan()
    good = score("x", gold_of(plan), plan)
    bad = failed("x", gold_of(plan), "crashed")
    floors = raised([good], {"y": {"header": 0.5}, "x": {"header": 0.2}})
    assert floors["y"] == {"header": 0.5}
    assert floors["x"]["header"] == 1.0
    assert raised([bad], floors) == floors
    assert below([good], floors) == []
    assert "x: header is 0.000, its floor is 1.000" in below([bad], floors)
