"""Lines that the layout of a document is known by: kinds, mottoes, positions, names, recipients, annex subtitles."""

from __future__ import annotations

import re

from pipeline.lexicon import letterhead as words
from pipeline.lexicon.numbering import CAPITALS, SMALL
from pipeline.lexicon.words import bare, plain

_LONG_KINDS = tuple(sorted((bare(kind) for kind in words.DOCUMENT_KINDS), key=len, reverse=True))
_MOTTOES = tuple(bare(motto) for motto in words.MOTTOES)
_POSITIONS = tuple(sorted((bare(position) for position in words.POSITIONS), key=len, reverse=True))
_BODY_HEADS = tuple(bare(head) + " " for head in words.BODY_HEADS)
_SIGNS = "|".join(re.escape(word) for word in sorted(words.AUTHORITIES, key=len, reverse=True))
_AUTHORITY = re.compile(rf"^(?:(?:{_SIGNS})\s*[./]|(?:T[./]\s?(?:M|L|UQ)|K[./]\s?T)\s)\s*\S", re.IGNORECASE)
_NAME = re.compile(
    rf"^(?:{words.RANKS}\s+)?(?:(?:{'|'.join(words.DEGREES)})\.?\s*)*(?:[{CAPITALS}][{SMALL}]+\s+){{1,5}}[{CAPITALS}][{SMALL}]+\.?$"
)
_NO_BODIES = tuple(bare(phrase) for phrase in words.NO_BODIES)
_BEFORE_A_BODY = tuple(f" {bare(word)}" for word in words.BEFORE_A_BODY)
_RECIPIENTS = tuple(bare(head) for head in words.RECIPIENT_HEADS)
_ATTACHED = tuple(plain(phrase) for phrase in words.ATTACHED)


def kind_at(text: str) -> str | None:
    """The kind name (plain) that a title line begins with, if it is printed as a title; None otherwise."""
    stripped = text.strip(" .:*_-–—")
    if not stripped:
        return None
    words_ = bare(stripped)
    for kind in _LONG_KINDS:
        if words_ == kind and (stripped.isupper() or stripped[:1].isupper()):
            return kind
        if words_.startswith(kind + " ") and stripped.isupper():
            return kind
    return None


def says_attached(text: str) -> bool:
    """True for the line under the title of an annex: "(Kèm theo Quyết định số ...)"."""
    words_ = plain(text)
    return any(phrase in words_ for phrase in _ATTACHED)


def is_motto(text: str) -> bool:
    """True for the state motto, the country name and the Party's name."""
    words_ = bare(text)
    if words_.startswith(_MOTTOES):
        return True
    capitals = sum(c.isupper() for c in text)
    return capitals > 12 and 2 * capitals > len(text) and any(motto in words_ for motto in _MOTTOES)


def is_position(text: str) -> bool:
    """True for a line of the signature block that names a position or authority ("KT. CHỦ TỊCH")."""
    stripped = text.strip(" *_.,")
    if not stripped or len(stripped) > 90:
        return False
    if _AUTHORITY.match(stripped) and sum(c.isupper() for c in stripped) > sum(c.islower() for c in stripped):
        return True
    return stripped.isupper() and bare(stripped).startswith(_POSITIONS)


def is_body_name(text: str) -> bool:
    """True for a line in capitals that begins with a body or a position: who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN")."""
    if bare(text).startswith(_NO_BODIES):
        return False
    return is_position(text) or (bare(text) + " ").startswith(_BODY_HEADS)


def needs_a_name(text: str) -> bool:
    """True for a title line that the body named on the next line belongs to: "... MẠNG DIỆN RỘNG CỦA"."""
    return (" " + bare(text)).endswith(_BEFORE_A_BODY)


def is_name(text: str) -> bool:
    """True for a line that looks like the name of a person: two to six capitalised words."""
    return bool(_NAME.match(text.strip(" *_")))


def is_recipients_head(text: str) -> bool:
    """True for "Nơi nhận:"."""
    return len(text) < 40 and bare(text).startswith(_RECIPIENTS)
