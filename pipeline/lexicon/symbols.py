"""What the letters in a document number say about its issuer (Decree 30/2020/NĐ-CP, annex III; Guidance 36-HD/VPTW)."""

from __future__ import annotations

ISSUER_OF_SYMBOL: dict[str, str] = {
    "CP": r"Chính phủ",
    "TTg": r"Thủ tướng",
    "QH": r"Quốc hội",
    "UBTVQH": r"Ủy ban Thường vụ Quốc hội|UBTVQH",
    "UBND": r"Ủy ban nhân dân|UBND|Chủ tịch",
    "HĐND": r"Hội đồng nhân dân|HĐND",
    "TW": r"Trung ương|Bộ Chính trị|Ban Bí thư|TW|BCH",
    "TU": r"Tỉnh ủy|Thành ủy|Đảng bộ (?:tỉnh|thành phố)|Ban Thường vụ|Ban Chấp hành",
    "HU": r"Huyện ủy|Đảng bộ huyện|Ban Thường vụ|Ban Chấp hành",
    "CDC": r"Trung tâm Kiểm soát bệnh tật|CDC",
    "BYT": r"Bộ Y tế|Bộ trưởng",
    "BNV": r"Bộ Nội vụ|Bộ trưởng",
    "BTC": r"Bộ Tài chính|Bộ trưởng|Ban Tổ chức",
    "BGDĐT": r"Bộ Giáo dục|Bộ trưởng",
    "BTP": r"Bộ Tư pháp|Bộ trưởng",
    "BKHĐT": r"Bộ Kế hoạch|Bộ trưởng",
    "BTTTT": r"Bộ Thông tin|Bộ trưởng",
    "BTNMT": r"Bộ Tài nguyên|Bộ trưởng",
    "BCA": r"Bộ Công an|Bộ trưởng",
    "BQP": r"Bộ Quốc phòng|Bộ trưởng",
}
"""Last letters of a number and the words by which its issuer is named (as a pattern, tone placement as "Ủy")."""
