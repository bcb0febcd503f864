"""Provinces: those of today (vietnam-provinces) and those that ended on 1 July 2025.

Source of the mergers: Resolution 202/2025/QH15 of the National Assembly on the arrangement of provincial units.
"""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.fold import slug

MERGED_2025: dict[str, str] = {
    "Hà Giang": "Tuyên Quang",
    "Yên Bái": "Lào Cai",
    "Bắc Kạn": "Thái Nguyên",
    "Hòa Bình": "Phú Thọ",
    "Vĩnh Phúc": "Phú Thọ",
    "Bắc Giang": "Bắc Ninh",
    "Thái Bình": "Hưng Yên",
    "Hải Dương": "Hải Phòng",
    "Hà Nam": "Ninh Bình",
    "Nam Định": "Ninh Bình",
    "Quảng Bình": "Quảng Trị",
    "Quảng Nam": "Đà Nẵng",
    "Kon Tum": "Quảng Ngãi",
    "Bình Định": "Gia Lai",
    "Ninh Thuận": "Khánh Hòa",
    "Đắk Nông": "Lâm Đồng",
    "Bình Thuận": "Lâm Đồng",
    "Phú Yên": "Đắk Lắk",
    "Bà Rịa - Vũng Tàu": "Hồ Chí Minh",
    "Bình Dương": "Hồ Chí Minh",
    "Bình Phước": "Đồng Nai",
    "Long An": "Tây Ninh",
    "Sóc Trăng": "Cần Thơ",
    "Hậu Giang": "Cần Thơ",
    "Bến Tre": "Vĩnh Long",
    "Trà Vinh": "Vĩnh Long",
    "Tiền Giang": "Đồng Tháp",
    "Bạc Liêu": "Cà Mau",
    "Kiên Giang": "An Giang",
}
"""Province that ended on 1 July 2025 -> the province that its territory belongs to since."""


@cache
def central_cities() -> frozenset[str]:
    """Slugs of the cities that rank as provinces ("ha-noi", "hue"); Huế ranked below until 2025."""
    from vietnam_provinces import Province, VietNamDivisionType

    return frozenset(
        slug(province.name.removeprefix("Thành phố "))
        for province in Province.iter_all()
        if province.division_type == VietNamDivisionType.THANH_PHO_TRUNG_UONG
    )


@cache
def provinces() -> frozenset[str]:
    """Slugs of all provinces of today and of those that ended in 2025."""
    from vietnam_provinces import Province

    today = {slug(p.name.removeprefix("Thành phố ").removeprefix("Tỉnh ")) for p in Province.iter_all()}
    return frozenset(today | {slug(name) for name in MERGED_2025})
