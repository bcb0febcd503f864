"""Provinces: those of today (vietnam-provinces) and those that ended on 1 July 2025.

Source of the mergers: Resolution 202/2025/QH15 of the National Assembly on the arrangement of provincial units.
"""

from __future__ import annotations

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


CENTRAL_CITIES: tuple[str, ...] = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")
"""Cities that rank as provinces; Huế does since 1 January 2025 (Resolution 175/2024/QH15)."""

PROVINCES_TODAY: tuple[str, ...] = (
    *CENTRAL_CITIES,
    *("Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Cao Bằng"),
    *("Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Ninh Bình", "Quảng Trị"),
    *("Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Đồng Nai", "Tây Ninh", "Vĩnh Long"),
    *("Đồng Tháp", "Cà Mau", "An Giang"),
)
"""The provinces since 1 July 2025; a test holds them against the data of vietnam-provinces."""

PROVINCES: tuple[str, ...] = (*PROVINCES_TODAY, *MERGED_2025, "Thừa Thiên Huế", "Hà Tây", "Đăk Lăk", "Đăk Nông")
"""All names of provinces that documents of the past thirty years print, spellings included."""
