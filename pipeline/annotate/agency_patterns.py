"""The lexicon of bodies as patterns over text, and the keys of what it does not hold."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance.Hamming import distance as hamming

from pipeline.lexicon.agencies import Body, bodies
from pipeline.lexicon.bodies import BARE_GROUPS, GENERIC_HEADS, TITLES
from pipeline.lexicon.fold import fold, slug


@cache
def bare_words() -> frozenset[str]:
    """Folded first words of collective addressees that may stand without "các"."""
    return frozenset(re.split(r"\W", fold(group))[0] for group in BARE_GROUPS)


@cache
def titles() -> re.Pattern[str]:
    """An office, or two of one person, before the body of its holder."""
    ways = sorted(TITLES, key=len, reverse=True)
    offices = "|".join((*ways, *(way.lower() for way in ways)))
    # one person may hold two: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
    return re.compile(
        rf"(?:(?:{offices}),\s+)?(?:{offices})\s+(?=(?:các\s|[A-ZĐƯỦ]|phòng\s|sở\s|ban\s|cơ\s+quan\s|đơn\s+vị\s))"
    )


@cache
def generic() -> re.Pattern[str]:
    """The first words of names of bodies outside the lexicon."""
    ways = sorted({*GENERIC_HEADS, *(head.upper() for head in GENERIC_HEADS)}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(way) for way in ways)})(?!\w)")


@cache
def _names() -> dict[str, str]:
    return {f"g{number}": key for number, key in enumerate(bodies())}


def body(group: str) -> Body:
    """The body that a group of :func:`fields` or :func:`bucket` names."""
    return bodies()[_names()[group]]


@cache
def _groups() -> dict[str, str]:
    return {key: group for group, key in _names().items()}


@cache
def fields(head: str) -> re.Pattern[str]:
    """The fields that bodies of the kind ``head`` carry, over folded text, longest first."""
    chosen = sorted((b for b in bodies().values() if b.head == head), key=lambda b: (-len(b.name), b.key))
    return re.compile("|".join(f"(?P<{_groups()[body.key]}>{body.pattern})" for body in chosen))


@cache
def bucket(letters: str) -> re.Pattern[str] | None:
    """The bodies with a name of their own that begin with two given letters, longest first."""
    chosen = [b for b in bodies().values() if b.head is None and letters in _openings(b)]
    chosen.sort(key=lambda b: (-len(b.name), b.key))
    if not chosen:
        return None
    return re.compile("|".join(f"(?P<{_groups()[body.key]}>{body.pattern})" for body in chosen))


@cache
def _openings(body: Body) -> frozenset[str]:
    return frozenset(found.group(1) for found in re.finditer(r"(?:^|[(|:])([a-z]{2})", body.pattern))


def group_key(name: str) -> str:
    """Collective addressees are entities of their own; their id is their folded name without "các"."""
    short = re.sub(r"\b(?:cac|tat ca|toan the|co(?= lien quan))\b", " ", fold(name))
    for written, full in (("uy ban nhan dan", "ubnd"), (r"\btx\b", "thi xa"), (r"\btp\b", "thanh pho")):
        short = re.sub(written, full, short)
    return "group:" + slug(short)


@cache
def _abbreviations() -> dict[str, str]:
    """Long abbreviations of departments: "ldtbxh" -> key of Sở Lao động - Thương binh và Xã hội."""
    found: dict[str, str] = {}
    for body in bodies().values():
        short = "".join(word[0] for word in re.findall(r"[^\W\d_]+", body.field or "") if word != "và")
        if body.head == "Sở" and len(short) > 4:
            found[fold(short)] = body.key
    return found


def misread(name: str) -> str | None:
    """Key of a department whose abbreviation has one letter misread: "Số LPTBXH"."""
    head, _, short = fold(name).partition(" ")
    if head != "so" or not name[len(head) :].strip().isupper():
        return None
    near = [key for known, key in _abbreviations().items() if hamming(known, short, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None
