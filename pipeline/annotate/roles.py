"""Words that say which role a body has: "chủ trì", "phối hợp với", "theo dõi, đôn đốc"."""

from __future__ import annotations

import re

from pipeline.lexicon.roles import ROLE_PATTERNS
from pipeline.mentions import DutyRole, RoleWord

_WORDS = re.compile("|".join(f"(?P<{role}>{pattern})" for role, pattern in ROLE_PATTERNS), re.IGNORECASE)
# nouns made of the same words: "sự phối hợp của", "công tác phối hợp", "cơ chế phối hợp", "công tác kiểm tra"
_NOUN_BEFORE = re.compile(r"(?:sự|cơ\s+chế|quy\s+chế|công\s+tác|việc|nội\s+dung|hình\s+thức|Đoàn)\s+$", re.IGNORECASE)


def find(text: str, unit: str = "") -> list[RoleWord]:
    """All role words of ``text`` in order; the same words used as a noun ("sự phối hợp của ...") are left out."""
    found: list[RoleWord] = []
    for match in _WORDS.finditer(text):
        if _NOUN_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        role = _role(match)
        found.append(RoleWord(unit, match.start(), match.end(), match.group(), role))
    return found


def _role(match: re.Match[str]) -> DutyRole:
    for role, _ in ROLE_PATTERNS:
        if match.lastgroup == role:
            return role
    return "implement"
