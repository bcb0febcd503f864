from __future__ import annotations

from typing import Any

import pytest

from pipeline.plan import AnnexReading, Baseline, Goal
from tests.plans import a_goal, a_section
from tests.validate.findings.cases import a_case, codes, messages


def reading(**changes: Any) -> AnnexReading:
    base: dict[str, Any] = {
        "annex": "annex:-:1",
        "row": 0,
        "name": "Tỷ lệ học sinh tốt nghiệp THCS vào học THPT",
        "unit": "%",
        "value": 78,
        "raw": "78%",
    }
    return AnnexReading(**(base | changes))


def both(body: dict[str, Any] | None = None, annex: dict[str, Any] | None = None) -> Goal:
    return a_goal(in_annex=True, annex=reading(**(annex or {})), **(body or {}))


def base(value: float, period: str | None = "2023") -> Baseline:
    return Baseline(value=value, period=period, raw=str(value))


NAME = "Tỷ lệ cán bộ, công chức {} có trình độ {}"

POSITIVE = [
    ("annex-value", both(annex={"value": 87})),
    ("annex-value", both({"value": 3}, {"value": 2.4})),
    ("annex-value", both({"value": 40, "max": 50}, {"value": 40, "max": None})),
    ("annex-unit", both({"unit": "việc làm mới", "value": 950}, {"unit": "Người", "value": 950})),
    ("annex-year", both(annex={"name": "Tỷ lệ học sinh vào học THPT đến 2030"})),
    ("annex-name", both({"name": "Tỷ lệ học sinh tốt nghiệp THPT vào học THPT nghề"},
                        {"name": "Tỷ lệ học sinh tốt nghiệp THCS vào học nghề"})),
    ("annex-name", both({"name": NAME.format("cấp tỉnh", "đại học trở lên")},
                        {"name": NAME.format("cấp tỉnh", "trên đại học")})),
    ("annex-scope", both({"name": NAME.format("", "trên đại học")},
                         {"name": NAME.format("cấp huyện", "trên đại học")})),
    ("target-above-100", a_goal(value=120)),
    ("target-range", a_goal(value=50, max=40)),
    ("target-far-from-base", a_goal(value=7.8, baseline=base(77))),
    ("target-below-base", a_goal(value=70, baseline=base(75))),
    ("target-below-base", a_goal(name="Số lao động được tạo việc làm", unit="người", value=9500, baseline=base(15223))),
    ("target-equals-base", a_goal(value=75, baseline=base(75))),
    ("target-equals-base", both({"value": 3, "baseline": base(2.4)}, {"value": 2.4})),
    ("target-no-base", a_goal(value=10, change="up")),
    ("target-no-base", a_goal(name="Tăng thêm tỷ lệ người cao tuổi được khám sức khỏe", value=10)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "goal"), POSITIVE)
def test_found(code: str, goal: Goal) -> None:
    assert code in codes(a_case(goals=[goal]))


NEGATIVE = [
    ("annex-value", both()),
    ("annex-value", both(annex={"value": 80, "period": "2025"})),
    ("annex-value", both(annex={"value": None})),
    ("annex-unit", both({"unit": "triệu đồng"}, {"unit": "Triệu đồng/người/năm"})),
    ("annex-year", both(annex={"name": "Tỷ lệ học sinh vào học THPT năm 2024"})),
    ("annex-year", both({"period": "2021-2025"}, {"name": "Tỷ lệ học sinh vào học THPT đến 2025"})),
    ("annex-name", both(annex={"name": "Tỷ lệ học sinh tốt nghiệp trung học cơ sở vào học trung học phổ thông"})),
    ("annex-scope", both(annex={"name": "Tỷ lệ học sinh tốt nghiệp THCS vào học THPT (cấp tỉnh, cấp huyện, cấp xã)"})),
    ("target-above-100", a_goal(name="Thu ngân sách đạt 105% dự toán", value=105)),
    ("target-above-100", a_goal(value=100)),
    ("target-range", a_goal(value=40, max=50)),
    ("target-far-from-base", a_goal(value=2, baseline=base(0.2))),
    ("target-far-from-base", a_goal(name="Số hộ", unit="hộ", value=100, baseline=base(10))),
    ("target-below-base", a_goal(name="Tỷ lệ hộ nghèo", value=5, baseline=base(7))),
    ("target-below-base", a_goal(value=5, comparator="<", baseline=base(7))),
    ("target-below-base", a_goal(value=70, max=80, baseline=base(75))),
    ("target-equals-base", a_goal(value=100, baseline=base(100))),
    ("target-equals-base", a_goal(text="Duy trì tỷ lệ 75%", value=75, baseline=base(75))),
    ("target-equals-base", a_goal(value=75, comparator=">=", baseline=base(75))),
    ("target-no-base", a_goal(value=10, change="up", baseline=base(20))),
    ("target-no-base", a_goal(name="Giảm tỷ lệ hộ nghèo", text="Giảm tỷ lệ hộ nghèo còn 5%", value=5)),
]


@pytest.mark.parametrize(("code", "goal"), NEGATIVE)
def test_let_pass(code: str, goal: Goal) -> None:
    assert code not in codes(a_case(goals=[goal]))


def test_message_says_both_values_in_words_of_the_document() -> None:
    case = a_case(goals=[both({"value": 27.72}, {"value": 2772})])
    assert messages(case, "annex-value") == [
        "“Tỷ lệ học sinh tốt nghiệp THCS vào học THPT”: phần nội dung ghi 27,72%, phụ lục ghi 2.772%."
    ]


@pytest.mark.parametrize(
    ("body", "annex", "said"),
    [
        ({"value": 70.5, "raw": {"value": "70,50"}}, {"value": 70, "raw": "70,0"}, "70,50%, phụ lục ghi 70,0%"),
        ({"value": 5, "raw": {"value": "05"}}, {"value": 1310, "raw": "1310 %"}, "05%, phụ lục ghi 1310%"),
        (
            {"value": 40, "max": 50, "raw": {"value": "40,0 đến 50"}},
            {"value": 40, "raw": ""},
            "40,0 - 50%, phụ lục ghi 40%",
        ),
    ],
)
def test_numbers_are_quoted_as_printed(body: dict[str, Any], annex: dict[str, Any], said: str) -> None:
    assert said in messages(a_case(goals=[both(body, annex)]), "annex-value")[0]


def test_one_indicator_with_two_values_in_the_body() -> None:
    name = "Tỷ lệ cán bộ, công chức {}có trình độ đại học trở lên"
    goals = [
        a_goal(id="goal:I:1", name=name.format("các cấp "), value=65.4),
        a_goal(id="goal:I:2", name=name.format(""), value=1.47),
        a_goal(id="goal:I:3", name="Tỷ lệ viên chức có trình độ đại học trở lên", value=80),
    ]
    assert codes(a_case(goals=goals)) == ["target-two-values"]
    assert codes(a_case(goals=[goals[0], goals[1].model_copy(update={"period": "2025"})])) == []


def shares(*values: float, bases: tuple[float, ...] = (), unit: str = "%") -> list[Goal]:
    names = ("nông, lâm nghiệp", "công nghiệp - xây dựng", "thương mại - dịch vụ")
    return [
        a_goal(
            id=f"goal:I:{at}",
            name=f"Cơ cấu lao động làm việc trong lĩnh vực {name}",
            value=value,
            unit=unit,
            baseline=base(bases[at]) if bases else None,
        )
        for at, (name, value) in enumerate(zip(names, values, strict=True))
    ]


@pytest.mark.parametrize(
    ("goals", "count"),
    [
        (shares(52.7, 18.6, 27.72), 1),
        (shares(52.7, 18.6, 28.7), 0),
        (shares(52.7, 18.6, 28.6), 0),
        (shares(33, 33, 33), 0),
        (shares(52.7, 18.6, 28.7, bases=(53.7, 18, 28.1)), 1),
        (shares(52.7, 18.6, 28.7, bases=(53.7, 18.2, 28.1)), 0),
        (shares(52.7, 18.6, 5), 0),
        (shares(52.7, 18.6, 27.72, unit="người"), 0),
        (shares(52.7, 18.6, 27.72)[:1], 0),
    ],
)
def test_shares_of_a_structure(goals: list[Goal], count: int) -> None:
    assert codes(a_case(goals=goals)).count("shares-not-100") == count


def indicators(count: int, **changes: Any) -> list[Goal]:
    return [a_goal(id=f"goal:{at}", name=f"Chỉ tiêu thứ {at}", **changes) for at in range(count)]


def test_a_target_missing_on_one_side_of_an_otherwise_complete_list() -> None:
    goals = [g.model_copy(update={"in_annex": True, "annex": reading(name=g.name)}) for g in indicators(5)]
    only_body = goals[4].model_copy(update={"in_annex": False, "annex": None, "section": "II.2"})
    only_annex = goals[4].model_copy(update={"in_body": False, "annex": None})
    about_goals = a_section(path="II.2", kind="goals", title="MỤC TIÊU KHÁC")
    assert codes(a_case(goals=[*goals[:4], only_body], sections=[about_goals])) == ["annex-missing"]
    # a number among tasks may be an output; several together are targets
    assert codes(a_case(goals=[*goals[:4], only_body])) == []
    outputs = [only_body.model_copy(update={"id": f"goal:x{at}", "name": f"Việc thứ {at}"}) for at in range(3)]
    assert codes(a_case(goals=[*goals, *outputs])) == ["annex-missing"]
    assert codes(a_case(goals=[*goals[:4], only_annex])) == ["body-missing"]
    assert codes(a_case(goals=goals)) == []
    assert codes(a_case(goals=[*indicators(3), only_annex])) == []
