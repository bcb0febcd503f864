"""Characters of symbol fonts, which Word stores in the private area, as the Unicode characters that they print."""

from __future__ import annotations

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xA2: "′",
    0xB2: "″", 0xB7: "•", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xAB: "↔", 0xDE: "⇒", 0xE5: "∑", 0xD6: "√",
    0x2D: "-", 0x61: "α", 0x62: "β", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x6D: "μ", 0x70: "π", 0xC7: "∩", 0xC8: "∪",
    0xCE: "∈", 0xD7: "⋅", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥",
}  # fmt: skip
"""The font Symbol (Adobe's Symbol encoding); what is not here and ASCII prints as itself."""
_WINGDINGS = {
    0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x6C: "●", 0x6E: "■",
    0x71: "❑", 0x76: "❖", 0x77: "⬥", 0xE0: "→", 0xE8: "➔", 0xDF: "←", 0xF0: "⇨", 0x9F: "•", 0x2A: "✉", 0x28: "☎",
    0x78: "⌧", 0x46: "☞",
}  # fmt: skip


def printed(text: str, font: str | None) -> str:
    """``text`` with the characters of the private area replaced by what ``font`` prints for them.

    Where the font is not known, that of bullets, Symbol, is taken before Wingdings; what neither has is a bullet.
    """
    if not any(0xF000 <= ord(c) <= 0xF0FF for c in text):
        return text
    name = (font or "").lower()
    tables = (_WINGDINGS, _SYMBOL) if "wingdings" in name else (_SYMBOL, _WINGDINGS)
    return "".join(_one(ord(c) - 0xF000, tables) if 0xF000 <= ord(c) <= 0xF0FF else c for c in text)


def _one(code: int, tables: tuple[dict[int, str], ...]) -> str:
    for table in tables:
        if code in table:
            return table[code]
    return chr(code) if 0x20 <= code < 0x7F else "•"
