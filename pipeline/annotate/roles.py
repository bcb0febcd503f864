"""Words that say which role a body has: "chủ trì", "phối hợp với", "theo dõi, đôn đốc"."""

from __future__ import annotations

import re

from pipeline.lexicon.roles import ROLE_PATTERNS
from pipeline.mentions import DutyRole, RoleWord

# over text in small letters: a pattern that heeds case is looked for twice as fast
_WORDS = re.compile("|".join(f"(?P<{role}>{pattern.lower()})" for role, pattern in ROLE_PATTERNS))
# nouns made of the same words: "sự phối hợp của", "công tác phối hợp", "cơ chế phối hợp", "công tác kiểm tra"
_NOUN_BEFORE = re.compile(r"(?:sự|cơ\s+chế|quy\s+chế|công\s+tác|việc|nội\s+dung|hình\s+thức|Đoàn)\s+$", re.IGNORECASE)


def find(text: str, unit: str = "") -> list[RoleWord]:
    """All role words of ``text`` in order; the same words used as a noun ("sự phối hợp của ...") are left out."""
    found: list[RoleWord] = []
    low = text.lower()
    if len(low) != len(text):  # a letter that grows in small letters (Turkish capital I)
        low = "".join(letter.lower()[:1] for letter in text)
    for match in _WORDS.finditer(low):
        start, end = match.span()
        if _NOUN_BEFORE.search(text[max(0, start - 12) : start]):
            continue
        found.append(RoleWord(unit, start, end, text[start:end], _role(match)))
    return found


def _role(match: re.Match[str]) -> DutyRole:
    for role, _ in ROLE_PATTERNS:
        if match.lastgroup == role:
            return role
    return "implement"
