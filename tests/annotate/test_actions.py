"""Verb heads, tokens and the extent of partners."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate import actions, agencies, partners, roles
from pipeline.annotate.tokens import tokens

ACTIONS = [
    ("Tiếp tục rà soát mạng lưới trường, lớp; gắn với tinh giản", "Tiếp tục rà soát", "mạng lưới trường, lớp"),
    ("Rà soát, bổ sung quy hoạch các chức danh", "Rà soát, bổ sung", "quy hoạch các chức danh"),
    ("Thực hiện rà soát số lượng giáo viên", "Thực hiện rà soát", "số lượng giáo viên"),
    ("Sở Y tế chủ trì, phối hợp với Sở Tài chính", "chủ trì, phối hợp", "với Sở Tài chính"),
    ("Chủ động giao lưu với các đơn vị bạn", "Chủ động giao lưu", "với các đơn vị bạn"),
    ("Sở Y tế thuê chuyên gia giảng bài.", "thuê", "chuyên gia giảng bài"),
    ("Cơ quan liên quan có trách nhiệm tuân thủ phương án.", "có trách nhiệm tuân thủ", "phương án"),
    ("Căn cứ Kế hoạch này, xây dựng kế hoạch chi tiết", "xây dựng", "kế hoạch chi tiết"),
]

PARTNERS = [
    ("Liên kết đào tạo với các trường cao đẳng ngoài tỉnh tổ chức đào tạo", ["các trường cao đẳng ngoài tỉnh"]),
    ("phối hợp với các cơ sở đào tạo có uy tín của TW để mở lớp", ["các cơ sở đào tạo có uy tín của TW"]),
    ("Phối hợp với gia đình, nhà trường tổ chức các buổi sinh hoạt", ["gia đình", "nhà trường"]),
    ("Phối hợp với Sở Y tế tổ chức tập huấn", ["Sở Y tế"]),
    ("Phối hợp tổ chức tập huấn", []),
]

ROLES = [
    ("Chủ trì, phối hợp với Sở Y tế", ["lead", "support"]),
    ("Tham mưu UBND tỉnh; theo dõi, đôn đốc", ["advise", "monitor", "monitor"]),
    ("Tăng cường sự phối hợp của các ngành", []),
    ("Tổng hợp, báo cáo UBND tỉnh", ["report", "report"]),
]


@pytest.mark.parametrize(("text", "verb", "thing"), ACTIONS)
def test_actions(text: str, verb: str, thing: str) -> None:
    (action,) = actions.find(text, agencies.find(text))
    assert (action.text, action.object) == (verb, thing)


def test_a_phrase_without_a_verb_has_no_action() -> None:
    assert actions.find("Kinh phí thực hiện", []) == []


@pytest.mark.parametrize(("text", "expected"), PARTNERS)
def test_partners_reach_to_the_next_verb(text: str, expected: list[str]) -> None:
    assert [a.name for a in partners.complete(text, agencies.find(text, scattered=False))] == expected


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_role_words(text: str, expected: list[str]) -> None:
    assert [word.role for word in roles.find(text)] == expected


def test_tokens_carry_parts_of_speech() -> None:
    assert [(t.text, t.tag) for t in tokens("phối hợp với nhà trường")] == [
        ("phối hợp", "V"),
        ("với", "E"),
        ("nhà trường", "N"),
    ]


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="Tổ chức hoà  bình,.:-\u00a0…1%", max_size=40))
def test_tokens_are_ranges_of_the_text_and_lose_nothing(text: str) -> None:
    found = tokens(text)
    assert all(token.text == text[token.start : token.end] for token in found)
    assert "".join("".join(token.text for token in found).split()) == "".join(text.split())
