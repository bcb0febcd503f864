"""Lead and support from cells, labelled lines and sentences."""

from __future__ import annotations

import pytest

from pipeline.annotate.agencies import find
from pipeline.build import leads

CELLS = [
    ("Sở LĐTBXH; UBND các huyện, TX, TP", ["Sở LĐTBXH", "UBND các huyện, TX, TP"]),
    (
        "Các sở: Công thương; Nông nghiệp & PTNT; Sở Văn hóa - TTDL",
        ["Sở Công thương", "Sở Nông nghiệp & PTNT", "Sở Văn hóa - TTDL"],
    ),
    ("Sở Nội vụ theo dõi, tổng hợp", ["Sở Nội vụ"]),
    ("- Sở Y tế; - Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Phòng TC-HC, Khoa Dược", ["Phòng TC-HC", "Khoa Dược"]),
    ("Nhóm chuyên gia; Sở Y tế", ["Nhóm chuyên gia", "Sở Y tế"]),
    ("Các sở, ban, ngành, UBND các huyện, tp, tx", ["Các sở, ban, ngành", "UBND các huyện, tp, tx"]),
    ("VTV, VOV, các địa phương", ["VTV", "VOV", "các địa phương"]),
    ("Sở Y tế, nhóm chuyên gia, nghệ nhân gốm", ["Sở Y tế", "nhóm chuyên gia", "nghệ nhân gốm"]),
    ("Bộ, ngành, địa phương, tổ chức, doanh nghiệp", ["Bộ, ngành, địa phương", "tổ chức, doanh nghiệp"]),
    ("Văn phòng HĐND, UBND các huyện, thành phố", ["Văn phòng HĐND", "UBND các huyện, thành phố"]),
    ("Bộ, ngành, địa phương: tổ chức, doanh nghiệp", ["Bộ, ngành, địa phương", "tổ chức, doanh nghiệp"]),
    (
        "Ban Điều hành Chương trình hỗ trợ pháp lý cho doanh nghiệp",
        ["Ban Điều hành Chương trình hỗ trợ pháp lý cho doanh nghiệp"],
    ),
    ("_ Bộ Y tế", ["Bộ Y tế"]),
    ("", []),
    (" - ", []),
]

LABELLED = [
    (
        "Đơn vị chủ trì: Sở Tư pháp; Đơn vị phối hợp: các sở, ban, ngành; UBND các xã; Thời gian thực hiện: Quý II.",
        ["Sở Tư pháp"],
        ["các sở, ban, ngành", "UBND các xã"],
    ),
    (
        "Cơ quan chủ trì: Bộ Y tế. Cơ quan phối hợp: Bộ Tài chính, Bộ Nội vụ.",
        ["Bộ Y tế"],
        ["Bộ Tài chính", "Bộ Nội vụ"],
    ),
    ("Thời gian hoàn thành: Quý I/2026.", [], []),
    (
        "Cơ quan thực hiện: Sở Y tế chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan.",
        ["Sở Y tế"],
        ["Sở Tài chính", "các đơn vị liên quan"],
    ),
    ("Cơ quan thực hiện: Sở Y tế chủ trì phối hợp Sở Nội vụ.", ["Sở Y tế"], ["Sở Nội vụ"]),
    ("Đơn vị thực hiện: Các sở, ban, ngành.", ["Các sở, ban, ngành"], []),
]

HALVES = [
    ("Sở Y tế chủ trì, phối hợp với các sở: Nội vụ, Tài chính", ["Sở Y tế"], ["Sở Nội vụ", "Sở Tài chính"]),
    ("Sở Y tế, Sở Nội vụ (phối hợp với nhóm chuyên gia)", ["Sở Y tế", "Sở Nội vụ"], ["nhóm chuyên gia"]),
    ("Sở Y tế", ["Sở Y tế"], []),
]

SENTENCES = [
    (
        "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan xây dựng kế hoạch",
        ["Sở Y tế"],
        ["Sở Tài chính", "các đơn vị liên quan"],
    ),
    ("Phối hợp với các ban ngành, đoàn thể cùng cấp đẩy mạnh vận động", [], ["các ban ngành, đoàn thể cùng cấp"]),
    ("Người đứng đầu các cơ quan, đơn vị phải xác định", ["Người đứng đầu các cơ quan, đơn vị"], []),
    ("Tăng cường sự lãnh đạo của cấp ủy, chính quyền, sự phối hợp của các đoàn thể", [], []),
    ("Rà soát mạng lưới trường, lớp", [], []),
    ("Khuyến khích xã hội hóa đầu tư viện dưỡng lão, phối hợp với các tổ chức tôn giáo", [], ["các tổ chức tôn giáo"]),
    ("Xây dựng mô hình mà cơ quan nhà nước có vai trò dẫn dắt, liên kết các trường", [], []),
    ("Tham dự các lớp tập huấn do Sở Y tế tổ chức", [], []),
    ("Sở Y tế chủ trì; các trường mầm non phối hợp tổ chức uống thuốc", ["Sở Y tế"], ["các trường mầm non"]),
    ("Kế hoạch do Sở Y tế chủ trì", ["Sở Y tế"], []),
    ("Kinh phí được giao cho Sở Y tế thực hiện", [], []),
    ("Khuyến khích, nhân rộng các hình thức và mô hình hay đã phối hợp với các trường", [], []),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_cells(text: str, expected: list[str]) -> None:
    assert leads.names(leads.parties(text, find(text))) == expected


@pytest.mark.parametrize(("text", "lead", "support"), LABELLED)
def test_labelled_lines(text: str, lead: list[str], support: list[str]) -> None:
    found = leads.of_labels(text, find(text))
    assert (leads.names(found.lead), leads.names(found.support)) == (lead, support)


@pytest.mark.parametrize(("text", "lead", "support"), HALVES)
def test_one_list_of_those_who_lead_and_support(text: str, lead: list[str], support: list[str]) -> None:
    found = leads.halves(text, find(text))
    assert (leads.names(found.lead), leads.names(found.support)) == (lead, support)


@pytest.mark.parametrize(("text", "lead", "support"), SENTENCES)
def test_sentences(text: str, lead: list[str], support: list[str]) -> None:
    found = leads.of_sentence(text, find(text))
    assert (leads.names(found.lead), leads.names(found.support)) == (lead, support)


def test_parties_point_into_the_text() -> None:
    text = "Sở Y tế; Nhóm chuyên gia"
    for party in leads.parties(text, find(text)):
        assert text[party.start : party.end] == party.name
