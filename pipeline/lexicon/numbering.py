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
"""Letters outside the Vietnamese alphabet that few writers use, and the letter that each follows."""

USED_LETTERS = LETTERS + "".join(EXTRA_LETTERS)
"""All letters that number points."""

ROMAN_SLIPS = {
    "H": "II",
    "T": "I",
    "l": "I",
    "1": "I",
    "i": "I",
    "!": "I",
    "|": "I",
    "Ị": "I",
    "ị": "I",
    "Ì": "I",
    "Í": "I",
    "Ỉ": "I",
    "Ï": "I",
    "Y": "V",
    "L": "I",
}
"""Characters that readers put for parts of Roman numerals, and the part meant ("HI." is III, "IIL" is "III.")."""

ARABIC_SLIPS = {"l": 1, "I": 1, "Ì": 1, "í": 1, "]": 1, "|": 1, "Z": 2, "ó": 6, "õ": 5}
"""Single characters read for a digit in front of a full stop."""

NUMBERED_NAMES = ("Nhiệm vụ", "Giải pháp", "Nội dung", "Hoạt động", "Dự án", "Tiểu dự án", "Nhóm", "Bước", "Hợp phần")
"""Words that carry a number of their own in headings: "Dự án 1: ..."."""

LETTER_SLIPS = {"e": "c", "c": "e", "đ": "d", "d": "đ", "q": "g", "ø": "g", "ð": "đ", "j": "i", "ì": "i", "í": "i"}
"""Letters of points that readers take for one another, and the letter that may be meant."""
