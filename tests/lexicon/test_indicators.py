"""One indicator in several wordings has one key; different ones have several."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon.indicators import indicator_key, unit_key

# Each line: wordings of one indicator, as plans print them.
ALIKE = (
    (
        "Tỷ lệ hộ nghèo", "tỉ lệ hộ nghèo còn", "Giảm tỷ lệ hộ nghèo xuống còn", "tỷ lệ hộ nghèo đến năm 2025",
        "Phấn đấu đến hết năm 2025, tỷ lệ hộ nghèo còn dưới", "- Tỷ lệ hộ nghèo (theo chuẩn nghèo đa chiều)",
        "1. Tỷ lệ hộ nghèo toàn tỉnh:", "Tỷ lệ hộ nghèo trên địa bàn huyện còn khoảng", "TỶ LỆ HỘ NGHÈO",
        "Tiếp tục giảm tỷ lệ hộ nghèo giai đoạn 2021 - 2025 xuống dưới", "kéo giảm tỷ lệ hộ nghèo hằng năm",
    ),
    (
        "Tỷ lệ lao động qua đào tạo", "Nâng tỷ lệ lao động qua đào tạo lên", "Tỷ lệ lao động qua đào tạo đạt",
        "tỷ lệ lao động qua đào tạo năm 2024 đạt trên", "Tỷ lệ LĐ qua đào tạo",
        "a) Tỉ lệ lao động qua đào tạo đạt tối thiểu",
        "Duy trì, nâng cao tỷ lệ lao động qua đào tạo so với năm 2023",
    ),
    ("Tỷ lệ dân số tham gia BHYT", "Tỷ lệ dân số tham gia bảo hiểm y tế đạt",
     "Bảo đảm tỷ lệ dân số tham gia bảo hiểm y tế"),
    ("Số xã đạt chuẩn nông thôn mới", "Phấn đấu số xã đạt chuẩn NTM trên địa bàn tỉnh là",
     "Tăng số xã đạt chuẩn nông thôn mới lên"),
    ("Thu nhập bình quân đầu người", "Nâng thu nhập bình quân đầu người lên trên",
     "Thu nhập bình quân đầu người năm 2026 đạt"),
    ("Diện tích đất lâm nghiệp", "Tăng diện tích đất lâm nghiệp lên", "Diện tích đất lâm nghiệp (ha)"),
    ("Tuổi thọ trung bình", "Nâng tuổi thọ trung bình lên", "Tuổi thọ trung bình tối thiểu"),
    ("Chi phí kĩ thuật", "Chi phí kỹ thuật"),
    ("Thu hòa giải", "Thu hoà giải"),
)  # fmt: skip

# Each line: indicators that look alike and are not the same.
DIFFERENT = (
    ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo", "Tỷ lệ hộ nghèo dân tộc thiểu số", "Số hộ nghèo", "Tỷ lệ giảm hộ nghèo",
     "Tỷ lệ hộ thoát nghèo", "Giảm nghèo"),
    ("Tỷ lệ lao động qua đào tạo", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", "Số lao động qua đào tạo"),
    ("Trường đạt chuẩn quốc gia (mầm non)", "Trường đạt chuẩn quốc gia (tiểu học)", "Trường đạt chuẩn quốc gia"),
    ("Diện tích đất", "Diện tích", "Diện tích đất lúa"),
    ("Đất sông, suối", "Sông, suối"),
    ("Đất lâm nghiệp", "Lâm nghiệp"),
    ("Tăng trưởng GRDP", "Trưởng GRDP"),
    ("Tăng trưởng kinh tế", "Quy mô kinh tế"),
    ("Nâng cấp đường giao thông", "Cấp đường giao thông"),
    ("Tăng thu ngân sách", "Thu ngân sách"),
    ("Tỷ lệ xã có trạm y tế cấp huyện", "Tỷ lệ xã có trạm y tế cấp xã"),
    ("Dân số thành thị", "Dân số nông thôn"),
    ("Tỷ suất sinh", "Tỷ suất chết"),
    ("Có việc làm mới", "Có nhà ở mới"),
    ("Doanh nghiệp trong nước", "Doanh nghiệp"),
    ("Lao động trong tỉnh", "Lao động ngoài tỉnh"),
    ("Đất trồng cây hàng năm", "Đất trồng cây lâu năm", "Đất trồng cây"),
    ("Tỷ lệ công chức có trình độ đại học trở lên", "Tỷ lệ công chức có trình độ đại học"),
)  # fmt: skip


@pytest.mark.parametrize("wordings", ALIKE, ids=lambda wordings: wordings[0])
def test_wordings_of_one_indicator_have_one_key(wordings: tuple[str, ...]) -> None:
    assert {wording: indicator_key(wording, "%", "province") for wording in wordings} == dict.fromkeys(
        wordings, indicator_key(wordings[0], "%", "province")
    )


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_different_indicators_have_different_keys(names: tuple[str, ...]) -> None:
    keys = [indicator_key(name, "%", None) for name in names]
    assert sorted(set(keys)) == sorted(keys)


def test_no_wording_takes_the_key_of_another_indicator() -> None:
    keys = [indicator_key(wordings[0], None, None) for wordings in ALIKE]
    assert len(set(keys)) == len(keys)


def test_a_change_is_no_level() -> None:
    level = indicator_key("Giảm tỷ lệ hộ nghèo", "%", None)
    down = indicator_key("Giảm tỷ lệ hộ nghèo", "%", None, "down")
    up = indicator_key("tỷ lệ hộ nghèo", "%", None, "up")
    assert (level, down, up) == ("ty-le-ho-ngheo|%|", "giam-ty-le-ho-ngheo|%|", "tang-ty-le-ho-ngheo|%|")
    assert indicator_key("x", None, None, "from_to") == indicator_key("x", None, None)


@pytest.mark.parametrize(
    ("units", "key"),
    [
        (("%", "Phần trăm", "phần %"), "%"), (("Tỷ đồng", "tỉ đồng", "tỷ đ"), "ty dong"),
        (("Ha", "ha", "héc ta"), "ha"),
        (("người", "Người", "lao động"), "nguoi"), ((None, "", " "), ""), (("Km",), "km"),
    ],
)  # fmt: skip
def test_units(units: tuple[str | None, ...], key: str) -> None:
    assert {unit_key(unit) for unit in units} == {key}


@given(st.text(max_size=60))
def test_every_name_has_a_key_of_three_parts(name: str) -> None:
    first, *rest = indicator_key(name, None, None).split("|")
    assert rest == ["", ""]
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in first)


def test_the_key_of_a_key_is_the_same() -> None:
    for wording in itertools.chain(*ALIKE, *DIFFERENT):
        assert indicator_key(wording, None, None) == indicator_key(f"  {wording.upper()} ", None, None)
