"""Agencies -> the bodies that the document names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from pipeline.build.material import Material
from pipeline.lexicon.agencies import Body, bodies
from pipeline.lexicon.fold import slug
from pipeline.lexicon.places import CENTRAL_CITIES
from pipeline.mentions import Agency, block_unit
from pipeline.plan import Entity

Level = Literal["central", "province", "district", "commune", "other"]
_CENTRAL = {slug(city) for city in CENTRAL_CITIES}
_LEVELS: dict[str, Level] = {
    "tỉnh": "province",
    "thành phố": "district",
    "tp": "district",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "việt nam": "central",
    "trung ương": "central",
    "tw": "central",
}


def id_of(name: str, key: str | None) -> str:
    """Id of the entity of a body: its key in the lexicon, else "other:" and its folded name."""
    return key if key is not None else f"other:{slug(name)}"


def entities(
    material: Material, named: Iterable[tuple[str, str | None]] = (), issuers: Iterable[str | None] = ()
) -> list[Entity]:
    """Every body named in the document, sorted by id; collective addressees only where a record names them.

    ``named`` are the bodies (as written, id) of the other records; among them may be some that are no mention of
    their own: unknown bodies between the semicolons of a cell. ``issuers`` are the issuer and the body above it, whole:
    the first line of such a name in the letterhead or above the signature is no body of its own.
    """
    pairs = list(named)
    wanted = {id_of(name, key) for name, key in pairs}
    mentions: dict[str, list[Agency]] = defaultdict(list)
    written: dict[str, set[str]] = defaultdict(set)
    for agency in _whole(material, [slug(name) for name in issuers if name]):
        identity = id_of(agency.name, agency.key)
        mentions[identity].append(agency)
        written[identity].add(agency.name)
    for name, key in pairs:
        written[id_of(name, key)].add(name)
    kept = sorted(identity for identity in written if identity in wanted or not identity.startswith("group:"))
    return [_entity(identity, sorted(written[identity]), mentions.get(identity, [])) for identity in kept]


def _whole(material: Material, issuers: Sequence[str]) -> Iterator[Agency]:
    """The mentions, without the halves of ``issuers`` (folded names): "SỞ NÔNG NGHIỆP" above "VÀ MÔI TRƯỜNG"."""
    blocks = (*material.outline.zone("letterhead"), *material.outline.zone("closing"))
    printed_apart = {block_unit(block.index) for block in blocks}
    for agency in material.mentions.all(Agency):
        half = f"{slug(agency.name)}-"
        if agency.place or agency.unit not in printed_apart or not any(name.startswith(half) for name in issuers):
            yield agency


def _entity(identity: str, written: list[str], mentions: list[Agency]) -> Entity:
    body = bodies().get(identity.split(":")[0])
    places = sorted({m.place for m in mentions if m.place}, key=lambda place: (place.isupper(), -len(place), place))
    place = next((p for p in places if _named(p)), None)
    name = written[0] if body is None else body.name + (f" {places[0]}" if ":" in identity and places else "")
    return Entity(
        id=identity,
        name=name if body else max(written, key=len),
        kind="group" if identity.startswith("group:") else "agency",
        level=_level(body, places),
        place=place,
        written=written,
        **_validity(body),
    )


def _level(body: Body | None, places: list[str]) -> Level | None:
    if body is not None and body.level is not None:
        return body.level
    for place in places:
        level = re.match("|".join(_LEVELS), place.lower())
        if level:
            rest = slug(place[level.end() :])
            return "province" if rest and rest in _CENTRAL else _LEVELS[level.group()]
    return None


def _named(place: str) -> bool:
    """True if a territory is named, not only its level."""
    return bool(re.search(r"\s[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ]|\d", place)) and slug(place) != "viet-nam"


def _validity(body: Body | None) -> Mapping[str, str | None]:
    if body is None:
        return {}
    return {"valid_from": _iso(body.valid_from), "valid_to": _iso(body.valid_to), "successor": body.successor}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
