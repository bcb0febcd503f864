"""How Vietnamese administrative documents number their parts: words, alphabets, and what OCR makes of numerals.

Order of parts: Decree 30/2020/NĐ-CP, annex I, II.6 (phần, chương, mục, tiểu mục, điều, khoản, điểm); plans use
I, 1, 1.1, a, dash, plus.
"""

from __future__ import annotations

CAPITALS = "A-ZĐÐÀÁÂÃÈÉÊÌÍÎÒÓÔÕÙÚÛÝĂĔĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capital letters, for a character class of a pattern."""

SMALL = "a-zđàáâãèéêìíîòóôõùúûýăĕĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""Vietnamese small letters, for a character class of a pattern."""

ORDINAL_WORDS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters that number points (điểm), in their order; f, j, w, z are used by few writers."""

EXTRA_LETTERS = {"f": "e", "j": "i", "w": "v", "z": "y"}
"""Letters outside the Vietnamese alphabet and the letter that each follows."""

ROMAN_SLIPS = {
    "H": 2,
    "1I": 2,
    "I1": 2,
    "lI": 2,
    "Il": 2,
    "ll": 2,
    "Ii": 2,
    "HI": 3,
    "IH": 3,
    "IIl": 3,
    "Ill": 3,
    "lII": 3,
    "1II": 3,
    "II1": 3,
    "III1": 3,
    "HII": 3,
    "IIII": 3,
    "TII": 3,
    "1V": 4,
    "lV": 4,
    "TV": 4,
    "IY": 4,
    "VỊ": 6,
    "V1": 6,
    "Vl": 6,
    "VH": 7,
    "VHI": 8,
    "VIH": 8,
    "1X": 9,
    "lX": 9,
}
"""What readers make of Roman numerals, and the numeral meant."""

ARABIC_SLIPS = {"l": 1, "I": 1, "Ì": 1, "í": 1, "]": 1, "|": 1, "Z": 2, "ó": 6, "õ": 5}
"""Single characters read for a digit in front of a full stop."""

NUMBERED_NAMES = ("Nhiệm vụ", "Giải pháp", "Nội dung", "Hoạt động", "Dự án", "Tiểu dự án", "Nhóm", "Bước", "Hợp phần")
"""Words that carry a number of their own in headings: "Dự án 1: ..."."""
