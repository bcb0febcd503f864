"""Indicators under one name: what plans of other years and places call the same."""

from __future__ import annotations

import re

from pipeline.lexicon.fold import fold, slug

# Words (folded) around the name of an indicator that belong to one plan only: its year, "phấn đấu", "đạt".
_TIME = re.compile(
    r"\b(?:(?:den|het|trong|vao|tu|tinh den|ke hoach|uoc)\s+)*(?:cuoi\s+)?(?:nam|giai doan|thoi ky)\s+20\d\d"
    r"(?:\s*-\s*(?:20)?\d\d)?\b|\b(?:den|het)\s+20\d\d\b"
)
_OPENING = re.compile(r"^\W*(?:(?:phan dau|bao dam|dam bao|duy tri|nang|dua|tang|giam|dat|co|it nhat|toi thieu)\s+)+")
_CLOSING = re.compile(
    r"(?:\s+(?:dat|la|len|xuong|con|tren|duoi|khoang|toi thieu|it nhat|tu|den|hang nam|moi nam))+\W*$"
)
_ASIDE = re.compile(r"\([^()]*\)")
_UNITS = {"phan tram": "%", "phan %": "%", "ty dong": "ty dong", "ti dong": "ty dong", "trieu": "trieu dong"}

# Levels of the bodies that issue plans, by how their names begin (folded); the first that fits counts.
_LEVELS = (
    ("commune", re.compile(r"\b(?:xa|phuong|thi tran)\b")),
    ("district", re.compile(r"\b(?:huyen|quan|thi xa)\b")),
    ("province", re.compile(r"\b(?:tinh|thanh pho)\b")),
    ("central", re.compile(r"\b(?:chinh phu|thu tuong|bo|quoc hoi|trung uong|uy ban thuong vu)\b")),
)


def indicator_key(name: str, unit: str | None, level: str | None) -> str:
    """Stable key of an indicator: "ty-le-lao-dong-qua-dao-tao|%|province".

    The name is folded (no marks, no capitals), without years, asides in brackets and the verbs around it; unit and
    level are empty where they are not known.
    """
    plain = _ASIDE.sub(" ", fold(name))
    plain = _TIME.sub(" ", plain)
    plain = _CLOSING.sub("", _OPENING.sub("", plain.strip(" :;,.-+*")).strip(" :;,."))
    return f"{slug(plain) or slug(name)}|{unit_key(unit)}|{level or ''}"


def unit_key(unit: str | None) -> str:
    """A unit folded, common spellings made one: "Phần trăm" is "%"."""
    plain = " ".join(fold(unit or "").split())
    return _UNITS.get(plain, plain)


def level_of(issuer: str | None) -> str | None:
    """Level of the body that issued a document: "central", "province", "district", "commune"; None if unknown.

    A department ("Sở ...") or a body of the Party without a place is not told apart by its name.
    """
    plain = fold(issuer or "")
    return next((level for level, pattern in _LEVELS if pattern.search(plain)), None)
