"""Numbers in Vietnamese notation and measured numbers in sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate import numbers, quantities
from pipeline.mentions import Quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9.500", 9500),
        ("98,4", 98.4),
        ("1.234,5", 1234.5),
        ("02", 2),
        ("0.5", 0.5),
        ("98.4", 98.4),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("0,05", 0.05),
        ("50,20", 50.2),
        ("", None),
        ("1.2.3", None),
        ("x", None),
        ("١٢", None),
    ],
)
def test_parse(text: str, value: float | None) -> None:
    assert numbers.parse(text) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_whole_numbers_come_back(value: int) -> None:
    assert numbers.parse(numbers.write(value)) == value


@given(st.integers(min_value=0, max_value=10**7), st.integers(min_value=1, max_value=99))
def test_decimals_come_back(whole: int, hundredths: int) -> None:
    value = float(f"{whole}.{hundredths:02d}")
    assert numbers.parse(numbers.write(value)) == pytest.approx(value)


@given(st.text())
def test_never_fails_and_points_into_the_text(text: str) -> None:
    for found in quantities.find(text):
        assert text[found.start : found.end] == found.text
        assert found.raw in found.text
        assert found.max is None or found.max > found.value


def one(text: str) -> Quantity:
    (found,) = quantities.find(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "top", "unit", "comparator"),
    [
        ("Tỷ lệ hộ dùng nước sạch đạt 98,4%", 98.4, None, "%", "="),
        ("trên 80% số hộ", 80, None, "%", ">"),
        ("đạt từ 80% trở lên", 80, None, "%", ">="),
        ("Tỷ lệ tăng tự nhiên: < 10,6 ‰", 10.6, None, "‰", "<"),
        ("ít nhất 02 mô hình", 2, None, "mô hình", ">="),
        ("tối thiểu đạt 70%", 70, None, "%", ">="),
        ("không dưới 5%", 5, None, "%", ">="),
        ("không quá 5 ngày làm việc", 5, None, "ngày làm việc", "<="),
        ("khoảng 5.000 người", 5000, None, "người", "~"),
        ("đạt 50 - 60 triệu đồng/người/năm", 50, 60, "triệu đồng/người/năm", "="),
        ("đạt 50% - 60%", 50, 60, "%", "="),
        ("từ 50 đến 60%", 50, 60, "%", "="),
        ("10 tỷ đồng", 10, None, "tỷ đồng", "="),
        ("1,2 triệu lượt khách", 1.2, None, "triệu lượt", "="),
        ("25 giường bệnh/10.000 dân", 25, None, "giường bệnh/10.000 dân", "="),
        ("đạt 9.500 việc làm mới", 9500, None, "việc làm mới", "="),
        ("tăng 2 điểm %", 2, None, "điểm %", "="),
        ("15.223", 15223, None, None, "="),
        ("trình độ đại học trở lên đạt 65,4%", 65.4, None, "%", "="),
    ],
)
def test_value_unit_comparator(text: str, value: float, top: float | None, unit: str | None, comparator: str) -> None:
    found = one(text)
    assert (found.value, found.max, found.unit_text, found.comparator) == (value, top, unit, comparator)


def test_ratio_keeps_both_numbers() -> None:
    found = one("khoảng 66/152 xã, phường, thị trấn")
    assert (found.value, found.total, found.unit_text) == (66, 152, "xã, phường, thị trấn")


@pytest.mark.parametrize(
    ("text", "value", "base", "change"),
    [
        ("tăng từ 20% lên 25%", 25, 20, "from_to"),
        ("từ 20% năm 2020 lên 25% năm 2025", 25, 20, "from_to"),
        ("giảm từ 10% xuống còn 5%", 5, 10, "from_to"),
        ("tăng thêm 5%", 5, None, "up"),
        ("giảm 10% số vụ", 10, None, "down"),
        ("tăng lên 80%", 80, None, None),
        ("tăng 5% so với 20% năm 2022", 5, 20, "up"),
    ],
)
def test_change(text: str, value: float, base: float | None, change: str | None) -> None:
    found = one(text)
    assert (found.value, found.base, found.change) == (value, base, change)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 108/2014/NĐ-CP ngày 20/11/2014",
        "Nghị quyết 26-NQ/TU ngày 4/12/2020",
        "khoản 2 Điều 5",
        "mức độ 3, lớp 10, khóa XII",
        "trong độ tuổi từ 15 - 60",
        "tại phường 2, phường 10",
        "giai đoạn 2021-2025, năm 2023",
        "mạng 5G, COVID-19",
        "điện thoại 0912345678",
        "trước 17 giờ 30 ngày 15/12",
        "Ngày Dân số Thế giới (11/7)",
        "Quý 2/2023",
    ],
)
def test_not_measured(text: str) -> None:
    assert quantities.find(text) == []
